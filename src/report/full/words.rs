//! The words around the messages, in the user's language.

use super::Counts;
use crate::lint::{Lang, Level};

/// Says the report's own words.
#[derive(Clone, Copy)]
pub struct Words {
    /// In this language.
    pub lang: Lang,
}

/// A part of the letter that the last line names when it is not there.
pub struct Part {
    /// The lint that misses it.
    pub lint: &'static str,
    en: &'static str,
    zh: &'static str,
}

/// The parts without which no letter is read to its end.
pub const PARTS: &[Part] = &[
    Part { lint: "missing-root-cause", en: "a root cause", zh: "根本原因" },
    Part { lint: "missing-corrective-actions", en: "corrective actions", zh: "已完成的整改" },
    Part { lint: "missing-prevention", en: "preventive measures", zh: "预防措施" },
    Part { lint: "missing-request", en: "a request", zh: "请求" },
];

impl Words {
    /// The name of a level.
    pub const fn level(self, level: Level) -> &'static str {
        match (self.lang, level) {
            (Lang::En, _) => level.name(),
            (Lang::Zh, Level::Error) => "错误",
            (Lang::Zh, Level::Warning) => "警告",
            (Lang::Zh, Level::Note | Level::Allow) => "提示",
        }
    }

    /// What stands before the help.
    pub const fn help(self) -> &'static str {
        match self.lang {
            Lang::En => "help",
            Lang::Zh => "建议",
        }
    }

    /// What stands before a remark.
    pub const fn note(self) -> &'static str {
        match self.lang {
            Lang::En => "note",
            Lang::Zh => "说明",
        }
    }

    /// Says that there are `count` more places that are not shown.
    pub fn more(self, count: usize) -> String {
        match (self.lang, count) {
            (Lang::En, 1) => "1 more place is not shown".to_owned(),
            (Lang::En, _) => format!("{count} more places are not shown"),
            (Lang::Zh, _) => format!("还有 {count} 处没有列出"),
        }
    }

    /// The last line: what was found in how many letters.
    pub fn summary(self, counts: &Counts) -> String {
        let levels = [
            (Level::Error, counts.errors),
            (Level::Warning, counts.warnings),
            (Level::Note, counts.notes),
        ];
        let found = levels.iter().filter(|(_, count)| *count > 0);
        match self.lang {
            Lang::En => {
                let found: Vec<_> =
                    found.map(|(level, count)| plural(*count, level.name())).collect();
                let found = if found.is_empty() { "no findings".into() } else { found.join(", ") };
                match self.lacking(counts) {
                    Some(parts) => format!("{found}; the letter lacks {parts}"),
                    None => format!("{found} in {}", plural(counts.letters, "letter")),
                }
            }
            Lang::Zh => {
                let found: Vec<_> = found
                    .map(|(level, count)| format!("{count} 个{}", self.level(*level)))
                    .collect();
                let found =
                    if found.is_empty() { "没有发现问题".into() } else { found.join("，") };
                match self.lacking(counts) {
                    Some(parts) => format!("{found}；信中缺少{parts}"),
                    None => format!("{} 封信：{found}", counts.letters),
                }
            }
        }
    }

    /// The parts that the letter lacks, if there is one letter and it lacks any.
    fn lacking(self, counts: &Counts) -> Option<String> {
        let parts = counts.lacking.iter().filter_map(|index| PARTS.get(*index));
        let parts: Vec<_> = parts
            .map(|part| match self.lang {
                Lang::En => part.en,
                Lang::Zh => part.zh,
            })
            .collect();
        let (last, others) = parts.split_last().filter(|_| counts.letters == 1)?;
        let (comma, and) = match self.lang {
            Lang::En => (", ", " and "),
            Lang::Zh => ("、", "和"),
        };
        let others = others.join(comma);
        Some(if others.is_empty() { (*last).to_owned() } else { format!("{others}{and}{last}") })
    }
}

/// `1 letter`, `2 letters`.
fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
