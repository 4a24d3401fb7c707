//! What stands in a letter as it must be: addresses, names of files and companies, tags, the code of
//! Markdown. No language is judged there, and no fix changes it.

mod address;
mod company;

use std::cell::OnceCell;

use super::markdown::Markdown;
use crate::diagnostic::{Diagnostic, Edit};
use crate::lint::Group;
use crate::source::Span;

/// A letter, and what must stay as it is in it.
#[derive(Debug)]
pub struct Verbatim<'t> {
    text: &'t str,
    markdown: &'t Markdown<'t>,
    /// Its web addresses, once they were asked for.
    links: OnceCell<Vec<Span>>,
}

impl<'t> Verbatim<'t> {
    pub(super) fn of(text: &'t str, markdown: &'t Markdown<'t>) -> Self {
        Self { text, markdown, links: OnceCell::new() }
    }

    /// Drops what is said there of the language, and the fixes that would change it. Comments for tools
    /// are no text, and are mended as such.
    pub(super) fn respect(&self, found: &mut Vec<Diagnostic<'_>>) {
        found.retain(|one| one.lint.group != Group::Language || !self.is_about(one));
        for one in found.iter_mut().filter(|one| one.lint.group != Group::Comments) {
            if edits(one).any(|edit| self.is_changed(edit)) {
                one.fix = None;
            }
        }
    }

    /// Whether an edit changes something that must stay as it is.
    pub(super) fn is_changed(&self, edit: &Edit) -> bool {
        let keeps = |place: Span| {
            edit.span.contains(place) && edit.text.contains(&self.text[place.range()])
        };
        self.places(edit.span).into_iter().any(|place| !keeps(place))
    }

    /// Whether a finding is about such a place: it lies in one, or takes a part of it for plain words.
    /// One that cuts a place and mends what is beside it is not, nor is one about more.
    fn is_about(&self, found: &Diagnostic<'_>) -> bool {
        let mends =
            || edits(found).next().is_some() && !edits(found).any(|one| self.is_changed(one));
        let about =
            |place: Span| place.contains(found.span) || (!found.span.contains(place) && !mends());
        self.ends(found.span).into_iter().flat_map(|end| self.places(end)).any(about)
    }

    /// The first and the last character of a span.
    fn ends(&self, span: Span) -> [Span; 2] {
        let text = &self.text[span.range()];
        let length = |c: Option<char>| c.map_or(0, char::len_utf8) as u32;
        let (first, last) = (length(text.chars().next()), length(text.chars().next_back()));
        [Span::new(span.start, span.start + first), Span::new(span.end - last, span.end)]
    }

    /// The places that share a byte with a span, or that an empty span lies in.
    fn places(&self, span: Span) -> Vec<Span> {
        let links = self.links.get_or_init(|| address::links(self.text));
        let found = [self.markdown.hidden(), links].into_iter().flat_map(|places| {
            let first = places.partition_point(|place| place.end <= span.start);
            places[first..].iter().take_while(|place| place.start < span.end).copied()
        });
        let words = address::places(self.text, span).chain(company::places(self.text, span));
        found
            .chain(words.filter(|place| place.start < span.end && span.start < place.end))
            .collect()
    }
}

/// What a finding would change.
fn edits<'f>(found: &'f Diagnostic<'_>) -> impl Iterator<Item = &'f Edit> {
    found.fix.iter().flat_map(|fix| &fix.edits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    /// Whether a word of a letter of that name may not be changed.
    fn is_kept(name: &str, text: &str, word: &str) -> bool {
        let source = Source::new(name, text);
        let start = text.find(word).unwrap_or_else(|| panic!("{word} in {text}"));
        let span = Span::new(start as u32, (start + word.len()) as u32);
        let edit = Edit { span, text: "other".into() };
        Verbatim::of(text, &Markdown::of(&source)).is_changed(&edit)
    }

    #[test]
    fn addresses_and_names_stay() {
        let kept = [
            "mail dont.reply@example.com",
            "see https://example.com/dont-panic",
            "see www.dont.com",
            "on dont.com",
            "on dont.COM",
            "on dont.top",
            "on dont.TOP",
            "on dont.amazon.in",
            "(dont.cn/x)",
            r"photos\dont.jpg",
            r"D:\dont\x",
            "photos/dont.jpg",
            "the #dont tag",
            "by @dont",
            "Dont Inc",
            "by Dont Lamp Co., Ltd",
            "dont_log",
            "“dont.pdf”",
            "dont(1).pdf",
            "在dont.com上",
        ];
        for text in kept {
            let word = if text.contains("dont") { "dont" } else { "Dont" };
            assert!(is_kept("a.txt", text, word), "{text}");
        }
    }

    #[test]
    fn a_web_address_may_be_long() {
        for text in
            ["https://a.com/itm/lamp,dont,12", "http://a.com/s;b=1,dont", "(www.a.com/a,dont)"]
        {
            assert!(is_kept("a.txt", text, "dont"), "{text}");
        }
        for text in ["see https://a.com/?{}&dont=1 x", "(www.a.com/{}/dont) x", "a://b.c/dont{}"] {
            let text = text.replace("{}", &"key=1234&".repeat(100));
            assert!(is_kept("a.txt", &text, "dont"), "{text}");
        }
        assert!(!is_kept("a.txt", "https://a.com/?a=1 dont", "dont"));
    }

    #[test]
    fn plain_words_do_not() {
        let plain = [
            "we dont.We",
            "the dont.Top",
            "dont/wont",
            "dont (see x.com)",
            "a.pdf,dont",
            "x.com：dont",
            "dont.it was",
            "Amazon dont Inc",
            "# dont",
            "5 @ dont",
            "`dont`",
            "[dont](x.png)",
            "Dear dont Ltd",
        ];
        for text in plain {
            assert!(!is_kept("a.txt", text, "dont"), "{text}");
        }
    }

    #[test]
    fn markdown_has_code_targets_and_entities() {
        let kept = [
            "so `dont` it",
            "```\ndont\n```",
            "a\n\n    dont\n",
            "![alt](a,dont)",
            "[a]: dont\n\n[a]",
            "<b title='dont'>x</b> y",
            "<div class='dont'>",
            "a\n\n<img\nalt='dont' src='x'>\n\nb",
        ];
        for text in kept {
            assert!(is_kept("a.md", text, "dont"), "{text}");
        }
        assert!(is_kept("a.md", "a &nbsp; b", "nbsp"));
        for text in [
            "[dont](x.png)",
            "**dont** x",
            "- a\n\n    dont\n",
            "> dont",
            "# dont",
            "<p>\ndont\n</p>",
        ] {
            assert!(!is_kept("a.md", text, "dont"), "{text}");
        }
    }

    #[test]
    fn an_edit_that_keeps_an_address_may_be_made() {
        let source = Source::new("a.txt", "visit to www.dont.com");
        let markdown = Markdown::of(&source);
        let verbatim = Verbatim::of(source.text(), &markdown);
        let edit = |start, end, text: &str| Edit { span: Span::new(start, end), text: text.into() };
        assert!(!verbatim.is_changed(&edit(0, 21, "visit www.dont.com")));
        assert!(!verbatim.is_changed(&edit(21, 21, ".")) && !verbatim.is_changed(&edit(9, 9, " ")));
        assert!(
            verbatim.is_changed(&edit(13, 13, " ")) && verbatim.is_changed(&edit(0, 21, "visit"))
        );
    }
}
