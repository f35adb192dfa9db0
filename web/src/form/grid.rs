//! Statements on one scale: a fieldset for each, one below the other, so that nothing has to be scrolled sideways and
//! each button says which statement it belongs to.

use heard_core::{
    answer::Wrong,
    question::{Grid, Labelled, Question},
};
use maud::{Markup, html};

use super::{Form, choices::label, parts::Asked, target};

pub(super) fn control(question: &Question, grid: &Grid, form: &Form<'_>) -> Markup {
    let asked = Asked::new(question, form).or_hint(|| form.words().one_for_each.clone());
    html! {
        div class=(asked.class()) {
            (asked.picture())
            (asked.heading(asked.words()))
            (asked.notes())
            @for (place, statement) in grid.statements.iter().enumerate() { (row(&asked, grid, statement, place == 0)) }
            (asked.no_answer())
        }
    }
}

fn row(asked: &Asked<'_>, grid: &Grid, statement: &Labelled, first: bool) -> Markup {
    let (form, of_row) = (asked.form, target::row(asked.question, &statement.key, first));
    let chosen = asked.part_typed(&statement.key);
    let lacks = match form.wrong(asked.question) {
        Some(Wrong::RowsMissing(rows)) => rows.contains(&statement.key),
        wrong => wrong == Some(&Wrong::Missing),
    };
    html! {
        fieldset class={ "scale row" @if lacks { " lacks" } } {
            // Whoever comes to the first statement by ear hears what is asked of all.
            legend {
                @if first { span class="unseen" { @if let Some(only) = form.only { (only) " " } (form.text(&asked.question.text)) @if let Some(within) = form.within { ", " (within) } " " } }
                (form.text(&statement.text))
            }
            div class="points" {
                @for (place, point) in grid.options.iter().enumerate() {
                    @let id = if place == 0 { of_row.clone() } else { format!("{}-{}-{}", asked.key(), statement.key, point.key) };
                    @let on = point.key == *chosen;
                    div class="choice" {
                        input type="radio" id=(id) name=(asked.part(&statement.key)) value=(point.key) checked[on] disabled[form.read_only]
                            aria-describedby=[asked.described_by(if on && first { asked.key() } else { &id })];
                        (label(asked, &id, point.picture, &form.text(&point.text)))
                    }
                }
            }
        }
    }
}
