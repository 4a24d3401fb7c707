//! Bytes to text, in the order that goes wrong least: what the first bytes say, UTF-16 by its NULs,
//! UTF-8, and only then a guess. (UTF-16 goes before UTF-8 because English in UTF-16 without a byte
//! order mark is valid UTF-8, full of NULs.)

use encoding_rs::{DecoderResult, GB18030, GBK};

use super::{Encoding, Foreign, SourceError, guess, place, utf16};

/// The text of a letter, and the encoding that was found.
pub(super) fn automatic(bytes: Vec<u8>) -> Result<(String, Encoding), SourceError> {
    if let Some(encoding) = Encoding::from_bom(&bytes) {
        return named(bytes, encoding);
    }
    if let Some(foreign) = foreign(&bytes) {
        return Err(SourceError::Foreign(foreign));
    }
    if let Some(at) = control(&bytes) {
        let encoding = utf16::guess(&bytes).ok_or(SourceError::Binary(at))?;
        return named(bytes, encoding);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok((text, Encoding::UTF_8)),
        Err(error) => {
            let bytes = error.into_bytes();
            let encoding = guess::guess(&bytes)?;
            named(bytes, encoding)
        }
    }
}

/// The text of a letter in a known encoding. A byte order mark is dropped and remembered; what it says
/// counts for more than what is known, since no text begins with its bytes.
pub(super) fn named(
    mut bytes: Vec<u8>,
    encoding: Encoding,
) -> Result<(String, Encoding), SourceError> {
    let encoding = Encoding::from_bom(&bytes).unwrap_or(encoding.without_bom());
    let mark = encoding.bom().len();
    let invalid = |at| SourceError::Undecodable { encoding: encoding.name(), at: mark + at };
    if encoding.charset() == encoding_rs::UTF_8 {
        bytes.drain(..mark);
        let text =
            String::from_utf8(bytes).map_err(|error| invalid(error.utf8_error().valid_up_to()))?;
        return match control(text.as_bytes()) {
            Some(at) => Err(SourceError::Binary(mark + at)),
            None => Ok((text, encoding)),
        };
    }
    let text = strict(encoding.charset(), &bytes[mark..]).map_err(invalid)?;
    if let Some(at) = control(text.as_bytes()) {
        let at = place::bytes_before(encoding, &bytes[mark..], &[at]);
        return Err(SourceError::Binary(mark + at.first().copied().unwrap_or(0)));
    }
    Ok((text, if has_four_bytes(encoding, &bytes) { Encoding::new(GB18030) } else { encoding }))
}

/// The text without any replacement, or the offset of the first byte that does not fit.
pub(super) fn strict(
    charset: &'static encoding_rs::Encoding,
    bytes: &[u8],
) -> Result<String, usize> {
    let mut decoder = charset.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).ok_or(0usize)?;
    let mut text = String::with_capacity(room);
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
        (DecoderResult::InputEmpty, _) => {
            text.shrink_to_fit();
            Ok(text)
        }
        (DecoderResult::Malformed(length, after), read) => {
            Err(read.saturating_sub(usize::from(length) + usize::from(after)))
        }
        (DecoderResult::OutputFull, read) => Err(read),
    }
}

/// The offset of the first byte that no letter has: a control character other than bell to carriage
/// return (Word's line breaks are vertical tabs), DOS's end of file and Word's special hyphens.
///
/// Without branches, so that the compiler can look at many bytes at a time.
fn control(bytes: &[u8]) -> Option<usize> {
    let bad = |byte: u8| {
        (byte < 0x20) & !(0x07..=0x0D).contains(&byte) & (byte != 0x1A) & (byte < 0x1E)
            | (byte == 0x7F)
    };
    let any = |chunk: &[u8]| chunk.iter().fold(false, |found, byte| found | bad(*byte));
    let mut chunks = bytes.chunks(1024);
    let (index, chunk) = chunks.by_ref().enumerate().find(|(_, chunk)| any(chunk))?;
    Some(index * 1024 + chunk.iter().position(|byte| bad(*byte))?)
}

/// What the first bytes say, if they are those of a document that is not text.
fn foreign(bytes: &[u8]) -> Option<Foreign> {
    const MARKS: [(&[u8], Foreign); 3] = [
        (b"%PDF-", Foreign::Pdf),
        (b"{\\rtf", Foreign::Rtf),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Foreign::OldWord),
    ];
    MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, foreign)| *foreign)
}

/// Whether GBK is in truth GB18030: its decoder reads the characters of four bytes too, but its
/// encoder cannot write them.
fn has_four_bytes(encoding: Encoding, bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while encoding.charset() == GBK {
        match rest {
            [0..=0x80, behind @ ..] => rest = behind,
            [_, b'0'..=b'9', ..] => return true,
            [_, _, behind @ ..] => rest = behind,
            _ => break,
        }
    }
    false
}
