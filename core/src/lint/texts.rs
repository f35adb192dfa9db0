//! The English texts of a survey, with what each of them is and who reads it.

use crate::{
    age::AgeBand,
    audience::Audience,
    condition::Condition,
    equality, piping,
    question::Question,
    survey::{Section, Survey},
    text::{Lang, Texts},
    wording::{Reader, Readers},
};

/// What a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Around the questions: titles, introductions, thanks.
    Around,
    /// The question, or a statement of a grid.
    Asked,
    /// Help or a reason.
    Beside,
    /// An option, or what a consent agrees to.
    Label,
    /// What a picture shows.
    Picture,
}

/// A text in English, as it is read where nothing was answered.
pub(super) struct Text<'s> {
    pub at: String,
    pub part: Part,
    pub english: String,
    pub question: Option<&'s Question>,
    /// The reading grade that is easy enough; none where only staff and partners read it.
    pub bar: Option<u32>,
}

/// The grade that children, and readers of Easy Read, should meet at most.
const YOUNG: u32 = 4;
/// The grade that parents should meet at most.
const PARENT: u32 = 6;

/// Every English text of the author's own.
pub(super) fn of(survey: &Survey) -> Vec<Text<'_>> {
    let around = survey.own_texts().into_iter().filter_map(|(at, texts)| {
        let section = at.split_once('/').and_then(|(key, _)| survey.section(key));
        let bar = bar(survey, section, None, easier(&at));
        Some(Text { part: Part::Around, english: english(texts)?, question: None, bar, at })
    });
    let asked = own_questions(survey).flat_map(|(section, question)| {
        question.texts().into_iter().filter_map(move |(name, texts)| {
            let bar = bar(survey, Some(section), Some(question), easier(&name));
            let at = format!("{}/{name}", address(section, question));
            Some(Text { at, part: part(&name), english: english(texts)?, question: Some(question), bar })
        })
    });
    around.chain(asked).collect()
}

/// What each kind of reader reads above the answers to a question, in one piece, and where it stands.
pub(super) fn passages(survey: &Survey) -> Vec<(String, String, u32)> {
    let mut passages = Vec::<(String, String, u32)>::new();
    for (section, question) in own_questions(survey) {
        let worded = question.wordings.iter().flat_map(|wording| &wording.readers).copied();
        for readers in [None].into_iter().chain(worded.map(Some)) {
            let worded = question.worded(readers.map_or_else(Reader::default, Readers::reader));
            let texts = [Some(&worded.text), worded.help.as_ref(), worded.reason.as_ref()];
            let text = texts.into_iter().flatten().filter_map(english).collect::<Vec<_>>().join("\n");
            let at = address(section, question);
            let at = readers.map_or_else(|| at.clone(), |readers| format!("{at} for {}", readers.code()));
            let easier = readers.is_some_and(|readers| readers != Readers::Adult);
            if let Some(bar) = bar(survey, Some(section), Some(question), easier) {
                passages.push((at, text, bar));
            }
        }
    }
    passages
}

/// The questions that the author wrote, with their sections.
pub(super) fn own_questions(survey: &Survey) -> impl Iterator<Item = (&Section, &Question)> {
    survey.questions().filter(|(_, question)| !equality::is_copy(question))
}

/// Where a question stands.
pub(super) fn address(section: &Section, question: &Question) -> String {
    format!("{}/{}", section.key, question.key)
}

/// A text in English, if there is one.
pub(super) fn english(texts: &Texts) -> Option<String> {
    let english = Lang::english();
    let found = texts
        .0
        .get(&english)
        .or_else(|| texts.0.iter().find(|(lang, _)| lang.is_kin_of(&english)).map(|(_, text)| text));
    found.map(|text| piping::unanswered(text)).filter(|text| !text.trim().is_empty())
}

/// Whether somebody of an audience, and of an age where one is named, may come to see a question, for all that its own
/// rules and those of its section say.
pub(super) fn may_see(section: &Section, question: &Question, audience: Audience, band: Option<AgeBand>) -> bool {
    let rules = section.condition.iter().chain(&question.condition);
    rules.into_iter().all(|rule| outlook(rule, audience, band) != Some(false))
}

/// Whether a text, by its name, is for young people or Easy Read alone.
fn easier(name: &str) -> bool {
    name.split_once(" for ").is_some_and(|(_, readers)| readers.split(", ").any(|code| code != Readers::Adult.code()))
}

/// What a part of a question is, by the name that it has in addresses.
fn part(name: &str) -> Part {
    match name.split(' ').next() {
        Some("text" | "statement") => Part::Asked,
        Some("option" | "agree") => Part::Label,
        Some("picture") => Part::Picture,
        _ => Part::Beside,
    }
}

fn bar(survey: &Survey, section: Option<&Section>, question: Option<&Question>, easier: bool) -> Option<u32> {
    let rules = section.and_then(|section| section.condition.as_ref()).into_iter();
    let rules: Vec<_> = rules.chain(question.and_then(|question| question.condition.as_ref())).collect();
    let sees = |audience: &&Audience| rules.iter().all(|rule| outlook(rule, **audience, None) != Some(false));
    let readers: Vec<_> = survey.audiences.iter().filter(sees).collect();
    let parent =
        |audience: &&Audience| matches!(audience, Audience::ParticipatingParent | Audience::NonParticipatingParent);
    if easier || readers.iter().any(|audience| !audience.is_adult()) {
        Some(YOUNG)
    } else {
        readers.into_iter().any(|audience| parent(&audience)).then_some(PARENT)
    }
}

/// Whether a rule holds for somebody of whom no more than this is known; `None` where their answers decide.
fn outlook(rule: &Condition, audience: Audience, band: Option<AgeBand>) -> Option<bool> {
    let each = |rules: &[Condition], decisive: bool| {
        let outlooks: Vec<_> = rules.iter().map(|rule| outlook(rule, audience, band)).collect();
        let decided = outlooks.contains(&Some(decisive));
        if decided { Some(decisive) } else { outlooks.iter().all(Option::is_some).then_some(!decisive) }
    };
    match rule {
        Condition::All(rules) => each(rules, false),
        Condition::Any(rules) => each(rules, true),
        Condition::Not(rule) => outlook(rule, audience, band).map(|holds| !holds),
        Condition::Audience(these) => Some(these.contains(&audience)),
        Condition::AgeBand(these) => band.map(|band| these.contains(&band)),
        _ => None,
    }
}
