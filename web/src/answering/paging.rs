//! Pages of questions, one after the other, and the page that shows all answers before they are sent.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{
    answer::{Answer, Answers, Problem, Typed, Wrong},
    text::Key,
    walk::{At, Page},
};
use serde::Deserialize;

use super::{
    NOT_ASKED, address, asked_way,
    draft::{self, Draft},
    keep_place,
    mine::Mine,
    only_of, own_fields, read, returning, sending, view,
};
use crate::{app::App, areas, error::Error, intake::Submission, surveys::Published, typed::PostedForm, wishes::Wish};

/// The field of the buttons that save a page and do not go on.
pub(super) const THEN: &str = "@then";

/// The end of the address of a page of questions.
#[derive(Deserialize)]
pub(super) struct PagePath {
    section: String,
    #[serde(default)]
    question: Option<String>,
}

impl PagePath {
    fn at(&self) -> At<'_> {
        At { section: &self.section, question: self.question.as_deref() }
    }
}

/// What comes after a page is saved.
#[derive(Clone, Copy, PartialEq)]
enum Then {
    /// The next page.
    GoOn,
    /// The page before.
    Back,
    /// The words that lead back to the draft.
    Stop,
    /// The question whether somebody is still there: nobody has touched the shared tablet for a while.
    Pause,
}

impl Then {
    /// What the form asks for, of those that its page offers.
    fn asked(typed: &Typed, draft: &Draft) -> Result<Self, Error> {
        match (typed.all(THEN), draft.shared) {
            ([], _) => Ok(Self::GoOn),
            ([then], _) if then == view::BACK => Ok(Self::Back),
            ([then], false) if then == view::STOP => Ok(Self::Stop),
            ([then], true) if then == view::PAUSE => Ok(Self::Pause),
            _ => Err(NOT_ASKED),
        }
    }
}

pub(super) async fn show(Path(path): Path<PagePath>, Mine { published, draft }: Mine) -> Result<Response, Error> {
    let walk = draft.walk();
    let Some(page) = walk.page(path.at()) else { return elsewhere(&published, &draft, path.at()) };
    let filled = view::Filled { typed: Typed::from_answers(&draft.answers), ..view::Filled::empty() };
    Ok(view::page(&published, &draft, &walk, page, &filled).into_response())
}

pub(super) async fn answer(
    State(app): State<App>,
    Path(path): Path<PagePath>,
    Mine { published, mut draft }: Mine,
    headers: HeaderMap,
    PostedForm(typed): PostedForm,
) -> Result<Response, Error> {
    let asks_apart = draft.walk().page(path.at()).is_some_and(asks_apart);
    draft.choose_apart(&typed, asks_apart)?;
    if let Some(wish) = asked_way(&typed, &draft.survey.languages)? {
        return in_other_way(&app, &published, draft, path.at(), &wish, typed).await;
    }
    let walk = draft.walk();
    let Some(page) = walk.page(path.at()) else { return elsewhere(&published, &draft, path.at()) };
    let then = Then::asked(&typed, &draft)?;
    let (answers, problems) = read_page(&app, &draft, page, &typed, then).await?;
    let again = |filled| view::page(&published, &draft, &walk, page, &filled);
    if !problems.is_empty() {
        let filled = view::Filled { typed, problems, ..view::Filled::empty() };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, again(filled)).into_response());
    }
    if let Err(error) = save(&app, &draft, &answers).await {
        let filled = view::Filled { typed, failed: true, ..view::Filled::empty() };
        return if error.is_passing() {
            Ok((StatusCode::SERVICE_UNAVAILABLE, again(filled)).into_response())
        } else {
            Err(error)
        };
    }
    Ok(match then {
        Then::GoOn => Redirect::to(&next(&published, &mut draft, answers, path.at())).into_response(),
        Then::Back => {
            let before = draft.walk().before(path.at()).map(|page| address(&published, Some(page)));
            Redirect::to(&before.unwrap_or_else(|| published.path())).into_response()
        }
        Then::Stop => returning::words_for(&app, &published, &draft, &headers).await?,
        Then::Pause => Redirect::to(&format!("{}/still-there", published.path())).into_response(),
    })
}

