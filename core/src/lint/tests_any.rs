//! Whatever a draft holds.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::json;

use super::{
    lint,
    tests::{en, survey},
};
use crate::survey::Survey;

proptest! {
    /// However unfinished a draft is, advice comes and nothing fails.
    #[test]
    fn advice_never_fails(
        text in ".{0,40}|(and|or|not|1 to 3|[A-Z]{2,4}|\\{answer:|ing|es|ed|le| ){0,9}",
        labels in prop::collection::vec(".{0,8}|[0-9]{0,400}|agree|1-3", 0..5),
        kind in prop::sample::select(&["single", "scale", "several", "ranking", "yes_no", "grid", "number"]),
        told in prop::option::of("[a-c]"),
    ) {
        let condition = told.as_ref().map(|key| json!({ "any": [{ "not": { "answer": { "question": key, "is": ["o0"] } } },
            { "all": [{ "age_band": [] }, { "audience": ["staff"] }] }] }));
        let question = |key: &str| json!({ "key": key, "kind": kind, "text": en(&text), "options": labels.iter().enumerate().map(
            |(place, label)| json!({ "key": format!("o{}", place % 3), "text": en(label) })).collect::<Vec<_>>(),
            "statements": [{ "key": "row", "text": en(&text) }], "min": 1.0, "max": 0.0, "condition": condition,
            "wordings": [{ "for": ["easy_read", "under_9"], "text": {} }] });
        let sections = json!([{ "key": "a", "title": {}, "questions": [question("a"), question("b")], "condition": condition },
            { "key": "a", "title": en(&text), "questions": [] }, { "key": "c", "title": {}, "questions": [question("a")] }]);
        // Fields of other kinds stand in it too, which only the checking of a file would refuse.
        let draft: Survey = serde_json::from_value(survey(&sections)).unwrap();
        for advice in lint(&draft, Some(&BTreeSet::new())) {
            prop_assert!(!advice.at.is_empty() && !advice.message.is_empty() && !advice.fix.is_empty());
        }
        draft.faults();
        let again: Survey = serde_json::from_str(&serde_json::to_string(&draft).unwrap()).unwrap();
        prop_assert_eq!(again, draft);
    }
}
