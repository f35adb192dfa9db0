//! How long people take to answer, in bands: of each person's minutes only the band is ever kept.

/// The bands in order: the code that is stored, the first minute that is no more in it, and words.
const BANDS: [(&str, i64, &str); 8] = [
    ("m0", 2, "under 2 minutes"),
    ("m2", 4, "2 to 3 minutes"),
    ("m4", 6, "4 to 5 minutes"),
    ("m6", 9, "6 to 8 minutes"),
    ("m9", 13, "9 to 12 minutes"),
    ("m13", 21, "13 to 20 minutes"),
    ("m21", 61, "21 minutes to an hour"),
    ("m61", i64::MAX, "more than an hour"),
];

/// The code of the band that so many whole minutes are in.
pub fn band(minutes: i64) -> &'static str {
    BANDS.iter().find(|(_, end, _)| minutes < *end).map_or("m61", |(code, ..)| code)
}

/// The codes of all bands, the shortest first.
pub fn bands() -> impl Iterator<Item = &'static str> {
    BANDS.iter().map(|(code, ..)| *code)
}

/// A band in words, by its place among [`bands`].
pub fn words(place: usize) -> &'static str {
    BANDS.get(place).map_or("", |(.., words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_fall_into_bands() {
        for (minutes, code) in
            [(0, "m0"), (1, "m0"), (2, "m2"), (8, "m6"), (9, "m9"), (60, "m21"), (61, "m61"), (9_999, "m61")]
        {
            assert_eq!(band(minutes), code, "{minutes}");
        }
        assert_eq!(words(bands().position(|code| code == "m4").unwrap()), "4 to 5 minutes");
    }
}
