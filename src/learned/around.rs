//! A sentence is read with its letter: what sounds angry in a sober one is seldom meant so.

/// Of the mean of the neighbours, so many tenths count.
const NEIGHBOURS: i64 = 3;
/// Of the mean of the whole letter, so many tenths.
const LETTER: i64 = 6;

/// How much each sentence of a letter leans when it is read with the others: its own leaning, and what of
/// the mean of its neighbours and the mean of all sentences, itself among them, speaks against it. Most do,
/// in a sober letter much, in an angry one little. They never speak for it: nothing is reported for its
/// neighbours' sake.
///
/// Measured on 216 letters of one labeller that were not learned from: the mean average precision over ten
/// labels rises from .58 to .66. Shares from 2 to 4 and from 5 to 10 tenths are alike.
#[must_use]
pub fn in_letter(own: &[i32]) -> Vec<i64> {
    let letter = mean(own.iter().copied());
    let read = |at: usize| {
        let beside = mean(own[..at].last().into_iter().chain(own.get(at + 1)).copied());
        i64::from(own[at]) + ((NEIGHBOURS * beside + LETTER * letter) / 10).min(0)
    };
    (0..own.len()).map(read).collect()
}

/// So many sentences must lean towards something for the letter to be full of it.
const MANY: usize = 3;
/// How often the mean of such a letter counts, beside the one sentence that shows a part of it best.
const AGAINST: i64 = 3;
/// The mean of a sober letter, in which nearly all sentences lean the other way, by the margin of the
/// trainer: what is more counts.
const SOBER: i64 = -200;

/// How much a letter speaks against a part that one of its sentences shows, by how much its sentences lean
/// towards what does: blame and denials against a cause. One or two of them say nothing of the letter, and
/// the lack of them is no reason to find the part.
///
/// Measured on 1,092 letters, each by weights that had not learned from it: where nothing says what caused
/// the problem, F1 rises from .60 to .68; on 48 letters by others, labelled twice, from .44 to .86.
#[must_use]
pub fn against(leanings: &[i32]) -> i64 {
    let many = leanings.iter().filter(|leaning| **leaning > 0).count() >= MANY;
    let more = mean(leanings.iter().copied()) - SOBER;
    if many { AGAINST * more.max(0) } else { 0 }
}

/// The mean of some leanings; of none, 0.
fn mean(of: impl IntoIterator<Item = i32>) -> i64 {
    let (sum, count) =
        of.into_iter().fold((0, 0), |(sum, count), one| (sum + i64::from(one), count + 1));
    if count == 0 { 0 } else { sum / count }
}

#[cfg(test)]
mod tests {
    use super::{against, in_letter};

    #[test]
    fn others_speak_against_a_sentence_and_not_for_it() {
        assert!(in_letter(&[]).is_empty());
        assert_eq!(in_letter(&[100, 100]), [100, 100]);
        // The letter's mean is -40: 24 less for each; the neighbours take 33 and 30, and give 0.
        assert_eq!(in_letter(&[100, -110, -110]), [43, -110 - 25, -110 - 57]);
        assert_eq!(in_letter(&[i32::MIN; 3])[1], i64::from(i32::MIN) * 19 / 10);
    }

    #[test]
    fn a_letter_full_of_blame_speaks_against_a_cause_and_a_sober_one_says_nothing() {
        assert_eq!(against(&[]), 0);
        assert_eq!(against(&[90, 90, -300, -300, -300]), 0);
        assert_eq!(against(&[90, 90, 60, -300, -300]), 3 * (-72 + 200));
        assert_eq!(against(&[1, 1, 1, -900, -900]), 0);
    }
}
