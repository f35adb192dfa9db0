//! Reading a survey's JSON form, the way through it, and what is kept at the end.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

use heard_core::{
    age::AgeBand,
    answer::{Answer, Answers, Typed},
    audience::Audience,
    response::Response,
    route::Route,
    survey::Survey,
    text::{Key, Lang},
    walk::{At, Pace, Progress, Walk},
    wording::Reader,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Three sections: who answers, a page for each audience, and monitoring.
fn example() -> Value {
    let text = |text: &str| json!({ "en": text });
    json!({
        "key": "example", "title": text("Example"), "welcome": text("Hello"), "thanks": text("Thanks"),
        "languages": ["en"], "audiences": ["participating_parent", "non_participating_parent"], "minutes": 2,
        "sections": [
            { "key": "who", "title": text("You"), "questions": [
                { "key": "takes_part", "kind": "single", "text": text("Does your child take part?"), "required": true,
                  "options": [
                    { "key": "yes", "text": text("Yes"), "audience": "participating_parent" },
                    { "key": "no", "text": text("No"), "audience": "non_participating_parent" } ] } ] },
            { "key": "joy", "title": text("Joy"), "condition": { "audience": ["participating_parent"] }, "questions": [
                { "key": "enjoys", "kind": "yes_no", "text": text("Is it fun?") } ] },
            { "key": "barriers", "title": text("Barriers"), "condition": { "not": { "audience": ["participating_parent"] } },
              "questions": [
                { "key": "cost", "kind": "yes_no", "text": text("Is it the cost?") },
                { "key": "why", "kind": "long_text", "max_length": 50, "text": text("Why?"),
                  "condition": { "answer": { "question": "takes_part", "is": ["no"] } } } ] },
            { "key": "about", "title": text("About you"), "monitoring": true, "standard": ["ethnic_group_2021", "postcode"] }
        ]
    })
}

fn read(survey: &Value) -> Result<Survey, Vec<String>> {
    Survey::from_json(&survey.to_string())
        .map_err(|faults| faults.into_iter().map(|fault| format!("{}: {}", fault.at, fault.message)).collect())
}

fn answers(given: &[(&str, Answer)]) -> Answers {
    given.iter().map(|(key, answer)| (Key::try_from(*key).unwrap(), answer.clone())).collect()
}

fn choice(key: &str) -> Answer {
    Answer::Choice(Key::try_from(key).unwrap())
}

#[test]
fn standard_items_become_questions() {
    let survey = read(&example()).unwrap();
    let about = survey.section("about").unwrap();
    assert_eq!(about.questions.iter().map(|q| &*q.key).collect::<Vec<_>>(), ["ethnic_group", "postcode"]);
    assert!(about.questions.iter().all(|question| question.sensitive && !question.required));
    // What is stored reads the same again.
    let stored = serde_json::to_string(&survey).unwrap();
    assert_eq!(serde_json::from_str::<Survey>(&stored).unwrap(), survey);
}

#[test]
fn the_demonstration_and_the_schema_agree_on_the_fields() {
    let schema = Survey::json_schema();
    for field in example().as_object().unwrap().keys() {
        assert!(schema["properties"][field].is_object(), "{field} is not in the schema");
    }
}

#[test]
fn faults_say_where_and_what_to_do() {
    let cases: [(&str, Value, &str); 17] = [
        ("/sections/0/questions/0/requird", json!(true), "no such field"),
        ("/sections/0/key", json!("check"), "is taken"),
        ("/sections/1/key", json!("who"), "is taken"),
        ("/sections/1/questions/0/key", json!("takes_part"), "two questions have the key"),
        ("/sections/0/questions/0/options/1/key", json!("yes"), "two options have the key"),
        ("/sections/0/questions/0/options", json!([]), "at least two"),
        ("/sections/0/questions/0/options/1/audience", json!("staff"), "do not name"),
        (
            "/sections/0/questions/0/condition",
            json!({"answer": {"question": "cost", "is": ["yes"]}}),
            "earlier section",
        ),
        ("/sections/2/questions/1/condition/answer/is", json!(["maybe"]), "does not offer"),
        ("/sections/2/questions/1/max_length", json!(0), "max_length"),
        ("/sections/3/standard/0", json!("ethnic_group_1991"), "no standard item"),
        ("/languages", json!(["en", "cy", "fr"]), "\"ethnic_group_2021\" is not there in \"cy\" and \"fr\""),
        ("/sections/1/questions/0/text", json!({"en": " "}), "no text in \"en\""),
        ("/sections/0/questions/0/options/1/text", json!({"en": "No\u{202e}"}), "invisible sign U+202E"),
        ("/languages", json!(["en", "cy"]), "no text in \"cy\""),
        ("/languages", json!(["english"]), "not a language code"),
        ("/key", json!("Example!"), "cannot be a key"),
    ];
    for (pointer, value, expect) in cases {
        let mut survey = example();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        match survey.pointer_mut(parent).unwrap() {
            Value::Object(fields) => drop(fields.insert(name.to_owned(), value)),
            Value::Array(items) => items[name.parse::<usize>().unwrap()] = value,
            other => panic!("{other}"),
        }
        let faults = read(&survey).unwrap_err();
        assert!(faults.iter().any(|fault| fault.contains(expect)), "{pointer}: {faults:?}");
    }
}

/// The example with other words and pictures: an age that the first section tells, and texts for it in all parts.
fn worded() -> Value {
    let text = |text: &str| json!({ "en": text });
    let mut survey = example();
    survey["wordings"] = json!([{ "for": ["easy_read"], "welcome": text("Hi. We ask."), "thanks": text("Bye") }]);
    survey["sections"][0]["questions"][0]["options"][0]["age_band"] = json!("under_9");
    survey["sections"][1]["wordings"] =
        json!([{ "for": ["under_9"], "intro": text("Fun?") }, { "for": ["easy_read"], "title": text("Fun") }]);
    survey["sections"][1]["questions"][0]["wordings"] = json!([{ "for": ["under_9"], "text": text("Is music fun?") }]);
    survey["sections"][1]["questions"][0]["picture"] = json!({ "name": "heart", "alt": text("A heart") });
    survey
}

#[test]
fn what_is_said_around_the_questions_has_wordings_too() {
    let survey = read(&worded()).unwrap();
    let english = Lang::english();
    let easy = Reader { easy_read: true, age_band: None };
    let young = Reader { easy_read: false, age_band: Some(AgeBand::Under9) };
    let joy = survey.section("joy").unwrap();
    assert_eq!(survey.welcome_for(easy).get(&english), "Hi.\nWe ask.");
    assert_eq!(survey.thanks_for(young).get(&english), "Thanks");
    assert_eq!((joy.title_for(easy).get(&english), joy.title_for(young).get(&english)), ("Fun", "Joy"));
    assert_eq!(joy.intro_for(young).unwrap().get(&english), "Fun?");
    assert_eq!(joy.intro_for(easy), None);
    assert!(survey.offers_easy_read() && !read(&example()).unwrap().offers_easy_read());
    // What is stored reads the same again.
    assert_eq!(serde_json::from_str::<Survey>(&serde_json::to_string(&survey).unwrap()).unwrap(), survey);
}

#[test]
fn faults_of_wordings_and_pictures_say_where() {
    let cases: [(&str, Value, &str); 9] = [
        ("/wordings/0/for", json!(["under_9"]), "wordings: nobody can ever see its wording for \"under_9\""),
        ("/sections/0/questions/0/options/0/age_band", json!("adult"), "joy/enjoys: nobody can ever see"),
        ("/sections/1/wordings/0/for", json!(["thirteen_to_18"]), "joy: nobody can ever see"),
        (
            "/sections/1/questions/0/wordings/0/text",
            json!({}),
            "joy/enjoys/text for under_9: there is no text in \"en\"",
        ),
        ("/sections/1/questions/0/wordings/0/text", json!({"en": "\u{202e}x"}), "invisible sign"),
        ("/sections/1/wordings/0/intro", json!({"en": "{answer:takes_part|x}"}), "in the texts of a question only"),
        (
            "/sections/1/questions/0/wordings/0/help",
            json!({"en": "{answer:cost|x}"}),
            "names no question of an earlier",
        ),
        ("/sections/1/questions/0/picture/alt", json!({}), "joy/enjoys/picture: there is no text in \"en\""),
        ("/sections/0/questions/0/options/0/picture", json!("kazoo"), "\"kazoo\" is not known here"),
    ];
    for (pointer, value, expect) in cases {
        let mut survey = worded();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        survey.pointer_mut(parent).unwrap()[name] = value;
        let faults = read(&survey).unwrap_err();
        assert!(faults.iter().any(|fault| fault.contains(expect)), "{pointer}: {faults:?}");
    }
    // A picture without words for those who do not see it is none.
    let mut survey = worded();
    survey["sections"][1]["questions"][0]["picture"] = json!({ "name": "heart" });
    assert!(read(&survey).unwrap_err()[0].contains("\"alt\" is missing"));
}

#[test]
fn monitoring_cannot_be_required_and_says_why_it_asks() {
    let mut survey = example();
    survey["sections"][3]["questions"] =
        json!([{ "key": "age", "kind": "yes_no", "text": { "en": "Over 60?" }, "required": true }]);
    let faults = read(&survey).unwrap_err().join("\n");
    assert!(faults.contains("never required") && faults.contains("says why"), "{faults}");
}

#[test]
fn the_way_follows_the_audience() {
    let survey = read(&example()).unwrap();
    let english = Lang::english();
    for (told, audience, expect) in [
        ("yes", Audience::ParticipatingParent, "who joy about"),
        ("no", Audience::NonParticipatingParent, "who barriers about"),
    ] {
        let given = answers(&[("takes_part", choice(told))]);
        let route = Route::new(&survey, &given, &english);
        assert_eq!(route.audience(), Some(audience));
        assert_eq!(route.sections().map(|s| &*s.key).collect::<Vec<_>>().join(" "), expect);
        assert_eq!(route.first_open().map(|(section, _)| &*section.key), expect.split(' ').nth(1));
        let (walk, about) = (Walk::new(route, Pace::Section), At { section: "about", question: None });
        assert_eq!(walk.progress(about), Some(Progress { at: 3, of: 3, about: false }));
        assert_eq!(walk.before(about).map(|page| &*page.section.key), expect.split(' ').nth(1));
        assert!(walk.after(about).is_none());
    }
}

#[test]
fn what_was_answered_on_a_way_that_was_left_is_not_asked() {
    let survey = read(&example()).unwrap();
    let given = answers(&[
        ("takes_part", choice("yes")),
        ("enjoys", choice("yes")),
        ("cost", choice("no")),
        ("why", Answer::Text("the bus".to_owned())),
        ("ethnic_group", Answer::RatherNotSay),
        ("postcode", Answer::Skipped),
    ]);
    let response = Response::finish(&survey, &given, &Lang::english()).unwrap();
    assert_eq!(response.answers, answers(&[("takes_part", choice("yes")), ("enjoys", choice("yes"))]));
    assert_eq!(response.monitoring.get("ethnic_group"), Some(&Answer::RatherNotSay));
    assert_eq!((response.audience, response.age_band), (Some(Audience::ParticipatingParent), None));
    let told = Response::finish(&read(&worded()).unwrap(), &given, &Lang::english()).unwrap();
    assert_eq!(told.age_band, Some(AgeBand::Under9));
}

#[test]
fn a_place_is_carried_beside_the_answers() {
    let survey = read(&example()).unwrap();
    let place = heard_core::area::Place { area: "E07000243".to_owned(), decile: Some(3), edition: "2026".to_owned() };
    let given = answers(&[
        ("takes_part", choice("yes")),
        ("enjoys", Answer::Skipped),
        ("ethnic_group", Answer::Skipped),
        ("postcode", Answer::Place(place.clone())),
    ]);
    let response = Response::finish(&survey, &given, &Lang::english()).unwrap();
    assert_eq!(response.place, Some(place));
    assert_eq!(response.monitoring.get("postcode"), None);
}

#[test]
fn a_survey_cannot_be_finished_with_a_section_open() {
    let survey = read(&example()).unwrap();
    let given = answers(&[("takes_part", choice("no"))]);
    assert_eq!(
        Response::finish(&survey, &given, &Lang::english()).map_err(|open| open.to_string()),
        Err("barriers".to_owned())
    );
    // A required question that was skipped is open, whatever a stored draft says.
    let given = answers(&[("takes_part", Answer::Skipped)]);
    assert_eq!(
        Response::finish(&survey, &given, &Lang::english()).map_err(|open| open.to_string()),
        Err("who".to_owned())
    );
}

proptest! {
    /// Whatever a browser sends, reading gives answers or problems, never both for a question, and never fails.
    #[test]
    fn reading_never_fails(fields in prop::collection::vec(("[a-z_]{1,10}|takes_part|cost|why", ".{0,60}|yes|no"), 0..20)) {
        let survey = read(&example()).unwrap();
        let typed: Typed = fields.into_iter().collect();
        let questions: Vec<_> = survey.questions().map(|(_, question)| question).collect();
        let (answers, problems) = Answers::read(questions.iter().copied(), &typed, &|_| None);
        for question in &questions {
            let wrong = problems.iter().any(|problem| problem.question == question.key);
            prop_assert_ne!(answers.get(&question.key).is_some(), wrong);
        }
        // What was read and typed again is read the same.
        let (again, _) = Answers::read(questions.iter().copied(), &Typed::from_answers(&answers), &|_| None);
        for (key, answer) in answers.iter() {
            prop_assert_eq!(again.get(key), Some(answer));
        }
    }

    /// No way through the survey is longer than the survey, and each step leads forward.
    #[test]
    fn every_way_ends(first in "yes|no|maybe", second in "yes|no", pace in prop::sample::select(&Pace::ALL)) {
        let survey = read(&example()).unwrap();
        let english = Lang::english();
        let given = answers(&[("takes_part", choice(&first)), ("cost", choice(&second))]);
        let walk = Walk::new(Route::new(&survey, &given, &english), pace);
        let mut page = walk.first_of(&survey.sections[0].key).unwrap();
        for _ in survey.questions() {
            prop_assert!(walk.after(page.at()).is_none_or(|next| walk.before(next.at()).unwrap().at() == page.at()));
            match walk.after(page.at()) {
                None => return Ok(()),
                Some(next) => page = next,
            }
        }
        prop_assert!(false, "the way does not end");
    }
}
