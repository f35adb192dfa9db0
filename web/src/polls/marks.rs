//! What a voter marked on a form, as a ballot.

use std::collections::BTreeMap;

use heard_core::{
    answer::Typed,
    poll::{Ballot, Rule},
};

use super::Poll;
use crate::{error::Error, form::sheet::Trouble};

/// The field of crosses.
pub(super) const CHOICE: &str = "choice";

/// The field of an option's score or place.
pub(super) fn field(option: usize) -> String {
    format!("option.{option}")
}

/// The ballot on a form, or what has to be changed; an error where the form is none of ours.
pub(super) fn read(poll: &Poll, typed: &Typed) -> Result<Result<Ballot, Vec<Trouble>>, Error> {
    let fields: Vec<String> = (0..poll.options.len()).map(field).collect();
    let crosses = matches!(poll.rule, Rule::Plurality | Rule::Approval);
    let known = |name: &str| {
        if crosses { name == CHOICE } else { fields.iter().any(|field| field == name) && typed.all(name).len() == 1 }
    };
    if !typed.fields().all(known) {
        return Err(strange());
    }
    let ballot = match poll.rule {
        Rule::Plurality | Rule::Approval => Ok(Ballot::Crosses(crosses_in(typed)?)),
        Rule::Score { .. } => Ok(Ballot::Scores(scores(&fields, typed)?)),
        _ => ranking(poll, &fields, typed)?,
    };
    Ok(ballot.and_then(|ballot| checked(poll, ballot)))
}

fn strange() -> Error {
    Error::Refused("What came is not what our page asks for. Go back and load it again.")
}

/// The ballot, if it can be counted.
fn checked(poll: &Poll, ballot: Ballot) -> Result<Ballot, Vec<Trouble>> {
    use heard_core::poll::Spoilt::{Empty, NoSuchOption, OtherKind, ScoreTooHigh, TooMany, Twice};
    let advice = match poll.rule.check(&ballot, poll.options.len()) {
        Ok(()) => return Ok(ballot),
        Err(Empty) if poll.rule.takes_rankings() => "Put at least one in first place.",
        Err(Empty) if matches!(poll.rule, Rule::Score { .. }) => "Give at least one of them points.",
        Err(Empty) => "Choose one.",
        Err(TooMany) => "Choose one only.",
        Err(Twice | NoSuchOption | ScoreTooHigh | OtherKind) => "Choose again from what is on this page.",
    };
    let first = if matches!(poll.rule, Rule::Plurality | Rule::Approval) { CHOICE.to_owned() } else { field(0) };
    Err(vec![Trouble { field: first, label: poll.question.clone(), advice }])
}

fn crosses_in(typed: &Typed) -> Result<Vec<usize>, Error> {
    let mut crosses = typed
        .all(CHOICE)
        .iter()
        .map(|option| option.parse().map_err(|_| strange()))
        .collect::<Result<Vec<usize>, _>>()?;
    crosses.sort_unstable();
    Ok(crosses)
}

fn scores(fields: &[String], typed: &Typed) -> Result<BTreeMap<usize, u32>, Error> {
    let given = fields.iter().enumerate().filter(|(_, field)| !typed.first(field).is_empty());
    given.map(|(option, field)| Ok((option, typed.first(field).parse().map_err(|_| strange())?))).collect()
}

/// A ranking from the place that each option was given. Two in one place have to be told apart; a place that is left
/// empty is passed over.
fn ranking(poll: &Poll, fields: &[String], typed: &Typed) -> Result<Result<Ballot, Vec<Trouble>>, Error> {
    let mut places: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (option, field) in fields.iter().enumerate().filter(|(_, field)| !typed.first(field).is_empty()) {
        let place: usize = typed.first(field).parse().map_err(|_| strange())?;
        places.entry(place).or_default().push(option);
    }
    let advice = "Two have the same place. Give each a place of its own.";
    let trouble = |option: &usize| Trouble { field: field(*option), label: poll.options[*option].clone(), advice };
    let doubled: Vec<_> =
        places.values().filter(|options| options.len() > 1).flat_map(|o| &o[1..]).map(trouble).collect();
    if !doubled.is_empty() {
        return Ok(Err(doubled));
    }
    Ok(Ok(Ballot::Ranking(places.into_values().flatten().collect())))
}

#[cfg(test)]
mod tests {
    use heard_core::disclosure::Voting;

    use super::*;
    use crate::polls::{Stage, rules};

    fn poll(rule: Rule) -> Poll {
        Poll {
            id: String::new(),
            service: String::new(),
            council: String::new(),
            question: "Where?".to_owned(),
            options: ["A", "B", "C"].map(str::to_owned).to_vec(),
            rule,
            voting: Voting::Open,
            running: false,
            quorum: 0,
            closes: None,
            seed: String::new(),
            state: Stage::Open,
            slips: 0,
            made: 0,
            ended: None,
            stopped: None,
        }
    }

    fn reads(rule: Rule, fields: &[(&str, &str)]) -> Option<Result<Ballot, Vec<String>>> {
        let typed = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let read = read(&poll(rule), &typed).ok()?;
        Some(read.map_err(|troubles| troubles.into_iter().map(|trouble| trouble.field).collect()))
    }

    fn wrong(field: &str) -> Result<Ballot, Vec<String>> {
        Err(vec![field.to_owned()])
    }

    #[test]
    fn ballots_are_read_by_their_rule() {
        let score = rules::read("score", 1).unwrap();
        let crosses = |options: &[usize]| Some(Ok(Ballot::Crosses(options.to_vec())));
        assert_eq!(reads(Rule::Plurality, &[("choice", "1")]), crosses(&[1]));
        assert_eq!(reads(Rule::Approval, &[("choice", "2"), ("choice", "0")]), crosses(&[0, 2]));
        assert_eq!(reads(Rule::Plurality, &[("choice", "0"), ("choice", "1")]), Some(wrong("choice")));
        assert_eq!(reads(Rule::Plurality, &[]), Some(wrong("choice")));
        assert_eq!(reads(score, &[("option.0", "5"), ("option.1", "")]), Some(Ok(Ballot::Scores([(0, 5)].into()))));
        assert_eq!(reads(score, &[("option.0", "6")]), Some(wrong("option.0")));
        let ranked = [("option.0", "2"), ("option.1", ""), ("option.2", "1")];
        assert_eq!(reads(Rule::Runoff, &ranked), Some(Ok(Ballot::Ranking(vec![2, 0]))));
        assert_eq!(reads(Rule::Schulze, &[("option.0", "1"), ("option.2", "1")]), Some(wrong("option.2")));
        assert_eq!(reads(Rule::Borda, &[]), Some(wrong("option.0")));
    }

    #[test]
    fn what_no_page_of_ours_sends_is_refused() {
        for fields in [&[("choice", "x")][..], &[("option.0", "1")], &[("choice", "0"), ("code", "")]] {
            assert_eq!(reads(Rule::Plurality, fields), None);
        }
        assert_eq!(reads(Rule::Runoff, &[("option.3", "1")]), None);
        assert_eq!(reads(Rule::Plurality, &[("choice", "7")]), Some(wrong("choice")));
    }
}
