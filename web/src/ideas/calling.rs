//! Adults are told by mail that an idea waits for them: by the first that does, and not again until none does.

use crate::{
    app::App,
    clock::DAY,
    db::Tx,
    error::Error,
    mail::{self, Letter},
    services, staff,
};

/// How long, in milliseconds, such a mail is tried: after that, the first page of staff has told them.
const KEEPS: i64 = 3 * DAY;

/// Calls those who look after the young people of a service, if what was just held is the first. What it says stays here.
pub(super) async fn adults(app: &App, tx: &mut Tx, service: &str) -> Result<(), Error> {
    if super::held(tx, service).await? != 1 {
        return Ok(());
    }
    let name = services::house(tx, service).await?.name;
    let base = app.base_url.trim_end_matches('/');
    let body = format!(
        "Hello,\n\n\
         a young person of {name} wrote an idea that waits for an adult: it may tell who somebody is or hurt somebody, or a young \
         person asked for an adult. Nobody else reads it until somebody has looked.\n\n\
         {base}/staff/{service}/ideas\n\n\
         While it waits, you get no other mail about ideas.\n"
    );
    let (now, subject) = (app.clock.now(), "An idea of a young person waits for an adult");
    for to in staff::guardians(tx, service).await? {
        let letter = Letter { to: &to, subject, body: &body, give_up: now + KEEPS, wave: None };
        mail::queue(tx, &app.pepper, &letter, now).await?;
    }
    Ok(())
}
