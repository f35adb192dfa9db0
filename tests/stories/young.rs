//! Mina is 8 and Jay is 14: what is said around the questions is said to her in easy words, and nobody asks her for an
//! address. Ola reads Easy Read.

use crate::{stories, visitor::Visitor, world::World};

const YOUNG: &str = "/riverside/s/music_and_you";
const EASY: [&str; 3] =
    ["Stop now and go on later", "We keep your answers until", "Press the button at the end to send them."];
const ORDINARY: [&str; 3] =
    ["Save and stop here", "We keep your answers on our server until", "Nothing is sent until you press"];

/// Says how old they are.
async fn begin(person: &Visitor, age: &str) {
    person.begin(YOUNG).await;
    person.post(&format!("{YOUNG}/you"), &[("age", age)]).await.leads();
}

/// Leaves out all the rest.
async fn pass_over(person: &Visitor) {
    for section in ["now", "feel", "together", "hard", "say", "what_next"] {
        person.post(&format!("{YOUNG}/{section}"), &[]).await.leads();
    }
}

stories! {
    async fn a_child_is_told_in_easy_words_and_asked_for_no_address(world: World) {
        let world = world.riverside().await;
        for (age, is_child) in [("under_9", true), ("nine_to_12", true), ("thirteen_to_18", false)] {
            let person = world.visitor();
            begin(&person, age).await;
            let page = person.get(&format!("{YOUNG}/hard")).await.is(200);
            pass_over(&person).await;
            let check = person.get(&format!("{YOUNG}/check")).await.is(200);
            for (words, child_s) in [(EASY, true), (ORDINARY, false)] {
                for (said, page) in [(words[0], &page), (words[1], &page), (words[2], &check)] {
                    assert_eq!(page.html.contains(said), child_s == is_child, "{age}: {said}");
                }
            }
            let receipt = person.send(YOUNG).await.leads();
            let thanks = person.get(&receipt).await.is(200);
            for (said, child_s) in [
                ("Do you want us to delete your answers?", true),
                ("We never show what one person said.", true),
                ("this receipt is the only way", false),
                ("/tell-me", false),
            ] {
                assert_eq!(thanks.html.contains(said), child_s == is_child, "{age}: {said}");
            }
        }
    }

    async fn whose_age_nobody_knows_is_told_to_ask_a_grown_up(world: World) {
        let world = world.riverside().await;
        world.visitor().get(&format!("{YOUNG}/tell-me")).await.is(200).says("Are you under 13? Then ask a grown-up");
    }

    async fn easy_read_goes_for_our_own_words_too(world: World) {
        let world = world.riverside().await;
        let ola = world.visitor();
        let survey = "/riverside/s/music_and_your_family";
        let easy = "We never show what one person said.";
        ola.get(survey).await.is(200).hides(easy).says("never for one person");
        ola.get(&format!("{survey}?easy_read=on")).await.leads();
        ola.get(survey).await.is(200).says(easy).hides("never for one person");
        ola.begin(survey).await;
        ola.post(&format!("{survey}/family"), &[("who", "never")]).await.leads();
        ola.get(&format!("{survey}/barriers")).await.is(200).says(EASY[0]).hides(ORDINARY[0]);
        let both = [("barriers", "cost"), ("barriers", "none")];
        let wrong = ola.post(&format!("{survey}/barriers"), &both).await.is(422);
        wrong.says("One answer that you ticked has to be alone").says(EASY[1]);
    }
}
