//! The page on which an owner takes answers away, and what the file says of itself.

use std::sync::LazyLock;

use heard_core::{answer::Typed, text::Lang};
use maud::{Markup, html};

use super::{Chosen, Closed, TAKE, coding};
use crate::{
    clock::day_of,
    form::sheet::{Sheet, Trouble, summary},
    paper::LATE,
    staff::{Colleague, staff_page},
    surveys::Published,
};

pub(super) static ENGLISH: LazyLock<Lang> = LazyLock::new(Lang::english);

/// Something that is wrong: the field, what it is called, and what to do.
#[derive(Clone, Copy)]
pub(super) struct Wrong(&'static str, &'static str, &'static str);

pub(super) const NO_QUESTION: Wrong = Wrong("questions", "Questions", "Choose one question at least.");
pub(super) const NO_PURPOSE: Wrong =
    Wrong("purpose", "What you need it for", "Say in a few words what you need the answers for.");
pub(super) const LONG_PURPOSE: Wrong = Wrong("purpose", "What you need it for", "Make it shorter: 500 signs at most.");
pub(super) const TOO_FEW: Wrong =
    Wrong("questions", "Questions", "Fewer than 10 people answered, so there can be no file with a line for each.");

impl Wrong {
    pub fn trouble(self) -> Trouble {
        Trouble { field: self.0.to_owned(), label: self.1.to_owned(), advice: self.2 }
    }
}

/// The form on its way to its page.
pub(super) struct Form<'a> {
    pub typed: &'a Typed,
    pub troubles: &'a [Trouble],
    /// What a file would say of itself, where that was asked.
    pub told: Option<&'a [(String, String)]>,
}

pub(super) fn fill(chosen: &Chosen) -> Typed {
    let field = |name: &'static str| move |value: &String| (name.to_owned(), value.clone());
    chosen.questions.iter().map(field("questions")).chain(chosen.ways.iter().map(field("ways"))).collect()
}

pub(super) fn page(me: &Colleague, closed: &Closed, form: &Form<'_>) -> Markup {
    let Form { typed, troubles, told } = form;
    let sheet = Sheet { typed, troubles, lang: &ENGLISH, deep: false };
    let own = me.path(&format!("waves/{}/records", closed.published.wave.id));
    let title = closed.published.survey.title.get(&ENGLISH);
    let page = staff_page(&ENGLISH, me, "Take answers away", "surveys").sheet("settings.css").sheet("builder.css");
    page.wrong(!troubles.is_empty()).within(title).show(html! {
        p { a class="back" href=(me.path(&format!("waves/{}/results", closed.published.wave.id))) { "Back to what people answered" } }
        (summary(troubles))
        h1 { "Take answers away, a line for each person" }
        p class="lead" { "For those who compute with answers in R, SPSS or a spreadsheet. For all else the figures are enough, and safer." }
        (what_it_is())
        @if let Some(told) = told { (would_hold(told)) }
        form method="post" action=(own) novalidate {
            @match &closed.made {
                Some((made, chosen)) => (as_made(closed, made.since, chosen)),
                None => (to_choose(closed, &sheet)),
            }
            (sheet.sentences("purpose", "What you need it for", "It stands in the record of changes with your name. Such as: comparing schools for the report to governors."))
            div class="actions" {
                @if closed.made.is_none() {
                    button class="quiet" { "See how much has to be withheld" }
                    button name=(TAKE) value="yes" { "Make the file and take it away" }
                } @else {
                    input type="hidden" name=(TAKE) value="yes";
                    button { "Take it away again" }
                }
            }
        }
    })
}

fn what_it_is() -> Markup {
    html! {
        ul {
            li { "No names, days, postcodes, or words that people wrote. The order of the lines tells nothing." }
            li { "Whoever is like fewer than 10 others, by the groups that you take along, has their groups withheld until they are like 10. So is every answer that fewer than 10 gave, with some others, so that the rare ones are not told by that." }
            li { "It does not protect from somebody who knows some of a person's answers, and looks for their line. So keep the file where few can open it, give it to nobody who does not need it, and delete it when your work is done." }
            li { "Publish nothing from it but what you rounded to 5, of 10 people at least: your figures here are made so." }
        }
    }
}

