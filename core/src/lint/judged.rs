//! Telling two things that are judged from a pair that is one: "fun and easy" from "rhythm and blues".

use super::phrases;

/// Words that judge: two of them joined are two judgements.
const JUDGING: &str = "accessible affordable available bad bored boring calm caring challenging cheap clean clear close \
    comfortable confident convenient creative difficult easy encouraging engaging enjoyable enjoyed exciting expensive fair \
    friendly fun good happy hard heard helpful helped inclusive included interesting kind late listened nearby patient \
    proud quick relaxed relevant reliable respected respectful safe satisfied short supported supportive trained trusted \
    understood useful valued varied welcome welcoming";

/// Things of a music service that people may think differently of.
const THINGS: &str = "concerts cost costs courses events fees groups instruments lessons price prices rooms staff teachers \
    teaching times travel tutors venues workshops website";

/// What one does or feels, each a question of its own.
const DOING: &str =
    "act afford attend enjoy feel know learn like listen love recommend respect support trust understand use value";

/// What begins a clause of its own after "and".
const CLAUSES: &[&str] = &[
    "i", "we", "they", "it", "you", "he", "she", "do", "does", "did", "are", "is", "was", "were", "can", "could",
    "have", "has", "would", "will", "should", "there", "feel", "feels", "makes", "helps", "want", "wants", "need",
    "needs",
];

/// Words that may stand before what is joined without changing what it is.
const BETWEEN: &[&str] =
    &["very", "really", "always", "also", "quite", "the", "our", "their", "its", "to", "on", "me", "us"];

/// The two things that a sentence joins to be judged at once, if it does. `or` joins two in a `statement`; in a question
/// to say yes to it offers two ways to the same yes, unless a second question begins.
pub(super) fn two_things(sentence: &str, statement: bool) -> Option<(String, String)> {
    let words = phrases::plain(sentence);
    let joins = words.iter().enumerate().filter(|(_, word)| matches!(word.as_str(), "and" | "or"));
    for (place, join) in joins {
        let before = words[..place].iter().rev().find(|word| !BETWEEN.contains(&word.as_str()));
        let after = words[place + 1..].iter().find(|word| !BETWEEN.contains(&word.as_str()));
        let (Some(before), Some(after)) = (before, after) else { continue };
        let next = words.get(place + 1).map_or("", String::as_str);
        // "where they live and work", "if you can and want": what depends on another word asks nothing.
        let clause = CLAUSES.contains(&next) && place > 2 && has_clause(&words[..place], &words[place + 1..]);
        let counts = statement || join == "and";
        let both = |list: &str| {
            list.split_whitespace().any(|it| it == before) && list.split_whitespace().any(|it| it == after)
        };
        if clause || counts && [JUDGING, THINGS, DOING].into_iter().any(both) {
            return Some((before.clone(), after.clone()));
        }
    }
    None
}

/// Whether a clause stands on either side: somebody who is or does something, or the second half of a question.
fn has_clause(before: &[String], after: &[String]) -> bool {
    let depends =
        ["who", "what", "how", "which", "that", "where", "when", "if", "because", "whether", "between", "both"];
    let open = before.iter().any(|word| depends.contains(&word.as_str()));
    !open && after.len() > 1
}
