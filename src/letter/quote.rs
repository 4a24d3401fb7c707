//! What somebody else wrote: notices and buyers' messages that the letter repeats.

use super::line::{Line, LineKind};
use super::{Block, BlockKind};
use crate::phrase::is_han;
use crate::source::Span;

/// The marks around what somebody said.
const MARKS: [(char, char); 6] =
    [('"', '"'), ('“', '”'), ('「', '」'), ('『', '』'), ('«', '»'), ('„', '“')];

/// So many words in quotation marks are what somebody said, and so many bytes where there are no spaces
/// between words; less is a name or a term.
const SAID: (usize, usize) = (4, 24);

/// What may open such words, single marks among them.
const OPENING: [char; 8] = ['"', '“', '「', '『', '«', '„', '‘', '\''];

/// Words that lack their first letters, behind an apostrophe.
const ELIDED: [&str; 8] = ["cause", "til", "till", "em", "n", "tis", "twas", "s"];

/// So many characters are said at most within a block; behind more, a mark was forgotten.
const LONGEST: usize = 600;

/// The line behind a message that begins at `start`: the next line of dashes, or the end.
pub(super) fn end(text: &str, lines: &[Line], start: usize) -> usize {
    let closes =
        |line: &Line| line.kind == LineKind::Rule && text[line.span.range()].starts_with("--");
    lines[start + 1..].iter().position(closes).map_or(lines.len(), |at| start + 1 + at)
}

/// Paragraphs that stand wholly within quotation marks are quotes, and such items: questions of the notice,
/// which a letter answers one by one. An item in which the writer speaks is his own plan, marks or not.
pub(super) fn whole_blocks(text: &str, blocks: &mut [Block]) {
    for block in blocks {
        let body = &text[block.body.range()];
        let is_quote = match block.kind {
            BlockKind::Paragraph => is_quoted(body),
            BlockKind::Item(_) => is_quoted(body) && !speaks(body),
            _ => false,
        };
        if is_quote {
            block.kind = BlockKind::Quote;
        }
    }
}

/// Adds what stands in quotation marks in the body of a block: what somebody said, unless it is all of the
/// block, for [`whole_blocks`] has said whose words that is; and what is only a name or a term.
pub(super) fn within(text: &str, body: Span, said: &mut Vec<Span>, terms: &mut Vec<Span>) {
    let own = &text[body.range()];
    let end = own.trim_end_matches(['.', '。', ' ']).len();
    let mut at = 0;
    while let Some(next) = own[at..].find(OPENING) {
        let mark = at + next;
        let Some(open) = own[mark..].chars().next() else { return };
        let start = mark + open.len_utf8();
        at = start;
        // Behind a number or a word the straight mark is one of inches, or closes what nothing opened; so
        // does the one before a space.
        let is_straight = matches!(open, '"' | '\'');
        if is_straight
            && (own[..mark].ends_with(char::is_alphanumeric)
                || own[start..].starts_with(char::is_whitespace))
        {
            continue;
        }
        let Some(length) = length(&own[start..], open) else { continue };
        let inner = &own[start..start + length];
        let behind = own[start + length..].chars().next().map_or(0, char::len_utf8);
        let whole = end == start + length + behind;
        let spaceless = inner.contains(is_han) && inner.len() >= SAID.1;
        let long = spaceless || inner.split_whitespace().nth(SAID.0 - 1).is_some();
        let span = Span::new(body.start + start as u32, body.start + (start + length) as u32);
        if !long {
            terms.push(span);
        } else if !(mark == 0 && whole) {
            said.push(span);
        }
        at = start + length + behind;
    }
}

/// How long what is said is, behind the mark that opens it.
fn length(text: &str, open: char) -> Option<usize> {
    match MARKS.into_iter().find(|(one, _)| *one == open) {
        Some(marks) => {
            double(text, marks).filter(|length| text[..*length].chars().nth(LONGEST).is_none())
        }
        None if open == '\'' => single(text, '\''),
        None => single(text, '’'),
    }
}

