//! Postcodes, and the much larger places that they are reduced to at once.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A postcode of the United Kingdom, in one spelling. It is looked up in memory and dropped: it has no `Serialize`,
/// and its `Debug` does not print it.
#[derive(Clone, PartialEq, Eq)]
pub struct Postcode {
    outward: String,
    inward: String,
}

impl Postcode {
    /// Reads a postcode however it is spaced or capitalised; `None` when it does not have the form of one
    /// (one or two letters, a digit, perhaps a digit or letter; then a digit and two letters).
    pub fn parse(typed: &str) -> Option<Self> {
        let code: String =
            typed.chars().filter(|c| !c.is_whitespace() && *c != '-').map(|c| c.to_ascii_uppercase()).collect();
        if !code.is_ascii() || !(5..=7).contains(&code.len()) {
            return None;
        }
        let (outward, inward) = code.split_at(code.len() - 3);
        (is_shape(outward, &["A9", "A99", "A9A", "AA9", "AA99", "AA9A"]) && is_shape(inward, &["9AA"]))
            .then(|| Self { outward: outward.to_owned(), inward: inward.to_owned() })
    }

    /// The part before the space, shared by some thousands of homes: all that a lookup needs to name.
    pub fn outward(&self) -> &str {
        &self.outward
    }

    /// The part after the space.
    pub fn inward(&self) -> &str {
        &self.inward
    }
}

impl fmt::Debug for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Postcode(…)")
    }
}

fn is_shape(part: &str, shapes: &[&str]) -> bool {
    let shape: String = part.chars().map(|c| if c.is_ascii_digit() { '9' } else { 'A' }).collect();
    part.bytes().all(|b| b.is_ascii_alphanumeric()) && shapes.contains(&shape.as_str())
}

/// What a postcode is reduced to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// The code of the local authority district; of the country where it is not in England.
    pub area: String,
    /// The deprivation decile of the neighbourhood, 1 (most deprived tenth of England) to 10; none outside England.
    pub decile: Option<u8>,
    /// The edition of the lookup that said so.
    pub edition: String,
}

/// The decile of a deprivation rank: `ceil(10 × rank / n)`, where rank 1 of `n` neighbourhoods is the most deprived
/// (English Indices of Deprivation; `n` is 33,755 in 2025 and 32,844 in 2019). `None` when the rank is out of range.
pub fn decile(rank: u32, n: u32) -> Option<u8> {
    if rank == 0 || rank > n {
        return None;
    }
    u8::try_from((10 * u64::from(rank)).div_ceil(u64::from(n))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_are_read_however_they_are_typed() {
        for (typed, expect) in [
            ("SG1 2AB", Some(("SG1", "2AB"))),
            (" sg12ab ", Some(("SG1", "2AB"))),
            ("ec1a-1bb", Some(("EC1A", "1BB"))),
            ("W1A 0AX", Some(("W1A", "0AX"))),
            ("M1 1AE", Some(("M1", "1AE"))),
            ("SG1", None),
            ("12345", None),
            ("SG1 2A", None),
            ("SG1 2AB extra", None),
            ("ŚG1 2AB", None),
            ("", None),
        ] {
            let read = Postcode::parse(typed);
            assert_eq!(read.as_ref().map(|p| (p.outward(), p.inward())), expect, "{typed}");
        }
    }

    #[test]
    fn a_postcode_cannot_be_logged() {
        let postcode = Postcode::parse("SG1 2AB").unwrap();
        assert_eq!(format!("{postcode:?}"), "Postcode(…)");
    }

    #[test]
    fn deciles_split_at_the_published_ranks() {
        for (rank, n, expect) in [
            (1, 32_844, Some(1)),
            (3_284, 32_844, Some(1)),
            (3_285, 32_844, Some(2)),
            (32_844, 32_844, Some(10)),
            (33_755, 33_755, Some(10)),
            (3_376, 33_755, Some(2)),
            (0, 32_844, None),
            (32_845, 32_844, None),
        ] {
            assert_eq!(decile(rank, n), expect, "{rank} of {n}");
        }
    }
}
