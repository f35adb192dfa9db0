//! What people wrote in their own words, for those who may read it, and the quotes of it that they let everybody read. What
//! somebody wrote to one question stands alone: nothing else of their response is on the page, and no order tells when
//! it came.

pub(crate) mod sql;
mod view;

use std::{cmp::Reverse, collections::BTreeMap};

use axum::{
    Router,
    extract::{Path, RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use heard_core::{
    answer::{Answer, Answers, Typed},
    disclosure::settled_count,
    question::{Kind, Question},
    quoting::is_faithful,
    text::Lang,
};
use maud::Markup;

pub(crate) use view::quotes;

use crate::{
    app::App,
    db::Tx,
    error::Error,
    pepper::Purpose,
    progress::RULES,
    staff::{self, Colleague, Editor},
    surveys::{self, Published},
    typed::{self, PostedForm},
};

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new().route("/staff/{service}/waves/{wave}/words/{question}", get(show).post(save))
}

/// How many responses are read at once.
const AT_ONCE: i64 = 5_000;
/// How many texts stand on a page.
const ON_A_PAGE: usize = 50;
/// How many signs a quote can have.
const LONGEST: usize = 1_000;

/// Which texts are looked for, and which page of them.
#[derive(Debug, Default)]
struct Sought {
    words: String,
    page: usize,
}

/// What somebody wrote.
struct Written {
    response: String,
    /// What names it on pages: it says nothing about the response to whoever does not have the secret.
    mark: String,
    text: String,
    language: Lang,
    /// What everybody may read of it.
    quote: Option<String>,
}

/// Everything that one page says.
struct Reading<'a> {
    published: &'a Published,
    question: &'a Question,
    /// None where too few people wrote something.
    written: Option<Vec<Written>>,
    sought: &'a Sought,
    /// What was typed for a quote of one of them, and what is wrong with it.
    wrong: Option<(&'a str, &'a str, &'static str)>,
}

/// A quote, for everybody.
#[derive(Clone, Debug)]
pub(crate) struct Quote {
    /// What they wrote.
    pub words: String,
    /// The language that they wrote it in, as far as is known: that of their pages.
    pub language: Lang,
}

/// The quotes of a wave that everybody may read, by question.
pub(crate) async fn of_wave(tx: &mut Tx, service: &str, wave: &str) -> Result<BTreeMap<String, Vec<Quote>>, Error> {
    let mut quotes: BTreeMap<String, Vec<Quote>> = BTreeMap::new();
    for row in sql::quotes(tx, service, wave).await? {
        let quote = Quote { words: row.words, language: lang(&row.language) };
        quotes.entry(row.question).or_default().push(quote);
    }
    Ok(quotes)
}

/// Whether people answer a question in words of their own, alone or beside an option.
pub(crate) fn takes_words(question: &Question) -> bool {
    match &question.kind {
        Kind::ShortText(_) | Kind::LongText(_) => true,
        Kind::Single(kind) => kind.options.iter().any(|option| option.other),
        Kind::Several(kind) => kind.options.iter().any(|option| option.other),
        _ => false,
    }
}

fn lang(code: &str) -> Lang {
    Lang::try_from(code.to_owned()).unwrap_or_else(|_| Lang::english())
}

/// The question of a wave that is read. [`Error::NotFound`] where people do not answer it in words, or its answers are
/// equality monitoring.
fn question<'p>(published: &'p Published, key: &str) -> Result<&'p Question, Error> {
    let mut open = published.survey.questions().filter(|(section, _)| !section.monitoring);
    let found = open.find(|(_, question)| *question.key == *key).map(|(_, question)| question);
    found.filter(|question| takes_words(question)).ok_or(Error::NotFound)
}

/// What people wrote to a question, in an order that tells nothing. While the wave is open it grows by five at a time, so that
/// nobody can be seen coming. None where fewer wrote than a figure may rest on.
async fn written(
    app: &App,
    tx: &mut Tx,
    published: &Published,
    question: &Question,
) -> Result<Option<Vec<Written>>, Error> {
    let (service, wave) = (&published.house.key, &published.wave.id);
    let quoted = sql::quotes(tx, service, wave).await?;
    let mut all = Vec::new();
    let mut after = 0;
    loop {
        let rows = sql::written(tx, (service, &published.survey.key, wave), after, AT_ONCE).await?;
        let Some(last) = rows.last() else { break };
        after = last.number;
        for row in rows {
            let Some(text) = words_of(&row.answers, &question.key) else { continue };
            let is_it = |quote: &&sql::Quoted| quote.response == row.id && *quote.question == *question.key;
            let quote = quoted.iter().find(is_it).map(|quote| quote.words.clone());
            let mark = app.pepper.derive(Purpose::Quote, &format!("{}/{}", row.id, question.key));
            all.push(Written { mark, text, language: lang(&row.language), quote, response: row.id });
        }
    }
    let count = u32::try_from(all.len()).unwrap_or(u32::MAX);
    let shown = if published.is_open(app.clock.now()) { settled_count(count) } else { count };
    if shown < RULES.threshold() {
        return Ok(None);
    }
    all.truncate(usize::try_from(shown).unwrap_or(usize::MAX));
    all.sort_by(|a, b| a.mark.cmp(&b.mark));
    Ok(Some(all))
}

