//! The bundled plugins as components: golden examples, the same bits as natively, purity.

/// The plugin's source once more, natively.
#[path = "../../../scale-index/src/lib.rs"]
mod plugin;

use crate::support::{SETTINGS, answers, host, scale_index, survey};
use heard_host::golden::Golden;
use heard_host::{Batch, Check, Scores, Verdict};
use heard_plugin::testkit;

#[test]
fn golden_examples_pass_on_the_components() {
    for plugin in heard_bundled::ALL {
        let artefact = host().load(plugin.component).unwrap();
        let golden = Golden::read(plugin.golden).unwrap();
        let failures =
            golden.check(artefact.description(), |survey, settings| artefact.for_examples(survey, settings).unwrap());
        assert!(failures.is_empty(), "{}: {}", plugin.key, failures.join("\n"));
    }
}

#[test]
fn the_component_gives_the_same_bits_as_native_code() {
    let survey = survey();
    let mut component = scale_index().artefact().for_examples(&survey, SETTINGS).unwrap().unwrap();
    let mut native = testkit::native::<plugin::ScaleIndex>(&survey, SETTINGS).unwrap();
    assert_eq!(component.plan, native.plan);
    let batch = answers(&survey, &native.plan, 1_000, 1);
    let (component, native) = ((component.score)(&batch).unwrap(), (native.score)(&batch).unwrap());
    assert_eq!(bits(&component), bits(&native));
    assert!(component.values.iter().filter(|value| !value.is_nan()).count() > 800);
}

#[test]
fn what_was_scored_before_makes_no_difference() {
    let binding = scale_index();
    let whole = answers(binding.survey(), binding.plan(), 1_000, 3);
    let mut job = binding.job().unwrap();
    let at_once = bits(&job.score(&whole).unwrap().scores);
    assert_eq!(bits(&job.score(&whole).unwrap().scores), at_once, "the same instance again");
    let parts = |fresh: bool| {
        let mut job = binding.job().unwrap();
        let mut all = Vec::new();
        for start in (0..1_000).step_by(100) {
            let part: Batch = whole.slice(start..start + 100);
            if fresh {
                job = binding.job().unwrap();
            }
            all.extend(bits(&job.score(&part).unwrap().scores));
        }
        all
    };
    assert_eq!(parts(false), at_once, "ten batches");
    assert_eq!(parts(true), at_once, "ten fresh instances");
}

#[test]
fn the_same_answers_cost_the_same() {
    let binding = scale_index();
    let batch = answers(binding.survey(), binding.plan(), 1_000, 5);
    let spent = || binding.job().unwrap().score(&batch).unwrap().spent;
    assert_eq!(spent(), spent());
    assert!((1..50_000_000).contains(&spent().fuel), "{:?}", spent());
    assert!((1 << 16..=2 << 20).contains(&spent().memory), "{:?}", spent());
}

/// The bits of a cell's value and weight, and its sources with the bits of their parts.
type Bits = (u64, u64, Vec<(u16, Option<u64>)>);

fn bits(scores: &Scores) -> Vec<Bits> {
    let cell = |cell| {
        let sources = scores.sources_of(cell).map(|(source, share)| (source, share.map(f64::to_bits)));
        (scores.values[cell].to_bits(), scores.weights[cell].to_bits(), sources.collect())
    };
    (0..scores.values.len()).map(cell).collect()
}

#[test]
fn bundled_plugins_pass_every_check() {
    for plugin in heard_bundled::ALL {
        let golden = Golden::read(plugin.golden).unwrap();
        let report = host().check(plugin.component, Some(&golden));
        assert!(report.passed(), "{}: {:?}", plugin.key, report.findings);
        assert_eq!(report.findings.len(), Check::ALL.len());
        assert!(
            !report.findings.iter().any(|finding| matches!(finding.verdict, Verdict::Skipped(_))),
            "{}",
            plugin.key
        );
        // Far from every limit: an honest plugin need not think of them.
        assert!(report.costs.iter().all(|cost| cost.spent.fuel < cost.fuel / 10), "{}: {:?}", plugin.key, report.costs);
    }
}
