//! What no page of ours sends gets a plain refusal, and what a person mistypes comes back with everything kept.

use reqwest::Method;

use crate::{sending::ONE_PAGE, stories, world::World};

const SURVEY: &str = "/riverside/s/music_and_your_family";

stories! {
    async fn fields_that_nobody_asked_for(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        nadia.begin(SURVEY).await;
        for fields in [
            &[("who", "never"), ("extra", "1")][..],
            // A question of another section.
            &[("who", "never"), ("child_1_age", "under_5")],
            &[("@response", "x")],
        ] {
            nadia.post(&format!("{SURVEY}/family"), fields).await.is(400).says("did not ask");
        }
        assert_eq!(world.rows("draft_answer").await, 0);
    }

    async fn answers_that_a_question_does_not_take(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        nadia.begin(SURVEY).await;
        for fields in [
            &[("who", "nobody")][..],
            &[("who", "never"), ("who", "with_us")],
            &[("who", "@rather_not")],
            &[("who", "")],
            &[],
        ] {
            nadia.post(&format!("{SURVEY}/family"), fields).await.is(422).says("role=\"alert\"");
        }
        let both = [("barriers", "none"), ("barriers", "cost")];
        nadia.post(&format!("{SURVEY}/barriers"), &both).await.is(422).says(r#"value="cost" checked"#);
        assert_eq!(world.rows("draft_answer").await, 0);
    }

    async fn texts_that_are_too_long(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        nadia.begin(SURVEY).await;
        let long = "drums ".repeat(400);
        nadia.post(&format!("{SURVEY}/your_words"), &[("one_change", &long)]).await.is(422).says(long.trim());
        let huge = "x".repeat(1_000_000);
        nadia.post(&format!("{SURVEY}/your_words"), &[("one_change", &huge)]).await.is(413).says("too long");
        assert_eq!(world.rows("draft_answer").await, 0);
    }

    async fn bytes_that_are_not_text(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        nadia.begin(SURVEY).await;
        for body in [&b"who=%FF%FE"[..], b"who=\xc3\x28", b"one_change=a%00b"] {
            nadia.post_bytes(&format!("{SURVEY}/your_words"), body.to_vec()).await.is(400).says("not text");
        }
        let json = [("content-type", "application/json")];
        nadia.ask(Method::POST, &format!("{SURVEY}/family"), b"{}".to_vec(), &json).await.is(400);
    }

    async fn keys_that_we_did_not_give_out(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        let nadia = world.visitor();
        let mine = nadia.get(&survey).await.field("@response");
        let (key, proof) = mine.split_once('.').unwrap();
        for forged in ["", "x", "x.y", key, &format!("{key}."), &format!("{key}x.{proof}"), &format!(".{proof}")] {
            let fields = [("@response", forged), ("like", "yes"), ("why", ""), ("postcode", "")];
            nadia.post(&survey, &fields).await.is(400).says("gave out");
        }
        let twice = [("@response", &*mine), ("@response", &*mine), ("like", "yes")];
        nadia.post(&survey, &twice).await.is(400);
        assert_eq!(world.rows("response").await, 0);
        // A draft is sent with its own key only.
        let paul = world.visitor();
        paul.begin(SURVEY).await;
        paul.post(&format!("{SURVEY}/send"), &[("@response", &mine)]).await.is(410);
    }

    async fn what_another_site_makes_a_browser_send(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        let form = ("content-type", "application/x-www-form-urlencoded");
        for site in ["cross-site", "same-site"] {
            let headers = [form, ("sec-fetch-site", site)];
            nadia.ask(Method::POST, &format!("{SURVEY}/start"), Vec::new(), &headers).await.is(400);
        }
        let origin = [form, ("origin", "https://evil.example")];
        nadia.ask(Method::POST, &format!("{SURVEY}/start"), Vec::new(), &origin).await.is(400);
        assert_eq!(world.rows("draft").await, 0);
        let ours = world.base();
        nadia.ask(Method::POST, &format!("{SURVEY}/start"), Vec::new(), &[form, ("origin", &ours)]).await.leads();
    }

    async fn addresses_that_lead_nowhere(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        for path in ["/nowhere", "/riverside/s/nothing", "/riverside/s/music_and_your_family/x/y/z", "/nowhere/plan", "/%ff", "/%00/plan", "/riverside/s/a%00"] {
            nadia.get(path).await.is(404).says("cannot find");
        }
        nadia.get("/r/x").await.is(404).says("find nothing with this receipt");
        nadia.begin(SURVEY).await;
        for nothing in ["nothing", "nothing/who", "family/nothing", "place/who"] {
            nadia.get(&format!("{SURVEY}/{nothing}")).await.is(404);
            nadia.post(&format!("{SURVEY}/{nothing}"), &[]).await.is(404);
        }
        nadia.get(&format!("{SURVEY}/send")).await.is(405).says("does not work");
    }
}
