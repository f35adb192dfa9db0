//! A bit for each response: which of them are looked at, and who ticked an option.

use std::ops::{BitAnd, BitOr, Not, Range};

use super::codes::grow;

/// A set of responses, by their row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mask {
    /// Bit i of word w is row 64 × w + i. Bits beyond the last row are 0.
    words: Vec<u64>,
    rows: usize,
}

impl Mask {
    /// All of so many rows, or none of them.
    pub fn whole(rows: usize, all: bool) -> Self {
        let mask = Self { words: vec![0; rows.div_ceil(64)], rows };
        if all { !&mask } else { mask }
    }

    pub(super) fn of_words(words: Vec<u64>, rows: usize) -> Self {
        Self { words, rows }
    }

    /// Adds a row.
    pub(super) fn push(&mut self, is_in: bool) {
        if self.rows.is_multiple_of(64) {
            grow(&mut self.words, 0);
        }
        if let Some(word) = self.words.last_mut() {
            *word |= u64::from(is_in) << (self.rows % 64);
        }
        self.rows += 1;
    }

    /// Whether a row is in the set.
    pub fn has(&self, row: usize) -> bool {
        self.words.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// How many rows of a range are in it, and in the other set too where there is one.
    pub fn count(&self, range: Range<usize>, and: Option<&Self>) -> u32 {
        let range = range.start.min(self.rows)..range.end.min(self.rows);
        if range.is_empty() {
            return 0;
        }
        let (first, last) = (range.start / 64, (range.end - 1) / 64);
        let word = |at: usize| self.words[at] & and.map_or(u64::MAX, |mask| mask.words.get(at).copied().unwrap_or(0));
        let from_start = u64::MAX << (range.start % 64);
        let to_end = u64::MAX >> (63 - (range.end - 1) % 64);
        if first == last {
            return (word(first) & from_start & to_end).count_ones();
        }
        let inner: u32 = (first + 1..last).map(|at| word(at).count_ones()).sum();
        (word(first) & from_start).count_ones() + inner + (word(last) & to_end).count_ones()
    }

    /// Writes the rows of a range that are in the set to the front of `rows`, which has room for all. How many.
    pub(super) fn rows(&self, range: Range<usize>, rows: &mut [u32]) -> usize {
        let mut kept = 0;
        for at in range.start / 64..range.end.div_ceil(64) {
            let first = at * 64;
            let mut word = self.words.get(at).copied().unwrap_or(0);
            if first < range.start {
                word &= u64::MAX << (range.start - first);
            }
            if first + 64 > range.end {
                word &= u64::MAX >> (first + 64 - range.end);
            }
            let first = u32::try_from(first).unwrap_or(u32::MAX);
            while word != 0 {
                rows[kept] = first + word.trailing_zeros();
                kept += 1;
                word &= word - 1;
            }
        }
        kept
    }

    /// How many bytes it takes.
    pub(super) fn bytes(&self) -> usize {
        self.words.capacity() * 8
    }

    fn joined(&self, other: &Self, join: fn(u64, u64) -> u64) -> Self {
        let rows = self.rows.min(other.rows);
        let words = self.words.iter().zip(&other.words).map(|(a, b)| join(*a, *b)).collect();
        Self { words, rows }.trimmed()
    }

    fn trimmed(mut self) -> Self {
        self.words.truncate(self.rows.div_ceil(64));
        if let Some(last) = self.words.last_mut()
            && !self.rows.is_multiple_of(64)
        {
            *last &= u64::MAX >> (64 - self.rows % 64);
        }
        self
    }
}

impl BitAnd for &Mask {
    type Output = Mask;

    /// The rows in both, as far as both reach.
    fn bitand(self, other: Self) -> Mask {
        self.joined(other, |a, b| a & b)
    }
}

impl BitOr for &Mask {
    type Output = Mask;

    /// The rows in either, as far as both reach.
    fn bitor(self, other: Self) -> Mask {
        self.joined(other, |a, b| a | b)
    }
}

impl Not for &Mask {
    type Output = Mask;

    /// The rows that are not in it.
    fn not(self) -> Mask {
        Mask { words: self.words.iter().map(|word| !word).collect(), rows: self.rows }.trimmed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mask(bits: &[bool]) -> Mask {
        let mut mask = Mask::default();
        for bit in bits {
            mask.push(*bit);
        }
        mask
    }

    proptest! {
        #[test]
        fn bits_are_counted_within_any_range(
            bits in prop::collection::vec(any::<(bool, bool)>(), 0..300), from in 0_usize..310, more in 0_usize..310,
        ) {
            let (one, other): (Vec<_>, Vec<_>) = bits.iter().copied().unzip();
            let (a, b) = (mask(&one), mask(&other));
            let end = (from + more).min(bits.len());
            let here = || bits.get(from..end).unwrap_or(&[]).iter();
            let range = from..from + more;
            prop_assert_eq!(a.count(range.clone(), None) as usize, here().filter(|(a, _)| *a).count());
            prop_assert_eq!(a.count(range.clone(), Some(&b)) as usize, here().filter(|(a, b)| *a && *b).count());
            prop_assert_eq!((&a & &b).count(range.clone(), None), a.count(range.clone(), Some(&b)));
            prop_assert_eq!((&a | &b).count(range.clone(), None) as usize, here().filter(|(a, b)| *a || *b).count());
            prop_assert_eq!((!&a).count(range, None) as usize, here().filter(|(a, _)| !*a).count());
            prop_assert!(bits.iter().enumerate().all(|(row, (bit, _))| a.has(row) == *bit));
        }
    }
}
