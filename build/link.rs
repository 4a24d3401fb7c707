//! How the program is linked.

use std::env;

/// Links the program to a fixed address where the C compiler knows how. Otherwise the loader writes ten
/// thousand addresses into it at each start, nearly all of them of libraries' tables that no run reads
/// (names of HTML entities, of encodings), which is a tenth of the time for a letter. There is no unsafe
/// code in the program that a secret address would have to protect, and the C library keeps its own.
pub fn link() {
    let target = |part: &str| env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    let dynamic = !target("FEATURE").split(',').any(|feature| feature == "crt-static");
    if target("OS") == "linux" && target("ENV") == "gnu" && dynamic {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
