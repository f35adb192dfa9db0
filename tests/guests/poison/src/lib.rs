//! Breaks down on one answer, and is well with all others.

use heard_plugin::{Description, Output, Plugin, Row, Setup};

struct Poison;

impl Plugin for Poison {
    type Settings = hostile::Settings;

    fn describe() -> Description {
        hostile::describe("Poison")
    }

    fn configure(_: Self::Settings, setup: &mut Setup<'_>) -> Self {
        hostile::welcome(setup);
        Self
    }

    fn score(&self, row: &Row<'_>, out: &mut Output<'_>) {
        let said = row.choice("welcome").unwrap_or_default();
        assert_ne!(said.replace('-', "_"), "strongly_disagree", "nobody would say that");
        out.give("index", 50.0);
    }
}

heard_plugin::export!(Poison);
