//! What an invitation says: how it greets, why we ask, the link, whom to ask, and how to have no more of them.

use heard_core::text::Lang;

use crate::{
    mail::{INVITATION, STOP_CODE},
    surveys::Published,
    words::words,
};

/// A mail before it is somebody's: its codes are put in when it is sent.
pub(super) struct Written {
    pub subject: String,
    pub body: String,
}

/// The mail in one language, with what the service says itself.
pub(super) fn invitation(base_url: &str, published: &Published, own: &str, reminds: bool, lang: &Lang) -> Written {
    let (words, survey, service) = (words(lang), &published.survey, &published.house.name);
    let link = format!("{base_url}{}/invited/{INVITATION}", published.path());
    let stop = format!("{base_url}/{}/invitations/stop/{STOP_CODE}", published.house.key);
    let until = words.open_until(&words.day(published.wave.last_day()));
    let mut parts = vec![words.mail_hello.clone()];
    if reminds {
        parts.push(words.invite_reminds.clone());
    }
    if !own.trim().is_empty() {
        parts.push(own.trim().replace("\r\n", "\n"));
    }
    parts.push(published.declaration.purpose.get(lang).to_owned());
    parts.push(format!("{} {until}", words.takes_minutes(survey.minutes)));
    parts.push(format!("{}\n\n{link}", words.invite_link));
    parts.push(words.ask_us(&published.declaration.contact));
    parts.push(service.clone());
    parts.push(format!("{}\n\n{stop}", words.invite_stop(service)));
    // A title of two lines would be no subject.
    let title = survey.title.get(lang).split_whitespace().collect::<Vec<_>>().join(" ");
    Written { subject: words.invite_subject(service, &title), body: parts.join("\n\n") + "\n" }
}
