//! A survey with a question of each kind.

use heard_core::{
    answer::Answer,
    area::{Place, Postcode},
    survey::Survey,
    text::Key,
};
use serde_json::{Value, json};

fn text(text: &str) -> Value {
    json!({ "en": text })
}

/// A question of each kind. The section `club` is for those who say yes to `plays`.
pub fn survey() -> Survey {
    let option = |key: &str| json!({ "key": key, "text": text(key) });
    let options = |keys: &[&str]| keys.iter().map(|key| option(key)).collect::<Vec<_>>();
    let point = |key: &str, value: u8| json!({ "key": key, "text": text(key), "value": value });
    let other = json!({ "key": "other", "text": text("Other"), "other": true });
    let asked = |key: &str, fields: Value| {
        let mut question = json!({ "key": key, "text": text(key) });
        question.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        question
    };
    let survey = json!({
        "key": "s", "title": text("S"), "welcome": text("W"), "thanks": text("T"), "languages": ["en"],
        "audiences": ["young_person"], "minutes": 1, "sections": [
            { "key": "you", "title": text("You"), "questions": [
                asked("plays", json!({ "kind": "yes_no", "required": true })),
                asked("where", json!({ "kind": "single", "options": [option("school"), option("home"), other] })),
                asked("why", json!({ "kind": "several", "at_most": 3, "sensitive": true, "options":
                    [option("fun"), option("friends"), option("skill"), option("exam"), other] })),
                asked("best", json!({ "kind": "ranking", "places": 2, "options": options(&["rock", "folk", "grime"]) })),
                asked("feel", json!({ "kind": "grid", "required": true, "statements": options(&["a", "b", "c", "d"]),
                    "options": [point("low", 1), point("mid", 2), point("high", 3)] })),
                asked("agree", json!({ "kind": "scale", "options": [point("no", 1), point("yes", 2)] })),
                asked("count", json!({ "kind": "number", "min": 0, "max": 9 })),
                asked("born", json!({ "kind": "date", "precise_to": "day" })),
                asked("since", json!({ "kind": "date", "precise_to": "month", "latest": "2026" })),
                asked("first", json!({ "kind": "date", "precise_to": "year" })),
                asked("idea", json!({ "kind": "short_text", "max_length": 20, "offer_not_understood": false })),
                asked("more", json!({ "kind": "long_text", "max_length": 200, "sensitive": true })),
                asked("home", json!({ "kind": "postcode" })) ] },
            { "key": "club", "title": text("Club"), "condition": { "answer": { "question": "plays", "is": ["yes"] } },
              "questions": [
                asked("name", json!({ "kind": "short_text", "max_length": 20 })),
                asked("use", json!({ "kind": "consent", "required": true, "agree": text("You may use this.") })) ] },
        ],
    });
    Survey::from_json(&survey.to_string()).unwrap()
}

pub fn places(postcode: &Postcode) -> Option<Place> {
    let edition = "2026".to_owned();
    (postcode.outward() == "SG1").then(|| Place { area: "E07000243".to_owned(), decile: Some(3), edition })
}

pub fn key(key: &str) -> Key {
    Key::try_from(key).unwrap()
}

pub fn keys(all: &[&str]) -> Vec<Key> {
    all.iter().map(|one| key(one)).collect()
}

pub fn other(chosen: &[&str], words: &str) -> Answer {
    Answer::WithOther { chosen: keys(chosen), other: words.to_owned() }
}
