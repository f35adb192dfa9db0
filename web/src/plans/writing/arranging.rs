//! The order of the plan's parts, taking one out, and throwing the draft away.

use axum::{extract::State, response::Redirect};
use heard_core::{
    plan::{Plan, Priority},
    text::Key,
};

use super::{Draft, sql};
use crate::{
    app::App,
    error::Error,
    page::capital,
    staff::{self, Editor},
    typed::PostedForm,
};

/// The field of the button that was pressed, such as `up action greet`.
pub(super) const BUTTON: &str = "do";

pub(super) async fn arrange(State(app): State<App>, Editor(me): Editor, form: PostedForm) -> Result<Redirect, Error> {
    let typed = form.only(&[BUTTON])?;
    let mut words = typed.first(BUTTON).split(' ');
    let (way, part, key) = (words.next(), words.next(), words.next().unwrap_or_default());
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service).await?;
    let draft = Draft::open(&mut tx, &me.service).await?;
    let mut plan = draft.plan.clone();
    let way = match way {
        Some("up") => Way::Up,
        Some("down") => Way::Down,
        Some("out") => Way::Out,
        _ => return Err(Error::NotFound),
    };
    // What cannot be moved, because somebody was faster, stays where it is.
    let _moved = part.is_some_and(|part| shift(&mut plan, way, part, key));
    draft.keep(&mut tx, &app, &me, &plan).await?;
    tx.commit().await?;
    let place = match part {
        Some(part) if way != Way::Out => format!("{}-{key}", capital(part)),
        _ => "Main".to_owned(),
    };
    Ok(Redirect::to(&me.path(&format!("plan/write#{place}"))))
}

pub(super) async fn throw_away(
    State(app): State<App>,
    Editor(me): Editor,
    form: PostedForm,
) -> Result<Redirect, Error> {
    let typed = form.only(&["revision"])?;
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &me.service).await?;
    let draft = Draft::open(&mut tx, &me.service).await?;
    if draft.revision.to_string() != typed.first("revision") {
        return Err(Error::Refused("A colleague has changed this draft meanwhile. Go back and load the page again."));
    }
    sql::end_draft(&mut tx, &me.service).await?;
    staff::audit(&mut tx, &me.service, Some(&me.staff), app.clock.now(), "draft of the plan thrown away", "").await?;
    tx.commit().await?;
    Ok(Redirect::to(&me.path("plan")))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
    Out,
}

/// Moves a part or takes it out; whether it did.
fn shift(plan: &mut Plan, way: Way, part: &str, key: &str) -> bool {
    let is = |known: &Key| **known == *key;
    match part {
        "priority" => {
            let at = plan.priorities.iter().position(|one| is(&one.key));
            at.is_some_and(|at| move_within(&mut plan.priorities, at, way))
        }
        "action" => plan.priorities.iter_mut().any(|priority: &mut Priority| {
            let at = priority.actions.iter().position(|one| is(&one.key));
            at.is_some_and(|at| move_within(&mut priority.actions, at, way))
        }),
        "indicator" => plan.priorities.iter_mut().any(|priority: &mut Priority| {
            let at = priority.indicators.iter().position(|one| is(&one.key));
            at.is_some_and(|at| move_within(&mut priority.indicators, at, way))
        }),
        _ => false,
    }
}

fn move_within<T>(all: &mut Vec<T>, at: usize, way: Way) -> bool {
    match way {
        Way::Up if at > 0 => all.swap(at - 1, at),
        Way::Down if at + 1 < all.len() => all.swap(at, at + 1),
        Way::Out => drop(all.remove(at)),
        Way::Up | Way::Down => return false,
    }
    true
}
