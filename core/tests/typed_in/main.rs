//! Codes of paper: what they read as, what is told where they cannot be read, and what two typings differ in.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod back;
mod example;

use heard_core::{
    answer::{Answer, Answers, Typed, Wrong},
    area::Postcode,
    date::DatePart,
    response::Response,
    text::Lang,
    typed_in::{Misread, Sheet, read, read_code},
};

use example::{key, keys, other, places, survey};

#[track_caller]
fn check(question: &str, codes: &[&str], expect: &Result<Answer, Misread>) {
    let survey = survey();
    for code in codes {
        assert_eq!(read_code(survey.question(question).unwrap(), code, &places), *expect, "{question}: {code}");
    }
}

#[track_caller]
fn reads(question: &str, codes: &[&str], expect: Answer) {
    check(question, codes, &Ok(expect));
}

#[track_caller]
fn misreads(question: &str, codes: &[&str], expect: Misread) {
    check(question, codes, &Err(expect));
}

fn no_such(typed: &str, of: usize) -> Misread {
    Misread::NoSuchOption { typed: typed.to_owned(), of }
}

#[test]
fn options_are_read_by_their_numbers() {
    reads("plays", &["1", " 1 ", "١", "1."], Answer::Choice(key("yes")));
    reads("plays", &["2"], Answer::Choice(key("no")));
    reads("where", &["2"], Answer::Choice(key("home")));
    reads("where", &["3: church: choir", "3 :church: choir"], other(&["other"], "church: choir"));
    reads("agree", &["2"], Answer::Choice(key("yes")));
    reads("why", &["1 4", "1,4", "4 1", "1, 4", "1;4"], Answer::Choices(keys(&["fun", "exam"])));
    reads("why", &["5 1: it's, loud", "1 5 : it's, loud"], other(&["fun", "other"], "it's, loud"));
    reads("use", &["1"], Answer::Choice(key("yes")));
    reads("use", &["", "2"], Answer::Choice(key("no")));
    misreads("plays", &["3"], no_such("3", 2));
    misreads("why", &["1 8"], no_such("8", 5));
    misreads("why", &["0"], no_such("0", 5));
    misreads("why", &["99999999999999999999"], no_such("99999999999999999999", 5));
    misreads("why", &["1 4 1"], Misread::Twice("1".to_owned()));
    misreads("where", &["school"], Misread::NotANumber("school".to_owned()));
    misreads("where", &["+1"], Misread::NotANumber("+1".to_owned()));
    misreads("where", &["1 2"], Misread::Answer(Wrong::MoreThanOne));
    misreads("where", &["1: at school", ": at school"], Misread::Answer(Wrong::OtherNotChosen));
    misreads("plays", &["1: yes"], Misread::WordsNotAsked);
    misreads("why", &["1 2 3 4"], Misread::Answer(Wrong::TooMany { at_most: 3 }));
}

#[test]
fn other_counts_without_its_words_because_nobody_can_be_asked() {
    reads("where", &["3", "3:"], Answer::Choice(key("other")));
    reads("why", &["5 1"], Answer::Choices(keys(&["fun", "other"])));
}

#[test]
fn statements_and_places_are_read_in_their_order() {
    let feel =
        |points: &[(&str, &str)]| Answer::Grid(points.iter().map(|(row, point)| (key(row), key(point))).collect());
    let marked = feel(&[("a", "high"), ("b", "mid"), ("d", "low")]);
    reads("feel", &["3 2 - 1", "32-1", "3,2,-,1"], marked);
    reads("feel", &["----", ""], Answer::Skipped);
    misreads("feel", &["3 2 1", "321"], Misread::Marks { of: 4, were: 3 });
    misreads("feel", &["3 2 1 1 1"], Misread::Marks { of: 4, were: 5 });
    misreads("feel", &["3241"], no_such("4", 3));
    misreads("feel", &["32x1"], Misread::NotANumber("x".to_owned()));
    reads("best", &["3 1", "3,1"], Answer::Ranking(keys(&["grime", "rock"])));
    reads("best", &["2"], Answer::Ranking(keys(&["folk"])));
    misreads("best", &["1 2 3"], Misread::Answer(Wrong::TooMany { at_most: 2 }));
    misreads("best", &["1 1"], Misread::Answer(Wrong::RankedTwice { place: 2 }));
    misreads("best", &["4"], no_such("4", 3));
}

#[test]
fn dates_numbers_words_and_places_are_read_as_they_stand() {
    let date = |written: &str| Answer::Date(written.parse().unwrap());
    reads("born", &["7 3 2019", "7/3/2019", "07.03.2019", "7-3-2019", "7 March 2019"], date("2019-03-07"));
    reads("since", &["3/2019", "3 2019", "Mar 2019"], date("2019-03"));
    reads("first", &["2019"], date("2019"));
    misreads("born", &["3 2019"], Misread::DateParts(DatePart::Day));
    misreads("since", &["7 3 2019"], Misread::DateParts(DatePart::Month));
    misreads("born", &["31 2 2019"], Misread::Answer(Wrong::NoSuchDay));
    misreads("born", &["7 3 19"], Misread::Answer(Wrong::DateUnread(DatePart::Year)));
    reads("count", &["7", "٧"], Answer::Number(7.0));
    misreads("count", &["seven"], Misread::Answer(Wrong::NotANumber));
    misreads("count", &["10"], Misread::Answer(Wrong::OutOfRange { min: "0".to_owned(), max: "9".to_owned() }));
    reads("idea", &[" Later lessons: 6 "], Answer::Text("Later lessons: 6".to_owned()));
    misreads("idea", &["a much too long idea!"], Misread::Answer(Wrong::TooLong { at_most: 20, were: 21 }));
    reads("home", &["sg1 2ab"], Answer::Place(places(&Postcode::parse("SG1 2AB").unwrap()).unwrap()));
    misreads("home", &["ZZ9 9ZZ"], Misread::Answer(Wrong::UnknownPostcode));
    misreads("home", &["SG1"], Misread::Answer(Wrong::NotAPostcode));
}

