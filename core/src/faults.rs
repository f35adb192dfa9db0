//! What the author of a survey has to change before it can be published.

use std::collections::BTreeMap;

use crate::{
    age::AgeBand,
    condition::{AnswerIs, Condition, DateIs},
    equality, labels, piping,
    question::{Kind, Question},
    reach,
    survey::{Fault, Section, Survey},
    wording,
};

/// Questions by key.
type Questions<'s> = BTreeMap<&'s str, &'s Question>;

impl Survey {
    /// Why it is more than anybody would answer, if it is: before [`Survey::faults`] and advice, which compare its parts
    /// with each other.
    pub fn too_much(&self) -> Option<&'static str> {
        let options = |question: &Question| question.option_keys().len();
        if self.sections.len() > 100 || self.questions().count() > 500 {
            Some("A survey has 100 sections and 500 questions at most. Part it into several.")
        } else if self.questions().any(|(_, question)| options(question) > 500) {
            Some("A question has 500 options at most. Let people write what they mean instead.")
        } else {
            None
        }
    }
}

/// Everything in a survey that has to be changed.
pub(crate) fn of(survey: &Survey) -> Vec<Fault> {
    let fault = |at: &str, message: &str| Fault { at: at.to_owned(), message: message.to_owned() };
    let mut faults = Vec::new();
    if survey.languages.is_empty() {
        faults.push(fault("languages", "name at least one language"));
    }
    if survey.audiences.is_empty() {
        faults.push(fault("audiences", "name at least one audience"));
    }
    if survey.sections.is_empty() {
        faults.push(fault("sections", "a survey needs at least one section"));
    }
    if survey.asks_young_people() && survey.draw.as_ref().is_some_and(|draw| !draw.young_people) {
        let message = "young people are asked, who would have to leave an address; take the draw out, or, if your \
            service has decided that they may enter, write \"young_people\": true in it";
        faults.push(fault("draw", message));
    }
    faults.extend(wording::faults(&survey.wordings, &[]).iter().map(|message| fault("wordings", message)));
    let mut earlier = Questions::new();
    for (place, section) in survey.sections.iter().enumerate() {
        let taken = survey.sections[..place].iter().any(|before| before.key == section.key);
        if taken || Survey::RESERVED.contains(&&*section.key) {
            let message = format!("the section key \"{}\" is taken; choose another", section.key);
            faults.push(fault(&section.key, &message));
        }
        faults.extend(in_section(survey, section, &mut earlier));
    }
    faults.extend(missing_translations(survey));
    faults.extend(in_texts(survey));
    faults
}

/// Faults within a section. Its questions are added to `earlier`, which later sections may look at.
fn in_section<'s>(survey: &Survey, section: &'s Section, earlier: &mut Questions<'s>) -> Vec<Fault> {
    let within = |message: String| Fault { at: section.key.to_string(), message };
    let mut faults: Vec<_> =
        in_condition(survey, section.condition.as_ref(), earlier).into_iter().map(within).collect();
    faults.extend(wording::faults(&section.wordings, &ages(earlier)).into_iter().map(within));
    if section.questions.is_empty() {
        faults.push(within("a section needs at least one question".to_owned()));
    }
    for question in &section.questions {
        let at = format!("{}/{}", section.key, question.key);
        let messages = in_question(survey, section, question, earlier);
        faults.extend(messages.into_iter().map(|message| Fault { at: at.clone(), message }));
    }
    for question in &section.questions {
        if earlier.insert(&question.key, question).is_some() {
            faults.push(within(format!("two questions have the key \"{}\"; give each its own", question.key)));
        }
    }
    faults
}

fn in_question(survey: &Survey, section: &Section, question: &Question, earlier: &Questions<'_>) -> Vec<String> {
    let mut faults = question.faults();
    faults.extend(if equality::is_for_adults(question) {
        in_age_gate(survey, question, earlier)
    } else {
        in_condition(survey, question.condition.as_ref(), earlier)
    });
    faults.extend(piping::faults(question, earlier));
    faults.extend(question.wording_faults(&ages(earlier)));
    faults.extend(labels::faults(question, &survey.languages));
    if section.monitoring && question.required {
        faults.push("equality monitoring is never required; take \"required\" out".to_owned());
    }
    if section.monitoring && question.reason.is_none() {
        faults.push("equality monitoring says why it asks; write a \"reason\"".to_owned());
    }
    let foreign = question
        .option_keys()
        .into_iter()
        .filter_map(|option| question.audience_of(option))
        .find(|audience| !survey.audiences.contains(audience));
    faults.extend(foreign.map(|audience| {
        format!("an option leads to \"{}\", which the survey's \"audiences\" do not name", audience.code())
    }));
    faults
}

