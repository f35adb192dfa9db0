//! Uses nearly all the fuel that it may, and comes to an end: nobody has a reason to stop it.

use heard_plugin::{Description, Output, Plugin, Row, Setup};

/// Some instructions each, of the two million that a response may take.
const ROUNDS: u32 = 150_000;

struct Slow;

impl Plugin for Slow {
    type Settings = hostile::Settings;

    fn describe() -> Description {
        hostile::describe("Slow")
    }

    fn configure(_: Self::Settings, setup: &mut Setup<'_>) -> Self {
        hostile::welcome(setup);
        Self
    }

    fn score(&self, _: &Row<'_>, out: &mut Output<'_>) {
        for round in 0..ROUNDS {
            std::hint::black_box(round);
        }
        out.give("index", 50.0);
    }
}

heard_plugin::export!(Slow);
