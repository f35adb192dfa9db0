//! One sheet on one screen, for the first or the second time. After it is saved comes the next.

use axum::{
    extract::{Path, State},
    http::{StatusCode, Uri},
    response::{IntoResponse, Redirect, Response},
};
use heard_core::{
    answer::Typed,
    area::{Place, Postcode},
    paper::numbered,
    question::Question,
    text::Lang,
    typed_in::{self, Sheet as Read},
};

use super::{
    After, Pile, SheetPath, path, pile, record, sheets, sheets::NUMBERS, sql, typable, view, words, words::Trouble,
};
use crate::{answering, apart, app::App, db::Tx, error::Error, staff::Editor, surveys::Published, typed::PostedForm};

/// The field with the number of the sheet. No question has such a name.
pub(super) const SHEET: &str = "@sheet";
/// The field with the language that it is printed in.
pub(super) const LANGUAGE: &str = "@language";

/// What to do where no language, or none of the survey's, was chosen.
pub(super) const NO_LANGUAGE: &str = "Choose the language that the sheet is printed in.";

/// Whether sheets are typed for the first time or the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    First,
    Second,
}

impl Turn {
    fn read(code: &str) -> Result<Self, Error> {
        [Self::First, Self::Second].into_iter().find(|turn| turn.code() == code).ok_or(Error::NotFound)
    }

    /// Its part of the address.
    pub fn code(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
        }
    }

    /// The sheet to go on with; none, where no sheet waits for its second typing. `own` are those that the same person
    /// typed the first time.
    fn next(self, pile: &Pile, after: Option<i64>, own: &[i64]) -> Option<i64> {
        match self {
            Self::First => Some(pile.next_new(after)),
            Self::Second => pile.next_waiting(after, own),
        }
    }
}

/// The screen with an empty sheet, whose number is proposed.
pub(super) async fn form(
    State(app): State<App>,
    editor: Editor,
    Path((_, wave, turn)): SheetPath,
    uri: Uri,
) -> Result<Response, Error> {
    let turn = Turn::read(&turn)?;
    let mut tx = app.db.read().await?;
    let published = typable(&app, &mut tx, &editor.service, &wave).await?;
    let pile = pile(&mut tx, &published).await?;
    let own = sql::own(&mut tx, &editor.service, &wave, &editor.staff).await?;
    let after = After::in_address(&uri);
    let Some(next) = turn.next(&pile, after.sheet, &own) else {
        let after = after.sheet.map_or(String::new(), |sheet| format!("?after={sheet}"));
        return Ok(Redirect::to(&path(&editor, &published, &after)).into_response());
    };
    let language = after.language.unwrap_or_default().to_owned();
    let typed = [(SHEET.to_owned(), next.to_string()), (LANGUAGE.to_owned(), language)].into_iter().collect();
    let said = after.sheet.and_then(|sheet| words::what_became_of(sheet, &pile));
    let alone = turn == Turn::Second && own.contains(&next);
    let said = said.as_deref();
    let screen = view::Screen { published: &published, turn, typed: &typed, said, alone, troubles: &[] };
    Ok(view::screen(&editor, &screen).into_response())
}

/// Keeps a sheet, and shows an empty one.
pub(super) async fn save(
    State(app): State<App>,
    editor: Editor,
    Path((_, wave, turn)): SheetPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let turn = Turn::read(&turn)?;
    let published = typable(&app, &mut app.db.read().await?, &editor.service, &wave).await?;
    let keys = numbered(&published.survey).map(|asked| &*asked.question.key);
    let typed = form.only(&keys.chain([SHEET, LANGUAGE, apart::FIELD]).collect::<Vec<_>>())?;
    let again = |troubles: &[Trouble]| {
        let screen = view::Screen { published: &published, turn, typed: &typed, said: None, alone: false, troubles };
        (StatusCode::UNPROCESSABLE_ENTITY, view::screen(&editor, &screen)).into_response()
    };
    let (number, sheet) = match read(&app, &published, &typed).await? {
        Ok(read) => read,
        Err(troubles) => return Ok(again(&troubles)),
    };
    let mut tx = app.db.write().await?;
    if let Err(taken) = keep(&app, &mut tx, &published, turn, number, &sheet, &editor.staff).await? {
        return Ok(again(&[Trouble::new(view::SHEET_ID, taken)]));
    }
    record(&app, &mut tx, &editor, &published).await?;
    tx.commit().await?;
    app.wake_scoring();
    let next = format!("/type/{}?after={number}&in={}", turn.code(), sheet.language);
    Ok(Redirect::to(&path(&editor, &published, &next)).into_response())
}

