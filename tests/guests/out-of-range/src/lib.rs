//! Gives a value that its indicator cannot have.

use heard_plugin::{Description, Output, Plugin, Row, Setup};

struct OutOfRange;

impl Plugin for OutOfRange {
    type Settings = hostile::Settings;

    fn describe() -> Description {
        hostile::describe("Out of range")
    }

    fn configure(_: Self::Settings, setup: &mut Setup<'_>) -> Self {
        hostile::welcome(setup);
        Self
    }

    fn score(&self, _: &Row<'_>, out: &mut Output<'_>) {
        out.give("index", 250.0);
    }
}

heard_plugin::export!(OutOfRange);
