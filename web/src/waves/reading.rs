//! Reading the form of a wave: its days, and what is declared.

use heard_core::{
    answer::Typed,
    participation::{Participation, Rung},
    survey::Survey,
    text::Texts,
    wave::{Declaration, LawfulBasis, MonitoringBasis, asks_monitoring},
};
use jiff::civil::Date;

use super::{Stage, planning::INVITED_ONLY, view};
use crate::{
    clock::{day_of, start_of},
    form::sheet::{Trouble, YES},
    surveys::Wave,
    typed::day,
};

/// For how many days a wave can be open, at most.
const LONGEST: i64 = 366;

/// What was typed, as far as it can be read.
pub(super) struct Read<'a> {
    typed: &'a Typed,
    stage: Stage,
    pub wave: Wave,
    pub troubles: Vec<Trouble>,
}

impl<'a> Read<'a> {
    /// Reads the days of the wave.
    pub fn new(typed: &'a Typed, stage: Stage, before: &Wave, now: i64) -> Self {
        let mut read = Self { typed, stage, wave: before.clone(), troubles: Vec::new() };
        if stage == Stage::Planned {
            let first = read.day("first_day");
            if first.is_some_and(|day| day < day_of(now)) {
                read.wrong("first_day", "That day is over. Write today or a later day.");
            }
            read.wave.opens = first.map_or(i64::MAX, |day| start_of(day).max(now));
        }
        if matches!(stage, Stage::Planned | Stage::Open) {
            let last = read.day("last_day");
            read.wave.closes = last.and_then(|day| day.tomorrow().ok()).map_or(i64::MAX, start_of);
            read.check_days(last, now);
        }
        read
    }

    fn check_days(&mut self, last: Option<Date>, now: i64) {
        let Some(last) = last.filter(|_| self.wave.opens < i64::MAX) else { return };
        let first = day_of(self.wave.opens);
        if last < first {
            self.wrong("last_day", "The last day cannot be before the first.");
        } else if self.wave.closes <= now {
            self.wrong("last_day", "That day is over. Write today or a later day.");
        } else if i64::from((last - first).get_days()) >= LONGEST {
            self.wrong("last_day", "A wave is open for a year at most. Plan another one for afterwards.");
        } else if self.stage == Stage::Open && self.wave.forgets().is_some_and(|forgets| self.wave.closes >= forgets) {
            self.wrong(
                "last_day",
                "People were told a day on which their answers are deleted. Write a day well before it.",
            );
        }
    }

    fn day(&mut self, field: &'static str) -> Option<Date> {
        let day = day(self.typed.first(field));
        if day.is_none() {
            self.wrong(field, "Write a day, such as 1 March 2027.");
        }
        day
    }

    fn wrong(&mut self, field: &str, advice: &'static str) {
        self.troubles.push(trouble(field, advice));
    }

    /// What is declared: all of it before the wave opens, and then what may still change.
    pub fn declaration(&mut self, before: Option<&Declaration>, survey: &Survey) -> Declaration {
        let participation = self.participation();
        let contact = self.text("contact");
        let declaration = match before {
            Some(before) if self.stage != Stage::Planned => Declaration { contact, participation, ..before.clone() },
            _ => self.promised(contact, participation, survey),
        };
        for want in declaration.wants(survey) {
            self.troubles.push(trouble(&want.at.replace('/', "."), want.advice));
        }
        declaration
    }

    fn promised(&mut self, contact: String, participation: Participation, survey: &Survey) -> Declaration {
        let basis = LawfulBasis::ALL.into_iter().find(|basis| basis.code() == self.typed.first("basis"));
        if basis.is_none() {
            self.wrong("basis", "Choose by what right you use the answers.");
        }
        let monitoring = MonitoringBasis::ALL.into_iter();
        let mut purpose = Texts::default();
        for lang in &survey.languages {
            purpose.set(lang, self.typed.first(&format!("purpose.{lang}")));
        }
        let months = |field: &str| self.typed.first(field).trim().parse().unwrap_or(0);
        let keep_months = months("keep_months");
        // A survey without equality questions does not ask how long their answers are kept.
        let apart = asks_monitoring(survey);
        Declaration {
            purpose,
            basis: basis.unwrap_or(LawfulBasis::PublicTask),
            monitoring_basis: monitoring.into_iter().find(|basis| basis.code() == self.typed.first("monitoring_basis")),
            keep_months,
            keep_monitoring_months: if apart { months("keep_monitoring_months") } else { keep_months },
            contact,
            invited_only: self.typed.first(INVITED_ONLY) == YES,
            participation,
        }
    }

    fn participation(&mut self) -> Participation {
        let rung = Rung::ALL.into_iter().find(|rung| rung.number().to_string() == self.typed.first("rung"));
        if rung.is_none() {
            self.wrong("rung", "Choose the rung that is true, whatever it is.");
        }
        Participation {
            space: self.text("space"),
            voice: self.text("voice"),
            audience: self.text("audience"),
            influence: self.text("influence"),
            rung: rung.unwrap_or(Rung::Tokenism),
        }
    }

    fn text(&self, field: &str) -> String {
        self.typed.first(field).trim().to_owned()
    }
}

/// Something that has to be changed in a field.
pub(super) fn trouble(field: &str, advice: &'static str) -> Trouble {
    Trouble { field: field.to_owned(), label: view::label(field), advice }
}
