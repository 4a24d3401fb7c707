//! The files of fingerprints that configurations name.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use appeal_lint::fingerprint::{self, Set};
use appeal_lint::lint::Problem;
use appeal_lint::settings::Layer;

use super::load;
use super::path::{absolute, shown};

/// What files of fingerprints hold. A collection may be large, so those that several configurations
/// name are read and sorted once a run.
#[derive(Default)]
pub struct Prints {
    known: HashMap<Vec<PathBuf>, Arc<[Set]>>,
}

impl Prints {
    /// The sets in the files that a configuration names; a file that is named twice counts once.
    ///
    /// # Errors
    /// The files that are damaged, foreign, or not there.
    pub fn of(&mut self, layers: &[Layer]) -> Result<Arc<[Set]>, Vec<Problem>> {
        let mut files: Vec<PathBuf> = Vec::new();
        let mut places = Vec::new();
        for layer in layers {
            for (file, place) in layer.fingerprints() {
                let file = absolute(&file);
                if !files.contains(&file) {
                    files.push(file);
                    places.push((layer, place));
                }
            }
        }
        if let Some(known) = self.known.get(&files) {
            return Ok(Arc::clone(known));
        }
        let (mut sets, mut problems) = (Vec::with_capacity(files.len()), Vec::new());
        for (file, (layer, place)) in files.iter().zip(places) {
            match read(file) {
                Ok(set) => sets.push(set),
                Err(why) => {
                    problems.push(layer.problem(place, format!("{}: {why}", shown(file))));
                }
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let sets: Arc<[Set]> = sets.into();
        self.known.insert(files, Arc::clone(&sets));
        Ok(sets)
    }
}

/// The set in a file, or why there is none.
fn read(file: &Path) -> Result<Set, String> {
    let text = load::read(file).map_err(|error| load::unread(&error))?;
    let (templates, entries) = fingerprint::read(&text, 0).map_err(|error| error.to_string())?;
    Ok(Set::new(templates, entries))
}
