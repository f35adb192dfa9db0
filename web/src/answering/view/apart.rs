//! "Count me, but do not connect this with my other answers", on pages of equality monitoring and on the page that shows
//! all answers.

use heard_core::{survey::Section, walk::Walk};
use maud::{Markup, html};

use super::Draft;
use crate::{
    answering::address,
    apart::{FIELD, TICKED},
    page::AnswerRow,
    surveys::Published,
    words::{Words, words},
};

/// The id of the box.
const BOX: &str = "Apart";

/// The box, and what it means. It stands with the first question of each section of monitoring and goes for all of
/// them.
pub(super) fn choice(ticked: bool, words: &Words) -> Markup {
    html! {
        div class="question" {
            div class="choice apart" {
                input type="checkbox" id=(BOX) name=(FIELD) value=(TICKED) checked[ticked] aria-describedby={ (BOX) "-Hint" };
                label for=(BOX) { (words.apart) }
            }
            p class="small soft" id={ (BOX) "-Hint" } { (words.apart_means) }
        }
    }
}

/// What was chosen, after the answers of the last section of monitoring on the way.
pub(super) fn row(
    published: &Published,
    draft: &Draft,
    walk: &Walk<'_>,
    section: &Section,
) -> Option<AnswerRow<Markup>> {
    let words = words(&draft.lang);
    let last = walk.route().sections().filter(|section| section.monitoring).last()?;
    (last.key == section.key).then(|| AnswerRow {
        question: html! { (words.apart) },
        answer: vec![html! { (if draft.apart { &words.yes } else { &words.no }) }],
        change: Some(format!("{}#{BOX}", address(published, walk.first_of(&section.key)))),
    })
}
