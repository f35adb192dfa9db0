//! Groups beside each other, and what of it everybody may see: whole tables or none, moving in steps, and nothing that
//! its service did not choose.

use heard::{clock::DAY, retention::forget_expired};

use crate::{
    progress::wave_of,
    stories,
    visitor::{Page, Visitor},
    world::World,
};

const ANA: &str = "ana@riverside.example";
const OLIVE: &str = "olive@riverside.example";

pub const ASKED: &str = r#"{
    "key": "asked", "title": {"en": "Asked"}, "welcome": {"en": "Hello"}, "thanks": {"en": "Thanks"},
    "languages": ["en"], "audiences": ["participating_parent", "non_participating_parent"], "minutes": 1,
    "sections": [
        {"key": "part", "title": {"en": "The only part"}, "questions": [
            {"key": "why", "text": {"en": "What keeps you?"}, "kind": "several", "options": [
                {"key": "cost", "text": {"en": "Cost"}}, {"key": "times", "text": {"en": "Times"}}]},
            {"key": "again", "text": {"en": "Would you come again?"}, "kind": "yes_no"}]},
        {"key": "you", "title": {"en": "About you"}, "monitoring": true, "standard": ["sex_2021"]}
    ]
}"#;

/// So many people of an audience who said this, and of whom the equality question knows that.
pub async fn said(world: &World, audience: &str, people: u32, answers: &str, sex: Option<&str>) {
    world.tamper(&format!(
        "with recursive n (i) as (select 1 union all select i + 1 from n where i < {people}) \
         insert into response (id, service, survey, version, wave, number, day, channel, audience, language, answers) \
         select s.last_number || '-' || n.i, s.service, s.key, 1, w.id, s.last_number + n.i, '2026-11-22', 'web', '{audience}', 'en', '{answers}' \
         from n cross join survey s join wave w on w.service = s.service and w.survey = s.key \
         where s.key = 'asked' and w.opens = (select max(opens) from wave where survey = 'asked')"
    )).await;
    if let Some(sex) = sex {
        world
            .tamper(&format!(
                "insert into monitoring (response, service, wave, answers) \
             select r.id, r.service, r.wave, '{{\"sex\":{{\"choice\":\"{sex}\"}}}}' from response r \
             where r.survey = 'asked' and r.number > (select last_number from survey where key = 'asked')"
            ))
            .await;
    }
    world.tamper(&format!("update survey set last_number = last_number + {people} where key = 'asked'")).await;
}

pub const COST: &str = r#"{"why":{"choices":["cost"]},"again":{"choice":"yes"}}"#;
pub const TIMES: &str = r#"{"why":{"choices":["times"]},"again":{"choice":"no"}}"#;

/// Of 60 parents whose children do not take part cost keeps 45, of 80 others 20.
pub async fn families(world: &World) {
    world.publish(ASKED).await;
    said(world, "non_participating_parent", 45, COST, Some("female")).await;
    said(world, "non_participating_parent", 15, TIMES, Some("female")).await;
    said(world, "participating_parent", 20, COST, Some("male")).await;
    said(world, "participating_parent", 60, TIMES, None).await;
}

async fn count(world: &World) {
    forget_expired(&world.app()).await.unwrap();
}

async fn results(visitor: &Visitor, world: &World, page: &str) -> Page {
    let wave = wave_of(world, "asked").await;
    visitor.get(&format!("/staff/riverside/waves/{wave}/results{page}")).await
}

pub async fn close(world: &World) {
    world.pass(60 * DAY);
    world.tamper(&format!("update wave set closes = {} where survey = 'asked'", world.now() - DAY)).await;
}

