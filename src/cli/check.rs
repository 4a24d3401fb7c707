//! `appeal-lint check`: the letters in, what is wrong with them out.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use appeal_lint::Diagnostic;
use appeal_lint::lint::Lang;
use appeal_lint::report::{FORMATS, Format, Look, Report, Statistics, terminal_width};
use appeal_lint::settings::FailOn;
use appeal_lint::source::Unit;

use super::baseline::{Acceptance, Books, Ledger, Teller};
use super::failure::Failure;
use super::fix_tally::FixTally;
use super::halt::Halt;
use super::jobs::{Jobs, Wishes};
use super::letter_args::LetterArgs;
use super::mend::{Judged, Mend};
use super::output::Target;
use super::select::{self, Selector};
use super::walk::{self, Found};
use super::{CLEAN, Command, Common, FAILURE, FINDINGS, compare, output, overwrite, workers};
use crate::config::{Choice, Configs, absolute};

/// What standard input is called.
const STDIN: &str = "<stdin>";

/// The arguments of `check`.
#[derive(Args)]
pub struct Check {
    /// Letters, or directories of letters (.txt, .text, .md, .markdown and .docx, without what
    /// .gitignore excludes); - is standard input
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// How to print findings
    #[arg(long, alias = "output-format", value_name = "FORMAT", value_parser = format(), default_value = "full")]
    format: Format,
    /// Write the report to this file, in one step; an old report stays until the new one is whole
    #[arg(long, value_name = "FILE")]
    output_file: Option<PathBuf>,
    /// Count the findings by lint, in the place of the findings
    #[arg(long, conflicts_with_all = ["format", "diff"])]
    statistics: bool,
    /// What columns count in the formats short, json and jsonl
    #[arg(long, value_name = "UNIT", value_parser = select::named(Unit::ALL, Unit::name), default_value = "codepoint")]
    column_unit: Unit,
    /// Only these lints: names or groups, or `all`, with commas; switches on what is off by default
    #[arg(long, value_name = "LINT", value_delimiter = ',')]
    select: Vec<Selector>,
    /// Not these lints: names or groups, with commas
    #[arg(long, value_name = "LINT", value_delimiter = ',')]
    ignore: Vec<Selector>,
    #[command(flatten)]
    letter_args: LetterArgs,
    /// The least serious level that makes the exit code 1 [default: warning]
    #[arg(long, value_name = "LEVEL", value_parser = select::named(FailOn::ALL, FailOn::name))]
    fail_on: Option<FailOn>,
    /// Leave out what the configuration excludes even if it is named here, as hooks name all files
    #[arg(long)]
    force_exclude: bool,
    /// The name to show for standard input
    #[arg(long, value_name = "NAME", default_value = STDIN)]
    stdin_filename: String,
    /// Print findings only, no closing line
    #[arg(short, long)]
    quiet: bool,
    /// Say of each letter which encoding it is in
    #[arg(short, long, conflicts_with = "quiet")]
    verbose: bool,
    #[command(flatten)]
    choice: Choice,
    #[command(flatten)]
    common: Common,
    /// Whether no command was named, so that the first path may be a command with a slip in it.
    #[arg(skip)]
    pub bare: bool,
    // These are last, for their headings would be those of all that follows.
    #[command(flatten)]
    mend: Mend,
    #[command(flatten)]
    acceptance: Acceptance,
}

impl Check {
    /// Judges the letters and prints what is wrong with them.
    pub fn run(self) -> Result<u8, Halt> {
        if let Some(objection) = self.objection() {
            return Err(Halt::Argument(objection));
        }
        let mut configs = Configs::new(&self.choice)?;
        let found =
            walk::letters(&self.paths, &self.stdin_filename, self.force_exclude, &mut configs)?;
        if let Some(file) = &self.output_file {
            overwrite::no_letter(file, &found.letters, &self.paths)?;
            overwrite::nothing_written(file)?;
        }
        let lang = self.lang(&found.letters, &mut configs)?;
        if found.letters.is_empty() && !self.quiet {
            tell_excluded(found.excluded, lang);
        }
        let mut jobs = Jobs::new(found.letters, &mut configs, &self.wishes(lang))?;
        let books = Books::open(&self.acceptance, &jobs.ways)?;
        if let Some(file) = &self.output_file {
            overwrite::no_baseline(file, books.paths())?;
        }
        let compared = compare::compare(&mut jobs, &mut configs, self.letter_args.encoding)?;
        let styled = match &self.output_file {
            Some(file) if file.as_os_str() != "-" => self.common.color.in_file(),
            _ => self.common.color.on(),
        };
        let mut out = Target::new(self.output_file.as_deref(), styled);
        let mut report = self.report(lang, styled);
        let (mut tally, mut ledger) = (Tally::default(), Ledger::new(&self.paths, compared));
        let judge = |(letter, way): (Found, usize)| {
            let page = books.page(way, &letter);
            let (way, screen) = (&jobs.ways[way], books.screen(page.as_ref()));
            (
                self.mend.judge(letter, self.letter_args.encoding, &way.settings, screen, styled),
                way,
                page,
            )
        };
        workers::in_order(jobs.letters, judge, |(judged, way, page)| {
            if let (Ok(judged), Some(page)) = (&judged, page) {
                ledger.add(&books, page, &way.settings, judged);
            }
            match tally.add(&self, judged, way.fail_on, lang) {
                Ok(Judged { diff: Some(diff), .. }) => out.write_all(diff.as_bytes()),
                Ok(judged) => report.letter(&judged.source, &judged.found, &mut out),
                Err(_) if self.mend.shows_diff() => Ok(()),
                Err(failure) => report.unread(&failure.name, &failure.why(lang), &mut out),
            }
        })?;
        if !self.mend.shows_diff() {
            report.finish(&mut out)?;
        }
        out.finish()?;
        self.mend.tell(tally.fixes, self.quiet, lang);
        if !self.mend.shows_diff() {
            let teller = Teller { lang, quiet: self.quiet, verbose: self.verbose };
            ledger.finish(books, &self.acceptance, teller)?;
        }
        Ok(tally.code())
    }

