//! Rules about options, care and ways, by tables: what must be advised, and what must not.

use serde_json::{Value, json};

use super::*;

/// A survey of parents with these sections.
pub(super) fn survey(sections: &Value) -> Value {
    json!({ "key": "s", "title": en("S"), "welcome": en("W"), "thanks": en("T"), "languages": ["en"],
        "audiences": ["participating_parent"], "minutes": 5, "sections": sections })
}

/// A survey with one question.
pub(super) fn asking(question: &Value) -> Value {
    survey(&json!([{ "key": "sec", "title": en("Title"), "questions": [question] }]))
}

pub(super) fn en(text: &str) -> Value {
    json!({ "en": text })
}

/// A question of a kind that offers these.
fn choice(kind: &str, text: &str, options: &[&str]) -> Value {
    json!({ "key": "q", "kind": kind, "text": en(text), "options": self::options(options) })
}

/// Options with these words; on a scale the value of each is its place, and those that begin with "-" have none.
pub(super) fn options(labels: &[&str]) -> Value {
    let option = |(place, label): (usize, &&str)| match label.strip_prefix('-') {
        Some(label) => json!({ "key": format!("o{place}"), "text": en(label) }),
        None => json!({ "key": format!("o{place}"), "text": en(label), "value": place }),
    };
    labels.iter().enumerate().map(option).collect()
}

/// Where a rule speaks.
pub(super) fn places(survey: &Value, rule: Rule, used: Option<&BTreeSet<Key>>) -> Vec<String> {
    let draft = Survey::draft(&survey.to_string()).unwrap();
    let advice = lint(&draft, used).into_iter().filter(|advice| advice.rule == rule);
    advice.map(|advice| advice.at).collect()
}

/// That a rule speaks of the one question of each of some surveys, or of none of them.
#[track_caller]
pub(super) fn check(rule: Rule, advised: &[Value], fine: &[Value]) {
    assert!(advised.len() >= 2 && fine.len() >= 3);
    for survey in advised {
        assert_eq!(places(survey, rule, None).len(), 1, "{} has to be advised: {survey}", rule.code());
    }
    for survey in fine {
        assert_eq!(places(survey, rule, None), Vec::<String>::new(), "{} is fine: {survey}", rule.code());
    }
}

const AGREE: [&str; 5] = ["I strongly disagree", "I disagree", "In the middle", "I agree", "I strongly agree"];

#[test]
fn every_rule_has_a_code_of_its_own_which_is_its_json() {
    let codes: BTreeSet<_> = Rule::all().map(Rule::code).collect();
    assert_eq!(codes.len(), Rule::all().count());
    for rule in Rule::all() {
        assert_eq!(serde_json::to_value(rule).unwrap(), rule.code());
    }
}

#[test]
fn points_have_words() {
    let scale = |labels: &[&str]| asking(&choice("scale", "How was it?", labels));
    let ten = ["1: bad", "2", "3", "4", "5: so so", "6", "7", "8", "9", "10: good"];
    check(
        Rule::BarePoints,
        &[
            scale(&["1", "2", "3"]),
            scale(&["Bad", "2", "3", "4", "Good"]),
            scale(&["1", "2", "3", "4", "5", "6", "7", "8"]),
        ],
        &[scale(&["Bad", "So so", "Good"]), scale(&ten), scale(&["1: bad", "2: good"]), scale(&["", "Good"])],
    );
}

#[test]
fn scales_are_even() {
    let scale = |labels: &[&str]| asking(&choice("scale", "How was it?", labels));
    check(
        Rule::LopsidedScale,
        &[
            scale(&["Poor", "Fair", "Good", "Very good", "Excellent"]),
            scale(&["Disagree", "Agree", "Strongly agree"]),
            scale(&["Very happy", "Happy", "Sad"]),
        ],
        &[
            scale(&AGREE),
            scale(&["Really bad", "Not great", "Neither good nor bad", "Good", "Really good"]),
            scale(&["Not at all happy", "A bit happy", "Happy", "Very happy"]),
            scale(&["Never", "Sometimes", "Often"]),
        ],
    );
}

