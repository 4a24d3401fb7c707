//! `appeal-lint server`: the language server.

use clap::Args;

use appeal_lint::lint::Lang;

use super::halt::Halt;
use super::{CLEAN, locale, select};
use crate::config::Choice;
use crate::server::{self, Options};

/// The editor left without a word, as the protocol wants it told.
const ABANDONED: u8 = 1;

/// The arguments of `server`.
#[derive(Args)]
pub struct Server {
    /// Language of messages [default: from the configuration, the editor, or LC_ALL, LC_MESSAGES or
    /// LANG]
    #[arg(long, value_name = "LANG", value_parser = select::named(Lang::ALL, Lang::name))]
    lang: Option<Lang>,
    #[command(flatten)]
    choice: Choice,
    /// What some editors add; there is no other way to talk.
    #[arg(long, hide = true)]
    stdio: bool,
}

impl Server {
    /// Serves one editor until it leaves.
    pub fn run(self) -> Result<u8, Halt> {
        let locale = locale::lang(|name| std::env::var_os(name));
        let clean = server::run(Options { choice: self.choice, lang: self.lang, locale })?;
        Ok(if clean { CLEAN } else { ABANDONED })
    }
}
