//! The staff door: signing in by a link, roles, and the record of who changed what.
//!
//! A handler says by a type in its signature who may use it: [`Analyst`], [`Editor`] or [`Owner`] of the service in
//! its address.

mod audit;
mod gallery;
mod guard;
pub(crate) mod kept;
mod letters;
pub(crate) mod operators;
pub(crate) mod passkeys;
mod people;
mod role;
mod sessions;
mod sign_in;
pub(crate) mod sql;
mod view;

use axum::{
    Router,
    extract::State,
    routing::{get, post},
};
use heard_core::text::Lang;
use maud::Markup;

pub use audit::{audit, audit_once_a_day, audit_platform};
pub use guard::{Analyst, Colleague, Editor, Facilitator, Moderator, Operator, Owner};
pub use operators::{make_operator, operators, platform_lines, unmake_operator};
pub use role::Role;
pub use sign_in::{new_link, sign_in_link};
pub use sql::Line;
pub(crate) use view::moment;
pub use view::staff_page;

use crate::{
    app::App,
    clock::random_key,
    db::Tx,
    error::Error,
    ideas,
    mail::{self, Letter},
    pepper::Pepper,
    surveys, updates,
};
use guard::SignedIn;

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/staff", get(services))
        .route("/staff/sign-in", get(sign_in::form).post(sign_in::ask))
        .route("/staff/sign-in/sent", get(sign_in::sent))
        .route("/staff/sign-in/challenge", post(passkeys::ask))
        .route("/staff/sign-in/passkey", post(passkeys::enter))
        .route("/staff/sign-out", post(sign_in::sign_out))
        .route("/staff/enter", get(sign_in::door).post(sign_in::enter))
        .route("/staff/enter/{code}", get(sign_in::carry))
        .route("/staff/sessions", get(sessions::show).post(sessions::end))
        .route("/staff/sessions/challenge", post(passkeys::ask_to_add))
        .route("/staff/sessions/passkeys", post(passkeys::add))
        .route("/staff/sessions/passkeys/remove", post(passkeys::remove))
        .route("/staff/gallery", get(gallery::show))
        .route("/staff/gallery/{kind}/{state}", get(gallery::one))
        .route("/staff/{service}", get(home))
        .route("/staff/{service}/people", get(people::show).post(people::invite))
        .route("/staff/{service}/people/new", get(people::new))
        .route("/staff/{service}/people/{person}", get(people::one).post(people::change))
        .route("/staff/{service}/people/{person}/remove", post(people::remove))
        .route("/staff/{service}/record", get(audit::show))
}

async fn services(State(app): State<App>, me: SignedIn) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let services = sql::services_of(&mut tx, &me.id).await?;
    let operates = operators::is_operator(&mut tx, &me.id).await?;
    Ok(view::services(&me.email, &services, operates, &Lang::english()))
}

async fn home(State(app): State<App>, me: Colleague) -> Result<Markup, Error> {
    let open = surveys::open_surveys(&app, &me.service).await?;
    let mut tx = app.db.read().await?;
    let waiting = view::Waiting {
        update: me.may_read() && updates::is_owed(&app, &mut tx, &me.service).await?,
        ideas: if me.role.includes(Role::Moderator) { ideas::held(&mut tx, &me.service).await? } else { 0 },
    };
    Ok(view::home(&me, &open, &waiting, &Lang::english()))
}

/// The addresses of those who look after what young people write: facilitators and moderators; where there are none, whoever
/// else may.
pub(crate) async fn guardians(tx: &mut Tx, service: &str) -> Result<Vec<String>, Error> {
    let people = sql::people(tx, service).await?;
    let named = people.iter().any(|one| matches!(one.role, Role::Facilitator | Role::Moderator));
    let may = |role: Role| role.includes(Role::Moderator) && (!named || !role.includes(Role::Editor));
    Ok(people.into_iter().filter(|one| may(one.role)).map(|one| one.email).collect())
}

/// Deletes the links, challenges and sessions whose time is over.
pub(crate) async fn forget_expired(tx: &mut Tx, now: i64) -> Result<(), Error> {
    passkeys::forget_expired(tx, now).await?;
    sql::forget_expired(tx, now).await
}

/// Someone who is asked to work for a service.
#[derive(Clone, Copy, Debug)]
pub struct Newcomer<'a> {
    /// Where their sign-in links go.
    pub email: &'a str,
    /// What colleagues in this service call them. Another service may have another name for them.
    pub name: &'a str,
    /// Service key.
    pub service: &'a str,
    /// What they may do there.
    pub role: Role,
}

/// What came of [`Newcomer::join`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The person's id.
    pub staff: String,
    /// Whether the role is new. A role that the person has there already stays as it is.
    pub is_new: bool,
}

impl Newcomer<'_> {
    /// Gives the person the role, without telling them. Whoever calls writes the [`audit`] line.
    pub async fn join(&self, tx: &mut Tx) -> Result<Joined, Error> {
        let email = mail::address(self.email).ok_or(Error::Refused("That is not an e-mail address."))?;
        let staff = sql::staff_with(tx, &random_key(), &email).await?;
        let is_new = sql::add_role(tx, &staff, self).await?;
        Ok(Joined { staff, is_new })
    }

    /// Queues the mail that tells the person of the role.
    pub async fn tell(
        &self,
        tx: &mut Tx,
        pepper: &Pepper,
        base_url: &str,
        service_name: &str,
        now: i64,
    ) -> Result<(), Error> {
        let (subject, body) = letters::invitation(self, service_name, base_url);
        let give_up = now + letters::INVITATION_KEEPS;
        mail::queue(tx, pepper, &Letter { to: self.email, subject: &subject, body: &body, give_up, wave: None }, now)
            .await?;
        Ok(())
    }
}
