//! The page that lays groups beside each other: what each said, and where chance does not explain that they differ.

use heard_core::{
    disclosure::{ShownShare, ShownTally},
    question::Question,
    results::{
        Choosing,
        change::{Difference, holm},
    },
};
use maud::{Markup, html};

use super::{
    Column, Figures,
    figures::Split,
    sentences::in_ten,
    view::{ENGLISH, days, how_to_read, options, part_words, percent},
};
use crate::{
    page::{self, Column as Head},
    progress::By,
    staff::{Colleague, staff_page},
};

/// Differences are told where one as large, or larger, would come by chance in fewer than so many of a hundred pages.
const SURE: f64 = 0.05;

pub(super) fn for_staff(me: &Colleague, figures: &Figures, way: &By, splits: &[Split<'_>]) -> Markup {
    let title = figures.published.survey.title.get(&ENGLISH);
    staff_page(&ENGLISH, me, &heading(way), "surveys").wide().within(title).show(body(figures, way, splits))
}

/// A wave beside an earlier one, with the questions that were asked otherwise then.
pub(super) fn since(me: &Colleague, figures: &Figures, before: &Figures) -> Markup {
    let (splits, otherwise) = figures.since(before);
    let group = |code: &str, figures: &Figures| (code.to_owned(), days(figures));
    let way = By {
        key: String::new(),
        address: String::new(),
        title: "this wave and an earlier one".to_owned(),
        groups: vec![group("this", figures), group("before", before)],
    };
    let title = figures.published.survey.title.get(&ENGLISH);
    staff_page(&ENGLISH, me, &heading(&way), "surveys").wide().within(title).show(html! {
        (body(figures, &way, &splits))
        @if !otherwise.is_empty() {
            h2 { "Asked otherwise then" }
            p { "These questions, or the answers that they offer, are not as they were, so they cannot be laid beside each other." }
            ul { @for question in otherwise { li { (question.text.get(&ENGLISH)) } } }
        }
    })
}

pub(super) fn heading(way: &By) -> String {
    format!("Groups beside each other: {}", way.title)
}

pub(super) fn body(figures: &Figures, way: &By, splits: &[Split<'_>]) -> Markup {
    let tables: Vec<_> = splits.iter().filter_map(|split| Table::of(way, split)).collect();
    let tables = told(tables);
    let without = splits.iter().filter(|split| split.groups.is_none());
    let without: Vec<_> = without.map(|split| name(split.question, &split.column)).collect();
    html! {
        p { a class="back" href=(figures.home) { "Back to all answers" } }
        h1 { (heading(way)) }
        @if tables.is_empty() {
            p class="lead" { "There are not enough answers yet to lay these groups beside each other." }
        } @else {
            (first(&tables))
            (how_to_compare())
            (how_to_read())
            @for (place, table) in tables.iter().enumerate() {
                @let section = figures.section(table.split.question);
                @let before = place.checked_sub(1).map(|before| figures.section(tables[before].split.question));
                @if before != Some(section) { h2 { (section) } }
                (show(table, section))
            }
        }
        @if !tables.is_empty() && !without.is_empty() {
            h2 { "Not enough answers to compare" }
            ul { @for name in without { li { (name) } } }
        }
    }
}

/// A question by groups that may be shown.
struct Table<'s> {
    split: &'s Split<'s>,
    groups: Vec<(&'s str, &'s ShownTally)>,
    /// The groups that are too small.
    hidden: Vec<&'s str>,
    /// Where there are two groups: how much oftener the first chose each option, and how sure that is.
    differences: Vec<Option<(Difference, f64)>>,
}

impl<'s> Table<'s> {
    fn of(way: &'s By, split: &'s Split<'s>) -> Option<Self> {
        let named = way.groups.iter().map(|(_, name)| &**name).zip(split.groups.as_ref()?);
        let (groups, hidden): (Vec<_>, Vec<_>) = named.partition(|(_, shown)| shown.base().is_some());
        let hidden = hidden.into_iter().map(|(name, _)| name).collect();
        let differences = match &groups[..] {
            [(_, one), (_, other)] => differences(one, other),
            _ => Vec::new(),
        };
        Some(Self { split, groups, hidden, differences })
    }

    /// The options with what each group said, as the page has them: of several, those first that the first group named
    /// most.
    fn rows(&self) -> Vec<(usize, String)> {
        let words = options(self.split.question, &self.split.column).into_iter().map(|(words, _)| words);
        let mut rows: Vec<_> = words.enumerate().collect();
        if self.split.column.counter.choosing == Choosing::Several {
            let count = |option: usize| self.groups[0].1.options()[option].map_or(0, |share: ShownShare| share.count());
            rows.sort_by_key(|(option, _)| std::cmp::Reverse(count(*option)));
        }
        rows
    }
}

fn differences(one: &ShownTally, other: &ShownTally) -> Vec<Option<(Difference, f64)>> {
    let difference = |option| one.minus(other, option).map(|difference| (difference, difference.p));
    (0..one.options().len()).map(difference).collect()
}

/// The tables with how sure each difference is, seen that there are so many on the page.
fn told(mut tables: Vec<Table<'_>>) -> Vec<Table<'_>> {
    let each = || tables.iter().flat_map(|table| table.differences.iter().flatten());
    let sure = holm(&each().map(|(_, p)| *p).collect::<Vec<_>>());
    let all = tables.iter_mut().flat_map(|table| table.differences.iter_mut().flatten());
    for ((_, p), sure) in all.zip(sure) {
        *p = sure;
    }
    tables
}

/// What there is to say first: where two groups differ most, and chance does not explain it.
fn first(tables: &[Table<'_>]) -> Markup {
    let mut found: Vec<(f64, String)> = tables.iter().flat_map(sentences).collect();
    found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let pairs = tables.iter().all(|table| table.groups.len() == 2);
    html! {
        @if !found.is_empty() {
            h2 { "Where they differ most" }
            ul { @for (_, sentence) in found.iter().take(5) { li { (sentence) } } }
        } @else if pairs {
            p class="lead" { "Nothing here differs more than chance could explain." }
        }
    }
}

/// In words, each option of which the two groups differ for sure, with how much; where each chose one, only that which
/// they differ most in, because the others follow from it.
fn sentences(table: &Table<'_>) -> Vec<(f64, String)> {
    let [(one, of_one), (other, of_other)] = &table.groups[..] else { return Vec::new() };
    let asked = name(table.split.question, &table.split.column);
    let mut found: Vec<_> = table
        .rows()
        .into_iter()
        .filter_map(|(option, words)| {
            let (difference, _) = table.differences.get(option)?.filter(|(_, p)| *p < SURE)?;
            let (a, b) = (of_one.options()[option]?, of_other.options()[option]?);
            let sides = [(one, in_ten(a.percent())), (other, in_ten(b.percent()))];
            let [(more, m), (less, l)] =
                if difference.value > 0.0 { sides } else { [sides[1].clone(), sides[0].clone()] };
            Some((difference.value.abs(), format!("{asked} “{words}”: {m} ({more}), {l} ({less}).")))
        })
        .collect();
    found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    if table.split.column.counter.choosing == Choosing::One {
        found.truncate(1);
    }
    found
}

fn name(question: &Question, column: &Column<'_>) -> String {
    let title = question.text.get(&ENGLISH);
    match &column.counter.part {
        Some(part) => format!("{title} {}", part_words(question, part)),
        None => title.to_owned(),
    }
}

fn show(table: &Table<'_>, section: &str) -> Markup {
    let (question, column) = (table.split.question, &table.split.column);
    let part = column.counter.part.as_deref().unwrap_or_default();
    let mut heads = vec![Head::Words("Answer")];
    heads.extend(table.groups.iter().map(|(name, _)| Head::Number(name)));
    if !table.differences.is_empty() {
        heads.push(Head::Number("Difference, likely between"));
    }
    let bases = table.groups.iter().map(|(_, shown)| html! { (shown.base().unwrap_or_default()) });
    let mut rows = vec![[html! { "People who answered" }].into_iter().chain(bases).collect::<Vec<_>>()];
    if !table.differences.is_empty() {
        rows[0].push(Markup::default());
    }
    rows.extend(table.rows().into_iter().map(|(option, words)| {
        let each = table.groups.iter().map(|(_, shown)| percent(shown.options()[option].as_ref()));
        let difference = table.differences.get(option).map(|found| between(found.as_ref()));
        [html! { (words) }].into_iter().chain(each).chain(difference).collect()
    }));
    html! {
        // Two sections may ask the same, such as of one child after the other.
        @let caption = html! { (name(question, column)) span class="unseen" { ": " (section) } };
        (page::table(&format!("{}-{part}-Groups", question.key), caption, &heads, &rows))
        @if !table.hidden.is_empty() {
            p class="small soft" { "Not shown, with too few answers: " (table.hidden.join("; ")) "." }
        }
    }
}

/// A difference in points of a hundred, with the word that says whether chance could explain it.
fn between(found: Option<&(Difference, f64)>) -> Markup {
    let Some((difference, p)) = found else { return html! { "–" } };
    let point = |share: f64| format!("{:+.0}", 100.0 * share).replace('-', "−").replace("+0", "0").replace("−0", "0");
    let interval = difference.interval;
    html! {
        (point((interval.low * 100.0).floor() / 100.0)) " to " (point((interval.high * 100.0).ceil() / 100.0))
        @if *p < SURE { br; strong { "differs" } }
    }
}

fn how_to_compare() -> Markup {
    html! {
        details {
            summary { "How groups are compared" }
            p {
                "Each percentage is a part of those of its group who answered the question. Whoever did not say to which group they belong is in none. "
                "Where there are two groups, the last column says by how many in 100 the first is above the second or below, allowing for chance. "
                "“Differs” stands where chance does not explain it, seen how many answers this page compares (Holm’s method, 5 in 100)."
            }
            p {
                "Each group has at least 10 people and moves when 5 more of it have answered. Where showing a table would let anybody find out what a "
                "few people said, from this table and all others of the question together, it is not shown."
            }
        }
    }
}
