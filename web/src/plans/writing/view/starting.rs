//! The page to begin a draft.

use heard_core::{answer::Typed, plan::Plan};
use maud::{Markup, html};

use super::{ENGLISH, back, frame};
use crate::{
    form::sheet::{Sheet, Trouble, offers, summary},
    plans::writing::starting::{BLANK, CHANGE, NEXT, TEMPLATES},
    staff::Colleague,
};

pub(in crate::plans::writing) fn page(
    me: &Colleague,
    current: Option<&Plan>,
    typed: &Typed,
    troubles: &[Trouble],
) -> Markup {
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: true };
    let templates = TEMPLATES.iter().map(|one| (one.code.to_owned(), format!("{}. {}", one.name, one.about)));
    let starts = templates.chain([(BLANK.to_owned(), "Nothing: write it all yourselves".to_owned())]);
    let own = me.path("plan/write");
    frame(me, "Write the plan").wrong(!troubles.is_empty()).show(html! {
        (back(&me.path("plan"), "Back to the plan"))
        (summary(troubles))
        h1 { "Write the plan" }
        p { "You and your colleagues work on a draft. The public does not see it until it is put in force, and the plan before stays in the history." }
        @if let Some(current) = current {
            h2 { "Change the plan in force" }
            p { "“" (current.title.get(&ENGLISH)) "”, as it is now." }
            (begin(&own, CHANGE, "Change it"))
            h2 { "Begin the next plan" }
            p { "What is left of this one, for the yearly revision: the plan’s days, and those of the actions that are not done, a year later. What is done is left out. Targets stay as you set them." }
            (begin(&own, NEXT, "Begin the next plan"))
        }
        h2 { @if current.is_some() { "Or begin anew" } @else { "Begin" } }
        form method="post" action=(own) novalidate {
            (sheet.one_of("start", "Begin with", "Priorities with reasons and examples of actions, in our words. All of it can be changed; baselines and targets are yours to set.", &offers(starts)))
            (sheet.short("begins", "First day", "Such as 1 September 2026."))
            (sheet.short("ends", "Last day", "Plans often last three or four years, and are revised each year."))
            div class="actions" { button { "Begin" } }
        }
    })
}

fn begin(action: &str, start: &str, words: &str) -> Markup {
    html! {
        form method="post" action=(action) {
            input type="hidden" name="start" value=(start);
            div class="actions" { button class="quiet" { (words) } }
        }
    }
}
