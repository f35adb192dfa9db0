//! How often one address may do what costs us something, or guesses at a code. It is counted in memory, by each server
//! for itself: no address is stored or logged.
//!
//! Codes in cookies (drafts and sessions) are not counted: they are 128 random bits, which nobody guesses, and a
//! limit there would let one pupil stop a class. Nor is sending a draft: it was counted when it was begun.

use std::{
    collections::HashMap,
    mem,
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::{Mutex, PoisonError},
};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, request::Parts},
};

use crate::{app::App, error::Error};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Door {
    /// Beginning a draft.
    Start,
    /// Sending a form that is a whole survey, and so never was a draft.
    Send,
    /// Looking at a receipt or taking a response back.
    Receipt,
    /// Typing the words that lead back to a draft.
    Return,
    /// Asking for a sign-in link.
    Link,
    /// Spending the code of a sign-in link, or what a passkey signed.
    Enter,
    /// Asking for what a passkey is to sign.
    Challenge,
    /// Entering a prize draw.
    Draw,
    /// Asking to be told what happened, which sends a mail; confirming and stopping it.
    TellMe,
    /// Having no more invitations. Mail programs press for their people, many from one address.
    StopInvitations,
    /// Using a printed code: joining a council, voting by a slip.
    Slip,
    /// Reading the operator's counters.
    Metrics,
}

impl Door {
    /// How often at once, and the milliseconds until once more.
    fn rate(self) -> (i64, i64) {
        match self {
            // A school is one address: two classes at once, and an assembly of 700 within five minutes.
            Self::Start | Self::Send | Self::Receipt | Self::Draw | Self::StopInvitations => (120, 500),
            // Two classes at once, and everybody once more within two minutes. An address that never rests tries 86,400
            // times a day, of 2^54 ways to put six words: in the 14 days of a draft, with 10,000 of them under way at
            // once, it finds one with a chance of 1 in 1.5 million.
            Self::Return => (120, 1_000),
            // Two classes who vote at once, each asking for the page, opening it and sending it. An address that never
            // rests tries 172,800 times a day, of 2^58 codes.
            Self::Slip => (400, 500),
            // An office on a Monday morning.
            Self::Link | Self::Enter | Self::Challenge => (20, 10_000),
            // Parents at a concert.
            Self::TellMe => (60, 3_000),
            Self::Metrics => (60, 1_000),
        }
    }
}

/// After how long, in milliseconds, nobody's count matters any more: the slowest door has filled up by then.
const FORGOTTEN: i64 = 200_000;
/// How many counts are kept of each generation: a few megabytes at most.
const MOST: usize = 1 << 16;

/// What an operator decides.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The proxies whose `X-Forwarded-For` we believe. Everybody else is who they connect as.
    pub trusted_proxies: Vec<IpAddr>,
    /// Whether nothing is limited: for servers that one machine puts under load.
    pub lifted: bool,
}

/// The counts of a server.
pub struct Limits {
    settings: Settings,
    counts: Mutex<Counts>,
}

impl Limits {
    /// Nobody has been here yet.
    pub fn new(settings: Settings) -> Self {
        Self { settings, counts: Mutex::default() }
    }

    /// Counts that somebody is at a door now, a time in milliseconds; [`Error::TooOften`] if it has been enough.
    pub fn pass(&self, door: Door, client: &Client, now: i64) -> Result<(), Error> {
        if self.settings.lifted {
            return Ok(());
        }
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts
            .pass(door, client.0, now)
            .map_err(|millis| Error::TooOften { seconds: millis.unsigned_abs().div_ceil(1_000) })
    }
}

/// Where a request comes from. There is no `Debug`, so that no address is ever written down.
pub struct Client(IpAddr);

impl FromRequestParts<App> for Client {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let ConnectInfo(peer) = peer.ok_or_else(|| Error::Fault("a request from nowhere".to_owned()))?;
        Ok(Self(network(origin(peer.ip(), &parts.headers, &app.limits.settings.trusted_proxies))))
    }
}

/// The address that the last proxy of ours was asked from. What stands further left in the header is hearsay.
fn origin(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    let ours = |address: &IpAddr| trusted.iter().any(|proxy| proxy.to_canonical() == *address);
    let peer = peer.to_canonical();
    if !ours(&peer) {
        return peer;
    }
    let lines = headers.get_all("x-forwarded-for").iter().rev();
    let mut hops = lines.flat_map(|line| line.to_str().unwrap_or_default().rsplit(',')).map(read_address);
    hops.find(|hop| !hop.as_ref().is_some_and(ours)).flatten().unwrap_or(peer)
}

/// An address as proxies write it, with or without a port.
fn read_address(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let with_port = || hop.parse::<SocketAddr>().ok().map(|socket| socket.ip());
    Some(hop.parse().ok().or_else(with_port)?.to_canonical())
}

/// A household has 2^64 addresses of version 6: they count as one.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (!0 << 64))),
        IpAddr::V4(_) => address,
    }
}

/// For each door and address, the time at which it will be as if nobody had ever come. The old generation is dropped
/// when the young one is full, or when all in it has been forgotten.
#[derive(Default)]
struct Counts {
    began: i64,
    young: HashMap<(Door, IpAddr), i64>,
    old: HashMap<(Door, IpAddr), i64>,
}

