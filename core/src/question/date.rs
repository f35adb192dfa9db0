//! A day, a month or a year, typed into a text box for each part.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Fields, months::month, plain_digits};
use crate::{
    answer::{Answer, Wrong},
    date::{DatePart, PartialDate},
};

/// What is asked of a date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DateAsked {
    /// How precise it has to be: ask for the year alone where that will do.
    pub precise_to: DatePart,
    /// The earliest that is allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<PartialDate>,
    /// The latest that is allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<PartialDate>,
}

impl DateAsked {
    /// The boxes of its form, in their order.
    pub fn boxes(&self) -> impl Iterator<Item = DatePart> + use<> {
        let precise_to = self.precise_to;
        [DatePart::Day, DatePart::Month, DatePart::Year].into_iter().filter(move |part| *part >= precise_to)
    }

    pub(super) fn read(&self, fields: &Fields<'_>) -> Result<Answer, Wrong> {
        fields.nothing_whole()?;
        let typed: Vec<_> =
            self.boxes().map(|part| Ok((part, fields.part(part.code())?))).collect::<Result<_, Wrong>>()?;
        if typed.iter().all(|(_, value)| value.is_none()) {
            return Ok(Answer::Skipped);
        }
        let (mut year, mut month, mut day) = (0, None, None);
        for (part, value) in typed {
            let value = value.ok_or(Wrong::DateLacks(part))?;
            let read = match part {
                DatePart::Day => number(value, 1, 31).map(|number| day = i8::try_from(number).ok()),
                DatePart::Month => {
                    let number = number(value, 1, 12).or_else(|| self::month(value));
                    number.map(|number| month = i8::try_from(number).ok())
                }
                DatePart::Year => number(value, 1_000, 9_999).map(|number| year = number),
            };
            read.ok_or(Wrong::DateUnread(part))?;
        }
        let date = PartialDate::new(year, month, day).ok_or(Wrong::NoSuchDay)?;
        if !date.is_within(self.earliest, self.latest) {
            return Err(Wrong::DateOutside { earliest: self.earliest, latest: self.latest });
        }
        Ok(Answer::Date(date))
    }

    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let limits = self.earliest.iter().chain(&self.latest);
        if limits.into_iter().any(|limit| limit.precise_to() < self.precise_to) {
            faults.push("\"earliest\" and \"latest\" cannot be more precise than the answer".to_owned());
        }
        if let (Some(earliest), Some(latest)) = (self.earliest, self.latest)
            && earliest.first_day() > latest.last_day()
        {
            faults.push("\"earliest\" has to be before \"latest\"".to_owned());
        }
        faults
    }
}

fn number(value: &str, min: i16, max: i16) -> Option<i16> {
    let digits = plain_digits(value);
    // A sign, which Rust would read, is none of a date.
    let plain = digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit());
    let number = plain.then(|| digits.parse().ok()).flatten()?;
    (min..=max).contains(&number).then_some(number)
}
