//! The standard items of equality monitoring, versioned: a change of standard adds a new item and never rewrites an
//! old one, so that old answers keep their meaning.
//!
//! Codes follow the 2021 Census of England (ethnic group: 5 groups, 19 options; disability in two steps; religion)
//! and the Department for Education's school census (special educational needs, free school meals). The wordings are
//! ours, for parents. An item whose name ends in a year copies the standard of that year. Two are for people of 16 and
//! over only (what a disability changes from day to day, and gender identity): a condition shows them to nobody else.

use std::{collections::BTreeMap, sync::LazyLock};

use crate::{
    question::{Column, Holds, Question},
    text::Lang,
};

static ENGLISH: LazyLock<Lang> = LazyLock::new(Lang::english);

static ITEMS: LazyLock<BTreeMap<String, Question>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("equality.json")).expect("the bundled items are read by a test in every build")
});

/// The standard item with this name.
pub fn item(name: &str) -> Option<Question> {
    ITEMS.get(name).cloned()
}

/// Every standard item by its name.
pub fn items() -> impl Iterator<Item = (&'static str, &'static Question)> {
    ITEMS.iter().map(|(name, item)| (&**name, item))
}

/// The names of all items, for telling an author what there is.
pub fn names() -> String {
    ITEMS.keys().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// The five groups of ethnic groups that the Census tells of.
const ETHNIC_GROUPS: [(&str, &str); 5] = [
    ("white", "White"),
    ("mixed", "Mixed or multiple ethnic groups"),
    ("asian", "Asian or Asian British"),
    ("black", "Black, Black British, Caribbean or African"),
    ("other", "Other ethnic group"),
];

/// A group that answers to a question are told in: its code, its name in English, and the options that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<'a> {
    /// What stands for it in files: an option's code, where it is one option.
    pub code: &'a str,
    /// What people read.
    pub name: &'a str,
    /// The options in it.
    pub options: Vec<&'a str>,
}

/// The groups that answers to a question with options are told in: each option is one, but ethnic groups are five, because
/// most of the 19 would be too small to be shown. None for a question without options, or with parts.
pub fn groups(question: &Question) -> Vec<Group<'_>> {
    let columns = question.columns();
    let [Column { part: None, holds }] = &columns[..] else { return Vec::new() };
    let options: Vec<&str> = match holds {
        Holds::One(options) => options.iter().map(|(key, _)| *key).collect(),
        Holds::Several(options) => options.clone(),
        Holds::Number { .. } | Holds::Words => return Vec::new(),
    };
    if question.standard.as_deref() == Some("ethnic_group_2021") {
        let within = |code: &str| options.iter().copied().filter(|key| key.split('_').next() == Some(code)).collect();
        return ETHNIC_GROUPS.iter().map(|(code, name)| Group { code, name, options: within(code) }).collect();
    }
    let name = |key| match question.option_text(key) {
        Some(text) => text.get(&ENGLISH),
        None if key == "yes" => "Yes",
        None => "No",
    };
    options.into_iter().map(|key| Group { code: key, name: name(key), options: vec![key] }).collect()
}

/// Whether people can choose several of a question's options.
pub fn is_several(question: &Question) -> bool {
    matches!(&question.columns()[..], [Column { holds: Holds::Several(_), .. }])
}

/// Whether a question is a standard item as it is, and so not its author's to translate.
pub(crate) fn is_copy(question: &Question) -> bool {
    let item = question.standard.as_ref().and_then(|name| ITEMS.get(name));
    item.is_some_and(|item| item.texts() == question.texts())
}

/// Whether a question is a standard item with the rule that it has for people of 16 and over: it is shown to those who
/// are known to be, by whom the survey asks or by the age that they told.
pub(crate) fn is_for_adults(question: &Question) -> bool {
    let item = question.standard.as_ref().and_then(|name| ITEMS.get(name));
    item.is_some_and(|item| item.condition.is_some() && item.condition == question.condition)
}

/// What the author has to do, in words, where an item is not there in all of a survey's languages.
pub(crate) fn missing_languages(item: &Question, languages: &[Lang]) -> Option<String> {
    let texts = item.texts();
    let missing = languages.iter().filter(|lang| texts.iter().any(|(_, texts)| !texts.has(lang)));
    let missing: Vec<_> = missing.map(|lang| format!("\"{lang}\"")).collect();
    let name = item.standard.as_deref().unwrap_or_default();
    (!missing.is_empty()).then(|| {
        format!(
            "the standard item \"{name}\" is not there in {}; take the language out, or write the question yourself",
            missing.join(" and ")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{age::AgeBand, audience::Audience, condition::Facts, question::Kind};

    #[test]
    fn every_item_is_there_in_every_language_that_one_is() {
        let languages = ["en", "pl", "ur"].map(|tag| Lang::try_from(tag.to_owned()).unwrap());
        for item in ITEMS.values() {
            assert_eq!(missing_languages(item, &languages), None);
            assert!(item.texts().iter().all(|(_, texts)| texts.hidden_sign().is_none()));
        }
    }

    #[test]
    fn every_item_says_why_it_asks_and_lets_people_not_say() {
        for (name, item) in ITEMS.iter() {
            assert_eq!(item.standard.as_ref(), Some(name));
            assert!(item.sensitive && !item.required, "{name}");
            assert!(item.reason.as_ref().is_some_and(|reason| reason.has(&Lang::english())), "{name}");
            assert_eq!(item.faults(), Vec::<String>::new(), "{name}");
        }
    }

    #[test]
    fn what_is_for_people_of_16_and_over_is_asked_of_nobody_else() {
        let gated: Vec<_> = ITEMS.iter().filter(|(_, item)| is_for_adults(item)).map(|(name, _)| &**name).collect();
        assert_eq!(gated, ["disability_effect_2021", "gender_identity_2021"]);
        for (audience, band, shown) in [
            (Some(Audience::YoungPerson), None, false),
            (Some(Audience::CouncilMember), Some(AgeBand::ThirteenTo18), false),
            (Some(Audience::YoungPerson), Some(AgeBand::Adult), true),
            (Some(Audience::NonParticipatingParent), None, true),
            (Some(Audience::Staff), None, true),
            (None, None, false),
        ] {
            let english = Lang::english();
            let everybody = [Audience::YoungPerson, Audience::Staff];
            let facts = Facts { audience, age_band: band, ..Facts::new(&everybody, &english) };
            for name in &gated {
                let rule = item(name).unwrap().condition.unwrap();
                assert_eq!(rule.holds(&facts), shown, "{name} {audience:?} {band:?}");
            }
        }
    }

    #[test]
    fn ethnic_groups_are_told_in_five_and_all_else_by_option() {
        let ethnic = item("ethnic_group_2021").unwrap();
        let five = groups(&ethnic);
        assert_eq!(five.iter().map(|group| group.options.len()).collect::<Vec<_>>(), [5, 4, 5, 3, 2]);
        let send = item("send").unwrap();
        assert_eq!(
            groups(&send).iter().map(|group| group.code).collect::<Vec<_>>(),
            ["ehc_plan", "sen_support", "none"]
        );
        assert!(is_several(&send) && !is_several(&ethnic));
        assert!(groups(&item("postcode").unwrap()).is_empty());
    }

    #[test]
    fn ethnic_group_has_the_19_options_of_the_census() {
        let groups = item("ethnic_group_2021").unwrap();
        assert_eq!(groups.option_keys().len(), 19);
        assert!(matches!(groups.kind, Kind::Single(_)));
    }
}
