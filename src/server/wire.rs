//! Messages in and out. lsp-server knows what they are; the frame is read here, since a message that
//! is broken must not end the session, nor a length that is a lie take the memory.

use std::io::{self, BufRead, Read};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use lsp_server::Message;
use memchr::memmem;

use super::surrogates;

/// No header that means anything is longer, in bytes.
const LONGEST_HEADER: u64 = 8192;

/// What the client sent: a message, or something that is none.
pub type Incoming = Result<Message, Broken>;

/// What is no message.
#[derive(Debug)]
pub struct Broken {
    /// Why it is none.
    pub why: String,
    /// Whether it seems to have told how a document changed.
    pub is_change: bool,
}

/// Reads messages on a thread of its own until the client leaves, so that whoever takes them sees
/// whether more are waiting.
pub fn listen(mut input: impl BufRead + Send + 'static) -> Receiver<Incoming> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        while let Ok(Some(incoming)) = read(&mut input) {
            if sender.send(incoming).is_err() {
                break;
            }
        }
    });
    receiver
}

/// The next message, or nothing at the end of the stream.
fn read(input: &mut impl BufRead) -> io::Result<Option<Incoming>> {
    let Some(length) = length(input)? else { return Ok(None) };
    let mut body = Vec::new();
    input.take(length).read_to_end(&mut body)?;
    if (body.len() as u64) < length {
        return Ok(None);
    }
    Ok(Some(message(&mut body)))
}

fn message(body: &mut [u8]) -> Incoming {
    serde_json::from_slice(body).or_else(|_| {
        surrogates::replace_lone(body);
        serde_json::from_slice(body).map_err(|error| Broken {
            why: error.to_string(),
            is_change: memmem::find(body, b"/didChange\"").is_some(),
        })
    })
}

/// The length of the next body, in bytes; lines that are no header are passed over.
fn length(input: &mut impl BufRead) -> io::Result<Option<u64>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.take(LONGEST_HEADER).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        match line.split_once(':') {
            Some((name, value)) if name.trim().eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().ok();
            }
            None if line.trim().is_empty() && length.is_some() => return Ok(length),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn methods(mut stream: &[u8]) -> Vec<Option<String>> {
        let mut found = Vec::new();
        while let Ok(Some(incoming)) = read(&mut stream) {
            found.push(match incoming {
                Ok(Message::Notification(one)) => Some(one.method),
                _ => None,
            });
        }
        found
    }

    #[test]
    fn what_is_broken_is_passed_over() {
        let body = r#"{"method":"exit"}"#;
        let good = format!("content-length:{}\nX: y\r\n\r\n{body}", body.len());
        let stream = format!(
            "junk\r\n\r\n{good}Content-Length: 3\r\n\r\n{{]}}Content-Length: no\r\n\r\n{good}"
        );
        let exit = || Some("exit".to_owned());
        assert_eq!(methods(stream.as_bytes()), [exit(), None, exit()]);
    }

    #[test]
    fn a_length_that_is_a_lie_ends_the_stream() {
        let lie = format!("Content-Length: {}\r\n\r\n{{}}", u64::MAX);
        assert!(methods(lie.as_bytes()).is_empty());
        assert_eq!(methods(b"Content-Length: 2\r\n\r\n\xff\xfe"), [None]);
    }
}
