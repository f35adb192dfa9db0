//! What of a wave's answers everybody may see: an owner chooses, once the wave has closed.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use data_encoding::HEXLOWER;
use heard_core::{answer::Typed, results::counters};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    Figures, sql,
    view::{self, ENGLISH},
};
use crate::{
    app::App,
    db::Tx,
    error::Error,
    form::sheet::{Offers, Sheet, Trouble, changed_meanwhile, summary},
    staff::{self, Colleague, Owner, staff_page},
    typed::PostedForm,
};

/// What everybody may see of a wave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Release {
    /// What the service says first, in English; paragraphs.
    pub foreword: String,
    /// Keys of questions.
    pub questions: Vec<String>,
    /// Ways to cut them, as addresses have them.
    pub ways: Vec<String>,
}

const FROM: &str = "from";
const TAKE_BACK: &str = "take_back";
const FIELDS: [&str; 3] = [FROM, TAKE_BACK, "foreword"];
/// Fields of which any may be ticked.
const SEVERAL: [&str; 2] = ["questions", "ways"];

/// How many signs a foreword can have.
const LONGEST: usize = 2_000;

impl Release {
    /// What a service is offered first: every question, by whom and by where.
    fn offered(figures: &Figures) -> Self {
        let ways = figures.ways.iter().map(|way| way.address.clone());
        Self {
            foreword: String::new(),
            questions: question_offers(figures).into_iter().map(|(key, _)| key).collect(),
            ways: ways.filter(|way| way == "audience" || way == "area").collect(),
        }
    }

    fn fill(&self) -> Typed {
        let field = |name: &'static str| move |value: &String| (name.to_owned(), value.clone());
        let questions = self.questions.iter().map(field("questions"));
        let foreword = [&self.foreword].into_iter().map(field("foreword"));
        foreword.chain(questions).chain(self.ways.iter().map(field("ways"))).collect()
    }

    /// What was typed, or what is wrong with it. What the survey does not have is left out.
    fn read(typed: &Typed, figures: &Figures) -> Result<Self, Vec<Trouble>> {
        let known = Self::offered(figures);
        let chosen = |field: &str, known: &mut dyn Iterator<Item = String>| {
            known.filter(|key| typed.all(field).contains(key)).collect::<Vec<_>>()
        };
        let questions = chosen("questions", &mut known.questions.into_iter());
        let ways = chosen("ways", &mut figures.ways.iter().map(|way| way.address.clone()));
        let foreword = typed.first("foreword").trim().replace("\r\n", "\n");
        let wrong = [
            ("questions", "Questions", questions.is_empty(), "Choose one question at least, or take the results back."),
            ("foreword", "Foreword", foreword.chars().count() > LONGEST, "Make it shorter: 2,000 signs at most."),
        ];
        let troubles: Vec<_> = wrong
            .into_iter()
            .filter(|(_, _, wrong, _)| *wrong)
            .map(|(field, label, _, advice)| Trouble { field: field.to_owned(), label: label.to_owned(), advice })
            .collect();
        if troubles.is_empty() { Ok(Self { foreword, questions, ways }) } else { Err(troubles) }
    }
}

/// What everybody may see of a wave, if anything.
pub(super) async fn of_wave(tx: &mut Tx, service: &str, wave: &str) -> Result<Option<Release>, Error> {
    let row = sql::release(tx, service, wave).await?;
    row.map(|row| serde_json::from_str(&row.shown).map_err(|e| Error::fault("stored release", e))).transpose()
}

/// The form on its way to its page.
struct Form<'a> {
    figures: &'a Figures,
    typed: &'a Typed,
    troubles: &'a [Trouble],
    /// What is public now.
    before: Option<&'a Release>,
    /// Whether a colleague was faster.
    meanwhile: bool,
}

/// What tells whether the release is still as it was shown.
fn mark(release: Option<&Release>) -> String {
    HEXLOWER.encode(&Sha256::digest(format!("{release:?}"))[..8])
}

/// The figures of a wave that has closed, and what is public of them.
async fn closed(app: &App, tx: &mut Tx, me: &Colleague, wave: &str) -> Result<(Figures, Option<Release>), Error> {
    let home = me.path(&format!("waves/{wave}/results"));
    let figures = Figures::of_wave(app, tx, &me.service, wave, home).await?;
    if figures.published.is_open(app.clock.now()) || app.clock.now() < figures.published.wave.opens {
        return Err(Error::Refused(
            "What everybody may see is chosen once the wave has closed. Until then the figures still move.",
        ));
    }
    let release = of_wave(tx, &me.service, wave).await?;
    Ok((figures, release))
}

pub(super) async fn ask(
    State(app): State<App>,
    Owner(me): Owner,
    Path((_, wave)): Path<(String, String)>,
) -> Result<Markup, Error> {
    let (figures, release) = closed(&app, &mut app.db.read().await?, &me, &wave).await?;
    let typed = release.clone().unwrap_or_else(|| Release::offered(&figures)).fill();
    let before = release.as_ref();
    Ok(form(&me, &Form { figures: &figures, typed: &typed, troubles: &[], before, meanwhile: false }))
}

