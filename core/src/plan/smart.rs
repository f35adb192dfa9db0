//! Advice on a plan: whether its targets are specific, measurable, agreed, realistic and timed. Nothing of it has to be
//! done; what has to be is in [`Plan::faults`].

use super::{Action, Indicator, Part, Plan, Priority, Progress, Unit};
use crate::text::{Key, Lang};

/// Something worth a look.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// What it is about.
    pub part: Part,
    /// The key of that part; nothing for the plan as a whole.
    pub key: Option<Key>,
    /// Its title.
    pub title: String,
    /// What could be better, in a sentence.
    pub message: &'static str,
}

/// Words that say a direction and no more: nobody can tell whether they came true.
const VAGUE: &[&str] =
    &["aim", "awareness", "better", "consider", "develop", "enhance", "explore", "improve", "promote", "support"];

/// Words that roles are made of.
const ROLES: &[&str] = &[
    "administrator",
    "adviser",
    "assistant",
    "board",
    "chair",
    "chairs",
    "committee",
    "coordinator",
    "council",
    "deputy",
    "director",
    "executive",
    "governor",
    "governors",
    "group",
    "head",
    "hub",
    "lead",
    "leader",
    "leaders",
    "manager",
    "music",
    "musician",
    "office",
    "officer",
    "partner",
    "partners",
    "practitioner",
    "principal",
    "school",
    "schools",
    "secretary",
    "senior",
    "service",
    "staff",
    "steering",
    "teacher",
    "teachers",
    "team",
    "treasurer",
    "trustee",
    "trustees",
    "tutor",
    "tutors",
    "worker",
    "youth",
];

/// How many indicators a working group can keep an eye on.
const MOST_INDICATORS: usize = 20;

impl Plan {
    /// What could make the plan truer, in its order.
    pub fn advice(&self) -> Vec<Advice> {
        let mut advice = Vec::new();
        if self.indicators().count() > MOST_INDICATORS {
            let message = "There are more than 20 indicators. A few that the group really looks at do more than many that nobody reads.";
            advice.push(Advice { part: Part::Plan, key: None, title: english(&self.title), message });
        }
        for priority in &self.priorities {
            let told = |message| Advice {
                part: Part::Priority,
                key: Some(priority.key.clone()),
                title: english(&priority.title),
                message,
            };
            advice.extend(priority.advice().into_iter().map(told));
            for action in &priority.actions {
                let told = |message| Advice {
                    part: Part::Action,
                    key: Some(action.key.clone()),
                    title: english(&action.title),
                    message,
                };
                advice.extend(action.advice(self).into_iter().map(told));
            }
            for indicator in &priority.indicators {
                let told = |message| Advice {
                    part: Part::Indicator,
                    key: Some(indicator.key.clone()),
                    title: english(&indicator.title),
                    message,
                };
                advice.extend(indicator.advice().into_iter().map(told));
            }
        }
        advice
    }
}

impl Priority {
    fn advice(&self) -> Vec<&'static str> {
        when([
            (self.actions.is_empty(), "Nothing is done for it yet. Who does what, by when?"),
            (self.indicators.is_empty(), "Nothing would show whether it comes true. What could be counted or asked?"),
        ])
    }
}

impl Action {
    fn advice(&self, plan: &Plan) -> Vec<&'static str> {
        let last_day = self.due == plan.ends && self.progress != Progress::Done;
        when([
            (
                is_short(&english(&self.title)),
                "Say more exactly what is done: somebody else has to be able to tell whether it was.",
            ),
            (last_day, "It is due on the plan’s last day. A nearer day tells sooner whether it works."),
            (
                looks_like_a_name(&english(&self.lead)),
                "This looks like somebody’s name. Plans are published, and people move on: name the role.",
            ),
        ])
    }
}

impl Indicator {
    fn advice(&self) -> Vec<&'static str> {
        let title = english(&self.title);
        let vague = words(&title).any(|word| VAGUE.contains(&word.as_str()));
        let step = (self.target.value - self.target.baseline).abs();
        when([
            (is_short(&title), "Specific? Say in a few more words what is measured, and of whom."),
            (vague, "Specific? Name what is measured, not where it should go: the target says that."),
            (
                self.unit != Unit::Number && step < 3.0,
                "Measurable? A step of under 3 points can hardly be told from chance, unless everyone is counted.",
            ),
            (
                self.unit != Unit::Number && step > 50.0,
                "Achievable? It is to move by more than 50 points. Is that what those who have to do it agreed to?",
            ),
        ])
    }
}

fn when<const N: usize>(all: [(bool, &'static str); N]) -> Vec<&'static str> {
    all.into_iter().filter_map(|(so, message)| so.then_some(message)).collect()
}

fn english(text: &crate::text::Texts) -> String {
    text.get(&Lang::english()).to_owned()
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

fn is_short(title: &str) -> bool {
    words(title).count() < 3
}

/// Two or three words that all begin with a capital, none of which roles are made of.
fn looks_like_a_name(lead: &str) -> bool {
    let capitals = lead.split_whitespace().all(|word| word.chars().next().is_some_and(char::is_uppercase));
    capitals
        && matches!(lead.split_whitespace().count(), 2..=3)
        && !words(lead).any(|word| ROLES.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{plan::changes::tests::plan, text::Texts};

    #[test]
    fn names_are_told_from_roles() {
        for (lead, name) in [
            ("Jane Smith", true),
            ("Aisha Khan-Jones", true),
            ("Head of Service", false),
            ("Programme manager", false),
            ("Youth Voice Lead", false),
            ("Jane", false),
        ] {
            assert_eq!(looks_like_a_name(lead), name, "{lead}");
        }
    }

    fn check(change: impl FnOnce(&mut Plan), part: Part, says: &str) {
        let mut after = plan();
        let before = after.advice();
        change(&mut after);
        let new: Vec<_> = after.advice().into_iter().filter(|one| !before.contains(one)).collect();
        assert!(new.iter().any(|one| one.part == part && one.message.contains(says)), "{says}: {new:?}");
    }

    #[test]
    fn each_advice_is_given_where_it_fits() {
        check(|plan| plan.priorities[0].indicators.clear(), Part::Priority, "Nothing would show");
        check(|plan| plan.priorities[0].actions.clear(), Part::Priority, "Nothing is done");
        check(|plan| plan.priorities[0].actions[0].due = plan.ends, Part::Action, "last day");
        check(|plan| plan.priorities[0].actions[0].lead = Texts::english("Jane Smith"), Part::Action, "name");
        let title =
            |words: &'static str| move |plan: &mut Plan| plan.priorities[0].indicators[0].title = Texts::english(words);
        check(title("Improve how families feel"), Part::Indicator, "Specific?");
        check(|plan| plan.priorities[0].indicators[0].target.value = 51.0, Part::Indicator, "Measurable?");
        check(|plan| plan.priorities[0].indicators[0].target.baseline = 2.0, Part::Indicator, "Achievable?");
    }
}
