//! Reading figures of a population: lines of what, group and people, however a spreadsheet writes them. Whatever cannot be
//! read is told by its line, and nothing is guessed.

use std::collections::{BTreeMap, BTreeSet};

use heard_core::{
    equality::{self, Group},
    question::Question,
};

use super::population::Line;

/// What stands for districts.
pub(super) const AREA: &str = "area";
/// The group that stands for everybody, where one can be in several groups.
pub(super) const ALL: &str = "all";

/// The most lines that are read: more than all districts of England, in each of several ways.
const MOST_LINES: usize = 2_000;
/// The most people that a line can have.
const MOST_PEOPLE: u64 = 100_000_000;

/// What lines can be about.
pub(super) struct Known {
    /// Names of districts by their codes.
    pub areas: BTreeMap<String, String>,
    /// Questions with options.
    pub questions: Vec<Question>,
}

impl Known {
    /// The question of that key, with the groups that its answers are told in.
    pub fn question(&self, key: &str) -> Option<(&Question, Vec<Group<'_>>)> {
        let question = self.questions.iter().find(|question| *question.key == *key)?;
        Some((question, equality::groups(question)))
    }

    /// All that a line can begin with.
    fn names(&self) -> String {
        let keys = self.questions.iter().map(|question| &*question.key);
        [AREA].into_iter().chain(keys).collect::<Vec<_>>().join(", ")
    }

    /// What is stored of a group, however it was written. The error says what could have been.
    fn group(&self, what: &str, written: &str) -> Result<String, String> {
        if what == AREA {
            let same = |(code, name): &(&String, &String)| {
                written.eq_ignore_ascii_case(code) || written.eq_ignore_ascii_case(name)
            };
            let found = self.areas.iter().find(same).map(|(code, _)| code.clone());
            return found.ok_or_else(|| "no district has this code or name".to_owned());
        }
        let Some((question, groups)) = self.question(what) else {
            return Err(format!("no question is called “{what}”. It can be {}", self.names()));
        };
        let several = equality::is_several(question);
        if several && written == ALL {
            return Ok(ALL.to_owned());
        }
        let is_it = |group: &&Group<'_>| group.code == written || group.options.contains(&written);
        groups.iter().find(is_it).map(|group| group.code.to_owned()).ok_or_else(|| {
            let all = several.then_some(ALL);
            let codes: Vec<_> = groups.iter().map(|group| group.code).chain(all).collect();
            format!("it can be {}", codes.join(", "))
        })
    }
}

/// What was read, and what could not be.
pub(super) fn read(text: &str, known: &Known) -> (Vec<Line>, Vec<String>) {
    // Forms and spreadsheets end lines with two signs, of which the reader of lines would count one to the next line.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut reading = Reading { known, lines: Vec::new(), seen: BTreeMap::new(), problems: Vec::new() };
    let delimiter = [b'\t', b';'].into_iter().find(|sign| text.lines().next().unwrap_or("").as_bytes().contains(sign));
    let mut rows = csv::ReaderBuilder::new();
    rows.has_headers(false).flexible(true).trim(csv::Trim::All).delimiter(delimiter.unwrap_or(b','));
    for (place, record) in rows.from_reader(text.as_bytes()).records().enumerate() {
        let Ok(record) = record else { continue };
        let line = record.position().map_or(0, csv::Position::line);
        if place >= MOST_LINES {
            reading.problems.push(format!("Line {line}: these are more than {MOST_LINES} lines."));
            break;
        }
        let cells: Vec<&str> = record.iter().collect();
        let is_head = place == 0 && cells.first().is_some_and(|first| first.eq_ignore_ascii_case("what"));
        if is_head || cells.iter().all(|cell| cell.is_empty()) {
            continue;
        }
        if let Err(problem) = reading.add(&cells) {
            reading.problems.push(format!("Line {line}: {problem}."));
        }
    }
    reading.check();
    (reading.lines, reading.problems)
}

struct Reading<'k> {
    known: &'k Known,
    lines: Vec<Line>,
    /// Of each thing, the groups as they were written.
    seen: BTreeMap<String, BTreeSet<String>>,
    problems: Vec<String>,
}

