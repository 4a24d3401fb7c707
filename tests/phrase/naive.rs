//! A matcher that is slow and plainly right: it tries every way through the tree of a phrase.

use appeal_lint::phrase::{Atom, Node, TokenKind, parse};

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
    pub classes: &'n [(&'n str, &'n [&'n str])],
}

impl Naive<'_> {
    /// The reported ranges, as the automaton chooses them.
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
                let mut at = at;
                ends.push(at);
                for _ in 0..*bound {
                    let Some(next) = self.over(at, marked, |_| true) else { break };
                    ends.push(next);
                    at = next;
                }
            }
            Node::Start => ends.extend((at.end == self.bare().0).then_some(at)),
            Node::End => ends.extend((at.end == self.bare().1).then_some(at)),
            Node::Any => ends.extend(self.over(at, marked, |word| word.kind != TokenKind::Pause)),
            Node::Pause => ends.extend(self.over(at, marked, |word| word.kind == TokenKind::Pause)),
            Node::Number => {
                ends.extend(self.over(at, marked, |word| word.kind == TokenKind::Number))
            }
            Node::Fact(_) => {}
            Node::Atom(atom) => self.atom(atom, at, marked, ends),
        }
    }

    fn atom(&self, atom: &Atom, at: At, marked: bool, ends: &mut Vec<At>) {
        match atom {
            Atom::Word(text) => ends.extend(self.over(at, marked, |word| word.text == *text)),
            Atom::Suffix(text) => ends.extend(self.over(at, marked, |word| {
                word.kind == TokenKind::Word
                    && word.text.len() > text.len() + 1
                    && word.text.ends_with(text)
            })),
            Atom::Class { name, .. } => {
                let (_, entries) =
                    self.classes.iter().find(|(known, _)| known == name).expect("a known class");
                for entry in *entries {
                    self.go(&parse(entry).expect("a good entry"), at, marked, ends);
                }
            }
            _ => unreachable!("not generated"),
        }
    }

    /// One word further, if it fits.
    fn over(&self, at: At, marked: bool, fits: impl Fn(&Word) -> bool) -> Option<At> {
        self.words.get(at.end).filter(|word| fits(word))?;
        let end = at.end + 1;
        let mark =
            if marked { Some((at.mark.map_or(at.end, |(first, _)| first), end)) } else { at.mark };
        Some(At { end, mark })
    }

    /// The first word that is no pause, and the place behind the last.
    fn bare(&self) -> (usize, usize) {
        let is_word = |word: &Word| word.kind != TokenKind::Pause;
        let first = self.words.iter().position(is_word);
        let last = self.words.iter().rposition(is_word);
        first.zip(last).map_or((usize::MAX, usize::MAX), |(first, last)| (first, last + 1))
    }
}
