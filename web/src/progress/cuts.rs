//! By what answers are cut: whom people are, where they live, and the questions of equality monitoring. In each cut a
//! person is in one group at most; whoever did not say is in none.

use std::collections::BTreeMap;

use heard_core::{
    answer::Answers,
    audience::Audience,
    disclosure::Crossed,
    equality,
    question::{Kind, Question},
    survey::Survey,
    text::Lang,
};

use super::{
    counting::{AREA, AUDIENCE},
    sql,
};
use crate::{db::Tx, error::Error};

/// A way to cut the answers of a wave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct By {
    /// What counts have it under: the key of a question, or what no question is called.
    pub key: String,
    /// What it has in addresses.
    pub address: String,
    /// What people read.
    pub title: String,
    /// The code and the name of each group.
    pub groups: Vec<(String, String)>,
}

/// Every way to cut the answers to a survey, the most important first: so that where one table has to give way for
/// another, it is not the comparison that the service needs most. `areas` are names of districts by code.
pub(crate) fn ways_to_cut(survey: &Survey, areas: &BTreeMap<String, String>) -> Vec<By> {
    let by = |key: &str, address: &str, title: &str, groups: Vec<(String, String)>| By {
        key: key.to_owned(),
        address: address.to_owned(),
        title: title.to_owned(),
        groups,
    };
    let english = Lang::english();
    let mut ways = Vec::new();
    if survey.audiences.len() > 1 {
        // Those whose voices are missed most come first, and others are held against them.
        let mut audiences = survey.audiences.clone();
        audiences.sort_by_key(|audience| *audience != Audience::NonParticipatingParent);
        let groups = audiences.iter().map(|one| (one.code().to_owned(), short(*one).to_owned())).collect();
        ways.push(by(AUDIENCE, "audience", "Who answered", groups));
    }
    if survey.questions().any(|(_, question)| matches!(question.kind, Kind::Postcode)) {
        let groups = areas.iter().map(|(code, name)| (code.clone(), name.clone())).collect();
        ways.push(by(AREA, "area", "Where they live", groups));
    }
    ways.extend(monitored(survey).map(|question| {
        let groups = equality::groups(question).into_iter().map(|group| (group.code.to_owned(), group.name.to_owned()));
        by(&question.key, &question.key, question.text.get(&english), groups.collect())
    }));
    ways
}

/// An audience in as few words as the head of a column has room for.
fn short(audience: Audience) -> &'static str {
    match audience {
        Audience::ParticipatingParent => "Parents, taking part",
        Audience::NonParticipatingParent => "Parents, not taking part",
        Audience::YoungPerson => "Young people",
        Audience::CouncilMember => "Council members",
        Audience::Staff => "Staff",
        Audience::Partner => "Partners",
    }
}

/// The questions of equality monitoring of which a person chooses one answer.
fn monitored(survey: &Survey) -> impl Iterator<Item = &Question> {
    let asked = survey.questions().filter(|(section, _)| section.monitoring).map(|(_, question)| question);
    asked.filter(|question| !equality::is_several(question) && !equality::groups(question).is_empty())
}

/// The group that somebody is in, of each cut where they are in one.
pub(super) fn groups_of(survey: &Survey, row: &sql::Row, monitoring: &Answers) -> Vec<(String, String)> {
    let told = [(AUDIENCE, &row.audience), (AREA, &row.area)].into_iter();
    let told = told.filter_map(|(cut, group)| Some((cut.to_owned(), group.clone()?)));
    let of_question = |question: &Question| {
        let chosen = monitoring.get(&question.key)?.chosen(None);
        let groups = equality::groups(question);
        let group = groups.iter().find(|group| chosen.iter().any(|key| group.options.contains(&&**key)))?;
        Some((question.key.to_string(), group.code.to_owned()))
    };
    told.chain(monitored(survey).filter_map(of_question)).collect()
}

/// What was counted of a wave by groups: raw, for what passes disclosure.
pub(crate) async fn crossed(tx: &mut Tx, service: &str, wave: &str) -> Result<BTreeMap<String, Crossed>, Error> {
    let rows = sql::crossed(tx, service, wave).await?.into_iter();
    rows.map(|(what, json)| {
        let crossed = serde_json::from_str(&json).map_err(|e| Error::fault("stored counts", e))?;
        Ok((what, crossed))
    })
    .collect()
}
