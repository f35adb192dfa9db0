//! What somebody sees who reads the database itself and wants to join what must not be joined.

use crate::world::World;

/// A column of a table in the order that the database itself knows: on SQLite that of its row numbers, on PostgreSQL
/// that of the transactions, and within one that of the places on disc.
pub async fn as_they_lie(world: &World, table: &str, column: &str, which: &str) -> Vec<String> {
    let order =
        if world.database().starts_with("sqlite:") { "rowid" } else { "cast(cast(xmin as text) as bigint), ctid" };
    world.column(&format!("select {column} from {table} where {which} order by {order}")).await
}

/// Whether as many of the first as `early`, out of so many, still lie in the first half is no more than chance: in a
/// random order of 40 rows it is half of 20 with a spread of 1.6, and these bounds are more than four times that.
pub fn hidden_in_the_crowd(early: usize, of: usize) -> bool {
    (of / 6..=of - of / 6).contains(&early)
}

/// The values that a table shares with single responses. What all responses have (their service, their wave) joins
/// nothing, nor do the short numbers that everything counts with.
pub async fn shared_with_responses(world: &World, table: &str, columns: &[&str]) -> Vec<String> {
    let responses = world.rows("response").await.to_string();
    let mut shared = Vec::new();
    for column in columns {
        for theirs in
            ["id", "service", "survey", "wave", "number", "day", "audience", "language", "area", "decile", "answers"]
        {
            let sql = format!(
                "select '{column} = {theirs}: ' || min(cast(t.{column} as text)) from {table} t join response r \
                 on cast(r.{theirs} as text) = cast(t.{column} as text) where length(cast(t.{column} as text)) > 3 \
                 group by t.{column} having count(distinct r.id) < {responses}"
            );
            shared.extend(world.column(&sql).await);
        }
    }
    shared
}
