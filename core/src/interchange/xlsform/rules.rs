//! Conditions in the words of `XPath`.

use std::collections::BTreeMap;

use super::naming::{Plan, Planned};
use crate::{
    condition::{AnswerIs, Condition, DateIs},
    question::{Kind, Question},
    survey::Survey,
    text::Key,
};

/// What conditions may look at.
pub(super) struct Rules<'s> {
    survey: &'s Survey,
    asked: BTreeMap<&'s str, &'s Planned<'s>>,
}

/// That an option was chosen.
pub(super) fn chosen(name: &str, one: bool, option: &str) -> String {
    if one { format!("${{{name}}} = '{option}'") } else { format!("selected(${{{name}}}, '{option}')") }
}

impl<'s> Rules<'s> {
    pub fn of(survey: &'s Survey, plan: &'s Plan<'s>) -> Self {
        let planned = plan.sections.iter().flat_map(|section| &section.questions);
        // Of two with one key, the first counts.
        let asked = planned.rev().map(|planned| (&*planned.question.key as &str, planned)).collect();
        Self { survey, asked }
    }

    /// The rule that a condition is, or in words why there is none.
    pub fn write(&self, condition: &Condition) -> Result<String, String> {
        match condition {
            Condition::All(all) => self.each(all, " and ", "true()"),
            Condition::Any(any) => self.each(any, " or ", "false()"),
            Condition::Not(one) => Ok(format!("not({})", self.write(one)?)),
            Condition::Answer(rule) => self.answer(rule),
            Condition::Date(rule) => self.date(rule),
            Condition::Audience(these) => {
                if self.survey.audiences.iter().all(|audience| these.contains(audience)) {
                    return Ok("true()".to_owned());
                }
                if self.survey.audiences.len() == 1 {
                    return Ok("false()".to_owned());
                }
                let is =
                    |question: &Question, option: &str| question.audience_of(option).map(|told| these.contains(&told));
                self.told(&is, "they do not know whom they ask")
            }
            Condition::AgeBand(these) => {
                let is =
                    |question: &Question, option: &str| question.age_band_of(option).map(|told| these.contains(&told));
                self.told(&is, "they do not know how old people are")
            }
            Condition::Language(_) => Err("they do not know the language that is read".to_owned()),
        }
    }

    fn each(&self, conditions: &[Condition], by: &str, none: &str) -> Result<String, String> {
        let all = conditions.iter().map(|condition| self.write(condition)).collect::<Result<Vec<_>, _>>()?;
        Ok(match &all[..] {
            [] => none.to_owned(),
            [one] => one.clone(),
            all => format!("({})", all.join(by)),
        })
    }

    /// That an option was chosen of the one question that tells something.
    fn told(&self, is: &dyn Fn(&Question, &str) -> Option<bool>, why: &str) -> Result<String, String> {
        let tells = |planned: &&&Planned<'_>| {
            planned.question.option_keys().into_iter().any(|option| is(&planned.question, option).is_some())
        };
        let tellers: Vec<_> = self.asked.values().filter(tells).collect();
        let [teller] = &tellers[..] else { return Err(why.to_owned()) };
        let options =
            teller.question.option_keys().into_iter().filter(|option| is(&teller.question, option) == Some(true));
        Ok(any(options.map(|option| chosen(&teller.name, true, option))))
    }

    fn find(&self, key: &Key) -> Result<&Planned<'s>, String> {
        let found = self.asked.get(&**key).copied();
        found.ok_or_else(|| format!("its condition looks at \"{key}\", which is not asked"))
    }

    fn answer(&self, rule: &AnswerIs) -> Result<String, String> {
        let planned = self.find(&rule.question)?;
        let name = &planned.name;
        let one = |option: &Key| -> Result<String, String> {
            Ok(match (&planned.question.kind, &rule.statement) {
                (Kind::Grid(grid), Some(statement)) => {
                    let mut names = grid.statements.iter().zip(&planned.parts);
                    let found = names.find(|(known, _)| known.key == *statement);
                    let (_, name) = found.ok_or("its condition looks at a statement that is not there")?;
                    chosen(name, true, option)
                }
                (Kind::Single(_) | Kind::Scale(_) | Kind::YesNo, _) => chosen(name, true, option),
                (Kind::Consent(_), _) if **option == *"no" => format!("not({})", chosen(name, false, "yes")),
                (Kind::Several(_) | Kind::Consent(_), _) => chosen(name, false, option),
                (Kind::Ranking(_), _) => format!("selected-at(${{{name}}}, 0) = '{option}'"),
                _ => return Err("its condition looks at an answer that is no option".to_owned()),
            })
        };
        Ok(any(rule.is.iter().map(one).collect::<Result<Vec<_>, _>>()?.into_iter()))
    }

    /// A month or year is its first day in a form, and counts where some day of it does.
    fn date(&self, rule: &DateIs) -> Result<String, String> {
        let planned = self.find(&rule.question)?;
        let Kind::Date(asked) = &planned.question.kind else {
            return Err("its condition takes an answer for a date that is none".to_owned());
        };
        let name = &planned.name;
        let from = rule.from.map(|from| {
            let from = super::super::meaning::as_precise_as(asked.precise_to.max(from.precise_to()), from);
            format!("${{{name}}} >= date('{}')", from.first_day())
        });
        let to = rule.to.map(|to| format!("${{{name}}} <= date('{}')", to.last_day()));
        let both: Vec<_> = from.into_iter().chain(to).collect();
        Ok(match &both[..] {
            [] => format!("${{{name}}} != ''"),
            [one] => one.clone(),
            both => format!("({})", both.join(" and ")),
        })
    }
}

fn any(rules: impl Iterator<Item = String>) -> String {
    let rules: Vec<_> = rules.collect();
    match &rules[..] {
        [] => "false()".to_owned(),
        [one] => one.clone(),
        rules => format!("({})", rules.join(" or ")),
    }
}
