//! A new figure by hand, and how far an action is: each in one step, which makes a new version of the plan. A draft that
//! somebody is writing follows, so that putting it in force does not bring the old figure back.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use data_encoding::HEXLOWER;
use heard_core::{
    answer::Typed,
    plan::{Action, Indicator, Plan, Progress, Source},
    text::Lang,
};
use maud::{Markup, html};
use sha2::{Digest as _, Sha256};

use super::{
    Adoption, adopt, in_force, sql,
    words::day,
    writing::{
        actions::{PROGRESS, code},
        drafts::follow,
        indicators::{self, check, filled, hand},
        read::Read,
        view::part,
    },
};
use crate::{
    app::App,
    db::Tx,
    error::Error,
    form::sheet::{Sheet, Trouble, changed_meanwhile, summary},
    page::Page,
    staff::{self, Colleague, Editor, staff_page},
    typed::PostedForm,
};

const FROM: &str = "from";

type PartPath = Path<(String, String)>;

/// A form on its way to its page.
struct Form<'a> {
    typed: &'a Typed,
    troubles: &'a [Trouble],
    meanwhile: bool,
}

pub(super) async fn figure(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, key)): PartPath,
) -> Result<Markup, Error> {
    let plan = load(&mut app.db.read().await?, &me).await?;
    let indicator = counted(&plan, &key)?;
    // A new figure has a new day and base; how it was found is mostly the same.
    let same = |(field, _): &(&str, String)| matches!(*field, "note" | "sample");
    let typed =
        filled(&indicator.source).into_iter().filter(same).map(|(field, value)| (field.to_owned(), value)).collect();
    Ok(figure_page(&me, indicator, &Form { typed: &typed, troubles: &[], meanwhile: false }))
}

pub(super) async fn keep_figure(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, key)): PartPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&[FROM, "hand", "base", "sample", "date", "note"])?;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service).await?;
    let before = load(&mut tx, &me).await?;
    let was = counted(&before, &key)?;
    let meanwhile = typed.first(FROM) != mark(&was.source);
    let mut read = Read::new(&typed, indicators::label);
    let new = Indicator { source: hand(&mut read, Some(&was.source)), ..was.clone() };
    check(&mut read, &new, &before);
    if matches!(&new.source, Source::Hand { date, .. } if *date > app.clock.today()) {
        read.wrong("date", "Give a day that has come: a figure is of something that was.");
    }
    if meanwhile || !read.troubles.is_empty() {
        let troubles = if meanwhile { &[] } else { &read.troubles[..] };
        let page = figure_page(&me, was, &Form { typed: &typed, troubles, meanwhile });
        return Ok((refused(meanwhile), page).into_response());
    }
    let note = format!("New figure: {}", was.title.get(&Lang::english()));
    let change = |plan: &mut Plan| {
        for one in plan.priorities.iter_mut().flat_map(|priority| &mut priority.indicators) {
            if one.key == new.key && matches!(one.source, Source::Hand { .. }) {
                one.source = new.source.clone();
            }
        }
    };
    keep(tx, &app, &me, (before.clone(), &note, "figure of the plan entered"), change).await
}

pub(super) async fn progress(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, key)): PartPath,
) -> Result<Markup, Error> {
    let plan = load(&mut app.db.read().await?, &me).await?;
    let action = action(&plan, &key)?;
    let typed = [("progress".to_owned(), code(action.progress).to_owned())].into_iter().collect();
    Ok(progress_page(&me, action, &Form { typed: &typed, troubles: &[], meanwhile: false }))
}

pub(super) async fn keep_progress(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, key)): PartPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&[FROM, "progress", "note"])?;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service).await?;
    let before = load(&mut tx, &me).await?;
    let was = action(&before, &key)?;
    let meanwhile = typed.first(FROM) != mark(&was.progress);
    let mut read = Read::new(&typed, progress_label);
    let now: Progress = read.one_of("progress", &PROGRESS, was.progress, "Choose how far it is.");
    let said = typed.first("note").trim();
    if said.chars().count() > 300 {
        read.wrong("note", "Make it shorter, please.");
    }
    if meanwhile || !read.troubles.is_empty() {
        let troubles = if meanwhile { &[] } else { &read.troubles[..] };
        let page = progress_page(&me, was, &Form { typed: &typed, troubles, meanwhile });
        return Ok((refused(meanwhile), page).into_response());
    }
    let title = was.title.get(&Lang::english());
    let note = format!("{}: {title}{}{said}", now.words(), if said.is_empty() { "" } else { ". " });
    let change = |plan: &mut Plan| {
        for one in plan.priorities.iter_mut().flat_map(|priority| &mut priority.actions) {
            if one.key == was.key {
                one.progress = now;
            }
        }
    };
    keep(tx, &app, &me, (before.clone(), &note, "progress of an action said"), change).await
}

