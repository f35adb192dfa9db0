//! The staff door: links, sessions, roles and the record of changes.

use std::time::Instant;

use futures_util::future::join_all;
use heard::clock::{HOUR, MINUTE};

use crate::{
    post_office::{PostOffice, head, link},
    stories,
    visitor::{Page, Visitor},
    world::World,
};

const OLIVE: &str = "olive@riverside.example";
const ED: &str = "ed@riverside.example";
const ASK: &str = "/staff/sign-in";

async fn ask(visitor: &Visitor, email: &str) -> Page {
    visitor.post(ASK, &[("email", email)]).await
}

async fn link_for(world: &World, email: &str) -> String {
    heard::demo::sign_in_link(&world.app(), email).await.unwrap()
}

/// The id of someone on the staff.
async fn id_of(world: &World, email: &str) -> String {
    world.column(&format!("select id from staff where email = '{email}'")).await.remove(0)
}

async fn roles(world: &World) -> Vec<String> {
    world.column("select s.email || ' ' || r.role from role r join staff s on s.id = r.staff order by 1").await
}

stories! {
    async fn a_link_in_the_mail_opens_the_door(world: World) {
        let world = world.riverside().await;
        let olive = world.visitor();
        assert_eq!(ask(&olive, " Olive@Riverside.example ").await.leads(), "/staff/sign-in/sent");
        olive.get("/staff/sign-in/sent").await.is(200).says("Look at your mail");
        let waiting = world.everything().await;
        let office = PostOffice::refusing(0);
        let _worker = office.collect_from(&world);
        let letter = office.letter(&world, 1).await;
        assert_eq!(head(&letter, "To"), OLIVE);
        let link = link(&letter);
        let code = link.rsplit('/').next().unwrap();
        assert!(code.len() == 26 && !waiting.contains(code), "the database opens no door");
        world.until(async || world.rows("outbox").await == 0).await;
        // A mail scanner opens every link, with and without following it.
        let scanner = world.visitor();
        assert_eq!(scanner.get(&link).await.leads(), "/staff/enter");
        scanner.get("/staff/enter").await.is(200);
        assert_eq!(world.rows("session").await, 0);
        let page = olive.get(&link).await.leads();
        olive.get(&page).await.is(200).says("<button>Sign in</button>").hides(code);
        assert_eq!(olive.post(&page, &[]).await.leads(), "/staff");
        olive.get("/staff").await.is(200).says(OLIVE).says("/staff/riverside");
        olive.get("/staff/riverside").await.is(200).says("Riverside Music Service");
    }

    async fn known_and_unknown_addresses_are_answered_alike(world: World) {
        let world = world.riverside().await;
        let guesser = world.visitor();
        for email in [OLIVE, "nobody@riverside.example"] {
            #[expect(clippy::disallowed_methods, reason = "how long the answer took is what the story is about")]
            let begun = Instant::now();
            let page = ask(&guesser, email).await;
            assert!(begun.elapsed().as_millis() >= 250, "the time does not tell");
            assert!(page.html.is_empty() && page.headers.get("set-cookie").is_none());
            assert_eq!(page.leads(), "/staff/sign-in/sent");
        }
        let queued = world.column("select recipient from outbox").await;
        assert!(queued.len() == 1 && !queued[0].contains('@'), "an address waits sealed: {queued:?}");
        let wrong = ask(&guesser, "olive at riverside").await.is(422);
        wrong.says("Error: Sign in").says("olive at riverside").says("email-Error");
    }

    async fn whoever_asks_again_and_again_gets_three_links(world: World) {
        let world = world.riverside().await;
        let olive = world.visitor();
        join_all((0..5).map(|_| ask(&olive, OLIVE))).await;
        for _ in 0..3 {
            ask(&olive, OLIVE).await.leads();
        }
        let sent = world.rows("outbox").await;
        assert!((3..=5).contains(&sent), "{sent}");
        world.pass(21 * MINUTE);
        ask(&olive, OLIVE).await.leads();
        heard::retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!((world.rows("outbox").await, world.rows("sign_in_link").await), (sent + 1, 1));
    }

    async fn a_link_works_once_even_for_eight_at_once(world: World) {
        let world = world.riverside().await;
        let link = link_for(&world, OLIVE).await;
        let visitors: Vec<_> = (0..8).map(|_| world.visitor()).collect();
        for visitor in &visitors {
            visitor.get(&link).await.leads();
        }
        let answers = join_all(visitors.iter().map(|visitor| visitor.post("/staff/enter", &[]))).await;
        let count = |status| answers.iter().filter(|page| page.status.as_u16() == status).count();
        assert_eq!((count(303), count(410)), (1, 7));
        assert_eq!(world.rows("session").await, 1);
    }

    async fn late_spent_and_unknown_links_are_answered_alike(world: World) {
        let world = world.riverside().await;
        let (late, spent) = (link_for(&world, OLIVE).await, link_for(&world, OLIVE).await);
        let olive = world.visitor();
        olive.get(&spent).await.leads();
        olive.post("/staff/enter", &[]).await.leads();
        world.pass(20 * MINUTE);
        let unknown = format!("/staff/enter/{}", heard::clock::random_key());
        let mut pages = Vec::new();
        for link in [&*late, &*spent, &*unknown, "/staff/enter/x;%20y", "/staff/enter/%F0%9F%8E%B5"] {
            let visitor = world.visitor();
            assert_eq!(visitor.get(link).await.leads(), "/staff/enter");
            visitor.get("/staff/enter").await.is(200);
            pages.push(visitor.post("/staff/enter", &[]).await.is(410).html);
        }
        assert!(pages.windows(2).all(|pair| pair[0] == pair[1]));
        world.visitor().get("/staff/enter").await.is(410).says("Ask for a new link");
    }

    async fn one_comes_back_to_the_page_that_one_wanted(world: World) {
        let world = world.riverside().await;
        let olive = world.visitor();
        assert_eq!(olive.get("/staff/riverside/people?x=1").await.leads(), ASK);
        olive.get(&link_for(&world, OLIVE).await).await.leads();
        assert_eq!(olive.post("/staff/enter", &[]).await.leads(), "/staff/riverside/people");
        olive.get("/staff/riverside/people").await.is(200);
        // A forged wish leads nowhere else.
        let code = link_for(&world, OLIVE).await.rsplit('/').next().unwrap().to_owned();
        let cookies = format!("enter={code}; wanted=//evil.example/staff/");
        let headers = [("cookie", &*cookies), ("content-type", "application/x-www-form-urlencoded")];
        let page = world.visitor().ask(reqwest::Method::POST, "/staff/enter", Vec::new(), &headers).await;
        assert_eq!(page.leads(), "/staff");
    }

    async fn a_session_ends(world: World) {
        let world = world.riverside().await;
        let olive = world.signed_in(OLIVE).await;
        olive.post("/staff/sign-out", &[]).await.is(200).says("You are signed out");
        assert_eq!(world.rows("session").await, 0);
        assert_eq!(olive.get("/staff").await.leads(), ASK);
        let ed = world.signed_in(ED).await;
        world.pass(12 * HOUR - 1);
        ed.get("/staff/riverside").await.is(200);
        world.pass(1);
        assert_eq!(ed.get("/staff/riverside").await.leads(), ASK);
        ed.post("/staff/riverside/people", &[]).await.is(401);
    }

    async fn an_owner_invites_changes_and_removes(world: World) {
        let world = world.riverside().await;
        let olive = world.signed_in(OLIVE).await;
        let bo = [("email", "Bo@riverside.example"), ("name", "Bo <b>Lee</b>"), ("role", "analyst")];
        assert_eq!(olive.post("/staff/riverside/people", &bo).await.leads(), "/staff/riverside/people");
        olive.get("/staff/riverside/people").await.is(200).says("Bo &lt;b&gt;Lee").hides("<b>Lee");
        let office = PostOffice::refusing(0);
        let _worker = office.collect_from(&world);
        let letter = office.letter(&world, 1).await;
        assert_eq!(head(&letter, "To"), "bo@riverside.example");
        assert!(letter.contains("an analyst") && letter.contains("/staff/sign-in") && !letter.contains("/enter/"));
        let signed_in = world.signed_in("bo@riverside.example").await;
        signed_in.get("/staff/riverside/people").await.is(403);
        let page = format!("/staff/riverside/people/{}", id_of(&world, "bo@riverside.example").await);
        olive.get(&page).await.is(200).says("Save the role");
        world.pass(1);
        olive.post(&page, &[("role", "owner")]).await.leads();
        signed_in.get("/staff/riverside/people").await.is(200);
        world.pass(1);
        olive.post(&format!("{page}/remove"), &[]).await.leads();
        signed_in.get("/staff/riverside").await.is(404);
        let record = world.column("select action || ': ' || detail from audit where service = 'riverside' order by id").await;
        assert_eq!(record[record.len() - 3..], [
            "colleague invited: Bo <b>Lee</b>, analyst",
            "role changed: Bo <b>Lee</b>, from analyst to owner",
            "colleague removed: Bo <b>Lee</b>, owner",
        ]);
        olive.get("/staff/riverside/record").await.is(200).says("colleague invited").says("Olive Owner").hides("<b>");
    }

    async fn a_wrong_invitation_comes_back_as_it_was(world: World) {
        let world = world.riverside().await;
        let olive = world.signed_in(OLIVE).await;
        let people = "/staff/riverside/people";
        let wrong = olive.post(people, &[("email", "bo"), ("name", "Bo \"Lee\""), ("role", "boss")]).await.is(422);
        wrong.says("email-Error").says("role-Error").says("Bo &quot;Lee&quot;").says("<title>Error:");
        let here = [("email", ED), ("name", "Edward"), ("role", "owner")];
        olive.post(people, &here).await.is(422).says("has a role here already");
        let split = [("email", "bo@riverside.example"), ("name", "Bo\r\nBcc: a@b.example"), ("role", "owner")];
        olive.post(people, &split).await.is(422).says("name-Error");
        let more = [("email", "bo@riverside.example"), ("name", "Bo"), ("role", "owner"), ("service", "hillside")];
        olive.post(people, &more).await.is(400);
        olive.post("/staff/riverside/people/nobody", &[("role", "owner")]).await.is(404);
        assert_eq!(world.rows("outbox").await + world.rows("audit where service is not null").await, 0);
        assert_eq!(roles(&world).await, ["ana@riverside.example analyst", "ed@riverside.example editor", "olive@riverside.example owner"]);
    }

    async fn nobody_learns_who_is_known_elsewhere(world: World) {
        let world = world.riverside().await;
        world.tamper("insert into service (key, name, created) values ('hillside', 'Hillside', 0)").await;
        world.tamper("insert into staff (id, email) values ('rita', 'rita@hillside.example')").await;
        world.tamper("insert into role (staff, service, name, role) values ('rita', 'hillside', 'Margherita', 'owner')").await;
        let olive = world.signed_in(OLIVE).await;
        for (email, name) in [("rita@hillside.example", "Rita Roe"), ("new@riverside.example", "Newt")] {
            let fields = [("email", email), ("name", name), ("role", "editor")];
            let page = olive.post("/staff/riverside/people", &fields).await;
            assert_eq!((&*page.location, &*page.html), ("/staff/riverside/people", ""));
        }
        olive.get("/staff/riverside/people").await.is(200).says("Rita Roe").says("Newt").hides("Margherita");
        olive.get("/staff/riverside/people/rita").await.is(200).says("Rita Roe").hides("Margherita");
        // An id does not say since when the address is known.
        assert_eq!(id_of(&world, "new@riverside.example").await.len(), 26);
        let rita = world.signed_in("rita@hillside.example").await;
        rita.get("/staff/riverside").await.is(200).says("You are signed in as Rita Roe");
        rita.get("/staff/hillside").await.is(200).says("You are signed in as Margherita");
        world.pass(1);
        olive.post("/staff/riverside/people/rita", &[("role", "owner")]).await.leads();
        rita.post("/staff/riverside/people/rita", &[("role", "analyst")]).await.leads();
        olive.get("/staff/riverside/record").await.is(200).says("Rita Roe, from owner to analyst").hides("Margherita");
        // Whoever has left is named by the address that was invited.
        olive.post("/staff/riverside/people/rita/remove", &[]).await.leads();
        let record = olive.get("/staff/riverside/record").await.is(200);
        record.says("<td>rita@hillside.example</td>").hides("Margherita").hides("<td>The operator");
    }

    async fn signing_in_and_out_is_on_record(world: World) {
        let world = world.riverside().await;
        let olive = world.signed_in(OLIVE).await;
        world.pass(1);
        // Another link ends the session that the browser has.
        olive.get(&link_for(&world, OLIVE).await).await.leads();
        olive.post("/staff/enter", &[]).await.leads();
        world.pass(1);
        olive.post("/staff/sign-out", &[]).await.is(200);
        olive.post("/staff/sign-out", &[]).await.is(200);
        let lines = "select s.email || ' ' || a.action || a.detail from audit a join staff s on s.id = a.staff \
            where a.service is null order by a.at, a.action";
        let lines = world.column(lines).await;
        assert_eq!(lines, ["signed in", "signed in", "signed out", "signed out"].map(|did| format!("{OLIVE} {did}")));
    }

    async fn the_last_owner_stays(world: World) {
        let world = world.riverside().await;
        let olive = world.signed_in(OLIVE).await;
        let page = |id: &str| format!("/staff/riverside/people/{id}");
        let (me, ed) = (id_of(&world, OLIVE).await, id_of(&world, ED).await);
        olive.post(&page(&me), &[("role", "editor")]).await.is(422).says("needs an owner").says("role-Error");
        olive.post(&format!("{}/remove", page(&me)), &[]).await.is(422);
        olive.post(&page(&ed), &[("role", "owner")]).await.leads();
        let edward = world.signed_in(ED).await;
        let step_back = [("role", "analyst")];
        let (my_page, his_page) = (page(&me), page(&ed));
        let both = tokio::join!(olive.post(&my_page, &step_back), edward.post(&his_page, &step_back));
        let mut fates = [both.0.status.as_u16(), both.1.status.as_u16()];
        fates.sort_unstable();
        assert_eq!(fates, [303, 422]);
        assert_eq!(roles(&world).await.iter().filter(|role| role.ends_with(" owner")).count(), 1);
    }
}
