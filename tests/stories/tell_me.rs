//! "Tell me what happened": signed up on a page of its own, confirmed by a link in a mail, stopped by another.

use futures_util::future::join_all;
use heard::{
    clock::{DAY, MINUTE},
    pepper::{Pepper, Purpose},
};

use crate::{
    linking::{as_they_lie, hidden_in_the_crowd, shared_with_responses},
    post_office::{PostOffice, head},
    sending::ONE_PAGE,
    stories,
    visitor::Visitor,
    world::World,
};

const HERE: &str = "/riverside/tell-me";
const EMAIL: &str = "nadia@example.org";

async fn sign_up(person: &Visitor, email: &str) {
    assert_eq!(person.post(HERE, &[("email", email)]).await.leads(), format!("{HERE}/sent"));
}

/// The link in a mail that is for something: `yes` or `stop`.
fn link(letter: &str, what: &str) -> String {
    let part = format!("/tell-me/{what}/");
    letter.lines().find(|line| line.contains(&part)).unwrap_or_else(|| panic!("no {what} in {letter}")).to_owned()
}

/// Signs up, confirms, and gives the mail.
async fn confirmed(world: &World, office: &PostOffice, email: &str) -> String {
    sign_up(&world.visitor(), email).await;
    let letter = office.letter(world, office.taken().len() + 1).await;
    world.visitor().post(&link(&letter, "yes"), &[]).await.is(200);
    letter
}

