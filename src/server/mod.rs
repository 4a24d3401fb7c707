//! The language server: findings while the user types, in any editor that speaks the protocol. It
//! talks over standard input and output only.
//!
//! A letter is judged faster than an editor can ask about it, so that nothing is remembered between
//! two questions but the documents and their settings.

mod actions;
mod capabilities;
mod client;
mod diagnostics;
mod documents;
mod hover;
mod positions;
mod rules;
mod session;
mod spelling;
mod surrogates;
mod uri;
mod wire;

use std::io::{self, BufReader, ErrorKind};
use std::sync::mpsc::TryRecvError;

use appeal_lint::lint::Lang;

use crate::config::Choice;
use session::Session;

/// What the command line says.
#[derive(Clone)]
pub struct Options {
    /// Which configuration counts.
    pub choice: Choice,
    /// The language of messages, whatever configurations and the editor say.
    pub lang: Option<Lang>,
    /// The language where nobody says any.
    pub locale: Lang,
}

/// Serves one editor until it leaves. Tells whether it said that it would.
///
/// # Errors
/// When the editor cannot be written to.
pub fn run(options: Options) -> io::Result<bool> {
    let messages = wire::listen(BufReader::new(io::stdin()));
    let mut session = Session::new(options, io::stdout().lock());
    loop {
        // While more is waiting, only the text it leads to is worth a look.
        let next = match messages.try_recv() {
            Err(TryRecvError::Empty) => session.publish().map(|()| messages.recv().ok()),
            next => Ok(next.ok()),
        };
        let done = next.and_then(|next| match next {
            Some(incoming) => session.take(incoming),
            None => Ok(Some(false)),
        });
        match done {
            Ok(None) => {}
            Ok(Some(clean)) => return Ok(clean),
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(false),
            Err(error) => return Err(error),
        }
    }
}
