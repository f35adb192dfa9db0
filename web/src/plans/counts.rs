//! What the answers to a survey count towards: each question with the parts of the plan that rest on it.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use heard_core::{
    plan::{Plan, Source},
    question::Question,
    survey::{Section, Survey},
    text::Lang,
};
use maud::{Markup, html};

use super::current;
use crate::{
    app::App,
    error::Error,
    page::{self, AnswerRow, Link, Page, Reading},
    plugins,
    surveys::{self, Published},
    wishes::Wishes,
    words::words,
};

pub(super) async fn show(
    State(app): State<App>,
    Path((service, survey)): Path<(String, String)>,
    wishes: Wishes,
) -> Result<Markup, Error> {
    let published = surveys::published(&app, &service, &survey).await?;
    let plan = current(&mut app.db.read().await?, &service).await?;
    let readers = plugins::readers(&app, &service, &published.survey, published.wave.version).await?;
    let mut towards: BTreeMap<String, Vec<Markup>> = BTreeMap::new();
    let lang = wishes.among(&published.survey.languages);
    for reader in readers {
        let fed = plan.iter().flat_map(|plan| fed_by(plan, &reader.binding, &lang)).collect::<Vec<_>>();
        for question in reader.questions {
            let known = towards.entry(question).or_default();
            for one in &fed {
                if !known.iter().any(|known| known.0 == one.0) {
                    known.push(one.clone());
                }
            }
        }
    }
    Ok(view(&published, &towards, &lang))
}

/// The indicators that rest on a binding, each within its priority.
fn fed_by<'p>(plan: &'p Plan, binding: &'p str, lang: &'p Lang) -> impl Iterator<Item = Markup> + 'p {
    let is_fed = move |source: &Source| matches!(source, Source::Plugin { binding: key, .. } if **key == *binding);
    plan.indicators().filter(move |(_, indicator)| is_fed(&indicator.source)).map(move |(priority, indicator)| {
        html! { strong { (page::text(&priority.title, lang)) } br; (page::text(&indicator.title, lang)) }
    })
}

fn view(published: &Published, towards: &BTreeMap<String, Vec<Markup>>, lang: &Lang) -> Markup {
    let (survey, words) = (&published.survey, words(lang));
    let here = format!("/{}/plan/answers/{}", published.house.key, survey.key);
    let page = Page::new(lang, &words.counts).within(survey.title.get(lang));
    let page = page.house(&published.house);
    let plan = Link::new(words.to_english(&words.our_plan), format!("/{}/plan", published.house.key));
    page.foot(vec![plan]).read_as(Reading::in_languages(&survey.languages, lang), here).show(html! {
        p { a class="back" href=(published.path()) { (words.back) } }
        h1 { (words.counts) }
        p class="lead" { (words.counts_how) }
        @for section in survey.sections.iter().filter(|section| !section.monitoring) { (counted(section, towards, lang)) }
        (others(survey, towards, lang))
    })
}

/// The questions of a section that count, each with what for.
fn counted(section: &Section, towards: &BTreeMap<String, Vec<Markup>>, lang: &Lang) -> Markup {
    let row = |question: &Question| {
        let answer = towards.get(&*question.key).filter(|found| !found.is_empty())?.clone();
        Some(AnswerRow { question: page::text(&question.text, lang), answer, change: None })
    };
    let rows: Vec<_> = section.questions.iter().filter_map(row).collect();
    html! {
        @if !rows.is_empty() {
            h2 { (page::text(&section.title, lang)) }
            (page::answers(&rows, lang))
        }
    }
}

/// The questions that no figure rests on, by sections; and the sections of equality monitoring.
fn others(survey: &Survey, towards: &BTreeMap<String, Vec<Markup>>, lang: &Lang) -> Markup {
    let words = words(lang);
    let counts = |question: &Question| towards.get(&*question.key).is_some_and(|found| !found.is_empty());
    let is_other = |question: &&Question| question.takes_answer() && !counts(question);
    let plain = survey.sections.iter().filter(|section| !section.monitoring);
    let parts: Vec<_> = plain.filter(|section| section.questions.iter().any(|question| is_other(&question))).collect();
    let monitored: Vec<_> = survey.sections.iter().filter(|section| section.monitoring).collect();
    html! {
        @if !parts.is_empty() || !monitored.is_empty() { h2 { (words.counts_others) } }
        @if !parts.is_empty() {
            p { (words.counts_nowhere) }
            @for section in parts {
                h3 { (page::text(&section.title, lang)) }
                ul { @for question in section.questions.iter().filter(is_other) { li { (page::text(&question.text, lang)) } } }
            }
        }
        @if !monitored.is_empty() {
            p { (words.counts_apart) }
            ul { @for section in monitored { li { (page::text(&section.title, lang)) } } }
        }
    }
}
