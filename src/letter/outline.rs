//! A letter's structure as text, for people and for tests.

use std::fmt::Write;

use super::{Block, BlockKind, KnownBy, Letter, Section};
use crate::lint::Case;

impl Letter<'_> {
    /// What was understood of the letter: the kind of case, as it is given and as the words say, then
    /// each section with its blocks, and each sentence with what it is for. A sentence whose part is
    /// known otherwise than its section's says how. Facts stand in braces behind their sentence.
    #[must_use]
    pub fn outline(&self, given: Option<Case>) -> String {
        let mut out = String::new();
        let told = self.case.as_ref().map(|guess| {
            let cues = guess.cues.iter().map(|cue| plain(&self.text[cue.range()]));
            let cues = cues.collect::<Vec<_>>().join(", ");
            format!("{}{} from: {cues}", guess.case, if guess.clear { "" } else { "?" })
        });
        let _ = match (given, told) {
            (Some(case), Some(told)) => writeln!(out, "case {case} as given; {told}"),
            (Some(case), None) => writeln!(out, "case {case} as given"),
            (None, Some(told)) => writeln!(out, "case {told}"),
            (None, None) => Ok(()),
        };
        for section in &self.sections {
            self.outline_section(section, &mut out);
        }
        out
    }

    fn outline_section(&self, section: &Section, out: &mut String) {
        let _ = write!(out, "# {} by {}", section.part, name(section.known_by));
        match section.heading {
            Some(heading) => {
                let _ = writeln!(out, ": {}", plain(&self.text[heading.range()]));
            }
            None => out.push('\n'),
        }
        for block in &self.blocks[section.blocks.start as usize..section.blocks.end as usize] {
            if block.kind != BlockKind::Heading {
                self.outline_block(block, section, out);
            }
        }
    }

    fn outline_block(&self, block: &Block, section: &Section, out: &mut String) {
        let kind = match block.kind {
            BlockKind::Item(_) => "item".to_owned(),
            kind => format!("{kind:?}").to_lowercase(),
        };
        let _ = writeln!(out, "{kind}");
        for sentence in
            &self.sentences[block.sentences.start as usize..block.sentences.end as usize]
        {
            let _ = write!(out, "  {}", sentence.part);
            if sentence.known_by != section.known_by {
                let _ = write!(out, " by {}", name(sentence.known_by));
            }
            let _ = write!(out, ": {}", plain(&self.text[sentence.span.range()]));
            for fact in self.facts.iter().filter(|fact| sentence.span.contains(fact.span)) {
                let _ = write!(
                    out,
                    " {{{} {}}}",
                    fact.kind.name(),
                    plain(&self.text[fact.span.range()])
                );
            }
            out.push('\n');
        }
    }
}

/// How a part is known, in a word.
fn name(known_by: KnownBy) -> &'static str {
    match known_by {
        KnownBy::Heading => "heading",
        KnownBy::LeadIn => "lead-in",
        KnownBy::Content => "content",
        KnownBy::Position => "position",
    }
}

/// Text on one line, without bold marks.
fn plain(text: &str) -> String {
    text.replace("**", "").split_whitespace().collect::<Vec<_>>().join(" ")
}
