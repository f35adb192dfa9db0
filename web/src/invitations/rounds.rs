//! Writing to those who are invited: a round goes out in portions, each in a transaction of its own. Where it is cut off
//! it goes on; nobody is written to twice in a round, and never who has answered.

use std::{collections::HashMap, sync::LazyLock};

use heard_core::text::{Lang, Texts};

use super::{
    letters::{self, Written},
    sql,
};
use crate::{
    app::App,
    clock::DAY,
    db::Tx,
    error::Error,
    mail::{self, Letter},
    pepper::{Pepper, Purpose},
    seal, staff,
    surveys::{self, Published},
};

/// How many are written to in one transaction.
const PORTION: i64 = 200;
/// How long a mail that is not taken is tried, in milliseconds.
const MAIL_KEEPS: i64 = 5 * DAY;

/// Who is invited, as it is sealed: the language to write in, and the address.
pub(super) fn seal(pepper: &Pepper, wave: &str, lang: &Lang, address: &str) -> Result<String, Error> {
    seal::seal(pepper, Purpose::InvitedAddress, wave, &format!("{lang} {address}"))
}

/// The language and the address again.
pub(super) fn open(pepper: &Pepper, wave: &str, sealed: &str) -> Result<(Lang, String), Error> {
    let text = seal::open(pepper, Purpose::InvitedAddress, wave, sealed)?;
    let (lang, address) = text.split_once(' ').ok_or(Error::Fault("an invitation without an address".to_owned()))?;
    let lang = Lang::try_from(lang.to_owned()).map_err(|e| Error::fault("stored language", e))?;
    Ok((lang, address.to_owned()))
}

/// Queues the mails of every round whose time has come.
pub(crate) async fn write_due(app: &App) -> Result<(), Error> {
    let due = sql::due(&mut app.db.read().await?, app.clock.now()).await?;
    for round in due {
        while write_some(app, &round).await? {}
    }
    Ok(())
}

/// Whether there may be more to write of a round.
async fn write_some(app: &App, round: &sql::Due) -> Result<bool, Error> {
    let mut tx = app.db.write().await?;
    sql::hold(&mut tx, &round.wave).await?;
    if !sql::begin(&mut tx, &round.id).await? {
        return Ok(false);
    }
    let next = sql::next(&mut tx, round, PORTION).await?;
    if next.is_empty() {
        sql::end(&mut tx, &round.id).await?;
    } else {
        let published = surveys::of_wave(app, &mut tx, &round.service, &round.wave).await?;
        write(app, &mut tx, round, &published, &next).await?;
    }
    tx.commit().await?;
    Ok(!next.is_empty())
}

async fn write(
    app: &App,
    tx: &mut Tx,
    round: &sql::Due,
    published: &Published,
    next: &[sql::Next],
) -> Result<(), Error> {
    let own: Texts = serde_json::from_str(&round.words).map_err(|e| Error::fault("stored words", e))?;
    let now = app.clock.now();
    let give_up = published.wave.closes.min(now + MAIL_KEEPS);
    let mut by_language: HashMap<Lang, Written> = HashMap::new();
    for one in next {
        let (wanted, address) = open(&app.pepper, &one.wave, &one.recipient)?;
        let lang = language(published, &wanted);
        let written = by_language
            .entry(lang.clone())
            .or_insert_with(|| letters::invitation(&app.base_url, published, own.own(lang), round.reminds, lang));
        let Written { subject, body } = written;
        let letter = Letter { to: &address, subject, body, give_up, wave: Some(&round.wave) };
        mail::queue(tx, &app.pepper, &letter, now).await?;
        sql::written(tx, one, &round.id).await?;
    }
    Ok(())
}

static ENGLISH: LazyLock<Lang> = LazyLock::new(Lang::english);

/// The language to write in: the wanted one, or the survey's first.
fn language<'p>(published: &'p Published, wanted: &Lang) -> &'p Lang {
    let languages = &published.survey.languages;
    languages.iter().find(|lang| *lang == wanted).or(languages.first()).unwrap_or(&ENGLISH)
}

/// Forgets who was invited to waves that have closed, and what still waits for them in the queue.
pub(crate) async fn forget_closed(app: &App) -> Result<(), Error> {
    let closed = sql::closed(&mut app.db.read().await?).await?;
    for (service, wave) in closed {
        let mut tx = app.db.write().await?;
        sql::hold(&mut tx, &wave).await?;
        let people = sql::forget(&mut tx, &wave).await?;
        if people > 0 {
            mail::take_all_back(&mut tx, &wave).await?;
            let told = format!("{people} addresses of invited people, because their wave has closed");
            staff::audit(&mut tx, &service, None, app.clock.now(), "addresses deleted", &told).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}
