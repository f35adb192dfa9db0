//! A question's page, and the page that begins one.

use heard_core::{
    age::AgeBand,
    answer::Typed,
    picture::Picture,
    question::{Kind, Question},
    survey::Section,
};
use maud::{Markup, html};

use super::{actions, advised, back, faster, form_frame, from};
use crate::{
    builder::{
        advice::on_part,
        drafts::Draft,
        kinds::{self, KINDS},
        question_form::base,
        rows::{self, AUDIENCES, List, SPARE},
        rules,
    },
    form::sheet::{Sheet, Trouble, offers, summary},
    staff::Colleague,
};

/// A question on its way to its page.
pub(in crate::builder) struct Shown<'a> {
    pub draft: &'a Draft,
    pub section: &'a Section,
    pub question: &'a Question,
    pub typed: &'a Typed,
    pub troubles: &'a [Trouble],
    pub mark: &'a str,
    pub meanwhile: bool,
}

pub(in crate::builder) fn new(
    me: &Colleague,
    draft: &Draft,
    section: &str,
    typed: &Typed,
    troubles: &[Trouble],
) -> Markup {
    let lang = base(&draft.survey);
    let sheet = Sheet { typed, troubles, lang: &lang, deep: false };
    let kinds = KINDS.iter().map(|kind| {
        let when = if kind.when.is_empty() { String::new() } else { format!(". {}", kind.when) };
        (kind.code, format!("{}{when}", kind.name))
    });
    form_frame(me, "Add a question", troubles, false).show(html! {
        (back(&draft.path(me, ""), "Back to the survey"))
        (summary(troubles))
        h1 { "Add a question" }
        form method="post" action=(draft.path(me, &format!("sections/{section}/new"))) novalidate {
            (sheet.line("text", "What do you ask?", "One thing only, in words that everybody uses."))
            (sheet.one_of("kind", "Kind of answer", "You can change it later.", &offers(kinds)))
            div class="actions" { button { "Go on" } a class="change" href="/staff/gallery" { "See each kind" } }
        }
    })
}

pub(in crate::builder) fn page(me: &Colleague, shown: &Shown<'_>) -> Markup {
    let Shown { draft, section, question, typed, troubles, mark, meanwhile } = *shown;
    let (survey, key) = (&draft.survey, &question.key);
    let lang = base(survey);
    let sheet = Sheet { typed, troubles, lang: &lang, deep: true };
    let own = draft.path(me, &format!("questions/{key}"));
    let home = draft.path(me, "");
    form_frame(me, question.text.get(&lang), troubles, meanwhile).show(html! {
        (back(&format!("{home}#{key}"), "Back to the survey"))
        (summary(troubles))
        (faster(draft, meanwhile, &own))
        h1 { "Question" }
        p class="small soft" { (kinds::name(&question.kind)) ". In the data it is called " code { (key) } "." }
        (advised(survey, &on_part(survey, &format!("{}/{key}", section.key))))
        form method="post" action=(own) novalidate {
            (from(mark))
            // What Enter presses in a box for a line.
            button hidden { "Save" }
            (words(&sheet, question))
            (of_kind(&sheet, &question.kind))
            @for list in rows::lists(&question.kind) { (rows_of(&sheet, *list, &question.kind)) }
            (choices(&sheet, question, section))
            (rules::view(&sheet, survey, &section.key, question.condition.as_ref(), "question"))
            (actions("Save the question", &home))
            (other_kind(&sheet, question))
        }
    })
}

fn words(sheet: &Sheet<'_>, question: &Question) -> Markup {
    let text = if question.takes_answer() { "What do you ask?" } else { "Heading" };
    html! {
        h2 { "Words" }
        (sheet.sentences("text", text, "One thing only. {answer:name|your child} puts in what was answered to the question called “name”, or else “your child”."))
        (sheet.sentences("help", "Help with answering", "Under the question. Leave it empty where the question says enough."))
        @if question.takes_answer() {
            (sheet.sentences("reason", "Why you ask", "In words for the person who is asked. Sensitive questions need it."))
        }
    }
}

fn of_kind(sheet: &Sheet<'_>, kind: &Kind) -> Markup {
    html! {
        @match kind {
            Kind::Several(_) => (sheet.short("at_most", "How many may be ticked", "A number, or nothing for any.")),
            Kind::Ranking(_) => (sheet.short("places", "How many places there are to fill", "Three are easier than ten.")),
            Kind::Number(_) => {
                (sheet.short("min", "The smallest number", ""))
                (sheet.short("max", "The largest number", ""))
                (sheet.tick("whole", "Only whole numbers"))
            },
            Kind::Date(_) => {
                (sheet.one_of("precise_to", "How precise", "Ask for the year alone where that will do.",
                    &offers([("year", "The year"), ("month", "The month"), ("day", "The day")])))
                (sheet.short("earliest", "The earliest", "Such as 2019, 2019-03 or 2019-03-14; or nothing."))
                (sheet.short("latest", "The latest", ""))
            },
            Kind::ShortText(_) | Kind::LongText(_) => (sheet.short("max_length", "How many letters at most", "5,000 is the most that anybody can write.")),
            Kind::Consent(_) => (sheet.sentences("agree", "What is agreed to", "Beside the box, whole: “You may show my words, without my name”.")),
            _ => {},
        }
    }
}

