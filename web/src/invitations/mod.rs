//! Invitations by mail: a wave's list of addresses, rounds of mails to them, and links that count once.
//!
//! An address stands sealed on the list until its wave closes, then it is deleted. A link carries a code that follows
//! from wave and address, so the database holds nothing that opens a door. The browser swaps it for a cookie; only
//! sending answers uses it up, in the transaction that stores them, and so that nothing in the tables tells which answers
//! they were ([`mixing`](crate::mixing)). Who has answered is known to nobody but to what writes reminders.

mod adding;
mod letters;
mod links;
mod list;
mod rounds;
pub(crate) mod sql;
mod view;
mod writing;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, State},
    routing::{get, post},
};
use maud::Markup;

pub(crate) use links::{Came, came, no_cookie, store};
pub(crate) use rounds::{forget_closed, write_due};
pub(crate) use sql::Answered;

use crate::{
    app::App,
    clock::day_of,
    db::Tx,
    error::Error,
    mail,
    staff::{Colleague, Editor},
    surveys::{self, Published},
};

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/staff/{service}/waves/{wave}/invitations", get(show))
        .route(
            "/staff/{service}/waves/{wave}/invitations/add",
            get(adding::ask).post(adding::add).layer(DefaultBodyLimit::max(adding::MOST_BYTES)),
        )
        .route("/staff/{service}/waves/{wave}/invitations/gone", get(adding::gone).post(adding::remove_gone))
        .route("/staff/{service}/waves/{wave}/invitations/write/{kind}", get(writing::ask).post(writing::plan))
        .route("/staff/{service}/waves/{wave}/invitations/call-off/{mailing}", post(writing::call_off))
        .route("/staff/{service}/never-invite", get(adding::ask_never).post(adding::never))
        .route("/{service}/s/{survey}/invited/{code}", get(links::swap))
        .route("/{service}/invitations/stop/{code}", get(links::ask_stop).post(links::stop))
}

/// Invites addresses to the wave that a survey is in, without writing to them, and gives the link of the first.
pub(crate) async fn invite(app: &App, published: &Published, addresses: &[String]) -> Result<String, Error> {
    let mut tx = app.db.write().await?;
    let mut added = adding::Added::default();
    for address in addresses {
        let entry = list::Entry { address: address.clone(), lang: None };
        adding::add_one(app, &mut tx, published, &entry, &mut added).await?;
    }
    tx.commit().await?;
    let first = addresses.first().map_or("", String::as_str);
    let code = mail::invitation_code(&app.pepper, &published.wave.id, first);
    Ok(format!("{}{}/invited/{code}", app.base_url, published.path()))
}

type WavePath = Path<(String, String)>;

/// A wave with its list, for the pages of staff.
struct Invites {
    published: Published,
    counts: sql::Counts,
    mailings: Vec<sql::Mailing>,
    /// Whether the wave takes or will take answers.
    ahead: bool,
}

impl Invites {
    async fn read(app: &App, tx: &mut Tx, service: &str, wave: &str) -> Result<Self, Error> {
        let published = surveys::of_wave(app, tx, service, wave).await?;
        Ok(Self {
            counts: sql::counts(tx, wave).await?,
            mailings: sql::mailings(tx, wave).await?,
            ahead: !published.wave.closed && app.clock.now() < published.wave.closes,
            published,
        })
    }

    /// The same, where people can still be invited to it.
    async fn of_wave_ahead(app: &App, tx: &mut Tx, service: &str, wave: &str) -> Result<Self, Error> {
        let invites = Self::read(app, tx, service, wave).await?;
        if invites.ahead {
            Ok(invites)
        } else {
            Err(Error::Refused("This wave is over: nobody is invited to it any more."))
        }
    }

    fn path(&self, me: &Colleague, page: &str) -> String {
        let slash = if page.is_empty() { "" } else { "/" };
        me.path(&format!("waves/{}/invitations{slash}{page}", self.published.wave.id))
    }

    /// What the record calls it.
    fn told(&self) -> String {
        let wave = &self.published.wave;
        format!("{}, {} to {}", self.published.survey.key, day_of(wave.opens), day_of(wave.closes - 1))
    }
}

async fn show(State(app): State<App>, Editor(me): Editor, Path((_, wave)): WavePath) -> Result<Markup, Error> {
    let invites = Invites::read(&app, &mut app.db.read().await?, &me.service, &wave).await?;
    Ok(view::show(&me, &invites))
}
