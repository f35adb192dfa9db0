//! What we wrote is read back as it was, and what a person changed in it wins.

use serde_json::{Value, json};

use super::super::*;
use crate::{
    interchange::{Loss, Workbook},
    question::Kind,
    survey::Survey,
    text::Lang,
};

/// Surveys that are published, or could be.
const SURVEYS: [&str; 7] = [
    include_str!("../../../../../web/src/demo/survey.json"),
    include_str!("../../../../../web/src/demo/young_people.json"),
    include_str!("../../../../../web/src/builder/templates/after_event.json"),
    include_str!("../../../../../web/src/builder/templates/governance.json"),
    include_str!("../../../../../web/src/builder/templates/public_engagement.json"),
    include_str!("../../../../../web/src/builder/templates/workforce.json"),
    include_str!("../../../../../web/src/builder/templates/youth_voice.json"),
];

/// A survey with every kind, every way to be asked, and texts that are hard to write.
pub(super) fn every_kind() -> Survey {
    let text = |words: &str| json!({"en": words, "cy": format!("{words} (cy)")});
    let option = |key: &str| json!({"key": key, "text": text(key)});
    let point = |key: &str, value: f64| json!({"key": key, "text": text(key), "value": value});
    let answered = |question: &str, is: &[&str]| json!({"answer": {"question": question, "is": is}});
    let asked = |key: &str, kind: &str, more: Value| {
        let mut question = json!({"key": key, "kind": kind, "text": text(key)});
        question.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        question
    };
    let points = json!([point("no", 1.0), point("so_so", 2.5), option("dont_know")]);
    let other = json!([option("a"), {"key": "other", "text": text("Other"), "other": true}]);
    let alone = json!([option("a"), {"key": "none", "text": text("None"), "exclusive": true, "picture": "no"}]);
    let told = json!([{"key": "staff", "text": text("Staff"), "audience": "staff"},
        {"key": "young", "text": text("Young"), "audience": "young_person", "age_band": "nine_to_12"}]);
    let first = json!([
        asked("who", "single", json!({"options": told, "required": true, "reason": text("Why"), "help": text("Help")})),
        asked("single", "single", json!({"options": other})),
        asked("scale", "scale", json!({"options": points, "offer_not_understood": false})),
        asked("several", "several", json!({"options": alone, "at_most": 1})),
        asked("ranking", "ranking", json!({"options": [option("a"), option("b")], "places": 1})),
        asked(
            "grid",
            "grid",
            json!({"options": points, "required": true, "help": text("All of them"),
            "statements": [option("fun"), option("far")]})
        ),
        asked("number", "number", json!({"min": -0.5, "max": 12.25})),
        asked("month", "date", json!({"precise_to": "month", "earliest": "2001-02", "latest": "2019"})),
        asked("words", "short_text", json!({"max_length": 80, "sensitive": true})),
        asked("story", "long_text", json!({"max_length": 900, "picture": {"name": "drum", "alt": text("A drum")}})),
        asked("yes_no", "yes_no", json!({})),
        asked("agree", "consent", json!({"agree": text("You may show ${my} words")})),
        asked("postcode", "postcode", json!({})),
        asked("told", "information", json!({"wordings": [{"for": ["easy_read"], "text": text("Easy")}]})),
    ]);
    let rules = json!([answered("single", &["a", "other"]), {"not": answered("several", &["none"])},
        answered("ranking", &["b"]), answered("agree", &["no"]), {"date": {"question": "month", "from": "2003"}},
        {"answer": {"question": "grid", "statement": "far", "is": ["no"]}}]);
    let piped = json!({"en": "How is {answer:words|it}?", "cy": " Sut {answer:single|x} \n"});
    let second = json!([
        asked("piped", "yes_no", json!({"text": piped, "condition": {"any": rules}})),
        asked("young", "yes_no", json!({"condition": {"audience": ["young_person"]}}))
    ]);
    let survey = json!({
        "key": "every_kind", "title": text("Every kind"), "welcome": text("Welcome"), "thanks": text("Thanks"),
        "languages": ["en", "cy"], "audiences": ["staff", "young_person"], "minutes": 3, "pace": "question",
        "wordings": [{"for": ["easy_read"], "welcome": text("Easy welcome")}],
        "sections": [
            {"key": "single", "title": text("First"), "intro": text("Intro"), "questions": first},
            {"key": "second", "title": text("Second"), "condition": {"language": ["cy"]}, "questions": second},
            {"key": "about", "title": text("About you"), "monitoring": true, "standard": ["sex_2021", "religion_2021"],
                "condition": answered("yes_no", &["yes"])},
        ],
    });
    Survey::draft(&survey.to_string()).unwrap()
}

fn surveys() -> Vec<Survey> {
    let mut surveys: Vec<_> = SURVEYS.iter().map(|json| Survey::draft(json).unwrap()).collect();
    surveys.push(every_kind());
    surveys
}

#[track_caller]
fn written_and_read(survey: &Survey) -> (Survey, Vec<Loss>) {
    read(&write(survey).0).unwrap()
}

#[test]
fn what_was_written_is_read_back_as_it_was() {
    for survey in surveys() {
        let (again, losses) = written_and_read(&survey);
        assert_eq!(losses, [], "{}", survey.key);
        for (was, is) in survey.sections.iter().zip(&again.sections) {
            for (was, is) in was.questions.iter().zip(&is.questions) {
                assert_eq!(was, is);
            }
            assert_eq!(was, is);
        }
        assert_eq!(survey, again);
        let (whole, _) = survey.with_standard_items();
        assert_eq!(written_and_read(&whole), (whole.clone(), Vec::new()));
    }
}

