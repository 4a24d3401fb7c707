//! A text that is edited again and again, and what was changed of it in all.

use std::ops::Range;

use crate::diagnostic::Edit;
use crate::source::Span;

/// A text as pieces of the old one, and new ones between them.
pub struct Pieces(Vec<Piece>);

#[derive(Clone)]
enum Piece {
    Old(Range<u32>),
    New(String),
}

impl Piece {
    fn len(&self) -> u32 {
        match self {
            Self::Old(range) => range.end - range.start,
            Self::New(text) => text.len() as u32,
        }
    }

    /// A part of the piece, in bytes from its start.
    fn part(&self, part: Range<u32>) -> Self {
        match self {
            Self::Old(range) => Self::Old(range.start + part.start..range.start + part.end),
            Self::New(text) => Self::New(text[part.start as usize..part.end as usize].to_owned()),
        }
    }
}

impl Pieces {
    /// A text before any edit.
    pub fn of(text: &str) -> Self {
        Self(vec![Piece::Old(0..text.len() as u32)])
    }

    /// Makes edits, which are in order and name places of the text as it is now.
    pub fn apply(&mut self, edits: &[Edit]) {
        let mut pieces = Vec::with_capacity(self.0.len() + 2 * edits.len());
        let mut rest = std::mem::take(&mut self.0);
        rest.reverse();
        let mut at = 0;
        for edit in edits {
            split(&mut rest, edit.span.start - at, |kept| pieces.push(kept));
            split(&mut rest, edit.span.len(), drop);
            pieces.push(Piece::New(edit.text.clone()));
            at = edit.span.end;
        }
        pieces.extend(rest.into_iter().rev());
        self.0 = pieces;
    }

    /// The edits that lead from the old text to the new one, in order.
    pub fn edits(&self, old: &str) -> Vec<Edit> {
        let mut edits = Vec::new();
        let (mut at, mut text) = (0, String::new());
        let end = Piece::Old(old.len() as u32..old.len() as u32);
        for piece in self.0.iter().chain([&end]) {
            match piece {
                Piece::New(more) => text.push_str(more),
                Piece::Old(range) => {
                    let span = Span::new(at, range.start);
                    let text = std::mem::take(&mut text);
                    if old[span.range()] != text {
                        edits.push(Edit { span, text });
                    }
                    at = range.end;
                }
            }
        }
        edits
    }
}

/// Takes so many bytes off the text that `rest` holds in reverse.
fn split(rest: &mut Vec<Piece>, mut bytes: u32, mut take: impl FnMut(Piece)) {
    while bytes > 0 {
        let Some(piece) = rest.pop() else { return };
        if piece.len() > bytes {
            rest.push(piece.part(bytes..piece.len()));
            take(piece.part(0..bytes));
            return;
        }
        bytes -= piece.len();
        take(piece);
    }
}
