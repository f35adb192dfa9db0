//! What is counted of a wave without a row for anybody: how long people took, in bands, and the section at which they
//! stopped. A tally holds numbers only: no time, no day, and no key of a response or a draft.
//!
//! **What links least.** How long somebody took follows from when their draft expires, which is stored anyhow, at the
//! moment when they send: so no time is added to a draft, none comes to a response, and of the minutes only the band is
//! kept. Where somebody stopped is looked up when their draft is deleted because its time is over, and only its section
//! is kept; whoever deletes their answers themselves counts for nothing.
//!
//! **What would still link.** The row of a tally is changed in the transaction that stores the response, and PostgreSQL
//! stamps both with it. So tallies are written again, all rows of one together, at the looks at which other rows are
//! [mixed](crate::mixing); the old ones are overwritten, or swept. And newcomers wait until they are five: nobody sees
//! what one of them changed.

use std::collections::BTreeMap;

use heard_core::disclosure::STEP;

use crate::{
    clock::shuffle,
    db::{Db, Tx, all, execute, sql},
    error::Error,
};

sql! {
    ADD = "insert into wave_tally (service, wave, kind, item, people, waiting, mixed) values ($1, $2, $3, $4, 0, $5, $6) \
        on conflict (wave, kind, item) do update set waiting = wave_tally.waiting + excluded.waiting, mixed = excluded.mixed";
    UNMIXED = "select distinct service, wave, kind from wave_tally where mixed = $1 order by service, wave, kind";
    /// Whoever stores responses holds the survey's row as well: two who change rows of a tally do it one after the other.
    HOLD = "update survey set last_number = last_number where (service, key) in (select service, survey from wave where id = $1)";
    TAKE = "delete from wave_tally where service = $1 and wave = $2 and kind = $3 returning item, people, waiting";
    PUT = "insert into wave_tally (service, wave, kind, item, people, waiting, mixed) values ($1, $2, $3, $4, $5, $6, $7)";
    SHOWN = "select item, people from wave_tally where service = $1 and wave = $2 and kind = $3";
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// How long people took, by the bands of [`heard_core::results::pace`].
    Minutes,
    /// Where they stopped: the key of a section, or [`AT_THE_CHECK`].
    Stop,
}

/// Where somebody stopped who had answered everything and did not send it. No section has such a key.
pub(crate) const AT_THE_CHECK: &str = "@check";

impl Kind {
    /// The stable code that is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Stop => "stop",
        }
    }
}

/// An item of a tally, with those whom figures rest on and those who wait.
type Row = (String, i64, i64);

/// Counts how long somebody took, in the transaction that stores their response.
pub(crate) async fn took(tx: &mut Tx, service: &str, wave: &str, band: &str) -> Result<(), Error> {
    execute!(tx, ADD, service, wave, Kind::Minutes.code(), band, 1_i64, false)?;
    Ok(())
}

/// Counts where people stopped, by wave and section, in the transaction that deletes their drafts.
pub(crate) async fn stopped(tx: &mut Tx, stops: &BTreeMap<(String, String, String), i64>) -> Result<(), Error> {
    for ((service, wave, section), people) in stops {
        execute!(&mut *tx, HOLD, wave)?;
        execute!(&mut *tx, ADD, service, wave, Kind::Stop.code(), section, *people, false)?;
    }
    Ok(())
}

/// Writes every tally again that was added to, and lets newcomers count where there are enough of them.
pub(crate) async fn settle(db: &Db) -> Result<(), Error> {
    let changed: Vec<(String, String, String)> = all!(&mut db.read().await?, UNMIXED, false)?;
    for (service, wave, kind) in changed {
        let mut tx = db.write().await?;
        execute!(&mut tx, HOLD, &wave)?;
        let mut rows: Vec<Row> = all!(&mut tx, TAKE, &service, &wave, &kind)?;
        let_in(&mut rows, shuffle);
        rows.sort();
        for (item, people, waiting) in rows {
            execute!(&mut tx, PUT, &service, &wave, &kind, item, people, waiting, true)?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// How many people are counted at each item.
pub(crate) async fn shown(tx: &mut Tx, service: &str, wave: &str, kind: Kind) -> Result<BTreeMap<String, u32>, Error> {
    let rows: Vec<(String, i64)> = all!(tx, SHOWN, service, wave, kind.code())?;
    Ok(rows.into_iter().map(|(item, people)| (item, u32::try_from(people).unwrap_or(u32::MAX))).collect())
}

/// Lets as many in of those who wait as make up whole steps; which of them, chance decides.
fn let_in(rows: &mut [Row], shuffle: impl FnOnce(&mut [usize])) {
    let each = |(place, row): (usize, &Row)| std::iter::repeat_n(place, usize::try_from(row.2).unwrap_or(0));
    let mut waiting: Vec<usize> = rows.iter().enumerate().flat_map(each).collect();
    shuffle(&mut waiting);
    waiting.truncate(waiting.len() - waiting.len() % STEP as usize);
    for place in waiting {
        rows[place].1 += 1;
        rows[place].2 -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newcomers_are_let_in_by_fives() {
        let check = |rows: &[(i64, i64)], expected: &[(i64, i64)]| {
            let mut rows: Vec<Row> = rows.iter().map(|(people, waiting)| (String::new(), *people, *waiting)).collect();
            let_in(&mut rows, |_| ());
            let found: Vec<_> = rows.into_iter().map(|(_, people, waiting)| (people, waiting)).collect();
            assert_eq!(found, expected);
        };
        check(&[(10, 1), (5, 3)], &[(10, 1), (5, 3)]);
        check(&[(10, 2), (5, 5)], &[(12, 0), (8, 2)]);
        check(&[(0, 12)], &[(10, 2)]);
        check(&[], &[]);
    }
}
