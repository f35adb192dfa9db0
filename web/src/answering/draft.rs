//! Answers on their way.

use std::sync::Arc;

use axum::http::{HeaderMap, HeaderValue};
use heard_core::{
    answer::{Answers, Typed},
    response::Response as Finished,
    route::Route,
    survey::Survey,
    text::{Key, Lang},
    walk::{Pace, Walk},
};

use super::{address, sql, tablet};
use crate::{
    apart,
    app::App,
    clock::{DAY, HOUR, MINUTE, random_key},
    cookie,
    error::Error,
    page::Reading,
    pepper::Purpose,
    surveys::{self, Published},
    wishes::{Ways, Wishes},
};

/// The cookie that holds a draft's code.
const COOKIE: &str = "draft";

/// How long, in milliseconds, a draft is kept: a family may take the weekend, and nobody's half answers stay longer.
const KEPT: i64 = 14 * DAY;

/// The same on a shared tablet, from the last time that somebody saved a page.
const KEPT_SHARED: i64 = HOUR;

/// Someone's answers so far.
pub(super) struct Draft {
    /// What is stored of its code.
    pub code_hash: String,
    /// The survey as it was when they began.
    pub survey: Arc<Survey>,
    /// The version of the survey.
    pub version: i64,
    /// The wave it belongs to.
    pub wave: String,
    /// The language they read now.
    pub lang: Lang,
    /// What makes reading easier for them.
    pub ways: Ways,
    /// How it is parted into pages.
    pub pace: Pace,
    /// The key that the response will have.
    pub response: String,
    /// Whether equality monitoring is to be counted and not connected.
    pub apart: bool,
    /// The language and this choice as they are stored: others may have been made since.
    stored: (Lang, bool),
    /// All answers so far.
    pub answers: Answers,
    /// When it is deleted, in milliseconds.
    pub expires: i64,
    /// Whether words lead back to it.
    pub has_words: bool,
    /// Whether it is being answered on a shared tablet.
    pub shared: bool,
}

impl Draft {
    /// The pages that the answers lead to.
    pub fn walk(&self) -> Walk<'_> {
        Walk::new(Route::new(&self.survey, &self.answers, &self.lang), self.pace)
    }

    /// Takes over whether monitoring is to be connected, as a form of it says.
    pub fn choose_apart(&mut self, typed: &Typed, asked: bool) -> Result<(), Error> {
        if asked {
            self.apart = apart::read(typed)?;
        }
        Ok(())
    }

    /// The answers as they are sent. The error is the section that still has to be answered.
    pub fn finish(&self) -> Result<Finished, Key> {
        let finished = Finished::finish(&self.survey, &self.answers, &self.lang)?;
        Ok(if self.apart { finished.taken_apart(&self.survey) } else { finished })
    }

    /// How they read the survey, on the way that their answers lead.
    pub fn reading(&self, route: &Route<'_>) -> Reading<'_> {
        Reading::of(&self.survey, &self.lang, self.ways, route.age_band())
    }

    /// How many minutes ago it was begun, with all breaks: it follows from when it expires, so that no other time is
    /// kept. Not known on a shared tablet, where a draft expires anew with each page, nor of one that was there before.
    pub fn minutes(&self, now: i64) -> Option<i64> {
        let took = now - (self.expires - KEPT);
        (!self.shared && (0..KEPT - KEPT_SHARED).contains(&took)).then_some(took / MINUTE)
    }

    /// The address of the first page that is not answered yet.
    pub fn next_path(&self, published: &Published) -> String {
        address(published, self.walk().first_open())
    }
}

/// Begins a draft and returns its code.
pub(super) async fn begin(
    app: &App,
    published: &Published,
    lang: &Lang,
    pace: Pace,
    shared: bool,
) -> Result<String, Error> {
    let code = random_key();
    let row = sql::DraftRow {
        code_hash: app.pepper.hash(Purpose::Draft, &code),
        version: published.wave.version,
        wave: published.wave.id.clone(),
        language: lang.to_string(),
        pace: pace.code().to_owned(),
        response: random_key(),
        apart: false,
        expires: app.clock.now() + if shared { KEPT_SHARED } else { KEPT },
        return_hash: None,
    };
    let mut tx = app.db.write().await?;
    sql::add(&mut tx, &published.house.key, &published.survey.key, &row).await?;
    tx.commit().await?;
    Ok(code)
}

