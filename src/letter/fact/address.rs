//! Where a mail or web address, or the name of a file, may begin.

use super::WINDOW;
use crate::letter::words::begins_with;

/// Whether a word of this length begins a mail or web address or a file name.
pub(super) fn begins_address(bytes: &[u8], length: usize) -> bool {
    match bytes[length..] {
        [b'@', ..] => true,
        [b':', ..] => bytes[length..].starts_with(b"://"),
        _ => {
            let name = name(bytes);
            bytes.get(name.len()) == Some(&b'@')
                || begins_with(name, b"www.")
                || has_extension(name)
        }
    }
}

/// What may be the name of a file or a person at the start of a text, and what belongs to it.
pub(super) fn name(bytes: &[u8]) -> &[u8] {
    let length = bytes.iter().take(WINDOW).take_while(|byte| is_name(**byte)).count();
    &bytes[..length]
}

/// Whether a byte may be one of a name: Chinese characters are among them.
fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-' | b'(' | b')' | 0x80..=0xBF | 0xE4..=0xE9)
}

/// Whether a name ends like a file at its first full stop.
pub(super) fn has_extension(name: &[u8]) -> bool {
    const ENDINGS: [&[u8]; 12] = [
        b"pdf", b"doc", b"xls", b"csv", b"jpg", b"jpeg", b"png", b"zip", b"rar", b"txt", b"mp4",
        b"eml",
    ];
    let Some(dot) = memchr::memchr(b'.', name) else { return false };
    let ending = &name[dot + 1..];
    ENDINGS.into_iter().any(|known| begins_with(ending, known))
}
