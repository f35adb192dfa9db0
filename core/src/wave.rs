//! What a service declares of a wave before anybody is asked: what the answers are for, by what right and for how long
//! they are kept, and how much the people whom it asks have a say.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{participation::Participation, survey::Survey, text::Texts};

/// How long answers may be kept after a wave has closed, at most, in months.
pub const LONGEST: u32 = 120;

/// What is declared of a wave. Respondents read all but the last part before they begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    /// What the answers are for, in every language of the survey.
    pub purpose: Texts,
    /// By what right they are used.
    pub basis: LawfulBasis,
    /// By what further right equality monitoring is: needed where the survey has any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monitoring_basis: Option<MonitoringBasis>,
    /// How many months after the close answers are deleted.
    pub keep_months: u32,
    /// The same for equality monitoring: never later than the other answers.
    pub keep_monitoring_months: u32,
    /// Whom respondents can ask: an address, a telephone number.
    pub contact: String,
    /// Whether only people who were invited can answer, each of them once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub invited_only: bool,
    /// How the people asked take part in what comes of it.
    pub participation: Participation,
}

/// The lawful basis of using personal data: article 6(1) of the UK GDPR, as far as it fits a survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LawfulBasis {
    /// (a): people agree by answering.
    Consent,
    /// (e): it belongs to the public task of the service.
    PublicTask,
    /// (f): a fair interest, weighed against those of the people asked.
    LegitimateInterests,
}

/// The condition for special categories of data, such as ethnic group, religion and disability: article 9(2) of the UK GDPR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MonitoringBasis {
    /// (a): people agree explicitly.
    ExplicitConsent,
    /// (g), with paragraph 8 of schedule 1 to the Data Protection Act 2018: keeping equality of opportunity under review.
    EqualityOfOpportunity,
}

/// Something that a declaration lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Want {
    /// The part of it, such as `purpose/pl`.
    pub at: String,
    /// What to do.
    pub advice: &'static str,
}

impl LawfulBasis {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::PublicTask, Self::LegitimateInterests, Self::Consent];

    /// The stable code that is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::PublicTask => "public_task",
            Self::LegitimateInterests => "legitimate_interests",
        }
    }
}

impl MonitoringBasis {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::EqualityOfOpportunity, Self::ExplicitConsent];

    /// The stable code that is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::ExplicitConsent => "explicit_consent",
            Self::EqualityOfOpportunity => "equality_of_opportunity",
        }
    }
}

impl Declaration {
    /// Reads its JSON form. The message of an error says where it cannot be read.
    pub fn from_json(json: &str) -> Result<Self, String> {
        serde_json::from_str(json).map_err(|e| e.to_string())
    }

    /// The JSON Schema of [`Declaration::from_json`]'s input.
    pub fn json_schema() -> Value {
        schemars::schema_for!(Declaration).to_value()
    }

    /// What it lacks before a wave of this survey can have it.
    pub fn wants(&self, survey: &Survey) -> Vec<Want> {
        let mut wants = Vec::new();
        let mut want = |lacks: bool, at: &str, advice| {
            wants.extend(lacks.then(|| Want { at: at.to_owned(), advice }));
        };
        for lang in &survey.languages {
            let at = format!("purpose/{lang}");
            want(
                self.purpose.own(lang).is_empty(),
                &at,
                "Say what the answers are for. People read it before they begin.",
            );
        }
        let monitored = asks_monitoring(survey);
        want(
            monitored && self.monitoring_basis.is_none(),
            "monitoring_basis",
            "Choose by what right you ask the equality questions.",
        );
        let months = |months: u32| !(1..=LONGEST).contains(&months);
        want(months(self.keep_months), "keep_months", "Write a number of months, from 1 to 120.");
        let (unread, longer) = (months(self.keep_monitoring_months), self.keep_monitoring_months > self.keep_months);
        want(monitored && unread, "keep_monitoring_months", "Write a number of months, from 1 to 120.");
        want(monitored && longer, "keep_monitoring_months", "Keep them no longer than the other answers.");
        want(empty(&self.contact), "contact", "Say whom people can ask: an address or a telephone number.");
        let Participation { space, voice, audience, .. } = &self.participation;
        want(empty(space), "space", "Say where and how people can speak safely.");
        want(empty(voice), "voice", "Say what helps people to say what they think.");
        want(empty(audience), "audience", "Say who listens, and has the power to act.");
        wants
    }

