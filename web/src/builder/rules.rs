//! "Ask only some people": a condition as boxes to tick.

use crate::form::sheet::{Sheet, offers};
use heard_core::{
    age::AgeBand,
    answer::Typed,
    audience::Audience,
    condition::{AnswerIs, Condition},
    question::{Kind, Question},
    survey::Survey,
    text::{Key, Lang},
    ticked::Ticked,
};
use maud::{Markup, html};

use crate::language;

const EVERY: &str = "if.every";
const AUDIENCE: &str = "if.audience";
const AGE: &str = "if.age";
const LANGUAGE: &str = "if.language";
/// Ticked to write boxes in the place of a condition that boxes cannot say.
const REPLACE: &str = "if.replace";

/// Something that can be looked at: a question, or a statement of a grid.
struct Told<'s> {
    question: &'s Question,
    statement: Option<&'s Key>,
}

impl Told<'_> {
    fn field(&self) -> String {
        let statement = self.statement.map(|statement| format!(".{statement}")).unwrap_or_default();
        format!("if.answer.{}{statement}", self.question.key)
    }

    fn words(&self, lang: &Lang) -> String {
        let asked = self.question.text.get(lang);
        let statement = match (&self.question.kind, self.statement) {
            (Kind::Grid(grid), Some(key)) => grid.statements.iter().find(|row| row.key == *key),
            _ => None,
        };
        statement.map_or_else(|| asked.to_owned(), |row| format!("{asked} {}", row.text.get(lang)))
    }

    fn options(&self, lang: &Lang) -> Vec<(String, String)> {
        let words = |option: &str| match self.question.option_text(option) {
            Some(text) => text.get(lang).to_owned(),
            None if option == "yes" => "Yes".to_owned(),
            None => "No".to_owned(),
        };
        self.question.option_keys().into_iter().map(|option| (option.to_owned(), words(option))).collect()
    }
}

/// What can be looked at before this section.
fn told<'s>(survey: &'s Survey, section: &str) -> Vec<Told<'s>> {
    let earlier = survey.sections.iter().take_while(|one| one.key != *section);
    let questions =
        earlier.flat_map(|section| &section.questions).filter(|question| !question.option_keys().is_empty());
    questions
        .flat_map(|question| match &question.kind {
            Kind::Grid(grid) => {
                grid.statements.iter().map(|row| Told { question, statement: Some(&row.key) }).collect()
            }
            _ => vec![Told { question, statement: None }],
        })
        .collect()
}

/// The fields that a condition stands in.
pub(super) fn fill(condition: Option<&Condition>) -> Vec<(String, String)> {
    let Some(ticked) = Ticked::read(condition) else { return Vec::new() };
    let mut fields = vec![(EVERY.to_owned(), if ticked.every { "all" } else { "any" }.to_owned())];
    for rule in &ticked.answers {
        let statement = rule.statement.as_ref().map(|statement| format!(".{statement}")).unwrap_or_default();
        fields.extend(
            rule.is.iter().map(|option| (format!("if.answer.{}{statement}", rule.question), option.to_string())),
        );
    }
    fields.extend(ticked.audiences.iter().map(|audience| (AUDIENCE.to_owned(), audience.code().to_owned())));
    fields.extend(ticked.ages.iter().map(|age| (AGE.to_owned(), age.code().to_owned())));
    fields.extend(ticked.languages.iter().map(|lang| (LANGUAGE.to_owned(), lang.to_string())));
    fields
}

/// The condition that was ticked; the one that was there, where boxes cannot say it and nobody wants to replace it.
pub(super) fn read(typed: &Typed, survey: &Survey, section: &str, before: Option<&Condition>) -> Option<Condition> {
    if Ticked::read(before).is_none() && typed.first(REPLACE).is_empty() {
        return before.cloned();
    }
    let answers = told(survey, section).into_iter().map(|told| {
        let offered = told.question.option_keys();
        let is = typed.all(&told.field()).iter().filter(|option| offered.contains(&option.as_str()));
        AnswerIs {
            question: told.question.key.clone(),
            statement: told.statement.cloned(),
            is: is.filter_map(|option| Key::try_from(option.clone()).ok()).collect(),
        }
    });
    let audiences = survey.audiences.iter().filter(|one| typed.all(AUDIENCE).iter().any(|code| code == one.code()));
    let languages = survey.languages.iter().filter(|one| typed.all(LANGUAGE).iter().any(|code| **code == ***one));
    let ticked = Ticked {
        every: typed.first(EVERY) != "any",
        answers: answers.collect(),
        audiences: audiences.copied().collect(),
        ages: typed.all(AGE).iter().filter_map(|code| AgeBand::from_code(code)).collect(),
        languages: languages.cloned().collect(),
    };
    ticked.condition()
}

