//! Ways through a survey with every kind of question and every kind of rule.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod all_at_once;
mod example;
mod pages;
mod rules;

use heard_core::{
    answer::{Answer, Answers, Typed},
    response::Response,
    route::Route,
    text::{Key, Lang},
    walk::Pace,
};
use proptest::prelude::*;

use example::{page, survey, walk};

fn decisions() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..60_usize, 40)
}

fn drawing(decisions: &[usize]) -> impl FnMut() -> usize {
    let mut next = decisions.iter().copied().cycle();
    move || next.next().unwrap()
}

proptest! {
    /// Whatever a browser sends to whatever kind, reading gives answers or problems, and what was read and typed
    /// again is read the same.
    #[test]
    fn what_is_read_can_be_typed_again(
        fields in prop::collection::vec(("who|name|age|small|best(\\.[0-3])?|since(\\.day|\\.month|\\.year)?|feel(\\.fun|\\.loud)?|why(\\.@other)?|quote|count",
            ".{0,12}|yes|no|child|other|cost|drums|voice|bad|good|[0-9]{1,4}|May|@rather_not|@not_understood"), 0..24)
    ) {
        let survey = survey();
        let typed: Typed = fields.into_iter().collect();
        let questions: Vec<_> = survey.questions().map(|(_, question)| question).collect();
        let (answers, problems) = Answers::read(questions.iter().copied(), &typed, &|_| None);
        for question in &questions {
            let wrong = problems.iter().any(|problem| problem.question == question.key);
            prop_assert_ne!(answers.get(&question.key).is_some(), wrong);
            // Nobody asked to be spared any of these questions.
            prop_assert_ne!(answers.get(&question.key), Some(&Answer::RatherNotSay));
        }
        let retyped = Typed::from_answers(&answers);
        prop_assert!(retyped.fields().all(|field| questions.iter().any(|question| question.has_field(field))));
        let (again, _) = Answers::read(questions.iter().copied(), &retyped, &|_| None);
        for (key, answer) in answers.iter() {
            prop_assert_eq!(again.get(key), Some(answer));
        }
        // And what is stored is read the same.
        let stored = serde_json::to_string(&answers).unwrap();
        prop_assert_eq!(serde_json::from_str::<Answers>(&stored).unwrap(), answers);
    }

    /// On the way forward the place grows by one a page, and the whole never grows.
    #[test]
    fn progress_never_goes_backwards(decisions in decisions(), pace in prop::sample::select(&Pace::ALL)) {
        let (_, shown) = walk(&survey(), pace, &mut drawing(&decisions));
        prop_assert_eq!(shown.iter().map(|p| p.at).collect::<Vec<_>>(), (1..=shown.len()).collect::<Vec<_>>());
        for pair in shown.windows(2) {
            prop_assert!(pair[0].of >= pair[1].of);
            prop_assert!(pair[0].about || (pair[0].of, pair[0].about) == (pair[1].of, pair[1].about));
        }
        for page in &shown {
            prop_assert!(page.of >= shown.len() && (page.about || page.of == shown.len()));
        }
    }

    /// A page that is answered otherwise, and then as before, brings back all that was said on the way.
    #[test]
    fn going_back_never_loses_an_answer(first in decisions(), second in decisions(), back in 0..9_usize) {
        let (survey, english) = (survey(), Lang::english());
        let (answers, _) = walk(&survey, Pace::Section, &mut drawing(&first));
        let before = Route::new(&survey, &answers, &english);
        let sections: Vec<_> = before.sections().collect();
        let section = sections[back % sections.len()];
        let questions: Vec<_> = before.questions(section).collect();
        let (page_again, _) = Answers::read(questions.iter().copied(), &Typed::from_answers(&answers), &|_| None);
        let mut changed = answers.clone();
        changed.merge(page(&questions, &mut drawing(&second)));
        for (key, _) in answers.iter() {
            prop_assert!(changed.get(key).is_some());
        }
        changed.merge(page_again);
        prop_assert_eq!(Route::new(&survey, &changed, &english).kept(), before.kept());
    }

    /// What is sent was shown, whatever else the draft still holds.
    #[test]
    fn answers_off_the_way_are_not_sent(first in decisions(), second in decisions()) {
        let (survey, english) = (survey(), Lang::english());
        let (mut draft, _) = walk(&survey, Pace::Section, &mut drawing(&first));
        let (other_way, _) = walk(&survey, Pace::Section, &mut drawing(&second));
        draft.merge(other_way.clone());
        let sent = Response::finish(&survey, &draft, &english).unwrap();
        prop_assert_eq!(sent.answers, Route::new(&survey, &other_way, &english).kept());
        let on_the_way: Vec<Key> = {
            let route = Route::new(&survey, &draft, &english);
            route.sections().flat_map(|section| route.questions(section).map(|q| q.key.clone()).collect::<Vec<_>>()).collect()
        };
        prop_assert!(other_way.iter().all(|(key, _)| on_the_way.contains(key)));
    }
}
