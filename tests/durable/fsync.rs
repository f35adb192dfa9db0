//! Every acknowledgement comes after the answers were forced to disc: seen in what the kernel was asked to do, in order.

use std::{collections::BTreeSet, fs, ops::Range, path::Path, time::Duration};

use tokio::time::sleep;

use crate::{
    home::Home,
    load::{self, Connection},
    process::Process,
};

const FORMS: usize = 10;
const CALLS: &str = "trace=read,recvfrom,write,writev,sendto,pwrite64,fsync,fdatasync";

/// Posts forms to a traced server, and finds for each of them, in this order: the request was read, its words were
/// written to the database's log, the log was forced to disc, the acknowledgement was written.
async fn each_acknowledgement_waits_for_the_disc(home: Home, log: &str) {
    let trace = home.file("trace");
    // To a pipe strace writes line by line, to a file when it ends.
    let into = format!("|cat >'{}'", trace.display());
    // With -D the server stays this test's own child. With -y the trace names files, with a long -s it holds pages whole.
    let mut strace = vec!["strace", "-D", "-f", "-y", "-s", "65536", "-e", CALLS, "-o", &into];
    let others = home.cluster.as_ref().map(|cluster| cluster.processes().join(",")).unwrap_or_default();
    if !others.is_empty() {
        strace.extend(["-p", &others]);
    }
    let server = Process::start_under(&strace, &home);
    let mut person = Connection::open(server.address).await.unwrap();
    for number in 0..FORMS {
        let answer = person.ask(&load::form(&load::key(), &format!("drum {number}"))).await.unwrap();
        assert_eq!(answer.status, 303, "{}", answer.text);
    }
    let trace = whole(&trace).await;
    server.kill();
    drop(home.cluster);

    let lines: Vec<_> = trace.lines().collect();
    let forced = forced_to_disc(&lines, log);
    let mut from = 0;
    for number in 0..FORMS {
        let asked = find(&lines, from..lines.len(), &[&format!("why=drum+{number}\"")]);
        let told = find(&lines, asked..lines.len(), &["HTTP/1.1 303"]);
        let written = find(&lines, asked..told, &["pwrite64(", log, &format!("drum {number}")]);
        let safe = forced.iter().any(|at| (written..told).contains(at));
        let calls: Vec<String> = lines[written..=told].iter().map(|line| line.chars().take(90).collect()).collect();
        assert!(safe, "not forced to disc between these:\n{}", calls.join("\n"));
        from = told;
    }
}

/// The trace, when all acknowledgements are in it: it comes a little later than what it tells of.
async fn whole(trace: &Path) -> String {
    let mut text = String::new();
    for _ in 0..500 {
        text = fs::read_to_string(trace).unwrap();
        if text.matches("HTTP/1.1 303").count() == FORMS {
            return text;
        }
        sleep(Duration::from_millis(20)).await;
    }
    panic!("the trace does not hold {FORMS} acknowledgements; it ends with {:?}", text.lines().next_back());
}

/// The first line that holds all of these.
fn find(lines: &[&str], within: Range<usize>, parts: &[&str]) -> usize {
    let found = lines[within.clone()].iter().position(|line| parts.iter().all(|part| line.contains(part)));
    within.start + found.unwrap_or_else(|| panic!("{parts:?} is not in lines {within:?} of the trace"))
}

/// Where a sync of the log has come back. A call that another thread interrupts stands on two lines.
fn forced_to_disc(lines: &[&str], log: &str) -> Vec<usize> {
    let mut forced = Vec::new();
    let mut under_way = BTreeSet::new();
    for (at, line) in lines.iter().enumerate() {
        let Some((thread, call)) = line.split_once(' ') else { continue };
        let call = call.trim_start();
        let begins = (call.starts_with("fsync(") || call.starts_with("fdatasync(")) && call.contains(log);
        let goes_on = call.starts_with("<... fsync resumed>") || call.starts_with("<... fdatasync resumed>");
        if begins && call.ends_with("<unfinished ...>") {
            under_way.insert(thread);
        } else if (begins || (goes_on && under_way.remove(thread))) && call.ends_with("= 0") {
            forced.push(at);
        }
    }
    forced
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite() {
    each_acknowledgement_waits_for_the_disc(Home::on_sqlite().await, "heard.db-wal>").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_postgres() {
    each_acknowledgement_waits_for_the_disc(Home::on_postgres().await, "/pg_wal/").await;
}

#[test]
fn an_interrupted_sync_is_counted_when_it_comes_back() {
    let trace = "\
1  fdatasync(5</d/heard.db-wal> <unfinished ...>
2  fdatasync(6</d/other>) = 0
2  write(9<socket:[1]>, \"HTTP/1.1 303\", 12) = 12
1  <... fdatasync resumed>) = 0
1  fsync(5</d/heard.db-wal>) = -1 EIO (Input/output error)
1  fsync(5</d/heard.db-wal>) = 0";
    assert_eq!(forced_to_disc(&trace.lines().collect::<Vec<_>>(), "heard.db-wal>"), [3, 5]);
}
