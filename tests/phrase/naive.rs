//! A matcher that is slow and plainly right: it tries every way through the tree of a phrase.

use std::collections::BTreeMap;

use appeal_lint::phrase::{
    Atom, FactKind, FactWords, Forms, Node, Pieces, TokenKind, fold, inflections, parse, verb_forms,
};

/// A word as the naive matcher sees it: folded, and what it is.
pub struct Word {
    pub text: String,
    pub kind: TokenKind,
}

/// Where a match stands: the word it has come to, and the marked words so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    pub end: usize,
    /// The first marked word and the one behind the last.
    pub mark: Option<(usize, usize)>,
}

/// Looks for one phrase in one sentence.
pub struct Naive<'n> {
    pub words: &'n [Word],
    pub classes: &'n BTreeMap<String, Vec<Node>>,
    /// Facts of several words, which may be read as one.
    pub facts: &'n [FactWords],
}

/// The words of a text.
pub fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for piece in Pieces::new(text) {
        let again = |last: &Word| (last.kind, piece.kind) == (TokenKind::Pause, TokenKind::Pause);
        if !words.last().is_some_and(again) {
            let text = match &text[piece.start..piece.end] {
                "&" => "and".to_string(),
                text => fold(text).collect(),
            };
            words.push(Word { text, kind: piece.kind });
        }
    }
    words
}

/// The entries of classes, as trees.
pub fn classes<'c, E: AsRef<str> + 'c>(
    classes: impl IntoIterator<Item = (&'c str, &'c [E])>,
) -> BTreeMap<String, Vec<Node>> {
    let entry = |entry: &E| parse(entry.as_ref()).expect("a good entry");
    let class =
        |(name, entries): (&str, &[E])| (name.to_string(), entries.iter().map(entry).collect());
    classes.into_iter().map(class).collect()
}

