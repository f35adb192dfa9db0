//! A line of a form becomes a question of the kind that is nearest.

use super::{
    super::{
        assembly::{Asked, When},
        constraint,
        meaning::{Known, number},
    },
    form::Line,
    options::{Codes, ask_for_words, other_of},
    pages::bare,
    reading::Reading,
};
use crate::{
    date::DatePart,
    question::{Consent, DateAsked, FreeText, Kind, Number, Question},
    text::{Key, Texts},
};

/// What other tools collect without asking, and we do not.
const COLLECTED: &[&str] = &[
    "start",
    "end",
    "today",
    "deviceid",
    "subscriberid",
    "simserial",
    "phonenumber",
    "username",
    "email",
    "audit",
    "start-geopoint",
    "background-audio",
    "background-geopoint",
];

/// What is answered with something else than words and options.
const OTHERWISE_ANSWERED: &[(&str, &str)] = &[
    ("geopoint", "a place on the map: Heard asks for a postcode instead, and keeps only the district"),
    ("geotrace", "a line on the map: Heard asks for nothing of that kind"),
    ("geoshape", "an area on the map: Heard asks for nothing of that kind"),
    ("image", "a photo: Heard takes none, since people can be known by it"),
    ("photo", "a photo: Heard takes none, since people can be known by it"),
    ("audio", "a recording: Heard takes none, since people can be known by it"),
    ("video", "a film: Heard takes none, since people can be known by it"),
    ("file", "a file: Heard takes none"),
    ("barcode", "a barcode: Heard reads none"),
    ("time", "a time of day: ask for it with a choice or a line of words"),
    ("calculate", "a calculation: a scoring plugin calculates after people have answered"),
    ("hidden", "a hidden value: Heard keeps nothing that is not shown to who answers"),
    ("xml-external", "a table from another file: Heard has none"),
    ("csv-external", "a table from another file: Heard has none"),
];

/// Bounds for a number where the form has none.
const USUAL_BOUNDS: (f64, f64) = (0.0, 1_000.0);

impl Reading<'_> {
    /// The question of a line that did not come from Heard, and the place of the next line. The next one may be the
    /// box for the words of "other", which is read with it.
    pub fn plain(&mut self, at: usize) -> (Option<Asked>, usize) {
        let form = self.form;
        let line = &form.lines[at];
        let (kind, rest) = line.kind();
        let Some((mut kind, codes)) = self.kind(line, &kind, &rest) else { return (None, at + 1) };
        if let Err(why) = constraint::read(line.cell("constraint"), &mut kind, &codes) {
            let message = format!("its constraint \"{}\" was left out: {why}", line.cell("constraint"));
            self.lose(&line.at, message);
        }
        let mut next = at + 1;
        if let Some(option) = form.lines.get(next).and_then(|words| other_of(line, words, &codes))
            && ask_for_words(&mut kind, &option)
        {
            let message = format!("its words became the box beside the option \"{option}\" of the question before it");
            self.lose(&form.lines[next].at, message);
            next += 1;
        }
        let key = self.question_key(line);
        let mut question = Question { text: line.label.clone(), ..bare(key, kind) };
        question.help = Some(line.hint.clone()).filter(|hint| !hint.is_empty());
        question.required = question.takes_answer() && self.is_required(line);
        if let Kind::Consent(consent) = &mut question.kind {
            consent.agree = line.label.clone();
        }
        let known = Known::of(&question, codes);
        let names = vec![(line.name().to_owned(), known)];
        let when = When::Rules(self.rules(line.cell("relevant")));
        (Some(Asked { at: line.at.clone(), question, when, names, is_ours: false }), next)
    }

    fn kind(&mut self, line: &Line, kind: &str, rest: &str) -> Option<(Kind, Codes)> {
        let free = |max_length| Kind::ShortText(FreeText { max_length });
        let plain = match kind {
            "select_one" | "select_multiple" | "rank" => return Some(self.choice(line, kind, rest)),
            "text" if line.looks("multiline") => Kind::LongText(FreeText { max_length: 2_000 }),
            "text" => free(200),
            "integer" | "decimal" => self.number(line, kind == "integer"),
            "range" => Kind::Number(range(line)),
            "date" | "datetime" => {
                if kind == "datetime" {
                    self.lose(&line.at, "the time of day is not asked, only the day");
                }
                Kind::Date(DateAsked { precise_to: precise_to(line), earliest: None, latest: None })
            }
            "note" => Kind::Information,
            "acknowledge" => {
                let codes = Key::try_from("yes").map(|yes| ("OK".to_owned(), yes)).into_iter().collect();
                return Some((Kind::Consent(Consent { agree: Texts::default() }), codes));
            }
            _ => {
                self.lose(&line.at, unasked(kind));
                return None;
            }
        };
        Some((plain, Codes::new()))
    }

    fn number(&mut self, line: &Line, whole: bool) -> Kind {
        let mut kind = Kind::Number(Number { min: f64::NEG_INFINITY, max: f64::INFINITY, whole });
        // What of it cannot be read is told where it is read again.
        _ = constraint::read(line.cell("constraint"), &mut kind, &[]);
        if let Kind::Number(bounds) = &mut kind {
            let (least, most) = USUAL_BOUNDS;
            if bounds.min.is_infinite() || bounds.max.is_infinite() {
                bounds.min = if bounds.min.is_infinite() { least.min(bounds.max - 1.0) } else { bounds.min };
                bounds.max = if bounds.max.is_infinite() { most.max(bounds.min + 1.0) } else { bounds.max };
                let message = format!(
                    "the form does not bound this number: {} to {} was put in; look whether it fits",
                    bounds.min, bounds.max
                );
                self.lose(&line.at, message);
            }
        }
        kind
    }

    pub fn is_required(&mut self, line: &Line) -> bool {
        match &*line.cell("required").to_lowercase() {
            "yes" | "true" | "true()" | "1" | "required" => true,
            "" | "no" | "false" | "false()" | "0" => false,
            rule => {
                let message = format!("it is never required: Heard does not require an answer only where \"{rule}\"");
                self.lose(&line.at, message);
                false
            }
        }
    }
}

fn range(line: &Line) -> Number {
    let given = |name: &str| {
        let mut given = line.cell("parameters").split([' ', ',', ';']).filter_map(|one| one.split_once('='));
        given.find(|(known, _)| *known == name).and_then(|(_, value)| number(value))
    };
    let (min, max, step) = (given("start").unwrap_or(1.0), given("end").unwrap_or(10.0), given("step").unwrap_or(1.0));
    Number { min: min.min(max), max: max.max(min), whole: step.fract() == 0.0 && min.fract() == 0.0 }
}

fn precise_to(line: &Line) -> DatePart {
    if line.looks("year") {
        DatePart::Year
    } else if line.looks("month-year") {
        DatePart::Month
    } else {
        DatePart::Day
    }
}

/// What became of a line whose type asks nothing that Heard can ask.
fn unasked(kind: &str) -> String {
    if COLLECTED.contains(&kind) {
        return format!(
            "\"{kind}\" is collected without asking: Heard does not keep it, on purpose, so that nobody can be told by it"
        );
    }
    match OTHERWISE_ANSWERED.iter().find(|(known, _)| *known == kind) {
        Some((_, why)) => format!("it was left out: {why}"),
        None if kind.starts_with("select_") => {
            "it was left out: its options stand in another file; write them in the sheet \"choices\"".to_owned()
        }
        None => format!("it was left out: Heard does not know the type \"{kind}\""),
    }
}
