//! Ballots as a BLT file: the form in which counts of ranked ballots are published and counted again by other programs.
//!
//! ```text
//! 4 2              options, seats
//! -3               withdrawn (perhaps)
//! 28 1 2 3 0       so many ballots, ranking, 0
//! 0                end of the ballots
//! "Anna"           the options' names
//! …
//! "Council 2026"   the poll's name
//! ```
//! Read as `OpaVote` describes it (<https://www.opavote.com/help/overview#blt-file-format>), without its extensions for equal
//! ranks. What stands behind a `#` outside quotation marks is a remark.

use std::{collections::BTreeMap, fmt::Write as _};

use super::Ballot;

/// The longest file that is read, in bytes: some hundred thousand ballots.
const LONGEST: usize = 16 << 20;
/// More options than any poll has.
const MOST_OPTIONS: usize = 1_000;

/// Ballots with what they are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blt {
    /// The poll's name.
    pub title: String,
    /// The options' names.
    pub options: Vec<String>,
    /// How many are elected.
    pub seats: usize,
    /// Options that count no more, whatever ballots say.
    pub withdrawn: Vec<usize>,
    /// Rankings, each with how many ballots say so.
    pub ballots: Vec<(Ballot, u64)>,
}

/// What is wrong with a file, and in which line, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BltFault {
    /// The line.
    pub line: usize,
    /// What is wrong, in words.
    pub message: String,
}

impl Blt {
    /// Writes the file: rankings in their own order, each once, so that it does not tell in what order ballots came.
    pub fn write(&self) -> String {
        let mut file = format!("{} {}\n", self.options.len(), self.seats);
        let mut line = |text: std::fmt::Arguments<'_>| writeln!(file, "{text}").expect("a String takes every write");
        for option in &self.withdrawn {
            line(format_args!("-{}", option + 1));
        }
        let mut piles: BTreeMap<&[usize], u64> = BTreeMap::new();
        for (ballot, times) in &self.ballots {
            if let Ballot::Ranking(ranking) = ballot {
                *piles.entry(ranking).or_default() += times;
            }
        }
        for (ranking, times) in piles {
            let places: Vec<_> =
                ranking.iter().map(|option| (option + 1).to_string()).chain(["0".to_owned()]).collect();
            line(format_args!("{times} {}", places.join(" ")));
        }
        line(format_args!("0"));
        for name in self.options.iter().chain([&self.title]) {
            line(format_args!("\"{}\"", name.replace(['"', '\n', '\r'], "'")));
        }
        file
    }

    /// Reads a file. Withdrawn options are taken out of the rankings.
    pub fn read(text: &str) -> Result<Self, BltFault> {
        if text.len() > LONGEST {
            return Err(BltFault { line: 1, message: "the file is longer than 16 MB".to_owned() });
        }
        let mut words = Words::new(text);
        let options = words.number("how many options there are")?;
        let seats = words.number("how many are elected")?;
        if !(1..=MOST_OPTIONS).contains(&options) || !(1..=options).contains(&seats) {
            return Err(words.fault("the first line has the number of options, then how many of them are elected"));
        }
        let mut withdrawn = Vec::new();
        while let Some(option) = words.withdrawn() {
            withdrawn.push(words.place(option, options)?);
        }
        let mut ballots = Vec::new();
        loop {
            let times = words.number("how many ballots say so, or 0 after the last")?;
            if times == 0 {
                break;
            }
            let mut ranking = Vec::new();
            loop {
                let option = words.number("the number of an option, or 0 after the last")?;
                if option == 0 {
                    break;
                }
                let place = words.place(option, options)?;
                if ranking.contains(&place) {
                    return Err(words.fault("a ballot names an option twice"));
                }
                ranking.push(place);
            }
            ranking.retain(|place| !withdrawn.contains(place));
            ballots.push((Ballot::Ranking(ranking), u64::try_from(times).unwrap_or(u64::MAX)));
        }
        let names = (0..options).map(|_| words.name()).collect::<Result<_, _>>()?;
        let title = words.name().unwrap_or_default();
        Ok(Self { title, options: names, seats, withdrawn, ballots })
    }
}

/// The words of a file, each with its line.
struct Words<'a> {
    rest: std::iter::Peekable<std::vec::IntoIter<(usize, &'a str)>>,
    line: usize,
}

impl<'a> Words<'a> {
    fn new(text: &'a str) -> Self {
        let lines = (1..).zip(text.trim_start_matches('\u{feff}').lines());
        let words: Vec<_> = lines.flat_map(|(at, line)| split(line).into_iter().map(move |word| (at, word))).collect();
        Self { rest: words.into_iter().peekable(), line: 1 }
    }

    fn next(&mut self) -> Option<&'a str> {
        let (line, word) = self.rest.next()?;
        self.line = line;
        Some(word)
    }

    fn number(&mut self, what: &str) -> Result<usize, BltFault> {
        let word = self.next();
        let number = word.and_then(|word| word.parse().ok());
        number.ok_or_else(|| self.fault(&format!("here stands {what}, as a number")))
    }

    /// The number after a minus sign, if that comes next.
    fn withdrawn(&mut self) -> Option<usize> {
        let number = self.rest.peek()?.1.strip_prefix('-')?.parse().ok()?;
        self.next();
        Some(number)
    }

    fn place(&self, option: usize, options: usize) -> Result<usize, BltFault> {
        let place = option.checked_sub(1).filter(|place| *place < options);
        place.ok_or_else(|| self.fault(&format!("there is no option {option}")))
    }

    fn name(&mut self) -> Result<String, BltFault> {
        let word = self.next();
        let name = word.and_then(|word| word.strip_prefix('"')?.strip_suffix('"'));
        name.map(str::to_owned).ok_or_else(|| self.fault("here stands a name in quotation marks"))
    }

    fn fault(&self, message: &str) -> BltFault {
        BltFault { line: self.line, message: message.to_owned() }
    }
}

/// Words are parted by blanks; a name in quotation marks is one word, with its marks.
fn split(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = line.trim();
    while !rest.is_empty() && !rest.starts_with('#') {
        let end = match rest.strip_prefix('"') {
            Some(name) => name.find('"').map_or(rest.len(), |end| end + 2),
            None => rest.find(char::is_whitespace).unwrap_or(rest.len()),
        };
        let (word, after) = rest.split_at(end);
        words.push(word);
        rest = after.trim_start();
    }
    words
}
