//! Sheets on which somebody wants to be counted and not connected; and who typed what, as long as it matters.

use crate::{
    stories,
    typing_in::{ED, OLIVE, SHEET, riverside, save, states, with},
    world::World,
};

const PAPER: &str = "/riverside/s/music_and_your_family/paper";
const TICKED: (&str, &str) = ("@apart", "1");

/// The sheet with the box ticked.
fn ticked() -> Vec<(&'static str, &'static str)> {
    SHEET.into_iter().chain([TICKED]).collect()
}

stories! {
    async fn the_sheet_says_what_becomes_of_it_and_offers_to_be_counted_apart(world: World) {
        let world = world.riverside().await;
        for size in ["", "/large"] {
            let paper = world.visitor().get(&format!("{PAPER}{size}")).await.is(200);
            let paper = paper.says("Count me, but do not connect this").says("we destroy this sheet: on 19 January 2027 at the latest");
            paper.says("cannot be taken out again").hides("minutes").hides("never store");
        }
        let privacy = world.visitor().get("/privacy").await.is(200);
        privacy.says("An answer given on paper has no receipt").says("nobody can find it to take it out");
        let survey = world.publish(crate::sending::ONE_PAGE).await;
        world.visitor().get(&format!("{survey}/paper")).await.is(200).hides("Count me, but");
    }

    async fn a_ticked_box_on_paper_parts_what_it_parts_online(world: World) {
        let (world, paper) = riverside(world).await;
        let (ed, olive) = (world.signed_in(ED).await, world.signed_in(OLIVE).await);
        let screen = ed.get(&format!("{paper}/type/first")).await.is(200);
        screen.says("Count me, but do not connect").says(r#"name="@apart""#);
        for code in ["2", "yes", "11"] {
            let forged = SHEET.into_iter().chain([("@apart", code)]).collect::<Vec<_>>();
            let back = save(&ed, &paper, "first", "1", &forged).await.is(422);
            back.says("Type 1 if the box is ticked").says(r#"id="Apart-Error""#).says(format!(r#"name="@apart" value="{code}""#));
        }
        save(&ed, &paper, "first", "1", &[&SHEET[..], &[TICKED, TICKED]].concat()).await.is(400);
        save(&ed, &paper, "first", "1", &ticked()).await.leads();
        save(&olive, &paper, "second", "1", &ticked()).await.leads();
        assert_eq!(states(&world).await, ["1 counted empty"]);
        assert_eq!(world.column("select question || ' ' || coalesce(part, '-') || ' ' || said from apart_answer order by 1").await, [
            "ethnic_group - @given", "ethnic_group - white_british",
            "postcode - @given", "postcode area E07999001", "postcode decile 5",
        ]);
        assert!(!world.column("select coalesce(answers, '') from monitoring").await.iter().any(|row| row.contains("white")));
        assert_eq!(world.column("select channel || coalesce(area, ' -') from response").await, ["paper -"]);
    }

    async fn a_box_that_one_typist_saw_ticked_is_settled(world: World) {
        let (world, paper) = riverside(world).await;
        let (ed, olive) = (world.signed_in(ED).await, world.signed_in(OLIVE).await);
        save(&ed, &paper, "first", "1", &ticked()).await.leads();
        save(&olive, &paper, "second", "1", &SHEET).await.leads();
        assert_eq!(states(&world).await, ["1 differ kept"]);
        let sheet = format!("{paper}/sheets/1");
        let page = ed.get(&sheet).await.is(200).says("First typing: <strong>ticked</strong>");
        page.says("Second typing: <strong>not ticked</strong>").says("Typed the first time by <bdi>Ed").says("the second time by <bdi>Olive");
        ed.post(&sheet, &[]).await.is(422).says("Look at the box").says(r#"id="Apart-Error""#);
        ed.post(&sheet, &[("@apart", "third")]).await.is(422);
        assert_eq!(world.rows("response").await, 0);
        ed.post(&sheet, &[("@apart", "first")]).await.leads();
        assert_eq!(world.column("select count(*) || '' from apart_answer where question = 'ethnic_group'").await, ["2"]);
    }

    async fn whoever_types_alone_is_told_so_and_forgotten_with_the_sheet(world: World) {
        let (world, paper) = riverside(world).await;
        let (ed, olive) = (world.signed_in(ED).await, world.signed_in(OLIVE).await);
        save(&ed, &paper, "first", "1", &SHEET).await.leads();
        save(&olive, &paper, "first", "2", &SHEET).await.leads();
        let alone = "You typed this sheet the first time";
        // Of two that wait, one is offered the other's.
        ed.get(&format!("{paper}/type/second")).await.is(200).says(r#"name="@sheet" value="2""#).hides(alone);
        olive.get(&format!("{paper}/type/second")).await.is(200).says(r#"name="@sheet" value="1""#).hides(alone);
        ed.get(&format!("{paper}/sheets/1")).await.is(200).says("Typed by <bdi>Ed");
        save(&ed, &paper, "second", "2", &SHEET).await.leads();
        ed.get(&format!("{paper}/type/second")).await.is(200).says(r#"name="@sheet" value="1""#).says(alone);
        save(&ed, &paper, "second", "1", &with("feel_welcome", "5")).await.leads();
        olive.get(&format!("{paper}/sheets/1")).await.is(200).says("One person typed it twice");
        olive.post(&format!("{paper}/sheets/1"), &[("feel_welcome", "first")]).await.leads();
        assert_eq!(states(&world).await, ["1 counted empty", "2 counted empty"]);
        assert_eq!(world.rows("paper_sheet where first_by is not null or second_by is not null").await, 0);
        ed.get(&paper).await.is(200).says("Destroy the paper").says("19 January 2027");
        ed.get(&format!("{paper}?after=1")).await.is(200).says("Sheet 1 done: it counts.").hides("both typings agree");
    }
}
