//! Counts with known outcomes, and what holds for all.

use proptest::prelude::*;

use super::{Ballot::*, *};

fn lots(options: usize) -> Lots {
    let names: Vec<String> = (0..options).map(|option| format!("option {option}")).collect();
    Lots::drawn("seed", &names)
}

/// Rankings as letters: `"ACB 5"` is five ballots that like A best.
fn ranked(lines: &[&str]) -> Vec<(Ballot, u64)> {
    let ballot = |line: &&str| {
        let (letters, times) = line.split_once(' ').unwrap();
        (Ranking(letters.bytes().map(|letter| usize::from(letter - b'A')).collect()), times.parse().unwrap())
    };
    lines.iter().map(ballot).collect()
}

fn winner(rule: Rule, options: usize, ballots: &[(Ballot, u64)]) -> usize {
    let count = rule.count(ballots, &lots(options));
    assert_eq!(count.ties, []);
    count.winners[0]
}

fn crosses_for_the_first(ballots: &[(Ballot, u64)]) -> Vec<(Ballot, u64)> {
    let first = |(ballot, times): &(Ballot, u64)| match ballot {
        Ranking(ranking) => (Crosses(vec![ranking[0]]), *times),
        _ => panic!("a ranking"),
    };
    ballots.iter().map(first).collect()
}

fn whole(totals: &[Votes]) -> Vec<u64> {
    totals.iter().map(|votes| votes.0 / Votes::ONE.0).collect()
}

/// Tennessee's cities by their distance: A Memphis, B Nashville, C Chattanooga, D Knoxville.
const TENNESSEE: [&str; 4] = ["ABCD 42", "BCDA 26", "CDBA 15", "DCBA 17"];

#[test]
fn tennessee() {
    let ballots = ranked(&TENNESSEE);
    assert_eq!(winner(Rule::Plurality, 4, &crosses_for_the_first(&ballots)), 0);
    assert_eq!(winner(Rule::Runoff, 4, &ballots), 3);
    assert_eq!(winner(Rule::Schulze, 4, &ballots), 1);
    let borda = Rule::Borda.count(&ballots, &lots(4));
    assert_eq!((borda.winners[0], whole(&borda.rounds[0].totals)), (1, vec![126, 194, 173, 107]));
}

/// The three who were left in Burlington's election of mayor in 2009: A Kiss, B Montroll, C Wright.
/// Source: the ballots that the city published, as tabulated at <https://rangevoting.org/Burlington.html>.
const BURLINGTON: [&str; 9] =
    ["BAC 1332", "BCA 767", "B 455", "ABC 2043", "ACB 371", "A 568", "CBA 1513", "CAB 495", "C 1289"];

#[test]
fn burlington() {
    let ballots = ranked(&BURLINGTON);
    assert_eq!(winner(Rule::Plurality, 3, &crosses_for_the_first(&ballots)), 2);
    let runoff = Rule::Runoff.count(&ballots, &lots(3));
    assert_eq!(runoff.winners, [0]);
    assert_eq!(runoff.rounds[1].event, Event::Out(1));
    assert_eq!(whole(&runoff.rounds[1].totals), [4314, 0, 4064]);
    let schulze = Rule::Schulze.count(&ballots, &lots(3));
    assert_eq!(schulze.winners, [1]);
    let pairs = schulze.pairs.unwrap();
    assert_eq!((pairs[1][0], pairs[0][1], pairs[1][2], pairs[2][1]), (4067, 3477, 4597, 3668));
}

/// The example of five options and 45 ballots in Schulze's paper, whose order is E, A, C, B, D.
#[test]
fn schulzes_own_example() {
    let ballots = ranked(&["ACBED 5", "ADECB 5", "BEDAC 8", "CABED 3", "CAEBD 7", "CBADE 2", "DCEBA 7", "EBADC 8"]);
    let count = Rule::Schulze.count(&ballots, &lots(5));
    assert_eq!((count.winners, whole(&count.rounds[0].totals)), (vec![4], vec![3, 1, 2, 0, 4]));
}

