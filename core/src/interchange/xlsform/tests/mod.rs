//! Forms of others, as they become surveys.

mod hostile;
mod round;

use serde_json::{Value, json};

use super::read;
use crate::{
    interchange::{Loss, Sheet, Workbook},
    survey::Survey,
};

/// A sheet out of lines with `|` between cells.
pub(super) fn sheet(name: &str, lines: &str) -> Sheet {
    let row = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect();
    Sheet { name: name.to_owned(), rows: lines.lines().filter(|line| !line.trim().is_empty()).map(row).collect() }
}

const CHOICES: &str = "
    list_name | name | label
    yn | yes | Yes
    yn | no | No
    fruit | Apple | Apples
    fruit | pear | Pears
    fruit | other | Something else
    agree | 1 | Disagree
    agree | 2 | So so
    agree | 3 | Agree";

pub(super) fn workbook(survey: &str) -> Workbook {
    let settings = sheet("Settings", "form_title | form_id\nOur form | Our-Form v2");
    Workbook { sheets: vec![sheet("survey", survey), sheet("choices", CHOICES), settings] }
}

#[track_caller]
fn survey(lines: &str) -> (Survey, Vec<Loss>) {
    read(&workbook(lines)).unwrap()
}

/// The questions of a form without headings, as JSON without what is usual, and what was lost, after `survey, row`.
#[track_caller]
fn check(lines: &str, expect: &Value, lost: &[&str]) {
    let headed = format!("type | name | label | relevant | appearance | constraint | required | hint\n{lines}");
    let (survey, losses) = survey(&headed);
    let mut sections = json!(survey.sections);
    let usual = [
        ("required", json!(false)),
        ("sensitive", json!(false)),
        ("offer_not_understood", json!(true)),
        ("other", json!(false)),
        ("exclusive", json!(false)),
        ("monitoring", json!(false)),
    ];
    plain(&mut sections, &usual);
    assert_eq!(sections, *expect, "{lines}\n{sections:#}");
    let within = losses.iter().filter(|loss| loss.at.starts_with("survey, ") || loss.at.starts_with("choices"));
    let told: Vec<_> = within.map(|loss| format!("{}: {}", loss.at, loss.message)).collect();
    let found = told.len() == lost.len()
        && told.iter().zip(lost).all(|(told, lost)| lost.split(" … ").all(|part| told.contains(part)));
    assert!(found, "{lines}\n{told:#?}");
}

fn plain(value: &mut Value, usual: &[(&str, Value)]) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, value| !usual.contains(&(&**name, value.clone())));
            if let Some(Value::String(words)) = fields.get("en").filter(|_| fields.len() == 1).cloned() {
                *value = json!(words);
            } else {
                fields.values_mut().for_each(|value| plain(value, usual));
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|value| plain(value, usual)),
        _ => {}
    }
}

/// A section of the name `g` with these questions.
fn group(questions: &Value) -> Value {
    json!([{"key": "g", "title": "Group", "questions": questions}])
}

/// Lines in a group, as [`check`] takes them; its first line is row 3.
#[track_caller]
fn check_in_group(lines: &str, expect: &Value, lost: &[&str]) {
    check(&format!("begin_group | g | Group\n{lines}\nend_group"), &group(expect), lost);
}

#[test]
fn types_become_kinds() {
    let fruit = || json!([{"key": "apple", "text": "Apples"}, {"key": "pear", "text": "Pears"}, {"key": "other", "text": "Something else"}]);
    let renamed = "choices, list \"fruit\": … \"Apple\" is \"apple\"";
    let named = |kind: &str| json!({"key": "q", "text": "Q", "kind": kind});
    let with = |kind: &str, more: Value| {
        let mut question = named(kind);
        question.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!([question])
    };
    let mut asking = fruit();
    asking[2]["other"] = json!(true);
    let points = json!([{"key": "option_1", "text": "Disagree", "value": 1.0}, {"key": "option_2", "text": "So so", "value": 2.0},
        {"key": "option_3", "text": "Agree", "value": 3.0}]);
    for (line, expect, lost) in [
        ("select_one fruit | q | Q", with("single", json!({"options": fruit()})), &[renamed][..]),
        ("select one fruit or_other | q | Q", with("single", json!({"options": asking})), &[renamed]),
        (
            "select_multiple fruit | q | Q ||| count-selected(.) <= 2",
            with("several", json!({"options": fruit(), "at_most": 2})),
            &[renamed],
        ),
        ("rank fruit | q | Q", with("ranking", json!({"options": fruit()})), &[renamed]),
        ("select_one yn | q | Q |||| yes | Help", with("yes_no", json!({"required": true, "help": "Help"})), &[]),
        ("select_one agree | q | Q || likert", with("scale", json!({"options": points})), &["\"1\" is \"option_1\""]),
        ("text | q | Q", with("short_text", json!({"max_length": 200})), &[]),
        ("text | q | Q || multiline", with("long_text", json!({"max_length": 2000})), &[]),
        (
            "integer | q | Q ||| . >= 0 and . <= 19",
            with("number", json!({"min": 0.0, "max": 19.0, "whole": true})),
            &[],
        ),
        (
            "decimal | q | Q ||| . > ${a}",
            with("number", json!({"min": 0.0, "max": 1000.0, "whole": false})),
            &["does not bound", "was left out"],
        ),
        ("range | q | Q", with("number", json!({"min": 1.0, "max": 10.0, "whole": true})), &[]),
        ("date | q | Q || month-year", with("date", json!({"precise_to": "month"})), &[]),
        ("note | q | Q |||| yes", with("information", json!({})), &[]),
        ("acknowledge | q | Q", with("consent", json!({"agree": "Q"})), &[]),
        ("text | q | Q |||| ${a} = 'b'", with("short_text", json!({"max_length": 200})), &["never required"]),
        (
            "text | Q | Q",
            json!([{"key": "q", "text": "Q", "kind": "short_text", "max_length": 200}]),
            &["has the key \"q\""],
        ),
    ] {
        check_in_group(line, &expect, lost);
    }
}

