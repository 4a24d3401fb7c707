//! Where in the bytes of a file a place of its text is.

use encoding_rs::CoderResult;

use super::Encoding;

/// The byte offsets of `places`, which are offsets into the text that `bytes` decode to, in rising
/// order; both without the byte order mark. Places inside a character, or past the end, are lacking.
///
/// The bytes are read one by one: that is slow, but exact even where one character can be written in
/// several ways, and it happens only when a letter is about to be changed.
pub(super) fn bytes_before(encoding: Encoding, bytes: &[u8], places: &[usize]) -> Vec<usize> {
    let mut decoder = encoding.charset().new_decoder_without_bom_handling();
    let mut places = places.iter().copied().peekable();
    let mut found = Vec::new();
    let (mut written, mut buffer) = (0, [0; 32]);
    for at in 0..=bytes.len() {
        while places.next_if_eq(&written).is_some() {
            found.push(at);
        }
        let Some(byte) = bytes.get(at..=at) else { break };
        let (result, _, more, _) = decoder.decode_to_utf8(byte, &mut buffer, false);
        debug_assert_eq!(
            result,
            CoderResult::InputEmpty,
            "one byte makes a few characters at most"
        );
        written += more;
    }
    found
}
