//! Letters, each with the settings it is judged under.

use std::collections::HashMap;
use std::path::Path;

use appeal_lint::Settings;
use appeal_lint::lint::{Lang, Level};
use appeal_lint::settings::{Config, FailOn, Named};

use super::halt::Halt;
use super::letter_args::LetterArgs;
use super::select::{self, Selector};
use super::walk::Found;
use crate::config::{Configs, absolute};

/// What the command line says for all letters; it counts for more than configurations.
pub struct Wishes<'w> {
    pub lang: Lang,
    pub letter_args: LetterArgs,
    pub fail_on: Option<FailOn>,
    pub select: &'w [Selector],
    pub ignore: &'w [Selector],
}

/// How letters are judged that have a configuration in common.
pub struct Way {
    pub settings: Settings,
    pub fail_on: FailOn,
    /// The accepted findings that the configuration names.
    pub baseline: Option<Named>,
}

/// The letters of a run.
pub struct Jobs {
    /// The ways in which letters are judged.
    pub ways: Vec<Way>,
    /// The letters, each with the number of its way.
    pub letters: Vec<(Found, usize)>,
}

impl Jobs {
    /// Finds for each letter how it is judged.
    ///
    /// # Errors
    /// What is wrong with a configuration, or with names on the command line.
    pub fn new(
        found: Vec<Found>,
        configs: &mut Configs,
        wishes: &Wishes<'_>,
    ) -> Result<Self, Halt> {
        let mut maker = Maker { wishes, ways: Vec::new(), known: HashMap::new() };
        let mut letters = Vec::with_capacity(found.len());
        for one in found {
            let way = match &one {
                Ok(input) => {
                    let path = absolute(input.path());
                    let config = configs.of_file(&path)?;
                    maker.way(&config, &path)
                }
                Err(_) => {
                    let here = configs.here()?;
                    maker.way(&here, Path::new(""))
                }
            };
            letters.push((one, way));
        }
        wishes.check(&maker.ways, configs)?;
        Ok(Self { ways: maker.ways, letters })
    }
}

impl Wishes<'_> {
    /// A name must be that of a lint for some letter of the run.
    fn check(&self, ways: &[Way], configs: &mut Configs) -> Result<(), Halt> {
        let here = configs.here()?;
        for name in self.select.iter().chain(self.ignore) {
            let known = |way: &Way| name.problem(&way.settings.names()).is_none();
            if let Some(message) = name.problem(&here.names()).filter(|_| !ways.iter().any(known)) {
                return Err(Halt::Argument(message));
            }
        }
        Ok(())
    }
}

/// Makes ways, each once.
struct Maker<'w> {
    wishes: &'w Wishes<'w>,
    ways: Vec<Way>,
    /// By configuration, and what it turns off in the file.
    known: HashMap<(*const Config, Vec<String>), usize>,
}

impl Maker<'_> {
    /// The number of the way for a letter.
    fn way(&mut self, config: &Config, path: &Path) -> usize {
        let ignored: Vec<_> = config.ignored(path).map(str::to_owned).collect();
        let key = (std::ptr::from_ref(config), ignored);
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        self.ways.push(self.make(config, &key.1));
        self.known.insert(key, self.ways.len() - 1);
        self.ways.len() - 1
    }

    fn make(&self, config: &Config, ignored: &[String]) -> Way {
        let Wishes { lang, letter_args, fail_on, select, ignore } = self.wishes;
        let mut settings = config.settings();
        settings.lang = *lang;
        letter_args.settle(&mut settings);
        let asked = select::levels(select, ignore, &settings);
        settings.levels.extend(asked);
        settings.levels.extend(ignored.iter().map(|name| (name.clone(), Level::Allow)));
        let fail_on = fail_on.or(config.fail_on).unwrap_or_default();
        Way { settings, fail_on, baseline: config.baseline.clone() }
    }
}
