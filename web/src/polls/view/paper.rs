//! What people vote on: crosses, points or places.

use heard_core::{
    answer::Typed,
    poll::{Ballot, Rule},
};
use maud::{Markup, html};

use super::ENGLISH;
use crate::{
    form::sheet::{Sheet, Trouble, offers},
    polls::{
        Poll,
        marks::{CHOICE, field},
        rules,
    },
};

/// The controls of a ballot, as they were filled in, or as one voted before.
pub(super) fn controls(poll: &Poll, typed: &Typed, troubles: &[Trouble], before: Option<&Ballot>) -> Markup {
    let filled = before.filter(|_| typed.fields().next().is_none()).map(fill);
    let typed = filled.as_ref().unwrap_or(typed);
    let crosses = matches!(poll.rule, Rule::Plurality | Rule::Approval);
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: !crosses };
    let how = rules::sentence(poll.rule);
    let options = offers(poll.options.iter().enumerate());
    html! {
        @match poll.rule {
            Rule::Plurality => (sheet.one_of(CHOICE, "Your vote", how, &options)),
            Rule::Approval => (sheet.ticks(CHOICE, "Your vote", how, &options)),
            Rule::Score { most } => (rows(&sheet, poll, how, "No points", &(0..=most).map(|points| (points.to_string(), said_points(points))).collect::<Vec<_>>())),
            _ => (rows(&sheet, poll, how, "No place", &(1..=poll.options.len()).map(|place| (place.to_string(), said_place(place))).collect::<Vec<_>>())),
        }
    }
}

fn rows(sheet: &Sheet<'_>, poll: &Poll, how: &str, none: &str, offers: &[(String, String)]) -> Markup {
    html! {
        h2 { "Your vote" }
        p class="hint" { (how) @if poll.rule.takes_rankings() { " You can leave some out." } }
        @for (place, name) in poll.options.iter().enumerate() { (sheet.pick(&field(place), name, none, offers)) }
    }
}

fn said_points(points: u32) -> String {
    if points == 1 { "1 point".to_owned() } else { format!("{points} points") }
}

fn said_place(place: usize) -> String {
    match place {
        1 => "1st: my favourite".to_owned(),
        2 => "2nd".to_owned(),
        3 => "3rd".to_owned(),
        other => format!("{other}th"),
    }
}

/// A ballot as it would have been typed.
fn fill(ballot: &Ballot) -> Typed {
    let fields: Vec<_> = match ballot {
        Ballot::Crosses(crosses) => crosses.iter().map(|option| (CHOICE.to_owned(), option.to_string())).collect(),
        Ballot::Scores(scores) => scores.iter().map(|(option, score)| (field(*option), score.to_string())).collect(),
        Ballot::Ranking(ranking) => {
            (1..).zip(ranking).map(|(place, option)| (field(*option), place.to_string())).collect()
        }
    };
    fields.into_iter().collect()
}

/// A ballot in words.
pub(super) fn in_words(poll: &Poll, ballot: &Ballot) -> String {
    let name = |option: &usize| poll.options.get(*option).map_or("", String::as_str);
    let said: Vec<String> = match ballot {
        Ballot::Crosses(crosses) => crosses.iter().map(|option| name(option).to_owned()).collect(),
        Ballot::Scores(scores) => scores.iter().map(|(option, score)| format!("{} {score}", name(option))).collect(),
        Ballot::Ranking(ranking) => {
            (1..).zip(ranking).map(|(place, option)| format!("{place} {}", name(option))).collect::<Vec<String>>()
        }
    };
    said.join(", ")
}
