//! Writes the catalogue down as Rust. Nothing but the phrasebook's tables holds pointers: texts are places
//! in one text, the lists of lints places in flat tables.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;

use crate::letter::cue::{Cue, CueKind};
use crate::lint::{
    Catalogue, Example, Lint, LintOption, Literal, Owner, Pattern, Phrase, Shown, Text, Variant,
};
use crate::tables::{Tables, phrasebook, rows};

/// What the build script writes of the catalogue.
pub struct Shipped {
    /// The phrasebook.
    pub phrasebook: Tables,
    /// The cues, the owners, the lints, as Rust.
    pub lints: String,
    /// Their texts.
    pub text: String,
}

/// The tables of the lints that ship.
pub fn shipped(catalogue: &Catalogue) -> Shipped {
    let (mut tables, mut source) = (Tables::default(), String::new());
    phrasebook(&catalogue.phrasebook, &mut tables);
    let out = &mut source;
    let mut writer = Writer::default();
    // What each letter needs stands together.
    let literals: Vec<_> = catalogue.literals.all.iter().map(|one| writer.literal(one)).collect();
    let cues: Vec<_> = catalogue.cues.iter().map(|one| writer.cue(one)).collect();
    for lint in catalogue.lints.iter() {
        writer.text(&lint.name);
        lint.texts.iter().for_each(|text| writer.said_of_findings(text));
    }
    let lints: Vec<_> = catalogue.lints.iter().map(|one| writer.lint(one)).collect();
    rows("LITERALS", "Literal", literals.into_iter(), out);
    rows("HEADS", "u32", catalogue.literals.heads.iter().map(u32::to_string), out);
    rows("HEAD_SLOTS", "u32", catalogue.literals.slots.iter().map(u32::to_string), out);
    rows("SIEVE", "u64", catalogue.literals.sieve.iter().map(u64::to_string), out);
    rows("LONG_HEADS", "u64", catalogue.literals.long.iter().map(u64::to_string), out);
    rows("SHORT_STARTS", "u64", catalogue.literals.short.iter().map(u64::to_string), out);
    rows("CUES", "Cue", cues.into_iter(), out);
    rows("OWNERS_AT", "u32", catalogue.owners.starts.iter().map(u32::to_string), out);
    rows("OWNERS", "Owner", catalogue.owners.all.iter().map(owner), out);
    writer.tables(out);
    rows("LINTS", "Lint", lints.into_iter(), out);
    out.push_str(
        "/// The lints of the program.\n\
         pub static CATALOGUE: Catalogue = Catalogue { phrasebook: PHRASEBOOK, cues: Cow::Borrowed(&CUES), \
         owners: Owners { starts: Cow::Borrowed(&OWNERS_AT), all: Cow::Borrowed(&OWNERS) }, \
         lints: Cow::Borrowed(&LINTS), \
         literals: Literals { all: Cow::Borrowed(&LITERALS), heads: Cow::Borrowed(&HEADS), \
         slots: Cow::Borrowed(&HEAD_SLOTS), sieve: Cow::Borrowed(&SIEVE), \
         long: Cow::Borrowed(&LONG_HEADS), short: Cow::Borrowed(&SHORT_STARTS) } };\n",
    );
    Shipped { phrasebook: tables, lints: source, text: writer.text }
}

/// `checks.rs`: the functions of structural lints. A name without its function does not compile.
pub fn checks(catalogue: &Catalogue) -> String {
    let names: BTreeSet<_> =
        catalogue.lints.iter().filter_map(|lint| lint.check.as_deref()).collect();
    let entry = |name| format!("({name:?}, crate::check::{name}::check),\n");
    format!("&[\n{}]\n", names.into_iter().map(entry).collect::<String>())
}

fn owner(owner: &Owner) -> String {
    format!("Owner::{owner:?}")
}

fn option(item: Option<String>) -> String {
    item.map_or("None".to_owned(), |item| format!("Some({item})"))
}

/// Writes lints down.
#[derive(Default)]
struct Writer {
    /// All texts, each once.
    text: String,
    /// Where in `text` they stand.
    known: HashMap<String, usize>,
    /// The rows of the flat tables, by what they hold.
    rows: HashMap<&'static str, Vec<String>>,
}

impl Writer {
    /// A text, as its place.
    fn text(&mut self, text: &str) -> String {
        let at = match self.known.get(text) {
            _ if text.is_empty() => 0,
            Some(at) => *at,
            None => {
                self.text.push_str(text);
                let at = self.text.len() - text.len();
                self.known.insert(text.to_owned(), at);
                at
            }
        };
        format!("Str::shipped({at}, {})", text.len())
    }

    /// The rows of a lint, as their place among those of all lints.
    fn rows(&mut self, kind: &'static str, items: Vec<String>) -> String {
        let rows = self.rows.entry(kind).or_default();
        let (at, count) = (rows.len(), items.len());
        rows.extend(items);
        format!("Rows::shipped({at}, {count})")
    }

    /// The flat tables.
    fn tables(&self, out: &mut String) {
        for kind in ["Str", "Variant", "Phrase", "Pattern", "LintOption", "Example"] {
            let items = self.rows.get(kind).into_iter().flatten().cloned();
            let name = format!("{}_ROWS", kind.to_ascii_uppercase());
            rows(&name, kind, items, out);
            let _ = writeln!(
                out,
                "impl Shipped for {kind} {{ fn table() -> &'static [Self] {{ &{name} }} }}"
            );
        }
    }

