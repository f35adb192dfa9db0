//! Care for those who answer: delicate questions, what is insisted on, and words for who reads with less ease.

use super::{Draft, Found, asking, phrases, reading, texts};
use crate::{
    age::AgeBand,
    question::{Kind, Question},
    survey::{Section, Survey},
    wording::Readers,
};

/// Words of questions that touch what people may want to keep to themselves.
const DELICATE: &[&str] = &[
    "income",
    "earn",
    "salary",
    "on benefits",
    "get benefits",
    "receive benefits",
    "claim benefits",
    "universal credit",
    "free school meals",
    "debt",
    "disability",
    "disabled",
    "disabilities",
    "health condition",
    "mental health",
    "illness",
    "medication",
    "religion",
    "religious",
    "faith",
    "ethnic",
    "ethnicity",
    "race",
    "sexual orientation",
    "sexuality",
    "gender",
    "gay",
    "transgender",
    "trans",
    "in care",
    "looked after",
    "social worker",
    "refugee",
    "asylum",
    "immigration",
    "police",
    "prison",
    "excluded from school",
    "bullied",
    "bullying",
    "abuse",
    "pregnant",
    "special needs",
    "ehc plan",
    "special educational needs",
];

/// More words than this in a question, or a word of three syllables, and young children need words of their own.
const SHORT: usize = 10;

/// Delicate questions without a reason.
pub(super) fn no_reason(draft: &Draft<'_>) -> Vec<Found> {
    let found = delicate(draft.survey).filter_map(|(section, question)| {
        let missing = question.reason.as_ref().and_then(texts::english).is_none();
        let message = "people think twice about a question like this, and answer when they know what it is for";
        missing.then(|| Found::new(texts::address(section, question), message, "say why you ask, in \"reason\""))
    });
    found.collect()
}

/// Delicate questions that leave no choice but to answer or to skip without a word.
pub(super) fn no_way_out(draft: &Draft<'_>) -> Vec<Found> {
    let found = delicate(draft.survey).filter(|(section, question)| !question.sensitive && !section.monitoring);
    let found = found.filter(|(_, question)| !matches!(question.kind, Kind::Consent(_))).map(|(section, question)| {
        let message = "this touches what some people keep to themselves, and nothing lets them say so";
        let fix = "offer \"I'd rather not say\" with \"sensitive\": true, or move it to a \"monitoring\" section";
        Found::new(texts::address(section, question), message, fix)
    });
    found.collect()
}

/// Surveys of which most questions insist on an answer.
pub(super) fn too_many_required(draft: &Draft<'_>) -> Vec<Found> {
    let asked: Vec<_> = draft.survey.questions().filter(|(_, question)| question.takes_answer()).collect();
    let count = asked.iter().filter(|(_, question)| question.required).count();
    let message =
        format!("{count} of {} questions have to be answered, and people leave where they are pressed", asked.len());
    let fix = "take \"required\" out wherever the survey makes sense without the answer";
    let too_many = count > 3 && count * 2 > asked.len();
    too_many.then(|| Found::new("sections", message, fix)).into_iter().collect()
}

/// Questions that children under 9 are asked in words for older ones.
pub(super) fn no_younger_words(draft: &Draft<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut told = false;
    for section in &draft.survey.sections {
        for question in section.questions.iter().filter(|_| told) {
            let audiences = draft.survey.audiences.iter().filter(|audience| !audience.is_adult());
            let sees = |audience| texts::may_see(section, question, audience, Some(AgeBand::Under9));
            if audiences.copied().any(sees) && needs_words_for(question, Readers::Under9) {
                let message = "children under 9 read this too, in words that are hard at that age";
                let fix = "add a wording for \"under_9\", or ask it of older ones only";
                found.push(Found::new(texts::address(section, question), message, fix));
            }
        }
        let tells = |question: &Question| {
            question.option_keys().into_iter().any(|option| question.age_band_of(option) == Some(AgeBand::Under9))
        };
        told |= section.questions.iter().any(tells);
    }
    found
}

/// Surveys of young people without Easy Read, and what they leave out of it.
pub(super) fn no_easy_read(draft: &Draft<'_>) -> Vec<Found> {
    let survey = draft.survey;
    if !survey.asks_young_people() || survey.sections.is_empty() {
        return Vec::new();
    }
    if !survey.offers_easy_read() {
        let message = "young people are asked, and some of them read Easy Read only: short words, one idea a line";
        return vec![Found::new("wordings", message, "add wordings for \"easy_read\", above all for long questions")];
    }
    let lacking = texts::own_questions(survey).filter(|(_, question)| needs_words_for(question, Readers::EasyRead));
    let found = lacking.map(|(section, question)| {
        let message = "the survey offers Easy Read, and this has the same words there";
        Found::new(texts::address(section, question), message, "add a wording for \"easy_read\"")
    });
    found.collect()
}

/// Whether a question is hard, and has no other words for some readers.
fn needs_words_for(question: &Question, readers: Readers) -> bool {
    let has_own = question.wordings.iter().any(|wording| wording.readers.contains(&readers) && wording.text.is_some());
    let text = texts::english(&question.text).unwrap_or_default();
    let words = reading::words(&text);
    !has_own && (words.len() > SHORT || words.iter().any(|word| reading::syllables(word) > 3))
}

/// The author's questions that are marked as delicate, or whose words are. What people think of us is not: "Disabled
/// children can take part" is a statement to agree with.
fn delicate(survey: &Survey) -> impl Iterator<Item = (&Section, &Question)> {
    let asked = texts::own_questions(survey).filter(|(_, question)| question.takes_answer());
    asked.filter(|(section, question)| {
        let words = texts::english(&question.text).map(|text| phrases::plain(&text)).unwrap_or_default();
        let touches = phrases::first(&words, DELICATE).is_some() && !asking::is_agreement(question);
        question.sensitive || section.monitoring || touches
    })
}
