//! The contract may grow, and may not change: a plugin of the first release is still one.

use std::path::Path;

use wit_component::semver_check;
use wit_parser::Resolve;

/// The contract as it was released first.
const FROZEN: &str = include_str!("../../wit/frozen/1.0.0/scoring.wit");

fn still_fits(now: &str) -> bool {
    let mut resolve = Resolve::default();
    // Both in one place, which needs another version; versions are not compared.
    let now = now.replace("package heard:scoring@1.0.0;", "package heard:scoring@1.999.0;");
    let mut world = |name: &str, text: &str| {
        let package = resolve.push_str(Path::new(name), text).expect("the contract parses");
        resolve.select_world(&[package], Some("plugin")).expect("the contract has its world")
    };
    let (before, after) = (world("frozen.wit", FROZEN), world("now.wit", &now));
    semver_check(resolve, before, after).is_ok()
}

#[test]
fn a_plugin_of_the_first_release_is_still_one() {
    assert!(still_fits(include_str!("../../wit/scoring.wit")));
}

#[test]
fn changes_that_break_plugins_are_found() {
    let field = FROZEN.replace(
        "record note { response: u32, code: string }",
        "record note { response: u32, code: string, more: option<u32> }",
    );
    let case = FROZEN.replace("enum aggregation { mean, sum,", "enum aggregation { mean, share, sum,");
    let function = FROZEN.replace("plan: func() -> plan;", "plan: func(why: string) -> plan;");
    for broken in [field, case, function] {
        assert!(broken != FROZEN && !still_fits(&broken), "{broken}");
    }
}
