//! Byte ranges of a text as the editor's ranges, and back.

use lsp_types::{Position, Range};

use appeal_lint::source::{self, Lines, Span, Unit};

/// The places of a text, in the unit that was agreed upon.
pub struct Places<'s> {
    lines: Lines<'s>,
    unit: Unit,
}

impl<'s> Places<'s> {
    pub fn new(text: &'s str, unit: Unit) -> Self {
        Self { lines: Lines::of_buffer(text), unit }
    }

    /// Where a span begins and ends.
    pub fn range(&self, span: Span) -> Range {
        Range::new(self.position(span.start), self.position(span.end))
    }

    /// The bytes of a range; what of it does not exist is cut off.
    pub fn span(&self, range: Range) -> Span {
        let (one, other) = (self.offset(range.start), self.offset(range.end));
        Span::new(one.min(other), one.max(other))
    }

    /// The byte at a position.
    pub fn offset(&self, at: Position) -> u32 {
        let place = source::Position {
            line: at.line.saturating_add(1),
            column: at.character.saturating_add(1),
        };
        self.lines.offset(place, self.unit)
    }

    fn position(&self, offset: u32) -> Position {
        let source::Position { line, column } = self.lines.position_in(offset, self.unit);
        Position::new(line - 1, column - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "我们😀 do\r\nour\rbest\n";

    #[test]
    fn columns_count_what_was_agreed_upon() {
        let at = TEXT.find("do").expect("in the text") as u32;
        for (unit, column) in [(Unit::Byte, 11), (Unit::Utf16, 5), (Unit::CodePoint, 4)] {
            let places = Places::new(TEXT, unit);
            assert_eq!(places.position(at), Position::new(0, column), "{unit:?}");
            assert_eq!(places.offset(Position::new(0, column)), at, "{unit:?}");
        }
    }

    #[test]
    fn every_place_is_found_again() {
        for unit in Unit::ALL {
            let places = Places::new(TEXT, *unit);
            let ends = |at: &usize| !TEXT[..*at].ends_with('\r') || TEXT[*at..].starts_with('b');
            let all = (0..=TEXT.len()).filter(|at| TEXT.is_char_boundary(*at)).filter(ends);
            for at in all {
                assert_eq!(places.offset(places.position(at as u32)), at as u32, "{unit:?}");
            }
        }
    }

    #[test]
    fn what_does_not_exist_is_cut_off() {
        let places = Places::new(TEXT, Unit::Utf16);
        assert_eq!(places.offset(Position::new(9, 0)), TEXT.len() as u32);
        assert_eq!(places.offset(Position::new(u32::MAX, u32::MAX)), TEXT.len() as u32);
        assert_eq!(places.offset(Position::new(0, 99)), TEXT.find('\r').expect("a line") as u32);
        assert_eq!(places.offset(Position::new(0, 3)), 6, "inside the emoji");
        assert_eq!(places.position(TEXT.find("best").expect("a line") as u32), Position::new(2, 0));
    }
}