impl Counts {
    /// Counts one more, or says in how many milliseconds it can be.
    fn pass(&mut self, door: Door, client: IpAddr, now: i64) -> Result<(), i64> {
        if self.young.len() >= MOST || !(0..FORGOTTEN).contains(&(now - self.began)) {
            self.old = mem::take(&mut self.young);
            self.began = now;
        }
        let (at_once, every) = door.rate();
        let latest = now + at_once * every;
        let key = (door, client);
        let rested = self.young.get(&key).or_else(|| self.old.get(&key)).copied().unwrap_or(now);
        // A clock that was put back shuts nobody out for longer than a full count does.
        let rested = rested.clamp(now, latest);
        let next = rested + every;
        let enough = next > latest;
        self.young.insert(key, if enough { rested } else { next });
        if enough { Err(next - latest) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCHOOL: &str = "192.0.2.7";

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    /// How many of so many tries within so many milliseconds pass.
    fn passed(counts: &mut Counts, door: Door, tries: i64, from: i64, within: i64) -> usize {
        (0..tries).filter(|i| counts.pass(door, address(SCHOOL), from + i * within / tries).is_ok()).count()
    }

    /// So many addresses, each once.
    fn strangers(counts: &mut Counts, door: Door, how_many: usize, now: i64) {
        for number in (0..how_many).map_while(|number| u32::try_from(number).ok()) {
            assert_eq!(counts.pass(door, IpAddr::V4(number.into()), now), Ok(()));
        }
    }

    #[test]
    fn classes_get_in_and_guesses_get_nowhere() {
        let mut counts = Counts::default();
        assert_eq!(passed(&mut counts, Door::Start, 60, 0, 60_000), 60);
        assert_eq!(passed(&mut counts, Door::Receipt, 60, 0, 1), 60);
        assert_eq!(passed(&mut counts, Door::Return, 60, 0, 60_000), 60);
        assert_eq!(passed(&mut counts, Door::Return, 10_000, 60_000, 60_000), 179);
        assert_eq!(passed(&mut counts, Door::Enter, 10_000, 0, 1), 20);
        assert_eq!(passed(&mut counts, Door::Enter, 10_000, 1, 60_000), 5);
        assert_eq!(counts.pass(Door::Enter, address("192.0.2.8"), 60_001), Ok(()));
    }

    #[test]
    fn one_is_told_how_long_to_wait_and_then_passes() {
        let mut counts = Counts::default();
        assert_eq!(passed(&mut counts, Door::Link, 20, 0, 1), 20);
        assert_eq!(counts.pass(Door::Link, address(SCHOOL), 4_000), Err(6_000));
        assert_eq!(counts.pass(Door::Link, address(SCHOOL), 10_000), Ok(()));
    }

    #[test]
    fn a_clock_that_is_put_back_shuts_nobody_out() {
        let mut counts = Counts::default();
        assert_eq!(passed(&mut counts, Door::Link, 21, 86_400_000, 1), 20);
        assert_eq!(counts.pass(Door::Link, address(SCHOOL), 0), Err(10_000));
        assert_eq!(counts.pass(Door::Link, address(SCHOOL), 10_000), Ok(()));
    }

    #[test]
    fn memory_is_bounded_and_who_is_busy_is_remembered() {
        let mut counts = Counts::default();
        assert_eq!(passed(&mut counts, Door::Link, 20, 0, 1), 20);
        strangers(&mut counts, Door::Start, MOST, 1);
        assert!(counts.pass(Door::Link, address(SCHOOL), 2).is_err(), "the old generation is asked as well");
        strangers(&mut counts, Door::Receipt, 4 * MOST, 3);
        assert!(counts.young.len() + counts.old.len() <= 2 * MOST);
        // What nobody asks for any more is gone after two turns.
        for turn in 1..=2 {
            assert_eq!(counts.pass(Door::Start, address(SCHOOL), turn * FORGOTTEN + 3), Ok(()));
        }
        assert_eq!(counts.young.len() + counts.old.len(), 2);
    }

    #[test]
    fn every_door_fills_up_before_it_is_forgotten() {
        let doors =
            [Door::Start, Door::Send, Door::Receipt, Door::Return, Door::Link, Door::Enter, Door::Draw, Door::TellMe];
        for door in doors.into_iter().chain([Door::Challenge, Door::StopInvitations, Door::Slip, Door::Metrics]) {
            let (at_once, every) = door.rate();
            assert!(at_once * every <= FORGOTTEN, "{door:?}");
        }
    }

    #[test]
    fn only_a_proxy_of_ours_says_where_a_request_comes_from() {
        let ours = [address("10.0.0.1"), address("::ffff:10.0.0.2")];
        for (peer, lines, from) in [
            ("203.0.113.9", &["192.0.2.7"][..], "203.0.113.9"),
            ("10.0.0.1", &["192.0.2.7"], "192.0.2.7"),
            ("::ffff:10.0.0.1", &["6.6.6.6, 192.0.2.7"], "192.0.2.7"),
            ("10.0.0.1", &["6.6.6.6", "192.0.2.7 , 10.0.0.2"], "192.0.2.7"),
            ("10.0.0.1", &["6.6.6.6, 192.0.2.7:4711"], "192.0.2.7"),
            ("10.0.0.2", &["6.6.6.6, [2001:db8::7]:80"], "2001:db8::7"),
            ("10.0.0.1", &["6.6.6.6, unknown"], "10.0.0.1"),
            ("10.0.0.1", &[], "10.0.0.1"),
        ] {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append("x-forwarded-for", line.parse().unwrap());
            }
            assert_eq!(origin(address(peer), &headers, &ours), address(from), "{peer} {lines:?}");
        }
    }

    #[test]
    fn a_household_counts_as_one() {
        assert_eq!(network(address("2001:db8:1:2:3:4:5:6")), address("2001:db8:1:2::"));
        assert_eq!(network(address(SCHOOL)), address(SCHOOL));
    }
}
