//! The marks of list items: `1.`, `b)`, `（一）`, `•`.

use std::collections::{HashMap, HashSet};

use super::numbering::{LEVELS, Level, Numbering};
use super::styles::Number;

/// Word goes on with aa, bb … aaa; nobody counts so far.
const LONGEST: usize = 40;

/// Counts the items of all lists while a document is walked through.
pub struct Counter<'d> {
    numbering: &'d Numbering,
    /// By the look of the list, the number of the last item of each level.
    counts: HashMap<&'d str, [Option<u32>; LEVELS]>,
    /// Lists and levels that have begun anew.
    restarted: HashSet<(String, usize)>,
}

impl<'d> Counter<'d> {
    pub fn new(numbering: &'d Numbering) -> Self {
        Self { numbering, counts: HashMap::new(), restarted: HashSet::new() }
    }

    /// Counts an item; its mark, with the gap behind it, or nothing when it is in no list.
    pub fn next(&mut self, number: &Number) -> Option<String> {
        let list = number.list.as_deref()?;
        let at = number.level.unwrap_or(0).min(LEVELS - 1);
        let level = self.numbering.level(list, at)?;
        let mut start = level.start;
        let counts = self.counts.entry(self.numbering.look(list)?).or_default();
        if let Some(first) = self.numbering.restart(list, at)
            && self.restarted.insert((list.to_owned(), at))
        {
            (start, counts[at]) = (first, None);
        }
        counts[at] = Some(counts[at].map_or(start, |last| last.saturating_add(1)));
        counts[at + 1..].fill(None);
        let counts = *counts;
        let mark = self.mark(list, level, &counts);
        Some(if level.gap && !mark.is_empty() { mark + " " } else { mark })
    }

    /// The mark of a level, its numbers filled in.
    fn mark(&self, list: &str, level: &Level, counts: &[Option<u32>; LEVELS]) -> String {
        if level.format == "bullet" {
            return bullet(&level.text).into();
        }
        let mut mark = String::new();
        let mut characters = level.text.chars().peekable();
        while let Some(character) = characters.next() {
            let digit = characters.peek().and_then(|next| next.to_digit(10));
            match digit.filter(|digit| character == '%' && *digit > 0) {
                Some(digit) => {
                    characters.next();
                    let of = digit as usize - 1;
                    let other = self.numbering.level(list, of);
                    let count = counts[of].or(other.map(|level| level.start)).unwrap_or(1);
                    let format = other.map_or("decimal", |level| &level.format);
                    mark.push_str(&written(count, if level.legal { "decimal" } else { format }));
                }
                None => mark.push(character),
            }
        }
        mark
    }
}

/// A bullet as text has it: Word's come from symbol fonts.
fn bullet(text: &str) -> &str {
    const KNOWN: &str = "-–—*•●○■□◆◇►▪➢✓✔·★※√";
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some(one), None) if KNOWN.contains(one) => text,
        _ => "•",
    }
}

/// A number as Word writes it in this format.
fn written(number: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "decimalZero" => format!("{number:02}"),
        "lowerLetter" => letters(number),
        "upperLetter" => letters(number).to_uppercase(),
        "lowerRoman" => roman(number),
        "upperRoman" => roman(number).to_uppercase(),
        "decimalFullWidth" | "decimalFullWidth2" => shifted(number, '０'),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&number) => {
            char::from_u32(0x245F + number).map_or_else(String::new, String::from)
        }
        "chineseCounting"
        | "chineseCountingThousand"
        | "chineseLegalSimplified"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "ideographDigital"
        | "koreanDigital2" => chinese(number),
        "ideographTraditional" if (1..=10).contains(&number) => {
            "甲乙丙丁戊己庚辛壬癸".chars().nth(number as usize - 1).into_iter().collect()
        }
        _ => number.to_string(),
    }
}

/// a, b … z, aa, bb.
fn letters(number: u32) -> String {
    let Some(index) = number.checked_sub(1) else { return "0".into() };
    let letter = char::from(b'a' + (index % 26) as u8);
    std::iter::repeat_n(letter, (index as usize / 26 + 1).min(LONGEST)).collect()
}

fn roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            written.push_str(sign);
            number -= value;
        }
    }
    written
}

/// 一, 十, 十一, 二十.
fn chinese(number: u32) -> String {
    let digit = |value: u32| "零一二三四五六七八九".chars().nth(value as usize);
    let ones = digit(number % 10).filter(|_| !number.is_multiple_of(10));
    match number {
        1..=9 => ones.into_iter().collect(),
        10..=19 => std::iter::once('十').chain(ones).collect(),
        20..=99 => digit(number / 10).into_iter().chain(['十']).chain(ones).collect(),
        _ => number.to_string(),
    }
}

/// Digits of another row of Unicode.
fn shifted(number: u32, zero: char) -> String {
    let shift = |digit: char| char::from_u32(u32::from(zero) + digit.to_digit(10)?);
    number.to_string().chars().filter_map(shift).collect()
}
