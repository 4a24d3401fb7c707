//! Why a lint is silent where its example is marked, although one of its phrases stands there: what an
//! author cannot see in the text.

use crate::check::judge::{Silence, silenced};
use crate::letter::Letter;
use crate::lint::file::ExampleFile;
use crate::lint::{Case, Catalogue, Lint, Part, Phrase};
use crate::source::Span;

const WHOLE: &str = "the lint judges whole letters: the example needs `whole-letter = true`";

/// Says what keeps the lint from reporting one of `places`, where it does not; nothing where none of its
/// phrases stands there.
pub(super) fn why_not(
    catalogue: &Catalogue,
    lint: &Lint,
    example: &ExampleFile,
    text: &str,
    places: &[Span],
) -> Option<String> {
    if places.is_empty() {
        return None;
    }
    if lint.whole_letter && !example.whole_letter {
        return Some(WHOLE.to_owned());
    }
    let letter = Letter::parse(text, &catalogue.language());
    let clear = letter.case.as_ref().filter(|guess| guess.clear).map(|guess| guess.case);
    let case = example.case.or(clear).unwrap_or(Case::Other);
    let silenced = silenced(&letter, catalogue, case);
    let (hit, why) = silenced.iter().find(|(hit, _)| {
        catalogue.lints[usize::from(hit.lint)].name == lint.name
            && places.iter().any(|place| place.overlaps(hit.span))
    })?;
    let phrase = &lint.phrases[usize::from(hit.phrase)];
    let part = letter.sentences[hit.sentence as usize].part;
    let why = told(*why, lint, phrase, part, case);
    Some(format!("`{}` stands there, but its phrase {why}", &text[hit.span.range()]))
}

/// What keeps a phrase from counting in a part of a letter and a kind of case, in words.
fn told(why: Silence, lint: &Lint, phrase: &Phrase, part: Part, case: Case) -> String {
    match why {
        Silence::Quoted => "does not count in quoted text".to_owned(),
        Silence::Said => format!(
            "does not count in quotation marks: lints of the group {} judge the writer's own words",
            lint.group
        ),
        Silence::Case => {
            let counts = Case::ALL.iter().find(|one| phrase.cases & one.bit() != 0);
            let counts = counts.map_or("", |one| one.name());
            format!(
                "does not count in the kind of case `{case}`: the example needs `case`, such as `case = \"{counts}\"`"
            )
        }
        Silence::Part => {
            let counts = Part::ALL.iter().find(|one| phrase.parts & one.bit() != 0);
            let counts = counts.map_or("", |one| one.name());
            format!(
                "does not count in the part `{part}`: the example needs `in`, such as `in = \"{counts}\"`"
            )
        }
        Silence::Unless => {
            "is kept silent by its `unless` or `guards`, which the sentence has, too".to_owned()
        }
        Silence::UnlessNearby => {
            "is kept silent by its `unless-nearby`, which stands near".to_owned()
        }
        Silence::When => "needs its `when`, which the sentence lacks".to_owned(),
        Silence::Rough => {
            "is `rough`: it counts in a letter with at least four sentences in which \
                           other phrases of the group are found"
                .to_owned()
        }
    }
}
