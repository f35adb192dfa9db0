//! A survey as one form: every section on one page, no draft, sent at once. A survey of one section is always so, at its
//! own address.
//!
//! Whether a question applies is decided here, when all has been sent: until then each says to whom it does. What was
//! written where nothing applies is told, and left out when its writer says so.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{
    answer::{Problem, Typed, Wrong},
    area::Postcode,
    question::Question,
    response::Response as Finished,
    survey::{Section, Survey},
    text::Lang,
    walk::Pace,
    whole,
};
use maud::Markup;

use super::{
    NOT_ASKED, SurveyPath, asked_way, invitation, look_up_postcodes, only_of, open, own_fields,
    sending::{Given, KEY_FIELD, encode, given, is_same, is_stored, new_response_key, sent},
    tablet,
    view::{self, Trouble},
};
use crate::{
    apart,
    app::App,
    error::Error,
    intake::Stored,
    invitations::{self, Came},
    limits::{Client, Door},
    page::Reading,
    surveys::{self, Published},
    typed::PostedForm,
    wishes::{Wish, Wishes},
};

/// The field that says what the form was given out for: its wave and its language, with a dot between. It may be sent
/// long after it was filled in, when the browser has forgotten both.
pub(super) const SHOWN_FIELD: &str = "@shown";

/// The field of the button that leaves out what is not for its sender.
pub(super) const LEAVE_OUT: &str = "@leave_out";

/// Whether one form is all there is of a survey, unless somebody wants it otherwise.
pub(super) fn is_one_form(survey: &Survey) -> bool {
    survey.sections.len() == 1 && survey.pace == Pace::Section
}

/// The address of the survey as one form.
pub(super) fn address(published: &Published) -> String {
    if is_one_form(&published.survey) { published.path() } else { format!("{}/all", published.path()) }
}

pub(super) async fn show(
    State(app): State<App>,
    Path((service, survey)): SurveyPath,
    wishes: Wishes,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let published = open(&app, &service, &survey).await?;
    // What goes from hand to hand is answered page by page: the way of this form leaves its traces on the device.
    if is_one_form(&published.survey) || tablet::is_on(&app, &headers) {
        return Ok(Redirect::to(&published.path()).into_response());
    }
    let invited = invitation(&app, &published, &headers)?.is_some();
    let lang = wishes.among(&published.survey.languages);
    let reading = Reading::of(&published.survey, &lang, wishes.ways, None);
    Ok(form(&app, &published, reading, invited).into_response())
}

/// The form, empty, with a key of its own.
pub(super) fn form(app: &App, published: &Published, reading: Reading<'_>, invited: bool) -> Markup {
    let empty = view::Filled { invited, ..view::Filled::empty() };
    view::whole(published, reading, &new_response_key(app), &empty, None)
}