/// The choice, which is made once.
fn to_choose(closed: &Closed, sheet: &Sheet<'_>) -> Markup {
    let late = day_of(closed.published.wave.closes + LATE).strftime("%-d %B %Y").to_string();
    let questions: Vec<_> = coding::offered(&closed.published.survey)
        .map(|question| (question.key.to_string(), question.text.get(&ENGLISH).to_owned()))
        .collect();
    let ways: Vec<_> = closed.ways.iter().skip(1).map(|way| (way.address.clone(), way.title.clone())).collect();
    html! {
        p {
            strong { "You choose once. " }
            "There is one file for this wave: two that differ could be laid side by side, and tell who somebody is. Answers on paper that are typed in after you "
            "made it are not in it; they can come until " (late) "."
        }
        (sheet.ticks("questions", "Questions", "Take only what you need. As whom people answered is always told.", &questions))
        @if !ways.is_empty() {
            (sheet.ticks("ways", "Groups", "The more you take, the more has to be withheld: those that stand first here are told first. One or two are often best.", &ways))
        }
    }
}

/// What was chosen.
fn as_made(closed: &Closed, made: i64, chosen: &Chosen) -> Markup {
    let questions: Vec<_> = coding::offered(&closed.published.survey)
        .filter(|question| chosen.questions.contains(&*question.key))
        .map(|question| question.text.get(&ENGLISH))
        .collect();
    let ways = closed.ways.iter().filter(|way| chosen.ways.contains(&way.address)).map(|way| &*way.title);
    html! {
        p { "The file was made on " (day_of(made).strftime("%-d %B %Y").to_string()) ". It can be taken away again as it was." }
        h2 { "What is in it" }
        ul {
            @for title in std::iter::once("Who answered").chain(ways).chain(questions) { li { (title) } }
        }
    }
}

fn would_hold(told: &[(String, String)]) -> Markup {
    html! {
        div class="panel" role="status" {
            h2 { "What the file would hold" }
            dl { @for (what, words) in told { dt { (what) } dd { (words) } } }
        }
    }
}

/// What is special to a file: how many lines it has, and of how many of these each group is withheld.
pub(super) fn held(lines: usize, told: &[(String, &str)]) -> Vec<(String, String)> {
    let lines = format!("{lines}, one for each person who answered. Audiences of fewer than 10 people are left out.");
    let groups = told.iter().map(|(group, words)| (group.clone(), format!("Withheld of {words}.")));
    std::iter::once(("Lines".to_owned(), lines)).chain(groups).collect()
}

/// What somebody has to know who has nothing but the file.
pub(super) fn about(published: &Published, held: &[(String, String)]) -> Vec<(String, String)> {
    let day = |day: jiff::civil::Date| day.strftime("%-d %B %Y").to_string();
    let asked = format!("{} to {}", day(day_of(published.wave.opens)), day(published.wave.last_day()));
    let before =
        [("Survey", published.survey.title.get(&ENGLISH)), ("Asked by", &published.house.name), ("Asked from", &asked)];
    let own = |(what, words): (&str, &str)| (what.to_owned(), words.to_owned());
    before.map(own).into_iter().chain(held.iter().cloned()).chain(OF_EVERY_FILE.map(own)).collect()
}

const OF_EVERY_FILE: [(&str, &str); 6] = [
    ("Who they are", "Those who answered chose to. They are no sample by chance."),
    (
        "Left out",
        "Words that people wrote, days, postcodes, and all that was not chosen. The order of the lines tells nothing.",
    ),
    (
        "Withheld",
        "Within an audience, any combination of groups is that of at least 10 lines; any code in a column of answers stands in at least 10.",
    ),
    (
        "Not protected from",
        "Somebody who knows some of a person's answers could find their line. Keep the file where few can open it, and delete it when your work is done.",
    ),
    (
        "Before you publish",
        "Tell nothing about fewer than 10 people, round counts to 5, and make percentages from rounded counts.",
    ),
    (
        "The files",
        "records.csv: codes; codebook.csv says what they stand for. records.sps (SPSS, PSPP) and records.R read it with labels. records.jsonl: the same with keys. records.xlsx: the same in words, where it is not too large for a spreadsheet.",
    ),
];
