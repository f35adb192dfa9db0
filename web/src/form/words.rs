//! What is wrong with an answer, in words.

use heard_core::{
    answer::Wrong,
    date::{DatePart, PartialDate},
    question::{Kind, Question},
};

use crate::words::Words;

/// What happened to an answer and what to do, as part of a sentence that the question may follow.
pub fn what_is_wrong(question: &Question, wrong: &Wrong, words: &Words) -> String {
    match wrong {
        Wrong::Missing => missing(&question.kind, words),
        Wrong::NotOffered => &words.not_offered,
        Wrong::MoreThanOne => &words.one_only,
        Wrong::TooMany { at_most } => return words.too_many(*at_most),
        Wrong::NoneAndSome => &words.goes_alone,
        Wrong::NotANumber => &words.in_figures,
        Wrong::NotWhole => &words.whole_number,
        Wrong::OutOfRange { min, max } => return words.out_of_range(&words.number(min), &words.number(max)),
        Wrong::TwoNumbers { thousands, fraction } => return words.two_numbers(thousands, &words.number(fraction)),
        Wrong::TooLong { at_most, were } => return words.too_long(*were, *at_most),
        Wrong::NotAPostcode => &words.full_postcode,
        Wrong::UnknownPostcode => &words.unknown_postcode,
        Wrong::AnsweredAndNot => &words.answered_and_not,
        Wrong::OtherUnsaid => &words.other_unsaid,
        Wrong::OtherNotChosen => &words.other_not_chosen,
        Wrong::DateLacks(part) => box_of(*part, [&words.write_the_day, &words.write_the_month, &words.write_the_year]),
        Wrong::DateUnread(part) => {
            box_of(*part, [&words.day_in_figures, &words.month_in_figures, &words.year_in_figures])
        }
        Wrong::NoSuchDay => &words.no_such_day,
        Wrong::DateOutside { earliest, latest } => return outside(*earliest, *latest, words),
        Wrong::RankedTwice { place } => return words.ranked_twice(*place),
        Wrong::RankGap { place } => return words.rank_gap(*place),
        Wrong::RowsMissing(_) => &words.all_rows,
        Wrong::NotForYou => &words.not_for_you,
    }
    .clone()
}

fn missing<'w>(kind: &Kind, words: &'w Words) -> &'w String {
    match kind {
        Kind::Number(_) => &words.write_a_number,
        Kind::Date(_) => &words.write_a_date,
        Kind::ShortText(_) | Kind::LongText(_) => &words.write_an_answer,
        Kind::Postcode => &words.write_your_postcode,
        Kind::Ranking(_) => &words.put_in_order,
        Kind::Grid(_) => &words.all_rows,
        Kind::Consent(_) => &words.tick_to_agree,
        Kind::Single(_) | Kind::Scale(_) | Kind::Several(_) | Kind::YesNo | Kind::Information => {
            &words.choose_an_answer
        }
    }
}

/// What is said of one box of a date, out of what is said of day, month and year.
fn box_of(part: DatePart, [day, month, year]: [&String; 3]) -> &String {
    match part {
        DatePart::Day => day,
        DatePart::Month => month,
        DatePart::Year => year,
    }
}

fn outside(earliest: Option<PartialDate>, latest: Option<PartialDate>, words: &Words) -> String {
    match (earliest.map(|date| words.partial_day(date)), latest.map(|date| words.partial_day(date))) {
        (Some(earliest), Some(latest)) => words.date_between(&earliest, &latest),
        (Some(earliest), None) => words.date_from(&earliest),
        (None, Some(latest)) => words.date_until(&latest),
        (None, None) => words.write_a_date.clone(),
    }
}
