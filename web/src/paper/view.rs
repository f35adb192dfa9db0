//! Pages about sheets of paper: the waves, one wave, one sheet. What differs between two typings and the screen to type
//! on have files of their own.

mod disagreement;
mod screen;

use std::borrow::Cow;

use heard_core::{
    answer::Answers,
    paper::numbered,
    piping,
    question::Question,
    route::Route,
    survey::{Section, Survey},
    text::Lang,
};
use maud::{Markup, html};

pub(super) use disagreement::{Disagreement, code_id, disagreement};
pub(super) use screen::{APART_ID, LANGUAGE_ID, SHEET_ID, Screen, screen};

use super::{
    path,
    sheets::{LATE, Pile, State},
    sql::Typists,
    typing::Turn,
    words::Trouble,
};
use crate::{
    clock::day_of,
    page::{self, Column, Mark},
    staff::{Colleague, staff_page},
    surveys::Published,
    words::words,
};

/// A question as it is printed, with its number.
struct Asked<'s> {
    number: usize,
    section: &'s Section,
    question: Cow<'s, Question>,
}

/// The questions of a survey. Paper repeats no earlier answer.
fn asked(survey: &Survey) -> Vec<Asked<'_>> {
    let (nothing, english) = (Answers::default(), Lang::english());
    let route = Route::new(survey, &nothing, &english);
    let filled = |question| piping::fill(Cow::Borrowed(question), survey, &route, &|_, _| None);
    let all = numbered(survey);
    all.map(|one| Asked { number: one.number, section: one.section, question: filled(one.question) }).collect()
}

pub(super) fn waves(me: &Colleague, waves: &[(Published, Pile)], now: i64) -> Markup {
    let lang = Lang::english();
    let columns = [
        Column::Words("Survey"),
        Column::Words("Answers are taken"),
        Column::Number("Typed once"),
        Column::Number("To settle"),
        Column::Number("Done"),
    ];
    let count = |pile: &Pile, state| pile.of(state).count();
    let row = |(published, pile): &(Published, Pile)| {
        let title = html! { a href=(path(me, published, "")) { (published.survey.title.get(&lang)) } };
        let figures = [
            count(pile, State::Once),
            count(pile, State::Differ),
            count(pile, State::Counted) + count(pile, State::Refused),
        ];
        let figures = figures.map(|figure| html! { (figure) });
        [title, html! { (taken(published, now)) }].into_iter().chain(figures).collect::<Vec<_>>()
    };
    let rows: Vec<_> = waves.iter().map(row).collect();
    staff_page(&lang, me, "Paper", "paper").wide().show(html! {
        h1 { "Paper" }
        p class="lead" {
            "Type in what people answered on paper: each sheet twice, so that slips are found. What both typings agree "
            "on counts like answers given online, in the run of the survey that the paper was handed out for."
        }
        @if waves.is_empty() {
            p { "No survey is open, or has closed within the last 30 days." }
        } @else {
            (page::table("Waves", "Surveys whose sheets can be typed in", &columns, &rows))
        }
    })
}

/// Until when answers are taken, on the web and on paper.
fn taken(published: &Published, now: i64) -> String {
    let closes = day(published.wave.closes);
    if published.is_open(now) { format!("until {closes}") } else { format!("closed on {closes}") }
}

pub(super) fn wave(me: &Colleague, published: &Published, pile: &Pile, said: Option<&str>, now: i64) -> Markup {
    let lang = Lang::english();
    let title = published.survey.title.get(&lang);
    let done = pile.of(State::Counted).chain(pile.of(State::Refused)).count();
    let waits = pile.of(State::Once).next().is_some();
    let figures = [
        ("Done", done.to_string()),
        ("To settle", pile.of(State::Differ).count().to_string()),
        ("Typed once", pile.of(State::Once).count().to_string()),
    ];
    staff_page(&lang, me, "Paper", "paper").within(title).sheet("typing.css").show(html! {
        p { a class="back" href=(me.path("paper")) { "All surveys" } }
        h1 { (title) ": paper" }
        @if let Some(said) = said { p { (page::status(Mark::Done, said)) } }
        (page::figures(&figures))
        div class="actions" {
            a class="button" href=(typing(me, published, Turn::First)) { "Type sheets" }
            @if waits { a class="button" href=(typing(me, published, Turn::Second)) { "Second typing" } }
        }
        (list(me, published, pile, State::Differ, "To settle",
            "Two typings of these sheets differ. Fetch the sheet, open its number, and choose what it says."))
        (list(me, published, pile, State::Once, "Waiting for the second typing",
            "Best typed by somebody else, who does not see what the first one typed."))
        (finished(pile))
        (what_is_kept(published, now))
    })
}

