//! A section's page.

use heard_core::{answer::Typed, equality, survey::Section};
use maud::{Markup, html};

use super::{actions, advised, back, faster, form_frame, from};
use crate::{
    builder::{advice::on_part, drafts::Draft, question_form::base, rules},
    form::sheet::{Sheet, offers},
    staff::Colleague,
};

/// A section on its way to its page.
pub(in crate::builder) struct Shown<'a> {
    pub draft: &'a Draft,
    pub section: &'a Section,
    pub typed: &'a Typed,
    pub mark: &'a str,
    pub meanwhile: bool,
}

pub(in crate::builder) fn page(me: &Colleague, shown: &Shown<'_>) -> Markup {
    let Shown { draft, section, typed, mark, meanwhile } = *shown;
    let lang = base(&draft.survey);
    let sheet = Sheet { typed, troubles: &[], lang: &lang, deep: true };
    let own = draft.path(me, &format!("sections/{}", section.key));
    let home = draft.path(me, "");
    form_frame(me, section.title.get(&lang), &[], meanwhile).show(html! {
        (back(&format!("{home}#Section-{}", section.key), "Back to the survey"))
        (faster(draft, meanwhile, &own))
        h1 { "Section" }
        p class="small soft" { "In addresses it is called " code { (section.key) } "." }
        (advised(&draft.survey, &on_part(&draft.survey, &section.key)))
        form method="post" action=(own) novalidate {
            (from(mark))
            h2 { "Words" }
            (sheet.line("title", "Heading", "What the page is about."))
            (sheet.sentences("intro", "Above the questions", "Leave it empty where the heading says enough."))
            h2 { "Equality monitoring" }
            p { "Answers are stored apart, for a shorter time. Nothing has to be answered, and every question offers “I’d rather not say”." }
            (sheet.tick("monitoring", "This section is equality monitoring"))
            details open[!section.standard.is_empty()] {
                summary { "Standard items" }
                (sheet.ticks("standard", "Standard items to ask", "Worded, translated and coded as national figures are. They follow the section’s own questions, where it is equality monitoring.", &items()))
            }
            (rules::view(&sheet, &draft.survey, &section.key, section.condition.as_ref(), "section"))
            (actions("Save the section", &home))
        }
    })
}

/// The standard items: each by the question that it asks.
fn items() -> Vec<(String, String)> {
    let english = heard_core::text::Lang::english();
    offers(equality::items().map(|(name, item)| (name, item.text.get(&english))))
}
