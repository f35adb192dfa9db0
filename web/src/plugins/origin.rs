//! Where a figure comes from: the plugin, its settings, what it reads, and how one made-up response is scored.

use std::{
    collections::HashMap,
    sync::{Arc, RwLock},
};

use heard_core::{survey::Survey, text::Lang};
use maud::Markup;

use super::{
    explain::{self, Insight},
    settings, setups,
    sql::Binding,
    store,
    vocabulary::Vocabulary,
};
use crate::{app::App, error::Error, surveys};

/// What set-ups make of versions of surveys, which never changes: the public asks for it as well, and a plugin is not
/// run each time.
#[derive(Default)]
pub struct Insights(RwLock<HashMap<(String, i64), Known>>);

/// None, where the set-up cannot be run.
type Known = Option<Arc<Insight>>;

/// How many are kept.
const MOST: usize = 500;

/// Where the figures of a set-up come from.
pub(crate) struct Origin {
    /// What the binding is called.
    pub title: String,
    pub plugin: String,
    pub plugin_version: String,
    /// What the plugin says that it does.
    pub summary: String,
    /// Names and values, in words.
    pub settings: Vec<(String, Vec<String>)>,
    /// Title of the survey, and the version that the figure rests on.
    pub survey: String,
    pub survey_version: i64,
    /// The questions that it reads, as they are asked.
    pub questions: Vec<String>,
    /// One made-up response, step by step.
    pub example: Option<Markup>,
    /// Digest of the component, digest of the settings, contract.
    pub digests: [String; 3],
    /// When the set-up was made.
    pub made: i64,
}

/// Where a figure of a binding comes from: as of the set-up and the version that made it, or as of now where there is no
/// figure. None, where nothing is set up.
pub(crate) async fn origin(
    app: &App,
    service: &str,
    binding: &str,
    figure: &str,
    made_by: Option<(&str, i64)>,
) -> Result<Option<Origin>, Error> {
    let mut tx = app.db.read().await?;
    let Some(binding) = super::sql::binding(&mut tx, service, binding).await? else { return Ok(None) };
    let Some(id) = made_by.map(|(setup, _)| setup).or_else(|| current(&binding)) else { return Ok(None) };
    let Some(setup) = setups::find(&mut tx, service, &binding.key, id).await? else { return Ok(None) };
    let Some((newest, _)) = surveys::newest(&mut tx, service, &binding.survey).await? else { return Ok(None) };
    let version = made_by.map_or(newest, |(_, version)| version);
    let survey = surveys::version(app, &mut tx, service, &binding.survey, version).await?;
    drop(tx);
    let Ok(artefact) = store::load(app, service, &setup.artefact).await? else { return Ok(None) };
    let insight = insight(app, service, &setup, &survey, version).await?;
    let words = Vocabulary::of(&survey, version);
    let said = artefact.description();
    let settings = settings::in_words(&said.settings_schema, &setup.settings, Some(&words));
    // The one that shows most of how it comes about.
    let example = insight.as_ref().and_then(|insight| {
        let telling = insight.explained.iter().rev().filter(|one| one.reasons(figure).is_some());
        telling.max_by_key(|one| one.reasons(figure))
    });
    Ok(Some(Origin {
        title: binding.title,
        plugin: said.name.clone(),
        plugin_version: said.version.clone(),
        summary: said.summary.clone(),
        settings: settings.into_iter().map(|setting| (setting.name, setting.value)).collect(),
        survey: survey.title.get(&Lang::english()).to_owned(),
        survey_version: version,
        questions: insight.iter().flat_map(|insight| &insight.reads).map(|key| words.words(key)).collect(),
        example: example.map(|one| one.show(Some(figure))),
        digests: [setup.artefact, setup.settings_digest, setup.contract],
        made: setup.created,
    }))
}

/// The set-up whose figures are shown, or will be.
fn current(binding: &Binding) -> Option<&str> {
    binding.shown_setup.as_deref().or(binding.active_setup.as_deref())
}

/// A binding of a survey, with what it reads of it.
pub(crate) struct Reader {
    /// Key of the binding.
    pub binding: String,
    /// Keys of the survey's questions.
    pub questions: Vec<String>,
}

/// The bindings that read a version of a survey.
pub(crate) async fn readers(
    app: &App,
    service: &str,
    survey: &Arc<Survey>,
    version: i64,
) -> Result<Vec<Reader>, Error> {
    let mut tx = app.db.read().await?;
    let mut found = Vec::new();
    for binding in super::sql::bindings(&mut tx, service).await? {
        if let (true, Some(id)) = (*survey.key == *binding.survey, current(&binding)) {
            let setup = setups::find(&mut tx, service, &binding.key, id).await?;
            found.extend(setup.map(|setup| (binding.key.clone(), setup)));
        }
    }
    drop(tx);
    let mut readers = Vec::new();
    for (binding, setup) in found {
        if let Some(insight) = insight(app, service, &setup, survey, version).await? {
            let key = |read: &String| read.split('.').next().unwrap_or_default().to_owned();
            readers.push(Reader { binding, questions: insight.reads.iter().map(key).collect() });
        }
    }
    Ok(readers)
}

/// A figure that a binding offers to the plan.
pub(crate) struct Figure {
    /// Key of the binding.
    pub binding: String,
    /// What the binding is called.
    pub title: String,
    /// Key of the plugin's figure.
    pub indicator: String,
    /// What the plugin calls it.
    pub label: String,
}

/// What the bindings of a service that are at work offer its plan.
pub(crate) async fn figures(app: &App, service: &str) -> Result<Vec<Figure>, Error> {
    let bindings = super::sql::bindings(&mut app.db.read().await?, service).await?;
    let mut figures = Vec::new();
    for binding in bindings.into_iter().filter(|binding| binding.active_setup.is_some()) {
        let Ok(artefact) = store::load(app, service, &binding.artefact).await? else { continue };
        figures.extend(artefact.description().indicators.iter().map(|indicator| Figure {
            binding: binding.key.clone(),
            title: binding.title.clone(),
            indicator: indicator.key.clone(),
            label: indicator.label.clone(),
        }));
    }
    Ok(figures)
}

/// What a set-up makes of a version of the survey; none where it does not fit, or cannot be run.
async fn insight(
    app: &App,
    service: &str,
    setup: &setups::Setup,
    survey: &Arc<Survey>,
    version: i64,
) -> Result<Known, Error> {
    let key = (setup.id.clone(), version);
    if let Some(found) = app.insights.0.read().ok().and_then(|known| known.get(&key).cloned()) {
        return Ok(found);
    }
    let Ok(artefact) = store::load(app, service, &setup.artefact).await? else { return Ok(None) };
    let looked = explain::insight(artefact, survey.clone(), version, setup.settings.clone(), Vec::new()).await?;
    // One that fails is not run for each visitor either.
    let insight = looked.ok().map(Arc::new);
    if let Ok(mut known) = app.insights.0.write() {
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(key, insight.clone());
    }
    Ok(insight)
}
