//! A tablet that goes from hand to hand: nobody finds anything of the person before.

use heard::clock::{HOUR, MINUTE};

use crate::{
    sending::ONE_PAGE,
    stories,
    visitor::{Page, Visitor},
    world::World,
};

const SURVEY: &str = "/riverside/s/music_and_your_family";
const REST: [&str; 8] =
    ["child_1", "music", "welcome", "barriers", "your_words", "about_children", "about_you", "place"];

/// A tablet that somebody has set up for the survey.
async fn tablet(world: &World, survey: &str) -> Visitor {
    let tablet = world.visitor();
    tablet.get(&format!("{survey}/tablet")).await.is(200).says("Use this device as a shared tablet");
    assert_eq!(tablet.post(&format!("{survey}/tablet"), &[]).await.leads(), survey);
    tablet
}

/// Answers to the end, with words that nobody else should see, and gives the page that shows all answers.
async fn answer(tablet: &Visitor, words: &str) -> Page {
    tablet.begin(SURVEY).await;
    tablet.post(&format!("{SURVEY}/family"), &[("who", "never"), ("children_count", "one")]).await.leads();
    for section in REST {
        let typed: &[(&str, &str)] = if section == "your_words" { &[("one_change", words)] } else { &[] };
        tablet.post(&format!("{SURVEY}/{section}"), typed).await.leads();
    }
    tablet.get(&format!("{SURVEY}/check")).await.is(200).says(words)
}

fn set_cookie<'p>(page: &'p Page, name: &str) -> Option<&'p str> {
    let mut cookies = page.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap());
    cookies.find(|cookie| cookie.starts_with(&format!("{name}=")))
}

/// The receipt that a page of answers shows, as an address.
fn receipt(check: &Page) -> String {
    check.field("@response").split_once('.').unwrap().1.to_owned()
}

