//! The last look before a version is published.

use heard_core::{
    comparable::{Change, Comparable, compare},
    lint::Advice,
    survey::Survey,
};
use maud::{Markup, html};

use super::{
    back, form_frame,
    outline::{sentence, to_change, worth_a_look},
    said,
};
use crate::{builder::drafts::Draft, staff::Colleague};

pub(in crate::builder) fn page(
    me: &Colleague,
    draft: &Draft,
    newest: Option<&(i64, Survey)>,
    advice: &[Advice],
    meanwhile: bool,
) -> Markup {
    let faults = draft.survey.faults();
    form_frame(me, "Publish", &[], meanwhile).show(html! {
        (back(&draft.path(me, ""), "Back to the survey"))
        @if meanwhile {
            div class="problem" {
                div role="alert" {
                    h2 { "A colleague changed this meanwhile" }
                    p { (draft.step.name) " changed the survey: " (draft.step.done) ". Nothing is published yet. Look at it again, then publish." }
                }
            }
        }
        h1 { "Publish" }
        p class="lead" { (said(&draft.survey.title, &draft.survey, "No title yet")) }
        (to_change(me, draft, &faults))
        (worth_a_look(me, draft, advice))
        @if let Some((version, published)) = newest { (compared(*version, published, &draft.survey)) }
        @if faults.is_empty() {
            p {
                "It becomes version " (newest.map_or(1, |(version, _)| version + 1)) ", which never changes. Nobody is asked anything until you open a wave of it. "
                @if newest.is_some() { "A wave that is open goes on with the version that it asks." }
            }
            form method="post" action=(draft.path(me, "publish")) {
                input type="hidden" name="revision" value=(draft.step.revision);
                div class="actions" { button { "Publish this version" } }
            }
        }
    })
}

/// Which answers can still be laid beside those to the version before.
fn compared(version: i64, published: &Survey, draft: &Survey) -> Markup {
    let whole = draft.clone().with_standard_items().0;
    let changes: Vec<Change> =
        compare(published, &whole).into_iter().filter(|change| change.comparable() > Comparable::Fully).collect();
    let asked = |change: &Change| {
        let question = whole.question(&change.question).or_else(|| published.question(&change.question));
        question.map_or_else(|| html! { (change.question) }, |question| said(&question.text, draft, "No words yet"))
    };
    html! {
        h2 { "Compared with version " (version) }
        @if changes.is_empty() { p { "Answers to all questions stay comparable." } } @else {
            p { "Answers to all other questions stay comparable." }
            ul {
                @for change in &changes {
                    li { (asked(change)) ": " strong { (change.comparable()) } ". " (why(change)) }
                }
            }
        }
    }
}

fn why(change: &Change) -> String {
    let reasons: Vec<_> = change.differences.iter().map(ToString::to_string).collect();
    sentence(&reasons.join("; "))
}
