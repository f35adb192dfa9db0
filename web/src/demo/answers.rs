//! Made-up responses to "Music and your family": the same seed gives the same responses.
//!
//! Nobody said any of this. Each response comes from a made-up family, drawn around published figures of real surveys
//! of this kind ([`figures`] has them one by one, each with the real figure that it stands near), and answers only
//! what the survey shows to such a family. It comes out as a browser would post it, so that it goes through the same
//! reading as a real one.

mod chance;
mod family;
mod figures;
mod homes;
mod words;

use heard_core::{
    answer::{Answers, RATHER_NOT_SAY, Typed},
    question::{Kind, Question},
    route::Route,
    survey::{Section, Survey},
    text::Lang,
};

pub(super) use chance::Chance;
use family::Family;

/// A made-up response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The whole form: the values of every question that was shown, a postcode that `postcodes.csv` knows among them.
    pub typed: Typed,
    /// The day on which it was sent, in days since the survey opened: 0 to 27.
    pub day: u16,
}

/// Makes `how_many` responses to the demonstration's survey. A question that the families here do not know is skipped.
pub fn responses(survey: &Survey, seed: u64, how_many: usize) -> Vec<Made> {
    let homes = homes::lived_in();
    let mut chance = Chance::new(seed);
    (0..how_many)
        .map(|_| {
            let family = Family::draw(&homes, &mut chance);
            let typed = fill_in(survey, &family, &mut chance);
            Made { typed, day: day_of_sending(&mut chance) }
        })
        .collect()
}

/// Goes through the survey page by page, because what is shown depends on the pages before.
fn fill_in(survey: &Survey, family: &Family<'_>, chance: &mut Chance) -> Typed {
    let language = Lang::english();
    let mut answers = Answers::default();
    let mut form = Vec::new();
    for section in &survey.sections {
        let route = Route::new(survey, &answers, &language);
        if !route.sections().any(|shown| shown.key == section.key) {
            continue;
        }
        let questions: Vec<_> = route.questions(section).collect();
        let page: Vec<_> = questions
            .iter()
            .flat_map(|question| {
                values(section, question, family, chance).into_iter().map(|v| (question.key.to_string(), v))
            })
            .collect();
        // No later question depends on where a family lives, so the postcode need not be looked up to find the way.
        let (read, _) = Answers::read(questions, &page.iter().cloned().collect(), &|_| None);
        answers.merge(read);
        form.extend(page);
    }
    form.into_iter().collect()
}

/// What a family puts into the field of a question. Leaving a text field empty posts an empty value, and ticking
/// nothing posts none.
fn values(section: &Section, question: &Question, family: &Family<'_>, chance: &mut Chance) -> Vec<String> {
    if !question.required && chance.happens(figures::skips(section, question)) {
        return match question.kind {
            Kind::Number(_) | Kind::ShortText(_) | Kind::LongText(_) | Kind::Postcode => vec![String::new()],
            _ => Vec::new(),
        };
    }
    if question.sensitive && chance.happens(figures::rather_not_say(section)) {
        return vec![RATHER_NOT_SAY.to_owned()];
    }
    family.answer(&question.key, chance)
}

/// Most people answer soon after they are asked, and some after the reminder that comes halfway.
fn day_of_sending(chance: &mut Chance) -> u16 {
    let (from, within) = if chance.happens(figures::BEFORE_THE_REMINDER) { (0, 14) } else { (14, 14) };
    from + chance.below(within).min(chance.below(within))
}

#[cfg(test)]
mod tests;
