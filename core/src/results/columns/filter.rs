//! Which responses are looked at, by what they say.

use super::{Columns, Mask, Missing, Subject, missing::FIRST};

/// A rule that a response fits or not.
#[derive(Clone, Debug, PartialEq)]
pub enum Filter {
    /// It has one of these levels, by their keys; of several options, any of them.
    Among(Subject, Vec<String>),
    /// It has a level whose number is not below the first and not above the second.
    Between(Subject, f64, f64),
    /// It says nothing, for this reason.
    Missing(Subject, Missing),
    /// It fits all of these.
    All(Vec<Filter>),
    /// It fits one of these.
    Any(Vec<Filter>),
    /// It does not fit this.
    Not(Box<Filter>),
}

impl Columns {
    /// The responses that fit; none where the snapshot has no such variable. A level that nobody has fits nobody.
    pub fn filter(&self, filter: &Filter) -> Option<Mask> {
        let joined = |filters: &[Filter], begin: bool, join: fn(&Mask, &Mask) -> Mask| {
            filters
                .iter()
                .try_fold(Mask::whole(self.len(), begin), |mask, filter| Some(join(&mask, &self.filter(filter)?)))
        };
        match filter {
            Filter::Among(subject, keys) => self.having(subject, |key, _| keys.iter().any(|wanted| wanted == key)),
            Filter::Between(subject, least, most) => {
                self.having(subject, |_, value| value.is_some_and(|value| (*least..=*most).contains(&value)))
            }
            Filter::Missing(subject, kind) => {
                let wanted = Missing::ALL.map(|known| known == *kind);
                Some(self.variable(subject)?.codes.marked(&wanted))
            }
            Filter::All(filters) => joined(filters, true, |a, b| a & b),
            Filter::Any(filters) => joined(filters, false, |a, b| a | b),
            Filter::Not(filter) => self.filter(filter).map(|mask| !&mask),
        }
    }

    fn having(&self, subject: &Subject, fits: impl Fn(&str, Option<f64>) -> bool) -> Option<Mask> {
        let variable = self.variable(subject)?;
        let levels = variable.levels();
        let fits: Vec<_> = levels.iter().map(|level| fits(&level.key, level.value)).collect();
        if variable.ticked.is_empty() {
            let (codes, size) = variable.axis();
            let mut wanted = vec![false; size.max(FIRST as usize)];
            for (code, _) in variable.order().into_iter().zip(fits).filter(|(_, fits)| *fits) {
                wanted[code as usize] = true;
            }
            return Some(codes.marked(&wanted));
        }
        let none = Mask::whole(self.len(), false);
        let ticked = variable.ticked.iter().zip(fits).filter(|(_, fits)| *fits);
        Some(ticked.fold(none, |any, (mask, _)| &any | mask))
    }
}
