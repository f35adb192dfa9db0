//! The pages of answering, as functions of data.

mod after;
mod apart;
mod offers;
mod paging;
mod paper;
mod returning;
mod tablet;
mod waiting;
mod whole;

use heard_core::{
    answer::{Problem, Typed},
    text::Lang,
    walk::Pace,
    wave::{LawfulBasis, MonitoringBasis, asks_monitoring},
};
use maud::{Markup, html};

pub(super) use after::{receipt, receipt_asked, spoken, stopped, stopping, withdrawing, withdrawn};
pub(super) use paging::{BACK, PAUSE, STOP, check, page};
pub(super) use paper::{Size, paper};
pub(super) use returning::{WrongWords, left_here, moved, words_asked, words_given};
pub(super) use tablet::{about_tablet, hand_on, still_there, stopping_tablet};
pub(super) use waiting::waiting;
pub(super) use whole::{Trouble, whole};

use super::{draft::Draft, sql::Receipted};
use crate::{
    clock::day_of,
    page::{self, Link, Notice, Page, Reading},
    surveys::Published,
    words::{Words, words},
};

/// What a form is filled with.
pub(super) struct Filled {
    /// What was typed, or follows from saved answers.
    pub typed: Typed,
    /// What has to be changed.
    pub problems: Vec<Problem>,
    /// Whether it could not be stored just now.
    pub failed: bool,
    /// Whether it is opened by whoever came by an invitation.
    pub invited: bool,
}

impl Filled {
    /// Nothing yet.
    pub fn empty() -> Self {
        Self { typed: Typed::default(), problems: Vec::new(), failed: false, invited: false }
    }
}

/// Whether somebody comes to the first page for the first time.
#[derive(Clone, Copy)]
pub(super) enum Begun<'a> {
    /// For all that we know.
    NotYet,
    /// They have begun, and may go on.
    Already(&'a Draft),
    /// Nobody knows who had the tablet before.
    OnATablet,
}

pub(super) fn welcome(published: &Published, reading: Reading<'_>, begun: Begun<'_>, invited: bool) -> Markup {
    let lang = reading.lang;
    let (survey, words, path) = (&published.survey, reading.words(), published.path());
    let mut page = frame(published, lang, survey.title.get(lang)).read_as(reading, &*path);
    if let Begun::OnATablet = begun {
        // Who read it before may have changed how: it begins anew when nobody is there.
        page = page.foot(vec![Link::new(words.to_english(&words.shared_tablet), format!("{path}/tablet"))]);
        page = page.idle(format!("{path}/fresh"));
    }
    page.show(html! {
        (page::drawing("voices.svg", 352, 136))
        h1 { (page::text(&survey.title, lang)) }
        (page::prose(&survey.welcome_for(reading.reader), lang))
        (promises(published, &reading, invited))
        @if let Begun::Already(draft) = begun {
            (page::notice(Notice::Plain, &words.begun_already, html! {
                div class="actions" { a class="button" href=(draft.next_path(published)) { (words.go_on) } }
                form method="post" { (other_pace(published, draft.pace, lang)) }
                (kept(published, draft, words))
            }))
        } @else {
            form method="post" action={ (path) "/start" } {
                div class="actions" { button { (words.start) } }
                (other_pace(published, survey.pace, lang))
            }
        }
        @if !matches!(begun, Begun::OnATablet) {
            p { a class="back" href={ (path) "/return" } { (words.go_on_with_words) } }
            (whole::other_ways(published, lang))
        }
    })
}

/// The way to the same questions in pages of another size: a button, for any form that posts.
fn other_pace(published: &Published, pace: Pace, lang: &Lang) -> Markup {
    let words = words(lang);
    let other = match pace.other() {
        Pace::Section => &words.several_on_page,
        Pace::Question => &words.one_at_a_time,
    };
    let path = format!("{}/pace", published.path());
    html! { button class="quiet" formaction=(path) name="pace" value=(pace.other().code()) { (other) } }
}

/// What becomes of the answers so far, and the way out.
fn kept(published: &Published, draft: &Draft, words: &Words) -> Markup {
    let until = words.day(day_of(draft.expires));
    html! {
        div class="kept" {
            p class="small soft" {
                @if draft.shared { (words.shared_kept) }
                @else if draft.has_words { (words.words_until(&until)) " " a href={ (published.path()) "/code" } { (words.your_words) } }
                @else { (words.kept_until(&until)) }
                @if published.wave.closes < draft.expires {
                    " " (words.closes_on(&words.day(published.wave.last_day())))
                }
            }
            a class="button quiet" href={ (published.path()) "/stop" } { (words.delete_typed) }
        }
    }
}

