//! A survey of one page, and people who send it over plain HTTP/1.1: for whatever puts a server under load.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
};

use heard::{
    clock::{Clock, DAY, random_key},
    db::Db,
    demo,
    limits::Settings,
    pepper::{Pepper, Purpose},
    server::{self, Config},
};
use heard_core::survey::Survey;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpSocket, TcpStream},
};

/// Where the survey is.
pub const PATH: &str = "/riverside/s/one_page";

const ONE_PAGE: &str = r#"{
    "key": "one_page", "title": {"en": "One page"}, "welcome": {"en": "Hello"}, "thanks": {"en": "Thanks"},
    "languages": ["en"], "audiences": ["young_person"], "minutes": 1,
    "sections": [{"key": "only", "title": {"en": "All"}, "questions": [
        {"key": "like", "kind": "yes_no", "text": {"en": "Do you like it?"}, "required": true},
        {"key": "why", "kind": "long_text", "max_length": 200, "text": {"en": "Why?"}}
    ]}]
}"#;

/// The secret of every server under load, as its file holds it.
pub fn secret() -> String {
    "5e".repeat(32)
}

pub fn pepper() -> Pepper {
    Pepper::from_hex(&secret()).expect("64 hexadecimal digits")
}

/// A server in this process, on a free port.
pub fn config(db: Db) -> Config {
    Config {
        db,
        pepper: pepper(),
        clock: Clock::System,
        listen: SocketAddr::from(([127, 0, 0, 1], 0)),
        base_url: None,
        contact: None,
        mail: None,
        metrics_token: None,
        limits: Settings { lifted: true, ..Settings::default() },
        patience: server::PATIENCE,
        plugins: heard_host::Limits::default(),
        compiling: server::Compiling::default(),
    }
}

/// Opens an empty database, founds the made-up service in it and asks the survey of one page for four weeks.
pub async fn furnish(url: &str) {
    let db = Db::connect(url).await.expect("the database opens");
    db.migrate().await.expect("the schema is made");
    let server = server::start(config(db)).await.expect("the server starts");
    let survey = Survey::from_json(ONE_PAGE).expect("the survey is sound");
    let now = server.app.clock.now();
    demo::found(&server.app, now - DAY).await.expect("the made-up service is founded");
    demo::ask(&server.app, &survey, now - DAY, now + 28 * DAY).await.expect("the survey is published");
    server.stop().await;
}

/// A key for a form, such as the page would have given.
pub fn key() -> String {
    let key = random_key();
    format!("{key}.{}", pepper().derive(Purpose::Receipt, &key))
}

/// The whole request that posts a form.
pub fn form(key: &str, why: &str) -> Vec<u8> {
    let body = format!("%40response={key}&like=yes&why={}", why.replace(' ', "+"));
    let length = body.len();
    format!(
        "POST {PATH} HTTP/1.1\r\nhost: heard\r\ncontent-type: application/x-www-form-urlencoded\r\n\
         content-length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

/// The whole request for a page.
pub fn get(path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: heard\r\n\r\n").into_bytes()
}

/// A connection that is kept from request to request.
pub struct Connection {
    stream: TcpStream,
    read: Vec<u8>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    /// Head and body.
    pub text: String,
}

impl Connection {
    pub async fn open(address: SocketAddr) -> io::Result<Self> {
        Self::open_from(Ipv4Addr::LOCALHOST, address).await
    }

    /// As somebody at an address of their own: all that begin with 127 are this machine's.
    pub async fn open_from(own: Ipv4Addr, address: SocketAddr) -> io::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.bind((own, 0).into())?;
        let stream = socket.connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, read: Vec::with_capacity(16 * 1024) })
    }

    /// Sends a request and reads the whole answer.
    pub async fn ask(&mut self, request: &[u8]) -> io::Result<Answer> {
        self.stream.write_all(request).await?;
        self.read.clear();
        loop {
            if self.stream.read_buf(&mut self.read).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if let Some(answer) = whole(&self.read) {
                return Ok(answer);
            }
        }
    }
}

/// The answer, when all of it has come. Our pages say how long they are.
fn whole(read: &[u8]) -> Option<Answer> {
    let head = read.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let text = std::str::from_utf8(read).ok()?;
    let (_, after) = text[..head].split_once("content-length: ")?;
    let length: usize = after.split("\r\n").next()?.parse().ok()?;
    let status = text.get(9..12)?.parse().ok()?;
    (read.len() >= head + length).then(|| Answer { status, text: text.to_owned() })
}
