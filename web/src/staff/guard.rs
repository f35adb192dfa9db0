//! Who may use a handler, as a type in its signature.

use std::ops::Deref;

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::{HeaderMap, Method, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};

use super::{operators::is_operator, role::Role, sql};
use crate::{app::App, cookie, error::Error, pepper::Purpose};

/// The cookie of a session.
pub(super) const SESSION: &str = "session";
/// The cookie that remembers which page somebody wanted before they signed in.
pub(super) const WANTED: &str = "wanted";
/// Whom the cookies of staff are for.
pub(super) const STAFF: &str = "/staff";

/// Someone who is signed in, whatever their roles.
#[derive(Clone, Debug)]
pub(super) struct SignedIn {
    pub id: String,
    pub email: String,
}

/// Someone who is signed in and works for the service in the address, whatever they do there.
#[derive(Clone, Debug)]
pub struct Colleague {
    /// Their id.
    pub staff: String,
    /// What the service calls them.
    pub name: String,
    /// Key of the service.
    pub service: String,
    /// Its name.
    pub service_name: String,
    /// What they may do there.
    pub role: Role,
}

impl Colleague {
    /// The address of a staff page of their service, such as `bindings`; nothing names its first page.
    pub fn path(&self, page: &str) -> String {
        let slash = if page.is_empty() { "" } else { "/" };
        format!("{STAFF}/{}{slash}{page}", self.service)
    }

    /// Whether they are at least a facilitator of councils.
    pub fn may_help_councils(&self) -> bool {
        self.role.includes(Role::Facilitator)
    }

    /// Whether they are at least an analyst: for the parts of a page that only those can use.
    pub fn may_read(&self) -> bool {
        self.role.includes(Role::Analyst)
    }

    /// Whether they are at least an editor: for the parts of a page that only editors can use.
    pub fn may_edit(&self) -> bool {
        self.role.includes(Role::Editor)
    }

    /// Whether they are an owner: for the parts of a page that only owners can use.
    pub fn is_owner(&self) -> bool {
        self.role.includes(Role::Owner)
    }
}

impl FromRequestParts<App> for Colleague {
    type Rejection = Stopped;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Stopped> {
        colleague(parts, app).await
    }
}

/// Extractors that let nobody pass whose role does not include one. The route has to name `{service}`.
macro_rules! at_least {
    ($($(#[$doc:meta])* $role:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $role(pub Colleague);

        impl Deref for $role {
            type Target = Colleague;

            fn deref(&self) -> &Colleague {
                &self.0
            }
        }

        impl FromRequestParts<App> for $role {
            type Rejection = Stopped;

            async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Stopped> {
                let me = colleague(parts, app).await?;
                if me.role.includes(Role::$role) { Ok(Self(me)) } else { Err(Error::NotAllowed.into()) }
            }
        }
    )*};
}

at_least! {
    /// At least a moderator of the service.
    Moderator;
    /// At least a facilitator of the service's councils.
    Facilitator;
    /// At least an analyst of the service.
    Analyst;
    /// At least an editor of the service.
    Editor;
    /// An owner of the service.
    Owner;
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Stopped;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Stopped> {
        let session = session(app, &parts.headers);
        let found = match &session {
            Some(session) => sql::signed_in(&mut app.db.read().await?, session, app.clock.now()).await?,
            None => None,
        };
        found.ok_or_else(|| Stopped::signed_out(parts, app))
    }
}

/// Someone who is signed in and looks after the whole.
#[derive(Clone, Debug)]
pub struct Operator {
    /// Their id.
    pub staff: String,
}

impl FromRequestParts<App> for Operator {
    type Rejection = Stopped;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Stopped> {
        let me = SignedIn::from_request_parts(parts, app).await?;
        let operates = is_operator(&mut app.db.read().await?, &me.id).await?;
        if operates { Ok(Self { staff: me.id }) } else { Err(Error::NotAllowed.into()) }
    }
}

/// The hash of the session code that the browser sent.
pub(super) fn session(app: &App, headers: &HeaderMap) -> Option<String> {
    cookie::read(headers, SESSION, app.secure()).map(|code| app.pepper.hash(Purpose::Session, code))
}

async fn colleague(parts: &mut Parts, app: &App) -> Result<Colleague, Stopped> {
    let me = SignedIn::from_request_parts(parts, app).await?;
    let params = RawPathParams::from_request_parts(parts, app).await.map_err(|e| Error::fault("path", e))?;
    let service = params.iter().find(|(name, _)| *name == "service").map(|(_, service)| service);
    let service = service.ok_or_else(|| Error::Fault("a route for staff names no service".to_owned()))?;
    // A service that one has no part in looks like one that is not there.
    let part = sql::part_in(&mut app.db.read().await?, &me.id, service).await?.ok_or(Error::NotFound)?;
    let sql::Part { service_name, name, role } = part;
    Ok(Colleague { staff: me.id, name, service: service.to_owned(), service_name, role })
}

/// Why a request goes no further.
#[derive(Debug)]
pub enum Stopped {
    /// Nobody is signed in. Whoever only wanted to look is shown the door, and may come back to this address after.
    SignIn {
        /// The page they wanted, if it can be named.
        wanted: Option<String>,
        /// Whether cookies are for encrypted connections only.
        secure: bool,
    },
    /// Anything else.
    Error(Error),
}

impl Stopped {
    fn signed_out(parts: &Parts, app: &App) -> Self {
        if matches!(parts.method, Method::GET | Method::HEAD) {
            return Self::SignIn { wanted: own_page(parts.uri.path()), secure: app.secure() };
        }
        Self::Error(Error::SignedOut)
    }
}

impl From<Error> for Stopped {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

impl IntoResponse for Stopped {
    fn into_response(self) -> Response {
        let door = Redirect::to("/staff/sign-in");
        match self {
            Self::SignIn { wanted: Some(page), secure } => {
                ([(header::SET_COOKIE, cookie::set(WANTED, &page, STAFF, secure))], door).into_response()
            }
            Self::SignIn { wanted: None, .. } => door.into_response(),
            Self::Error(error) => error.into_response(),
        }
    }
}

/// The address, if it is plainly a page for our staff: nothing in it can lead elsewhere or end a header.
pub(super) fn own_page(path: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_/".contains(c);
    let ours = path.strip_prefix(STAFF).is_some_and(|rest| rest.starts_with('/'));
    (ours && path.len() <= 200 && path.chars().all(plain) && !path.contains("//")).then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_comes_back_to_pages_of_staff_only() {
        assert_eq!(own_page("/staff/riverside/plan").as_deref(), Some("/staff/riverside/plan"));
        let elsewhere = [
            "",
            "/",
            "//evil.example",
            "/staff",
            "/staffing/x",
            "/staff//evil.example",
            "/staff/\\evil",
            "/staff/x;y",
            "/staff/a\r\nb",
        ];
        for path in elsewhere {
            assert_eq!(own_page(path), None, "{path}");
        }
    }
}
