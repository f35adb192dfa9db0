//! Writing a round of mails, with what each language's will look like.

use heard_core::{answer::Typed, text::Lang};
use maud::{Markup, html};

use super::{ENGLISH, back, frame, of};
use crate::{
    form::sheet::{Sheet, Trouble, summary},
    invitations::{
        Invites,
        letters::invitation,
        writing::{DAY_FIELD, Kind, LOOK},
    },
    language,
    mail::{INVITATION, STOP_CODE},
    page::direction,
    staff::Colleague,
};

pub(in crate::invitations) const DAY_LABEL: &str = "The day they leave";

/// The box of the service's words in a language.
pub(in crate::invitations) fn field(lang: &Lang) -> String {
    format!("words.{lang}")
}

pub(in crate::invitations) fn label(lang: &Lang) -> String {
    format!("Words of your own ({})", language::name(lang))
}

fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Invitation => "Write the invitation",
        Kind::Reminder => "Write a reminder",
    }
}

/// Why no such round can be planned now, with what was written for it meanwhile.
pub(in crate::invitations) fn cannot(
    me: &Colleague,
    invites: &Invites,
    kind: Kind,
    why: &str,
    typed: &Typed,
) -> Markup {
    let languages = invites.published.survey.languages.iter();
    let written: Vec<_> =
        languages.map(|lang| (lang, typed.first(&field(lang)))).filter(|(_, words)| !words.is_empty()).collect();
    frame(me, title(kind)).within(of(invites)).show(html! {
        (back(&invites.path(me, ""), "Back to the invitations"))
        h1 { (title(kind)) }
        p { (why) }
        @if !written.is_empty() {
            h2 { "What you wrote" }
            p { "It was not sent. Copy what you want to use another time." }
            @for (lang, words) in written {
                label for=(field(lang)) { (label(lang)) }
                textarea id=(field(lang)) name=(field(lang)) rows="6" readonly lang=(**lang) dir=(direction(lang)) { "\n" (words) }
            }
        }
    })
}

pub(in crate::invitations) fn write(
    me: &Colleague,
    invites: &Invites,
    kind: Kind,
    typed: &Typed,
    troubles: &[Trouble],
    base_url: &str,
) -> Markup {
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: false };
    let languages = &invites.published.survey.languages;
    let whom = match kind {
        Kind::Invitation => "It goes to everybody on the list who had none yet.",
        Kind::Reminder => {
            "It goes to everybody who has not answered by their link when it leaves. Nobody sees who that is."
        }
    };
    frame(me, title(kind)).within(of(invites)).wrong(!troubles.is_empty()).show(html! {
        (back(&invites.path(me, ""), "Back to the invitations"))
        (summary(troubles))
        h1 { (title(kind)) }
        p { (whom) " What it says is below. You can put words of your own above that: who you are to them, and why their word counts." }
        form method="post" action=(invites.path(me, &format!("write/{}", kind.code()))) novalidate {
            @for lang in languages {
                (Sheet { lang, ..sheet }.sentences(&field(lang), &label(lang), "A few plain sentences, or nothing."))
            }
            (sheet.line(DAY_FIELD, DAY_LABEL, "Such as 1 March 2027. Today: within minutes. On other days: at nine in the morning."))
            div class="actions" {
                button { "Plan these mails" }
                button class="quiet" name=(LOOK) value="yes" { "See how they read" }
            }
        }
        h2 { "How they read" }
        @for lang in languages { (preview(invites, kind, typed, lang, base_url)) }
    })
}

fn preview(invites: &Invites, kind: Kind, typed: &Typed, lang: &Lang, base_url: &str) -> Markup {
    let reminds = kind == Kind::Reminder;
    let written = invitation(base_url, &invites.published, typed.first(&field(lang)), reminds, lang);
    let body = written.body.replace(INVITATION, "…").replace(STOP_CODE, "…");
    html! {
        section {
            h3 { (language::name(lang)) }
            div class="card" lang=(**lang) dir=(direction(lang)) {
                p { strong { (written.subject) } }
                (crate::page::paragraphs(&body))
            }
        }
    }
}
