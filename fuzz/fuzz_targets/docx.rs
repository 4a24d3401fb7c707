#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| appeal_lint_fuzz::run(
    &appeal_lint_fuzz::checks::DOCX,
    data
));
