//! Bands that numbers are counted in: at most eleven of one width, which begin at round numbers.

/// How many there are at most.
const MOST: f64 = 11.0;

/// Bands from the smallest number that is allowed to the largest.
#[derive(Clone, Debug, PartialEq)]
pub struct Bands {
    min: f64,
    max: f64,
    first: f64,
    width: f64,
    whole: bool,
}

impl Bands {
    /// The bands between two numbers, the smallest and the largest that are allowed; `whole` where only whole numbers
    /// are.
    pub fn between(min: f64, max: f64, whole: bool) -> Self {
        let of_width = |width: f64| Self { min, max, first: (min / width).floor() * width, width, whole };
        let least = if whole { 1.0 } else { 10f64.powf(((max - min) / MOST).log10().floor()) };
        // 1, 2, 5, 10, 20, 50 … times the least width: the first of which few enough are needed.
        let widths =
            (0..60).map(|step| least * [1.0, 2.0, 5.0][step % 3] * 10f64.powi(i32::try_from(step / 3).unwrap_or(0)));
        let few = widths.map(of_width).find(|bands| bands.count() <= MOST);
        few.unwrap_or(Self { min, max, first: min, width: (max - min).max(f64::MIN_POSITIVE), whole })
    }

    fn count(&self) -> f64 {
        ((self.max - self.first) / self.width).floor() + 1.0
    }

    /// The place of the band that a number is in; none for one that is not allowed.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 10")]
    pub fn of(&self, number: f64) -> Option<usize> {
        (self.min..=self.max).contains(&number).then(|| ((number - self.first) / self.width).floor() as usize)
    }

    /// What each holds, in words, the smallest first: `0 to 4`, and of fractions `0 to under 5`; the last one's end is
    /// allowed too.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to 11")]
    pub fn words(&self) -> Vec<String> {
        let count = self.count() as u32;
        let band = |place: u32| {
            let from = (self.first + f64::from(place) * self.width).max(self.min);
            let next = self.first + f64::from(place + 1) * self.width;
            let last = place + 1 == count;
            match self.whole {
                true if (next - 1.0).min(self.max) <= from => format!("{from}"),
                true => format!("{from} to {}", (next - 1.0).min(self.max)),
                false if last && self.max <= from => format!("{}", tidy(from)),
                false if last => format!("{} to {}", tidy(from), tidy(self.max)),
                false => format!("{} to under {}", tidy(from), tidy(next)),
            }
        };
        (0..count).map(band).collect()
    }
}

/// Without what adding fractions leaves over.
fn tidy(number: f64) -> f64 {
    (number * 1e9).round() / 1e9
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn bands_begin_at_round_numbers() {
        for (min, max, whole, first, last, count) in [
            (0.0, 10.0, true, "0", "10", 11),
            (1.0, 10.0, true, "1", "10", 10),
            (0.0, 18.0, true, "0 to 1", "18", 10),
            (3.0, 99.0, true, "3 to 9", "90 to 99", 10),
            (0.0, 100.0, true, "0 to 9", "100", 11),
            (0.0, 1.0, false, "0 to under 0.1", "1", 11),
            (0.5, 2_000.0, false, "0.5 to under 200", "2000", 11),
            (5.0, 6.0, true, "5", "6", 2),
        ] {
            let words = Bands::between(min, max, whole).words();
            let found = (words.first().unwrap().as_str(), words.last().unwrap().as_str(), words.len());
            assert_eq!(found, (first, last, count), "{min} to {max}");
        }
    }

    proptest! {
        #[test]
        fn every_number_that_is_allowed_is_in_a_band(min in -1e6..1e6f64, more in 1e-3..1e6f64, at in 0.0..=1.0f64, whole: bool) {
            let (min, max) = if whole { (min.floor(), min.floor() + more.ceil()) } else { (min, min + more) };
            let bands = Bands::between(min, max, whole);
            let number = if whole { (min + at * (max - min)).floor() } else { min + at * (max - min) };
            let place = bands.of(number.clamp(min, max)).unwrap();
            prop_assert!(place < bands.words().len() && bands.words().len() <= 11, "{bands:?} {number}");
            prop_assert_eq!(bands.of(max + 1.0), None);
        }
    }
}
