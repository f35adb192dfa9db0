//! Advice on a draft, beside what has to be changed.

use std::{collections::BTreeSet, sync::Arc};

use heard_core::{
    lint::{Advice, lint},
    survey::Survey,
    text::Key,
};

use crate::{app::App, aside::aside, error::Error, plugins};

/// Advice on the whole of a survey. `newest` is its published version, on which plugins are set up, if there is one: what
/// no indicator reads is then told.
pub(super) async fn on(
    app: &App,
    service: &str,
    survey: &Survey,
    newest: Option<&(i64, Survey)>,
) -> Result<Vec<Advice>, Error> {
    let mut used = BTreeSet::new();
    if let Some((version, published)) = newest {
        let readers = plugins::readers(app, service, &Arc::new(published.clone()), *version).await?;
        used.extend(readers.into_iter().flat_map(|reader| reader.questions).filter_map(|key| Key::try_from(key).ok()));
    }
    let survey = survey.clone();
    aside("advice", move || lint(&survey, (!used.is_empty()).then_some(&used))).await
}

/// Advice on one part: a question, a section, or what stands around the sections.
pub(super) fn on_part(survey: &Survey, at: &str) -> Vec<Advice> {
    let mut advice = lint(survey, None);
    advice.retain(|advice| is_at(survey, &advice.at, at));
    advice
}

fn is_at(survey: &Survey, advice: &str, part: &str) -> bool {
    let section = advice.split('/').next().and_then(|key| survey.section(key));
    let Some(section) = section else { return part.is_empty() };
    let question = advice.split('/').nth(1).filter(|key| section.questions.iter().any(|one| one.key == **key));
    match part.split_once('/') {
        Some((_, wanted)) => question == Some(wanted),
        None => section.key == *part && question.is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_stands_where_it_can_be_followed() {
        let survey: Survey = serde_json::from_str(include_str!("../demo/survey.json")).unwrap();
        for (advice, part, here) in [
            ("barriers/barriers/option cost", "barriers/barriers", true),
            ("barriers/barriers/text", "barriers", false),
            ("barriers/title", "barriers", true),
            ("barriers", "barriers", true),
            ("thanks", "", true),
            ("barriers/title", "", false),
            ("minutes", "barriers", false),
        ] {
            assert_eq!(is_at(&survey, advice, part), here, "{advice} {part}");
        }
    }
}
