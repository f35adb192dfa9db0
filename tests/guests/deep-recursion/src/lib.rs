//! Calls itself without end.

use heard_plugin::{Description, Output, Plugin, Row, Setup};

struct DeepRecursion;

impl Plugin for DeepRecursion {
    type Settings = hostile::Settings;

    fn describe() -> Description {
        hostile::describe("Deep recursion")
    }

    fn configure(_: Self::Settings, setup: &mut Setup<'_>) -> Self {
        hostile::welcome(setup);
        Self
    }

    fn score(&self, _: &Row<'_>, out: &mut Output<'_>) {
        out.give("index", deeper(1.0));
    }
}

heard_plugin::export!(DeepRecursion);

fn deeper(depth: f64) -> f64 {
    if std::hint::black_box(depth) > 0.0 { deeper(depth + 1.0) / 2.0 } else { depth }
}
