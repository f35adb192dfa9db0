//! The artefact of the contract's first release: whoever wrote a plugin then need not do anything now.

use heard_host::golden::{Expected, Golden, observe};
use heard_host::{Artefact, Batch, Cause, Column, NO_OPTION, Problem, Refused, examples};
use heard_hostile::SMALLEST;

use crate::support::host;

/// A survey whose first question has one answer, and what the plugin makes of answers to it.
pub const GOLDEN: &str = r#"{
    "survey": { "key": "s", "revision": 3, "questions": [
        { "key": "first", "kind": { "single": [{ "key": "a", "value": 1 }, { "key": "b" }, { "key": "c" }] },
          "attributes": [{ "key": "@later", "value": "what a later version may add" }] },
        { "key": "many", "kind": { "multi": [{ "key": "a" }] } },
        { "key": "count", "kind": { "number": { "min": 0, "max": null } } },
        { "key": "words", "kind": "text" }] },
    "examples": [
        { "name": "one answer", "settings": {}, "responses": [{ "first": "c", "words": "not read" }, {}], "expect": [
            { "scores": { "index": { "value": 50.0, "from": { "first": 50.0 } } } }, { "note": "no-answer" }] },
        { "name": "no object", "settings": [],
          "problems": [{ "at": "/here", "message": "The first question needs one answer." }] }]
}"#;

fn first_release() -> Artefact {
    host().load(&wat::parse_str(SMALLEST).unwrap()).unwrap()
}

#[test]
fn it_loads_and_says_what_it_is() {
    let artefact = first_release();
    let description = artefact.description();
    assert_eq!((description.name.as_str(), description.version.as_str()), ("Minimal", "1.0.0"));
    let index = &description.indicators[0];
    assert_eq!((index.key.as_str(), index.min, index.max, index.higher_is_better), ("index", 0.0, 100.0, true));
    assert_eq!(index.bands.iter().map(|band| band.at_least).collect::<Vec<_>>(), [0.0, 50.0]);
}

#[test]
fn it_scores_as_it_did() {
    let report = host().check(&wat::parse_str(SMALLEST).unwrap(), Some(&Golden::read(GOLDEN).unwrap()));
    assert!(report.passed(), "{:?}", report.findings);
    // As golden examples, and once more through the plain calls.
    let golden = Golden::read(GOLDEN).unwrap();
    let artefact = first_release();
    let binding = artefact.configure(&golden.survey, "{}").unwrap();
    let batch = Batch { responses: 3, columns: vec![Column::Single(vec![0, NO_OPTION, 1])] };
    let scores = binding.job().unwrap().score(&batch).unwrap().scores;
    let observed = observe(&golden.survey, artefact.description(), binding.plan(), &scores, 3);
    let value = |expected: &Expected| expected.scores.get("index").map(|cell| cell.value);
    assert_eq!(observed.iter().map(value).collect::<Vec<_>>(), [Some(0.0), None, Some(25.0)]);
}

#[test]
fn its_refusals_arrive() {
    let mut golden = Golden::read(GOLDEN).unwrap();
    let artefact = first_release();
    let refused = artefact.configure(&golden.survey, "[]").unwrap_err();
    let message = "The first question needs one answer.".to_owned();
    assert_eq!(refused, Refused::Problems(vec![Problem { at: "/here".into(), message: message.clone() }]));
    golden.survey.questions.remove(0);
    let binding = artefact.configure(&golden.survey, "{}").unwrap();
    let batch = Batch { responses: 1, columns: vec![Column::Multi(vec![1])] };
    assert_eq!(binding.job().unwrap().score(&batch).unwrap_err().cause, Cause::Says(message));
}

#[test]
fn examples_travel_in_a_component() {
    let bare = wat::parse_str(SMALLEST).unwrap();
    assert!(examples::read(&bare).is_none());
    let with = examples::embed(&bare, GOLDEN);
    assert_eq!(examples::read(&with), Some(Golden::read(GOLDEN)));
    assert!(host().check(&with, None).passed());
    // Those that were put in last count.
    let again = examples::embed(&with, "{}");
    assert!(matches!(examples::read(&again), Some(Err(what)) if what.contains("missing field")));
    assert!(!host().check(&again, None).passed());
    assert_ne!(host().load(&with).unwrap().digest(), host().load(&bare).unwrap().digest());
}
