//! The result of a poll: who won, in words first; then how it was counted, as a table with bars, and how anybody can
//! count again.

use heard_core::{
    disclosure::{ShownCount, Voting},
    poll::{Count, Event, Lots, Rule, Tie, Votes},
};
use maud::{Markup, html};

use super::{counted_by, paper};
use crate::{
    page::{self, Column, Notice},
    polls::{Poll, Stage, results::Told},
};

pub(super) fn result(poll: &Poll, told: &Told) -> Markup {
    html! {
        @if told.is_over { (page::notice(Notice::Warm, "Result", html! { p class="lead" { (winner(poll, &told.count)) } })) }
        @else { h2 { "How it stands" } }
        @match &told.count {
            ShownCount::TooFew => @if !told.is_over { p { "Nobody has voted yet." } },
            ShownCount::Winners(_) => {
                h2 { "How we counted" }
                (counted_by(poll))
                p { "Fewer than 10 people voted. So we tell only who won: then nobody can work out how somebody voted." }
            },
            ShownCount::Whole(count) => (whole(poll, count, told)),
        }
        @if !told.hands.is_empty() { (hands(poll, told)) }
        @if told.gives_rankings {
            p { a class="go" href=(poll.path("ballots.blt")) download="ballots.blt" { "All ballots as a BLT file, to count them again" } }
        }
    }
}

/// Who won, in a sentence.
fn winner(poll: &Poll, count: &ShownCount) -> String {
    let won = |winners: &[usize]| {
        let names: Vec<_> = winners.iter().map(|option| poll.options[*option].as_str()).collect();
        match &names[..] {
            [] => "Nobody won.".to_owned(),
            [one] => format!("{one} won."),
            [first @ .., last] => format!("{} and {last} won.", first.join(", ")),
        }
    };
    match count {
        ShownCount::TooFew if poll.quorum > 0 => "Not enough people voted, so nobody won.".to_owned(),
        ShownCount::TooFew => "Nobody voted.".to_owned(),
        ShownCount::Winners(winners) => won(winners),
        ShownCount::Whole(count) => won(&count.winners),
    }
}

fn whole(poll: &Poll, count: &Count, told: &Told) -> Markup {
    html! {
        @if told.is_over { h2 { "How we counted" } }
        (counted_by(poll))
        p { (count.counted) @if count.counted == 1 { " person" } @else { " people" } " voted." @if let Some(quota) = count.quota { " To win, " (votes(quota)) " votes were needed." } }
        @if told.is_over && count.rounds.len() > 1 { (story(poll, count)) }
        (rounds(poll, count, told.is_over))
        @if let Some(pairs) = &count.pairs { (duels(poll, pairs)) }
        @if told.is_over { @for tie in &count.ties { p { (broken(poll, count, tie)) } } }
    }
}

/// What a lot decided, in a sentence or two.
fn broken(poll: &Poll, count: &Count, tie: &Tie) -> String {
    let name = |option: &usize| poll.options[*option].as_str();
    let between = tie.between.iter().map(name).collect::<Vec<_>>().join(" and ");
    let chosen = name(&tie.chosen);
    // A tie stands in the round that it follows from; what it decided is the event of the next.
    let decided = match count.rounds.get(tie.round).map(|next| &next.event) {
        Some(Event::Out(_)) => format!("{chosen} goes out"),
        Some(Event::Surplus(_)) => format!("the votes of {chosen} move first"),
        Some(Event::Counted) | None => format!("{chosen} wins"),
    };
    format!("It was a tie between {between}. The lot decided: {decided}.")
}

/// What happened, round by round.
fn story(poll: &Poll, count: &Count) -> Markup {
    let name = |option: &usize| &*poll.options[*option];
    let many = poll.rule.seats() > 1;
    html! {
        ol {
            @for round in &count.rounds {
                li {
                    @match &round.event {
                        Event::Counted => "All first choices are counted.",
                        Event::Out(option) => { (name(option)) " has the fewest votes and goes out. Those votes move to the next choice." },
                        Event::Surplus(option) => { (name(option)) " has more votes than needed. What is left over moves to the next choice." },
                    }
                    @for option in &round.elected { " " (name(option)) @if many { " is in." } @else { " has more than half and wins." } }
                }
            }
        }
    }
}

