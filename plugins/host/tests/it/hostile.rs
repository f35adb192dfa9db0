//! Each hostile guest of `tests/guests` is bounded and told of in words, and harms nobody else.

use heard_host::{Binding, Cause, Fault, Limits, Retry, Scores};
use heard_hostile as guests;

use crate::support::{all_chose, answers, host, scale_index, survey};

/// Scores ten responses with a hostile guest and returns its fault, having seen that the honest
/// plugin on the same host gives the same scores before and after.
#[track_caller]
fn fault_of(guest: &[u8], settings: &str) -> Fault {
    let honest = scale_index();
    let before = scores(&honest);
    let binding = host().load(guest).unwrap().configure(&survey(), settings).unwrap();
    let mut job = binding.job().unwrap();
    let batch = all_chose(&binding, 0, 10);
    let fault = job.score(&batch).unwrap_err();
    assert_eq!(job.score(&batch).unwrap_err(), fault, "a job that failed stays failed");
    assert_eq!(scores(&honest), before);
    assert_eq!(fault.retry(), Retry::Never);
    assert!(fault.is_the_plugins());
    fault
}

/// As text: NaN, which means "nothing", is not equal to itself.
fn scores(binding: &Binding) -> String {
    let batch = answers(binding.survey(), binding.plan(), 500, 7);
    let scores: Scores = binding.job().unwrap().score(&batch).unwrap().scores;
    format!("{scores:?}")
}

#[test]
fn an_endless_loop_runs_out_of_fuel() {
    let fault = fault_of(guests::ENDLESS_LOOP, "{}");
    assert!(matches!(fault.cause, Cause::Fuel { limit: 70_000_000 }), "{fault:?}");
    assert_eq!(
        fault.to_string(),
        "While scoring, the plugin was stopped: it took more than 70000000 steps; perhaps it never comes to an end"
    );
}

#[test]
fn the_clock_stops_what_has_fuel_to_burn() {
    let limits = Limits { fuel_a_batch: u64::MAX, call: std::time::Duration::from_millis(200), ..Limits::default() };
    let host = heard_host::Host::new(limits).unwrap();
    let binding = host.load(guests::ENDLESS_LOOP).unwrap().configure(&survey(), "{}").unwrap();
    let fault = binding.job().unwrap().score(&all_chose(&binding, 0, 1)).unwrap_err();
    assert_eq!(fault.retry(), Retry::OnceAlone);
    assert_eq!(fault.to_string(), "While scoring, the plugin was stopped after 0.2 seconds of computing");
}

#[test]
fn a_memory_bomb_hits_the_limit() {
    let fault = fault_of(guests::MEMORY_BOMB, "{}");
    assert_eq!(
        fault.to_string(),
        "While scoring, the plugin was stopped: it wanted more than 67108864 bytes of memory"
    );
}

#[test]
fn deep_recursion_ends_the_call_and_not_the_server() {
    let fault = fault_of(guests::DEEP_RECURSION, "{}");
    assert_eq!(fault.to_string(), "While scoring, the plugin was stopped: it called itself too deeply");
}

#[test]
fn a_poisonous_answer_breaks_only_its_own_batch() {
    let fault = fault_of(guests::POISON, "{}");
    assert!(matches!(fault.cause, Cause::Trap(_)), "{fault:?}");
    let binding = host().load(guests::POISON).unwrap().configure(&survey(), "{}").unwrap();
    let scored = binding.job().unwrap().score(&all_chose(&binding, 3, 10)).unwrap();
    assert_eq!(scored.scores.values, [50.0; 10]);
}

#[test]
fn a_value_out_of_range_is_refused() {
    let fault = fault_of(guests::OUT_OF_RANGE, "{}");
    assert_eq!(
        fault.to_string(),
        "While scoring, the plugin gave something that cannot be used: \
         response 0, indicator `index`: the value 250 is outside 0 to 100"
    );
}

#[test]
fn giant_output_is_not_taken_in() {
    let fault = fault_of(guests::WRONG_OUTPUT, r#""too much""#);
    assert!(matches!(&fault.cause, Cause::Output(what) if what.contains("exhausted")), "{fault:?}");
}

#[test]
fn too_little_output_is_refused() {
    let fault = fault_of(guests::WRONG_OUTPUT, r#""too little""#);
    assert!(matches!(&fault.cause, Cause::Output(what) if what.contains("need 10")), "{fault:?}");
}

#[test]
fn sources_that_were_not_sent_are_refused() {
    let fault = fault_of(guests::WRONG_OUTPUT, r#""sources""#);
    assert!(matches!(&fault.cause, Cause::Output(what) if what.contains("is not read")), "{fault:?}");
}
