//! Where one figure of the plan comes from: for the public, and with everything that made it for staff.

use axum::extract::{Path, State};
use heard_core::{
    plan::{Indicator, Priority, Source},
    text::Lang,
};
use maud::{Markup, html};

use super::{
    Figures, Shown,
    view::{caution, facts, frame, status},
    with_figures,
    words::{day, reason},
};
use crate::{
    app::App,
    clock::{day_of, in_england},
    error::Error,
    page::{self, AnswerRow},
    plugins::{self, Origin},
    services,
    staff::{Analyst, Colleague, staff_page},
};

type IndicatorPath = Path<(String, String)>;

pub(super) async fn public(State(app): State<App>, Path((service, indicator)): IndicatorPath) -> Result<Markup, Error> {
    let house = services::house(&mut app.db.read().await?, &service).await?;
    let found = find(&app, &service, &indicator).await?;
    let (_, indicator) = found.indicator(&indicator)?;
    let origin = origin(&app, &service, indicator, found.shown(indicator)?).await?;
    let lang = Lang::english();
    let page = frame(&house, &format!("Where this comes from: {}", indicator.title.get(&lang)), &lang);
    Ok(page.show(show(&found, indicator, origin.as_ref(), &format!("/{service}/plan"), None)?))
}

pub(super) async fn for_staff(
    State(app): State<App>,
    Analyst(me): Analyst,
    Path((_, indicator)): IndicatorPath,
) -> Result<Markup, Error> {
    let found = find(&app, &me.service, &indicator).await?;
    let (_, indicator) = found.indicator(&indicator)?;
    let shown = found.shown(indicator)?;
    let origin = origin(&app, &me.service, indicator, shown).await?;
    let lang = Lang::english();
    let title = format!("Where this comes from: {}", indicator.title.get(&lang));
    let made = origin.as_ref().map(|origin| what_made_it(&me, indicator, origin, shown));
    let main = show(&found, indicator, origin.as_ref(), &me.path("plan"), made.as_ref())?;
    Ok(staff_page(&lang, &me, &title, "plan").sheet("settings.css").show(main))
}

async fn find(app: &App, service: &str, indicator: &str) -> Result<Figures, Error> {
    let figures = with_figures(app, &mut app.db.read().await?, service).await?.ok_or(Error::NotFound)?;
    figures.indicator(indicator)?;
    Ok(figures)
}

impl Figures {
    fn indicator(&self, key: &str) -> Result<(&Priority, &Indicator), Error> {
        self.plan.indicators().find(|(_, indicator)| *indicator.key == *key).ok_or(Error::NotFound)
    }

    fn shown(&self, indicator: &Indicator) -> Result<&Shown, Error> {
        self.shown.get(&*indicator.key).ok_or(Error::NotFound)
    }
}

/// What made the figure; as of now, where there is none to show. Nothing for what was counted by hand.
async fn origin(app: &App, service: &str, indicator: &Indicator, shown: &Shown) -> Result<Option<Origin>, Error> {
    let Source::Plugin { binding, indicator } = &indicator.source else { return Ok(None) };
    let made_by = shown.provenance.as_ref().map(|made| (made.setup.as_str(), made.survey_version));
    plugins::origin(app, service, binding, indicator, made_by).await
}

fn show(
    figures: &Figures,
    indicator: &Indicator,
    origin: Option<&Origin>,
    back: &str,
    made: Option<&Markup>,
) -> Result<Markup, Error> {
    let lang = Lang::english();
    let (shown, (priority, _)) = (figures.shown(indicator)?, figures.indicator(&indicator.key)?);
    Ok(html! {
        p { a class="back" href=(back) { "Back to the plan" } }
        p class="step" { (priority.title.get(&lang)) }
        h1 { (indicator.title.get(&lang)) }
        p { (status(shown.standing.status)) }
        (page::figures(&facts(indicator, shown, &lang)))
        p class="small soft" { (reason(indicator, shown)) }
        @if let Source::Hand { date, note, .. } = &indicator.source {
            h2 { "Counted by us" }
            p { (note.get(&lang)) " (" (day(*date)) ")" }
        } @else {
            (from_answers(origin, shown))
            @if let Some(made) = made { (made) }
            (caution())
        }
    })
}

fn from_answers(origin: Option<&Origin>, shown: &Shown) -> Markup {
    let Some(origin) = origin else {
        return html! { p { "It is to come from the answers to one of our surveys. Nothing is set up for it yet." } };
    };
    html! {
        h2 { "From the answers to “" (origin.survey) "”" }
        @match &origin.questions[..] {
            [] => {},
            [one] => p { "It rests on one question: “" (one) "”" },
            several => {
                p { "It rests on " (several.len()) " questions:" }
                ul { @for question in several { li { (question) } } }
            },
        }
        p { (origin.summary) }
        @if let Some(made) = &shown.provenance {
            p { "It was computed on " (day(day_of(made.computed))) ". It moves when the answers of at least five more people are in." }
        }
        @if let Some(example) = &origin.example {
            h2 { "How one person counts" }
            p { "Nobody said this: the answers are made up. What one person gives is joined with what all others give, and only that is shown." }
            div class="card" { (example) }
        }
    }
}

/// Everything that a figure is kept with: for staff.
fn what_made_it(me: &Colleague, indicator: &Indicator, origin: &Origin, shown: &Shown) -> Markup {
    let lang = Lang::english();
    let fact = |name: &str, value: Vec<String>| AnswerRow { question: name.to_owned(), answer: value, change: None };
    let [artefact, settings, contract] = &origin.digests;
    let moment = |millis: i64| in_england(millis).strftime("%-d %B %Y, %H:%M").to_string();
    let mut facts = vec![
        fact("Plugin", vec![format!("{}, version {}", origin.plugin, origin.plugin_version)]),
        fact("Survey", vec![format!("{}, version {}", origin.survey, origin.survey_version)]),
    ];
    facts.extend(origin.settings.iter().map(|(name, value)| fact(name, value.clone())));
    facts.push(fact("Set up", vec![moment(origin.made)]));
    facts.extend(shown.provenance.as_ref().map(|made| fact("Computed on", vec![day(day_of(made.computed))])));
    facts.push(fact("Digest of the plugin", vec![artefact.clone()]));
    facts.push(fact("Digest of its settings", vec![settings.clone()]));
    facts.push(fact("Contract", vec![contract.clone()]));
    html! {
        h2 { "What made it" }
        (page::answers(&facts, &lang))
        @if let Source::Plugin { binding, .. } = &indicator.source {
            p { a class="go" href=(me.path(&format!("bindings/{binding}"))) { "The binding “" (origin.title) "”" } }
        }
    }
}
