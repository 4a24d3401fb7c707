//! All files of `lints/`, compiled: classes, cues, lints, and one phrasebook of their phrases. The build
//! script makes one of the lints that ship; tests and users' lints make others.

use std::collections::BTreeMap;

use super::convert::{Wanted, convert};
use super::file::LintFile;
use super::kind::{Group, Tried};
use super::literals::{Literal, Literals};
use super::model::{Lint, List};
use super::owners::{NEARBY, Owner, Owners};
use super::problem::Problem;
use super::source::{Kind, LintSource};
use super::words;
use crate::letter::Language;
use crate::letter::cue::{CasesFile, Cue, SectionsFile};
use crate::phrase::{Compiler, Phrasebook};

/// What the files say.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The phrases: first those of `cues`, then those of `owners`.
    pub phrasebook: Phrasebook,
    /// What the first phrases tell of a letter.
    pub cues: List<Cue>,
    /// Whom the other phrases serve.
    pub owners: Owners,
    /// What the patterns of lints wait for.
    pub literals: Literals,
    /// The lints, by name.
    pub lints: List<Lint>,
}

impl Catalogue {
    /// Compiles the files.
    ///
    /// # Errors
    /// All that is wrong with them, in the order of files and lines.
    pub fn compile(files: &[LintSource]) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let words: Vec<_> = files.iter().filter(|file| file.kind() == Kind::Words).collect();
        let mut compiler = Compiler::new(words::read(&words, &mut problems));
        let cues = cues(files, &mut compiler, &mut problems);
        let mut phrases =
            Phrases { compiler, known: BTreeMap::new(), owners: Vec::new(), guards: Vec::new() };
        let (lints, literals) = lints(files, &mut phrases, &mut problems);
        phrases.add_guards(cues.len(), &mut problems);
        let phrasebook = phrases.compiler.finish().map_err(|error| {
            problems.push(Problem::whole("lints", error.message));
        });
        problems.sort();
        problems.dedup();
        match phrasebook {
            Ok(phrasebook) if problems.is_empty() => Ok(Self {
                phrasebook,
                cues: cues.into(),
                owners: phrases.owners.into(),
                literals: Literals::new(literals),
                lints: lints.into(),
            }),
            _ => Err(problems),
        }
    }

    /// What letters are read with, to be judged by these lints.
    #[must_use]
    pub fn language(&self) -> Language<'_> {
        Language { phrasebook: &self.phrasebook, cues: &self.cues }
    }

    /// Whom a phrase of the phrasebook serves; nobody if it is a cue.
    #[must_use]
    pub fn owners(&self, pattern: u32) -> &[Owner] {
        (pattern as usize).checked_sub(self.cues.len()).map_or(&[], |at| self.owners.of(at))
    }

    /// The lint of that name.
    #[must_use]
    pub fn lint(&self, name: &str) -> Option<&Lint> {
        self.lints
            .binary_search_by(|lint| lint.name.as_str().cmp(name))
            .ok()
            .map(|at| &self.lints[at])
    }
}

/// Compiles the phrases of sections and cases.
fn cues(files: &[LintSource], compiler: &mut Compiler, problems: &mut Vec<Problem>) -> Vec<Cue> {
    let mut cues = Vec::new();
    let mut take = |file: &LintSource, found: Vec<(&str, Cue)>, problems: &mut Vec<Problem>| {
        for (phrase, cue) in found {
            match compiler.add(phrase) {
                Ok(_) => cues.push(cue),
                Err(error) => problems.push(file.in_phrase(phrase, &error)),
            }
        }
    };
    for file in files {
        match file.kind() {
            Kind::Sections => {
                let read: SectionsFile = file.read(problems).unwrap_or_default();
                take(file, read.cues(), problems);
            }
            Kind::Cases => {
                let read: CasesFile = file.read(problems).unwrap_or_default();
                take(file, read.cues(), problems);
            }
            Kind::Words | Kind::Lint => {}
        }
    }
    cues
}

