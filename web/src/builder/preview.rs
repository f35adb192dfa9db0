//! How a draft looks to those who will answer it: whoever they are, in whatever language and words, on whatever screen.

use std::borrow::Cow;

use axum::extract::{Path, RawQuery, State};
use heard_core::{
    age::AgeBand,
    answer::{Answers, Typed},
    audience::Audience,
    condition::{Condition, Facts},
    piping,
    question::Question,
    route::Route,
    survey::{Section, Survey},
    text::Lang,
    wording::Reader,
};
use maud::Markup;

use super::{drafts::Draft, question_form::base, view};
use crate::{app::App, error::Error, form::sheet::YES, staff::Editor, typed};

/// Who looks, as far as it is said.
#[derive(Clone, Debug)]
pub(super) struct Looker {
    pub lang: Lang,
    pub audience: Option<Audience>,
    pub age: Option<AgeBand>,
    pub easy_read: bool,
    /// `phone`, `tablet`, or the whole width.
    pub width: &'static str,
}

/// The widths of a screen that one can look at.
pub(super) const WIDTHS: [(&str, &str); 3] = [("phone", "A phone"), ("tablet", "A tablet"), ("wide", "A large screen")];

impl Looker {
    fn read(typed: &Typed, survey: &Survey) -> Self {
        let lang = survey.languages.iter().find(|lang| ***lang == *typed.first("lang"));
        let width = WIDTHS.iter().find(|(code, _)| *code == typed.first("width"));
        Self {
            lang: lang.cloned().unwrap_or_else(|| base(survey)),
            audience: survey.audiences.iter().copied().find(|one| one.code() == typed.first("audience")),
            age: AgeBand::from_code(typed.first("age")),
            easy_read: typed.first("easy_read") == YES,
            width: width.map_or("phone", |(code, _)| code),
        }
    }

    pub fn reader(&self) -> Reader {
        Reader { easy_read: self.easy_read, age_band: self.age }
    }
}

/// A section that the looker may come to, with its questions as they read them.
pub(super) struct Seen {
    pub section: Section,
    pub questions: Vec<Question>,
}

pub(super) async fn show(
    State(app): State<App>,
    Editor(me): Editor,
    Path((_, survey)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Markup, Error> {
    let draft = Draft::open(&mut app.db.read().await?, &me.service, &survey).await?;
    let typed = typed::parse(query.unwrap_or_default().as_bytes())?;
    let looker = Looker::read(&typed, &draft.survey);
    let whole = draft.survey.clone().with_standard_items().0;
    Ok(view::preview::page(&me, &draft, &whole, &looker, &seen(&whole, &looker)))
}

/// What may be asked of the looker: what no answer of theirs can bring about is left out.
fn seen(survey: &Survey, looker: &Looker) -> Vec<Seen> {
    let nothing = Answers::default();
    let route = Route::new(survey, &nothing, &looker.lang);
    let mut facts = Facts::new(&survey.audiences, &looker.lang);
    let mut seen = Vec::new();
    for section in &survey.sections {
        // Told outright, it is not open any more what the answers would tell.
        facts.audience = looker.audience.or(facts.audience);
        facts.age_band = looker.age.or(facts.age_band);
        if may_hold(section.condition.as_ref(), &facts) {
            let asked = section.questions.iter().filter(|question| may_hold(question.condition.as_ref(), &facts));
            let worded = |question: &Question| {
                piping::fill(Cow::Owned(question.worded(looker.reader()).into_owned()), survey, &route, &|_, _| None)
                    .into_owned()
            };
            let questions: Vec<_> = asked.map(worded).collect();
            seen.push(Seen { section: section.clone(), questions });
        }
        for question in &section.questions {
            facts.expect(question);
        }
        facts.settle(looker.audience.is_some(), looker.age.is_some());
    }
    seen
}

fn may_hold(condition: Option<&Condition>, facts: &Facts<'_>) -> bool {
    condition.is_none_or(|condition| condition.outlook(facts) != Some(false))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looked(survey: &Survey, audience: Option<Audience>) -> Vec<String> {
        let looker = Looker { lang: Lang::english(), audience, age: None, easy_read: false, width: "phone" };
        let seen = seen(survey, &looker);
        seen.iter().flat_map(|seen| &seen.questions).map(|question| question.key.to_string()).collect()
    }

    #[test]
    fn each_audience_sees_what_may_be_asked_of_it() {
        let json = include_str!("../demo/survey.json");
        let survey = Survey::from_json(json).unwrap();
        let everything = looked(&survey, None);
        assert_eq!(everything.len(), survey.questions().count());
        for (audience, sees) in
            [(Audience::ParticipatingParent, "like_to_try"), (Audience::NonParticipatingParent, "like_more")]
        {
            let seen = looked(&survey, Some(audience));
            let only: Vec<_> = everything.iter().filter(|key| !seen.contains(key)).map(String::as_str).collect();
            assert_eq!(only.join(" "), sees, "{audience:?}");
        }
    }
}
