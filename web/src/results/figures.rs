//! What may be shown of a wave's answers: of everybody, and by groups. The way to every page and file of results.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex},
};

use heard_core::{
    comparable::{Comparable, compare},
    disclosure::{Counts, Crossed, Cut, ShownCrossed, ShownTally},
    question::Question,
    results::{Choosing, Counter, REACHED, Tally, counters},
    survey::Survey,
};

use super::{release::Release, view::ENGLISH};
use crate::{
    app::App,
    areas,
    db::Tx,
    error::Error,
    progress::{self, AUDIENCE, By, RULES, answers_to, reach_of},
    quotes::{self, Quote},
    surveys::{self, Published},
};

/// A wave with all that was counted of it, for those who look at it from one address.
pub(super) struct Figures {
    pub published: Published,
    /// Where its pages begin.
    pub home: String,
    /// Every way to cut it.
    pub ways: Vec<By>,
    counts: BTreeMap<String, Counts>,
    crossed: BTreeMap<String, Crossed>,
    /// What everybody may read of what people wrote, by question.
    pub quotes: BTreeMap<String, Vec<Quote>>,
    /// Where whoever looks may read all that people wrote.
    pub words_at: Option<String>,
    /// What everybody may see, where everybody looks; staff see all.
    pub release: Option<Release>,
}

/// What may be shown of the answers to a question.
pub(super) struct Answered<'q> {
    pub question: &'q Question,
    /// Of those who were asked, how many did each of [`REACHED`].
    pub reach: ShownTally,
    pub columns: Vec<Column<'q>>,
}

/// What may be shown of a question, or of one of its parts.
pub(super) struct Column<'q> {
    pub counter: Counter<'q>,
    pub codes: Vec<String>,
    pub shown: ShownTally,
}

/// What may be shown of a question, or of one of its parts, by the groups of one cut.
pub(super) struct Split<'q> {
    pub question: &'q Question,
    pub column: Column<'q>,
    /// For each group of the cut; none where there is no table that may be shown.
    pub groups: Option<Vec<ShownTally>>,
}

impl Figures {
    /// Those of a wave of a service. [`Error::NotFound`] where it has no such wave.
    pub async fn of_wave(app: &App, tx: &mut Tx, service: &str, wave: &str, home: String) -> Result<Self, Error> {
        let published = surveys::of_wave(app, tx, service, wave).await?;
        let counts = progress::counts(tx, service, wave).await?;
        let crossed = progress::crossed(tx, service, wave).await?;
        let lives = |code: &String| crossed.values().any(|of| of.cuts.values().any(|groups| groups.contains_key(code)));
        let areas = areas::names(tx).await?.into_iter().filter(|(code, _)| lives(code)).collect();
        let ways = progress::ways_to_cut(&published.survey, &areas);
        let quotes = quotes::of_wave(tx, service, wave).await?;
        Ok(Self { published, home, ways, counts, crossed, quotes, words_at: None, release: None })
    }

    /// About how many people answered; none where that is hidden, or nobody did.
    pub fn people(&self) -> Option<u32> {
        progress::people(&self.counts)
    }

    /// The ways to cut it that whoever looks may see.
    pub fn ways(&self) -> impl Iterator<Item = &By> {
        self.ways.iter().filter(|way| self.release.as_ref().is_none_or(|release| release.ways.contains(&way.address)))
    }

    /// The same, as everybody may see them.
    pub fn released(self, release: Release) -> Self {
        Self { release: Some(release), ..self }
    }

