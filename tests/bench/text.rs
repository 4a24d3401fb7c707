//! Letters to measure with: sentences of the kind that such letters hold, good ones and bad ones,
//! put together in an order that is the same in every run.

use appeal_lint::Source;

const HEADINGS: &[&str] =
    &["Root cause:", "Corrective actions", "3. Preventive measures", "**What we have done**"];

const SENTENCES: &[&str] = &[
    "Between 2 and 9 March 2026 we confirmed 41 orders a day late because one packer covered two shifts.",
    "The late shipment rate rose to 7.8% on 10 March 2026, and order 114-2233445-6677889 arrived six days late.",
    "We had no second person who checked the cut-off time of the carrier, and nobody noticed the backlog.",
    "Our supplier changed the carton without telling us, and our incoming inspection did not look at cartons.",
    "On 12 March 2026 Lin Wei stopped the listing B0ABCD1234 and refunded all 41 buyers in full.",
    "We threw away the remaining 310 units and have attached the receipt of the recycling company.",
    "Since 16 March a second packer works from 14:00 to 18:00, and the shift leader signs the list each evening.",
    "The warehouse now scans every parcel when it leaves, and the report is read every Monday by the manager.",
    "We will strictly follow all policies of Amazon and pay more attention to our service.",
    "We guarantee that such a thing will never happen again in the future.",
    "The courier lost the parcels during the holidays, so the buyers should complain to them and not to us.",
    "We are a small seller and this is the only income of eleven families, please give us a last chance.",
    "Our store has a rating of 4.8 stars, and we were among the first to sell garden lights on this site.",
    "It is not fair that an account is closed by a robot without any warning.",
    "If the account stays closed we have to speak with our lawyer and the newspapers.",
    "Because we are new to the platform, so we did not understand the rule about the handling time.",
    "We have strengthened the training of our staffs and improved the awareness of quality.",
    "We are looking forward to receive your kindly reply as soon as possible.",
    "Every product goes through strict quality inspection before it leaves the factory.",
    "我们已经检查了所有订单，并且更换了物流公司。",
    "Please find the invoices of 4 January and 2 February 2026 with the address of the supplier attached.",
    "We ask you to review the documents and to reinstate our selling privileges.",
    "The handling time of all 56 listings was raised from one day to two days on 13 March 2026.",
    "Maybe some customers used the product in a wrong way and then they were unhappy with it.",
];

/// The middle of the range of letters: about 4 KB, 650 words.
const LETTER: usize = 4_000;

/// A sequence of numbers that is the same in every run (Knuth's constants).
pub struct Numbers(u64);

impl Numbers {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    fn one_of<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.below(texts.len())]
    }
}

/// So many letters of about 4 KB, the example letter of the repository the first.
pub fn letters(count: usize) -> Vec<Source> {
    let example = Source::new("example", include_str!("../../examples/appeal.txt"));
    let made = (1..count as u64).map(|seed| Source::new("made", in_paragraphs(LETTER, seed)));
    std::iter::once(example).chain(made).collect()
}

/// One letter of so many bytes, laid out as letters are.
pub fn paragraphs(size: usize) -> Source {
    Source::new("made", in_paragraphs(size, 0))
}

/// One letter of so many bytes without a line break.
pub fn one_line(size: usize) -> Source {
    let mut numbers = Numbers(0);
    let mut text = String::with_capacity(size + 200);
    while text.len() < size {
        text.push_str(numbers.one_of(SENTENCES));
        text.push(' ');
    }
    Source::new("made", text)
}

/// A letter for the start-up: 300 words.
pub fn short() -> Source {
    Source::new("made", in_paragraphs(1_500, 7))
}

fn in_paragraphs(size: usize, seed: u64) -> String {
    let mut numbers = Numbers(seed);
    let mut text = String::from("Dear Seller Performance Team,\n\n");
    while text.len() < size {
        match numbers.below(6) {
            0 => text.push_str(numbers.one_of(HEADINGS)),
            1 | 2 => {
                (1..=3).for_each(|item| text += &format!("{item}. {}\n", numbers.one_of(SENTENCES)))
            }
            _ => (0..4).for_each(|_| text += &format!("{} ", numbers.one_of(SENTENCES))),
        }
        text.push_str("\n\n");
    }
    text + "Best regards,\nLin Wei\n"
}