#[test]
fn long_texts_and_other_line_ends_are_read_back_as_they_were() {
    let mut survey = every_kind();
    let long = "Long words ".repeat(4_000);
    survey.sections[0].questions[0].text.set(&Lang::english(), &long);
    survey.sections[0].intro.as_mut().unwrap().set(&Lang::english(), "One\n\nTwo ${three} {answer:four|five");
    let (mut workbook, losses) = write(&survey);
    assert!(losses.iter().any(|loss| loss.at == "who" && loss.message.contains("was cut")), "{losses:#?}");
    let cells = workbook.sheets.iter_mut().flat_map(|sheet| &mut sheet.rows).flatten();
    for cell in cells.filter(|cell| cell.len() < 20_000) {
        *cell = format!("  {} ", cell.replace('\n', "\r\n"));
    }
    assert_eq!(read(&workbook).unwrap_or_else(|faults| panic!("{faults:#?}")), (survey, Vec::new()));
}

#[test]
fn what_others_do_not_do_is_told() {
    let (_, losses) = write(&every_kind());
    for (at, message) in [
        ("survey", "I don't understand"),
        ("postcode", "keeps a district only"),
        ("second", "they do not know the language"),
        ("who", "tells whom is asked"),
        ("ranking", "the best few"),
        ("words, ", "I'd rather not say"),
    ] {
        let told = losses.iter().any(|loss| loss.at.contains(at) && loss.message.contains(message));
        assert!(told, "{at}: {message} in {losses:#?}");
    }
}

/// The cell of a row, found by its name, under a heading that begins so.
fn cell<'w>(workbook: &'w mut Workbook, sheet: &str, name: &str, heading: &str) -> &'w mut String {
    let sheet = workbook.sheets.iter_mut().find(|one| one.name == sheet).unwrap();
    let column = sheet.rows[0].iter().position(|known| known.starts_with(heading)).unwrap();
    let row = sheet.rows.iter_mut().find(|row| row[1] == name).unwrap();
    &mut row[column]
}

#[test]
fn what_a_person_changed_wins() {
    let english = Lang::english();
    let mut workbook = write(&every_kind()).0;
    *cell(&mut workbook, "survey", "who", "label::English") = "Who are you?".to_owned();
    *cell(&mut workbook, "survey", "who", "hint::English") = String::new();
    *cell(&mut workbook, "survey", "single", "required") = "yes".to_owned();
    *cell(&mut workbook, "survey", "number", "constraint") = ". >= 0 and . <= 7".to_owned();
    *cell(&mut workbook, "survey", "young", "relevant") = "${yes_no} = 'yes'".to_owned();
    *cell(&mut workbook, "survey", "piped", "label::English") = "And ${words}, how?".to_owned();
    *cell(&mut workbook, "survey", "grid_fun", "label::English") = "Much fun".to_owned();
    *cell(&mut workbook, "survey", "story", "name") = "the_story".to_owned();
    *cell(&mut workbook, "survey", "welcome", "label::English") = "Hello".to_owned();
    *cell(&mut workbook, "choices", "dont_know", "label::English") = "No idea".to_owned();
    let (read, losses) = read(&workbook).unwrap();
    assert_eq!(losses, []);
    let question = |key: &str| read.question(key).unwrap();
    assert_eq!(question("who").text.get(&english), "Who are you?");
    assert_eq!(question("who").help.as_ref().map(|help| help.own(&english)), Some(""));
    assert!(question("who").reason.is_some() && question("single").required);
    assert!(
        matches!(&question("number").kind, Kind::Number(number) if number.max > 6.9 && number.max < 7.1 && !number.whole)
    );
    let rule = json!({"answer": {"question": "yes_no", "is": ["yes"]}});
    assert_eq!(json!(question("young").condition), rule);
    assert_eq!(question("piped").text.own(&english), "And {answer:words|it}, how?");
    assert!(matches!(&question("grid").kind, Kind::Grid(grid) if grid.statements[0].text.own(&english) == "Much fun"));
    assert!(read.question("story").is_none() && question("the_story").picture.is_some());
    assert_eq!(read.welcome.own(&english), "Hello");
    // "No idea" is of the first list that has such an option.
    assert_eq!(question("grid").option_text("dont_know").unwrap().own(&english), "No idea");
}

#[test]
fn another_type_and_broken_notes_are_told() {
    let mut workbook = write(&every_kind()).0;
    *cell(&mut workbook, "survey", "single", "type") = "select_multiple single".to_owned();
    *cell(&mut workbook, "survey", "who", "heard::question") = "{\"question\": 1}".to_owned();
    let (read, losses) = read(&workbook).unwrap();
    assert!(matches!(&read.question("single").unwrap().kind, Kind::Several(_)));
    assert!(read.question("who").unwrap().reason.is_none());
    let told: Vec<_> = losses.iter().map(|loss| &*loss.message).collect();
    assert!(told.iter().any(|told| told.contains("its type was changed")), "{told:#?}");
    assert!(told.iter().any(|told| told.contains("cannot be read any more")), "{told:#?}");
}