/// Reads what was typed. Whoever stops or goes back in the middle of a page left the rest of it for later, which is no
/// mistake; and of whoever has gone, what can be read is kept.
async fn read_page(
    app: &App,
    draft: &Draft,
    page: &Page<'_>,
    typed: &Typed,
    then: Then,
) -> Result<(Answers, Vec<Problem>), Error> {
    let own_fields = [&[THEN], own_fields(asks_apart(page))].concat();
    let (mut answers, mut problems) = read(app, &page.questions, typed, &own_fields).await?;
    if then != Then::GoOn {
        let counts = |key: &Key, answer: &Answer| answer.is_given() || draft.answers.get(key).is_some();
        let given = answers.iter().filter(|(key, answer)| counts(key, answer));
        answers = given.map(|(key, answer)| (key.clone(), answer.clone())).collect();
        problems.retain(|problem| then != Then::Pause && problem.wrong != Wrong::Missing);
    }
    keep_place(&draft.answers, &mut answers);
    Ok((answers, problems))
}

async fn save(app: &App, draft: &Draft, answers: &Answers) -> Result<(), Error> {
    draft::keep_up(app, draft).await?;
    let encoded = answers.iter().map(|(question, answer)| {
        let answer = serde_json::to_string(answer).map_err(|e| Error::fault("answer to JSON", e))?;
        Ok((question.to_string(), answer))
    });
    let answers = encoded.collect::<Result<_, Error>>()?;
    app.intake.submit(Submission::Page { draft: draft.code_hash.clone(), answers }).await.map(drop)
}

/// Where somebody goes after a page: on, or back to the end where they came from to change an answer.
fn next(published: &Published, draft: &mut Draft, answers: Answers, at: At<'_>) -> String {
    let has_been_to_the_end = draft.walk().is_answered_to_the_end();
    draft.answers.merge(answers);
    if has_been_to_the_end { draft.next_path(published) } else { address(published, draft.walk().after(at)) }
}

/// Where an address leads that is no page of the way: to the page that stands for it at this pace, else to the first that is open.
fn elsewhere(published: &Published, draft: &Draft, at: At<'_>) -> Result<Response, Error> {
    let section = draft.survey.section(at.section).ok_or(Error::NotFound)?;
    if at.question.is_some_and(|key| section.questions.iter().all(|question| question.key != *key)) {
        return Err(Error::NotFound);
    }
    let walk = draft.walk();
    let same = at.question.map_or_else(|| walk.first_of(at.section), |question| walk.page_of(question));
    let path = same.map_or_else(|| draft.next_path(published), |page| address(published, Some(page)));
    Ok(Redirect::to(&path).into_response())
}

/// Shows a page of questions again as somebody wishes to read it: with everything that was typed, and nothing judged.
async fn in_other_way(
    app: &App,
    published: &Published,
    mut draft: Draft,
    at: At<'_>,
    wish: &Wish,
    typed: Typed,
) -> Result<Response, Error> {
    if let Some(page) = draft.walk().page(at) {
        only_of(&page.questions, &typed, &[&Wish::FIELDS, own_fields(asks_apart(page))].concat())?;
    }
    draft.ways = draft.ways.with(wish);
    if let Wish::Language(lang) = wish {
        draft.lang = lang.clone();
    }
    draft::keep_up(app, &draft).await?;
    // Which sections and questions there are may depend on the language.
    let walk = draft.walk();
    let page = if let Some(page) = walk.page(at) {
        view::page(published, &draft, &walk, page, &view::Filled { typed, ..view::Filled::empty() }).into_response()
    } else {
        elsewhere(published, &draft, at)?
    };
    Ok((wish.remembered(app), page).into_response())
}

/// Whether monitoring is to be connected, is asked with the first question of a section of it.
pub(super) fn asks_apart(page: &Page<'_>) -> bool {
    page.section.monitoring && page.opens
}

pub(super) async fn check(State(app): State<App>, Mine { published, draft }: Mine) -> Result<Response, Error> {
    let walk = draft.walk();
    if let Some(open) = walk.first_open() {
        return Ok(Redirect::to(&address(&published, Some(open))).into_response());
    }
    let areas = areas::names(&mut app.db.read().await?).await?;
    let given = sending::with_receipt(&app, draft.response.clone());
    Ok(view::check(&published, &draft, &areas, &given, &app.base_url, false).into_response())
}
