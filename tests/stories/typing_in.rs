//! Ed and Olive type in answers on paper, each sheet twice.

use futures_util::future::join_all;
use heard::clock::DAY;
use heard_core::answer::Typed;
use serde_json::{Value, json};

use crate::{
    stories,
    visitor::{Page, Visitor},
    world::World,
};

pub(crate) const ED: &str = "ed@riverside.example";
pub(crate) const OLIVE: &str = "olive@riverside.example";
/// What was read on a sheet: the family takes no part, has one child, pays too much, and lives in RV1.
pub(crate) const SHEET: [(&str, &str); 6] = [
    ("who", "3"),
    ("children_count", "1"),
    ("feel_welcome", "4"),
    ("barriers", "1 12"),
    ("ethnic_group", "1"),
    ("postcode", "RV1 1AA"),
];

/// The address of the newest wave of a survey.
async fn paper(world: &World, survey: &str) -> String {
    let newest = format!("select id from wave where survey = '{survey}' order by opens desc, id desc");
    format!("/staff/riverside/paper/{}", world.column(&newest).await[0])
}

pub(crate) async fn riverside(world: World) -> (World, String) {
    let world = world.riverside().await;
    let paper = paper(&world, "music_and_your_family").await;
    (world, paper)
}

/// Saves a sheet in English.
pub(crate) async fn save(by: &Visitor, paper: &str, turn: &str, number: &str, codes: &[(&str, &str)]) -> Page {
    let mut fields = vec![("@sheet", number), ("@language", "en")];
    fields.extend(codes);
    by.post(&format!("{paper}/type/{turn}"), &fields).await
}

/// The sheet with another code for a question.
pub(crate) fn with(key: &str, code: &'static str) -> Vec<(&'static str, &'static str)> {
    SHEET.iter().map(|(one, usual)| (*one, if *one == key { code } else { usual })).collect()
}

pub(crate) async fn states(world: &World) -> Vec<String> {
    let sql = "select number || ' ' || state || ' ' || case when first_typing is null then 'empty' else 'kept' end \
        from paper_sheet order by number";
    world.column(sql).await
}

async fn answers(world: &World) -> Vec<Value> {
    let stored = world.column("select answers from response order by number").await;
    stored.iter().map(|json| serde_json::from_str(json).unwrap()).collect()
}

/// A survey in two languages that cannot be counted without consent.
fn with_consent() -> String {
    let text = |text: &str| json!({ "en": text, "pl": text });
    json!({
        "key": "consenting", "title": text("Your band"), "welcome": text("Tell us."), "thanks": text("Thanks."),
        "languages": ["en", "pl"], "audiences": ["young_person"], "minutes": 1,
        "sections": [{ "key": "you", "title": text("You"), "questions": [
            { "key": "band", "kind": "short_text", "max_length": 30, "text": text("Its name?") },
            { "key": "use", "kind": "consent", "required": true, "text": text("Use"), "agree": text("You may use this.") } ] }]
    })
    .to_string()
}

