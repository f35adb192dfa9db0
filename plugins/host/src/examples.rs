//! Examples that travel in the component: its `golden.json` as a custom section, which WebAssembly ignores and a
//! server reads when the plugin is checked. They are a part of the artefact, and so of its digest.

use heard_contract::golden::Golden;
use wasm_encoder::{CustomSection, Encode as _};
use wasmparser::{Parser, Payload};

/// The section's name.
const SECTION: &str = "heard:golden";

/// The component with these examples (JSON) in it, instead of any that it had.
pub fn embed(component: &[u8], golden: &str) -> Vec<u8> {
    let mut with = component.to_vec();
    // The number of a custom section, in components as in modules. The last of that name counts.
    with.push(0);
    CustomSection { name: SECTION.into(), data: golden.as_bytes().into() }.encode(&mut with);
    with
}

/// The examples in a component, where there are any; the error says what is wrong with them.
pub fn read(component: &[u8]) -> Option<Result<Golden, String>> {
    let mut found = None;
    // Sections of the modules within are theirs.
    let mut depth = 0;
    for payload in Parser::new(0).parse_all(component) {
        match payload.ok()? {
            Payload::ModuleSection { .. } | Payload::ComponentSection { .. } => depth += 1,
            Payload::End(_) => depth -= 1,
            Payload::CustomSection(custom) if depth == 0 && custom.name() == SECTION => found = Some(custom.data()),
            _ => {}
        }
    }
    Some(std::str::from_utf8(found?).map_err(|error| error.to_string()).and_then(Golden::read))
}
