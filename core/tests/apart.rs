//! What is asked of whom, and what is left of equality monitoring where it is to be counted and not connected.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

use heard_core::{
    answer::{Answer, Answers},
    area::Place,
    response::Response,
    survey::Survey,
    text::{Key, Lang},
};
use serde_json::{Value, json};

fn survey(audiences: &[&str], monitoring: &[&str]) -> Value {
    let text = |text: &str| json!({ "en": text });
    json!({
        "key": "example", "title": text("Example"), "welcome": text("Hello"), "thanks": text("Thanks"),
        "languages": ["en"], "audiences": audiences, "minutes": 2,
        "sections": [
            { "key": "music", "title": text("Music"), "questions": [
                { "key": "enjoys", "kind": "yes_no", "text": text("Is it fun?") } ] },
            { "key": "about", "title": text("About you"), "monitoring": true, "standard": monitoring }
        ]
    })
}

fn faults(survey: &Value) -> Vec<String> {
    let read = Survey::from_json(&survey.to_string());
    read.err().unwrap_or_default().into_iter().map(|fault| format!("{}: {}", fault.at, fault.message)).collect()
}

fn answers(given: &[(&str, Answer)]) -> Answers {
    given.iter().map(|(key, answer)| (Key::try_from(*key).unwrap(), answer.clone())).collect()
}

fn choice(key: &str) -> Answer {
    Answer::Choice(Key::try_from(key).unwrap())
}

fn home() -> Answer {
    Answer::Place(Place { area: "E07".to_owned(), decile: Some(3), edition: "2026-08".to_owned() })
}

fn finished(survey: &Survey, given: &[(&str, Answer)]) -> Response {
    Response::finish(survey, &answers(given), &Lang::english()).unwrap()
}

#[test]
fn what_is_taken_apart_leaves_what_everybody_leaves_who_says_nothing() {
    let survey =
        Survey::from_json(&survey(&["staff"], &["sex_2021", "religion_2021", "postcode"]).to_string()).unwrap();
    let fun = ("enjoys", choice("yes"));
    let said = [fun.clone(), ("sex", choice("male")), ("religion", Answer::RatherNotSay), ("postcode", home())];
    let silent = [fun, ("sex", Answer::Skipped), ("religion", Answer::Skipped), ("postcode", Answer::Skipped)];
    let apart = finished(&survey, &said).taken_apart(&survey);
    let rows: Vec<_> =
        apart.apart.iter().map(|said| format!("{} {:?} {}", said.question, said.part, said.what)).collect();
    assert_eq!(
        rows,
        [
            "postcode None @given",
            r#"postcode Some("area") E07"#,
            r#"postcode Some("decile") 3"#,
            "religion None @rather_not",
            "sex None @given",
            "sex None male",
        ]
    );
    assert_eq!(Response { apart: Vec::new(), ..apart }, finished(&survey, &silent));
    assert_eq!(finished(&survey, &silent).taken_apart(&survey), finished(&survey, &silent));
}

#[test]
fn a_place_that_was_asked_elsewhere_stays() {
    let mut json = survey(&["staff"], &["sex_2021"]);
    json["sections"][0]["standard"] = json!(["postcode"]);
    let survey = Survey::from_json(&json.to_string()).unwrap();
    let said = [("enjoys", choice("yes")), ("postcode", home()), ("sex", choice("male"))];
    let apart = finished(&survey, &said).taken_apart(&survey);
    assert!(apart.place.is_some() && apart.apart.iter().all(|said| *said.question == *"sex"));
}

