//! The form in which a wave is planned and changed.

use heard_core::{
    participation::Rung,
    survey::Survey,
    wave::{LawfulBasis, MonitoringBasis, asks_monitoring},
};
use maud::{Markup, html};

use super::{ENGLISH, back, basis_words, frame, label, monitoring_words};
use crate::{
    form::sheet::{Sheet, changed_meanwhile, offers, summary},
    staff::Colleague,
    waves::{
        Stage,
        planning::{FROM, Form, INVITED_ONLY, NEWEST},
    },
};

pub(in crate::waves) fn form(me: &Colleague, form: &Form<'_>) -> Markup {
    let Form { run, survey, typed, troubles, meanwhile, .. } = form;
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: true };
    let all = format!("surveys/{}/waves", survey.key);
    let (own, home, heading) = match run {
        Some(run) => (run.path(me, "change"), run.path(me, ""), "Change this wave"),
        None => (me.path(&format!("{all}/new")), me.path(&all), "Plan a wave"),
    };
    frame(me, heading).within(survey.title.get(&ENGLISH)).wrong(!troubles.is_empty() || *meanwhile).show(html! {
        (back(&home, "Back"))
        (summary(troubles))
        @if *meanwhile { (changed_meanwhile("A colleague changed this wave, or it began or ended.", &own)) }
        h1 { (heading) }
        form method="post" action=(own) novalidate {
            @if run.is_some() { input type="hidden" name=(FROM) value=(form.mark()); }
            @if matches!(form.stage(), Stage::Planned | Stage::Open) { (when(&sheet, form)) }
            h2 { "What people are told before they begin" }
            @if form.stage() == Stage::Planned { (promises(&sheet, survey)) } @else {
                p { "What the answers are for, by what right and how long they are kept stays as people were told." }
            }
            (sheet.line("contact", &label("contact"), "An e-mail address or a telephone number that somebody answers."))
            (say(&sheet))
            div class="actions" { button { "Save" } a class="button quiet" href=(home) { "Leave it as it is" } }
        }
    })
}

fn when(sheet: &Sheet<'_>, form: &Form<'_>) -> Markup {
    html! {
        h2 { "When" }
        @if form.stage() == Stage::Planned {
            (sheet.line("first_day", &label("first_day"), "Such as 1 March 2027. It opens when that day begins in England; today, at once."))
        }
        (sheet.line("last_day", &label("last_day"), "It closes at midnight after that day."))
        @if let Some(newer) = form.newer { (sheet.tick(NEWEST, &format!("Ask version {newer}, which was published since"))) }
    }
}

fn promises(sheet: &Sheet<'_>, survey: &Survey) -> Markup {
    html! {
        @for lang in &survey.languages {
            @let name = format!("purpose.{lang}");
            (Sheet { lang, ..*sheet }.sentences(&name, &label(&name), "One or two plain sentences: what you want to know, and what you will do with it."))
        }
        h3 { "Who can answer" }
        p class="hint" { "By the open link everyone can. Where only people with an invitation of their own can, fewer answer, and nobody twice. Who gave which answer stays unknown either way." }
        (sheet.tick(INVITED_ONLY, "Only people whom you invite by e-mail can answer online"))
        (sheet.one_of("basis", &label("basis"), "Ask your data protection officer. Article 6 of the UK GDPR names them.",
            &offers(LawfulBasis::ALL.map(|one| (one.code(), basis_words(one))))))
        (sheet.short("keep_months", &label("keep_months"), "From the day it closes. Then every answer is deleted by itself; figures that were made of them stay."))
        @if asks_monitoring(survey) {
            (sheet.one_of("monitoring_basis", &label("monitoring_basis"), "They are special categories of data: article 9 asks for a further right.",
                &offers(MonitoringBasis::ALL.map(|one| (one.code(), monitoring_words(one))))))
            (sheet.short("keep_monitoring_months", &label("keep_monitoring_months"), "As long as the other answers at most. Shorter is kinder."))
        }
    }
}

/// The four parts of Lundy's model, and the ladder.
fn say(sheet: &Sheet<'_>) -> Markup {
    let rung = |rung: Rung| {
        let (name, meaning) = rung.meaning();
        (rung.number(), format!("{} {name}: {meaning}", rung.number()))
    };
    html! {
        h2 { "How people take part" }
        p { "Laura Lundy’s four questions. Your colleagues see the answers." }
        (sheet.sentences("space", &label("space"), "Where and how can they say safely what they think? Whom would you miss, and how do you reach them?"))
        (sheet.sentences("voice", &label("voice"), "What helps them to say it: languages, Easy Read, somebody who reads aloud, time?"))
        (sheet.sentences("audience", &label("audience"), "Who listens, and has the power to act?"))
        (sheet.sentences("influence", &label("influence"), "What was done because of what they said, and where not, why not? Needed before the wave is archived."))
        (sheet.one_of("rung", &label("rung"), "Roger Hart’s ladder of participation, from the bottom. An honest low rung is worth more than a high one that nobody believes.",
            &offers(Rung::ALL.map(rung))))
    }
}
