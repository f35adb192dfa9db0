//! Answers are stored once, whole, and so that nobody can be found by them.

use futures_util::future::join_all;

use crate::{stories, world::World};

/// A survey of one section: one page, one press of a button.
pub const ONE_PAGE: &str = r#"{
    "key": "one_page", "title": {"en": "One page"}, "welcome": {"en": "Hello"}, "thanks": {"en": "Thanks"},
    "languages": ["en"], "audiences": ["young_person"], "minutes": 1,
    "sections": [{"key": "only", "title": {"en": "All"}, "questions": [
        {"key": "like", "kind": "yes_no", "text": {"en": "Do you like it?"}, "required": true},
        {"key": "why", "kind": "long_text", "max_length": 200, "text": {"en": "Why?"}},
        {"key": "postcode", "kind": "postcode", "text": {"en": "Postcode?"}}
    ]}]
}"#;

stories! {
    async fn one_page_is_a_whole_survey(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        let nadia = world.visitor();
        let page = nadia.get(&survey).await.is(200).says("Do you like it?");
        let fields = [("@response", &*page.field("@response")), ("like", "yes"), ("why", "drums"), ("postcode", "")];
        let receipt = nadia.post(&survey, &fields).await.leads();
        nadia.get(&receipt).await.is(200).says("You have been heard");
        assert_eq!(world.column("select answers from response").await, [
            r#"{"like":{"choice":"yes"},"postcode":"skipped","why":{"text":"drums"}}"#,
        ]);
    }

    async fn a_double_press_is_one_response(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        let nadia = world.visitor();
        let page = nadia.get(&survey).await;
        let key = page.field("@response");
        let fields = [("@response", &*key), ("like", "yes"), ("why", ""), ("postcode", "")];
        let pressed = std::iter::repeat_with(|| nadia.post(&survey, &fields)).take(8);
        let receipts = join_all(pressed).await.into_iter().map(|page| page.leads()).collect::<Vec<_>>();
        assert!(receipts.iter().all(|receipt| *receipt == receipts[0]), "{receipts:?}");
        // Another answer under the same key does not replace the first.
        nadia.post(&survey, &[("@response", &*key), ("like", "no"), ("why", ""), ("postcode", "")]).await.is(409);
        assert_eq!(world.rows("response").await, 1);
        assert!(world.column("select answers from response").await[0].contains("yes"));
        assert_eq!(world.column("select cast(last_number as text) from survey where key = 'one_page'").await, ["1"]);
    }

    async fn numbers_have_no_gaps(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        let people: Vec<_> = (0..40).map(|_| world.visitor()).collect();
        join_all(people.iter().map(|person| async {
            let key = person.get(&survey).await.field("@response");
            let fields = [("@response", &*key), ("like", "yes"), ("why", ""), ("postcode", "")];
            // Half of them press twice.
            person.post(&survey, &fields).await.leads();
            person.post(&survey, &fields).await.leads();
        })).await;
        let numbers = world.column("select cast(r.number as text) from response r order by r.number").await;
        assert_eq!(numbers, (1..=40).map(|n| n.to_string()).collect::<Vec<_>>());
    }

    async fn a_postcode_is_never_kept(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        let nadia = world.visitor();
        let key = nadia.get(&survey).await.field("@response");
        let wrong = [("@response", &*key), ("like", ""), ("why", ""), ("postcode", "rv1 1aa")];
        nadia.post(&survey, &wrong).await.is(422).says("rv1 1aa");
        let right = [("@response", &*key), ("like", "no"), ("why", ""), ("postcode", "rv1 1aa")];
        nadia.post(&survey, &right).await.leads();
        let stored = world.everything().await.to_lowercase();
        assert!(!stored.contains("rv1"), "the postcode is stored");
        assert_eq!(world.column("select area from response").await.len(), 1);
        assert!(world.column("select coalesce(area, '') from response").await[0].starts_with('E'));
    }

    async fn a_receipt_takes_the_answers_back(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        let nadia = world.visitor();
        let key = nadia.get(&survey).await.field("@response");
        let receipt = nadia.post(&survey, &[("@response", &*key), ("like", "yes"), ("why", ""), ("postcode", "")]).await.leads();
        world.visitor().get("/r/aaaaaaaaaaaaaaaaaaaaaaaaaa").await.is(404);
        world.visitor().post(&format!("{receipt}/withdraw"), &[]).await.is(200).says("taken out");
        assert_eq!(world.rows("response").await, 0);
        nadia.get(&receipt).await.is(404);
    }

    async fn nothing_is_taken_after_closing(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        let nadia = world.visitor();
        let key = nadia.get(&survey).await.field("@response");
        world.pass(29 * heard::clock::DAY);
        nadia.get(&survey).await.is(410).says("closed");
        nadia.post(&survey, &[("@response", &*key), ("like", "yes"), ("why", ""), ("postcode", "")]).await.is(410);
        assert_eq!(world.rows("response").await, 0);
    }
}
