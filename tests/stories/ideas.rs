//! The ideas of a youth music council: put up by Mo and Noor, looked at by Max, a young moderator, and where something worries, by
//! Maya, whom the service asked to moderate.

use heard::clock::DAY;

use crate::{
    council::{Council, codes, join},
    stories,
    visitor::Visitor,
    world::World,
};

const WALL: &str = "/staff/riverside/ideas";
const CHOIR: &str = "A choir for everyone, please.";

/// A council with a young moderator and an adult one.
struct Minded {
    council: Council,
    wall: String,
    max: Visitor,
    maya: Visitor,
}

impl Minded {
    async fn founded(world: &World) -> Self {
        let council = Council::founded(world).await;
        let slips = council.ed.post(&format!("{}/codes", council.staff), &[("moderator", "1")]).await.is(200);
        let max = join(world, &codes(&slips.html)[0], "Max").await;
        world.tamper("insert into staff (id, email) values ('maya', 'maya@riverside.example')").await;
        world
            .tamper("insert into role (staff, service, name, role) values ('maya', 'riverside', 'Maya', 'moderator')")
            .await;
        let maya = world.signed_in("maya@riverside.example").await;
        Self { wall: format!("{}/ideas", council.home), council, max, maya }
    }

    /// Somebody puts up an idea; its address.
    async fn put(&self, who: &Visitor, words: &str) -> String {
        who.post(&self.wall, &[("words", words), ("named", "yes")]).await.leads()
    }

    /// A moderator decides on the first that waits.
    async fn look(&self, idea: &str, choice: &str, note: &str) {
        let turn = self.max.get(&format!("{}/look", self.wall)).await.is(200).field("turn");
        let fields = [("choice", choice), ("note", note), ("turn", turn.as_str())];
        assert_eq!(self.max.post(&format!("{idea}/look"), &fields).await.leads(), format!("{}/look", self.wall));
    }

    fn adults(&self, idea: &str) -> String {
        idea.replace(&self.wall, WALL)
    }
}