fn missing_translations(survey: &Survey) -> Vec<Fault> {
    let missing = survey.texts().into_iter().flat_map(|(at, texts)| {
        let languages = survey.languages.iter().filter(move |lang| !texts.has(lang));
        languages.map(move |lang| Fault {
            at: at.clone(),
            message: format!("there is no text in \"{lang}\"; write one, or take the language out"),
        })
    });
    missing.collect()
}

/// Signs that nobody sees, and answers piped to where nothing is asked.
fn in_texts(survey: &Survey) -> Vec<Fault> {
    let hidden = survey.texts().into_iter().filter_map(|(at, texts)| Some(Fault { at, message: texts.hidden_sign()? }));
    let piped = survey.own_texts().into_iter().filter(|(_, texts)| piping::is_in(texts));
    let message = "an earlier answer can stand in the texts of a question only";
    hidden.chain(piped.map(|(at, _)| Fault { at, message: message.to_owned() })).collect()
}

fn in_condition(survey: &Survey, condition: Option<&Condition>, earlier: &Questions<'_>) -> Vec<String> {
    let Some(condition) = condition else { return Vec::new() };
    let faults: Vec<_> = condition.leaves().into_iter().flat_map(|leaf| in_leaf(leaf, earlier)).collect();
    if faults.is_empty() && !reach::can_hold(survey, condition) {
        let message = "its condition can never hold, whatever anybody answers; take out what contradicts the rest";
        return vec![message.to_owned()];
    }
    faults
}

/// A standard item that only people of 16 and over are asked needs a way to know that somebody is.
fn in_age_gate(survey: &Survey, question: &Question, earlier: &Questions<'_>) -> Vec<String> {
    let tells = |question: &&Question| {
        question.option_keys().into_iter().any(|option| question.age_band_of(option) == Some(AgeBand::Adult))
    };
    if survey.audiences.iter().any(|audience| audience.is_adult()) || earlier.values().any(tells) {
        return Vec::new();
    }
    vec![format!(
        "the standard item \"{}\" is for people of 16 and over, and this survey would show it to nobody; ask for the \
         age in an earlier section, or take it out",
        question.standard.as_deref().unwrap_or_default()
    )]
}

fn in_leaf(leaf: &Condition, earlier: &Questions<'_>) -> Vec<String> {
    let unknown =
        |key: &str| vec![format!("its condition looks at \"{key}\", which is not a question of an earlier section")];
    match leaf {
        Condition::Answer(rule) => earlier
            .get(&*rule.question)
            .map_or_else(|| unknown(&rule.question), |question| in_answer_rule(rule, question)),
        Condition::Date(DateIs { question: key, .. }) => match earlier.get(&**key).map(|question| &question.kind) {
            None => unknown(key),
            Some(Kind::Date(_)) => Vec::new(),
            Some(_) => vec![format!("its condition takes \"{key}\" for a date, which it does not ask for")],
        },
        Condition::AgeBand(bands) => {
            let told = ages(earlier);
            let untold = bands.iter().filter(|band| !told.contains(band));
            untold
                .map(|_| "its condition looks for an age that no question of an earlier section tells".to_owned())
                .collect()
        }
        _ => Vec::new(),
    }
}

/// The ages that the answers to these questions may tell.
fn ages(earlier: &Questions<'_>) -> Vec<AgeBand> {
    let told = |question: &&Question| {
        question.option_keys().into_iter().filter_map(|option| question.age_band_of(option)).collect::<Vec<_>>()
    };
    earlier.values().flat_map(told).collect()
}

fn in_answer_rule(rule: &AnswerIs, question: &Question) -> Vec<String> {
    let key = &rule.question;
    let mut faults = Vec::new();
    let statement_fits = match (&question.kind, &rule.statement) {
        (Kind::Grid(grid), Some(statement)) => grid.statements.iter().any(|known| known.key == *statement),
        (Kind::Grid(_), None) => false,
        (_, statement) => statement.is_none(),
    };
    if !statement_fits {
        faults.push(format!("its condition has to name a \"statement\" of a grid, and of nothing else, in \"{key}\""));
    }
    let offered = question.option_keys();
    let strange = rule.is.iter().filter(|option| !offered.contains(&&***option));
    faults
        .extend(strange.map(|option| format!("its condition looks for \"{option}\", which \"{key}\" does not offer")));
    faults
}
