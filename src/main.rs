//! The command line of appeal-lint.

fn main() {}