/// The cookie of a draft that is kept on this device as long as it is kept by us.
pub(super) fn keep_cookie(app: &App, published: &Published, code: &str) -> HeaderValue {
    cookie::keep(COOKIE, code, &published.path(), KEPT / 1_000, app.secure())
}

/// The cookie of a draft until the browser is closed: on a shared tablet, and where words lead back to the draft.
pub(super) fn session_cookie(app: &App, published: &Published, code: &str) -> HeaderValue {
    cookie::set(COOKIE, code, &published.path(), app.secure())
}

/// Takes the cookie of a draft away.
pub(super) fn no_cookie(app: &App, published: &Published) -> HeaderValue {
    cookie::clear(COOKIE, &published.path(), app.secure())
}

/// The code of the draft on this device.
pub(super) fn code<'h>(app: &App, headers: &'h HeaderMap) -> Option<&'h str> {
    cookie::read(headers, COOKIE, app.secure())
}

/// The draft that the browser's cookie names, of this survey.
pub(super) async fn find(app: &App, published: &Published, headers: &HeaderMap) -> Result<Draft, Error> {
    let code_hash = app.pepper.hash(Purpose::Draft, code(app, headers).ok_or(Error::NoDraft)?);
    let mut tx = app.db.read().await?;
    let key = &published.survey.key;
    let row =
        sql::find(&mut tx, &published.house.key, key, &code_hash, app.clock.now()).await?.ok_or(Error::NoDraft)?;
    if row.wave != published.wave.id {
        return Err(Error::Closed);
    }
    let answers = read_answers(sql::answers(&mut tx, &code_hash).await?)?;
    let survey = surveys::version(app, &mut tx, &published.house.key, key, row.version).await?;
    let stored_lang = Lang::try_from(row.language).map_err(|e| Error::fault("stored language", e))?;
    let wishes = Wishes::of(headers, app.secure());
    Ok(Draft {
        lang: wishes.after(&stored_lang, &survey.languages),
        ways: wishes.ways,
        survey,
        version: row.version,
        wave: row.wave,
        pace: Pace::from_code(&row.pace).unwrap_or_default(),
        response: row.response,
        apart: row.apart,
        stored: (stored_lang, row.apart),
        expires: row.expires,
        has_words: row.return_hash.is_some(),
        shared: tablet::is_on(app, headers),
        code_hash,
        answers,
    })
}

/// Reads the answers of a draft as they are stored.
pub(super) fn read_answers(stored: Vec<(String, String)>) -> Result<Answers, Error> {
    let answers = stored.into_iter().map(|(question, answer)| {
        let question = Key::try_from(question).map_err(|e| Error::fault("stored draft", e))?;
        Ok((question, serde_json::from_str(&answer).map_err(|e| Error::fault("stored draft", e))?))
    });
    answers.collect()
}

/// Stores the language that someone reads now and whether their monitoring is to be connected, if either is another than
/// before, and on a shared tablet that someone is still there. Only what is posted comes here: looking at a page changes
/// nothing.
pub(super) async fn keep_up(app: &App, draft: &Draft) -> Result<(), Error> {
    let same = (&draft.lang, draft.apart) == (&draft.stored.0, draft.stored.1);
    if same && !draft.shared {
        return Ok(());
    }
    let expires = if draft.shared { app.clock.now() + KEPT_SHARED } else { draft.expires };
    let mut tx = app.db.write().await?;
    sql::keep_up(&mut tx, &draft.code_hash, &draft.lang, draft.apart, expires).await?;
    tx.commit().await
}

/// Parts the draft into pages otherwise.
pub(super) async fn set_pace(app: &App, draft: &mut Draft, pace: Pace) -> Result<(), Error> {
    let mut tx = app.db.write().await?;
    sql::set_pace(&mut tx, &draft.code_hash, pace).await?;
    tx.commit().await?;
    draft.pace = pace;
    Ok(())
}

/// Deletes the draft that the browser's cookie names, if there is one.
pub(super) async fn forget(app: &App, headers: &HeaderMap) -> Result<(), Error> {
    let Some(code) = code(app, headers) else { return Ok(()) };
    let mut tx = app.db.write().await?;
    sql::forget(&mut tx, &app.pepper.hash(Purpose::Draft, code)).await?;
    tx.commit().await
}
