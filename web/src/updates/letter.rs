//! The mail to those who asked to hear what happened.

use heard_core::update::Update;

use super::view::day;

/// Subject and body, in English, up to the way to have no more of them.
pub(super) fn tell(house_name: &str, update: &Update, address: &str) -> (String, String) {
    let body = format!(
        "Hello,\n\nYou asked {house_name} to tell you what happened.\n\nYou said:\n{}\n\nWe did:\n{}\n\n\
         What changed:\n{}\n\nWe look at it again on {}.\n\nRead it here, also in easy words:\n\n{address}",
        update.said,
        update.did,
        update.changed,
        day(update.look_again),
    );
    (format!("{house_name}: {}", update.title), body)
}
