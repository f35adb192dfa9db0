//! Writing the plan: Ed begins a draft, Olive works on it as well, and what is put in force is a version for ever.

use heard::clock::DAY;

use crate::{
    stories,
    visitor::{Page, Visitor},
    world::World,
};

const ED: &str = "ed@riverside.example";
const OLIVE: &str = "olive@riverside.example";
const PLAN: &str = "/staff/riverside/plan";
const WRITE: &str = "/staff/riverside/plan/write";

/// Saves a form after opening it: everything that was typed, and what it was filled from.
async fn save(person: &Visitor, path: &str, fields: &[(&str, &str)]) -> Page {
    let from = person.get(path).await.is(200).field("from");
    person.post(path, &[fields, &[("from", &from)]].concat()).await
}

async fn put_in_force(person: &Visitor, note: &str) -> Page {
    let seen = person.get(&format!("{WRITE}/in-force")).await.is(200).field("seen");
    person.post(&format!("{WRITE}/in-force"), &[("seen", &seen), ("note", note)]).await
}

const ACTION: [(&str, &str); 4] = [
    ("title", "Meet families at the food bank each term"),
    ("lead", "Family link worker"),
    ("due", "31 March 2027"),
    ("progress", "planned"),
];

const INDICATOR: [(&str, &str); 13] = [
    ("title", "Families who come after we met them"),
    ("people", "families"),
    ("unit", "percent"),
    ("better", "higher"),
    ("baseline", "12"),
    ("since", "30 September 2026"),
    ("value", "30"),
    ("by", "31 July 2028"),
    ("source", "hand"),
    ("hand", "18.5 %"),
    ("base", "240"),
    ("date", "2 October 2026"),
    ("note", "From the list of first visits."),
];

fn with<'a>(fields: &[(&'a str, &'a str)], others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let other = |name: &str| others.iter().find(|(field, _)| *field == name).copied();
    fields.iter().map(|field| other(field.0).unwrap_or(*field)).collect()
}

/// A draft from a template at a service that has no plan.
async fn begun(world: &World) -> Visitor {
    world.tamper("insert into service (key, name, created) values ('hillside', 'Hillside Music', 0)").await;
    world.tamper("insert into staff (id, email) values ('rita', 'rita@hillside.example')").await;
    world.tamper("insert into role (staff, service, name, role) values ('rita', 'hillside', 'Rita', 'editor')").await;
    world.signed_in("rita@hillside.example").await
}

