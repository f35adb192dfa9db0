//! Secret ballots: each slip counts once, and nobody finds out who voted how, with all of the database before them.

use futures_util::future::join_all;

use crate::{
    council::{Council, codes, ranked},
    forgetting::files_with,
    linking::{as_they_lie, hidden_in_the_crowd},
    stories,
    visitor::{Page, Visitor},
    world::World,
};

/// A secret ballot with the codes of its slips.
async fn ballot(council: &Council, voters: usize, change: &[(&str, &str)]) -> (String, Vec<String>) {
    let poll = council.poll(&[&[("voting", "secret")], change].concat()).await;
    let slips = council.tariq.post(&format!("{poll}/slips"), &[("voters", &voters.to_string())]).await.is(200);
    (poll, codes(&slips.html))
}

/// Votes by a slip; what came back.
async fn vote(person: &Visitor, code: &str, fields: &[(&str, &str)]) -> Page {
    person.post("/vote", &[("code", code)]).await.leads();
    person.get("/vote/ballot").await.is(200).says("Your vote is secret");
    person.post("/vote/ballot", fields).await
}

/// Ballots as they lie, which is the order that somebody sees who reads the database itself.
async fn as_ballots_lie(world: &World) -> Vec<String> {
    as_they_lie(world, "ballot", "marks", "id <> ''").await
}