    fn literal(&mut self, literal: &Literal) -> String {
        let Literal { text, lint, pattern, line, near } = literal;
        let text = self.text(text);
        format!(
            "Literal {{ text: {text}, lint: {lint}, pattern: {pattern}, line: {line}, \
             near: {near} }}"
        )
    }

    fn cue(&mut self, cue: &Cue) -> String {
        let part = option(cue.part.map(|part| format!("Part::{part:?}")));
        let case = option(cue.case.map(|case| format!("Case::{case:?}")));
        let kind = match &cue.kind {
            CueKind::Marker(name) => format!("Marker({})", self.text(name)),
            kind => format!("{kind:?}"),
        };
        let weight = cue.weight;
        format!("Cue {{ part: {part}, case: {case}, kind: CueKind::{kind}, weight: {weight} }}")
    }

    /// Places the texts that findings show beside each other.
    fn said_of_findings(&mut self, text: &Text) {
        let variants = text.variants.iter().flat_map(|one| [&one.message, &one.help]);
        for one in [&text.summary, &text.message, &text.help].into_iter().chain(variants) {
            self.text(one);
        }
    }

    fn lint(&mut self, lint: &Lint) -> String {
        let Lint {
            name, group, level, whole_letter, after_others, learned, shown, gathers, ..
        } = lint;
        let (name, texts) = (self.text(name), [0, 1].map(|lang| self.said(&lint.texts[lang])));
        let check = option(lint.check.as_deref().map(|name| self.text(name)));
        let learned = option(learned.map(|learned| format!("{learned:?}")));
        let shown = option(shown.as_ref().map(|shown| self.shown(shown)));
        let gathers = option(gathers.map(|group| format!("Group::{group:?}")));
        let sources: Vec<_> = lint.sources.iter().map(|source| self.text(source)).collect();
        let phrases: Vec<_> = lint.phrases.iter().map(|one| self.phrase(one)).collect();
        let patterns: Vec<_> = lint.patterns.iter().map(|one| self.pattern(one)).collect();
        let options: Vec<_> = lint.options.iter().map(|one| self.lint_option(one)).collect();
        let examples: Vec<_> = lint.examples.iter().map(|one| self.example(one)).collect();
        format!(
            "Lint {{ name: {name}, group: Group::{group:?}, level: Level::{level:?}, \
             whole_letter: {whole_letter}, after_others: {after_others}, texts: [{}], sources: {}, \
             check: {check}, learned: {learned}, shown: {shown}, \
             gathers: {gathers}, phrases: {}, patterns: {}, options: {}, examples: {} }}",
            texts.join(", "),
            self.rows("Str", sources),
            self.rows("Phrase", phrases),
            self.rows("Pattern", patterns),
            self.rows("LintOption", options),
            self.rows("Example", examples)
        )
    }

    fn shown(&mut self, shown: &Shown) -> String {
        let Shown { surely, hardly, against } = shown;
        let against: Vec<_> = against.iter().map(|name| self.text(name)).collect();
        let against = self.rows("Str", against);
        format!("Shown {{ surely: {surely}, hardly: {hardly}, against: {against} }}")
    }

    fn said(&mut self, said: &Text) -> String {
        let variants: Vec<_> = said.variants.iter().map(|one| self.variant(one)).collect();
        format!(
            "Text {{ summary: {}, message: {}, help: {}, explain: {}, variants: {} }}",
            self.text(&said.summary),
            self.text(&said.message),
            self.text(&said.help),
            self.text(&said.explain),
            self.rows("Variant", variants)
        )
    }

    fn variant(&mut self, variant: &Variant) -> String {
        let Variant { name, message, help } = variant;
        let [name, message, help] = [name, message, help].map(|one| self.text(one));
        format!("Variant {{ name: {name}, message: {message}, help: {help} }}")
    }

    fn phrase(&mut self, phrase: &Phrase) -> String {
        let Phrase { name, parts, cases, unless_sentence, unless_nearby, when, .. } = phrase;
        let Phrase { rough, replace, applicability, .. } = phrase;
        let [name, replace] = [name, replace].map(|one| self.text(one));
        format!(
            "Phrase {{ name: {name}, parts: {parts}, cases: {cases}, \
             unless_sentence: {unless_sentence}, unless_nearby: {unless_nearby}, when: {when}, \
             rough: {rough}, replace: {replace}, applicability: Applicability::{applicability:?} }}"
        )
    }

    fn pattern(&mut self, pattern: &Pattern) -> String {
        let Pattern { source, small, tried, near, replace, applicability, .. } = pattern;
        let [source, replace] = [source, replace].map(|one| self.text(one));
        format!(
            "Pattern {{ source: {source}, small: {small}, tried: Tried::{tried:?}, \
             near: {near}, replace: {replace}, applicability: Applicability::{applicability:?}, \
             compiled: OnceLock::new() }}"
        )
    }

    fn lint_option(&mut self, option: &LintOption) -> String {
        let LintOption { name, default, help: [en, zh] } = option;
        let [name, en, zh] = [name, en, zh].map(|one| self.text(one));
        format!("LintOption {{ name: {name}, default: {default}, help: [{en}, {zh}] }}")
    }

    fn example(&mut self, example: &Example) -> String {
        let Example { bad, text } = example;
        format!("Example {{ bad: {bad}, text: {} }}", self.text(text))
    }
}
