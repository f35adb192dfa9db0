//! What a snapshot of a million responses to 20 questions takes, and how fast it counts: beside DuckDB, on the same
//! answers and as many threads, in turns, in one run. `tests/run bench` runs it; so does
//! `cargo bench -p heard-core --bench columns`, with a Python that has `duckdb` in `HEARD_TEST_DUCKDB`.
#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]
#![expect(clippy::disallowed_methods, reason = "a bench measures time")]

mod duckdb;
mod made;

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::Path,
    thread,
    time::Instant,
};

use heard_core::results::{
    Columns,
    columns::{CrossTable, Filter, Mask, Rows, Subject},
};

use duckdb::DuckDb;

const RESPONSES: usize = 1_000_000;
/// Responses that are made before they are added, so that only the adding is timed.
const BATCH: usize = 500;
const ROUNDS: usize = 15;
const THREADS: usize = 2;

fn main() {
    let folder = std::env::temp_dir().join(format!("heard-columns-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the answers");
    let (columns, seconds) = snapshot(&folder.join("answers.csv"));
    let megabytes = megabytes(columns.bytes());
    println!("\nA snapshot of {RESPONSES} responses to 20 questions, {} variables", columns.variables().len());
    println!("    {:<44} {seconds:>8.2} s", "built, one thread");
    println!("    {:<44} {megabytes:>8.1} MB", "memory");
    let mut ours = Figures::default();
    let mut theirs = Figures::default();
    let mut duckdb = DuckDb::open(&folder, THREADS);
    for _ in 0..=ROUNDS {
        ours.tallies.push(timed(|| tallies(&columns)).1);
        let (table, seconds) = timed(|| cross_table(&columns));
        ours.tables.push(seconds);
        if let Some(duckdb) = &mut duckdb {
            theirs.tallies.push(duckdb.tallies());
            let (counts, seconds) = duckdb.cross_table();
            theirs.tables.push(seconds);
            assert_eq!(counts, plain(&table), "both count the same");
        }
    }
    println!("\nCounted with {THREADS} threads: the first time, then the median of {ROUNDS} rounds, in milliseconds");
    ours.print("ours");
    if duckdb.is_some() {
        theirs.print("DuckDB");
        ours.print_ratios(&theirs);
    } else {
        println!("DuckDB: not measured, HEARD_TEST_DUCKDB names no Python that has it");
    }
    drop(duckdb);
    std::fs::remove_dir_all(&folder).expect("the answers are deleted");
}

/// The snapshot, and the seconds that adding responses to it took. The same answers are written to a table as codes.
fn snapshot(table: &Path) -> (Columns, f64) {
    let survey = made::survey();
    let mut columns = Columns::new(&survey);
    let mut maker = made::Maker::new(&survey);
    let mut written = BufWriter::new(File::create(table).expect("a table"));
    writeln!(written, "{}", maker.header()).expect("written");
    let mut seconds = 0.0;
    for batch in 0..RESPONSES / BATCH {
        let responses: Vec<_> = (0..BATCH).map(|_| maker.next(&mut written)).collect();
        let first = batch * BATCH;
        let add = || {
            for (at, response) in responses.iter().enumerate() {
                columns.append(i64::try_from(first + at).expect("small"), response);
            }
        };
        seconds += timed(add).1;
    }
    written.flush().expect("written");
    (columns, seconds)
}

/// Every tally of every variable, how many people each rests on.
fn tallies(columns: &Columns) -> u32 {
    let of_part = |rows: Rows<'_>| columns.variables().iter().map(|v| v.counts(&rows)).collect::<Vec<_>>();
    let parts = in_parts(columns.len(), None, of_part);
    let whole = parts.into_iter().reduce(|mut sum, more| {
        sum.iter_mut().zip(&more).for_each(|(sum, more)| sum.merge(more));
        sum
    });
    whole.expect("there is a part").iter().map(|counts| counts.tally().base()).max().unwrap_or(0)
}

/// What keeps children away by how welcome families feel, of non-participating parents in the most deprived areas.
fn cross_table(columns: &Columns) -> CrossTable {
    let rule = Filter::All(vec![
        Filter::Among(Subject::Audience, vec!["non_participating_parent".to_owned()]),
        Filter::Between(Subject::Decile, 1.0, 3.0),
    ]);
    let mask = columns.filter(&rule).expect("the snapshot has these");
    let variable = |key: &str| {
        let subject = Subject::Question { key: made::key(key), part: None };
        columns.variable(&subject).expect("the survey asks it")
    };
    let (of, by) = (variable("single_3"), variable("scale_1"));
    let parts = in_parts(columns.len(), Some(&mask), |rows| of.by(by, &rows).expect("a small table"));
    let whole = parts.into_iter().reduce(|mut sum, more| {
        sum.merge(&more);
        sum
    });
    whole.expect("there is a part")
}

/// What `count` gives for each thread's part of the rows; this thread takes the first.
fn in_parts<T: Send>(rows: usize, only: Option<&Mask>, count: impl Fn(Rows<'_>) -> T + Sync) -> Vec<T> {
    let part = rows.div_ceil(THREADS);
    let parts = (0..THREADS).map(|thread| thread * part..rows.min((thread + 1) * part));
    let count = &count;
    thread::scope(|scope| {
        let mut parts = parts.map(|range| Rows { range, only });
        let own = parts.next();
        let running: Vec<_> = parts.map(|rows| scope.spawn(move || count(rows))).collect();
        let own = own.map(count);
        own.into_iter().chain(running.into_iter().map(|part| part.join().expect("it counts"))).collect()
    })
}

/// The cells that somebody is in, level by level.
fn plain(table: &CrossTable) -> Vec<u32> {
    table.groups.iter().flat_map(|group| group.levels().iter().copied()).filter(|count| *count > 0).collect()
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let began = Instant::now();
    let made = work();
    (std::hint::black_box(made), began.elapsed().as_secs_f64())
}

#[expect(clippy::cast_precision_loss, reason = "far fewer bytes than 2 to the 53")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// Seconds by round; the first is cold.
#[derive(Default)]
struct Figures {
    tallies: Vec<f64>,
    tables: Vec<f64>,
}

impl Figures {
    fn print(&self, whose: &str) {
        for (what, seconds) in [("all tallies", &self.tallies), ("a filtered cross-table", &self.tables)] {
            let warm = median(seconds[1..].to_vec());
            println!("    {:<36} {:>9.2} {:>9.2}", format!("{whose}: {what}"), seconds[0] * 1e3, warm * 1e3);
        }
    }

    fn print_ratios(&self, others: &Self) {
        println!("Times as fast as DuckDB: the first time, then the median of the rounds");
        let pairs =
            [("all tallies", &self.tallies, &others.tallies), ("a filtered cross-table", &self.tables, &others.tables)];
        for (what, ours, theirs) in pairs {
            let ratios: Vec<_> = theirs.iter().zip(ours).map(|(theirs, ours)| theirs / ours).collect();
            println!("    {what:<36} {:>9.1} {:>9.1}", ratios[0], median(ratios[1..].to_vec()));
        }
    }
}

/// The middle one, of an odd number of figures.
fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
