//! The smallest plugin with one fault at a time: each is bounded, and told in words.

use heard_host::golden::Golden;
use heard_host::{Batch, Column, Fault, Finding, NO_OPTION, Refused, Stage, Verdict};
use heard_hostile::altered;

use crate::frozen::GOLDEN;
use crate::support::host;

/// Code that never ends.
const LOOP: &str = "(loop $ever (br $ever))";

fn component(changes: &[(&str, &str)]) -> Vec<u8> {
    wat::parse_str(altered(changes)).unwrap_or_else(|error| panic!("{changes:?}: {error}"))
}

/// Loads, sets up and scores; the fault that ends it.
#[track_caller]
fn fault_of(changes: &[(&str, &str)]) -> Fault {
    let run = || {
        let artefact = host().load(&component(changes))?;
        let binding = match artefact.configure(&Golden::read(GOLDEN).unwrap().survey, "{}") {
            Ok(binding) => binding,
            Err(Refused::Fault(fault)) => return Err(fault),
            Err(Refused::Problems(problems)) => panic!("{changes:?}: {problems:?}"),
        };
        binding.job()?.score(&Batch { responses: 3, columns: vec![Column::Single(vec![0, NO_OPTION, 1])] })
    };
    let fault = run().expect_err("it went well");
    assert!(fault.is_the_plugins(), "{changes:?}: {fault}");
    fault
}

/// Puts code at a mark, and says at what stage the plugin ends, and with what code of a fault.
#[track_caller]
fn check(mark: &str, code: &str, stage: Stage, cause: &str) {
    let fault = fault_of(&[(mark, code)]);
    assert_eq!((fault.stage, fault.code()), (stage, cause), "{mark} {code}: {fault}");
}

#[test]
fn a_loop_in_any_call_runs_out_of_fuel() {
    let started = format!("(func $spin {LOOP}) (start $spin)");
    check("(;@definitions;)", &started, Stage::Describe, "fuel");
    check("(;@describe;)", LOOP, Stage::Describe, "fuel");
    check("(;@configure;)", LOOP, Stage::Configure, "fuel");
    check("(;@plan;)", LOOP, Stage::Configure, "fuel");
    check("(;@realloc;)", LOOP, Stage::Configure, "fuel");
    check("(;@forget;)", LOOP, Stage::Configure, "fuel");
    check("(;@score;)", LOOP, Stage::Score, "fuel");
}

#[test]
fn a_trap_in_any_call_is_told() {
    check("(;@definitions;)", "(func $trap unreachable) (start $trap)", Stage::Describe, "trap");
    check("(;@describe;)", "unreachable", Stage::Describe, "trap");
    check("(;@configure;)", "unreachable", Stage::Configure, "trap");
    check("(;@plan;)", "unreachable", Stage::Configure, "trap");
    check("(;@realloc;)", "unreachable", Stage::Configure, "trap");
    check("(;@forget;)", "unreachable", Stage::Configure, "trap");
    check("(;@score;)", "unreachable", Stage::Score, "trap");
    check("(;@score;)", "(drop (i32.div_u (i32.const 1) (i32.const 0)))", Stage::Score, "trap");
}

#[test]
fn deep_calls_end_at_the_stack() {
    check("(;@plan;)", "(drop (call $plan (local.get $self)))", Stage::Configure, "stack");
    check("(;@describe;)", "(drop (call $describe))", Stage::Describe, "stack");
}

#[test]
fn memory_and_tables_end_at_their_limits() {
    check("(memory (export \"memory\") 1)", "(memory (export \"memory\") 2000)", Stage::Load, "demands");
    check("(;@definitions;)", "(table 30000 funcref)", Stage::Load, "demands");
    let grown = |what: &str| format!("(if (i32.eq ({what}) (i32.const -1)) (then unreachable))");
    check("(;@score;)", &grown("memory.grow (i32.const 2000)"), Stage::Score, "memory");
    let table = ("(;@definitions;)", "(table $table 1 funcref)");
    let grow = grown("table.grow $table (ref.null func) (i32.const 30000)");
    let fault = fault_of(&[table, ("(;@score;)", &grow)]);
    assert_eq!(
        fault.to_string(),
        "While scoring, the plugin was stopped: it wanted a table of more than 20000 elements"
    );
    // Taking no for an answer is no fault.
    let modest = component(&[("(;@score;)", "(drop (memory.grow (i32.const 2000)))")]);
    assert!(host().check(&modest, Some(&Golden::read(GOLDEN).unwrap())).passed());
}

