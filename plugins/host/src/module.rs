//! What can be said of a file before it is compiled.

use wasmparser::{Parser, Payload};

use crate::{Cause, Limits};

/// Refuses a file that is too large, plainly no component, or has too many functions.
pub(crate) fn check(bytes: &[u8], limits: &Limits) -> Result<(), Cause> {
    let limit = limits.component;
    if bytes.len() > limit {
        return Err(Cause::TooLarge { size: bytes.len(), limit });
    }
    if let Some(what) = foreign(bytes) {
        return Err(Cause::NotAComponent(what.to_owned()));
    }
    if functions(bytes)? > u64::from(limits.functions) {
        return Err(Cause::Functions { limit: limits.functions });
    }
    Ok(())
}

/// What a file is that plainly is no component: its first bytes tell, and the compiler's words for it tell nobody
/// anything.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [] => Some("it is empty"),
        [0, b'a', b's', b'm', 1, 0, 0, 0, ..] => Some("it is a core module; make a component of it first"),
        [0, b'a', b's', b'm', ..] => None,
        _ => Some("it is another kind of file"),
    }
}

/// How many functions its modules say that they have.
fn functions(bytes: &[u8]) -> Result<u64, Cause> {
    let mut functions = 0;
    for payload in Parser::new(0).parse_all(bytes) {
        if let Payload::FunctionSection(section) = payload.map_err(|e| Cause::NotAComponent(e.to_string()))? {
            functions += u64::from(section.count());
        }
    }
    Ok(functions)
}
