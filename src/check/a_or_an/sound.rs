//! Whether a word begins with a vowel when it is spoken.

/// Beginnings that are written with a vowel and spoken with a consonant.
const CONSONANTS: &[&str] = &[
    "uni", "use", "usa", "usu", "uti", "ute", "uto", "utah", "ubi", "ufo", "uga", "ukr", "uku",
    "ulys", "unesco", "ura", "ure", "uri", "uru", "usb", "usd", "usps", "upc", "url", "uhf", "eu",
    "ewe", "one", "once", "ouij", "oaxac", "ouaga",
];
/// Among those beginnings, the ones that are spoken with a vowel after all.
const VOWELS: &[&str] = &[
    "unin", "unim", "uniden", "unidea", "unidio", "unill", "uniro", "uniss", "unisol", "unitem",
    "unitali", "unign", "unirri", "oner", "onei", "euler",
];
/// Beginnings with a silent `h`.
const SILENT: &[&str] = &["hour", "honest", "honor", "honour", "heir"];

/// Beginnings of which the sound is not told: `an historic` is old, not wrong; `an herb` is American.
const EITHER: &[&str] = &[
    "hist", "herb", "hotel", "hered", "habit", "homag", "hyster", "heroic", "hispan", "hors",
    "herm",
];

/// Short forms that are spoken letter by letter or as a word, also in small letters.
const SHORT_FORMS: &[&str] = &[
    "fba", "fbm", "sku", "skus", "led", "leds", "lcd", "hdmi", "html", "http", "https", "xml",
    "faq", "faqs", "rma", "roi", "rohs", "reach", "msds", "sds", "sop", "sops", "nda", "mou",
    "seo", "ups", "uae", "ugg", "uno", "fda", "fcc", "fnsku", "hazmat", "lsr", "ldr", "mfn",
    "msrp", "rfid", "hvac", "rca", "sla", "slas", "npi", "mri", "nfc", "lte", "ssd", "hdd", "hsn",
    "sim",
];

/// Whether a word begins with a vowel sound; nothing where it cannot be told.
pub(super) fn begins_with_vowel(word: &str) -> Option<bool> {
    let first = word.chars().next().filter(char::is_ascii_alphabetic)?;
    let (rest, small) = (&word[1..], word.to_ascii_lowercase());
    if !word.is_ascii() || word.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // `X-ray`, `U-shaped`: a letter by its name.
    if word.len() > 2 && rest.starts_with('-') {
        return Some("aefhilmnorsx".contains(first.to_ascii_lowercase()));
    }
    let acronym = word.len() >= 2 && !word.contains(|c: char| c.is_ascii_lowercase());
    if acronym {
        // `AAA` is said triple-A.
        let tripled = word.chars().all(|c| c == first);
        return if tripled || begins(&small, CONSONANTS) { None } else { spelt_out(first) };
    }
    // `a is`, `an Rc`: the article is a name here, or the word is. So is `nth`.
    let coined = rest.contains(|c: char| c.is_ascii_uppercase());
    let mute = !small.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    if word.len() < 3 || coined || mute || SHORT_FORMS.contains(&small.as_str()) {
        return None;
    }
    worded(first, &small)
}

/// A short form in capitals, unless it is spoken as letters or as a word: an FBA order, a FIFA ball.
fn spelt_out(first: char) -> Option<bool> {
    match first {
        'A' | 'E' | 'I' | 'O' => Some(true),
        'B' | 'C' | 'D' | 'G' | 'J' | 'K' | 'P' | 'Q' | 'T' | 'V' | 'W' | 'Y' | 'Z' => Some(false),
        _ => None,
    }
}

/// A word in small letters, which began with `first`.
fn worded(first: char, word: &str) -> Option<bool> {
    match first.to_ascii_lowercase() {
        'a' | 'i' => Some(true),
        'e' | 'o' | 'u' if begins(word, CONSONANTS) => Some(begins(word, VOWELS)),
        // Whether a name is one like Uber or one like Uline nobody can tell.
        'u' if first == 'U' => None,
        'e' | 'o' | 'u' => Some(true),
        'h' if begins(word, SILENT) => Some(true),
        'h' if begins(word, EITHER) => None,
        // Xbox, Xylophone; Yves, Yankee.
        'x' => None,
        'y' if !word[1..].starts_with(['a', 'e', 'i', 'o', 'u']) => None,
        _ => Some(false),
    }
}

fn begins(word: &str, list: &[&str]) -> bool {
    list.iter().any(|start| word.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::begins_with_vowel;

    #[test]
    fn the_sound_counts_not_the_letter() {
        for word in [
            "invoice",
            "hour",
            "ASIN",
            "unissued",
            "unironed",
            "Oneida",
            "X-ray",
            "Uniden",
            "unitemized",
            "unignited",
        ] {
            assert_eq!(begins_with_vowel(word), Some(true), "{word}");
        }
        let consonants = "utensil urine Ukrainian Ugandan Utah Uruguayan utopian urea used upc usb \
                          European one-page U-shaped PDF once unique Oaxacan union unisex unilateral";
        for word in consonants.split(' ').filter(|word| !word.is_empty()) {
            assert_eq!(begins_with_vowel(word), Some(false), "{word}");
        }
        let untold =
            "Hermès Yves FBA EU ONE sku nth Xbox is mRNA historic Uline 8-pack AAA hvac rca sla";
        for word in untold.split(' ') {
            assert_eq!(begins_with_vowel(word), None, "{word}");
        }
    }
}
