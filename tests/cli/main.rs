//! The command line as its users meet it: arguments, files, exit codes, streams.
#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

mod arguments;
mod baseline;
mod comments;
mod config;
mod copied;
mod editors;
mod fix;
mod formats;
mod input;
mod own_lints;
mod pages;
mod readme;
mod repository;
mod reuse;
mod streams;
mod support;
mod team;
mod walk;
