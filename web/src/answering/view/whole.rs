//! A survey whole, on one page: its promises, every question that can apply with to whom it does, and one button.

use std::borrow::Cow;

use heard_core::{
    answer::{Answers, Wrong},
    piping,
    question::Question,
    route::Route,
    survey::{Section, Survey},
    text::{Lang, Texts},
    whole::{self, Asked},
    wording::Reader,
};
use maud::{Markup, html};

use super::{Filled, apart, frame, promises};
use crate::{
    answering::{
        only_if::Teller,
        sending::KEY_FIELD,
        whole::{LEAVE_OUT, SHOWN_FIELD, address},
    },
    form::{self, Device, Form},
    page::{self, Reading, assets},
    surveys::Published,
    words::{Words, words},
};

/// Why a form that is right was not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::answering) enum Trouble {
    /// It could not be, just now.
    NotSaved,
    /// Too many came from one address; after so many seconds it can be tried again.
    TooOften {
        /// How many.
        seconds: u64,
    },
    /// The form was sent before, with other answers, or its answers were taken back.
    SentBefore,
    /// The invitation was used before, or is none.
    Spent,
}

/// `key` is that of the response, with its receipt.
pub(in crate::answering) fn whole(
    published: &Published,
    reading: Reading<'_>,
    key: &str,
    filled: &Filled,
    trouble: Option<Trouble>,
) -> Markup {
    let (survey, lang, words, reader) = (&published.survey, reading.lang, reading.words(), reading.reader);
    let on_page = whole::on_one_page(survey, lang);
    let parts = parts(survey, on_page, lang, reader, &|question| words.question_called(question.text.get(lang)));
    let deep = survey.sections.len() > 1;
    // It may wait for long on a device that others use too: a browser that goes back to it fills in nothing.
    let form = Form { deep, reader, device: Device::Shared, ..Form::new(lang, &filled.typed, &filled.problems) };
    let questions = parts.iter().flat_map(|part| &part.questions).map(|asked| &*asked.question);
    let again = |question: &Question| questions.clone().filter(|other| other.text == question.text).count() > 1;
    let page = frame(published, lang, survey.title.get(lang)).read_in_form(reading);
    page.script("offline.js").wrong(!filled.problems.is_empty() || trouble.is_some()).show(html! {
        @if deep { p { a class="back" href=(published.path()) { (words.back) } } }
        (form::error_summary(questions.clone(), &form))
        @if let Some(trouble) = trouble { (said(trouble, words)) }
        (news(lang))
        h1 { (page::text(&survey.title, lang)) }
        (page::prose(&survey.welcome_for(reader), lang))
        (promises(published, &reading, filled.invited))
        p class="small soft" { (words.keeps_copy) " " a href="#Copy" { (words.about_copy) } }
        form method="post" action=(address(published)) autocomplete="off" novalidate data-keep=(to_keep(published, lang)) {
            input type="hidden" name=(KEY_FIELD) value=(key);
            input type="hidden" name=(SHOWN_FIELD) value={ (published.wave.id) "." (lang) };
            @if parts.iter().any(Part::is_for_some) { p class="lead" { (words.pass_over) } }
            @let monitored = parts.iter().rposition(|part| part.section.monitoring);
            @for (place, part) in parts.iter().enumerate() {
                @if deep { (section(part, &form, &again)) } @else { (inner(part, &form, &again)) }
                @if monitored == Some(place) { (apart::choice(crate::apart::is_ticked(&filled.typed), words)) }
            }
            (send_buttons(filled, words))
            (page::way_buttons(&reading))
        }
        @if !deep { (on_paper(published, lang)) }
        (copy(lang))
    })
}

/// What sends the form and, where something was answered that is not for this person, what leaves that out.
fn send_buttons(filled: &Filled, words: &Words) -> Markup {
    html! {
        div class="actions" {
            button { (words.send) }
            @if filled.problems.iter().any(|problem| problem.wrong == Wrong::NotForYou) {
                button class="quiet" name=(LEAVE_OUT) value="yes" { (words.leave_out) }
            }
        }
    }
}

fn said(trouble: Trouble, words: &Words) -> Markup {
    let (title, how) = match trouble {
        Trouble::NotSaved => (&words.failed, &words.failed_advice),
        Trouble::TooOften { .. } => (&words.too_often, &words.wait_here),
        Trouble::SentBefore => (&words.sent_before, &words.sent_before_how),
        Trouble::Spent => (&words.invitation_used, &words.invitation_used_advice),
    };
    html! { div class="problem" { div role="alert" { h2 { (title) } p { (how) } } } }
}

/// A section with to whom it applies, in words; on paper too.
pub(super) struct Part<'a> {
    pub section: &'a Section,
    pub title: Cow<'a, Texts>,
    pub intro: Option<Cow<'a, Texts>>,
    pub only: Option<String>,
    pub questions: Vec<ShownQuestion<'a>>,
}

