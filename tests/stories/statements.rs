//! Every SQL text of the program is one that both databases understand, but for those named as one's own.

use heard::{
    app::{POSTGRES_STATEMENTS, STATEMENTS},
    db::Db,
};

use crate::{stories, world::World};

stories! {
    async fn every_statement_can_be_prepared(world: World) {
        let db: &Db = &world.app().db;
        let mut faults = Vec::new();
        let own = if matches!(db, Db::Postgres(_)) { POSTGRES_STATEMENTS } else { &[] };
        for (file, statements) in STATEMENTS.iter().chain(own) {
            for statement in *statements {
                if let Err(error) = db.prepare(statement).await {
                    faults.push(format!("{file}: {statement}: {error}"));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        assert!(STATEMENTS.iter().map(|(_, statements)| statements.len()).sum::<usize>() > 50);
    }
}
