//! One code for each response, in as few bytes as its largest code needs, and how often codes stand together.

use std::ops::Range;

use super::Mask;

/// So many rows are looked at in one go: what is made of them stays in the processor's nearest cache.
const BLOCK: usize = 2_048;

/// A table is counted in this many copies, so that equal neighbours do not wait for each other; they are added up.
const LANES: usize = 4;

/// Larger tables are counted in one copy: several would leave the cache.
const MANY_CELLS: usize = 2_048;

/// No table has more cells: whoever lays two variables of many values across each other has to band them first.
const MOST_CELLS: usize = 1 << 22;

/// Codes in one, two or four bytes each. They widen when a code comes that does not fit.
#[derive(Clone, Debug)]
pub(in crate::results) enum Codes {
    /// Codes up to 255.
    Bytes(Vec<u8>),
    /// Codes up to 65,535.
    Pairs(Vec<u16>),
    /// All others.
    Fours(Vec<u32>),
}

impl Codes {
    pub(in crate::results) fn new() -> Self {
        Self::Bytes(Vec::new())
    }

    /// Adds the code of the next response.
    pub(in crate::results) fn push(&mut self, code: u32) {
        match self {
            Self::Bytes(codes) => match u8::try_from(code) {
                Ok(code) => grow(codes, code),
                Err(_) => self.widen(code),
            },
            Self::Pairs(codes) => match u16::try_from(code) {
                Ok(code) => grow(codes, code),
                Err(_) => self.widen(code),
            },
            Self::Fours(codes) => grow(codes, code),
        }
    }

    fn widen(&mut self, code: u32) {
        *self = match self {
            Self::Bytes(codes) if u16::try_from(code).is_ok() => {
                Self::Pairs(codes.iter().map(|code| u16::from(*code)).collect())
            }
            Self::Bytes(codes) => Self::Fours(codes.iter().map(|code| u32::from(*code)).collect()),
            Self::Pairs(codes) => Self::Fours(codes.iter().map(|code| u32::from(*code)).collect()),
            Self::Fours(codes) => Self::Fours(std::mem::take(codes)),
        };
        self.push(code);
    }

    fn len(&self) -> usize {
        match self {
            Self::Bytes(codes) => codes.len(),
            Self::Pairs(codes) => codes.len(),
            Self::Fours(codes) => codes.len(),
        }
    }

    /// How many bytes it takes, with what is kept for the next responses.
    pub(in crate::results) fn bytes(&self) -> usize {
        match self {
            Self::Bytes(codes) => codes.capacity(),
            Self::Pairs(codes) => codes.capacity() * 2,
            Self::Fours(codes) => codes.capacity() * 4,
        }
    }

    /// Turns each index of the rows from `from` on into `index × size + code`.
    fn index(&self, from: usize, size: u32, indexes: &mut [u32]) {
        let rows = from..from + indexes.len();
        match self {
            Self::Bytes(codes) => add(indexes, &codes[rows], size),
            Self::Pairs(codes) => add(indexes, &codes[rows], size),
            Self::Fours(codes) => add(indexes, &codes[rows], size),
        }
    }

    /// The same for single rows, an index each.
    fn gather(&self, rows: &[u32], size: u32, indexes: &mut [u32]) {
        match self {
            Self::Bytes(codes) => add_some(indexes, codes, rows, size),
            Self::Pairs(codes) => add_some(indexes, codes, rows, size),
            Self::Fours(codes) => add_some(indexes, codes, rows, size),
        }
    }

    /// The rows whose code is marked in `wanted`, which has a place for each code.
    pub(super) fn marked(&self, wanted: &[bool]) -> Mask {
        match self {
            Self::Bytes(codes) => mark(codes, wanted),
            Self::Pairs(codes) => mark(codes, wanted),
            Self::Fours(codes) => mark(codes, wanted),
        }
    }
}

/// Grows by an eighth, where `Vec` would double: a snapshot is large, and comes to be slowly.
pub(super) fn grow<T>(all: &mut Vec<T>, one: T) {
    if all.len() == all.capacity() {
        all.reserve_exact((all.len() / 8).max(64));
    }
    all.push(one);
}

fn add<T: Copy + Into<u32>>(indexes: &mut [u32], codes: &[T], size: u32) {
    for (index, code) in indexes.iter_mut().zip(codes) {
        *index = *index * size + (*code).into();
    }
}

fn add_some<T: Copy + Into<u32>>(indexes: &mut [u32], codes: &[T], rows: &[u32], size: u32) {
    for (index, row) in indexes.iter_mut().zip(rows) {
        *index = *index * size + codes[*row as usize].into();
    }
}

/// More wanted codes than this are looked up one by one; fewer are compared with many rows at a time.
const FEW: usize = 8;

fn mark<T: Copy + PartialEq + TryFrom<u32> + Into<u32>>(codes: &[T], wanted: &[bool]) -> Mask {
    let places = (0..).zip(wanted).filter(|(_, wanted)| **wanted);
    let few: Vec<T> = places.filter_map(|(code, _)| T::try_from(code).ok()).collect();
    let one_by_one = |code: T| u8::from(wanted.get(code.into() as usize).is_some_and(|wanted| *wanted));
    let word = |codes: &[T; 64]| {
        let mut fits = [0_u8; 64];
        if few.len() > FEW {
            fits.iter_mut().zip(codes).for_each(|(fits, code)| *fits = one_by_one(*code));
        } else {
            for one in &few {
                fits.iter_mut().zip(codes).for_each(|(fits, code)| *fits |= u8::from(code == one));
            }
        }
        packed(&fits)
    };
    let (whole, rest) = codes.as_chunks::<64>();
    let mut words: Vec<_> = whole.iter().map(word).collect();
    if !rest.is_empty() {
        let bits = rest.iter().zip(0..).map(|(code, at)| u64::from(one_by_one(*code)) << at);
        words.push(bits.fold(0, |word, bit| word | bit));
    }
    Mask::of_words(words, codes.len())
}

