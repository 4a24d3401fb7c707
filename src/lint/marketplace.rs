//! The marketplaces of Amazon, for which letters are written.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer};

use super::kind::Lang;
use super::problem::meant;

/// A marketplace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marketplace {
    name: &'static str,
    country: [&'static str; 2],
    date_order: Option<DateOrder>,
}

/// What comes first in a date such as `3/4/2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// It is the fourth of March.
    MonthFirst,
    /// It is the third of April.
    DayFirst,
}

use DateOrder::{DayFirst, MonthFirst};

const fn of(
    name: &'static str,
    en: &'static str,
    zh: &'static str,
    date_order: Option<DateOrder>,
) -> Marketplace {
    Marketplace { name, country: [en, zh], date_order }
}

impl Marketplace {
    /// All of them: America, Europe, the Middle East and Africa, Asia and Australia.
    pub const ALL: &'static [Self] = &[
        of("us", "the United States", "美国", Some(MonthFirst)),
        // Both are at home in Canada.
        of("ca", "Canada", "加拿大", None),
        of("mx", "Mexico", "墨西哥", Some(DayFirst)),
        of("br", "Brazil", "巴西", Some(DayFirst)),
        of("uk", "the United Kingdom", "英国", Some(DayFirst)),
        of("ie", "Ireland", "爱尔兰", Some(DayFirst)),
        of("de", "Germany", "德国", Some(DayFirst)),
        of("fr", "France", "法国", Some(DayFirst)),
        of("it", "Italy", "意大利", Some(DayFirst)),
        of("es", "Spain", "西班牙", Some(DayFirst)),
        of("nl", "the Netherlands", "荷兰", Some(DayFirst)),
        of("be", "Belgium", "比利时", Some(DayFirst)),
        of("se", "Sweden", "瑞典", Some(DayFirst)),
        of("pl", "Poland", "波兰", Some(DayFirst)),
        of("tr", "Turkey", "土耳其", Some(DayFirst)),
        of("ae", "the United Arab Emirates", "阿联酋", Some(DayFirst)),
        of("sa", "Saudi Arabia", "沙特阿拉伯", Some(DayFirst)),
        of("eg", "Egypt", "埃及", Some(DayFirst)),
        of("za", "South Africa", "南非", Some(DayFirst)),
        of("in", "India", "印度", Some(DayFirst)),
        // The year comes first in Japan; in English both of the others are met there.
        of("jp", "Japan", "日本", None),
        of("au", "Australia", "澳大利亚", Some(DayFirst)),
        of("sg", "Singapore", "新加坡", Some(DayFirst)),
    ];

    /// The name in files and output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// The country, as it stands behind "in".
    #[must_use]
    pub const fn country(self, lang: Lang) -> &'static str {
        self.country[lang as usize]
    }

    /// What comes first in a date of numbers that does not begin with the year; nothing where readers
    /// know both.
    #[must_use]
    pub const fn date_order(self) -> Option<DateOrder> {
        self.date_order
    }
}

impl FromStr for Marketplace {
    type Err = String;

    /// The marketplace of that name, or of that address, in any case: `Amazon.co.uk` is `uk`.
    fn from_str(text: &str) -> Result<Self, String> {
        let small = text.to_ascii_lowercase();
        let name = match small.strip_prefix("amazon.") {
            Some("com") => "us",
            Some(rest) => {
                let country = rest.strip_prefix("com.").or_else(|| rest.strip_prefix("co."));
                country.unwrap_or(rest)
            }
            None => &small,
        };
        let known = Self::ALL.iter().find(|one| one.name == name);
        known.copied().ok_or_else(|| unknown(text, name))
    }
}

/// Says that there is no such marketplace, and which one may be meant, by its name or its country's.
fn unknown(text: &str, name: &str) -> String {
    let names = || Marketplace::ALL.iter().map(|one| one.name);
    let called = |one: &Marketplace| one.country[0].trim_start_matches("the ");
    let near = meant(name, names()).or_else(|| {
        let country = meant(name, Marketplace::ALL.iter().map(called))?;
        Marketplace::ALL.iter().find(|one| called(one) == country).map(|one| one.name)
    });
    let what = format!("there is no marketplace `{text}`");
    match near {
        Some(near) => format!("{what}; did you mean `{near}`?"),
        None => format!("{what}; there are `{}`", names().collect::<Vec<_>>().join("`, `")),
    }
}

impl fmt::Display for Marketplace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name)
    }
}

impl<'de> Deserialize<'de> for Marketplace {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Marketplace {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Marketplace".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let names: Vec<_> = Self::ALL.iter().map(|one| one.name).collect();
        schemars::json_schema!({
            "description": "A marketplace of Amazon: its country, or its address.",
            "anyOf": [{ "enum": names }, { "type": "string", "pattern": "^[Aa]mazon\\." }],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Result<&'static str, String> {
        text.parse().map(Marketplace::name)
    }

    #[test]
    fn addresses_are_understood() {
        for (address, wanted) in [
            ("amazon.com", "us"),
            ("amazon.de", "de"),
            ("amazon.co.uk", "uk"),
            ("amazon.com.be", "be"),
            ("amazon.in", "in"),
            ("Amazon.de", "de"),
            ("AMAZON.COM", "us"),
            ("US", "us"),
        ] {
            assert_eq!(name(address), Ok(wanted));
        }
        assert!(name("amazon.").is_err() && name("com").is_err());
    }

    #[test]
    fn the_country_tells_what_was_meant() {
        for (given, wanted) in [("usa", "us"), ("germany", "de"), ("UnitedKingdom", "uk")] {
            let said = name(given).expect_err("no such name");
            assert!(said.ends_with(&format!("did you mean `{wanted}`?")), "{said}");
        }
        let said = name("xx").expect_err("no such name");
        assert!(said.contains("there are `us`, `ca`"), "{said}");
    }
}
