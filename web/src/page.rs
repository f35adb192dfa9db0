//! The frame around every page, and the small parts that pages share.
//!
//! Nothing here writes a style or a script into a page: the content security policy forbids both.

pub mod assets;
mod house;
mod parts;
mod pictures;
mod qr;
#[cfg(test)]
mod tests;
mod ways;

use heard_core::text::Lang;
use maud::{DOCTYPE, Markup, PreEscaped, Render, html};
use ways::Switch;

pub use house::House;
pub use parts::{
    AnswerRow, Column, Mark, NOT_SHOWN, Notice, Range, answers, bar, capital, drawing, figures, not_enough, notice,
    paragraphs, range, range_key, status, table,
};
pub use pictures::{illustration, picture};
pub use ways::{Reading, direction, prose, text, way_buttons};

pub use qr::qr;

use crate::{
    about,
    words::{Words, words},
};

/// A link: its words and where it leads.
#[derive(Clone, Debug)]
pub struct Link {
    /// What is read.
    pub text: String,
    /// The address.
    pub href: String,
}

impl Link {
    /// A link that says `text` and leads to `href`.
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into() }
    }
}

/// A page on its way: built up, then given its main part by [`Page::show`].
#[derive(Clone, Debug)]
pub struct Page<'a> {
    words: &'static Words,
    switch: Option<Switch<'a>>,
    title: String,
    within: Option<String>,
    home: Link,
    house: Option<&'a House>,
    menu: Vec<Link>,
    here: Option<String>,
    foot: Vec<Link>,
    wide: bool,
    wrong: bool,
    sheets: Vec<&'static str>,
    scripts: Vec<&'static str>,
    idle: Option<String>,
    closed: bool,
}

impl<'a> Page<'a> {
    /// A page in `lang`, named `title`: what its `h1` says, or a little more. Its head leads to the list of services.
    pub fn new(lang: &Lang, title: impl Into<String>) -> Self {
        Self {
            words: words(lang),
            switch: None,
            title: title.into(),
            within: None,
            home: Link::new("Heard", "/"),
            house: None,
            menu: Vec::new(),
            here: None,
            foot: Vec::new(),
            wide: false,
            wrong: false,
            sheets: Vec::new(),
            scripts: Vec::new(),
            idle: None,
            closed: false,
        }
    }

    /// Names what the page is a part of, such as the survey: the window's title says it after the page's own.
    #[must_use]
    pub fn within(mut self, whole: impl Into<String>) -> Self {
        self.within = Some(whole.into());
        self
    }

    /// Puts the page in a service's house: under its name, in its colours, with its logo.
    #[must_use]
    pub fn house(mut self, house: &'a House) -> Self {
        self.house = Some(house);
        self.home(&house.name, house.path())
    }

    /// What the page is called after, at its head, and where that leads.
    #[must_use]
    pub fn home(mut self, name: impl Into<String>, href: impl Into<String>) -> Self {
        self.home = Link::new(name, href);
        self
    }

    /// Says that what was sent has to be changed: the title begins with "Error:", the first thing that is read aloud.
    #[must_use]
    pub fn wrong(mut self, wrong: bool) -> Self {
        self.wrong = wrong;
        self
    }

    /// Shows the page as somebody reads it, who can change that by links: for a page at this address with nothing typed.
    #[must_use]
    pub fn read_as(self, reading: Reading<'a>, here: impl Into<String>) -> Self {
        self.switched(Switch::new(reading, Some(here.into())))
    }

    /// The same for a page with a form, whose [`way_buttons`] keep what was typed.
    #[must_use]
    pub fn read_in_form(self, reading: Reading<'a>) -> Self {
        self.switched(Switch::new(reading, None))
    }

    fn switched(mut self, switch: Switch<'a>) -> Self {
        let (pictured, aloud) = (switch.reading.reader.sees_pictures(), switch.reading.is_aloud());
        self.switch = Some(switch);
        if pictured || aloud {
            self = self.sheet("easy.css");
        }
        if aloud { self.script("aloud.js") } else { self }
    }

    /// Gives the page a menu; the link that leads to `here` is marked.
    #[must_use]
    pub fn menu(mut self, links: Vec<Link>, here: impl Into<String>) -> Self {
        self.menu = links;
        self.here = Some(here.into());
        self
    }

    /// Links at the foot.
    #[must_use]
    pub fn foot(mut self, links: Vec<Link>) -> Self {
        self.foot = links;
        self
    }

    /// Widens the page for tables: staff only.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// Styles that this page needs beside `heard.css`, such as `figures.css`: pages of questions carry none.
    #[must_use]
    pub fn sheet(mut self, name: &'static str) -> Self {
        self.sheets.push(name);
        self
    }

    /// A script that makes this page better where there is one. The page works without.
    #[must_use]
    pub fn script(mut self, name: &'static str) -> Self {
        self.scripts.push(name);
        self
    }

