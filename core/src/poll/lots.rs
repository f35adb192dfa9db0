//! Lots that nobody holds: an order of the options that anybody can work out again.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The order in which ties are decided.
///
/// A seed is published before the poll opens. When it has closed, the options stand in the order of the SHA-256 of the
/// seed, a colon and the option's name (all as UTF-8, compared as bytes); the first of those that are equal is chosen
/// to win or to be taken first, the last to go out. `printf '%s' 'seed:name' | sha256sum` gives it. Where nobody is to
/// know the order while people still vote, the [`seal`](Lots::seal) of the seed is published before, and the seed after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lots {
    /// For each option its turn, from 0.
    turns: Vec<usize>,
}

impl Lots {
    /// The lots of options with these names, each of which is there once.
    pub fn drawn<N: AsRef<str>>(seed: &str, names: &[N]) -> Self {
        let lot = |place: &usize| Sha256::digest(format!("{seed}:{}", names[*place].as_ref()));
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by_key(lot);
        Self::in_order(&order)
    }

    /// What binds whoever made a seed without telling it: its SHA-256, in hexadecimal digits.
    pub fn seal(seed: &str) -> String {
        Sha256::digest(seed).iter().fold(String::new(), |mut seal, byte| {
            write!(seal, "{byte:02x}").expect("a String takes every write");
            seal
        })
    }

    /// The options as they are listed: to count before the lots may be known.
    pub fn as_listed(options: usize) -> Self {
        Self { turns: (0..options).collect() }
    }

    /// Lots with the options in this order.
    fn in_order(order: &[usize]) -> Self {
        let mut turns = vec![0; order.len()];
        for (turn, option) in order.iter().enumerate() {
            turns[*option] = turn;
        }
        Self { turns }
    }

    /// The options in the order in which they are chosen.
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.turns.len()).collect();
        order.sort_by_key(|option| self.turns[*option]);
        order
    }

    /// How many options there are.
    pub fn options(&self) -> usize {
        self.turns.len()
    }

    pub(super) fn first(&self, among: &[usize]) -> usize {
        among.iter().copied().min_by_key(|option| self.turns[*option]).unwrap_or_default()
    }

    pub(super) fn last(&self, among: &[usize]) -> usize {
        among.iter().copied().max_by_key(|option| self.turns[*option]).unwrap_or_default()
    }
}
