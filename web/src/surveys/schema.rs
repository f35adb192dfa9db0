//! The JSON Schemas of surveys and plans, for editors and for other programs.

use axum::{http::header, response::IntoResponse};
use serde_json::Value;

pub(super) fn show(schema: &Value) -> impl IntoResponse + use<> {
    ([(header::CONTENT_TYPE, "application/schema+json")], format!("{schema:#}\n"))
}
