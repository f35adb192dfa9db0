//! The demonstration's youth music council: a decision that was answered, one whose answer is late, and a poll that is
//! open. All of it is made up.

use heard_core::{
    disclosure::Voting,
    poll::{Ballot, Rule},
};
use jiff::ToSpan as _;

use super::SERVICE;
use crate::{
    app::App,
    clock::DAY,
    councils::{self, Council, Role},
    decisions::{self, Answer, Reply},
    error::Error,
    ideas,
    polls::{self, NewPoll},
};

/// Who is on it.
const MEMBERS: [(Role, &str); 7] = [
    (Role::Chair, "Robin"),
    (Role::Clerk, "Sky"),
    (Role::Teller, "Kit"),
    (Role::Moderator, "Max"),
    (Role::Member, "Ash"),
    (Role::Member, "Jo"),
    (Role::Member, ""),
];

/// Rankings of the places for a concert, each with how many say so: three rounds.
const CONCERT: [(&[usize], usize); 4] = [(&[0, 2], 8), (&[1, 3, 0], 7), (&[3, 1], 5), (&[2, 1, 0], 4)];
/// Votes for and against lending instruments in the holidays.
const LENDING: [(usize, usize); 2] = [(0, 13), (1, 4)];

/// The address by which the chair joins, with a new code.
pub async fn chair_address(app: &App) -> Result<String, Error> {
    councils::chair_address(app, SERVICE).await
}

fn poll(question: &str, options: &[&str], rule: Rule, voting: Voting) -> NewPoll {
    NewPoll {
        question: question.to_owned(),
        options: options.iter().map(|option| (*option).to_owned()).collect(),
        rule,
        voting,
        running: false,
        quorum: 0,
        closes: None,
    }
}

pub(super) async fn found(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let id = councils::found(&mut tx, SERVICE, "Riverside Youth Music Council", now - 60 * DAY).await?;
    let council = councils::council(&mut tx, SERVICE, &id).await?;
    let mut members = Vec::new();
    for (role, nickname) in MEMBERS {
        members.push(councils::seat(&mut tx, &council, role, nickname).await?);
    }
    tx.commit().await?;
    lending(app, &id, now - 40 * DAY).await?;
    concert(app, &id, now - 14 * DAY).await?;
    open_mic(app, &id, &members, now - DAY).await?;
    ideas(app, &council, &members, now).await
}

/// Two that everybody reads, one that waits for a young moderator, and one that is held for an adult.
async fn ideas(app: &App, council: &Council, members: &[String], now: i64) -> Result<(), Error> {
    let mut tx = app.db.write().await?;
    for (writer, supporters, words, days) in [
        (4, &members[..5], "Could we have a day each term when everybody can try any instrument?", 9),
        (5, &members[2..4], "Please put on a later bus after Wednesday’s rehearsal. Some of us miss the end.", 5),
        (6, &[], "A songwriting room with headphones, so that shy people can join in.", 1),
        (5, &[], "I wrote a song with my friend Alex from the park. Call us on 07700 900123 to hear it.", 1),
    ] {
        ideas::put(&mut tx, council, &members[writer], words, supporters, now - days * DAY).await?;
    }
    tx.commit().await
}

/// Decided, and nobody has answered.
async fn lending(app: &App, council: &str, then: i64) -> Result<(), Error> {
    let question = "Should we be able to borrow instruments in the holidays?";
    let new = poll(question, &["Yes", "No"], Rule::Plurality, Voting::Secret);
    let ballots: Vec<_> =
        LENDING.iter().flat_map(|(option, times)| vec![Ballot::Crosses(vec![*option]); *times]).collect();
    let mut tx = app.db.write().await?;
    let poll = polls::make(&mut tx, SERVICE, council, new, then).await?;
    polls::vote_and_close(app, &mut tx, &poll, &ballots, then).await?;
    let words = "We want to borrow instruments in all holidays, for free.";
    decisions::decide(&mut tx, &poll, words, then).await?;
    tx.commit().await
}

/// Decided by knock-out rounds, and answered.
async fn concert(app: &App, council: &str, then: i64) -> Result<(), Error> {
    let places = ["Town square", "River park", "School hall", "Boat house"];
    let new = poll("Where should our summer concert be?", &places, Rule::Runoff, Voting::Secret);
    let ballots: Vec<_> =
        CONCERT.iter().flat_map(|(ranking, times)| vec![Ballot::Ranking(ranking.to_vec()); *times]).collect();
    let mut tx = app.db.write().await?;
    let poll = polls::make(&mut tx, SERVICE, council, new, then).await?;
    polls::vote_and_close(app, &mut tx, &poll, &ballots, then).await?;
    decisions::decide(&mut tx, &poll, "We want our summer concert to be in the river park.", then).await?;
    let reply = Reply {
        answer: Answer::Yes,
        words: "Good idea. We have asked for the park on a Saturday in June. If it rains we play in \
            the school hall."
            .to_owned(),
        day: Some(app.clock.today().saturating_add(200.days())),
        action: Some("three_councils".to_owned()),
    };
    decisions::reply(&mut tx, SERVICE, &poll.id, &reply, then + 9 * DAY).await?;
    tx.commit().await
}

/// Open: some hands are up.
async fn open_mic(app: &App, council: &str, members: &[String], then: i64) -> Result<(), Error> {
    let options = ["Songs we wrote ourselves", "Songs from films", "Rap and beats", "Anything goes"];
    let new = poll("What should our winter open mic be about?", &options, Rule::Approval, Voting::Open);
    let mut tx = app.db.write().await?;
    let poll = polls::make(&mut tx, SERVICE, council, new, then).await?;
    for (member, crosses) in members[1..5].iter().zip([vec![0, 2], vec![3], vec![0], vec![1, 3]]) {
        polls::raise(&mut tx, &poll, member, &Ballot::Crosses(crosses)).await?;
    }
    tx.commit().await
}
