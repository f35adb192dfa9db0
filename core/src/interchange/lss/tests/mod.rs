//! Tables of `LimeSurvey`, in both of their shapes.

mod hostile;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Tables, read};
use crate::{interchange::Loss, survey::Survey};

/// A table out of lines with `|` between cells, the first of which names the columns. `¦` stands for a `|` within one.
fn table(lines: &str) -> Vec<BTreeMap<String, String>> {
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().replace('¦', "|")).collect::<Vec<_>>();
    let mut lines = lines.lines().filter(|line| !line.trim().is_empty()).map(cells);
    let headings = lines.next().unwrap();
    lines.map(|row| headings.iter().cloned().zip(row).collect()).collect()
}

fn tables(all: &[(&str, &str)]) -> Tables {
    all.iter().map(|(name, lines)| ((*name).to_owned(), table(lines))).collect()
}

const SURVEY: (&str, &str) = ("surveys", "sid | language | additional_languages\n7 | en | pl");
const WORDS: (&str, &str) = (
    "surveys_languagesettings",
    "surveyls_language | surveyls_title | surveyls_description | surveyls_welcometext | surveyls_endtext
     en | Music & you | <p>About</p> | Hello | Bye
     pl | Muzyka | | Cześć | Pa",
);
const GROUPS: (&str, &str) =
    ("groups", "gid | sid | group_order | grelevance\n2 | 7 | 2 | q1.NAOK == \"A2\"\n1 | 7 | 1 | 1");
const GROUP_WORDS: (&str, &str) = (
    "group_l10ns",
    "id | gid | group_name | description | language\n1 | 1 | First | <b>Intro</b> | en\n2 | 1 | Pierwsza | | pl\n3 | 2 | Second | | en",
);

/// Questions of the second group, after a list `q1` and boxes `q2` in the first.
pub(super) fn newer(questions: &str, words: &str, more: &[(&str, &str)]) -> Tables {
    let questions = format!(
        "qid | sid | gid | type | title | other | mandatory | question_order | relevance | parent_qid
         11 | 7 | 1 | L | q1 | N | Y | 1 | 1 | 0
         12 | 7 | 1 | M | q2 | Y | N | 2 | | 0
         {questions}"
    );
    let words = format!(
        "id | qid | question | help | language\n1 | 11 | <p>One?</p> | Help | en\n2 | 11 | Jeden? | | pl\n3 | 12 | Two? | | en
         4 | 121 | Box 1 | | en\n5 | 122 | Box 2 | | en\n{words}"
    );
    let parts =
        "qid | parent_qid | title | question_order | scale_id\n122 | 12 | SQ002 | 2 | 0\n121 | 12 | SQ001 | 1 | 0";
    let answers = "aid | qid | code | sortorder | scale_id\n1 | 11 | A1 | 1 | 0\n2 | 11 | A2 | 2 | 0";
    let answer_words = "id | aid | answer | language\n1 | 1 | Yes! | en\n2 | 2 | No! | en\n3 | 1 | Zgoda! | pl";
    let mut all = tables(&[
        SURVEY,
        WORDS,
        GROUPS,
        GROUP_WORDS,
        ("questions", &questions),
        ("question_l10ns", &words),
        ("subquestions", parts),
        ("answers", answers),
        ("answer_l10ns", answer_words),
    ]);
    for (name, rows) in tables(more) {
        all.entry(name).or_default().extend(rows);
    }
    all
}

#[track_caller]
pub(super) fn survey(tables: &Tables) -> (Survey, Vec<Loss>) {
    read(tables).unwrap()
}

