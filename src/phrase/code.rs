//! The code of a phrase: what a match reads, in the order of the phrase or from its end, as numbers.
//!
//! Most numbers are symbols, each of which reads a word. The others:
//!
//! ```text
//! START  END                           the edge of a sentence, no word
//! GAPS + n                             up to n words
//! ONE_OF  n  symbol …                  a word with one of n symbols
//! OPTION  n  code …                    what the next n numbers say, or nothing
//! CHOICE  n  (m  code …) …             one of the branches in the next n numbers, each m long
//! ```

use super::phrasebook::Symbol;

/// A gap of no word; gaps of up to one, two … words follow.
pub const GAPS: u16 = u16::MAX - u8::MAX as u16;
/// A word with one of some symbols.
pub const ONE_OF: u16 = GAPS - 1;
/// Something, or nothing.
pub const OPTION: u16 = GAPS - 2;
/// One of several branches.
pub const CHOICE: u16 = GAPS - 3;
/// The start of a sentence, before its first word.
pub const START: u16 = GAPS - 4;
/// The end of a sentence, behind its last word.
pub const END: u16 = GAPS - 5;
/// Symbols are below this.
pub const SYMBOLS: u16 = END;

/// What code says that is no symbol.
#[derive(Clone, Copy, Debug)]
pub enum Op<'c> {
    Start,
    End,
    Gap(u32),
    OneOf(&'c [Symbol]),
    Option(&'c [u16]),
    Choice(&'c [u16]),
}

/// What begins with `head`, which is no symbol, and goes on with `rest`; and what follows it.
#[inline]
pub fn op(head: u16, rest: &[u16]) -> (Op<'_>, &[u16]) {
    match head {
        START => (Op::Start, rest),
        END => (Op::End, rest),
        GAPS.. => (Op::Gap(u32::from(head - GAPS)), rest),
        _ => {
            let (body, rest) = counted(rest);
            let op = match head {
                ONE_OF => Op::OneOf(body),
                OPTION => Op::Option(body),
                _ => Op::Choice(body),
            };
            (op, rest)
        }
    }
}

/// The first branch of a choice, and the others.
#[inline]
pub fn branch(branches: &[u16]) -> Option<(&[u16], &[u16])> {
    (!branches.is_empty()).then(|| counted(branches))
}

/// As many numbers as the first one says, and what follows them.
#[inline]
fn counted(code: &[u16]) -> (&[u16], &[u16]) {
    let (length, rest) = code.split_first().unwrap_or((&0, &[]));
    rest.split_at_checked(usize::from(*length)).unwrap_or((rest, &[]))
}

/// Whether a number is a symbol.
#[inline]
pub fn is_symbol(number: u16) -> bool {
    number < SYMBOLS
}

/// Appends a bracket with what stands in it. A phrase has a limited length, so its code has one.
pub fn push_bracket(bracket: u16, body: &[u16], code: &mut Vec<u16>) {
    code.push(bracket);
    push_counted(body, code);
}

/// Appends a part of known length.
pub fn push_counted(body: &[u16], code: &mut Vec<u16>) {
    code.push(body.len() as u16);
    code.extend(body);
}
