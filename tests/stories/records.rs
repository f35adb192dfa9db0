//! Answers that an owner takes away, a line for each person: once chosen, the same for ever, and nobody stands out.

use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};
use heard::clock::DAY;
use zip::ZipArchive;

use crate::{
    progress::wave_of,
    results_groups::{ASKED, COST, close, families, said},
    stories,
    visitor::{Page, Visitor},
    world::World,
};

const OLIVE: &str = "olive@riverside.example";
const WHY: &str = "Comparing barriers for the report to governors";

/// The families' wave, closed; the owner, and where the answers are taken away.
async fn closed(world: &World) -> (Visitor, String) {
    families(world).await;
    // Three who would rather not say their sex, and one who said nothing of what keeps them.
    said(world, "participating_parent", 3, COST, Some("rather_not")).await;
    said(world, "participating_parent", 1, r#"{"why":"skipped","again":{"choice":"no"}}"#, None).await;
    close(world).await;
    let own = format!("/staff/riverside/waves/{}/records", wave_of(world, "asked").await);
    (world.signed_in(OLIVE).await, own)
}

fn unpacked(page: &Page, name: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(&page.bytes)).unwrap();
    let mut bytes = Vec::new();
    archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

fn words(page: &Page, name: &str) -> String {
    String::from_utf8(unpacked(page, name)).unwrap()
}

const CHOSEN: [(&str, &str); 5] =
    [("questions", "why"), ("questions", "again"), ("ways", "sex"), ("purpose", WHY), ("take", "yes")];

stories! {
    async fn an_owner_takes_answers_away(world: World) {
        let world = world.riverside().await;
        let (olive, own) = closed(&world).await;
        olive.get(&own).await.is(200).says("You choose once.").says("Would you come again?");
        let told = olive.post(&own, &CHOSEN[..4]).await.is(200);
        told.says("What the file would hold").says("144, one for each person").says("Withheld of nobody.");
        assert_eq!(world.rows("records_file").await, 0, "to look is not to make");
        let file = olive.post(&own, &CHOSEN).await.is(200);
        assert_eq!(file.headers["content-type"], "application/zip");
        assert_eq!(file.headers["content-disposition"], "attachment; filename=\"asked-records.zip\"");
        let csv = words(&file, "records.csv");
        let lines: Vec<_> = csv.lines().collect();
        assert_eq!(lines[0], "audience,sex,why_cost,why_times,again");
        let count = |line: &str| lines.iter().filter(|other| **other == line).count();
        // Those whom cost keeps come as they are; among the others somebody is hidden who left it empty.
        assert_eq!((lines.len(), count("1,1,1,0,1"), count("2,2,1,0,1")), (145, 45, 20));
        assert!(lines[1..].is_sorted(), "the order tells nothing");
        let scripts = [words(&file, "records.sps"), words(&file, "records.R")];
        assert!(scripts[0].contains("  /why_cost\n    \"What keeps you? Cost\"\n") && scripts[0].contains("    -5 \"Withheld, because few are like this\"\n"));
        assert!(scripts[1].contains("answers(\"again\", \"Would you come again?\",\n  c(1, 2),\n  c(\n    \"Yes\",\n    \"No\"\n  ))\n"));
        assert!(words(&file, "records.jsonl").starts_with(r#"{"audience":"non_participating_parent","sex":"female","why_cost":"#));
        assert!(words(&file, "codebook.csv").contains("again,Would you come again?,2,no,No\n"));
        assert!(words(&file, "README.txt").contains("Somebody who knows some of a person's answers could find their line."));
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(unpacked(&file, "records.xlsx"))).unwrap();
        assert_eq!(book.sheet_names(), ["About", "Records", "Codebook"]);
        let sheet = book.worksheet_range("Records").unwrap();
        assert_eq!(sheet.get_value((1, 0)), Some(&Data::String("Parents, not taking part".to_owned())));
        olive.get("/staff/riverside/record").await.is(200).says("answers taken away").says(WHY);
    }

    async fn few_people_are_withheld(world: World) {
        let world = world.riverside().await;
        let (olive, own) = closed(&world).await;
        let file = olive.post(&own, &CHOSEN).await.is(200);
        let csv = words(&file, "records.csv");
        let column = |place: usize| csv.lines().skip(1).map(move |line| line.split(',').nth(place).unwrap());
        let count = |place: usize, code: &str| column(place).filter(|said| *said == code).count();
        // Whoever would rather not say their sex is in no group, as whoever was not asked.
        assert_eq!((count(1, "1"), count(1, "2"), count(1, "-5"), count(1, "-2")), (60, 20, 0, 64));
        // One left it empty, and is withheld among nine of the many who did not choose it.
        assert_eq!((count(2, "-2"), count(2, "-5"), count(2, "1"), count(2, "0")), (0, 10, 68, 66));
    }

    /// That somebody lives in a district is told where ten do.
    async fn districts_of_few_are_not_even_named(world: World) {
        let world = world.riverside().await;
        world.publish(&ASKED.replace(r#""standard": ["sex_2021"]"#, r#""standard": ["sex_2021"], "questions": [{"key": "home", "text": {"en": "Your postcode"}, "kind": "postcode", "reason": {"en": "To see where we are missed"}}]"#)).await;
        said(&world, "participating_parent", 40, COST, None).await;
        let known = world.column("select code from area order by code").await;
        let [many, few, ..] = &known[..] else { panic!("{known:?}") };
        world.tamper(&format!("update response set area = '{many}' where survey = 'asked' and number <= 32")).await;
        world.tamper(&format!("update response set area = '{few}' where survey = 'asked' and number > 32")).await;
        close(&world).await;
        let (olive, own) = (world.signed_in(OLIVE).await, format!("/staff/riverside/waves/{}/records", wave_of(&world, "asked").await));
        let chosen = [("questions", "again"), ("ways", "area"), ("purpose", WHY), ("take", "yes")];
        let file = olive.post(&own, &chosen).await.is(200);
        let (csv, book) = (words(&file, "records.csv"), words(&file, "codebook.csv"));
        let withheld = csv.lines().filter(|line| line.split(',').nth(1) == Some("-5")).count();
        assert!((10..=40).contains(&withheld), "{csv}");
        assert!(book.contains(&format!(",{many},")) && !book.contains(&format!(",{few},")), "{book}");
    }

    async fn there_is_one_file(world: World) {
        let world = world.riverside().await;
        let (olive, own) = closed(&world).await;
        let file = olive.post(&own, &CHOSEN).await.is(200);
        let page = olive.get(&own).await.is(200);
        page.says("It can be taken away again as it was.").hides("name=\"ways\"");
        // Other choices are not listened to, and paper that comes late is not in it.
        said(&world, "participating_parent", 12, COST, Some("male")).await;
        let other = [("questions", "again"), ("purpose", WHY), ("take", "yes")];
        let again = olive.post(&own, &other).await.is(200);
        assert_eq!(again.bytes, file.bytes, "to the last byte");
        // Nor is there another once answers are gone.
        world.tamper("delete from monitoring where service = 'riverside'").await;
        olive.post(&own, &other).await.is(400).says("It cannot be made again");
        assert_eq!(world.rows("records_file").await, 1);
    }

    async fn what_cannot_be_taken_away(world: World) {
        let world = world.riverside().await;
        families(&world).await;
        let own = format!("/staff/riverside/waves/{}/records", wave_of(&world, "asked").await);
        let olive = world.signed_in(OLIVE).await;
        olive.get(&own).await.is(400).says("once the wave has closed");
        close(&world).await;
        let olive = world.signed_in(OLIVE).await;
        let page = olive.post(&own, &[("questions", "why"), ("purpose", "Why?"), ("take", "yes")]).await.is(422);
        page.says("Say in a few words what you need the answers for.").says("Why?</textarea>");
        olive.post(&own, &[("purpose", WHY), ("take", "yes")]).await.is(422).says("Choose one question at least.").says(WHY);
        olive.post(&own, &[("questions", "why"), ("purpose", &"a".repeat(501)), ("take", "yes")]).await.is(422).says("500 signs");
        olive.post(&own, &[("surprise", "yes")]).await.is(400);
        olive.get(&own.replace("riverside", "hillside")).await.is(404);
        world.pass(DAY);
        world.tamper("delete from response where service = 'riverside' and survey = 'asked'").await;
        let olive = world.signed_in(OLIVE).await;
        olive.post(&own, &CHOSEN).await.is(422).says("Fewer than 10 people answered");
        assert_eq!(world.rows("records_file").await, 0);
    }
}
