//! A component that an owner brings: read within limits, checked, and only then kept.

use std::sync::Arc;

use axum::{
    extract::{Multipart, State, multipart::MultipartRejection},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_host::{Artefact, Check, Finding, Host, Limits, examples, golden::Golden};
use tokio::{sync::Semaphore, time::timeout};

use super::{sql, view};
use crate::{
    app::App,
    aside::aside,
    error::Error,
    plugins,
    staff::{self, Owner},
};

/// The largest form that is read: more than any component may have, so that one which is too large is told so kindly.
pub(super) const MOST_BYTES: usize = 32 << 20;
/// The largest file of examples.
const EXAMPLES: usize = 256 << 10;

/// Components are compiled one after the other: it takes much of a processor and cannot be interrupted.
static CHECKING: Semaphore = Semaphore::const_new(1);

pub(super) const COMPONENT: &str = "component";
pub(super) const EXAMPLES_FIELD: &str = "examples";

/// What is wrong with an upload: the field, and what to do.
pub(super) type Wrong = (&'static str, String);

/// The files of the form.
#[derive(Default)]
struct Files {
    component: File,
    examples: File,
}

#[derive(Default)]
struct File {
    bytes: Vec<u8>,
    too_large: bool,
}

pub(super) async fn receive(
    State(app): State<App>,
    Owner(me): Owner,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Error> {
    let form = form.map_err(|_| Error::Refused("This address takes forms of our own pages only."))?;
    let files = timeout(app.patience, read(form, app.host.limits().component)).await.map_err(|_| Error::TooSlow)??;
    let again = |wrong: &[Wrong]| {
        (StatusCode::UNPROCESSABLE_ENTITY, view::upload(&me, app.host.limits(), wrong)).into_response()
    };
    let (component, examples) = match files.complete(app.host.limits().component) {
        Ok(files) => files,
        Err(wrong) => return Ok(again(&wrong)),
    };
    let (artefact, passed) = match checked(&app.host, component.clone(), examples).await? {
        Ok(checked) => checked,
        Err(wrong) => return Ok(again(&[wrong])),
    };
    let (now, digest) = (app.clock.now(), artefact.digest().to_string());
    let mut tx = app.db.write().await?;
    plugins::keep(&mut tx, &artefact, &component, now).await?;
    sql::add(&mut tx, &me.service, &digest, &me.staff, passed, now).await?;
    let said = artefact.description();
    let detail = format!("{}, version {} ({})", said.name, said.version, plugins::short(&digest));
    staff::audit(&mut tx, &me.service, Some(&me.staff), now, "plugin uploaded", &detail).await?;
    tx.commit().await?;
    app.loaded.remember(artefact);
    Ok(Redirect::to(&me.path(&format!("plugins/{digest}"))).into_response())
}

async fn read(mut form: Multipart, largest: usize) -> Result<Files, Error> {
    let unread = |error: axum::extract::multipart::MultipartError| {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Error::TooLarge } else { NOT_OURS }
    };
    let mut files = Files::default();
    while let Some(mut field) = form.next_field().await.map_err(unread)? {
        let (file, most) = match field.name() {
            Some(COMPONENT) => (&mut files.component, largest),
            Some(EXAMPLES_FIELD) => (&mut files.examples, EXAMPLES),
            _ => return Err(NOT_OURS),
        };
        if !file.bytes.is_empty() {
            return Err(NOT_OURS);
        }
        // Read to its end whatever its size: a browser that is cut off while it sends shows no answer.
        while let Some(chunk) = field.chunk().await.map_err(unread)? {
            file.too_large |= file.bytes.len() + chunk.len() > most;
            if !file.too_large {
                file.bytes.extend_from_slice(&chunk);
            }
        }
    }
    Ok(files)
}

const NOT_OURS: Error = Error::Refused("What came is not what our page asks for. Go back and load it again.");

impl Files {
    /// The component, and the examples if there are any.
    fn complete(self, largest: usize) -> Result<(Vec<u8>, Option<String>), Vec<Wrong>> {
        let mut wrong = Vec::new();
        if self.component.too_large {
            let (most, unless) = (largest >> 20, Limits::remedy(largest));
            wrong.push((COMPONENT, format!("This file is too large. A component may have {most} MB at most{unless}.")));
        } else if self.component.bytes.is_empty() {
            wrong.push((COMPONENT, "Choose the component, a file that ends in .wasm.".to_owned()));
        }
        let examples = String::from_utf8(self.examples.bytes);
        match examples {
            _ if self.examples.too_large => {
                wrong.push((EXAMPLES_FIELD, "This file is too large: 256 KB at most.".to_owned()));
            }
            Err(_) => wrong.push((EXAMPLES_FIELD, "This file is not text. Examples are a JSON file.".to_owned())),
            Ok(examples) if wrong.is_empty() => {
                return Ok((self.component.bytes, Some(examples).filter(|text| !text.trim().is_empty())));
            }
            Ok(_) => {}
        }
        Err(wrong)
    }
}

/// Loads a component and tries it; gives it with the number of its examples, all of which it passed.
async fn checked(
    host: &Arc<Host>,
    component: Vec<u8>,
    examples: Option<String>,
) -> Result<Result<(Artefact, i64), Wrong>, Error> {
    let _turn = CHECKING.acquire().await.map_err(|e| Error::fault("a turn to check a plugin", e))?;
    let host = host.clone();
    aside("trying a plugin out", move || try_out(&host, &component, examples.as_deref())).await
}

/// The examples are those of the form, or else those that travel in the component.
fn try_out(host: &Host, component: &[u8], examples: Option<&str>) -> Result<(Artefact, i64), Wrong> {
    let read = examples.map(Golden::read).transpose();
    let golden = read.map_err(|error| (EXAMPLES_FIELD, format!("We cannot read them: {error}.")))?;
    let at = if golden.is_some() { EXAMPLES_FIELD } else { COMPONENT };
    let golden = golden.or_else(|| examples::read(component)?.ok());
    let report = host.check(component, golden.as_ref());
    for Finding { check, verdict } in report.findings {
        match (check, verdict.faults()) {
            (_, faults) if faults.is_empty() => {}
            (Check::Examples, faults) => return Err((at, unlike(&faults))),
            (_, faults) => return Err((COMPONENT, format!("This cannot be used. {}.", faults.join(". ")))),
        }
    }
    let artefact = report.artefact.ok_or((COMPONENT, "This cannot be used.".to_owned()))?;
    Ok((artefact, golden.map_or(0, |golden| i64::try_from(golden.examples.len()).unwrap_or(i64::MAX))))
}

/// What is told of examples that came out in another way.
fn unlike(faults: &[String]) -> String {
    let more = if faults.len() > 3 { format!(" And {} more.", faults.len() - 3) } else { String::new() };
    let first: Vec<_> = faults.iter().take(3).map(String::as_str).collect();
    format!("{} did not come out as written. {}.{more}", faults.len(), first.join(". "))
}