fn rounds(poll: &Poll, count: &Count, is_over: bool) -> Markup {
    let what = match poll.rule {
        Rule::Score { .. } | Rule::Borda => "Points",
        Rule::Schulze => "Others beaten",
        _ => "Votes",
    };
    let heads: Vec<String> = match count.rounds.len() {
        1 => vec![what.to_owned()],
        many => (1..=many).map(|round| format!("Round {round}")).collect(),
    };
    let columns: Vec<_> =
        [Column::Words("Answer")].into_iter().chain(heads.iter().map(|head| Column::Number(head))).collect();
    let most = count.rounds.iter().flat_map(|round| &round.totals).map(|votes| votes.0).max().unwrap_or(0).max(1);
    let mut order: Vec<usize> = (0..poll.options.len()).collect();
    // Who stayed longest first, then by votes.
    order.sort_by_key(|option| {
        std::cmp::Reverse(count.rounds.iter().rev().map(|round| round.totals[*option]).collect::<Vec<_>>())
    });
    let rows: Vec<_> = order
        .iter()
        .map(|option| {
            let name =
                html! { (poll.options[*option]) @if is_over && count.winners.contains(option) { strong { " (won)" } } };
            let cell = |total: Votes| html! { (votes(total)) (page::bar(share(total.0, most))) };
            std::iter::once(name).chain(count.rounds.iter().map(|round| cell(round.totals[*option]))).collect()
        })
        .chain(resting(count))
        .collect();
    page::table("Rounds", if heads.len() > 1 { "Votes, round by round" } else { what }, &columns, &rows)
}

/// The line of votes that moved to nobody, where there are some.
fn resting(count: &Count) -> Option<Vec<Markup>> {
    let some = count.rounds.iter().any(|round| round.resting > Votes::default());
    let cells = count.rounds.iter().map(|round| html! { (votes(round.resting)) });
    some.then(|| std::iter::once(html! { "No choice left" }).chain(cells).collect())
}

/// How many liked one better than another.
fn duels(poll: &Poll, pairs: &[Vec<u64>]) -> Markup {
    let heads: Vec<_> = poll.options.iter().map(|name| format!("than {name}")).collect();
    let columns: Vec<_> =
        [Column::Words("Liked better")].into_iter().chain(heads.iter().map(|head| Column::Number(head))).collect();
    let cell = |a: usize, b: usize| html! { @if a == b { "–" } @else { (pairs[a][b]) } };
    let row =
        |a: usize| std::iter::once(html! { (poll.options[a]) }).chain((0..pairs.len()).map(|b| cell(a, b))).collect();
    page::table(
        "Pairs",
        "How many people liked one better than another",
        &columns,
        &(0..pairs.len()).map(row).collect::<Vec<_>>(),
    )
}

/// How everybody voted, in a show of hands.
fn hands(poll: &Poll, told: &Told) -> Markup {
    let columns = [Column::Words("Who"), Column::Words("Vote")];
    let row = |(name, ballot, me): &(String, heard_core::poll::Ballot, bool)| {
        vec![html! { bdi { (name) } @if *me { strong { " (you)" } } }, html! { (paper::in_words(poll, ballot)) }]
    };
    let rows: Vec<_> = told.hands.iter().map(row).collect();
    page::table("Hands", "How everybody voted. Only your council sees this.", &columns, &rows)
}

/// How ties are broken, and how anybody can check it.
pub(super) fn lots(poll: &Poll) -> Markup {
    let seal = Lots::seal(&poll.seed);
    html! {
        details {
            summary { "What if it is a tie?" }
            p { "A lot decides. It was drawn and sealed when the poll was made, so nobody can change it. The seal:" }
            p { code { (seal) } }
            @if poll.state == Stage::Closed {
                p { "Now the poll is over, and we open the seal. This was inside: " code { (poll.seed) } }
                p { "It puts the answers in this order; the first wins a tie, the last goes out:" }
                ol { @for option in poll.lots().order() { li { (poll.options[option]) } } }
                p class="small" {
                    "To check it, ask somebody who likes computers. " code { "printf '%s' '" (poll.seed) "' | sha256sum" } " gives the seal. For each answer, "
                    code { "printf '%s' '" (poll.seed) ":ANSWER' | sha256sum" } " gives its lot, and the lots are sorted."
                }
            } @else if poll.voting == Voting::Open || poll.slips > 0 {
                p { "When the poll is over we open the seal, and everybody can check it." }
            }
        }
    }
}

/// Votes as people write them: whole, or with the parts that are there.
fn votes(votes: Votes) -> String {
    let (whole, parts) = (votes.0 / Votes::ONE.0, votes.0 % Votes::ONE.0);
    let written = format!("{whole}.{parts:05}");
    written.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A part of the most there is, in percent. Counts of votes are far below what a float holds exactly.
fn share(part: u64, most: u64) -> f64 {
    let permille = u32::try_from(u128::from(part) * 1_000 / u128::from(most.max(1))).unwrap_or(1_000);
    f64::from(permille) / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn votes_are_written_without_needless_parts() {
        for (parts, written) in [(0, "0"), (700_000, "7"), (750_000, "7.5"), (1_520_000, "15.2"), (199_999, "1.99999")]
        {
            assert_eq!(votes(Votes(parts)), written);
        }
        assert!((share(1, 3) - 33.3).abs() < 1e-9 && share(5, 0) > 99.0);
    }
}