/// A question with to whom it applies, in words, and with no answers in its texts.
pub(super) struct ShownQuestion<'a> {
    pub question: Cow<'a, Question>,
    pub only: Option<String>,
}

/// What of the survey can apply, of which `parts` stand there. `name` is what a question is called where another depends on it.
pub(super) fn parts<'a>(
    survey: &'a Survey,
    parts: Vec<whole::Part<'a>>,
    lang: &'a Lang,
    reader: Reader,
    name: &dyn Fn(&Question) -> String,
) -> Vec<Part<'a>> {
    let nothing = Answers::default();
    let route = Route::new(survey, &nothing, lang);
    let neutral = |question: &'a Question| piping::fill(question.worded(reader), survey, &route, &|_, _| None);
    let name = |question: &Question| name(&piping::fill(question.worded(reader), survey, &route, &|_, _| None));
    let teller = Teller { survey, lang, name: &name };
    let shown = |asked: &Asked<'a>| ShownQuestion {
        question: neutral(asked.question),
        only: asked.only.as_ref().map(|rule| teller.only_if(rule)),
    };
    let parts = parts.into_iter().map(|part| Part {
        section: part.section,
        title: part.section.title_for(reader),
        intro: part.section.intro_for(reader),
        only: part.only.as_ref().map(|rule| teller.only_if(rule)),
        questions: part.questions.iter().map(shown).collect(),
    });
    parts.collect()
}

impl Part<'_> {
    fn is_for_some(&self) -> bool {
        self.only.is_some() || self.questions.iter().any(|asked| asked.only.is_some())
    }
}

/// The other ways to answer, for the welcome page of a survey of several sections.
pub(super) fn other_ways(published: &Published, lang: &Lang) -> Markup {
    let words = words(lang);
    html! {
        h2 { (words.other_ways) }
        p { a class="go" href=(address(published)) { (words.all_on_one_page) } }
        (on_paper(published, lang))
    }
}

fn on_paper(published: &Published, lang: &Lang) -> Markup {
    html! { p { a class="go" href={ (published.path()) "/paper" } { (words(lang).on_paper) } } }
}

/// One comes to a group by ear with its name, which says to whom it applies.
fn section(part: &Part<'_>, form: &Form<'_>, again: &dyn Fn(&Question) -> bool) -> Markup {
    let (heading, only) = (format!("{}-Part", part.section.key), format!("{}-Only", part.section.key));
    let names = if part.only.is_some() { format!("{heading} {only}") } else { heading.clone() };
    html! {
        div role="group" aria-labelledby=(names) {
            h2 id=(heading) { (form.text(&part.title)) }
            @if let Some(said) = &part.only { p class="only" id=(only) { (said) } }
            (inner(part, form, again))
        }
    }
}

/// `again` says whether the page has another question with these words.
fn inner(part: &Part<'_>, form: &Form<'_>, again: &dyn Fn(&Question) -> bool) -> Markup {
    let title = part.title.get(form.lang);
    let within = |question: &Question| again(question).then_some(title);
    html! {
        @if let Some(intro) = &part.intro { (page::prose(intro, form.lang)) }
        @for asked in &part.questions {
            (form::question(&asked.question, &Form { only: asked.only.as_deref(), within: within(&asked.question), ..*form }))
        }
    }
}

/// What the page needs beside itself without a connection, and the page that shows what waits: `offline.js` has it kept.
fn to_keep(published: &Published, lang: &Lang) -> String {
    let files = ["heard.css", "mark.svg", "offline.js", "waiting.js"].map(|name| assets::address(name).to_owned());
    let styles = published.house.colours.as_deref().map(|colours| assets::styles(Some(colours)));
    let first = format!("/waiting/{lang}");
    let own = styles.into_iter().chain(published.house.logo_address());
    std::iter::once(first).chain(files).chain(own).collect::<Vec<_>>().join(" ")
}

/// Shown by `offline.js` where something of an earlier visit is on the device.
fn news(lang: &Lang) -> Markup {
    let words = words(lang);
    html! {
        div class="notice" id="News" hidden {
            p { (words.device_has_news) }
            p { a class="go" href={ "/waiting/" (lang) } { (words.look_at_it) } }
        }
    }
}

/// Shown by `offline.js` when a copy of the page is on the device: what is kept there, and how it goes away.
fn copy(lang: &Lang) -> Markup {
    let words = words(lang);
    html! {
        div id="Copy" {
            section class="kept" id="Kept" hidden {
                h2 { (words.works_offline) }
                p class="small soft" { (words.works_offline_how) }
                button class="quiet" type="button" { (words.forget_page) }
            }
            p id="Forgotten" tabindex="-1" data-said=(words.page_forgotten) {}
        }
    }
}
