//! Settling a sheet of which two typings differ, with the sheet in hand: one reading is chosen, or a third is typed.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{
    answer::{Answer, Typed},
    paper::{Numbered, numbered},
    survey::Survey,
    typed_in::{Sheet as Read, read_code},
};
use maud::Markup;

use super::{
    SheetPath, number_of, path, pile, record,
    sheets::{self, Sheet, State as Came},
    sql, typable,
    typing::{self, LANGUAGE, NO_LANGUAGE, Places},
    view,
    words::{Trouble, misread},
};
use crate::{apart, app::App, areas, db::Tx, error::Error, staff::Editor, surveys::Published, typed::PostedForm};

/// What is chosen for a question: the first reading, the second, or what is typed beside them.
pub(super) const FIRST: &str = "first";
pub(super) const SECOND: &str = "second";
pub(super) const TYPED: &str = "typed";

/// The field for the code of a question, where neither reading is right.
pub(super) fn code_field(key: &str) -> String {
    format!("{key}.@code")
}

pub(super) async fn show(
    State(app): State<App>,
    editor: Editor,
    Path((_, wave, sheet)): SheetPath,
) -> Result<Response, Error> {
    let number = number_of(&sheet)?;
    let mut tx = app.db.read().await?;
    let published = typable(&app, &mut tx, &editor.service, &wave).await?;
    let held = sql::read(&mut tx, Sheet::of(&published, number)).await?.ok_or(Error::NotFound)?;
    let typists = sql::typists(&mut tx, Sheet::of(&published, number)).await?;
    let (Some(first), Some(second)) = (&held.first, &held.second) else {
        return Ok(view::sheet(&editor, &published, number, held.state, &typists).into_response());
    };
    let areas = areas::names(&mut tx).await?;
    let page = view::Disagreement {
        published: &published,
        number,
        readings: [first, second],
        typists: &typists,
        areas: &areas,
        typed: &Typed::default(),
        troubles: &[],
    };
    Ok(view::disagreement(&editor, &page).into_response())
}

pub(super) async fn settle(
    State(app): State<App>,
    editor: Editor,
    Path((_, wave, sheet)): SheetPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let number = number_of(&sheet)?;
    let published = typable(&app, &mut app.db.read().await?, &editor.service, &wave).await?;
    let typed = form.only(&fields(&published).iter().map(String::as_str).collect::<Vec<_>>())?;
    let codes = codes(&published, &typed);
    let places = typing::places(&app, &published, &codes).await?;
    let choices = Choices { typed: &typed, codes, places };
    let here = path(&editor, &published, &format!("/sheets/{number}"));
    let mut tx = app.db.write().await?;
    let held = sql::hold(&mut tx, Sheet::of(&published, number)).await?.ok_or(Error::NotFound)?;
    let (Some(first), Some(second)) = (held.first, held.second) else {
        // Somebody else has settled it meanwhile; the page says what became of it.
        return Ok(Redirect::to(&here).into_response());
    };
    let (first, second) = match choices.put_into(&published.survey, &first, &second) {
        Ok(settled) => settled,
        Err(troubles) => {
            let page = unsettled(&mut tx, &editor, &published, number, [&first, &second], (&typed, &troubles)).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let came = sheets::compare(&app, &mut tx, &published, number, &first, &second).await?;
    record(&app, &mut tx, &editor, &published).await?;
    let pile = pile(&mut tx, &published).await?;
    tx.commit().await?;
    app.wake_scoring();
    // An answer that leads elsewhere may have brought up more that differs.
    let next = if came == Came::Differ { Some(number) } else { pile.of(Came::Differ).next() };
    let next = next.map_or(format!("?after={number}"), |next| format!("/sheets/{next}"));
    Ok(Redirect::to(&path(&editor, &published, &next)).into_response())
}

/// The page once more, with what was chosen on it and what is wrong with that.
async fn unsettled(
    tx: &mut Tx,
    editor: &Editor,
    published: &Published,
    number: i64,
    readings: [&Read; 2],
    (typed, troubles): (&Typed, &[Trouble]),
) -> Result<Markup, Error> {
    let areas = areas::names(tx).await?;
    let typists = sql::typists(tx, Sheet::of(published, number)).await?;
    let page = view::Disagreement { published, number, readings, typists: &typists, areas: &areas, typed, troubles };
    Ok(view::disagreement(editor, &page))
}

/// What was chosen on the page.
struct Choices<'a> {
    typed: &'a Typed,
    /// The codes that were typed, in fields named as their questions.
    codes: Typed,
    places: Places,
}

impl Choices<'_> {
    /// Both readings with what was chosen in them: they agree in all that differed. The error is all that is wrong.
    fn put_into(&self, survey: &Survey, first: &Read, second: &Read) -> Result<(Read, Read), Vec<Trouble>> {
        let mut troubles = Vec::new();
        let (mut mine, mut theirs) = (first.clone(), second.clone());
        if first.language != second.language {
            match self.typed.first(LANGUAGE) {
                FIRST => theirs.language.clone_from(&first.language),
                SECOND => mine.language.clone_from(&second.language),
                _ => troubles.push(Trouble::new(view::LANGUAGE_ID, NO_LANGUAGE)),
            }
        }
        if first.apart != second.apart {
            match self.typed.first(apart::FIELD) {
                FIRST => theirs.apart = first.apart,
                SECOND => mine.apart = second.apart,
                _ => troubles.push(Trouble::new(view::APART_ID, "Look at the box, and choose what the sheet says.")),
            }
        }
        for asked in first.differences(second, survey) {
            match self.answer(&asked, first, second) {
                Ok(answer) => {
                    mine.answers.set(asked.question.key.clone(), answer.clone());
                    theirs.answers.set(asked.question.key.clone(), answer);
                }
                Err(trouble) => troubles.push(trouble),
            }
        }
        if troubles.is_empty() { Ok((mine, theirs)) } else { Err(troubles) }
    }

    /// The answer that was chosen for a question.
    fn answer(&self, asked: &Numbered<'_>, first: &Read, second: &Read) -> Result<Answer, Trouble> {
        let key = &asked.question.key;
        let (chosen, code) = (self.typed.first(key), self.codes.first(key).trim());
        let trouble = |what: &str| Err(Trouble::new(&**key, format!("Question {}: {what}", asked.number)));
        match chosen {
            FIRST | SECOND if !code.is_empty() => {
                trouble("you chose a reading, and typed another. Choose one of them, or empty the box.")
            }
            FIRST => Ok(first.answer(key).clone()),
            SECOND => Ok(second.answer(key).clone()),
            TYPED | "" if chosen == TYPED || !code.is_empty() => {
                let answer = read_code(asked.question, code, &|postcode| self.places.get(postcode));
                answer.map_err(|why| Trouble::new(view::code_id(key), misread(asked.number, asked.question, &why)))
            }
            _ => trouble("look at the sheet, and choose what it says."),
        }
    }
}

fn fields(published: &Published) -> Vec<String> {
    let own = numbered(&published.survey).map(|asked| &asked.question.key);
    own.flat_map(|key| [key.to_string(), code_field(key)]).chain([LANGUAGE, apart::FIELD].map(str::to_owned)).collect()
}

fn codes(published: &Published, typed: &Typed) -> Typed {
    let own = numbered(&published.survey).map(|asked| &asked.question.key);
    own.map(|key| (key.to_string(), typed.first(&code_field(key)).to_owned())).collect()
}
