//! What phrases read and what is said of them.

use std::ops::Range;

/// A token's entry when its word stands in no phrase.
pub const NO_ENTRY: u32 = u32::MAX;

/// One word of a letter, or a pause between words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Offset of its first byte in the letter.
    pub start: u32,
    /// Offset behind its last byte.
    pub end: u32,
    /// Its row in the phrasebook's vocabulary, or [`NO_ENTRY`].
    pub entry: u32,
    /// What it is.
    pub kind: TokenKind,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word of letters, or of letters and digits.
    Word,
    /// Digits, with points and commas inside.
    Number,
    /// One Chinese character.
    Han,
    /// A comma, colon, semicolon, parenthesis, slash or spaced dash.
    Pause,
    /// A fact that is one token: an address, a code, a date.
    Fact(FactKind),
}

/// What kind of fact a token or a place is: something that a reviewer can check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactKind {
    /// A day, a month with a year, or a day and month: `{date}`.
    Date,
    /// An ASIN: `{asin}`.
    Asin,
    /// An Amazon order number: `{order-id}`.
    OrderId,
    /// A complaint, case, patent, trade mark or invoice number: `{reference}`.
    Reference,
    /// A seller id: `{seller-id}`.
    SellerId,
    /// A percentage: `{percent}`.
    Percent,
    /// An amount of money: `{money}`.
    Money,
    /// A number of things or of time: `48 units`, `12 hours`, `three employees`: `{quantity}`.
    Quantity,
    /// A time of day: `{time}`.
    Time,
    /// An e-mail address: `{email}`.
    Email,
    /// A web address: `{url}`.
    Url,
    /// A document by number or file name: `Exhibit 4`, `report.pdf`: `{document}`.
    Document,
    /// A performance metric: `ODR`, `late shipment rate`: `{metric}`.
    Metric,
}

impl FactKind {
    /// All kinds, in order.
    pub const ALL: [Self; 13] = [
        Self::Date,
        Self::Asin,
        Self::OrderId,
        Self::Reference,
        Self::SellerId,
        Self::Percent,
        Self::Money,
        Self::Quantity,
        Self::Time,
        Self::Email,
        Self::Url,
        Self::Document,
        Self::Metric,
    ];

    /// The name in phrases, between braces.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Asin => "asin",
            Self::OrderId => "order-id",
            Self::Reference => "reference",
            Self::SellerId => "seller-id",
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Quantity => "quantity",
            Self::Time => "time",
            Self::Email => "email",
            Self::Url => "url",
            Self::Document => "document",
            Self::Metric => "metric",
        }
    }
}

/// A fact of several tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactWords {
    /// What it is.
    pub kind: FactKind,
    /// Its tokens.
    pub tokens: Range<u32>,
}

/// A place where a phrase was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The phrase's number in its phrasebook.
    pub pattern: u32,
    /// Offset of the first byte of the reported part.
    pub start: u32,
    /// Offset behind its last byte.
    pub end: u32,
    /// The tokens of the reported part.
    pub tokens: Range<u32>,
    /// The sentence, by its index in the order scanned.
    pub sentence: u32,
}
