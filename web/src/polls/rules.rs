//! The ways of counting, in words for children of nine to eleven.

use heard_core::poll::Rule;

/// The highest score that can be given.
const MOST_POINTS: u32 = 5;

/// The rule with this name, for so many winners.
pub(super) fn read(code: &str, seats: usize) -> Option<Rule> {
    ALL.iter().find(|(name, ..)| *name == code).map(|(.., rule)| match rule {
        Rule::Transferable { .. } => Rule::Transferable { seats },
        other => *other,
    })
}

/// What is said of a rule: its name in forms, what it is called, how it goes.
type Said = (&'static str, &'static str, &'static str, Rule);

/// All of them, the easiest first.
pub(super) const ALL: [Said; 7] = [
    ("plurality", "One choice", "Everybody chooses one. The one with the most votes wins.", Rule::Plurality),
    (
        "approval",
        "All that are fine",
        "Everybody ticks all that are fine for them. The one with the most ticks wins.",
        Rule::Approval,
    ),
    (
        "score",
        "Points",
        "Everybody gives each one 0 to 5 points. The one with the most points wins.",
        Rule::Score { most: MOST_POINTS },
    ),
    (
        "borda",
        "Points for places",
        "Everybody puts them in order. A higher place gives more points, and the most points win.",
        Rule::Borda,
    ),
    (
        "runoff",
        "Knock-out rounds",
        "Everybody puts them in order. Whoever has the fewest votes goes out, and those votes move to their next choice, until one has more than half.",
        Rule::Runoff,
    ),
    (
        "transferable",
        "Several winners",
        "Everybody puts them in order. Votes that a winner does not need move to the next choice, so that more people get someone they like.",
        Rule::Transferable { seats: 2 },
    ),
    (
        "schulze",
        "Each against each",
        "Everybody puts them in order. We look at each pair, and who is liked better. The one that beats the others wins.",
        Rule::Schulze,
    ),
];

fn said(rule: Rule) -> &'static Said {
    let same = |other: Rule| std::mem::discriminant(&rule) == std::mem::discriminant(&other);
    ALL.iter().find(|(.., other)| same(*other)).unwrap_or(&ALL[0])
}

/// What a rule is called.
pub(super) fn name(rule: Rule) -> &'static str {
    said(rule).1
}

/// How it goes, in a sentence or two.
pub(super) fn sentence(rule: Rule) -> &'static str {
    said(rule).2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_found_by_its_name_and_says_how_it_goes() {
        for (code, name_of, sentence_of, rule) in ALL {
            assert_eq!(read(code, 2), Some(rule));
            assert_eq!((name(rule), sentence(rule)), (name_of, sentence_of));
        }
        assert_eq!(read("transferable", 4), Some(Rule::Transferable { seats: 4 }));
        assert_eq!(read("dictator", 1), None);
    }
}
