//! What is no form is refused in words, and nothing brings the reading down.

use proptest::prelude::*;

use super::{
    super::{read, write},
    sheet, workbook,
};
use crate::interchange::{LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Sheet, Workbook};

#[track_caller]
fn refused(workbook: &Workbook, at: &str, message: &str) {
    let faults = read(workbook).unwrap_err();
    let told = faults.iter().any(|fault| fault.at == at && fault.message.contains(message));
    assert!(told, "{at}: {message} in {faults:#?}");
}

#[test]
fn what_is_no_form_is_refused_in_words() {
    for (lines, at, message) in [
        ("type | name\nbegin_group | a\nnote | b", "survey, row 2", "does not end"),
        ("type | name\nnote | b\nend_group", "survey, row 3", "ends what does not begin"),
        ("type | name\nbegin_group | a\nend_repeat", "survey, row 3", "ends what does not begin"),
        ("type | name\nselect_one cars | a", "survey, row 2", "list \"cars\""),
        ("type | name\nnote | a\nnote | A", "survey, row 3", "has the name \"A\" too"),
        ("type | label\nnote | b", "survey", "no column \"name\""),
        ("type | name | Name\nnote | b", "survey", "two columns"),
        ("type | name | label | label::en\nnote | b", "survey", "two columns"),
    ] {
        refused(&workbook(lines), at, message);
    }
    refused(&Workbook::default(), "", "no sheet \"survey\"");
    let twice = sheet("choices", "list_name | name\na | x\na | x");
    refused(&Workbook { sheets: vec![sheet("survey", "type | name"), twice] }, "choices, row 3", "two options \"x\"");
}

#[test]
fn what_is_too_large_is_refused() {
    let of = |rows: Vec<Vec<String>>| Workbook { sheets: vec![Sheet { name: "survey".to_owned(), rows }] };
    let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    refused(&of(vec![Vec::new(); MOST_ROWS + 1]), "survey", "rows");
    refused(&of(vec![vec![String::new(); MOST_COLUMNS + 1]]), "survey, row 1", "columns");
    refused(&of(vec![row(&["type"]), row(&[&"x".repeat(LONGEST_CELL + 1)])]), "survey, row 2", "signs");
    refused(&of(vec![row(&["x".repeat(LONGEST_CELL).as_str()]); 160]), "", "signs in all");
    // Many questions that share a long list.
    let mut survey = vec![row(&["type", "name"])];
    survey.extend((0..2_000).map(|number| row(&["select_one a", &format!("q{number}")])));
    let mut choices = vec![row(&["list_name", "name"])];
    choices.extend((0..4_000).map(|number| row(&["a", &format!("o{number}")])));
    let sheets = [("survey", survey), ("choices", choices)].map(|(name, rows)| Sheet { name: name.to_owned(), rows });
    refused(&Workbook { sheets: sheets.into() }, "choices", "too long for as many questions");
}

#[test]
fn deep_nesting_is_read_or_told() {
    let deep = "(".repeat(LONGEST_CELL / 2);
    let lines = format!("type | name | relevant\nselect_one yn | a\nnote | b | {deep}");
    let (_, losses) = read(&workbook(&lines)).unwrap();
    assert!(losses.iter().any(|loss| loss.message.contains("nested too deep") || loss.message.contains("too long")));
    let groups = |depth: usize| {
        let (begins, ends) = ("begin_group | |\n".repeat(depth), "end_group\n".repeat(depth));
        workbook(&format!("type | name | label\n{begins}note | a | A\n{ends}"))
    };
    assert!(read(&groups(20)).is_ok());
    refused(&groups(2_000), "survey, row 22", "20 deep");
    let nested = |depth: usize| format!("{{\"question\":{}null{}}}", "[".repeat(depth), "]".repeat(depth));
    let lines = format!("type | name | heard::part | heard::question\nnote | a | question a | {}", nested(1_000));
    assert!(read(&workbook(&lines)).unwrap().1.iter().any(|loss| loss.message.contains("cannot be read any more")));
}

#[test]
fn rules_that_are_long_and_deep_can_be_kept() {
    let deepest = (1..40).rev().find(|depth| {
        let rule = format!("{}${{a}} = 'yes'{}", "not((".repeat(*depth), "))".repeat(*depth));
        let lines = format!("type | name | relevant\nbegin_group | g\nselect_one yn | a\nend_group\nnote | b | {rule}");
        let (survey, _) = read(&workbook(&lines)).unwrap();
        survey.question("b").unwrap().condition.is_some()
    });
    assert!(deepest.is_some_and(|depth| depth >= 5), "{deepest:?}");
}

fn cell() -> impl Strategy<Value = String> {
    let known = [
        "type",
        "name",
        "label",
        "label::Polski (pl)",
        "hint",
        "relevant",
        "constraint",
        "required",
        "appearance",
        "list_name",
        "begin_group",
        "end_group",
        "begin_repeat",
        "end_repeat",
        "select_one a",
        "select_multiple a or_other",
        "rank a",
        "integer",
        "range",
        "text",
        "note",
        "date",
        "acknowledge",
        "table-list",
        "label",
        "list-nolabel",
        "likert",
        "a",
        "b",
        "${a} = 'b'",
        "selected(${a}, 'b') and not(${b} > 1)",
        ". >= 1 and . <= 9e9",
        "start=9 end=inf step=nan",
        "heard::part",
        "heard::question",
        "heard::section",
        "heard::survey",
        "question a",
        "section a",
        "welcome",
        "intro",
        "{\"question\":{\"key\":\"a\",\"kind\":\"yes_no\",\"text\":{}},\"relevant\":\"\"}",
        "form_title",
        "yes",
        "",
    ];
    prop_oneof![9 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => ".{0,12}"]
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    let headings = [
        "type",
        "name",
        "label",
        "relevant",
        "constraint",
        "appearance",
        "parameters",
        "heard::part",
        "heard::question",
        "list_name",
    ];
    let headings: Vec<_> = headings.iter().map(|heading| (*heading).to_owned()).collect();
    let cells = proptest::collection::vec(proptest::collection::vec(cell(), 0..10), 0..14);
    (any::<bool>(), cells).prop_map(move |(headed, mut rows)| {
        if headed {
            rows.insert(0, headings.clone());
        }
        rows
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_tables_are_read_or_refused(survey in rows(), choices in rows(), settings in rows()) {
        let sheets = [("survey", survey), ("choices", choices), ("settings", settings)];
        let sheets = sheets.map(|(name, rows)| Sheet { name: name.to_owned(), rows });
        match read(&Workbook { sheets: sheets.into() }) {
            Err(faults) => prop_assert!(!faults.is_empty()),
            Ok((survey, _)) => {
                let _ = survey.faults();
                let _ = read(&write(&survey).0);
            }
        }
    }

    #[test]
    fn any_rule_is_read_or_told(rule in "[a-z${}()!=<>'\" .,&|0-9-]{0,60}") {
        let lines = format!("type ~ name ~ relevant ~ constraint\nselect_one yn ~ a\ninteger ~ b ~ {rule} ~ {rule}");
        let survey = sheet("survey", &lines.replace('|', "/").replace('~', "|"));
        let mut workbook = workbook("type | name");
        workbook.sheets[0] = survey;
        let _ = read(&workbook);
    }
}