impl Naive<'_> {
    /// The reported ranges, as the scanner chooses them.
    pub fn find(&self, phrase: &Node) -> Vec<(usize, usize)> {
        let marked = !phrase.any(&|node| matches!(node, Node::Marked(_)));
        let mut best = std::collections::BTreeMap::new();
        for start in 0..=self.words.len() {
            let mut ends = Vec::new();
            self.go(phrase, At { end: start, mark: None }, marked, &mut ends);
            for At { end, mark } in ends {
                let (first, last) = mark.expect("a phrase reports something");
                // Of the matches that end at one word the one that reports more to the left counts.
                let known = best.entry(end).or_insert((first, last));
                if (first, usize::MAX - last) < (known.0, usize::MAX - known.1) {
                    *known = (first, last);
                }
            }
        }
        let mut found: Vec<(usize, usize)> = best.into_values().collect();
        found.sort_by_key(|(first, last)| (*first, usize::MAX - last));
        let mut kept: Vec<(usize, usize)> = Vec::new();
        for (first, last) in found {
            if kept.last().is_none_or(|(_, end)| *end <= first) {
                kept.push((first, last));
            }
        }
        kept
    }

    /// All places that a node leads to.
    fn go(&self, node: &Node, at: At, marked: bool, ends: &mut Vec<At>) {
        match node {
            Node::Sequence(nodes) => {
                let mut places = vec![at];
                for node in nodes {
                    let mut next = Vec::new();
                    places.iter().for_each(|at| self.go(node, *at, marked, &mut next));
                    next.sort();
                    next.dedup();
                    places = next;
                }
                ends.extend(places);
            }
            Node::Choice(nodes) => nodes.iter().for_each(|node| self.go(node, at, marked, ends)),
            Node::Option(node) => {
                ends.push(at);
                self.go(node, at, marked, ends);
            }
            Node::Marked(node) => self.go(node, at, true, ends),
            Node::Gap(bound) => {
                ends.push(at);
                if let Some(rest) = bound.checked_sub(1) {
                    let next = self.over(at, marked, |_| true);
                    for at in next.into_iter().chain(self.over_fact(at, marked, |_| true)) {
                        self.go(&Node::Gap(rest), at, marked, ends);
                    }
                }
            }
            Node::Start => ends.extend((at.end == self.bare().0).then_some(at)),
            Node::End => ends.extend((at.end == self.bare().1).then_some(at)),
            Node::Any => {
                ends.extend(self.over(at, marked, |word| word.kind != TokenKind::Pause));
                ends.extend(self.over_fact(at, marked, |_| true));
            }
            Node::Pause => ends.extend(self.over(at, marked, |word| word.kind == TokenKind::Pause)),
            Node::Number => {
                ends.extend(self.over(at, marked, |word| word.kind == TokenKind::Number))
            }
            Node::Fact(kind) => ends.extend(self.over_fact(at, marked, |own| own == *kind)),
            Node::Atom(atom) => self.atom(atom, at, marked, ends),
        }
    }

    fn atom(&self, atom: &Atom, at: At, marked: bool, ends: &mut Vec<At>) {
        match atom {
            Atom::Word(text) => ends.extend(self.over(at, marked, |word| word.text == *text)),
            Atom::Inflected(base, forms) => {
                let forms = formed(base, *forms);
                ends.extend(self.over(at, marked, |word| forms.contains(&word.text)));
            }
            Atom::Suffix(text) => ends.extend(self.over(at, marked, |word| {
                word.kind == TokenKind::Word
                    && word.text.len() > text.len() + 1
                    && word.text.ends_with(text)
            })),
            Atom::Prefix(text) => ends.extend(self.over(at, marked, |word| {
                word.kind == TokenKind::Word
                    && word.text.len() > text.len() + 1
                    && word.text.starts_with(text)
            })),
            Atom::Class { name, forms, .. } => {
                for entry in &self.classes[name] {
                    self.entry(entry, *forms, at, marked, ends);
                }
            }
        }
    }

    /// An entry of a class, or forms of it if it is one word.
    fn entry(&self, entry: &Node, forms: Option<Forms>, at: At, marked: bool, ends: &mut Vec<At>) {
        let Some(forms) = forms else { return self.go(entry, at, marked, ends) };
        match entry {
            Node::Atom(Atom::Word(base) | Atom::Inflected(base, _)) => {
                self.atom(&Atom::Inflected(base.clone(), forms), at, marked, ends);
            }
            Node::Atom(Atom::Class { name, .. }) => {
                for entry in &self.classes[name] {
                    self.entry(entry, Some(forms), at, marked, ends);
                }
            }
            Node::Choice(nodes) => {
                nodes.iter().for_each(|node| self.entry(node, Some(forms), at, marked, ends));
            }
            _ => {}
        }
    }

    /// One word further, if it fits.
    fn over(&self, at: At, marked: bool, fits: impl Fn(&Word) -> bool) -> Option<At> {
        self.words.get(at.end).filter(|word| fits(word))?;
        Some(Self::to(at, at.end + 1, marked))
    }

    /// Over a fact of several words, if one begins here and fits.
    fn over_fact(&self, at: At, marked: bool, fits: impl Fn(FactKind) -> bool) -> Option<At> {
        let begins = |fact: &&FactWords| fact.tokens.start as usize == at.end && fits(fact.kind);
        let fact = self.facts.iter().find(begins)?;
        Some(Self::to(at, fact.tokens.end as usize, marked))
    }

    fn to(at: At, end: usize, marked: bool) -> At {
        let mark =
            if marked { Some((at.mark.map_or(at.end, |(first, _)| first), end)) } else { at.mark };
        At { end, mark }
    }

    /// The first word that is no pause, and the place behind the last.
    fn bare(&self) -> (usize, usize) {
        let is_word = |word: &Word| word.kind != TokenKind::Pause;
        let first = self.words.iter().position(is_word);
        let last = self.words.iter().rposition(is_word);
        first.zip(last).map_or((usize::MAX, usize::MAX), |(first, last)| (first, last + 1))
    }
}

/// The forms of a base.
fn formed(base: &str, forms: Forms) -> Vec<String> {
    match forms {
        Forms::Verb => verb_forms(base),
        Forms::One(form) => inflections(base, form),
    }
}