fn what_is_kept(published: &Published, now: i64) -> Markup {
    html! {
        h2 { "What is kept, and until when" }
        p {
            @if published.is_open(now) { "The survey closes on " } @else { "The survey closed on " }
            (day(published.wave.closes)) ". Sheets can be typed in until " (day(published.wave.closes + LATE))
            ". Then all that is not done is deleted here."
        }
        p {
            "What was typed is deleted in the moment in which a sheet is done, and who typed it: only its number stays, so that "
            "it is not typed again. An answer that counts cannot be taken out again."
        }
        p {
            strong { "Destroy the paper" } " of each sheet that is done, and of all of them by "
            (day(published.wave.closes + LATE)) ": postcodes and handwriting can tell who somebody is. The sheet says to "
            "families that we do."
        }
    }
}

fn typing(me: &Colleague, published: &Published, turn: Turn) -> String {
    path(me, published, &format!("/type/{}", turn.code()))
}

/// The sheets in a state, each with a link to it; nothing, where there are none.
fn list(me: &Colleague, published: &Published, pile: &Pile, state: State, title: &str, advice: &str) -> Markup {
    html! {
        @if pile.of(state).next().is_some() {
            h2 { (title) }
            p { (advice) }
            ul class="numbers" {
                @for number in pile.of(state) {
                    li { a href=(path(me, published, &format!("/sheets/{number}"))) { span class="unseen" { "Sheet " } (number) } }
                }
            }
        }
    }
}

fn finished(pile: &Pile) -> Markup {
    let lines = [("Counted", State::Counted), ("Not counted, because a consent was not given", State::Refused)];
    html! {
        @if pile.0.iter().any(|(_, state)| state.is_done()) {
            h2 { "Done" }
            dl class="answers" {
                @for (name, state) in lines {
                    @let numbers: Vec<_> = pile.of(state).collect();
                    @if !numbers.is_empty() {
                        div { dt { (name) } dd { (numbers.len()) ": sheets " (ranges(&numbers)) } }
                    }
                }
            }
        }
    }
}

/// A sheet that is not there to be settled: what became of it, and the way to delete it while that is possible.
pub(super) fn sheet(me: &Colleague, published: &Published, number: i64, state: State, typists: &Typists) -> Markup {
    let lang = Lang::english();
    let title = format!("Sheet {number}");
    staff_page(&lang, me, &title, "paper").within(published.survey.title.get(&lang)).show(html! {
        p { a class="back" href=(path(me, published, "")) { "Back" } }
        h1 { (title) }
        @match state {
            State::Counted => p { (page::status(Mark::Done, "Done: counted")) },
            State::Refused => {
                p { (page::status(Mark::Done, "Done: not counted")) }
                p { "It does not agree to something that the survey needs. What was typed of it is deleted." }
            },
            State::Once | State::Differ => {
                p { (page::status(Mark::Later, "Typed once")) }
                p { (typed_by("Typed", typists.first.as_deref())) " Best typed the second time by somebody else." }
                p { "What was typed is not shown, so that the second typist reads the sheet." }
                (deletion(me, published, number))
            },
        }
    })
}

/// Who typed a sheet, as a sentence; nothing where that is not known.
fn typed_by(how: &str, name: Option<&str>) -> Markup {
    html! { @if let Some(name) = name { (how) " by " bdi { (name) } "." } }
}

/// The way to forget a sheet, such as one that was typed under a wrong number.
fn deletion(me: &Colleague, published: &Published, number: i64) -> Markup {
    html! {
        h2 { "Was it typed by mistake?" }
        p { "Delete what was typed of it. Its number is free again then." }
        form method="post" action=(path(me, published, &format!("/sheets/{number}/delete"))) {
            div class="actions" { button class="quiet" { "Delete sheet " (number) } }
        }
    }
}

/// The list of problems that heads a form which came back; nothing where there are none.
fn troubles(troubles: &[Trouble]) -> Markup {
    html! {
        @if !troubles.is_empty() {
            div class="problem" {
                div role="alert" {
                    h2 { (words(&Lang::english()).problem) }
                    ul { @for trouble in troubles { li { a href={ "#" (trouble.field) } { (trouble.advice) } } } }
                }
            }
        }
    }
}

fn trouble<'t>(troubles: &'t [Trouble], field: &str) -> Option<&'t Trouble> {
    troubles.iter().find(|trouble| trouble.field == field)
}

/// What is wrong with a control, to be tied to it by its id.
fn error(trouble: Option<&Trouble>) -> Markup {
    html! {
        @if let Some(Trouble { field, advice }) = trouble {
            p class="error" id={ (field) "-Error" } {
                span class="unseen" { (words(&Lang::english()).error) " " } (advice)
            }
        }
    }
}

/// A day in England, such as 22 November 2026.
fn day(millis: i64) -> String {
    day_of(millis).strftime("%-d %B %Y").to_string()
}

/// Numbers in order, those that follow one another as a range: `1–4, 7`.
fn ranges(numbers: &[i64]) -> String {
    let mut runs: Vec<(i64, i64)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let run = |(first, last): (i64, i64)| if first == last { first.to_string() } else { format!("{first}–{last}") };
    runs.into_iter().map(run).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_a_row_are_one_range() {
        assert_eq!(ranges(&[1, 2, 3, 4, 7, 9, 10]), "1–4, 7, 9–10");
        assert_eq!(ranges(&[]), "");
    }
}
