//! `appeal-lint fingerprint`: a user's own texts as fingerprints, without the texts.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use appeal_lint::check::shown;
use appeal_lint::fingerprint::{self, Entry, Template};
use appeal_lint::lint::Case;

use super::halt::Halt;
use super::{CLEAN, Common, FAILURE, output, overwrite, select, walk, write};
use crate::config::Configs;

/// The arguments of `fingerprint`.
#[derive(Args)]
pub struct Fingerprint {
    /// Texts, folders of texts, or files of fingerprints, which are taken over
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// Where to write the fingerprints [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Where the texts were published or come from, as a finding shows it
    #[arg(long, value_name = "TEXT", default_value = "own collection")]
    published: String,
    /// The kind of case that the texts were written for
    #[arg(long, value_name = "KIND", value_parser = select::named(Case::ALL, Case::name))]
    case: Option<Case>,
    #[command(flatten)]
    common: Common,
}

/// A text's name and origin, and its fingerprints as (hash, word).
type Text = (Template, Vec<(u64, u32)>);

impl Fingerprint {
    /// Writes the fingerprints of all texts; a text that does not read is named, and none is written.
    pub fn run(self) -> Result<u8, Halt> {
        self.output.as_deref().map_or(Ok(()), overwrite::fingerprints_only)?;
        let lang = self.common.lang();
        let mut texts = Vec::new();
        let mut failed = false;
        for found in walk::letters(&self.paths, "-", false, &mut Configs::none())?.letters {
            let read = found.and_then(|input| input.read(None));
            match read.map_err(|failure| failure.message(lang)) {
                Ok(source) if fingerprint::is_file(source.text()) => {
                    match taken_over(source.text()) {
                        Ok(taken) => texts.extend(taken),
                        Err(why) => {
                            output::complain(format_args!("{}: {why}", source.name()));
                            failed = true;
                        }
                    }
                }
                Ok(source) => texts.push(self.text(source.name(), &shown(&source))),
                Err(message) => {
                    output::complain(format_args!("{message}"));
                    failed = true;
                }
            }
        }
        if failed {
            return Ok(FAILURE);
        }
        self.write(&fingerprint::write(&texts))?;
        Ok(CLEAN)
    }

    /// A text as fingerprints; it is called like its file.
    fn text(&self, path: &str, text: &str) -> Text {
        let words = fingerprint::words(text);
        let name = Path::new(path).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let template = Template {
            name: name.into(),
            published: self.published.clone().into(),
            case: self.case.map_or("", Case::name).into(),
            words: words.len() as u32,
        };
        let kept = fingerprint::winnow(&words);
        (template, kept.iter().map(|one| (one.hash, one.word)).collect())
    }

    fn write(&self, file: &str) -> io::Result<()> {
        match &self.output {
            Some(path) => write::put(path, file.as_bytes()),
            None => {
                let mut out = output::stdout(false);
                out.write_all(file.as_bytes())?;
                out.flush()
            }
        }
    }
}

/// The texts of a file of fingerprints.
fn taken_over(file: &str) -> Result<Vec<Text>, fingerprint::FileError> {
    let (templates, entries) = fingerprint::read(file, 0)?;
    let mut texts: Vec<Text> = templates.into_iter().map(|one| (one, Vec::new())).collect();
    for Entry { hash, template, word } in entries {
        texts[template as usize].1.push((hash, word));
    }
    Ok(texts)
}
