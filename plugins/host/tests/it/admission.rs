//! What is refused before it can score.

use crate::support::{SETTINGS, answers, host, scale_index, survey};
use heard_bundled::SCALE_INDEX;
use heard_host::{Cause, Fault, Host, Limits, Refused, Stage};

#[track_caller]
fn refused(component: impl AsRef<[u8]>) -> Fault {
    let fault = host().load(component.as_ref()).unwrap_err();
    assert!(matches!(fault.stage, Stage::Load), "{fault:?}");
    fault
}

fn wat(text: &str) -> Vec<u8> {
    wat::parse_str(text).unwrap()
}

#[test]
fn imports_are_refused() {
    let fault = refused(wat(r#"(component (import "wasi:clocks/wall-clock@0.2.0" (instance)))"#));
    assert_eq!(fault.cause, Cause::Imports("wasi:clocks/wall-clock@0.2.0".into()));
    assert_eq!(
        fault.to_string(),
        "On loading, the plugin is refused: it asks for `wasi:clocks/wall-clock@0.2.0`, \
         but plugins get nothing except answers; build it without WASI"
    );
}

#[test]
fn a_component_that_is_no_plugin_is_refused() {
    let fault = refused(wat("(component)"));
    assert!(matches!(&fault.cause, Cause::Contract(what) if what.contains("heard:scoring/scorer")), "{fault:?}");
}

#[test]
fn foreign_bytes_are_refused() {
    for bytes in [&b""[..], b"not a plugin", b"(component)", &wat("(module)"), &SCALE_INDEX.component[..1_000]] {
        let fault = refused(bytes);
        assert!(matches!(fault.cause, Cause::NotAComponent(_)), "{fault:?}");
    }
}

#[test]
fn what_a_foreign_file_is_stands_in_one_plain_line() {
    for (bytes, what) in [
        (&b""[..], "it is empty"),
        (b"not a plugin", "it is another kind of file"),
        (&wat("(module)"), "it is a core module; make a component of it first"),
    ] {
        let said = refused(bytes).to_string();
        assert!(said.ends_with(&format!("its file is not a WebAssembly component ({what})")), "{said}");
    }
}

#[test]
fn proposals_that_are_off_are_refused() {
    let inside = |module: &str| wat(&format!("(component (core {})", module.strip_prefix('(').unwrap()));
    let fault = refused(inside("(module (memory 1))"));
    assert!(matches!(fault.cause, Cause::Contract(_)), "an ordinary module compiles: {fault:?}");
    for module in [
        "(module (memory i64 1))",
        "(module (memory 1 1 shared))",
        "(module (type (struct)))",
        "(module (tag))",
        "(module (func return_call 0))",
        "(module (func (param v128 v128 v128) (result v128) local.get 0 local.get 1 local.get 2 f32x4.relaxed_madd))",
    ] {
        let fault = refused(inside(module));
        assert!(matches!(fault.cause, Cause::NotAComponent(_)), "{module}: {fault:?}");
    }
}

#[test]
fn a_large_file_is_refused_unread() {
    let fault = refused(vec![0; 5 << 20]);
    assert_eq!(fault.cause, Cause::TooLarge { size: 5 << 20, limit: 4 << 20 });
}

#[test]
fn problems_of_settings_come_back_as_problems() {
    let binding = scale_index();
    let problems_of = |settings: &str| match binding.artefact().configure(&survey(), settings) {
        Err(Refused::Problems(problems)) => problems,
        other => panic!("{other:?}"),
    };
    assert_eq!(problems_of(r#"{"items": ["gone"]}"#)[0].at, "/items/0");
    assert_eq!(problems_of("not json")[0].at, "");
    let many = serde_json::json!({ "items": (0..500).map(|n| format!("q{n}")).collect::<Vec<_>>() });
    assert_eq!(problems_of(&many.to_string()).len(), 64);
}

#[test]
fn answers_that_do_not_fit_are_the_callers_fault() {
    let binding = scale_index();
    let mut batch = answers(binding.survey(), binding.plan(), 10, 1);
    batch.columns.pop();
    let fault = binding.job().unwrap().score(&batch).unwrap_err();
    assert!(!fault.is_the_plugins(), "{fault:?}");
}

#[test]
fn more_jobs_than_places_wait_their_turn() {
    let host = Host::new(Limits { jobs: 2, ..Limits::default() }).unwrap();
    let binding = host.load(SCALE_INDEX.component).unwrap().configure(&survey(), SETTINGS).unwrap();
    let (first, _second) = (binding.job().unwrap(), binding.job().unwrap());
    let fault = binding.job().unwrap_err();
    assert!(fault.cause == Cause::Crowded && !fault.is_the_plugins(), "{fault:?}");
    drop(first);
    binding.job().unwrap();
}

#[test]
fn a_digest_names_the_bytes() {
    let digest = scale_index().artefact().digest();
    assert_eq!(digest, host().load(SCALE_INDEX.component).unwrap().digest());
    assert_ne!(digest, host().load(heard_hostile::POISON).unwrap().digest());
    assert_eq!(digest.to_string().len(), 64);
}
