//! What was mended in a run, and what was not.

use appeal_lint::lint::Lang;

use super::mend::Judged;

/// What was mended in the letters of a run.
#[derive(Clone, Copy, Debug, Default)]
pub struct FixTally {
    /// The number of places that were fixed.
    fixed: usize,
    /// The number of places that were not, since something new would be found then.
    refused: usize,
    /// The number of letters that can only be read.
    word_documents: usize,
}

impl FixTally {
    /// Counts a letter.
    pub fn add(&mut self, judged: &Judged<'_>) {
        self.fixed += judged.fixed;
        self.refused += judged.refused;
        self.word_documents += usize::from(judged.source.is_word());
    }

    /// How much was fixed.
    pub fn fixed(self, lang: Lang) -> String {
        match (lang, self.fixed) {
            (Lang::En, 1) => "1 place fixed".into(),
            (Lang::En, count) => format!("{count} places fixed"),
            (Lang::Zh, count) => format!("已修正 {count} 处"),
        }
    }

    /// How much was not fixed, and why, if there is anything.
    pub fn refused(self, lang: Lang) -> Option<String> {
        Some(match (lang, self.refused) {
            (_, 0) => return None,
            (Lang::En, 1) => "1 place not fixed: its fix would bring a new finding".into(),
            (Lang::En, count) => {
                format!("{count} places not fixed: their fixes would bring new findings")
            }
            (Lang::Zh, count) => format!("另有 {count} 处未修正：改了会出现新的问题"),
        })
    }

    /// How many letters are not fixed, whatever is found in them.
    pub fn word_documents(self, lang: Lang) -> Option<String> {
        Some(match (lang, self.word_documents) {
            (_, 0) => return None,
            (Lang::En, 1) => "1 Word document is only judged, not fixed".into(),
            (Lang::En, count) => format!("{count} Word documents are only judged, not fixed"),
            (Lang::Zh, count) => format!("{count} 个 Word 文档只检查，不修改"),
        })
    }
}
