//! Olive prints the survey, and families write on it.

use heard_core::{paper::numbered, survey::Survey};

use crate::{kinds, sending::ONE_PAGE, stories, world::World};

const SURVEY: &str = "/riverside/s/music_and_your_family";
const PAPER: &str = "/riverside/s/music_and_your_family/paper";

stories! {
    async fn every_question_is_on_paper_with_its_number(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        nadia.get(SURVEY).await.is(200).says(format!("href=\"{PAPER}\""));
        let definition = &world.column("select definition from survey_version").await[0];
        let survey: Survey = serde_json::from_str(definition).unwrap();
        for size in ["", "/large"] {
            let paper = nadia.get(&format!("{PAPER}{size}")).await.is(200);
            let text = paper.html.replace("&amp;", "&").replace("&quot;", "\"");
            for question in numbered(&survey) {
                let english = heard_core::text::Lang::english();
                let said = format!("<bdi class=\"asked\" dir=\"ltr\">{}.</bdi> {}", question.number, question.question.text.get(&english));
                assert!(text.contains(&said), "{said} is not in {text}");
                for option in question.question.option_keys().iter().filter_map(|key| question.question.option_text(key)) {
                    assert!(text.contains(option.get(&english)), "{option:?}");
                }
            }
            // Who is asked what, in the words of the one page, by numbers.
            let paper = paper.says("Only if you answered “2”, “3” or “4 or more” to question 2");
            let paper = paper.says("Only if you answered “Yes, now” to question 1").says("I’d rather not say");
            // What whoever holds it needs to know.
            let paper = paper.says("Riverside Music Service").says("We want every child here").says("Sheet number");
            let paper = paper.says("Do not write your name").says("by 20 December 2026 to the person who gave it to you");
            let address = format!("{}{SURVEY}", world.base());
            paper.says(format!("aria-label=\"QR code of the address {address}\"")).says(format!(">{address}<"));
        }
        assert_eq!(nadia.get(&format!("{PAPER}/large?lang=ur")).await.leads(), format!("{PAPER}/large"));
        nadia.get(&format!("{PAPER}/large")).await.is(200).says("dir=\"rtl\"").says("صرف اگر");
    }

    async fn every_kind_has_room_for_its_answer(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(&kinds::survey()).await;
        let paper = world.visitor().get(&format!("{survey}/paper")).await.is(200);
        // No answer stands in a text that would hold one, and what is required says so.
        let paper = paper.says("What does your band play best?").says("(needs an answer)");
        let paper = paper.says("Write the number of what you like best").says("<table>").says("class=\"cell\"");
        paper.says("Only if you answered “9 to 12” to question 2").says("Say what it is:").says("class=\"line\"");
        let large = world.visitor().get(&format!("{survey}/paper/large")).await.is(200);
        large.hides("<table>").says("It is fun.");
    }

    async fn staff_find_it_and_nobody_prints_a_closed_survey(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        let ana = world.signed_in("ana@riverside.example").await;
        let overview = ana.get("/staff/riverside").await.is(200);
        overview.says(format!("href=\"{PAPER}\"")).says(format!("href=\"{survey}/paper/large\""));
        // A survey of one page has it at its end.
        ana.get(&survey).await.is(200).says(format!("href=\"{survey}/paper\""));
        world.pass(29 * heard::clock::DAY);
        ana.get(PAPER).await.is(410);
        ana.get("/riverside/s/nothing/paper").await.is(404);
    }
}
