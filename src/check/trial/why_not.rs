//! Why a lint is silent where its example is marked, although one of its phrases stands there: what an
//! author cannot see in the text.

use crate::letter::{BlockKind, Letter};
use crate::lint::file::ExampleFile;
use crate::lint::{Case, Catalogue, Lint, Owner, Part, Phrase};
use crate::phrase::Hit;
use crate::source::Span;

const WHOLE: &str = "the lint judges whole letters: the example needs `whole-letter = true`";
const ROUGH: &str = "is `rough`: it counts in a letter with at least four sentences in which other \
                     phrases of the group are found";

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
    let stands = |hit: &&Hit| {
        let span = Span::new(hit.start, hit.end);
        places.iter().any(|place| place.overlaps(span))
    };
    letter.hits.iter().filter(stands).find_map(|hit| {
        let phrase = phrase_of(catalogue, lint, hit)?;
        let why = silenced(lint, phrase, &letter, hit, case)?;
        let found = &text[hit.start as usize..hit.end as usize];
        Some(format!("`{found}` stands there, but its phrase {why}"))
    })
}

/// The phrase of the lint that was hit, if it was one.
fn phrase_of<'l>(catalogue: &Catalogue, lint: &'l Lint, hit: &Hit) -> Option<&'l Phrase> {
    catalogue.owners(hit.pattern).iter().find_map(|owner| match owner {
        Owner::Phrase(of, phrase) if catalogue.lints[usize::from(*of)].name == lint.name => {
            Some(&lint.phrases[usize::from(*phrase)])
        }
        _ => None,
    })
}

/// What keeps a hit from counting.
fn silenced(
    lint: &Lint,
    phrase: &Phrase,
    letter: &Letter<'_>,
    hit: &Hit,
    case: Case,
) -> Option<String> {
    let sentence = &letter.sentences[hit.sentence as usize];
    if letter.blocks[sentence.block as usize].kind == BlockKind::Quote && !lint.whole_letter {
        Some("does not count in quoted text".to_owned())
    } else if phrase.cases & case.bit() == 0 {
        let counts = Case::ALL.iter().find(|one| phrase.cases & one.bit() != 0)?;
        Some(format!(
            "does not count in the kind of case `{case}`: the example needs `case`, such as `case = \"{counts}\"`"
        ))
    } else if phrase.parts & sentence.part.bit() == 0 {
        let counts = Part::ALL.iter().find(|one| phrase.parts & one.bit() != 0)?;
        Some(format!(
            "does not count in the part `{}`: the example needs `in`, such as `in = \"{counts}\"`",
            sentence.part
        ))
    } else if phrase.rough {
        Some(ROUGH.to_owned())
    } else if phrase.when || phrase.unless_sentence || phrase.unless_nearby {
        Some("is kept silent here by its `when`, `unless`, `unless-nearby` or `guards`".to_owned())
    } else {
        None
    }
}
