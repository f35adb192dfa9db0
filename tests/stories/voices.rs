//! Missing voices: who answered against who is there, from figures that a service brings itself; and bringing them.

use heard::retention::forget_expired;

use crate::{
    progress::{came, wave_of},
    stories,
    visitor::{Page, Visitor},
    world::World,
};

const ED: &str = "ed@riverside.example";
const OLIVE: &str = "olive@riverside.example";
const ANA: &str = "ana@riverside.example";
const SURVEY: &str = "music_and_your_family";
const POPULATION: &str = "/staff/riverside/population";
/// The check values of representation: half, three tenths, a fifth.
const GROUPS: &str = "what,group,people\nethnic_group,white,5000\nethnic_group,mixed,3000\nethnic_group,asian,2000\n";

/// Puts people into the database who all said the same of a question.
async fn said(world: &World, answers: &str, people: u32) {
    came(world, SURVEY, &[("2026-11-20", "web", "participating_parent", None, people)]).await;
    world.tamper(&format!(
        "insert into monitoring (response, service, wave, answers) select id, service, wave, '{answers}' from response r \
         where not exists (select 1 from monitoring m where m.response = r.id)"
    )).await;
}

/// Brings figures as the form does.
async fn bring(editor: &Visitor, lines: &str, file: &[u8], source: &str, year: &str, from: &str) -> Page {
    let fields = [
        ("lines", "", lines.as_bytes()),
        ("file", "figures.csv", file),
        ("source", "", source.as_bytes()),
        ("year", "", year.as_bytes()),
        ("from", "", from.as_bytes()),
    ];
    editor.upload(POPULATION, &fields).await
}

async fn brought(world: &World, lines: &str) {
    let ed = world.signed_in(ED).await;
    let from = ed.get(POPULATION).await.is(200).field("from");
    bring(&ed, lines, b"", "Census 2021", "2021", &from).await.leads();
}

async fn page(world: &World) -> Page {
    forget_expired(&world.app()).await.unwrap();
    let wave = wave_of(world, SURVEY).await;
    world.signed_in(ANA).await.get(&format!("/staff/riverside/waves/{wave}/voices")).await.is(200)
}

/// A row of a table: the group, what is said of it, and its figures.
fn row(html: &str, group: &str) -> String {
    let after =
        html.split_once(&format!("<th scope=\"row\">{group}</th>")).unwrap_or_else(|| panic!("no {group} in {html}")).1;
    let mut text = String::new();
    let mut inside = false;
    for sign in after.split("</tr>").next().unwrap().replace("</td>", "|").chars() {
        match sign {
            '<' => inside = true,
            '>' => inside = false,
            sign if !inside => text.push(sign),
            _ => {}
        }
    }
    text
}

const WHITE: &str = r#"{"ethnic_group":{"choice":"white_british"}}"#;
const ROMA: &str = r#"{"ethnic_group":{"choice":"white_roma"}}"#;
const MIXED: &str = r#"{"ethnic_group":{"choice":"mixed_other"}}"#;
const ASIAN: &str = r#"{"ethnic_group":{"choice":"asian_indian"}}"#;
const RATHER_NOT: &str = r#"{"ethnic_group":"rather_not_say"}"#;

