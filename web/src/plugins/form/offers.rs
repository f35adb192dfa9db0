//! What the pickers of a settings form offer.

use super::{Choices, as_posted};
use crate::plugins::vocabulary::Vocabulary;

/// A choice on offer: what it posts, and its words.
type Offer = (String, String);

/// What can be chosen, with what is chosen already though it is not on offer any more.
pub(super) fn offers(
    choices: &Choices,
    question: Option<&str>,
    vocabulary: &Vocabulary,
    chosen: &[String],
) -> Vec<Offer> {
    let mut offers: Vec<Offer> = match choices {
        Choices::Fixed(fixed) => fixed.iter().map(|(value, words)| (as_posted(value), words.clone())).collect(),
        Choices::Questions(fits) => {
            let fitting = vocabulary.questions.iter().filter(|asked| asked.fits(*fits));
            fitting.map(|asked| (asked.key.clone(), asked.words.clone())).collect()
        }
        Choices::OptionsOf(_) => {
            question.and_then(|key| vocabulary.question(key)).map_or_else(Vec::new, |asked| asked.options.clone())
        }
    };
    for key in chosen {
        if !offers.iter().any(|(value, _)| value == key) {
            let words = match choices {
                Choices::Questions(_) => vocabulary.words(key),
                Choices::OptionsOf(_) => vocabulary.option(question.unwrap_or_default(), key),
                Choices::Fixed(_) => key.clone(),
            };
            offers.push((key.clone(), words));
        }
    }
    offers
}