stories! {
    async fn a_sheet_typed_twice_becomes_one_response(world: World) {
        let (mut world, paper) = riverside(world).await;
        let (ed, olive) = (world.signed_in(ED).await, world.signed_in(OLIVE).await);
        ed.get("/staff/riverside/paper").await.is(200).says("Music and your family").says(&paper);
        let screen = ed.get(&format!("{paper}/type/first")).await.is(200);
        screen.says(r#"name="@sheet" value="1""#).says("autofocus").says("typing.js").says("any of 1 to 13, R, U");
        let next = save(&ed, &paper, "first", "12", &SHEET).await.leads();
        assert_eq!(next, format!("{paper}/type/first?after=12&in=en"));
        let screen = ed.get(&next).await.is(200);
        screen.says("Sheet 12 kept. 0 of 1 typed twice.").says(r#"name="@sheet" value="13""#).says(r#"id="who" name="who" value="""#);
        assert_eq!((states(&world).await, world.rows("response").await), (vec!["12 once kept".to_owned()], 0));
        ed.get(&format!("{paper}/sheets/12")).await.is(200).says("Typed once").hides("agree");

        world.restart().await;
        let (ed, olive) = (world.signed_in(ED).await, { drop(olive); world.signed_in(OLIVE).await });
        let screen = olive.get(&format!("{paper}/type/second")).await.is(200);
        screen.says("Second typing").says(r#"name="@sheet" value="12""#).says(r#"id="who" name="who" value="""#);
        // The same, as another hand types it.
        let mut again = with("barriers", "12,1");
        again.push(("child_2_age", "1"));
        let next = save(&olive, &paper, "second", "12", &again).await.leads();
        let page = olive.get(&olive.get(&next).await.leads()).await.is(200);
        page.says("Sheet 12 done: it counts. 1 of 1 typed twice.").says("1: sheets 12").hides("Second typing</a>");

        assert_eq!(states(&world).await, ["12 counted empty"]);
        let row = "select channel || ' ' || day || ' ' || audience || ' ' || area || ' ' || language from response";
        assert_eq!(world.column(row).await, ["paper 2026-11-22 non_participating_parent E07999001 en"]);
        let stored = answers(&world).await.remove(0);
        assert_eq!(stored["barriers"], json!({ "choices": ["cost", "other"] }));
        assert_eq!(stored["who"], json!({ "choice": "never" }));
        assert_eq!(stored["child_1_age"], json!("skipped"));
        assert_eq!(stored.get("child_2_age"), None, "what the way does not lead to is not kept");
        assert_eq!(stored.get("ethnic_group"), None);
        assert!(world.column("select answers from monitoring").await[0].contains("white_british"));
        assert!(!world.everything().await.contains("1AA"), "a postcode is never kept");
        let online: Typed = [("who".to_owned(), "never".to_owned())].into_iter().collect();
        heard::demo::say(&world.app(), "music_and_your_family", &online).await.unwrap();
        assert_eq!(world.column("select channel from response order by number").await, ["paper", "web"]);

        for turn in ["first", "second"] {
            let page = save(&ed, &paper, turn, "12", &SHEET).await.is(422);
            page.says("Look at its number again").says(r#"id="postcode" name="postcode" value="RV1 1AA""#);
        }
        assert_eq!(world.rows("response").await, 2);
    }

    async fn what_cannot_be_read_comes_back_beside_its_box(world: World) {
        let (world, paper) = riverside(world).await;
        let ed = world.signed_in(ED).await;
        let wrong = [("children_count", "8"), ("barriers", "1 x"), ("like_more", "R"), ("postcode", "RV9 9ZZ"), ("one_change", "<b>Later</b>")];
        let page = save(&ed, &paper, "first", "twelve", &wrong).await.is(422);
        let page = page.says("Error: Type sheets").says("Question 2 has 5 options; you typed 8.");
        let page = page.says("“x” is not the number of an option. Type numbers from 1 to 13.").says("does not offer R");
        let page = page.says(r#"id="Sheet-Error""#).says(r#"value="twelve""#).says(r#"value="1 x""#).says("&lt;b&gt;Later");
        let page = page.says(r#"aria-describedby="barriers-Error barriers-Hint""#).says(r##"href="#postcode""##);
        assert_eq!(page.html.matches(" autofocus").count(), 1);
        save(&ed, &paper, "first", "0", &SHEET).await.is(422).says("1 to 99999");
        save(&ed, &paper, "second", "3", &SHEET).await.is(422).says("Sheet 3 has not been typed the first time");
        // Forged forms and addresses.
        save(&ed, &paper, "first", "3", &[("who", "1"), ("who", "2")]).await.is(400);
        save(&ed, &paper, "first", "3", &[("strange", "1")]).await.is(400);
        save(&ed, &paper, "third", "3", &SHEET).await.is(404);
        let klingon = [("@sheet", "3"), ("@language", "tlh")];
        ed.post(&format!("{paper}/type/first"), &klingon).await.is(422).says("Choose the language");
        ed.get(&format!("{paper}/type/first?after=9223372036854775807&in=%3Cb%3E")).await.is(200).says(r#"name="@sheet" value="1""#);
        ed.get(&format!("{paper}/sheets/3")).await.is(404);
        ed.get(&format!("{paper}/sheets/x")).await.is(404);
        ed.post(&format!("{paper}/sheets/3"), &[]).await.is(404);
        ed.post(&format!("{paper}/sheets/3/delete"), &[]).await.is(404);
        assert_eq!(world.rows("paper_sheet").await, 0);
        // A sheet on which nothing is written is a sheet, and not lost because a question is required.
        save(&ed, &paper, "first", "3", &[]).await.leads();
        save(&ed, &paper, "second", "3", &[]).await.leads();
        assert_eq!(answers(&world).await[0]["who"], json!("skipped"));
    }

    async fn what_two_typings_differ_in_is_settled_with_the_sheet(world: World) {
        let (world, paper) = riverside(world).await;
        let (ed, olive) = (world.signed_in(ED).await, world.signed_in(OLIVE).await);
        save(&ed, &paper, "first", "7", &SHEET).await.leads();
        let mut other = with("feel_welcome", "5");
        other[1] = ("children_count", "2");
        other.push(("child_2_age", "1"));
        let next = save(&olive, &paper, "second", "7", &other).await.leads();
        let page = olive.get(&olive.get(&next).await.leads()).await.is(200);
        page.says("Its two typings differ").says(format!("{paper}/sheets/7"));
        assert_eq!((states(&world).await, world.rows("response").await), (vec!["7 differ kept".to_owned()], 0));
        save(&ed, &paper, "second", "7", &SHEET).await.is(422).says("was typed twice before");

        let sheet = format!("{paper}/sheets/7");
        let page = ed.get(&sheet).await.is(200).says("Sheet 7: two typings differ").says("17. Families like ours are welcome");
        page.says("First typing: <strong>I agree</strong> (typed <bdi>4</bdi>)").says("<strong>nothing</strong>").hides("gets in the way");
        let unsettled = ed.post(&sheet, &[("children_count", "first")]).await.is(422);
        unsettled.says("Question 17: look at the sheet").says(r#"name="children_count" value="first" checked"#);
        let both = [("children_count", "first"), ("feel_welcome", "second"), ("feel_welcome.@code", "3")];
        ed.post(&sheet, &both).await.is(422).says("you chose a reading, and typed another").says(r#"value="3""#);
        let wrong = [("children_count", "first"), ("feel_welcome", "typed"), ("feel_welcome.@code", "9"), ("child_2_age", "first")];
        ed.post(&sheet, &wrong).await.is(422).says("Question 17 has 6 options; you typed 9.").says("feel_welcome-Code-Error");
        ed.post(&sheet, &[("children_count", "third")]).await.is(422);
        ed.post(&sheet, &[("strange", "first")]).await.is(400);
        assert_eq!(world.rows("response").await, 0);
        // A third reading of one, and of another the second: what it leads to was not typed the first time.
        let third = [("children_count", "second"), ("feel_welcome.@code", "3"), ("child_2_age", "second")];
        assert_eq!(ed.post(&sheet, &third).await.leads(), format!("{paper}?after=7"));
        let stored = answers(&world).await.remove(0);
        assert_eq!(stored["children_count"], json!({ "choice": "two" }));
        assert_eq!((&stored["feel_welcome"], &stored["child_2_age"]), (&json!({ "choice": "neither" }), &json!({ "choice": "under_5" })));
        assert_eq!(states(&world).await, ["7 counted empty"]);
        // Who comes too late is told what became of it.
        assert_eq!(olive.post(&sheet, &third).await.leads(), sheet);
        olive.get(&sheet).await.is(200).says("Done: counted").hides("Delete");
        olive.post(&format!("{sheet}/delete"), &[]).await.is(404);
        assert_eq!(world.rows("response").await, 1);
    }

    async fn one_sheet_is_one_response_however_many_save_it_at_once(world: World) {
        let (world, paper) = riverside(world).await;
        let ed = world.signed_in(ED).await;
        let count = |pages: &[Page], status: u16| pages.iter().filter(|page| page.status.as_u16() == status).count();
        let firsts = join_all((0..8).map(|_| save(&ed, &paper, "first", "1", &SHEET))).await;
        assert_eq!((count(&firsts, 303), count(&firsts, 422)), (1, 7));
        let seconds = join_all((0..8).map(|_| save(&ed, &paper, "second", "1", &SHEET))).await;
        assert_eq!((count(&seconds, 303), count(&seconds, 422)), (1, 7));
        assert_eq!(world.rows("response").await, 1);
        save(&ed, &paper, "first", "2", &SHEET).await.leads();
        save(&ed, &paper, "second", "2", &with("feel_welcome", "1")).await.leads();
        let (sheet, first) = (format!("{paper}/sheets/2"), [("feel_welcome", "first")]);
        join_all((0..8).map(|_| ed.post(&sheet, &first))).await.into_iter().for_each(|page| drop(page.leads()));
        assert_eq!((world.rows("response").await, world.column("select cast(last_number as text) from survey where last_number > 0").await), (2, vec!["2".to_owned()]));
    }

    async fn paper_comes_late_and_counts_in_the_wave_it_was_handed_out_for(world: World) {
        let (world, paper) = riverside(world).await;
        let ed = world.signed_in(ED).await;
        save(&ed, &paper, "first", "1", &SHEET).await.leads();
        save(&ed, &paper, "first", "2", &SHEET).await.leads();
        world.pass(29 * DAY);
        let survey = heard_core::survey::Survey::from_json(include_str!("../../web/src/demo/survey.json")).unwrap();
        heard::demo::ask(&world.app(), &survey, world.now(), world.now() + 28 * DAY).await.unwrap();
        let ed = world.signed_in(ED).await;
        let page = ed.get("/staff/riverside/paper").await.is(200);
        page.says("closed on 20 December 2026").says("until 18 January 2027");
        ed.get(&paper).await.is(200).says("until 19 January 2027");
        save(&ed, &paper, "second", "1", &SHEET).await.leads();
        let row = world.column("select r.day || ' ' || w.opens from response r join wave w on w.id = r.wave").await;
        assert_eq!(row, [format!("2026-12-20 {}", world.now() - 39 * DAY)], "as of the last day of the first wave");
        heard::retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(states(&world).await, ["1 counted empty", "2 once kept"]);
        world.pass(29 * DAY);
        let ed = world.signed_in(ED).await;
        save(&ed, &paper, "second", "2", &SHEET).await.is(410);
        ed.get(&paper).await.is(410);
        ed.get("/staff/riverside/paper").await.is(200).hides(&paper);
        heard::retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(states(&world).await, Vec::<String>::new());
    }

    async fn nothing_is_kept_of_a_sheet_that_lacks_a_needed_consent(world: World) {
        let world = world.riverside().await;
        world.publish(&with_consent()).await;
        let paper = paper(&world, "consenting").await;
        let ed = world.signed_in(ED).await;
        save(&ed, &paper, "first", "1", &[("band", "The Bassoons")]).await.leads();
        save(&ed, &paper, "second", "1", &[("band", "the bassoons")]).await.leads();
        assert_eq!((states(&world).await, world.rows("response").await), (vec!["1 refused empty".to_owned()], 0));
        assert!(!world.everything().await.to_lowercase().contains("bassoons"));
        ed.get(&format!("{paper}?after=1")).await.is(200).says("done, and not counted").says("1: sheets 1");
        ed.get(&format!("{paper}/sheets/1")).await.is(200).says("not counted");
        // The language is read twice as well.
        save(&ed, &paper, "first", "2", &[("use", "1")]).await.leads();
        let polish = [("@sheet", "2"), ("@language", "pl"), ("use", "1")];
        let next = ed.post(&format!("{paper}/type/second"), &polish).await.leads();
        assert!(next.ends_with("?after=2&in=pl"), "{next}");
        let sheet = format!("{paper}/sheets/2");
        ed.get(&sheet).await.is(200).says("Language of the sheet").says("Polski").hides("You may");
        ed.post(&sheet, &[]).await.is(422).says("Choose the language");
        ed.post(&sheet, &[("@language", "second")]).await.leads();
        assert_eq!(world.column("select language from response").await, ["pl"]);
    }

    async fn the_record_says_who_typed_and_never_what(world: World) {
        let (world, paper) = riverside(world).await;
        let ed = world.signed_in(ED).await;
        for number in ["1", "2", "3"] {
            save(&ed, &paper, "first", number, &SHEET).await.leads();
        }
        save(&ed, &paper, "second", "1", &SHEET).await.leads();
        world.pass(1);
        assert_eq!(ed.post(&format!("{paper}/sheets/2/delete"), &[]).await.leads(), paper);
        ed.post(&format!("{paper}/sheets/2/delete"), &[]).await.is(404);
        ed.post(&format!("{paper}/sheets/3/delete"), &[("sure", "yes")]).await.is(400);
        assert_eq!(states(&world).await, ["1 counted empty", "3 once kept"]);
        world.pass(DAY / 2);
        let ed = world.signed_in(ED).await;
        save(&ed, &paper, "second", "3", &SHEET).await.leads();
        let lines = "select action || ': ' || detail from audit where service = 'riverside' order by id";
        assert_eq!(world.column(lines).await, [
            "paper answers typed in: music_and_your_family",
            "paper sheet deleted: music_and_your_family, sheet 2",
            "paper answers typed in: music_and_your_family",
        ]);
    }

    async fn another_service_sees_no_sheet(world: World) {
        let (world, paper) = riverside(world).await;
        world.tamper("insert into service (key, name, created) values ('hillside', 'Hillside', 0)").await;
        world.tamper("insert into staff (id, email) values ('rita', 'rita@hillside.example')").await;
        world.tamper("insert into role (staff, service, name, role) values ('rita', 'hillside', 'Rita', 'owner')").await;
        let (ed, rita, ana) = (world.signed_in(ED).await, world.signed_in("rita@hillside.example").await, world.signed_in("ana@riverside.example").await);
        save(&ed, &paper, "first", "1", &SHEET).await.leads();
        let hers = paper.replace("riverside", "hillside");
        for page in ["", "/type/first", "/type/second", "/sheets/1"] {
            rita.get(&format!("{hers}{page}")).await.is(404);
            rita.get(&format!("{paper}{page}")).await.is(404);
            ana.get(&format!("{paper}{page}")).await.is(403);
        }
        save(&rita, &hers, "second", "1", &SHEET).await.is(404);
        rita.post(&format!("{hers}/sheets/1"), &[]).await.is(404);
        rita.post(&format!("{hers}/sheets/1/delete"), &[]).await.is(404);
        rita.get("/staff/hillside/paper").await.is(200).says("No survey is open").hides("Music and your family");
        ana.get("/staff/riverside").await.is(200).hides("/staff/riverside/paper");
        assert_eq!(states(&world).await, ["1 once kept"]);
    }
}
