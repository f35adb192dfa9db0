//! What becomes of a sheet: typed once, typed twice, and done when both typings agree or are settled.

use std::ops::RangeInclusive;

use heard_core::typed_in;

use super::sql;
use crate::{
    answering,
    app::App,
    clock::{DAY, day_of},
    db::Tx,
    error::Error,
    intake,
    surveys::Published,
};

/// How long after its wave has closed, in milliseconds, a sheet can be typed in, and is kept where it is not done.
/// Paper comes late.
pub(crate) const LATE: i64 = 30 * DAY;

/// Sheets are numbered by hand: whoever writes more has slipped.
pub(super) const NUMBERS: RangeInclusive<i64> = 1..=99_999;

/// A sheet by its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sheet<'a> {
    /// Key of the service.
    pub service: &'a str,
    /// Id of the wave that it was handed out for, and counts in.
    pub wave: &'a str,
    /// The number that stands on it.
    pub number: i64,
}

impl<'a> Sheet<'a> {
    /// A sheet of a wave.
    pub fn of(published: &'a Published, number: i64) -> Self {
        Self { service: &published.house.key, wave: &published.wave.id, number }
    }
}

/// How far a sheet has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Typed once: it waits for the second typing.
    Once,
    /// Typed twice, and not the same: it waits until somebody settles it.
    Differ,
    /// Done: a response.
    Counted,
    /// Done, and no response: a consent that the survey needs was not given.
    Refused,
}

impl State {
    const ALL: [Self; 4] = [Self::Once, Self::Differ, Self::Counted, Self::Refused];

    /// The code that is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::Differ => "differ",
            Self::Counted => "counted",
            Self::Refused => "refused",
        }
    }

    pub(super) fn read(code: &str) -> Result<Self, Error> {
        Self::ALL.into_iter().find(|state| state.code() == code).ok_or_else(|| Error::fault("stored sheet", code))
    }

    /// Whether nothing of what was typed is left.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Counted | Self::Refused)
    }
}

/// The sheets of a wave that have been typed, by their numbers, in order.
#[derive(Clone, Debug)]
pub(super) struct Pile(pub Vec<(i64, State)>);

impl Pile {
    /// The state of a sheet, if it has been typed.
    pub fn state(&self, number: i64) -> Option<State> {
        self.0.iter().find(|(one, _)| *one == number).map(|(_, state)| *state)
    }

    /// The sheets in a state.
    pub fn of(&self, state: State) -> impl Iterator<Item = i64> {
        self.0.iter().filter(move |(_, one)| *one == state).map(|(number, _)| *number)
    }

    /// How far the pile has come.
    pub fn progress(&self) -> String {
        let twice = self.0.len() - self.of(State::Once).count();
        format!("{twice} of {} typed twice", self.0.len())
    }

    /// The number to go on with after another, for who types sheets that nobody has typed.
    pub fn next_new(&self, after: Option<i64>) -> i64 {
        let highest = self.0.last().map_or(0, |(number, _)| *number);
        let from = after.unwrap_or(highest) + 1;
        (from..=*NUMBERS.end()).find(|number| self.state(*number).is_none()).unwrap_or(from)
    }

    /// The same for the second typing; none, where no sheet waits for it. `own` are those that the same person typed
    /// the first time: they come last, because whoever reads a sheet wrongly reads it so again.
    pub fn next_waiting(&self, after: Option<i64>, own: &[i64]) -> Option<i64> {
        let after = after.unwrap_or(0);
        let others = || self.of(State::Once).filter(|number| !own.contains(number));
        let next = others().find(|number| *number > after).or_else(|| others().next());
        next.or_else(|| self.of(State::Once).find(|number| *number > after)).or_else(|| self.of(State::Once).next())
    }
}

/// Keeps the first typing of a sheet. `false` where its number was typed before.
/// `by` is who typed it, if that is known.
pub(crate) async fn keep_first(
    tx: &mut Tx,
    sheet: Sheet<'_>,
    first: &typed_in::Sheet,
    by: Option<&str>,
) -> Result<bool, Error> {
    sql::add(tx, sheet, first, by).await
}

/// Lays the second typing of a sheet beside the first. The error is the state of a sheet that does not wait for it;
/// none, where it was not typed before.
pub(crate) async fn keep_second(
    app: &App,
    tx: &mut Tx,
    published: &Published,
    number: i64,
    second: &typed_in::Sheet,
    by: Option<&str>,
) -> Result<Result<State, Option<State>>, Error> {
    let sheet = Sheet::of(published, number);
    match sql::hold(tx, sheet).await? {
        Some(sql::Typings { state: State::Once, first: Some(first), .. }) => {
            let state = compare(app, tx, published, number, &first, second).await?;
            if state == State::Differ {
                sql::say_second(tx, sheet, by).await?;
            }
            Ok(Ok(state))
        }
        held => Ok(Err(held.map(|held| held.state))),
    }
}

/// Counts a sheet of which both typings agree, in the transaction that forgets them: it becomes one response, whatever
/// happens between. Otherwise keeps both.
pub(super) async fn compare(
    app: &App,
    tx: &mut Tx,
    published: &Published,
    number: i64,
    first: &typed_in::Sheet,
    second: &typed_in::Sheet,
) -> Result<State, Error> {
    let sheet = Sheet::of(published, number);
    let differ = first.language != second.language || first.apart != second.apart;
    if differ || !first.differences(second, &published.survey).is_empty() {
        sql::keep_both(tx, sheet, first, second).await?;
        return Ok(State::Differ);
    }
    // What comes late is as of the wave's last day: the day of a response is one on which its wave was open.
    let day = app.clock.today().min(day_of(published.wave.closes - 1));
    let state = match answering::on_paper(app, published, first, day)? {
        None => State::Refused,
        Some(response) if intake::store_within(tx, &response).await? => State::Counted,
        Some(_) => return Err(Error::Fault("two responses have one random key".to_owned())),
    };
    sql::end(tx, sheet, state).await?;
    Ok(state)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_sheet_is_the_next_on_the_pile() {
        let pile = Pile(vec![(1, State::Counted), (2, State::Once), (3, State::Differ), (7, State::Once)]);
        assert_eq!((pile.next_new(None), pile.next_new(Some(1)), pile.next_new(Some(6))), (8, 4, 8));
        assert_eq!((pile.next_waiting(None, &[]), pile.next_waiting(Some(2), &[])), (Some(2), Some(7)));
        assert_eq!(pile.next_waiting(Some(7), &[]), Some(2), "what was left out comes in the end");
        assert_eq!(
            (pile.next_waiting(None, &[2]), pile.next_waiting(Some(7), &[2])),
            (Some(7), Some(7)),
            "not one's own"
        );
        assert_eq!((pile.next_waiting(None, &[2, 7]), pile.next_waiting(Some(2), &[2, 7])), (Some(2), Some(7)));
        assert_eq!(pile.progress(), "2 of 4 typed twice");
        let none = Pile(Vec::new());
        assert_eq!((none.next_new(None), none.next_waiting(None, &[])), (1, None));
    }

    #[test]
    fn states_are_stored_by_code() {
        for state in State::ALL {
            assert_eq!(State::read(state.code()).ok(), Some(state));
        }
    }
}
