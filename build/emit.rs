//! Writes the catalogue down as Rust.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::letter::cue::{Cue, CueKind};
use crate::lint::{
    Catalogue, Example, Lint, LintOption, Literal, Owner, Pattern, Phrase, Text, Variant,
};
use crate::tables::{Tables, automaton, rows};

/// `shipped.rs`: the automaton, the cues, the owners, the lints.
pub fn shipped(catalogue: &Catalogue) -> Tables {
    let mut tables = Tables::default();
    automaton(&catalogue.automaton, &mut tables);
    let out = &mut tables.source;
    rows("CUES", "Cue", catalogue.cues.iter().map(cue), out);
    let owners = catalogue.owners.iter().map(|owners| {
        let owners: Vec<_> = owners.iter().map(owner).collect();
        format!("Cow::Borrowed(&[{}])", owners.join(", "))
    });
    rows("OWNERS", "List<Owner>", owners, out);
    let literals = catalogue.literals.all.iter().map(|one| {
        let Literal { text: literal, lint, pattern, line } = one;
        format!(
            "Literal {{ text: {}, lint: {lint}, pattern: {pattern}, line: {line} }}",
            text(literal)
        )
    });
    rows("LITERALS", "Literal", literals, out);
    let sieve = catalogue.literals.sieve.iter().map(u64::to_string);
    rows("SIEVE", "u64", sieve, out);
    for (index, one) in catalogue.lints.iter().enumerate() {
        lint(index, one, out);
    }
    let names = (0..catalogue.lints.len()).map(|index| format!("LINT_{index}"));
    rows("LINTS", "Lint", names, out);
    out.push_str(
        "/// The lints of the program.\n\
         pub static CATALOGUE: Catalogue = Catalogue { automaton: AUTOMATON, cues: Cow::Borrowed(&CUES), \
         owners: Cow::Borrowed(&OWNERS), lints: Cow::Borrowed(&LINTS), \
         literals: Literals { all: Cow::Borrowed(&LITERALS), sieve: Cow::Borrowed(&SIEVE) } };\n",
    );
    tables
}

/// `checks.rs`: the functions of structural lints. A name without its function does not compile.
pub fn checks(catalogue: &Catalogue) -> String {
    let names: BTreeSet<_> =
        catalogue.lints.iter().filter_map(|lint| lint.check.as_deref()).collect();
    let entry = |name| format!("({name:?}, crate::check::{name}::check),\n");
    format!("&[\n{}]\n", names.into_iter().map(entry).collect::<String>())
}

fn cue(cue: &Cue) -> String {
    let part = option(cue.part.map(|part| format!("Part::{part:?}")));
    let case = option(cue.case.map(|case| format!("Case::{case:?}")));
    let kind = match &cue.kind {
        CueKind::Marker(name) => format!("Marker({})", text(name)),
        kind => format!("{kind:?}"),
    };
    format!("Cue {{ part: {part}, case: {case}, kind: CueKind::{kind}, weight: {} }}", cue.weight)
}

fn owner(owner: &Owner) -> String {
    format!("Owner::{owner:?}")
}

fn option(item: Option<String>) -> String {
    item.map_or("None".to_owned(), |item| format!("Some({item})"))
}

fn text(text: &str) -> String {
    format!("Cow::Borrowed({text:?})")
}

/// The tables of a lint, and the lint as a constant.
fn lint(index: usize, lint: &Lint, out: &mut String) {
    let mut table = |name: &str, kind: &str, items: Vec<String>| {
        let name = format!("{name}_{index}");
        rows(&name, kind, items.into_iter(), out);
        format!("Cow::Borrowed(&{name})")
    };
    let variants = |text: &Text| text.variants.iter().map(variant).collect();
    let en = said(&lint.texts[0], &table("VARIANTS_EN", "Variant", variants(&lint.texts[0])));
    let zh = said(&lint.texts[1], &table("VARIANTS_ZH", "Variant", variants(&lint.texts[1])));
    let sources = table("SOURCES", "Str", lint.sources.iter().map(|source| text(source)).collect());
    let phrases = table("PHRASES", "Phrase", lint.phrases.iter().map(phrase).collect());
    let patterns = table("PATTERNS", "Pattern", lint.patterns.iter().map(pattern).collect());
    let options = table("OPTIONS", "LintOption", lint.options.iter().map(lint_option).collect());
    let examples = table("EXAMPLES", "Example", lint.examples.iter().map(example).collect());
    let Lint { name, group, level, whole_letter, after_others, check, gathers, .. } = lint;
    let check = option(check.as_deref().map(text));
    let gathers = option(gathers.map(|group| format!("Group::{group:?}")));
    let name = text(name);
    let _ = writeln!(
        out,
        "const LINT_{index}: Lint = Lint {{ name: {name}, group: Group::{group:?}, level: Level::{level:?}, \
         whole_letter: {whole_letter}, after_others: {after_others}, texts: [{en}, {zh}], sources: {sources}, check: {check}, gathers: {gathers}, \
         phrases: {phrases}, patterns: {patterns}, options: {options}, examples: {examples} }};"
    );
}

fn said(said: &Text, variants: &str) -> String {
    format!(
        "Text {{ summary: {}, message: {}, help: {}, explain: {}, variants: {variants} }}",
        text(&said.summary),
        text(&said.message),
        text(&said.help),
        text(&said.explain)
    )
}

fn variant(variant: &Variant) -> String {
    let (name, message, help) = (text(&variant.name), text(&variant.message), text(&variant.help));
    format!("Variant {{ name: {name}, message: {message}, help: {help} }}")
}

fn phrase(phrase: &Phrase) -> String {
    let Phrase { name, parts, cases, unless_sentence, unless_nearby, when, rough, .. } = phrase;
    let Phrase { replace, applicability, .. } = phrase;
    format!(
        "Phrase {{ name: {}, parts: {parts}, cases: {cases}, unless_sentence: {unless_sentence}, \
         unless_nearby: {unless_nearby}, when: {when}, rough: {rough}, replace: {}, \
         applicability: Applicability::{applicability:?} }}",
        text(name),
        text(replace)
    )
}

fn pattern(pattern: &Pattern) -> String {
    format!(
        "Pattern {{ source: {}, tried: Tried::{:?}, replace: {}, \
         applicability: Applicability::{:?}, compiled: OnceLock::new() }}",
        text(&pattern.source),
        pattern.tried,
        text(&pattern.replace),
        pattern.applicability
    )
}

fn lint_option(option: &LintOption) -> String {
    let LintOption { name, default, help } = option;
    let (name, en, zh) = (text(name), text(&help[0]), text(&help[1]));
    format!("LintOption {{ name: {name}, default: {default}, help: [{en}, {zh}] }}")
}

fn example(example: &Example) -> String {
    format!("Example {{ bad: {}, text: {} }}", example.bad, text(&example.text))
}