pub(super) async fn send(
    State(app): State<App>,
    client: Client,
    Path((service, survey)): SurveyPath,
    wishes: Wishes,
    headers: HeaderMap,
    PostedForm(typed): PostedForm,
) -> Result<Response, Error> {
    let given = given(&app, &typed)?;
    let published = surveys::published(&app, &service, &survey).await?;
    let (lang, came) = match taken_now(&app, &published, &typed, &headers)? {
        Ok(taken) => taken,
        Err(error) => return stored_or(error, &app, &published, &headers, &given.receipt).await,
    };
    let lang = lang.unwrap_or_else(|| wishes.among(&published.survey.languages));
    let (not_here, here): (Vec<_>, Vec<_>) =
        published.survey.questions().partition(|(section, question)| whole::asks_words_by_age(section, question));
    let questions: Vec<_> = here.into_iter().map(|(_, question)| question).collect();
    let asks_apart = published.survey.sections.iter().any(|section| section.monitoring);
    let own_fields = [&[KEY_FIELD, SHOWN_FIELD, LEAVE_OUT], own_fields(asks_apart)].concat();
    if let Some(wish) = asked_way(&typed, &published.survey.languages)? {
        only_of(&questions, &typed, &[&own_fields[..], &Wish::FIELDS].concat())?;
        let lang = if let Wish::Language(asked) = &wish { asked } else { &lang };
        let reading = Reading::of(&published.survey, lang, wishes.ways.with(&wish), None);
        return Ok((wish.remembered(&app), again(&published, reading, &given, typed, Vec::new())).into_response());
    }
    let reading = Reading::of(&published.survey, &lang, wishes.ways, None);
    only_of(&questions, &typed, &own_fields)?;
    let finished = match finish(&app, &published, &typed, &lang, (&questions, &not_here)).await? {
        Ok(finished) => finished,
        Err(problems) => {
            let page = again(&published, reading, &given, typed, problems);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let Some(trouble) = try_to_store(&app, &client, &published, (&given, came.as_ref()), &finished).await? else {
        return Ok(sent(&app, &published, &headers, &given.receipt));
    };
    Ok(held_up(&app, &published, reading, &given, typed, trouble))
}

/// The language that a form was given out in, if it says one, and the invitation that its sender came by; or why it
/// cannot be taken now.
#[expect(clippy::type_complexity, reason = "a form of ours that cannot be taken may have been taken before")]
fn taken_now(
    app: &App,
    published: &Published,
    typed: &Typed,
    headers: &HeaderMap,
) -> Result<Result<(Option<Lang>, Option<Came>), Error>, Error> {
    let (Shown::Now(lang), true) = (shown(typed, published)?, published.is_open(app.clock.now())) else {
        return Ok(Err(Error::Closed));
    };
    // The first press of the button has taken the invitation's cookie away.
    Ok(invitation(app, published, headers).map(|came| (lang, came)))
}

/// Reads what was typed as a response, or says what has to be changed. `not_here` are questions that this page does not
/// ask: see [`whole::asks_words_by_age`].
async fn finish(
    app: &App,
    published: &Published,
    typed: &Typed,
    lang: &Lang,
    (questions, not_here): (&[&Question], &[(&Section, &Question)]),
) -> Result<Result<Finished, Vec<Problem>>, Error> {
    let places = look_up_postcodes(app, questions, typed).await?;
    let find = |postcode: &Postcode| places.iter().find(|(p, _)| p == postcode).map(|(_, place)| place.clone());
    let (answers, mut problems) = whole::read(&published.survey, typed, lang, &find);
    if !typed.all(LEAVE_OUT).is_empty() {
        problems.retain(|problem| problem.wrong != Wrong::NotForYou);
    }
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    let mut finished = Finished::finish(&published.survey, &answers, lang)
        .map_err(|open| Error::fault("a page without problems left a section open", &*open))?;
    for (_, not_asked) in not_here {
        finished.answers.take(&not_asked.key);
        finished.monitoring.take(&not_asked.key);
    }
    Ok(Ok(if apart::read(typed)? { finished.taken_apart(&published.survey) } else { finished }))
}

/// Stores a response, or says why it could not be stored just now.
async fn try_to_store(
    app: &App,
    client: &Client,
    published: &Published,
    (given, came): (&Given, Option<&Came>),
    finished: &Finished,
) -> Result<Option<Trouble>, Error> {
    match app.limits.pass(Door::Send, client, app.clock.now()) {
        Ok(()) => {}
        Err(Error::TooOften { seconds }) => return Ok(Some(Trouble::TooOften { seconds })),
        Err(error) => return Err(error),
    }
    match store(app, published, (given, came), finished).await {
        Ok(true) => Ok(None),
        Ok(false) => Ok(Some(Trouble::SentBefore)),
        Err(Error::Spent) => Ok(Some(Trouble::Spent)),
        Err(error) if error.is_passing() => Ok(Some(Trouble::NotSaved)),
        Err(error) => Err(error),
    }
}

/// Whether what was sent is stored, by this form or by an earlier press of its button. `false`: the form was sent with
/// other answers, or these were taken back.
async fn store(
    app: &App,
    published: &Published,
    (given, came): (&Given, Option<&Came>),
    finished: &Finished,
) -> Result<bool, Error> {
    let row = || encode(app, published, &given.receipt, finished, app.clock.today());
    match invitations::store(app, published, came, row()?).await? {
        Stored::Now => Ok(true),
        Stored::Before => is_same(app, &row()?).await,
    }
}

/// The form once more, with everything that was typed, and why it is not stored.
fn held_up(
    app: &App,
    published: &Published,
    reading: Reading<'_>,
    given: &Given,
    typed: Typed,
    trouble: Trouble,
) -> Response {
    // What was sent stays as it is: a second response has a key of its own.
    let key = if trouble == Trouble::SentBefore { new_response_key(app) } else { given.to_string() };
    let filled = view::Filled { typed, ..view::Filled::empty() };
    let page = view::whole(published, reading, &key, &filled, Some(trouble));
    match trouble {
        Trouble::NotSaved => (StatusCode::SERVICE_UNAVAILABLE, page).into_response(),
        Trouble::SentBefore | Trouble::Spent => (StatusCode::CONFLICT, page).into_response(),
        Trouble::TooOften { seconds } => {
            (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, seconds.to_string())], page).into_response()
        }
    }
}

/// The form once more, with the key that it had and what was typed.
fn again(published: &Published, reading: Reading<'_>, given: &Given, typed: Typed, problems: Vec<Problem>) -> Markup {
    let filled = view::Filled { typed, problems, ..view::Filled::empty() };
    view::whole(published, reading, &given.to_string(), &filled, None)
}

/// What a form was given out for.
enum Shown {
    /// The wave that runs, in the language that it names, if it names one.
    Now(Option<Lang>),
    /// An earlier wave: its answers are none of this one.
    Before,
}

fn shown(typed: &Typed, published: &Published) -> Result<Shown, Error> {
    let field = match typed.all(SHOWN_FIELD) {
        [] => return Ok(Shown::Now(None)),
        [field] => field,
        _ => return Err(NOT_ASKED),
    };
    let (wave, lang) = field.split_once('.').ok_or(NOT_ASKED)?;
    if wave != published.wave.id {
        return Ok(Shown::Before);
    }
    let lang = published.survey.languages.iter().find(|offered| ***offered == *lang).ok_or(NOT_ASKED)?;
    Ok(Shown::Now(Some(lang.clone())))
}

/// What was stored before is told so, for a sender that never heard of it; otherwise why nothing is stored now.
async fn stored_or(
    error: Error,
    app: &App,
    published: &Published,
    headers: &HeaderMap,
    receipt: &str,
) -> Result<Response, Error> {
    if is_stored(app, receipt).await? { Ok(sent(app, published, headers, receipt)) } else { Err(error) }
}
