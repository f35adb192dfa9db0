//! Rules about words and ways, by tables: what must be advised, and what must not.

use serde_json::{Value, json};

use super::{
    Rule,
    tests::{asking, check, en, options, places, survey},
};

/// A yes/no question.
fn yes_no(text: &str) -> Value {
    asking(&json!({ "key": "q", "kind": "yes_no", "text": en(text) }))
}

/// A statement to agree with.
fn statement(text: &str) -> Value {
    let points = options(&["I disagree", "In the middle", "I agree", "-I don't know"]);
    asking(&json!({ "key": "q", "kind": "scale", "text": en(text), "options": points }))
}

fn all(ask: fn(&str) -> Value, texts: &[&str]) -> Vec<Value> {
    texts.iter().map(|text| ask(text)).collect()
}

#[test]
fn hard_texts_are_told_and_short_ones_are_left() {
    let hard = "Participation in instrumental tuition opportunities requires considerable flexibility from families, \
        particularly where circumstances are financially challenging. Do you participate often?";
    let fair = "Some families come to us each week, and some of them come now and then. What is it like for you? \
        Tell us how often your children come to make music here.";
    let mut staff = yes_no(hard);
    staff["audiences"] = json!(["staff"]);
    check(
        Rule::HardToRead,
        &[yes_no(hard), statement(hard)],
        &[yes_no(fair), yes_no("Does participation necessitate flexibility?"), staff],
    );
    // The words around the questions are read too, and those of a wording by its readers alone.
    let mut around = yes_no("Is it fun?");
    around["welcome"] = en(hard);
    around["sections"][0]["questions"][0]["wordings"] = json!([{ "for": ["easy_read"], "help": en(hard) }]);
    assert_eq!(places(&around, Rule::HardToRead, None), ["welcome", "sec/q for easy_read"]);
}

#[test]
fn the_bar_is_lower_for_the_young() {
    let text = "Some of the children who come to us like to sing together in a choir every week. Others want to learn \
        the guitar or drums with a teacher. What is it that you want?";
    let mut asked = yes_no(text);
    assert_eq!(places(&asked, Rule::HardToRead, None), Vec::<String>::new());
    asked["welcome"] =
        en("Every child here can make music, with or without money. Tell us about your music, so that we \
        can plan lessons that families enjoy.");
    assert_eq!(places(&asked, Rule::HardToRead, None), Vec::<String>::new());
    asked["audiences"] = json!(["young_person", "participating_parent"]);
    assert_eq!(places(&asked, Rule::HardToRead, None), ["welcome"]);
}

#[test]
fn long_sentences_are_told() {
    let long = "Do you think that your child would like to come to a group of ours that meets after school near you?";
    check(
        Rule::LongSentence,
        &[yes_no(long), statement(&long.replace('?', "."))],
        &all(
            yes_no,
            &[
                "Is it fun?",
                "Here is one thing. Here is the next. Here is one more. Do you like all of them?",
                "We run choirs\nand bands\nand groups of other kinds\nand lessons.\nDo you know of them?",
            ],
        ),
    );
}

#[test]
fn long_texts_are_told() {
    let many = |count: usize| "It is so. ".repeat(count);
    let mut help = yes_no("Is it fun?");
    help["sections"][0]["questions"][0]["help"] = en(&many(14));
    let mut welcome = yes_no("Is it fun?");
    welcome["welcome"] = en(&many(40));
    check(Rule::LongText, &[yes_no(&many(11)), help], &[yes_no(&many(10)), welcome, yes_no("Is it fun?")]);
}

#[test]
fn words_of_insiders_are_told() {
    check(
        Rule::Jargon,
        &all(
            yes_no,
            &[
                "Is our music provision good?",
                "Is there a progression route?",
                "Do you have SEND?",
                "Are our Stakeholders heard?",
            ],
        ),
        &all(
            yes_no,
            &[
                "Do you play in an ensemble?",
                "Shall we send you news?",
                "Do you get help for SEND (special educational needs or a disability)?",
                "Have you made progress?",
            ],
        ),
    );
}

#[test]
fn questions_that_lean_are_told() {
    check(
        Rule::Leading,
        &all(
            yes_no,
            &[
                "Don’t you agree that music is fun?",
                "How much do you enjoy our lessons?",
                "Did you see our excellent concert?",
                "Do you agree that music matters?",
            ],
        ),
        &all(
            yes_no,
            &[
                "How do you feel when you make music?",
                "How far do you agree?",
                "Do you agree or disagree that music matters?",
                "How much does music matter to your family?",
                "Do you enjoy our lessons?",
            ],
        ),
    );
}

#[test]
fn an_answer_belongs_to_one_question() {
    check(
        Rule::DoubleBarrelled,
        &[
            statement("Lessons are fun and easy."),
            statement("Our teachers and rooms are good."),
            statement("I feel safe and I know whom to ask."),
            statement("They listen to me and act on it."),
            yes_no("Is the teacher kind and very helpful?"),
            yes_no("Do you sing or do you play?"),
        ],
        &[
            statement("I like rhythm and blues."),
            statement("My friends and family like music."),
            statement("There is a choir or a band near us."),
            yes_no("Would you or your child like a say?"),
            yes_no("Do you have an illness or a disability?"),
            yes_no("Is it easy or hard to come?"),
            yes_no("Is there music where you live and learn?"),
            asking(&json!({ "key": "q", "kind": "long_text", "max_length": 9, "text": en("What is fun and easy?") })),
        ],
    );
}

