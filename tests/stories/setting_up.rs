//! Setting plugins up as owners and editors do, for the stories of it.

use futures_util::future::join_all;
use heard_core::answer::Typed;

use crate::{
    visitor::{Page, Visitor},
    world::World,
};

pub const SURVEY: &str = "music_and_your_family";
pub const WELCOME: &str = "/staff/riverside/bindings/welcome";
pub const PLAN: &str = "/riverside/plan/welcome";

/// 40 families feel welcome and see nobody like themselves: 75 and 25, so 50 together.
pub async fn torn_families(world: &World) {
    torn(world, 40).await;
    shows(world, "50 of 100").await;
}

/// More of them.
pub async fn torn(world: &World, families: usize) {
    let app = world.app();
    let typed: Typed = [("who", "never"), ("feel_welcome", "agree"), ("people_like_us", "disagree")]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let said = join_all((0..families).map(|_| heard::demo::say(&app, SURVEY, &typed))).await;
    said.into_iter().for_each(Result::unwrap);
}

/// Waits until the plan shows a figure, which is made in the background.
pub async fn shows(world: &World, figure: &str) {
    let reader = world.visitor();
    world.until(async || reader.get(PLAN).await.html.contains(&format!("<dd>{figure}</dd>"))).await;
}

/// The settings form as a browser would post it, with the fields that a story fills.
pub async fn press(person: &Visitor, binding: &str, button: &str, fields: &[(&str, &str)]) -> Page {
    let path = format!("/staff/riverside/bindings/{binding}/settings");
    let page = person.get(&path).await.is(200);
    let (form, revision) = (page.field("@form"), page.field("@revision"));
    let own = [("do", button), ("@form", &form), ("@plugin", &form), ("@revision", &revision)];
    person.post(&path, &[&own[..], fields].concat()).await
}

/// Keeps settings as a set-up and gives the address of its page.
pub async fn keep(person: &Visitor, binding: &str, fields: &[(&str, &str)]) -> String {
    let page = press(person, binding, "keep", fields).await.leads();
    assert!(page.starts_with(&format!("/staff/riverside/bindings/{binding}/setups/")), "{page}");
    page
}

/// Switches on what a page shows, as it was when it was looked at.
pub async fn switch_on(owner: &Visitor, setup: &str, read: bool) -> Page {
    let seen = owner.get(setup).await.is(200).field("@seen");
    let fields = [("@seen", seen.as_str()), ("read", "yes")];
    owner.post(&format!("{setup}/activate"), &fields[..=usize::from(read)]).await
}

/// Settings with one question, by which torn families count 75.
pub const ONE_QUESTION: &[(&str, &str)] = &[("/items", "feel_welcome"), ("/answered_at_least", "0.5")];

/// The page of the set-up that the welcome binding came with.
pub async fn first_setup(world: &World) -> String {
    let own = "select u.id from binding_setup u join binding b on b.id = u.binding where b.key = 'welcome' and u.made_by is null";
    format!("{WELCOME}/setups/{}", world.column(own).await[0])
}