/// A bit for each byte, which is 0 or 1. The product moves the bit of byte i of 8 to bit 56 + i, and none to another's place.
fn packed(bytes: &[u8; 64]) -> u64 {
    let (eights, _) = bytes.as_chunks::<8>();
    let bits = eights.iter().map(|eight| u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56);
    bits.zip((0..).step_by(8)).fold(0, |word, (bits, at)| word | bits << at)
}

/// Some codes, and how many different ones there may be: an axis of a table.
pub(in crate::results) type Axis<'c> = (&'c Codes, usize);

/// How many cells a table over these axes has; none for more than can be counted.
pub(in crate::results) fn cells(axes: &[Axis<'_>]) -> Option<usize> {
    let cells = axes.iter().try_fold(1_usize, |cells, (_, size)| cells.checked_mul(*size))?;
    (cells <= MOST_CELLS).then_some(cells)
}

/// The rows of a range that every axis has.
fn within(axes: &[Axis<'_>], range: &Range<usize>) -> Range<usize> {
    let rows = axes.iter().map(|(codes, _)| codes.len()).fold(range.end, usize::min);
    range.start.min(rows)..rows
}

/// Calls `each` with the cells of the rows in a range, those in the mask only where there is one, a block at a time: the
/// last axis counts up fastest.
pub(in crate::results) fn blocks(
    axes: &[Axis<'_>],
    range: Range<usize>,
    only: Option<&Mask>,
    mut each: impl FnMut(&[u32]),
) {
    let (mut indexes, mut rows) = ([0_u32; BLOCK], [0_u32; BLOCK]);
    let range = within(axes, &range);
    for from in range.clone().step_by(BLOCK) {
        let block = from..range.end.min(from + BLOCK);
        let kept = only.map_or(block.len(), |mask| mask.rows(block, &mut rows));
        let indexes = &mut indexes[..kept];
        indexes.fill(0);
        for (codes, size) in axes {
            let size = u32::try_from(*size).unwrap_or(u32::MAX);
            match only {
                None => codes.index(from, size, indexes),
                Some(_) => codes.gather(&rows[..kept], size, indexes),
            }
        }
        each(indexes);
    }
}

/// Counts the rows of a range, those in the mask only where there is one, by cell; none for a table with too many.
pub(in crate::results) fn table(axes: &[Axis<'_>], range: Range<usize>, only: Option<&Mask>) -> Option<Vec<u32>> {
    let cells = cells(axes)?;
    let lanes = if cells <= MANY_CELLS { LANES } else { 1 };
    let mut counts = vec![0_u32; cells * lanes];
    match (axes, only) {
        // Bytes count as they lie.
        ([(Codes::Bytes(codes), _)], None) => count(&mut counts, cells, &codes[within(axes, &range)]),
        _ => blocks(axes, range, only, |indexes| count(&mut counts, cells, indexes)),
    }
    let (first, others) = counts.split_at_mut(cells);
    for lane in others.chunks(cells.max(1)) {
        first.iter_mut().zip(lane).for_each(|(sum, more)| *sum += more);
    }
    counts.truncate(cells);
    Some(counts)
}

/// Counts indexes of cells: in four copies of the table, or in one where there is no room for more.
fn count<T: Copy + Into<u32>>(counts: &mut [u32], cells: usize, indexes: &[T]) {
    let at = |index: T| index.into() as usize;
    if counts.len() < cells * LANES {
        for index in indexes {
            counts[at(*index)] += 1;
        }
        return;
    }
    let (one, rest) = counts.split_at_mut(cells);
    let (two, rest) = rest.split_at_mut(cells);
    let (three, four) = rest.split_at_mut(cells);
    let (quads, rest) = indexes.as_chunks::<LANES>();
    for quad in quads {
        one[at(quad[0])] += 1;
        two[at(quad[1])] += 1;
        three[at(quad[2])] += 1;
        four[at(quad[3])] += 1;
    }
    for index in rest {
        one[at(*index)] += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_widen_and_stay() {
        let mut codes = Codes::new();
        let given = [0, 255, 256, 65_535, 65_536, 7];
        for code in given {
            codes.push(code);
        }
        assert!(matches!(codes, Codes::Fours(_)));
        let mut indexes = [0; 6];
        codes.index(0, 9, &mut indexes);
        assert_eq!(indexes, given);
        let mut codes = Codes::new();
        codes.push(3);
        codes.push(300);
        assert!(matches!(&codes, Codes::Pairs(codes) if *codes == [3, 300]));
    }

    #[test]
    fn a_table_that_is_too_large_is_none() {
        let codes = Codes::new();
        assert_eq!(table(&[(&codes, MOST_CELLS), (&codes, 2)], 0..0, None), None);
        assert_eq!(table(&[(&codes, 0)], 0..0, None), Some(Vec::new()));
    }
}
