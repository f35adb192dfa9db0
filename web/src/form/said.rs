//! An answer as its respondent reads it.

use std::collections::BTreeMap;

use heard_core::{
    answer::Answer,
    question::{Kind, Question, in_figures},
    text::Lang,
};
use maud::{Markup, html};

use crate::{
    page,
    words::{Words, words},
};

/// A line each; nothing where nothing was answered. What was typed may run the other way than the page. `areas` are
/// the names of the places that postcodes were reduced to.
pub fn in_words(question: &Question, answer: &Answer, areas: &BTreeMap<String, String>, lang: &Lang) -> Vec<Markup> {
    let words = words(lang);
    let option = |key: &str| option(question, key, words, lang);
    match answer {
        Answer::Choice(_) | Answer::Choices(_) => answer.chosen(None).iter().map(|key| option(key)).collect(),
        Answer::WithOther { chosen, other } => {
            let asks = |key: &str| match &question.kind {
                Kind::Single(kind) => kind.other().is_some_and(|option| option.key == *key),
                Kind::Several(kind) => kind.other().is_some_and(|option| option.key == *key),
                _ => false,
            };
            let line = |key: &str| html! { (option(key)) @if asks(key) { ": " bdi { (other) } } };
            chosen.iter().map(|key| line(key)).collect()
        }
        Answer::Ranking(order) => {
            order.iter().zip(1..).map(|(key, place)| html! { (place) ". " (option(key)) }).collect()
        }
        Answer::Grid(points) => {
            let statements: &[_] = if let Kind::Grid(grid) = &question.kind { &grid.statements } else { &[] };
            let given = statements.iter().filter_map(|statement| Some((statement, points.get(&statement.key)?)));
            given.map(|(row, point)| html! { (page::text(&row.text, lang)) ": " strong { (option(point)) } }).collect()
        }
        Answer::Date(date) => vec![html! { (words.partial_day(*date)) }],
        Answer::Number(number) => vec![html! { bdi { (words.number(&in_figures(*number))) } }],
        Answer::Text(text) => text.lines().map(|line| html! { bdi { (line) } }).collect(),
        Answer::Place(place) => {
            let name = areas.get(&place.area).unwrap_or(&words.outside_england);
            vec![html! { bdi { (name) } " " (words.only_the_place) }]
        }
        Answer::RatherNotSay => vec![html! { (words.rather_not) }],
        Answer::NotUnderstood => vec![html! { (words.not_understood) }],
        Answer::Skipped => Vec::new(),
    }
}

/// The words of an option, as plain text.
pub fn option_words(question: &Question, key: &str, lang: &Lang) -> String {
    match question.option_text(key) {
        Some(text) => text.get(lang).to_owned(),
        None => yes_or_no(key, words(lang)).to_owned(),
    }
}

/// The answer as a part of a later question's text.
pub fn as_text(question: &Question, answer: &Answer, lang: &Lang) -> Option<String> {
    let words = words(lang);
    let option = |key: &str| option_words(question, key, lang);
    match answer {
        // Whoever said it in words of their own would not know themselves in "Other".
        Answer::WithOther { chosen, other } if chosen.len() == 1 => Some(other.clone()),
        Answer::Choice(_) | Answer::Choices(_) | Answer::WithOther { .. } => {
            Some(answer.chosen(None).iter().map(|key| option(key)).collect::<Vec<_>>().join(", "))
        }
        Answer::Ranking(order) => order.first().map(|key| option(key)),
        Answer::Date(date) => Some(words.partial_day(*date)),
        Answer::Number(number) => Some(words.number(&in_figures(*number))),
        Answer::Text(text) => Some(text.clone()),
        _ => None,
    }
}

fn option(question: &Question, key: &str, words: &Words, lang: &Lang) -> Markup {
    let text = question.option_text(key);
    text.map_or_else(|| html! { (yes_or_no(key, words)) }, |text| page::text(text, lang))
}

fn yes_or_no<'w>(key: &'w str, words: &'w Words) -> &'w str {
    match key {
        "yes" => &words.yes,
        "no" => &words.no,
        key => key,
    }
}