stories! {
    async fn two_people_one_after_the_other(world: World) {
        let world = world.riverside().await;
        let tablet = tablet(&world, SURVEY).await;
        tablet.get(SURVEY).await.is(200).hides("six words").says(format!("{SURVEY}/tablet"));
        let begun = tablet.post(&format!("{SURVEY}/start"), &[]).await;
        assert!(!set_cookie(&begun, "draft").unwrap().contains("Max-Age"), "it ends with the browser");
        let first = tablet.get(&begun.leads()).await.is(200).hides("Save and stop").hides("We keep your answers");
        first.says("Other people use this tablet").says("Delete what I have typed").hides("class=\"back\"");
        // No page with answers leads away, where nobody would be asked whether they are still there.
        for page in ["family", "still-there", "stop"] {
            let page = tablet.get(&format!("{SURVEY}/{page}")).await.is(200).says("class=\"brand\"");
            page.hides("href=\"/riverside\"").hides("/riverside/plan").hides("/privacy").hides("/accessibility");
        }
        tablet.get(&format!("{SURVEY}/place")).await.is(200).says("autocomplete=\"off\" novalidate").hides("postal-code");

        let check = answer(&tablet, "a bassoon under the stairs").await;
        let shown = receipt(&check);
        let check = check.says("Write it down now").says(shown.to_uppercase().get(..4).unwrap()).hides("six words");
        let key = check.field("@response");
        let sent = tablet.post(&format!("{SURVEY}/send"), &[("@response", &key)]).await;
        assert!(set_cookie(&sent, "draft").unwrap().contains("Max-Age=0"));
        let next = sent.leads();
        assert_eq!(next, format!("{SURVEY}/next"));
        let thanks = tablet.get(&next).await.is(200).says("You have been heard").says("hand the tablet on");
        assert_eq!(thanks.headers["clear-site-data"], "\"cache\"");
        assert_eq!(thanks.headers["cache-control"], "no-store");

        // Back, by every address there was; and the same form sent again.
        let pages = ["family", "your_words", "check", "code", "still-there", "family/who"];
        for page in pages {
            assert_eq!(tablet.get(&format!("{SURVEY}/{page}")).await.leads(), SURVEY, "{page}");
        }
        assert_eq!(tablet.post(&format!("{SURVEY}/your_words"), &[("one_change", "x")]).await.leads(), SURVEY);
        let again = tablet.post(&format!("{SURVEY}/send"), &[("@response", &key)]).await;
        assert!(!format!("{:?}{}", again.headers, again.html).contains(&shown), "the receipt shows again");
        assert_eq!(again.leads(), next);
        assert_eq!(world.rows("response").await, 1);

        // The next person finds nothing, and has a receipt of their own.
        assert_eq!(tablet.get(&format!("{SURVEY}/fresh")).await.leads(), SURVEY);
        tablet.get(SURVEY).await.is(200).hides("begun already").hides("bassoon");
        tablet.begin(SURVEY).await;
        tablet.get(&format!("{SURVEY}/family")).await.is(200).hides(" checked");
        tablet.get(&format!("{SURVEY}/your_words")).await.is(200).hides("bassoon");
        let other = receipt(&answer(&tablet, "later lessons").await);
        assert_ne!(other, shown);
        assert_eq!(tablet.send(SURVEY).await.leads(), next);
        assert_eq!(world.rows("response").await, 2);
        assert_eq!(world.rows("draft").await, 0);
        // At home both can look at theirs.
        world.visitor().get(&format!("/r/{shown}")).await.is(200).says("You have been heard");
        world.visitor().post(&format!("/r/{other}/withdraw"), &[]).await.is(200);
    }

    async fn somebody_walks_away(world: World) {
        let world = world.riverside().await;
        let tablet = tablet(&world, SURVEY).await;
        tablet.begin(SURVEY).await;
        let page = tablet.get(&format!("{SURVEY}/your_words")).await.is(200);
        page.says(format!("data-idle=\"{SURVEY}/still-there\"")).says("/assets/tablet.js").hides("http-equiv");
        // What was typed so far is kept for whoever is still there, and nothing of it is judged.
        let long = "x".repeat(5_000);
        let paused = tablet.post(&format!("{SURVEY}/your_words"), &[("one_change", &long), ("@then", "pause")]).await.leads();
        let paused_again = tablet.post(&format!("{SURVEY}/your_words"), &[("one_change", "a bassoon"), ("@then", "pause")]).await.leads();
        assert_eq!((&*paused, &*paused_again), (&*format!("{SURVEY}/still-there"), &*paused));
        let asked = tablet.get(&paused).await.is(200).says("Are you still there?").hides("bassoon");
        assert_eq!(asked.headers["refresh"], format!("60; url={SURVEY}/fresh"));
        assert_eq!(tablet.post(&paused, &[]).await.leads(), format!("{SURVEY}/family"));
        tablet.get(&format!("{SURVEY}/your_words")).await.is(200).says("a bassoon");

        // Nobody says that they are: the browser goes on by itself.
        let before = world.everything().await;
        let fresh = tablet.get(&format!("{SURVEY}/fresh")).await;
        assert_eq!(world.everything().await, before, "an address that is only looked at changes nothing on the server");
        assert_eq!(fresh.headers["clear-site-data"], "\"cache\"");
        assert!(set_cookie(&fresh, "draft").unwrap().contains("Max-Age=0") && set_cookie(&fresh, "lang").unwrap().contains("Max-Age=0"));
        assert_eq!(fresh.leads(), SURVEY);
        assert_eq!(tablet.get(&format!("{SURVEY}/your_words")).await.leads(), SURVEY);
        world.pass(HOUR + 1);
        heard::retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(world.rows("draft").await + world.rows("draft_answer").await, 0);
    }

    async fn whoever_takes_their_time_keeps_their_answers(world: World) {
        let world = world.riverside().await;
        let tablet = tablet(&world, SURVEY).await;
        tablet.begin(SURVEY).await;
        for _ in 0..3 {
            world.pass(50 * MINUTE);
            tablet.post(&format!("{SURVEY}/family"), &[("who", "never"), ("children_count", "one")]).await.leads();
            world.pass(50 * MINUTE);
            tablet.post(&format!("{SURVEY}/still-there"), &[]).await.leads();
        }
        tablet.get(&format!("{SURVEY}/family")).await.is(200).says(r#"value="never" checked"#);
        world.pass(HOUR);
        assert_eq!(tablet.get(&format!("{SURVEY}/family")).await.leads(), SURVEY);
    }

    async fn the_first_page_begins_anew_for_everybody(world: World) {
        let world = world.riverside().await;
        let tablet = tablet(&world, SURVEY).await;
        tablet.get(&format!("{SURVEY}?lang=pl")).await.leads();
        tablet.get(&format!("{SURVEY}?easy_read=on")).await.leads();
        tablet.get(&format!("{SURVEY}/all")).await.leads();
        tablet.begin(SURVEY).await;
        tablet.post(&format!("{SURVEY}/family"), &[("who", "never"), ("children_count", "one")]).await.leads();
        tablet.get(SURVEY).await.is(200).hides(format!("{SURVEY}/family")).hides("Kontynuuj od miejsca");
        assert_eq!(tablet.get(&format!("{SURVEY}/family")).await.leads(), SURVEY);
        // Whoever begins without it deletes what is there.
        tablet.begin(SURVEY).await;
        assert_eq!(world.rows("draft").await, 2);
        tablet.begin(SURVEY).await;
        assert_eq!(world.rows("draft").await, 2);
        assert_eq!(tablet.post(&format!("{SURVEY}/pace"), &[("pace", "question")]).await.leads(), format!("{SURVEY}/family/who"));
        assert_eq!(world.rows("draft").await, 2);
        let deleted = tablet.post(&format!("{SURVEY}/stop"), &[]).await.is(200).says("Twoje odpowiedzi").says(format!("{SURVEY}/fresh"));
        assert!(set_cookie(&deleted, "draft").unwrap().contains("Max-Age=0"));
        assert_eq!(world.rows("draft").await, 1);
        tablet.get(&format!("{SURVEY}/fresh")).await.leads();
        tablet.get(SURVEY).await.is(200).says(r#"<html lang="en""#).hides("class=\"easy\"");
    }

    async fn nobody_is_given_words_on_it(world: World) {
        let world = world.riverside().await;
        let tablet = tablet(&world, SURVEY).await;
        tablet.begin(SURVEY).await;
        tablet.post(&format!("{SURVEY}/family"), &[("who", "never"), ("@then", "stop")]).await.is(400);
        for (path, leads) in [("code", format!("{SURVEY}/family")), ("return", SURVEY.to_owned()), ("leave", format!("{SURVEY}/family"))] {
            let fields: &[(&str, &str)] = if path == "return" { &[("words", "acorn")] } else { &[] };
            assert_eq!(tablet.post(&format!("{SURVEY}/{path}"), fields).await.leads(), leads);
        }
        assert_eq!(tablet.get(&format!("{SURVEY}/return")).await.leads(), SURVEY);
        assert_eq!(world.column("select coalesce(return_hash, 'none') from draft").await, ["none"]);
    }

    async fn a_survey_of_one_page_goes_from_hand_to_hand_too(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        let tablet = world.visitor();
        // A page that was loaded before the tablet was set up shows no receipt either.
        let old = tablet.get(&survey).await.is(200).field("@response");
        tablet.post(&format!("{survey}/tablet"), &[]).await.leads();
        let fields = [("@response", &*old), ("like", "yes"), ("why", ""), ("postcode", "")];
        assert_eq!(tablet.post(&survey, &fields).await.leads(), format!("{survey}/next"));
        tablet.get(&survey).await.is(200).says(">Start<").hides("Do you like it?");
        let page = tablet.begin(&survey).await;
        assert_eq!(tablet.post(&page, &[("like", "no"), ("why", ""), ("postcode", "")]).await.leads(), format!("{survey}/check"));
        assert_eq!(tablet.send(&survey).await.leads(), format!("{survey}/next"));
        assert_eq!(world.rows("response").await, 2);
        // Another survey on the same device goes from hand to hand as well.
        let begun = tablet.post(&format!("{SURVEY}/start"), &[]).await;
        assert!(!set_cookie(&begun, "draft").unwrap().contains("Max-Age"));
    }

    async fn a_tablet_is_one_until_it_is_stopped_in_two_steps(world: World) {
        let world = world.riverside().await;
        let device = world.visitor();
        // On any other device these addresses do nothing.
        device.begin(SURVEY).await;
        for (path, leads) in [("next", SURVEY.to_owned()), ("fresh", SURVEY.to_owned()), ("still-there", format!("{SURVEY}/family"))] {
            let page = device.get(&format!("{SURVEY}/{path}")).await;
            assert!(set_cookie(&page, "draft").is_none(), "{path}");
            assert_eq!(page.leads(), leads);
        }
        device.get(&format!("{SURVEY}/family")).await.is(200).hides("data-idle");
        let made = device.post(&format!("{SURVEY}/tablet"), &[]).await;
        let cookie = set_cookie(&made, "tablet").unwrap();
        assert!(cookie.contains("Path=/;") && cookie.contains("Max-Age=31536000;"), "{cookie}");
        // Whoever finds the way to another survey is on a shared tablet there too.
        device.get("/riverside/s/music_and_you").await.is(200).says("/riverside/s/music_and_you/tablet").hides("six words");
        assert!(set_cookie(&made, "draft").unwrap().contains("Max-Age=0"), "what was begun before is nobody's business");
        device.get(&format!("{SURVEY}/tablet")).await.is(200).says("This device is a shared tablet").says(format!("{SURVEY}/tablet/stop"));
        device.get(&format!("{SURVEY}/tablet/stop")).await.is(200).says("Stop using this as a shared tablet?");
        device.get(&format!("{SURVEY}/next")).await.is(200);
        assert_eq!(device.post(&format!("{SURVEY}/tablet/stop"), &[]).await.leads(), format!("{SURVEY}/tablet"));
        device.get(SURVEY).await.is(200).says("Go on with your six words");
        let olive = world.signed_in("olive@riverside.example").await;
        olive.get("/staff/riverside").await.is(200).says(format!("{SURVEY}/tablet"));
    }
}
