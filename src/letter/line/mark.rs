//! The marks of list items, and the numbers that they say.

use pest::iterators::Pair;

use super::super::Mark;
use super::{Line, LineKind, Rule};

/// Notes the mark of a list item, or of a part of the letter.
pub(super) fn mark(line: &mut Line, pair: Pair<'_, Rule>) {
    let found = match pair.as_rule() {
        Rule::parens => Mark::Parens,
        Rule::number_paren => Mark::NumberParen,
        Rule::number_dot => Mark::NumberDot,
        Rule::enumeration => Mark::Enumeration,
        Rule::number_comma => Mark::NumberComma,
        Rule::circled => Mark::Circled,
        Rule::chinese => Mark::Chinese,
        Rule::roman => Mark::Roman,
        Rule::alphabetic => Mark::Alphabetic,
        Rule::bullet => Mark::Bullet,
        Rule::ordinal => Mark::Ordinal,
        Rule::part_mark => {
            line.kind = LineKind::Part;
            return;
        }
        _ => return,
    };
    let said = pair.clone().into_inner().next().unwrap_or(pair);
    line.mark = Some((found, value(found, said.as_str())));
}

/// The number that a mark says; 0 where it says none.
fn value(mark: Mark, text: &str) -> u32 {
    let first = text.chars().next().unwrap_or(' ');
    match mark {
        Mark::Bullet | Mark::Ordinal => 0,
        Mark::Circled => match first {
            '①'..='⑳' => first as u32 - '①' as u32 + 1,
            '❶'..='❿' => first as u32 - '❶' as u32 + 1,
            _ => first as u32 - '➀' as u32 + 1,
        },
        Mark::Roman => roman(text),
        _ if first.is_ascii_alphabetic() => u32::from(first.to_ascii_lowercase() as u8 - b'a') + 1,
        _ if first.is_ascii_digit() => text.parse().unwrap_or(0),
        _ => text.chars().fold(0, |sum, digit| sum + han_digit(digit)),
    }
}

/// A Roman number below twenty.
fn roman(text: &str) -> u32 {
    let (mut sum, mut last) = (0, 0);
    for letter in text.chars().rev() {
        let value = match letter.to_ascii_lowercase() {
            'i' => 1,
            'v' => 5,
            'x' => 10,
            _ => 0,
        };
        sum = if value < last { sum - value } else { sum + value };
        last = value;
    }
    sum
}

/// A Chinese digit; up to nineteen their sum is the number.
fn han_digit(digit: char) -> u32 {
    "一二三四五六七八九十".chars().position(|one| one == digit).map_or(0, |at| at as u32 + 1)
}
