//! A youth music council: Chandra chairs, Cleo is the clerk, Tariq the teller, Mo and Noor are members. Ed, an editor of
//! the service, helps them.

use futures_util::future::join_all;
use heard::clock::DAY;

use crate::{stories, visitor::Visitor, world::World};

/// The councils of the service, for its staff.
pub const STAFF: &str = "/staff/riverside/councils";

/// A council with five members, each with a device.
pub struct Council {
    pub ed: Visitor,
    /// The address of its home.
    pub home: String,
    /// Its address for staff.
    pub staff: String,
    pub chandra: Visitor,
    pub cleo: Visitor,
    pub tariq: Visitor,
    pub mo: Visitor,
    pub noor: Visitor,
}

/// The codes on a page of slips.
pub fn codes(html: &str) -> Vec<String> {
    html.split("class=\"code\">").skip(1).map(|rest| rest[..14].to_owned()).collect()
}

/// Somebody joins with a code.
pub async fn join(world: &World, code: &str, nickname: &str) -> Visitor {
    let person = world.visitor();
    let home = person.post("/council", &[("code", code), ("nickname", nickname)]).await.leads();
    person.get(&home).await.is(200);
    person
}

impl Council {
    pub async fn founded(world: &World) -> Self {
        let ed = world.signed_in("ed@riverside.example").await;
        let staff = ed.post(STAFF, &[("name", "Riverside Youth Council")]).await.leads();
        let numbers = [("chair", "1"), ("clerk", "1"), ("teller", "1"), ("member", "2")];
        let slips = ed.post(&format!("{staff}/codes"), &numbers).await.is(200).says("cannot show these codes again");
        let codes = codes(&slips.html);
        let home = staff.replace(STAFF, "/council");
        Self {
            chandra: join(world, &codes[0], "Chandra").await,
            cleo: join(world, &codes[1], "Cleo").await,
            tariq: join(world, &codes[2], "Tariq").await,
            mo: join(world, &codes[3], "Mo").await,
            noor: join(world, &codes[4], "").await,
            ed,
            home,
            staff,
        }
    }

    /// Cleo makes a poll about where to rehearse; its address.
    pub async fn poll(&self, change: &[(&str, &str)]) -> String {
        let usual = [
            ("question", "Where do we rehearse?"),
            ("option.0", "Hall"),
            ("option.1", "Park"),
            ("option.2", "Library"),
            ("rule", "runoff"),
            ("voting", "open"),
            ("until", "hand"),
        ];
        let kept = usual.iter().filter(|(name, _)| change.iter().all(|(other, _)| other != name));
        let fields: Vec<_> = kept.chain(change).copied().collect();
        self.cleo.post(&format!("{}/polls/new", self.home), &fields).await.leads()
    }

    pub async fn close(&self, poll: &str) {
        self.tariq.get(&format!("{poll}/close")).await.is(200).says("Close it and count");
        self.tariq.post(&format!("{poll}/close"), &[]).await.leads();
    }
}