    /// Has no links that lead elsewhere, at its head or its foot.
    #[must_use]
    pub fn closed(mut self) -> Self {
        self.closed = true;
        self
    }

    /// Leads to an address when nobody has touched the page for three minutes, which only a script can tell: by a time
    /// alone, whoever is slow would lose what they type.
    #[must_use]
    pub fn idle(mut self, leads_to: impl Into<String>) -> Self {
        self.idle = Some(leads_to.into());
        self.script("tablet.js")
    }

    /// The whole document.
    pub fn show(&self, main: impl Render) -> Markup {
        let lang = &self.words.lang;
        let easy = self.switch.as_ref().is_some_and(|switch| switch.reading.reader.easy_read);
        html! {
            (DOCTYPE)
            html lang=(**lang) dir=(direction(lang)) {
                (self.head())
                body class=[if easy { Some("easy") } else { self.wide.then_some("wide") }] data-idle=[self.idle.as_ref()] {
                    (self.top())
                    main id="Main" tabindex="-1" { div class="in" { @if let Some(switch) = &self.switch { (switch.aloud(self.words)) } (main) } }
                    (self.bottom())
                }
            }
        }
    }

    fn head(&self) -> Markup {
        html! {
            head {
                meta charset="utf-8";
                title { (self.window_title()) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                link rel="stylesheet" href=(assets::styles(self.house.and_then(|house| house.colours.as_deref())));
                @for sheet in &self.sheets { link rel="stylesheet" href=(assets::address(sheet)); }
                @for script in &self.scripts { script defer src=(assets::address(script)) {} }
                link rel="icon" type="image/svg+xml" href=(assets::address("mark.svg"));
            }
        }
    }

    /// The page, then what it is part of, then whose it is: tabs and history show the beginning only.
    fn window_title(&self) -> String {
        let mut parts = vec![&self.title];
        for part in self.within.iter().chain([&self.home.text]) {
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        let parts = parts.into_iter().map(String::as_str).collect::<Vec<_>>().join(" – ");
        if self.wrong { format!("{} {parts}", self.words.error) } else { parts }
    }

    fn top(&self) -> Markup {
        html! {
            header class={ "top" @if !self.menu.is_empty() { " menu" } } {
                a class="skip" href="#Main" { (self.words.skip) }
                div class="in" {
                    @let logo = self.house.and_then(House::logo);
                    @let brand = html! { @if let Some(logo) = logo { (logo) } @else { (PreEscaped(MARK)) } bdi { (self.home.text) } };
                    @if self.closed { span class="brand" { (brand) } } @else { a class="brand" href=(self.home.href) { (brand) } }
                    div class="stave" {}
                    @if !self.menu.is_empty() {
                        nav aria-label=(self.home.text) {
                            @for link in &self.menu {
                                @let here = self.here.as_ref() == Some(&link.href);
                                a href=(link.href) aria-current=[here.then_some("page")] { (link.text) }
                            }
                        }
                    }
                }
                @if let Some(switch) = &self.switch { (switch.top(self.words)) }
            }
        }
    }

    fn bottom(&self) -> Markup {
        let about = [
            Link::new(&self.words.accessibility, about::ACCESSIBILITY),
            Link::new(&self.words.privacy, self.house.map_or_else(|| about::PRIVACY.to_owned(), House::privacy)),
        ];
        html! {
            footer class="bottom" {
                div class="in" {
                    @if !self.closed {
                        ul { @for link in self.foot.iter().chain(&about) { li { a href=(link.href) { (link.text) } } } }
                    }
                    @if self.words.is_draft() { p { (self.words.draft_note) } }
                    p { (self.words.made_with) }
                }
            }
        }
    }
}

/// A page with a plain message and what to do, when nothing is known of the house.
pub fn message(title: &str, advice: &str, lang: &Lang) -> Markup {
    Page::new(lang, title).show(html! { h1 { (title) } p class="lead" { (advice) } })
}

/// The same for staff, with the way to their first page, since there is no menu before it is known who they are.
pub fn message_to_staff((title, advice): (&str, &str)) -> Markup {
    Page::new(&Lang::english(), title).show(html! {
        h1 { (title) }
        p class="lead" { (advice) }
        p { a href="/staff" { "To your first page" } }
    })
}

/// Our mark: a note whose head is a speech bubble. It stands in the page, so that a question costs two requests.
const MARK: &str = concat!(
    r#"<svg aria-hidden="true" width="32" height="32" viewBox="0 0 32 32" fill="none">"#,
    r#"<path d="M20.5 20V4" stroke="currentColor" stroke-width="3" stroke-linecap="round"/>"#,
    r#"<path class="flag" d="M20.5 3c1 6 7.5 6 7 14-2-4-4.5-5-7-5z"/>"#,
    r#"<path fill="currentColor" d="M7 25l-3 6 8-4z"/>"#,
    r#"<ellipse cx="12.5" cy="21.5" rx="9.5" ry="7.5" fill="currentColor"/></svg>"#,
);
