//! The SDK's bindings are generated from the contract and kept in the repository, so that neither the
//! server's build nor a plugin author's has to compile a code generator. This test keeps them true:
//! after a change of `scoring.wit` run it with `HEARD_BLESS=1` to write them anew.

use std::path::{Path, PathBuf};

use wit_bindgen_core::wit_parser::Resolve;
use wit_bindgen_core::{Files, WorldGenerator};

#[test]
fn bindings_are_those_of_the_contract() {
    let path = plugins().join("sdk/src/component/bindings.rs");
    let fresh = generate();
    if std::env::var_os("HEARD_BLESS").is_some() {
        std::fs::write(&path, &fresh).expect("the bindings can be written");
    }
    let kept = std::fs::read_to_string(&path).expect("the bindings can be read");
    assert!(kept == fresh, "scoring.wit has changed: run this test with HEARD_BLESS=1");
}

fn generate() -> String {
    let mut resolve = Resolve::default();
    let (package, _) = resolve.push_path(plugins().join("wit/scoring.wit")).expect("the contract parses");
    let world = resolve.select_world(&[package], Some("plugin")).expect("the contract has its world");
    let options = wit_bindgen_rust::Opts {
        format: true,
        pub_export_macro: true,
        export_macro_name: Some("export_component".into()),
        runtime_path: Some("heard_plugin::component::runtime".into()),
        ..Default::default()
    };
    let mut files = Files::default();
    options.build().generate(&mut resolve, world, &mut files).expect("bindings are generated");
    let (_, source) = files.iter().next().expect("there is one file of bindings");
    String::from_utf8(source.to_vec()).expect("bindings are text")
}

fn plugins() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
