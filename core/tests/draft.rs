//! Reading a survey that is not finished.

use heard_core::survey::Survey;
use serde_json::{Value, json};

/// A survey with a standard item and nothing that has to be changed.
fn example() -> Value {
    let text = |text: &str| json!({ "en": text });
    json!({
        "key": "example", "title": text("Example"), "welcome": text("Hello"), "thanks": text("Thanks"),
        "languages": ["en"], "audiences": ["participating_parent"], "minutes": 2,
        "sections": [
            { "key": "joy", "title": text("Joy"), "questions": [
                { "key": "enjoys", "kind": "single", "text": text("Is it fun?"), "options": [
                    { "key": "yes", "text": text("Yes") }, { "key": "no", "text": text("No") } ] } ] },
            { "key": "about", "title": text("About you"), "monitoring": true, "standard": ["sex_2021", "postcode"] }
        ]
    })
}

#[test]
fn a_draft_is_kept_as_its_author_left_it() {
    let mut written = example();
    written["sections"][0]["questions"][0]["options"] = json!([]);
    let draft = Survey::draft(&written.to_string()).unwrap();
    assert_eq!(draft.sections[1].standard, ["sex_2021", "postcode"]);
    assert!(draft.sections[1].questions.is_empty());
    assert_eq!(Survey::draft(&serde_json::to_string(&draft).unwrap()).unwrap(), draft);
    assert_eq!(Survey::from_json(&written.to_string()).unwrap_err(), draft.faults());
    assert!(!draft.faults().is_empty());
}

#[test]
fn a_draft_without_faults_is_a_survey_once_its_standard_items_are_put_in() {
    let draft = Survey::draft(&example().to_string()).unwrap();
    assert_eq!(draft.faults(), []);
    let survey = Survey::from_json(&example().to_string()).unwrap();
    assert_eq!(survey.sections[1].questions.len(), 2);
    assert_eq!(survey.faults(), []);
    assert_eq!(draft.with_standard_items(), (survey, Vec::new()));
}

#[test]
fn a_draft_is_refused_only_for_what_cannot_be_read() {
    let mut written = example();
    written["sections"][0]["questions"][0]["surprise"] = json!(true);
    let faults = Survey::draft(&written.to_string()).unwrap_err();
    assert_eq!(faults.iter().map(|fault| &*fault.at).collect::<Vec<_>>(), ["/sections/0/questions/0/surprise"]);
    assert!(Survey::draft("{").is_err() && Survey::draft("[]").is_err());
}
