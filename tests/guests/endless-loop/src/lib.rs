//! Never comes back from scoring.

use heard_plugin::{Description, Output, Plugin, Row, Setup};

struct EndlessLoop;

impl Plugin for EndlessLoop {
    type Settings = hostile::Settings;

    fn describe() -> Description {
        hostile::describe("Endless loop")
    }

    fn configure(_: Self::Settings, setup: &mut Setup<'_>) -> Self {
        hostile::welcome(setup);
        Self
    }

    fn score(&self, _: &Row<'_>, _: &mut Output<'_>) {
        loop {
            std::hint::black_box(());
        }
    }
}

heard_plugin::export!(EndlessLoop);
