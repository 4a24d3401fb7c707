//! Text made safe for places where some characters mean something.

use std::borrow::Cow;
use std::fmt::Write;

use crate::spelling::plain_path;

/// A message of a GitHub workflow command.
pub fn command_data(text: &str) -> String {
    encoded(text, |byte| matches!(byte, b'%' | b'\r' | b'\n'))
}

/// A property of a GitHub workflow command: `:` and `,` end it. The log is a terminal, which control
/// characters are kept from.
pub fn command_property(text: &str) -> String {
    encoded(text, |byte| byte.is_ascii_control() || matches!(byte, b'%' | b':' | b','))
}

/// A path as the services show it that compare it with the files of a repository: with single slashes, and
/// without `.`.
pub fn path(name: &str) -> Cow<'_, str> {
    if cfg!(windows) {
        return plain_path(&name.replace('\\', "/")).into_owned().into();
    }
    plain_path(name)
}

/// A path as a reference to a file: relative, or `file:` and absolute.
pub fn uri(name: &str) -> String {
    let path = path(name);
    let kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let escaped = encoded(&path, |byte| !kept(byte));
    match path.as_bytes() {
        [b'/', ..] => format!("file://{escaped}"),
        [drive, b':', b'/', ..] if cfg!(windows) && drive.is_ascii_alphabetic() => {
            format!("file:///{escaped}")
        }
        _ => escaped,
    }
}

/// The text with some of its bytes written as `%2C`.
fn encoded(text: &str, is_special: impl Fn(u8) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut buffer = [0; 4];
    for character in text.chars() {
        let bytes = character.encode_utf8(&mut buffer);
        if bytes.bytes().any(&is_special) {
            for byte in bytes.bytes() {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push_str(bytes);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{command_data, command_property, uri};

    #[test]
    fn commands_keep_what_is_harmless() {
        assert_eq!(command_data("50%: yes,\r\n审核"), "50%25: yes,%0D%0A审核");
        assert_eq!(command_property("a:b,c%\u{1b}.txt"), "a%3Ab%2Cc%25%1B.txt");
    }

    #[test]
    fn references_are_plain_ascii() {
        assert_eq!(uri("./letters/a b.txt"), "letters/a%20b.txt");
        assert_eq!(uri("/home/x/草.txt"), "file:///home/x/%E8%8D%89.txt");
        assert_eq!(uri("<stdin>"), "%3Cstdin%3E");
    }
}
