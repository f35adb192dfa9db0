use super::*;
use crate::text::Texts;
use jiff::civil::date;
use serde_json::json;

/// Two priorities: the first with two actions, an indicator from answers and one by hand.
pub(in crate::plan) fn plan() -> Plan {
    let text = |words: &str| json!({ "en": words });
    let action = |key: &str, due: &str| json!({ "key": key, "title": text(key), "lead": text("Head of service"), "due": due, "progress": "planned" });
    let target = json!({ "baseline": 50, "since": "2025-10-01", "value": 60, "by": "2027-07-31" });
    let indicator = |key: &str, source: serde_json::Value| {
        json!({ "key": key, "title": text(key), "unit": "percent", "better": "higher", "people": text("staff"),
            "target": target, "source": source })
    };
    let hand = json!({ "from": "hand", "value": 55, "base": 120, "date": "2026-03-01", "note": text("Counted") });
    let plugin = json!({ "from": "plugin", "binding": "welcome", "indicator": "index" });
    let priority = |key: &str, actions: serde_json::Value, indicators: serde_json::Value| {
        json!({ "key": key, "title": text(key), "why": text("Why"), "area": "voice", "actions": actions,
            "indicators": indicators })
    };
    let first = priority(
        "welcome",
        json!([action("greet", "2026-01-31"), action("listen", "2026-03-31")]),
        json!([indicator("felt", plugin), indicator("trained", hand)]),
    );
    let second = priority("reach", json!([]), json!([]));
    let plan = json!({ "title": text("A plan"), "about": text("About"), "begins": "2025-09-01", "ends": "2028-08-31",
        "priorities": [first, second] });
    serde_json::from_value(plan).unwrap()
}

/// Changes a plan and says what is found, a line each.
fn check(change: impl FnOnce(&mut Plan), expected: &[&str]) {
    let before = plan();
    let mut after = before.clone();
    change(&mut after);
    let told = after.changes_since(&before).into_iter().map(|change| {
        let what = match change.what {
            What::Added => "added".to_owned(),
            What::Removed => "removed".to_owned(),
            What::Changed(respects) => respects.into_iter().map(Respect::words).collect::<Vec<_>>().join("; "),
        };
        format!("{} {}: {what}", change.part.words(), change.title)
    });
    assert_eq!(told.collect::<Vec<_>>(), expected);
}

fn hand(plan: &mut Plan) -> (&mut f64, &mut Date, &mut Texts) {
    match &mut plan.priorities[0].indicators[1].source {
        Source::Hand { value, date, note, .. } => (value, date, note),
        Source::Plugin { .. } => unreachable!("it is by hand"),
    }
}

#[test]
fn nothing_is_nothing() {
    check(|_| (), &[]);
}

#[test]
fn the_plan_itself_and_its_order() {
    check(|plan| plan.title = Texts::english("Another"), &["Plan Another: other words"]);
    check(|plan| plan.ends = date(2029, 8, 31), &["Plan A plan: its first or last day"]);
    check(|plan| plan.priorities.swap(0, 1), &["Plan A plan: the order of its parts"]);
    check(|plan| plan.priorities[0].actions.swap(0, 1), &["Plan A plan: the order of its parts"]);
    let elsewhere = |plan: &mut Plan| {
        let action = plan.priorities[0].actions.remove(0);
        plan.priorities[1].actions.push(action);
    };
    check(elsewhere, &["Plan A plan: the order of its parts"]);
}

#[test]
fn parts_are_added_and_removed_without_moving_the_others() {
    check(|plan| drop(plan.priorities[0].actions.remove(0)), &["Action greet: removed"]);
    check(|plan| drop(plan.priorities.remove(1)), &["Priority reach: removed"]);
    let add = |plan: &mut Plan| {
        let mut new = plan.priorities[0].actions[0].clone();
        new.key = "sing".try_into().unwrap();
        new.title = Texts::english("Sing");
        plan.priorities[0].actions.insert(0, new);
    };
    check(add, &["Action Sing: added"]);
    check(
        |plan| drop(plan.priorities.remove(0)),
        &[
            "Priority welcome: removed",
            "Action greet: removed",
            "Action listen: removed",
            "Indicator felt: removed",
            "Indicator trained: removed",
        ],
    );
}

#[test]
fn respects_are_named_with_what_matters_of_them() {
    check(|plan| plan.priorities[1].why = Texts::english("Because"), &["Priority reach: why it is one"]);
    check(|plan| plan.priorities[1].area = super::super::TargetArea::Workforce, &["Priority reach: its target area"]);
    let later = |plan: &mut Plan| {
        plan.priorities[0].actions[0].due = date(2026, 5, 31);
        plan.priorities[0].actions[0].progress = Progress::UnderWay;
    };
    check(
        later,
        &["Action greet: due 31 May 2026 instead of 31 January 2026; now “Under way”, before “Planned, not begun”"],
    );
    check(|plan| plan.priorities[0].indicators[0].target.value = 65.0, &["Indicator felt: its target"]);
    check(|plan| plan.priorities[0].indicators[0].target.baseline = 45.0, &["Indicator felt: its baseline"]);
    let by_hand =
        |plan: &mut Plan| plan.priorities[0].indicators[0].source = plan.priorities[0].indicators[1].source.clone();
    check(by_hand, &["Indicator felt: where its figure comes from"]);
}

#[test]
fn a_figure_by_hand_is_told_by_its_day_and_never_by_its_value() {
    let newer = |plan: &mut Plan| {
        *hand(plan).0 = 57.5;
        *hand(plan).1 = date(2026, 10, 2);
    };
    check(newer, &["Indicator trained: a new figure, of 2 October 2026"]);
    check(|plan| *hand(plan).2 = Texts::english("Counted anew"), &["Indicator trained: how its figure is described"]);
}