impl Reading<'_> {
    fn add(&mut self, cells: &[&str]) -> Result<(), String> {
        let [what, written, people] = cells[..] else {
            return Err("it needs three parts, what, group and people".to_owned());
        };
        let plain: String = people.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
        let people = plain.parse::<u64>().ok().filter(|people| *people <= MOST_PEOPLE);
        let people = people.ok_or_else(|| format!("“{}” is not a number of people", short(cells[2])))?;
        let what = what.to_ascii_lowercase();
        let group = self.known.group(&what, written);
        let group = group.map_err(|advice| format!("“{}, {}” is not known: {advice}", short(&what), short(written)))?;
        // Ethnic groups can be written as the five or as the options of which they are made.
        let parts = written != group && what != AREA;
        let seen = self.seen.entry(what.clone()).or_default();
        if !seen.insert(written.to_ascii_lowercase()) {
            return Err(format!("“{what}, {}” is there twice", short(written)));
        }
        match self.lines.iter_mut().find(|line| line.what == what && line.group == group) {
            Some(line) if parts && !seen.contains(&group) => line.people += people,
            Some(_) => {
                return Err(format!(
                    "“{what}, {group}” is there already, with the groups in it, or under another name"
                ));
            }
            None => self.lines.push(Line { what, group, people }),
        }
        Ok(())
    }

    /// What only all lines together show.
    fn check(&mut self) {
        if self.lines.is_empty() && self.problems.is_empty() {
            self.problems.push("There is no line with figures.".to_owned());
        }
        for what in self.seen.keys() {
            let of: Vec<&Line> = self.lines.iter().filter(|line| line.what == *what).collect();
            let several = self.known.question(what).is_some_and(|(question, _)| equality::is_several(question));
            let all = of.iter().find(|line| several && line.group == ALL).map(|line| line.people);
            let problem = match all {
                None if several => "people can be in several of its groups, so it needs a line with the group “all”",
                Some(all) if all == 0 || of.iter().any(|line| line.people > all) => {
                    "a group has more people than “all”"
                }
                None if of.iter().map(|line| line.people).sum::<u64>() == 0 => "it has nobody",
                _ if of.len() < 2 => "one group alone cannot be compared; bring the others too",
                _ => continue,
            };
            self.problems.push(format!("About “{what}”: {problem}."));
        }
    }
}

fn short(written: &str) -> String {
    const LONGEST: usize = 40;
    if written.chars().count() <= LONGEST {
        return written.to_owned();
    }
    written.chars().take(LONGEST).chain("…".chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        let item = |name| equality::item(name).unwrap();
        Known {
            areas: [("E1", "Ashwater"), ("E2", "Dunmere")]
                .map(|(code, name)| (code.to_owned(), name.to_owned()))
                .into(),
            questions: vec![item("ethnic_group_2021"), item("send"), item("free_school_meals")],
        }
    }

    fn check(text: &str, lines: &[(&str, &str, u64)]) {
        let (found, problems) = read(text, &known());
        let found: Vec<_> = found.iter().map(|line| (&*line.what, &*line.group, line.people)).collect();
        assert_eq!((found, problems), (lines.to_vec(), Vec::new()), "{text}");
    }

    fn fails(text: &str, said: &str) {
        let (_, problems) = read(text, &known());
        assert!(problems.iter().any(|problem| problem.starts_with(said)), "{problems:?}");
    }

    #[test]
    fn lines_are_read_however_a_spreadsheet_writes_them() {
        let two = [("area", "E1", 1_200), ("area", "E2", 800)];
        check("what,group,people\narea,E1,1200\narea,E2,800\n", &two);
        check("\u{feff}What\tGroup\tPeople\r\nArea\tAshwater\t1,200\r\n\r\nArea\tdunmere\t800", &two);
        check("area;e1;1 200\narea;e2;800", &two);
        check("area,Ashwater,\"1,200\"\narea,Dunmere,800", &two);
        check(
            "send,all,100\nsend,ehc_plan,4\nsend,none,80",
            &[("send", "all", 100), ("send", "ehc_plan", 4), ("send", "none", 80)],
        );
        check(
            "ethnic_group,white_british,70\nethnic_group,white_irish,5\nethnic_group,asian,25",
            &[("ethnic_group", "white", 75), ("ethnic_group", "asian", 25)],
        );
    }

    #[test]
    fn what_cannot_be_read_is_told_by_its_line() {
        fails("", "There is no line with figures.");
        fails("what,group,people\narea,E1\narea,E2,3", "Line 2: it needs three parts");
        fails("area,E1,many\narea,E2,3", "Line 1: “many” is not a number of people.");
        fails("what,group,people\r\narea,E2,3\r\narea,E1,many", "Line 3: “many”");
        fails("area,E1,-3\narea,E2,3", "Line 1: “-3” is not");
        fails("area,E1,99999999999999999999\narea,E2,3", "Line 1: “99999999999999999999” is not");
        fails("area,Atlantis,5", "Line 1: “area, Atlantis” is not known: no district");
        fails(
            "hair,red,5",
            "Line 1: “hair, red” is not known: no question is called “hair”. It can be area, ethnic_group, send",
        );
        fails(
            "free_school_meals,perhaps,5",
            "Line 1: “free_school_meals, perhaps” is not known: it can be yes, no, not_sure.",
        );
        fails("area,E1,5\narea,E2,5\narea,E1,6", "Line 3: “area, E1” is there twice.");
        fails("area,E1,5\narea,Ashwater,6", "Line 2: “area, E1” is there already");
        fails("ethnic_group,white,5\nethnic_group,white_irish,6", "Line 2: “ethnic_group, white” is there already");
        fails("ethnic_group,white_irish,5\nethnic_group,white,6", "Line 2: “ethnic_group, white” is there already");
        fails("area,E1,5", "About “area”: one group alone");
        fails("area,E1,0\narea,E2,0", "About “area”: it has nobody.");
        fails("send,ehc_plan,4\nsend,none,6", "About “send”: people can be in several");
        fails("send,all,4\nsend,none,6", "About “send”: a group has more people than “all”.");
        fails(&"area,E1,5\n".repeat(2_100), "Line 2001: these are more than");
    }
}
