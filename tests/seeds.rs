//! The checks of the fuzz targets, on their seeds; see `fuzz/README.md`.

#![allow(clippy::unwrap_used, reason = "a test ends where something is lacking")]
#![expect(dead_code, reason = "the limits of memory are for the fuzzer")]

#[path = "../fuzz/checks/mod.rs"]
mod checks;

use std::fs;
use std::path::Path;

#[test]
fn the_seeds_pass() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    for check in checks::ALL {
        let mut count = 0;
        for entry in fs::read_dir(seeds.join(check.name)).unwrap() {
            let path = entry.unwrap().path();
            println!("{}", path.display());
            (check.holds)(&fs::read(path).unwrap());
            count += 1;
        }
        (check.holds)(b"");
        assert!(count > 1, "{} has {count} seeds", check.name);
    }
}