stories! {
    async fn without_figures_the_page_says_what_to_bring(world: World) {
        let world = world.riverside().await;
        said(&world, WHITE, 40).await;
        page(&world).await.says("What to bring").says("We invent no figures").says("An editor or owner").hides(">40<");
        let ed = world.signed_in(ED).await;
        let wave = wave_of(&world, SURVEY).await;
        ed.get(&format!("/staff/riverside/waves/{wave}/voices")).await.is(200).says("Bring figures of the population");
        ed.get(&format!("/staff/riverside/waves/{wave}")).await.says("Whose voices are missing");
        ed.get(POPULATION).await.is(200).says("Census 2021").says("Department for Education").says("Ashwater").says("ehc_plan").hides("5000");
    }

    async fn the_check_values_come_out(world: World) {
        let world = world.riverside().await;
        brought(&world, GROUPS).await;
        for (answers, people) in [(WHITE, 591), (ROMA, 9), (MIXED, 250), (ASIAN, 150), (RATHER_NOT, 20), ("{}", 7)] {
            said(&world, answers, people).await;
        }
        let html = page(&world).await
            .says("<strong>Mixed or multiple ethnic groups; Asian or Asian British</strong>")
            .says("about 10 in 100 would have to come from another group")
            .says("Held against: Census 2021, 2021.").says("Send a letter in the language").html;
        assert_eq!(row(&html, "White"), "more than expected|600|60 %|50.0 %|1.20|1.13 to 1.27|");
        assert_eq!(row(&html, "Mixed or multiple ethnic groups"), "fewer than expected|250|25 %|30.0 %|0.83|0.73 to 0.94|");
        assert_eq!(row(&html, "Asian or Asian British"), "fewer than expected|150|15 %|20.0 %|0.75|0.63 to 0.89|");
        // What has no figures is told, and nothing is made up for it.
        assert!(html.contains("Asked, and nothing to hold against it") && html.contains("What is your religion?"));
        assert!(!html.contains("Black, Black British"));
    }

    async fn small_counts_are_hidden_and_a_large_group_of_few_is_missing(world: World) {
        let world = world.riverside().await;
        brought(&world, "ethnic_group,white,50\nethnic_group,mixed,30\nethnic_group,asian,18\nethnic_group,black,2").await;
        for (answers, people) in [(WHITE, 150), (MIXED, 91), (ASIAN, 9)] {
            said(&world, answers, people).await;
        }
        let html = page(&world).await.says("<li>What is your ethnic group? <strong>Asian or Asian British</strong>").html;
        assert_eq!(row(&html, "Asian or Asian British"), "fewer than expected|not shown|–|18.0 %|–|–|");
        assert_eq!(row(&html, "Black, Black British, Caribbean or African"), "not enough answers to say|not shown|–|2.0 %|–|–|");
        assert!(!html.contains("in 100 would have to"));
    }

    async fn districts_are_held_against_their_people(world: World) {
        let world = world.riverside().await;
        brought(&world, "area,Ashwater,\"50,000\"\narea,E07999002,30000\narea,Cotterley,20000\n").await;
        came(&world, SURVEY, &[
            ("2026-11-12", "web", "participating_parent", Some("E07999001"), 300),
            ("2026-11-12", "web", "participating_parent", Some("E07999002"), 78),
            ("2026-11-12", "web", "participating_parent", Some("E07999003"), 2),
            ("2026-11-12", "web", "participating_parent", Some("E07999009"), 60),
            ("2026-11-12", "web", "participating_parent", None, 17),
        ]).await;
        let html = page(&world).await.says("<li>Where they live <strong>Brackenhill; Cotterley</strong>").says("posters in schools").html;
        // Who lives elsewhere is not in their base: 380 of about 440.
        assert_eq!(row(&html, "Ashwater"), "more than expected|300|79 %|50.0 %|1.58|1.47 to 1.67|");
        assert_eq!(row(&html, "Cotterley"), "fewer than expected|not shown|–|20.0 %|–|–|");
        assert!(!html.contains("Kingsferry"));
        let ed = world.signed_in(ED).await;
        let wave = wave_of(&world, SURVEY).await;
        ed.get(&format!("/staff/riverside/waves/{wave}/voices")).await.says(format!("/staff/riverside/waves/{wave}/posters"));
    }

    async fn groups_of_which_one_can_be_in_several_are_held_against_all(world: World) {
        let world = world.riverside().await;
        brought(&world, "send,all,1000\nsend,ehc_plan,100\nsend,sen_support,200\nsend,none,720").await;
        for (answers, people) in [
            (r#"{"send":{"choices":["ehc_plan","sen_support"]}}"#, 40), (r#"{"send":{"choices":["none"]}}"#, 160), (r#"{"send":"skipped"}"#, 30),
        ] {
            said(&world, answers, people).await;
        }
        let html = page(&world).await.html;
        let plans = html.split("EHC").nth(1).unwrap_or_else(|| panic!("{html}"));
        assert!(plans.contains("more than expected") && plans.contains("2.00"), "{plans}");
    }

    async fn figures_are_brought_kept_and_replaced(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        assert_eq!(ed.get(POPULATION).await.is(200).field("from"), "0");
        bring(&ed, "area,Ashwater,5\narea,Dunmere,6", b"", "A count of ours", "2025", "0").await.leads();
        let html = ed.get(POPULATION).await.is(200).says("area,E07999001,5").says("A count of ours").says("2025");
        assert_eq!(html.field("from"), "1");
        // A file takes the place of the lines.
        bring(&ed, "area,Ashwater,5\narea,Dunmere,6", "\u{feff}What;Group;People\r\nfree_school_meals;yes;40\r\nfree_school_meals;no;60\r\n".as_bytes(), "School census", "2026", "1").await.leads();
        ed.get(POPULATION).await.is(200).says("free_school_meals,yes,40").hides("area,E07999001,5");
        assert_eq!(world.column("select detail from audit where action = 'population changed' order by detail desc").await, [
            "2 lines, School census, 2026", "2 lines, A count of ours, 2025",
        ]);
        assert_eq!(world.rows("population").await, 2, "what was said before is kept");
    }

    async fn what_is_wrong_is_told_by_line_and_everything_typed_stays(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        let lines = "what,group,people\narea,Ashwater,many\nhair,red,5\nethnic_group,white,7";
        let page = bring(&ed, lines, b"", "  ", "soon", "0").await.is(422);
        let page = page.says("There is a problem").says("Line 2: “many” is not a number of people.").says("Line 3: “hair, red” is not known")
            .says("Say where the figures come from").says("Write the year of the figures").says("area,Ashwater,many").says("hair,red,5").says("soon");
        page.says("About “ethnic_group”: one group alone");
        // What came in a file stands in the box then, to be mended there.
        bring(&ed, "", b"area,Atlantis,7\narea,Ashwater,8", "Us", "2026", "0").await.is(422).says("Line 1: “area, Atlantis” is not known").says("area,Ashwater,8");
        bring(&ed, "area,Ashwater,8", b"\xff\xfea\0r\0", "Us", "2026", "0").await.is(422).says("CSV UTF-8").says("area,Ashwater,8");
        bring(&ed, "<b>,\"&\u{202e},1", b"", "<script>", "2026", "0").await.is(422).hides("<script>").hides("<b>,").hides("\u{202e}").says("&lt;b&gt;");
        assert_eq!(world.rows("population").await, 0);
        ed.upload(POPULATION, &[("lines", "", b"area,Ashwater,8"), ("admin", "", b"1")]).await.is(400);
        ed.post(POPULATION, &[("lines", "area,Ashwater,8")]).await.is(400);
    }

    async fn hostile_sizes_are_refused_kindly(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        let huge = vec![b'a'; 300 << 10];
        bring(&ed, "area,Ashwater,8", &huge, "Us", "2026", "0").await.is(422).says("256 KB at most").says("area,Ashwater,8");
        let many = "area,Ashwater,1\n".repeat(5_000);
        let page = bring(&ed, &many, b"", "Us", "2026", "0").await.is(422).says("Line 2: “area, Ashwater” is there twice.");
        page.says("more like these");
        let long = format!("{},x,5\n\"{}", "y".repeat(20_000), "z\n".repeat(20_000));
        bring(&ed, &long, b"", "Us", "2026", "0").await.is(422).says("yyy…");
        bring(&ed, "area,Ashwater,8\narea,Dunmere,9", b"", &"s".repeat(400), "2026", "0").await.is(422).says("300 signs at most");
        bring(&ed, "area,Ashwater,8\narea,Dunmere,9", &vec![b'a'; 9 << 20], "Us", "2026", "0").await.is(413);
        assert_eq!(world.rows("population").await, 0);
    }

    async fn two_who_bring_figures_at_once_are_told(world: World) {
        let world = world.riverside().await;
        let (ed, olive) = (world.signed_in(ED).await, world.signed_in(OLIVE).await);
        let (one, other) = ("area,Ashwater,8\narea,Dunmere,9", "area,Ashwater,80\narea,Dunmere,90");
        let (first, second) = tokio::join!(bring(&ed, one, b"", "Ed", "2026", "0"), bring(&olive, other, b"", "Olive", "2026", "0"));
        let mut codes = [first.status.as_u16(), second.status.as_u16()];
        codes.sort_unstable();
        assert_eq!((codes, world.rows("population").await), ([303, 409], 1));
        let (editor, told, lines) = if first.status.as_u16() == 409 { (&ed, first, one) } else { (&olive, second, other) };
        let told = told.says("It changed meanwhile").says(lines);
        let from = told.field("from");
        assert_eq!(from, "1");
        bring(editor, lines, b"", "Again", "2026", &from).await.leads();
        editor.get(POPULATION).await.says("Again");
    }

    async fn other_services_see_nothing(world: World) {
        let world = world.riverside().await;
        brought(&world, GROUPS).await;
        said(&world, WHITE, 40).await;
        forget_expired(&world.app()).await.unwrap();
        world.tamper("insert into service (key, name, created) values ('hillside', 'Hillside', 0)").await;
        world.tamper("insert into staff (id, email) values ('rita', 'rita@hillside.example')").await;
        world.tamper("insert into role (staff, service, name, role) values ('rita', 'hillside', 'Rita', 'owner')").await;
        let rita = world.signed_in("rita@hillside.example").await;
        let wave = wave_of(&world, SURVEY).await;
        for service in ["riverside", "hillside"] {
            rita.get(&format!("/staff/{service}/waves/{wave}/voices")).await.is(404);
        }
        rita.get(POPULATION).await.is(404);
        rita.get("/staff/hillside/population").await.is(200).hides("5000").hides("Census 2021</").says("value=\"0\"");
        bring(&rita, GROUPS, b"", "Hers", "2026", "1").await.is(404);
        page(&world).await.hides("Hers");
    }
}