/// Keeps what was read of a sheet. The inner error says why its number cannot be typed now.
async fn keep(
    app: &App,
    tx: &mut Tx,
    published: &Published,
    turn: Turn,
    number: i64,
    sheet: &Read,
    by: &str,
) -> Result<Result<(), String>, Error> {
    let place = sheets::Sheet::of(published, number);
    let taken = match turn {
        Turn::First if sheets::keep_first(tx, place, sheet, Some(by)).await? => return Ok(Ok(())),
        Turn::First => {
            "was typed before. Look at its number again. To type it the second time, go to the second typing"
        }
        Turn::Second => match sheets::keep_second(app, tx, published, number, sheet, Some(by)).await? {
            Ok(_) => return Ok(Ok(())),
            Err(None) => "has not been typed the first time. Look at its number again",
            Err(Some(sheets::State::Once | sheets::State::Differ)) => {
                "was typed twice before. Look at its number again"
            }
            Err(Some(_)) => "is done. Look at its number again",
        },
    };
    Ok(Err(format!("Sheet {number} {taken}.")))
}

/// The number of the sheet and what stands on it; or all that is wrong.
async fn read(app: &App, published: &Published, typed: &Typed) -> Result<Result<(i64, Read), Vec<Trouble>>, Error> {
    let mut troubles = Vec::new();
    let number = typed.first(SHEET).trim().parse().ok().filter(|number| NUMBERS.contains(number));
    if number.is_none() {
        let advice = format!("Type the number that stands on the sheet, 1 to {}.", NUMBERS.end());
        troubles.push(Trouble::new(view::SHEET_ID, advice));
    }
    let language = language(&published.survey.languages, typed);
    if language.is_none() {
        troubles.push(Trouble::new(view::LANGUAGE_ID, NO_LANGUAGE));
    }
    let apart = apart(typed);
    if apart.is_none() {
        troubles.push(Trouble::new(view::APART_ID, "Type 1 if the box is ticked, and nothing if it is not."));
    }
    let places = places(app, published, typed).await?;
    let (answers, unread) = typed_in::read(&published.survey, typed, &|postcode| places.get(postcode));
    troubles.extend(unread.iter().map(Trouble::from));
    Ok(match (number, language, apart) {
        (Some(number), Some(language), Some(apart)) if troubles.is_empty() => {
            Ok((number, Read { language, answers, apart }))
        }
        _ => Err(troubles),
    })
}

/// Whether the box is ticked that keeps equality monitoring apart; none, where its code cannot be read.
fn apart(typed: &Typed) -> Option<bool> {
    match typed.first(apart::FIELD).trim() {
        "" => Some(false),
        "1" => Some(true),
        _ => None,
    }
}

/// The places of the postcodes among some codes.
pub(super) struct Places(Vec<(Postcode, Place)>);

impl Places {
    pub fn get(&self, postcode: &Postcode) -> Option<Place> {
        self.0.iter().find(|(one, _)| one == postcode).map(|(_, place)| place.clone())
    }
}

/// Looks up the postcodes among some codes, which are in fields named as their questions.
pub(super) async fn places(app: &App, published: &Published, codes: &Typed) -> Result<Places, Error> {
    let questions: Vec<&Question> = numbered(&published.survey).map(|asked| asked.question).collect();
    answering::look_up_postcodes(app, &questions, codes).await.map(Places)
}

/// The language that was chosen; where there is only one, nobody is asked.
fn language(offered: &[Lang], typed: &Typed) -> Option<Lang> {
    match offered {
        [only] => Some(only.clone()),
        _ => offered.iter().find(|lang| ***lang == *typed.first(LANGUAGE)).cloned(),
    }
}
