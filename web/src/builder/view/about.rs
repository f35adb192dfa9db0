//! Title, welcome, for whom and in which languages.

use heard_core::{answer::Typed, walk::Pace};
use maud::{Markup, html};

use super::{actions, advised, back, faster, form_frame, from};
use crate::{
    builder::{advice::on_part, drafts::Draft, question_form::base, rows::AUDIENCES, rules},
    form::sheet::{Sheet, Trouble, offers, summary},
    staff::Colleague,
    words::spoken,
};

/// What is around the sections, on its way to its page.
pub(in crate::builder) struct Shown<'a> {
    pub draft: &'a Draft,
    pub typed: &'a Typed,
    pub troubles: &'a [Trouble],
    pub mark: &'a str,
    pub meanwhile: bool,
}

pub(in crate::builder) fn page(me: &Colleague, shown: &Shown<'_>) -> Markup {
    let Shown { draft, typed, troubles, mark, meanwhile } = *shown;
    let lang = base(&draft.survey);
    let sheet = Sheet { typed, troubles, lang: &lang, deep: true };
    let (own, home) = (draft.path(me, "about"), draft.path(me, ""));
    form_frame(me, "Title, welcome and for whom", troubles, meanwhile).show(html! {
        (back(&home, "Back to the survey"))
        (summary(troubles))
        (faster(draft, meanwhile, &own))
        h1 { "Title, welcome and for whom" }
        (advised(&draft.survey, &on_part(&draft.survey, "")))
        form method="post" action=(own) novalidate {
            (from(mark))
            h2 { "Words" }
            (sheet.line("title", "Title", ""))
            (sheet.sentences("welcome", "Welcome", "What it is about, and why to answer. An empty line begins a new paragraph."))
            (sheet.sentences("thanks", "Thanks", "What is said after sending, and what happens next."))
            (sheet.short("minutes", "How many minutes it takes", "As you promise it to people."))
            h2 { "For whom" }
            (sheet.ticks("audiences", "Who is asked", "Results keep them apart. Where there is more than one, a question’s answers say who answers.",
                &offers(AUDIENCES.map(|one| (one.code(), rules::audience_words(one))))))
            (languages(&sheet, draft))
            h2 { "How it is answered" }
            (sheet.one_of("pace", "Pages", "Everybody can change it for themselves.",
                &offers([(Pace::Section.code(), "A page for each section"), (Pace::Question.code(), "A page for each question")])))
            (sheet.tick("understood", "Every question can offer “I don’t understand this question”"))
            (draw(&sheet, draft))
            (actions("Save", &home))
        }
    })
}

fn languages(sheet: &Sheet<'_>, draft: &Draft) -> Markup {
    let others = draft.survey.languages.iter().filter(|lang| !spoken().contains(lang));
    let all = spoken().iter().chain(others).map(|lang| (lang.to_string(), rules::language_name(lang)));
    html! {
        (sheet.ticks("languages", "Languages", "Every text has to be written in each of them.", &all.collect::<Vec<_>>()))
        (sheet.short("more_languages", "Other languages", "Codes, such as “hi” or “zh”. Buttons and errors are in English there."))
    }
}

fn draw(sheet: &Sheet<'_>, draft: &Draft) -> Markup {
    html! {
        details open[draft.survey.draw.is_some()] {
            summary { "A prize draw" }
            p { "On a page of its own, and never connected with answers. Empty both boxes to have none." }
            (sheet.line("prize", "What can be won", ""))
            (sheet.sentences("rules", "Rules", "Who may enter, and how the winner is found."))
            (sheet.tick("young", "Young people may enter too: they would leave an address with us"))
        }
    }
}
