//! How much of a copied letter is recognised: whole, edited, put in another order; and that a letter in
//! words of its own is nobody's copy.

use std::path::Path;

use super::support::{letters, run, write};

const LATE: &str = "\
Dear Seller Performance Team,

We are writing about the late shipment rate of our account, which rose to 7.8 % in the first week of March. Between \
the second and the ninth of that month we confirmed forty-one orders a day after we had promised to. One packer \
covered the shifts of two people, and the list of open orders was printed in the morning only, so whatever came in \
after lunch was seen on the following day. Nobody compared the time of the last collection with the time at which the \
orders were printed.

On the tenth of March we shipped the last of the overdue parcels and wrote to every buyer who had waited. We gave back \
the cost of shipping for all of them. A second packer has worked from two o'clock until six since the sixteenth of \
March, and the list of open orders is now printed at noon, at three and at five.

From now on the leader of the shift signs the evening list, on which each order stands with the time of its \
collection. The manager reads the report of late orders every Monday and rings the carrier if a collection was \
missed. When more than thirty orders are open at four o'clock, two people from the office help with packing. The \
handling time of the heavy lamps was raised from one day to two.

We ask you to look at our plan and to let us sell again. Thank you for your time.

Sincerely,
Lena Orban
";

const LABEL: &str = "\
To the team that handles product claims,

Three buyers told you that the kettle they had received was not the one on the page. They are right. In January our \
supplier moved to a new factory and changed the base, the plug and the box without a word to us, and our page kept the \
pictures of the old model. The person who receives the cartons counts them, weighs them and signs, but was never told \
to open one and hold it beside the page.

We took the offer down on the day of your message and called the whole stock back from your warehouse. All buyers since \
January were asked whether they want their money or a kettle of the old model; so far nineteen chose the money and \
have it. A photographer took new pictures of what is really in the box, and the description names the new plug and \
the new weight.

Each delivery now starts with one carton from every pallet being opened on a table that has the page of the product \
beside it. The sheet that is filled in there has nine lines, from the colour of the base to the number of screws, and \
a delivery with a line that is not ticked stays behind the red tape. Our contract with the factory says that a change \
to any part is told to us six weeks before, with a sample, and that we may refuse it.

The invoices, the sheet and the contract are attached. We hope that the page can be opened again. Thank you for your \
time.

Best regards,
Tomas Hladik
";

const REVIEW: &str = "\
Hello,

You have closed our account because of reviews that were not honest, and after asking everyone who works here we know \
how it happened. A woman who had joined us in autumn to answer messages was afraid of the low stars of our new \
umbrella. She wrote to eleven buyers from her own telephone and offered each of them ten dollars for a better word. \
Nobody had told her that this is forbidden, and nobody but her could see the messages that she sent.

She told us the names herself. We have taken the offer back in a message to each buyer, asked them to write whatever \
they think of the umbrella, and sent the list of orders to you. She no longer answers messages and works in the \
warehouse. The umbrella itself has been taken off sale until its handle, which was the reason for the low stars, is \
made of another wood.

Messages to buyers go out through one mailbox which two of us read, and no one may use a telephone of his own for \
work. Before a person answers the first message, that person reads your rules on reviews aloud with the owner and \
signs them. Every quarter an accountant from outside compares our payments with the orders and looks for money that \
went to a buyer without a return.

We know that trust was broken, and ask you to look at what we changed. Thank you for your time.

Yours,
Inga Solberg
";

const TEMPLATES: [(&str, &str); 3] = [("late", LATE), ("label", LABEL), ("review", REVIEW)];

/// A folder with fingerprints of some of the templates.
fn known(names: &[&str]) -> tempfile::TempDir {
    let dir = letters(&[("appeal-lint.toml", "fingerprints = [\"own.fingerprints\"]\n")]);
    for (name, text) in TEMPLATES.iter().filter(|(name, _)| names.contains(name)) {
        write(dir.path(), format!("old/{name}.txt"), text);
    }
    let done = run(dir.path(), &["fingerprint", "old", "--output=own.fingerprints"]);
    assert_eq!(done.code, 0, "{}", done.err);
    dir
}

/// Which template a letter is said to come from, and the share of it in percent.
fn attributed(dir: &Path, letter: &str) -> Option<(String, u32)> {
    write(dir, "letter.txt", letter);
    let done = run(dir, &["check", "--format=short", "--select=known-template", "letter.txt"]);
    assert!(done.code < 2 && done.out.lines().count() < 2, "{}{}", done.out, done.err);
    let (_, said) = done.out.split_once(": warning: ")?;
    let (share, rest) = said.split_once(" % of this letter stands in a published text, ")?;
    let (name, _) = rest.split_once(" (own collection)")?;
    Some((name.to_owned(), share.parse().expect("a share")))
}

/// Each template, changed, must be attributed to itself with more than that share.
fn found_above(least: u32, change: impl Fn(&str) -> String) {
    let dir = known(&["late", "label", "review"]);
    for (name, text) in TEMPLATES {
        let found = attributed(dir.path(), &change(text));
        let (from, share) = found.unwrap_or_else(|| panic!("{name} was not found"));
        assert!(from == name && share > least, "{name}: {share} % of {from}");
    }
}

#[test]
fn a_copy_is_attributed_to_its_template() {
    found_above(90, str::to_owned);
    let renamed = |text: &str| {
        let names = [("Lena Orban", "Wei Lin"), ("Hladik", "Prado"), ("Solberg", "Marsh")];
        names.iter().fold(text.replace("March", "June"), |text, (old, new)| text.replace(old, new))
    };
    found_above(90, renamed);
}

#[test]
fn a_copy_with_every_tenth_word_replaced_is_found() {
    let other = |at: usize| ["quokka", "marzipan", "tundra", "bassoon", "thimble"][at / 10 % 5];
    let word = |(at, word): (usize, &str)| {
        let word = if at % 10 == 9 { other(at).to_owned() } else { word.to_owned() };
        word + " "
    };
    found_above(50, |text| text.split_whitespace().enumerate().map(word).collect());
}

#[test]
fn a_copy_whose_sentences_changed_places_is_found() {
    found_above(80, |text| {
        let sentences: Vec<&str> = text.split_inclusive(['.', '?']).map(str::trim).collect();
        // A step that has no divisor in common with the number of sentences meets each once.
        let count = sentences.len();
        let step = [7, 11, 13].into_iter().find(|step| !count.is_multiple_of(*step)).unwrap_or(1);
        (0..count).map(|at| sentences[at * step % count].to_owned() + " ").collect()
    });
}

#[test]
fn a_letter_in_words_of_its_own_is_no_copy() {
    for (name, text) in TEMPLATES {
        let others: Vec<&str> =
            TEMPLATES.iter().map(|(other, _)| *other).filter(|other| *other != name).collect();
        assert_eq!(attributed(known(&others).path(), text), None, "{name}");
    }
    let dir = known(&["late", "label", "review"]);
    let example = include_str!("../../examples/appeal.txt");
    assert_eq!(attributed(dir.path(), example), None);
    // What everybody writes is no evidence.
    let own = "\
        Dear Seller Performance Team,\n\nOur cutter broke in May and the spare one was dull, so the edges of ninety \
        mats frayed. Both cutters are sharpened every Friday now. The invoices are attached. We ask you to look at our \
        plan. Thank you for your time.\n\nSincerely,\nJu Lee\n";
    assert_eq!(attributed(dir.path(), own), None);
}
