//! The page of missing voices.

pub(super) mod population;

use heard_core::{results::Verdict, text::Lang};
use maud::{Markup, html};

use super::{Compared, Held, Voices, population::Population, reading::AREA};
use crate::{
    page::{self, Column, Mark},
    staff::{Colleague, staff_page},
    surveys::Published,
};

static ENGLISH: std::sync::LazyLock<Lang> = std::sync::LazyLock::new(Lang::english);

pub(super) fn show(
    me: &Colleague,
    published: &Published,
    voices: &Voices,
    population: Option<&Population>,
    open: bool,
) -> Markup {
    let home = me.path(&format!("waves/{}", published.wave.id));
    staff_page(&ENGLISH, me, "Missing voices", "surveys").wide().within(published.survey.title.get(&ENGLISH)).show(html! {
        p { a class="back" href=(home) { "Back to the wave" } }
        h1 { "Whose voices are missing" }
        p class="lead" { (in_a_sentence(voices)) }
        @let missing: Vec<_> = voices.compared.iter().filter(|of| fewer(of).next().is_some()).collect();
        @if !missing.is_empty() {
            ul { @for of in missing { li { (of.title) " " strong { (fewer(of).collect::<Vec<_>>().join("; ")) } } } }
        }
        @match population {
            Some(population) => p {
                "Held against: " (population.source) ", " (population.year) ". "
                @if me.may_edit() { a href=(me.path("population")) { "Change these figures" } }
            },
            None => (bring(me)),
        }
        @for compared in &voices.compared { (one(compared)) }
        @if !voices.compared.is_empty() { (next_steps(me, &home, voices, open)) }
        @if population.is_some() && !voices.without.is_empty() {
            h2 { "Asked, and nothing to hold against it" }
            ul { @for title in &voices.without { li { (title) } } }
        }
        (how_to_read())
    })
}

/// What there is to say first, in plain words.
fn in_a_sentence(voices: &Voices) -> String {
    let asks = !voices.compared.is_empty() || !voices.without.is_empty();
    let missing = voices.compared.iter().flat_map(fewer).next().is_some();
    let sure = voices.compared.iter().flat_map(|of| &of.groups).any(|held| held.voice.verdict != Verdict::Unsure);
    if !asks {
        "This survey asks nothing that could tell: neither a postcode, nor equality questions with options.".to_owned()
    } else if missing {
        "Fewer people than expected answered of these groups:".to_owned()
    } else if sure {
        "No group can be seen to be missing, as far as the answers tell.".to_owned()
    } else {
        "Not enough is known yet to say.".to_owned()
    }
}

/// The groups whose voices are missing.
fn fewer(of: &Compared) -> impl Iterator<Item = &str> {
    let missing = of.groups.iter().filter(|held| held.voice.verdict == Verdict::Fewer && !held.rest);
    missing.map(|held| &*held.name)
}

/// What a service without figures has to bring.
fn bring(me: &Colleague) -> Markup {
    html! {
        (page::notice(page::Notice::Plain, "What to bring", html! {
            p {
                "We invent no figures. Bring how many people live in each district, and how many belong to each group: then this page "
                "says who answered less than you could expect."
            }
            @if me.may_edit() { p { a class="go" href=(me.path("population")) { "Bring figures of the population" } } }
            @else { p { "An editor or owner of your service can bring them." } }
        }))
    }
}

fn one(of: &Compared) -> Markup {
    let columns = [
        Column::Words("Group"),
        Column::Words("Heard"),
        Column::Number("Answered, about"),
        Column::Number("Part of answers"),
        Column::Number("Part of the population"),
        Column::Number("Ratio"),
        Column::Number("Likely between"),
    ];
    let rows: Vec<_> = of.groups.iter().map(row).collect();
    html! {
        (page::table(&format!("Of-{}", of.what), &of.title, &columns, &rows))
        @if let Some(percent) = of.unlike {
            p class="small soft" {
                "For these answers to be like the population, about " (format!("{percent:.0}")) " in 100 would have to come from another group."
            }
        }
    }
}