#[test]
fn approval_and_score_add_up() {
    let approval = [(Crosses(vec![0, 1]), 3), (Crosses(vec![1]), 2), (Crosses(vec![2]), 4)];
    assert_eq!(winner(Rule::Approval, 3, &approval), 1);
    let scores = |given: &[(usize, u32)]| Scores(given.iter().copied().collect());
    let ballots = [(scores(&[(0, 5), (1, 4)]), 2), (scores(&[(1, 4), (2, 5)]), 2)];
    let count = Rule::Score { most: 5 }.count(&ballots, &lots(3));
    assert_eq!((count.winners, whole(&count.rounds[0].totals)), (vec![1], vec![10, 16, 10]));
}

/// Two seats of four, worked by hand. 60 ballots make a quota of 21. A has 30, 9 too many; each of its ballots moves on
/// at 9 × 1 / 30 = 0.3: 24 to B, 6 to C. B has 8 + 7.2, C 12 + 1.8, D 10: D goes out, to C, who has 23.8 and is elected.
#[test]
fn a_transferable_vote_by_hand() {
    let ballots = ranked(&["AB 24", "AC 6", "B 8", "C 12", "DC 10"]);
    let count = Rule::Transferable { seats: 2 }.count(&ballots, &lots(4));
    assert_eq!((count.quota, &count.winners[..]), (Some(Votes::whole(21)), &[0, 2][..]));
    let rounds: Vec<_> = count.rounds.iter().map(|round| (&round.event, round.totals.clone())).collect();
    let votes = |totals: [u64; 4]| totals.map(Votes).to_vec();
    assert_eq!(
        rounds,
        [
            (&Event::Counted, votes([3_000_000, 800_000, 1_200_000, 1_000_000])),
            (&Event::Surplus(0), votes([2_100_000, 1_520_000, 1_380_000, 1_000_000])),
            (&Event::Out(3), votes([2_100_000, 1_520_000, 2_380_000, 0])),
        ]
    );
}

/// Rule 48's five places: a surplus of 1 over 3 ballots of A is 0.33333 each; what is lost rests, and a ballot that came
/// at a value moves on at its part of that value.
#[test]
fn the_rest_of_a_division_is_lost_and_no_vote_vanishes() {
    let ballots = ranked(&["ABC 3", "B 1", "C 1"]);
    let count = Rule::Transferable { seats: 2 }.count(&ballots, &lots(3));
    assert_eq!(count.quota, Some(Votes::whole(2)));
    assert_eq!(count.rounds[1].totals, [200_000, 199_999, 100_000].map(Votes));
    assert_eq!(count.rounds[1].resting, Votes(1));
    assert_eq!(count.winners, [0, 1]);
}

#[test]
fn equals_are_told_apart_by_earlier_rounds_and_then_by_lot() {
    // B and C have 3 each after D went out; B had fewer before.
    let ballots = ranked(&["A 5", "B 2", "C 3", "DB 1"]);
    let count = Rule::Runoff.count(&ballots, &lots(4));
    assert_eq!((count.rounds[2].event.clone(), count.ties.len()), (Event::Out(1), 0));
    // Equal from the beginning: the lots choose, and it is told.
    let count = Rule::Runoff.count(&ranked(&["A 5", "BA 2", "CA 2"]), &lots(3));
    let out = lots(3).last(&[1, 2]);
    assert_eq!(count.ties, []);
    assert_eq!(count.winners, [0]);
    let count = Rule::Runoff.count(&ranked(&["A 4", "BA 2", "CA 2"]), &lots(3));
    assert_eq!(count.ties, [Tie { round: 1, between: vec![1, 2], chosen: out }]);
}

