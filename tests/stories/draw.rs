//! The prize draw: anybody enters, nobody can join an entry to a response, and owners draw when all is over.

use futures_util::future::join_all;
use heard::{
    clock::DAY,
    pepper::{Pepper, Purpose},
};

use crate::{
    linking::{as_they_lie, hidden_in_the_crowd, shared_with_responses},
    sending::ONE_PAGE,
    stories,
    world::World,
};

const DRAW: &str = "/riverside/s/music_and_your_family/draw";
const STAFF: &str = "/staff/riverside/draws";

/// The survey of one page, with a draw.
fn with_draw() -> String {
    let draw =
        r#""draw": {"prize": {"en": "A ukulele"}, "rules": {"en": "One winner."}, "young_people": true}, "sections""#;
    ONE_PAGE.replacen("\"sections\"", draw, 1)
}

async fn enter(world: &World, contact: &str) {
    assert_eq!(world.visitor().post(DRAW, &[("contact", contact)]).await.leads(), format!("{DRAW}/entered"));
}

fn close(world: &World) {
    world.pass(29 * DAY);
}

/// The wave of the survey that has the draw.
async fn draw_wave(world: &World) -> String {
    world.column("select id from wave where survey = 'music_and_your_family'").await.remove(0)
}

stories! {
    async fn whoever_likes_enters_once(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        nadia.get(DRAW).await.is(200).says("The rules").says("whether or not they answered").hides("under 13");
        assert_eq!(nadia.post(DRAW, &[("contact", " Nadia@Example.ORG ")]).await.leads(), format!("{DRAW}/entered"));
        nadia.get(&format!("{DRAW}/entered")).await.is(200).says("You are in the draw").says("20 December 2026");
        // Entering again looks the same and changes nothing.
        for contact in ["nadia@example.org", "07700 900123", "+44 (0)7700 900123", "0044 7700 900-123"] {
            enter(&world, contact).await;
        }
        assert_eq!(world.rows("draw_entry").await, 2);
        let stored = world.everything().await.to_lowercase();
        assert!(!stored.contains("nadia") && !stored.contains("7700900123"), "contacts are sealed");
        heard::retention::forget_expired(&world.app()).await.unwrap();
        enter(&world, "nadia@example.org").await;
        assert_eq!(world.rows("draw_entry").await, 2, "nor after the mixing");
    }

    async fn the_receipt_leads_to_the_draw_and_names_nothing(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(&with_draw()).await;
        let nadia = world.visitor();
        let key = nadia.get(&survey).await.field("@response");
        let receipt = nadia.post(&survey, &[("@response", &*key), ("like", "yes"), ("why", ""), ("postcode", "")]).await.leads();
        let page = nadia.get(&receipt).await.is(200).says("A ukulele").says("a page of its own");
        page.says(format!(r#"<a href="{survey}/draw">"#)).says(format!(r#"<a href="{survey}/tell-me">"#));
        let form = nadia.get(&format!("{survey}/draw")).await.is(200).says("Are you under 13?");
        assert!(!form.html.contains(receipt.rsplit('/').next().unwrap()) && form.headers.get("set-cookie").is_none());
        // A survey that is over offers no draw any more.
        world.pass(28 * DAY);
        nadia.get(&receipt).await.is(200).hides("A ukulele").says("/tell-me");
    }

    async fn what_reaches_nobody_comes_back(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        let back = nadia.post(DRAW, &[("contact", "nadia at home <b>")]).await.is(422);
        back.says("Error: Enter the prize draw").says("nadia at home &lt;b&gt;").says(r##"href="#contact""##).says("begins with 0 or +");
        nadia.post(DRAW, &[]).await.is(422);
        nadia.post(DRAW, &[("contact", "a@example.org"), ("contact", "b@example.org")]).await.is(400);
        nadia.post(DRAW, &[("contact", "a@example.org"), ("response", "1")]).await.is(400);
        let survey = world.publish(ONE_PAGE).await;
        for path in [&*format!("{survey}/draw"), "/riverside/s/nothing/draw", "/elsewhere/s/one_page/draw"] {
            nadia.get(path).await.is(404);
            nadia.post(path, &[("contact", "a@example.org")]).await.is(404);
        }
        assert_eq!(world.rows("draw_entry").await, 0);
    }

    async fn a_crowd_waits_and_keeps_what_it_typed(world: World) {
        let world = world.riverside().await;
        let school = world.visitor();
        for pupil in 0..120 {
            school.post(DRAW, &[("contact", &format!("pupil{pupil}@example.org"))]).await.leads();
        }
        let page = school.post(DRAW, &[("contact", "last@example.org")]).await.is(429);
        assert_eq!(page.headers["retry-after"], "1");
        page.says("last@example.org").says("is still on this page");
        world.pass(500);
        school.post(DRAW, &[("contact", "last@example.org")]).await.leads();
    }

    async fn a_form_that_cannot_be_stored_comes_back(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        world.column("alter table draw_entry rename to gone").await;
        nadia.post(DRAW, &[("contact", "nadia@example.org")]).await.is(503).says("nadia@example.org").says("could not save");
        world.column("alter table gone rename to draw_entry").await;
        nadia.post(DRAW, &[("contact", "nadia@example.org")]).await.leads();
    }

    async fn two_at_once_are_one_entry(world: World) {
        let world = world.riverside().await;
        join_all((0..8).map(|_| enter(&world, "nadia@example.org"))).await;
        assert_eq!(world.rows("draw_entry").await, 1);
    }

    async fn a_closed_draw_takes_nobody(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        close(&world);
        nadia.get(DRAW).await.is(410).says("The prize draw is closed");
        nadia.post(DRAW, &[("contact", "nadia@example.org")]).await.is(410);
        assert_eq!(world.rows("draw_entry").await, 0);
    }

    async fn olive_draws_when_all_is_over(world: World) {
        let world = world.riverside().await;
        for contact in ["nadia@example.org", "paul@example.org", "07700 900123"] {
            enter(&world, contact).await;
        }
        let olive = world.signed_in("olive@riverside.example").await;
        let wave = draw_wave(&world).await;
        let (draw, delete) = (format!("{STAFF}/{wave}/winner"), format!("{STAFF}/{wave}/delete"));
        // Before, nobody learns even how many there are.
        olive.get(STAFF).await.is(200).says("Open until 20 December 2026").hides("entered.").hides("Draw a winner");
        olive.post(&draw, &[("winners", "0")]).await.is(404);
        olive.get(&delete).await.is(404);
        olive.post(&delete, &[]).await.is(404);
        close(&world);
        let olive = world.signed_in("olive@riverside.example").await;
        olive.get(STAFF).await.is(200).says("3 people entered.").says("Draw a winner").hides("nadia@example.org");
        // Pressed twice, and by two owners at once: one winner.
        let pressed = join_all((0..6).map(|_| olive.post(&draw, &[("winners", "0")]))).await;
        assert!(pressed.iter().all(|page| page.location == STAFF), "{pressed:?}");
        olive.post(&draw, &[("winners", "0")]).await.leads();
        olive.post(&draw, &[("winners", "many")]).await.leads();
        assert_eq!(world.column("select cast(turn as text) from draw_entry where turn is not null").await, ["1"]);
        for drawn in ["1", "2", "3"] {
            assert_eq!(olive.get(STAFF).await.html.contains("Draw again"), drawn != "3");
            olive.post(&draw, &[("winners", drawn)]).await.leads();
        }
        olive.get(STAFF).await.is(200).says("nadia@example.org").says("paul@example.org").says("+447700900123");
        let record = world.column("select action || ': ' || detail from audit where action like 'prize%' order by 1").await;
        assert_eq!(record, [1, 2, 3].map(|turn| format!("prize winner drawn: music_and_your_family, closed on 2026-12-20, winner {turn}")));
        olive.get(&delete).await.is(200).says("3 people entered.");
        olive.post(&delete, &[]).await.leads();
        olive.get(STAFF).await.is(200).says("There are no entries.").hides("Draw a");
        assert!(world.column("select detail from audit where action = 'prize draw entries deleted'").await[0].ends_with("3 deleted"));
    }

    async fn entries_of_another_service_are_out_of_reach(world: World) {
        let world = world.riverside().await;
        enter(&world, "nadia@example.org").await;
        world.tamper("insert into service (key, name, created) values ('hillside', 'Hillside', 0)").await;
        world.tamper("insert into staff (id, email) values ('rita', 'rita@hillside.example')").await;
        world.tamper("insert into role (staff, service, name, role) values ('rita', 'hillside', 'Rita', 'owner')").await;
        close(&world);
        let rita = world.signed_in("rita@hillside.example").await;
        rita.get("/staff/hillside/draws").await.is(200).hides("Music and your family");
        let path = format!("/staff/hillside/draws/{}", draw_wave(&world).await);
        rita.post(&format!("{path}/winner"), &[("winners", "0")]).await.is(404);
        rita.post(&format!("{path}/delete"), &[]).await.is(404);
        assert_eq!(world.column("select cast(count(*) as text) from draw_entry where turn is null").await, ["1"]);
    }

    async fn entries_are_deleted_by_themselves(world: World) {
        let world = world.riverside().await;
        enter(&world, "nadia@example.org").await;
        world.pass(28 * DAY + 30 * DAY - 1);
        heard::retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(world.rows("draw_entry").await, 1);
        world.pass(1);
        heard::retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(world.rows("draw_entry").await, 0);
    }

    /// Each answers, and enters a moment later. The order of rows joins the two, until they are mixed.
    async fn nobody_can_join_entries_to_responses(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(&with_draw()).await;
        let pepper = Pepper::from_hex(&"5e".repeat(32)).unwrap();
        let wave = world.column("select id from wave where survey = 'one_page'").await.remove(0);
        let mut hashes = Vec::new();
        for number in 0..40 {
            let (person, contact) = (world.visitor(), format!("person{number}@example.org"));
            let key = person.get(&survey).await.field("@response");
            person.post(&survey, &[("@response", &*key), ("like", "yes"), ("why", ""), ("postcode", "")]).await.leads();
            person.post(&format!("{survey}/draw"), &[("contact", &contact)]).await.leads();
            hashes.push(pepper.hash(Purpose::DrawEntry, &format!("riverside\n{wave}\n{contact}")));
        }
        assert_eq!(as_they_lie(&world, "draw_entry", "contact_hash", "1 = 1").await, hashes, "the test can see it");
        heard::retention::forget_expired(&world.app()).await.unwrap();
        let mixed = as_they_lie(&world, "draw_entry", "contact_hash", "1 = 1").await;
        assert_eq!(mixed.len(), 40);
        let early = mixed[..20].iter().filter(|hash| hashes[..20].contains(hash)).count();
        assert!(hidden_in_the_crowd(early, 20), "{early} of 20");
        let columns = ["service", "wave", "contact_hash", "contact", "turn", "mixed"];
        assert_eq!(shared_with_responses(&world, "draw_entry", &columns).await, Vec::<String>::new());
        if !world.database().starts_with("sqlite:") {
            let joined = "select r.id from draw_entry e join response r on r.xmin = e.xmin";
            assert_eq!(world.column(joined).await, Vec::<String>::new());
        }
    }
}