stories! {
    async fn an_idea_is_looked_at_liked_and_made_a_poll(world: World) {
        let world = world.riverside().await;
        let minded = Minded::founded(&world).await;
        let (council, wall) = (&minded.council, &minded.wall);
        council.mo.get(&council.home).await.is(200).says("See the ideas");
        let idea = minded.put(&council.mo, CHOIR).await;
        council.mo.get(&idea).await.is(200).says(CHOIR).says("A moderator of your council looks at it soon");
        // Nobody else reads it before somebody looked; its writer is not that somebody.
        council.noor.get(wall).await.is(200).hides(CHOIR);
        council.noor.get(&idea).await.is(404);
        council.noor.get(&format!("{wall}/look")).await.is(403);
        minded.max.get(wall).await.is(200).says("New ideas wait for you").hides(CHOIR);
        minded.look(&idea, "show", "").await;
        council.noor.get(wall).await.is(200).says(CHOIR).says("Mo").says("Nobody has said yet");
        // Everybody counts once, can take it back, and nobody is told who.
        for _ in 0..2 {
            council.noor.post(&format!("{idea}/like"), &[("like", "yes")]).await.leads();
        }
        council.cleo.post(&format!("{idea}/like"), &[("like", "yes")]).await.leads();
        let page = council.tariq.get(&idea).await.is(200);
        page.says("2 people like it").hides("Cleo");
        council.cleo.post(&format!("{idea}/like"), &[("like", "no")]).await.leads();
        council.tariq.get(&idea).await.is(200).says("1 person likes it");
        council.tariq.post(&format!("{idea}/like"), &[("like", "maybe")]).await.is(400);
        // The clerk makes it a poll; who else does is led to the same.
        council.tariq.get(&format!("{idea}/poll")).await.is(403);
        council.cleo.get(&format!("{idea}/poll")).await.is(200).says(CHOIR);
        let asked = [("question", "Should we have a choir?"), ("voting", "open")];
        council.cleo.post(&format!("{idea}/poll"), &[("question", " ")]).await.is(422).says("Write a question");
        let poll = council.cleo.post(&format!("{idea}/poll"), &asked).await.leads();
        council.noor.get(&poll).await.is(200).says("Should we have a choir?").says("I am not sure");
        assert_eq!(council.chandra.post(&format!("{idea}/poll"), &asked).await.leads(), format!("{idea}/poll"));
        assert_eq!(council.chandra.get(&format!("{idea}/poll")).await.leads(), poll);
        assert_eq!(world.rows("poll").await, 1);
        council.noor.get(wall).await.is(200).says("There is a poll about it");
        // Kept back for safety, it lives on nowhere.
        council.noor.post(&format!("{idea}/worry"), &[]).await.leads();
        let page = minded.adults(&idea);
        let held = minded.maya.get(&page).await.is(200).says("and did not say why").says("It is stopped too");
        let why = "It names somebody.";
        let fields = [("choice", "keep_back"), ("reason", why), ("safety", "yes"), ("turn", &held.field("turn"))];
        minded.maya.post(&page, &fields).await.leads();
        council.noor.get(&poll).await.is(200).hides("Should we have a choir?").says(why);
    }

    async fn what_may_tell_or_hurt_waits_for_an_adult(world: World) {
        let world = world.riverside().await;
        let minded = Minded::founded(&world).await;
        let (council, wall, maya) = (&minded.council, &minded.wall, &minded.maya);
        let number = "Call my friend on 07700 900123 and join us.";
        let telling = minded.put(&council.mo, number).await;
        let unkind = minded.put(&council.noor, "the brass group are idiots").await;
        for idea in [&telling, &unkind] {
            assert!(council.noor.get(idea).await.html.contains("An adult looks at it first") == (idea == &unkind));
        }
        minded.max.get(&format!("{wall}/look")).await.is(200).says("There is nothing new");
        // A mail called Maya, once, who is there for this; none went to owners and editors.
        assert_eq!(world.rows("outbox").await, 1);
        let mail = world.column("select body from outbox").await;
        assert!(mail[0].contains("/staff/riverside/ideas") && !mail[0].contains("07700"), "{mail:?}");
        // Maya sees them, and nothing else of the service.
        maya.get("/staff/riverside").await.is(200).says("Young people wait for you").says("2 ideas are held").hides("Surveys");
        maya.get("/staff/riverside/plan").await.is(403);
        maya.get("/staff/riverside/councils").await.is(403);
        let list = maya.get(WALL).await.is(200).says("07700 900123").says("<mark>idiots</mark>");
        list.hides("Mo");
        let page = minded.adults(&telling);
        let turn = maya.get(&page).await.is(200).says("may be a telephone number").field("turn");
        // Only for safety, and with a reason.
        maya.post(&page, &[("turn", turn.as_str())]).await.is(422).says("Choose whether others may read it");
        let back = maya.post(&page, &[("choice", "keep_back"), ("reason", "It has a number"), ("turn", &turn)]).await.is(422);
        back.says("tick the box").says("It has a number");
        // The writer can be looked up while it is held, which is on record.
        maya.post(&format!("{page}/writer"), &[]).await.is(200).says("<bdi>Mo</bdi>");
        let why = "A phone number was in it.";
        let fields = [("choice", "keep_back"), ("reason", why), ("safety", "yes"), ("turn", turn.as_str())];
        assert_eq!(maya.post(&page, &fields).await.leads(), WALL);
        council.mo.get(&telling).await.is(200).says("An adult keeps it back").says(why).says("You did nothing wrong");
        council.noor.get(wall).await.is(200).says(why).hides("07700");
        council.mo.post(&telling, &[("words", "Another"), ("turn", "2")]).await.is(400);
        // The other is shown by her.
        let page = minded.adults(&unkind);
        let turn = maya.get(&page).await.is(200).says("may hurt somebody").field("turn");
        maya.post(&page, &[("choice", "show"), ("turn", &turn)]).await.leads();
        council.mo.get(wall).await.is(200).says("idiots");
        maya.post(&format!("{page}/writer"), &[]).await.is(400);
        let record = world.signed_in("olive@riverside.example").await.get("/staff/riverside/record").await.is(200);
        record.says("writer of a council idea looked up").says("council idea kept back").says(why).hides("07700");
    }

    async fn a_moderator_asks_for_a_change_and_a_member_worries(world: World) {
        let world = world.riverside().await;
        let minded = Minded::founded(&world).await;
        let (council, wall) = (&minded.council, &minded.wall);
        let idea = minded.put(&council.mo, "More of it.").await;
        let look = format!("{idea}/look");
        let turn = minded.max.get(&format!("{wall}/look")).await.is(200).field("turn");
        for (choice, note, advice) in [
            ("", "", "Choose what happens with it"),
            ("ask", "", "Say what they could change"),
            ("ask", "do not be stupid", "without words that hurt"),
        ] {
            let fields = [("choice", choice), ("note", note), ("turn", turn.as_str())];
            minded.max.post(&look, &fields).await.is(422).says(advice).says(note);
        }
        // The writer changes it while the moderator looks: what nobody looked at is not shown.
        council.mo.post(&idea, &[("words", "More of it, louder."), ("turn", &turn)]).await.leads();
        let late = [("choice", "show"), ("turn", turn.as_str())];
        minded.max.post(&look, &late).await.is(409).says("The writer changed it meanwhile").says("louder");
        minded.look(&idea, "ask", "More of what?").await;
        let turn = council.mo.get(&idea).await.is(200).says("More of what?").field("turn");
        council.mo.post(&idea, &[("words", "x".repeat(301).as_str()), ("turn", &turn)]).await.is(422).says("300 letters").says("xxx");
        council.mo.post(&idea, &[("words", "More drums."), ("turn", &turn)]).await.leads();
        council.noor.post(&idea, &[("words", "Fewer drums."), ("turn", "1")]).await.is(404);
        minded.look(&idea, "show", "").await;
        // What would make it better is looked at as well.
        let better = council.noor.post(&format!("{idea}/better"), &[("words", "And dancing.")]).await.leads();
        council.mo.get(&idea).await.is(200).hides("And dancing.");
        minded.look(&better, "show", "").await;
        council.mo.get(&idea).await.is(200).says("And dancing.").says("By somebody in your council");
        // Somebody worries: it is off the wall until an adult has looked.
        council.cleo.get(&format!("{idea}/worry")).await.is(200).says("Childline");
        council.cleo.post(&format!("{idea}/worry"), &[("note", "It is about me")]).await.leads();
        council.noor.get(wall).await.is(200).hides("More drums.");
        // Nor can its writer take the worry out of the adult's hands.
        council.mo.get(&idea).await.is(200).says("Until the adult has decided, it stays as it is.").hides("Change it");
        for change in [("do", "save"), ("do", "back")] {
            let again = [change, ("words", "More drums!"), ("turn", "2")];
            council.mo.post(&idea, &again).await.is(400).says("An adult looks at this idea now.");
        }
        let page = minded.adults(&idea);
        let turn = minded.maya.get(&page).await.is(200).says("It is about me").hides("Cleo").field("turn");
        minded.maya.post(&page, &[("choice", "show"), ("turn", &turn)]).await.leads();
        council.noor.get(wall).await.is(200).says("More drums.").says("1 way to make it better");
        // Its writer takes it back, with all that hangs on it.
        council.mo.post(&idea, &[("do", "back"), ("words", "More drums."), ("turn", "1")]).await.leads();
        assert_eq!(world.rows("idea").await, 0);
        assert_eq!(world.rows("idea_support").await, 0);
    }

    async fn bad_ideas_are_told_kindly_and_old_ones_go(world: World) {
        let world = world.riverside().await;
        let minded = Minded::founded(&world).await;
        let (council, wall) = (&minded.council, &minded.wall);
        council.mo.post(wall, &[("words", "  ")]).await.is(422).says("Write something first");
        council.mo.post(wall, &[("colour", "red")]).await.is(400);
        for number in 0..10 {
            minded.put(&council.mo, &format!("Idea {number}")).await;
        }
        council.mo.post(wall, &[("words", "One more")]).await.is(422).says("Ten things of yours wait").says("One more");
        // Another council does not see them.
        let other = Council::founded(&world).await;
        let idea = minded.put(&council.noor, CHOIR).await;
        let elsewhere = idea.replace(&council.home, &other.home);
        other.chandra.get(&elsewhere).await.is(404);
        other.chandra.get(&idea).await.is(404);
        other.chandra.post(&format!("{elsewhere}/look"), &[("choice", "show"), ("turn", "1")]).await.leads();
        council.cleo.get(&idea).await.is(404);
        // A chair moderates as well, but never their own.
        let own = minded.put(&council.chandra, "A day off school.").await;
        council.chandra.get(&format!("{wall}/look")).await.is(200).says("11 wait.").hides("A day off school.");
        council.chandra.post(&format!("{own}/look"), &[("choice", "show"), ("turn", "1")]).await.leads();
        council.cleo.get(&own).await.is(404);
        // What an adult kept back is deleted in time, and what everybody reads stays.
        let keep = [("choice", "keep_back"), ("reason", "Unsafe"), ("safety", "yes"), ("turn", "1")];
        minded.maya.post(&minded.adults(&own), &keep).await.leads();
        minded.maya.post(&minded.adults(&idea), &[("choice", "show"), ("turn", "1")]).await.leads();
        assert_eq!(world.rows("idea").await, 12);
        world.pass(91 * DAY);
        heard::retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(world.rows("idea").await, 11);
    }
}
