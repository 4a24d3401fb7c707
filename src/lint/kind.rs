//! The closed sets that lints speak of. Each has the name that files and output use.

use serde::{Deserialize, Serialize};

/// Declares an enum whose variants have names in files and output.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$doc])* #[serde(rename = $text)] $variant,)+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in files and output.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The one with that name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }
    };
}

named! {
    /// How serious a finding is; the least first.
    Level {
        /// Not reported.
        Allow = "allow",
        /// Worth a thought.
        Note = "note",
        /// Weakens the letter.
        Warning = "warning",
        /// Would get the letter rejected.
        Error = "error",
    }
}

named! {
    /// What a lint is about: the folder of its file.
    Group {
        /// Is everything there?
        Structure = "structure",
        /// Is the cause a cause?
        RootCause = "root-cause",
        /// Would a reviewer believe the plan?
        Plan = "plan",
        /// Anger, blame, pleading.
        Tone = "tone",
        /// What does not belong in an appeal.
        Relevance = "relevance",
        /// Templates and what is left of them.
        Originality = "originality",
        /// What breaks Amazon's rules anew.
        Policy = "policy",
        /// The facts that this kind of case needs.
        Evidence = "evidence",
        /// English that a careful business writer would not write.
        Language = "language",
        /// Comments for tools.
        Comments = "comments",
    }
}

named! {
    /// What a part of a letter is for.
    Part {
        /// What happened: the notice, the complaint.
        Issue = "issue",
        /// What failed in the seller's own operation.
        RootCause = "root-cause",
        /// Steps already taken.
        Corrective = "corrective",
        /// What will keep it from happening again.
        Preventive = "preventive",
        /// Documents and what they prove.
        Evidence = "evidence",
        /// The request for reinstatement, and the closing.
        Request = "request",
        /// None of these, or not known.
        Other = "other",
    }
}

impl Part {
    /// The bit that stands for it in a set.
    #[must_use]
    pub const fn bit(self) -> u8 {
        1 << self as u8
    }

    /// The set of `parts`; every part when there are none.
    #[must_use]
    pub fn set(parts: &[Self]) -> u8 {
        if parts.is_empty() { u8::MAX } else { parts.iter().fold(0, |set, part| set | part.bit()) }
    }
}

named! {
    /// The kind of case: why the account or the listing was taken down.
    Case {
        /// Inauthentic or counterfeit goods.
        Counterfeit = "counterfeit",
        /// Trade mark, copyright, patent.
        IntellectualProperty = "intellectual-property",
        /// Order defects, late shipment, cancellation, tracking.
        Performance = "performance",
        /// A link with another account.
        RelatedAccounts = "related-accounts",
        /// Reviews, feedback, sales rank.
        ReviewManipulation = "review-manipulation",
        /// Used sold as new, not as described.
        Condition = "condition",
        /// Product safety, restricted products.
        Safety = "safety",
        /// Variations, detail pages, duplicate listings.
        ListingAbuse = "listing-abuse",
        /// Drop shipping.
        DropShipping = "drop-shipping",
        /// Identity, address, bank or card verification.
        Verification = "verification",
        /// Documents that look forged or edited.
        ForgedDocuments = "forged-documents",
        /// Nothing was wrong: the suspension is an error.
        Mistaken = "mistaken",
        /// Any other, or not known.
        Other = "other",
    }
}

impl Case {
    /// The bit that stands for it in a set.
    #[must_use]
    pub const fn bit(self) -> u16 {
        1 << self as u16
    }

    /// The set of `cases`; every case when there are none.
    #[must_use]
    pub fn set(cases: &[Self]) -> u16 {
        if cases.is_empty() { u16::MAX } else { cases.iter().fold(0, |set, case| set | case.bit()) }
    }
}

named! {
    /// Who may apply a replacement (rustc's set).
    Applicability {
        /// One right form, the meaning cannot change.
        MachineApplicable = "machine-applicable",
        /// Probably what is meant; the writer decides.
        MaybeIncorrect = "maybe-incorrect",
        /// Has gaps that only the writer can fill.
        HasPlaceholders = "has-placeholders",
    }
}

named! {
    /// The language of messages.
    Lang {
        /// English.
        En = "en",
        /// 简体中文.
        Zh = "zh",
    }
}

/// Where a pattern is tried in a letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tried {
    /// Anywhere in the lines that hold one of its literals, of which it sees no more.
    #[default]
    InLine,
    /// In the words that hold one: up to the end of the next word, and never a second time.
    InWords,
    /// Where one of its literals stands.
    AtLiteral,
    /// Where a line begins with one, but for spaces.
    AtHead,
    /// At the start of the lines that hold one.
    AtLine,
}
