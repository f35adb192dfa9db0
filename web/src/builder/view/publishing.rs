//! The last look before a version is published.

use heard_core::{lint::Advice, survey::Survey};
use maud::{Markup, html};

use super::{
    back, form_frame,
    outline::{to_change, worth_a_look},
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