stories! {
    async fn twelve_vote_by_slips_and_see_who_won(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let (poll, codes) = ballot(&council, 14, &[]).await;
        assert_eq!(codes.len(), 14);
        council.mo.get(&poll).await.is(200).says("14 slips for voting were printed").says("I have a slip").hides("your vote is in the count");
        council.mo.post(&poll, &ranked(["1", "", ""])).await.is(400).says("secret ballot");
        let person = world.visitor();
        person.get(&format!("/vote/slip/{}", codes[0].replace('-', ""))).await.leads();
        person.get("/vote/ballot").await.is(200).says("Where do we rehearse?");
        person.post("/vote/ballot", &ranked(["", "", ""])).await.is(422).says("Put at least one in first place");
        let thanks = person.post("/vote/ballot", &ranked(["1", "2", ""])).await.leads();
        person.get(&thanks).await.is(200).says("no proof").hides("Hall");
        for code in &codes[1..12] {
            assert_eq!(vote(&world.visitor(), code, &ranked(["2", "1", ""])).await.leads(), "/vote/thanks");
        }
        // Nothing is told before it is over, and not how many have voted.
        council.chandra.get(&poll).await.is(200).hides("12 people").hides("How it stands");
        council.close(&poll).await;
        council.mo.get(&poll).await.is(200).says("Park won.").says("12 people voted.").hides("How everybody voted").hides("ballots.blt");
        council.mo.get(&format!("{poll}/ballots.blt")).await.is(404);
        world.visitor().post("/vote", &[("code", &codes[13])]).await.is(422);
        assert_eq!((world.rows("ballot").await, world.rows("ballot_code").await, world.rows("hand").await), (12, 0, 0));
    }

    async fn few_ballots_tell_the_winner_alone(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let (poll, codes) = ballot(&council, 5, &[("rule", "plurality")]).await;
        for code in &codes {
            vote(&world.visitor(), code, &[("choice", "2")]).await.leads();
        }
        council.close(&poll).await;
        council.mo.get(&poll).await.is(200).says("Library won.").says("Fewer than 10 people voted").hides("5 people").hides("<table");
    }

    /// Thirty ballots of three options can be counted again by anybody: each of the fifteen ways to rank them could be
    /// there twice.
    async fn many_ballots_can_be_counted_again(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let (poll, codes) = ballot(&council, 30, &[]).await;
        for (place, code) in codes.iter().enumerate() {
            vote(&world.visitor(), code, &ranked(if place < 18 { ["1", "2", ""] } else { ["", "2", "1"] })).await.leads();
        }
        council.close(&poll).await;
        let blt = council.mo.get(&format!("{poll}/ballots.blt")).await.is(200);
        assert!(blt.html.starts_with("3 1\n18 1 2 0\n12 3 2 0\n0\n"), "{}", blt.html);
    }

    async fn eight_posts_with_one_slip_are_one_ballot(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let (_, codes) = ballot(&council, 3, &[]).await;
        let people: Vec<_> = (0..8).map(|_| world.visitor()).collect();
        for person in &people {
            person.post("/vote", &[("code", &codes[0])]).await.leads();
        }
        let fields = ranked(["1", "", ""]);
        let posts = people.iter().map(|person| person.post("/vote/ballot", &fields));
        let cast = join_all(posts).await;
        assert_eq!(cast.iter().filter(|page| page.status.as_u16() == 303).count(), 1);
        assert_eq!((world.rows("ballot").await, world.rows("ballot_code").await), (1, 2));
        // And eight slips at once are eight ballots.
        let (_, codes) = ballot(&council, 8, &[]).await;
        let all = join_all(people.iter().zip(&codes).map(|(person, code)| vote(person, code, &fields))).await;
        assert!(all.iter().all(|page| page.location == "/vote/thanks"));
        assert_eq!(world.rows("ballot").await, 9);
    }

    async fn used_and_invented_codes_are_told_alike(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let (poll, codes) = ballot(&council, 3, &[]).await;
        vote(&world.visitor(), &codes[0], &ranked(["1", "", ""])).await.leads();
        let mut told = Vec::new();
        for code in [&*codes[0], "ABCD-EFGH-JKMN", ""] {
            let page = world.visitor().post("/vote", &[("code", code)]).await.is(422);
            told.push(page.html.replace(&format!("value=\"{code}\""), ""));
        }
        assert!(told.iter().all(|page| *page == told[0]));
        // Slips cannot be printed again once somebody has voted, and others not by whoever counts nothing.
        council.tariq.post(&format!("{poll}/slips"), &[("voters", "9")]).await.is(400);
        council.mo.post(&format!("{poll}/slips"), &[("voters", "9")]).await.is(403);
        let fresh = council.poll(&[("voting", "secret")]).await;
        council.tariq.post(&format!("{fresh}/slips"), &[("voters", "501")]).await.is(422).says("from 1 to 500");
    }

    /// First twenty vote for the hall, then twenty for the park. Whoever reads the ballots in the order in which they lie
    /// finds them mixed from the first moment: nobody has to wait for a look.
    async fn the_order_of_ballots_tells_nothing(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let (poll, codes) = ballot(&council, 40, &[("rule", "plurality")]).await;
        let mut keys = Vec::new();
        for (place, code) in codes.iter().enumerate() {
            vote(&world.visitor(), code, &[("choice", if place < 20 { "0" } else { "1" })]).await.leads();
            keys.push(world.column("select id from ballot").await);
        }
        let early = |rows: Vec<String>| rows[..20].iter().filter(|marks| marks.contains('0')).count();
        let count = early(as_ballots_lie(&world).await);
        assert!(hidden_in_the_crowd(count, 20), "{count} of 20");
        // No ballot keeps its key, so copies of two moments share none.
        assert!(keys[20].iter().all(|key| !keys[21].contains(key)));
        council.close(&poll).await;
        let count = early(as_ballots_lie(&world).await);
        assert!(hidden_in_the_crowd(count, 20), "{count} of 20");
    }

    /// Somebody has the whole database, the secret, and the slip of Noor. What they look for is her ballot: by a value
    /// that her code's row and a ballot share, by the order of rows, by the transaction that wrote them.
    async fn a_used_code_leads_to_no_ballot(world: World) {
        use heard::pepper::{Pepper, Purpose};
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let (poll, codes) = ballot(&council, 12, &[("rule", "plurality")]).await;
        let pepper = Pepper::from_hex(&World::secret()).unwrap();
        let hash = |code: &str| pepper.hash(Purpose::BallotCode, &code.replace('-', ""));
        // The rows of codes lie in the order of their hashes, not of the slips.
        let lying = as_they_lie(&world, "ballot_code", "code_hash", "poll <> ''").await;
        assert!(lying.is_sorted() && lying.contains(&hash(&codes[7])), "the test can see it");
        for (place, code) in codes.iter().enumerate().take(10) {
            vote(&world.visitor(), code, &[("choice", if place == 7 { "2" } else { "0" })]).await.leads();
        }
        let everything = [
            world.everything().await,
            world.column("select code_hash || service || poll from ballot_code").await.join(" "),
            world.column("select id || service || poll || marks from ballot").await.join(" "),
        ].concat();
        assert!(!everything.contains(&hash(&codes[7])) && everything.contains(&hash(&codes[11])));
        let shared = "select c.code_hash from ballot_code c join ballot b on b.id = c.code_hash or b.marks = c.code_hash";
        assert_eq!(world.column(shared).await, Vec::<String>::new());
        if !world.database().starts_with("sqlite:") {
            // All ballots are of one transaction, and no code, left or used, is of it.
            assert_eq!(world.column("select distinct cast(xmin as text) from ballot").await.len(), 1);
            let joined = "select c.code_hash from ballot_code c join ballot b on b.xmin = c.xmin or b.xmin = c.xmax";
            assert_eq!(world.column(joined).await, Vec::<String>::new());
        }
        heard::retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(files_with(&world, &hash(&codes[7])), Vec::<String>::new());
        assert!(world.database().starts_with("postgres") || !files_with(&world, &hash(&codes[11])).is_empty(), "the test can see them");
        council.close(&poll).await;
        heard::retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(files_with(&world, &hash(&codes[11])), Vec::<String>::new());
        // The voter's own pages set no cookie that a member has, and no row of a member changed.
        assert_eq!(world.rows("hand").await, 0);
    }

    async fn nothing_is_left_of_a_ballot_that_was_stopped(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let (poll, codes) = ballot(&council, 3, &[]).await;
        vote(&world.visitor(), &codes[0], &ranked(["1", "", ""])).await.leads();
        let wall = format!("{poll}/join");
        council.mo.get(&wall).await.is(200).says("Type the code of your slip").hides("voted").hides("How it stands");
        let id = poll.rsplit('/').next().unwrap();
        let reason = [("reason", "Somebody was made to vote."), ("safety", "yes")];
        council.ed.post(&format!("{}/polls/{id}/stop", council.staff), &reason).await.leads();
        assert_eq!((world.rows("ballot").await, world.rows("ballot_code").await), (0, 0));
        world.visitor().post("/vote", &[("code", &codes[1])]).await.is(422);
        // Not even on the wall is told what it asked.
        assert_eq!(council.mo.get(&wall).await.leads(), poll);
    }
}
