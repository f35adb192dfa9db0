//! One form that comes more than once: pressed twice, sent from a copy, filled in by somebody else, taken back.

use futures_util::future::join_all;
use heard::{
    clock::{DAY, MINUTE},
    retention,
};

use crate::{sending::ONE_PAGE, stories, visitor::Page, world::World};

const WHOLE: &str = "/riverside/s/music_and_your_family/all";

/// What `sw.js` puts after a key, another at each opening of a copy.
fn mark(digit: &str) -> String {
    digit.repeat(32)
}

/// How many of some answers have a status.
fn count(answers: &[Page], status: u16) -> usize {
    answers.iter().filter(|page| page.status.as_u16() == status).count()
}

stories! {
    async fn what_somebody_else_writes_into_a_form_that_was_sent_is_not_dropped(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        let page = nadia.get(WHOLE).await.is(200);
        let (key, shown) = (page.field("@response"), page.field("@shown"));
        let sent = |key: &str, shown: &str, change: &'static str| {
            [("@response", key.to_owned()), ("@shown", shown.to_owned()), ("who", "never".to_owned()), ("one_change", change.to_owned())]
        };
        let post = async |fields: [(&str, String); 4]| {
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, &**value)).collect();
            nadia.post(WHOLE, &fields).await
        };
        let receipt = post(sent(&key, &shown, "Drums")).await.leads();
        // The same once more, in another language too, is the same response.
        assert_eq!(post(sent(&key, &shown, "Drums")).await.leads(), receipt);
        assert_eq!(post(sent(&key, &shown.replace(".en", ".ur"), "Drums")).await.leads(), receipt);
        // Other answers are told, kept on the page, and stored when they are sent from there.
        let back = post(sent(&key, &shown, "Flutes <3")).await.is(409);
        let back = back.says("This form was sent already").says("Flutes &lt;3").says("<title>Error: ");
        let fresh = back.field("@response");
        assert_ne!(fresh, key);
        assert_eq!(world.rows("response").await, 1);
        let other = post(sent(&fresh, &shown, "Flutes <3")).await.leads();
        assert_ne!(other, receipt);
        assert_eq!(world.rows("response").await, 2);
        // Monitoring is part of what is compared.
        let key = nadia.get(WHOLE).await.field("@response");
        let fields = [("@response", &*key), ("who", "never"), ("send", "@rather_not")];
        let receipt = nadia.post(WHOLE, &fields).await.leads();
        assert_eq!(nadia.post(WHOLE, &fields).await.leads(), receipt);
        nadia.post(WHOLE, &fields[..2]).await.is(409);
    }

    async fn what_was_taken_back_never_comes_again(world: World) {
        let mut world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        let nadia = world.visitor();
        let key = nadia.get(&survey).await.field("@response");
        let fields = [("@response", &*key), ("like", "yes"), ("why", "drums")];
        let receipt = nadia.post(&survey, &fields).await.leads();
        nadia.post(&format!("{receipt}/withdraw"), &[]).await.is(200);
        let back = nadia.post(&survey, &fields).await.is(409).says("This form was sent already").says("drums");
        assert_eq!((world.rows("response").await, world.rows("taken_back").await), (0, 1));
        nadia.get(&receipt).await.is(404);
        // Not even among others that come at the same time, nor after a restart.
        world.restart().await;
        let nadia = world.visitor();
        let pages = join_all((0..20).map(|_| nadia.get(&survey))).await;
        let mut keys: Vec<_> = pages.iter().map(|page| page.field("@response")).collect();
        keys.push(key.clone());
        let post = async |key: String| nadia.post(&survey, &[("@response", &*key), ("like", "yes"), ("why", "drums")]).await;
        let answers = join_all(keys.into_iter().map(post)).await;
        assert_eq!((count(&answers, 303), count(&answers, 409), world.rows("response").await), (20, 1, 20));
        // Whoever wants to answer after all sends the form that came back.
        let again = [("@response", &*back.field("@response")), ("like", "no"), ("why", "drums")];
        assert_ne!(nadia.post(&survey, &again).await.leads(), receipt);
        // When nothing is taken any more, nothing is kept of it.
        retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(world.rows("taken_back").await, 1);
        world.pass(29 * DAY);
        retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(world.rows("taken_back").await, 0);
        nadia.post(&survey, &fields).await.is(410);
    }

    async fn a_copy_of_a_form_is_good_for_everybody_who_opens_it(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        let kit = world.visitor();
        let key = kit.get(&survey).await.field("@response");
        let (first, second) = (format!("{key}.{}", mark("a")), format!("{key}.{}", mark("b")));
        let post = async |key: &str, like: &str| kit.post(&survey, &[("@response", key), ("like", like), ("why", "<3")]).await;
        let one = post(&first, "yes").await.leads();
        let two = post(&second, "yes").await.leads();
        assert_eq!(post(&first, "yes").await.leads(), one);
        assert!(one != two && !one.contains(&key), "{one} {two}");
        assert_eq!(world.rows("response").await, 2);
        kit.get(&two).await.is(200);
        // A form that came back, and the copy that it was sent from, are one.
        let third = format!("{key}.{}", mark("c"));
        let back = post(&third, "").await.is(422).field("@response");
        let three = post(&back, "no").await.leads();
        assert_eq!(post(&third, "no").await.leads(), three);
        post(&format!("{back}.{}", mark("d")), "no").await.leads();
        assert_eq!(world.rows("response").await, 4);
        // A mark is nothing without a key of ours.
        let (proof, long) = (key.split('.').next().unwrap(), format!("{key}.{}", mark("aa")));
        for forged in [&*format!("made.{}", mark("a")), &*format!("{proof}.{}", mark("a")), &*format!("{key}.A"), &*long] {
            post(forged, "yes").await.is(400);
        }
    }

    async fn a_school_can_send_at_once_and_nobody_without_end(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        let school = world.visitor();
        let key = school.get(&survey).await.field("@response");
        let keys: Vec<_> = (0..130).map(|number| format!("{key}.{number:032x}")).collect();
        let post = async |key: &String| school.post(&survey, &[("@response", &**key), ("like", "yes"), ("why", "Louder <3")]).await;
        let answers = join_all(keys.iter().map(post)).await;
        assert_eq!((count(&answers, 303), count(&answers, 429), world.rows("response").await), (120, 10, 120));
        // What was typed is still there, with its key, and is sent a minute later.
        let late = answers.into_iter().find(|page| page.status.as_u16() == 429).unwrap();
        assert!(late.headers["retry-after"].to_str().unwrap().parse::<u32>().unwrap() <= 60);
        let late = late.says("Too many people at once").says("Wait a minute").says("Louder &lt;3");
        world.pass(MINUTE);
        let receipt = post(&late.field("@response")).await.leads();
        school.get(&receipt).await.is(200);
    }
}
