//! Word classes: `@we` in a phrase is any entry of the class `we`.

use std::collections::BTreeMap;

use super::ast::{Atom, Forms, Node};
use super::inflect::{inflections, verb_forms};
use super::parse::{PhraseError, parse};

/// How many ways of reading one entry may have.
const MOST_READINGS: usize = 64;

/// All classes, by name.
#[derive(Clone, Debug, Default)]
pub struct Classes {
    by_name: BTreeMap<String, Vec<Entry>>,
}

/// An entry, with its optional words and alternatives written out.
#[derive(Clone, Debug)]
struct Entry {
    text: String,
    readings: Vec<Vec<Node>>,
}

/// What is wrong with a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassError {
    /// The class.
    pub class: String,
    /// The entry, as written; empty if it is the class as a whole.
    pub entry: String,
    /// What is wrong.
    pub error: PhraseError,
}

impl Classes {
    /// No classes.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a class. References to other classes are looked at in [`Self::check`], when all are known.
    pub fn add(&mut self, name: &str, entries: &[String]) -> Vec<ClassError> {
        let mut errors = Vec::new();
        let mut fail = |entry: &str, error| {
            errors.push(ClassError { class: name.to_owned(), entry: entry.to_owned(), error });
        };
        if self.by_name.contains_key(name) {
            fail("", PhraseError::new(0, "there are two classes of this name"));
        }
        if entries.is_empty() {
            fail("", PhraseError::new(0, "the class has no entries"));
        }
        let mut good = Vec::new();
        for text in entries {
            match parse(text).and_then(|node| readings(&node)) {
                Ok(readings) => good.push(Entry { text: text.clone(), readings }),
                Err(error) => fail(text, error),
            }
        }
        self.by_name.entry(name.to_owned()).or_insert(good);
        errors
    }

    /// Finds references to classes that do not exist, and classes that contain themselves. Drops those
    /// entries, so that phrases can still be looked at.
    pub fn check(&mut self) -> Vec<ClassError> {
        let mut errors = Vec::new();
        for (class, entries) in &self.by_name {
            for entry in entries {
                let wrong = entry.classes().find_map(|(name, at)| {
                    Some(PhraseError::new(at, self.wrong_reference(class, name)?))
                });
                let (class, entry) = (class.clone(), entry.text.clone());
                errors.extend(wrong.map(|error| ClassError { class, entry, error }));
            }
        }
        for error in &errors {
            let entries = self.by_name.get_mut(&error.class).into_iter();
            entries.for_each(|entries| entries.retain(|entry| entry.text != error.entry));
        }
        errors
    }

    /// What is wrong with an entry of `class` that refers to the class `name`.
    fn wrong_reference(&self, class: &str, name: &str) -> Option<String> {
        if !self.contains(name) {
            return Some(self.unknown(name));
        }
        let itself = name == class || self.reaches(name, class, &mut Vec::new());
        itself.then(|| format!("the class contains itself through `@{name}`"))
    }

    /// What to say of a class that does not exist.
    pub(super) fn unknown(&self, name: &str) -> String {
        let begins = |known: &&String| known.starts_with(name) || name.starts_with(known.as_str());
        match self.by_name.keys().find(begins) {
            Some(known) => format!("there is no class `@{name}`; do you mean `@{known}`?"),
            None => format!("there is no class `@{name}` in any file words/*.toml"),
        }
    }

    /// Whether there is a class of that name.
    pub(super) fn contains(&self, name: &str) -> bool {
        self.by_name.contains_key(name)
    }

    /// The names, ascending.
    pub(super) fn names(&self) -> impl Iterator<Item = &String> {
        self.by_name.keys()
    }

