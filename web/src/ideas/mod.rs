//! The ideas of youth music councils: a wall where members put ideas, support them and say what would make them better.
//!
//! Nobody reads an idea before a person has looked at it: a young moderator, who is not its writer, or, where it may tell
//! who somebody is or hurt somebody ([`heard_core::minding`]), where a moderator asks for it or a member worries, an adult.
//! An adult keeps an idea back for somebody's safety only, with a reason that the council reads.
//!
//! Who wrote an idea is told where they want it; who supports it, never. An adult can look up the writer of one that was
//! held, by what the council calls them, and the record says so.

mod adults;
mod calling;
mod looking;
mod polling;
pub(crate) mod sql;
mod view;
mod writing;

use axum::{
    Router,
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use heard_core::{answer::Typed, minding::doubts};
use maud::Markup;
use sql::{Idea, State as Stage};

use crate::{
    app::App,
    clock::{DAY, random_key},
    councils::{Council, Member, Person},
    db::Tx,
    error::Error,
    typed::PostedForm,
};

/// How long, in milliseconds, an idea is kept that its writer does not change, or that was kept back.
const KEEPS: i64 = 90 * DAY;

/// The routes of this feature.
pub fn router() -> Router<App> {
    Router::new()
        .route("/council/{council}/ideas", get(wall).post(writing::put))
        .route("/council/{council}/ideas/look", get(looking::show))
        .route("/council/{council}/ideas/thanks", get(looking::thanks))
        .route("/council/{council}/ideas/{idea}", get(show).post(writing::change))
        .route("/council/{council}/ideas/{idea}/look", post(looking::decide))
        .route("/council/{council}/ideas/{idea}/like", post(like))
        .route("/council/{council}/ideas/{idea}/better", post(writing::better))
        .route("/council/{council}/ideas/{idea}/worry", get(looking::ask).post(looking::worry))
        .route("/council/{council}/ideas/{idea}/poll", get(polling::form).post(polling::make))
        .route("/staff/{service}/ideas", get(adults::list))
        .route("/staff/{service}/ideas/{idea}", get(adults::show).post(adults::decide))
        .route("/staff/{service}/ideas/{idea}/writer", post(adults::writer))
}

type IdeaPath = Path<(String, String)>;

async fn wall(State(app): State<App>, Member(me): Member) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    Ok(view::wall(&Wall::of(&mut tx, me).await?, &Typed::default(), &[]))
}

async fn show(State(app): State<App>, Member(me): Member, Path((_, id)): IdeaPath) -> Result<Markup, Error> {
    let mut tx = app.db.read().await?;
    let wall = Wall::of(&mut tx, me).await?;
    let idea = wall.one(&id)?;
    Ok(view::idea(&wall, idea, &Typed::default(), &[]))
}

/// All ideas of a council, as one of its members may see them.
struct Wall {
    me: Person,
    ideas: Vec<Idea>,
    /// The ideas that they support.
    liked: Vec<String>,
}

impl Wall {
    async fn of(tx: &mut Tx, me: Person) -> Result<Self, Error> {
        let ideas = sql::of_council(tx, &me.service, &me.council).await?;
        let liked = sql::liked(tx, &me.service, &me.id).await?;
        Ok(Self { me, ideas, liked })
    }

    fn is_mine(&self, idea: &Idea) -> bool {
        idea.member == self.me.id
    }

    /// An idea that they may read. [`Error::NotFound`] for another, as for one that is not there.
    fn one(&self, id: &str) -> Result<&Idea, Error> {
        let may = |idea: &&Idea| idea.id == id && (idea.state == Stage::Shown || self.is_mine(idea));
        self.ideas.iter().find(may).ok_or(Error::NotFound)
    }

    /// The ideas that everybody reads; what somebody would change about one is not among them.
    fn shown(&self) -> impl Iterator<Item = &Idea> {
        self.ideas.iter().filter(|idea| idea.state == Stage::Shown && idea.about.is_none())
    }

    /// What members would change about an idea.
    fn about(&self, id: &str) -> impl Iterator<Item = &Idea> {
        self.ideas.iter().filter(move |idea| idea.state == Stage::Shown && idea.about.as_deref() == Some(id))
    }

