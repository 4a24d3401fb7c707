//! What is drawn here is what annotate-snippets draws.

use super::*;
use crate::lint::{Lang, shipped};
use crate::source::{Span, Unit};

/// Lines with whatever may stand in a line: wide characters, tabs, marks heaped on a letter, commands, many
/// blanks, no text at all.
const TEXT: &str = "We lost it.\n\n\t买家粗心，所以 we “lost” it\u{200d} a\u{301}\u{302}gain 👍\u{fe0f}.\r\n   \n\
    \x1b[31mOur supplier changed the carton without telling us, and nobody here looked at any of it\t\n\
    \u{3000}\u{3000}所有订单都已经检查过了，并且更换了物流公司，以后不会再发生这样的问题，我们保证我们保证我们保证\n\
                                                   it begins far to the right  \n\
    \n\n\n\nthe end";

#[test]
fn simple_drawings_are_those_of_annotate_snippets() {
    let source = Source::new("a letter.txt", TEXT);
    let lines = source.lines();
    let lints = &shipped::CATALOGUE.lints;
    let starts: Vec<u32> = TEXT.char_indices().map(|(at, _)| at as u32).collect();
    let mut simple = 0;
    for (index, start) in starts.iter().enumerate() {
        let lint = &lints[index % lints.len()];
        let levels = [Level::Error, Level::Warning, Level::Note];
        for length in [0, 1, 2, 5, 17, 60, 200] {
            let span = Span::new(*start, (*start + length).min(TEXT.len() as u32));
            let diagnostic = Diagnostic {
                lint,
                level: levels[index % levels.len()],
                message: String::new(),
                help: "leave it out, or say of it: who, when, and 用什么方法 it was done"
                    .repeat(index % 4),
                span,
                related: Vec::new(),
                fix: None,
            };
            for (width, styled, lang) in
                [(40, false, Lang::En), (53, true, Lang::Zh), (100, true, Lang::En)]
            {
                let look = Look { lang, width, styled, closing: false, unit: Unit::CodePoint };
                let full = Full::new(look);
                let canvas = Canvas::new(&source, &lines, &diagnostic, width);
                let (narrow, sheets) = place::sheets(&canvas, full.words, &diagnostic);
                let (level, help) = (diagnostic.level, &diagnostic.help);
                let Some(drawn) = full.simple(&canvas, level, &sheets[0], help) else { continue };
                let places = place::elements(&narrow, full.words, &sheets);
                assert_eq!(drawn, full.drawn(&canvas, level, places, Vec::new(), help), "{span:?}");
                simple += 1;
            }
        }
    }
    assert!(simple > 1000, "only {simple} were simple");
}
