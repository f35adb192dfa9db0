//! What the contract refuses: each check with the one thing that breaks it.

use heard_contract::{
    Aggregation, Batch, Choice, Column, Description, Indicator, Kind, NO_OPTION, NO_OPTIONS, Note, Plan, Question,
    Scores, Survey, clip, is_key,
};

fn survey() -> Survey {
    let choice = |key: &str| Choice { key: key.into(), value: Some(1.0) };
    let question = |key: &str, kind| Question { key: key.into(), kind, attributes: Vec::new() };
    Survey {
        key: "family".into(),
        revision: 1,
        questions: vec![
            question("one", Kind::Single(vec![choice("a"), choice("b")])),
            question("many", Kind::Multi(vec![choice("a"), choice("b")])),
            question("count", Kind::Number { min: None, max: None }),
            question("words", Kind::Text),
        ],
        attributes: Vec::new(),
    }
}

fn description() -> Description {
    Description {
        name: "Test".into(),
        version: "1".into(),
        summary: "A test.".into(),
        indicators: vec![
            Indicator::new("index", "Index", "points", 0.0..=100.0).band("low", 0.0).band("high", 50.0),
            Indicator::new("barriers", "Barriers", "", 0.0..=9.0).lower_is_better().aggregate(Aggregation::Sum),
        ],
        settings_schema: r#"{"type": "object"}"#.into(),
    }
}

fn plan() -> Plan {
    Plan { reads: vec![0, 1, 2, 3], gives: vec![0, 1], warnings: Vec::new() }
}

fn scores() -> Scores {
    Scores {
        values: vec![50.0, f64::NAN, 0.0, 9.0],
        weights: vec![1.0, 1.0, 0.0, 2.5],
        source_ends: vec![1, 1, 3, 3],
        sources: vec![0, 0, 3],
        shares: vec![50.0, 0.0, 0.0],
        notes: vec![Note { response: 1, code: "few".into() }],
    }
}

fn batch() -> Batch {
    let columns = vec![
        Column::Single(vec![1, NO_OPTION]),
        Column::Multi(vec![0b11, NO_OPTIONS]),
        Column::Number(vec![-1.5, f64::NAN]),
        Column::Text(vec!["words".into(), String::new()]),
    ];
    Batch { responses: 2, columns }
}

/// The check's words must contain `expect`; "" stands for "nothing is wrong".
#[track_caller]
fn check(result: Result<(), String>, expect: &str) {
    match result {
        Ok(()) => assert_eq!(expect, "", "nothing was found wrong"),
        Err(what) => assert!(!expect.is_empty() && what.contains(expect), "{what}"),
    }
}

#[test]
fn scores_are_checked() {
    #[track_caller]
    fn broken(spoil: impl FnOnce(&mut Scores), expect: &str) {
        let mut scores = scores();
        spoil(&mut scores);
        check(scores.check(2, &survey(), &plan(), &description()), expect);
    }
    broken(|_| (), "");
    broken(|scores| scores.shares.clear(), "");
    broken(|scores| _ = scores.values.pop(), "`values` has 3 entries; 2 responses and 2 indicators need 4");
    broken(|scores| scores.weights.push(1.0), "`weights` has 5");
    broken(|scores| scores.source_ends.clear(), "`source-ends` has 0");
    broken(|scores| scores.values[0] = 100.5, "response 0, indicator `index`: the value 100.5 is outside 0 to 100");
    broken(|scores| scores.values[3] = f64::INFINITY, "response 1, indicator `barriers`");
    broken(|scores| scores.weights[0] = -1.0, "-1 is no weight");
    broken(|scores| scores.weights[1] = f64::NAN, "NaN is no weight");
    broken(|scores| scores.source_ends[0] = 2, "must ascend");
    broken(|scores| scores.source_ends[3] = 4, "must ascend");
    broken(|scores| scores.sources[2] = 4, "question 4 is named as a source but is not read");
    broken(|scores| _ = scores.shares.pop(), "as long as `sources`");
    broken(|scores| scores.shares[0] = f64::NAN, "not a finite number");
    broken(|scores| scores.notes[0].response = 2, "notes must ascend");
    broken(|scores| scores.notes.push(scores.notes[0].clone()), "notes must ascend");
    broken(|scores| scores.notes[0].code = "Two Words".into(), "code may have only");
}

