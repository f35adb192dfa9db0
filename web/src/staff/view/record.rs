//! The record, and what of it to show.

use heard_core::text::Lang;
use maud::{Markup, html};

use super::{moment, staff_page};
use crate::{
    form::field::{Field, Holds, Trouble, troubles},
    page::{self, Column},
    staff::{
        audit::Asked,
        guard::Colleague,
        sql::{Line, Person},
    },
};

/// The record on its way to its page.
pub(in crate::staff) struct Record<'a> {
    pub asked: &'a Asked,
    pub lines: &'a [Line],
    /// Whether there are older ones.
    pub more: bool,
    pub people: &'a [Person],
    /// All that was ever done.
    pub actions: &'a [String],
    pub troubles: &'a [Trouble],
}

pub(in crate::staff) fn record(me: &Colleague, shown: &Record<'_>, lang: &Lang) -> Markup {
    let columns = ["When", "Who", "What", "In detail"].map(Column::Words);
    let row = |line: &Line| {
        let who = line.name.as_deref().unwrap_or("The operator");
        let texts = [moment(line.at), who.to_owned(), line.action.clone(), line.detail.clone()];
        texts.into_iter().map(|text| html! { (text) }).collect()
    };
    let rows: Vec<_> = shown.lines.iter().map(row).collect();
    let page = staff_page(lang, me, "Record", "record").wide().sheet("builder.css").wrong(!shown.troubles.is_empty());
    page.show(html! {
        (troubles(shown.troubles, lang))
        h1 { "Record" }
        p { "Who changed what, the newest first. Nobody can change it." }
        (sought(me, shown, lang))
        @if rows.is_empty() { p { "Nothing of that kind is on record." } } @else { (page::table("Lines", "Changes", &columns, &rows)) }
        @if let Some(last) = shown.lines.last().filter(|_| shown.more) {
            div class="actions" { a class="button quiet" href={ (me.path("record")) "?" (shown.asked.older(&last.id)) } { "Older ones" } }
        }
    })
}

/// What of the record to show.
fn sought(me: &Colleague, shown: &Record<'_>, lang: &Lang) -> Markup {
    let Record { asked, people, actions, troubles, .. } = shown;
    let operator = ("operator", "The operator");
    let people = people.iter().map(|person| (person.id.as_str(), person.name.as_str())).chain([operator]);
    let actions = actions.iter().map(|action| (action.as_str(), action.as_str()));
    let day = |name, label| Field { name, label, hint: None, troubles };
    html! {
        form class="looker" method="get" action=(me.path("record")) novalidate {
            (pick("who", "Who", "Anybody", people, &asked.who))
            (pick("what", "What", "Anything", actions, &asked.what))
            (day("from", "From the day").line(Holds::Words, &asked.from, lang))
            (day("to", "To the day").line(Holds::Words, &asked.to, lang))
            div class="actions" { button class="quiet" { "Show these" } }
        }
    }
}

fn pick<'o>(
    name: &str,
    label: &str,
    all: &str,
    offers: impl Iterator<Item = (&'o str, &'o str)>,
    picked: &str,
) -> Markup {
    html! {
        div class="question" {
            h2 { label for=(name) { (label) } }
            select id=(name) name=(name) {
                option value="" { (all) }
                @for (value, words) in offers { option value=(value) selected[value == picked] { (words) } }
            }
        }
    }
}
