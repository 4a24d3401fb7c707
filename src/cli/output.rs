//! Where findings and complaints go.

use std::fmt;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;

use super::{read, write};

/// When to use colour.
#[derive(Clone, Copy, Default, ValueEnum)]
pub enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

impl Color {
    /// Whether standard output gets colour.
    pub fn on(self) -> bool {
        match self {
            Self::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
            Self::Always => true,
            Self::Never => false,
        }
    }

    /// Whether a file gets colour.
    pub fn in_file(self) -> bool {
        matches!(self, Self::Always)
    }
}

/// Standard output; `color` says whether escape sequences will come.
pub fn stdout(color: bool) -> BufWriter<Tolerant> {
    let lock = io::stdout().lock();
    // Old Windows consoles need the sequences translated; elsewhere they pass through.
    let to: Box<dyn Write> =
        if color { Box::new(AutoStream::new(lock, ColorChoice::Always)) } else { Box::new(lock) };
    BufWriter::with_capacity(1 << 16, Tolerant(Some(to)))
}

/// Where a report goes.
pub enum Target {
    /// Standard output, as it comes.
    Stdout(BufWriter<Tolerant>),
    /// A file, all at once when the report is whole.
    File(PathBuf, Vec<u8>),
}

impl Target {
    /// A file of that name, or standard output, which `-` is as well; `color` says whether escape sequences will come.
    pub fn new(file: Option<&Path>, color: bool) -> Self {
        match file {
            Some(path) if path.as_os_str() != "-" => Self::File(path.to_owned(), Vec::new()),
            _ => Self::Stdout(stdout(color)),
        }
    }

    /// Says that the report is whole.
    pub fn finish(self) -> io::Result<()> {
        match self {
            Self::Stdout(mut out) => out.flush(),
            Self::File(path, report) => write::put(&path, &report).map_err(|error| {
                io::Error::new(error.kind(), format!("{}: {error}", read::shown(&path)))
            }),
        }
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(out) => out.write(bytes),
            Self::File(_, report) => report.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(out) => out.flush(),
            Self::File(..) => Ok(()),
        }
    }
}

/// A stream whose reader may leave: the rest is dropped, and the exit code is the same as if the
/// reader had stayed.
pub struct Tolerant(Option<Box<dyn Write>>);

impl Tolerant {
    fn attempt(&mut self, act: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        let Some(to) = &mut self.0 else { return Ok(()) };
        match act(to) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.0 = None;
                Ok(())
            }
            done => done,
        }
    }
}

impl Write for Tolerant {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.attempt(|to| to.write_all(bytes)).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.attempt(|to| to.flush())
    }
}

/// Says on standard error what went wrong.
pub fn complain(what: fmt::Arguments<'_>) {
    remark(format_args!("error: {what}"));
}

/// Says on standard error what is not part of the report. Control characters, which a file's name
/// may hold, are not let through to the terminal.
pub fn remark(what: fmt::Arguments<'_>) {
    let plain = what.to_string().replace(char::is_control, "\u{fffd}");
    // Nobody is left to tell when this fails.
    let _ = writeln!(io::stderr(), "{plain}");
}