stories! {
    async fn parents_whose_children_take_part_and_others(world: World) {
        let world = world.riverside().await;
        families(&world).await;
        count(&world).await;
        let ana = world.signed_in(ANA).await;
        let html = results(&ana, &world, "/by/audience").await.is(200).html;
        let told = "What keeps you? “Cost”: about 8 in 10 (Parents, not taking part), about 3 in 10 (Parents, taking part).";
        assert!(html.contains(told), "{html}");
        assert!(html.contains("75 %") && html.contains("25 %") && html.contains("<strong>differs</strong>"), "{html}");
        // By sex: 60 and 20, and 60 of whom it is not known.
        let html = results(&ana, &world, "/by/sex").await.is(200).html;
        assert!(html.contains("Female") && html.contains("Male"), "{html}");
        results(&ana, &world, "/by/area").await.is(404);
        results(&ana, &world, "/by/why").await.is(404);
        let table = results(&ana, &world, "/figures.csv").await.is(200).html;
        for line in [
            "The only part,why,What keeps you?,,,,,cost,Cost,140,65,46,36,57".to_owned(),
            "The only part,why,What keeps you?,,audience,non_participating_parent,\"Parents, not taking part\",cost,Cost,60,45,75,58,88".to_owned(),
        ] {
            assert!(table.lines().any(|found| found == line), "{line} is not in {table}");
        }
    }

    async fn a_small_group_takes_the_other_with_it(world: World) {
        let world = world.riverside().await;
        world.publish(ASKED).await;
        said(&world, "participating_parent", 55, TIMES, None).await;
        said(&world, "participating_parent", 35, COST, None).await;
        said(&world, "non_participating_parent", 5, COST, None).await;
        count(&world).await;
        let ana = world.signed_in(ANA).await;
        let page = results(&ana, &world, "/by/audience").await.is(200);
        page.says("There are not enough answers yet to lay these groups beside each other.").hides("%");
        let table = results(&ana, &world, "/figures.csv").await.is(200);
        assert!(table.html.contains(",95,40,42,") && !table.html.contains("audience"), "{}", table.html);
    }

    async fn a_group_moves_when_five_more_of_it_came(world: World) {
        let world = world.riverside().await;
        families(&world).await;
        count(&world).await;
        let ana = world.signed_in(ANA).await;
        let before = results(&ana, &world, "/by/audience").await.html;
        // One of the first group, four of the other: all are five more, and of neither are there five.
        said(&world, "non_participating_parent", 1, COST, None).await;
        said(&world, "participating_parent", 4, TIMES, None).await;
        count(&world).await;
        let after = results(&ana, &world, "/by/audience").await.html;
        assert_eq!(after, before);
        assert!(results(&ana, &world, "").await.html.contains("About 145 people answered so far."));
        said(&world, "non_participating_parent", 4, COST, None).await;
        said(&world, "participating_parent", 1, TIMES, None).await;
        count(&world).await;
        let moved = results(&ana, &world, "/by/audience").await.html;
        assert!(moved.contains("<td class=\"n\">65</td>") && moved.contains("<td class=\"n\">85</td>"), "{moved}");
    }

    async fn an_owner_lets_everybody_see(world: World) {
        let world = world.riverside().await;
        families(&world).await;
        count(&world).await;
        let (olive, rosa) = (world.signed_in(OLIVE).await, world.visitor());
        results(&olive, &world, "/public").await.says("once the wave has closed");
        results(&olive, &world, "").await.is(200).hides("everybody may see");
        close(&world).await;
        let olive = world.signed_in(OLIVE).await;
        let wave = wave_of(&world, "asked").await;
        let public = format!("/riverside/results/{wave}");
        rosa.get(&public).await.is(404);
        rosa.get("/riverside").await.is(200).hides("What people told us");
        let form = results(&olive, &world, "/public").await.is(200).says("Nothing of this wave is public yet.");
        let own = format!("/staff/riverside/waves/{wave}/results/public");
        // Nothing chosen.
        let page = olive.post(&own, &[("from", &form.field("from")), ("foreword", "We heard you."), ("ways", "audience")]).await;
        page.is(422).says("Choose one question at least").says("We heard you.");
        let chosen = [("from", &*form.field("from")), ("foreword", "We heard you."), ("questions", "why"), ("ways", "audience"), ("ways", "made_up")];
        olive.post(&own, &chosen).await.leads();
        rosa.get("/riverside").await.is(200).says("What people told us");
        rosa.get("/riverside/results").await.is(200).says("Asked");
        let page = rosa.get(&public).await.is(200);
        page.says("We heard you.").says("What keeps you?").hides("Would you come again?").hides("/by/sex");
        rosa.get(&format!("{public}/by/audience")).await.is(200).says("What keeps you?").hides("Would you come again?");
        rosa.get(&format!("{public}/by/sex")).await.is(404);
        rosa.get(&format!("/hillside/results/{wave}")).await.is(404);
        let table = rosa.get(&format!("{public}/figures.csv")).await.is(200).html;
        assert!(table.contains("non_participating_parent") && !table.contains("again") && !table.contains("sex"), "{table}");
        rosa.get(&format!("{public}/codebook.csv")).await.is(200).says("symbol,,[c],").says("answer,why,cost,Cost");
        let lines = rosa.get(&format!("{public}/figures.jsonl")).await.is(200).html;
        assert!(lines.contains(r#""group_key":"non_participating_parent""#) && !lines.contains("again"), "{lines}");
        assert!(rosa.get(&format!("{public}/figures.xlsx")).await.is(200).bytes.starts_with(b"PK"));
        rosa.get(&format!("{public}/records.zip")).await.is(404);
        // A colleague's form from before is told, and keeps what was typed.
        let page = olive.post(&own, &chosen).await;
        page.is(409).says("It changed meanwhile").says("We heard you.");
        let form = results(&olive, &world, "/public").await;
        olive.post(&own, &[("from", &form.field("from")), ("take_back", "yes")]).await.leads();
        rosa.get(&public).await.is(404);
        let record = olive.get("/staff/riverside/record").await.is(200);
        record.says("results made public").says("public results taken back");
    }
    async fn a_wave_beside_the_one_before(world: World) {
        let world = world.riverside().await;
        families(&world).await;
        count(&world).await;
        let first = wave_of(&world, "asked").await;
        close(&world).await;
        // The next version asks one question otherwise.
        world.tamper(
            "insert into survey_version (service, survey, version, definition, published) \
             select service, survey, 2, replace(definition, 'Would you come again?', 'Would you leave?'), published \
             from survey_version where survey = 'asked'",
        ).await;
        world.tamper(&format!(
            "insert into wave (id, service, survey, version, opens, closes, closed, declaration) \
             select 'second', service, survey, 2, {0}, {0} + {1}, false, declaration from wave where id = '{first}'",
            world.now() - DAY / 2, 30 * DAY
        )).await;
        said(&world, "non_participating_parent", 20, COST, None).await;
        said(&world, "non_participating_parent", 80, TIMES, None).await;
        count(&world).await;
        let ana = world.signed_in(ANA).await;
        let since = format!("/staff/riverside/waves/second/results/since/{first}");
        ana.get("/staff/riverside/waves/second/results").await.is(200).says(&since);
        let html = ana.get(&since).await.is(200).html;
        // 20 of 100 now, 65 of 140 then.
        assert!(html.contains("20 %") && html.contains("46 %") && html.contains("<strong>differs</strong>"), "{html}");
        let (tables, otherwise) = html.split_once("Asked otherwise then").unwrap();
        assert!(otherwise.contains("Would you leave?") && !tables.contains("Would you leave?"), "{html}");
        ana.get(&format!("/staff/riverside/waves/{first}/results/since/second")).await.is(404);
    }
}
