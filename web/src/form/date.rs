//! A date: a text box for each part, in the order in which we say them. A calendar is hard to use by keyboard, by
//! voice and for years long ago; a box takes "3", "03" and "March".

use heard_core::{
    date::{DatePart, PartialDate},
    question::{DateAsked, Question},
};
use maud::{Markup, html};

use super::{Form, parts::Asked, target::date_box};

pub(super) fn control(question: &Question, kind: &DateAsked, form: &Form<'_>) -> Markup {
    let words = form.words();
    let asked = Asked::new(question, form).or_hint(|| words.such_as(&words.partial_day(example(kind.precise_to))));
    let boxes: Vec<_> = kind.boxes().collect();
    if let [only] = boxes[..] {
        return asked.field(text_box(&asked, only, true));
    }
    asked.boxes(html! {
        div class="date" {
            @for (place, part) in boxes.iter().enumerate() {
                div class=(part.code()) {
                    label for=(date_box(question, *part, place == 0)) {
                        (match part { DatePart::Day => &words.day_box, DatePart::Month => &words.month_box, DatePart::Year => &words.year_box })
                    }
                    (text_box(&asked, *part, place == 0))
                }
            }
        }
    })
}

fn text_box(asked: &Asked<'_>, part: DatePart, first: bool) -> Markup {
    let id = date_box(asked.question, part, first);
    // A month may be a word.
    let keyboard = (part != DatePart::Month).then_some("numeric");
    html! {
        input class="tiny" type="text" id=(id) name=(asked.part(part.code())) value=(asked.part_typed(part.code()))
            inputmode=[keyboard] autocomplete="off" dir="auto" readonly[asked.form.read_only]
            aria-describedby=[asked.described_by(&id)] aria-invalid=[asked.invalid(&id)];
    }
}

/// A date that means nothing to anybody, with a day that can be no month.
fn example(precise_to: DatePart) -> PartialDate {
    let (month, day) = match precise_to {
        DatePart::Day => (Some(3), Some(27)),
        DatePart::Month => (Some(3), None),
        DatePart::Year => (None, None),
    };
    PartialDate::new(2019, month, day).expect("27 March 2019 was a day")
}
