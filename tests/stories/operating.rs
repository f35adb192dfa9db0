//! What an operator relies on.

use reqwest::Method;

use crate::{stories, world::World};

stories! {
    async fn health_and_counters(world: World) {
        let world = world.riverside().await;
        let probe = world.visitor();
        probe.get("/healthz").await.is(200).says("ok");
        probe.get("/readyz").await.is(200).says("ready");
        probe.get("/metrics").await.is(404);
        let wrong = [("authorization", "Bearer guess")];
        probe.ask(Method::GET, "/metrics", Vec::new(), &wrong).await.is(404);
        let right = [("authorization", "Bearer counting")];
        probe.ask(Method::GET, "/metrics", Vec::new(), &right).await.is(200).says("heard_requests_total").says("/healthz");
    }

    async fn a_file_that_is_not_there_has_the_page_of_all_that_is_not_there(world: World) {
        let page = world.visitor().get("/assets/none").await.is(404).says("We cannot find that page");
        assert_eq!(page.html, world.visitor().get("/nothing/at/all").await.is(404).html);
        assert_eq!(page.headers["cache-control"], "no-store");
    }

    async fn the_schema_of_surveys_is_served(world: World) {
        let schema = world.visitor().get("/schema/survey.json").await.is(200);
        let schema: serde_json::Value = serde_json::from_str(&schema.html).unwrap();
        assert_eq!(schema["title"], "Survey");
        assert!(schema["properties"]["sections"].is_object(), "{schema}");
    }

    async fn what_was_stored_is_there_after_a_restart(world: World) {
        let mut world = world.riverside().await;
        let survey = world.publish(crate::sending::ONE_PAGE).await;
        let nadia = world.visitor();
        let key = nadia.get(&survey).await.field("@response");
        let receipt = nadia.post(&survey, &[("@response", &*key), ("like", "yes"), ("why", ""), ("postcode", "")]).await.leads();
        world.restart().await;
        world.visitor().get(&receipt).await.is(200);
    }
}