pub(super) async fn save(
    State(app): State<App>,
    Owner(me): Owner,
    Path((_, wave)): Path<(String, String)>,
    posted: PostedForm,
) -> Result<Response, Error> {
    let typed = posted.with_several(&FIELDS, &SEVERAL)?;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service, &wave).await?;
    let (figures, release) = closed(&app, &mut tx, &me, &wave).await?;
    let before = release.as_ref();
    let refused = |status: StatusCode, troubles: &[Trouble]| {
        let meanwhile = status == StatusCode::CONFLICT;
        let form = form(&me, &Form { figures: &figures, typed: &typed, troubles, before, meanwhile });
        Ok((status, form).into_response())
    };
    if typed.first(FROM) != mark(before) {
        return refused(StatusCode::CONFLICT, &[]);
    }
    let survey = &figures.published.survey.key;
    let told = format!("{survey}, {}", view::days(&figures));
    if typed.first(TAKE_BACK).is_empty() {
        let release = match Release::read(&typed, &figures) {
            Ok(release) => release,
            Err(troubles) => return refused(StatusCode::UNPROCESSABLE_ENTITY, &troubles),
        };
        keep(&mut tx, &me.service, &wave, &release).await?;
        record(&app, &mut tx, &me, "results made public", &told).await?;
    } else {
        sql::take_back(&mut tx, &me.service, &wave).await?;
        record(&app, &mut tx, &me, "public results taken back", &told).await?;
    }
    tx.commit().await?;
    Ok(Redirect::to(&format!("{}/public", figures.home)).into_response())
}

async fn record(app: &App, tx: &mut Tx, me: &Colleague, what: &str, told: &str) -> Result<(), Error> {
    staff::audit(tx, &me.service, Some(&me.staff), app.clock.now(), what, told).await
}

fn form(me: &Colleague, form: &Form<'_>) -> Markup {
    let Form { figures, typed, troubles, before, meanwhile } = form;
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: false };
    let own = format!("{}/public", figures.home);
    let title = figures.published.survey.title.get(&ENGLISH);
    let page = staff_page(&ENGLISH, me, "What everybody may see", "surveys").sheet("settings.css").sheet("builder.css");
    page.wrong(!troubles.is_empty() || *meanwhile).within(title).show(html! {
        p { a class="back" href=(figures.home) { "Back to what people answered" } }
        (summary(troubles))
        @if *meanwhile { (changed_meanwhile("A colleague changed what everybody may see.", &own)) }
        h1 { "What everybody may see" }
        @if before.is_some() {
            p { "Public now: " a href=(public_home(&me.service, &figures.published.wave.id)) { "see it as everybody does" } "." }
        } @else {
            p { "Nothing of this wave is public yet. People who answered want to see what came of it." }
        }
        p {
            "The figures are the same that you see: rounded, with no small groups. They can still move while answers on paper are typed in, and stay when "
            "the answers are deleted. What people wrote in their own words is never public here."
        }
        form method="post" action=(own) novalidate {
            input type="hidden" name=(FROM) value=(mark(*before));
            (sheet.sentences("foreword", "Foreword", "What you want to say first, such as what you will do about it. In English; an empty line begins a paragraph."))
            (sheet.ticks("questions", "Questions", "", &question_offers(figures)))
            @if !figures.ways.is_empty() {
                (sheet.ticks("ways", "Groups beside each other", "Each is a page of its own.", &way_offers(figures)))
            }
            div class="actions" {
                button { @if before.is_some() { "Save" } @else { "Make it public" } }
                @if before.is_some() { button class="quiet" name=(TAKE_BACK) value="yes" { "Take it back" } }
                a class="button quiet" href=(figures.home) { "Leave it as it is" }
            }
        }
    })
}

/// The questions that there are figures of: not words, dates and postcodes.
fn question_offers(figures: &Figures) -> Box<Offers> {
    let offer =
        |question: &heard_core::question::Question| (question.key.to_string(), question.text.get(&ENGLISH).to_owned());
    figures.questions().filter(|question| !counters(question).is_empty()).map(offer).collect()
}

fn way_offers(figures: &Figures) -> Box<Offers> {
    figures.ways.iter().map(|way| (way.address.clone(), way.title.clone())).collect()
}

/// Lets everybody see every question of a wave, by whom and by where.
pub(crate) async fn make_public(app: &App, service: &str, wave: &str, foreword: &str) -> Result<(), Error> {
    let mut tx = app.db.write().await?;
    let figures = Figures::of_wave(app, &mut tx, service, wave, String::new()).await?;
    let release = Release { foreword: foreword.to_owned(), ..Release::offered(&figures) };
    keep(&mut tx, service, wave, &release).await?;
    tx.commit().await
}

async fn keep(tx: &mut Tx, service: &str, wave: &str, release: &Release) -> Result<(), Error> {
    let shown = serde_json::to_string(release).map_err(|e| Error::fault("release to JSON", e))?;
    sql::release_it(tx, service, wave, &shown).await
}

/// Where everybody sees a wave.
pub(super) fn public_home(service: &str, wave: &str) -> String {
    format!("/{service}/results/{wave}")
}
