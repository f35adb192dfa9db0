//! Where somebody is signed in, and signing out there: a computer that was sold, a link that went to the wrong hands.

use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use heard_core::text::Lang;
use maud::Markup;

use super::{
    audit::audit_platform,
    guard::{SignedIn, session},
    passkeys, sql, view,
};
use crate::{app::App, error::Error, typed::PostedForm};

/// The value that ends every session but the one that asks for it.
pub(super) const ALL_OTHERS: &str = "others";

pub(super) async fn show(State(app): State<App>, headers: HeaderMap, me: SignedIn) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let sessions = sql::sessions(&mut tx, &me.id, app.clock.now()).await?;
    let passkeys = passkeys::section(&app, &mut tx, &me, &headers).await?;
    let here = session(&app, &headers).unwrap_or_default();
    Ok(view::sessions(&me.email, &sessions, &here, &passkeys, &Lang::english()))
}

pub(super) async fn end(
    State(app): State<App>,
    headers: HeaderMap,
    me: SignedIn,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&["session"])?;
    let (wanted, here, now) = (typed.first("session"), session(&app, &headers).unwrap_or_default(), app.clock.now());
    let mut tx = app.db.write().await?;
    for one in sql::sessions(&mut tx, &me.id, now).await? {
        let is_wanted = if wanted == ALL_OTHERS { one.code_hash != here } else { one.name() == wanted };
        if is_wanted && sql::end_session(&mut tx, &one.code_hash).await?.is_some() {
            audit_platform(&mut tx, Some(&me.id), now, "signed out", &one.device).await?;
        }
    }
    tx.commit().await?;
    Ok(Redirect::to("/staff/sessions").into_response())
}

/// The browser and system of a request, as its owner would call them: kept with the session, so that they know it again.
pub(super) fn device(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let named =
        |known: &[(&str, &'static str)]| known.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name);
    match (named(&BROWSERS), named(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} on {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => "Another browser".to_owned(),
    }
}

/// What browsers say of themselves. Most name those that they are like as well, so the order counts.
const BROWSERS: [(&str, &str); 7] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
];

const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "a Mac"),
    ("CrOS", "a Chromebook"),
    ("Linux", "Linux"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_called_what_its_owner_calls_it() {
        for (agent, called) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0",
                "Edge on Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile Safari/604.1",
                "Safari on an iPhone",
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox on Linux"),
            ("curl/8.9", "Another browser"),
            ("", "Another browser"),
        ] {
            let headers = HeaderMap::from_iter([(header::USER_AGENT, agent.parse().unwrap())]);
            assert_eq!(device(&headers), called);
        }
    }
}
