//! A phrase as a tree.

use super::inflect::Form;
use super::token::FactKind;

/// A part of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// A word, or one of a set of words.
    Atom(Atom),
    /// `_`: any one word.
    Any,
    /// `...`: up to so many words or pauses.
    Gap(u8),
    /// `,`: a pause.
    Pause,
    /// `{number}`: a number in digits.
    Number,
    /// `{date}` and the like.
    Fact(FactKind),
    /// `^`: the start of a sentence.
    Start,
    /// `$`: the end of a sentence.
    End,
    /// One after the other.
    Sequence(Vec<Node>),
    /// `(a | b)`: one of them.
    Choice(Vec<Node>),
    /// `[a]`: it or nothing.
    Option(Box<Node>),
    /// `<a>`: the part that is reported.
    Marked(Box<Node>),
}

/// What is matched against one word (or, for a class, a few words) of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Atom {
    /// A word, folded; a Chinese character; a number as written.
    Word(String),
    /// `word~`, `word~ing`: forms of a word.
    Inflected(String, Forms),
    /// `@class`, `@class~ing`.
    Class {
        /// The class's name.
        name: String,
        /// The forms of its words, or the words as listed.
        forms: Option<Forms>,
        /// Where the name stands in the phrase, in bytes: for errors.
        at: usize,
    },
    /// `*ing`: a word with that ending.
    Suffix(String),
    /// `un*`: a word with that beginning.
    Prefix(String),
}

/// Which forms of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Forms {
    /// All forms of the verb.
    Verb,
    /// One form.
    One(Form),
}

impl Node {
    /// Whether it can match without a word. Classes never do, which `class.rs` sees to.
    #[must_use]
    pub fn is_nullable(&self) -> bool {
        match self {
            Self::Gap(_) | Self::Start | Self::End | Self::Option(_) => true,
            Self::Sequence(nodes) => nodes.iter().all(Self::is_nullable),
            Self::Choice(nodes) => nodes.iter().any(Self::is_nullable),
            Self::Marked(node) => node.is_nullable(),
            Self::Atom(_) | Self::Any | Self::Pause | Self::Number | Self::Fact(_) => false,
        }
    }

    /// Whether `found` holds for it or for a node inside.
    #[must_use]
    pub fn any(&self, found: &impl Fn(&Self) -> bool) -> bool {
        found(self)
            || match self {
                Self::Sequence(nodes) | Self::Choice(nodes) => nodes.iter().any(|n| n.any(found)),
                Self::Option(node) | Self::Marked(node) => node.any(found),
                _ => false,
            }
    }
}
