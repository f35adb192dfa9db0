//! The kinds of question, as an author chooses among them.

use heard_core::{
    date::DatePart,
    question::{Choice, ChoiceOption, Consent, DateAsked, FreeText, Grid, Kind, Number, Ranking, Several},
    text::{Lang, Texts},
};

use super::rows::{self, List, Row};

/// A kind: its code, what it is called, and when it is the right one.
pub(super) struct Offered {
    pub code: &'static str,
    pub name: &'static str,
    pub when: &'static str,
}

const fn offered(code: &'static str, name: &'static str, when: &'static str) -> Offered {
    Offered { code, name, when }
}

/// Every kind, the most used first.
pub(super) const KINDS: [Offered; 13] = [
    offered("single", "One answer", "Options of which one is chosen."),
    offered("several", "Several answers", "Options of which any are ticked, such as what keeps a family away."),
    offered("scale", "Scale", "How much people agree: points in order, each with words and a number."),
    offered("yes_no", "Yes or no", ""),
    offered("long_text", "A few sentences", "In people’s own words."),
    offered("short_text", "A line of words", "A name of an instrument, of a school."),
    offered("number", "Number", ""),
    offered("grid", "Statements on one scale", "Several statements, each answered on the same scale."),
    offered("ranking", "Favourites in order", "The best few of some options."),
    offered("date", "Date", "A day, a month or a year."),
    offered("postcode", "Postcode", "Kept as a district and how deprived it is, never as it was typed."),
    offered("consent", "Consent", "A box to tick under words that one agrees to."),
    offered("information", "Something to read", "With nothing to answer."),
];

/// The code of a kind.
pub(super) fn code(kind: &Kind) -> &'static str {
    match kind {
        Kind::Single(_) => "single",
        Kind::Scale(_) => "scale",
        Kind::Several(_) => "several",
        Kind::Ranking(_) => "ranking",
        Kind::Grid(_) => "grid",
        Kind::Number(_) => "number",
        Kind::Date(_) => "date",
        Kind::ShortText(_) => "short_text",
        Kind::LongText(_) => "long_text",
        Kind::YesNo => "yes_no",
        Kind::Consent(_) => "consent",
        Kind::Postcode => "postcode",
        Kind::Information => "information",
    }
}

/// What a kind is called.
pub(super) fn name(kind: &Kind) -> &'static str {
    let code = code(kind);
    KINDS.iter().find(|offered| offered.code == code).map_or("", |offered| offered.name)
}

/// A question's kind as it begins; `None` where no kind has this code.
pub(super) fn fresh(code: &str) -> Option<Kind> {
    Some(match code {
        "single" => Kind::Single(Choice { options: Vec::new() }),
        "scale" => Kind::Scale(Choice { options: agreement() }),
        "several" => Kind::Several(Several { options: Vec::new(), at_most: None }),
        "ranking" => Kind::Ranking(Ranking { options: Vec::new(), places: Some(3) }),
        "grid" => Kind::Grid(Grid { statements: Vec::new(), options: agreement() }),
        "number" => Kind::Number(Number { min: 0.0, max: 100.0, whole: true }),
        "date" => Kind::Date(DateAsked { precise_to: DatePart::Month, earliest: None, latest: None }),
        "short_text" => Kind::ShortText(FreeText { max_length: 200 }),
        "long_text" => Kind::LongText(FreeText { max_length: 2_000 }),
        "yes_no" => Kind::YesNo,
        "consent" => Kind::Consent(Consent { agree: Texts::default() }),
        "postcode" => Kind::Postcode,
        "information" => Kind::Information,
        _ => return None,
    })
}

/// The same question as another kind: options stay where both have them.
pub(super) fn turned(kind: &Kind, code: &str) -> Option<Kind> {
    let mut turned = fresh(code)?;
    let rows = rows::of(kind, List::Options);
    if !rows.is_empty() && rows::lists(&turned).contains(&List::Options) {
        rows::put(&mut turned, List::Options, rows);
    }
    Some(turned)
}

/// Five points of agreement, as most surveys need them, and a way not to judge.
fn agreement() -> Vec<ChoiceOption> {
    let points = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"];
    let mut rows: Vec<Row> = (1_u8..)
        .zip(points)
        .map(|(value, words)| Row { text: Texts::english(words), value: Some(value.into()), ..Row::default() })
        .collect();
    rows.push(Row { text: Texts::english("I don’t know"), ..Row::default() });
    let mut scale = Kind::Scale(Choice { options: Vec::new() });
    rows::put(&mut scale, List::Options, rows);
    if let Kind::Scale(Choice { options }) = scale { options } else { Vec::new() }
}

/// The words with which a new question of a kind begins, where it needs none of its author's.
pub(super) fn begins_with(kind: &Kind, text: &mut Texts, lang: &Lang) {
    if matches!(kind, Kind::Postcode) && text.is_empty() {
        text.set(lang, "What is your postcode?");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_can_be_begun_and_is_called_something() {
        for Offered { code: wanted, .. } in KINDS {
            let kind = fresh(wanted).unwrap();
            assert_eq!(code(&kind), wanted);
            assert!(!name(&kind).is_empty());
        }
        assert!(fresh("slider").is_none());
    }

    #[test]
    fn options_stay_when_the_kind_changes() {
        let scale = fresh("scale").unwrap();
        let several = turned(&scale, "several").unwrap();
        assert_eq!(rows::of(&several, List::Options).len(), 6);
        assert_eq!(code(&turned(&several, "number").unwrap()), "number");
    }
}