fn frame<'a>(published: &'a Published, lang: &Lang, title: &str) -> Page<'a> {
    let words = words(lang);
    Page::new(lang, title)
        .house(&published.house)
        .foot(vec![Link::new(words.to_english(&words.our_plan), format!("/{}/plan", published.house.key))])
}

/// What we promise before anything is asked.
fn promises(published: &Published, reading: &Reading<'_>, invited: bool) -> Markup {
    let words = reading.words();
    html! {
        ul {
            li { (words.takes_minutes(published.survey.minutes)) }
            li { (words.never_who) }
            @if invited { li { (words.invited) } }
            li { (words.may_leave_out) }
            li { (words.groups_only) }
            li { (words.open_until(&words.day(published.wave.last_day()))) }
        }
        p { (published.declaration.purpose.get(reading.lang)) }
        details { summary { (words.treated) } (treated(published, words)) }
        p { a class="go" href={ "/" (published.house.key) "/plan/answers/" (published.survey.key) } { (words.see_counts) } }
    }
}

/// By what right answers are used, how long they are kept, and whom to ask.
fn treated(published: &Published, words: &Words) -> Markup {
    let declared = &published.declaration;
    let basis = match declared.basis {
        LawfulBasis::PublicTask => &words.asked_by_task,
        LawfulBasis::LegitimateInterests => &words.asked_by_interest,
        LawfulBasis::Consent => &words.asked_by_consent,
    };
    let about_you = |basis| match basis {
        MonitoringBasis::EqualityOfOpportunity => &words.about_you_by_law,
        MonitoringBasis::ExplicitConsent => &words.about_you_by_consent,
    };
    let monitoring = declared.monitoring_basis.filter(|_| asks_monitoring(&published.survey));
    let day = |at: i64| words.day(day_of(at));
    html! {
        ul {
            li { (basis) }
            @if let Some(basis) = monitoring { li { (about_you(basis)) } }
            @if let Some(at) = published.wave.forget_monitoring.filter(|_| monitoring.is_some()) {
                li { (words.about_you_deleted_on(&day(at))) }
            }
            @if let Some(at) = published.wave.forget_answers { li { (words.deleted_on(&day(at))) } }
            li { (words.ask_us(&declared.contact)) }
        }
    }
}

fn failure(failed: bool, words: &Words) -> Markup {
    html! {
        @if failed {
            div class="problem" role="alert" {
                h2 { (words.failed) }
                p { (words.failed_advice) }
            }
        }
    }
}

/// A box of ours for one line, which heads its page; with what was typed in it and why that will not do.
struct OneLine<'a> {
    name: &'a str,
    label: &'a str,
    hint: &'a str,
    typed: &'a str,
    wrong: Option<&'a str>,
}

impl OneLine<'_> {
    fn show(&self, lang: &Lang) -> Markup {
        let described = format!("{0}-Hint", self.name);
        let described = self.wrong.map_or(described.clone(), |_| format!("{0}-Error {described}", self.name));
        html! {
            div class={ "question" @if self.wrong.is_some() { " wrong" } } {
                h1 { label for=(self.name) { (self.label) } }
                p class="hint" id={ (self.name) "-Hint" } { (self.hint) }
                @if let Some(wrong) = self.wrong {
                    p class="error" id={ (self.name) "-Error" } { span class="unseen" { (words(lang).error) " " } (wrong) }
                }
                input type="text" id=(self.name) name=(self.name) value=(self.typed) dir="ltr" autocomplete="off"
                    autocapitalize="none" spellcheck="false" aria-describedby=(described)
                    aria-invalid=[self.wrong.map(|_| "true")];
            }
        }
    }

    /// What heads a page that came back.
    fn summary(&self, lang: &Lang) -> Markup {
        html! {
            @if let Some(wrong) = self.wrong {
                div class="problem" {
                    div role="alert" {
                        h2 { (words(lang).problem) }
                        ul { li { a href={ "#" (self.name) } { (wrong) ": " span { (self.label) } } } }
                    }
                }
            }
        }
    }
}