#[test]
fn a_plugin_with_a_runtime_is_made_of_many_modules() {
    let with = |memories: usize, modules: usize| {
        let memory = |at| if at < memories { "(memory 0)" } else { "" };
        let module = |at| format!("(core module $m{at} {}) (core instance (instantiate $m{at}))", memory(at));
        let more = (0..modules).map(module).collect::<Vec<_>>().concat();
        let whole = altered(&[]);
        wat::parse_str(format!("{}{more})", whole.trim_end().strip_suffix(')').unwrap())).unwrap()
    };
    // As many as JavaScript's has memories and Python's modules, and too many.
    host().load(&with(2, 37)).unwrap();
    assert_eq!(host().load(&with(5, 5)).unwrap_err().code(), "demands");
}

#[test]
fn too_many_functions_are_refused_before_they_are_compiled() {
    let many = "(func)".repeat(50_001);
    check("(;@definitions;)", &many, Stage::Load, "functions");
}

#[test]
fn a_description_that_lies_is_refused() {
    for (lie, told) in [
        ("(f64.store (i32.const 344) (f64.const 200))", "range"),
        ("(f64.store (i32.const 352) (f64.const nan))", "range"),
        ("(f64.store (i32.const 352) (f64.const inf))", "range"),
        ("(f64.store (i32.const 280) (f64.const 500))", "bands ascend"),
        ("(i32.store (i32.const 272) (i32.const 160)) (i32.store (i32.const 276) (i32.const 3))", "stands twice"),
        ("(i32.store (i32.const 516) (i32.const 0))", "its name is empty"),
        ("(i32.store (i32.const 540) (i32.const 0))", "0 indicators"),
        ("(i32.store (i32.const 320) (i32.const 96))", "a-z"),
        ("(i32.store (i32.const 544) (i32.const 16))", "not JSON"),
    ] {
        let fault = fault_of(&[("(;@describe;)", lie)]);
        assert_eq!((fault.stage, fault.code()), (Stage::Describe, "description"), "{lie}: {fault}");
        assert!(fault.to_string().contains(told), "{lie}: {fault}");
    }
}

#[test]
fn what_is_no_value_of_the_contract_is_refused() {
    // Pointers into nowhere, texts that are none, options of a list that it does not have, handles that nobody gave.
    check("(;@describe;)", "(return (i32.const -8))", Stage::Describe, "output");
    check("(;@describe;)", "(i32.store (i32.const 540) (i32.const 0x7fffffff))", Stage::Describe, "output");
    check("(;@describe;)", "(i32.store8 (i32.const 361) (i32.const 9))", Stage::Describe, "output");
    check("\"Minimal\"", "\"\\ff\\fe\\fd\\fc\\fb\\fa\\f9\"", Stage::Describe, "output");
    let forged = "(i32.store (i32.const 708) (i32.const 77)) (return (i32.const 704))";
    check("(;@configure;)", forged, Stage::Configure, "output");
    check(
        "(;@configure;)",
        "(i32.store8 (i32.const 704) (i32.const 7)) (return (i32.const 704))",
        Stage::Configure,
        "output",
    );
    check("(;@realloc;)", "(return (i32.const -8))", Stage::Configure, "output");
    check("(;@scored;)", "(local.set $values (i32.const -16))", Stage::Score, "output");
    check("(;@scored;)", "(local.set $answered (i32.const 0x0fffffff))", Stage::Score, "output");
}

#[test]
fn a_refusal_without_a_reason_is_a_fault() {
    let silent =
        "(i32.store8 (i32.const 704) (i32.const 1)) (i32.store (i32.const 712) (i32.const 0)) (return (i32.const 704))";
    check("(;@configure;)", silent, Stage::Configure, "output");
}

