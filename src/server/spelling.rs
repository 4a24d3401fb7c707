//! URIs as editors write them. Some leave characters as they are that a URI has only encoded, such as
//! Chinese ones and spaces, and expect to hear of a document by the very name that they gave it.

use std::collections::BTreeMap;
use std::fmt::Write;

use lsp_server::Message;
use serde_json::Value;

/// What an editor writes for URIs that it does not encode, by the encoded form.
#[derive(Debug, Default)]
pub struct Spellings(BTreeMap<String, String>);

impl Spellings {
    /// Encodes the URIs of a message of the editor.
    pub fn encode(&mut self, message: &mut Message) {
        if let Message::Request(lsp_server::Request { params, .. })
        | Message::Notification(lsp_server::Notification { params, .. }) = message
        {
            self.encode_in(params);
        }
    }

    fn encode_in(&mut self, value: &mut Value) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    match value {
                        Value::String(uri) if name == "uri" || name.ends_with("Uri") => {
                            self.encode_uri(uri);
                        }
                        _ => self.encode_in(value),
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.encode_in(item)),
            _ => {}
        }
    }

    fn encode_uri(&mut self, uri: &mut String) {
        let encoded = encoded(uri);
        if encoded == *uri {
            self.0.remove(uri);
        } else {
            let own = std::mem::replace(uri, encoded.clone());
            self.0.insert(encoded, own);
        }
    }

    /// Writes the URIs of a message to the editor as it does.
    pub fn restore(&self, message: &mut Message) {
        if self.0.is_empty() {
            return;
        }
        match message {
            Message::Request(one) => self.restore_in(&mut one.params),
            Message::Notification(one) => self.restore_in(&mut one.params),
            Message::Response(one) => {
                one.response_result.iter_mut().for_each(|result| self.restore_in(result));
            }
        }
    }

    /// They are names of fields as well, where edits are listed by document.
    fn restore_in(&self, value: &mut Value) {
        match value {
            Value::String(text) => {
                if let Some(own) = self.0.get(text) {
                    text.clone_from(own);
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.restore_in(item)),
            Value::Object(fields) => {
                for (name, own) in &self.0 {
                    if let Some(value) = fields.remove(name) {
                        fields.insert(own.clone(), value);
                    }
                }
                fields.values_mut().for_each(|value| self.restore_in(value));
            }
            _ => {}
        }
    }
}

/// A URI with everything encoded that must be.
fn encoded(uri: &str) -> String {
    let mut encoded = String::with_capacity(uri.len());
    for (at, byte) in uri.bytes().enumerate() {
        let is_escape = || {
            uri.as_bytes()
                .get(at + 1..at + 3)
                .is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit))
        };
        let is_kept = match byte {
            b'%' => is_escape(),
            // They stand around an address of a host.
            b'[' | b']' => uri.contains("://["),
            _ => byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte),
        };
        if is_kept {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_stays() {
        for (uri, wanted) in [
            ("file:///%E4%BF%A1%20a.txt", "file:///%E4%BF%A1%20a.txt"),
            ("file:///信 a[1].txt", "file:///%E4%BF%A1%20a%5B1%5D.txt"),
            ("file:///100%.txt", "file:///100%25.txt"),
            ("untitled:未命名", "untitled:%E6%9C%AA%E5%91%BD%E5%90%8D"),
        ] {
            assert_eq!(encoded(uri), wanted);
            assert!(encoded(uri).parse::<lsp_types::Uri>().is_ok(), "{uri}");
        }
    }
}
