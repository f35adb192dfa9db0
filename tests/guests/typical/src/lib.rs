//! What a service of some size might bring: 20 questions, 10 indicators, one text looked through for 8 phrases. The bench
//! runs it as a component and natively.

use heard_plugin::{Description, Indicator, Output, Plugin, Read, Row, Setup};
use memchr::memmem::Finder;

/// The scales of each index, by the index's key.
pub const INDICES: [(&str, [&str; 3]); 4] = [
    ("welcome", ["feel_welcome", "people_like_us", "staff_kind"]),
    ("information", ["know_offer", "know_cost", "know_whom_to_ask"]),
    ("value", ["worth_it", "fair_price", "time_well_spent"]),
    ("pride", ["proud", "heard", "recommend"]),
];
/// Of an index's scales, so many have to be answered.
const ENOUGH: usize = 2;

const BARRIERS: [(&str, f64); 6] =
    [("cost", 3.0), ("transport", 2.0), ("times", 2.0), ("did_not_know", 1.0), ("needs", 3.0), ("not_for_us", 3.0)];
const PHRASES: [&str; 8] =
    ["too expensive", "no bus", "did not know", "wheelchair", "waiting list", "too far", "on a school night", "shy"];

/// The plugin, set up.
#[derive(Debug)]
pub struct Typical {
    indices: Vec<(&'static str, Vec<Read>)>,
    barriers: Option<Read>,
    activities: Option<Read>,
    importance: Option<Read>,
    children: Option<Read>,
    wants_say: Option<Read>,
    phase: Option<Read>,
    who: Option<Read>,
    words: Option<Read>,
    phrases: [Finder<'static>; PHRASES.len()],
}

impl Plugin for Typical {
    type Settings = serde::de::IgnoredAny;

    fn describe() -> Description {
        let hundred = |key: &str| Indicator::new(key, key, "of 100", 0.0..=100.0);
        let keys = INDICES.map(|(key, _)| key).into_iter().chain(["all", "wants-say", "makes-music", "spoke"]);
        let mut indicators: Vec<_> = keys.map(hundred).collect();
        indicators.push(Indicator::new("barriers", "Barriers", "points", 0.0..=14.0).lower_is_better());
        indicators.push(Indicator::new("importance", "Importance", "of 10", 1.0..=10.0));
        Description {
            name: "Typical".into(),
            version: "1".into(),
            summary: "Four indices and what hangs together with them.".into(),
            indicators,
            settings_schema: r#"{"type": "object"}"#.into(),
        }
    }

    fn configure(_: Self::Settings, setup: &mut Setup<'_>) -> Self {
        let mut scales = |keys: [&str; 3]| keys.iter().filter_map(|key| setup.single(key, "")).collect();
        let indices = INDICES.map(|(index, keys)| (index, scales(keys))).into();
        Self {
            indices,
            barriers: setup.several("barriers", ""),
            activities: setup.several("activities", ""),
            importance: setup.number("importance", ""),
            children: setup.number("children", ""),
            wants_say: setup.single("wants_say", ""),
            phase: setup.single("phase", ""),
            who: setup.single("who", ""),
            words: setup.text("words", ""),
            phrases: PHRASES.map(Finder::new),
        }
    }

    fn score(&self, row: &Row<'_>, out: &mut Output<'_>) {
        self.indices(row, out);
        // A family counts by its children.
        let weight = self.children.and_then(|children| row.value(children)).unwrap_or(1.0);
        if let Some(barriers) = self.barriers.filter(|barriers| row.answered(*barriers)) {
            let heavy =
                |named| BARRIERS.iter().find(|(barrier, _)| *barrier == named).map_or(0.0, |(_, weight)| *weight);
            let sum = row.choices(barriers).map(heavy).sum();
            out.give("barriers", sum).weight(weight).from(barriers, sum);
        }
        if let Some((question, value)) = self.importance.and_then(|question| Some((question, row.value(question)?))) {
            out.give("importance", value).from(question, value);
        }
        if let Some((question, said)) = self.wants_say.and_then(|question| Some((question, row.choice(question)?))) {
            let value = if said == "yes" { 100.0 } else { 0.0 };
            out.give("wants-say", value).from(question, value);
        }
        if let (Some(activities), Some(who), Some(phase)) = (self.activities, self.who, self.phase)
            && row.answered(activities)
            && row.chose_any(who, &["never", "stopped"])
            && row.answered(phase)
        {
            let value = if row.chose_any(activities, &["lessons", "ensemble", "choir"]) { 100.0 } else { 0.0 };
            out.give("makes-music", value).weight(weight).from(activities, value);
        }
        if let Some((question, text)) = self.words.and_then(|question| Some((question, row.text(question)?))) {
            // Each phrase is looked for, whatever was found before.
            let found = self.phrases.iter().filter(|phrase| phrase.find(text.as_bytes()).is_some()).count();
            let value = if found > 0 { 100.0 } else { 0.0 };
            out.give("spoke", value).from(question, value);
        }
    }
}

impl Typical {
    fn indices(&self, row: &Row<'_>, out: &mut Output<'_>) {
        let (mut all, mut answered) = (0.0, 0_u32);
        for (index, scales) in &self.indices {
            let (mut sum, mut count) = (0.0, 0_u32);
            for value in scales.iter().filter_map(|scale| row.value(*scale)) {
                sum += (value - 1.0) * 25.0;
                count += 1;
            }
            if count as usize >= ENOUGH {
                let given = out.give(index, sum / f64::from(count));
                for scale in scales {
                    if let Some(value) = row.value(*scale) {
                        given.from(*scale, (value - 1.0) * 25.0 / f64::from(count));
                    }
                }
            }
            all += sum;
            answered += count;
        }
        if answered > 0 {
            out.give("all", all / f64::from(answered));
        }
    }
}

heard_plugin::export!(Typical);
