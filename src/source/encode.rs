//! Text to bytes, and edits to the bytes of a file.

use std::ops::Range;

use encoding_rs::EncoderResult;

use super::{EncodeError, Encoding, Source, Span, place, utf16};

impl Source {
    /// A text in the encoding of this letter, with its byte order mark.
    ///
    /// # Errors
    /// [`EncodeError`] when the encoding lacks a character, or can only be read.
    pub fn encode(&self, text: &str) -> Result<Vec<u8>, EncodeError> {
        let mut bytes = self.encoding.bom().to_vec();
        bytes.extend(encoded(self.encoding, text)?);
        Ok(bytes)
    }

    /// The bytes of the letter's file with `edits` made: what stands outside them stays byte for
    /// byte, even where the encoding has two ways to write a character. Edits are in order and do not
    /// overlap; `bytes` are those that the letter was decoded from.
    ///
    /// # Errors
    /// [`EncodeError`] when the encoding lacks a character or can only be read, the bytes are others,
    /// or reading the result would not give the text with the edits.
    pub fn patch(&self, bytes: &[u8], edits: &[(Span, &str)]) -> Result<Vec<u8>, EncodeError> {
        if self.is_word() {
            return Err(EncodeError::ReadOnly);
        }
        if self.again(bytes).as_deref() != Some(&self.text) {
            return Err(EncodeError::Changed);
        }
        let ranges = self.ranges(bytes, edits);
        if ranges.len() < edits.len() {
            return Err(EncodeError::ReadOnly);
        }
        let texts: Result<Vec<_>, _> =
            edits.iter().map(|(_, text)| encoded(self.encoding, text)).collect();
        let patched = splice(bytes, ranges.into_iter().zip(texts?));
        let wanted = splice(
            self.text.as_bytes(),
            edits.iter().map(|(span, text)| (span.range(), text.as_bytes())),
        );
        let sound = self.again(&patched).is_some_and(|text| text.as_bytes() == wanted)
            && (!self.is_guessed(bytes) || self.is_same_guess(&patched, &wanted));
        if sound { Ok(patched) } else { Err(EncodeError::Ambiguous) }
    }

    /// Where the edits are in the file; those that cut a character in two, and all that follow, are
    /// lacking.
    fn ranges(&self, bytes: &[u8], edits: &[(Span, &str)]) -> Vec<Range<usize>> {
        let mark = self.encoding.bom().len();
        let ends = |(span, _): &(Span, &str)| [span.start as usize, span.end as usize];
        let places: Vec<usize> = edits.iter().flat_map(ends).collect();
        let offsets = place::bytes_before(self.encoding, &bytes[mark..], &places);
        offsets.chunks_exact(2).map(|two| mark + two[0]..mark + two[1]).collect()
    }

    /// The text that `bytes` give in the letter's encoding.
    fn again(&self, bytes: &[u8]) -> Option<String> {
        let read = Self::decode_as("", bytes.to_vec(), self.encoding).ok()?;
        (read.encoding == self.encoding).then_some(read.text)
    }

    /// Whether the letter's text is what anyone reads who is not told the encoding.
    fn is_guessed(&self, bytes: &[u8]) -> bool {
        self.is_same_guess(bytes, self.text.as_bytes())
    }

    fn is_same_guess(&self, bytes: &[u8], text: &[u8]) -> bool {
        Self::decode("", bytes.to_vec()).is_ok_and(|read| read.text.as_bytes() == text)
    }
}

/// The bytes with some ranges replaced.
fn splice(bytes: &[u8], edits: impl Iterator<Item = (Range<usize>, impl AsRef<[u8]>)>) -> Vec<u8> {
    let (mut spliced, mut at) = (Vec::with_capacity(bytes.len()), 0);
    for (range, new) in edits {
        spliced.extend_from_slice(&bytes[at..range.start]);
        spliced.extend_from_slice(new.as_ref());
        at = range.end;
    }
    spliced.extend_from_slice(&bytes[at..]);
    spliced
}

/// The bytes of a text, without a byte order mark.
fn encoded(encoding: Encoding, text: &str) -> Result<Vec<u8>, EncodeError> {
    if encoding == Encoding::WORD {
        return Err(EncodeError::ReadOnly);
    }
    if encoding.is_utf16() {
        return Ok(utf16::encode(text, encoding));
    }
    // ISO-2022-JP switches between tables as it goes: its bytes mean nothing by themselves.
    if !encoding.charset().is_ascii_compatible() {
        return Err(EncodeError::ReadOnly);
    }
    let mut encoder = encoding.charset().new_encoder();
    let room = encoder.max_buffer_length_from_utf8_without_replacement(text.len());
    let mut bytes = Vec::with_capacity(room.unwrap_or(0));
    match encoder.encode_from_utf8_to_vec_without_replacement(text, &mut bytes, true) {
        (EncoderResult::InputEmpty, _) => Ok(bytes),
        (EncoderResult::Unmappable(character), _) => {
            Err(EncodeError::Unmappable { character, encoding: encoding.name() })
        }
        (EncoderResult::OutputFull, _) => Err(EncodeError::ReadOnly),
    }
}