stories! {
    async fn a_first_plan_is_written_from_a_template(world: World) {
        let rita = begun(&world).await;
        let (plan, write) = ("/staff/hillside/plan", "/staff/hillside/plan/write");
        rita.get(plan).await.is(200).says("There is no plan here yet").says("Write the plan");
        let page = rita.get(write).await.is(200).says("1 September 2026").says("31 August 2029").hides("Begin the next plan");
        page.says("Norfolk").says("Hertfordshire").says("HEARD");
        rita.post(write, &[("start", ""), ("begins", "soon"), ("ends", "31 August 2029")]).await.is(422).says("Choose what to begin with").says("value=\"soon\"");
        let days = [("begins", "1 September 2026"), ("ends", "31 August 2030")];
        rita.post(write, &[&[("start", "thirteen")], &days[..]].concat()).await.leads();
        let page = rita.get(write).await.is(200).says("13. ").says("due on the plan’s last day").says("Nothing would show whether it comes true");
        let first = page.html.split_once("/plan/write/priorities/").unwrap().1;
        assert!(first.starts_with("new"), "the way to add one comes first");
        rita.get("/hillside/plan").await.is(200).says("There is no plan here yet");
        let key = first.split_once("/plan/write/priorities/").unwrap().1.split_once('"').unwrap().0.to_owned();
        let added = save(&rita, &format!("{write}/{key}/actions/new"), &ACTION).await.leads();
        assert_eq!(added, format!("{write}#Action-meet_families_at_the_food_bank_e"));
        save(&rita, &format!("{write}/{key}/indicators/new"), &INDICATOR).await.leads();
        let page = rita.get(&format!("{write}/in-force")).await.is(200).says("It is your first plan here").says("Nothing has to be changed");
        let seen = page.field("seen");
        rita.post(&format!("{write}/in-force"), &[("seen", &seen), ("note", " ")]).await.is(422).says("Say in a sentence what changed and why");
        rita.post(&format!("{write}/in-force"), &[("seen", &seen), ("note", "Our first plan")]).await.leads();
        let shown = world.visitor().get("/hillside/plan").await.is(200).says("Meet families at the food bank").says("From about").says("From about</dt><dd>240 families");
        shown.says("Family link worker");
        assert_eq!(world.rows("plan_draft").await, 0);
        let told = world.column("select detail from audit where action = 'plan put in force'").await;
        assert_eq!(told, ["version 1"]);
        rita.get(&format!("{plan}/history")).await.is(200).says("Version 1").says("Rita").says("Our first plan");
    }

    async fn what_is_not_smart_is_told_beside_its_field(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        ed.post(WRITE, &[("start", "change")]).await.leads();
        let action = format!("{WRITE}/welcome/actions/new");
        for (field, typed, says) in [
            ("title", "", "Say what is done"),
            ("lead", "jo@riverside.example", "name a role"),
            ("due", "soon", "Write a day, such as 31 July 2027."),
            ("due", "1 September 2029", "outside the plan"),
            ("progress", "", "Choose how far it is"),
        ] {
            save(&ed, &action, &with(&ACTION, &[(field, typed)])).await.is(422).says(says).says("Error:");
        }
        let indicator = format!("{WRITE}/welcome/indicators/new");
        for (field, typed, says) in [
            ("title", " ", "Say what is measured"),
            ("value", "12", "no better than the baseline"),
            ("better", "lower", "no better than the baseline"),
            ("value", "120", "from 0 to 100"),
            ("value", "many", "Write a number"),
            ("by", "30 September 2026", "not after the baseline"),
            ("by", "31 July 2031", "after the plan"),
            ("source", "", "Choose where its figure comes from"),
            ("hand", "", "Write a number"),
            ("base", "few", "Write how many people"),
            ("base", "0", "A figure about nobody"),
            ("date", "1 September 2026", "older than the baseline"),
            ("note", "", "Say how it was found"),
        ] {
            save(&ed, &indicator, &with(&INDICATOR, &[(field, typed)])).await.is(422).says(says);
        }
        assert_eq!(world.rows("plan_version").await, 2);
        // One that answers feed needs no figure by hand.
        let page = ed.get(&indicator).await.is(200).says("by the binding “Welcome and belonging”").says("value=\"welcome/index\"");
        page.hides("which nothing feeds yet");
        let mut fed = with(&INDICATOR, &[("source", "welcome/index"), ("unit", "points")]);
        fed.retain(|(field, _)| !["hand", "base", "date", "note"].contains(field));
        save(&ed, &indicator, &fed).await.leads();
        // Advice is given, and refuses nothing.
        save(&ed, &action, &with(&ACTION, &[("lead", "Jane Smith")])).await.leads();
        ed.get(WRITE).await.is(200).says("looks like somebody’s name");
        ed.post(&action, &[("title", "x"), ("colour", "red")]).await.is(400);
    }

    async fn keys_stay_and_parts_move(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        ed.post(WRITE, &[("start", "change")]).await.leads();
        let priority = [("title", "Families feel that this is theirs"), ("why", "They said so."), ("area", "voice")];
        assert_eq!(save(&ed, &format!("{WRITE}/priorities/welcome"), &priority).await.leads(), format!("{WRITE}#Priority-welcome"));
        for button in ["down priority welcome", "up indicator early_leavers", "out action mirror_leaders", "up priority nothing"] {
            ed.post(&format!("{WRITE}/arrange"), &[("do", button)]).await.leads();
        }
        ed.post(&format!("{WRITE}/arrange"), &[("do", "sideways priority welcome")]).await.is(404);
        let page = ed.get(WRITE).await.is(200).says("/staff/riverside/plan/write/priorities/welcome\">2. ").hides("Invite musicians");
        let place = |id: &str| page.html.find(&format!("id=\"Indicator-{id}\"")).unwrap();
        assert!(place("early_leavers") < place("welcome"));
        let page = ed.get(&format!("{WRITE}/in-force")).await.is(200).says("Beside version 2");
        page.says("the order of its parts").says("Families feel that this is theirs”: other words; why it is one; its target area").says("taken out");
        put_in_force(&ed, "After the autumn meeting").await.leads();
        // An action that comes back under its old title is another one.
        ed.post(WRITE, &[("start", "change")]).await.leads();
        save(&ed, &format!("{WRITE}/welcome/actions/new"), &with(&ACTION, &[("title", "History")])).await.leads();
        save(&ed, &format!("{WRITE}/welcome/indicators/new"), &with(&INDICATOR, &[("title", "History")])).await.leads();
        ed.get(&format!("{WRITE}/welcome/indicators/history_3")).await.is(200);
        ed.get(&format!("{WRITE}/welcome/indicators/history")).await.is(404);
        ed.get(&format!("{WRITE}/nothing/actions/new")).await.is(404);
    }

    async fn nobody_writes_over_a_colleague_unseen(world: World) {
        let world = world.riverside().await;
        let (ed, olive) = (world.signed_in(ED).await, world.signed_in(OLIVE).await);
        ed.post(WRITE, &[("start", "change")]).await.leads();
        // Who begins a second one goes on with the first.
        olive.post(WRITE, &[("start", "next")]).await.leads();
        assert_eq!(world.column("select cast(revision as text) from plan_draft").await, ["1"]);
        let page = format!("{WRITE}/welcome/actions/first_visit");
        let (his, hers) = (ed.get(&page).await.field("from"), olive.get(&page).await.field("from"));
        let other = format!("{WRITE}/about");
        let about = olive.get(&other).await.field("from");
        ed.post(&page, &[&ACTION[..], &[("from", &his)]].concat()).await.leads();
        let refused = olive.post(&page, &[&with(&ACTION, &[("lead", "Office manager")])[..], &[("from", &hers)]].concat()).await.is(409);
        let refused = refused.says("It changed meanwhile").says("Ed Editor changed the draft").says("Office manager");
        olive.post(&page, &[&with(&ACTION, &[("lead", "Office manager")])[..], &[("from", &refused.field("from"))]].concat()).await.leads();
        // Another part was never at odds.
        let fields = [("title", "Ours"), ("about", "About us"), ("begins", "1 September 2025"), ("ends", "31 August 2029"), ("from", &about)];
        olive.post(&other, &fields).await.leads();
        // Pressing twice adds once.
        let from = ed.get(&format!("{WRITE}/welcome/actions/new")).await.field("from");
        let new = [&ACTION[..], &[("from", &from)]].concat();
        ed.post(&format!("{WRITE}/welcome/actions/new"), &new).await.leads();
        ed.post(&format!("{WRITE}/welcome/actions/new"), &new).await.is(409);
        // What was looked at is what is put in force, or nothing is.
        let seen = ed.get(&format!("{WRITE}/in-force")).await.field("seen");
        olive.post(&format!("{WRITE}/arrange"), &[("do", "down priority welcome")]).await.leads();
        ed.post(&format!("{WRITE}/in-force"), &[("seen", &seen), ("note", "Now")]).await.is(409).says("It changed meanwhile").says("Now");
        olive.post(&format!("{WRITE}/throw-away"), &[("revision", "1")]).await.is(400);
        assert_eq!(world.rows("plan_version").await, 2);
    }

    async fn a_figure_or_progress_is_one_step(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        ed.post(WRITE, &[("start", "change")]).await.leads();
        let figure = format!("{PLAN}/figures/fee_help");
        ed.get(&figure).await.is(200).says("The one before is of 2 October 2026").says("Enrolment records").hides("640");
        let new = [("hand", "52"), ("base", "655"), ("date", "20 November 2026"), ("note", "Enrolment records, as before.")];
        save(&ed, &figure, &with(&new, &[("hand", "152")])).await.is(422).says("from 0 to 100").says("value=\"152\"");
        save(&ed, &figure, &with(&new, &[("date", "1 January 2050")])).await.is(422).says("Give a day that has come");
        save(&ed, &figure, &new).await.leads();
        world.visitor().get("/riverside/plan/fee_help").await.is(200).says("52 %").says("20 November 2026");
        let progress = format!("{PLAN}/progress/first_visit");
        let said = [("progress", "done"), ("note", "All 60 new families have one.")];
        save(&ed, &progress, &said).await.leads();
        let history = ed.get(&format!("{PLAN}/history")).await.is(200).says("Version 4").says("All 60 new families have one.");
        history.says("now “Done”, before “Under way”").says("a new figure, of 20 November 2026").hides("52");
        // The draft follows: putting it in force brings nothing old back.
        ed.get(&format!("{WRITE}/in-force")).await.is(200).says("Beside version 4").says("<p>Nothing.</p>");
        // The same again is no version.
        save(&ed, &progress, &said).await.leads();
        assert_eq!(world.rows("plan_version").await, 4);
        // What answers feed is not typed in.
        ed.get(&format!("{PLAN}/figures/welcome")).await.is(404);
        ed.get(&format!("{PLAN}/progress/nothing")).await.is(404);
    }

    async fn the_working_group_sees_what_changed_and_what_is_due(world: World) {
        let world = world.riverside().await;
        world.pass(2 * DAY);
        let (ed, ana) = (world.signed_in(ED).await, world.signed_in("ana@riverside.example").await);
        save(&ed, &format!("{PLAN}/progress/mirror_leaders"), &[("progress", "under_way"), ("note", "")]).await.leads();
        let page = ana.get(&format!("{PLAN}/since?from=23+November+2026")).await.is(200).says("now “Under way”, before “Planned, not begun”");
        let page = page.says("Rewrite every letter").says("Give every new family one named person").says("Overdue").says("Due until 24 February 2027");
        page.says("Not enough evidence").hides("Open nurture groups");
        ana.get(&format!("{PLAN}/since")).await.is(200).says("There was no plan here before that day").says("24 August 2026");
        ana.get(&format!("{PLAN}/since?from=lately")).await.is(200).says("Write a day").says("value=\"lately\"");
        let version = ana.get(&format!("{PLAN}/history/1")).await.is(200).says("Families feel that making music here").says("at least 65 % by 31 July 2028");
        version.hides("44 %");
        for gone in ["0", "4", "x"] {
            ana.get(&format!("{PLAN}/history/{gone}")).await.is(404);
        }
        ana.get(WRITE).await.is(403);
        // Next year's plan: a year later, without what is done.
        ana.get(PLAN).await.is(200).hides("Time for the next plan");
        world.pass(920 * DAY);
        let ed = world.signed_in(ED).await;
        ed.get(PLAN).await.is(200).says("Time for the next plan").says("31 August 2029");
        ed.post(WRITE, &[("start", "next")]).await.leads();
        ed.get(WRITE).await.is(200).says("1 September 2026 to 31 August 2030").hides("songwriting, beat-making");
        put_in_force(&ed, "The yearly revision").await.leads();
        assert_eq!(world.column("select note from plan_version order by version desc limit 1").await, ["The yearly revision"]);
    }

    async fn the_board_gets_a_report_to_print(world: World) {
        let world = world.riverside().await;
        let (ed, ana) = (world.signed_in(ED).await, world.signed_in("ana@riverside.example").await);
        let report = format!("{PLAN}/report");
        let page = ana.get(&report).await.is(200).says("version 2 of the plan").says("As of 22 November 2026").says("Not enough evidence");
        page.says("44 %").says("Nothing is written yet").says("Nothing was published yet").hides("Write what you say of each");
        ana.get(&format!("{report}/narrative")).await.is(403);
        let narrative = format!("{report}/narrative");
        let words = [("partnership", "With four hubs.\r\n\r\nAnd a food bank."), ("schools", ""), ("progression", ""), ("inclusion", "We asked those who are not here."), ("sustainability", "")];
        save(&ed, &narrative, &words).await.leads();
        ana.get(&report).await.is(200).says("<p>And a food bank.</p>").says("We asked those who are not here.");
        let long = "long ".repeat(2_000);
        save(&ed, &narrative, &with(&words, &[("schools", &long)])).await.is(422).says("a page at most").says("long long");
        ed.post(&narrative, &[&words[..], &[("from", "before")]].concat()).await.is(409).says("It changed meanwhile");
        assert_eq!(world.column("select detail from audit where action = 'narrative changed'").await, ["Partnership, Inclusion"]);
        world.visitor().get("/riverside/plan").await.is(200).hides("food bank.</p>");
    }
}
