//! Whose words a text is in. A survey's author may say the same to children of an age, and to whoever asked for Easy
//! Read, in other words: keys stay, so that all answers stand in one column of the results.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{age::AgeBand, text::Texts};

/// Whom a wording is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Readers {
    /// Children younger than 9.
    #[serde(rename = "under_9")]
    Under9,
    /// Children of 9 to 12.
    #[serde(rename = "nine_to_12")]
    NineTo12,
    /// Young people of 13 to 18.
    #[serde(rename = "thirteen_to_18")]
    ThirteenTo18,
    /// Those who are older than 18.
    Adult,
    /// Whoever asked for Easy Read, of any age: short words, one idea a line.
    EasyRead,
}

impl Readers {
    /// Everybody for whom there can be other words.
    pub const ALL: [Self; 5] = [Self::EasyRead, Self::Under9, Self::NineTo12, Self::ThirteenTo18, Self::Adult];

    /// The code in a survey's JSON form.
    pub fn code(self) -> &'static str {
        self.age_band().map_or("easy_read", AgeBand::code)
    }

    /// Somebody of these readers.
    pub(crate) fn reader(self) -> Reader {
        Reader { easy_read: self == Self::EasyRead, age_band: self.age_band() }
    }

    fn age_band(self) -> Option<AgeBand> {
        match self {
            Self::Under9 => Some(AgeBand::Under9),
            Self::NineTo12 => Some(AgeBand::NineTo12),
            Self::ThirteenTo18 => Some(AgeBand::ThirteenTo18),
            Self::Adult => Some(AgeBand::Adult),
            Self::EasyRead => None,
        }
    }
}

/// Someone who reads a survey, as far as its words depend on them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reader {
    /// Whether they asked for Easy Read.
    pub easy_read: bool,
    /// How old their answers show them to be.
    pub age_band: Option<AgeBand>,
}

impl Reader {
    /// Whether a wording for these is for this reader.
    pub(crate) fn is_one_of(self, readers: Readers) -> bool {
        readers.age_band().map_or(self.easy_read, |band| self.age_band == Some(band))
    }

    /// Whether pictures help this reader more than they distract: in Easy Read, and below the age of 13.
    pub fn sees_pictures(self) -> bool {
        self.easy_read || self.is_under_13()
    }

    /// Whether what is not the author's is said to this reader in short sentences of one idea each.
    pub fn reads_easy_words(self) -> bool {
        self.easy_read || self.is_under_13()
    }

    /// Whether they are known to be too young to leave an address with us.
    pub fn is_under_13(self) -> bool {
        self.age_band.is_some_and(AgeBand::is_under_13)
    }

    /// Of some wordings, those for this reader: that of their age first, which that of Easy Read goes over.
    pub(crate) fn layers<W: ForReaders>(self, wordings: &[W]) -> impl Iterator<Item = &W> {
        let meant = move |wording: &&W, easy: bool| {
            let mut readers = wording.readers().iter();
            readers.any(|readers| (*readers == Readers::EasyRead) == easy && self.is_one_of(*readers))
        };
        [false, true].into_iter().filter_map(move |easy| wordings.iter().find(|wording| meant(wording, easy)))
    }

    /// A text as it stands, or one idea a line.
    pub(crate) fn laid_out(self, texts: &Texts) -> Cow<'_, Texts> {
        if self.easy_read { Cow::Owned(in_lines(texts)) } else { Cow::Borrowed(texts) }
    }
}

/// What a survey says around its questions to some readers: those of Easy Read, because nobody's age is known there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SurveyWording {
    /// For whom.
    #[serde(rename = "for")]
    pub readers: Vec<Readers>,
    /// What it is about and why to answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub welcome: Option<Texts>,
    /// What is said after sending.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thanks: Option<Texts>,
}

/// What a section says to some readers. Whatever it leaves out, they read as everybody does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SectionWording {
    /// For whom. Easy Read goes over the wording for an age.
    #[serde(rename = "for")]
    pub readers: Vec<Readers>,
    /// The heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Texts>,
    /// What is said above the questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<Texts>,
}

/// Something said in other words for some readers.
pub(crate) trait ForReaders {
    /// For whom.
    fn readers(&self) -> &[Readers];
    /// Every text of its own, with the part that it stands for.
    fn texts(&self) -> Vec<(String, &Texts)>;
}

impl ForReaders for SurveyWording {
    fn readers(&self) -> &[Readers] {
        &self.readers
    }

    fn texts(&self) -> Vec<(String, &Texts)> {
        own([("welcome", &self.welcome), ("thanks", &self.thanks)])
    }
}

impl ForReaders for SectionWording {
    fn readers(&self) -> &[Readers] {
        &self.readers
    }

    fn texts(&self) -> Vec<(String, &Texts)> {
        own([("title", &self.title), ("intro", &self.intro)])
    }
}

