//! The same survey section by section and question by question.

use crate::{
    stories,
    visitor::{Page, Visitor},
    world::World,
};

const SURVEY: &str = "/riverside/s/music_and_your_family";

/// Information, an introduction and a rule, asked question by question unless somebody wants it otherwise.
const ASKED: &str = r#"{
    "key": "asked", "title": {"en": "Asked"}, "welcome": {"en": "Hello"}, "thanks": {"en": "Thanks"},
    "languages": ["en"], "audiences": ["young_person"], "minutes": 1, "pace": "question",
    "sections": [
        {"key": "one", "title": {"en": "About you"}, "intro": {"en": "Three short ones."}, "questions": [
            {"key": "told", "kind": "information", "text": {"en": "Nobody sees this"}, "help": {"en": "Not even your teacher."}},
            {"key": "like", "kind": "yes_no", "required": true, "text": {"en": "Do you like it?"}},
            {"key": "play", "kind": "yes_no", "text": {"en": "Do you play?"}}]},
        {"key": "two", "title": {"en": "More"}, "condition": {"answer": {"question": "play", "is": ["yes"]}}, "questions": [
            {"key": "what", "kind": "short_text", "max_length": 50, "text": {"en": "What do you play?"}}]}
    ]
}"#;

async fn choose(person: &Visitor, survey: &str, pace: &str) -> String {
    person.post(&format!("{survey}/pace"), &[("pace", pace)]).await.leads()
}

/// Answers page after page, each question as told or not at all, and gives the addresses of the pages.
async fn walk(person: &Visitor, survey: &str, mut page: String, told: &[(&str, &str)]) -> Vec<String> {
    let mut seen = Vec::new();
    while page != format!("{survey}/check") {
        let html = person.get(&page).await.is(200).html;
        let fields: Vec<_> =
            told.iter().filter(|(name, _)| html.contains(&format!("name=\"{name}\""))).copied().collect();
        let next = person.post(&page, &fields).await.leads();
        seen.push(page.strip_prefix(survey).unwrap().to_owned());
        page = next;
    }
    seen
}

fn heading(page: &Page) -> &str {
    let (before, after) = page.html.split_once("<h1>").unwrap();
    assert!(!before.contains("<h1") && !after.contains("<h1"), "{}", page.html);
    after.split("</h1>").next().unwrap()
}

