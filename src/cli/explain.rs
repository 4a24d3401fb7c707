//! `appeal-lint explain`: one lint at length.

use std::io::{self, Write};

use clap::Args;

use appeal_lint::lint::{Lang, Lint};

use super::{CLEAN, Common, output, select};

/// The arguments of `explain`.
#[derive(Args)]
pub struct Explain {
    /// The lint's name, as it stands in brackets behind a finding
    #[arg(value_name = "LINT", value_parser = select::lint)]
    lint: &'static Lint,
    #[command(flatten)]
    common: Common,
}

impl Explain {
    /// Prints the explanation.
    pub fn run(self) -> io::Result<u8> {
        let mut out = output::stdout(false);
        print(&mut out, self.lint, self.common.lang())?;
        out.flush()?;
        Ok(CLEAN)
    }
}

fn print(out: &mut impl Write, lint: &Lint, lang: Lang) -> io::Result<()> {
    let text = lint.text(lang);
    writeln!(out, "{} ({}, {})\n{}", lint.name, lint.group, lint.level, text.summary)?;
    let example = |bad| lint.examples.iter().find(|example| example.bad == bad);
    let sources: Vec<_> = lint.sources.iter().map(|source| format!("- {source}")).collect();
    let [why, instead, reported, accepted, from] = match lang {
        Lang::En => ["Why", "What to write", "Reported", "Not reported", "Sources"],
        Lang::Zh => ["为什么", "怎么写", "会指出", "不会指出", "来源"],
    };
    section(out, why, &text.explain)?;
    section(out, instead, &text.help)?;
    section(out, reported, example(true).map_or("", |example| &example.text))?;
    section(out, accepted, example(false).map_or("", |example| &example.text))?;
    section(out, from, &sources.join("\n"))
}

/// A title and the text below it; nothing when there is no text.
fn section(out: &mut impl Write, title: &str, text: &str) -> io::Result<()> {
    if text.trim().is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{title}:")?;
    text.trim().lines().try_for_each(|line| writeln!(out, "{}", format!("  {line}").trim_end()))
}