#[test]
fn what_heard_does_not_ask_is_told() {
    let note = json!([{"key": "q", "kind": "information", "text": "Q"}]);
    for (kind, why) in [
        ("deviceid", "on purpose"),
        ("start", "on purpose"),
        ("geopoint", "asks for a postcode"),
        ("image", "takes none"),
        ("calculate", "scoring plugin"),
        ("select_one_from_file places.csv", "another file"),
        ("teleport", "does not know the type"),
    ] {
        let lines = format!("{kind} | x | X\nnote | q | Q");
        check_in_group(&lines, &note, &[&format!("row 3: … {why}")]);
    }
}

#[test]
fn rules_become_conditions() {
    let before = "select_one fruit | f | F\nselect_multiple agree | m | M\nrank yn | r | R\ndate | d | D\ntext | t | T\nacknowledge | c | C";
    let is = |question: &str, is: &[&str]| json!({"answer": {"question": question, "is": is}});
    let not = |rule: Value| json!({"not": rule});
    for (rule, expect) in [
        ("${f} = 'Apple'", Some(is("f", &["apple"]))),
        ("'Apple' != ${f}", Some(not(is("f", &["apple"])))),
        (
            "selected(${m}, '2') and not(${f} = '')",
            Some(json!({"all": [is("m", &["option_2"]), is("f", &["apple", "pear", "other"])]})),
        ),
        ("${m} = 2", Some(json!({"all": [is("m", &["option_2"]), not(is("m", &["option_1", "option_3"]))]}))),
        ("(${f} = 'pear') or ${c} = 'OK'", Some(json!({"any": [is("f", &["pear"]), is("c", &["yes"])]}))),
        ("count-selected(${m}) > 0", Some(is("m", &["option_1", "option_2", "option_3"]))),
        ("selected-at(${r}, 0) = 'yes'", Some(is("r", &["yes"]))),
        ("${d} >= date('2010-01-01')", Some(json!({"date": {"question": "d", "from": "2010-01-01"}}))),
        ("${d} < '2010-01-01'", Some(json!({"date": {"question": "d", "to": "2009-12-31"}}))),
        ("true()", None),
    ] {
        let (survey, losses) = survey(&format!(
            "type | name | label | relevant\nbegin group | a | A\n{before}\nend group\nbegin group | b | B | {rule}\nnote | n | N\nend group"
        ));
        assert_eq!(json!(survey.sections[1].condition), json!(expect), "{rule}: {losses:?}");
        assert!(!losses.iter().any(|loss| loss.message.contains("cannot ask it only")), "{rule}: {losses:?}");
    }
    for (rule, why) in [
        ("${t} = 'x'", "words or numbers"),
        ("${f} = 'kiwi'", "no option"),
        ("${r} = 'yes'", "ranking"),
        ("${later} = 'x'", "not asked before"),
        ("${f} > 3", "no options that are such numbers"),
        ("${f} = ${m}", "not with one another"),
        ("today() > '2020-01-01'", "today()"),
        ("${f} = ", "something is missing"),
    ] {
        let lines = format!("{before}\nnote | n | N | {rule}");
        let headed = format!("type | name | label | relevant\n{lines}");
        let (survey, losses) = survey(&headed);
        assert_eq!(survey.question("n").unwrap().condition, None, "{rule}");
        let told = losses.iter().find(|loss| loss.at == "survey, row 8").map_or("", |loss| &loss.message);
        assert!(told.contains(why) && told.contains(rule.trim()) && told.contains("always asked"), "{rule}: {told}");
    }
}