/// What a wording says itself, of two parts.
fn own<'t>(parts: [(&str, &'t Option<Texts>); 2]) -> Vec<(String, &'t Texts)> {
    parts.into_iter().filter_map(|(part, text)| Some((part.to_owned(), text.as_ref()?))).collect()
}

/// Every text of some wordings, with the part that it stands for and for whom.
pub(crate) fn texts<W: ForReaders>(wordings: &[W]) -> Vec<(String, &Texts)> {
    let each = wordings.iter().flat_map(|wording| {
        let readers = wording.readers().iter().map(|readers| readers.code()).collect::<Vec<_>>().join(", ");
        wording.texts().into_iter().map(move |(part, text)| (format!("{part} for {readers}"), text))
    });
    each.collect()
}

/// What is wrong with whom some wordings are for, in words. `told` are the ages that earlier sections may tell.
pub(crate) fn faults<W: ForReaders>(wordings: &[W], told: &[AgeBand]) -> Vec<String> {
    let mut faults = Vec::new();
    if wordings.iter().any(|wording| wording.readers().is_empty()) {
        faults.push("a wording is for nobody; name its readers in \"for\"".to_owned());
    }
    if wordings.iter().any(|wording| wording.texts().is_empty()) {
        faults.push("a wording says nothing; write what its readers read, or take it out".to_owned());
    }
    let mut seen = Vec::new();
    for readers in wordings.iter().flat_map(ForReaders::readers) {
        let code = readers.code();
        if readers.age_band().is_some_and(|band| !told.contains(&band)) {
            faults.push(format!(
                "nobody can ever see its wording for \"{code}\": no question of an earlier section tells this age"
            ));
        }
        if seen.contains(readers) {
            faults.push(format!("nobody can ever see its second wording for \"{code}\"; make one of the two"));
        }
        seen.push(*readers);
    }
    faults
}

/// One idea a line: a line break after each sentence, in every language.
pub(crate) fn in_lines(texts: &Texts) -> Texts {
    Texts(texts.0.iter().map(|(lang, text)| (lang.clone(), sentence_a_line(text))).collect())
}

/// A text with a line break after each sentence. It ends with its sign and a space, unless a small letter follows, as
/// after "e.g.".
pub(crate) fn sentence_a_line(text: &str) -> String {
    let mut lines = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut ended = false;
    while let Some(sign) = rest.next() {
        let breaks = ended && sign == ' ' && rest.peek().is_some_and(|next| !next.is_lowercase() && *next != ' ');
        lines.push(if breaks { '\n' } else { sign });
        ended = matches!(sign, '.' | '?' | '!' | '؟' | '۔' | '।') || ended && sign == ' ';
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    struct For(Vec<Readers>);

    impl ForReaders for For {
        fn readers(&self) -> &[Readers] {
            &self.0
        }

        fn texts(&self) -> Vec<(String, &Texts)> {
            Vec::new()
        }
    }

    #[test]
    fn pictures_are_for_easy_read_and_for_the_young() {
        for (easy_read, age_band, sees) in [
            (false, None, false),
            (true, None, true),
            (false, Some(AgeBand::Under9), true),
            (false, Some(AgeBand::NineTo12), true),
            (false, Some(AgeBand::ThirteenTo18), false),
            (true, Some(AgeBand::Adult), true),
        ] {
            assert_eq!(Reader { easy_read, age_band }.sees_pictures(), sees, "{easy_read} {age_band:?}");
        }
    }

    #[test]
    fn easy_read_goes_over_the_wording_of_an_age() {
        use Readers::{EasyRead, NineTo12, Under9};
        let wordings = [For(vec![EasyRead]), For(vec![Under9, NineTo12]), For(vec![NineTo12])];
        for (easy_read, age_band, expect) in [
            (false, None, ""),
            (false, Some(AgeBand::Adult), ""),
            (false, Some(AgeBand::NineTo12), "1"),
            (true, Some(AgeBand::Under9), "1 0"),
            (true, None, "0"),
        ] {
            let layers = Reader { easy_read, age_band }.layers(&wordings);
            let places = layers.filter_map(|layer| wordings.iter().position(|wording| std::ptr::eq(wording, layer)));
            let places: Vec<_> = places.map(|place| place.to_string()).collect();
            assert_eq!(places.join(" "), expect, "{easy_read} {age_band:?}");
        }
    }

    #[test]
    fn a_line_holds_one_sentence() {
        for (text, lines) in [
            ("One idea. Another! A third?", "One idea.\nAnother!\nA third?"),
            ("Some, e.g. a choir. Or 2.5 bands.", "Some, e.g. a choir.\nOr 2.5 bands."),
            ("Already.\nHere.\n\nA paragraph.  Two spaces.", "Already.\nHere.\n\nA paragraph. \nTwo spaces."),
            ("ہم پوچھتے ہیں۔ کیوں؟ یوں۔", "ہم پوچھتے ہیں۔\nکیوں؟\nیوں۔"),
            ("", ""),
        ] {
            assert_eq!(in_lines(&Texts::english(text)).get(&Lang::english()), lines);
        }
    }
}
