//! An owner says how the service shows itself: its name, its words, its colours.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use data_encoding::HEXLOWER;
use heard_core::{
    answer::Typed,
    colour::{Colour, Palette, Part, Scheme},
};
use maud::Markup;
use sha2::{Digest, Sha256};

use super::{
    sql::{self, Look},
    view::look as view,
};
use crate::{
    app::App,
    error::Error,
    form::sheet::Trouble,
    page::House,
    staff::{self, Colleague, Owner},
    typed::PostedForm,
};

/// The field that says how the look was when its form was shown.
pub(super) const FROM: &str = "from";

const FIELDS: [&str; 9] =
    [FROM, "name", "welcome", "contact", "privacy", "buttons", "buttons_dark", "accent", "accent_dark"];

/// The fields of colours, with what each is called.
pub(super) const COLOURS: [(&str, &str); 4] = [
    ("buttons", "Links and buttons, light"),
    ("buttons_dark", "Links and buttons, dark"),
    ("accent", "Edge, light"),
    ("accent_dark", "Edge, dark"),
];

/// The fields of words, with what each is called and how many signs it may have.
pub(super) const WORDS: [(&str, &str, usize); 4] = [
    ("name", "Name", 100),
    ("welcome", "Welcome", 2_000),
    ("contact", "Whom people can ask", 200),
    ("privacy", "Your privacy words", 10_000),
];

/// The form on its way to its page.
pub(super) struct Form<'a> {
    pub typed: &'a Typed,
    pub troubles: &'a [Trouble],
    pub mark: String,
    /// Whether a colleague was faster.
    pub meanwhile: bool,
}

pub(super) async fn show(State(app): State<App>, Owner(me): Owner) -> Result<Markup, Error> {
    let look = sql::look(&mut app.db.read().await?, &me.service).await?.ok_or(Error::NotFound)?;
    Ok(view::form(&me, &Form { typed: &fill(&look), troubles: &[], mark: mark(&look), meanwhile: false }))
}

pub(super) async fn save(State(app): State<App>, Owner(me): Owner, form: PostedForm) -> Result<Response, Error> {
    let typed = form.only(&FIELDS)?;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service).await?;
    let before = sql::look(&mut tx, &me.service).await?.ok_or(Error::NotFound)?;
    let meanwhile = typed.first(FROM) != mark(&before);
    let read = if meanwhile { Err(Vec::new()) } else { read(&typed, &before) };
    let look = match read {
        Ok(look) => look,
        Err(troubles) => {
            let status = if meanwhile { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
            let form = Form { typed: &typed, troubles: &troubles, mark: mark(&before), meanwhile };
            return Ok((status, view::form(&me, &form)).into_response());
        }
    };
    if look != before {
        sql::dress(&mut tx, &me.service, &look).await?;
        record(&app, &mut tx, &me, &before, &look).await?;
        tx.commit().await?;
    }
    Ok(Redirect::to(&me.path("look")).into_response())
}

/// The record names what changed; the words themselves everybody can read.
async fn record(app: &App, tx: &mut crate::db::Tx, me: &Colleague, before: &Look, look: &Look) -> Result<(), Error> {
    let changed = [
        ("name", before.house.name != look.house.name),
        ("welcome", before.welcome != look.welcome),
        ("contact", before.contact != look.contact),
        ("privacy", before.privacy != look.privacy),
        ("colours", before.house.colours != look.house.colours),
    ];
    let changed: Vec<_> = changed.into_iter().filter_map(|(what, other)| other.then_some(what)).collect();
    staff::audit(tx, &me.service, Some(&me.staff), app.clock.now(), "look changed", &changed.join(", ")).await
}

