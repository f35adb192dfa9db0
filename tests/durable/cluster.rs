//! A PostgreSQL of a test's own, which forces everything to disc.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

pub struct Cluster {
    address: String,
}

impl Cluster {
    pub fn start() -> Self {
        Self { address: run(&["start", "--durable"]) }
    }

    pub fn address(&self) -> &str {
        &self.address
    }

    /// Ends it as a crash would: nothing is written any more.
    pub fn halt(&self) {
        run(&["halt", &self.address]);
    }

    pub fn resume(&self) {
        run(&["resume", &self.address]);
    }

    /// The ids of its processes, the one that all others come from first.
    pub fn processes(&self) -> Vec<String> {
        let folder = self.address.split("host=").last().expect("an address names its folder");
        let file = Path::new(folder).join("data/postmaster.pid");
        let pid = fs::read_to_string(file).expect("a running cluster says its process");
        let first = pid.lines().next().expect("the process is in the first line");
        let others = fs::read_to_string(format!("/proc/{first}/task/{first}/children")).expect("Linux lists children");
        [first].into_iter().chain(others.split_whitespace()).map(str::to_owned).collect()
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        run(&["stop", &self.address]);
    }
}

fn run(arguments: &[&str]) -> String {
    let script: PathBuf = [env!("CARGO_MANIFEST_DIR"), "postgres"].iter().collect();
    let done = Command::new(script).args(arguments).output().expect("tests/postgres runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("an address is text").trim().to_owned()
}
