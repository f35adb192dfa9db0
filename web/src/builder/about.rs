//! What a survey says around its questions, and for whom it is.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use heard_core::{
    answer::Typed,
    survey::{Draw, Survey},
    text::Texts,
    walk::Pace,
};
use maud::Markup;

use super::{
    drafts::{self, Draft},
    editing::{Outcome, Part, edit, kept, only},
    question_form::{Reader, base},
    rows::AUDIENCES,
    view,
};
use crate::{
    app::App,
    error::Error,
    form::sheet::{Trouble, YES},
    language,
    staff::{Colleague, Editor},
    typed::PostedForm,
};

const FIELDS: [&str; 11] = [
    "title",
    "welcome",
    "thanks",
    "minutes",
    "languages",
    "more_languages",
    "audiences",
    "pace",
    "understood",
    "prize",
    "rules",
];
/// Whether young people may enter the draw.
const YOUNG: &str = "young";

type SurveyPath = Path<(String, String)>;

pub(super) async fn show(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey)): SurveyPath,
) -> Result<Markup, Error> {
    let draft = Draft::open(&mut app.db.read().await?, &me.service, &survey).await?;
    Ok(page(&me, &draft, &fill(&draft.survey), &[], false))
}

fn page(me: &Colleague, draft: &Draft, typed: &Typed, troubles: &[Trouble], meanwhile: bool) -> Markup {
    let mark = Part::About.mark(&draft.survey).unwrap_or_default();
    view::about::page(me, &view::about::Shown { draft, typed, troubles, mark: &mark, meanwhile })
}

fn fill(survey: &Survey) -> Typed {
    let lang = base(survey);
    let one = |field: &str, value: &str| (field.to_owned(), value.to_owned());
    let mut fields = vec![
        one("title", survey.title.own(&lang)),
        one("welcome", survey.welcome.own(&lang)),
        one("thanks", survey.thanks.own(&lang)),
        one("minutes", &survey.minutes.to_string()),
        one("pace", survey.pace.code()),
    ];
    fields.extend(survey.languages.iter().map(|lang| one("languages", lang)));
    fields.extend(survey.audiences.iter().map(|audience| one("audiences", audience.code())));
    fields.extend(survey.offer_not_understood.then(|| one("understood", YES)));
    if let Some(draw) = &survey.draw {
        fields.push(one("prize", draw.prize.own(&lang)));
        fields.push(one("rules", draw.rules.own(&lang)));
        fields.extend(draw.young_people.then(|| one(YOUNG, YES)));
    }
    fields.into_iter().collect()
}

pub(super) async fn save(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey)): SurveyPath,
    PostedForm(typed): PostedForm,
) -> Result<Response, Error> {
    only(&typed, |field| FIELDS.contains(&field) || field == YOUNG)?;
    let change = |survey: &mut Survey| change(survey, &typed);
    let outcome = edit(&app, &me, (&survey, Part::About), &typed, "Changed what the survey is about", change).await?;
    let (status, page) = match outcome {
        Outcome::Kept(mark) => return Ok(kept(&typed, &mark, &drafts::path(&me, &survey, ""))),
        Outcome::Wrong(draft, troubles) => {
            (StatusCode::UNPROCESSABLE_ENTITY, page(&me, &draft, &typed, &troubles, false))
        }
        Outcome::Meanwhile(draft) => (StatusCode::CONFLICT, page(&me, &draft, &typed, &[], true)),
    };
    Ok((status, page).into_response())
}

fn change(survey: &mut Survey, typed: &Typed) -> Vec<Trouble> {
    let lang = base(survey);
    let mut reader = Reader { typed, lang: &lang, troubles: Vec::new() };
    reader.text("title", &mut survey.title);
    reader.text("welcome", &mut survey.welcome);
    reader.text("thanks", &mut survey.thanks);
    let before = usize::try_from(survey.minutes).ok();
    let minutes = reader.count("minutes", "How many minutes it takes", before).unwrap_or(0);
    survey.minutes = u32::try_from(minutes).unwrap_or(u32::MAX);
    languages(survey, &mut reader);
    let ticked = |code: &str| typed.all("audiences").iter().any(|one| one == code);
    survey.audiences = AUDIENCES.into_iter().filter(|audience| ticked(audience.code())).collect();
    survey.pace = Pace::from_code(typed.first("pace")).unwrap_or(survey.pace);
    survey.offer_not_understood = reader.flag("understood");
    survey.draw = draw(survey.draw.take(), &reader);
    reader.troubles
}

fn draw(before: Option<Draw>, reader: &Reader<'_>) -> Option<Draw> {
    let mut draw =
        before.unwrap_or_else(|| Draw { prize: Texts::default(), rules: Texts::default(), young_people: false });
    reader.text("prize", &mut draw.prize);
    reader.text("rules", &mut draw.rules);
    draw.young_people = reader.flag(YOUNG);
    (!draw.prize.is_empty() || !draw.rules.is_empty()).then_some(draw)
}

/// The first language stays first: the survey is written in it.
fn languages(survey: &mut Survey, reader: &mut Reader<'_>) {
    let more = reader.typed.first("more_languages");
    let codes = more.split([',', ' ']).map(str::trim).filter(|code| !code.is_empty());
    let ticked = reader.typed.all("languages").iter().map(String::as_str);
    let mut languages = Vec::new();
    for code in ticked.chain(codes) {
        match language::read(code) {
            Some(lang) if !languages.contains(&lang) => languages.push(lang),
            Some(_) => {}
            None => {
                reader.wrong("more_languages", "Other languages", "Write codes of languages, such as “hi” or “zh-TW”.");
                return;
            }
        }
    }
    languages.sort_by_key(|lang| lang != reader.lang);
    survey.languages = languages;
}