#[test]
fn both_shapes_are_read() {
    let (survey_read, losses) = survey(&newer("21 | 7 | 2 | S | q3 | | | 1 | 1 | 0", "9 | 21 | Three? | | en", &[]));
    let older = tables(&[
        SURVEY,
        WORDS,
        ("groups", "gid | group_name | group_order | description | language | grelevance
            1 | First | 1 | <b>Intro</b> | en |\n1 | Pierwsza | 1 | | pl |\n2 | Second | 2 | | en | q1.NAOK == \"A2\""),
        ("questions", "qid | parent_qid | sid | gid | type | title | question | help | other | mandatory | question_order | language | relevance
            11 | 0 | 7 | 1 | L | q1 | <p>One?</p> | Help | N | Y | 1 | en | 1\n11 | 0 | 7 | 1 | L | q1 | Jeden? | | N | Y | 1 | pl | 1
            12 | 0 | 7 | 1 | M | q2 | Two? | | Y | N | 2 | en | 1\n21 | 0 | 7 | 2 | S | q3 | Three? | | N | N | 1 | en | 1"),
        ("subquestions", "qid | parent_qid | title | question | question_order | language\n121 | 12 | SQ001 | Box 1 | 1 | en\n122 | 12 | SQ002 | Box 2 | 2 | en"),
        ("answers", "qid | code | answer | sortorder | language\n11 | A1 | Yes! | 1 | en\n11 | A1 | Zgoda! | 1 | pl\n11 | A2 | No! | 2 | en"),
    ]);
    assert_eq!(survey(&older), (survey_read.clone(), losses.clone()));
    assert_eq!((&*survey_read.key, json!(survey_read.languages)), ("music_you", json!(["en", "pl"])));
    assert_eq!(json!(survey_read.welcome), json!({"en": "About\n\nHello", "pl": "Cześć"}));
    let [first, second] = &survey_read.sections[..] else { panic!("{survey_read:#?}") };
    assert_eq!((&*first.key, json!(first.title)), ("first", json!({"en": "First", "pl": "Pierwsza"})));
    assert_eq!(json!(first.intro), json!({"en": "Intro"}));
    assert_eq!(json!(second.condition), json!({"answer": {"question": "q1", "is": ["a2"]}}));
    let one = json!(first.questions[0]);
    assert_eq!((&one["text"], &one["help"]), (&json!({"en": "One?", "pl": "Jeden?"}), &json!({"en": "Help"})));
    assert_eq!((&one["required"], &one["options"][0]["text"]), (&json!(true), &json!({"en": "Yes!", "pl": "Zgoda!"})));
    let options = json!(first.questions[1])["options"].clone();
    let keys: Vec<_> = options.as_array().unwrap().iter().map(|option| option["key"].clone()).collect();
    assert_eq!((json!(keys), &options[2]["other"]), (json!(["sq001", "sq002", "other"]), &json!(true)));
    assert_eq!(second.questions[0].key.to_string(), "q3");
    for at in ["audiences", "minutes", "codes"] {
        assert!(losses.iter().any(|loss| loss.at == at), "{losses:#?}");
    }
}

/// The kind of a question of some type, as JSON, after `more` was added to the tables.
#[track_caller]
fn check(kind: &str, more: &[(&str, &str)], expect: &Value, lost: &str) {
    let row = format!("31 | 7 | 2 | {kind} | q | N | | 1 | | 0");
    let (survey, losses) = survey(&newer(&row, "90 | 31 | Q | | en\n91 | 311 | X | | en\n92 | 312 | Y | | en", more));
    let found: Vec<Value> =
        survey.sections.get(1).map_or(Vec::new(), |second| second.questions.iter().map(|q| json!(q.kind)).collect());
    let mut found = json!(found);
    for option in
        found.as_array_mut().unwrap().iter_mut().filter_map(|kind| kind.get_mut("options")?.as_array_mut()).flatten()
    {
        option.as_object_mut().unwrap().retain(|_, value| *value != json!(false));
    }
    assert_eq!(found, *expect, "{kind}: {found:#}");
    let told =
        losses.iter().filter(|loss| loss.at == "question q").map(|loss| &*loss.message).collect::<Vec<_>>().join("; ");
    assert!(told.contains(lost) && told.is_empty() == lost.is_empty(), "{kind}: {told}");
}

#[test]
fn types_become_kinds() {
    let answers = &[
        ("answers", "aid | qid | code | sortorder\n8 | 31 | a | 1\n9 | 31 | b | 2"),
        ("answer_l10ns", "aid | answer | language\n8 | A | en\n9 | B | en"),
    ];
    let parts = &[("subquestions", "qid | parent_qid | title | question_order\n311 | 31 | x | 1\n312 | 31 | y | 2")];
    let both = &[answers[0], answers[1], parts[0]];
    let en = |words: &str| json!({"en": words});
    let option = |key: &str, words: &str| json!({"key": key, "text": en(words)});
    let point = |key: &str, words: &str, value: f64| json!({"key": key, "text": en(words), "value": value});
    let ab = json!([option("a", "A"), option("b", "B")]);
    let xy = json!([option("x", "X"), option("y", "Y")]);
    check("L", answers, &json!([{"kind": "single", "options": ab}]), "");
    // Some exports name the question and the code of an answer beside its words, not its id.
    let by_codes = [answers[0], ("answer_l10ns", "qid | code | answer | language\n31 | a | A | en\n31 | b | B | en")];
    check("!", &by_codes, &json!([{"kind": "single", "options": ab}]), "");
    check("O", answers, &json!([{"kind": "single", "options": ab}]), "comment");
    check("R", answers, &json!([{"kind": "ranking", "options": ab}]), "");
    check(
        "F",
        both,
        &json!([{"kind": "grid", "statements": xy, "options": [point("a", "A", 1.0), point("b", "B", 2.0)]}]),
        "",
    );
    let three = [point("increase", "Increase", 1.0), point("same", "Same", 2.0), point("decrease", "Decrease", 3.0)];
    check("E", parts, &json!([{"kind": "grid", "statements": xy, "options": three}]), "");
    check("Y", &[], &json!([{"kind": "yes_no"}]), "");
    check(
        "G",
        &[],
        &json!([{"kind": "single", "options": [option("female", "Female"), option("male", "Male")]}]),
        "standard item",
    );
    check("N", &[], &json!([{"kind": "number", "min": 0.0, "max": 1000.0, "whole": false}]), "does not bound");
    let bounds = (
        "question_attributes",
        "qid | attribute | value\n31 | min_num_value_n | 2\n31 | max_num_value_n | 5\n31 | num_value_int_only | 1",
    );
    check("N", &[bounds], &json!([{"kind": "number", "min": 2.0, "max": 5.0, "whole": true}]), "");
    check(
        "D",
        &[("question_attributes", "qid | attribute | value\n31 | date_format | mm/yyyy")],
        &json!([{"kind": "date", "precise_to": "month"}]),
        "",
    );
    check("S", &[], &json!([{"kind": "short_text", "max_length": 200}]), "");
    check("U", &[], &json!([{"kind": "long_text", "max_length": 2000}]), "");
    check("X", &[], &json!([{"kind": "information"}]), "");
    check(
        "Q",
        parts,
        &json!([{"kind": "short_text", "max_length": 200}, {"kind": "short_text", "max_length": 200}]),
        "questions of their own",
    );
    check("M", parts, &json!([{"kind": "several", "options": xy}]), "");
    check("¦", &[], &json!([]), "a file");
    check("?", &[], &json!([]), "does not know the type");
    check("X", &[("question_attributes", "qid | attribute | value\n31 | hidden | 1")], &json!([]), "hidden");
}

#[test]
fn rules_and_conditions_of_old_become_conditions() {
    let is = |question: &str, is: &str| json!({"answer": {"question": question, "is": [is]}});
    for (rule, expect) in [
        ("((q1.NAOK == \"A1\"))", is("q1", "a1")),
        ("q2_SQ001.NAOK == \"Y\"", is("q2", "sq001")),
        ("!(q2_SQ001 == 'Y') and 7X1X11.NAOK eq \"A2\"", json!({"all": [{"not": is("q2", "sq001")}, is("q1", "a2")]})),
        (
            "q2_SQ002.NAOK != \"Y\" || !is_empty(q1)",
            json!({"any": [{"not": is("q2", "sq002")}, {"answer": {"question": "q1", "is": ["a1", "a2"]}}]}),
        ),
    ] {
        let row = format!("31 | 7 | 2 | X | q | N | | 1 | {} | 0", rule.replace('|', "¦"));
        let (survey, losses) = survey(&newer(&row, "", &[]));
        assert_eq!(json!(survey.question("q").unwrap().condition), expect, "{rule}: {losses:#?}");
    }
    let conditions = "qid | cqid | cfieldname | method | value | scenario
        31 | 11 | 7X1X11 | == | A1 | 1\n31 | 12 | +7X1X12SQ001 | == | Y | 1\n31 | 11 | 7X1X11 | == | A2 | 1";
    let (survey, _) = survey(&newer("31 | 7 | 2 | X | q | N | | 1 | | 0", "", &[("conditions", conditions)]));
    let expect = json!({"all": [is("q2", "sq001"), {"any": [is("q1", "a1"), is("q1", "a2")]}]});
    assert_eq!(json!(survey.question("q").unwrap().condition), expect);
}
