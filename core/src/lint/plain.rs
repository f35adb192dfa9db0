//! Plain words: whether those who are asked can read it with ease.

use super::{Draft, Found, phrases, reading, texts};
use texts::{Part, Text};

/// More words than this in a sentence, and readers begin anew.
const SENTENCE: usize = 15;

/// Words of music education and of surveys that readers outside do not know, and what to say.
const JARGON: &[(&str, &str)] = &[
    ("pedagogy", "how we teach"),
    ("pedagogical", "of how we teach"),
    ("progression route", "next step"),
    ("progression routes", "next steps"),
    ("progression pathway", "next step"),
    ("progression pathways", "next steps"),
    ("musical progression", "getting better at music"),
    ("provision", "lessons and groups"),
    ("music provision", "music on offer"),
    ("stakeholder", "everyone who has a part in it"),
    ("stakeholders", "everyone who has a part in it"),
    ("peripatetic", "who comes to the school"),
    ("peri", "visiting teacher"),
    ("tuition", "lessons"),
    ("cpd", "training"),
    ("whole class ensemble teaching", "learning to play as a class"),
    ("wcet", "learning to play as a class"),
    ("first access", "learning to play as a class"),
    ("remission", "help to pay"),
    ("fee remission", "help to pay"),
    ("pupil premium", "free school meals"),
    ("lead organisation", "music service"),
    ("repertoire", "pieces"),
    ("genre", "kind of music"),
    ("genres", "kinds of music"),
    ("signposting", "showing where to go"),
    ("co production", "planning together"),
    ("co create", "make together"),
    ("coproduction", "planning together"),
    ("engagement", "taking part"),
    ("disengaged", "not taking part"),
    ("intersectional", "in more than one way"),
    ("protected characteristic", "part of who you are"),
    ("protected characteristics", "parts of who you are"),
    ("under represented", "whom we hear too little from"),
    ("underrepresented", "whom we hear too little from"),
    ("hard to reach", "whom we have not reached"),
    ("demographic", "about you"),
    ("demographics", "about you"),
    ("respondent", "you"),
    ("respondents", "people who answer"),
    ("questionnaire", "survey"),
    ("likert", "scale"),
    ("outcomes", "what it leads to"),
    ("key stage", "school years"),
    ("extracurricular", "after school"),
    ("extra curricular", "after school"),
    ("holistic", "as a whole person"),
    ("facilitate", "help"),
    ("utilise", "use"),
    ("participation", "taking part"),
    ("neurodivergent", "autistic, or with ADHD or dyslexia"),
    ("socioeconomic", "to do with money and work"),
    ("socio economic", "to do with money and work"),
];

/// Letters that stand for words, and those words. Where a text explains them, nothing is said.
const INITIALS: &[(&str, &str)] = &[
    ("SEND", "special educational needs or a disability"),
    ("SEN", "special educational needs"),
    ("EAL", "English as another language"),
    ("EHCP", "education, health and care plan"),
    ("EDI", "fairness for everyone"),
    ("FSM", "free school meals"),
    ("KS1", "Years 1 and 2"),
    ("KS2", "Years 3 to 6"),
    ("KS3", "Years 7 to 9"),
    ("KS4", "Years 10 and 11"),
    ("DfE", "the government"),
    ("ACE", "the Arts Council"),
    ("SEMH", "feelings and mental health"),
    ("LAC", "children in care"),
    ("YMC", "youth music council"),
];

/// Passages whose reading grade is above what their readers should meet.
pub(super) fn hard_to_read(draft: &Draft<'_>) -> Vec<Found> {
    let around = draft.texts.iter().filter(|text| text.part == Part::Around);
    let around = around.filter_map(|text| Some((text.at.clone(), text.english.clone(), text.bar?)));
    let mut read = Vec::new();
    let mut found = Vec::new();
    for (at, text, bar) in around.chain(texts::passages(draft.survey)) {
        let Some(grade) = reading::grade(&text).map(f64::round).filter(|grade| *grade > f64::from(bar)) else {
            continue;
        };
        if read.contains(&(text.clone(), bar)) {
            continue; // some readers' words, which do not differ from all others'
        }
        read.push((text, bar));
        let message = format!(
            "this reads at grade {grade}, about the age of {}; those who are asked should meet {bar} at most",
            grade + 5.0
        );
        found.push(Found::new(at, message, "use shorter words and sentences, with one idea in each"));
    }
    found
}

/// Sentences that are too long to be read at once.
pub(super) fn long_sentences(draft: &Draft<'_>) -> Vec<Found> {
    let spoken = draft.texts.iter().filter(|text| !matches!(text.part, Part::Picture | Part::Label));
    let found = spoken.flat_map(|text| {
        let long = reading::sentences(&text.english).into_iter().filter_map(|sentence| {
            let count = reading::words(&sentence).len();
            (count > SENTENCE).then(|| {
                let begins = reading::words(&sentence).into_iter().take(5).collect::<Vec<_>>().join(" ");
                let message = format!(
                    "the sentence \"{begins}…\" has {count} words, and readers lose the thread after {SENTENCE}"
                );
                Found::new(&text.at, message, "make two sentences of it")
            })
        });
        long.collect::<Vec<_>>()
    });
    found.collect()
}

/// Texts that people skip because of their length.
pub(super) fn long_texts(draft: &Draft<'_>) -> Vec<Found> {
    let found = draft.texts.iter().filter_map(|text| {
        let most = match text.part {
            Part::Asked => 30,
            Part::Beside => 40,
            Part::Label => 15,
            Part::Around => 120,
            Part::Picture => return None,
        };
        let count = reading::words(&text.english).len();
        let message = format!("this has {count} words; most people read about {most} here and skip the rest");
        (count > most).then(|| Found::new(&text.at, message, "keep what is needed to answer, and leave the rest out"))
    });
    found.collect()
}

/// Words that only insiders know.
pub(super) fn jargon(draft: &Draft<'_>) -> Vec<Found> {
    let for_all = draft.texts.iter().filter(|text| text.bar.is_some());
    for_all.flat_map(|text| insiders_words(text)).collect()
}

fn insiders_words(text: &Text<'_>) -> Vec<Found> {
    let words = phrases::plain(&text.english);
    // Of phrases within phrases, the longest is told.
    let within = |phrase: &str| {
        let longer = JARGON.iter().filter(|(other, _)| other.len() > phrase.len() && other.contains(phrase));
        longer.into_iter().any(|(other, _)| phrases::has(&words, other))
    };
    let told = JARGON.iter().filter(|(phrase, _)| phrases::has(&words, phrase) && !within(phrase));
    let written = reading::words(&text.english);
    let initials =
        INITIALS.iter().filter(|(letters, _)| written.contains(letters) && !explains(&text.english, letters));
    let found = told.chain(initials).map(|(word, plain)| {
        let message = format!("\"{word}\" is a word of insiders: others may guess, or feel that this is not for them");
        Found::new(&text.at, message, format!("say \"{plain}\", or explain it"))
    });
    found.collect()
}

/// Whether a text says what letters stand for: in brackets before or after, or in a sentence.
fn explains(text: &str, letters: &str) -> bool {
    let says = ["{} (", "({})", "{} means", "{} is ", "{} stands for"];
    says.iter().any(|way| text.contains(&way.replace("{}", letters)))
}
