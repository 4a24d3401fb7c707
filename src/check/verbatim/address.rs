//! Addresses, names of files, tags: words that mean what they say letter by letter.

use crate::letter::endings;
use crate::phrase::is_han;
use crate::source::Span;

/// No name of a file or of a tag is longer than this on one side of a place, in bytes; web addresses may
/// be, see [`links`].
pub(super) const REACH: usize = 256;

/// The addresses among the words that a span touches.
pub(super) fn places(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let (start, end) = (start(text, span.start as usize), end(text, span.end as usize));
    let words = text[start..end].split(ends_word).flat_map(|word| {
        let bare = bare(word);
        let parts = (!is_address(bare)).then(|| bare.split(['(', ')', '[', ']', '{', '}']));
        let parts = parts.into_iter().flatten().map(self::bare).filter(|part| is_address(part));
        is_address(bare).then_some(bare).into_iter().chain(parts)
    });
    words.map(move |word| {
        let at = word.as_ptr().addr() - text.as_ptr().addr();
        Span::new(at as u32, (at + word.len()) as u32)
    })
}

/// The web addresses of a text, however long, in order and without overlap.
pub(super) fn links(text: &str) -> Vec<Span> {
    let marks = text.match_indices("://").chain(text.match_indices("www."));
    let mut marks: Vec<usize> = marks.map(|(at, _)| at).collect();
    marks.sort_unstable();
    let (mut links, mut from) = (Vec::new(), 0);
    for mark in marks {
        if mark < from {
            continue;
        }
        let scheme = text[from..mark].trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let start = from + scheme.len();
        // A comma or a semicolon is a part of it, where no space follows.
        let ends = |c: char| ends_word(c) && !matches!(c, ',' | ';' | '|' | '*');
        let word = text[start..].split(ends).next().unwrap_or_default();
        from = start + word.len();
        links.push(Span::new(start as u32, (start + bare(word).len()) as u32));
    }
    links
}

/// Where the word begins that goes on at a byte.
fn start(text: &str, at: usize) -> usize {
    let head = text[..at].char_indices().rev();
    let word = head.take_while(|(start, c)| !ends_word(*c) && start + REACH > at);
    word.last().map_or(at, |(start, _)| start)
}

/// Where the word ends that goes on at a byte.
fn end(text: &str, at: usize) -> usize {
    let tail = text[at..].char_indices();
    let mut word = tail.skip_while(|(end, c)| !ends_word(*c) && *end < REACH);
    word.next().map_or(text.len(), |(end, _)| at + end)
}

/// Whether a character stands between words: no address has it.
fn ends_word(c: char) -> bool {
    c.is_whitespace()
        || is_han(c)
        || matches!(c, ',' | ';' | '"' | '<' | '>' | '|' | '`' | '*')
        || matches!(c, '“' | '”' | '‘' | '«' | '»' | '…' | '\u{3001}'..='\u{301F}' | '\u{FF00}'..='\u{FF65}')
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    let word = word.trim_start_matches(['(', '[', '{', '\'', '*']);
    let word =
        word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '}', '*', '\'', '’', '…']);
    word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(word)
}

fn is_address(word: &str) -> bool {
    let www = word.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    www || word.contains("://")
        || is_tag(word)
        || is_joined(word)
        || is_path(word)
        || is_dotted(word)
}

/// `#tag`, `@name`.
fn is_tag(word: &str) -> bool {
    word.strip_prefix(['#', '@']).is_some_and(|name| name.starts_with(char::is_alphabetic))
}

/// `li@example.com`, `invoice_2024`, `photos\lamp`.
fn is_joined(word: &str) -> bool {
    word.match_indices(['@', '_', '\\']).any(|(at, _)| {
        word[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ':' | '.' | '\\'))
            && word[at + 1..].starts_with(char::is_alphanumeric)
    })
}

/// `C:/photos`, `~/photos`, `./photos`, `/home/li`.
fn is_path(word: &str) -> bool {
    let is_drive = word.len() > 3 && word.as_bytes()[0].is_ascii_alphabetic();
    (is_drive && word.get(1..3) == Some(":/"))
        || ["~/", "./", "../"].iter().any(|start| word.starts_with(start))
        || word.strip_prefix('/').is_some_and(|path| path.contains('/'))
}

/// `lamps.com`, `lamps.cn/help`, `photos/lamp.jpg`.
fn is_dotted(word: &str) -> bool {
    let host = word.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let file = word.rsplit('/').next().unwrap_or_default();
    ends_in(host, endings::is_host) || ends_in(file, |_, end| endings::is_file(end))
}

/// Whether a name has such an ending behind its last point.
fn ends_in(name: &str, is_ending: fn(&str, &str) -> bool) -> bool {
    let is_part =
        |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '%' | '+' | '(' | ')');
    name.rsplit_once('.').is_some_and(|(stem, ending)| {
        is_ending(stem, ending)
            && stem.chars().all(is_part)
            && stem.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '-' | '_'))
    })
}
