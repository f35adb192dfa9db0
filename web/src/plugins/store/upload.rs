//! A component that an owner brings: read within limits, checked, and only then kept.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use heard_host::{Artefact, Check, Finding, Host, Limits, examples, golden::Golden};
use tokio::sync::Semaphore;

use super::{sql, view};
use crate::{
    app::App,
    aside::aside,
    error::Error,
    plugins,
    staff::{self, Owner},
    uploads::{self, Upload},
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
struct Files {
    component: Upload,
    examples: Upload,
}

pub(super) async fn receive(State(app): State<App>, Owner(me): Owner, request: Request) -> Result<Response, Error> {
    let fields = [(COMPONENT, app.host.limits().component), (EXAMPLES_FIELD, EXAMPLES)];
    let [component, examples] = uploads::read(&app, request, fields).await?;
    let files = Files { component, examples };
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
