//! The settings of documents, from the same configuration files as on the command line.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use appeal_lint::Settings;
use appeal_lint::baseline::{Accepted, Baseline};
use appeal_lint::lint::{Lang, Level, Problem};
use appeal_lint::settings::Config;

use super::Options;
use super::client::Client;
use super::documents::{Basis, Document};
use super::uri;
use crate::config::{Configs, absolute, read, relative, shown, unread};

/// Knows what documents are judged under.
pub struct Rules {
    options: Options,
    /// The language of the editor, and the folder for buffers that are no file.
    lang: Option<Lang>,
    folder: PathBuf,
    /// Or what is wrong with the file that the user named.
    configs: Result<Configs, Vec<Problem>>,
    /// What is wrong, and still to be told.
    pub problems: Vec<Problem>,
    told: BTreeSet<Problem>,
}

impl Rules {
    pub fn new(options: Options, client: &Client) -> Self {
        let (lang, folder) = (client.lang, client.folder.clone().unwrap_or_default());
        let (problems, told) = Default::default();
        let configs = Err(Vec::new());
        let mut rules = Self { options, lang, folder, configs, problems, told };
        rules.read_again();
        rules
    }

    /// Forgets what was read. What is still wrong is told again.
    pub fn read_again(&mut self) {
        self.told.clear();
        self.configs = Configs::new(&self.options.choice);
        if let Err(problems) = &self.configs {
            self.blame(problems.clone());
        }
    }

    /// Gives a document its settings. Where the configuration is wrong it keeps those it had.
    pub fn settle(&mut self, document: &mut Document) {
        let path = uri::path(&document.uri).map(|path| absolute(&path));
        document.is_stale = true;
        let config = match self.config(path.as_deref()) {
            Ok(Some(config)) => config,
            Ok(None) => return document.basis = Basis::Excluded,
            Err(problems) => {
                if let Basis::Broken(why) = &mut document.basis {
                    *why = self.why_broken(&problems);
                }
                return self.blame(problems);
            }
        };
        document.basis = Basis::Settings(Box::new(self.settings(&config, path.as_deref())));
        match path.map(|path| accepted(&config, &path)).transpose() {
            Ok(accepted) => document.accepted = accepted.unwrap_or_default(),
            Err(problem) => self.blame(vec![problem]),
        }
    }

    /// The configuration of a document, unless it is excluded: an editor names every file, as a hook does.
    fn config(&mut self, path: Option<&Path>) -> Result<Option<Arc<Config>>, Vec<Problem>> {
        let configs = self.configs.as_mut().map_err(|problems| problems.clone())?;
        let Some(path) = path else { return configs.of_folder(&absolute(&self.folder)).map(Some) };
        if configs.exclude(path, None)? {
            return Ok(None);
        }
        configs.of_file(path).map(Some)
    }

    /// Why a letter is not judged, in the language that is known without its configuration.
    fn why_broken(&self, problems: &[Problem]) -> String {
        let mut why = match self.options.lang.or(self.lang).unwrap_or(self.options.locale) {
            Lang::En => "the letter is not judged, for its configuration is wrong:",
            Lang::Zh => "配置文件有错，这封信没有检查：",
        }
        .to_owned();
        problems.iter().for_each(|problem| why += &format!("\n{problem}"));
        why
    }

    /// The settings of a letter.
    fn settings(&self, config: &Config, path: Option<&Path>) -> Settings {
        let mut settings = config.settings();
        let Options { lang, locale, .. } = self.options;
        settings.lang = lang.or(config.lang).or(self.lang).unwrap_or(locale);
        if let Some(path) = path {
            settings
                .levels
                .extend(config.ignored(path).map(|name| (name.to_owned(), Level::Allow)));
        }
        settings
    }

    fn blame(&mut self, problems: Vec<Problem>) {
        for problem in problems {
            if self.told.insert(problem.clone()) {
                self.problems.push(problem);
            }
        }
    }
}

/// The findings of the letter at `path` that the configuration's baseline accepts.
fn accepted(config: &Config, path: &Path) -> Result<Accepted, Problem> {
    let Some(named) = &config.baseline else { return Ok(Accepted::default()) };
    let file = absolute(&named.path);
    let name = shown(&file);
    let text = read(&file).map_err(|error| named.problem(format!("{name}: {}", unread(&error))))?;
    let mut baseline = Baseline::read(&name, &text)?;
    let letter = relative(path, file.parent().unwrap_or(&file));
    Ok(baseline.letters.remove(&letter).unwrap_or_default())
}
