//! What an author is told: of settings that cannot be read, and of mistakes of their own.
#![expect(clippy::unwrap_used, reason = "a test's helpers fail with it")]

use heard_plugin::testkit::{Batch, Column, NO_OPTION, NO_OPTIONS, Scores, native, problems};
use heard_plugin::{Choice, Description, Indicator, Kind, Output, Plugin, Question, Row, Setup, Survey};

/// Does on each response what its settings say.
struct Clumsy {
    how: String,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    how: String,
    #[serde(default)]
    gives: Option<Vec<String>>,
}

impl Plugin for Clumsy {
    type Settings = Settings;

    fn describe() -> Description {
        Description {
            name: "Clumsy".into(),
            version: "1".into(),
            summary: "Tries everything.".into(),
            indicators: vec![Indicator::new("a", "A", "", 0.0..=1.0), Indicator::new("b", "B", "", 0.0..=1.0)],
            settings_schema: r#"{"type": "object"}"#.into(),
        }
    }

    fn configure(settings: Settings, setup: &mut Setup<'_>) -> Self {
        setup.several("barriers", "/how");
        setup.single("who", "/how");
        if let Some(gives) = settings.gives {
            setup.gives(&gives.iter().map(String::as_str).collect::<Vec<_>>());
        }
        Self { how: settings.how }
    }

    fn score(&self, row: &Row<'_>, out: &mut Output<'_>) {
        match self.how.as_str() {
            "unread" => _ = row.text("more"),
            "unknown question" => _ = row.value("gone"),
            "wrong kind" => _ = row.text("who"),
            "unknown indicator" => _ = out.give("c", 0.5).weight(2.0),
            "nothing at all" => _ = out.give("a", f64::NAN),
            "rounding" => _ = out.give("a", 1.0 + f64::EPSILON),
            _ => {
                let cost = f64::from(u8::from(row.chose("barriers", "cost")));
                let carer = f64::from(u8::from(row.choice("who") == Some("carer")));
                if row.answered("barriers") {
                    out.give("b", cost);
                }
                out.give("a", carer).weight(1.0 + cost);
            }
        }
    }
}

fn survey() -> Survey {
    let options = |keys: &[&str]| keys.iter().map(|key| Choice { key: (*key).into(), value: None }).collect();
    let question = |key: &str, kind| Question { key: key.into(), kind, attributes: Vec::new() };
    Survey {
        key: "family".into(),
        revision: 1,
        questions: vec![
            question("who", Kind::Single(options(&["parent", "carer"]))),
            question("more", Kind::Text),
            question("barriers", Kind::Multi(options(&["transport", "cost"]))),
        ],
        attributes: Vec::new(),
    }
}

fn score(how: &str) -> Result<Scores, String> {
    let mut ready = native::<Clumsy>(&survey(), &serde_json::json!({ "how": how }).to_string()).unwrap();
    assert_eq!(ready.plan.reads, [0, 2]);
    let columns = vec![Column::Single(vec![1, NO_OPTION]), Column::Multi(vec![0b10, NO_OPTIONS])];
    (ready.score)(&Batch { responses: 2, columns })
}

#[test]
fn answers_become_cells() {
    let scores = score("well").unwrap();
    assert_eq!(scores.values[..3], [1.0, 1.0, 0.0]);
    assert!(scores.values[3].is_nan());
    assert_eq!(scores.weights, [2.0, 1.0, 1.0, 1.0]);
}

#[test]
fn mistakes_of_the_author_have_words() {
    let said = |how| score(how).unwrap_err();
    assert_eq!(said("unread"), "response 0: `more` is asked for while scoring, but `configure` did not read it");
    assert_eq!(
        said("unknown question"),
        "response 0: `gone` is asked for while scoring, but `configure` did not read it"
    );
    assert_eq!(said("wrong kind"), "response 0: `who` is used as a question for words");
    assert_eq!(said("unknown indicator"), "response 0: a value is given to `c`, which the plan does not give");
    assert_eq!(said("nothing at all"), "response 0: NaN is given to `a`; give nothing instead");
}

#[test]
fn rounding_is_taken_off() {
    assert_eq!(score("rounding").unwrap().values[0].to_bits(), 1.0_f64.to_bits());
}

#[test]
fn settings_that_cannot_be_read_are_a_problem_where_they_stand() {
    let at = |settings| problems::<Clumsy>(&survey(), settings)[0].at.clone();
    assert_eq!(at(r#"{"how": 3}"#), "/how");
    assert_eq!(at(r#"{"how": "well", "gives": ["a", 1]}"#), "/gives/1");
    assert_eq!(at(r#"{"how": "well", "x/y~": 1}"#), "/x~1y~0");
    assert_eq!(at(r#"{"how": "well", "gives": ["c"]}"#), "");
}

#[test]
fn a_plan_gives_what_configure_says() {
    let gives = |list: &str| native::<Clumsy>(&survey(), &format!(r#"{{"how": "well", "gives": {list}}}"#));
    assert_eq!(gives(r#"["b", "a"]"#).unwrap().plan.gives, [0, 1]);
    assert_eq!(gives(r#"["b"]"#).unwrap().plan.gives, [1]);
}
