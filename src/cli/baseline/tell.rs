//! What the user is told of baselines, on standard error.

use std::path::Path;

use appeal_lint::baseline::Entry;
use appeal_lint::lint::Lang;

use crate::cli::output::remark;
use crate::config::shown;

/// So many stale entries are told one by one.
const MOST: usize = 5;

/// Tells the user of baselines.
#[derive(Clone, Copy)]
pub struct Teller {
    /// In this language.
    pub lang: Lang,
    /// Whether only findings are asked for.
    pub quiet: bool,
    /// Whether everything is.
    pub verbose: bool,
}

impl Teller {
    /// How many findings were not reported.
    pub fn held(self, count: usize) {
        if count == 0 || self.quiet {
            return;
        }
        match self.lang {
            Lang::En => remark(format_args!("{} not shown", findings(count, "accepted "))),
            Lang::Zh => remark(format_args!("另有 {count} 处已接受，不再提示")),
        }
    }

    /// What a baseline holds and no letter has.
    pub fn stale(self, path: &Path, entries: &[String]) {
        if entries.is_empty() || self.quiet {
            return;
        }
        let (path, count) = (shown(path), entries.len());
        match self.lang {
            Lang::En => remark(format_args!(
                "note: {path} accepts what is not found any more; --prune-baseline takes out:"
            )),
            Lang::Zh => remark(format_args!(
                "说明：{path} 里有 {count} 条已经找不到了，可用 --prune-baseline 删去："
            )),
        }
        self.list(entries);
    }

    /// What a baseline that was written holds and this run cannot judge.
    pub fn foreign(self, path: &Path, entries: &[String]) {
        if entries.is_empty() || self.quiet {
            return;
        }
        let (path, count) = (shown(path), entries.len());
        match self.lang {
            Lang::En => remark(format_args!(
                "note: {path} keeps what is of no lint of this run; delete it there if that lint is gone:"
            )),
            Lang::Zh => remark(format_args!(
                "说明：{path} 里有 {count} 条不属于本次运行的任何规则，予以保留；规则若已不存在，请自行删去："
            )),
        }
        self.list(entries);
    }

    /// Entries one by one.
    fn list(self, entries: &[String]) {
        let count = entries.len();
        let most = if self.verbose { count } else { MOST };
        entries.iter().take(most).for_each(|entry| remark(format_args!("  {entry}")));
        match (self.lang, count.saturating_sub(most)) {
            (_, 0) => {}
            (Lang::En, more) => remark(format_args!("  and {more} more (-v shows all)")),
            (Lang::Zh, more) => remark(format_args!("  还有 {more} 条（用 -v 全部列出）")),
        }
    }

    /// That a baseline was written, and which entries it lost by that.
    pub fn written(self, path: &Path, count: usize, gone: &[&Entry], configured: bool) {
        if self.quiet {
            return;
        }
        let path = shown(path);
        match self.lang {
            Lang::En => remark(format_args!("{} written to {path}", findings(count, ""))),
            Lang::Zh => remark(format_args!("已把 {count} 处写入 {path}")),
        }
        self.gone(gone);
        match self.lang {
            _ if configured => {}
            Lang::En => remark(format_args!(
                "note: it counts with --baseline, or once appeal-lint.toml names it: baseline = \"FILE\""
            )),
            Lang::Zh => remark(format_args!(
                "说明：用 --baseline 指定，或在 appeal-lint.toml 里写 baseline = \"文件\"，它才起作用"
            )),
        }
    }

    /// How many entries were lost, and how many with what people wrote into them.
    fn gone(self, entries: &[&Entry]) {
        let count = entries.len();
        let (en, zh) = match entries.iter().filter(|entry| entry.reason.is_some()).count() {
            0 => (String::new(), String::new()),
            1 if count == 1 => (", with its reason".to_owned(), "，连同理由".to_owned()),
            some => {
                (format!(", {some} of them with a reason"), format!("，其中 {some} 条写有理由"))
            }
        };
        match self.lang {
            _ if count == 0 => {}
            Lang::En if count == 1 => {
                remark(format_args!("note: 1 entry that is not found any more was taken out{en}"))
            }
            Lang::En => remark(format_args!(
                "note: {count} entries that are not found any more were taken out{en}"
            )),
            Lang::Zh => remark(format_args!("说明：有 {count} 条已经找不到，已删去{zh}")),
        }
    }

    /// That stale entries were taken out.
    pub fn pruned(self, path: &Path, count: usize) {
        if self.quiet {
            return;
        }
        let path = shown(path);
        match self.lang {
            Lang::En if count == 1 => remark(format_args!("1 entry taken out of {path}")),
            Lang::En => remark(format_args!("{count} entries taken out of {path}")),
            Lang::Zh => remark(format_args!("已从 {path} 删去 {count} 条")),
        }
    }
}

/// `1 finding`, `2 findings`.
fn findings(count: usize, kind: &str) -> String {
    format!("{count} {kind}finding{}", if count == 1 { "" } else { "s" })
}
