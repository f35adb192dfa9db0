//! "You said, we did": Ed writes an update and publishes it; Nadia, who asked to hear, gets one mail and no second.

use futures_util::future::join_all;
use heard::clock::DAY;

use crate::{
    post_office::{PostOffice, head},
    stories,
    visitor::{Page, Visitor},
    world::World,
};

const ED: &str = "ed@riverside.example";
const OLIVE: &str = "olive@riverside.example";
const UPDATES: &str = "/staff/riverside/updates";
const NEW: &str = "/staff/riverside/updates/new";
const BUS: &str = "/staff/riverside/updates/the_last_bus";

const UPDATE: [(&str, &str); 8] = [
    ("title", "The last bus"),
    ("said", "Rehearsals end after the last bus has gone."),
    ("indicator", "welcome"),
    ("did", "We moved three rehearsals.\r\n\r\nTwo could not be moved."),
    ("action", "first_visit"),
    ("changed", "We do not know yet."),
    ("look_again", "1 May 2027"),
    ("easy", "You told us that it ends too late. Now you can get home by bus."),
];

fn with<'a>(others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let other = |name: &str| others.iter().find(|(field, _)| *field == name).copied();
    UPDATE.iter().map(|field| other(field.0).unwrap_or(*field)).collect()
}

async fn publish(person: &Visitor, update: &str, mail: bool) -> Page {
    let page = format!("{update}/publish");
    let from = person.get(&page).await.is(200).field("from");
    let mut fields = vec![("from", from.as_str())];
    fields.extend(mail.then_some(("mail", "yes")));
    person.post(&page, &fields).await
}

/// Signs somebody up who reads a language, and confirms it; gives the link that stops it.
async fn listening(world: &World, office: &PostOffice, email: &str, lang: &str) -> String {
    let person = world.visitor();

    let header = [("content-type", "application/x-www-form-urlencoded"), ("accept-language", lang)];
    let body = format!("email={}", email.replace('@', "%40")).into_bytes();
    person.ask(reqwest::Method::POST, "/riverside/tell-me", body, &header).await.leads();
    let letter = office.letter(world, office.taken().len() + 1).await;
    let link = |what: &str| letter.lines().find(|line| line.contains(&format!("/tell-me/{what}/"))).unwrap().to_owned();
    world.visitor().post(&link("yes"), &[]).await.is(200);
    link("stop")
}