    /// Why the arguments make no sense together, if they do not.
    fn objection(&self) -> Option<String> {
        let stdin = self.paths.iter().any(|path| path.as_os_str() == "-");
        let nameless = stdin && self.stdin_filename == STDIN;
        let mend = self.mend.objection(&self.paths).map(str::to_owned);
        mend.or_else(|| self.acceptance.objection(&self.paths, nameless))
    }

    /// The language of the run: a report is in one language, so of several configurations the first
    /// letter's decides.
    fn lang(&self, found: &[Found], configs: &mut Configs) -> Result<Lang, Halt> {
        let config = match found.iter().flatten().next() {
            Some(input) => configs.of_file(&absolute(input.path()))?,
            None => configs.here()?,
        };
        Ok(self.common.lang_or(config.lang))
    }

    /// The command that was meant by a letter that is not there, if any; one that is written right was
    /// taken for a letter since an option stands before it that not all commands take.
    fn hint(&self, failure: &Failure, lang: Lang) -> String {
        let first = self.paths.first().and_then(|path| path.to_str());
        // No command's name has these; it is a path.
        let first = first.filter(|name| !name.contains(['/', '\\', '.']));
        let first = first.filter(|name| self.bare && failure.is_missing() && *name == failure.name);
        match (first.and_then(Command::meant), lang) {
            (None, _) => String::new(),
            (Some(name), Lang::En) if first == Some(&*name) => {
                format!("; as a command, `{name}` stands before the options of `check`")
            }
            (Some(name), Lang::Zh) if first == Some(&*name) => {
                format!("；用作命令时，`{name}` 要写在 `check` 的选项之前")
            }
            (Some(name), Lang::En) => format!("; did you mean the command `{name}`?"),
            (Some(name), Lang::Zh) => format!("；是不是想用命令 `{name}`？"),
        }
    }

    fn report(&self, lang: Lang, styled: bool) -> Box<dyn Report> {
        // Where all is accepted, nothing is reported, and that is no praise.
        let closing = !self.quiet && !self.acceptance.accepts_all();
        let (width, unit) = (terminal_width(), self.column_unit);
        let look = Look { lang, width, styled, closing, unit };
        if self.statistics { Box::new(Statistics::new(look)) } else { self.format.report(look) }
    }

    fn wishes(&self, lang: Lang) -> Wishes<'_> {
        let Self { letter_args, fail_on, select, ignore, .. } = self;
        Wishes { lang, letter_args: *letter_args, fail_on: *fail_on, select, ignore }
    }
}

/// Says that nothing is judged, as so many letters and folders are left out.
fn tell_excluded(count: usize, lang: Lang) {
    let plural = if count == 1 { "" } else { "s" };
    match lang {
        Lang::En => output::remark(format_args!(
            "note: nothing was judged; the configuration excludes {count} file{plural} or folder{plural}"
        )),
        Lang::Zh => {
            output::remark(format_args!("说明：没有检查任何信，配置排除了 {count} 个文件或文件夹"))
        }
    }
}

/// What a run has come to so far.
#[derive(Default)]
struct Tally {
    /// Whether something was found at the failing level, or a diff shown.
    failed: bool,
    /// Whether a letter could not be read or written.
    unread: bool,
    /// What was mended.
    fixes: FixTally,
}

impl Tally {
    /// Counts a letter, and says what there is to say of it beside the report.
    fn add<'l>(
        &mut self,
        asked: &Check,
        judged: Result<Judged<'l>, Failure>,
        fail_on: FailOn,
        lang: Lang,
    ) -> Result<Judged<'l>, Failure> {
        let failure = match &judged {
            Ok(judged) => {
                let fails = |one: &Diagnostic<'_>| fail_on.fails(one.level);
                self.failed |= match &judged.diff {
                    Some(diff) => !diff.is_empty(),
                    None => judged.found.iter().any(fails),
                };
                self.fixes.add(judged);
                if asked.verbose {
                    output::remark(format_args!(
                        "{}: {}",
                        judged.source.name(),
                        judged.source.encoding()
                    ));
                }
                judged.failure.as_ref()
            }
            Err(failure) => Some(failure),
        };
        if let Some(failure) = failure {
            self.unread = true;
            let (message, hint) = (failure.message(lang), asked.hint(failure, lang));
            output::complain(format_args!("{message}{hint}"));
        }
        judged
    }

    fn code(&self) -> u8 {
        match self {
            Self { unread: true, .. } => FAILURE,
            Self { failed: true, .. } => FINDINGS,
            _ => CLEAN,
        }
    }
}

/// A parser for the names of formats.
fn format() -> impl TypedValueParser<Value = Format> {
    let known = FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(known)
        .try_map(|name| Format::from_name(&name).ok_or("no such format"))
}
