//! What can go wrong in a request, and the page that says so. The cause of a fault of ours is logged and never shown.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::page;

/// The one error of the server.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is nothing at this address, or nothing that this person may see.
    #[error("not found")]
    NotFound,
    /// A request that no page of ours makes; with what is wrong, in words for the person.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// More than we read.
    #[error("too large")]
    TooLarge,
    /// The survey is not open (any more).
    #[error("closed")]
    Closed,
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
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Closed | Self::NoDraft => StatusCode::GONE,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::NotAllowed => StatusCode::FORBIDDEN,
            Self::TooOften { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            _ if self.is_passing() => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What happened and what to do, in plain words.
    fn words(&self) -> (&'static str, &'static str) {
        match self {
            Self::NotFound => ("We cannot find that page", "Check the address, or go back to where you came from."),
            Self::Refused(why) => ("We could not read that", why),
            Self::TooLarge => ("That was too long", "Go back, make your answer shorter and send it again."),
            Self::Closed => ("This survey is closed", "Thank you for wanting to answer. It takes no more answers."),
            Self::NoDraft => (
                "We do not have your answers here",
                "Perhaps you have sent them already, or it was too long ago. If not, begin the survey again. \
                 Your browser has to allow cookies.",
            ),
            Self::SignedOut => ("Please sign in", "This page is for staff. Ask for a sign-in link."),
            Self::NotAllowed => {
                ("You cannot open this page", "Your role does not include it. Ask an owner of your service.")
            }
            Self::TooOften { .. } => (
                "Too many people at once",
                "Many have come from where you are, perhaps your whole school. Nothing that you sent is lost. \
                 Wait a minute, then go back and try again.",
            ),
            Self::TooSlow => (
                "That took too long",
                "Your connection may be slow. Nothing that you sent before is lost. Go back and send it again.",
            ),
            _ if self.is_passing() => (
                "We could not do that just now",
                "Nothing you sent before is lost. Wait a minute, then go back and try again.",
            ),
            _ => ("Something went wrong on our side", "We have been told. Please try again later."),
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = self.status();
        if status.is_server_error() {
            tracing::error!(error = %self, "request failed");
        }
        let (title, advice) = self.words();
        let mut response = (status, page::message(title, advice)).into_response();
        if let Self::TooOften { seconds } = self {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}