/// Where the mark stands that closes what is said, behind the one that opens it. Straight and curly ones
/// close each other, for keyboards mix them: `“Lumo"`. Nothing where another quotation opens first that has
/// the same marks, so that no text is searched twice: what closes behind it is not known.
fn double(text: &str, (open, close): (char, char)) -> Option<usize> {
    let english = ['"', '“', '”'];
    // What is an opening mark in English closes in German.
    if open == '„' {
        let mut near = text.char_indices().take(LONGEST);
        return near.find(|(_, c)| english.contains(c)).map(|(at, _)| at);
    }
    let is_mark = |c| c == open || c == close || (english.contains(&open) && english.contains(&c));
    let mut within_other = false;
    for (at, mark) in text.match_indices(is_mark) {
        let behind = &text[at + mark.len()..];
        let (opens, closes) = sides(mark, &text[..at], behind);
        if opens && mark.starts_with(open) {
            return None;
        } else if opens {
            within_other = true;
        } else if closes && within_other && !mark.starts_with(close) {
            within_other = false;
        } else if closes {
            return Some(at);
        }
    }
    None
}

/// Whether a mark opens what is said, and whether it closes it; of straight ones the spaces beside them
/// tell, and one between spaces is one of inches.
fn sides(mark: &str, before: &str, behind: &str) -> (bool, bool) {
    if mark != "\"" {
        let opens = MARKS.iter().any(|(open, _)| mark.starts_with(*open));
        return (opens, !opens);
    }
    let spaced = before.ends_with(char::is_whitespace);
    let begins = spaced || before.ends_with(['(', '（', '[']);
    let ends = behind.is_empty() || behind.starts_with(char::is_whitespace);
    (begins && !ends, !spaced || behind.is_empty())
}

/// The same for single marks, which are apostrophes as well: `didn't`, `the buyers' boxes`, `'90s`. Nothing
/// where that cannot be told.
fn single(text: &str, close: char) -> Option<usize> {
    let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if word.is_empty() || ELIDED.iter().any(|one| one.eq_ignore_ascii_case(word)) {
        return None;
    }
    let mut genitive = None;
    let window = &text[..text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at)];
    for (at, _) in window.match_indices(close) {
        let behind = &text[at + close.len_utf8()..];
        if behind.starts_with(char::is_alphanumeric) || text[..at].ends_with(char::is_whitespace) {
            continue;
        }
        let owns = text[..at].ends_with('s')
            && behind.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_lowercase));
        if !owns {
            return Some(at);
        }
        genitive = genitive.or(Some(at));
    }
    genitive
}

/// Whether somebody speaks of himself, in English or in Chinese.
fn speaks(text: &str) -> bool {
    let own =
        |word: &str| ["i", "we", "my", "our"].iter().any(|one| word.eq_ignore_ascii_case(one));
    text.contains('我') || text.split(|c: char| !c.is_alphanumeric()).any(own)
}

/// Whether a text is one quotation of several words.
fn is_quoted(text: &str) -> bool {
    let Some(marks) = MARKS.into_iter().find(|(open, _)| text.starts_with(*open)) else {
        return false;
    };
    let behind = &text[marks.0.len_utf8()..];
    let end = behind.trim_end_matches(['.', '。', ' ']);
    let last = end.chars().next_back().map_or(0, char::len_utf8);
    let inner = end.len() - last;
    inner > 30 && double(behind, marks) == Some(inner)
}

#[cfg(test)]
mod tests {
    use super::{is_quoted, speaks, within};
    use crate::source::Span;

    fn said(text: &str) -> Vec<&str> {
        both(text).0
    }

    fn both(text: &str) -> (Vec<&str>, Vec<&str>) {
        let (mut said, mut terms) = (Vec::new(), Vec::new());
        within(text, Span::new(0, text.len() as u32), &mut said, &mut terms);
        let texts = |spans: Vec<Span>| spans.iter().map(|span| &text[span.range()]).collect();
        (texts(said), texts(terms))
    }