/// A section after monitoring that only men are shown, and one that only others are.
#[test]
fn the_way_that_monitoring_opened_tells_nothing() {
    let text = |text: &str| json!({ "en": text });
    let is_male = json!({ "answer": { "question": "sex", "is": ["male"] } });
    let mut json = survey(&["staff"], &["sex_2021"]);
    for (key, condition) in [("beard", is_male.clone()), ("other", json!({ "not": is_male }))] {
        json["sections"].as_array_mut().unwrap().push(json!({
            "key": key, "title": text(key), "condition": condition,
            "questions": [{ "key": key, "kind": "yes_no", "text": text(key), "required": true }] }));
    }
    let survey = Survey::from_json(&json.to_string()).unwrap();
    let man = finished(&survey, &[("enjoys", choice("no")), ("sex", choice("male")), ("beard", choice("yes"))]);
    let silent = [("enjoys", choice("no")), ("sex", Answer::Skipped), ("other", choice("no"))];
    let silent = finished(&survey, &silent);
    let apart = man.taken_apart(&survey);
    let said: Vec<_> = apart.apart.iter().map(|said| format!("{} {}", said.question, said.what)).collect();
    assert_eq!(said, ["beard @given", "beard yes", "sex @given", "sex male"]);
    assert_eq!(apart.monitoring, silent.monitoring);
    let asked = |response: &Response| response.answers.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
    assert_eq!(asked(&apart), asked(&silent));
    assert_eq!(apart.answers.get("other"), Some(&Answer::Skipped));
}

#[test]
fn items_for_people_of_16_and_over_need_to_know_who_is() {
    let items = ["disability_effect_2021", "gender_identity_2021"];
    let shown = |audiences: &[&str]| {
        let survey = Survey::from_json(&survey(audiences, &items).to_string()).unwrap();
        let given = answers(&[("enjoys", choice("yes"))]);
        Response::finish(&survey, &given, &Lang::english()).is_err()
    };
    // Whoever answers belongs to one of these.
    assert!(shown(&["participating_parent"]));
    assert!(shown(&["participating_parent", "non_participating_parent", "partner"]));
    // It is not known who answers, so the section has no question.
    assert!(!shown(&["participating_parent", "young_person"]));
    let refused = faults(&survey(&["young_person", "council_member"], &items));
    assert!(refused.len() == 2 && refused[0].contains("would show it to nobody"), "{refused:?}");
}

#[test]
fn an_age_that_is_told_opens_them_to_young_people() {
    let text = |text: &str| json!({ "en": text });
    let mut json = survey(&["young_person"], &["gender_identity_2021"]);
    let ages = [("under_19", "thirteen_to_18"), ("older", "adult")];
    let options: Vec<_> =
        ages.iter().map(|(key, band)| json!({ "key": key, "text": text(key), "age_band": band })).collect();
    json["sections"][0]["questions"] =
        json!([{ "key": "age", "kind": "single", "text": text("How old are you?"), "options": options }]);
    let survey = Survey::from_json(&json.to_string()).unwrap();
    for (age, shown) in [("under_19", false), ("older", true)] {
        let finished = Response::finish(&survey, &answers(&[("age", choice(age))]), &Lang::english());
        assert_eq!(finished.is_err(), shown, "{age}");
    }
}

#[test]
fn a_draw_among_young_people_is_decided_by_their_service() {
    let text = |text: &str| json!({ "en": text });
    let mut json = survey(&["young_person", "participating_parent"], &["sex_2021"]);
    json["draw"] = json!({ "prize": text("A ukulele"), "rules": text("One winner.") });
    assert!(faults(&json)[0].starts_with("draw: young people are asked"), "{:?}", faults(&json));
    json["draw"]["young_people"] = json!(true);
    assert_eq!(faults(&json), Vec::<String>::new());
    json["languages"] = json!(["en", "pl"]);
    assert!(faults(&json).iter().any(|fault| fault.starts_with("draw/prize: there is no text in \"pl\"")));
    json["languages"] = json!(["en"]);
    json["audiences"] = json!(["participating_parent"]);
    json["draw"].as_object_mut().unwrap().remove("young_people");
    assert_eq!(faults(&json), Vec::<String>::new());
    json["draw"]["price"] = text("None");
    assert!(!faults(&json).is_empty());
    let mut taken = survey(&["staff"], &["sex_2021"]);
    taken["sections"][0]["key"] = json!("draw");
    assert!(faults(&taken)[0].contains("is taken"));
}
