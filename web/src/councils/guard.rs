//! Who may use a page of a council, as a type in the handler's signature.

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::{HeaderMap, StatusCode, request::Parts},
    response::{IntoResponse, Redirect, Response},
};

use super::{COOKIE, HOME, role::Role, sql, view};
use crate::{app::App, cookie, error::Error, page::House, pepper::Purpose, services};

/// Somebody on the council in the address, on a device where they joined.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// Their id.
    pub id: String,
    /// What they are called; empty, where they want no name.
    pub nickname: String,
    /// What they do.
    pub role: Role,
    /// Id of the council.
    pub council: String,
    /// Its name.
    pub council_name: String,
    /// Key of its service.
    pub service: String,
    /// The service, as its pages show it.
    pub house: House,
}

impl Person {
    /// The address of a page of their council; nothing names its first.
    pub fn path(&self, page: &str) -> String {
        let slash = if page.is_empty() { "" } else { "/" };
        format!("{HOME}/{}{slash}{page}", self.council)
    }
}

/// Extractors that let nobody pass who has another role. The route has to name `{council}`.
macro_rules! on_council {
    ($($(#[$doc:meta])* $name:ident($may:expr);)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub(crate) struct $name(pub Person);

        impl FromRequestParts<App> for $name {
            type Rejection = Stopped;

            async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Stopped> {
                let me = in_address(parts, app).await?;
                let may: fn(Role) -> bool = $may;
                if may(me.role) { Ok(Self(me)) } else { Err(Stopped::Role(Box::new(me))) }
            }
        }
    )*};
}

on_council! {
    /// Anybody on the council.
    Member(|_| true);
    /// The chair or the clerk: makes polls and writes decisions down.
    Maker(Role::makes);
    /// The chair or the teller: prints slips and closes polls.
    Teller(Role::counts);
    /// A moderator or the chair: looks at new ideas before others read them.
    Moderator(Role::moderates);
    /// The chair.
    Chair(|role| role == Role::Chair);
}

/// Why a request goes no further.
#[derive(Debug)]
pub(crate) enum Stopped {
    /// This device is in no council: whoever comes is shown the door.
    Door,
    /// In the council, with another role.
    Role(Box<Person>),
    /// Anything else.
    Error(Error),
}

impl From<Error> for Stopped {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

impl IntoResponse for Stopped {
    fn into_response(self) -> Response {
        match self {
            Self::Door => Redirect::to(HOME).into_response(),
            Self::Role(me) => (StatusCode::FORBIDDEN, view::not_yours(&me)).into_response(),
            Self::Error(error) => error.into_response(),
        }
    }
}

/// The hash of the code that the browser sent.
pub(super) fn session(app: &App, headers: &HeaderMap) -> Option<String> {
    cookie::read(headers, COOKIE, app.secure()).map(|code| app.pepper.hash(Purpose::Member, code))
}

/// Whose device it is, if it is in a council.
pub(super) async fn person(app: &App, headers: &HeaderMap) -> Result<Option<Person>, Error> {
    let Some(session) = session(app, headers) else { return Ok(None) };
    let mut tx = app.db.read().await?;
    let Some(found) = sql::signed_in(&mut tx, &session, app.clock.now()).await? else { return Ok(None) };
    let house = services::house(&mut tx, &found.service).await?;
    let sql::SignedIn { id, nickname, role, council, council_name, service } = found;
    Ok(Some(Person { id, nickname, role, council, council_name, service, house }))
}

async fn in_address(parts: &mut Parts, app: &App) -> Result<Person, Stopped> {
    let me = person(app, &parts.headers).await?.ok_or(Stopped::Door)?;
    let params = RawPathParams::from_request_parts(parts, app).await.map_err(|e| Error::fault("path", e))?;
    let council = params.iter().find(|(name, _)| *name == "council").map(|(_, council)| council);
    let council = council.ok_or_else(|| Error::Fault("a route for members names no council".to_owned()))?;
    // Another council looks like one that is not there.
    if council == me.council { Ok(me) } else { Err(Error::NotFound.into()) }
}
