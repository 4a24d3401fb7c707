//! The program `appeal-lint`; all it does stands in its modules and in the library.

mod cli;
mod config;
mod server;

fn main() -> std::process::ExitCode {
    cli::run()
}
