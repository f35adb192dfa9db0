//! Planning a round of mails: what the service says in them, in each language, and the day they leave.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{answer::Typed, text::Texts};
use jiff::{ToSpan as _, civil::Date};
use maud::Markup;

use super::{Invites, sql, view};
use crate::{
    app::App,
    clock::{HOUR, day_of, ordered_id, start_of},
    error::Error,
    form::sheet::Trouble,
    staff::{self, Editor},
    surveys::Wave,
    typed::{PostedForm, day},
};

/// How many times people are reminded of a wave, at most, and the days between two mails, at least.
const MOST_REMINDERS: usize = 3;
const DAYS_BETWEEN: i64 = 3;
/// When mails of a day to come leave: after this time of it, in milliseconds.
const MORNING: i64 = 9 * HOUR;
/// The longest text of the service's own, in letters.
const LONGEST: usize = 2_000;

pub(super) const DAY_FIELD: &str = "day";
/// Asks to see the mails before they are planned.
pub(super) const LOOK: &str = "look";

/// To whom a round goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// To all who had none yet.
    Invitation,
    /// Again to those who have not answered.
    Reminder,
}

impl Kind {
    /// The end of its address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Reminder => "reminder",
        }
    }

    fn read(code: &str) -> Result<Self, Error> {
        [Self::Invitation, Self::Reminder].into_iter().find(|kind| kind.code() == code).ok_or(Error::NotFound)
    }

    /// Why no such round can be planned now, if it cannot.
    pub fn obstacle(self, invites: &Invites) -> Option<&'static str> {
        let reminders = invites.mailings.iter().filter(|mailing| mailing.reminds);
        let under_way = invites.mailings.iter().any(|mailing| !mailing.done);
        match self {
            _ if under_way => Some("A round of mails is planned already. It has to leave first, or be called off."),
            Self::Invitation if invites.counts.people == invites.counts.written => {
                Some("Everybody on the list was written to. Add people first.")
            }
            Self::Reminder if invites.counts.written == 0 => Some("Nobody was invited yet."),
            Self::Reminder if reminders.count() >= MOST_REMINDERS => {
                Some("They were reminded three times. More would only annoy them.")
            }
            Self::Reminder if earliest(invites).is_some_and(|day| start_of(day) >= invites.published.wave.closes) => {
                Some("The wave closes before they can be reminded kindly: there are three days between two mails.")
            }
            _ => None,
        }
    }
}

/// The first day on which people may be written to again.
fn earliest(invites: &Invites) -> Option<Date> {
    let last = invites.mailings.iter().map(|mailing| mailing.due).max();
    last.map(|due| day_of(due).saturating_add(DAYS_BETWEEN.days()))
}

type KindPath = Path<(String, String, String)>;

pub(super) async fn ask(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, wave, kind)): KindPath,
) -> Result<Markup, Error> {
    let (kind, now) = (Kind::read(&kind)?, app.clock.now());
    let invites = Invites::of_wave_ahead(&app, &mut app.db.read().await?, &me.service, &wave).await?;
    if let Some(why) = kind.obstacle(&invites) {
        return Ok(view::mails::cannot(&me, &invites, kind, why, &Typed::default()));
    }
    // Words of the last round mostly fit again.
    let words = invites.mailings.last().map(|mailing| read_words(&mailing.words)).transpose()?.unwrap_or_default();
    let mut typed: Vec<_> = words.languages().map(|(lang, text)| (view::mails::field(lang), text.to_owned())).collect();
    let again = earliest(&invites).filter(|_| kind == Kind::Reminder);
    let first = [Some(day_of(now)), Some(day_of(invites.published.wave.opens)), again].into_iter().flatten().max();
    typed.extend(first.map(|day| (DAY_FIELD.to_owned(), view::day(day))));
    Ok(view::mails::write(&me, &invites, kind, &typed.into_iter().collect(), &[], &app.base_url))
}

pub(super) fn read_words(json: &str) -> Result<Texts, Error> {
    serde_json::from_str(json).map_err(|e| Error::fault("stored words", e))
}

pub(super) async fn plan(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, wave, kind)): KindPath,
    PostedForm(typed): PostedForm,
) -> Result<Response, Error> {
    let (kind, now) = (Kind::read(&kind)?, app.clock.now());
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &wave).await?;
    let invites = Invites::of_wave_ahead(&app, &mut tx, &me.service, &wave).await?;
    only(&typed, &invites)?;
    if let Some(why) = kind.obstacle(&invites) {
        return Ok((StatusCode::CONFLICT, view::mails::cannot(&me, &invites, kind, why, &typed)).into_response());
    }
    let read = read(&typed, &invites, kind, now);
    let shown = |troubles: &[Trouble]| view::mails::write(&me, &invites, kind, &typed, troubles, &app.base_url);
    let (words, due) = match read {
        Err(troubles) => return Ok((StatusCode::UNPROCESSABLE_ENTITY, shown(&troubles)).into_response()),
        Ok(_) if !typed.all(LOOK).is_empty() => return Ok(shown(&[]).into_response()),
        Ok(read) => read,
    };
    let words = serde_json::to_string(&words).map_err(|e| Error::fault("words to JSON", e))?;
    let reminds = kind == Kind::Reminder;
    let mailing = sql::Mailing { id: ordered_id(now), reminds, words, due, begun: false, done: false };
    sql::add_mailing(&mut tx, &me.service, &wave, &mailing).await?;
    let told = format!("for {}, to {}", view::day(day_of(due)), invites.told());
    let action = if reminds { "reminders planned" } else { "invitations planned" };
    staff::audit(&mut tx, &me.service, Some(&me.staff), now, action, &told).await?;
    tx.commit().await?;
    Ok(Redirect::to(&invites.path(&me, "")).into_response())
}

