//! What is no survey is refused in words, and nothing brings the reading down.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::json;

use super::{
    super::{Tables, read},
    newer, survey,
};
use crate::interchange::{LONGEST_CELL, MOST_ROWS};

#[test]
fn what_is_no_survey_is_refused_and_rules_beyond_us_are_told() {
    let refused = |tables: &Tables, message: &str| {
        let faults = read(tables).unwrap_err();
        assert!(faults.iter().any(|fault| fault.message.contains(message)), "{message} in {faults:#?}");
    };
    refused(&Tables::new(), "no survey of LimeSurvey");
    refused(&newer("31 | 7 | 2 | X | q1 | N | | 1 | | 0", "", &[]), "two questions have the code");
    refused(&newer("31 | 7 | 9 | X | q | N | | 1 | | 0", "", &[]), "group is not there");
    refused(&[("a".to_owned(), vec![BTreeMap::new(); MOST_ROWS + 1])].into(), "rows");
    let long = BTreeMap::from([("a".to_owned(), "x".repeat(LONGEST_CELL + 1))]);
    refused(&[("a".to_owned(), vec![long])].into(), "signs");
    for (rule, why) in [
        ("q1.NAOK * 2 == 4", "sign that Heard does not know"),
        ("count(q1, q2) > 1", "count()"),
        ("nope == 1", "not asked before"),
    ] {
        let (survey, losses) = survey(&newer(&format!("31 | 7 | 2 | X | q | N | | 1 | {rule} | 0"), "", &[]));
        assert_eq!(survey.question("q").unwrap().condition, None);
        assert!(losses.iter().any(|loss| loss.at == "question q" && loss.message.contains(why)), "{losses:#?}");
    }
    let (survey, losses) =
        survey(&newer("31 | 7 | 2 | X | q | N | | 1 | | 0", "90 | 31 | You said {q1.shown} <img> | | en", &[]));
    assert_eq!(json!(survey.question("q").unwrap().text), json!({"en": "You said {answer:q1|…}"}));
    assert_eq!(losses.iter().filter(|loss| loss.at == "question q").count(), 2);
}

fn rows() -> impl Strategy<Value = Vec<BTreeMap<String, String>>> {
    let columns = [
        "qid",
        "gid",
        "sid",
        "parent_qid",
        "aid",
        "type",
        "title",
        "question",
        "answer",
        "language",
        "relevance",
        "code",
        "other",
        "mandatory",
        "question_order",
        "attribute",
        "value",
        "cqid",
        "cfieldname",
        "scenario",
        "scale_id",
        "grelevance",
    ];
    let cells = [
        "1",
        "2",
        "0",
        "",
        "en",
        "pl",
        "L",
        "M",
        "F",
        "R",
        "N",
        "Q",
        "X",
        "5",
        "Y",
        "q1",
        "SQ1",
        "q1.NAOK == \"A1\"",
        "<p>{q1}</p>",
        "1X1X1",
        "max_answers",
        "min_num_value_n",
        "-1e9",
        "99999999999999999999",
    ];
    let cell = prop_oneof![9 => proptest::sample::select(cells.to_vec()).prop_map(str::to_owned), 1 => ".{0,12}"];
    let row = proptest::collection::btree_map(
        proptest::sample::select(columns.to_vec()).prop_map(str::to_owned),
        cell,
        0..22,
    );
    proptest::collection::vec(row, 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_tables_are_read_or_refused(tables in proptest::collection::vec(rows(), 10)) {
        let names = ["groups", "questions", "subquestions", "answers", "conditions", "question_attributes", "surveys",
            "group_l10ns", "question_l10ns", "answer_l10ns"];
        let tables: Tables = names.iter().map(|name| (*name).to_owned()).zip(tables).collect();
        if let Ok((survey, _)) = read(&tables) {
            let _ = survey.faults();
        }
    }
}