stories! {
    async fn nadia_signs_up_and_stops_again(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        nadia.get("/riverside").await.is(200).says(HERE);
        nadia.get(HERE).await.is(200).says("Tell me what happened").says("apart from all answers");
        sign_up(&nadia, " Nadia@Example.org").await;
        nadia.get(&format!("{HERE}/sent")).await.is(200).says("Look at your mail");
        let waiting = world.everything().await;
        assert!(!waiting.contains("nadia"), "the address is sealed while its mail waits");
        let hour = heard::clock::HOUR;
        let times = world.column("select cast(due as text) || ' ' || cast(give_up as text) from outbox").await;
        assert!(times[0].split(' ').all(|time| time.parse::<i64>().unwrap() % hour == 0), "{times:?} say when she signed up");
        let office = PostOffice::refusing(0);
        let _worker = office.collect_from(&world);
        let letter = office.letter(&world, 1).await;
        assert_eq!((head(&letter, "To"), head(&letter, "Subject")), (EMAIL, "Do you want Riverside Music Service to tell you what happened?"));
        world.until(async || world.rows("outbox").await == 0).await;
        let (yes, stop) = (link(&letter, "yes"), link(&letter, "stop"));
        let code = yes.rsplit('/').next().unwrap();
        assert!(code.len() == 26 && stop.ends_with(code) && !waiting.contains(code), "the database opens nothing");
        assert!(!world.everything().await.contains("nadia"), "the address is sealed");
        // A mail scanner opens every link.
        for link in [&yes, &stop] {
            world.visitor().get(link).await.is(200).says("<button>");
        }
        assert_eq!(world.column("select coalesce(until, 'confirmed') from listener").await, ["2026-11-30"]);
        nadia.post(&yes, &[]).await.is(200).says("We will write to you");
        nadia.post(&yes, &[]).await.is(200);
        assert_eq!(world.column("select coalesce(until, 'confirmed') from listener").await, ["confirmed"]);
        nadia.post(&stop, &[]).await.is(200).says("Your address is deleted");
        assert_eq!(world.rows("listener").await, 0);
        // Stopping twice is stopping once; what is deleted cannot be confirmed.
        nadia.post(&stop, &[]).await.is(200).says("Your address is deleted");
        nadia.post(&yes, &[]).await.is(410).says("does not work any more");
    }

    async fn who_does_not_confirm_is_forgotten(world: World) {
        let world = world.riverside().await;
        let office = PostOffice::refusing(0);
        let _worker = office.collect_from(&world);
        let letter = confirmed(&world, &office, "paul@example.org").await;
        sign_up(&world.visitor(), EMAIL).await;
        world.pass(8 * DAY - 13 * 60 * MINUTE);
        heard::retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(world.rows("listener").await, 2);
        world.pass(DAY);
        heard::retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(world.column("select coalesce(until, 'confirmed') from listener").await, ["confirmed"]);
        world.visitor().post(&link(&letter, "stop"), &[]).await.is(200);
        assert_eq!(world.rows("listener").await, 0);
    }

    async fn asking_again_fills_no_letter_box(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        for _ in 0..5 {
            sign_up(&nadia, EMAIL).await;
        }
        assert_eq!((world.rows("outbox").await, world.rows("listener").await), (3, 1));
        // Who is on the list is asked nothing, and the answer tells nobody.
        let office = PostOffice::refusing(0);
        let _worker = office.collect_from(&world);
        let letter = office.letter(&world, 3).await;
        nadia.post(&link(&letter, "yes"), &[]).await.is(200);
        world.until(async || world.rows("outbox").await == 0).await;
        sign_up(&nadia, EMAIL).await;
        assert_eq!((world.rows("outbox").await, world.rows("listener").await), (0, 1));
    }

    async fn two_at_once_are_one(world: World) {
        let world = world.riverside().await;
        let people: Vec<_> = (0..8).map(|_| world.visitor()).collect();
        join_all(people.iter().map(|person| sign_up(person, EMAIL))).await;
        assert_eq!((world.rows("outbox").await, world.rows("listener").await), (3, 1));
    }

    async fn a_mail_server_that_is_down_is_nobodys_business(world: World) {
        let world = world.riverside().await;
        let office = PostOffice::refusing(1);
        let _worker = office.collect_from(&world);
        sign_up(&world.visitor(), EMAIL).await;
        world.until(async || office.refused().len() == 1).await;
        world.until(async || world.column("select cast(due as text) from outbox").await[0] != world.now().to_string()).await;
        world.pass(2 * MINUTE);
        let letter = office.letter(&world, 1).await;
        world.visitor().post(&link(&letter, "yes"), &[]).await.is(200);
    }

    async fn what_cannot_be_read_comes_back(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        let back = nadia.post(HERE, &[("email", "nadia at home")]).await.is(422);
        back.says("Error: Tell me what happened").says("nadia at home").says(r##"href="#email""##);
        nadia.post(HERE, &[("email", "07700 900123")]).await.is(422);
        nadia.post(HERE, &[("email", EMAIL), ("email", "other@example.org")]).await.is(400);
        nadia.post(HERE, &[("email", EMAIL), ("confirmed", "yes")]).await.is(400);
        world.column("alter table listener rename to gone").await;
        nadia.post(HERE, &[("email", EMAIL)]).await.is(503).says(EMAIL);
        world.column("alter table gone rename to listener").await;
        assert_eq!(world.rows("listener").await + world.rows("outbox").await, 0);
        nadia.get("/elsewhere/tell-me").await.is(404);
        nadia.post(&format!("{HERE}/yes/aaaaaaaaaaaaaaaaaaaaaaaaaa"), &[]).await.is(410);
        nadia.get(&format!("{HERE}/stop/%22%3E%3Cb%3E")).await.is(404);
        nadia.post(&format!("{HERE}/stop/%22%3E%3Cb%3E"), &[]).await.is(404);
    }

    async fn a_concert_waits_and_keeps_what_it_typed(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        for _ in 0..60 {
            nadia.post(&format!("{HERE}/stop/none"), &[]).await.is(200);
        }
        nadia.post(HERE, &[("email", EMAIL)]).await.is(429).says(EMAIL);
        assert_eq!(world.rows("listener").await, 0);
    }

    async fn a_survey_leads_to_the_same_list(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        let page = format!("{survey}/tell-me");
        world.visitor().get(&page).await.is(200).says("Are you under 13?");
        world.visitor().get("/riverside/s/music_and_your_family/tell-me").await.is(200).hides("Are you under 13?");
        assert_eq!(world.visitor().post(&page, &[("email", EMAIL)]).await.leads(), format!("{HERE}/sent"));
        sign_up(&world.visitor(), EMAIL).await;
        assert_eq!(world.rows("listener").await, 1);
    }

    async fn each_service_has_its_own_list(world: World) {
        let world = world.riverside().await;
        world.tamper("insert into service (key, name, created) values ('hillside', 'Hillside', 0)").await;
        let office = PostOffice::refusing(0);
        let _worker = office.collect_from(&world);
        let letter = confirmed(&world, &office, EMAIL).await;
        world.visitor().post("/hillside/tell-me", &[("email", EMAIL)]).await.leads();
        let keys = world.column("select distinct code_hash from listener").await;
        assert_eq!(keys.len(), 2, "nothing tells that it is the same address");
        world.visitor().post(&link(&letter, "stop"), &[]).await.is(200);
        assert_eq!(world.column("select service from listener").await, ["hillside"]);
    }

    async fn the_mail_is_in_the_readers_language(world: World) {
        let world = world.riverside().await;
        let zofia = world.visitor();
        zofia.get(&format!("{HERE}?lang=pl")).await.leads();
        zofia.get(HERE).await.is(200).says("Powiedzcie mi, co z tego wynikło");
        sign_up(&zofia, EMAIL).await;
        assert!(world.column("select subject from outbox").await[0].starts_with("Czy Riverside Music Service"));
        assert!(world.column("select body from outbox").await[0].contains("Jeśli to nie Twoja prośba"));
    }

    /// Whoever stops while rows are being written again is not told something that is not so.
    async fn stopping_while_servers_mix_is_stopping(world: World) {
        let world = world.riverside().await;
        let pepper = Pepper::from_hex(&"5e".repeat(32)).unwrap();
        let people: Vec<_> = (0..24).map(|number| (world.visitor(), format!("person{number}@example.org"))).collect();
        join_all(people.iter().map(|(person, email)| sign_up(person, email))).await;
        assert_eq!(world.rows("listener").await, 24);
        let stopping = async {
            for (person, email) in &people {
                let code = pepper.derive(Purpose::Recipient, email);
                person.post(&format!("{HERE}/stop/{code}"), &[]).await.is(200);
            }
        };
        let mixing = async {
            for _ in 0..12 {
                world.tamper("update listener set mixed = false").await;
                heard::retention::forget_expired(&world.app()).await.unwrap();
            }
        };
        tokio::join!(stopping, mixing);
        assert_eq!(world.rows("listener").await, 0);
    }

    async fn nobody_can_join_listeners_to_responses(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        let pepper = Pepper::from_hex(&"5e".repeat(32)).unwrap();
        let mut hashes = Vec::new();
        for number in 0..40 {
            let person = world.visitor();
            let key = person.get(&survey).await.field("@response");
            person.post(&survey, &[("@response", &*key), ("like", "yes"), ("why", ""), ("postcode", "")]).await.leads();
            let email = format!("person{number}@example.org");
            sign_up(&person, &email).await;
            let code = pepper.derive(Purpose::Recipient, &email);
            hashes.push(pepper.hash(Purpose::Listener, &format!("riverside\n{code}")));
            // Half of them come two days later.
            world.pass(if number == 19 { 2 * DAY } else { 3_000 });
        }
        assert_eq!(as_they_lie(&world, "listener", "code_hash", "1 = 1").await, hashes, "the test can see it");
        heard::retention::forget_expired(&world.app()).await.unwrap();
        let mixed = as_they_lie(&world, "listener", "code_hash", "1 = 1").await;
        let early = mixed[..20].iter().filter(|hash| hashes[..20].contains(hash)).count();
        assert!(hidden_in_the_crowd(early, 20), "{early} of 20");
        let columns = ["service", "code_hash", "recipient", "asked", "until", "mixed"];
        assert_eq!(shared_with_responses(&world, "listener", &columns).await, Vec::<String>::new());
        if !world.database().starts_with("sqlite:") {
            let joined = "select r.id from listener l join response r on r.xmin = l.xmin";
            assert_eq!(world.column(joined).await, Vec::<String>::new());
        }
    }
}
