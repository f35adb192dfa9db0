//! Options that are ranges of numbers: "1 to 3", "Under 5", "10 or more".

use super::{Draft, Found, alternatives, phrases, texts};

/// The numbers that an option means, with the unit that stands beside them.
#[derive(Clone, Debug, PartialEq)]
struct Range {
    from: f64,
    to: f64,
    unit: String,
}

/// Options of one question of which two hold the same number.
pub(super) fn overlapping(draft: &Draft<'_>) -> Vec<Found> {
    let found = texts::own_questions(draft.survey).filter_map(|(section, question)| {
        let labels = alternatives::labels(question)?;
        let ranges: Vec<_> = labels.iter().filter_map(|label| Some((label, range(label)?))).collect();
        let pairs =
            ranges.iter().enumerate().flat_map(|(place, one)| ranges[..place].iter().map(move |other| (other, one)));
        let ((one, _), (other, _)) = pairs.into_iter().find(|((_, one), (_, other))| meet(one, other))?;
        let message = format!("\"{one}\" and \"{other}\" overlap: whoever is on the edge fits both");
        Some(Found::new(texts::address(section, question), message, "let each option begin after the one before ends"))
    });
    found.collect()
}

/// Whether a number is in both. A number alone is itself; where it stands within a range, somebody fits both.
fn meet(one: &Range, other: &Range) -> bool {
    let same_unit = one.unit == other.unit || one.unit.is_empty() || other.unit.is_empty();
    same_unit && one.from <= other.to && other.from <= one.to
}

/// The numbers that a label means, where it means some and nothing else. Whole numbers are thought of: under 5 is at
/// most 4.
fn range(label: &str) -> Option<Range> {
    let label = label.replace(['£', ','], "").replace(['–', '—', '-'], " to ").replace('+', " or more");
    let words = phrases::plain(&label);
    // Not "inf", which Rust would read as well.
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()).then(|| word.parse().ok()).flatten();
    let numbers: Vec<(usize, f64)> =
        words.iter().enumerate().filter_map(|(place, word)| Some((place, number(word)?))).collect();
    let before = |place: usize| words[..place].join(" ");
    let unit = |place: usize| words[place + 1..].join(" ");
    match numbers[..] {
        [(first, from), (second, to)] => {
            let joined = second == first + 2 && matches!(words[first + 1].as_str(), "to" | "and");
            let opened =
                matches!((before(first).as_str(), &*words[first + 1]), ("" | "from", "to") | ("between", "and"));
            (joined && opened && from <= to).then(|| Range { from, to, unit: unit(second) })
        }
        [(place, number)] => {
            let (rest, low, high) = (unit(place), f64::NEG_INFINITY, f64::INFINITY);
            let ends =
                |known: &[&str]| known.iter().find_map(|end| rest.strip_suffix(end)).map(|unit| unit.trim().to_owned());
            let above = ends(&["or more", "or over", "or older", "and over", "and older", "and above", "or above"]);
            let below = ends(&["or fewer", "or less", "or under", "or younger", "and under", "and younger"]);
            let (from, to, unit) = match before(place).as_str() {
                "" if above.is_some() => (number, high, above?),
                "" if below.is_some() => (low, number, below?),
                "" => (number, number, rest),
                "under" | "below" | "less than" | "fewer than" | "younger than" => (low, number - 1.0, rest),
                "over" | "above" | "more than" | "older than" => (number + 1.0, high, rest),
                "up to" | "at most" => (low, number, rest),
                "at least" => (number, high, rest),
                _ => return None,
            };
            Some(Range { from, to, unit })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_as_ranges() {
        let (low, high) = (f64::NEG_INFINITY, f64::INFINITY);
        for (label, expect) in [
            ("1 to 3", Some((1.0, 3.0, ""))),
            ("3–5", Some((3.0, 5.0, ""))),
            ("£1,000 to £2,000", Some((1000.0, 2000.0, ""))),
            ("Between 2 and 4 hours", Some((2.0, 4.0, "hours"))),
            ("Under 5", Some((low, 4.0, ""))),
            ("8 or younger", Some((low, 8.0, ""))),
            ("10+", Some((10.0, high, ""))),
            ("More than 3 years", Some((4.0, high, "years"))),
            ("4 or more", Some((4.0, high, ""))),
            ("2", Some((2.0, 2.0, ""))),
            ("Years 1 and 2", None),
            ("None", None),
            ("inf", None),
        ] {
            let expect = expect.map(|(from, to, unit): (f64, f64, &str)| Range { from, to, unit: unit.to_owned() });
            assert_eq!(range(label), expect, "{label}");
        }
    }
}
