//! Days, months and years as people know them: of many things only the year is remembered.

use std::{fmt, str::FromStr};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A part of a date, and how precise a date is: to the day, the month or the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DatePart {
    /// The day of the month.
    Day,
    /// The month of the year.
    Month,
    /// The year.
    Year,
}

impl DatePart {
    /// The stable code: the name of its box in a form.
    pub fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

/// A day, a month or a year, of four figures. Written `2019-03-14`, `2019-03` or `2019`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "Written")]
pub struct PartialDate {
    first: Date,
    precise_to: DatePart,
}

/// What the schema says of a [`PartialDate`].
#[derive(JsonSchema)]
#[schemars(transparent)]
#[expect(dead_code, reason = "it describes a text, and holds none")]
struct Written(#[schemars(regex(pattern = "^[1-9][0-9]{3}(-[0-9]{2}){0,2}$"))] String);

impl PartialDate {
    /// The day, month or year; `None` where there is no such day, as on 31 February.
    pub fn new(year: i16, month: Option<i8>, day: Option<i8>) -> Option<Self> {
        let precise_to = match (month, day) {
            (Some(_), Some(_)) => DatePart::Day,
            (Some(_), None) => DatePart::Month,
            (None, None) => DatePart::Year,
            (None, Some(_)) => return None,
        };
        let first = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        (1_000..=9_999).contains(&year).then_some(Self { first, precise_to })
    }

    /// How precise it is.
    pub fn precise_to(self) -> DatePart {
        self.precise_to
    }

    /// Its first day: itself, or the first of the month or year.
    pub fn first_day(self) -> Date {
        self.first
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        match self.precise_to {
            DatePart::Day => self.first,
            DatePart::Month => self.first.last_of_month(),
            DatePart::Year => self.first.last_of_year(),
        }
    }

    /// Whether some day of it is neither before `earliest` nor after `latest`.
    pub fn is_within(self, earliest: Option<Self>, latest: Option<Self>) -> bool {
        earliest.is_none_or(|earliest| self.last_day() >= earliest.first_day())
            && latest.is_none_or(|latest| self.first_day() <= latest.last_day())
    }
}

/// How many days a day is after 1 January 1970.
pub fn days_from_1970(day: Date) -> i32 {
    (day - Date::constant(1970, 1, 1)).get_days()
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let form = match self.precise_to {
            DatePart::Day => "%Y-%m-%d",
            DatePart::Month => "%Y-%m",
            DatePart::Year => "%Y",
        };
        write!(f, "{}", self.first.strftime(form))
    }
}

impl FromStr for PartialDate {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        let part = |digits: &str, length: usize| {
            let plain = digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| digits.parse::<i16>().ok()).flatten()
        };
        let small = |digits: &str| part(digits, 2).and_then(|number| i8::try_from(number).ok());
        let parts: Vec<_> = written.split('-').collect();
        let read = match parts[..] {
            [year] => part(year, 4).and_then(|year| Self::new(year, None, None)),
            [year, month] => {
                part(year, 4).zip(small(month)).and_then(|(year, month)| Self::new(year, Some(month), None))
            }
            [year, month, day] => part(year, 4)
                .zip(small(month).zip(small(day)))
                .and_then(|(year, (month, day))| Self::new(year, Some(month), Some(day))),
            _ => None,
        };
        read.ok_or_else(|| format!("\"{written}\" is not a date; write one such as 2019, 2019-03 or 2019-03-14"))
    }
}

impl TryFrom<String> for PartialDate {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        written.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(written: &str) -> PartialDate {
        written.parse().unwrap()
    }

    #[test]
    fn what_is_written_is_read_again() {
        for written in ["2019", "2019-03", "2019-03-14", "2020-02-29"] {
            assert_eq!(date(written).to_string(), written);
        }
        for not in ["", "19", "2019-3", "2019-13", "2019-02-30", "2019-00", "02019", "2019-03-14-1", "0999", "２０１９"]
        {
            assert!(not.parse::<PartialDate>().is_err(), "{not}");
        }
    }

    #[test]
    fn days_are_counted_from_1970() {
        for (written, days) in [("1970", 0), ("1970-02", 31), ("2000-03-01", 11_017), ("1969-12-31", -1)] {
            assert_eq!(days_from_1970(date(written).first_day()), days, "{written}");
        }
    }

    #[test]
    fn a_period_is_within_limits_when_some_day_of_it_is() {
        for (written, earliest, latest, within) in [
            ("2019", Some("2019-06"), None, true),
            ("2019-05", Some("2019-06"), None, false),
            ("2019-06-30", Some("2019-06"), Some("2019-06"), true),
            ("2019-07-01", None, Some("2019-06"), false),
            ("2020-02", None, Some("2020-02-01"), true),
            ("1000", None, None, true),
        ] {
            assert_eq!(date(written).is_within(earliest.map(date), latest.map(date)), within, "{written}");
        }
    }
}