/// A ranking of Hall, Park and Library, as it is posted.
pub fn ranked(places: [&'static str; 3]) -> [(&'static str, &'static str); 3] {
    [("option.0", places[0]), ("option.1", places[1]), ("option.2", places[2])]
}

stories! {
    async fn young_people_join_by_a_slip(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let home = &council.home;
        council.chandra.get(home).await.is(200).says("Hello, ").says("You are the chair.").says("Make a poll");
        council.noor.get(home).await.is(200).says("You are a member.").hides("Make a poll").says("nobody can see how you voted");
        // Nobody else, and nobody of another role.
        assert_eq!(world.visitor().get(home).await.leads(), "/council");
        assert_eq!(council.ed.get(home).await.leads(), "/council", "staff are no members");
        council.mo.get("/council/abc").await.is(404);
        council.mo.get(&format!("{home}/polls/new")).await.is(403).says("You are a member.");
        council.tariq.get(&format!("{home}/members")).await.is(403);
        // What is kept of them is what they said.
        assert_eq!(world.column("select nickname from member order by nickname").await, ["", "Chandra", "Cleo", "Mo", "Tariq"]);
        assert_eq!(world.rows("council_code").await, 0);
        council.mo.get("/council").await.is(200).says("You are in already");
        council.mo.post("/council/leave", &[]).await.leads();
        assert_eq!(council.mo.get(home).await.leads(), "/council");
        assert_eq!(world.rows("member_session").await, 4);
    }

    /// The notice says how long a device stays in.
    async fn a_device_stays_in_as_long_as_the_notice_says(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let slips = council.ed.post(&format!("{}/codes", council.staff), &[("member", "1")]).await.is(200);
        let zoe = world.visitor();
        let joined = zoe.post("/council", &[("code", &codes(&slips.html)[0]), ("nickname", "Zoe")]).await;
        let known = heard::about::COOKIES.iter().find(|cookie| cookie.name == "member").unwrap();
        let set: Vec<_> = joined.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap()).collect();
        let stays = format!("; Path=/council; Max-Age={};", known.seconds.unwrap());
        assert!(set.iter().any(|cookie| cookie.starts_with("member=") && cookie.contains(&stays)), "{set:?}");
        world.pass(61 * DAY);
        assert_eq!(zoe.get(&council.home).await.leads(), "/council");
        heard::retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(world.rows("member_session").await, 0);
    }

    async fn a_scanned_slip_leaves_its_code_out_of_the_address(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let slips = council.ed.post(&format!("{}/codes", council.staff), &[("member", "1")]).await.is(200);
        let code = codes(&slips.html).remove(0);
        let zoe = world.visitor();
        assert_eq!(zoe.get(&format!("/council/join/{}", code.replace('-', ""))).await.leads(), "/council");
        zoe.get("/council").await.is(200).says(format!("value=\"{code}\""));
        // Somebody has that nickname; the code is not spent by the mistake.
        let typed = [("code", &*code), ("nickname", "mo")];
        zoe.post("/council", &typed).await.is(422).says("Somebody here has this nickname").says("value=\"mo\"").says(&code);
        zoe.post("/council", &[("code", &*code.to_lowercase()), ("nickname", "Zoe")]).await.leads();
        zoe.get("/council").await.hides(&code);
    }

    /// A code that was used, one that has expired and one that never was are told alike, and eight who come at once with
    /// one code are one.
    async fn a_code_works_once_and_guesses_get_nowhere(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let slips = council.ed.post(&format!("{}/codes", council.staff), &[("member", "2")]).await.is(200);
        let codes = codes(&slips.html);
        let people: Vec<_> = (0..8).map(|_| world.visitor()).collect();
        let same = [("code", &*codes[0]), ("nickname", "")];
        let joined = join_all(people.iter().map(|person| person.post("/council", &same))).await;
        assert_eq!(joined.iter().filter(|page| page.status.as_u16() == 303).count(), 1);
        assert_eq!(world.rows("member").await, 6);
        world.pass(31 * DAY);
        let mut told = Vec::new();
        for code in [&*codes[0], &*codes[1], "ABCD-EFGH-JKMN", "x"] {
            let page = world.visitor().post("/council", &[("code", code), ("nickname", "")]).await.is(422);
            told.push(page.says("This code does not work").html.replace(&format!("value=\"{code}\""), ""));
        }
        assert!(told.iter().all(|page| *page == told[0]));
        heard::retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(world.rows("council_code").await, 0);
        let guesser = world.visitor();
        let mut refused = 0;
        for _ in 0..420 {
            refused += usize::from(guesser.post("/council", &[("code", "ABCD-EFGH-JKMN"), ("nickname", "")]).await.status.as_u16() == 429);
        }
        assert!(refused > 0, "somebody who guesses is stopped");
    }

    async fn a_lost_code_is_replaced_and_the_old_device_is_out(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let members = council.chandra.get(&format!("{}/members", council.home)).await.is(200).says("Noor".replace("Noor", "No nickname"));
        let mo = world.column("select id from member where nickname = 'Mo'").await.remove(0);
        members.says(&mo);
        let slip = council.chandra.post(&format!("{}/members/{mo}/code", council.home), &[]).await.is(200);
        assert_eq!(council.mo.get(&council.home).await.leads(), "/council");
        let again = join(&world, &codes(&slip.html)[0], "").await;
        again.get(&council.home).await.is(200).says("Mo");
        // The adult can do it too; a code that was not used yet works no more.
        let first = council.ed.post(&format!("{}/members/{mo}/code", council.staff), &[]).await.is(200);
        let second = council.ed.post(&format!("{}/members/{mo}/code", council.staff), &[]).await.is(200);
        world.visitor().post("/council", &[("code", &codes(&first.html)[0]), ("nickname", "")]).await.is(422);
        join(&world, &codes(&second.html)[0], "Mo").await;
        assert_eq!(world.rows("member").await, 5);
        council.ed.post(&format!("{}/members/nobody/code", council.staff), &[]).await.is(404);
    }

    async fn what_ed_types_wrong_is_told(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        council.ed.post(STAFF, &[("name", " ")]).await.is(422).says("Write a name of one line");
        for (field, value) in [("chair", "61"), ("member", "some"), ("teller", "0")] {
            council.ed.post(&format!("{}/codes", council.staff), &[(field, value)]).await.is(422).says(format!("value=\"{value}\""));
        }
        let ana = world.signed_in("ana@riverside.example").await;
        ana.get(&council.staff).await.is(403);
        world.signed_in("olive@riverside.example").await.get("/staff/riverside/record").await.is(200)
            .says("council founded").says("1 chair, 1 clerk, 1 teller, 2 member");
    }
}
