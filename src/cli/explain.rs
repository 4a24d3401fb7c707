//! `appeal-lint explain`: one lint at length, or what there is in a group.

use std::io::{self, Write};

use clap::Args;

use appeal_lint::Settings;
use appeal_lint::lint::{ALL, Group, Lang, Lint};
use appeal_lint::report::{reflow, terminal_width};

use super::halt::Halt;
use super::{CLEAN, Common, lints, output};
use crate::config::{Choice, Configs};

/// Cells before the text below a title.
const INDENT: usize = 2;
/// Lines of prose are not narrower than this, whatever the terminal says,
const NARROWEST: usize = 30;
/// nor wider, for nobody reads them.
const WIDEST: usize = 100;

/// The arguments of `explain`.
#[derive(Args)]
pub struct Explain {
    /// The lint's name, as it stands in brackets behind a finding; or a group's, for a list of its lints
    #[arg(value_name = "LINT")]
    lint: String,
    #[command(flatten)]
    choice: Choice,
    #[command(flatten)]
    common: Common,
}

impl Explain {
    /// Prints the explanation.
    pub fn run(self) -> Result<u8, Halt> {
        let config = Configs::new(&self.choice)?.here()?;
        let settings = Settings { lang: self.common.lang_or(config.lang), ..config.settings() };
        let names = settings.names();
        let mut out = output::stdout(false);
        match (names.lint(&self.lint), Group::from_name(&self.lint)) {
            (Some(lint), _) => print(&mut out, lint, &settings)?,
            (None, Some(group)) => lints::group(&mut out, &settings, group)?,
            (None, None) if self.lint == ALL => lints::text(&mut out, &settings)?,
            (None, None) => return Err(Halt::Argument(names.no_lint_or_group(&self.lint))),
        }
        out.flush()?;
        Ok(CLEAN)
    }
}

fn print(out: &mut impl Write, lint: &Lint, settings: &Settings) -> io::Result<()> {
    let lang = settings.lang;
    let text = lint.text(lang);
    writeln!(out, "{} ({}, {})\n{}", lint.name, lint.group, settings.level(lint), text.summary)?;
    let width = terminal_width().clamp(NARROWEST, WIDEST);
    let [why, instead, reported, accepted, options, from] = match lang {
        Lang::En => {
            ["Why:", "What to write:", "Reported:", "Not reported:", "Options:", "Sources:"]
        }
        Lang::Zh => ["为什么：", "怎么写：", "会指出：", "不会指出：", "选项：", "来源："],
    };
    let example = |bad| lint.examples.iter().find(|example| example.bad == bad);
    // The lines of an example show how a letter is laid out.
    let lines = |text: &str| text.lines().map(|line| reflow(line, width, INDENT)).collect();
    let example = |bad| example(bad).map_or(Vec::new(), |example| lines(&example.text));
    section(out, why, &[reflow(&text.explain, width, INDENT)])?;
    section(out, instead, &[reflow(&text.help, width, INDENT)])?;
    section(out, reported, &example(true))?;
    section(out, accepted, &example(false))?;
    // An address is copied whole.
    let sources: Vec<_> =
        lint.sources.iter().map(|source| format!("{:INDENT$}- {source}", "")).collect();
    section(out, options, &values(lint, settings))?;
    section(out, from, &sources)
}

/// The lint's options with their values here, as a configuration would say them.
fn values(lint: &Lint, settings: &Settings) -> Vec<String> {
    let options = lint.options.iter().map(|option| {
        let (name, value) = (&option.name, settings.option(lint, &option.name));
        format!("{:INDENT$}{name} = {value}  # {}", "", option.help[settings.lang as usize])
    });
    options.collect()
}

/// A title and the text below it; nothing when there is no text.
fn section(out: &mut impl Write, title: &str, lines: &[String]) -> io::Result<()> {
    if lines.is_empty() { Ok(()) } else { writeln!(out, "\n{title}\n{}", lines.join("\n")) }
}
