//! What a plugin can ask while it is configured.

use heard_contract::{Choice, Description, Kind, MAX_MESSAGE, MAX_PROBLEMS, Plan, Problem, Question, Survey, clip};

/// A question that the plugin reads. Cheap to keep; looking up an answer by it is quicker than by key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Read(pub(crate) u16);

/// A question with one answer whose options carry numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// Where its answers are.
    pub read: Read,
    /// The smallest number of its options.
    pub min: f64,
    /// The largest number of its options; above `min`.
    pub max: f64,
}

/// The survey, and a place for problems. Every question that is asked for here is read by the plugin;
/// answers to all others never reach it.
#[derive(Debug)]
pub struct Setup<'a> {
    survey: &'a Survey,
    description: &'a Description,
    reads: Vec<u16>,
    gives: Option<Vec<u16>>,
    problems: Vec<Problem>,
    warnings: Vec<Problem>,
}

impl<'a> Setup<'a> {
    pub(crate) fn new(survey: &'a Survey, description: &'a Description) -> Self {
        Self { survey, description, reads: Vec::new(), gives: None, problems: Vec::new(), warnings: Vec::new() }
    }

    /// The survey that the plugin is set up for.
    pub fn survey(&self) -> &'a Survey {
        self.survey
    }

    /// Reads a question of any kind. `at` is the JSON pointer of the setting that names it; an
    /// unknown question is a problem there.
    pub fn question(&mut self, key: &str, at: &str) -> Option<Read> {
        self.of_kind(key, at, "a question", |_| true)
    }

    /// Reads a question with one answer.
    pub fn single(&mut self, key: &str, at: &str) -> Option<Read> {
        self.of_kind(key, at, "a question with one answer", |kind| matches!(kind, Kind::Single(_)))
    }

    /// Reads a question with several answers.
    pub fn several(&mut self, key: &str, at: &str) -> Option<Read> {
        self.of_kind(key, at, "a question with several answers", |kind| matches!(kind, Kind::Multi(_)))
    }

    /// Reads a question that offers options: with one answer or with several.
    pub fn with_options(&mut self, key: &str, at: &str) -> Option<Read> {
        let fits = |kind: &Kind| matches!(kind, Kind::Single(_) | Kind::Multi(_));
        self.of_kind(key, at, "a question with one or several answers", fits)
    }

    /// Reads a question for a number.
    pub fn number(&mut self, key: &str, at: &str) -> Option<Read> {
        self.of_kind(key, at, "a question for a number", |kind| matches!(kind, Kind::Number { .. }))
    }

    /// Reads a question for words.
    pub fn text(&mut self, key: &str, at: &str) -> Option<Read> {
        self.of_kind(key, at, "a question for words", |kind| matches!(kind, Kind::Text))
    }

    /// Reads a question with one answer whose options carry at least two different numbers. Options
    /// without one ("I don't know") count as no answer, and a warning says so.
    pub fn scale(&mut self, key: &str, at: &str) -> Option<Scale> {
        let read = self.single(key, at)?;
        let options = self.survey.questions[usize::from(read.0)].kind.options();
        let values = || options.iter().filter_map(|option| option.value);
        let min = values().fold(f64::INFINITY, f64::min);
        let max = values().fold(f64::NEG_INFINITY, f64::max);
        if min >= max {
            self.problem(
                at,
                format!("The options of `{key}` need numbers, such as 1 to 5, before they can be used as a scale."),
            );
            return None;
        }
        let silent: Vec<&str> = options.iter().filter(|option| option.value.is_none()).map(key_of).collect();
        if !silent.is_empty() {
            let silent = silent.join("`, `");
            self.warn(at, format!("In `{key}`, `{silent}` has no number and counts as no answer."));
        }
        Some(Scale { read, min, max })
    }

    /// Whether a question that is read offers this option. `at` is where the settings name it; one that is not offered
    /// is a problem there.
    pub fn offers(&mut self, question: Read, option: &str, at: &str) -> bool {
        let Question { key, kind, .. } = &self.survey.questions[usize::from(question.0)];
        let offered = kind.options().iter().any(|offered| offered.key == option);
        if !offered {
            let options = kind.options().iter().map(key_of).collect::<Vec<_>>().join("`, `");
            self.problem(at, format!("`{key}` has no option `{option}`; it has `{options}`."));
        }
        offered
    }

    /// Gives only these indicators with these settings. Without this call, all of them.
    pub fn gives(&mut self, indicators: &[&str]) {
        let place = |key: &&str| self.description.indicators.iter().position(|indicator| indicator.key == *key);
        let unknown = indicators.iter().find(|key| place(key).is_none());
        if let Some(key) = unknown {
            self.problem(
                "",
                format!("The plugin gives `{key}`, which it does not describe. Its author has to mend this."),
            );
            return;
        }
        let mut gives: Vec<u16> = indicators.iter().filter_map(place).filter_map(|at| u16::try_from(at).ok()).collect();
        gives.sort_unstable();
        gives.dedup();
        self.gives = Some(gives);
    }

    /// These settings cannot be used: where (JSON pointer or question key), and what to do.
    pub fn problem(&mut self, at: impl Into<String>, message: impl Into<String>) {
        push(&mut self.problems, at.into(), message.into());
    }

    /// These settings can be used, but someone should know.
    pub fn warn(&mut self, at: impl Into<String>, message: impl Into<String>) {
        push(&mut self.warnings, at.into(), message.into());
    }

    pub(crate) fn finish(mut self) -> Result<Plan, Vec<Problem>> {
        if !self.problems.is_empty() {
            return Err(self.problems);
        }
        self.reads.sort_unstable();
        self.reads.dedup();
        let all = || (0..=u16::MAX).take(self.description.indicators.len()).collect();
        let gives = self.gives.unwrap_or_else(all);
        Ok(Plan { reads: self.reads, gives, warnings: self.warnings })
    }

    fn of_kind(&mut self, key: &str, at: &str, wanted: &str, fits: impl Fn(&Kind) -> bool) -> Option<Read> {
        let survey = self.survey;
        let Some(index) = survey.position(key) else {
            self.problem(at, format!("This survey has no question `{key}`."));
            return None;
        };
        let Question { kind, .. } = &survey.questions[index];
        if !fits(kind) {
            self.problem(at, format!("`{key}` is {}; {wanted} is needed here.", kind.words()));
            return None;
        }
        let read = u16::try_from(index).ok()?;
        self.reads.push(read);
        Some(Read(read))
    }
}

fn key_of(option: &Choice) -> &str {
    &option.key
}

/// Keeps to the contract's limits: the host would refuse more.
fn push(list: &mut Vec<Problem>, at: String, message: String) {
    if list.len() < MAX_PROBLEMS {
        list.push(Problem { at: clip(at, MAX_MESSAGE), message: clip(message, MAX_MESSAGE) });
    }
}
