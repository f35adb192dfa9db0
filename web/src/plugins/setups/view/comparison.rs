//! What a set-up would change, and the way to switch it on.

use maud::{Markup, html};

use super::moment;
use crate::{
    page::{self, Column, Mark, Notice},
    plugins::{
        compare::{Figure, MOVES, Shown},
        explain::{Unfit, number},
        setups::{Beside, Desk, Looked, READ, SEEN, sql},
    },
    staff::Colleague,
};

/// What would change, and the way to switch it on.
pub(super) fn show(me: &Colleague, desk: &Desk, setup: &sql::Setup, looked: &Looked, beside: &Beside) -> Markup {
    let path = desk.path(me, &format!("setups/{}", setup.id));
    let compare = |again: bool| compare(me, &path, again);
    html! {
        @match (&looked.insight, beside) {
            (Err(unfit), _) => (page::notice(Notice::Plain, "It does not fit the survey as it is now", unfit_words(unfit))),
            (Ok(_), Beside::AtWork) => {},
            (Ok(_), Beside::Alone) => {
                h2 { "Switch it on" }
                p { "Nothing is at work yet, so there is nothing to compare it with." }
                (switch(me, desk, &path, setup, None))
            },
            (Ok(_), Beside::Stopped) => {
                h2 { @if setup.activated.is_some() { "Roll back to it" } @else { "Switch it on" } }
                p { "The set-up at work has stopped because of a fault, so there is nothing to compare this one with. Look below at how it scores." }
                (switch(me, desk, &path, setup, Some("I have looked at how it scores.")))
            },
            (Ok(_), Beside::Unknown) => {
                h2 id="Compared" { "What would change" }
                p { "Nobody has held it against the set-up that is at work now." }
                (compare(false))
                @if setup.activated.is_some() {
                    h2 { "Roll back" }
                    p { "It was at work before, so you can also go back to it at once." }
                    (switch(me, desk, &path, setup, Some(READ_CHANGES)))
                }
            },
            (Ok(_), Beside::Compared(shown, made)) => {
                h2 id="Compared" { "What would change" }
                (differences(shown, *made))
                (compare(true))
                h2 { @if setup.activated.is_some() { "Roll back to it" } @else { "Switch it on" } }
                (switch(me, desk, &path, setup, (!shown.is_same()).then_some(READ_CHANGES)))
            },
        }
    }
}

/// The button that has both score the newest responses: for editors.
fn compare(me: &Colleague, path: &str, again: bool) -> Markup {
    html! {
        @if me.may_edit() {
            form method="post" action={ (path) "/compare" } {
                div class="actions" { button class=[again.then_some("quiet")] { @if again { "Compare again" } @else { "Compare with the one at work" } } }
            }
        } @else { p { "An editor can compare it with the one at work." } }
    }
}

fn unfit_words(unfit: &Unfit) -> Markup {
    html! {
        @match unfit {
            Unfit::Settings(troubles) => ul { @for trouble in troubles { li { (trouble.message) } } },
            Unfit::Plugin(reason) => p { (reason) "." },
        }
        p { "So it cannot be switched on. Begin new settings from it instead." }
    }
}

/// What an owner says before the figures change.
const READ_CHANGES: &str = "I have read what would change.";

/// The form that switches it on: for owners, who say something first.
fn switch(me: &Colleague, desk: &Desk, path: &str, setup: &sql::Setup, first: Option<&str>) -> Markup {
    let seen = desk.binding.active_setup.as_deref().unwrap_or_default();
    let again = setup.activated.is_some();
    html! {
        p {
            "All answers are scored anew, in the background. "
            @if desk.binding.shown_setup.is_some() {
                "Your plan shows the figures of before until the new ones are all there, and then changes at once."
            }
        }
        @if me.is_owner() {
            form method="post" action={ (path) "/activate" } {
                input type="hidden" name=(SEEN) value=(seen);
                @if let Some(words) = first {
                    div class="choice" {
                        input type="checkbox" id=(READ) name=(READ) value="yes";
                        label for=(READ) { (words) " It will show in our public plan." }
                    }
                }
                div class="actions" { button { @if again { "Roll back to it" } @else { "Switch it on" } } }
            }
        } @else { p { "An owner of your service can switch it on." } }
    }
}

fn differences(shown: &Shown, made: i64) -> Markup {
    let Some(responses) = shown.responses else {
        return html! { p { "Too few people have answered to tell what would change without telling on them. (" (moment(made)) ")" } };
    };
    html! {
        @if shown.is_same() {
            p { (page::status(Mark::Done, "Nothing that anybody could see changes")) " Fewer than 10 responses move, or none." }
        }
        p {
            "We scored the newest " (responses) " responses of the survey, of all its waves, with both set-ups (" (moment(made)) "). "
            "Counts are rounded to 5, and what concerns fewer than 10 people is not shown; nor is the largest single move, which is one person’s."
        }
        (figures(shown))
        @for (place, figure) in shown.figures.iter().enumerate() { (moves(place, figure)) }
        @if let Some(lost) = shown.newly_unscored {
            p { (page::status(Mark::Failed, &format!("About {lost} more responses could not be scored at all"))) }
        }
        @if let Some(effort) = shown.effort {
            p class="small soft" { "It takes about " (number(effort)) " times the computing of the one at work." }
        }
    }
}

fn moves(place: usize, figure: &Figure) -> Markup {
    let columns = [Column::Words("Responses that"), Column::Number("About")];
    let rows: Vec<_> = MOVES
        .iter()
        .zip(figure.moved.options())
        .map(|(words, share)| {
            let count = share.map_or("fewer than 10".to_owned(), |share| share.count().to_string());
            vec![html! { (words) }, html! { (count) }]
        })
        .collect();
    html! {
        @if figure.moved.base().is_some() {
            (page::table(&format!("Moves-{place}"), format!("{}: how far single responses move", figure.label), &columns, &rows))
        }
    }
}

fn figures(shown: &Shown) -> Markup {
    let hidden = || html! { "not shown" };
    let rows: Vec<_> = shown
        .figures
        .iter()
        .map(|figure| {
            let value = |figure: Option<&heard_core::disclosure::Figure>| {
                figure.map_or_else(hidden, |figure| html! { (number(figure.value().round())) })
            };
            vec![
                html! { (figure.label) " (" (figure.unit) ")" },
                value(figure.before.figure()),
                value(figure.after.figure()),
                value(figure.apart.figure()),
            ]
        })
        .collect();
    let columns = [
        Column::Words("Figure"),
        Column::Number("Now"),
        Column::Number("Then"),
        Column::Number("Mean move of one response"),
    ];
    page::table("Figures", "The figures", &columns, &rows)
}
