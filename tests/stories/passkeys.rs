//! Passkeys: adding one, and signing in with it.

use futures_util::future::join_all;
use heard::clock::MINUTE;

use crate::{
    device::{Device, Fields},
    post_office::{PostOffice, head},
    stories,
    visitor::{Page, Visitor},
    world::World,
};

pub const OLIVE: &str = "olive@riverside.example";
pub const ED: &str = "ed@riverside.example";
pub const HERE: &str = "http://localhost:8080";
pub const MINE: &str = "/staff/sessions";
pub const ADD: &str = "/staff/sessions/passkeys";
pub const ENTER: &str = "/staff/sign-in/passkey";

/// Riverside, at an address where browsers have passkeys.
pub async fn riverside(world: World) -> World {
    let mut world = world.riverside().await;
    world.restart_with(|config| config.base_url = Some(HERE.to_owned())).await;
    world
}

pub async fn id_of(world: &World, email: &str) -> String {
    world.column(&format!("select id from staff where email = '{email}'")).await.remove(0)
}

pub async fn send(visitor: &Visitor, path: &str, fields: &Fields) -> Page {
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, &**value)).collect();
    visitor.post(path, &fields).await
}

/// A challenge for signing in.
pub async fn challenge(visitor: &Visitor) -> String {
    visitor.post("/staff/sign-in/challenge", &[]).await.is(200).html
}

/// A challenge for a passkey of one's own.
pub async fn own_challenge(visitor: &Visitor) -> String {
    visitor.post("/staff/sessions/challenge", &[]).await.is(200).html
}

/// A device that somebody added a passkey on, and their id.
pub async fn added(world: &World, email: &str) -> (Device, String) {
    let (person, device) = (world.signed_in(email).await, Device::at(HERE));
    let made = device.made("", &own_challenge(&person).await);
    assert_eq!(send(&person, ADD, &made).await.leads(), "/staff/sessions#Passkeys");
    person.post("/staff/sign-out", &[]).await.is(200);
    (device, id_of(world, email).await)
}

/// Tries to sign in, with a browser of one's own.
pub async fn enter(world: &World, device: &Device, person: &str) -> Page {
    let visitor = world.visitor();
    let signed = device.signed(person, &challenge(&visitor).await);
    send(&visitor, ENTER, &signed).await
}

pub async fn record(world: &World) -> Vec<String> {
    let lines = "select action || ': ' || detail from audit where service is null and staff is not null order by id";
    world.column(lines).await
}

