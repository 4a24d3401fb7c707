//! The names of stores in a letter.

use crate::check::around::{own_blocks, span};
use crate::check::judge::Context;
use crate::letter::BlockKind;
use crate::phrase::is_han;
use crate::source::Span;

/// What stands before the colon in a line that names the store.
const LABELS: &[&str] = &[
    "store",
    "store name",
    "shop",
    "shop name",
    "storefront",
    "storefront name",
    "our store",
    "amazon store",
    "store display name",
    "amazon store name",
    "店铺",
    "店铺名",
    "店铺名称",
    "店名",
];

/// In how many characters of a line a label ends, with the marks around it.
const LABEL: usize = 80;

/// Capitalised words that no store's name begins with where a sentence goes on behind "our store".
const NO_NAMES: &[&str] = &[
    "account", "amazon", "asin", "brand", "business", "china", "company", "europe", "france",
    "germany", "health", "id", "italy", "japan", "listing", "listings", "manager", "name", "order",
    "page", "policy", "rating", "sales", "seller", "since", "spain", "store", "team", "the", "was",
    "url",
];

/// A shorter name may be an abbreviation of anything.
const SHORTEST: usize = 4;

/// A longer value of a line is no name.
const LONGEST: usize = 40;

/// The names in lines such as `Store name: …`, and in signatures such as `… Store`.
pub fn labelled(cx: &Context<'_>) -> Vec<Span> {
    let mut names = Vec::new();
    for block in own_blocks(cx) {
        let mut start = block.span.start as usize;
        for line in cx.text(block.span).split_inclusive('\n') {
            let signed = || signed(line).filter(|_| block.kind == BlockKind::Signature);
            let name = behind_label(line).or_else(signed);
            names.extend(name.map(|(from, to)| span(start + from, start + to)));
            start += line.len();
        }
    }
    names
}

/// The name that follows "our store", which ends at `at`.
pub fn called(text: &str, at: usize) -> Option<Span> {
    let rest = &text[at..];
    let name = rest.trim_start_matches([' ', '\t', '\u{a0}']);
    let name = ["is ", "name ", "named ", "called "]
        .iter()
        .fold(name, |name, word| name.strip_prefix(word).map_or(name, str::trim_start));
    let quoted = name.strip_prefix(['"', '“', '\'', '‘', '「', '*']);
    let name = quoted.map_or(name, |name| name.trim_start_matches('*'));
    if rest.len() == name.len() || rest[..rest.len() - name.len()].contains('\n') {
        return None;
    }
    let start = at + rest.len() - name.len();
    let end = match quoted {
        Some(_) => name.find(['"', '”', '\'', '’', '」', '*', '\n'])?,
        None => capitalised(name),
    };
    is_name(&name[..end]).then(|| span(start, start + end))
}

/// Whether two names may be those of one store: written another way, with a country, a typo.
pub fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (plain(one), plain(other));
    // A name in Chinese may be that in Latin letters, translated.
    let han = |name: &str| name.chars().any(is_han);
    let prefix = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    han(&one) != han(&other)
        || one.contains(&other)
        || other.contains(&one)
        || prefix >= SHORTEST
        || strsim::normalized_damerau_levenshtein(&one, &other) >= 0.75
}

/// Letters and digits of a name, in lower case, without what many stores are called.
fn plain(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
    let common = |word: &String| {
        ["store", "shop", "official", "the", "us", "uk", "eu", "de", "llc", "ltd", "co", "inc"]
            .contains(&word.as_str())
    };
    words.filter(|word| !common(word)).collect()
}

/// Where in a line the name behind a label stands.
fn behind_label(line: &str) -> Option<(usize, usize)> {
    let head = line.char_indices().nth(LABEL).map_or(line, |(end, _)| &line[..end]);
    let colon = head.find([':', '：'])?;
    let (label, rest) = (&line[..colon], line[colon..].strip_prefix([':', '：'])?);
    let label = label.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    if !LABELS.contains(&label.as_str()) {
        return None;
    }
    let marks = [' ', '\t', '\u{a0}', '*', '_', '"', '“', '「', '\''];
    let name = rest.trim_start_matches(marks);
    let end =
        name.find(['\n', '\r', '(', '（', ',', '，', ';', '；', '|', '/', '"', '”', '*', '。']);
    let value = name[..end.unwrap_or(name.len())].trim_end();
    let start = line.len() - name.len();
    is_name(value).then_some((start, start + value.len()))
}

