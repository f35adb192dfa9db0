//! A survey all at once, on one page or on paper: what of it can apply to its reader, and to whom each part does.

use crate::{
    answer::{Answers, NOT_UNDERSTOOD, Problem, RATHER_NOT_SAY, Typed, Wrong},
    area::{Place, Postcode},
    condition::{AnswerIs, Condition, Facts},
    question::{Kind, Question},
    route::Route,
    survey::{Section, Survey},
    text::{Key, Lang},
};

/// A section of which something can apply.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    /// The section.
    pub section: &'a Section,
    /// To whom it applies; to everybody, where there is none.
    pub only: Option<Condition>,
    /// Its questions that can apply, in order.
    pub questions: Vec<Asked<'a>>,
}

/// A question that can apply.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// The question.
    pub question: &'a Question,
    /// To whom it applies, of those that its section applies to; to all of them, where there is none.
    pub only: Option<Condition>,
}

/// What can apply to one who reads the survey in this language.
///
/// Of each condition stands what depends on the reader's answers: what is certain already is left out. An audience or
/// an age that one question alone tells stands as the answers that tell it, for that is what the reader knows.
pub fn parts<'a>(survey: &'a Survey, lang: &'a Lang) -> Vec<Part<'a>> {
    let mut before = Before { facts: Facts::new(&survey.audiences, lang), questions: Vec::new() };
    let mut parts = Vec::new();
    for section in &survey.sections {
        let Ok(only) = before.left_of(section.condition.as_ref()) else { continue };
        let asked =
            |question: &'a Question| Some(Asked { question, only: before.left_of(question.condition.as_ref()).ok()? });
        let questions: Vec<_> = section.questions.iter().filter_map(asked).collect();
        if questions.is_empty() {
            continue;
        }
        for asked in &questions {
            before.facts.expect(asked.question);
            before.questions.push(asked.question);
        }
        parts.push(Part { section, only, questions });
    }
    parts
}

/// The same for one page that everybody reads at once, before it is known how old they are: words of their own are not
/// asked there of people of some ages only, because children would write them too.
pub fn on_one_page<'a>(survey: &'a Survey, lang: &'a Lang) -> Vec<Part<'a>> {
    let mut parts = parts(survey, lang);
    for part in &mut parts {
        part.questions.retain(|asked| !asks_words_by_age(part.section, asked.question));
    }
    parts.retain(|part| !part.questions.is_empty());
    parts
}

/// Whether a question asks people of some ages for words of their own. One that is required is asked of everybody who
/// may have to answer it: without it nothing could be sent.
pub fn asks_words_by_age(section: &Section, question: &Question) -> bool {
    let rules = [&section.condition, &question.condition].into_iter().flatten();
    let by_age = rules.flat_map(Condition::leaves).any(|rule| matches!(rule, Condition::AgeBand(_)));
    by_age && !question.required && matches!(question.kind, Kind::ShortText(_) | Kind::LongText(_))
}

/// Reads a form that holds the whole survey. Only what is on the way that the answers lead has to be right. What was said
/// beside it does not count, and nobody's words are dropped without a word: once all on the way is right, it is a problem
/// ([`Wrong::NotForYou`]). Before, what is wrong may be the very answer that would lead there.
///
/// `places` looks a postcode up; `None` means that no such postcode is known.
pub fn read(
    survey: &Survey,
    typed: &Typed,
    lang: &Lang,
    places: &dyn Fn(&Postcode) -> Option<Place>,
) -> (Answers, Vec<Problem>) {
    let (answers, mut problems) = Answers::read(survey.questions().map(|(_, question)| question), typed, places);
    let route = Route::new(survey, &answers, lang);
    let on_the_way: Vec<&Key> =
        route.sections().flat_map(|section| route.questions(section)).map(|question| &question.key).collect();
    problems.retain(|problem| on_the_way.contains(&&problem.question));
    if problems.is_empty() {
        let there = on_one_page(survey, lang).into_iter().flat_map(|part| part.questions).map(|asked| asked.question);
        let said = there.filter(|q| !on_the_way.contains(&&q.key) && says_something(q, typed));
        problems = said.map(|q| Problem { question: q.key.clone(), wrong: Wrong::NotForYou }).collect();
    }
    (answers, problems)
}