stories! {
    async fn ed_tells_what_came_of_it(world: World) {
        let world = world.riverside().await;
        let (ed, nadia) = (world.signed_in(ED).await, world.visitor());
        nadia.get("/riverside/updates").await.is(200).says("There is nothing here yet");
        nadia.get("/riverside").await.is(200).hides("You said, we did");
        ed.get(UPDATES).await.is(200).says("There is none yet");
        ed.get(NEW).await.is(200).says("How welcome families feel").says("Give every new family one named person");
        for (field, typed, says) in [
            ("title", "", "Say it in one line"),
            ("said", " ", "Say what people told you"),
            ("look_again", "soon", "Write a day"),
            ("easy", "", "children asked as well"),
        ] {
            ed.post(NEW, &with(&[(field, typed)])).await.is(422).says(says).says("Two could not be moved");
        }
        assert_eq!(ed.post(NEW, &UPDATE).await.leads(), BUS);
        ed.get(BUS).await.is(200).says("Draft").says("<p>Two could not be moved.</p>");
        nadia.get("/riverside/updates/the_last_bus").await.is(404);
        publish(&ed, BUS, false).await.leads();
        nadia.get("/riverside").await.is(200).says("You said, we did").says("/riverside/updates/the_last_bus");
        nadia.get("/riverside/updates").await.is(200).says("The last bus").says("get home by bus");
        let page = nadia.get("/riverside/updates/the_last_bus").await.is(200).says("In easy words").says("1 May 2027");
        page.says("/riverside/plan/welcome").says("Give every new family one named person");
        nadia.get("/riverside/plan").await.is(200).says("You said, we did: The last bus");
        ed.get("/staff/riverside/plan/since").await.is(200).says("The last bus");
        ed.get("/staff/riverside/plan/report").await.is(200).says("The last bus");
        // What is published never changes.
        ed.get(&format!("{BUS}/change")).await.is(400);
        ed.post(&format!("{BUS}/change"), &[&UPDATE[..], &[("from", "1")]].concat()).await.is(400);
        ed.post(&format!("{BUS}/throw-away"), &[]).await.is(400);
        // Another under the same title has an address of its own.
        assert_eq!(ed.post(NEW, &UPDATE).await.leads(), format!("{BUS}_2"));
        ed.post(&format!("{BUS}_2/throw-away"), &[]).await.leads();
        let hillside = nadia.get("/hillside/updates/the_last_bus").await;
        hillside.is(404);
        let told = world.column("select detail from audit where action = 'update published'").await;
        assert_eq!(told, ["The last bus"]);
    }

    async fn who_asked_to_hear_gets_one_mail(world: World) {
        let world = world.riverside().await;
        let office = PostOffice::refusing(0);
        let worker = office.collect_from(&world);
        let stop = listening(&world, &office, "nadia@example.org", "en").await;
        listening(&world, &office, "ola@example.org", "pl").await;
        // Paul has not confirmed.
        world.visitor().post("/riverside/tell-me", &[("email", "paul@example.org")]).await.leads();
        world.until(async || world.rows("outbox").await == 0).await;
        drop(worker);
        let before = office.taken().len();
        let eds: Vec<_> = join_all((0..4).map(|_| world.signed_in(ED))).await;
        eds[0].post(NEW, &UPDATE).await.leads();
        let from = eds[0].get(&format!("{BUS}/publish")).await.field("from");
        let (page, fields) = (format!("{BUS}/publish"), [("from", &*from), ("mail", "yes")]);
        for published in join_all(eds.iter().map(|ed| ed.post(&page, &fields))).await {
            published.leads();
        }
        assert_eq!(world.rows("outbox").await, 2, "one each, however often it is pressed");
        assert!(!world.everything().await.contains("nadia"), "addresses are sealed while their mails wait");
        // A link to sign in does not wait for them.
        world.visitor().post("/staff/sign-in", &[("email", OLIVE)]).await.leads();
        let _worker = office.collect_from(&world);
        let letters = [office.letter(&world, before + 1).await, office.letter(&world, before + 2).await, office.letter(&world, before + 3).await];
        assert_eq!(head(&letters[0], "To"), OLIVE);
        world.until(async || world.rows("outbox").await == 0).await;
        let hers = letters.iter().find(|letter| head(letter, "To") == "nadia@example.org").unwrap();
        assert_eq!(head(hers, "Subject"), "Riverside Music Service: The last bus");
        assert!(hers.contains("You told us that it ends too late") || hers.contains("/riverside/updates/the_last_bus"), "{hers}");
        assert!(hers.contains(&stop), "the way to stop is in it: {hers}");
        assert!(letters.iter().any(|letter| head(letter, "To") == "ola@example.org"));
        world.visitor().post(&stop, &[]).await.is(200);
        assert_eq!(office.taken().len(), before + 3);
    }

    async fn what_was_wrong_is_corrected_or_taken_back(world: World) {
        let world = world.riverside().await;
        let (ed, olive, nadia) = (world.signed_in(ED).await, world.signed_in(OLIVE).await, world.visitor());
        ed.post(NEW, &UPDATE).await.leads();
        // Two who work on a draft.
        let change = format!("{BUS}/change");
        let from = olive.get(&change).await.field("from");
        ed.post(&change, &[&with(&[("changed", "Nine came.")])[..], &[("from", &from)]].concat()).await.leads();
        let meanwhile = olive.post(&change, &[&with(&[("changed", "Ten came.")])[..], &[("from", &from)]].concat()).await;
        let meanwhile = meanwhile.is(409).says("It changed meanwhile").says("Ten came.");
        olive.post(&format!("{BUS}/publish"), &[("from", &from)]).await.is(409);
        assert_eq!(meanwhile.field("from"), "2");
        publish(&olive, BUS, false).await.leads();
        let correction = ed.post(&format!("{BUS}/correct"), &[]).await.leads();
        assert_eq!(correction, format!("{BUS}_2/change"));
        assert_eq!(ed.post(&format!("{BUS}/correct"), &[]).await.leads(), correction);
        let from = ed.get(&correction).await.is(200).says("Nine came.").field("from");
        ed.post(&correction, &[&with(&[("changed", "Eight came.")])[..], &[("from", &from)]].concat()).await.leads();
        nadia.get("/riverside/updates/the_last_bus").await.is(200).hides("We have corrected this");
        publish(&ed, &format!("{BUS}_2"), false).await.leads();
        nadia.get("/riverside/updates/the_last_bus").await.is(200).says("We have corrected this").says("/riverside/updates/the_last_bus_2");
        let list = nadia.get("/riverside/updates").await.is(200);
        assert_eq!(list.html.matches("/riverside/updates/the_last_bus").count(), 1, "the old one is not listed");
        let withdraw = format!("{BUS}_2/withdraw");
        ed.post(&withdraw, &[("why", " ")]).await.is(422).says("Say why");
        ed.post(&withdraw, &[("why", "The bus goes earlier again.")]).await.leads();
        nadia.get("/riverside/updates/the_last_bus_2").await.is(410).says("The bus goes earlier again").hides("Eight came");
        nadia.get("/riverside/updates").await.is(200).says("There is nothing here yet");
        nadia.get("/riverside").await.is(200).hides("You said, we did");
        ed.get(UPDATES).await.is(200).says("Taken back").says("Corrected by another");
    }

    async fn people_who_wait_are_not_forgotten(world: World) {
        let world = world.riverside().await;
        let office = PostOffice::refusing(0);
        let _worker = office.collect_from(&world);
        listening(&world, &office, "nadia@example.org", "en").await;
        let home = "/staff/riverside";
        let owed = "People wait to hear from you";
        world.signed_in(ED).await.get(home).await.is(200).hides(owed);
        // The survey closes in 28 days, and then three months pass.
        world.pass(100 * DAY);
        world.signed_in(ED).await.get(home).await.is(200).hides(owed);
        world.pass(25 * DAY);
        let ed = world.signed_in(ED).await;
        ed.get(home).await.is(200).says(owed);
        ed.post(NEW, &UPDATE).await.leads();
        ed.get(home).await.is(200).says(owed);
        publish(&ed, BUS, false).await.leads();
        ed.get(home).await.is(200).hides(owed);
    }
}
