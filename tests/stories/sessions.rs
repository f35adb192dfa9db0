//! Where somebody is signed in, and what of the record an owner looks for.

use heard::clock::HOUR;

use crate::{stories, world::World};

const OLIVE: &str = "olive@riverside.example";
const ED: &str = "ed@riverside.example";

stories! {
    async fn one_signs_out_where_one_is_not(world: World) {
        let world = world.riverside().await;
        let (here, there, ed) = (world.signed_in(OLIVE).await, world.signed_in(OLIVE).await, world.signed_in(ED).await);
        let page = here.get("/staff/sessions").await.is(200).says("Here.").says("Another browser");
        let other = page.html.split("name=\"session\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        // Nobody ends another person's session.
        ed.post("/staff/sessions", &[("session", &other)]).await.leads();
        there.get("/staff").await.is(200);
        assert_eq!(here.post("/staff/sessions", &[("session", &other)]).await.leads(), "/staff/sessions");
        assert_eq!(there.get("/staff").await.leads(), "/staff/sign-in");
        let (again, more) = (world.signed_in(OLIVE).await, world.signed_in(OLIVE).await);
        here.post("/staff/sessions", &[("session", "others")]).await.leads();
        for gone in [again, more] {
            assert_eq!(gone.get("/staff").await.leads(), "/staff/sign-in");
        }
        here.get("/staff/sessions").await.is(200).hides("Sign out there<").hides("everywhere else");
        ed.get("/staff").await.is(200);
    }

    async fn the_record_is_searched_by_who_what_and_when(world: World) {
        let world = world.riverside().await;
        let olive = world.signed_in(OLIVE).await;
        let people = "/staff/riverside/people";
        let invited = [("email", "rita@hillside.example"), ("name", "Rita Roe"), ("role", "analyst")];
        olive.post(people, &invited).await.leads();
        world.pass(3 * 24 * HOUR);
        let olive = world.signed_in(OLIVE).await;
        let rita = world.column("select id from staff where email = 'rita@hillside.example'").await.remove(0);
        olive.post(&format!("{people}/{rita}"), &[("role", "editor")]).await.leads();
        let record = "/staff/riverside/record";
        let by = async |query: &str| olive.get(&format!("{record}?{query}")).await;
        by("what=colleague%20invited").await.is(200).says("Rita Roe, analyst").hides("from analyst to editor");
        by(&format!("who={rita}")).await.is(200).says("Nothing of that kind").hides("Rita Roe, analyst");
        by("who=operator").await.is(200).hides("Rita Roe, analyst");
        by("from=2026-11-25").await.is(200).says("from analyst to editor").hides("Rita Roe, analyst");
        by("to=2026-11-22").await.is(200).says("Rita Roe, analyst").hides("from analyst to editor");
        by("from=yesterday&to=2026-11-22").await.is(422).says("Write a day, such as").says("yesterday");
        for number in 0..205 {
            let line = format!("insert into audit (id, service, staff, at, action, detail) values ('0000-{number:03}', 'riverside', null, 1, 'counted', 'number {number:03}')");
            world.tamper(&line).await;
        }
        let first = by("what=counted").await.is(200).says("number 204").hides("number 004");
        let older = first.html.split("class=\"button quiet\" href=\"").nth(1).unwrap().split('"').next().unwrap();
        olive.get(&older.replace("&amp;", "&")).await.is(200).says("number 004").hides("number 005").hides("Older ones");
    }
}