/// Where in a line the name before "Store" stands.
fn signed(line: &str) -> Option<(usize, usize)> {
    let bare = line.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let name =
        [" Store", " Shop", " store", " shop"].iter().find_map(|end| bare.strip_suffix(end))?;
    let name = name.strip_suffix(" Official").unwrap_or(name);
    let value = name.trim_start();
    (capitalised(value) == value.len() && is_name(value))
        .then_some((name.len() - value.len(), name.len()))
}

/// The length of the capitalised words at the start of a text.
fn capitalised(text: &str) -> usize {
    let mut end = 0;
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end_matches(' ');
        let name = bare.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name);
        if !name.starts_with(char::is_uppercase)
            || name.contains(['\n', '(', '（', ',', '，', '.', ':', '：'])
        {
            break;
        }
        end = word.as_ptr() as usize - text.as_ptr() as usize + name.len();
        if name.len() < bare.len() {
            break;
        }
    }
    end
}

/// Whether a text can be a store's name: no gap, no sentence, no code.
fn is_name(text: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let whole = |letter: char| letter.is_alphanumeric() || " &'’-_.".contains(letter);
    let least = if text.chars().any(is_han) { 2 } else { SHORTEST };
    letters >= least
        && text.chars().count() <= LONGEST
        && words.len() <= 4
        && text.chars().all(whole)
        && !words.iter().any(|word| NO_NAMES.contains(&word.as_str()))
        && !words.concat().contains("xxx")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Option<&str> {
        called(text, 0).map(|name| &text[name.range()])
    }

    #[test]
    fn a_name_follows() {
        for (text, wanted) in [
            (" Kavo Deco was suspended", "Kavo Deco"),
            (" \"kavo deco\" was", "kavo deco"),
            (" named Kavo Deco.", "Kavo Deco"),
            (" KavoDeco's rate", "KavoDeco"),
            (" **Kavo & Co** is", "Kavo & Co"),
        ] {
            assert_eq!(name(text), Some(wanted), "{text}");
        }
        for text in [
            " was",
            ". Kavo Deco",
            "\nKavo Deco",
            " US is",
            " Seller ID: A2",
            " in Lyon",
            "s Kavo",
            " (Kavo)",
        ] {
            assert_eq!(name(text), None, "{text}");
        }
    }

    #[test]
    fn a_line_names_the_store() {
        let name = |line| behind_label(line).map(|(from, to): (usize, usize)| &line[from..to]);
        assert_eq!(name("**Store name:** Lumo Home (US)\n"), Some("Lumo Home"));
        assert_eq!(name("店铺名：可美乐家居"), Some("可美乐家居"));
        for line in [
            "Store: XXXX",
            "Store: [name]",
            "Store policy: Lumo",
            "Our store: we sell lamps from Ningbo to all",
        ] {
            assert_eq!(name(line), None, "{line}");
        }
    }

    #[test]
    fn a_signature_names_the_store() {
        let name = |line| signed(line).map(|(from, to): (usize, usize)| &line[from..to]);
        assert_eq!(name("Kavo Deco Official Store\n"), Some("Kavo Deco"));
        for line in ["Kavo Deco", "owner of the store", "Manager, Amazon Store", "Our Store"] {
            assert_eq!(name(line), None, "{line}");
        }
    }

    #[test]
    fn one_store_is_written_in_many_ways() {
        for (one, other) in [
            ("Lumo Home", "LUMOHOME-US"),
            ("Lumo Home", "Lumo"),
            ("Lumo Home", "Lumo Deco Store"),
            ("Kemeilo Home", "可美乐家居"),
            ("Kavo Deco", "Kavo Decco"),
        ] {
            assert!(alike(one, other), "{one} {other}");
        }
        assert!(!alike("Lumo Home", "Kavo Deco"));
        assert!(!alike("Lumo Home", "Kavo Home"));
    }
}
