//! Options put in order: for each place a list to pick from, the favourite first. It works without a script, by
//! keyboard and by voice, which dragging does not.

use heard_core::question::{Question, Ranking};
use maud::{Markup, html};

use super::{Form, parts::Asked, target};

pub(super) fn control(question: &Question, ranking: &Ranking, form: &Form<'_>) -> Markup {
    let words = form.words();
    let asked = Asked::new(question, form).or_hint(|| words.pick_in_order.clone());
    asked.boxes(html! {
        @for place in ranking.places() {
            @let id = target::place(question, place);
            @let picked = asked.part_typed(&place.to_string());
            div class="place" {
                label for=(id) { @if place == 1 { (words.first_place) } @else { (words.next_place(place)) } }
                select id=(id) name=(asked.part(&place.to_string())) autocomplete="off" disabled[form.read_only]
                    aria-describedby=[asked.described_by(&id)] aria-invalid=[asked.invalid(&id)] {
                    option value="" { (words.pick) }
                    @for option in &ranking.options {
                        option value=(option.key) selected[option.key == *picked] { (option.text.get(form.lang)) }
                    }
                }
            }
        }
    })
}
