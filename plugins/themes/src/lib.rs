//! What free text speaks of: themes, each a list of words and phrases in any languages.
//!
//! Texts and phrases are made plain first ([`plain`]): words in small letters without accents, one blank between
//! them. A phrase is found where its words stand one after the other, whole; with a star at its end, the last of them
//! may go on. No text leaves the plugin: a theme is there or it is not.

mod plain;

use heard_plugin::{Description, Indicator, Output, Plugin, Read, Row, Setup};
use plain::plain;

/// How many themes one set-up can have.
const MOST: usize = 12;
/// The share of those who wrote and in whose words any theme was found.
const ANY: &str = "any";

/// As `settings.schema.json` describes them.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    question: String,
    themes: Vec<Wanted>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    name: String,
    phrases: Vec<String>,
    #[serde(default)]
    but_not: Vec<String>,
}

/// The plugin, set up.
pub struct Themes {
    question: Option<Read>,
    themes: Vec<Theme>,
}

struct Theme {
    indicator: String,
    phrases: Vec<String>,
    but_not: Vec<String>,
}

impl Plugin for Themes {
    type Settings = Settings;

    fn describe() -> Description {
        let percent = "percent of those who wrote";
        let theme = |number| Indicator::new(&key(number), &format!("Theme {number}"), percent, 0.0..=100.0);
        let any = Indicator::new(ANY, "Texts in which any theme was found", percent, 0.0..=100.0);
        Description {
            name: "Themes".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            summary:
                "How many of those who answered in their own words spoke of each theme. A theme is a list of words \
                      and phrases that you write."
                    .into(),
            indicators: (1..=MOST).map(theme).chain([any]).collect(),
            settings_schema: include_str!("../settings.schema.json").into(),
        }
    }

    fn configure(settings: Settings, setup: &mut Setup<'_>) -> Self {
        let question = setup.text(&settings.question, "/question");
        if settings.themes.is_empty() {
            setup.problem("/themes", "Describe at least one theme.");
        }
        if settings.themes.len() > MOST {
            setup.problem("/themes", format!("There is room for {MOST} themes. Put the others into a second set-up."));
            return Self { question, themes: Vec::new() };
        }
        let wanted = settings.themes.iter().enumerate();
        let themes: Vec<_> = wanted.map(|(index, wanted)| wanted.theme(index, setup)).collect();
        let gives = themes.iter().map(|theme| theme.indicator.as_str()).chain([ANY]);
        setup.gives(&gives.collect::<Vec<_>>());
        Self { question, themes }
    }

    fn score(&self, row: &Row<'_>, out: &mut Output<'_>) {
        let Some((question, text)) = self.question.and_then(|question| Some((question, row.text(question)?))) else {
            return;
        };
        let text = plain(text);
        let mut any = false;
        let mut give = |indicator: &str, found: bool| {
            let value = if found { 100.0 } else { 0.0 };
            out.give(indicator, value).from(question, value);
        };
        for theme in &self.themes {
            let found = theme.is_in(&text);
            any |= found;
            give(&theme.indicator, found);
        }
        give(ANY, any);
    }
}

heard_plugin::export!(Themes);

impl Wanted {
    fn theme(&self, index: usize, setup: &mut Setup<'_>) -> Theme {
        let at = format!("/themes/{index}");
        if self.name.trim().is_empty() {
            setup.problem(format!("{at}/name"), "Give the theme a name.");
        }
        if self.phrases.is_empty() {
            setup.problem(format!("{at}/phrases"), "Write at least one word or phrase.");
        }
        Theme {
            indicator: key(index + 1),
            phrases: patterns(&self.phrases, &format!("{at}/phrases"), setup),
            but_not: patterns(&self.but_not, &format!("{at}/but_not"), setup),
        }
    }
}

impl Theme {
    fn is_in(&self, text: &str) -> bool {
        if !self.but_not.iter().any(|phrase| text.contains(phrase)) {
            return self.phrases.iter().any(|phrase| text.contains(phrase));
        }
        // What is taken out leaves a gap that no phrase reaches over.
        let left = self.but_not.iter().fold(text.to_owned(), |left, phrase| left.replace(phrase, " \u{0} "));
        self.phrases.iter().any(|phrase| left.contains(phrase))
    }
}

/// Each phrase as it is looked for: with the blank before its first word, and the one after its last unless that may
/// go on.
fn patterns(phrases: &[String], at: &str, setup: &mut Setup<'_>) -> Vec<String> {
    let mut patterns = Vec::new();
    for (index, phrase) in phrases.iter().enumerate() {
        let (phrase, open) = phrase.strip_suffix('*').map_or((phrase.as_str(), false), |phrase| (phrase, true));
        let mut pattern = plain(phrase);
        if pattern.trim().chars().count() < 2 {
            setup.problem(format!("{at}/{index}"), "Write at least two letters.");
        } else if patterns.contains(&pattern) {
            setup.problem(format!("{at}/{index}"), "This stands here twice. Once is enough.");
        }
        if open {
            pattern.truncate(pattern.trim_end().len());
        }
        patterns.push(pattern);
    }
    patterns
}

fn key(number: usize) -> String {
    format!("theme-{number}")
}
