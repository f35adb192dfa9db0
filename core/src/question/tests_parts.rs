//! What the kinds that are answered in parts make of what is typed.

use super::{
    tests::{OPTIONS, check, check_fields, key, question},
    *,
};
use crate::date::DatePart::{self, Day, Month, Year};

fn date(fields: &str) -> Question {
    question(&format!(r#""kind": "date", {fields}"#))
}

/// Day, month and year as they are typed; no box where there is nothing.
#[track_caller]
fn check_date(question: &Question, [day, month, year]: [&str; 3], expect: Result<&str, Wrong>) {
    let boxes = [("q.day", day), ("q.month", month), ("q.year", year)];
    let boxes: Vec<_> = boxes.into_iter().filter(|(field, _)| question.has_field(field)).collect();
    check_fields(question, &boxes, expect.map(|written| Answer::Date(written.parse().unwrap())));
}

#[test]
fn a_date_is_read_as_people_type_it() {
    let day = date(r#""precise_to": "day", "sensitive": true"#);
    for (typed, expect) in [
        (["3", "3", "2019"], "2019-03-03"),
        ([" 03 ", "March", "2019"], "2019-03-03"),
        (["31", "dec.", "1999"], "1999-12-31"),
        (["29", "02", "2020"], "2020-02-29"),
        (["۱۴", "مارچ", "۲۰۱۹"], "2019-03-14"),
    ] {
        check_date(&day, typed, Ok(expect));
    }
    check_date(&date(r#""precise_to": "month""#), ["", "Mawrth", "2019"], Ok("2019-03"));
    check_date(&date(r#""precise_to": "year""#), ["", "", "2019"], Ok("2019"));
    check_fields(&day, &[("q.day", ""), ("q.month", " "), ("q.year", "")], Ok(Answer::Skipped));
    check_fields(&day, &[("q.day", ""), ("q", RATHER_NOT_SAY)], Ok(Answer::RatherNotSay));
    check_fields(&day, &[("q.day", "3"), ("q", RATHER_NOT_SAY)], Err(Wrong::AnsweredAndNot));
}

#[test]
fn the_box_of_a_date_that_is_wrong_is_named() {
    let day = date(r#""precise_to": "day", "required": true"#);
    let lacks = |part: DatePart| Err(Wrong::DateLacks(part));
    let unread = |part: DatePart| Err(Wrong::DateUnread(part));
    for (typed, expect) in [
        (["", "", ""], Err(Wrong::Missing)),
        (["", "3", "2019"], lacks(Day)),
        (["3", "", "2019"], lacks(Month)),
        (["3", "3", ""], lacks(Year)),
        (["32", "3", "2019"], unread(Day)),
        (["0", "3", "2019"], unread(Day)),
        (["+3", "3", "2019"], unread(Day)),
        (["3", "13", "2019"], unread(Month)),
        (["3", "Smarch", "2019"], unread(Month)),
        (["3", "3", "19"], unread(Year)),
        (["3", "3", "20199"], unread(Year)),
        (["31", "2", "2019"], Err(Wrong::NoSuchDay)),
        (["29", "2", "2019"], Err(Wrong::NoSuchDay)),
    ] {
        check_date(&day, typed, expect);
    }
    check_fields(&day, &[("q.day", "1"), ("q.day", "2")], Err(Wrong::MoreThanOne));
    check(&day, &["2019"], Err(Wrong::NotOffered));
}

#[test]
fn a_date_keeps_to_its_limits() {
    let (earliest, latest) = ("2005-09".parse().ok(), "2019".parse().ok());
    let month = date(r#""precise_to": "month", "earliest": "2005-09", "latest": "2019""#);
    check_date(&month, ["", "9", "2005"], Ok("2005-09"));
    check_date(&month, ["", "12", "2019"], Ok("2019-12"));
    check_date(&month, ["", "8", "2005"], Err(Wrong::DateOutside { earliest, latest }));
    check_date(&month, ["", "1", "2020"], Err(Wrong::DateOutside { earliest, latest }));
    let faults = date(r#""precise_to": "year", "earliest": "2020-01", "latest": "2019""#).faults().join("\n");
    assert!(faults.contains("more precise") && faults.contains("before"), "{faults}");
}

#[test]
fn a_ranking_has_no_option_twice_and_no_gaps() {
    let three = OPTIONS.replace(']', r#", {"key": "c", "text": {"en": "C"}}]"#);
    let ranking = question(&format!(r#""kind": "ranking", "places": 2, {three}"#));
    let order = |keys: &[&str]| Ok(Answer::Ranking(keys.iter().map(|k| key(k)).collect()));
    check_fields(&ranking, &[("q.1", "c"), ("q.2", "a")], order(&["c", "a"]));
    check_fields(&ranking, &[("q.1", "c"), ("q.2", "")], order(&["c"]));
    check_fields(&ranking, &[("q.1", ""), ("q.2", "")], Ok(Answer::Skipped));
    check_fields(&ranking, &[("q.1", "c"), ("q.2", "c")], Err(Wrong::RankedTwice { place: 2 }));
    check_fields(&ranking, &[("q.1", ""), ("q.2", "c")], Err(Wrong::RankGap { place: 1 }));
    check_fields(&ranking, &[("q.1", "d")], Err(Wrong::NotOffered));
    check(&ranking, &["a"], Err(Wrong::NotOffered));
    check(&ranking, &[NOT_UNDERSTOOD], Ok(Answer::NotUnderstood));
    for (field, known) in [("q", true), ("q.1", true), ("q.3", false), ("q.01", false), ("q.", false), ("r.1", false)] {
        assert_eq!(ranking.has_field(field), known, "{field}");
    }
    let faulty = question(&format!(r#""kind": "ranking", "places": 3, {OPTIONS}"#));
    assert!(faulty.faults()[0].contains("\"places\""));
}

const STATEMENTS: &str = r#""statements": [{"key": "fun", "text": {"en": "F"}}, {"key": "hard", "text": {"en": "H"}}]"#;

#[test]
fn a_grid_takes_some_rows_and_all_where_it_is_required() {
    let points = OPTIONS.replace("\"text\"", "\"value\": 1, \"text\"");
    let grid = question(&format!(r#""kind": "grid", {STATEMENTS}, {points}"#));
    let rows =
        |rows: &[(&str, &str)]| Ok(Answer::Grid(rows.iter().map(|(row, point)| (key(row), key(point))).collect()));
    check_fields(&grid, &[("q.hard", "a"), ("q.fun", "b")], rows(&[("fun", "b"), ("hard", "a")]));
    check_fields(&grid, &[("q.hard", "a")], rows(&[("hard", "a")]));
    check_fields(&grid, &[], Ok(Answer::Skipped));
    check_fields(&grid, &[("q.hard", "c")], Err(Wrong::NotOffered));
    check_fields(&grid, &[("q.hard", "a"), ("q.hard", "b")], Err(Wrong::MoreThanOne));
    assert!(grid.has_field("q.fun") && !grid.has_field("q.a"));
    assert_eq!(grid.faults(), Vec::<String>::new());
    let required = question(&format!(r#""kind": "grid", "required": true, {STATEMENTS}, {points}"#));
    check_fields(&required, &[("q.hard", "a")], Err(Wrong::RowsMissing(vec![key("fun")])));
    check_fields(&required, &[], Err(Wrong::Missing));
    check(&required, &[NOT_UNDERSTOOD], Ok(Answer::NotUnderstood));
    let faulty = question(&format!(r#""kind": "grid", "statements": [], {OPTIONS}"#)).faults().join("\n");
    assert!(faulty.contains("at least two points with a value") && faulty.contains("0 statements"), "{faulty}");
}

#[test]
fn an_empty_box_is_no_consent() {
    let agree = r#""kind": "consent", "agree": {"en": "You may show my words"}"#;
    let consent = question(agree);
    let said = |said: &str| Ok(Answer::Choice(key(said)));
    check(&consent, &["yes"], said("yes"));
    check(&consent, &[], said("no"));
    check(&consent, &["maybe"], Err(Wrong::NotOffered));
    check(&consent, &[NOT_UNDERSTOOD], Ok(Answer::NotUnderstood));
    let required = question(&format!(r#""required": true, {agree}"#));
    check(&required, &["yes"], said("yes"));
    check(&required, &[], Err(Wrong::Missing));
    // Nobody agrees to what they do not understand.
    check(&required, &[NOT_UNDERSTOOD], Err(Wrong::NotOffered));
    assert!(required.is_open(Some(&Answer::Choice(key("no")))) && !consent.is_open(Some(&Answer::Choice(key("no")))));
    assert!(question(&format!(r#""sensitive": true, {agree}"#)).faults()[0].contains("an empty box is a no"));
}
