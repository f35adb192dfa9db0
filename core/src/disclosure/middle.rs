//! Where the middle of people lies, told as a band.

use super::Rules;

impl Rules {
    /// The band in which the median lies, given how many people are in each band, in order; nothing where either half
    /// of them would be too few to tell of. A band says of at least half of the people that they are not above it, and
    /// of at least half that they are not below it, and of nobody more.
    pub fn middle_band(&self, bands: &[u32]) -> Option<usize> {
        let base: u32 = bands.iter().sum();
        if base < 2 * self.threshold.max(self.figure_base) {
            return None;
        }
        let mut below = 0;
        bands.iter().position(|people| {
            below += people;
            2 * below >= base
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_needs_enough_people_on_either_side() {
        for (bands, middle) in [
            (&[][..], None),
            (&[19], None),
            (&[20], Some(0)),
            (&[9, 2, 9], Some(1)),
            (&[4, 5, 10], None),
            (&[10, 0, 10], Some(0)),
            (&[10, 0, 11], Some(2)),
        ] {
            assert_eq!(Rules::TEN_FIVE.middle_band(bands), middle, "{bands:?}");
        }
    }
}