/// Whether a question was answered, rightly or not. Whoever would rather not say, or does not understand a question that
/// is not for them, says nothing that is lost.
fn says_something(question: &Question, typed: &Typed) -> bool {
    let fields = typed.fields().filter(|field| question.has_field(field));
    let mut values = fields.flat_map(|field| typed.all(field)).map(|value| value.trim());
    values.any(|value| !value.is_empty() && value != RATHER_NOT_SAY && value != NOT_UNDERSTOOD)
}

/// The condition does not hold, whatever is answered.
struct Never;

/// What may be answered before a rule counts.
struct Before<'a> {
    facts: Facts<'a>,
    questions: Vec<&'a Question>,
}

impl Before<'_> {
    /// What of a condition depends on answers: nothing, where it holds anyway.
    fn left_of(&self, condition: Option<&Condition>) -> Result<Option<Condition>, Never> {
        let Some(condition) = condition else { return Ok(None) };
        let told = self.told(condition);
        match told.outlook(&self.facts) {
            Some(true) => Ok(None),
            Some(false) => Err(Never),
            None => Ok(Some(self.undecided(told))),
        }
    }

    /// The condition with audiences and ages as the answers that tell them, where these are one question's.
    fn told(&self, condition: &Condition) -> Condition {
        let all = |rules: &[Condition]| rules.iter().map(|rule| self.told(rule)).collect();
        let told = match condition {
            Condition::All(rules) => return Condition::All(all(rules)),
            Condition::Any(rules) => return Condition::Any(all(rules)),
            Condition::Not(rule) => return Condition::Not(Box::new(self.told(rule))),
            // Where a survey is for one audience only, it is known before anything is answered.
            Condition::Audience(these) if self.facts.audience.is_none() => {
                self.told_by(&|question, option| question.audience_of(option).map(|told| these.contains(&told)))
            }
            Condition::AgeBand(these) => {
                self.told_by(&|question, option| question.age_band_of(option).map(|told| these.contains(&told)))
            }
            _ => None,
        };
        told.unwrap_or_else(|| condition.clone())
    }

    /// The rule about the answers to the one question that tells what `tells` looks for: whether an option tells one
    /// of those that are meant, or another.
    fn told_by(&self, tells: &dyn Fn(&Question, &str) -> Option<bool>) -> Option<Condition> {
        let telling = |question: &&&Question| question.option_keys().iter().any(|key| tells(question, key).is_some());
        let mut telling = self.questions.iter().filter(telling);
        let (question, None) = (telling.next()?, telling.next()) else { return None };
        let meant = question.option_keys().into_iter().filter(|key| tells(question, key) == Some(true));
        let is: Vec<_> = meant.filter_map(|key| Key::try_from(key).ok()).collect();
        // Where no answer tells it, it never holds: no rule about an answer says so.
        let answered = (!is.is_empty())
            .then(|| Condition::Answer(AnswerIs { question: question.key.clone(), statement: None, is }));
        Some(answered.unwrap_or_else(|| Condition::Any(Vec::new())))
    }

    /// The rules within that are not decided yet: the others hold within "all", and do not within "any".
    fn undecided(&self, condition: Condition) -> Condition {
        let several = |rules: Vec<Condition>, kind: fn(Vec<Condition>) -> Condition| {
            let open = rules.into_iter().filter(|rule| rule.outlook(&self.facts).is_none());
            let mut open: Vec<_> = open.map(|rule| self.undecided(rule)).collect();
            if open.len() == 1 { open.remove(0) } else { kind(open) }
        };
        match condition {
            Condition::All(rules) => several(rules, Condition::All),
            Condition::Any(rules) => several(rules, Condition::Any),
            Condition::Not(rule) => Condition::Not(Box::new(self.undecided(*rule))),
            leaf => leaf,
        }
    }
}
