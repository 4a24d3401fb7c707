//! `appeal-lint lints`: what there is.

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use serde::Serialize;

use appeal_lint::Settings;
use appeal_lint::lint::{Group, Lang, Lint};

use super::halt::Halt;
use super::{CLEAN, Common, catalogue, output};
use crate::config::{Choice, Configs};

/// The arguments of `lints`.
#[derive(Args)]
pub struct Lints {
    /// How to print the list; `markdown` is the catalogue page of the repository
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    choice: Choice,
    #[command(flatten)]
    common: Common,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    #[default]
    Text,
    Json,
    Markdown,
}

impl Lints {
    /// Prints the list.
    pub fn run(self) -> Result<u8, Halt> {
        let config = Configs::new(&self.choice)?.here()?;
        let settings = Settings { lang: self.common.lang_or(config.lang), ..config.settings() };
        let mut out = output::stdout(false);
        match self.format {
            Format::Text => text(&mut out, &settings)?,
            Format::Json => json(&mut out, &settings)?,
            Format::Markdown => catalogue::print(&mut out)?,
        }
        out.flush()?;
        Ok(CLEAN)
    }
}

/// The lints of a group, by name.
pub fn of(settings: &Settings, group: Group) -> Vec<&Lint> {
    let mut lints: Vec<_> = settings.lints().filter(|lint| lint.group == group).collect();
    lints.sort_by_key(|lint| &*lint.name);
    lints
}

/// What the lints of a group ask of a letter.
pub const fn question(group: Group, lang: Lang) -> &'static str {
    let (en, zh) = match group {
        Group::Structure => ("is everything there?", "该有的都有吗？"),
        Group::RootCause => ("is the cause a cause?", "写出的原因算得上原因吗？"),
        Group::Plan => ("would a reviewer believe the plan?", "审核人员会相信这份计划吗？"),
        Group::Tone => ("anger, blame, pleading", "指责、推责、哀求"),
        Group::Relevance => ("what does not belong in an appeal", "与申诉无关的内容"),
        Group::Originality => ("templates and what is left of them", "模板和模板的残留"),
        Group::Policy => ("what breaks Amazon's rules anew", "又一次违反亚马逊规则的内容"),
        Group::Evidence => ("the facts that this kind of case needs", "这类案件需要的事实"),
        Group::Language => (
            "English that a careful business writer would not write",
            "严谨的商务信件里不会出现的英语",
        ),
        Group::Comments => {
            ("comments for tools: left over, wrong, not needed", "写给工具的注释：残留、写错、多余")
        }
    };
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
    }
}

/// Prints all groups, for people.
pub fn text(out: &mut impl Write, settings: &Settings) -> io::Result<()> {
    let groups = Group::ALL.iter().filter(|group| !of(settings, **group).is_empty());
    for (index, one) in groups.enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        group(out, settings, *one)?;
    }
    Ok(())
}

/// Prints what a group asks, and its lints.
pub fn group(out: &mut impl Write, settings: &Settings, group: Group) -> io::Result<()> {
    let lang = settings.lang;
    let width = settings.lints().map(|lint| lint.name.len()).max().unwrap_or(0);
    writeln!(out, "{group}: {}", question(group, lang))?;
    for lint in of(settings, group) {
        let (level, summary) = (settings.level(lint), &lint.text(lang).summary);
        writeln!(out, "  {level:7}  {:width$}  {summary}", lint.name)?;
    }
    Ok(())
}

/// One lint for other programs.
#[derive(Serialize)]
struct Entry<'l> {
    name: &'l str,
    group: &'static str,
    level: &'static str,
    whole_letter: bool,
    summary: &'l str,
    explain: &'l str,
    help: &'l str,
    sources: Vec<&'l str>,
}

impl<'l> Entry<'l> {
    fn new(lint: &'l Lint, settings: &Settings) -> Self {
        let text = lint.text(settings.lang);
        Self {
            name: &lint.name,
            group: lint.group.name(),
            level: settings.level(lint).name(),
            whole_letter: lint.whole_letter,
            summary: &text.summary,
            explain: text.explain.trim(),
            help: &text.help,
            sources: lint.sources.iter().map(|source| &**source).collect(),
        }
    }
}

fn json(out: &mut impl Write, settings: &Settings) -> io::Result<()> {
    let lints = Group::ALL.iter().flat_map(|group| of(settings, *group));
    let lints: Vec<_> = lints.map(|lint| Entry::new(lint, settings)).collect();
    serde_json::to_writer_pretty(
        &mut *out,
        &serde_json::json!({ "schema_version": 1, "lints": lints }),
    )?;
    writeln!(out)
}