    /// What they wrote themselves and nobody else reads.
    fn mine(&self) -> impl Iterator<Item = &Idea> {
        self.ideas.iter().filter(|idea| idea.state != Stage::Shown && self.is_mine(idea))
    }

    /// What they have to look at, as a moderator: never their own.
    fn waiting(&self) -> impl Iterator<Item = &Idea> {
        self.ideas.iter().filter(|idea| idea.state == Stage::Waiting && !self.is_mine(idea))
    }

    /// What an adult keeps back of the ideas of others.
    fn kept_back(&self) -> impl Iterator<Item = &Idea> {
        self.ideas.iter().filter(|idea| idea.state == Stage::KeptBack && !self.is_mine(idea))
    }
}

impl Idea {
    /// Whether an adult has it because somebody was worried, rather than because of its words alone.
    fn is_worry(&self) -> bool {
        self.state == Stage::Held && self.note.is_some()
    }

    /// The address of a page of it for members; nothing names its first.
    fn path(&self, page: &str) -> String {
        let slash = if page.is_empty() { "" } else { "/" };
        format!("{}/{}/ideas/{}{slash}{page}", crate::councils::HOME, self.council, self.id)
    }

    /// A new one.
    fn of(me: &Person, about: Option<&str>, words: &str, named: bool, now: i64) -> Self {
        Self {
            id: random_key(),
            service: me.service.clone(),
            council: me.council.clone(),
            member: me.id.clone(),
            nickname: me.nickname.clone(),
            about: about.map(str::to_owned),
            named,
            words: words.to_owned(),
            state: first_stage(words),
            note: None,
            poll: None,
            turn: 1,
            since: now,
            likes: 0,
        }
    }
}

/// Who has to look at new words first.
fn first_stage(words: &str) -> Stage {
    if doubts(words).is_empty() { Stage::Waiting } else { Stage::Held }
}

/// Supports an idea, or no longer.
async fn like(
    State(app): State<App>,
    Member(me): Member,
    Path((_, id)): IdeaPath,
    form: PostedForm,
) -> Result<Response, Error> {
    let typed = form.only(&["like"])?;
    let mut tx = app.db.write().await?;
    let wall = Wall::of(&mut tx, me).await?;
    let idea = wall.one(&id)?;
    match typed.first("like") {
        "yes" if idea.state == Stage::Shown && idea.about.is_none() => sql::like(&mut tx, idea, &wall.me.id).await?,
        "no" => sql::unlike(&mut tx, idea, &wall.me.id).await?,
        _ => return Err(Error::Refused("Go back to the idea, and press the button there.")),
    }
    tx.commit().await?;
    Ok(Redirect::to(&format!("{}#{id}", wall.me.path("ideas"))).into_response())
}

/// How many ideas of a service wait for an adult.
pub(crate) async fn held(tx: &mut Tx, service: &str) -> Result<usize, Error> {
    let ideas = sql::of_service(tx, service).await?;
    Ok(ideas.iter().filter(|idea| idea.state == Stage::Held).count())
}

/// Deletes what was kept back, and what its writer did not change, when its time is over.
pub(crate) async fn forget(tx: &mut Tx, now: i64) -> Result<(), Error> {
    for (service, idea) in sql::old(tx, now - KEEPS).await? {
        sql::drop(tx, &service, &idea).await?;
    }
    Ok(())
}

/// Puts an idea of a made-up member on the wall, or where its words lead, with who supports it: for the demonstration.
pub(crate) async fn put(
    tx: &mut Tx,
    council: &Council,
    member: &str,
    words: &str,
    supporters: &[String],
    now: i64,
) -> Result<(), Error> {
    let idea = Idea {
        id: random_key(),
        service: council.service.clone(),
        council: council.id.clone(),
        member: member.to_owned(),
        nickname: String::new(),
        about: None,
        named: true,
        words: words.to_owned(),
        state: if supporters.is_empty() { first_stage(words) } else { Stage::Shown },
        note: None,
        poll: None,
        turn: 1,
        since: now,
        likes: 0,
    };
    sql::add(tx, &idea).await?;
    for supporter in supporters {
        sql::like(tx, &idea, supporter).await?;
    }
    Ok(())
}
