//! Time and randomness, passed in: the only places of the server that ask the machine for them.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use data_encoding::BASE32_NOPAD;
use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};

/// The clock that the server reads. A test holds it still and moves it.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's.
    System,
    /// Milliseconds since 1970 UTC, set by a test.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// Now, in milliseconds since 1970 UTC.
    pub fn now(&self) -> i64 {
        match self {
            #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
            Self::System => Timestamp::now().as_millisecond(),
            Self::Fixed(at) => at.load(Ordering::Relaxed),
        }
    }

    /// The day in England.
    pub fn today(&self) -> Date {
        day_of(self.now())
    }
}

/// The day, in England, of a time in milliseconds since 1970 UTC.
pub fn day_of(millis: i64) -> Date {
    in_england(millis).date()
}

/// Day and time in England of a time in milliseconds since 1970 UTC.
pub fn in_england(millis: i64) -> Zoned {
    let london = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(london)
}

/// When the day began, in England, in which a time lies; both in milliseconds since 1970 UTC.
pub fn start_of_day(millis: i64) -> i64 {
    in_england(millis).start_of_day().map_or(millis, |start| start.timestamp().as_millisecond())
}

/// When a day begins in England, in milliseconds since 1970 UTC.
pub fn start_of(day: Date) -> i64 {
    let london = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    day.to_zoned(london).map_or(0, |start| start.timestamp().as_millisecond())
}

/// A minute, in the milliseconds that times are kept in.
pub const MINUTE: i64 = 60_000;
/// An hour in milliseconds.
pub const HOUR: i64 = 60 * MINUTE;
/// A day of 24 hours in milliseconds.
pub const DAY: i64 = 24 * HOUR;

/// 128 bits from the operating system, as 26 letters and digits of lower case: for whatever a respondent makes, and
/// for codes that open something.
pub fn random_key() -> String {
    lower_base32(&random_bytes::<16>())
}

/// An id for a record of staff: `UUIDv7`, ordered by the time that is passed in.
pub fn ordered_id(now: i64) -> String {
    let millis = u64::try_from(now).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random_bytes::<10>()).into_uuid().to_string()
}

/// Random bytes of the operating system.
///
/// # Panics
/// Where the operating system has none to give.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    #[expect(clippy::disallowed_methods, reason = "the one place that draws random bytes")]
    getrandom::fill(&mut bytes).expect("an operating system without randomness cannot run a survey");
    bytes
}

/// A number below `limit`, each as likely as every other, by the operating system; 0 where the limit is 0.
pub fn random_below(limit: usize) -> usize {
    below(limit, || u64::from_le_bytes(random_bytes()))
}

/// Puts things into an order that is as likely as every other (Fisher and Yates).
pub fn shuffle<T>(things: &mut [T]) {
    for last in (1..things.len()).rev() {
        things.swap(last, random_below(last + 1));
    }
}

/// Draws again where a number would make some rests likelier than others.
fn below(limit: usize, mut draw: impl FnMut() -> u64) -> usize {
    let limit = limit.max(1) as u64;
    let even = u64::MAX - u64::MAX % limit;
    loop {
        let drawn = draw();
        if drawn < even {
            return usize::try_from(drawn % limit).unwrap_or(0);
        }
    }
}

/// Bytes as lower-case base32, which can be read aloud and typed.
pub fn lower_base32(bytes: &[u8]) -> String {
    let mut text = BASE32_NOPAD.encode(bytes);
    text.make_ascii_lowercase();
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_as_likely() {
        // 2^64 leaves the rest 1 when it is divided by 3: the highest number is one too many, and drawn again.
        let mut drawn = [u64::MAX, 7].into_iter();
        assert_eq!(below(3, || drawn.next().unwrap()), 1);
        assert_eq!(below(3, || u64::MAX - 1), 2);
        assert_eq!((random_below(0), random_below(1)), (0, 0));
    }

    #[test]
    fn a_shuffle_keeps_everything_and_moves_it() {
        let mut cards: Vec<usize> = (0..200).collect();
        shuffle(&mut cards);
        assert!(cards.iter().enumerate().filter(|(place, card)| place == *card).count() < 20);
        cards.sort_unstable();
        assert!(cards.into_iter().eq(0..200));
    }
}
