//! What the fuzz targets have in common: each runs one check, and looks at the memory that it takes.

#[path = "mod.rs"]
pub mod checks;

use checks::Check;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Runs a check on an input.
///
/// # Panics
/// When the check does, or takes more memory than it says.
pub fn run(check: &Check, data: &[u8]) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    (check.holds)(data);
    let taken = MEMORY.peak_usage().saturating_sub(before);
    let most = check.base + check.multiple * data.len();
    if std::env::var_os("FUZZ_MEMORY").is_some() {
        eprintln!("{} bytes: {taken} of {most} bytes taken", data.len());
    }
    assert!(taken <= most, "{taken} bytes of memory for {} bytes of input", data.len());
}
