//! `appeal-lint parse`: a letter as the tool understands it.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use appeal_lint::check::shown;
use appeal_lint::letter::Letter;
use appeal_lint::lint::shipped;

use super::halt::Halt;
use super::letter_args::LetterArgs;
use super::read::Input;
use super::{CLEAN, Common, FAILURE, output};
use crate::config::{Choice, Configs, absolute};

/// The arguments of `parse`.
#[derive(Args)]
pub struct Parse {
    /// The letter; `-` is standard input
    #[arg(value_name = "LETTER")]
    letter: PathBuf,
    #[command(flatten)]
    letter_args: LetterArgs,
    #[command(flatten)]
    choice: Choice,
    #[command(flatten)]
    common: Common,
}

impl Parse {
    /// Prints the marketplace where one is given, the kind of case and the words it was told from, the
    /// sections with what they are for and how that is known, their sentences and facts.
    pub fn run(self) -> Result<u8, Halt> {
        let input = match self.letter.to_str() {
            Some("-") => Input::Stdin("-".into()),
            _ => Input::File(self.letter),
        };
        let config = Configs::new(&self.choice)?.of_file(&absolute(input.path()))?;
        let mut settings = config.settings();
        self.letter_args.settle(&mut settings);
        match input.read(self.letter_args.encoding) {
            Ok(source) => {
                let mut out = output::stdout(false);
                if let Some(marketplace) = settings.marketplace {
                    writeln!(out, "marketplace {marketplace}")?;
                }
                let text = shown(&source);
                let letter = Letter::parse(&text, &shipped::CATALOGUE.language());
                out.write_all(letter.outline(settings.case).as_bytes())?;
                out.flush()?;
                Ok(CLEAN)
            }
            Err(failure) => {
                let lang = self.common.lang_or(config.lang);
                output::complain(format_args!("{}", failure.message(lang)));
                Ok(FAILURE)
            }
        }
    }
}
