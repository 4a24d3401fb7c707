//! The arguments about the letters themselves.

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, Args, Command};

use appeal_lint::Settings;
use appeal_lint::lint::{Case, Marketplace};
use appeal_lint::source::Encoding;

use super::select;

/// What holds of all letters, whatever configurations say.
#[derive(Args, Clone, Copy)]
pub struct LetterArgs {
    /// Why the account or listing was taken down [default: what the letter says]
    #[arg(long, value_name = "KIND", value_parser = select::named(Case::ALL, Case::name))]
    case: Option<Case>,
    /// The marketplace that the letters are for, which says what dates such as 3/4/2026 mean; amazon.de
    /// and its like are understood, too
    #[arg(long, value_name = "NAME", value_parser = Marketplaces)]
    marketplace: Option<Marketplace>,
    /// The encoding of the letters, such as gbk [default: what fits]
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub encoding: Option<Encoding>,
}

impl LetterArgs {
    /// Puts it in the place of what a configuration says.
    pub fn settle(self, settings: &mut Settings) {
        settings.case = self.case.or(settings.case);
        settings.marketplace = self.marketplace.or(settings.marketplace);
    }
}

/// A parser for marketplaces, which have more names than `--help` lists.
#[derive(Clone)]
struct Marketplaces;

impl TypedValueParser for Marketplaces {
    type Value = Marketplace;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<Marketplace, clap::Error> {
        let parser = StringValueParser::new().try_map(|text| text.parse::<Marketplace>());
        parser.parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Marketplace::ALL.iter().map(|one| PossibleValue::new(one.name()))))
    }
}

fn encoding(label: &str) -> Result<Encoding, &'static str> {
    Encoding::from_label(label)
        .ok_or("no such encoding; utf-8, utf-16, gbk, gb18030, big5 are some")
}
