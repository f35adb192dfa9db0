//! A mail server that keeps what it is given, or refuses it.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use heard::mail::{self, Outgoing};
use tokio::sync::watch;

use crate::world::World;

/// What addresses begin with that the mail server does not have.
pub const GONE: &str = "gone.";

/// A mail server on a free port.
pub struct PostOffice {
    address: SocketAddr,
    desk: Arc<Desk>,
}

#[derive(Default)]
struct Desk {
    taken: Mutex<Vec<String>>,
    refused: Mutex<Vec<String>>,
    to_refuse: AtomicUsize,
}

impl PostOffice {
    /// Refuses so many mails, then takes all.
    pub fn refusing(first: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let desk = Arc::new(Desk { to_refuse: AtomicUsize::new(first), ..Desk::default() });
        let office = Self { address, desk: desk.clone() };
        thread::spawn(move || {
            for caller in listener.incoming().map_while(Result::ok) {
                let desk = desk.clone();
                // A caller who hangs up is no fault of ours.
                thread::spawn(move || desk.serve(caller).unwrap_or_default());
            }
        });
        office
    }

    /// Has a worker of the server bring its mail here, until the sender is dropped.
    pub fn collect_from(&self, world: &World) -> watch::Sender<bool> {
        collect(world, self.address)
    }

    pub fn port(&self) -> u16 {
        self.address.port()
    }

    pub fn taken(&self) -> Vec<String> {
        self.desk.taken.lock().unwrap().clone()
    }

    pub fn refused(&self) -> Vec<String> {
        self.desk.refused.lock().unwrap().clone()
    }

    /// Waits for so many mails and gives the newest.
    pub async fn letter(&self, world: &World, count: usize) -> String {
        world.until(async || self.taken().len() >= count).await;
        self.taken()[count - 1].clone()
    }
}

/// Has a worker of the server bring its mail to a mail server, until the sender is dropped.
pub fn collect(world: &World, to: SocketAddr) -> watch::Sender<bool> {
    let (stop, stopped) = watch::channel(false);
    let outgoing = Outgoing::new(&format!("smtp://{to}"), "Heard <heard@heard.example>").unwrap();
    tokio::spawn(mail::run(world.app(), Some(outgoing), stopped));
    stop
}

impl Desk {
    fn serve(&self, caller: TcpStream) -> std::io::Result<()> {
        let mut say = caller.try_clone()?;
        let mut lines = BufReader::new(caller).lines();
        say.write_all(b"220 ready\r\n")?;
        while let Some(line) = lines.next().transpose()? {
            let answer = match line.split(' ').next().unwrap_or_default() {
                "RCPT" if line.contains(GONE) => "550 5.1.1 <someone>: Recipient address rejected: User unknown",
                "DATA" => {
                    say.write_all(b"354 go on\r\n")?;
                    let mut letter = String::new();
                    while let Some(line) = lines.next().transpose()?.filter(|line| line != ".") {
                        letter.push_str(&line);
                        letter.push('\n');
                    }
                    self.take(letter)
                }
                "QUIT" => return say.write_all(b"221 good bye\r\n"),
                _ => "250 fine",
            };
            say.write_all(format!("{answer}\r\n").as_bytes())?;
        }
        Ok(())
    }

    fn take(&self, letter: String) -> &'static str {
        let one_less = |left: usize| left.checked_sub(1);
        if self.to_refuse.fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_less).is_ok() {
            self.refused.lock().unwrap().push(letter);
            return "451 not now";
        }
        self.taken.lock().unwrap().push(letter);
        "250 taken"
    }
}

/// A line of a mail's head.
pub fn head<'l>(letter: &'l str, name: &str) -> &'l str {
    let line = letter.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    line.unwrap_or_else(|| panic!("no {name} in {letter}"))
}

/// The sign-in link in a mail.
pub fn link(letter: &str) -> String {
    let line = letter.lines().find(|line| line.contains("/staff/enter/"));
    line.unwrap_or_else(|| panic!("no link in {letter}")).to_owned()
}
