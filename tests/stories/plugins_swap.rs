//! Set-ups are switched while answers come in.

use std::time::Duration;

use tokio::time::sleep;

use crate::{
    setting_up::{ONE_QUESTION, first_setup, keep, shows, switch_on, torn, torn_families},
    stories,
    world::World,
};

const TIMES: usize = 20;
const FAMILIES: usize = 25;

stories! {
    async fn set_ups_change_under_load_and_every_answer_counts_once(world: World) {
        let world = world.riverside().await;
        torn_families(&world).await;
        let olive = world.signed_in("olive@riverside.example").await;
        let (first, other) = (first_setup(&world).await, keep(&olive, "welcome", ONE_QUESTION).await);
        olive.post(&format!("{other}/compare"), &[]).await.leads();
        let answering = async {
            for _ in 0..TIMES {
                torn(&world, FAMILIES).await;
                sleep(Duration::from_millis(50)).await;
            }
        };
        let switching = async {
            for setup in [&other, &first, &other, &first, &other] {
                switch_on(&olive, setup, true).await.leads();
                sleep(Duration::from_millis(150)).await;
            }
        };
        tokio::join!(answering, switching);

        shows(&world, "75 of 100").await;
        let id = |setup: &str| setup.rsplit('/').next().unwrap().to_owned();
        let given = format!("contribution where setup = '{}'", id(&other));
        world.until(async || world.rows(&given).await == 40 + TIMES * FAMILIES).await;
        // None of them was scored with the settings of one set-up and kept for the other.
        let values = async |setup: &str| {
            let values = "select distinct cast(cast(value as bigint) as text) from contribution where setup";
            world.column(&format!("{values} = '{}'", id(setup))).await
        };
        assert_eq!((values(&other).await, values(&first).await), (vec!["75".to_owned()], vec!["50".to_owned()]));
        assert_eq!(world.rows("binding where state = 'active' and fault is null").await, 3);
    }
}