    /// The questions outside of equality monitoring that whoever looks may see.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        let open = self.published.survey.questions().filter(|(section, _)| !section.monitoring);
        let asked = open.map(|(_, question)| question).filter(|question| question.takes_answer());
        let is_shown =
            |key: &str| self.release.as_ref().is_none_or(|release| release.questions.iter().any(|q| q == key));
        asked.filter(move |question| is_shown(&question.key))
    }

    /// The title of the section that a question stands in, in English.
    pub fn section(&self, question: &Question) -> &str {
        let sections = &self.published.survey.sections;
        let section = sections.iter().find(|section| section.questions.iter().any(|asked| asked.key == question.key));
        section.map_or("", |section| section.title.get(&ENGLISH))
    }

    /// What people answered.
    pub fn answered(&self) -> Vec<Answered<'_>> {
        let answered = |question| {
            let columns = counters(question).into_iter().map(|counter| self.column(question, counter));
            let reach = Tally::of_counts(Choosing::One, self.of(&reach_of(&question.key)).base, self.reached(question));
            Answered { question, columns: columns.collect(), reach: RULES.tally(&reach) }
        };
        self.questions().map(answered).collect()
    }

    /// The same by the groups of one cut.
    pub fn split(&self, app: &App, way: &By) -> Vec<Split<'_>> {
        let place = self.ways.iter().position(|known| known.key == way.key);
        // Who said who they are is known where they are laid beside each other by that.
        let says_who = |question: &Question| way.key == AUDIENCE && question.tells_audience();
        let split = |question| {
            counters(question).into_iter().map(move |counter| {
                let column = self.column(question, counter);
                let shown = self.shown_by_groups(app, question, &column);
                let groups = place.and_then(|place| shown.cuts().get(place).cloned().flatten());
                Split { question, column, groups }
            })
        };
        self.questions().filter(|question| !says_who(question)).flat_map(split).collect()
    }

    /// This wave beside an earlier one of the same survey: the questions that were asked in the same way, and the others.
    pub fn since(&self, before: &Self) -> (Vec<Split<'_>>, Vec<&Question>) {
        let changes = compare(&before.published.survey, &self.published.survey);
        let is_same = |question: &Question| {
            let change = changes.iter().find(|change| change.question == question.key);
            let offered = |survey: &Survey| -> Option<Vec<_>> {
                Some(counters(survey.question(&question.key)?).iter().map(Counter::codes).collect())
            };
            change.is_some_and(|change| change.comparable() <= Comparable::WithCare)
                && offered(&self.published.survey) == offered(&before.published.survey)
        };
        let (same, otherwise): (Vec<_>, Vec<_>) = self.questions().partition(|question| is_same(question));
        let split = |question| {
            counters(question).into_iter().map(move |counter| {
                let column = self.column(question, counter);
                let then = before.column(question, column.counter.clone()).shown;
                let both = column.shown.base().and(then.base()).is_some();
                let groups = both.then(|| vec![column.shown.clone(), then]);
                Split { question, column, groups }
            })
        };
        (same.into_iter().flat_map(split).collect(), otherwise)
    }

    fn of(&self, what: &str) -> Counts {
        self.counts.get(what).cloned().unwrap_or_default()
    }

    fn reached(&self, question: &Question) -> Vec<u32> {
        let counts = self.of(&reach_of(&question.key));
        REACHED.iter().map(|code| counts.of(code)).collect()
    }

    fn column<'q>(&self, question: &Question, counter: Counter<'q>) -> Column<'q> {
        let codes = counter.codes();
        let counts = self.of(&answers_to(&question.key, counter.part.as_deref()));
        Column { shown: RULES.tally(&tally(counter.choosing, &counts, &codes)), codes, counter }
    }

    /// Every cut of a question goes through the door at once, whichever of them is looked at.
    fn shown_by_groups(&self, app: &App, question: &Question, column: &Column<'_>) -> Arc<ShownCrossed> {
        let what = answers_to(&question.key, column.counter.part.as_deref());
        let (choosing, codes) = (column.counter.choosing, &column.codes);
        let total = tally(choosing, &self.of(&what), codes);
        let nobody = Crossed::default();
        let crossed = self.crossed.get(&what).unwrap_or(&nobody);
        let cut = |way: &By| {
            let groups: Vec<_> = way.groups.iter().map(|(code, _)| code).collect();
            crossed.cut(&way.key, &groups, choosing, codes)
        };
        let cuts = self.ways.iter().map(cut).collect();
        app.tables.shown((self.published.wave.id.clone(), what), Raw { total, cuts })
    }
}

fn tally<C: AsRef<str>>(choosing: Choosing, counts: &Counts, codes: &[C]) -> Tally {
    Tally::of_counts(choosing, counts.base, codes.iter().map(|code| counts.of(code.as_ref())).collect())
}

#[derive(Debug, PartialEq)]
struct Raw {
    total: Tally,
    cuts: Vec<Cut>,
}

/// How many questions' tables are kept: of some hundred waves that somebody looks at.
const KEPT: usize = 4_000;

/// What may be shown of questions by groups, kept as long as nothing new was counted: it takes some milliseconds to find
/// out for each question.
#[derive(Debug, Default)]
pub struct Tables(Mutex<Known>);

/// For each wave and what was counted of it, what was counted, and what of that may be shown.
type Known = HashMap<(String, String), (Raw, Arc<ShownCrossed>)>;

impl Tables {
    fn shown(&self, key: (String, String), raw: Raw) -> Arc<ShownCrossed> {
        let known = |all: &Known| all.get(&key).filter(|(before, _)| *before == raw).map(|(_, shown)| shown.clone());
        if let Some(shown) = self.0.lock().ok().and_then(|all| known(&all)) {
            return shown;
        }
        let shown = Arc::new(RULES.crossed(&raw.total, &raw.cuts));
        if let Ok(mut all) = self.0.lock() {
            if all.len() >= KEPT {
                all.clear();
            }
            all.insert(key, (raw, shown.clone()));
        }
        shown
    }
}
