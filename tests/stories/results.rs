//! What people answered: figures that are right, hide the few, move in steps, and leave out what was asked otherwise.

use heard::retention::forget_expired;

use crate::{progress::wave_of, stories, world::World};

const ANA: &str = "ana@riverside.example";

const ASKED: &str = r#"{
    "key": "asked", "title": {"en": "Asked"}, "welcome": {"en": "Hello"}, "thanks": {"en": "Thanks"},
    "languages": ["en"], "audiences": ["staff"], "minutes": 1,
    "sections": [{"key": "part", "title": {"en": "The only part"}, "questions": [
        {"key": "again", "text": {"en": "Would you come again?"}, "kind": "yes_no"},
        {"key": "why", "text": {"en": "What keeps you?"}, "kind": "several", "options": [
            {"key": "cost", "text": {"en": "Cost"}}, {"key": "times", "text": {"en": "=Times"}}, {"key": "shy", "text": {"en": "<b>Shy</b>"}}]},
        {"key": "much", "text": {"en": "How much?"}, "kind": "number", "min": 0, "max": 10, "whole": true},
        {"key": "each", "text": {"en": "How was it?"}, "kind": "grid",
            "statements": [{"key": "fun", "text": {"en": "It was fun"}}, {"key": "near", "text": {"en": "It was near"}}],
            "options": [{"key": "no", "text": {"en": "Not so"}, "value": 1}, {"key": "yes", "text": {"en": "Very much so"}, "value": 2}]},
        {"key": "more", "text": {"en": "Anything else?"}, "kind": "long_text", "max_length": 200}
    ]}]
}"#;

/// Puts the same answers of so many people into the database.
async fn said(world: &World, version: u32, people: u32, answers: &str) {
    world.tamper(&format!(
        "with recursive n (i) as (select 1 union all select i + 1 from n where i < {people}) \
         insert into response (id, service, survey, version, wave, number, day, channel, audience, language, answers) \
         select s.last_number || '-' || n.i, s.service, s.key, {version}, w.id, s.last_number + n.i, '2026-11-22', 'web', 'staff', 'en', '{answers}' \
         from n cross join survey s join wave w on w.service = s.service and w.survey = s.key where s.key = 'asked'"
    )).await;
    world.tamper(&format!("update survey set last_number = last_number + {people} where key = 'asked'")).await;
}

const YES: &str = r#"{"again":{"choice":"yes"},"why":{"choices":["cost","times"]},"much":{"number":7.0},"each":{"grid":{"fun":"yes"}},"more":{"text":"a secret word"}}"#;
const NO: &str = r#"{"again":{"choice":"no"},"why":{"choices":["cost","shy"]},"much":{"number":2.0},"each":{"grid":{"fun":"no","near":"no"}},"more":"skipped"}"#;
const EMPTY: &str = r#"{"again":"rather_not_say","why":"skipped","much":"skipped","each":"skipped","more":"skipped"}"#;

async fn page(world: &World) -> String {
    forget_expired(&world.app()).await.unwrap();
    let wave = wave_of(world, "asked").await;
    let ana = world.signed_in(ANA).await;
    ana.get(&format!("/staff/riverside/waves/{wave}/results")).await.is(200).html
}

/// A row of a table, as far as its count.
#[track_caller]
fn has(html: &str, label: &str, count: &str) {
    let row = format!("<th scope=\"row\">{label}</th><td class=\"n\">{count}</td>");
    assert!(html.contains(&row), "{row} is not in {html}");
}

stories! {
    async fn an_analyst_reads_what_people_answered(world: World) {
        let world = world.riverside().await;
        world.publish(ASKED).await;
        let html = page(&world).await;
        assert!(html.contains("Not enough people have answered to show a figure."), "{html}");
        said(&world, 1, 40, YES).await;
        said(&world, 1, 20, NO).await;
        said(&world, 1, 10, EMPTY).await;
        let html = page(&world).await;
        assert!(html.contains("About 70 people answered so far."), "{html}");
        let told = "About 7 in 10 of the 60 people who answered said “Yes”; allowing for chance, between 49 and 81 in 100.";
        assert!(html.contains(told), "{html}");
        has(&html, "Yes", "40");
        has(&html, "No", "20");
        assert!(html.contains("Named most by the 60 people who answered: “Cost” (nearly all), “=Times” (about 7 in 10)"), "{html}");
        has(&html, "Cost", "60");
        has(&html, "&lt;b&gt;Shy&lt;/b&gt;", "20");
        has(&html, "7", "40");
        has(&html, "3", "not shown");
        has(&html, "It was fun", "60");
        has(&html, "It was near", "20");
        assert!(html.contains("About 70 people were asked: 60 answered, 10 would rather not say."), "{html}");
        assert!(html.contains("About 70 people were asked: 40 answered, 30 left it empty."), "{html}");
        assert!(!html.contains("a secret word"));
        let wave = wave_of(&world, "asked").await;
        let table = world.signed_in(ANA).await.get(&format!("/staff/riverside/waves/{wave}/results/figures.csv")).await.is(200);
        assert_eq!(table.headers["content-type"], "text/csv; charset=utf-8");
        let lines: Vec<_> = table.html.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines.len(), 1 + 2 + 3 + 11 + 4, "{lines:#?}");
        for line in [
            "section,question_key,question,part,by,group_key,group,answer_key,answer,base,people,percent,percent_low,percent_high",
            "The only part,again,Would you come again?,,,,,yes,Yes,60,40,67,49,81",
            "The only part,why,What keeps you?,,,,,times,'=Times,60,40,67,49,81",
            "The only part,much,How much?,,,,,3,3,60,[c],[c],[c],[c]",
            "The only part,each,How was it?,near,,,,yes,Very much so,20,[c],[c],[c],[c]",
        ] {
            assert!(lines.contains(&line), "{line} is not in {lines:#?}");
        }
    }

    async fn figures_move_when_five_more_came(world: World) {
        let world = world.riverside().await;
        world.publish(ASKED).await;
        said(&world, 1, 25, YES).await;
        said(&world, 1, 15, NO).await;
        let before = page(&world).await;
        has(&before, "Yes", "25");
        said(&world, 1, 4, YES).await;
        assert_eq!(page(&world).await, before);
        said(&world, 1, 1, YES).await;
        has(&page(&world).await, "Yes", "30");
        // Whoever takes their answers back stays counted until five more came.
        let before = page(&world).await;
        world.tamper("delete from response where survey = 'asked' and answers like '%\"no\"}%' and number < 30").await;
        assert_eq!(page(&world).await, before);
    }

    /// The question became another: what was answered before says nothing about it.
    async fn answers_to_another_question_are_left_out(world: World) {
        let world = world.riverside().await;
        world.publish(ASKED).await;
        said(&world, 1, 30, YES).await;
        world.tamper(
            "insert into survey_version (service, survey, version, definition, published) \
             select service, survey, 2, replace(definition, 'Would you come again?', 'Would you leave?'), published \
             from survey_version where survey = 'asked'",
        ).await;
        world.tamper("update wave set version = 2 where survey = 'asked'").await;
        said(&world, 2, 20, NO).await;
        let html = page(&world).await;
        assert!(html.contains("Would you leave?") && html.contains("About 50 people answered so far."), "{html}");
        // All of the 20 said no.
        has(&html, "Yes", "not shown");
        assert!(html.contains("About 20 people were asked: 20 answered."), "{html}");
        // What did not change is counted whole.
        has(&html, "=Times", "30");
        assert!(html.contains("About 50 people were asked: 30 answered, 20 left it empty."), "{html}");
    }
}
