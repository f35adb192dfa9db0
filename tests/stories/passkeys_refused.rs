//! Passkeys that let nobody in, and all that is none.

use heard::clock::MINUTE;
use serde_json::json;

use crate::{
    device::{Device, VERIFIED},
    passkeys::{ADD, ED, ENTER, HERE, OLIVE, added, challenge, enter, own_challenge, record, riverside, send},
    stories,
    world::World,
};

stories! {
    async fn whatever_is_wrong_is_answered_alike(world: World) {
        let world = riverside(world).await;
        let (mut device, olive) = added(&world, OLIVE).await;
        let (_, ed) = added(&world, ED).await;
        let mut pages = Vec::new();
        let lies = [
            json!({ "origin": "http://localhost:8081" }),
            json!({ "origin": "https://localhost:8080" }),
            json!({ "origin": "http://evil.example" }),
            json!({ "crossOrigin": true }),
            json!({ "type": "webauthn.create" }),
        ];
        for lie in lies {
            device.says = lie;
            pages.push(enter(&world, &device, &olive).await);
        }
        device.says = json!({});
        for flags in [0x01, 0x04, 0, VERIFIED | 0x10] {
            device.flags = flags;
            pages.push(enter(&world, &device, &olive).await);
        }
        device.flags = VERIFIED;
        device.site = "evil.example";
        pages.push(enter(&world, &device, &olive).await);
        device.site = "localhost";
        // Of another person, of nobody, by another key, and one that nobody ever added.
        pages.extend([enter(&world, &device, &ed).await, enter(&world, &device, "nobody").await]);
        let mut other = Device::at(HERE);
        pages.push(enter(&world, &other, &olive).await);
        other.id = device.id.clone();
        pages.push(enter(&world, &other, &olive).await);
        for page in pages {
            assert!(page.headers.get("set-cookie").is_none());
            assert_eq!(page.is(422).html, enter(&world, &Device::at(HERE), &olive).await.html);
            // A household asks twenty times, and then every ten seconds.
            world.pass(MINUTE / 2);
        }
        assert_eq!(world.rows("session").await, 0);
        enter(&world, &device, &olive).await.leads();
    }

    async fn a_counter_that_went_back_opens_nothing_and_is_on_record(world: World) {
        let world = riverside(world).await;
        let (mut device, olive) = added(&world, OLIVE).await;
        for (counter, opens) in [(0, true), (0, true), (5, true), (5, false), (4, false), (0, false), (6, true)] {
            device.counter = counter;
            world.pass(1);
            assert_eq!(enter(&world, &device, &olive).await.status.as_u16() == 303, opens, "{counter}");
        }
        let refused = record(&world).await.into_iter().filter(|line| line.starts_with("passkey refused, its counter went back: "));
        assert_eq!(refused.count(), 3);
        // Two at once, each with a challenge of its own: both cannot be the next.
        device.counter = 7;
        let (one, two) = tokio::join!(enter(&world, &device, &olive), enter(&world, &device, &olive));
        assert_eq!([one, two].iter().filter(|page| page.status.as_u16() == 303).count(), 1);
    }

    async fn what_is_no_new_passkey_is_not_added(world: World) {
        let world = riverside(world).await;
        let olive = world.signed_in(OLIVE).await;
        let mut device = Device::at(HERE);
        for (says, flags, site) in [
            (json!({ "origin": "http://evil.example" }), VERIFIED, "localhost"),
            (json!({ "type": "webauthn.get" }), VERIFIED, "localhost"),
            (json!({}), VERIFIED, "evil.example"),
            (json!({}), 0x01, "localhost"),
            // It says that extensions follow, and none do.
            (json!({}), VERIFIED | 0x80, "localhost"),
        ] {
            (device.says, device.flags, device.site) = (says, flags, site);
            send(&olive, ADD, &device.made("", &own_challenge(&olive).await)).await.is(422);
        }
        let mut device = Device::at(HERE);
        for length in [0, 1_024] {
            device.id = vec![7; length];
            send(&olive, ADD, &device.made("", &own_challenge(&olive).await)).await.is(422);
        }
        // Cut short anywhere.
        device.id = vec![7; 16];
        let whole = device.made("", &own_challenge(&olive).await);
        for length in [0, 20, 40, 60, 75, 100, whole[2].1.len() - 2] {
            world.pass(MINUTE);
            let mut cut = device.made("", &own_challenge(&olive).await);
            cut[2].1.truncate(length / 4 * 4);
            send(&olive, ADD, &cut).await.is(422);
        }
        assert_eq!(world.rows("passkey").await, 0);
    }

    async fn rubbish_is_answered_kindly(world: World) {
        let world = riverside(world).await;
        let (device, olive) = added(&world, OLIVE).await;
        let (visitor, ed) = (world.visitor(), world.signed_in(ED).await);
        visitor.post(ENTER, &[]).await.is(422).says("It may have been removed");
        ed.post(ADD, &[]).await.is(422).says("Nothing has changed");
        let whole = device.signed(&olive, &challenge(&visitor).await);
        for field in 0..whole.len() {
            for rubbish in ["", "=", "\u{1f3b5}", "AAAA", "e30", "bnVsbA", &"A".repeat(20_000)] {
                world.pass(MINUTE / 2);
                let mut fields = device.signed(&olive, &challenge(&visitor).await);
                rubbish.clone_into(&mut fields[field].1);
                send(&visitor, ENTER, &fields).await.is(422).says("did not sign you in");
            }
        }
        visitor.post(ENTER, &[("password", "1234")]).await.is(400);
        visitor.post("/staff/sign-in/challenge", &[("a", "b")]).await.is(400);
        visitor.post_bytes(ENTER, b"passkey=%FF".to_vec()).await.is(400);
        let json = [("content-type", "application/json")];
        visitor.ask(reqwest::Method::POST, ENTER, b"{}".to_vec(), &json).await.is(400);
        send(&visitor, ENTER, &device.signed(&olive, &challenge(&visitor).await)).await.leads();
    }

    async fn one_address_asks_and_tries_so_often_only(world: World) {
        let world = riverside(world).await;
        let visitor = world.visitor();
        for _ in 0..20 {
            challenge(&visitor).await;
            visitor.post(ENTER, &[]).await.is(422);
        }
        visitor.post("/staff/sign-in/challenge", &[]).await.is(429);
        visitor.post(ENTER, &[]).await.is(429);
        assert_eq!(world.rows("passkey_challenge").await, 20);
    }
}
