//! Many submissions in one transaction on PostgreSQL: a column an array, because a statement of one shape is planned once
//! and costs one way to the server, however many rows it brings.

use sqlx::{Postgres, Transaction};

use super::{NewResponse, Waiting, by_question, by_survey, paces, sql::take_numbers};
use crate::{
    clock::random_key,
    db::{Db, Tx, sql},
    error::Error,
    tallies::Kind,
};

sql! {
    ADD_ALL = "insert into response (id, service, survey, version, wave, number, day, channel, audience, age_band, language, \
        area, decile, place_edition, answers) \
        select r.id, $1, $2, r.version, r.wave, $3 + r.place - 1, r.day, r.channel, r.audience, r.age_band, r.language, \
        r.area, r.decile, r.place_edition, r.answers \
        from unnest($4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], \
        $11::text[], $12::text[], $13::bigint[], $14::text[], $15::text[]) with ordinality \
        as r (id, version, wave, day, channel, audience, age_band, language, area, decile, place_edition, answers, place) \
        where not exists (select 1 from taken_back as t where t.id = r.id) on conflict (id) do nothing";
    ADD_ALL_MONITORING = "insert into monitoring (response, service, wave, answers) \
        select m.response, $1, m.wave, m.answers \
        from unnest($2::text[], $3::text[], $4::text[]) as m (response, wave, answers) \
        on conflict (response) do nothing";
    ADD_ALL_APART = "insert into apart_answer (id, service, wave, question, part, said, mixed) \
        select a.id, $1, a.wave, a.question, a.part, a.said, false \
        from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) as a (id, wave, question, part, said)";
    ADD_ALL_PACES = "insert into wave_tally (service, wave, kind, item, people, waiting, mixed) \
        select $1, p.wave, $2, p.item, 0, p.people, false from unnest($3::text[], $4::text[], $5::bigint[]) as p (wave, item, people) \
        on conflict (wave, kind, item) do update set waiting = wave_tally.waiting + excluded.waiting, mixed = excluded.mixed";
    SAVE_ANSWERS = "insert into draft_answer (draft, question, answer) \
        select * from unnest($1::text[], $2::text[], $3::text[]) \
        on conflict (draft, question) do update set answer = excluded.answer";
    FORGET_DRAFTS = "delete from draft where code_hash = any($1)";
}

/// Whether everything was stored; `false` leaves nothing behind, because a response was there already.
pub(super) async fn store(db: &Db, batch: &[Waiting]) -> Result<bool, Error> {
    let mut tx = db.write().await?;
    if let Tx::Postgres(tx) = &mut tx {
        save_answers(tx, batch).await?;
    }
    for ((service, survey), new) in by_survey(batch) {
        let first = take_numbers(&mut tx, service, survey, new.len()).await?;
        let Tx::Postgres(tx) = &mut tx else { return Ok(false) };
        if !insert(tx, service, survey, first, &new).await? {
            return Ok(false);
        }
        insert_monitoring(tx, service, &new).await?;
        insert_apart(tx, service, &new).await?;
        insert_paces(tx, service, &new).await?;
        forget_drafts(tx, &new).await?;
    }
    tx.commit().await?;
    Ok(true)
}

async fn save_answers(tx: &mut Transaction<'static, Postgres>, batch: &[Waiting]) -> Result<(), Error> {
    let newest = by_question(batch);
    if !newest.is_empty() {
        let query = sqlx::query(SAVE_ANSWERS)
            .bind(newest.keys().map(|(draft, _)| *draft).collect::<Vec<_>>())
            .bind(newest.keys().map(|(_, question)| *question).collect::<Vec<_>>())
            .bind(newest.values().copied().collect::<Vec<_>>());
        query.execute(&mut **tx).await?;
    }
    Ok(())
}

/// Whether none of the responses was there before.
async fn insert(
    tx: &mut Transaction<'static, Postgres>,
    service: &str,
    survey: &str,
    first: i64,
    new: &[&NewResponse],
) -> Result<bool, Error> {
    let query = sqlx::query(ADD_ALL)
        .bind(service)
        .bind(survey)
        .bind(first)
        .bind(column(new, |new| &*new.id))
        .bind(column(new, |new| new.version))
        .bind(column(new, |new| &*new.wave))
        .bind(column(new, |new| &*new.day))
        .bind(column(new, |new| new.channel.code()))
        .bind(column(new, |new| new.audience))
        .bind(column(new, |new| new.age_band))
        .bind(column(new, |new| &*new.language))
        .bind(column(new, |new| new.area.as_deref()))
        .bind(column(new, |new| new.decile))
        .bind(column(new, |new| new.place_edition.as_deref()))
        .bind(column(new, |new| &*new.answers));
    let added = query.execute(&mut **tx).await?.rows_affected();
    Ok(usize::try_from(added).is_ok_and(|added| added == new.len()))
}

async fn insert_monitoring(
    tx: &mut Transaction<'static, Postgres>,
    service: &str,
    new: &[&NewResponse],
) -> Result<(), Error> {
    let monitored: Vec<_> = new.iter().copied().filter(|new| new.monitoring.is_some()).collect();
    if !monitored.is_empty() {
        let query = sqlx::query(ADD_ALL_MONITORING)
            .bind(service)
            .bind(column(&monitored, |new| &*new.id))
            .bind(column(&monitored, |new| &*new.wave))
            .bind(column(&monitored, |new| new.monitoring.as_deref()));
        query.execute(&mut **tx).await?;
    }
    Ok(())
}

async fn insert_apart(
    tx: &mut Transaction<'static, Postgres>,
    service: &str,
    new: &[&NewResponse],
) -> Result<(), Error> {
    let rows: Vec<_> = new.iter().flat_map(|new| &new.apart).collect();
    if !rows.is_empty() {
        let query = sqlx::query(ADD_ALL_APART)
            .bind(service)
            .bind(column(&rows, |_| random_key()))
            .bind(column(&rows, |row| &*row.wave))
            .bind(column(&rows, |row| &*row.question))
            .bind(column(&rows, |row| row.part.as_deref()))
            .bind(column(&rows, |row| &*row.said));
        query.execute(&mut **tx).await?;
    }
    Ok(())
}

async fn insert_paces(
    tx: &mut Transaction<'static, Postgres>,
    service: &str,
    new: &[&NewResponse],
) -> Result<(), Error> {
    let paces = paces(new);
    if !paces.is_empty() {
        let query = sqlx::query(ADD_ALL_PACES)
            .bind(service)
            .bind(Kind::Minutes.code())
            .bind(paces.keys().map(|(wave, _)| *wave).collect::<Vec<_>>())
            .bind(paces.keys().map(|(_, band)| *band).collect::<Vec<_>>())
            .bind(paces.values().copied().collect::<Vec<_>>());
        query.execute(&mut **tx).await?;
    }
    Ok(())
}

async fn forget_drafts(tx: &mut Transaction<'static, Postgres>, new: &[&NewResponse]) -> Result<(), Error> {
    let drafts: Vec<_> = new.iter().filter_map(|new| new.draft.as_deref()).collect();
    if !drafts.is_empty() {
        sqlx::query(FORGET_DRAFTS).bind(drafts).execute(&mut **tx).await?;
    }
    Ok(())
}

fn column<'r, R, T>(rows: &[&'r R], value: impl Fn(&'r R) -> T) -> Vec<T> {
    rows.iter().map(|row| value(row)).collect()
}