#[test]
fn sources_belong_to_their_cells() {
    let scores = scores();
    let of = |cell| scores.sources_of(cell).collect::<Vec<_>>();
    assert_eq!(of(0), [(0, Some(50.0))]);
    assert_eq!(of(1), []);
    assert_eq!(of(2), [(0, Some(0.0)), (3, Some(0.0))]);
}

#[test]
fn descriptions_are_checked() {
    #[track_caller]
    fn broken(spoil: impl FnOnce(&mut Description), expect: &str) {
        let mut description = description();
        spoil(&mut description);
        check(description.check(), expect);
    }
    broken(|_| (), "");
    broken(|it| it.name = " ".into(), "its name is empty");
    broken(|it| it.summary = "x".repeat(2_001), "its summary is longer");
    broken(|it| it.settings_schema = "{".into(), "not JSON");
    broken(|it| it.settings_schema = "true".into(), "must describe an object");
    broken(|it| it.settings_schema = " ".repeat(65_537), "longer than 65536");
    broken(|it| it.indicators.clear(), "0 indicators");
    broken(|it| it.indicators[1].key = "index".into(), "two indicators");
    broken(|it| it.indicators[1].key = "Über".into(), "a-z");
    broken(|it| it.indicators[0].max = 0.0, "empty or endless");
    broken(|it| it.indicators[0].max = f64::INFINITY, "empty or endless");
    broken(|it| it.indicators[0].bands[1].at_least = 0.0, "bands ascend");
    broken(|it| it.indicators[0].bands[1].at_least = f64::NAN, "bands ascend");
    broken(|it| it.indicators[0].bands[1].key = "low".into(), "stands twice");
}

#[test]
fn plans_are_checked() {
    let of = |reads: &[u16], gives: &[u16]| {
        let plan = Plan { reads: reads.into(), gives: gives.into(), warnings: Vec::new() };
        plan.check(&survey(), &description())
    };
    check(of(&[], &[0]), "");
    check(of(&[0, 3], &[1]), "");
    check(of(&[3, 0], &[1]), "`reads`");
    check(of(&[1, 1], &[1]), "`reads`");
    check(of(&[4], &[1]), "below 4");
    check(of(&[0], &[2]), "`gives`");
    check(of(&[0], &[]), "no indicator");
}

#[test]
fn batches_are_checked() {
    #[track_caller]
    fn broken(spoil: impl FnOnce(&mut Batch), expect: &str) {
        let mut batch = batch();
        spoil(&mut batch);
        check(batch.check(&survey(), &plan()), expect);
    }
    broken(|_| (), "");
    broken(|batch| batch.responses = 3, "`one`");
    broken(|batch| batch.columns[0] = Column::Single(vec![2, 0]), "`one`");
    broken(|batch| batch.columns[1] = Column::Multi(vec![0b100, 0]), "`many`");
    broken(|batch| batch.columns[1] = Column::Multi(vec![NO_OPTIONS | 1, 0]), "`many`");
    broken(|batch| batch.columns[2] = Column::Number(vec![f64::INFINITY, 0.0]), "`count`");
    broken(|batch| batch.columns.swap(0, 3), "`one`");
    broken(|batch| _ = batch.columns.pop(), "3 columns for 4 questions");
}

#[test]
fn surveys_are_checked() {
    let of = |kind| {
        let mut survey = survey();
        survey.questions[1].kind = kind;
        survey.check()
    };
    let options = |count: usize| (0..count).map(|n| Choice { key: n.to_string(), value: None }).collect::<Vec<_>>();
    check(of(Kind::Multi(options(63))), "");
    check(of(Kind::Multi(options(64))), "`many` has 64 options; plugins can be given 63 at most");
    check(of(Kind::Single(options(64))), "");
    check(of(Kind::Single(vec![options(1)[0].clone(), options(1)[0].clone()])), "twice");
    check(of(Kind::Single(vec![Choice { key: "a".into(), value: Some(f64::NAN) }])), "no finite number");
}

#[test]
fn a_part_of_a_batch_is_a_batch() {
    let part = batch().slice(1..2);
    assert_eq!(part.columns[1], Column::Multi(vec![NO_OPTIONS]));
    check(part.check(&survey(), &plan()), "");
}

#[test]
fn keys_and_clipped_texts() {
    assert!(is_key("too-few-2") && !is_key("") && !is_key("é") && !is_key(&"a".repeat(65)));
    assert_eq!(clip("é".repeat(3), 3), "é");
    assert_eq!(clip("abc".into(), 3), "abc");
}