#[test]
fn agreement_has_a_middle_and_a_way_not_to_know() {
    let scale = |labels: &[&str]| asking(&choice("scale", "Music is for us.", labels));
    let knowing = [&AGREE[..], &["-I don't know"]].concat();
    let even = ["Disagree", "Agree"];
    let how_much = scale(&["A little", "Some", "A lot"]);
    check(
        Rule::NoMiddle,
        &[scale(&even), scale(&["Strongly disagree", "Disagree", "Agree", "Strongly agree", "-I don't know"])],
        &[scale(&AGREE), how_much.clone(), scale(&["Disagree", "Neither agree nor disagree", "Agree"])],
    );
    check(
        Rule::NoDontKnow,
        &[scale(&AGREE), scale(&even)],
        &[scale(&knowing), how_much, scale(&["Disagree", "Not sure", "Agree"])],
    );
}

#[test]
fn numbers_fit_one_option() {
    let single = |labels: &[&str]| asking(&choice("single", "How many?", labels));
    check(
        Rule::OverlappingNumbers,
        &[single(&["1 to 3", "3 to 5"]), single(&["Under 5", "4–8"]), single(&["0-10", "10 or more"])],
        &[
            single(&["1 to 3", "4 to 6", "7 or more", "None"]),
            single(&["Under 5", "5 to 7"]),
            single(&["1 to 3 days", "1 to 3 weeks"]),
            single(&["Years 3 to 6", "Years 6 to 9"]),
        ],
    );
}

#[test]
fn lists_are_short() {
    let names: Vec<_> = (0..16).map(|place| format!("Option {place}")).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let list = |kind: &str, count: usize| without_values(asking(&choice(kind, "Which one?", &names[..count])));
    check(
        Rule::TooManyOptions,
        &[list("single", 16), list("several", 16), list("ranking", 7)],
        &[list("single", 15), list("several", 12), list("ranking", 5)],
    );
    let mut young = list("single", 11);
    young["audiences"] = json!(["young_person"]);
    assert_eq!(places(&young, Rule::TooManyOptions, None), ["sec/q"]);
}

/// What is ranked and ticked has no values, and a draft with such a field is refused.
fn without_values(mut survey: Value) -> Value {
    for option in survey.pointer_mut("/sections/0/questions/0/options").and_then(Value::as_array_mut).unwrap() {
        option.as_object_mut().unwrap().remove("value");
    }
    survey
}

#[test]
fn open_questions_have_an_other() {
    let list = |kind: &str, text: &str, labels: &[&str]| asking(&choice(kind, text, labels));
    let mut said = list("single", "Why did you stop?", &["-Cost", "-Time"]);
    said["sections"][0]["questions"][0]["options"][1]["other"] = json!(true);
    check(
        Rule::NoOther,
        &[
            list("single", "Why did you stop?", &["-Cost", "-Time"]),
            list("several", "What kind of music do you like?", &["-Pop", "-Rap"]),
        ],
        &[
            said,
            list("single", "Why did you stop?", &["-Cost", "-Something else"]),
            list("several", "What makes it hard?", &["-Cost", "-Nothing"]),
            list("single", "Is it fun, and why?", &["-Yes", "-No"]),
            list("single", "How old are you?", &["-Under 9", "-9 or older"]),
        ],
    );
}

#[test]
fn delicate_questions_say_why_and_let_people_be() {
    let ask = |text: &str, fields: Value| {
        let mut question = json!({ "key": "q", "kind": "yes_no", "text": en(text) });
        question.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        asking(&question)
    };
    let reason = json!({ "reason": en("So that we can help.") });
    let both = json!({ "reason": en("So that we can help."), "sensitive": true });
    let mut monitored = ask("Are you disabled?", reason.clone());
    monitored["sections"][0]["monitoring"] = json!(true);
    let plain = ask("Do you like music?", json!({}));
    let opinion = asking(&choice("scale", "Disabled children can take part.", &AGREE));
    let gains = ask("Do you see the benefits of music?", json!({}));
    check(
        Rule::NoReason,
        &[ask("Are you disabled?", json!({})), ask("Do you sing?", json!({ "sensitive": true }))],
        &[plain.clone(), opinion, gains, ask("Are you disabled?", reason.clone())],
    );
    check(
        Rule::NoWayOut,
        &[ask("Are you disabled?", reason.clone()), ask("Do you get Universal Credit?", reason)],
        &[plain, ask("Are you disabled?", both), monitored],
    );
}

