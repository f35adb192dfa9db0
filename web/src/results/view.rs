//! The page of what people answered.

use heard_core::{disclosure::ShownShare, question::Question, results::Choosing, survey::Section, text::Lang};
use maud::{Markup, html};

use super::{Answered, Column, Figures, sentences::sentence, taking};
use crate::{
    clock::day_of,
    form::option_words,
    page::{self, Column as Head},
    quotes::{quotes, takes_words},
    staff::{Colleague, staff_page},
    surveys::Published,
};

pub(super) static ENGLISH: std::sync::LazyLock<Lang> = std::sync::LazyLock::new(Lang::english);

pub(super) fn for_staff(me: &Colleague, figures: &Figures, earlier: &[Published], now: i64) -> Markup {
    let home = me.path(&format!("waves/{}", figures.published.wave.id));
    let title = figures.published.survey.title.get(&ENGLISH);
    staff_page(&ENGLISH, me, "What people answered", "surveys").within(title).show(html! {
        p { a class="back" href=(home) { "Back to the wave" } }
        h1 { "What people answered" }
        (people(figures, "so far"))
        p { a class="go" href={ (home) "/progress" } { "How it gets on" } }
        p { a class="go" href={ (home) "/voices" } { "Whose voices are missing" } }
        p { a class="go" href="#take-away" { "Take the figures with you" } }
        @if me.is_owner() && !figures.published.is_open(now) {
            p { a class="go" href={ (figures.home) "/public" } { "What everybody may see of this" } }
        }
        @if !earlier.is_empty() {
            h2 { "What changed" }
            ul {
                @for before in earlier {
                    li { a class="go" href={ (figures.home) "/since/" (before.wave.id) } { "Since the wave of " (days_of(before)) } }
                }
            }
        }
        (body(figures))
        h2 id="take-away" { "Take the figures with you" }
        (taking::links(figures))
        @if me.is_owner() && !figures.published.is_open(now) {
            p { a class="go" href={ (home) "/records" } { "Take the answers with you, a line for each person" } }
        }
    })
}

/// How many people the figures are of.
pub(super) fn people(figures: &Figures, so_far: &str) -> Markup {
    html! {
        p class="lead" {
            @match figures.people() {
                Some(people) => { "About " (people) " people answered " (so_far) ". Each question says how many of them answered it." }
                None => "Not enough people have answered to show a figure.",
            }
        }
    }
}

/// The days of a wave, in words.
pub(super) fn days(figures: &Figures) -> String {
    days_of(&figures.published)
}

fn days_of(published: &Published) -> String {
    let (wave, day) = (&published.wave, |day: jiff::civil::Date| day.strftime("%-d %B %Y").to_string());
    format!("{} to {}", day(day_of(wave.opens)), day(wave.last_day()))
}

/// All that whoever looks may see: ways to compare groups, then each question.
pub(super) fn body(figures: &Figures) -> Markup {
    let answered = figures.answered();
    let asked = |key: &str| answered.iter().find(|one| *one.question.key == *key);
    let with = |section: &'_ Section| {
        (section.clone(), section.questions.iter().filter_map(|question| asked(&question.key)).collect::<Vec<_>>())
    };
    let sections: Vec<_> =
        figures.published.survey.sections.iter().map(with).filter(|(_, here)| !here.is_empty()).collect();
    let ways: Vec<_> = figures.ways().collect();
    html! {
        @if !ways.is_empty() && figures.people().is_some() {
            h2 { "Compare groups" }
            ul { @for way in ways { li { a class="go" href={ (figures.home) "/by/" (way.address) } { (way.title) } } } }
        }
        (how_to_read())
        @if sections.len() > 1 {
            h2 { "Parts" }
            ul { @for (section, _) in &sections { li { a class="go" href={ "#" (section.key) "-part" } { (section.title.get(&ENGLISH)) } } } }
        }
        @for (section, here) in &sections {
            h2 id={ (section.key) "-part" } { (section.title.get(&ENGLISH)) }
            @for one in here { (a_question(figures, one, section.title.get(&ENGLISH))) }
        }
    }
}

fn a_question(figures: &Figures, one: &Answered<'_>, section: &str) -> Markup {
    let title = one.question.text.get(&ENGLISH);
    // Two parts may ask the same, such as of one child after the other.
    let caption = html! { "How many chose what" span class="unseen" { ": " (section) ", " (title) } };
    html! {
        h3 { (title) }
        @match &one.columns[..] {
            [] if takes_words(one.question) => p { "People answered in their own words." },
            [] => p { "This page shows no dates and postcodes." },
            [column] => (a_column(one.question, column, &caption)),
            columns => (a_grid(one.question, columns, &caption)),
        }
        @if let Some(bases) = bases(one) { (bases) }
        @if let Some(said) = figures.quotes.get(&*one.question.key) { (quotes(said)) }
        @if let Some(words_at) = figures.words_at.as_ref().filter(|_| takes_words(one.question)) {
            p { a class="go" href={ (words_at) "/" (one.question.key) } { "Read what they wrote" span class="unseen" { ": " (section) ", " (title) } } }
        }
    }
}

