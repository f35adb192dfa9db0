//! The next plan: what is left of this one, a year later.

use jiff::{ToSpan as _, civil::Date};

use super::{Plan, Progress};

impl Plan {
    /// What to begin next year's plan with: its days, and those of the actions that are not done, a year later. What is
    /// done is left out. Targets stay as they were set: to move one is a decision, not a matter of course.
    #[must_use]
    pub fn next(&self) -> Self {
        let mut plan = self.clone();
        plan.begins = a_year_after(self.begins);
        plan.ends = a_year_after(self.ends);
        for priority in &mut plan.priorities {
            priority.actions.retain(|action| action.progress != Progress::Done);
            for action in &mut priority.actions {
                action.due = a_year_after(action.due);
            }
        }
        plan
    }
}

fn a_year_after(day: Date) -> Date {
    day.saturating_add(1.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::changes::tests::plan;
    use jiff::civil::date;

    #[test]
    fn what_is_done_is_left_behind_and_the_rest_is_a_year_later() {
        let mut before = plan();
        before.priorities[0].actions[0].progress = Progress::Done;
        let next = before.next();
        assert_eq!((next.begins, next.ends), (date(2026, 9, 1), date(2029, 8, 31)));
        let actions: Vec<_> = next.actions().map(|action| (&*action.key, action.due)).collect();
        assert_eq!(actions, [("listen", date(2027, 3, 31))]);
        assert_eq!(next.priorities[0].indicators, before.priorities[0].indicators);
        assert_eq!(next.faults(), []);
        // A day that next year does not have.
        before.begins = date(2024, 2, 29);
        assert_eq!(before.next().begins, date(2025, 2, 28));
    }
}
