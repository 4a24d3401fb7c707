//! A window of a line: as much of it around a place as the terminal has room for. What it costs
//! depends on the room, not on the line, which may be a letter of 50 MB.

use std::ops::Range;

use crate::report::plain::{cells, is_simple, push_all, width};

/// What stands where text was cut; annotate-snippets writes it, too.
const DOTS: &str = "...";

/// Text for the terminal, and where the places stand in it, in bytes.
#[derive(Debug, PartialEq, Eq)]
pub struct Window {
    pub text: String,
    pub marks: Vec<Range<usize>>,
}

/// The part of `line` around `marks` that fits into `room` cells, with `after` cells to spare
/// behind the last mark for what is written there. Several marks must fit together; a single one
/// that is too long loses its middle.
pub fn window(line: &str, marks: &[Range<usize>], room: usize, after: usize) -> Window {
    let from = marks.iter().map(|mark| mark.start).min().unwrap_or(0);
    let to = marks.iter().map(|mark| mark.end).max().unwrap_or(0);
    let (left, inside, right) = (&line[..from], &line[from..to], &line[to..]);
    let dots = |text: &str| if text.is_empty() { 0 } else { DOTS.len() };
    let limit = room.saturating_sub(dots(left) + dots(right) + after);
    let shown = squeeze(inside, limit);
    let rest = room.saturating_sub(width(&shown));
    // Half of the rest for what stands before, and what is left over by a short end of the line.
    let behind = width(head(right, rest)).min(rest / 2);
    let mut text = lead(left, (rest - behind).min(rest.saturating_sub(after)));
    let room_behind = rest - width(&text).min(rest);
    let marks = match marks {
        [_, _, ..] if fits(inside, limit) => locate(inside, from, marks, text.len()),
        _ => vec![text.len()..text.len() + shown.len(); marks.len()],
    };
    text.push_str(&shown);
    text.push_str(&trail(right, room_behind));
    Window { text, marks }
}

/// Where the marks stand in a window that shows all the text inside them, and that at `offset`.
fn locate(inside: &str, from: usize, marks: &[Range<usize>], offset: usize) -> Vec<Range<usize>> {
    let place = |at: usize| offset + clean(&inside[..at - from]).len();
    marks.iter().map(|mark| place(mark.start)..place(mark.end)).collect()
}

/// The end of a text, in at most `room` cells.
pub fn lead(text: &str, room: usize) -> String {
    let whole = tail(text, room);
    if whole.len() == text.len() {
        return clean(whole);
    }
    if room < DOTS.len() {
        return String::new();
    }
    format!("{DOTS}{}", clean(from_word(tail(text, room - DOTS.len()))))
}

/// The start of a text, in at most `room` cells.
pub fn trail(text: &str, room: usize) -> String {
    let whole = head(text, room);
    if whole.len() == text.len() {
        return clean(whole);
    }
    if room < DOTS.len() {
        return String::new();
    }
    format!("{}{DOTS}", clean(to_word(head(text, room - DOTS.len()))))
}

/// The start and the end of a text, in at most `room` cells.
pub fn squeeze(text: &str, room: usize) -> String {
    let whole = head(text, room);
    if whole.len() == text.len() {
        return clean(whole);
    }
    let room = room.saturating_sub(DOTS.len());
    let (start, end) = (head(text, room - room / 3), tail(text, room / 3));
    format!("{}{DOTS}{}", clean(to_word(start)), clean(from_word(end)))
}

/// Whether a text fits into `room` cells; looks no further than that.
pub fn fits(text: &str, room: usize) -> bool {
    head(text, room).len() == text.len()
}

/// So many characters at an edge are given up for a whole word.
const WORD: usize = 12;

/// What was cut off a text, from its first whole word.
fn from_word(cut: &str) -> &str {
    let word = cut.char_indices().take(WORD).find(|(_, character)| *character == ' ');
    word.map_or(cut, |(at, _)| &cut[at..])
}

/// What was cut off a text, to its last whole word.
fn to_word(cut: &str) -> &str {
    let word = cut.char_indices().rev().take(WORD).find(|(_, character)| *character == ' ');
    word.map_or(cut, |(at, _)| &cut[..=at])
}

/// No more than this many characters share a cell: marks may be heaped on a letter without end.
const HEAP: usize = 4;

/// The longest start of a text within `room` cells.
fn head(text: &str, room: usize) -> &str {
    let near = &text.as_bytes()[..text.len().min(room + 1)];
    if is_simple(near) {
        return &text[..near.len().min(room)];
    }
    let mut used = 0;
    let fit = |(_, character): &(usize, char)| {
        used += cells(*character);
        used <= room
    };
    let last = text.char_indices().take(HEAP * (room + 1)).take_while(fit).last();
    &text[..last.map_or(0, |(at, character)| at + character.len_utf8())]
}

/// The longest end of a text within `room` cells.
fn tail(text: &str, room: usize) -> &str {
    let near = &text.as_bytes()[text.len().saturating_sub(room + 1)..];
    if is_simple(near) {
        return &text[text.len() - near.len().min(room)..];
    }
    let mut used = 0;
    let fit = |(_, character): &(usize, char)| {
        used += cells(*character);
        used <= room
    };
    let first = text.char_indices().rev().take(HEAP * (room + 1)).take_while(fit).last();
    &text[first.map_or(text.len(), |(at, _)| at)..]
}

/// What a terminal shows for a text.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_all(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::window;

    const LINE: &str = "one two three four five six seven eight nine ten";

    fn shown(line: &str, word: &str, room: usize, after: usize) -> (String, String) {
        let start = line.find(word).unwrap();
        let place = start..start + word.len();
        let window = window(line, std::slice::from_ref(&place), room, after);
        let mark = window.marks[0].clone();
        (window.text.clone(), window.text[mark].to_owned())
    }

    #[test]
    fn shows_a_line_that_fits() {
        assert_eq!(shown(LINE, "five", 60, 5), (LINE.to_owned(), "five".to_owned()));
    }

    #[test]
    fn cuts_at_words_on_both_sides() {
        let (text, mark) = shown(LINE, "five", 24, 0);
        assert_eq!((&*text, &*mark), ("... four five six ...", "five"));
    }

    #[test]
    fn keeps_room_for_a_label() {
        let (text, mark) = shown(LINE, "ten", 24, 14);
        assert_eq!((&*text, &*mark), ("... ten", "ten"));
    }

    #[test]
    fn takes_the_middle_out_of_what_is_too_long() {
        let (text, mark) = shown(LINE, "two three four five six seven eight", 26, 0);
        assert_eq!((&*text, &*mark), ("one two three ...eight ...", "two three ...eight"));
    }

    #[test]
    fn shows_tabs_and_wide_characters_by_their_cells() {
        assert_eq!(shown("\t买家粗心", "粗心", 12, 0).0, "    买家粗心");
        assert_eq!(shown("\t买家粗心", "粗心", 11, 0).0, "...买家粗心");
    }
}
