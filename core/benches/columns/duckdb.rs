//! DuckDB at the same work, in a process of its own.

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

/// It has the answers loaded, and waits to be asked.
pub struct DuckDb {
    process: Child,
    asks: Option<ChildStdin>,
    tells: BufReader<ChildStdout>,
}

impl DuckDb {
    /// Loads `answers.csv` of a folder, and opens it anew, so that nothing of it is in DuckDB's memory; none where no
    /// Python with DuckDB is named.
    pub fn open(folder: &Path, threads: usize) -> Option<Self> {
        let python = std::env::var_os("HEARD_TEST_DUCKDB")?;
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/columns/duckdb_side.py");
        let mut process = Command::new(python)
            .arg(script)
            .args([folder.as_os_str(), threads.to_string().as_ref()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the Python in HEARD_TEST_DUCKDB runs");
        let asks = process.stdin.take();
        let mut tells = BufReader::new(process.stdout.take().expect("it is piped"));
        let mut ready = String::new();
        tells.read_line(&mut ready).expect("it gets ready");
        assert_eq!(ready.trim(), "ready");
        Some(Self { process, asks, tells })
    }

    /// Seconds for every tally.
    pub fn tallies(&mut self) -> f64 {
        self.ask("tallies").1
    }

    /// The cells of the filtered cross-table that somebody is in, and seconds.
    pub fn cross_table(&mut self) -> (Vec<u32>, f64) {
        self.ask("table")
    }

    fn ask(&mut self, what: &str) -> (Vec<u32>, f64) {
        let asks = self.asks.as_mut().expect("it is open");
        writeln!(asks, "{what}").and_then(|()| asks.flush()).expect("it listens");
        let mut line = String::new();
        self.tells.read_line(&mut line).expect("it answers");
        let mut words = line.split_whitespace();
        let seconds = words.next().and_then(|word| word.parse().ok()).expect("seconds");
        (words.map(|word| word.parse().expect("a count")).collect(), seconds)
    }
}

impl Drop for DuckDb {
    fn drop(&mut self) {
        // It ends when nobody can ask any more.
        self.asks = None;
        self.process.wait().expect("it ends");
    }
}