#[test]
fn anybody_can_draw_the_lots_again() {
    let names = ["Anna", "Ben", "Cem"];
    let lot = |name: &&str| {
        use sha2::Digest as _;
        sha2::Sha256::digest(format!("meeting of 22 November:{name}")).to_vec()
    };
    let mut order: Vec<usize> = vec![0, 1, 2];
    order.sort_by_key(|option| lot(&names[*option]));
    let lots = Lots::drawn("meeting of 22 November", &names);
    assert_eq!((lots.first(&[0, 1, 2]), lots.last(&[0, 1, 2])), (order[0], order[2]));
    assert_ne!(Lots::drawn("1", &names), Lots::drawn("3", &names), "two seeds that happen to give two orders");
}

#[test]
fn what_cannot_be_counted_is_told() {
    let scores = |given: &[(usize, u32)]| Scores(given.iter().copied().collect());
    for (rule, ballot, expected) in [
        (Rule::Plurality, Crosses(vec![1]), Ok(())),
        (Rule::Plurality, Crosses(vec![0, 1]), Err(Spoilt::TooMany)),
        (Rule::Plurality, Crosses(vec![]), Err(Spoilt::Empty)),
        (Rule::Approval, Crosses(vec![0, 3]), Err(Spoilt::NoSuchOption)),
        (Rule::Approval, Crosses(vec![2, 2]), Err(Spoilt::Twice)),
        (Rule::Score { most: 5 }, scores(&[(0, 6)]), Err(Spoilt::ScoreTooHigh)),
        (Rule::Score { most: 5 }, scores(&[(0, 5), (2, 0)]), Ok(())),
        (Rule::Runoff, Ranking(vec![2, 0]), Ok(())),
        (Rule::Runoff, Ranking(vec![2, 2]), Err(Spoilt::Twice)),
        (Rule::Schulze, Crosses(vec![1]), Err(Spoilt::OtherKind)),
    ] {
        assert_eq!(rule.check(&ballot, 3), expected, "{rule:?} {ballot:?}");
    }
    let count = Rule::Plurality.count(&[(Crosses(vec![]), 2), (Crosses(vec![9]), 1)], &lots(3));
    assert_eq!((count.spoilt, count.counted, &count.winners[..]), (3, 0, &[][..]));
}

#[test]
fn a_file_says_where_it_is_wrong() {
    let file = "4 2\n-3 # went home\n2 1 3 2 0\n1 3 0\n0\n\"Anna \" # x\n\"Ben\" \"Cem\"\n\"Dee\"\n\"Council\"\n";
    let blt = Blt::read(file).unwrap();
    assert_eq!(blt.ballots, [(Ranking(vec![0, 1]), 2), (Ranking(vec![]), 1)]);
    assert_eq!((&*blt.options[0], &*blt.title, blt.seats, &blt.withdrawn[..]), ("Anna ", "Council", 2, &[2][..]));
    for (file, line) in [
        ("", 1),
        ("2 3\n0\n", 1),
        ("2 1\n1 5 0\n0\n", 2),
        ("2 1\n1 1 1 0\n0\n", 2),
        ("2 1\n1 1\n0\n\"A\"\n", 4),
        ("2 1\n1 1 0\n0\n\"A\"\nB\n", 5),
        ("99999999999999999999 1", 1),
    ] {
        assert_eq!(Blt::read(file).unwrap_err().line, line, "{file:?}");
    }
}

const RULES: [Rule; 4] = [Rule::Borda, Rule::Runoff, Rule::Transferable { seats: 2 }, Rule::Schulze];

fn some_rankings() -> impl Strategy<Value = Vec<(Ballot, u64)>> {
    let ranking = (Just(vec![0, 1, 2, 3]).prop_shuffle(), 1..=4_usize);
    let ballot = ranking.prop_map(|(order, length)| Ranking(order[..length].to_vec()));
    prop::collection::vec((ballot, 1..6_u64), 1..12)
}

