//! Making a poll: a form that takes a minute on a phone.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{answer::Typed, disclosure::Voting, poll::Rule};
use jiff::{ToSpan as _, civil::Date};
use maud::Markup;

use super::{NewPoll, make as keep, rules, view::form as view};
use crate::{
    app::App,
    clock::start_of,
    councils::Maker,
    error::Error,
    form::sheet::{Trouble, YES},
    typed::{self, PostedForm},
};

/// How many options there can be.
pub(super) const MOST: usize = 12;
/// How many rows a new form has, and how many the button adds.
pub(super) const ROWS: usize = 3;
/// The longest question and the longest option, in letters.
const LONGEST: (usize, usize) = (200, 80);
/// How far ahead a poll can close, in days.
const DAYS: i64 = 60;

/// The fields of the form, beside those of the options.
pub(super) const QUESTION: &str = "question";
pub(super) const RULE: &str = "rule";
pub(super) const SEATS: &str = "seats";
pub(super) const VOTING: &str = "voting";
pub(super) const UNTIL: &str = "until";
pub(super) const DAY: &str = "day";
pub(super) const QUORUM: &str = "quorum";
pub(super) const RUNNING: &str = "running";
/// What a button asks for.
pub(super) const DO: &str = "do";
const FIELDS: [&str; 9] = [QUESTION, RULE, SEATS, VOTING, UNTIL, DAY, QUORUM, RUNNING, DO];

/// The field of an option.
pub(super) fn option(row: usize) -> String {
    format!("option.{row}")
}

pub(super) async fn form(Maker(me): Maker) -> Markup {
    let usual = [(RULE, "plurality"), (VOTING, "open"), (UNTIL, "hand")];
    let typed = usual.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    view::form(&me, &typed, &[], ROWS)
}

pub(super) async fn make(
    State(app): State<App>,
    Maker(me): Maker,
    PostedForm(typed): PostedForm,
) -> Result<Response, Error> {
    let known = |name: &str| FIELDS.contains(&name) || (0..MOST).any(|row| option(row) == name);
    if !typed.fields().all(|name| known(name) && typed.all(name).len() == 1) {
        return Err(Error::Refused("What came is not what our page asks for. Go back and load it again."));
    }
    let rows = (0..MOST).filter(|row| typed.fields().any(|name| name == option(*row))).count().max(ROWS);
    if typed.first(DO) == "more" {
        return Ok(view::form(&me, &typed, &[], (rows + ROWS).min(MOST)).into_response());
    }
    match read(&typed, app.clock.today()) {
        Ok(new) => {
            let mut tx = app.db.write().await?;
            let poll = keep(&mut tx, &me.service, &me.council, new, app.clock.now()).await?;
            tx.commit().await?;
            Ok(Redirect::to(&poll.path("")).into_response())
        }
        Err(troubles) => {
            Ok((StatusCode::UNPROCESSABLE_ENTITY, view::form(&me, &typed, &troubles, rows)).into_response())
        }
    }
}

/// Reads a form, all mistakes at once.
struct Reading<'t> {
    typed: &'t Typed,
    troubles: Vec<Trouble>,
}

fn read(typed: &Typed, today: Date) -> Result<NewPoll, Vec<Trouble>> {
    let mut reading = Reading { typed, troubles: Vec::new() };
    let question = reading.question();
    let options = reading.options();
    let rule = reading.rule(options.len());
    let voting = if typed.first(VOTING) == "secret" { Voting::Secret } else { Voting::Open };
    let closes = reading.closes(today);
    let quorum = reading.number(QUORUM, 500, "Write a number, or leave it empty.").unwrap_or(0);
    // Nothing of a secret ballot is told before it is over.
    let running = typed.first(RUNNING) == YES && voting == Voting::Open;
    match (rule, reading.troubles) {
        (Some(rule), troubles) if troubles.is_empty() => {
            Ok(NewPoll { question, options, rule, voting, running, quorum, closes })
        }
        (_, troubles) => Err(troubles),
    }
}