#[test]
fn a_plan_of_what_is_not_there_is_refused() {
    check("(;@plan;)", "(i32.store16 (i32.const 648) (i32.const 1))", Stage::Configure, "output");
    check("(;@plan;)", "(i32.store16 (i32.const 640) (i32.const 999))", Stage::Configure, "output");
    check("(;@plan;)", "(i32.store (i32.const 588) (i32.const 0))", Stage::Configure, "output");
}

#[test]
fn figures_that_are_none_are_refused() {
    for wrong in [
        "(f64.store (local.get $values) (f64.const inf))",
        "(f64.store (local.get $values) (f64.const -inf))",
        "(f64.store (local.get $values) (f64.const 100.0001))",
        "(f64.store (local.get $values) (f64.const -0.0001))",
        "(f64.store (local.get $weights) (f64.const nan))",
        "(f64.store (local.get $weights) (f64.const inf))",
        "(f64.store (local.get $weights) (f64.const -1))",
        "(f64.store (local.get $shares) (f64.const inf))",
        "(f64.store (local.get $shares) (f64.const nan))",
        "(i32.store (local.get $ends) (i32.const 9))",
        "(i32.store16 (local.get $sources) (i32.const 3))",
        "(i32.store16 (local.get $sources) (i32.const 999))",
        "(i32.store (local.get $notes) (i32.const 99))",
        "(i32.store offset=4 (local.get $notes) (i32.const 96))",
        "(local.set $responses (i32.const 2))",
    ] {
        check("(;@scored;)", wrong, Stage::Score, "output");
    }
}

#[track_caller]
fn purity(changes: &[(&str, &str)], told: &str) {
    // Examples that expect what this plugin gives the first time, so that only the probe can find it out.
    let component = component(changes);
    let artefact = host().load(&component).unwrap();
    let golden = Golden::read(GOLDEN).unwrap();
    let blessed = golden.blessed(artefact.description(), |survey, settings| {
        artefact.for_examples(survey, settings).map_err(|fault| fault.to_string())
    });
    let report = host().check(&component, Some(&blessed.unwrap()));
    let Some(Finding { verdict: Verdict::Failed(words), .. }) = report.findings.last() else {
        panic!("{changes:?}: {:?}", report.findings)
    };
    assert_eq!(words[..], [format!("one answer: the same answers give other figures {told}")]);
}

#[test]
fn attempts_at_chance_are_found_out() {
    let bounded = |value: &str| format!("(local.set $value (f64.min (f64.const 100) (f64.convert_i32_u ({value}))))");
    let counted = ("(;@definitions;)", "(global $calls (mut i32) (i32.const 0))");
    let counts = ("(;@score;)", "(global.set $calls (i32.add (global.get $calls) (i32.const 1)))");
    let calls = bounded("global.get $calls");
    purity(&[counted, counts, ("(;@value;)", &calls)], "when they are scored again");
    // What an earlier batch left in memory.
    let left = "(local.set $value (f64.convert_i32_u (i32.load8_u (i32.const 3000)))) (i32.store8 (i32.const 3000) (i32.const 7))";
    purity(&[("(;@value;)", left)], "when they are scored again");
    purity(&[("(;@value;)", &bounded("local.get $i"))], "when they come in several batches");
    purity(&[("(;@value;)", &bounded("local.get $responses"))], "when they come in several batches");
}

#[test]
fn a_report_on_what_never_ends_comes_to_an_end() {
    let mut golden = Golden::read(GOLDEN).unwrap();
    golden.examples = vec![golden.examples[0].clone(); 1_000];
    let report = host().check(&component(&[("(;@score;)", LOOP)]), Some(&golden));
    let failed = report.findings.iter().filter_map(|finding| match &finding.verdict {
        Verdict::Failed(words) => Some(words.len()),
        _ => None,
    });
    // Five examples and a line on the others; the first probe.
    assert_eq!(failed.collect::<Vec<_>>(), [6, 1]);
}
