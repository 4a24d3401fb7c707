//! What is wrong with a file that the user wrote for the program, as a compiler would say it.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::plain;
use crate::lint::Problem;

/// Draws a problem with its place, ready for a terminal of that width.
#[must_use]
pub fn problem(problem: &Problem, width: usize, styled: bool) -> String {
    let group = Group::with_title(Level::ERROR.primary_title(safe(&problem.message)));
    let group = if problem.excerpt.is_empty() {
        group.element(Origin::path(safe(&problem.file)))
    } else {
        group.element(snippet(problem))
    };
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(width).render(&[group])
}

/// The line, with a mark below the place.
fn snippet(problem: &Problem) -> Snippet<'static, annotate_snippets::Annotation<'static>> {
    let (start, end) = problem.place;
    let before = safe(&problem.excerpt[..start]);
    let place = before.len()..before.len() + safe(&problem.excerpt[start..end]).len();
    let after = safe(&problem.excerpt[start..]);
    Snippet::source(before + &after)
        .path(safe(&problem.file))
        .line_start(problem.line)
        .annotation(AnnotationKind::Primary.span(place))
}

/// Text that a terminal takes for no command.
fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    plain::push_all(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_drawn_with_its_line() {
        let text = "lang = \"zh\"\nlevles = {}\n";
        let drawn = problem(&Problem::span("a.toml", text, (12, 18), "no such key"), 80, false);
        let wanted = "error: no such key\n --> a.toml:2:1\n  |\n2 | levles = {}\n  | ^^^^^^";
        assert_eq!(drawn, wanted);
    }

    #[test]
    fn escape_sequences_do_not_reach_the_terminal() {
        let text = "a = \"\u{1b}[2J\u{7}\"";
        let drawn = problem(&Problem::span("\u{1b}.toml", text, (4, 10), "\u{1b}odd"), 80, false);
        assert!(!drawn.contains('\u{1b}'), "{drawn}");
    }

    #[test]
    fn a_file_as_a_whole_is_named() {
        let drawn = problem(&Problem::whole("a.toml", "no such file"), 80, false);
        assert!(drawn.contains("error: no such file") && drawn.contains("--> a.toml"), "{drawn}");
    }
}