    #[test]
    fn what_somebody_said_is_more_than_a_term_and_inches_say_nothing() {
        let wrote = "He wrote, \"This is a fake. You are crooks!\" about the \"blue\" one.";
        assert_eq!(said(wrote), ["This is a fake. You are crooks!"]);
        assert_eq!(
            said("One said “it broke after two days”, one “fine”."),
            ["it broke after two days"]
        );
        assert_eq!(
            said("买家说：“收到的商品是旧的，请尽快退款。”"),
            ["收到的商品是旧的，请尽快退款。"]
        );
        assert!(said("\"Your robot is stupid and we know it\".").is_empty());
        let single =
            "One wrote 'it doesn't work after two days' and ‘the buyers’ boxes came late’.";
        assert_eq!(said(single), ["it doesn't work after two days", "the buyers’ boxes came late"]);
        for none in [
            "The '90s boxes, the buyers' own ones and the sellers' are gone",
            "We didn't count the buyers' boxes 'cause we did not see the sellers' own list",
            "It is 6' long and 4' wide, as it's sold on the listing's page",
            "The ‘old’ boxes and the buyers’ own new boxes weren’t counted",
        ] {
            assert!(said(none).is_empty(), "{none}");
        }
        assert_eq!(said("Er schrieb: „ich habe die Lampe nicht“"), ["ich habe die Lampe nicht"]);
        let none = "The 6\" pan, the 8\" pan and the 10\" pan are \"used\", as the notice says";
        assert!(said(none).is_empty());
        assert!(said("The notice says \"sold as new and never used by").is_empty());
        let long = format!("They wrote “{}” to us", "we want our money ".repeat(40));
        assert!(said(&long).is_empty());
    }

    #[test]
    fn names_and_terms_are_short() {
        let text =
            "We changed “recieve” to \"receive\" in 'Dont Stop', which isn't the buyers' word.";
        assert_eq!(both(text), (vec![], vec!["recieve", "receive", "Dont Stop"]));
    }

    #[test]
    fn marks_of_two_shapes_close_each_other_and_none_swallows_the_writers_words() {
        for none in [
            "The “Lumo\" lamp broke. Your decision is unfair. We asked for “more” time.",
            "The 24 \" lid was late. This will never happen again. The other one is 27 \" wide.",
            "\"I got a fake and we asked for help. It will never happen again. The \"new\" lid",
            "The “Lumo lamp broke. Your decision is unfair. We asked for “more” time.",
        ] {
            assert_eq!(said(none), [""; 0], "{none}");
        }
        for (text, wanted) in [
            ("One wrote “it broke after \"two\" days” to us", "it broke after \"two\" days"),
            ("One wrote \"it broke after “two” days\" to us", "it broke after “two” days"),
            ("One wrote “it broke after days\" to us", "it broke after days"),
            ("One wrote \"it broke after days” to us", "it broke after days"),
            ("One wrote “ it broke after days ” to us", " it broke after days "),
        ] {
            assert_eq!(said(text), [wanted], "{text}");
        }
    }

    /// Letters that would take hours if the end of each quotation were looked for in all of the text.
    #[test]
    fn many_quotations_in_one_block() {
        for text in ["“ ", "\"a ", "„a ", "「 ", "“a \"b ", "'a ", "“a b c d” "] {
            said(&(text.repeat(400_000) + &".".repeat(1_000_000)));
        }
    }

    #[test]
    fn a_question_of_the_notice_is_quoted_and_a_plan_in_quotation_marks_speaks() {
        for text in [
            "\"Tell us what you have done about it.\"",
            "“请说明贵方已经采取了哪些措施。”",
            "“Tell us what you have done about it.\"",
        ] {
            assert!(is_quoted(text) && !speaks(text), "{text}");
        }
        for text in ["\"We’ll check each box before it leaves.\"", "“我们以后每周核对一次标签。”"]
        {
            assert!(is_quoted(text) && speaks(text), "{text}");
        }
    }
}
