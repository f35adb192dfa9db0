//! Days in words.

use heard_core::date::{DatePart, PartialDate};
use jiff::civil::Date;

use super::{Words, joined};

impl Words {
    /// A day as people write it.
    pub fn day(&self, day: Date) -> String {
        joined(&self.date(day.day(), day.month(), &day.year().to_string()))
    }

    /// A day, month or year, standing alone.
    pub fn partial_day(&self, date: PartialDate) -> String {
        let (first, year) = (date.first_day(), date.first_day().year().to_string());
        match date.precise_to() {
            DatePart::Day => self.day(first),
            DatePart::Month => joined(&self.month(first.month(), &year)),
            DatePart::Year => year,
        }
    }
}
