//! `heard serve` as the process that an operator runs.

use std::{
    env,
    io::{BufRead as _, BufReader},
    net::SocketAddr,
    path::PathBuf,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{
        Arc, Mutex,
        mpsc::{self, Sender},
    },
    thread,
    time::Duration,
};

use crate::home::Home;

pub struct Process {
    pub address: SocketAddr,
    child: Child,
    log: Arc<Mutex<Vec<String>>>,
}

impl Process {
    /// Starts it and waits until it serves.
    pub fn start(home: &Home) -> Self {
        Self::start_under(&[], home)
    }

    /// Starts it as the last arguments of another command, which has to become it.
    pub fn start_under(other: &[&str], home: &Home) -> Self {
        let mut words = other.iter().map(PathBuf::from).chain([program()]);
        let mut child = Command::new(words.next().expect("a program at least"))
            .args(words)
            .args(["serve", "--listen", "127.0.0.1:0", "--base-url", "http://heard.example", "--log-format", "json"])
            .args(["--database", &home.url, "--secret-file"])
            .arg(home.secret_file())
            .env("HEARD_LOG", "info")
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts: cargo build, or HEARD_BIN");
        let lines = BufReader::new(child.stderr.take().expect("its log is a pipe"));
        let log = Arc::new(Mutex::new(Vec::new()));
        let (serving, address) = mpsc::channel();
        thread::spawn({
            let log = log.clone();
            move || lines.lines().map_while(Result::ok).for_each(|line| note(line, &log, &serving))
        });
        let address = address.recv_timeout(Duration::from_secs(30)).unwrap_or_else(|_| {
            panic!("it does not serve: {:#?}", log.lock().unwrap());
        });
        Self { address, child, log }
    }

    pub fn id(&self) -> String {
        self.child.id().to_string()
    }

    /// Ends it with SIGKILL: it can do nothing any more.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to end (SIGTERM) and waits until it has. What it logged is there for whoever finds fault.
    pub async fn end(mut self) -> (ExitStatus, Vec<String>) {
        shell(&format!("kill -TERM {}", self.id()));
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return (status, self.log.lock().unwrap().clone());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // A test that failed leaves nothing running; a process that has ended cannot be killed again.
        let _ended = self.child.kill();
        let _status = self.child.wait();
    }
}

/// Runs a line of shell.
pub fn shell(line: &str) {
    let status = Command::new("sh").args(["-c", line]).status().expect("there is a shell");
    assert!(status.success(), "{line}: {status}");
}

/// The program that cargo built beside this test, or the one that `HEARD_BIN` names.
fn program() -> PathBuf {
    let beside = || {
        let test = env::current_exe().expect("a test knows its own file");
        test.ancestors().nth(2).expect("tests are built in target/debug/deps").join("heard")
    };
    env::var_os("HEARD_BIN").map_or_else(beside, PathBuf::from)
}

fn note(line: String, log: &Mutex<Vec<String>>, serving: &Sender<SocketAddr>) {
    if line.contains(r#""message":"serving""#) {
        let address = line.split(r#""address":""#).nth(1).and_then(|rest| rest.split('"').next());
        let address = address.and_then(|address| address.parse().ok()).expect("it says where it serves");
        // Nobody may be waiting any more.
        let _late = serving.send(address);
    }
    log.lock().unwrap().push(line);
}
