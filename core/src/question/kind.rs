//! What all kinds can be asked about: their keys, texts, fields and faults.

use super::{Choice, ChoiceOption, Grid, Kind, Question, choice, wording::Label};
use crate::{
    age::AgeBand,
    answer::OTHER,
    audience::Audience,
    picture::Picture,
    text::{Key, Texts},
    wording,
};

impl Question {
    /// The keys that an answer to this question may hold, in the order of the question: of a grid, the points that
    /// each statement may be given. None for words, numbers and dates.
    pub fn option_keys(&self) -> Vec<&str> {
        match &self.kind {
            Kind::YesNo | Kind::Consent(_) => choice::YES_NO.to_vec(),
            kind => kind.options().into_iter().map(|(key, _)| &**key).collect(),
        }
    }

    /// The words of one of its options; none for yes and no, whose words are the page's.
    pub fn option_text(&self, option: &str) -> Option<&Texts> {
        self.kind.options().into_iter().find(|(key, _)| **key == *option).map(|(_, text)| text)
    }

    /// Whether what people choose says as whom they answer.
    pub fn tells_audience(&self) -> bool {
        matches!(&self.kind, Kind::Single(choice) if choice.options.iter().any(|option| option.audience.is_some()))
    }

    /// The words of one of its statements, where it has some.
    pub fn statement_text(&self, statement: &str) -> Option<&Texts> {
        let Kind::Grid(kind) = &self.kind else { return None };
        kind.statements.iter().find(|row| row.key == *statement).map(|row| &row.text)
    }

    /// Whether a form posts a field of this name for it.
    pub fn has_field(&self, field: &str) -> bool {
        match field.split_once('.') {
            None => self.key == *field,
            Some((key, part)) => self.key == *key && self.kind.has_part(part),
        }
    }

    /// The audience that an option of this question puts the respondent in.
    pub fn audience_of(&self, option: &str) -> Option<Audience> {
        match &self.kind {
            Kind::Single(kind) => kind.options.iter().find(|o| o.key == *option)?.audience,
            _ => None,
        }
    }

    /// The age band that an option of this question puts the respondent in.
    pub fn age_band_of(&self, option: &str) -> Option<AgeBand> {
        match &self.kind {
            Kind::Single(kind) => kind.options.iter().find(|o| o.key == *option)?.age_band,
            _ => None,
        }
    }

    /// Every text of the question, with where it stands: what has to be translated.
    pub(crate) fn texts(&self) -> Vec<(String, &Texts)> {
        let mut texts = self.plain_texts();
        texts.extend(wording::texts(&self.wordings));
        texts
    }

    /// The same without those of its wordings.
    pub(crate) fn plain_texts(&self) -> Vec<(String, &Texts)> {
        let mut texts = vec![("text".to_owned(), &self.text)];
        texts.extend(self.help.iter().map(|help| ("help".to_owned(), help)));
        texts.extend(self.reason.iter().map(|reason| ("reason".to_owned(), reason)));
        texts.extend(self.picture.iter().map(|picture| ("picture".to_owned(), &picture.alt)));
        texts.extend(self.kind.options().into_iter().map(|(key, text)| (format!("option {key}"), text)));
        match &self.kind {
            Kind::Grid(kind) => {
                texts.extend(kind.statements.iter().map(|row| (format!("statement {}", row.key), &row.text)));
            }
            Kind::Consent(kind) => texts.push(("agree".to_owned(), &kind.agree)),
            _ => {}
        }
        texts
    }

    /// The texts of the question as it is, without those of its wordings, to be changed.
    pub(crate) fn texts_mut(&mut self) -> Vec<&mut Texts> {
        let mut texts = vec![&mut self.text];
        texts.extend(&mut self.help);
        texts.extend(&mut self.reason);
        texts.extend(self.picture.iter_mut().map(|picture| &mut picture.alt));
        texts.extend(self.kind.labels_mut().into_iter().map(|(_, text)| text));
        texts
    }
}

impl Kind {
    fn options(&self) -> Vec<(&Key, &Texts)> {
        match self {
            Self::Single(kind) | Self::Scale(kind) => kind.options.iter().map(|o| (&o.key, &o.text)).collect(),
            Self::Several(kind) => kind.options.iter().map(|o| (&o.key, &o.text)).collect(),
            Self::Ranking(kind) => kind.options.iter().map(|o| (&o.key, &o.text)).collect(),
            Self::Grid(kind) => kind.options.iter().map(|o| (&o.key, &o.text)).collect(),
            _ => Vec::new(),
        }
    }

    /// The words beside the controls, by what they belong to.
    pub(super) fn labels_mut(&mut self) -> Vec<(Label<'_>, &mut Texts)> {
        match self {
            Self::Single(kind) | Self::Scale(kind) => points(&mut kind.options),
            Self::Several(kind) => kind.options.iter_mut().map(|o| (Label::Option(&o.key), &mut o.text)).collect(),
            Self::Ranking(kind) => kind.options.iter_mut().map(|o| (Label::Option(&o.key), &mut o.text)).collect(),
            Self::Grid(kind) => {
                let mut labels = points(&mut kind.options);
                labels.extend(kind.statements.iter_mut().map(|row| (Label::Statement(&row.key), &mut row.text)));
                labels
            }
            Self::Consent(kind) => vec![(Label::Agree, &mut kind.agree)],
            _ => Vec::new(),
        }
    }

    fn has_part(&self, part: &str) -> bool {
        match self {
            Self::Single(kind) => part == OTHER && kind.other().is_some(),
            Self::Several(kind) => part == OTHER && kind.other().is_some(),
            Self::Ranking(kind) => kind.places().any(|place| part == place.to_string()),
            Self::Grid(kind) => kind.statements.iter().any(|statement| statement.key == *part),
            Self::Date(kind) => kind.boxes().any(|known| part == known.code()),
            _ => false,
        }
    }

    /// The pictures beside its options.
    pub(super) fn pictures(&self) -> impl Iterator<Item = Picture> {
        let pictures: Vec<_> = match self {
            Self::Single(Choice { options }) | Self::Scale(Choice { options }) | Self::Grid(Grid { options, .. }) => {
                options.iter().map(|option| option.picture).collect()
            }
            Self::Several(kind) => kind.options.iter().map(|option| option.picture).collect(),
            _ => Vec::new(),
        };
        pictures.into_iter().flatten()
    }

    pub(super) fn faults(&self) -> Vec<String> {
        match self {
            Self::Single(kind) => kind.faults(),
            Self::Scale(kind) => choice::scale_faults(&kind.options),
            Self::Several(kind) => kind.faults(),
            Self::Ranking(kind) => kind.faults(),
            Self::Grid(kind) => kind.faults(),
            Self::Number(kind) => kind.faults(),
            Self::Date(kind) => kind.faults(),
            Self::ShortText(kind) | Self::LongText(kind) => kind.faults(),
            Self::YesNo | Self::Consent(_) | Self::Postcode | Self::Information => Vec::new(),
        }
    }
}

fn points(options: &mut [ChoiceOption]) -> Vec<(Label<'_>, &mut Texts)> {
    options.iter_mut().map(|option| (Label::Option(&option.key), &mut option.text)).collect()
}