    /// Whether the class `from` contains the class `to`, however deep.
    fn reaches<'c>(&'c self, from: &'c str, to: &str, passed: &mut Vec<&'c str>) -> bool {
        if passed.contains(&from) {
            return false;
        }
        passed.push(from);
        let entries = self.by_name.get(from).into_iter().flatten();
        let names: Vec<&str> = entries.flat_map(Entry::classes).map(|(name, _)| name).collect();
        names.into_iter().any(|name| name == to || self.reaches(name, to, passed))
    }

    /// The single words of a class, or forms of them. The classes must have passed [`Self::check`].
    pub(super) fn words(&self, name: &str, forms: Option<Forms>) -> Vec<String> {
        let mut words = Vec::new();
        for reading in self.readings(name) {
            match reading {
                [Node::Atom(Atom::Class { name, forms: own, .. })] => {
                    words.extend(self.words(name, forms.or(*own)));
                }
                [Node::Atom(Atom::Word(word))] => words.extend(formed(word, forms)),
                [Node::Atom(Atom::Inflected(base, own))] => {
                    words.extend(formed(base, forms.or(Some(*own))));
                }
                _ => {}
            }
        }
        words
    }

    /// The entries of several words of a class, those of the classes inside among them.
    pub(super) fn phrases(&self, name: &str) -> Vec<Vec<Node>> {
        let mut phrases = Vec::new();
        for reading in self.readings(name) {
            match reading {
                [Node::Atom(Atom::Class { name, forms: None, .. })] => {
                    phrases.extend(self.phrases(name))
                }
                [_] => {}
                _ => phrases.push(reading.to_vec()),
            }
        }
        phrases
    }

    fn readings(&self, name: &str) -> impl Iterator<Item = &[Node]> {
        let entries = self.by_name.get(name).into_iter().flatten();
        entries.flat_map(|entry| entry.readings.iter().map(Vec::as_slice))
    }
}

impl Entry {
    /// The classes it refers to, and where.
    fn classes(&self) -> impl Iterator<Item = (&str, usize)> {
        self.readings.iter().flatten().filter_map(|node| match node {
            Node::Atom(Atom::Class { name, at, .. }) => Some((name.as_str(), *at)),
            _ => None,
        })
    }
}

/// The words that `forms` of a base are.
pub(super) fn formed(base: &str, forms: Option<Forms>) -> Vec<String> {
    match forms {
        None => vec![base.to_owned()],
        Some(Forms::Verb) => verb_forms(base),
        Some(Forms::One(form)) => inflections(base, form),
    }
}

/// Writes out the alternatives of an entry.
fn readings(node: &Node) -> Result<Vec<Vec<Node>>, PhraseError> {
    let readings = expand(node)?;
    if readings.iter().any(Vec::is_empty) {
        return Err(PhraseError::new(0, "an entry of a class cannot be empty"));
    }
    if readings.len() > MOST_READINGS {
        return Err(PhraseError::new(
            0,
            "the entry can be read in too many ways: write several entries",
        ));
    }
    Ok(readings)
}

fn expand(node: &Node) -> Result<Vec<Vec<Node>>, PhraseError> {
    match node {
        Node::Atom(Atom::Suffix(_) | Atom::Prefix(_)) => Err(PhraseError::new(
            0,
            "a class holds words, not endings: write `(@class | *ing)` in the phrase",
        )),
        Node::Atom(_) | Node::Pause => Ok(vec![vec![node.clone()]]),
        Node::Choice(nodes) => {
            let branches = nodes.iter().map(expand).collect::<Result<Vec<_>, _>>()?;
            Ok(branches.concat())
        }
        Node::Option(node) => {
            let mut readings = expand(node)?;
            readings.push(Vec::new());
            Ok(readings)
        }
        Node::Sequence(nodes) => nodes.iter().try_fold(vec![Vec::new()], |readings, node| {
            let more = expand(node)?;
            if readings.len() * more.len() > MOST_READINGS * 2 {
                return Err(PhraseError::new(
                    0,
                    "the entry can be read in too many ways: write several",
                ));
            }
            let joined = |reading: &Vec<Node>| {
                more.iter().map(|rest| [reading.as_slice(), rest].concat()).collect::<Vec<_>>()
            };
            Ok(readings.iter().flat_map(joined).collect())
        }),
        _ => Err(PhraseError::new(0, "an entry of a class holds only words and other classes")),
    }
}