#[test]
fn most_questions_can_be_left_out() {
    let asked = |required: usize, of: usize| {
        let question = |place: usize| json!({ "key": format!("q{place}"), "kind": "yes_no", "text": en("Is it fun?"), "required": place < required });
        let questions: Vec<_> = (0..of).map(question).collect();
        survey(&json!([{ "key": "sec", "title": en("Title"), "questions": questions }]))
    };
    check(Rule::TooManyRequired, &[asked(4, 4), asked(6, 9)], &[asked(3, 3), asked(4, 8), asked(0, 5)]);
}

const LONG: &str = "When you think of all the music that you do, what is the best of it?";

/// A survey of young people that asks for the age first, then one question.
fn young(text: &str, fields: &Value) -> Value {
    let mut question = json!({ "key": "q", "kind": "yes_no", "text": en(text) });
    question.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let age = json!({ "key": "age", "kind": "single", "text": en("How old are you?"), "options": [
        { "key": "a", "text": en("8 or younger"), "age_band": "under_9" },
        { "key": "b", "text": en("9 to 18"), "age_band": "thirteen_to_18" } ] });
    let mut survey = survey(&json!([
        { "key": "you", "title": en("You"), "questions": [age] },
        { "key": "sec", "title": en("Title"), "questions": [question] } ]));
    survey["audiences"] = json!(["young_person"]);
    survey
}

#[test]
fn the_young_have_words_of_their_own() {
    let worded = json!({ "wordings": [{ "for": ["under_9", "easy_read"], "text": en("What is best?") }] });
    let older = json!({ "condition": { "age_band": ["thirteen_to_18"] } });
    let mut parents = asking(&json!({ "key": "q", "kind": "yes_no", "text": en(LONG) }));
    check(
        Rule::NoYoungerWords,
        &[young(LONG, &json!({})), young("Is participation fun?", &json!({}))],
        &[young("What is best?", &json!({})), young(LONG, &worded), young(LONG, &older), parents.clone()],
    );
    let easy = young(LONG, &json!({ "wordings": [{ "for": ["easy_read"], "help": en("Tell us.") }] }));
    check(
        Rule::NoEasyRead,
        &[young("What is best?", &json!({})), young(LONG, &json!({})), easy],
        &[young(LONG, &worded), parents.clone(), survey(&json!([]))],
    );
    parents["audiences"] = json!(["staff", "young_person"]);
    assert_eq!(places(&parents, Rule::NoEasyRead, None), ["wordings"]);
}

#[test]
fn the_promise_is_kept_and_nobody_is_kept_too_long() {
    let asked = |minutes: u32, count: usize| {
        let question = |place: usize| json!({ "key": format!("q{place}"), "kind": "long_text", "max_length": 100, "text": en("Tell us of it") });
        let questions: Vec<_> = (0..count).map(question).collect();
        let mut survey = survey(&json!([{ "key": "sec", "title": en("Title"), "questions": questions }]));
        survey["minutes"] = json!(minutes);
        survey
    };
    check(Rule::TooLong, &[asked(1, 6), asked(20, 30)], &[asked(5, 6), asked(3, 6), asked(8, 15)]);
}

#[test]
fn what_no_indicator_reads_is_not_asked() {
    let yes_no = |key: &str| json!({ "key": key, "kind": "yes_no", "text": en("Is it fun?") });
    let sections = json!([
        { "key": "one", "title": en("One"), "questions": [yes_no("read"), yes_no("led"), yes_no("idle"), yes_no("piped"),
            { "key": "words", "kind": "long_text", "max_length": 9, "text": en("Tell us") }] },
        { "key": "two", "title": en("Two"), "condition": { "answer": { "question": "led", "is": ["yes"] } },
            "questions": [{ "key": "last", "kind": "yes_no", "text": en("Why {answer:piped|so}?") }] },
        { "key": "who", "title": en("Who"), "monitoring": true, "standard": ["sex_2021"] } ]);
    let used = |keys: &[&str]| keys.iter().map(|key| Key::try_from(*key).unwrap()).collect::<BTreeSet<_>>();
    let asked = survey(&sections);
    for (keys, idle) in [
        (&["read"][..], &["one/idle", "two/last"][..]),
        (&["read", "idle"], &["two/last"]),
        (&["read", "idle", "last"], &[]),
    ] {
        assert_eq!(places(&asked, Rule::WhyAsk, Some(&used(keys))), idle);
    }
    assert_eq!(places(&asked, Rule::WhyAsk, None), Vec::<String>::new());
}
