//! A space that is missing behind a comma, point or parenthesis, or stands before a comma.

mod technical;

use super::around::{in_fact, is_word, own_blocks, span, word_end, word_start};
use super::judge::{Context, Findings};
use super::together::Together;
use crate::diagnostic::Edit;
use crate::letter::{Block, BlockKind, FactKind, endings};
use crate::phrase::is_han;

/// Facts in which punctuation stands without spaces.
const SOLID: &[FactKind] = &[
    FactKind::Email,
    FactKind::Url,
    FactKind::Asin,
    FactKind::OrderId,
    FactKind::SellerId,
    FactKind::Reference,
    FactKind::Money,
    FactKind::Percent,
    FactKind::Time,
];

/// Words that go on behind a full stop without a capital, where nobody has set a space.
const GOING_ON: &[&str] = &[
    "we", "the", "our", "it", "this", "they", "and", "but", "if", "so", "since", "because",
    "please", "then", "when", "after", "all", "he", "she", "you", "there", "these", "for", "also",
    "any", "now", "not", "that", "maybe", "thank", "thanks", "dear", "before", "while", "although",
    "besides", "however", "only", "some", "many", "first", "once", "your", "my", "his", "their",
    "who", "which", "what", "how", "as", "in", "on", "at", "to", "with", "no", "do", "did", "will",
    "can", "have", "has", "are", "was",
];

/// Words that stand before a number.
const BEFORE_NUMBER: &[&str] = &[
    "within", "about", "over", "than", "only", "total", "of", "from", "to", "and", "by", "until",
    "in", "for", "less", "more", "every", "before", "after", "around", "nearly", "almost", "have",
    "has", "are", "is",
];

/// The first letter of Greek; the letters before it are Latin.
const LATIN: char = '\u{370}';

/// No name of a file, and no remark in parentheses, is longer than so many characters at a side of a mark.
const REACH: usize = 1000;

/// Reports all places as one finding, each with the words at both sides, and offers the spaces.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let mut places = Together::default();
    for block in own_blocks(cx) {
        let mut last = block.span.start as usize;
        let bytes = cx.text(block.span).as_bytes();
        let (mut read, mut opened) = (0, false);
        while let Some(gap) = bytes[read..].iter().position(|byte| is_mark(*byte)) {
            let mark = read + gap;
            read = mark + 1;
            let at = block.span.start as usize + mark;
            let place = Place::new(cx, block, at, char::from(bytes[mark]), opened);
            opened ^= bytes[mark] == b'"';
            let Some(place) = place else { continue };
            let Some((gap, text)) = place.fault().filter(|_| !place.is_solid()) else { continue };
            let start = word_start(cx.letter.text, last, place.bare_end().max(last));
            let end = word_end(cx.letter.text, place.behind().max(gap.1), place.to);
            last = at + 1;
            let edit = Edit { span: span(gap.0, gap.1), text: text.to_owned() };
            places.add(cx, span(start, end.max(last)), edit);
        }
    }
    found.extend(places.finding());
}

/// Whether a space may be missing beside a byte.
fn is_mark(byte: u8) -> bool {
    MARKS >> (byte & 0x3F) & 1 != 0 && byte < 0x40
}

/// A bit for each byte that a space may be missing beside; all are less than 64.
const MARKS: u64 = {
    let marks = *b"0123456789,.:;!?()\"";
    let (mut bits, mut at) = (0, 0);
    while at < marks.len() {
        bits |= 1 << marks[at];
        at += 1;
    }
    bits
};

/// A mark with what stands around it.
struct Place<'c> {
    cx: &'c Context<'c>,
    /// The block's bounds.
    from: usize,
    to: usize,
    at: usize,
    mark: char,
    before: char,
    after: char,
    in_table: bool,
    /// Whether a quotation that began in the block goes on before the mark.
    opened: bool,
}