fn only(typed: &Typed, invites: &Invites) -> Result<(), Error> {
    let words = |field: &str| invites.published.survey.languages.iter().any(|lang| view::mails::field(lang) == field);
    let known = |field: &str| (matches!(field, DAY_FIELD | LOOK) || words(field)) && typed.all(field).len() == 1;
    let all = typed.fields().all(known);
    if all {
        Ok(())
    } else {
        Err(Error::Refused("What came is not what our page asks for. Go back and load it again."))
    }
}

/// What was typed: the service's words, and when the mails leave.
fn read(typed: &Typed, invites: &Invites, kind: Kind, now: i64) -> Result<(Texts, i64), Vec<Trouble>> {
    let (mut words, mut troubles) = (Texts::default(), Vec::new());
    for lang in &invites.published.survey.languages {
        let field = view::mails::field(lang);
        if typed.first(&field).chars().count() > LONGEST {
            troubles.push(Trouble {
                label: view::mails::label(lang),
                field,
                advice: "2,000 letters at most: a short mail is read.",
            });
        } else {
            words.set(lang, typed.first(&field).trim());
        }
    }
    let earliest = earliest(invites).filter(|_| kind == Kind::Reminder);
    let due = leaves(typed.first(DAY_FIELD), &invites.published.wave, earliest, now);
    match due {
        Ok(due) if troubles.is_empty() => Ok((words, due)),
        Ok(_) => Err(troubles),
        Err(advice) => {
            let label = view::mails::DAY_LABEL.to_owned();
            troubles.push(Trouble { field: DAY_FIELD.to_owned(), label, advice });
            Err(troubles)
        }
    }
}

/// When the mails of a day leave: at once, where it is today, otherwise in the morning.
fn leaves(typed: &str, wave: &Wave, earliest: Option<Date>, now: i64) -> Result<i64, &'static str> {
    let day = day(typed).ok_or("Write a day, such as 1 March 2027.")?;
    if day < day_of(now) {
        return Err("That day is over. Write today or a later day.");
    }
    if earliest.is_some_and(|earliest| day < earliest) {
        return Err("Leave three days between two mails.");
    }
    let due = if day == day_of(now) { now } else { start_of(day) + MORNING };
    if day < day_of(wave.opens) {
        return Err("The wave is not open on that day yet. Write its first day or a later one.");
    }
    if due >= wave.closes {
        return Err("The wave is closed by then. Write an earlier day.");
    }
    Ok(due.max(wave.opens))
}

pub(super) async fn call_off(
    State(app): State<App>,
    Editor(me): Editor,
    Path((service, wave, mailing)): Path<(String, String, String)>,
    form: PostedForm,
) -> Result<Redirect, Error> {
    form.only(&[])?;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &wave).await?;
    let invites = Invites::read(&app, &mut tx, &service, &wave).await?;
    if !sql::call_off(&mut tx, &service, &wave, &mailing).await? {
        return Err(Error::Refused("These mails are on their way already, or were called off before."));
    }
    staff::audit(&mut tx, &me.service, Some(&me.staff), app.clock.now(), "mails called off", &invites.told()).await?;
    tx.commit().await?;
    Ok(Redirect::to(&invites.path(&me, "")))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn mails_leave_in_the_morning_of_a_day_while_the_wave_is_open() {
        let at = |d: i8| start_of(date(2027, 3, d));
        let wave = Wave::new(0, 1, at(10), at(20));
        let now = at(8) + 12 * HOUR;
        let leaves = |typed, now| {
            leaves(typed, &wave, Some(date(2027, 3, 12)), now).map_err(|why| why.split(' ').next().unwrap())
        };
        assert_eq!(leaves("15 March 2027", now), Ok(at(15) + 9 * HOUR));
        assert_eq!(leaves("12 March 2027", at(12) + 15 * HOUR), Ok(at(12) + 15 * HOUR), "today, at once");
        assert_eq!(leaves("11 March 2027", now), Err("Leave"));
        assert_eq!(leaves("7 March 2027", now), Err("That"));
        assert_eq!(leaves("20 March 2027", now), Err("The"));
        assert_eq!(leaves("soon", now), Err("Write"));
    }
}
