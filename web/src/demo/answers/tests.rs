//! The made-up responses are real answers to the real survey, and have the shape that `figures` says.

use std::collections::{BTreeMap, BTreeSet};

use heard_core::{answer::Answer, area::Place, audience::Audience, response::Response};

use super::*;

/// Any seed does; the tests say nothing that holds for one seed only.
const SEED: u64 = 2026;

fn survey() -> Survey {
    Survey::from_json(include_str!("../survey.json")).unwrap()
}

/// Reads a made response as the server reads a posted form, and finishes it.
fn finish(survey: &Survey, homes: &BTreeSet<String>, made: &Made) -> Response {
    let places = |postcode: &heard_core::area::Postcode| {
        let known = homes.contains(&format!("{} {}", postcode.outward(), postcode.inward()));
        known.then(|| Place { area: "E07999001".to_owned(), decile: Some(5), edition: "test".to_owned() })
    };
    let (language, mut answers, mut shown) = (Lang::english(), Answers::default(), BTreeSet::new());
    for section in &survey.sections {
        let route = Route::new(survey, &answers, &language);
        if route.sections().all(|applies| applies.key != section.key) {
            continue;
        }
        let questions: Vec<_> = route.questions(section).collect();
        shown.extend(questions.iter().map(|question| question.key.to_string()));
        let (read, problems) = Answers::read(questions, &made.typed, &places);
        assert_eq!(problems, [], "{:?}", made.typed);
        answers.merge(read);
    }
    for field in made.typed.fields() {
        assert!(shown.contains(field), "{field} was answered and not shown");
    }
    Response::finish(survey, &answers, &language).unwrap()
}

fn finished(how_many: usize) -> Vec<Response> {
    let survey = survey();
    let homes = homes::lived_in().into_iter().map(|home| home.postcode).collect();
    responses(&survey, SEED, how_many).iter().map(|made| finish(&survey, &homes, made)).collect()
}

/// How often each option was chosen, and how many gave an answer at all.
fn tally<'r>(responses: impl IntoIterator<Item = &'r Response>, question: &str) -> (BTreeMap<String, f64>, f64) {
    let (mut counts, mut base) = (BTreeMap::new(), 0.0);
    for response in responses {
        let options = match response.answers.get(question).or_else(|| response.monitoring.get(question)) {
            Some(Answer::Choice(option)) => std::slice::from_ref(option),
            Some(Answer::Choices(options)) => options.as_slice(),
            _ => continue,
        };
        base += 1.0;
        for option in options {
            *counts.entry(option.to_string()).or_insert(0.0) += 1.0;
        }
    }
    (counts, base)
}

fn share(responses: &[Response], question: &str, options: &[&str]) -> f64 {
    let (counts, base) = tally(responses, question);
    options.iter().filter_map(|option| counts.get(*option)).sum::<f64>() / base
}

/// The mean of a scale's points.
fn mean<'r>(responses: impl IntoIterator<Item = &'r Response>, question: &str) -> f64 {
    let survey = survey();
    let Kind::Scale(scale) = &survey.question(question).unwrap().kind else { panic!("{question} is a scale") };
    let (counts, _) = tally(responses, question);
    let points = scale.options.iter().filter_map(|point| Some((counts.get(&*point.key)?, point.value?)));
    let (sum, base) = points.fold((0.0, 0.0), |(sum, base), (count, value)| (sum + count * value, base + count));
    sum / base
}

#[track_caller]
fn near(figure: f64, expect: f64, within: f64) {
    assert!((figure - expect).abs() < within, "{figure} is not within {within} of {expect}");
}

#[test]
fn every_response_is_read_without_a_problem_and_can_be_sent() {
    assert_eq!(finished(600).len(), 600);
}

#[test]
fn a_seed_makes_the_same_responses_again() {
    let survey = survey();
    let made = responses(&survey, SEED, 40);
    assert_eq!(made, responses(&survey, SEED, 40));
    assert_eq!(made[..10], responses(&survey, SEED, 10), "more responses do not change the first ones");
    assert_ne!(made, responses(&survey, SEED + 1, 40));
}

#[test]
fn responses_come_over_four_weeks_and_again_after_the_reminder() {
    let days: Vec<_> = responses(&survey(), SEED, 1_000).iter().map(|made| made.day).collect();
    assert_eq!((days.iter().min(), days.iter().max()), (Some(&0), Some(&27)));
    let on = |days_of: std::ops::Range<u16>| days.iter().filter(|day| days_of.contains(day)).count();
    assert!(on(0..4) > on(10..14) && on(14..18) > on(10..14));
}

#[test]
fn every_option_of_the_survey_is_chosen_by_someone() {
    let responses = finished(3_000);
    let survey = survey();
    for (_, question) in survey.questions() {
        let (counts, _) = tally(&responses, &question.key);
        let younger = question.key.starts_with("child_2") || question.key.starts_with("child_3");
        assert!(!younger || !counts.is_empty(), "{} was never asked", question.key);
        // The younger children have the first one's options, and few of them are in the sixth form.
        for option in question.option_keys().into_iter().filter(|_| !younger) {
            assert!(counts.contains_key(option), "{}: {option}", question.key);
        }
    }
    let gave = |test: &dyn Fn(&Answer) -> bool| responses.iter().any(|r| r.monitoring.iter().any(|(_, a)| test(a)));
    assert!(gave(&|answer| *answer == Answer::RatherNotSay));
    assert!(gave(&|answer| *answer == Answer::Skipped));
}

#[test]
fn the_shape_is_that_of_the_published_figures() {
    let responses = finished(3_000);
    near(1.0 - share(&responses, "send", &["none"]), 0.284, 0.03);
    near(mean(&responses, "music_importance"), 7.6, 0.15);
    near(share(&responses, "music_importance", &["point_9", "point_10"]), 0.35, 0.03);
    near(share(&responses, "inclusion_matters", &["quite_a_lot", "very_much"]), 0.87, 0.03);
    near(share(&responses, "want_a_say", &["yes"]), 0.56, 0.03);
    let (barriers, _) = tally(&responses, "barriers");
    let mut named: Vec<_> = barriers.iter().filter(|(barrier, _)| *barrier != "none").collect();
    named.sort_by(|a, b| b.1.total_cmp(a.1));
    assert_eq!(
        named[..3].iter().map(|(barrier, _)| barrier.as_str()).collect::<Vec<_>>(),
        ["cost", "times", "transport"]
    );
}

#[test]
fn families_who_do_not_take_part_feel_less_welcome_and_know_less() {
    let responses = finished(1_500);
    let of = |audience| responses.iter().filter(move |response| response.audience == Some(audience));
    for question in ["feel_welcome", "people_like_us", "know_what_is_on", "know_about_help", "worth_the_money"] {
        let taking_part = mean(of(Audience::ParticipatingParent), question);
        let not_taking_part = mean(of(Audience::NonParticipatingParent), question);
        assert!(taking_part > not_taking_part + 0.5, "{question}: {taking_part} and {not_taking_part}");
    }
    near(share(&responses, "who", &["with_us"]), figures::TAKE_PART, 0.04);
}
