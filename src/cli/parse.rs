//! `appeal-lint parse`: a letter as the tool understands it.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use appeal_lint::letter::Letter;
use appeal_lint::lint::shipped;

use super::read::Input;
use super::{CLEAN, Common, FAILURE, output};

/// The arguments of `parse`.
#[derive(Args)]
pub struct Parse {
    /// The letter; `-` is standard input
    #[arg(value_name = "LETTER")]
    letter: PathBuf,
    #[command(flatten)]
    common: Common,
}

impl Parse {
    /// Prints the kind of case and the words it was told from, the sections with what they are for
    /// and how that is known, their sentences and facts.
    pub fn run(self) -> io::Result<u8> {
        let input = match self.letter.to_str() {
            Some("-") => Input::Stdin("-".into()),
            _ => Input::File(self.letter),
        };
        match input.read(None) {
            Ok(source) => {
                let mut out = output::stdout(false);
                out.write_all(
                    Letter::parse(source.text(), &shipped::CATALOGUE.language())
                        .outline()
                        .as_bytes(),
                )?;
                out.flush()?;
                Ok(CLEAN)
            }
            Err(failure) => {
                output::complain(format_args!("{}", failure.message(self.common.lang())));
                Ok(FAILURE)
            }
        }
    }
}
