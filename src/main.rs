//! The program `appeal-lint`; all it does stands in [`cli`] and in the library.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