#[test]
fn a_yes_means_yes() {
    check(
        Rule::Negative,
        &[
            statement("Music is not for us."),
            statement("Nobody asks me what I like."),
            yes_no("Don’t you play?"),
            asking(&json!({ "key": "q", "kind": "long_text", "max_length": 9, "text": en("What is not unfair?") })),
        ],
        &[
            statement("Music is for us."),
            yes_no("Does your child take part or not?"),
            statement("Lessons are not only for the rich."),
            asking(&json!({ "key": "q", "kind": "long_text", "max_length": 9, "text": en("What do you not like?") })),
        ],
    );
}

/// Two questions, then a section with a condition, and one with a question that has another.
fn branched(section: &Value, question: &Value) -> Value {
    let single = json!({ "key": "who", "kind": "single", "text": en("Who?"), "options": [
        { "key": "parent", "text": en("A parent"), "audience": "participating_parent" },
        { "key": "child", "text": en("A child"), "audience": "young_person", "age_band": "nine_to_12" },
        { "key": "both", "text": en("Both") } ] });
    let several = json!({ "key": "plays", "kind": "several", "text": en("What?"), "at_most": 2, "options": [
        { "key": "sing", "text": en("Sing") }, { "key": "drum", "text": en("Drum") }, { "key": "piano", "text": en("Piano") },
        { "key": "none", "text": en("None"), "exclusive": true } ] });
    let last = json!({ "key": "q", "kind": "yes_no", "text": en("Is it fun?"), "condition": question });
    let mut survey = survey(&json!([
        { "key": "one", "title": en("One"), "questions": [single, several] },
        { "key": "two", "title": en("Two"), "condition": section, "questions": [
            { "key": "sure", "kind": "yes_no", "text": en("Sure?") }] },
        { "key": "three", "title": en("Three"), "questions": [last, { "key": "end", "kind": "yes_no", "text": en("Fine?") }] } ]));
    survey["audiences"] = json!(["participating_parent", "young_person"]);
    survey
}

fn answer(question: &str, is: &[&str]) -> Value {
    json!({ "answer": { "question": question, "is": is } })
}

#[test]
fn what_nobody_gets_to_is_told_and_what_somebody_does_is_not() {
    let child = answer("who", &["child"]);
    let none = Value::Null;
    let sure = answer("sure", &["yes"]);
    let both = |one: &Value, other: &Value| json!({ "all": [one, other] });
    // A section of which all questions have conditions of their own.
    let mut only_some = branched(&child, &none);
    only_some["sections"][1]["questions"][0]["condition"] = answer("plays", &["sing"]);
    let mut only_parents = branched(&child, &none);
    only_parents["sections"][1]["questions"][0]["condition"] = answer("who", &["parent"]);
    check(
        Rule::NobodyGetsHere,
        &[
            branched(&child, &both(&sure, &answer("who", &["parent"]))),
            branched(&child, &both(&sure, &json!({ "audience": ["participating_parent"] }))),
            branched(&none, &both(&answer("who", &["child"]), &json!({ "age_band": ["under_9"] }))),
            branched(&both(&answer("plays", &["sing"]), &answer("plays", &["none"])), &none),
            branched(&json!({ "audience": ["staff"] }), &none),
            branched(&none, &json!({ "language": ["pl"] })),
            only_parents,
        ],
        &[
            branched(&none, &none),
            only_some,
            branched(&child, &sure),
            branched(&child, &json!({ "not": sure })),
            branched(&both(&answer("plays", &["sing"]), &answer("plays", &["drum"])), &json!({ "language": ["en"] })),
            branched(&json!({ "audience": ["young_person"] }), &json!({ "age_band": ["nine_to_12"] })),
        ],
    );
}

#[test]
fn conditions_that_contradict_themselves_are_faults() {
    let all = |rules: &[Value]| json!({ "all": rules });
    let three = all(&[answer("plays", &["sing"]), answer("plays", &["drum"]), answer("plays", &["piano"])]);
    let not = |rule: &Value| json!({ "not": rule });
    let cases = [
        (all(&[answer("who", &["child"]), answer("who", &["parent"])]), true),
        (all(&[answer("who", &["child"]), not(&answer("who", &["child", "both"]))]), true),
        (all(&[json!({ "audience": ["young_person"] }), json!({ "audience": ["participating_parent"] })]), true),
        (json!({ "audience": ["staff"] }), false),
        (json!({ "language": ["pl"] }), false),
        (json!({ "any": [] }), true),
        (answer("who", &[]), true),
        (three, true),
        (all(&[answer("plays", &["sing"]), answer("plays", &["drum"])]), false),
        (all(&[answer("who", &["child"]), not(&answer("who", &["parent"]))]), false),
        (not(&answer("who", &["child", "parent", "both"])), false),
        (json!({ "language": ["en"] }), false),
    ];
    for (rule, contradicts) in cases {
        let survey = branched(&rule, &Value::Null).to_string();
        let faults = crate::survey::Survey::from_json(&survey).err().unwrap_or_default();
        let told = faults.iter().any(|fault| fault.at == "two" && fault.message.contains("never hold"));
        assert_eq!(told, contradicts, "{rule}: {faults:?}");
    }
}
