//! The page of a wave's progress.

use std::collections::BTreeMap;

use heard_core::{
    audience::Audience,
    disclosure::{ShownShare, ShownTally, Span},
    survey::Survey,
    text::Lang,
};
use jiff::civil::Date;
use maud::{Markup, html};

use super::{Progress, audiences, pages};
use crate::{
    clock::day_of,
    page::{self, Column},
    staff::{Colleague, staff_page},
    surveys::Published,
    tallies::AT_THE_CHECK,
    words::words,
};

static ENGLISH: std::sync::LazyLock<Lang> = std::sync::LazyLock::new(Lang::english);

pub(super) fn show(
    me: &Colleague,
    published: &Published,
    progress: &Progress,
    names: &BTreeMap<String, String>,
    now: i64,
) -> Markup {
    let (survey, wave) = (&published.survey, &published.wave);
    let home = me.path(&format!("waves/{}", wave.id));
    staff_page(&ENGLISH, me, "Progress", "surveys").within(survey.title.get(&ENGLISH)).show(html! {
        p { a class="back" href=(home) { "Back to the wave" } }
        h1 { "How it gets on" }
        p class="lead" { (in_a_sentence(published, progress, now)) }
        p { a class="go" href={ (home) "/voices" } { "Whose voices are missing" } }
        (page::table("When", "When people answered", &columns("Days"), &progress.spans.iter().map(days).collect::<Vec<_>>()))
        @if progress.spans.is_empty() { (page::not_enough()) } @else {
            p class="small soft" { "Days stand together until they hold enough people, so that nobody can be seen coming." }
        }
        (page::table("How", "How they answered", &columns("Way"), &rows(&["Online", "Online, by an invitation", "On paper, typed in"], &progress.channels)))
        @if survey.audiences.len() > 1 {
            (page::table("Who", "Who answered", &columns("Audience"), &rows(&audience_words(survey), &progress.audiences)))
        }
        (areas(progress, names))
        (minutes(progress))
        (stops(survey, progress))
        (how_to_read())
    })
}

/// What there is to say first, in plain words.
fn in_a_sentence(published: &Published, progress: &Progress, now: i64) -> String {
    let wave = &published.wave;
    if now < wave.opens {
        return format!("Nobody could answer yet: it opens on {}.", day(day_of(wave.opens)));
    }
    let since = day(day_of(wave.opens));
    let until = if published.is_open(now) {
        format!("It is open until {}.", day(wave.last_day()))
    } else {
        format!("It closed on {}.", day(wave.last_day()))
    };
    match progress.base {
        Some(base) => format!("About {base} people have answered since {since}. {until}"),
        None => format!("It opened on {since}. Not enough people have answered to show a figure. {until}"),
    }
}

fn columns(first: &str) -> [Column<'_>; 3] {
    [Column::Words(first), Column::Number("People, about"), Column::Number("Part of them")]
}

fn days(span: &Span) -> Vec<Markup> {
    let short = |day: Date| day.strftime("%-d %b").to_string();
    let (first, last) = (short(span.first), short(span.last));
    let days = if first == last { first } else { format!("{first} to {last}") };
    row(&days, Some(&span.people))
}

fn rows(labels: &[impl AsRef<str>], shown: &ShownTally) -> Vec<Vec<Markup>> {
    labels.iter().zip(shown.options()).map(|(label, share)| row(label.as_ref(), share.as_ref())).collect()
}

fn row(label: &str, share: Option<&ShownShare>) -> Vec<Markup> {
    let label = html! { (label) };
    match share {
        None => vec![label, html! { (page::NOT_SHOWN) }, html! { "–" }],
        Some(share) => {
            let percent = share.percent();
            vec![label, html! { (share.count()) }, html! { (format!("{percent:.0} %")) (page::bar(percent)) }]
        }
    }
}

fn audience_words(survey: &Survey) -> Vec<String> {
    let words = words(&ENGLISH);
    let word = |code: &&str| {
        let audience: Option<Audience> = survey.audiences.iter().copied().find(|audience| audience.code() == *code);
        audience.map_or_else(|| "They did not say".to_owned(), |audience| page::capital(&words.people(&[audience])))
    };
    audiences(survey).iter().map(word).collect()
}

fn areas(progress: &Progress, names: &BTreeMap<String, String>) -> Markup {
    let name = |code: &str| names.get(code).map_or_else(|| code.to_owned(), Clone::clone);
    let rows: Vec<_> = progress.areas.parts().iter().map(|(code, share)| row(&name(code), Some(share))).collect();
    html! {
        @if let Some(base) = progress.areas.base().filter(|_| !rows.is_empty()) {
            (page::table("Where", "Where they live", &columns("Area"), &rows))
            p class="small soft" {
                "Of about " (base) " people whose answers name a place. Areas that are not in the list have few answers or none."
            }
        } @else {
            h2 { "Where they live" }
            (page::not_enough())
        }
    }
}

fn minutes(progress: &Progress) -> Markup {
    html! {
        h2 { "How long it takes" }
        @match progress.minutes {
            Some(band) => p { "In the middle of all: " strong { (band) } ", from the first page to sending, with all breaks." },
            None => (page::not_enough()),
        }
        p class="small soft" {
            "Only people who answered page by page on a device of their own are in it. Answers on one page, on paper and on a shared "
            "tablet have no time, and no time is kept with anybody’s answers."
        }
    }
}

fn stops(survey: &Survey, progress: &Progress) -> Markup {
    let title = |key: &&str| match survey.sections.iter().find(|section| *section.key == **key) {
        Some(section) => section.title.get(&ENGLISH).to_owned(),
        None if *key == AT_THE_CHECK => "Everything answered, and not sent".to_owned(),
        None => (*key).to_owned(),
    };
    let titles: Vec<_> = pages(survey).iter().map(title).collect();
    html! {
        @if progress.stops.base().is_some() {
            (page::table("Stops", "Where people stop", &columns("First part without an answer"), &rows(&titles, &progress.stops)))
        } @else {
            h2 { "Where people stop" }
            (page::not_enough())
        }
        p class="small soft" {
            "Somebody is counted here when what they had answered is deleted: 14 days after they began, or an hour after the last page on a "
            "shared tablet. Whoever pressed “Delete what I have typed” is counted nowhere."
        }
    }
}

fn how_to_read() -> Markup {
    html! {
        h2 { "How to read these figures" }
        p {
            "Fewer than 10 people are not shown, and neither is nobody: the two look the same. Counts are rounded to 5, and move when at "
            "least 5 more people have answered; in a crowd, when there are 1 in 100 more. The newest few wait, and so does whoever takes "
            "their answers back."
        }
    }
}

fn day(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}
