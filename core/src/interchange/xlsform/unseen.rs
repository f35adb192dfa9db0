//! What other tools do not do with a survey. The file keeps all of it for Heard.

use crate::{
    question::{Kind, Question},
    survey::Survey,
};

/// What of a survey, around its questions, nobody sees in another tool.
pub(super) fn around(survey: &Survey) -> Vec<&'static str> {
    let sections = &survey.sections;
    let all = [
        (survey.draw.is_some(), "the prize draw is Heard's alone: other tools hold none. The file keeps it"),
        (
            survey.offer_not_understood,
            "\"I don't understand this question\" is offered by Heard alone: other tools let people pass on only",
        ),
        (
            sections.iter().any(|section| section.monitoring),
            "other tools keep equality monitoring beside the other answers of a person, where Heard keeps it apart",
        ),
        (
            !survey.wordings.is_empty() || sections.iter().any(|section| !section.wordings.is_empty()),
            "words around the questions for some readers, such as Easy Read, are shown by Heard alone. The file keeps them",
        ),
        (!survey.audiences.is_empty(), "whom it asks, and how long it takes, is noted in the file for Heard alone"),
    ];
    all.into_iter().filter(|(is_so, _)| *is_so).map(|(_, message)| message).collect()
}

/// What of a question nobody sees in another tool.
pub(super) fn of_question(survey: &Survey, question: &Question) -> Vec<&'static str> {
    let monitored = survey.sections.iter().any(|section| section.monitoring && section.questions.contains(question));
    let tells = |question: &Question| {
        let mut options = question.option_keys().into_iter();
        options.any(|option| question.audience_of(option).is_some() || question.age_band_of(option).is_some())
    };
    let drawn = question.picture.is_some() || has_pictures(question);
    let ranked = matches!(&question.kind, Kind::Ranking(ranking) if ranking.places.is_some());
    let all = [
        (question.reason.is_some(), "why it is asked is shown by Heard alone. The file keeps it"),
        (
            question.sensitive || monitored,
            "\"I'd rather not say\" is offered by Heard alone; let nobody be forced to answer",
        ),
        (!question.wordings.is_empty(), "other words for some readers are shown by Heard alone. The file keeps them"),
        (drawn, "pictures are drawn by Heard alone. The file keeps their names"),
        (
            tells(question),
            "that an answer tells whom is asked, or how old they are, is known to Heard alone. The file keeps it",
        ),
        (ranked, "other tools have all options put in order, not only the best few. The file keeps how many"),
        (
            matches!(question.kind, Kind::Postcode),
            "other tools keep the whole postcode, which can tell who answered: Heard keeps a district only. Take the \
             question out, unless you need it there",
        ),
    ];
    all.into_iter().filter(|(is_so, _)| *is_so).map(|(_, message)| message).collect()
}

fn has_pictures(question: &Question) -> bool {
    match &question.kind {
        Kind::Single(kind) | Kind::Scale(kind) => kind.options.iter().any(|option| option.picture.is_some()),
        Kind::Grid(kind) => kind.options.iter().any(|option| option.picture.is_some()),
        Kind::Several(kind) => kind.options.iter().any(|option| option.picture.is_some()),
        _ => false,
    }
}