    /// Whether it says what was done, as it has to before the wave is archived.
    pub fn says_influence(&self) -> bool {
        !empty(&self.participation.influence)
    }
}

/// Whether some section of the survey is equality monitoring.
pub fn asks_monitoring(survey: &Survey) -> bool {
    survey.sections.iter().any(|section| section.monitoring)
}

fn empty(text: &str) -> bool {
    text.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn survey() -> Survey {
        Survey::from_json(include_str!("../../web/src/demo/survey.json")).unwrap()
    }

    fn whole() -> Value {
        json!({
            "purpose": {"en": "To find out what keeps children from music.", "pl": "Po co.", "ur": "کیوں"},
            "basis": "public_task",
            "monitoring_basis": "equality_of_opportunity",
            "keep_months": 24,
            "keep_monitoring_months": 12,
            "contact": "hello@riverside.example",
            "participation": {"space": "At home.", "voice": "Easy Read.", "audience": "The board.", "rung": "consulted_and_informed"},
        })
    }

    fn wants(at: &str, value: Value) -> Vec<String> {
        wanted(&survey(), at, value)
    }

    fn wanted(survey: &Survey, at: &str, value: Value) -> Vec<String> {
        let mut written = whole();
        *written.pointer_mut(at).unwrap() = value;
        let declaration = Declaration::from_json(&written.to_string()).unwrap();
        declaration.wants(survey).into_iter().map(|want| want.at).collect()
    }

    #[test]
    fn nothing_is_wanted_about_monitoring_where_there_is_none() {
        let mut survey = survey();
        survey.sections.retain(|section| !section.monitoring);
        assert_eq!(wanted(&survey, "/monitoring_basis", Value::Null), [""; 0]);
        assert_eq!(wanted(&survey, "/keep_months", json!(3)), [""; 0]);
        assert_eq!(wanted(&survey, "/keep_months", json!(0)), ["keep_months"]);
    }

    #[test]
    fn what_it_lacks_is_named_at_its_place() {
        assert_eq!(wants("/basis", json!("consent")), [""; 0]);
        assert_eq!(wants("/purpose", json!({"en": "Why", "ur": "کیوں"})), ["purpose/pl"]);
        assert_eq!(wants("/monitoring_basis", Value::Null), ["monitoring_basis"]);
        assert_eq!(wants("/keep_months", json!(0)), ["keep_months", "keep_monitoring_months"]);
        assert_eq!(wants("/keep_months", json!(121)), ["keep_months"]);
        assert_eq!(wants("/keep_monitoring_months", json!(25)), ["keep_monitoring_months"]);
        assert_eq!(wants("/contact", json!(" ")), ["contact"]);
        for part in ["space", "voice", "audience"] {
            assert_eq!(wants(&format!("/participation/{part}"), json!("\n")), [part]);
        }
    }

    #[test]
    fn unknown_fields_and_rungs_are_refused() {
        for (at, value) in [("/basis", json!("because")), ("/participation/rung", json!("top"))] {
            let mut written = whole();
            *written.pointer_mut(at).unwrap() = value;
            assert!(Declaration::from_json(&written.to_string()).is_err(), "{at}");
        }
        let mut more = whole();
        more["effect"] = json!("no part of it");
        assert!(Declaration::from_json(&more.to_string()).is_err());
    }

    #[test]
    fn influence_is_said_or_not() {
        let mut declaration = Declaration::from_json(&whole().to_string()).unwrap();
        assert!(!declaration.says_influence());
        declaration.participation.influence = "A bus at six.".to_owned();
        assert!(declaration.says_influence());
    }
}