#[test]
fn letters_stand_for_no_answer_where_it_is_offered() {
    for question in ["plays", "where", "feel", "best", "born", "count", "home", "name"] {
        reads(question, &["U", "u"], Answer::NotUnderstood);
    }
    reads("why", &["R", "r"], Answer::RatherNotSay);
    reads("more", &["R"], Answer::RatherNotSay);
    misreads("where", &["R", "r"], Misread::LetterNotOffered('R'));
    misreads("use", &["U"], Misread::LetterNotOffered('U'));
    // A word, where it can be one.
    reads("idea", &["U"], Answer::Text("U".to_owned()));
    reads("name", &["R"], Answer::Text("R".to_owned()));
}

#[test]
fn nothing_is_insisted_on() {
    for (_, question) in survey().questions().filter(|(_, question)| *question.key != *"use") {
        reads(&question.key, &["", "  "], Answer::Skipped);
    }
}

/// A sheet whose codes can all be read.
fn sheet(codes: &[(&str, &str)]) -> Sheet {
    let typed: Typed = codes.iter().map(|(key, code)| ((*key).to_owned(), (*code).to_owned())).collect();
    let survey = survey();
    let (answers, unread) = read(&survey, &typed, &places);
    assert!(unread.is_empty(), "{unread:?}");
    Sheet { language: Lang::english(), answers, apart: false }
}

#[test]
fn all_that_cannot_be_read_comes_at_once_with_its_number() {
    let typed = [("plays", "3"), ("where", "2"), ("count", "x"), ("strange", "1")];
    let typed: Typed = typed.iter().map(|(key, code)| ((*key).to_owned(), (*code).to_owned())).collect();
    let survey = survey();
    let (answers, unread) = read(&survey, &typed, &places);
    assert_eq!(unread.iter().map(|one| one.asked.number).collect::<Vec<_>>(), [1, 7]);
    assert_eq!(answers.get("where"), Some(&Answer::Choice(key("home"))));
    assert_eq!(answers.get("strange"), None);
}

#[test]
fn two_typings_differ_in_what_counts() {
    let differ = |a: &[(&str, &str)], b: &[(&str, &str)]| {
        let survey = survey();
        let (a, b) = (sheet(a), sheet(b));
        let there = a.differences(&b, &survey).iter().map(|asked| asked.number).collect::<Vec<_>>();
        assert_eq!(there, b.differences(&a, &survey).iter().map(|asked| asked.number).collect::<Vec<_>>());
        there
    };
    assert_eq!(differ(&[("plays", "1"), ("why", "1 4")], &[("plays", "1"), ("why", "4,1")]), [0; 0]);
    assert_eq!(differ(&[("where", "1"), ("count", "3")], &[("where", "2"), ("count", "4")]), [2, 7]);
    assert_eq!(differ(&[("where", "")], &[("where", "U")]), [2]);
    let blank = Sheet { language: Lang::english(), answers: Answers::default(), apart: false };
    assert!(blank.differences(&sheet(&[("use", "")]), &survey()).is_empty(), "nothing typed is nothing written");
    // Spaces, capitals and signs are how somebody types; letters and numbers are what somebody wrote.
    assert_eq!(differ(&[("more", "Don't  stop.")], &[("more", "don’t stop")]), [0; 0]);
    assert_eq!(differ(&[("where", "3: Choir")], &[("where", "3: choir!")]), [0; 0]);
    assert_eq!(differ(&[("more", "£1.50")], &[("more", "£150")]), [12]);
    assert_eq!(differ(&[("more", "😀")], &[("more", "🎵")]), [12]);
    // Whoever does not play in a club is not asked its name; the answer that leads there differs, and what it leads to.
    assert_eq!(differ(&[("plays", "2"), ("name", "A")], &[("plays", "2"), ("name", "B")]), [0; 0]);
    assert_eq!(
        differ(&[("plays", "1"), ("name", "A"), ("use", "1")], &[("plays", "2"), ("name", "A"), ("use", "1")]),
        [1]
    );
    assert_eq!(differ(&[("plays", "1"), ("name", "A")], &[("plays", "2"), ("name", "B")]), [1, 14]);
    // Two postcodes of one place are one answer: the place is all that is kept.
    assert_eq!(differ(&[("home", "SG1 1AA")], &[("home", "SG1 2AB")]), [0; 0]);
    assert_eq!(differ(&[("home", "SG1 1AA")], &[("home", "")]), [13]);
}

#[test]
fn a_sheet_counts_whatever_was_left_empty_but_not_without_a_needed_consent() {
    let finish = |codes: &[(&str, &str)]| {
        let sheet = sheet(codes);
        Response::from_paper(&survey(), &sheet.answers, &sheet.language)
    };
    let empty = finish(&[("name", "Off the way"), ("home", "SG1 1AA")]).unwrap();
    assert_eq!((empty.answers.get("plays"), empty.answers.get("name")), (Some(&Answer::Skipped), None));
    assert_eq!(empty.place.unwrap().area, "E07000243");
    assert_eq!(finish(&[("plays", "1"), ("name", "Choir")]), Err(key("use")));
    let agreed = finish(&[("plays", "1"), ("use", "1")]).unwrap();
    assert_eq!(agreed.answers.get("use"), Some(&Answer::Choice(key("yes"))));
}