/// What was typed as a look, or all that is wrong with it.
fn read(typed: &Typed, before: &Look) -> Result<Look, Vec<Trouble>> {
    let mut troubles = Vec::new();
    for (field, label, most) in WORDS {
        let words = typed.first(field).trim();
        let wrong = match field {
            "name" if words.is_empty() => Some("Say what people call you."),
            "name" | "contact" if words.contains(char::is_control) => Some("Write it in one line."),
            _ => (words.chars().count() > most).then_some("Make it shorter: the hint says how long it may be."),
        };
        troubles.extend(wrong.map(|advice| Trouble { field: field.to_owned(), label: label.to_owned(), advice }));
    }
    let colours = palette(typed, &mut troubles);
    if !troubles.is_empty() {
        return Err(troubles);
    }
    let text = |field: &str| typed.first(field).trim().replace("\r\n", "\n");
    let colours = (colours != Palette::HEARD).then(|| colours.to_string());
    let house = House { name: text("name"), colours, ..before.house.clone() };
    Ok(Look { house, welcome: text("welcome"), contact: text("contact"), privacy: text("privacy") })
}

/// The colours that were typed: those that are left out are ours, and in the dark those of the light that fit there.
fn palette(typed: &Typed, troubles: &mut Vec<Trouble>) -> Palette {
    let mut colour = |place: usize, part, scheme| {
        let (field, label) = COLOURS[place];
        let written = typed.first(field).trim();
        let colour = Colour::parse(written);
        let advice = match colour {
            None if written.is_empty() => return None,
            None => "Write a colour as # and six figures or letters from a to f, or leave it empty.",
            Some(colour) if colour.check(part, scheme).is_ok() => return Some(colour),
            Some(_) => "It does not stand out enough. Take the one that its hint names, or another.",
        };
        troubles.push(Trouble { field: field.to_owned(), label: label.to_owned(), advice });
        colour
    };
    let ours = Palette::HEARD;
    let mut pair = |place: usize, part, light: Colour, dark: Colour| {
        let own = colour(place, part, Scheme::Light);
        let follows = own.map_or(dark, |own| own.fitting(part, Scheme::Dark));
        (own.unwrap_or(light), colour(place + 1, part, Scheme::Dark).unwrap_or(follows))
    };
    let (buttons, buttons_dark) = pair(0, Part::Buttons, ours.buttons, ours.buttons_dark);
    let (accent, accent_dark) = pair(2, Part::Accent, ours.accent, ours.accent_dark);
    Palette { buttons, buttons_dark, accent, accent_dark }
}

/// A look as if it had been typed.
fn fill(look: &Look) -> Typed {
    let words = [&look.house.name, &look.welcome, &look.contact, &look.privacy];
    let mut fields: Vec<_> =
        WORDS.iter().zip(words).map(|((field, ..), words)| ((*field).to_owned(), words.clone())).collect();
    if let Some(palette) = look.house.colours.as_deref().and_then(Palette::parse) {
        fields.extend(
            COLOURS
                .iter()
                .zip(chosen(&palette))
                .filter_map(|((field, _), colour)| Some(((*field).to_owned(), colour?.to_string()))),
        );
    }
    fields.into_iter().collect()
}

/// The colours that somebody chose: not ours, nor those that follow, so that they go on following.
fn chosen(palette: &Palette) -> [Option<Colour>; 4] {
    let ours = Palette::HEARD;
    let pair = |part, (light, dark): (Colour, Colour), (our_light, our_dark): (Colour, Colour)| {
        let own = (light != our_light).then_some(light);
        let follows = own.map_or(our_dark, |own| own.fitting(part, Scheme::Dark));
        [own, (dark != follows).then_some(dark)]
    };
    let [buttons, buttons_dark] =
        pair(Part::Buttons, (palette.buttons, palette.buttons_dark), (ours.buttons, ours.buttons_dark));
    let [accent, accent_dark] =
        pair(Part::Accent, (palette.accent, palette.accent_dark), (ours.accent, ours.accent_dark));
    [buttons, buttons_dark, accent, accent_dark]
}

/// What tells whether the look is still as it was shown.
fn mark(look: &Look) -> String {
    let colours = look.house.colours.as_deref().unwrap_or_default();
    let whole =
        [&look.house.name, &look.welcome, &look.contact, &look.privacy, colours].map(|part| format!("{part:?}"));
    HEXLOWER.encode(&Sha256::digest(whole.concat())[..8])
}
