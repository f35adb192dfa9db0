//! Shares: of those who answered a question, how many chose certain answers, among all or among a group.
//!
//! A share is a mean of contributions of 100 (chose one of them) and 0 (chose others).

use heard_plugin::{Description, Indicator, Output, Plugin, Read, Row, Setup};

/// How many shares one set-up can have.
const MOST: usize = 12;

/// As `settings.schema.json` describes them.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    shares: Vec<Wanted>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    question: String,
    answers: Vec<String>,
    #[serde(default)]
    among_question: String,
    #[serde(default)]
    among_answers: Vec<String>,
}

/// The plugin, set up.
pub struct Reach {
    shares: Vec<Share>,
}

struct Share {
    indicator: String,
    chose: Chose,
    among: Option<Chose>,
}

/// At least one of these options of a question.
struct Chose {
    question: Read,
    options: Vec<String>,
}

impl Plugin for Reach {
    type Settings = Settings;

    fn describe() -> Description {
        let share = |number| {
            let label = format!("Share {number}");
            Indicator::new(&key(number), &label, "percent of those who answered", 0.0..=100.0)
        };
        Description {
            name: "Reach".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            summary: "How many of those who answered a question chose certain answers: among everyone, or among those \
                      who answered another question in a certain way."
                .into(),
            indicators: (1..=MOST).map(share).collect(),
            settings_schema: include_str!("../settings.schema.json").into(),
        }
    }

    fn configure(settings: Settings, setup: &mut Setup<'_>) -> Self {
        if settings.shares.is_empty() {
            setup.problem("/shares", "Describe at least one share.");
        }
        if settings.shares.len() > MOST {
            setup.problem("/shares", format!("There is room for {MOST} shares. Put the others into a second set-up."));
            return Self { shares: Vec::new() };
        }
        let wanted = settings.shares.iter().enumerate();
        let shares: Vec<_> = wanted.filter_map(|(index, wanted)| wanted.share(index, setup)).collect();
        setup.gives(&shares.iter().map(|share| share.indicator.as_str()).collect::<Vec<_>>());
        Self { shares }
    }

    fn score(&self, row: &Row<'_>, out: &mut Output<'_>) {
        for Share { indicator, chose, among } in &self.shares {
            if !row.answered(chose.question) || !among.as_ref().is_none_or(|among| among.is_met_by(row)) {
                continue;
            }
            let value = if chose.is_met_by(row) { 100.0 } else { 0.0 };
            let given = out.give(indicator, value).from(chose.question, value);
            if let Some(among) = among {
                given.from(among.question, 0.0);
            }
        }
    }
}

heard_plugin::export!(Reach);

impl Wanted {
    fn share(&self, index: usize, setup: &mut Setup<'_>) -> Option<Share> {
        let at = |name: &str| format!("/shares/{index}/{name}");
        let chose = Chose::new(setup, &self.question, &at("question"), &self.answers, &at("answers"));
        let among = match (self.among_question.as_str(), self.among_answers.as_slice()) {
            ("", []) => None,
            ("", _) => {
                setup.problem(
                    at("among_question"),
                    "Choose the question that these answers belong to, or take them out.",
                );
                None
            }
            (question, answers) => {
                Some(Chose::new(setup, question, &at("among_question"), answers, &at("among_answers"))?)
            }
        };
        Some(Share { indicator: key(index + 1), chose: chose?, among })
    }
}

impl Chose {
    fn new(
        setup: &mut Setup<'_>,
        question: &str,
        at_question: &str,
        options: &[String],
        at_options: &str,
    ) -> Option<Self> {
        let read = setup.with_options(question, at_question)?;
        if options.is_empty() {
            setup.problem(at_options, "Choose at least one answer.");
        }
        for (index, option) in options.iter().enumerate() {
            setup.offers(read, option, &format!("{at_options}/{index}"));
        }
        Some(Self { question: read, options: options.to_vec() })
    }

    fn is_met_by(&self, row: &Row<'_>) -> bool {
        row.chose_any(self.question, &self.options)
    }
}

fn key(number: usize) -> String {
    format!("share-{number}")
}