/// Whether a field is one of these.
pub(super) fn is_field(field: &str) -> bool {
    field.starts_with("if.")
}

/// The boxes. `what` is what is asked under the condition: "question" or "section".
pub(super) fn view(
    sheet: &Sheet<'_>,
    survey: &Survey,
    section: &str,
    before: Option<&Condition>,
    what: &str,
) -> Markup {
    let told = told(survey, section);
    let in_boxes = Ticked::read(before).is_some();
    let ages: Vec<AgeBand> = ages_told(&told);
    html! {
        h2 { "Who is asked" }
        @if before.is_none() { p { "Everybody, unless you tick something here." } }
        @if !in_boxes {
            p { "This " (what) " has a condition that boxes cannot show. It stays as it was written, unless you replace it." }
            (sheet.tick(REPLACE, "Replace it with what I tick below"))
        }
        details open[before.is_some()] {
            summary { "Ask only some people this " (what) }
            (sheet.one_of(EVERY, "Where you tick in more than one list", "",
                &offers([("all", "Everything has to fit"), ("any", "One of them is enough")])))
            @if survey.audiences.len() > 1 {
                (sheet.ticks(AUDIENCE, "Only these people", "", &survey.audiences.iter().map(|one| (one.code().to_owned(), audience_words(*one).to_owned())).collect::<Vec<_>>()))
            }
            @if !ages.is_empty() {
                (sheet.ticks(AGE, "Only these ages", "", &ages.iter().map(|age| (age.code().to_owned(), age_words(*age).to_owned())).collect::<Vec<_>>()))
            }
            @if survey.languages.len() > 1 {
                (sheet.ticks(LANGUAGE, "Only in these languages", "", &survey.languages.iter().map(|lang| (lang.to_string(), language_name(lang))).collect::<Vec<_>>()))
            }
            @for one in &told {
                (sheet.ticks(&one.field(), &format!("Only after “{}”", one.words(sheet.lang)), "", &one.options(sheet.lang)))
            }
            @if told.is_empty() { p { "Answers to questions of earlier sections can be ticked here. This is the first section with any." } }
        }
    }
}

fn ages_told(told: &[Told<'_>]) -> Vec<AgeBand> {
    let bands = |told: &Told<'_>| {
        told.question
            .option_keys()
            .into_iter()
            .filter_map(|option| told.question.age_band_of(option))
            .collect::<Vec<_>>()
    };
    let mut ages: Vec<_> = told.iter().flat_map(bands).collect();
    ages.sort_unstable();
    ages.dedup();
    ages
}

/// An audience in words.
pub(super) fn audience_words(audience: Audience) -> &'static str {
    match audience {
        Audience::ParticipatingParent => "Parents and carers whose children take part",
        Audience::NonParticipatingParent => "Parents and carers whose children do not take part",
        Audience::YoungPerson => "Children and young people",
        Audience::CouncilMember => "Members of the youth music council",
        Audience::Staff => "Staff",
        Audience::Partner => "Schools and other partners",
    }
}

/// An age in words.
pub(super) fn age_words(age: AgeBand) -> &'static str {
    match age {
        AgeBand::Under9 => "Under 9",
        AgeBand::NineTo12 => "9 to 12",
        AgeBand::ThirteenTo18 => "13 to 18",
        AgeBand::Adult => "Over 18",
    }
}

/// A language by its own name and its code.
pub(super) fn language_name(lang: &Lang) -> String {
    format!("{} ({lang})", language::name(lang))
}
