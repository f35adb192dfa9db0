//! Answers on their way.

use std::sync::Arc;

use axum::http::HeaderMap;
use heard_core::{
    answer::{Answers, Typed},
    response::Response as Finished,
    route::Route,
    survey::{Section, Survey},
    text::{Key, Lang},
};

use super::{address, sql};
use crate::{
    apart,
    app::App,
    clock::{DAY, random_key},
    cookie,
    error::Error,
    page::Reading,
    pepper::Purpose,
    surveys::{self, Published},
    wishes::{Ways, Wishes},
};

/// The cookie that holds a draft's code.
pub(super) const COOKIE: &str = "draft";

/// How long, in milliseconds, a draft is kept: a family may take the weekend, and nobody's half answers stay longer.
pub(super) const KEPT: i64 = 14 * DAY;

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
    /// The language that is stored: they may have chosen another since.
    pub stored_lang: Lang,
    /// The key that the response will have.
    pub response: String,
    /// Whether equality monitoring is to be counted and not connected.
    pub apart: bool,
    /// The same as it is stored.
    pub stored_apart: bool,
    /// All answers so far.
    pub answers: Answers,
    /// When it is deleted, in milliseconds.
    pub expires: i64,
}

impl Draft {
    /// The way that the answers lead.
    pub fn route(&self) -> Route<'_> {
        Route::new(&self.survey, &self.answers, &self.lang)
    }

    /// Takes over whether monitoring is to be connected, as a form of it says.
    pub fn choose_apart(&mut self, section: &Section, typed: &Typed) -> Result<(), Error> {
        if section.monitoring {
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

    /// The address of the first page that is not answered yet.
    pub fn next_path(&self, published: &Published) -> String {
        address(published, self.route().first_open())
    }
}

/// Begins a draft and returns its code.
pub(super) async fn begin(app: &App, published: &Published, lang: &Lang) -> Result<String, Error> {
    let code = random_key();
    let row = sql::DraftRow {
        code_hash: app.pepper.hash(Purpose::Draft, &code),
        version: published.wave.version,
        wave: published.wave.id.clone(),
        language: lang.to_string(),
        response: random_key(),
        apart: false,
        expires: app.clock.now() + KEPT,
    };
    let mut tx = app.db.write().await?;
    sql::add(&mut tx, &published.service, &published.survey.key, &row).await?;
    tx.commit().await?;
    Ok(code)
}

/// The draft that the browser's cookie names, of this survey.
pub(super) async fn find(app: &App, published: &Published, headers: &HeaderMap) -> Result<Draft, Error> {
    let code = cookie::read(headers, COOKIE, app.secure()).ok_or(Error::NoDraft)?;
    let code_hash = app.pepper.hash(Purpose::Draft, code);
    let mut tx = app.db.read().await?;
    let key = &published.survey.key;
    let row = sql::find(&mut tx, &published.service, key, &code_hash, app.clock.now()).await?.ok_or(Error::NoDraft)?;
    if row.wave != published.wave.id {
        return Err(Error::Closed);
    }
    let mut answers = Answers::default();
    for page in sql::pages(&mut tx, &code_hash).await? {
        answers.merge(serde_json::from_str(&page).map_err(|e| Error::fault("stored draft", e))?);
    }
    let survey = surveys::version(app, &mut tx, &published.service, key, row.version).await?;
    let stored_lang = Lang::try_from(row.language).map_err(|e| Error::fault("stored language", e))?;
    let wishes = Wishes::of(headers, app.secure());
    Ok(Draft {
        lang: wishes.after(&stored_lang, &survey.languages),
        ways: wishes.ways,
        stored_lang,
        survey,
        version: row.version,
        wave: row.wave,
        response: row.response,
        apart: row.apart,
        stored_apart: row.apart,
        expires: row.expires,
        code_hash,
        answers,
    })
}

/// Stores the language that someone reads now, and whether their monitoring is to be connected, if either is another
/// than before. Only what is posted comes here: looking at a page changes nothing.
pub(super) async fn keep_choices(app: &App, draft: &Draft) -> Result<(), Error> {
    if draft.lang == draft.stored_lang && draft.apart == draft.stored_apart {
        return Ok(());
    }
    let mut tx = app.db.write().await?;
    sql::set_choices(&mut tx, &draft.code_hash, &draft.lang, draft.apart).await?;
    tx.commit().await
}

/// Deletes the draft that the browser's cookie names, if there is one.
pub(super) async fn forget(app: &App, headers: &HeaderMap) -> Result<(), Error> {
    let Some(code) = cookie::read(headers, COOKIE, app.secure()) else { return Ok(()) };
    let mut tx = app.db.write().await?;
    sql::forget(&mut tx, &app.pepper.hash(Purpose::Draft, code)).await?;
    tx.commit().await
}
