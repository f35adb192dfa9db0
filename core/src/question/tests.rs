//! What each kind makes of what is typed.

use super::*;

/// A question of the JSON form, with what every question needs filled in.
pub(super) fn question(fields: &str) -> Question {
    serde_json::from_str(&format!(r#"{{"key": "q", "text": {{"en": "Q?"}}, {fields}}}"#)).unwrap()
}

/// What is typed into the question's own field.
#[track_caller]
pub(super) fn check(question: &Question, typed: &[&str], expect: Result<Answer, Wrong>) {
    check_fields(question, &typed.iter().map(|value| ("q", *value)).collect::<Vec<_>>(), expect);
}

#[track_caller]
pub(super) fn check_fields(question: &Question, fields: &[(&str, &str)], expect: Result<Answer, Wrong>) {
    let typed: Typed = fields.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect();
    let places = |postcode: &Postcode| {
        let edition = "2026".to_owned();
        (postcode.outward() == "SG1").then(|| Place { area: "E07000243".to_owned(), decile: Some(3), edition })
    };
    assert_eq!(question.read(&typed, &places), expect.map(Some), "{typed:?}");
}

pub(super) fn key(key: &str) -> Key {
    Key::try_from(key).unwrap()
}

pub(super) const OPTIONS: &str = r#""options": [{"key": "a", "text": {"en": "A"}}, {"key": "b", "text": {"en": "B"}}]"#;

#[test]
fn single_takes_one_of_its_options() {
    let single = question(&format!(r#""kind": "single", {OPTIONS}"#));
    check(&single, &["b"], Ok(Answer::Choice(key("b"))));
    check(&single, &[], Ok(Answer::Skipped));
    check(&single, &[""], Ok(Answer::Skipped));
    check(&single, &["c"], Err(Wrong::NotOffered));
    check(&single, &["a", "b"], Err(Wrong::MoreThanOne));
    check(&single, &[RATHER_NOT_SAY], Err(Wrong::NotOffered));
}

#[test]
fn required_asks_for_an_answer_and_takes_the_choice_not_to_say() {
    let required = question(&format!(r#""kind": "single", "required": true, "sensitive": true, {OPTIONS}"#));
    check(&required, &[], Err(Wrong::Missing));
    check(&required, &[RATHER_NOT_SAY], Ok(Answer::RatherNotSay));
    check(&required, &[RATHER_NOT_SAY, "a"], Err(Wrong::AnsweredAndNot));
    check(&required, &[NOT_UNDERSTOOD], Ok(Answer::NotUnderstood));
    check(&required, &[NOT_UNDERSTOOD, RATHER_NOT_SAY], Err(Wrong::MoreThanOne));
}

#[test]
fn several_takes_any_in_the_order_of_the_question() {
    let several = question(
        r#""kind": "several", "at_most": 2, "sensitive": true, "options": [{"key": "a", "text": {"en": "A"}},
        {"key": "b", "text": {"en": "B"}}, {"key": "c", "text": {"en": "C"}}, {"key": "none", "text": {"en": "None"},
        "exclusive": true}]"#,
    );
    check(&several, &["c", "a"], Ok(Answer::Choices(vec![key("a"), key("c")])));
    check(&several, &[], Ok(Answer::Skipped));
    check(&several, &["none"], Ok(Answer::Choices(vec![key("none")])));
    check(&several, &["a", "none"], Err(Wrong::NoneAndSome));
    check(&several, &["a", RATHER_NOT_SAY], Err(Wrong::AnsweredAndNot));
    check(&several, &["a", "b", "c"], Err(Wrong::TooMany { at_most: 2 }));
    check(&several, &["a", "a"], Err(Wrong::NotOffered));
    check(&several, &["d"], Err(Wrong::NotOffered));
}

#[test]
fn texts_are_trimmed_and_counted_in_characters() {
    let text = question(r#""kind": "long_text", "max_length": 5"#);
    check(&text, &["  żółw  "], Ok(Answer::Text("żółw".to_owned())));
    check(&text, &["ab\r\ncd"], Ok(Answer::Text("ab\ncd".to_owned())));
    check(&text, &["a\u{7}b"], Ok(Answer::Text("ab".to_owned())));
    check(&text, &[" a \0"], Ok(Answer::Text("a".to_owned())));
    check(&text, &[" \0 "], Ok(Answer::Skipped));
    check(&text, &[" \n "], Ok(Answer::Skipped));
    check(&text, &["abcdef"], Err(Wrong::TooLong { at_most: 5, were: 6 }));
    check(&text, &["a", "b"], Err(Wrong::MoreThanOne));
}

#[test]
fn a_postcode_becomes_a_place() {
    let postcode = question(r#""kind": "postcode", "sensitive": true"#);
    let place = Place { area: "E07000243".to_owned(), decile: Some(3), edition: "2026".to_owned() };
    check(&postcode, &["sg1 2ab"], Ok(Answer::Place(place)));
    check(&postcode, &["SG9 2AB"], Err(Wrong::UnknownPostcode));
    check(&postcode, &["home"], Err(Wrong::NotAPostcode));
    // The box beside the choice posts its emptiness as well.
    check(&postcode, &["", RATHER_NOT_SAY], Ok(Answer::RatherNotSay));
    check(&postcode, &["SG1 2AB", RATHER_NOT_SAY], Err(Wrong::AnsweredAndNot));
}

#[test]
fn yes_and_no_are_the_only_answers() {
    let yes_no = question(r#""kind": "yes_no""#);
    check(&yes_no, &["yes"], Ok(Answer::Choice(key("yes"))));
    check(&yes_no, &["maybe"], Err(Wrong::NotOffered));
}

#[test]
fn information_takes_nothing() {
    let information = question(r#""kind": "information""#);
    assert_eq!(information.read(&Typed::default(), &|_| None), Ok(None));
    let typed = [("q".to_owned(), "x".to_owned())].into_iter().collect();
    assert_eq!(information.read(&typed, &|_| None), Err(Wrong::NotOffered));
}

#[test]
fn who_does_not_understand_can_say_so_unless_the_author_says_otherwise() {
    let number = question(r#""kind": "number", "min": 0, "max": 9"#);
    check(&number, &["", NOT_UNDERSTOOD], Ok(Answer::NotUnderstood));
    check(&number, &["2", NOT_UNDERSTOOD], Err(Wrong::AnsweredAndNot));
    let not_offered = question(r#""kind": "yes_no", "offer_not_understood": false"#);
    check(&not_offered, &[NOT_UNDERSTOOD], Err(Wrong::NotOffered));
}

#[test]
fn other_goes_with_its_words() {
    let options = OPTIONS.replace(r#"{"key": "b", "#, r#"{"key": "b", "other": true, "#);
    let other = |chosen: &[&str], other: &str| {
        Ok(Answer::WithOther { chosen: chosen.iter().map(|k| key(k)).collect(), other: other.to_owned() })
    };
    let single = question(&format!(r#""kind": "single", "sensitive": true, {options}"#));
    check_fields(&single, &[("q", "b"), ("q.@other", " The\u{7} bus ")], other(&["b"], "The bus"));
    check_fields(&single, &[("q", "a"), ("q.@other", "")], Ok(Answer::Choice(key("a"))));
    check_fields(&single, &[("q.@other", " ")], Ok(Answer::Skipped));
    check_fields(&single, &[("q", "b"), ("q.@other", " ")], Err(Wrong::OtherUnsaid));
    check_fields(&single, &[("q", "a"), ("q.@other", "x")], Err(Wrong::OtherNotChosen));
    // Words alone choose their option, where nothing speaks against it.
    check_fields(&single, &[("q.@other", "x")], other(&["b"], "x"));
    check_fields(&single, &[("q", RATHER_NOT_SAY), ("q.@other", "x")], Err(Wrong::AnsweredAndNot));
    check_fields(&single, &[("q", "b"), ("q.@other", "x"), ("q.@other", "y")], Err(Wrong::MoreThanOne));
    let long = "x".repeat(201);
    let too_long = Err(Wrong::TooLong { at_most: 200, were: 201 });
    check_fields(&single, &[("q", "b"), ("q.@other", &long)], too_long);
    let several = question(&format!(r#""kind": "several", {options}"#));
    check_fields(&several, &[("q", "b"), ("q", "a"), ("q.@other", "x")], other(&["a", "b"], "x"));
    check_fields(&several, &[("q", "a"), ("q.@other", "x")], other(&["a", "b"], "x"));
    let one = question(&format!(r#""kind": "several", "at_most": 1, {options}"#));
    check_fields(&one, &[("q", "a"), ("q.@other", "x")], Err(Wrong::OtherNotChosen));
    let or_none = options.replace(r#"{"key": "a", "#, r#"{"key": "a", "exclusive": true, "#);
    let or_none = question(&format!(r#""kind": "several", {or_none}"#));
    check_fields(&or_none, &[("q", "a"), ("q.@other", "x")], Err(Wrong::OtherNotChosen));
    // An option that asks for no words takes none.
    let plain = question(&format!(r#""kind": "several", {OPTIONS}"#));
    check_fields(&plain, &[("q", "a"), ("q.@other", "x")], Err(Wrong::NotOffered));
    assert_eq!((single.has_field("q.@other"), plain.has_field("q.@other")), (true, false));
}
