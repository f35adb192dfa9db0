//! What can go wrong in a request, and the page that says so. The cause of a fault of ours is logged and never shown.

use axum::{
    body::Body,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use heard_core::text::Lang;

use crate::{
    page,
    words::{Words, words},
};

/// The one error of the server.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is nothing at this address, or nothing that this person may see.
    #[error("not found")]
    NotFound,
    /// A request that no page of ours makes; with what is wrong, in English. Pages in other languages say it less exactly.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// The address is there, and not for that method.
    #[error("method not allowed")]
    WrongWay,
    /// More than we read.
    #[error("too large")]
    TooLarge,
    /// The survey is not open (any more).
    #[error("closed")]
    Closed,
    /// Only people who were invited can answer, and nothing says that this person was.
    #[error("only invited")]
    OnlyInvited,
    /// The invitation was used before, or is none.
    #[error("spent")]
    Spent,
    /// What the person had begun is gone: sent already, expired, or the browser keeps no cookies.
    #[error("no draft")]
    NoDraft,
    /// Nobody is signed in.
    #[error("not signed in")]
    SignedOut,
    /// Signed in, but without the role that this takes.
    #[error("not allowed")]
    NotAllowed,
    /// Too much at once.
    #[error("busy")]
    Busy,
    /// The same again and again, from one address.
    #[error("too often")]
    TooOften {
        /// After how many seconds it can be tried again.
        seconds: u64,
    },
    /// What was to be sent did not come in time.
    #[error("too slow")]
    TooSlow,
    /// The database failed.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// The database's schema could not be brought up to date.
    #[error("migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// Something stored does not read as it should, or another fault of ours.
    #[error("{0}")]
    Fault(String),
}

impl Error {
    /// A fault of ours, with its cause for the log.
    pub fn fault(what: &str, cause: impl std::fmt::Display) -> Self {
        Self::Fault(format!("{what}: {cause}"))
    }

