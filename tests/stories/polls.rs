//! Polls of a council: made, voted in, counted, decided on, answered. What nobody can find out is told in `ballots.rs`.

use heard::clock::DAY;

use crate::{
    council::{Council, ranked},
    stories,
    world::World,
};

stories! {
    async fn a_show_of_hands_is_counted_in_rounds(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let poll = council.poll(&[]).await;
        for (person, places) in [
            (&council.chandra, ["1", "2", ""]),
            (&council.cleo, ["1", "", ""]),
            (&council.tariq, ["", "1", "2"]),
            (&council.mo, ["2", "3", "1"]),
            (&council.noor, ["3", "1", "2"]),
        ] {
            assert_eq!(person.post(&poll, &ranked(places)).await.leads(), poll);
        }
        council.mo.get(&poll).await.is(200).says("Your vote is in the count").hides("Votes, round by round").hides("Chandra");
        let wall = format!("{poll}/join");
        council.mo.get(&wall).await.is(200).says("5 people have voted.").says("Vote on your phone").hides("Votes, round by round");
        // Noor thinks again.
        council.noor.post(&poll, &ranked(["", "2", "1"])).await.leads();
        council.mo.post(&poll, &ranked(["1", "1", ""])).await.is(422).says("Two have the same place");
        council.close(&poll).await;
        council.mo.get(&wall).await.is(200).says("Library won.").hides("Vote on your phone").hides("Chandra");
        // Hall 2, Library 2, Park 1: Park goes out, to Library.
        council.noor.get(&poll).await.is(200).says("Library won.").says("Park has the fewest votes and goes out")
            .says("How everybody voted").says("Chandra").says("1 Library, 2 Park").says(" (you)").says("sha256sum");
        let blt = council.noor.get(&format!("{poll}/ballots.blt")).await.is(200);
        assert_eq!(blt.html, "3 1\n1 1 0\n1 1 2 0\n1 2 3 0\n1 3 1 2 0\n1 3 2 0\n0\n\"Hall\"\n\"Park\"\n\"Library\"\n\"Where do we rehearse?\"\n");
        // It is over.
        assert_eq!(council.mo.post(&poll, &ranked(["1", "", ""])).await.leads(), poll);
        assert_eq!(world.rows("hand").await, 5);
        council.ed.get(&council.staff).await.is(200).says("Where do we rehearse?").hides("Library won").says("You do not see how anybody voted");
    }

    async fn every_rule_has_its_paper_and_its_winner(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let crosses = [("choice", "1")];
        let points = [("option.0", "2"), ("option.1", "5"), ("option.2", "")];
        let places = ranked(["2", "1", ""]);
        for (rule, vote) in [
            ("plurality", &crosses[..]), ("approval", &crosses), ("score", &points), ("borda", &places),
            ("transferable", &places), ("schulze", &places),
        ] {
            let poll = council.poll(&[("rule", rule), ("seats", "1")]).await;
            council.mo.post(&poll, &[]).await.is(422);
            council.mo.post(&poll, vote).await.leads();
            council.mo.get(&poll).await.is(200).says("Change my vote");
            council.close(&poll).await;
            council.mo.get(&poll).await.is(200).says("Park won.");
        }
        let poll = council.poll(&[("rule", "plurality")]).await;
        council.mo.post(&poll, &[("choice", "0")]).await.leads();
        council.noor.post(&poll, &crosses).await.leads();
        council.close(&poll).await;
        council.mo.get(&poll).await.is(200).says("It was a tie between Hall and Park. The lot decided: ");
        council.mo.get(&council.home).await.is(200).says("Polls that are over");
    }

    async fn how_it_stands_is_told_only_where_that_was_chosen(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let (plain, running) = (council.poll(&[]).await, council.poll(&[("running", "yes")]).await);
        for poll in [&plain, &running] {
            council.mo.post(poll, &ranked(["1", "", ""])).await.leads();
        }
        council.noor.get(&plain).await.is(200).hides("How it stands");
        council.noor.get(&running).await.is(200).says("How it stands").hides("(won)").says("1 person voted").hides("How everybody voted");
    }

    async fn a_poll_ends_with_its_day_and_under_its_quorum_nobody_wins(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let poll = council.poll(&[("until", "day"), ("day", "25 November 2026"), ("quorum", "3")]).await;
        council.mo.get(&poll).await.is(200).says("until the end of 25 November 2026").says("At least 3 have to vote");
        council.mo.post(&poll, &ranked(["1", "", ""])).await.leads();
        world.pass(4 * DAY);
        council.noor.post(&poll, &ranked(["1", "", ""])).await.leads();
        assert_eq!(world.rows("hand").await, 1, "it is too late, before anybody closes it");
        heard::retention::forget_expired(&world.app()).await.unwrap();
        council.mo.get(&poll).await.is(200).says("Not enough people voted").hides("Hall won");
    }

    async fn what_is_typed_wrong_comes_back_with_everything(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let new = format!("{}/polls/new", council.home);
        let typed = [("question", "What?"), ("option.0", "One"), ("option.1", "one"), ("rule", "transferable"), ("seats", "9")];
        council.cleo.post(&new, &typed).await.is(422).says("This is there already").says("Say how many win").says("value=\"What?\"");
        let more = council.cleo.post(&new, &[&typed[..], &[("option.2", ""), ("do", "more")]].concat()).await.is(200);
        more.says("option.5").says("value=\"One\"").hides("role=\"alert\"");
        council.cleo.post(&new, &[("quorum", "1"), ("admin", "yes")]).await.is(400);
        council.mo.post(&new, &typed).await.is(403);
        let poll = council.poll(&[]).await;
        council.mo.post(&format!("{poll}/close"), &[]).await.is(403);
        council.cleo.post(&format!("{poll}/close"), &[]).await.is(403);
        council.mo.post(&poll, &[("choice", "1")]).await.is(400);
    }

    async fn an_adult_stops_a_poll_only_for_safety_and_says_why(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let poll = council.poll(&[("question", "Shall we laugh at Sam?")]).await;
        council.mo.post(&poll, &ranked(["1", "", ""])).await.leads();
        let id = poll.rsplit('/').next().unwrap();
        let stop = format!("{}/polls/{id}/stop", council.staff);
        council.ed.get(&stop).await.is(200).says("and for nothing else");
        council.ed.post(&stop, &[("reason", "It hurts somebody.")]).await.is(422).says("It hurts somebody.").says("safety only");
        council.ed.post(&stop, &[("reason", "It hurts somebody."), ("safety", "yes")]).await.leads();
        for page in [&poll, &council.home] {
            council.mo.get(page).await.is(200).says("It hurts somebody.").says("to keep somebody safe").hides("Sam");
        }
        assert_eq!(world.rows("hand").await, 0);
        council.mo.post(&poll, &ranked(["1", "", ""])).await.leads();
        assert_eq!(world.rows("hand").await, 0);
        world.signed_in("olive@riverside.example").await.get("/staff/riverside/record").await.says("council poll stopped");
        world.signed_in("ana@riverside.example").await.get(&stop).await.is(403);
    }

    async fn the_service_answers_and_the_council_says_whether_it_was_done(world: World) {
        let world = world.riverside().await;
        let council = Council::founded(&world).await;
        let poll = council.poll(&[]).await;
        world.visitor().get("/riverside").await.hides("/riverside/decisions");
        assert_eq!(council.cleo.post(&format!("{poll}/decision"), &[("words", "Too soon.")]).await.leads(), poll);
        council.mo.post(&poll, &ranked(["1", "", ""])).await.leads();
        council.close(&poll).await;
        council.mo.post(&format!("{poll}/decision"), &[("words", "Not mine.")]).await.is(403);
        council.cleo.get(&format!("{poll}/decision")).await.is(200);
        council.cleo.post(&format!("{poll}/decision"), &[("words", " ")]).await.is(422);
        council.cleo.post(&format!("{poll}/decision"), &[("words", "We want the hall.")]).await.leads();
        council.chandra.post(&format!("{poll}/decision"), &[("words", "We want the moon.")]).await.leads();
        world.visitor().get("/riverside").await.says("/riverside/decisions");
        world.visitor().get("/riverside/decisions").await.is(200).says("We want the hall.").hides("moon")
            .says("has to answer by 20 December 2026");
        world.pass(30 * DAY);
        world.visitor().get("/riverside/decisions").await.is(200).says("The answer is late").says("It has not.");
        let id = poll.rsplit('/').next().unwrap();
        let form = format!("{}/polls/{id}/answer", council.staff);
        let ed = world.signed_in("ed@riverside.example").await;
        ed.get(&council.staff).await.is(200).says("The answer is late");
        ed.post(&form, &[("answer", "yes"), ("words", "We book it."), ("day", ""), ("action", "")]).await.is(422).says("We book it.");
        let action = ed.get(&form).await.is(200).html.split("<option value=\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
        ed.post(&form, &[("answer", "yes"), ("words", "We book it."), ("day", "1 March 2027"), ("action", &action)]).await.leads();
        world.visitor().get("/riverside/decisions").await.says("answers: yes, by 1 March 2027.").says("We book it.").says("It is in the plan");
        council.mo.post(&format!("{poll}/done"), &[("done", "yes")]).await.is(403);
        for (done, said) in [("no", "Not done yet, says the council"), ("yes", "Done, says the council")] {
            council.cleo.post(&format!("{poll}/done"), &[("done", done)]).await.leads();
            world.visitor().get("/riverside/decisions").await.says(said);
        }
        council.noor.get(&poll).await.is(200).says("Done, says the council");
        world.visitor().get("/nowhere/decisions").await.is(404);
    }
}
