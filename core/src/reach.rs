//! Whether a rule can hold at all, and whether anybody's way leads to what it shows. Both are found by trying: every
//! answer that the rules can tell apart is given, and the route itself says where that leads. Where there are too many
//! answers to try, or a rule looks at a date, everything counts as within reach: what is said here is never a guess.

use std::collections::BTreeSet;

use crate::{
    age::AgeBand,
    answer::{Answer, Answers},
    audience::Audience,
    condition::{AnswerIs, Condition, Facts},
    question::{Kind, Question},
    route::Route,
    survey::{Section, Survey},
    text::{Key, Lang},
};

/// More sets of answers than this are not tried.
const MOST: usize = 1_024;

/// Whether a rule holds for somebody, wherever it may stand: whatever they answered, whoever they are.
pub(crate) fn can_hold(survey: &Survey, rule: &Condition) -> bool {
    let named: BTreeSet<_> = rule.leaves().into_iter().filter_map(looks_at).collect();
    let questions = survey.questions().map(|(_, question)| question).filter(|question| named.contains(&*question.key));
    let Some(tried) = every_answer(&questions.collect::<Vec<_>>(), &[rule]) else { return true };
    let people = people(survey, rule);
    tried.iter().any(|answers| {
        people.iter().any(|(language, audience, age_band)| {
            let mut facts = Facts::new(&survey.audiences, language);
            facts.answers = answers.iter().map(|(key, answer)| (&**key, answer)).collect();
            rule.holds(&Facts { audience: *audience, age_band: *age_band, ..facts })
        })
    })
}

/// Those whom a rule can tell apart, by language, audience and age. It may name some for whom the survey is not written
/// yet.
fn people(survey: &Survey, rule: &Condition) -> Vec<(Lang, Option<Audience>, Option<AgeBand>)> {
    let (mut languages, mut audiences, mut bands) = (languages(survey, &[rule]), vec![None], vec![None]);
    for leaf in rule.leaves() {
        match leaf {
            Condition::Language(these) => languages.extend(these.iter().cloned()),
            Condition::Audience(these) => audiences.extend(survey.audiences.iter().chain(these).copied().map(Some)),
            Condition::AgeBand(_) => {
                bands.extend([AgeBand::Under9, AgeBand::NineTo12, AgeBand::ThirteenTo18, AgeBand::Adult].map(Some));
            }
            _ => {}
        }
    }
    let each = |language: &Lang| {
        let pairs = audiences.iter().flat_map(|audience| bands.iter().map(|band| (language.clone(), *audience, *band)));
        pairs.collect::<Vec<_>>()
    };
    languages.iter().flat_map(each).collect()
}

/// The languages that rules can tell apart: where none names any, one stands for all.
fn languages(survey: &Survey, rules: &[&Condition]) -> Vec<Lang> {
    let named = rules.iter().flat_map(|rule| rule.leaves()).any(|leaf| matches!(leaf, Condition::Language(_)));
    let most = if named { usize::MAX } else { 1 };
    let languages: Vec<_> = survey.languages.iter().take(most).cloned().collect();
    if languages.is_empty() { vec![Lang::english()] } else { languages }
}

/// Whether some answers lead to a section, or to a question of it.
pub(crate) fn is_reached(survey: &Survey, section: &Section, question: Option<&Question>) -> bool {
    // A section is shown where one of its questions is.
    let inside: Vec<_> = match question {
        Some(question) => vec![question.condition.as_ref()],
        None => section.questions.iter().map(|question| question.condition.as_ref()).collect(),
    };
    let inside = if inside.contains(&None) { Vec::new() } else { inside };
    let (questions, rules) = behind(survey, inside.into_iter().flatten().chain(&section.condition).collect());
    let Some(tried) = every_answer(&questions, &rules) else { return true };
    if rules.is_empty() {
        return true;
    }
    let languages = languages(survey, &rules);
    tried.iter().any(|answers| {
        languages.iter().any(|language| {
            let route = Route::new(survey, answers, language);
            let shown = route.sections().any(|shown| std::ptr::eq(shown, section));
            shown && question.is_none_or(|wanted| route.questions(section).any(|asked| std::ptr::eq(asked, wanted)))
        })
    })
}

/// The questions whose answers decide these rules, with all rules that decide whether those are asked.
fn behind<'s>(survey: &'s Survey, mut open: Vec<&'s Condition>) -> (Vec<&'s Question>, Vec<&'s Condition>) {
    let (mut questions, mut rules) = (Vec::<&Question>::new(), Vec::<&Condition>::new());
    while let Some(rule) = open.pop() {
        if rules.iter().any(|known| std::ptr::eq(*known, rule)) {
            continue;
        }
        rules.push(rule);
        for (section, question) in survey.questions() {
            let counts = rule.leaves().into_iter().any(|leaf| decides(question, leaf));
            if counts && !questions.iter().any(|known| std::ptr::eq(*known, question)) {
                questions.push(question);
                open.extend(section.condition.iter().chain(&question.condition));
            }
        }
    }
    (questions, rules)
}

