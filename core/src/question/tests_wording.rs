//! What a reader reads of a question that has wordings.

use serde_json::{Value, json};

use super::*;
use crate::{
    age::AgeBand::{self, Adult, NineTo12, ThirteenTo18, Under9},
    text::Lang,
    wording::Reader,
};

/// How the cost is asked about: in the usual words, and for three kinds of reader.
fn asked() -> Question {
    let text = |text: &str| json!({ "en": text });
    let asked = json!({
        "key": "cost", "kind": "single", "text": text("Is the cost a barrier?"), "help": text("Think of fees. And fares."),
        "reason": text("To set fees."), "options": [
            { "key": "yes", "text": text("It is"), "picture": "money" },
            { "key": "no", "text": text("It is not") } ],
        "wordings": [
            { "for": ["under_9"], "text": text("Does music cost too much?"), "options": { "yes": text("Yes!") } },
            { "for": ["nine_to_12", "thirteen_to_18"], "help": text("Fees and fares.") },
            { "for": ["easy_read"], "text": text("Money. Is it hard?"),
              "picture": { "name": "money", "alt": text("Coins. Two.") } } ],
    });
    serde_json::from_value(asked).unwrap()
}

/// Text, help, reason, the words of `yes`, and those of the picture above.
fn read(question: &Question, easy_read: bool, age_band: Option<AgeBand>) -> [String; 5] {
    let english = Lang::english();
    let worded = question.worded(Reader { easy_read, age_band });
    assert_eq!((&worded.key, worded.option_keys()), (&question.key, question.option_keys()));
    let yes = worded.option_text("yes");
    let alt = worded.picture.as_ref().map(|picture| &picture.alt);
    let texts = [Some(&worded.text), worded.help.as_ref(), worded.reason.as_ref(), yes, alt];
    texts.map(|text| text.map_or(String::new(), |text| text.get(&english).to_owned()))
}

#[test]
fn what_a_wording_leaves_out_is_read_as_usual() {
    let question = asked();
    let (usual, help, why) = ("Is the cost a barrier?", "Think of fees. And fares.", "To set fees.");
    for (easy_read, age_band, expect) in [
        (false, None, [usual, help, why, "It is", ""]),
        (false, Some(Adult), [usual, help, why, "It is", ""]),
        (false, Some(Under9), ["Does music cost too much?", help, why, "Yes!", ""]),
        (false, Some(NineTo12), [usual, "Fees and fares.", why, "It is", ""]),
        (false, Some(ThirteenTo18), [usual, "Fees and fares.", why, "It is", ""]),
        // Easy Read goes over the wording for the age, and has one idea a line.
        (true, None, ["Money.\nIs it hard?", "Think of fees.\nAnd fares.", why, "It is", "Coins.\nTwo."]),
        (true, Some(Under9), ["Money.\nIs it hard?", "Think of fees.\nAnd fares.", why, "Yes!", "Coins.\nTwo."]),
        (true, Some(NineTo12), ["Money.\nIs it hard?", "Fees and fares.", why, "It is", "Coins.\nTwo."]),
    ] {
        assert_eq!(read(&question, easy_read, age_band), expect, "{easy_read} {age_band:?}");
    }
    assert!(matches!(question.worded(Reader::default()), std::borrow::Cow::Borrowed(_)));
}

#[test]
fn a_grid_and_a_consent_are_worded_in_all_their_parts() {
    let text = |text: &str| json!({ "en": text });
    let grid = json!({
        "key": "g", "kind": "grid", "text": text("G"), "statements": [{ "key": "fun", "text": text("It is fun.") }],
        "options": [{ "key": "fun", "text": text("a"), "value": 1 }, { "key": "b", "text": text("b"), "value": 2 }],
        "wordings": [{ "for": ["under_9"], "options": { "fun": text("A!") }, "statements": { "fun": text("Fun?") } }],
    });
    let grid: Question = serde_json::from_value(grid).unwrap();
    let worded = grid.worded(Reader { easy_read: false, age_band: Some(Under9) }).into_owned();
    let texts: Vec<_> =
        worded.texts().into_iter().map(|(at, text)| (at, text.get(&Lang::english()).to_owned())).collect();
    let said = [("text", "G"), ("option fun", "A!"), ("option b", "b"), ("statement fun", "Fun?")];
    assert_eq!(texts, said.map(|(at, text)| (at.to_owned(), text.to_owned())));
    let consent = json!({ "key": "c", "kind": "consent", "text": text("C"), "agree": text("I consent"),
        "wordings": [{ "for": ["easy_read"], "agree": text("Yes. You may.") }] });
    let consent: Question = serde_json::from_value(consent).unwrap();
    let worded = consent.worded(Reader { easy_read: true, age_band: None });
    assert!(matches!(&worded.kind, Kind::Consent(kind) if kind.agree.get(&Lang::english()) == "Yes.\nYou may."));
}

#[test]
fn wordings_that_would_never_be_read_are_faults() {
    let text = |text: &str| json!({ "en": text });
    let faults = |wordings: Value, told: &[AgeBand]| {
        let question = Question { wordings: serde_json::from_value(wordings).unwrap(), ..asked() };
        question.wording_faults(told).join("\n")
    };
    let all = [Under9, NineTo12, ThirteenTo18, Adult];
    assert_eq!(asked().wording_faults(&all), Vec::<String>::new());
    for (wordings, fault) in [
        (json!([{ "for": [], "text": text("x") }]), "for nobody"),
        (json!([{ "for": ["under_9"] }]), "says nothing"),
        (json!([{ "for": ["easy_read"], "options": { "maybe": text("x") } }]), "the option \"maybe\""),
        (json!([{ "for": ["easy_read"], "statements": { "yes": text("x") } }]), "the statement \"yes\""),
        (json!([{ "for": ["easy_read"], "agree": text("x") }]), "is for a consent"),
        (
            json!([{ "for": ["adult", "under_9"], "text": text("x") }, { "for": ["under_9"], "text": text("y") }]),
            "second wording for \"under_9\"",
        ),
    ] {
        let found = faults(wordings, &all);
        assert!(found.contains(fault) && !found.contains('\n'), "{fault}: {found}");
    }
    let adults = json!([{ "for": ["adult", "easy_read"], "text": text("x") }]);
    assert!(faults(adults.clone(), &[Under9]).contains("wording for \"adult\": no question of an earlier section"));
    assert_eq!(faults(adults, &[Adult]), "");
}
