//! What the configuration in force says for the letters of a folder.

use std::path::Path;
use std::sync::Arc;

use toml::Spanned;

use super::drafts::Drafts;
use super::file::Table;
use super::globs::Globs;
use super::{Allowed, FailOn, Layer, Named, Names, Settings};
use crate::fingerprint::Set;
use crate::lint::{ALL, Case, Catalogue, Group, Lang, Level, Marketplace, Problem};

/// A configuration: files that extend each other, resolved.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The language of messages.
    pub lang: Option<Lang>,
    /// From which level on findings make a run fail.
    pub fail_on: Option<FailOn>,
    /// The kind of case.
    pub case: Option<Case>,
    /// The marketplace that letters are for.
    pub marketplace: Option<Marketplace>,
    /// The file of accepted findings.
    pub baseline: Option<Named>,
    levels: Vec<(String, Level)>,
    options: Vec<(String, String, u32)>,
    exclude: Option<Globs>,
    ignores: Vec<Ignore>,
    drafts: Vec<Drafts>,
    allow: Arc<Allowed>,
    team: Option<Arc<Catalogue>>,
    fingerprints: Arc<[Set]>,
}

/// Lints that are off in some files.
#[derive(Clone, Debug)]
struct Ignore {
    files: Globs,
    names: Vec<String>,
}

impl Config {
    /// Resolves the files of a configuration, those that others extend first, for the letters below
    /// `root`, with the lints that were compiled from the files' `lint-dirs`, and what was read from
    /// their `fingerprints`.
    ///
    /// # Errors
    /// All names and patterns that are wrong.
    pub fn new(
        layers: &[Layer],
        root: &Path,
        team: Option<Arc<Catalogue>>,
        fingerprints: Arc<[Set]>,
    ) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let names = Names::new(team.as_deref().map_or(&[], |team| &team.lints));
        layers.iter().for_each(|layer| names.check(layer, &mut problems));
        let mut config = Self::default();
        for layer in layers {
            config.add(layer, root, &mut problems);
        }
        // A lint's own name counts for more than its group's, and that for more than all, whoever
        // says it.
        config.levels.sort_by_key(|(name, _)| (name != ALL, Group::from_name(name).is_none()));
        config.exclude = exclude(layers, root, &mut problems);
        let allow = layers.iter().flat_map(|layer| &layer.file.allow);
        config.allow = Arc::new(Allowed::new(allow.map(|text| text.get_ref().clone()).collect()));
        config.team = team;
        config.fingerprints = fingerprints;
        if problems.is_empty() { Ok(config) } else { Err(problems) }
    }

    /// Adds what a file says to what those before it said.
    fn add(&mut self, layer: &Layer, root: &Path, problems: &mut Vec<Problem>) {
        let file = &layer.file;
        self.lang = file.lang.or(self.lang);
        self.fail_on = file.fail_on.or(self.fail_on);
        self.case = file.case.or(self.case);
        self.marketplace = file.marketplace.or(self.marketplace);
        self.baseline = layer.baseline().or(self.baseline.take());
        self.levels.extend(pairs(&file.levels));
        for (lint, options) in &file.options {
            let option = |(name, value)| (lint.get_ref().clone(), name, value);
            self.options.extend(pairs(options).map(option));
        }
        for (pattern, names) in &file.per_file_ignores {
            let names = names.iter().map(|name| name.get_ref().clone()).collect();
            if pattern.get_ref().starts_with('!') {
                let message = "`!` takes files out of what stands before it, and nothing does; name the files \
                               in which the lints are to be off";
                problems.push(layer.problem(pattern.span(), message));
                continue;
            }
            match Globs::new(root, [pattern.get_ref().as_str()]) {
                Ok(files) => self.ignores.push(Ignore { files, names }),
                Err((_, message)) => problems.push(layer.problem(pattern.span(), message)),
            }
        }
        for text in file.allow.iter().filter(|text| text.get_ref().trim().is_empty()) {
            problems.push(
                layer.problem(text.span(), "this allows nothing; write a word, or delete it"),
            );
        }
        for said in &file.same_appeal {
            match Drafts::new(root, said.get_ref()) {
                Ok(drafts) => self.drafts.push(drafts),
                Err(message) => problems.push(layer.problem(said.span(), message)),
            }
        }
    }

    /// Whether the walk of a folder leaves out what it comes to at `path`, which is absolute.
    #[must_use]
    pub fn excludes(&self, path: &Path, is_dir: bool) -> bool {
        self.exclude.as_ref().is_some_and(|globs| globs.fit(path, is_dir))
    }

    /// Whether the folder at `path`, which is absolute, is left out: as [`Config::excludes`] says, but one
    /// that does not lie below the configuration's folder never is.
    #[must_use]
    pub fn excludes_folder(&self, path: &Path) -> bool {
        self.exclude.as_ref().is_some_and(|globs| globs.speak_of(path) && globs.fit(path, true))
    }

    /// The lints and groups that are off in the letter at `path`, which is absolute.
    pub fn ignored<'c>(&'c self, path: &'c Path) -> impl Iterator<Item = &'c str> {
        let fitting = self.ignores.iter().filter(|ignore| ignore.files.cover(path));
        fitting.flat_map(|ignore| ignore.names.iter().map(String::as_str))
    }

    /// The appeal that the letter at `path`, which is absolute, is said to be a draft of: the same text
    /// for all its drafts. The first entry that fits counts.
    #[must_use]
    pub fn appeal(&self, path: &Path) -> Option<String> {
        self.drafts.iter().find_map(|drafts| drafts.appeal(path))
    }

    /// The settings that it asks for, before what is off in some files.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings {
            lang: self.lang.unwrap_or(Lang::En),
            case: self.case,
            marketplace: self.marketplace,
            levels: self.levels.clone(),
            options: self.options.clone(),
            allow: Arc::clone(&self.allow),
            team: self.team.clone(),
            fingerprints: Arc::clone(&self.fingerprints),
            run: None,
        }
    }

    /// The names of its lints and groups.
    #[must_use]
    pub fn names(&self) -> Names<'_> {
        Names::new(self.team.as_deref().map_or(&[], |team| &team.lints))
    }
}

/// The names of a table and what they stand for.
fn pairs<T: Copy>(table: &Table<T>) -> impl Iterator<Item = (String, T)> {
    table.iter().map(|(name, value)| (name.get_ref().clone(), *value))
}

/// The patterns of all files, as one list.
fn exclude(layers: &[Layer], root: &Path, problems: &mut Vec<Problem>) -> Option<Globs> {
    let all =
        layers.iter().flat_map(|layer| layer.file.exclude.iter().map(move |one| (layer, one)));
    let all: Vec<(&Layer, &Spanned<String>)> = all.collect();
    if all.is_empty() {
        return None;
    }
    match Globs::new(root, all.iter().map(|(_, pattern)| pattern.get_ref().as_str())) {
        Ok(globs) => Some(globs),
        Err((index, message)) => {
            let (layer, pattern) = all[index];
            problems.push(layer.problem(pattern.span(), message));
            None
        }
    }
}
