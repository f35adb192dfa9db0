//! What people wrote in their own words: read by those who may, in no order, and public word by word only.

use heard::clock::DAY;

use crate::{
    progress::wave_of,
    stories,
    visitor::{Page, Visitor},
    world::World,
};

const ASKED: &str = r#"{
    "key": "asked", "title": {"en": "Asked"}, "welcome": {"en": "Hello"}, "thanks": {"en": "Thanks"},
    "languages": ["en"], "audiences": ["staff"], "minutes": 1,
    "sections": [{"key": "part", "title": {"en": "The only part"}, "questions": [
        {"key": "again", "text": {"en": "Would you come again?"}, "kind": "yes_no"},
        {"key": "more", "text": {"en": "Anything else?"}, "kind": "long_text", "max_length": 500},
        {"key": "why", "text": {"en": "What keeps you?"}, "kind": "single", "options": [
            {"key": "cost", "text": {"en": "Cost"}}, {"key": "other", "text": {"en": "Something else"}, "other": true}]}
    ]}]
}"#;

/// People who wrote these words, one after the other.
async fn wrote(world: &World, words: &[&str]) {
    for words in words {
        world.tamper(&format!(
            "insert into response (id, service, survey, version, wave, number, day, channel, audience, language, answers) \
             select 'r' || s.last_number, s.service, s.key, 1, w.id, s.last_number + 1, '2026-11-22', 'web', 'staff', 'en', \
             '{{\"again\":{{\"choice\":\"yes\"}},\"more\":{{\"text\":\"{words}\"}}}}' \
             from survey s join wave w on w.service = s.service and w.survey = s.key where s.key = 'asked'"
        )).await;
        world.tamper("update survey set last_number = last_number + 1 where key = 'asked'").await;
    }
}

const TEN: [&str; 10] = [
    "The bus is too dear. My son Tom would come on Saturdays.",
    "More drums",
    "Less noise",
    "Write to anna@example.org",
    "Longer lessons",
    "<b>Bold</b> ideas",
    "Nothing",
    "A choir",
    "A band",
    "A bus",
];

async fn page(visitor: &Visitor, world: &World, query: &str) -> Page {
    let wave = wave_of(world, "asked").await;
    visitor.get(&format!("/staff/riverside/waves/{wave}/words/more{query}")).await
}

/// The mark of the text that begins so.
#[track_caller]
fn mark_of(html: &str, begins: &str) -> String {
    let from = html.find(begins).unwrap_or_else(|| panic!("{begins} is not in {html}"));
    let (_, after) = html[from..].split_once("name=\"text\" value=\"").unwrap();
    after.split('"').next().unwrap().to_owned()
}

stories! {
    async fn an_editor_reads_and_quotes(world: World) {
        let world = world.riverside().await;
        world.publish(ASKED).await;
        wrote(&world, &TEN[..9]).await;
        let (ed, ana) = (world.signed_in("ed@riverside.example").await, world.signed_in("ana@riverside.example").await);
        page(&ed, &world, "").await.is(200).says("Fewer than 10 people have written something.").hides("drums");
        page(&ana, &world, "").await.is(403);
        wrote(&world, &TEN[9..]).await;
        let shown = page(&ed, &world, "").await.is(200);
        let shown = shown.says("10 people wrote").says("Write to <mark>anna@example.org</mark>").says("son <mark>Tom</mark> would come on Saturdays.").hides("<b>");
        // Neither what else they said nor what they are stored under is there.
        shown.hides("\"r3\"");
        // Another four are not seen coming.
        wrote(&world, &["Late", "Later", "Latest", "Last"]).await;
        page(&ed, &world, "").await.is(200).says("10 people wrote").hides("Latest");
        page(&ed, &world, "?words=BUS").await.is(200).says("2 of them hold this").hides("drums");

        let wave = wave_of(&world, "asked").await;
        let own = format!("/staff/riverside/waves/{wave}/words/more");
        let html = page(&ed, &world, "").await.html;
        let mark = mark_of(&html, "The bus is too dear.");
        let refused = ed.post(&own, &[("text", &mark), ("quote", "The bus is fine.")]).await;
        refused.is(422).says("A quote holds only what they wrote").says("The bus is fine.");
        ed.post(&own, &[("text", &mark), ("quote", "The bus is too dear. […] would come on Saturdays.")]).await.leads();
        page(&ed, &world, "").await.is(200).says("Everybody can read:");
        ana.get(&format!("/staff/riverside/waves/{wave}/results")).await.is(200).says("“The bus is too dear. […] would come on Saturdays.”").hides("Read what they wrote");
        ed.post(&own, &[("text", "made-up"), ("quote", "More drums")]).await.is(400);

        // Everybody, once the owner has chosen the question.
        world.pass(60 * DAY);
        world.tamper(&format!("update wave set closes = {} where survey = 'asked'", world.now() - DAY)).await;
        let olive = world.signed_in("olive@riverside.example").await;
        let choose = format!("/staff/riverside/waves/{wave}/results/public");
        let form = olive.get(&choose).await.is(200);
        olive.post(&choose, &[("from", &form.field("from")), ("questions", "more")]).await.leads();
        let public = format!("/riverside/results/{wave}");
        let rosa = world.visitor();
        rosa.get(&public).await.is(200).says("“The bus is too dear. […] would come on Saturdays.”").hides("Tom").hides("drums");
        // Whoever takes their answers back takes the quote with them.
        world.tamper("delete from response where id = 'r0'").await;
        rosa.get(&public).await.is(200).hides("The bus is too dear.");
        page(&olive, &world, "").await.is(200).says("13 people wrote");
        let record = olive.get("/staff/riverside/record").await.is(200);
        record.says("quote made public").hides("Saturdays");
    }

    async fn words_beside_an_option_are_read_too(world: World) {
        let world = world.riverside().await;
        world.publish(ASKED).await;
        let wave = wave_of(&world, "asked").await;
        let ed = world.signed_in("ed@riverside.example").await;
        ed.get(&format!("/staff/riverside/waves/{wave}/words/why")).await.is(200).says("Fewer than 10");
        ed.get(&format!("/staff/riverside/waves/{wave}/words/again")).await.is(404);
        ed.get(&format!("/staff/riverside/waves/{wave}/results")).await.is(200).says(format!("/waves/{wave}/words/why"));
    }
}
