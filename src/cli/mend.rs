//! Judges one letter, and mends it where the user asks for that.

use std::fs;
use std::path::Path;

use clap::Args;

use appeal_lint::baseline::Accepted;
use appeal_lint::fix::{Fixed, fix_with};
use appeal_lint::lint::Lang;
use appeal_lint::report::diff;
use appeal_lint::source::{EncodeError, Encoding};
use appeal_lint::{Diagnostic, Settings, Source, lint};

use super::baseline::Screen;
use super::failure::{Failure, Reason};
use super::fix_tally::FixTally;
use super::output;
use super::read::Input;
use super::walk::Found;
use super::write::Draft;

/// The arguments that say what is done with fixes.
#[derive(Args, Clone, Copy)]
#[command(next_help_heading = "Fixing")]
pub struct Mend {
    /// Make the fixes that are surely right, and report what is left
    #[arg(long)]
    fix: bool,
    /// Show what --fix would change, and change nothing; exit code 1 if there is anything
    #[arg(long, conflicts_with = "fix")]
    diff: bool,
    /// With --fix or --diff: also the fixes that the writer should read again
    #[arg(long)]
    unsafe_fixes: bool,
}

/// A letter, judged.
pub struct Judged<'l> {
    /// The letter, as it is now.
    pub source: Source,
    /// What is found in it, without what is accepted.
    pub found: Vec<Diagnostic<'l>>,
    /// What is found in it and accepted.
    pub held: Accepted,
    /// What would be changed, where that is asked for.
    pub diff: Option<String>,
    /// The number of places that were fixed.
    pub fixed: usize,
    /// The number of places that were not fixed, since something new would be found then.
    pub refused: usize,
    /// Why it could not be mended.
    pub failure: Option<Failure>,
}

impl Mend {
    /// Whether a diff is asked for, in the place of findings.
    pub fn shows_diff(self) -> bool {
        self.diff
    }

    /// Why the arguments make no sense together with these paths, if they do not.
    pub fn objection(self, paths: &[impl AsRef<Path>]) -> Option<&'static str> {
        let stdin = || paths.iter().any(|path| path.as_ref().as_os_str() == "-");
        match self {
            Self { unsafe_fixes: true, fix: false, diff: false } => {
                Some("--unsafe-fixes goes with --fix or --diff")
            }
            Self { fix: true, .. } if stdin() => {
                Some("standard input cannot be fixed; --diff shows what --fix would change")
            }
            _ => None,
        }
    }

    /// Says what was mended, and what was not.
    pub fn tell(self, fixes: FixTally, quiet: bool, lang: Lang) {
        if quiet {
            return;
        }
        if self.fix {
            output::remark(format_args!("{}", fixes.fixed(lang)));
        }
        if self.fix || self.diff {
            let left = [fixes.refused(lang), fixes.word_documents(lang)];
            left.iter().flatten().for_each(|one| output::remark(format_args!("{one}")));
        }
    }

    /// Reads a letter, judges it, and mends it. A fix that would bring back a finding that is accepted
    /// in a sentence is not made.
    pub fn judge<'l>(
        self,
        letter: Found,
        encoding: Option<Encoding>,
        settings: &'l Settings,
        screen: Screen<'_>,
        styled: bool,
    ) -> Result<Judged<'l>, Failure> {
        let input = letter?;
        let source = input.read(encoding)?;
        let judge = |source: &Source| screen.sort_out(source, lint(source, settings));
        let plain = |source| {
            let (found, held) = judge(&source);
            Judged { source, found, held, diff: None, fixed: 0, refused: 0, failure: None }
        };
        if !self.fix && !self.diff {
            return Ok(plain(source));
        }
        if source.is_word() {
            // It can only be read: nothing would change, and all that is found is left.
            return Ok(Judged { diff: self.diff.then(String::new), ..plain(source) });
        }
        let mended = fix_with(&source, self.unsafe_fixes, &|source| judge(source).0);
        let refused = mended.refused;
        if self.diff {
            let diff = Some(unified(&source, &mended.text, styled));
            let (found, held) = (mended.left, Accepted::default());
            return Ok(Judged { source, found, held, diff, fixed: 0, refused, failure: None });
        }
        if let Err(reason) = write(&input, &source, &mended) {
            let failure = Some(Failure { name: source.name().to_owned(), reason });
            return Ok(Judged { failure, ..plain(source) });
        }
        let source = source.with_text(mended.text);
        let (found, held) = match screen {
            Screen::Open => (mended.left, Accepted::default()),
            _ => judge(&source),
        };
        let fixed = mended.edits.len();
        Ok(Judged { source, found, held, diff: None, fixed, refused, failure: None })
    }
}

/// What changes; the mark that a letter in UTF-8 may begin with is in its first line.
fn unified(source: &Source, new: &str, styled: bool) -> String {
    let encoding = source.encoding();
    if !encoding.is_utf8() || encoding.bom().is_empty() {
        return diff::unified(source.name(), source.text(), new, styled);
    }
    let [old, new] = [source.text(), new].map(|text| format!("\u{feff}{text}"));
    diff::unified(source.name(), &old, &new, styled)
}

/// Puts the mended letter in the place of the old one, if anything was mended.
fn write(input: &Input, source: &Source, mended: &Fixed<'_>) -> Result<(), Reason> {
    let edits: Vec<_> = mended.edits.iter().map(|edit| (edit.span, edit.text.as_str())).collect();
    if edits.is_empty() {
        return Ok(());
    }
    let Input::File(path) = input else { return Err(Reason::Unfixed(EncodeError::ReadOnly)) };
    let old = fs::read(path).map_err(Reason::Unwritten)?;
    let new = source.patch(&old, &edits).map_err(Reason::Unfixed)?;
    Draft::new(path, &new).and_then(|draft| draft.replace(&old)).map_err(Reason::Unwritten)
}