/// Puts the changed plan in force, and has the draft follow. What changes nothing is no version.
async fn keep(
    mut tx: Tx,
    app: &App,
    me: &Colleague,
    (mut plan, note, done): (Plan, &str, &str),
    change: impl Fn(&mut Plan),
) -> Result<Response, Error> {
    let before = plan.clone();
    change(&mut plan);
    if plan != before {
        let now = app.clock.now();
        let version = adopt(&mut tx, &me.service, &plan, Adoption { staff: Some(&me.staff), note, now }).await?;
        follow(&mut tx, app, me, change).await?;
        let detail = format!("{note} (version {version})");
        staff::audit(&mut tx, &me.service, Some(&me.staff), now, done, &detail).await?;
        tx.commit().await?;
    }
    Ok(Redirect::to(&me.path("plan")).into_response())
}

async fn load(tx: &mut Tx, me: &Colleague) -> Result<Plan, Error> {
    Ok(in_force(tx, &me.service).await?.ok_or(Error::NotFound)?.1)
}

/// An indicator that is counted by hand.
fn counted<'p>(plan: &'p Plan, key: &str) -> Result<&'p Indicator, Error> {
    let found = plan.indicators().map(|(_, indicator)| indicator).find(|one| *one.key == *key);
    found.filter(|one| matches!(one.source, Source::Hand { .. })).ok_or(Error::NotFound)
}

fn action<'p>(plan: &'p Plan, key: &str) -> Result<&'p Action, Error> {
    plan.actions().find(|one| *one.key == *key).ok_or(Error::NotFound)
}

fn refused(meanwhile: bool) -> StatusCode {
    if meanwhile { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY }
}

fn mark(state: &impl std::fmt::Debug) -> String {
    HEXLOWER.encode(&Sha256::digest(format!("{state:?}"))[..8])
}

fn progress_label(field: &str) -> &'static str {
    if field == "note" { "Anything to tell the working group?" } else { "How far it is" }
}

static ENGLISH: std::sync::LazyLock<Lang> = std::sync::LazyLock::new(Lang::english);

fn frame(me: &Colleague, title: &str, form: &Form<'_>) -> Page<'static> {
    let wrong = !form.troubles.is_empty() || form.meanwhile;
    staff_page(&ENGLISH, me, title, "plan").sheet("settings.css").sheet("builder.css").wrong(wrong)
}

fn figure_page(me: &Colleague, indicator: &Indicator, form: &Form<'_>) -> Markup {
    let of = match &indicator.source {
        Source::Hand { date, .. } => day(*date),
        Source::Plugin { .. } => String::new(),
    };
    let own = me.path(&format!("plan/figures/{}", indicator.key));
    let sheet = Sheet { typed: form.typed, troubles: form.troubles, lang: &ENGLISH, deep: false };
    frame(me, "Enter a new figure", form).show(html! {
        p { a class="back" href=(me.path("plan")) { "Back to the plan" } }
        (summary(form.troubles))
        @if form.meanwhile { (changed_meanwhile("A colleague entered a figure here.", &own)) }
        p class="step" { (indicator.title.get(&ENGLISH)) }
        h1 { "Enter a new figure" }
        p { "The one before is of " (of) ". It stays in the history." }
        form method="post" action=(own) novalidate {
            input type="hidden" name=(FROM) value=(mark(&indicator.source));
            (part::hand_fields(&sheet))
            div class="actions" { button { "Save" } }
        }
    })
}

fn progress_page(me: &Colleague, action: &Action, form: &Form<'_>) -> Markup {
    let own = me.path(&format!("plan/progress/{}", action.key));
    let sheet = Sheet { typed: form.typed, troubles: form.troubles, lang: &ENGLISH, deep: false };
    frame(me, "How far is it?", form).show(html! {
        p { a class="back" href=(me.path("plan")) { "Back to the plan" } }
        (summary(form.troubles))
        @if form.meanwhile { (changed_meanwhile("A colleague said how far it is.", &own)) }
        p class="step" { (action.title.get(&ENGLISH)) }
        h1 { "How far is it?" }
        p { (action.lead.get(&ENGLISH)) ", by " (day(action.due)) "." }
        form method="post" action=(own) novalidate {
            input type="hidden" name=(FROM) value=(mark(&action.progress));
            (sheet.one_of("progress", progress_label("progress"), "The public plan shows it.", &part::progress()))
            (sheet.line("note", progress_label("note"), "A sentence for the history, or nothing."))
            div class="actions" { button { "Save" } }
        }
    })
}