stories! {
    async fn one_question_at_a_time_gives_the_same_response(world: World) {
        let world = world.riverside().await;
        let told = [("who", "never"), ("children_count", "one"), ("barriers", "cost"), ("one_change", "Saturdays"), ("postcode", "RV6 1AA")];
        let (nadia, paul) = (world.visitor(), world.visitor());
        nadia.get(SURVEY).await.is(200).says("One question at a time").hides("Several questions");
        let first = choose(&nadia, SURVEY, "question").await;
        assert_eq!(first, format!("{SURVEY}/family/who"));
        let page = nadia.get(&first).await.is(200).says("or fewer").says("Question 1 of ");
        assert!(heading(&page).contains("name=") || page.html.contains("<legend><h1>"), "{}", page.html);
        let seen = walk(&nadia, SURVEY, first, &told).await;
        assert!(seen.contains(&"/family/children_count".to_owned()) && seen.len() > 15, "{seen:?}");
        // Back, and to each question from the page that shows all.
        let check = nadia.get(&format!("{SURVEY}/check")).await.is(200);
        check.says(format!("{SURVEY}/family/children_count#children_count")).says(format!("class=\"back\" href=\"{SURVEY}{}\"", seen.last().unwrap()));
        nadia.get(&format!("{SURVEY}/family/children_count")).await.is(200).says("Question 2 of ");
        let back = nadia.post(&format!("{SURVEY}/family/children_count"), &[("children_count", "one"), ("@then", "back")]).await;
        assert_eq!(back.leads(), format!("{SURVEY}/family/who"));
        nadia.send(SURVEY).await.leads();
        let first = paul.begin(SURVEY).await;
        let seen = walk(&paul, SURVEY, first, &told).await;
        assert_eq!((&*seen[0], seen.len() < 12), ("/family", true), "{seen:?}");
        paul.send(SURVEY).await.leads();
        let sent = world.column("select answers || area from response").await;
        assert_eq!((sent.len(), &sent[0]), (2, &sent[1]));
        assert!(sent[0].contains("Saturdays"));
        let monitoring = world.column("select answers from monitoring").await;
        assert_eq!(monitoring[0], monitoring[1]);
    }

    async fn the_pace_can_be_changed_on_the_way(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        nadia.begin(SURVEY).await;
        nadia.post(&format!("{SURVEY}/family"), &[("who", "never"), ("children_count", "one")]).await.leads();
        nadia.get(SURVEY).await.is(200).says("begun already").says("One question at a time");
        let next = choose(&nadia, SURVEY, "question").await;
        assert!(next.starts_with(&format!("{SURVEY}/child_1/")), "{next}");
        nadia.get(SURVEY).await.is(200).says("Several questions on a page");
        // What was answered in one pace is there in the other, and the newer answer counts.
        let question = format!("{SURVEY}/family/children_count");
        nadia.get(&question).await.is(200).says(r#"value="one" checked"#);
        nadia.post(&question, &[("children_count", "two")]).await.leads();
        // An address of one pace leads to its page in the other.
        assert_eq!(nadia.get(&format!("{SURVEY}/family")).await.leads(), format!("{SURVEY}/family/who"));
        assert_eq!(choose(&nadia, SURVEY, "section").await, format!("{SURVEY}/child_1"));
        assert_eq!(nadia.get(&question).await.leads(), format!("{SURVEY}/family"));
        nadia.get(&format!("{SURVEY}/family")).await.is(200).says(r#"value="two" checked"#).says(r#"value="never" checked"#);
        assert_eq!(world.rows("draft").await, 1);
        for forged in [&[][..], &[("pace", "slow")], &[("pace", "section"), ("pace", "question")], &[("pace", "section"), ("x", "1")]] {
            nadia.post(&format!("{SURVEY}/pace"), forged).await.is(400);
        }
    }

    async fn a_survey_asks_question_by_question(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ASKED).await;
        let zara = world.visitor();
        zara.get(&survey).await.is(200).says("Several questions on a page").says(">Start<");
        let first = zara.begin(&survey).await;
        assert_eq!(first, format!("{survey}/one/like"));
        // What introduces a section, and what is told, stand with its first question, which heads the page.
        let page = zara.get(&first).await.is(200).says("Three short ones.").says("Nobody sees this").says("Not even your teacher.");
        assert!(heading(&page).contains("Do you like it?"), "{}", page.html);
        let page = page.says("Question 1 of 3 or fewer").says("About you").hides("Do you play?");
        assert!(page.html.contains("<title>Do you like it? (Question 1 of 3 or fewer)"), "{}", page.html);
        let wrong = zara.post(&first, &[]).await.is(422).says("Error: ").says("href=\"#like\"");
        assert!(heading(&wrong).contains("Do you like it?"));
        zara.post(&first, &[("like", "yes"), ("play", "yes")]).await.is(400).says("did not ask");
        let second = zara.post(&first, &[("like", "yes")]).await.leads();
        zara.get(&second).await.is(200).hides("Three short ones.").hides("Nobody sees this").says("Question 2 of 3 or fewer");
        assert_eq!(zara.post(&second, &[("play", "no")]).await.leads(), format!("{survey}/check"));
        zara.get(&second).await.is(200).says("Question 2 of 2").hides("or fewer");
    }

    async fn whoever_changes_an_answer_comes_back_to_all_of_them(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ASKED).await;
        for pace in ["question", "section"] {
            let zara = world.visitor();
            let first = choose(&zara, &survey, pace).await;
            walk(&zara, &survey, first.clone(), &[("like", "yes"), ("play", "no")]).await;
            let like: &[(&str, &str)] = if pace == "question" { &[("like", "no")] } else { &[("like", "no"), ("play", "no")] };
            assert_eq!(zara.post(&first, like).await.leads(), format!("{survey}/check"));
            // Where the change opens more to ask, that comes first.
            let play = if pace == "question" { "one/play" } else { "one" };
            let more: &[(&str, &str)] = if pace == "question" { &[("play", "yes")] } else { &[("like", "no"), ("play", "yes")] };
            let next = zara.post(&format!("{survey}/{play}"), more).await.leads();
            assert!(next.starts_with(&format!("{survey}/two")), "{next}");
            zara.post(&next, &[("what", "Drums")]).await.leads();
            zara.get(&format!("{survey}/check")).await.is(200).says("Drums");
            zara.post(&format!("{survey}/stop"), &[]).await.is(200);
        }
        assert_eq!(world.rows("draft").await + world.rows("draft_answer").await, 0);
    }

    async fn the_language_changes_on_a_page_of_one_question(world: World) {
        let world = world.riverside().await;
        let zofia = world.visitor();
        choose(&zofia, SURVEY, "question").await;
        let page = format!("{SURVEY}/your_words/one_change");
        let polish = zofia.post(&page, &[("one_change", "Więcej chóru"), ("@lang", "pl")]).await.is(200);
        polish.says("Więcej chóru").says("Pytanie ").says(r#"<html lang="pl""#);
        assert_eq!(world.rows("draft_answer").await, 0);
    }

    async fn a_double_press_stores_one_answer(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        let first = choose(&nadia, SURVEY, "question").await;
        let press = async || nadia.post(&first, &[("who", "never")]).await.leads();
        futures_util::future::join_all((0..12).map(|_| press())).await;
        assert_eq!(world.column("select question || answer from draft_answer").await, [r#"who{"choice":"never"}"#]);
    }
}
