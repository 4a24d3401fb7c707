//! A configuration is read or complained of with a place, and can be asked about any letter.

use std::path::Path;
use std::sync::Arc;

use appeal_lint::settings::{Config, Layer};
use appeal_lint::{Source, lint};

pub fn holds(data: &[u8]) {
    let text = String::from_utf8_lossy(data).into_owned();
    let path = Path::new("/letters/appeal-lint.toml");
    let layer = match Layer::read(path, "appeal-lint.toml".to_owned(), text) {
        Ok(layer) => layer,
        Err(problem) => return super::can_be_shown(&[problem]),
    };
    let root = Path::new("/letters");
    let config = match Config::new(std::slice::from_ref(&layer), root, None, Arc::default()) {
        Ok(config) => config,
        Err(problems) => return super::can_be_shown(&problems),
    };
    for (_, place) in layer.lint_dirs().chain(layer.fingerprints()) {
        super::can_be_shown(&[layer.problem(place, "not there")]);
    }
    let named = layer.baseline().map(|file| file.problem("not there"));
    named.iter().for_each(|problem| super::can_be_shown(std::slice::from_ref(problem)));
    let mut settings = config.settings();
    for path in ["/letters/a.txt", "/letters/shop/草稿.md", "/elsewhere/a b.docx", "/"] {
        let path = Path::new(path);
        let _ = (config.excludes(path, true), config.excludes_folder(path), layer.extends());
        settings.levels.extend(config.ignored(path).map(|name| (name.to_owned(), settings_off())));
    }
    let source = Source::new("letter.md", super::LETTER_AT_HAND);
    lint(&source, &settings).iter().for_each(|one| super::letter::stands(&source, one));
}

const fn settings_off() -> appeal_lint::lint::Level {
    appeal_lint::lint::Level::Allow
}
