//! Nadia and Paul answer "Music and your family", section by section.

use crate::{stories, visitor::Visitor, world::World};

const SURVEY: &str = "/riverside/s/music_and_your_family";

/// Posts a section and gives the section that comes next.
async fn answer(person: &Visitor, section: &str, fields: &[(&str, &str)]) -> String {
    let next = person.post(&format!("{SURVEY}/{section}"), fields).await.leads();
    next.strip_prefix(&format!("{SURVEY}/")).unwrap().to_owned()
}

stories! {
    async fn a_parent_whose_child_does_not_take_part(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        nadia.get("/").await.is(200).says("Riverside Music Service");
        nadia.get("/riverside").await.is(200).says(SURVEY);
        nadia.get(SURVEY).await.is(200).says("Start").says("never ask who you are");
        assert_eq!(nadia.begin(SURVEY).await, format!("{SURVEY}/family"));
        assert_eq!(answer(&nadia, "family", &[("who", "never"), ("children_count", "one")]).await, "child_1");
        // One child, so the pages of a second and third are passed over.
        assert_eq!(answer(&nadia, "child_1", &[("child_1_other_music", "at_home")]).await, "music");
        assert_eq!(answer(&nadia, "music", &[("music_importance", "point_9")]).await, "welcome");
        assert_eq!(answer(&nadia, "welcome", &[("feel_welcome", "disagree")]).await, "barriers");
        nadia.get(&format!("{SURVEY}/barriers")).await.is(200).says("like_to_try").hides("like_more");
        let barriers = [("barriers", "cost"), ("barriers", "other"), ("like_to_try", "yes")];
        assert_eq!(answer(&nadia, "barriers", &barriers).await, "your_words");
        let words = [("barriers_other", "The <b>bus</b>"), ("one_change", "")];
        assert_eq!(answer(&nadia, "your_words", &words).await, "about_children");
        assert_eq!(answer(&nadia, "about_children", &[("send", "@rather_not")]).await, "about_you");
        assert_eq!(answer(&nadia, "about_you", &[("ethnic_group", "asian_pakistani")]).await, "place");
        assert_eq!(answer(&nadia, "place", &[("postcode", "RV6 1AA")]).await, "check");

        let check = nadia.get(&format!("{SURVEY}/check")).await.is(200);
        check.says("The &lt;b&gt;bus&lt;/b&gt;").says("not your postcode").hides("RV6 1AA").says("Not answered");
        let receipt = nadia.send(SURVEY).await.leads();
        nadia.get(&receipt).await.is(200).says("Your receipt");

        let stored = world.column("select audience || ' ' || language || ' ' || cast(decile as text) from response").await;
        assert_eq!(stored, ["non_participating_parent en 1"]);
        assert_eq!(world.column("select day from response").await, ["2026-11-22"]);
        let answers = &world.column("select answers from response").await[0];
        assert!(answers.contains(r#""barriers":{"choices":["cost","other"]}"#), "{answers}");
        assert!(!answers.contains("ethnic_group") && !answers.contains("child_2_age"), "{answers}");
        let monitoring = &world.column("select answers from monitoring").await[0];
        assert!(monitoring.contains("asian_pakistani") && monitoring.contains(r#""send":"rather_not_say""#), "{monitoring}");
        assert_eq!(world.rows("draft").await + world.rows("draft_answer").await, 0, "the draft is gone");
    }

    async fn a_parent_whose_child_takes_part(world: World) {
        let world = world.riverside().await;
        let paul = world.visitor();
        paul.begin(SURVEY).await;
        assert_eq!(answer(&paul, "family", &[("who", "with_us"), ("children_count", "two")]).await, "child_1");
        assert_eq!(answer(&paul, "child_1", &[("child_1_age", "under_5")]).await, "child_2");
        assert_eq!(answer(&paul, "child_2", &[]).await, "music");
        paul.get(&format!("{SURVEY}/barriers")).await.is(200).says("like_more").hides("like_to_try");
    }

    /// Changing an early answer changes the way; what was answered on the way that was left does not count.
    async fn an_answer_on_a_way_that_was_left_does_not_count(world: World) {
        let world = world.riverside().await;
        let paul = world.visitor();
        paul.begin(SURVEY).await;
        answer(&paul, "family", &[("who", "with_us"), ("children_count", "two")]).await;
        answer(&paul, "child_2", &[("child_2_age", "under_5")]).await;
        paul.get(&format!("{SURVEY}/family")).await.is(200).says(r#"value="two" checked"#);
        answer(&paul, "family", &[("who", "with_us"), ("children_count", "one")]).await;
        assert_eq!(paul.get(&format!("{SURVEY}/child_2")).await.leads(), format!("{SURVEY}/child_1"));
        for section in ["child_1", "music", "welcome", "barriers", "your_words", "about_children", "about_you", "place"] {
            answer(&paul, section, &[]).await;
        }
        paul.send(SURVEY).await.leads();
        assert!(!world.column("select answers from response").await[0].contains("child_2_age"));
    }

    async fn a_place_stays_when_its_page_is_sent_again_empty(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        nadia.begin(SURVEY).await;
        answer(&nadia, "place", &[("postcode", "RV6 1AA")]).await;
        answer(&nadia, "place", &[("postcode", "")]).await;
        answer(&nadia, "family", &[("who", "never")]).await;
        for section in ["child_1", "music", "welcome", "barriers", "your_words", "about_children", "about_you"] {
            answer(&nadia, section, &[]).await;
        }
        nadia.send(SURVEY).await.leads();
        assert_eq!(world.column("select cast(decile as text) from response").await, ["1"]);
        assert!(!world.everything().await.contains("RV6"));
    }

    async fn a_required_question_and_a_wrong_postcode_come_back(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        nadia.begin(SURVEY).await;
        let back = nadia.post(&format!("{SURVEY}/family"), &[("children_count", "three")]).await.is(422);
        back.says("Error: ").says("role=\"alert\"").says("href=\"#who\"").says(r#"value="three" checked"#);
        for (typed, words) in [("RV6", "RV6"), ("RV1 0AA", "RV1 0AA")] {
            nadia.post(&format!("{SURVEY}/place"), &[("postcode", typed)]).await.is(422).says(words).says("role=\"alert\"");
        }
        // The check page leads to what is still open.
        assert_eq!(nadia.get(&format!("{SURVEY}/check")).await.leads(), format!("{SURVEY}/family"));
        assert_eq!(world.rows("draft_answer").await, 0, "nothing wrong is kept");
    }

    async fn the_pages_say_how_long_answers_are_kept(world: World) {
        const KEPT: &str = "We keep your answers on our server until 6 December 2026";
        let world = world.riverside().await;
        let nadia = world.visitor();
        let begun = nadia.post(&format!("{SURVEY}/start"), &[]).await;
        assert!(begun.headers["set-cookie"].to_str().unwrap().contains("; Max-Age=1209600;"), "{:?}", begun.headers);
        nadia.get(&format!("{SURVEY}/family")).await.is(200).hides(KEPT);
        answer(&nadia, "family", &[("who", "never"), ("children_count", "one")]).await;
        for page in ["", "/child_1"] {
            let page = nadia.get(&format!("{SURVEY}{page}")).await.is(200);
            page.says(KEPT).says("Delete what I have typed").hides("The survey closes on");
        }
        // Where the survey ends before, nobody is led to think that they have more time.
        world.tamper("update wave set closes = closes - 1814400000").await;
        let other = world.visitor();
        world.pass(2_000);
        other.begin(SURVEY).await;
        answer(&other, "family", &[("who", "never"), ("children_count", "one")]).await;
        other.get(&format!("{SURVEY}/child_1")).await.is(200).says(KEPT).says("The survey closes on 29 November 2026.");
        for section in ["child_1", "music", "welcome", "barriers", "your_words", "about_children", "about_you", "place"] {
            answer(&nadia, section, &[]).await;
        }
        nadia.get(&format!("{SURVEY}/check")).await.is(200).says(KEPT);
    }

    async fn someone_stops_and_goes_on(world: World) {
        let mut world = world.riverside().await;
        let nadia = world.visitor();
        nadia.begin(SURVEY).await;
        answer(&nadia, "family", &[("who", "never"), ("children_count", "one")]).await;
        nadia.get(SURVEY).await.is(200).says("Go on where you stopped").says(format!("{SURVEY}/child_1"));
        // Someone else sees nothing of it.
        world.visitor().get(&format!("{SURVEY}/family")).await.is(410);
        let stopped = nadia.post(&format!("{SURVEY}/stop"), &[]).await.is(200).says("deleted");
        assert!(stopped.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"), "{:?}", stopped.headers);
        nadia.get(&format!("{SURVEY}/family")).await.is(410);
        assert_eq!(world.rows("draft").await + world.rows("draft_answer").await, 0);

        nadia.begin(SURVEY).await;
        world.pass(15 * heard::clock::DAY);
        nadia.get(&format!("{SURVEY}/family")).await.is(410);
        world.restart().await;
        world.until(async || world.rows("draft").await == 0).await;
    }

    async fn back_keeps_what_was_typed(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        nadia.begin(SURVEY).await;
        nadia.get(&format!("{SURVEY}/family")).await.is(200).hides("value=\"back\"");
        answer(&nadia, "family", &[("who", "never"), ("children_count", "one")]).await;
        nadia.get(&format!("{SURVEY}/child_1")).await.is(200).says("value=\"back\"");
        let back = nadia.post(&format!("{SURVEY}/child_1"), &[("child_1_age", "age_5_to_7"), ("@then", "back")]).await.leads();
        assert_eq!(back, format!("{SURVEY}/family"));
        nadia.get(&format!("{SURVEY}/child_1")).await.is(200).says("value=\"age_5_to_7\" checked");
        // What cannot be read is shown, not dropped; a page with nothing on it is no mistake.
        let wrong = [("postcode", "ZZ99 9ZZ"), ("@then", "back")];
        nadia.post(&format!("{SURVEY}/place"), &wrong).await.is(422).says("ZZ99 9ZZ");
        assert_eq!(nadia.post(&format!("{SURVEY}/family"), &[("@then", "back")]).await.leads(), SURVEY);
    }

    async fn a_postcode_is_kept_as_a_place_until_it_is_taken_out(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        nadia.begin(SURVEY).await;
        let (page, kept) = (format!("{SURVEY}/place"), "We have kept the area of the postcode");
        nadia.get(&page).await.is(200).hides(kept);
        for (typed, is_kept) in [("RV1 1AA", true), ("", true), ("@rather_not", false), ("", false)] {
            nadia.post(&page, &[("postcode", typed)]).await.leads();
            let shown = nadia.get(&page).await.is(200).hides("value=\"RV1");
            assert_eq!(shown.html.contains(kept), is_kept, "{typed}");
        }
    }

    async fn start_on_a_page_from_before_goes_on(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        nadia.begin(SURVEY).await;
        answer(&nadia, "family", &[("who", "never"), ("children_count", "one")]).await;
        // The welcome page stood open in another tab.
        assert_eq!(nadia.post(&format!("{SURVEY}/start"), &[]).await.leads(), format!("{SURVEY}/child_1"));
        nadia.get(&format!("{SURVEY}/family")).await.is(200).says("value=\"never\" checked");
        assert_eq!(world.rows("draft").await, 1);
    }

    async fn nothing_is_deleted_by_one_press(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        nadia.get(&format!("{SURVEY}/stop")).await.is(410);
        nadia.begin(SURVEY).await;
        answer(&nadia, "family", &[("who", "never"), ("children_count", "one")]).await;
        nadia.get(&format!("{SURVEY}/child_1")).await.is(200).says(format!("href=\"{SURVEY}/stop\"")).hides(format!("action=\"{SURVEY}/stop\""));
        let asked = nadia.get(&format!("{SURVEY}/stop")).await.is(200).says("Delete what you have typed?").says("cannot be undone");
        asked.says(format!("action=\"{SURVEY}/stop\"")).says(format!("href=\"{SURVEY}/child_1\""));
        assert_eq!(world.rows("draft").await, 1);
        for section in ["child_1", "music", "welcome", "barriers", "your_words", "about_children", "about_you", "place"] {
            answer(&nadia, section, &[]).await;
        }
        let receipt = nadia.send(SURVEY).await.leads();
        nadia.get(&receipt).await.is(200).says(format!("href=\"{receipt}/withdraw\"")).hides(format!("action=\"{receipt}/withdraw\""));
        let asked = nadia.get(&format!("{receipt}/withdraw")).await.is(200).says("Take your answers out?").says("cannot be undone");
        asked.says(format!("action=\"{receipt}/withdraw\"")).says(format!("href=\"{receipt}\""));
        nadia.get("/r/aaaaaaaaaaaaaaaaaaaaaaaaaa/withdraw").await.is(404);
        assert_eq!(world.rows("response").await, 1);
    }

    async fn pages_say_what_browsers_must_not_do(world: World) {
        let world = world.riverside().await;
        let page = world.visitor().get(SURVEY).await.is(200);
        let header = |name: &str| page.headers[name].to_str().unwrap().to_owned();
        assert!(header("content-security-policy").starts_with("default-src 'none'"));
        assert_eq!(header("x-content-type-options"), "nosniff");
        // Without a referrer at all, browsers without Sec-Fetch-Site would say "null" of our own forms, and be refused.
        assert_eq!(header("referrer-policy"), "same-origin");
        assert_eq!(header("cache-control"), "no-store");
    }
}
