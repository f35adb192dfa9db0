//! The purity probe: figures can be thrown away and made again only if a plugin gives each response the same bits,
//! whatever it scored before and whatever stands beside it.

use heard_contract::golden::Golden;
use heard_contract::{Batch, Scores};

use super::{Check, Report, Verdict};
use crate::{Artefact, Binding, Fault, Job, Refused, Spent, Stage, made_up};

/// Made-up responses of a probe, and how many parts they are cut into.
const RESPONSES: u32 = 200;
const PARTS: usize = 10;
/// Settings that are tried at most: the first of the examples.
const MOST: usize = 5;

/// Probes with the settings of the examples.
pub(super) fn probe(report: &mut Report, artefact: &Artefact, golden: &Golden) {
    let mut tried = 0;
    for example in &golden.examples {
        let binding = match artefact.configure(&golden.survey, &example.settings.to_string()) {
            Ok(binding) if tried < MOST => binding,
            Ok(_) | Err(Refused::Problems(_)) => continue,
            Err(Refused::Fault(fault)) => {
                report.add(Check::Purity, Verdict::Failed(vec![fault.to_string()]));
                return;
            }
        };
        report.cost(Stage::Configure, binding.spent(), artefact.engine().limits.fuel_to_configure);
        let limits = &artefact.engine().limits;
        let mut cost = |spent, responses| report.cost(Stage::Score, spent, limits.fuel_to_score(responses));
        let failure = match unsteady(&binding, &mut cost) {
            Ok(None) => None,
            Ok(Some(how)) => Some(format!("the same answers give other figures {how}")),
            Err(fault) => Some(fault.to_string()),
        };
        if let Some(failure) = failure {
            report.add(Check::Purity, Verdict::Failed(vec![format!("{}: {failure}", example.name)]));
            return;
        }
        tried += 1;
    }
    report.add(
        Check::Purity,
        match tried {
            0 => Verdict::Skipped("no example has settings that the plugin accepts".to_owned()),
            tried => Verdict::Passed(format!("{RESPONSES} made-up responses, with the settings of {tried} examples")),
        },
    );
}

/// Says how the bits can be changed, if they can. `cost` hears what each batch of how many responses took.
pub(crate) fn unsteady(binding: &Binding, cost: &mut dyn FnMut(Spent, u32)) -> Result<Option<&'static str>, Fault> {
    let whole = made_up::answers(binding.survey(), binding.plan(), RESPONSES, 1);
    let mut job = binding.job()?;
    let at_once = score(cost, &mut job, &whole)?;
    if score(cost, &mut job, &whole)? != at_once {
        return Ok(Some("when they are scored again"));
    }
    if score(cost, &mut binding.job()?, &whole)? != at_once {
        return Ok(Some("in another instance"));
    }
    let mut parts = Vec::new();
    for part in whole.parts(PARTS) {
        parts.extend(score(cost, &mut job, &part)?);
    }
    if parts != at_once {
        return Ok(Some("when they come in several batches"));
    }
    let mut reversed = score(cost, &mut job, &whole.reversed())?;
    reversed.reverse();
    Ok((reversed != at_once).then_some("when they come in another order"))
}

/// A cell: the bits of its value and weight, and its sources with the bits of their parts.
type Cell = (u64, u64, Vec<(u16, Option<u64>)>);
/// What a response gets: its cells, and its note.
type Row = (Vec<Cell>, Option<String>);

fn score(cost: &mut dyn FnMut(Spent, u32), job: &mut Job, batch: &Batch) -> Result<Vec<Row>, Fault> {
    let scored = job.score(batch)?;
    cost(scored.spent, batch.responses);
    Ok(rows(&scored.scores, batch.responses))
}

fn rows(scores: &Scores, responses: u32) -> Vec<Row> {
    let width = scores.values.len() / responses.max(1) as usize;
    let cell = |cell: usize| {
        let sources = scores.sources_of(cell).map(|(source, share)| (source, share.map(f64::to_bits)));
        (scores.values[cell].to_bits(), scores.weights[cell].to_bits(), sources.collect())
    };
    let note = |response| scores.notes.iter().find(|note| note.response == response).map(|note| note.code.clone());
    (0..responses)
        .map(|response| {
            let first = response as usize * width;
            ((first..first + width).map(cell).collect(), note(response))
        })
        .collect()
}
