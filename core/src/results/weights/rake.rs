//! Raking: weights that bring the shares of groups among those who answered to their shares of the population.

/// Weights stand when a whole sweep over the margins changes none by more than this part of itself.
const STILL: f64 = 1e-10;

/// Margins that contradict each other are given up after so many sweeps.
const MOST_SWEEPS: u32 = 2_000;

/// Weights are trimmed and raked again so many times at most.
const MOST_TRIMS: u32 = 100;

/// How far a weight may be above where it was trimmed, as a part of it: the last raking moves all a little.
const ABOVE: f64 = 1e-9;

/// Responses that belong to the same groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// How many.
    pub responses: u32,
    /// What each weighs to begin with: 1, unless people were chosen with unequal chances.
    pub weight: f64,
    /// For each margin, which of its groups they belong to; none where that is not known. They keep the weight that
    /// the other margins give them.
    pub groups: Vec<Option<usize>>,
}

/// What raking came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Raked {
    /// For each cell, the weight of each of its responses. Their mean over all responses is 1.
    pub weights: Vec<f64>,
    /// Whether the margins are met, and every weight is within where it was trimmed.
    pub converged: bool,
    /// How many sweeps over the margins it took.
    pub sweeps: u32,
    /// The largest change of a weight in the last sweep, as a part of it.
    pub change: f64,
    /// Groups that the population has, and nobody who answered belongs to: a margin and a group of it each. Nobody can
    /// speak for them; the other groups of the margin share among themselves.
    pub empty: Vec<(usize, usize)>,
    /// How many responses weigh as much as may be.
    pub trimmed: u32,
}

/// Rakes cells to margins: for each margin, the size of each of its groups in the population, in any unit, finite and
/// not below 0. With `most`, above 1, no weight is more than so many times the mean.
///
/// Iterative proportional fitting: for one margin after the other, the weights of each group are multiplied by what
/// its share should be over what it is, until nothing changes. Weights above `most` are cut to it, and all is raked
/// again. Sources: W. E. Deming and F. F. Stephan, "On a least squares adjustment of a sampled frequency table when the
/// expected marginal totals are known", Annals of Mathematical Statistics 11 (1940); F. Potter, "A study of procedures to
/// identify and trim extreme sampling weights", Proceedings of the Section on Survey Research Methods, American
/// Statistical Association (1990).
pub fn rake(cells: &[Cell], margins: &[Vec<f64>], most: Option<f64>) -> Raked {
    let weights = scaled(cells, cells.iter().map(|cell| cell.weight).collect());
    let mut raked =
        Raked { weights, converged: false, sweeps: 0, change: 0.0, empty: empty(cells, margins), trimmed: 0 };
    raked.fit(cells, margins);
    let Some(most) = most else { return raked };
    for _ in 0..MOST_TRIMS {
        if !raked.cut(most) {
            break;
        }
        raked.fit(cells, margins);
    }
    raked.converged &= raked.weights.iter().all(|weight| *weight <= most * (1.0 + ABOVE));
    let at_most = cells.iter().zip(&raked.weights).filter(|(_, weight)| **weight >= most * (1.0 - ABOVE));
    raked.trimmed = at_most.map(|(cell, _)| cell.responses).sum();
    raked
}

impl Raked {
    /// Sweeps over the margins until nothing changes.
    fn fit(&mut self, cells: &[Cell], margins: &[Vec<f64>]) {
        for _ in 0..MOST_SWEEPS {
            self.change = 0.0;
            for (margin, sizes) in margins.iter().enumerate() {
                let factors = factors(cells, &self.weights, margin, sizes);
                for (cell, weight) in cells.iter().zip(&mut self.weights) {
                    if let Some(factor) = cell.groups[margin].and_then(|group| factors.get(group)) {
                        *weight *= factor;
                    }
                }
                self.change = factors.iter().fold(self.change, |most, factor| most.max((factor - 1.0).abs()));
            }
            self.sweeps += 1;
            self.converged = self.change < STILL;
            if self.converged {
                break;
            }
        }
        self.weights = scaled(cells, std::mem::take(&mut self.weights));
    }

    /// Cuts weights to so many times their mean, which is 1. Whether there was something to cut.
    fn cut(&mut self, most: f64) -> bool {
        let mut found = false;
        for weight in self.weights.iter_mut().filter(|weight| **weight > most * (1.0 + ABOVE)) {
            *weight = most;
            found = true;
        }
        found
    }
}

/// What the weights of each group of a margin have to be multiplied by; 1 for a group without any weight.
fn factors(cells: &[Cell], weights: &[f64], margin: usize, sizes: &[f64]) -> Vec<f64> {
    let held = held(cells, weights, margin, sizes.len());
    let known: f64 = held.iter().sum();
    let reachable: f64 = sizes.iter().zip(&held).filter(|(_, held)| **held > 0.0).map(|(size, _)| size).sum();
    let factor = |(size, held): (&f64, &f64)| {
        if *held > 0.0 && reachable > 0.0 { size / reachable * known / held } else { 1.0 }
    };
    sizes.iter().zip(&held).map(factor).collect()
}

/// How much weight each group of a margin holds.
fn held(cells: &[Cell], weights: &[f64], margin: usize, groups: usize) -> Vec<f64> {
    let mut held = vec![0.0; groups];
    for (cell, weight) in cells.iter().zip(weights) {
        if let Some(sum) = cell.groups[margin].and_then(|group| held.get_mut(group)) {
            *sum += f64::from(cell.responses) * weight;
        }
    }
    held
}

fn empty(cells: &[Cell], margins: &[Vec<f64>]) -> Vec<(usize, usize)> {
    let first: Vec<_> = cells.iter().map(|cell| cell.weight).collect();
    let of_margin = |(margin, sizes): (usize, &Vec<f64>)| {
        let held = held(cells, &first, margin, sizes.len());
        let missing = sizes.iter().zip(held).enumerate().filter(|(_, (size, held))| **size > 0.0 && *held <= 0.0);
        missing.map(|(group, _)| (margin, group)).collect::<Vec<_>>()
    };
    margins.iter().enumerate().flat_map(of_margin).collect()
}

/// The same weights with a mean of 1 over all responses.
fn scaled(cells: &[Cell], weights: Vec<f64>) -> Vec<f64> {
    let responses: f64 = cells.iter().map(|cell| f64::from(cell.responses)).sum();
    let sum: f64 = cells.iter().zip(&weights).map(|(cell, weight)| f64::from(cell.responses) * weight).sum();
    if sum > 0.0 { weights.into_iter().map(|weight| weight * responses / sum).collect() } else { weights }
}