proptest! {
    #[test]
    fn the_order_of_ballots_and_how_they_are_piled_change_nothing(
        ballots in some_rankings(), turn in 0..12_usize
    ) {
        let mut turned = ballots.clone();
        turned.rotate_left(turn % ballots.len());
        let single: Vec<_> =
            ballots.iter().flat_map(|(ballot, times)| (0..*times).map(|_| (ballot.clone(), 1))).collect();
        for rule in RULES {
            let count = rule.count(&ballots, &lots(4));
            prop_assert_eq!(&count, &rule.count(&turned, &lots(4)));
            prop_assert_eq!(&count, &rule.count(&single, &lots(4)));
        }
    }

    #[test]
    fn every_vote_is_somewhere_in_every_round_and_every_seat_is_filled(ballots in some_rankings(), seats in 1..=4_usize) {
        let all: u64 = ballots.iter().map(|(_, times)| Votes::whole(*times).0).sum();
        for rule in [Rule::Runoff, Rule::Transferable { seats }] {
            let count = rule.count(&ballots, &lots(4));
            for round in &count.rounds {
                prop_assert_eq!(round.totals.iter().map(|votes| votes.0).sum::<u64>() + round.resting.0, all);
            }
            let mut winners = count.winners.clone();
            winners.sort_unstable();
            winners.dedup();
            prop_assert_eq!(winners.len(), if rule == Rule::Runoff { 1 } else { seats });
        }
    }

    /// Liking the winner better never makes it lose. (Run-off and the transferable vote do not promise that.)
    #[test]
    fn a_winner_that_rises_still_wins(ballots in some_rankings(), which in 0..12_usize) {
        for rule in [Rule::Borda, Rule::Schulze] {
            let winner = rule.count(&ballots, &lots(4)).winners[0];
            let mut raised = ballots.clone();
            let at = which % raised.len();
            if let Ranking(ranking) = &mut raised[at].0 {
                ranking.retain(|option| *option != winner);
                ranking.insert(0, winner);
            }
            prop_assert_eq!(rule.count(&raised, &lots(4)).winners[0], winner);
        }
    }

    /// Whoever beats each other one by one wins by Schulze's rule.
    #[test]
    fn whoever_beats_all_others_wins(ballots in some_rankings()) {
        let count = Rule::Schulze.count(&ballots, &lots(4));
        let pairs = count.pairs.unwrap();
        let beats_all = (0..4).find(|a| (0..4).filter(|b| b != a).all(|b| pairs[*a][b] > pairs[b][*a]));
        if let Some(option) = beats_all {
            prop_assert_eq!(count.winners[0], option);
        }
    }

    #[test]
    fn with_one_seat_the_transferable_vote_is_the_runoff_unless_ballots_run_dry(ballots in some_rankings()) {
        let full: Vec<_> = ballots.into_iter().map(|(ballot, times)| {
            let Ranking(mut ranking) = ballot else { unreachable!("rankings only") };
            (0..4).for_each(|option| if !ranking.contains(&option) { ranking.push(option) });
            (Ranking(ranking), times)
        }).collect();
        let one = Rule::Transferable { seats: 1 }.count(&full, &lots(4)).winners;
        prop_assert_eq!(one, Rule::Runoff.count(&full, &lots(4)).winners);
    }

    #[test]
    fn what_is_written_reads_the_same_and_counts_the_same(ballots in some_rankings()) {
        let names = ["Ann \"A\"", "Ben", "C # D", "Ünal"].map(str::to_owned).to_vec();
        let blt = Blt { title: "Poll".into(), options: names, seats: 2, withdrawn: vec![], ballots };
        let file = blt.write();
        let again = Blt::read(&file).unwrap();
        prop_assert_eq!(again.write(), file);
        let rule = Rule::Transferable { seats: 2 };
        prop_assert_eq!(rule.count(&again.ballots, &lots(4)), rule.count(&blt.ballots, &lots(4)));
    }

    #[test]
    fn no_file_breaks_the_reader(file in "[0-9 \\-\n\"#a-c]{0,80}") {
        let _ = Blt::read(&file);
    }
}
