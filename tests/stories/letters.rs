//! Mail: sent once, tried again, given up, and never in the way.

use std::time::Duration;

use heard::clock::{DAY, MINUTE};

use crate::{
    post_office::{PostOffice, head},
    stories,
    world::World,
};

/// Queues so many mails, with names of colleagues as their only difference.
async fn invite(world: &World, count: usize) {
    let olive = world.signed_in("olive@riverside.example").await;
    for number in 0..count {
        let email = format!("new{number}@riverside.example");
        let fields = [("email", &*email), ("name", "New"), ("role", "analyst")];
        olive.post("/staff/riverside/people", &fields).await.leads();
    }
}

stories! {
    async fn two_servers_send_each_mail_once(world: World) {
        let world = world.riverside().await;
        invite(&world, 12).await;
        let office = PostOffice::refusing(0);
        let workers: Vec<_> = (0..4).map(|_| office.collect_from(&world)).collect();
        world.until(async || world.rows("outbox").await == 0).await;
        drop(workers);
        let mut addresses: Vec<_> = office.taken().iter().map(|letter| head(letter, "To").to_owned()).collect();
        addresses.sort_unstable();
        addresses.dedup();
        assert_eq!((office.taken().len(), addresses.len()), (12, 12));
    }

    async fn a_refused_mail_is_tried_again_with_the_same_id(world: World) {
        let world = world.riverside().await;
        invite(&world, 1).await;
        let office = PostOffice::refusing(2);
        let _worker = office.collect_from(&world);
        for tries in 1..=2 {
            world.until(async || office.refused().len() == tries).await;
            world.until(async || world.column("select cast(due as text) from outbox").await[0] != world.now().to_string()).await;
            assert_eq!(office.taken().len(), 0);
            world.pass(2 * MINUTE);
        }
        let taken = office.letter(&world, 1).await;
        for refused in office.refused() {
            assert_eq!(head(&refused, "Message-ID"), head(&taken, "Message-ID"));
        }
        world.until(async || world.rows("outbox").await == 0).await;
    }

    async fn a_mail_that_is_too_late_is_given_up(world: World) {
        let world = world.riverside().await;
        invite(&world, 1).await;
        world.pass(3 * DAY);
        let office = PostOffice::refusing(0);
        let _worker = office.collect_from(&world);
        world.until(async || world.rows("outbox").await == 0).await;
        assert!(office.taken().is_empty());
    }

    async fn the_worker_stops_at_once_when_told(world: World) {
        let world = world.riverside().await;
        let (stop, stopped) = tokio::sync::watch::channel(false);
        let outgoing = heard::mail::Outgoing::new("smtp://127.0.0.1:9", "heard@heard.example").unwrap();
        let worker = tokio::spawn(heard::mail::run(world.app(), Some(outgoing), stopped));
        tokio::time::sleep(Duration::from_millis(100)).await;
        stop.send_replace(true);
        tokio::time::timeout(Duration::from_secs(5), worker).await.expect("it stops").unwrap();
    }
}
