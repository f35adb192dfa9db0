//! What lets a form be sent without a connection: the worker of the browser, and the page that it keeps to show what
//! waits on the device. Nothing of it is on the server.

use axum::{extract::Path, http::header, response::IntoResponse};
use heard_core::text::Lang;
use maud::Markup;

use super::view;
use crate::error::Error;

/// Browsers look for a newer worker whenever one of our pages is opened, and take it at once.
pub(super) async fn worker() -> impl IntoResponse {
    let headers = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    (headers, include_str!("../../assets/sw.js"))
}

/// The language is in the address, because the page is kept for one who read the form in it.
pub(super) async fn page(Path(lang): Path<String>) -> Result<Markup, Error> {
    Ok(view::waiting(&Lang::try_from(lang).map_err(|_| Error::NotFound)?))
}