fn words_of(answers: &str, question: &str) -> Option<String> {
    let answers: Answers = serde_json::from_str(answers).ok()?;
    match answers.get(question)? {
        Answer::Text(text) | Answer::WithOther { other: text, .. } => Some(text.clone()),
        _ => None,
    }
}

async fn show(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, wave, key)): Path<(String, String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Markup, Error> {
    let asked = typed::parse(query.unwrap_or_default().as_bytes())?;
    let sought =
        Sought { words: asked.first("words").to_owned(), page: asked.first("page").parse().unwrap_or_default() };
    let mut tx = app.db.read().await?;
    let published = surveys::of_wave(&app, &mut tx, &me.service, &wave).await?;
    let question = question(&published, &key)?;
    let written = written(&app, &mut tx, &published, question).await?;
    Ok(view::show(
        &me,
        &Reading { published: &published, question, written: fitting(written, &sought), sought: &sought, wrong: None },
    ))
}

/// Those that hold the words that are looked for, quotes first.
fn fitting(written: Option<Vec<Written>>, sought: &Sought) -> Option<Vec<Written>> {
    let words = sought.words.trim().to_lowercase();
    let mut written = written?;
    written.retain(|one| one.text.to_lowercase().contains(&words));
    written.sort_by_key(|one| Reverse(one.quote.is_some()));
    Some(written)
}

const GONE: Error =
    Error::Refused("What they wrote is not there any more: they took it back. Go back and load the page again.");

const MARK: &str = "text";
const WORDS: &str = "quote";
const TAKE_BACK: &str = "take_back";

async fn save(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, wave, key)): Path<(String, String, String)>,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&[MARK, WORDS, TAKE_BACK])?;
    let mut tx = app.db.write().await?;
    let published = surveys::of_wave(&app, &mut tx, &me.service, &wave).await?;
    let question = question(&published, &key)?;
    let all = written(&app, &mut tx, &published, question).await?;
    let one = all.iter().flatten().find(|one| one.mark == typed.first(MARK));
    let Some(one) = one else {
        return Err(GONE);
    };
    let quote = typed.first(WORDS).trim().replace("\r\n", "\n");
    let take_back = !typed.first(TAKE_BACK).is_empty();
    if let Some(wrong) = wrong(&one.text, &quote).filter(|_| !take_back) {
        let sought = Sought::default();
        let reading = Reading {
            published: &published,
            question,
            sought: &sought,
            wrong: Some((typed.first(MARK), &quote, wrong)),
            written: all,
        };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, view::show(&me, &reading)).into_response());
    }
    store(&app, &mut tx, &me, (&one.response, &question.key), (!take_back).then_some(&quote)).await?;
    tx.commit().await?;
    Ok(Redirect::to(&me.path(&format!("waves/{wave}/words/{key}"))).into_response())
}

/// What is wrong with a quote.
fn wrong(text: &str, quote: &str) -> Option<&'static str> {
    if quote.chars().count() > LONGEST {
        return Some("Make it shorter: 1,000 signs at most.");
    }
    let advice = "A quote holds only what they wrote, in their order. Put […] where you leave something out.";
    (!is_faithful(text, quote)).then_some(advice)
}

async fn store(
    app: &App,
    tx: &mut Tx,
    me: &Colleague,
    (response, question): (&str, &str),
    quote: Option<&String>,
) -> Result<(), Error> {
    let what = if let Some(words) = quote {
        if !sql::quote(tx, &me.service, response, question, words).await? {
            return Err(GONE);
        }
        "quote made public"
    } else {
        sql::take_back(tx, &me.service, response, question).await?;
        "quote taken back"
    };
    staff::audit(tx, &me.service, Some(&me.staff), app.clock.now(), what, question).await
}

impl Sought {
    /// The texts of this page, and whether there are more.
    fn page<'w>(&self, written: &'w [Written]) -> (impl Iterator<Item = &'w Written>, bool) {
        let from = self.page.saturating_mul(ON_A_PAGE);
        (written.iter().skip(from).take(ON_A_PAGE), written.len() > from.saturating_add(ON_A_PAGE))
    }
}

/// A quote as if it had been typed: what is public, or the whole text.
fn fill(one: &Written, wrong: Option<(&str, &str, &'static str)>) -> Typed {
    let typed = wrong.filter(|(mark, ..)| *mark == one.mark).map(|(_, typed, _)| typed.to_owned());
    let words = typed.or_else(|| one.quote.clone()).unwrap_or_else(|| one.text.clone());
    [(WORDS.to_owned(), words)].into_iter().collect()
}
