//! Plain sentences made of figures that may be shown: never a part without whom it is a part of.

use heard_core::{disclosure::ShownShare, results::Choosing};

use crate::page;

/// How many of the options that people named most a sentence names.
const NAMED: usize = 3;

/// What the answers to a question say first. `options` are the words of each with what may be shown of it; `base` is
/// about how many people answered.
pub(super) fn sentence(choosing: Choosing, base: u32, options: &[(String, Option<ShownShare>)]) -> Option<String> {
    let mut shown: Vec<_> = options.iter().filter_map(|(words, share)| Some((words, (*share)?))).collect();
    shown.sort_by(|(_, a), (_, b)| b.percent().total_cmp(&a.percent()));
    let (words, most) = shown.first()?;
    Some(match choosing {
        Choosing::One => {
            let tied = shown.get(1).is_some_and(|(_, next)| next.count() == most.count());
            if tied {
                return None;
            }
            let part = page::capital(&in_ten(most.percent()));
            format!("{part} of the {base} people who answered said “{words}”{}.", between(most))
        }
        Choosing::Several => {
            let named = shown.iter().take(NAMED);
            let named: Vec<_> =
                named.map(|(words, share)| format!("“{words}” ({})", in_ten(share.percent()))).collect();
            format!("Named most by the {base} people who answered: {}.", listed(&named))
        }
    })
}

fn between(share: &ShownShare) -> String {
    share.interval().map_or_else(String::new, |interval| {
        format!("; allowing for chance, between {:.0} and {:.0} in 100", interval.low.floor(), interval.high.ceil())
    })
}

/// A percentage in words that say no more than it does: tenths, and less only at the ends.
pub(super) fn in_ten(percent: f64) -> String {
    match percent {
        p if p < 5.0 => "fewer than 1 in 20".to_owned(),
        p if p > 95.0 => "nearly all".to_owned(),
        p if (45.0..=55.0).contains(&p) => "about half".to_owned(),
        p => format!("about {:.0} in 10", (p / 10.0).round().clamp(1.0, 9.0)),
    }
}

fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use heard_core::{
        disclosure::Rules,
        results::{Choosing, Tally},
    };

    use super::*;

    fn said(choosing: Choosing, base: u32, counts: &[u32]) -> Option<String> {
        let shown = Rules::TEN_FIVE.tally(&Tally::of_counts(choosing, base, counts.to_vec()));
        let options: Vec<_> = ["Cost", "Times", "No bus", "Shy"]
            .iter()
            .zip(shown.options())
            .map(|(w, s)| ((*w).to_owned(), *s))
            .collect();
        sentence(choosing, shown.base()?, &options)
    }

    #[test]
    fn tenths_say_no_more_than_the_figure() {
        for (percent, words) in [
            (0.0, "fewer than 1 in 20"),
            (4.9, "fewer than 1 in 20"),
            (5.0, "about 1 in 10"),
            (14.9, "about 1 in 10"),
            (15.0, "about 2 in 10"),
            (44.9, "about 4 in 10"),
            (45.0, "about half"),
            (55.0, "about half"),
            (55.1, "about 6 in 10"),
            (95.0, "about 9 in 10"),
            (95.1, "nearly all"),
            (100.0, "nearly all"),
        ] {
            assert_eq!(in_ten(percent), words, "{percent}");
        }
    }

    #[test]
    fn the_most_chosen_is_told_with_its_base_and_its_doubt() {
        // Two are level.
        assert_eq!(said(Choosing::One, 240, &[70, 60, 40, 70]), None);
        let told = said(Choosing::One, 240, &[150, 40, 30, 20]).unwrap();
        assert!(
            told.starts_with(
                "About 6 in 10 of the 240 people who answered said “Cost”; allowing for chance, between 5"
            ),
            "{told}"
        );
        assert_eq!(said(Choosing::One, 4, &[1, 1, 1, 1]), None);
    }

    #[test]
    fn what_is_named_most_is_told_in_order_and_without_what_is_hidden() {
        assert_eq!(
            said(Choosing::Several, 100, &[20, 3, 61, 30]).unwrap(),
            "Named most by the 100 people who answered: “No bus” (about 6 in 10), “Shy” (about 3 in 10) and “Cost” (about 2 in 10)."
        );
        assert_eq!(said(Choosing::Several, 100, &[3, 3, 3, 3]), None);
    }
}