fn rows_of(sheet: &Sheet<'_>, list: List, kind: &Kind) -> Markup {
    let filled =
        (0..rows::MOST).take_while(|row| sheet.typed.fields().any(|field| field == list.field(*row, "text"))).count();
    let name = if list == List::Statements { "Statement" } else { "Option" };
    html! {
        h2 { (name) "s" }
        p { "Empty the words of one to take it out. After saving there is room for more." }
        ol class="rows" {
            @for row in 0..filled.max(rows::of(kind, list).len()) + SPARE { li class="card" { (row_of(sheet, list, kind, row, name)) } }
        }
    }
}

fn row_of(sheet: &Sheet<'_>, list: List, kind: &Kind, row: usize, name: &str) -> Markup {
    let field = |part: &str| list.field(row, part);
    let (called, key) = (format!("{name} {}", row + 1), sheet.typed.first(&field("key")));
    let points = list == List::Options && matches!(kind, Kind::Single(_) | Kind::Scale(_) | Kind::Grid(_));
    html! {
        input type="hidden" name=(field("key")) value=(key);
        (sheet.small_line(&field("text"), &called))
        @if points { (sheet.small_short(&field("value"), &format!("Points of {}, as a number", called.to_lowercase()))) }
        @if list == List::Options && !matches!(kind, Kind::Ranking(_)) { (more_of(sheet, kind, row, &called)) }
        @if !key.is_empty() {
            div class="moves" {
                @for (way, words) in [("up", "Up"), ("down", "Down")] {
                    button class="quiet" name="do" value={ (way) " " (list.prefix()) " " (row) } { (words) span class="unseen" { ": " (called) } }
                }
            }
        }
    }
}

/// What only some options need.
fn more_of(sheet: &Sheet<'_>, kind: &Kind, row: usize, called: &str) -> Markup {
    let field = |part: &str| List::Options.field(row, part);
    let pictures = offers(Picture::ALL.iter().map(|one| (one.name(), one.name().replace('-', " "))));
    let set = ["exclusive", "other", "audience", "age"].iter().any(|part| !sheet.typed.first(&field(part)).is_empty());
    html! {
        details open[set] {
            summary { "More about " (called.to_lowercase()) }
            @if matches!(kind, Kind::Several(_)) { (sheet.tick(&field("exclusive"), "It cannot stand together with another, such as “None of these”")) }
            @if matches!(kind, Kind::Several(_) | Kind::Single(_)) { (sheet.tick(&field("other"), "Whoever chooses it says what, such as “Something else”")) }
            @if matches!(kind, Kind::Single(_)) {
                (sheet.small_pick(&field("audience"), "Choosing it says who answers", "It does not", &offers(AUDIENCES.map(|one| (one.code(), rules::audience_words(one))))))
                (sheet.small_pick(&field("age"), "Choosing it says how old they are", "It does not", &offers(AGES.map(|age| (age.code(), rules::age_words(age))))))
            }
            (sheet.small_pick(&field("picture"), "Picture beside it, in Easy Read and for children", "None", &pictures))
        }
    }
}

const AGES: [AgeBand; 4] = [AgeBand::Under9, AgeBand::NineTo12, AgeBand::ThirteenTo18, AgeBand::Adult];

fn choices(sheet: &Sheet<'_>, question: &Question, section: &Section) -> Markup {
    let pictures = offers(Picture::ALL.iter().map(|one| (one.name(), one.name().replace('-', " "))));
    html! {
        h2 { "How it is answered" }
        @if question.takes_answer() {
            @if !section.monitoring { (sheet.tick("required", "The survey cannot be sent without an answer")) }
            @if !matches!(question.kind, Kind::Consent(_)) {
                (sheet.tick("sensitive", "It is sensitive: offer “I’d rather not say”"))
            }
            (sheet.tick("understood", "Offer “I don’t understand this question”"))
        }
        details open[question.picture.is_some()] {
            summary { "A picture above the question" }
            div class="question" {
                (sheet.small_pick("picture", "Picture, in Easy Read and for children", "None", &pictures))
            }
            (sheet.line("picture_alt", "What the picture shows", "Read aloud instead of it."))
        }
    }
}

fn other_kind(sheet: &Sheet<'_>, question: &Question) -> Markup {
    let kinds = offers(KINDS.iter().map(|kind| (kind.code, kind.name)));
    html! {
        details {
            summary { "Make it another kind of question" }
            p { "Options stay where both kinds have them." }
            (sheet.small_pick("kind", "Kind of answer", kinds::name(&question.kind), &kinds))
            div class="actions" { button class="quiet" name="do" value="turn" { "Save, and change the kind" } }
        }
    }
}
