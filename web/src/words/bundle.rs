//! The sentences of a file, and how one of them is said.

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use heard_core::text::Lang;

use super::numbers::{begins_fraction_by_comma, parted_by_comma, parted_by_space};

pub(super) type Bundle = FluentBundle<FluentResource>;

/// What has an easy form.
pub(super) const EASY: [&str; 17] = [
    "may_leave_out",
    "groups_only",
    "stop_here",
    "stop_here_hint",
    "kept_until",
    "delete_typed",
    "failed_advice",
    "goes_alone",
    "answered_and_not",
    "words_advice",
    "words_here",
    "not_sent_yet",
    "apart_means",
    "receipt_way_out",
    "receipt_where",
    "we_count",
    "results_after",
];

pub(super) fn bundle(tag: &str, file: &str) -> (Lang, Bundle) {
    let lang = Lang::try_from(tag.to_owned()).expect("a test reads every file");
    let resource = FluentResource::try_new(file.to_owned()).expect("a test reads every file");
    let mut bundle = Bundle::new_concurrent(vec![tag.parse().expect("a test reads every file")]);
    // Between languages that run the other way, what is put into a sentence is held apart, so that it stays in place.
    bundle.set_use_isolating(lang.right_to_left());
    bundle.set_formatter(Some(if begins_fraction_by_comma(&lang) { parted_by_space } else { parted_by_comma }));
    bundle.add_resource(resource).expect("a test reads every file");
    (lang, bundle)
}

/// A text without the isolation of its parts. What is isolated as a whole takes its direction from its first letter,
/// and letters that are isolated within it do not count.
pub fn joined(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

pub(super) fn say(bundle: &Bundle, easy: bool, name: &str, arguments: Option<&FluentArgs<'_>>) -> String {
    let easily = || bundle.get_message(&format!("{name}_easy")).filter(|_| easy && EASY.contains(&name));
    let pattern = easily().or_else(|| bundle.get_message(name)).and_then(|message| message.value());
    // A test says every sentence in every language, so a missing one is never met; if it were, a page with a gap is
    // better than none.
    pattern.map_or_else(String::new, |pattern| bundle.format_pattern(pattern, arguments, &mut Vec::new()).into_owned())
}