/// The bytes to replace, and by what.
type Repair = ((usize, usize), &'static str);

impl<'c> Place<'c> {
    fn new(
        cx: &'c Context<'c>,
        block: &Block,
        at: usize,
        mark: char,
        opened: bool,
    ) -> Option<Self> {
        let text = cx.letter.text;
        let (from, to) = (block.span.start as usize, block.span.end as usize);
        let before = text[from..at].chars().next_back()?;
        let after = text[at + mark.len_utf8()..to].chars().next()?;
        let in_table = block.kind == BlockKind::Row;
        Some(Self { cx, from, to, at, mark, before, after, in_table, opened })
    }

    /// Whether the mark stands where there are no spaces.
    fn is_solid(&self) -> bool {
        in_fact(self.cx, self.at, SOLID)
            || self.in_name()
            || technical::is_technical(&self.text()[self.from..self.to], self.at - self.from)
    }

    fn text(&self) -> &'c str {
        self.cx.letter.text
    }

    /// The offset behind the mark.
    fn behind(&self) -> usize {
        self.at + self.mark.len_utf8()
    }

    /// Where the word before the mark ends.
    fn word_end(&self) -> usize {
        self.text()[self.from..self.at].trim_end().len() + self.from
    }

    /// Where that word ends without the point of an abbreviation.
    fn bare_end(&self) -> usize {
        self.text()[self.from..self.word_end()].trim_end_matches('.').len() + self.from
    }

    fn word_before(&self) -> &'c str {
        &self.text()[word_start(self.text(), self.from, self.at)..self.at]
    }

    fn word_behind(&self) -> &'c str {
        &self.text()[self.behind()..word_end(self.text(), self.behind(), self.to)]
    }

    /// Whether the mark stands in a file name or an address that is not recognised as one.
    fn in_name(&self) -> bool {
        let (head, tail) = self.text()[self.from..self.to].split_at(self.at - self.from);
        let head = head.chars().rev().take(REACH).take_while(|c| !c.is_whitespace());
        let tail = tail.chars().take(REACH).take_while(|c| !c.is_whitespace());
        let (head, tail) = (length(head), length(tail));
        let run = &self.text()[self.at - head..self.at + tail];
        let ending = run.trim_end_matches(|c: char| !is_word(c)).rsplit_once('.');
        run.contains(['@', '\\', '_', '=', '<', '{', '}', '|'])
            || ["://", "::", "www."].iter().any(|part| run.contains(part))
            || ending.is_some_and(|(_, ending)| endings::is_file(ending))
            || (self.mark == '.' && in_fact(self.cx, self.at, &[FactKind::Document]))
    }

    /// What is wrong at this mark.
    fn fault(&self) -> Option<Repair> {
        // Only letters of English and its neighbours have spaces as English has them.
        let letter = |c: char| c.is_alphabetic() && c < LATIN;
        let behind = self.behind();
        let insert = Some(((behind, behind), " "));
        match self.mark {
            ',' if self.before == ' ' && !self.in_table => self.space_before(),
            ',' | ';' if letter(self.after) && self.before != ' ' && !self.is_masked() => insert,
            ',' if self.after.is_ascii_digit() && self.is_date() => insert,
            ':' if letter(self.after) && (is_word(self.before) || self.before == ')') => {
                (!self.is_ratio()).then_some(())?;
                insert
            }
            '!' | '?' if letter(self.after) && is_word(self.before) && !self.is_cell() => insert,
            '.' if self.is_stop() => insert,
            ')' if letter(self.after) && !self.is_plural_behind() => insert,
            '(' if is_word(self.before) && self.is_remark() => Some(((self.at, self.at), " ")),
            '"' if letter(self.before) && letter(self.after) => self.quotation(),
            digit if digit.is_ascii_digit() && letter(self.before) && self.follows_word() => {
                Some(((self.at, self.at), " "))
            }
            _ => None,
        }
    }

    /// `word ,word`: the space stands on the wrong side.
    fn space_before(&self) -> Option<Repair> {
        let end = self.word_end();
        let word = self.text()[..end].chars().next_back().is_some_and(|c| is_word(c) || c == ')');
        let one_line = !self.text()[end..self.at].contains('\n');
        let text = if self.after.is_whitespace() { "," } else { ", " };
        (word && one_line && self.after != ',').then_some(((end, self.behind()), text))
    }

    /// `Feb 17,2025`.
    fn is_date(&self) -> bool {
        in_fact(self.cx, self.at, &[FactKind::Date])
    }

    /// `5xx,xxx`: a number of which the digits are not told.
    fn is_masked(&self) -> bool {
        self.before == 'x' && self.after == 'x'
    }

    /// `B2B:C2C`, `a:b`: one letter at a side. `EUR:USD`: two codes. `sku:abc:def`: more than two parts.
    fn is_ratio(&self) -> bool {
        let (before, behind) = (self.word_before(), self.word_behind());
        let is_code = |word: &str| !word.contains(char::is_lowercase);
        let goes_on = self.text()[self.behind() + behind.len()..self.to].starts_with(':');
        let went_on = self.text()[..self.at - before.len()].ends_with(':');
        let parts = (goes_on || went_on) && !before.is_empty();
        before.len() < 2 || behind.len() < 2 || (is_code(before) && is_code(behind)) || parts
    }

    /// `Orders!A1`: a cell of a spreadsheet.
    fn is_cell(&self) -> bool {
        let cell = self.word_behind();
        let row = cell.trim_start_matches(|c: char| c.is_ascii_uppercase());
        row.len() < cell.len() && row.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether a full stop ends a sentence and the next one begins at once.
    fn is_stop(&self) -> bool {
        let (before, behind) = (self.word_before(), self.word_behind());
        let plain = before.chars().count() >= 2 && before.ends_with(|c: char| c.is_lowercase());
        let next = self.text()[self.behind() + behind.len()..self.to].chars().next();
        let mut letters = behind.chars();
        let begins = letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase);
        let listed = GOING_ON.contains(&behind);
        let inner = self.text()[..self.at - before.len()].ends_with('.');
        plain
            && !inner
            && next != Some('.')
            && (begins || listed)
            && !endings::is_name(before, behind)
    }

    /// `item(s)`, of which the `s` stands behind the other parenthesis, or `1)`.
    fn is_plural_behind(&self) -> bool {
        self.word_behind().chars().count() < 2 && self.word_behind() != "I"
    }

    /// Whether a parenthesis holds a remark, not an ending or arguments.
    fn is_remark(&self) -> bool {
        let rest = &self.text()[self.behind()..self.to];
        let end = rest.char_indices().take(REACH).find(|(_, c)| *c == ')');
        let Some((end, _)) = end else { return false };
        let inside = &rest[..end];
        let short = !inside.contains(' ') && inside.chars().count() <= 3;
        let acronym = inside.len() >= 2
            && inside.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        self.word_before().chars().count() >= 2
            && !inside.starts_with(is_han)
            && inside.starts_with(char::is_alphanumeric)
            && (!short || (acronym && self.before.is_alphabetic()))
    }

    /// `say"yes`: an opening quotation mark without its space; not `Toys"R"Us`.
    fn quotation(&self) -> Option<Repair> {
        let text = self.text();
        let before = text[..self.at].chars().rev().nth(1);
        let behind = text[self.behind()..].chars().nth(1);
        ([before, behind].iter().all(|beside| *beside != Some('"'))).then_some(())?;
        let at = if self.opened { self.behind() } else { self.at };
        Some(((at, at), " "))
    }

    /// `within12`: a word that goes before a number. With capitals it is a name: `TO220`, `Total90`.
    fn follows_word(&self) -> bool {
        BEFORE_NUMBER.contains(&self.word_before())
    }
}

/// How many bytes some characters have.
fn length(characters: impl Iterator<Item = char>) -> usize {
    characters.map(char::len_utf8).sum()
}
