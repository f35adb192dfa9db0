//! The same survey in pages of sections and of single questions.

use heard_core::{
    answer::{Answer, Answers},
    route::Route,
    survey::Survey,
    text::Lang,
    walk::{At, Pace, Page, Walk},
};
use serde_json::json;

use crate::example::{read, survey, text};

/// The addresses of pages, with what stands on each.
fn addresses<'a>(pages: impl IntoIterator<Item = &'a Page<'a>>) -> Vec<String> {
    let address = |page: &Page<'_>| {
        let on_it: Vec<_> = page.questions.iter().map(|question| &*question.key).collect();
        let at = page.at();
        format!("{}{}: {}", at.section, at.question.map_or_else(String::new, |key| format!("/{key}")), on_it.join(" "))
    };
    pages.into_iter().map(address).collect()
}

/// Every page of a walk, from the first to the last.
fn all<'w, 'a>(walk: &'w Walk<'a>, first: &str) -> Vec<&'w Page<'a>> {
    std::iter::successors(walk.first_of(first), |page| walk.after(page.at())).collect()
}

/// Information at the start, between and at the end of a section; and a section of nothing else.
fn told() -> Survey {
    let asked = |key: &str, kind: &str| json!({ "key": key, "text": text(key), "kind": kind });
    let survey = json!({
        "key": "told", "title": text("T"), "welcome": text("W"), "thanks": text("T"), "languages": ["en"],
        "audiences": ["young_person"], "minutes": 1, "pace": "question", "sections": [
            { "key": "one", "title": text("One"), "questions": [
                asked("i", "information"), asked("j", "information"), asked("a", "yes_no"), asked("b", "yes_no"),
                asked("k", "information") ] },
            { "key": "two", "title": text("Two"), "questions": [asked("l", "information")] },
            { "key": "three", "title": text("Three"), "questions": [asked("c", "yes_no")] },
        ],
    });
    Survey::from_json(&survey.to_string()).unwrap()
}

#[test]
fn information_stands_with_the_question_after_it_or_alone() {
    let (survey, nothing, english) = (told(), Answers::default(), Lang::english());
    assert_eq!(survey.pace, Pace::Question);
    let walk = Walk::new(Route::new(&survey, &nothing, &english), survey.pace);
    let pages = all(&walk, "one");
    assert_eq!(addresses(pages.iter().copied()), ["one/a: i j a", "one/b: b", "one/k: k", "two/l: l", "three/c: c"]);
    assert_eq!(pages.iter().map(|page| page.opens).collect::<Vec<_>>(), [true, false, false, true, true]);
    // Only what asks something is counted.
    let progress: Vec<_> = pages.iter().map(|page| walk.progress(page.at()).map(|p| (p.at, p.of, p.about))).collect();
    assert_eq!(progress, [Some((1, 3, false)), Some((2, 3, false)), None, None, Some((3, 3, false))]);
    assert_eq!(addresses(walk.before(pages[1].at())), ["one/a: i j a"]);
    assert!(walk.before(pages[0].at()).is_none());
    let walk = Walk::new(Route::new(&survey, &nothing, &english), Pace::Section);
    assert_eq!(addresses(all(&walk, "one")), ["one: i j a b k", "two: l", "three: c"]);
}

#[test]
fn both_paces_stop_at_the_same_question() {
    let (survey, english) = (survey(), Lang::english());
    for (typed, section, question) in [
        (&[][..], "you", "you/who"),
        (&[("who", "child")], "you", "you/name"),
        (&[("who", "child"), ("name", "x")], "age", "age/age"),
        (&[("who", "parent"), ("name", "x"), ("best.1", "drums"), ("feel.fun", "bad")], "big", "big/since"),
    ] {
        let answers = read(typed);
        let open = |pace| {
            let walk = Walk::new(Route::new(&survey, &answers, &english), pace);
            addresses(walk.first_open()).remove(0).split(':').next().unwrap().to_owned()
        };
        assert_eq!((&*open(Pace::Section), &*open(Pace::Question)), (section, question), "{typed:?}");
    }
}

#[test]
fn questions_are_counted_as_sections_are() {
    let (survey, english) = (survey(), Lang::english());
    let progress = |typed: &[(&str, &str)], section: &str, question: &str| {
        let answers = read(typed);
        let walk = Walk::new(Route::new(&survey, &answers, &english), Pace::Question);
        walk.progress(At { section, question: Some(question) }).map(|p| (p.at, p.of, p.about))
    };
    // All thirteen may come yet; a child under nine is asked five.
    assert_eq!(progress(&[], "you", "who"), Some((1, 13, true)));
    assert_eq!(progress(&[("who", "child")], "you", "name"), Some((2, 13, true)));
    assert_eq!(progress(&[("who", "child"), ("name", "x"), ("age", "under_9")], "small", "small"), Some((4, 5, false)));
    assert_eq!(progress(&[("who", "child"), ("age", "under_9")], "big", "best"), None);
    assert_eq!(progress(&[], "you", "nobody"), None);
}

#[test]
fn an_address_of_the_other_pace_finds_its_page() {
    let (survey, english) = (survey(), Lang::english());
    let answers: Answers = [("who".try_into().unwrap(), Answer::Skipped)].into_iter().collect();
    let walk = Walk::new(Route::new(&survey, &answers, &english), Pace::Question);
    assert!(walk.page(At { section: "big", question: None }).is_none());
    assert_eq!(addresses(walk.first_of("big")), ["big/best: best"]);
    assert_eq!(addresses(walk.page_of("feel")), ["big/feel: feel"]);
    assert!(walk.page_of("small").is_none() && walk.first_of("small").is_none());
}
