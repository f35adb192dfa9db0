//! Lines that several people write at once: each person's stay, and where two wrote the same line, neither is lost.

use std::collections::BTreeMap;

use super::Beside;
use crate::{
    survey::Survey,
    text::{Lang, settled},
};

/// A line as somebody wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewritten {
    /// What stood there when they began.
    pub was: String,
    /// What they want to stand there.
    pub words: String,
}

/// A line that somebody else wrote meanwhile as well, and otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The line's name.
    pub at: String,
    /// Theirs; `None` where they took out what the line belongs to.
    pub theirs: Option<String>,
}

impl Survey {
    /// Writes the lines of a section, named as [`Survey::lines`] names them. A line that was left as it was stays as it is
    /// now, and one that clashes does too.
    pub fn merge_lines(
        &mut self,
        section: Option<&str>,
        beside: &Beside,
        first: &Lang,
        written: &BTreeMap<String, Rewritten>,
    ) -> Vec<Clash> {
        let now = self.lines(section, beside, first);
        let now: BTreeMap<_, _> = now.into_iter().map(|line| (line.at, line.own)).collect();
        let mut clashes = Vec::new();
        for (at, line) in written {
            let (was, words) = (settled(&line.was), settled(&line.words));
            let theirs = now.get(at);
            if words == was || theirs.is_some_and(|theirs| *theirs == words) {
                continue;
            }
            if theirs.is_some_and(|theirs| *theirs == was) {
                self.write_line(at, beside, first, &words);
            } else {
                clashes.push(Clash { at: at.clone(), theirs: theirs.cloned() });
            }
        }
        clashes
    }
}