/// The words of each code with what may be shown of it.
pub(super) fn options(question: &Question, column: &Column<'_>) -> Vec<(String, Option<ShownShare>)> {
    let words = column
        .counter
        .bands()
        .unwrap_or_else(|| column.codes.iter().map(|code| option_words(question, code, &ENGLISH)).collect());
    words.into_iter().zip(column.shown.options().iter().copied()).collect()
}

fn a_column(question: &Question, column: &Column<'_>, caption: &Markup) -> Markup {
    let Some(base) = column.shown.base() else { return page::not_enough() };
    let mut options = options(question, column);
    let told = sentence(column.counter.choosing, base, &options);
    if column.counter.choosing == Choosing::Several {
        // Most named first; what is not shown stays in the question's order, which says nothing.
        options.sort_by_key(|(_, share)| std::cmp::Reverse(share.map_or(0, |share| share.count())));
    }
    let heads = [Head::Words("Answer"), Head::Number("People"), Head::Number("Part"), Head::Number("Likely between")];
    let rows: Vec<_> = options.iter().map(|(words, share)| row(words, share.as_ref())).collect();
    html! {
        @if let Some(told) = told { p { (told) } }
        (page::table(&question.key, caption, &heads, &rows))
    }
}

fn row(words: &str, share: Option<&ShownShare>) -> Vec<Markup> {
    let words = html! { (words) };
    let Some(share) = share else { return vec![words, html! { (page::NOT_SHOWN) }, html! { "–" }, html! { "–" }] };
    let between =
        share.interval().map_or_else(|| "–".to_owned(), |i| format!("{:.0} to {:.0} %", i.low.floor(), i.high.ceil()));
    let percent = share.percent();
    vec![
        words,
        html! { (share.count()) },
        html! { (format!("{percent:.0} %")) (page::bar(percent)) },
        html! { (between) },
    ]
}

/// A question with parts: a row for each statement or place, a column for each answer.
fn a_grid(question: &Question, columns: &[Column<'_>], caption: &Markup) -> Markup {
    let Some(first) = columns.first() else { return page::not_enough() };
    if columns.iter().all(|column| column.shown.base().is_none()) {
        return page::not_enough();
    }
    let answers: Vec<_> = options(question, first).into_iter().map(|(words, _)| words).collect();
    let heads: Vec<_> = [Head::Words("Part"), Head::Number("People")]
        .into_iter()
        .chain(answers.iter().map(|words| Head::Number(words)))
        .collect();
    let rows: Vec<_> = columns
        .iter()
        .map(|column| {
            let part = column.counter.part.as_deref().unwrap_or_default();
            let base = column.shown.base().map_or_else(|| page::NOT_SHOWN.to_owned(), |base| base.to_string());
            let cells = column.shown.options().iter().map(|share| percent(share.as_ref()));
            [html! { (part_words(question, part)) }, html! { (base) }].into_iter().chain(cells).collect()
        })
        .collect();
    page::table(&question.key, caption, &heads, &rows)
}

/// A part of a group, as a number and as a bar.
pub(super) fn percent(share: Option<&ShownShare>) -> Markup {
    html! {
        @match share {
            Some(share) => { (format!("{:.0} %", share.percent())) (page::bar(share.percent())) }
            None => (page::NOT_SHOWN),
        }
    }
}

/// The words of a statement; of a place in a ranking, which it is.
pub(super) fn part_words(question: &Question, part: &str) -> String {
    question.statement_text(part).map_or_else(|| format!("Place {part}"), |text| text.get(&ENGLISH).to_owned())
}

/// Whom the parts are parts of, and what became of those who were asked.
fn bases(one: &Answered<'_>) -> Option<Markup> {
    let labels = ["answered", "left it empty", "would rather not say", "did not understand it"];
    let several = one.columns.iter().any(|column| column.counter.choosing == Choosing::Several);
    let asked = one.reach.base()?;
    let parts = labels.iter().zip(one.reach.options());
    let parts: Vec<_> = parts.filter_map(|(label, share)| Some(format!("{} {label}", (*share)?.count()))).collect();
    Some(html! {
        p class="small soft" {
            "About " (asked) " people were asked" @if !parts.is_empty() { ": " (parts.join(", ")) } "."
            @if several { " Each could choose several." }
        }
    })
}

pub(super) fn how_to_read() -> Markup {
    html! {
        details {
            summary { "How to read these figures" }
            p {
                "Who answered chose to. The figures speak for them, and for nobody else. “Likely between” allows for chance alone."
            }
            p {
                "Fewer than 10 people are not shown, and neither is nobody: the two look the same. Counts are rounded to 5, parts are made of "
                "rounded counts, and figures move when at least 5 more people have answered; in a crowd, when there are 1 in 100 more. "
                "Answers to an earlier version in which a question asked something else are left out. So are people who asked to be counted "
                "and not connected: they count where equality is monitored."
            }
        }
    }
}
