//! Items that were run into one paragraph: `(1)… (2)…`.

use super::line::trimmed;
use super::{Block, BlockKind, Mark};
use crate::source::Span;

/// Splits paragraphs and items that hold a numbered run of items.
pub(super) fn split(text: &str, blocks: Vec<Block>) -> Vec<Block> {
    let mut out = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block.kind {
            BlockKind::Paragraph | BlockKind::Item(_) => split_one(text, block, &mut out),
            _ => out.push(block),
        }
    }
    out
}

/// Splits one block at its marks, when it has a first and a second.
fn split_one(text: &str, block: Block, out: &mut Vec<Block>) {
    let marks = run_in_marks(&text[block.body.range()], own_mark(text, &block));
    let Some(&(mark, first, _)) = marks.first() else { return out.push(block) };
    let base = block.body.start;
    let before = trimmed(text, Span::new(base, base + first));
    if !before.is_empty() || matches!(block.kind, BlockKind::Item(_)) {
        let span = Span::new(block.span.start, before.end.max(block.body.start));
        out.push(Block { kind: block.kind, span, body: before, sentences: 0..0 });
    }
    for (index, &(_, start, body)) in marks.iter().enumerate() {
        let end = marks.get(index + 1).map_or(block.body.len(), |next| next.1);
        let span = trimmed(text, Span::new(base + start, base + end));
        let body = trimmed(text, Span::new((base + body).min(span.end), span.end));
        out.push(Block { kind: BlockKind::Item(mark), span, body, sentences: 0..0 });
    }
}

/// The mark of an item, and its number.
fn own_mark(text: &str, block: &Block) -> Option<(Mark, usize)> {
    let BlockKind::Item(mark) = block.kind else { return None };
    let (_, number, _) = mark_at(&text[block.span.range()], 0)?;
    Some((mark, number as usize))
}

/// The marks 1, 2, 3 … of the first style that counts at least to two: style, start of the mark, start
/// of the text behind it. An item's own number begins the count.
fn run_in_marks(body: &str, own: Option<(Mark, usize)>) -> Vec<(Mark, u32, u32)> {
    let mut chains: [Vec<(Mark, u32, u32)>; 11] = Default::default();
    let counted = |mark: Mark| own.filter(|own| own.0 == mark).map_or(0, |own| own.1);
    let mut from = 0;
    let mut depth = 0_u32;
    while let Some(at) = next_candidate(body, from) {
        from = at + 1;
        match body.as_bytes()[at] {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let Some((mark, number, length)) = mark_at(body, at) else { continue };
        // `(Annex 1)` closes a parenthesis.
        if mark == Mark::NumberParen && depth > 0 {
            continue;
        }
        let chain = &mut chains[mark as usize];
        if number as usize == counted(mark) + chain.len() + 1 {
            chain.push((mark, at as u32, (at + length) as u32));
            from = at + length;
            depth = 0;
        }
    }
    let lists = chains.into_iter().filter(|chain| {
        chain.first().is_some_and(|first| chain.len() + counted(first.0).min(1) >= 2)
    });
    lists.min_by_key(|chain| chain[0].1).unwrap_or_default()
}

/// The next byte at which a mark may begin.
fn next_candidate(body: &str, from: usize) -> Option<usize> {
    let may_begin = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'(' | b')' | 0xE2 | 0xEF);
    body.as_bytes()[from..].iter().position(may_begin).map(|at| from + at)
}

/// The mark at `at`: its style, its number, its length in bytes.
fn mark_at(body: &str, at: usize) -> Option<(Mark, u32, usize)> {
    let rest = body.get(at..)?;
    let first = rest.chars().next()?;
    let before = body[..at].chars().next_back();
    if ('①'..='⑳').contains(&first) {
        return Some((Mark::Circled, first as u32 - '①' as u32 + 1, first.len_utf8()));
    }
    let opening = if matches!(first, '(' | '（') { first.len_utf8() } else { 0 };
    let digits = rest[opening..].bytes().take_while(u8::is_ascii_digit).take(3).count();
    let number = rest[opening..opening + digits].parse().ok().filter(|_| digits <= 2)?;
    let length = opening + digits;
    let close = rest[length..].chars().next()?;
    let after = rest[length + close.len_utf8()..].chars().next();
    let mark = match close {
        ')' | '）' if opening > 0 => Mark::Parens,
        _ if opening > 0 => return None,
        ')' | '）' if begins_item(before) => Mark::NumberParen,
        '、' if begins_item(before) => Mark::Enumeration,
        '.' if begins_item(before) && !after.is_some_and(|next| next.is_ascii_digit()) => {
            Mark::NumberDot
        }
        _ => return None,
    };
    // `orders (12)` and `Section (3)` stand inside a sentence and never count from one.
    Some((mark, number, length + close.len_utf8()))
}

/// Whether a mark without an opening parenthesis may stand behind this character.
fn begins_item(before: Option<char>) -> bool {
    before.is_none_or(|before| {
        before.is_whitespace()
            || matches!(before, ':' | '：' | ';' | '；' | '。' | ',' | '，' | '.')
    })
}
