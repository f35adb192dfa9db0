//! Several things in one sentence.

use heard_core::audience::Audience;

use super::{Words, joined};

impl Words {
    /// These people, as they would say who they are.
    pub fn people(&self, audiences: &[Audience]) -> String {
        use Audience::{CouncilMember, NonParticipatingParent, ParticipatingParent, Partner, Staff, YoungPerson};
        let has = |audience| audiences.contains(&audience);
        let parents = match (has(ParticipatingParent), has(NonParticipatingParent)) {
            (true, true) => Some(&self.all_parents),
            (true, false) => Some(&self.parents_with_us),
            (false, true) => Some(&self.parents_not_with_us),
            (false, false) => None,
        };
        let others = [
            (YoungPerson, &self.young_people),
            (CouncilMember, &self.council_members),
            (Staff, &self.staff),
            (Partner, &self.partners),
        ];
        let others = others.into_iter().filter(|(audience, _)| has(*audience)).map(|(_, people)| people);
        let all: Vec<_> = others.chain(parents).map(String::as_str).collect();
        if all.is_empty() { self.everybody.clone() } else { all.join(&self.people_join) }
    }

    /// One of these: "a", "b" or "c".
    pub fn one_of(&self, things: &[String]) -> String {
        match things {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => format!("{}{}{last}", first.join(&self.list_comma), self.list_or),
        }
    }

    /// Somebody else's words within a sentence of ours, to be put into another.
    pub fn in_quotes(&self, text: &str) -> String {
        joined(&self.quoted(text))
    }
}

#[cfg(test)]
mod tests {
    use heard_core::text::Lang;

    use super::*;
    use crate::words::words;

    #[test]
    fn people_find_themselves() {
        let english = words(&Lang::english());
        let both = [Audience::NonParticipatingParent, Audience::ParticipatingParent];
        assert_eq!(english.people(&both), "parents and carers, whether or not your child makes music with us");
        let mixed = [Audience::ParticipatingParent, Audience::YoungPerson];
        assert_eq!(english.people(&mixed), "young people; parents and carers of children who make music with us");
        assert_eq!(english.people(&[]), "everybody");
    }

    #[test]
    fn one_of_several_things() {
        let english = words(&Lang::english());
        for (things, said) in [(&["a"][..], "a"), (&["a", "b"], "a or b"), (&["a", "b", "c"], "a, b or c"), (&[], "")] {
            assert_eq!(english.one_of(&things.iter().map(ToString::to_string).collect::<Vec<_>>()), said);
        }
    }
}
