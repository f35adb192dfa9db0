//! What somebody wrote is not lost when their session ends before they send it: the answer to their form holds all that
//! they typed, and sends it once they are signed in again.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use heard_core::{answer::Typed, text::Lang};
use maud::{Markup, html};
use tokio::time::timeout;

use super::guard::own_page;
use crate::{
    app::App,
    error::Error,
    page::Page,
    typed::{self, most_bytes},
};

/// Whether a request sends a form of staff, not a file.
pub(crate) fn is_form(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    *request.method() == Method::POST
        && own_page(request.uri().path()).is_some()
        && kind.starts_with("application/x-www-form-urlencoded")
}

/// Answers a form; where nobody is signed in, with what was typed.
pub(crate) async fn answer(app: &App, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let path = parts.uri.path().to_owned();
    let bytes = match timeout(app.patience, to_bytes(body, most_bytes(&path))).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(_)) => return Error::TooLarge.into_response(),
        Err(_) => return Error::TooSlow.into_response(),
    };
    let response = next.run(Request::from_parts(parts, Body::from(bytes.clone()))).await;
    match typed::parse(&bytes) {
        Ok(typed) if response.status() == StatusCode::UNAUTHORIZED && typed.fields().next().is_some() => {
            (StatusCode::UNAUTHORIZED, page(&path, &typed)).into_response()
        }
        _ => response,
    }
}

fn page(path: &str, typed: &Typed) -> Markup {
    html! {
        (Page::new(&Lang::english(), "You are signed out").home("Heard · staff", "/staff").show(html! {
            h1 { "You are signed out" }
            p class="lead" { "Nothing that you wrote is lost: this page holds it. It is not saved yet." }
            ol {
                li { "Leave this page open, and " a href="/staff/sign-in" { "sign in" } " in another tab or window." }
                li { "Come back here, and send it again." }
            }
            form method="post" action=(path) novalidate {
                @for field in typed.fields() {
                    @for value in typed.all(field) { input type="hidden" name=(field) value=(value); }
                }
                div class="actions" { button { "Send it again" } }
            }
        }))
    }
}