fn row(Held { name, voice, .. }: &Held) -> Vec<Markup> {
    let mark = match voice.verdict {
        Verdict::Fewer => Mark::Down,
        Verdict::AsExpected => Mark::Done,
        Verdict::More => Mark::Up,
        Verdict::Unsure => Mark::Unsure,
    };
    let or = |figure: Option<String>, none: &str| html! { (figure.unwrap_or_else(|| none.to_owned())) };
    vec![
        html! { (name) },
        page::status(mark, voice.verdict.words()),
        or(voice.answered.map(|count| count.to_string()), "not shown"),
        or(voice.percent.map(|percent| format!("{percent:.0} %")), "–"),
        html! { (format!("{:.1} %", voice.expected)) },
        or(voice.ratio.map(|ratio| format!("{ratio:.2}")), "–"),
        or(voice.interval.map(|between| format!("{:.2} to {:.2}", floor(between.low), ceil(between.high))), "–"),
    ]
}

/// The ends of an interval are rounded outwards, so that the words are no surer than the figures.
fn floor(end: f64) -> f64 {
    (end * 100.0).floor() / 100.0
}

fn ceil(end: f64) -> f64 {
    (end * 100.0).ceil() / 100.0
}

fn next_steps(me: &Colleague, home: &str, voices: &Voices, open: bool) -> Markup {
    let missing: Vec<&Compared> = voices.compared.iter().filter(|of| fewer(of).next().is_some()).collect();
    let listed = |of: &Compared| fewer(of).collect::<Vec<_>>().join("; ");
    html! {
        h2 { "What to do next" }
        @if missing.is_empty() {
            p { "Nobody in the tables can be seen to be missing. Look again when more people have answered." }
        }
        ul {
            @for of in &missing {
                @if of.what == AREA {
                    li { "Go where they are: posters in schools, libraries and shops of " strong { (listed(of)) } ", or an assembly at a school there." }
                } @else {
                    li { "Ask somebody whom these families trust to pass it on, such as a school, a group or a partner: " strong { (listed(of)) } " (“" (of.title) "”)." }
                }
            }
            @if missing.iter().any(|of| of.what == "english_additional" || of.what == "ethnic_group") {
                li { "Send a letter in the language that is spoken at home. Where the survey does not speak it yet, add the language." }
            }
            @if missing.iter().any(|of| matches!(&*of.what, "send" | "disability" | "disability_effect")) {
                li { "Offer Easy Read and answering on paper, and ask what else would help." }
            }
            li { "Ask a few of them in person what keeps them from answering. It may be the same that keeps them from making music." }
        }
        @if open && me.may_edit() {
            p { a class="go" href={ (home) "/posters" } { "Posters, letters and slides of this wave" } }
        }
    }
}

fn how_to_read() -> Markup {
    html! {
        h2 { "How to read these figures" }
        p {
            "A ratio of 1 means that a group has the same part of the answers as of the population; 0.5, half of it. “Likely between” "
            "allows for chance and rounding alone: people chose for themselves whether to answer. We say “fewer” or “more” only where "
            "chance does not explain it, and “about as many” only where the answers rule out much else. "
            "Chance still marks about one row in 20: look whether it comes again in the next wave."
        }
        p {
            "Fewer than 10 people are not shown, and neither is nobody. Where other groups of a table are shown, one that is not has "
            "fewer than 10: if even 9 would be fewer than expected, the table says so. Figures move when at least 5 more people have answered that question."
        }
        p {
            "Whoever would rather not say is in no group. People who ticked “Count me, but do not connect this” are not counted "
            "here: what they said has no order, so it could not move in steps."
        }
        p {
            "Hold like against like: where a survey asks families, bring figures of families or of pupils, not of all who live there."
        }
    }
}