impl Reading<'_> {
    fn wrong(&mut self, field: impl Into<String>, advice: &'static str) {
        let field = field.into();
        self.troubles.push(Trouble { label: view::label(&field), field, advice });
    }

    fn question(&mut self) -> String {
        let question = self.typed.first(QUESTION).trim();
        if question.is_empty() {
            self.wrong(QUESTION, "Write your question.");
        } else if question.chars().count() > LONGEST.0 || question.contains(char::is_control) {
            self.wrong(QUESTION, "Make your question shorter: 200 letters at most.");
        }
        question.to_owned()
    }

    fn options(&mut self) -> Vec<String> {
        let mut options: Vec<String> = Vec::new();
        for row in 0..MOST {
            let written = self.typed.first(&option(row)).trim().to_owned();
            if written.chars().count() > LONGEST.1 || written.contains(char::is_control) {
                self.wrong(option(row), "Make it shorter: 80 letters at most.");
            }
            if options.iter().any(|one| one.to_lowercase() == written.to_lowercase()) {
                self.wrong(option(row), "This is there already. Write something else, or empty it.");
            } else if !written.is_empty() {
                options.push(written);
            }
        }
        if options.len() < 2 && self.troubles.is_empty() {
            let empty = (0..MOST).find(|row| self.typed.first(&option(*row)).trim().is_empty());
            self.wrong(option(empty.unwrap_or(0)), "Write at least two answers to choose from.");
        }
        options
    }

    fn rule(&mut self, options: usize) -> Option<Rule> {
        let several = self.typed.first(RULE) == "transferable";
        let written = self.typed.first(SEATS).trim().parse().ok();
        let seats = if several { written.filter(|seats| (1..options.max(2)).contains(seats)) } else { Some(1) };
        let Some(seats) = seats else {
            self.wrong(SEATS, "Say how many win, such as 2: fewer than there are answers.");
            return None;
        };
        let rule = rules::read(self.typed.first(RULE), seats);
        if rule.is_none() {
            self.wrong(RULE, "Choose how the votes are counted.");
        }
        rule
    }

    fn closes(&mut self, today: Date) -> Option<i64> {
        if self.typed.first(UNTIL) != "day" {
            return None;
        }
        let day = typed::day(self.typed.first(DAY));
        let last = today.saturating_add(DAYS.days());
        let Some(day) = day.filter(|day| (today..=last).contains(day)) else {
            self.wrong(DAY, "Write a day such as 5 December 2026: today or later, and within 60 days.");
            return None;
        };
        day.tomorrow().ok().map(start_of)
    }

    /// A number from 0, or nothing.
    fn number(&mut self, field: &str, most: i64, advice: &'static str) -> Option<i64> {
        let written = self.typed.first(field).trim();
        if written.is_empty() {
            return None;
        }
        let number = written.parse().ok().filter(|number| (0..=most).contains(number));
        if number.is_none() {
            self.wrong(field, advice);
        }
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FINE: [(&str, &str); 5] =
        [(QUESTION, "Where?"), ("option.0", "Hall"), ("option.1", "Park"), (RULE, "plurality"), (VOTING, "open")];

    fn reads(change: &[(&str, &str)]) -> Result<NewPoll, Vec<String>> {
        let kept = FINE.iter().filter(|(name, _)| change.iter().all(|(other, _)| other != name));
        let typed = kept.chain(change).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let today = "2026-11-22".parse().unwrap();
        read(&typed, today).map_err(|troubles| troubles.into_iter().map(|trouble| trouble.field).collect())
    }

    #[test]
    fn a_poll_needs_a_question_and_two_answers() {
        assert_eq!(reads(&[]).unwrap().options, ["Hall", "Park"]);
        for (change, wrong) in [
            (&[("question", " ")][..], &["question"][..]),
            (&[("option.1", "")], &["option.1"]),
            (&[("option.2", "hall")], &["option.2"]),
            (&[("rule", "dictator")], &["rule"]),
            (&[("quorum", "some")], &["quorum"]),
            (&[("until", "day"), ("day", "21 November 2026")], &["day"]),
            (&[("until", "day"), ("day", "1 March 2027")], &["day"]),
            (&[("rule", "transferable")], &["seats"]),
            (&[("rule", "transferable"), ("seats", "2")], &["seats"]),
            (&[("rule", "transferable"), ("seats", "x"), ("question", "")], &["question", "seats"]),
        ] {
            assert_eq!(reads(change).unwrap_err(), wrong, "{change:?}");
        }
    }

    #[test]
    fn a_secret_ballot_never_tells_how_it_stands() {
        let poll = reads(&[("voting", "secret"), ("running", "yes"), ("quorum", "5")]).unwrap();
        assert_eq!((poll.voting, poll.running, poll.quorum, poll.closes), (Voting::Secret, false, 5, None));
        let poll = reads(&[("running", "yes"), ("until", "day"), ("day", "22 November 2026")]).unwrap();
        assert_eq!((poll.running, poll.closes), (true, Some(start_of("2026-11-23".parse().unwrap()))));
    }
}