stories! {
    async fn olive_adds_a_passkey_and_signs_in_with_it(world: World) {
        let world = riverside(world).await;
        let olive = world.signed_in(OLIVE).await;
        olive.get(MINE).await.is(200).says("Add a passkey").says("data-site=\"localhost\"").hides("Remove");
        let mut device = Device::at(HERE);
        device.counter = 7;
        world.pass(1);
        let made = device.made(" Olive’s <b>phone</b>\u{7}\n ", &own_challenge(&olive).await);
        send(&olive, ADD, &made).await.leads();
        olive.get(MINE).await.is(200).says("<h3>Olive’s &lt;b&gt;phone&lt;/b&gt;</h3>").says("Not used yet").says(device.passkey());
        let office = PostOffice::refusing(0);
        let _worker = office.collect_from(&world);
        let letter = office.letter(&world, 1).await;
        assert_eq!((head(&letter, "To"), head(&letter, "Subject")), (OLIVE, "A passkey was added to sign in to Heard"));
        assert!(letter.contains("http://localhost:8080/staff/sessions"));

        let phone = world.visitor();
        assert_eq!(phone.get("/staff/riverside/people").await.leads(), "/staff/sign-in");
        phone.get("/staff/sign-in").await.is(200).says("Sign in with a passkey").says("passkeys.js");
        world.pass(1);
        device.counter = 8;
        let signed = device.signed(&id_of(&world, OLIVE).await, &challenge(&phone).await);
        assert_eq!(send(&phone, ENTER, &signed).await.leads(), "/staff/riverside/people");
        phone.get("/staff/riverside/people").await.is(200);
        phone.get(MINE).await.is(200).says("by the passkey “Olive’s &lt;b&gt;phone").says("by a link in a mail").says("Last used 22 November 2026, 12:00.");
        assert_eq!(world.column("select cast(counter as text) from passkey").await, ["8"]);

        world.pass(1);
        phone.post("/staff/sessions/passkeys/remove", &[("passkey", &device.passkey())]).await.leads();
        phone.get(MINE).await.is(200).hides("Remove");
        device.counter = 9;
        enter(&world, &device, &id_of(&world, OLIVE).await).await.is(422).says("did not sign you in");
        assert_eq!(record(&world).await, [
            "signed in: ",
            "passkey added: Olive’s <b>phone</b>",
            "signed in: by the passkey Olive’s <b>phone</b>",
            "passkey removed: Olive’s <b>phone</b>",
        ]);
    }

    async fn a_challenge_is_answered_once_and_within_five_minutes(world: World) {
        let world = riverside(world).await;
        let (device, olive) = added(&world, OLIVE).await;
        let visitor = world.visitor();
        let signed = device.signed(&olive, &challenge(&visitor).await);
        send(&visitor, ENTER, &signed).await.leads();
        send(&visitor, ENTER, &signed).await.is(422);
        let late = device.signed(&olive, &challenge(&visitor).await);
        let in_time = device.signed(&olive, &challenge(&visitor).await);
        world.pass(5 * MINUTE - 1);
        send(&visitor, ENTER, &in_time).await.leads();
        world.pass(1);
        send(&visitor, ENTER, &late).await.is(422);
        // One that failed is spent as well; one that was never given out is none.
        let code = challenge(&visitor).await;
        let mut liar = device.signed(&olive, &code);
        liar[4].1 = device.signed(&olive, "something else").remove(4).1;
        send(&visitor, ENTER, &liar).await.is(422);
        send(&visitor, ENTER, &device.signed(&olive, &code)).await.is(422);
        send(&visitor, ENTER, &device.signed(&olive, &heard::clock::random_key())).await.is(422);
        assert_eq!(world.rows("passkey_challenge").await, 1);
        heard::retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(world.rows("passkey_challenge").await, 0);
    }

    async fn any_server_takes_the_answer(world: World) {
        let mut world = riverside(world).await;
        let (device, olive) = added(&world, OLIVE).await;
        let code = challenge(&world.visitor()).await;
        world.restart_with(|config| config.base_url = Some(HERE.to_owned())).await;
        send(&world.visitor(), ENTER, &device.signed(&olive, &code)).await.leads();
    }

    async fn eight_at_once_with_one_answer_begin_one_session(world: World) {
        let world = riverside(world).await;
        let (mut device, olive) = added(&world, OLIVE).await;
        device.counter = 1;
        let visitors: Vec<_> = (0..8).map(|_| world.visitor()).collect();
        let signed = device.signed(&olive, &challenge(&visitors[0]).await);
        let answers = join_all(visitors.iter().map(|visitor| send(visitor, ENTER, &signed))).await;
        let count = |status| answers.iter().filter(|page| page.status.as_u16() == status).count();
        assert_eq!((count(303), count(422)), (1, 7));
        assert_eq!(world.rows("session").await, 1);
    }

    async fn who_works_nowhere_is_not_let_in(world: World) {
        let world = riverside(world).await;
        let (device, ed) = added(&world, ED).await;
        enter(&world, &device, &ed).await.leads();
        let olive = world.signed_in(OLIVE).await;
        olive.post(&format!("/staff/riverside/people/{ed}/remove"), &[]).await.leads();
        let page = enter(&world, &device, &ed).await.is(422);
        assert_eq!(page.html, enter(&world, &Device::at(HERE), &ed).await.html);
        let back = [("email", ED), ("name", "Ed"), ("role", "analyst")];
        olive.post("/staff/riverside/people", &back).await.leads();
        enter(&world, &device, &ed).await.leads();
        let (device, root) = added(&world, heard::demo::OPERATOR).await;
        enter(&world, &device, &root).await.leads();
    }

    async fn a_passkey_is_added_and_removed_by_its_owner_only(world: World) {
        let world = riverside(world).await;
        let (olive, ed) = (world.signed_in(OLIVE).await, world.signed_in(ED).await);
        let device = Device::at(HERE);
        // A challenge of a colleague's, or for signing in, adds nothing.
        for code in [own_challenge(&ed).await, challenge(&olive).await] {
            send(&olive, ADD, &device.made("", &code)).await.is(422).says("The passkey was not added");
        }
        let made = device.made("", &own_challenge(&olive).await);
        world.visitor().post(ADD, &[]).await.is(401);
        send(&olive, ADD, &made).await.leads();
        send(&olive, ADD, &made).await.is(422);
        olive.get(MINE).await.is(200).says("<h3>Another browser</h3>");
        // The same again, by herself and by a colleague.
        send(&olive, ADD, &device.made("", &own_challenge(&olive).await)).await.is(422);
        send(&ed, ADD, &device.made("", &own_challenge(&ed).await)).await.is(422);
        let whose = "select s.email from passkey p join staff s on s.id = p.staff";
        ed.post("/staff/sessions/passkeys/remove", &[("passkey", &device.passkey())]).await.leads();
        ed.get(MINE).await.is(200).hides(device.passkey());
        assert_eq!(world.column(whose).await, [OLIVE]);
        // A challenge for adding opens no door.
        let signed = device.signed(&id_of(&world, OLIVE).await, &own_challenge(&olive).await);
        send(&world.visitor(), ENTER, &signed).await.is(422);
        assert_eq!(world.rows("outbox").await, 1);
    }

    async fn one_has_twenty_passkeys_at_most(world: World) {
        let world = riverside(world).await;
        let (olive, device) = (world.signed_in(OLIVE).await, Device::at(HERE));
        let person = id_of(&world, OLIVE).await;
        for number in 0..20 {
            world.tamper(&format!("insert into passkey (id, staff, name, public_key, counter, added) values ('p{number}', '{person}', 'P', '', 0, 0)")).await;
        }
        olive.get(MINE).await.is(200).says("To add another, remove one first.").hides("Add a passkey");
        send(&olive, ADD, &device.made("", &own_challenge(&olive).await)).await.is(422);
        olive.post("/staff/sessions/passkeys/remove", &[("passkey", "p7")]).await.leads();
        send(&olive, ADD, &device.made("", &own_challenge(&olive).await)).await.leads();
        assert_eq!(world.rows("passkey").await, 20);
    }

    async fn where_browsers_have_no_passkeys_none_are_offered(world: World) {
        let world = world.riverside().await;
        let (visitor, olive) = (world.visitor(), world.signed_in(OLIVE).await);
        visitor.get("/staff/sign-in").await.is(200).hides("passkey\"");
        olive.get(MINE).await.is(200).hides("Passkeys");
        for (person, path) in [(&visitor, "/staff/sign-in/challenge"), (&visitor, ENTER), (&olive, ADD), (&olive, "/staff/sessions/challenge")] {
            person.post(path, &[]).await.is(404);
        }
    }
}
