//! Takes memory until there is none.

use heard_plugin::{Description, Output, Plugin, Row, Setup};

struct MemoryBomb;

impl Plugin for MemoryBomb {
    type Settings = hostile::Settings;

    fn describe() -> Description {
        hostile::describe("Memory bomb")
    }

    fn configure(_: Self::Settings, setup: &mut Setup<'_>) -> Self {
        hostile::welcome(setup);
        Self
    }

    fn score(&self, _: &Row<'_>, _: &mut Output<'_>) {
        let mut taken: Vec<Vec<u8>> = Vec::new();
        loop {
            taken.push(std::hint::black_box(vec![1; 1 << 20]));
        }
    }
}

heard_plugin::export!(MemoryBomb);
