//! The draft as people will see it, with a form to say which people.

use heard_core::{age::AgeBand, answer::Typed, question::Question, survey::Survey, text::Lang};
use maud::{Markup, html};

use super::{back, frame};
use crate::{
    builder::{
        drafts::Draft,
        preview::{Looker, Seen, WIDTHS},
        rules,
    },
    form::sheet::{Sheet, YES, offers},
    form::{self, Form},
    page,
    staff::Colleague,
};

pub(in crate::builder) fn page(
    me: &Colleague,
    draft: &Draft,
    survey: &Survey,
    looker: &Looker,
    seen: &[Seen],
) -> Markup {
    let reader = looker.reader();
    let questions = seen.iter().flat_map(|one| &one.questions);
    let again = |question: &Question| questions.clone().filter(|other| other.text == question.text).count() > 1;
    frame(me, "See it as people will").sheet("easy.css").show(html! {
        (back(&draft.path(me, ""), "Back to the survey"))
        h1 { "See it as people will" }
        (choices(me, draft, survey, looker))
        @let easy = if looker.easy_read { " easy" } else { "" };
        div class={ "preview " (looker.width) (easy) } lang=(*looker.lang) dir=(page::direction(&looker.lang)) {
            h2 { (page::text(&survey.title, &looker.lang)) }
            (page::prose(&survey.welcome_for(reader), &looker.lang))
            @for one in seen { (section(one, looker, &again)) }
            h3 { "After sending" }
            (page::prose(&survey.thanks_for(reader), &looker.lang))
        }
    })
}

/// `again` says whether a question's words stand on the page more than once.
fn section(seen: &Seen, looker: &Looker, again: &dyn Fn(&Question) -> bool) -> Markup {
    let (typed, reader) = (Typed::default(), looker.reader());
    let form = Form { deep: true, read_only: true, reader, ..Form::new(&looker.lang, &typed, &[]) };
    let title = seen.section.title_for(reader);
    html! {
        h3 { (page::text(&title, &looker.lang)) }
        @if let Some(intro) = seen.section.intro_for(reader) { (page::prose(&intro, &looker.lang)) }
        @for question in &seen.questions {
            (form::question(question, &Form { within: again(question).then_some(title.get(&looker.lang)), ..form }))
        }
    }
}

fn choices(me: &Colleague, draft: &Draft, survey: &Survey, looker: &Looker) -> Markup {
    let typed: Typed = [
        ("lang", looker.lang.to_string()),
        ("audience", looker.audience.map_or("", |audience| audience.code()).to_owned()),
        ("age", looker.age.map_or("", AgeBand::code).to_owned()),
        ("easy_read", if looker.easy_read { YES } else { "" }.to_owned()),
        ("width", looker.width.to_owned()),
    ]
    .into_iter()
    .map(|(field, value)| (field.to_owned(), value))
    .collect();
    let lang = Lang::english();
    let sheet = Sheet { typed: &typed, troubles: &[], lang: &lang, deep: false };
    let ages = [AgeBand::Under9, AgeBand::NineTo12, AgeBand::ThirteenTo18, AgeBand::Adult];
    let languages = offers(survey.languages.iter().map(|lang| (lang.to_string(), rules::language_name(lang))));
    html! {
        form class="looker" method="get" action=(draft.path(me, "preview")) {
            (sheet.small_pick("audience", "Who looks", "Anybody", &offers(survey.audiences.iter().map(|one| (one.code(), rules::audience_words(*one))))))
            (sheet.small_pick("age", "How old they are", "Not known", &offers(ages.map(|age| (age.code(), rules::age_words(age))))))
            (sheet.small_pick("lang", "Language", "The first", &languages))
            (sheet.small_pick("width", "Screen", "A phone", &offers(WIDTHS)))
            (sheet.tick("easy_read", "Easy Read"))
            div class="actions" { button class="quiet" { "Look" } }
        }
    }
}