    /// Whether trying the same again may help.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Busy => true,
            Self::Database(error) => !matches!(error, sqlx::Error::ColumnDecode { .. } | sqlx::Error::RowNotFound),
            _ => false,
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Refused(_) => StatusCode::BAD_REQUEST,
            Self::WrongWay => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Closed | Self::NoDraft => StatusCode::GONE,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::NotAllowed | Self::OnlyInvited => StatusCode::FORBIDDEN,
            Self::Spent => StatusCode::CONFLICT,
            Self::TooOften { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            _ if self.is_passing() => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What happened and what to do, in plain words. What only staff meet is there in English alone.
    fn telling(&self) -> Result<Telling, (&'static str, &'static str)> {
        let tell: Telling = match self {
            Self::NotFound => |w| (&w.not_found, &w.not_found_advice),
            Self::Refused(_) => |w| (&w.refused, &w.refused_advice),
            Self::WrongWay => |w| (&w.wrong_way, &w.wrong_way_advice),
            Self::TooLarge => |w| (&w.too_large, &w.too_large_advice),
            Self::Closed => |w| (&w.closed, &w.closed_advice),
            Self::OnlyInvited => |w| (&w.only_invited, &w.only_invited_advice),
            Self::Spent => |w| (&w.invitation_used, &w.invitation_used_advice),
            Self::NoDraft => |w| (&w.no_draft, &w.no_draft_advice),
            Self::SignedOut => return Err(("Please sign in", "This page is for staff. Ask for a sign-in link.")),
            Self::NotAllowed => {
                return Err((
                    "You cannot open this page",
                    "Your role does not include it. Ask an owner of your service.",
                ));
            }
            Self::TooOften { .. } => |w| (&w.too_often, &w.too_often_advice),
            Self::TooSlow => |w| (&w.too_slow, &w.too_slow_advice),
            _ if self.is_passing() => |w| (&w.not_now, &w.not_now_advice),
            _ => |w| (&w.our_fault, &w.our_fault_advice),
        };
        Ok(tell)
    }
}

/// What an error's page says in a language: its title, and what to do.
type Telling = fn(&'static Words) -> (&'static str, &'static str);

/// What was said on an error's page. It stays with the response until it is known who reads it.
#[derive(Clone, Copy)]
struct Said {
    to_staff: (&'static str, &'static str),
    /// Nothing where only staff can meet it.
    tell: Option<Telling>,
}

/// Who reads an error's page.
pub(crate) enum Reader {
    /// They read English, and have a page of their own to go back to.
    Staff,
    Public(Lang),
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = self.status();
        if status.is_server_error() {
            tracing::error!(error = %self, "request failed");
        }
        let english = Lang::english();
        let (tell, (title, advice)) = match (self.telling(), &self) {
            (Ok(tell), Self::Refused(why)) => (Some(tell), (tell(words(&english)).0, *why)),
            (Ok(tell), _) => (Some(tell), tell(words(&english))),
            (Err(in_english), _) => (None, in_english),
        };
        let mut response = (status, page::message(title, advice, &english)).into_response();
        let title = if matches!(self, Self::Refused(_)) { "That was not done" } else { title };
        response.extensions_mut().insert(Said { to_staff: (title, advice), tell });
        if let Self::TooOften { seconds } = self {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

/// Says an error as its reader takes it best; leaves every other response as it is.
pub(crate) fn say_to(response: &mut Response, reader: &Reader) {
    let Some(said) = response.extensions_mut().remove::<Said>() else { return };
    let page = match (reader, said.tell) {
        (Reader::Staff, _) => page::message_to_staff(said.to_staff),
        (Reader::Public(lang), Some(tell)) if **lang != *Lang::english() => {
            let (title, advice) = tell(words(lang));
            page::message(title, advice, lang)
        }
        _ => return,
    };
    // The English one may have been compressed on its way here.
    response.headers_mut().remove(header::CONTENT_ENCODING);
    response.headers_mut().remove(header::CONTENT_LENGTH);
    *response.body_mut() = Body::from(page.into_string());
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;

    use super::*;

    async fn page(error: Error, lang: &str) -> String {
        let mut response = error.into_response();
        say_to(&mut response, &Reader::Public(Lang::try_from(lang.to_owned()).unwrap()));
        String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap()
    }

    #[tokio::test]
    async fn every_error_is_a_sound_page_in_every_language() {
        for lang in crate::words::spoken() {
            let errors = [
                Error::NotFound,
                Error::Refused("No such role."),
                Error::WrongWay,
                Error::TooLarge,
                Error::Closed,
                Error::NoDraft,
                Error::OnlyInvited,
                Error::Spent,
                Error::SignedOut,
                Error::NotAllowed,
                Error::Busy,
                Error::TooOften { seconds: 9 },
                Error::TooSlow,
                Error::Fault("x".to_owned()),
            ];
            for error in errors {
                let html = page(error, lang).await;
                assert_eq!(heard_markup::faults(&html), <Vec<String>>::new(), "{html}");
            }
        }
    }

    #[tokio::test]
    async fn an_error_is_said_in_the_readers_language() {
        let polish = words(&Lang::try_from("pl".to_owned()).unwrap());
        let english = words(&Lang::english());
        assert!(page(Error::Closed, "en").await.contains(&english.closed));
        let html = page(Error::Closed, "pl").await;
        assert!(html.contains(r#"<html lang="pl" dir="ltr">"#) && html.contains(&polish.closed_advice), "{html}");
        // The exact reason is for those who read English, and what only staff meet is English.
        assert!(page(Error::Refused("No such role."), "en").await.contains("No such role."));
        let html = page(Error::Refused("No such role."), "pl").await;
        assert!(html.contains(&polish.refused_advice) && !html.contains("No such role."), "{html}");
        assert!(page(Error::NotAllowed, "pl").await.contains(r#"<html lang="en""#));
    }
}
