use serde_json::{Value, json};

use super::*;

fn survey(question: &Value) -> Survey {
    let words = json!({"en": "Words"});
    let first = json!({"key": "first", "kind": "yes_no", "text": {"en": "Do you play?"}});
    let written = json!({
        "key": "music", "title": words, "welcome": words, "thanks": words, "languages": ["en"],
        "audiences": ["participating_parent"], "minutes": 1,
        "sections": [{"key": "about", "title": words, "questions": [first, question]}],
    });
    serde_json::from_value(written).unwrap()
}

fn scale() -> Value {
    json!({"key": "like", "kind": "scale", "text": {"en": "Do you like it?"}, "options": [
        {"key": "no", "text": {"en": "No"}, "value": 1.0},
        {"key": "yes", "text": {"en": "Yes"}, "value": 2.0},
    ]})
}

fn grid() -> Value {
    let mut grid = scale();
    grid["kind"] = json!("grid");
    grid["statements"] = json!([{"key": "fun", "text": {"en": "It is fun"}}]);
    grid
}

fn number() -> Value {
    json!({"key": "like", "kind": "number", "text": {"en": "How many?"}, "min": 0.0, "max": 9.0})
}

/// What is said of a question, and how far it can be compared, after a value was put at a place of its JSON.
fn check(old: &Value, at: &str, to: Value, expect: &str, comparable: Comparable) {
    let mut new = old.clone();
    let (parent, field) = at.rsplit_once('/').unwrap();
    match new.pointer_mut(parent).unwrap() {
        Value::Array(all) if field == "-" => all.push(to),
        parent => parent[field] = to,
    }
    let changes = compare(&survey(old), &survey(&new));
    let change = changes.iter().find(|change| *change.question == *"like").unwrap();
    let said: Vec<_> = change.differences.iter().map(ToString::to_string).collect();
    assert_eq!((said.join("; ").as_str(), change.comparable()), (expect, comparable), "{at}");
    assert_eq!((&*changes[0].question, changes[0].comparable()), ("first", Comparable::Fully));
}

#[test]
fn what_changed_says_what_stays_comparable() {
    use Comparable::{Fully, Judge, Not, WithCare};
    let (three, option) = (json!(3.0), json!({"key": "so", "text": {"en": "So so"}, "value": 1.5}));
    let turned = json!([scale()["options"][1], scale()["options"][0]]);
    let rule = json!({"language": ["en"]});
    check(&scale(), "/key", json!("like"), "", Fully);
    check(&scale(), "/text/cy", json!("Ydych chi?"), "", Fully);
    check(&scale(), "/options/-", option, "the option \"so\" is new", WithCare);
    check(&scale(), "/options", turned, "its options stand in another order", WithCare);
    check(&scale(), "/required", json!(true), "the ways not to answer it are others", WithCare);
    check(&scale(), "/text/en", json!("Do you love it?"), "its words have changed", Judge);
    check(&scale(), "/help", json!({"en": "Say what is true."}), "its words have changed", Judge);
    check(&scale(), "/options/1/text", json!({"en": "Very"}), "its words have changed", Judge);
    check(&scale(), "/options", json!([scale()["options"][0]]), "the option \"yes\" is gone", Judge);
    check(&scale(), "/condition", rule, "other people are asked", Judge);
    check(&scale(), "/options/1/value", three, "the option \"yes\" stands for another number", Not);
    check(&scale(), "/kind", json!("single"), "it takes another kind of answer", Not);
    check(&number(), "/max", json!(99.0), "other answers are allowed", Judge);
    let statement = json!({"key": "loud", "text": {"en": "It is loud"}});
    check(&grid(), "/statements/-", statement, "the statement \"loud\" is new", WithCare);
}

#[test]
fn the_worst_difference_decides() {
    let other = json!({"key": "never", "text": {"en": "Never"}, "value": 0.0});
    let said = "the option \"no\" is gone; the option \"yes\" is gone; the option \"never\" is new";
    check(&scale(), "/options", json!([other]), said, Comparable::Judge);
}

#[test]
fn new_questions_come_in_their_place_and_old_ones_last() {
    let mut renamed = scale();
    renamed["key"] = json!("love");
    let changes = compare(&survey(&scale()), &survey(&renamed));
    let said: Vec<_> = changes.iter().map(|change| (&*change.question, change.differences.as_slice())).collect();
    let expect: [(&str, &[_]); 3] = [("first", &[]), ("love", &[Difference::New]), ("like", &[Difference::Removed])];
    assert_eq!(said, expect);
    assert!(changes[1..].iter().all(|change| change.comparable() == Comparable::Not));
}

#[test]
fn another_audience_is_another_answer_to_every_question() {
    let (old, mut new) = (survey(&scale()), survey(&scale()));
    new.audiences = vec![crate::audience::Audience::YoungPerson];
    assert!(compare(&old, &new).iter().all(|change| change.differences == [Difference::Asked]));
}