#[test]
fn groups_become_sections_and_are_parted_where_questions_look_at_one_another() {
    let yes_no = |key: &str| json!({"key": key, "kind": "yes_no", "text": key.to_uppercase()});
    let note = |key: &str, text: &str| json!({"key": key, "kind": "information", "text": text});
    let rule = json!({"answer": {"question": "a", "is": ["yes"]}});
    let mut asked = note("b", "How is {answer:a|…}?");
    asked["condition"] = rule.clone();
    check(
        "begin_group | g | Group\nselect_one yn | a | A\nnote | b | How is ${a}? | ${a} = 'yes'\nnote | c | C | ${a} = 'yes'\nend_group",
        &json!([{"key": "g", "title": "Group", "questions": [yes_no("a")]},
            {"key": "g_2", "title": "Group", "questions": [asked, {"key": "c", "kind": "information", "text": "C", "condition": rule}]}]),
        &["row 4: … write instead of", "row 4: … a new section begins here"],
    );
    check(
        "note | a | A\nbegin_group | start | Start\nbegin group | inner | Inner | ${x} = 1\nnote | b | B\nend group\nend_group\nbegin_repeat | child | Child\nnote | c | C\nend_repeat\nnote | d | D",
        &json!([{"key": "questions", "title": "Questions", "questions": [note("a", "A")]},
            {"key": "start_2", "title": "Start", "questions": [note("inner", "Inner"), note("b", "B")]},
            {"key": "child", "title": "Child", "questions": [note("c", "C")]},
            {"key": "questions_2", "title": "Questions", "questions": [note("d", "D")]}]),
        &[
            "row 2: … in no group",
            "row 3: … \"start_2\"",
            "row 4: … a group within a group",
            "row 8: … asked once",
            "row 11: … in no group",
            "row 4: … always asked",
            "row 5: … always asked",
        ],
    );
    check(
        "begin_group | g | Group\ncalculate | a\nend_group\nnote | n | N",
        &json!([{"key": "questions", "title": "Questions", "questions": [note("n", "N")]}]),
        &["row 3: … scoring plugin", "row 5: … in no group", "row 2: … without questions"],
    );
}

#[test]
fn tables_become_grids_and_boxes_for_other_words_go_to_their_option() {
    let statements = json!([{"key": "x", "text": "X"}, {"key": "y", "text": "Y"}]);
    let options = json!([{"key": "option_1", "text": "Disagree", "value": 1.0}, {"key": "option_2", "text": "So so", "value": 2.0},
        {"key": "option_3", "text": "Agree", "value": 3.0}]);
    let grid = json!([{"key": "t", "kind": "grid", "text": "Table", "statements": statements, "options": options, "required": true}]);
    let rows =
        |looks: &str| format!("select_one agree | x | X || {looks} || yes\nselect_one agree | y | Y || {looks} || yes");
    check_in_group(
        &format!("begin_group | t | Table || table-list\n{}\nend_group", rows("")),
        &grid,
        &["list \"agree\""],
    );
    check_in_group(
        &format!("select_one agree | t | Table || label\n{}", rows("list-nolabel")),
        &grid,
        &["list \"agree\""],
    );
    let words =
        "select_one yn | p | P\nselect_multiple fruit | q | Q\ntext | q_more | Which? | selected(${q}, 'other')";
    let options = json!([{"key": "apple", "text": "Apples"}, {"key": "pear", "text": "Pears"}, {"key": "other", "text": "Something else", "other": true}]);
    check_in_group(
        words,
        &json!([{"key": "p", "kind": "yes_no", "text": "P"}, {"key": "q", "kind": "several", "text": "Q", "options": options}]),
        &["list \"fruit\"", "row 5: … became the box"],
    );
}

#[test]
fn languages_settings_and_columns_are_told() {
    let (survey, losses) = survey(
        "Type | NAME | label::English (en) | label: Polski (pl) | hint::English (en) | default | label::Klingon | notes | media::image::en
         note | a | Hello | Cześć | | 3 | nuqneH | by us | a.png",
    );
    assert_eq!(json!(survey.languages), json!(["en", "pl"]));
    assert_eq!(json!(survey.questions().next().unwrap().1.text), json!({"en": "Hello", "pl": "Cześć"}));
    assert_eq!((&*survey.key, json!(survey.title)), ("our_form_v2", json!({"en": "Our form"})));
    for (at, message) in [
        ("audiences", "has to be filled in"),
        ("welcome", "has to be filled in"),
        ("minutes", "has to be filled in"),
        ("thanks", "has to be filled in"),
        ("title", "other languages"),
        ("survey", "language of \"label::Klingon\""),
        ("survey, row 2", "\"default\" was left out"),
        ("survey, row 2", "\"notes\" was left out"),
        ("survey, row 2", "\"media::image::en\" was left out"),
    ] {
        let told = losses.iter().any(|loss| loss.at == at && loss.message.contains(message));
        assert!(told, "{at}: {message} in {losses:#?}");
    }
}
