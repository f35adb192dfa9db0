//! What ends by itself: waves that have closed stay closed, and their answers are deleted when their time has come.

use heard_core::wave::Declaration;
use jiff::ToSpan as _;

use super::sql;
use crate::{
    app::App,
    clock::{day_of, start_of},
    error::Error,
    staff,
    surveys::Wave,
};

/// Sets when what was answered in a wave is deleted: at the beginning of a day in England, as many months after the close
/// as is declared. Once it is open, and people were told a day, it is never a later one.
pub(super) fn promise(wave: &mut Wave, declaration: &Declaration, told: bool) {
    // A wave that closes at midnight closed with the day before.
    let last_day = day_of(wave.closes - 1);
    let after = |months: u32, before: Option<i64>| {
        let day = start_of(last_day.saturating_add(i64::from(months).months()));
        Some(before.filter(|_| told).map_or(day, |before| before.min(day)))
    };
    wave.forget_answers = after(declaration.keep_months, wave.forget_answers);
    wave.forget_monitoring = after(declaration.keep_monitoring_months, wave.forget_monitoring);
}

/// Closes what is over, for ever, and deletes what was kept as long as people were told: each wave in a transaction of
/// its own, with its line in the record. Figures that were made of the answers stay.
pub(crate) async fn forget_expired(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    sql::close_due(&mut tx, now).await?;
    let (monitoring, answers) = (sql::due_monitoring(&mut tx, now).await?, sql::due_answers(&mut tx, now).await?);
    tx.commit().await?;
    for due in monitoring {
        let mut tx = app.db.write().await?;
        if sql::forget_monitoring(&mut tx, &due.id).await? {
            staff::audit(&mut tx, &due.service, None, now, "equality answers deleted", &told(&due)).await?;
        }
        tx.commit().await?;
    }
    for due in answers {
        let mut tx = app.db.write().await?;
        if sql::forget_answers(&mut tx, &due.id).await? {
            staff::audit(&mut tx, &due.service, None, now, "answers deleted", &told(&due)).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

fn told(due: &sql::Due) -> String {
    format!("{}: they were kept as long as people were told", due.survey)
}

#[cfg(test)]
mod tests {
    use heard_core::text::Texts;
    use jiff::civil::date;

    use super::*;
    use crate::clock::{DAY, HOUR};

    #[test]
    fn months_are_counted_from_the_last_day_over_summer_time() {
        let declaration = |answers, monitoring| {
            let json = serde_json::json!({
                "purpose": Texts::english("Why"), "basis": "consent", "keep_months": answers, "keep_monitoring_months": monitoring,
                "contact": "us", "participation": {"space": "", "voice": "", "audience": "", "rung": "tokenism"},
            });
            Declaration::from_json(&json.to_string()).unwrap()
        };
        // The midnight after 31 January 2027; then 28 February, and 31 July in summer time.
        let mut wave = Wave::new(0, 1, 0, start_of(date(2027, 2, 1)));
        promise(&mut wave, &declaration(6, 1), false);
        assert_eq!(wave.forget_monitoring, Some(start_of(date(2027, 2, 28))));
        assert_eq!(wave.forget_answers, Some(start_of(date(2027, 7, 31))));
        assert_eq!(wave.forget_answers.unwrap() % DAY, 23 * HOUR, "midnight in London is 23 o'clock UTC");

        // Whoever has answered already was told that day.
        wave.closes = start_of(date(2027, 3, 1));
        promise(&mut wave, &declaration(6, 1), true);
        assert_eq!(wave.forget_answers, Some(start_of(date(2027, 7, 31))));
        wave.closes = start_of(date(2027, 1, 1));
        promise(&mut wave, &declaration(6, 1), true);
        assert_eq!(wave.forget_answers, Some(start_of(date(2027, 6, 30))), "closed early, deleted early");
        wave.closes = start_of(date(2027, 3, 1));
        promise(&mut wave, &declaration(6, 1), false);
        assert_eq!(wave.forget_answers, Some(start_of(date(2027, 8, 28))), "nobody has seen it yet");
    }
}
