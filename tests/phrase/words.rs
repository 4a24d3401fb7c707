//! How text is cut into words.

use appeal_lint::phrase::{Pieces, TokenKind, cut};

use super::phrasebook;

/// The pieces, each with a letter for its kind.
fn pieces(text: &str) -> String {
    let name = |kind| match kind {
        TokenKind::Word => 'w',
        TokenKind::Number => 'n',
        TokenKind::Han => 'h',
        TokenKind::Pause => 'p',
        TokenKind::Fact(_) => 'f',
    };
    let each = Pieces::new(text).map(|p| format!("{}:{}", name(p.kind), &text[p.start..p.end]));
    each.collect::<Vec<_>>().join(" ")
}

#[test]
fn text_is_cut() {
    for (text, cut) in [
        ("We don't.", "w:We w:don't"),
        ("customers' goods", "w:customers w:goods"),
        ("'quoted' “words”", "w:quoted w:words"),
        ("1,000.50 at 10:30, 24/7", "n:1,000.50 w:at n:10:30 p:, n:24/7"),
        ("60pcs b0abc 5% 100％", "w:60pcs w:b0abc n:5% n:100％"),
        ("e-mail A-to-z", "w:e w:mail w:A w:to w:z"),
        ("- item", "w:item"),
        ("so -- we - no – or—and", "w:so p:- p:- w:we p:- w:no p:– w:or p:— w:and"),
        ("end -", "w:end"),
        ("amazon.com i.e. done.We", "w:amazon w:com w:i w:e w:done w:We"),
        ("and/or https://x.cn/a", "w:and p:/ w:or w:https w:x w:cn p:/ w:a"),
        ("A&B", "w:A w:& w:B"),
        ("我们very好，", "h:我 h:们 w:very h:好 p:，"),
        ("cafe\u{301} ol\u{200B}d", "w:cafe\u{301} w:ol\u{200B}d"),
        ("ünïcödé Привет", "w:ünïcödé w:Привет"),
        ("1. 2) a:b 5'", "n:1 n:2 p:) w:a p:: w:b n:5"),
        ("", ""),
    ] {
        assert_eq!(pieces(text), cut);
    }
}

#[test]
fn pauses_side_by_side_are_one() {
    let phrasebook = phrasebook(&[], &["a"]);
    let text = "a, (“ -- ) b";
    let mut tokens = Vec::new();
    cut(text, 0..text.len(), &phrasebook, &mut tokens);
    let kinds: Vec<_> = tokens.iter().map(|token| (token.kind, token.start, token.end)).collect();
    let pause = (TokenKind::Pause, 1, 12);
    assert_eq!(kinds, [(TokenKind::Word, 0, 1), pause, (TokenKind::Word, 13, 14)]);
}

#[test]
fn offsets_are_of_the_whole_text() {
    let phrasebook = phrasebook(&[], &["b"]);
    let mut tokens = Vec::new();
    cut("a b ç d", 2..6, &phrasebook, &mut tokens);
    assert_eq!(
        tokens.iter().map(|token| (token.start, token.end)).collect::<Vec<_>>(),
        [(2, 3), (4, 6)]
    );
}