/// Whether an answer to a question may decide a rule.
fn decides(question: &Question, leaf: &Condition) -> bool {
    let tells = |told: &dyn Fn(&str) -> bool| question.option_keys().into_iter().any(told);
    match leaf {
        Condition::Audience(_) => tells(&|option| question.audience_of(option).is_some()),
        Condition::AgeBand(_) => tells(&|option| question.age_band_of(option).is_some()),
        leaf => looks_at(leaf) == Some(&*question.key),
    }
}

/// The question that a rule names.
fn looks_at(leaf: &Condition) -> Option<&str> {
    match leaf {
        Condition::Answer(rule) => Some(&rule.question),
        Condition::Date(rule) => Some(&rule.question),
        _ => None,
    }
}

/// Every set of answers that the rules can tell apart. `None` where there are too many, or a date counts.
fn every_answer(questions: &[&Question], rules: &[&Condition]) -> Option<Vec<Answers>> {
    let leaves: Vec<_> = rules.iter().flat_map(|rule| rule.leaves()).collect();
    if leaves.iter().any(|leaf| matches!(leaf, Condition::Date(_))) {
        return None;
    }
    let mut sets: Vec<Vec<(Key, Answer)>> = vec![Vec::new()];
    for question in questions {
        let named = leaves.iter().filter_map(|leaf| match leaf {
            Condition::Answer(rule) if rule.question == question.key => Some(rule.clone()),
            _ => None,
        });
        let named: Vec<_> = named.collect();
        let answers = answers_to(question, &named)?;
        if sets.len().saturating_mul(answers.len()) > MOST {
            return None;
        }
        let with = |set: &Vec<(Key, Answer)>, answer: &Option<Answer>| {
            let answer = answer.iter().map(|answer| (question.key.clone(), answer.clone()));
            set.iter().cloned().chain(answer).collect()
        };
        sets = sets.iter().flat_map(|set| answers.iter().map(move |answer| with(set, answer))).collect();
    }
    Some(sets.into_iter().map(|set| set.into_iter().collect()).collect())
}

/// Answers to a question of which the rules tell every two apart, and none at all.
fn answers_to(question: &Question, rules: &[AnswerIs]) -> Option<Vec<Option<Answer>>> {
    let options = telling_options(question, rules);
    let given = match &question.kind {
        Kind::Several(kind) => {
            let alone = |option: &Key| kind.options.iter().any(|own| own.key == *option && own.exclusive);
            let (alone, together): (Vec<_>, Vec<_>) = options.into_iter().partition(alone);
            let fits = |ticked: &Vec<Key>| !ticked.is_empty() && kind.at_most.is_none_or(|most| ticked.len() <= most);
            let ticked = subsets(&together)?.into_iter().filter(fits);
            ticked.chain(alone.into_iter().map(|option| vec![option])).map(Answer::Choices).collect()
        }
        Kind::Ranking(_) => options.into_iter().map(|option| Answer::Ranking(vec![option])).collect(),
        Kind::Grid(_) => {
            let rows: BTreeSet<_> = rules.iter().filter_map(|rule| rule.statement.clone()).collect();
            let mut grids = vec![Vec::new()];
            for row in rows {
                let points = || options.iter().map(|point| Some((row.clone(), point.clone()))).chain([None]);
                let with = |grid: &Vec<_>, point| grid.iter().cloned().chain(point).collect::<Vec<_>>();
                grids = grids.iter().flat_map(|grid| points().map(move |point| with(grid, point))).collect();
                if grids.len() > MOST {
                    return None;
                }
            }
            grids.into_iter().map(|grid| Answer::Grid(grid.into_iter().collect())).collect()
        }
        _ => options.into_iter().map(Answer::Choice).collect::<Vec<_>>(),
    };
    Some(given.into_iter().map(Some).chain([None]).collect())
}

/// Of options that no rule tells apart, one.
fn telling_options(question: &Question, rules: &[AnswerIs]) -> Vec<Key> {
    let mut seen = Vec::new();
    let mut options = Vec::new();
    let keys = question.option_keys().into_iter().filter_map(|option| Key::try_from(option).ok());
    for option in keys {
        let named: Vec<_> = rules.iter().map(|rule| rule.is.contains(&option)).collect();
        let exclusive = matches!(&question.kind, Kind::Several(kind)
            if kind.options.iter().any(|own| own.key == option && own.exclusive));
        let told = (named, question.audience_of(&option), question.age_band_of(&option), exclusive);
        if !seen.contains(&told) {
            seen.push(told);
            options.push(option);
        }
    }
    options
}

/// Every choice of some options; `None` where there are too many.
fn subsets(options: &[Key]) -> Option<Vec<Vec<Key>>> {
    let mut sets = vec![Vec::new()];
    for option in options {
        if sets.len() * 2 > MOST {
            return None;
        }
        let with: Vec<_> =
            sets.iter().map(|set: &Vec<Key>| [&set[..], std::slice::from_ref(option)].concat()).collect();
        sets.extend(with);
    }
    Some(sets)
}
