//! People who send the survey again and again, each form until it is acknowledged.

use std::{
    collections::BTreeMap,
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed},
    },
    time::Duration,
};

use tokio::{
    sync::watch,
    task::JoinSet,
    time::{sleep, timeout},
};

use crate::load::{self, Answer, Connection};

/// How many forms come from one address: fewer than the server lets in at once.
const FORMS_AN_ADDRESS: usize = 60;

/// How long a person waits for an answer, and we for the crowd, before it is a fault.
const PATIENCE: Duration = Duration::from_secs(30);

pub struct Crowd {
    server: watch::Sender<Option<SocketAddr>>,
    seen: Arc<Seen>,
    people: JoinSet<()>,
}

/// What the people saw.
#[derive(Default)]
struct Seen {
    over: AtomicBool,
    acknowledged: AtomicUsize,
    refused: AtomicUsize,
    /// The receipt of each form, by the words that were typed into it.
    receipts: Mutex<BTreeMap<String, String>>,
}

impl Crowd {
    pub fn of(people: usize) -> Self {
        let (server, _) = watch::channel(None);
        let seen = Arc::<Seen>::default();
        let mut crowd = Self { server, seen, people: JoinSet::new() };
        for name in 0..people {
            let (server, seen) = (crowd.server.subscribe(), crowd.seen.clone());
            let person = Person { server, own: Ipv4Addr::LOCALHOST, connection: None, seen };
            crowd.people.spawn(person.send_forms(name));
        }
        crowd
    }

    /// Sends everybody to a server, or home.
    pub fn go_to(&self, server: Option<SocketAddr>) {
        self.server.send_replace(server);
    }

    /// Waits until this many more forms are acknowledged.
    pub async fn is_heard(&mut self, more: usize) {
        let seen = self.seen.clone();
        self.until(move || seen.acknowledged.load(Relaxed), more).await;
    }

    /// Waits until this many more people were asked to try again later.
    pub async fn is_refused(&mut self, more: usize) {
        let seen = self.seen.clone();
        self.until(move || seen.refused.load(Relaxed), more).await;
    }

    async fn until(&mut self, count: impl Fn() -> usize, more: usize) {
        let before = count();
        let counted = async {
            while count() < before + more {
                sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::select! {
            counted = timeout(PATIENCE, counted) => counted.expect("the crowd gets on"),
            ended = self.people.join_next() => ended.expect("there is a crowd").expect("a person saw a fault"),
        }
    }

    /// Has everybody finish the form they are at, and gives the receipts of all forms by their words.
    pub async fn finish(mut self) -> BTreeMap<String, String> {
        self.seen.over.store(true, Relaxed);
        while let Some(person) = timeout(PATIENCE, self.people.join_next()).await.expect("everybody finishes") {
            person.expect("a person saw a fault");
        }
        std::mem::take(&mut self.seen.receipts.lock().unwrap())
    }
}

struct Person {
    server: watch::Receiver<Option<SocketAddr>>,
    own: Ipv4Addr,
    connection: Option<(SocketAddr, Connection)>,
    seen: Arc<Seen>,
}

impl Person {
    async fn send_forms(mut self, name: usize) {
        for form in 0.. {
            if self.seen.over.load(Relaxed) {
                return;
            }
            if form % FORMS_AN_ADDRESS == 0 {
                let [from, address] = [name + 1, form / FORMS_AN_ADDRESS + 1].map(|part| u8::try_from(part).unwrap());
                self.own = Ipv4Addr::new(127, from, 0, address);
                self.connection = None;
            }
            let words = format!("person {name} form {form}");
            let key = self.get_key().await;
            let receipt = self.send(&key, &words).await;
            self.seen.acknowledged.fetch_add(1, Relaxed);
            self.seen.receipts.lock().unwrap().insert(words.clone(), receipt.clone());
            if form % 8 == 0 {
                assert_eq!(self.send(&key, &words).await, receipt, "a form that was sent twice has two receipts");
            }
        }
    }

    /// Loads the page for the key of its form.
    async fn get_key(&mut self) -> String {
        let answer = self.ask_until(&load::get(load::PATH), 200, "").await;
        let (_, field) = answer.text.split_once(r#"name="@response" value=""#).expect("a form has its key");
        field.split('"').next().unwrap_or_default().to_owned()
    }

    /// Sends a form until it is acknowledged, and gives the receipt.
    async fn send(&mut self, key: &str, words: &str) -> String {
        let answer = self.ask_until(&load::form(key, words), 303, words).await;
        let (_, receipt) = answer.text.split_once("location: /r/").expect("it leads to a receipt");
        receipt.split("\r\n").next().unwrap_or_default().to_owned()
    }

    /// Asks until the answer has this status. In the meantime there may be no server, or one that says to try again
    /// later and keeps the words that were typed.
    async fn ask_until(&mut self, request: &[u8], status: u16, words: &str) -> Answer {
        loop {
            match timeout(PATIENCE, self.ask(request)).await.expect("an answer comes in time") {
                Ok(answer) if answer.status == status => return answer,
                Ok(answer) => {
                    assert!([429, 503].contains(&answer.status), "{}", answer.text);
                    assert!(answer.text.contains(words), "\"{words}\" is not kept in {}", answer.text);
                    if answer.status == 503 {
                        self.seen.refused.fetch_add(1, Relaxed);
                    } else {
                        // Who presses the button all through a long outage is asked to wait for a moment.
                        sleep(Duration::from_secs(1)).await;
                    }
                }
                Err(_) => self.connection = None,
            }
            sleep(Duration::from_millis(20)).await;
        }
    }

    async fn ask(&mut self, request: &[u8]) -> io::Result<Answer> {
        let server = *self.server.wait_for(Option::is_some).await.expect("the crowd outlives its people");
        let server = server.expect("waited for one");
        if self.connection.as_ref().is_none_or(|(address, _)| *address != server) {
            self.connection = Some((server, Connection::open_from(self.own, server).await?));
        }
        let (_, connection) = self.connection.as_mut().expect("made just now");
        connection.ask(request).await
    }
}