/// Reads and compiles the lints, sorted by name.
fn lints<'f>(
    files: &'f [LintSource],
    phrases: &mut Phrases<'f>,
    problems: &mut Vec<Problem>,
) -> (Vec<Lint>, Vec<Literal>) {
    let mut files: Vec<_> = files.iter().filter(|file| file.kind() == Kind::Lint).collect();
    files.sort_by_key(|file| file.folder_and_name().1);
    for pair in files.windows(2).filter(|p| p[0].folder_and_name().1 == p[1].folder_and_name().1) {
        let message = format!("there is another lint of this name: {}", pair[0].path);
        problems.push(pair[1].problem("", message));
    }
    let (mut lints, mut literals) = (Vec::new(), Vec::new());
    for file in files {
        let (folder, name) = file.folder_and_name();
        let Some(group) = Group::from_name(folder) else {
            problems.push(file.in_no_group());
            continue;
        };
        let Some(read) = file.read::<LintFile>(problems) else { continue };
        let (lint, wanted) = convert(file, name, group, &read, problems);
        let index = lints.len() as u16;
        for want in wanted {
            phrases.add(file, index, &want, problems);
        }
        for (pattern, one) in (0..).zip(&read.pattern) {
            // The first literal of a line may not have another one near.
            let line = matches!(one.tried, Tried::InLine | Tried::AtLine) && one.near.is_empty();
            let literal = |text: String, line, near| {
                let text = text.to_ascii_lowercase().into();
                Literal { text, lint: index, pattern, line, near }
            };
            literals.extend(one.literals().map(|text| literal(text, line, false)));
            literals.extend(one.near.iter().map(|text| literal(text.clone(), false, true)));
        }
        lints.push(lint);
    }
    (lints, literals)
}

/// The phrases of lints, each text once.
struct Phrases<'f> {
    compiler: Compiler,
    /// Where in `owners` a text stands.
    known: BTreeMap<String, usize>,
    owners: Vec<Vec<Owner>>,
    /// The guards, which are added last.
    guards: Vec<(&'f LintSource, String, Owner)>,
}

impl<'f> Phrases<'f> {
    /// Adds a phrase, or keeps a guard for later.
    fn add(
        &mut self,
        file: &'f LintSource,
        lint: u16,
        want: &Wanted<'_>,
        problems: &mut Vec<Problem>,
    ) {
        let owner = (want.owner)(lint, want.phrase);
        match owner {
            Owner::Phrase(..) => self.compile(file, want.text, owner, problems),
            _ => self.guards.push((file, want.text.to_owned(), owner)),
        }
    }

    fn compile(
        &mut self,
        file: &LintSource,
        text: &str,
        owner: Owner,
        problems: &mut Vec<Problem>,
    ) {
        if let Some(at) = self.known.get(text) {
            self.owners[*at].push(owner);
            return;
        }
        match self.compiler.add(text) {
            Ok(_) => {
                self.known.insert(text.to_owned(), self.owners.len());
                self.owners.push(vec![owner]);
            }
            Err(error) => problems.push(file.in_phrase(text, &error)),
        }
    }

    /// Adds the guards. A text that is a phrase as well is there twice.
    fn add_guards(&mut self, cues: usize, problems: &mut Vec<Problem>) {
        let guarded = self.guarded(cues);
        let mut known = BTreeMap::new();
        for (file, text, owner) in std::mem::take(&mut self.guards) {
            let guard = match known.get(&text) {
                Some(guard) => *guard,
                None => match self.compiler.add_guard(&text) {
                    Ok(guard) => {
                        self.owners.push(Vec::new());
                        known.insert(text, guard);
                        guard
                    }
                    Err(error) => {
                        problems.push(file.in_phrase(&text, &error));
                        continue;
                    }
                },
            };
            self.owners[guard as usize - cues].push(owner);
            for phrase in guarded.get(&owner.phrase()).into_iter().flatten() {
                let reach = if matches!(owner, Owner::UnlessNearby(..)) { NEARBY } else { 0 };
                self.compiler.guard(*phrase, guard, reach);
            }
        }
    }

    /// The numbers of the phrases of each lint's phrase; `cues` come first.
    fn guarded(&self, cues: usize) -> BTreeMap<(u16, u16), Vec<u32>> {
        let mut guarded: BTreeMap<_, Vec<u32>> = BTreeMap::new();
        for (phrase, owners) in (cues as u32..).zip(&self.owners) {
            for owner in owners {
                guarded.entry(owner.phrase()).or_default().push(phrase);
            }
        }
        guarded
    }
}
