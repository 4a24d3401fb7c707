//! `appeal-lint check`: the letters in, what is wrong with them out.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use appeal_lint::lint::{Case, Level};
use appeal_lint::report::{FORMATS, Format, Look, terminal_width};
use appeal_lint::source::Encoding;
use appeal_lint::{Settings, lint};

use super::failure::Failure;
use super::select::{self, Selector};
use super::walk::{self, Found};
use super::{CLEAN, Common, FAILURE, FINDINGS, output, workers};

/// The arguments of `check`.
#[derive(Args)]
pub struct Check {
    /// Letters, or directories of letters (.txt, .md and .docx, without what .gitignore excludes); -
    /// is standard input
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// How to print findings
    #[arg(long, alias = "output-format", value_name = "FORMAT", value_parser = format(), default_value = "full")]
    format: Format,
    /// Only these lints: names or groups, or `all`, with commas; switches on what is off by default
    #[arg(long, value_name = "LINT", value_delimiter = ',', value_parser = Selector::parse)]
    select: Vec<Selector>,
    /// Not these lints: names or groups, with commas
    #[arg(long, value_name = "LINT", value_delimiter = ',', value_parser = Selector::parse)]
    ignore: Vec<Selector>,
    /// Why the account or listing was taken down [default: what the letter says]
    #[arg(long, value_name = "KIND", value_parser = select::named(Case::ALL, Case::name))]
    case: Option<Case>,
    /// The encoding of the letters, such as gbk [default: what fits]
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    encoding: Option<Encoding>,
    /// The least serious level that makes the exit code 1
    #[arg(long, value_name = "LEVEL", value_enum, default_value_t)]
    fail_on: FailOn,
    /// The name to show for standard input
    #[arg(long, value_name = "NAME", default_value = "<stdin>")]
    stdin_filename: String,
    /// Print findings only, no closing line
    #[arg(short, long)]
    quiet: bool,
    #[command(flatten)]
    common: Common,
}

/// From which level on findings make a run fail.
#[derive(Clone, Copy, Default, ValueEnum)]
enum FailOn {
    Error,
    #[default]
    Warning,
    Note,
    Never,
}

impl FailOn {
    fn fails(self, level: Level) -> bool {
        match self {
            Self::Error => level >= Level::Error,
            Self::Warning => level >= Level::Warning,
            Self::Note => level >= Level::Note,
            Self::Never => false,
        }
    }
}

impl Check {
    /// Judges the letters and prints what is wrong with them.
    pub fn run(self) -> io::Result<u8> {
        let settings = self.settings();
        let letters = walk::letters(&self.paths, &self.stdin_filename);
        let styled = self.common.color.on();
        let mut out = output::stdout(styled);
        let look =
            Look { lang: settings.lang, width: terminal_width(), styled, closing: !self.quiet };
        let mut report = self.format.report(look);
        let judge = |letter: Found| {
            let source = letter?.read(self.encoding)?;
            let found = lint(&source, &settings);
            Ok((source, found))
        };
        let (mut failed, mut unread) = (false, false);
        workers::in_order(letters, judge, |judged: Result<_, Failure>| {
            match judged {
                Ok((source, found)) => {
                    failed |= found.iter().any(|one| self.fail_on.fails(one.level));
                    report.letter(&source, &found, &mut out)?;
                }
                Err(failure) => {
                    unread = true;
                    output::complain(format_args!("{}", failure.message(settings.lang)));
                }
            }
            Ok(())
        })?;
        report.finish(&mut out)?;
        out.flush()?;
        Ok(match (unread, failed) {
            (true, _) => FAILURE,
            (false, true) => FINDINGS,
            (false, false) => CLEAN,
        })
    }

    fn settings(&self) -> Settings {
        Settings {
            lang: self.common.lang(),
            case: self.case,
            levels: select::levels(&self.select, &self.ignore),
        }
    }
}

/// A parser for the names of formats.
fn format() -> impl TypedValueParser<Value = Format> {
    let known = FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(known)
        .try_map(|name| Format::from_name(&name).ok_or("no such format"))
}

fn encoding(label: &str) -> Result<Encoding, &'static str> {
    Encoding::from_label(label)
        .ok_or("no such encoding; utf-8, utf-16, gbk, gb18030, big5 are some")
}
