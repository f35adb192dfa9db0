//! A postcode, which is reduced to a place before anything is kept.

use super::fields::single_value;
use crate::{
    answer::{Answer, Wrong},
    area::{Place, Postcode},
};

pub(super) fn read(values: &[String], places: &dyn Fn(&Postcode) -> Option<Place>) -> Result<Answer, Wrong> {
    let Some(value) = single_value(values)? else { return Ok(Answer::Skipped) };
    let postcode = Postcode::parse(value).ok_or(Wrong::NotAPostcode)?;
    places(&postcode).map(Answer::Place).ok_or(Wrong::UnknownPostcode)
}
