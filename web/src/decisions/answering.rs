//! The service answers what young people decided.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{answer::Typed, text::Lang};
use jiff::civil::Date;
use maud::Markup;

use super::{Answer, Decision, LONGEST, Reply, of_poll, sql, view};
use crate::{
    app::App,
    db::Tx,
    error::Error,
    form::sheet::Trouble,
    plans, polls,
    staff::{self, Facilitator},
    typed::{self, PostedForm},
};

/// The fields of the form.
pub(super) const ANSWER: &str = "answer";
pub(super) const WORDS: &str = "words";
pub(super) const DAY: &str = "day";
pub(super) const ACTION: &str = "action";

type AnswerPath = Path<(String, String, String)>;

pub(super) async fn form(
    State(app): State<App>,
    Facilitator(me): Facilitator,
    Path((_, council, poll)): AnswerPath,
) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let decision = decision(&mut tx, &me.service, &council, &poll).await?;
    let actions = actions(&mut tx, &me.service).await?;
    let typed = decision.reply.as_ref().map(fill).unwrap_or_default();
    Ok(view::staff::form(&me, &decision, &actions, &typed, &[]))
}

/// Answers, or answers anew: circumstances change, and the record keeps what was answered before.
pub(super) async fn answer(
    State(app): State<App>,
    Facilitator(me): Facilitator,
    Path((_, council, poll)): AnswerPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&[ANSWER, WORDS, DAY, ACTION])?;
    let mut tx = app.db.write().await?;
    let decision = decision(&mut tx, &me.service, &council, &poll).await?;
    let actions = actions(&mut tx, &me.service).await?;
    let reply = match read(&typed, &actions, app.clock.today()) {
        Ok(reply) => reply,
        Err(troubles) => {
            let page = view::staff::form(&me, &decision, &actions, &typed, &troubles);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let now = app.clock.now();
    sql::reply(&mut tx, &me.service, &decision.poll, &reply, now).await?;
    let detail = format!("{}: {}, {}", decision.question, reply.answer.code(), reply.words);
    staff::audit(&mut tx, &me.service, Some(&me.staff), now, "council answered", &detail).await?;
    tx.commit().await?;
    Ok(Redirect::to(&me.path(&format!("councils/{council}"))).into_response())
}

async fn decision(tx: &mut Tx, service: &str, council: &str, poll: &str) -> Result<Decision, Error> {
    let poll = polls::one(tx, service, council, poll).await?;
    of_poll(tx, service, &poll.id).await?.ok_or(Error::NotFound)
}

/// The actions of the service's plan: their keys and what they are called.
pub(super) async fn actions(tx: &mut Tx, service: &str) -> Result<Vec<(String, String)>, Error> {
    let Some(plan) = plans::current(tx, service).await? else { return Ok(Vec::new()) };
    let actions = plan.priorities.iter().flat_map(|priority| &priority.actions);
    Ok(actions.map(|action| (action.key.to_string(), action.title.get(&Lang::english()).to_owned())).collect())
}

/// An answer as it would have been typed.
fn fill(reply: &Reply) -> Typed {
    let day = reply.day.map_or_else(String::new, view::day);
    [
        (ANSWER, reply.answer.code().to_owned()),
        (WORDS, reply.words.clone()),
        (DAY, day),
        (ACTION, reply.action.clone().unwrap_or_default()),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect()
}

fn read(typed: &Typed, actions: &[(String, String)], today: Date) -> Result<Reply, Vec<Trouble>> {
    let mut troubles = Vec::new();
    let mut wrong = |field: &str, advice| {
        troubles.push(Trouble { field: field.to_owned(), label: view::staff::label(field).to_owned(), advice });
    };
    let answer = Answer::read(typed.first(ANSWER));
    if answer.is_none() {
        wrong(ANSWER, "Choose an answer.");
    }
    let words = typed.first(WORDS).trim();
    if words.is_empty() || words.chars().count() > LONGEST {
        wrong(WORDS, "Say it in a few sentences that a child can read: 500 letters at most.");
    }
    let written = typed.first(DAY).trim();
    let day = typed::day(written).filter(|day| *day >= today);
    if day.is_none() && (answer == Some(Answer::Yes) || !written.is_empty()) {
        wrong(DAY, "Write the day by which it is done, such as 1 March 2027: today or later.");
    }
    let action = typed.first(ACTION);
    let known = actions.iter().any(|(key, _)| key == action);
    if !action.is_empty() && !known {
        wrong(ACTION, "Choose an action of your plan, or none.");
    }
    match answer {
        Some(answer) if troubles.is_empty() => {
            Ok(Reply { answer, words: words.to_owned(), day, action: known.then(|| action.to_owned()) })
        }
        _ => Err(troubles),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(fields: [&str; 4]) -> Result<Reply, Vec<String>> {
        let names = [ANSWER, WORDS, DAY, ACTION];
        let typed = names.into_iter().zip(fields).map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let actions = [("choir".to_owned(), "A choir".to_owned())];
        read(&typed, &actions, "2026-11-22".parse().unwrap())
            .map_err(|troubles| troubles.into_iter().map(|trouble| trouble.field).collect())
    }

    #[test]
    fn a_yes_has_a_day_and_every_answer_its_words() {
        assert_eq!(reads(["yes", "We will.", "1 March 2027", "choir"]).unwrap().action.as_deref(), Some("choir"));
        assert_eq!(reads(["no", "It costs too much.", "", ""]).unwrap().day, None);
        for (fields, wrong) in [
            (["", "", "", ""], &["answer", "words"][..]),
            (["yes", "We will.", "", ""], &["day"]),
            (["partly", "A bit.", "soon", ""], &["day"]),
            (["yes", "We will.", "21 November 2026", "opera"], &["day", "action"]),
        ] {
            assert_eq!(reads(fields).unwrap_err(), wrong, "{fields:?}");
        }
    }
}
