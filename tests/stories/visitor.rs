//! Someone with a browser, and what comes back to it. Whatever page a story meets has to be sound, and whatever cookie
//! has to stand in the privacy notice.

use std::fmt::Display;

use heard::about::COOKIES;
use heard_markup::faults;
use percent_encoding::{NON_ALPHANUMERIC, percent_encode};
use reqwest::{Client, Method, StatusCode, header, redirect::Policy};

/// Someone with a browser.
pub struct Visitor {
    client: Client,
    base: String,
}

/// What came back.
#[derive(Debug)]
pub struct Page {
    pub status: StatusCode,
    pub location: String,
    pub headers: header::HeaderMap,
    /// What came as words, with signs in place of what is none.
    pub html: String,
    pub bytes: Vec<u8>,
}

impl Visitor {
    /// Someone who has not been here before, at the server with this address.
    pub fn new(base: String) -> Self {
        let client = Client::builder().cookie_store(true).redirect(Policy::none()).build().unwrap();
        Self { client, base }
    }

    pub async fn get(&self, path: &str) -> Page {
        self.ask(Method::GET, path, Vec::new(), &[]).await
    }

    /// Posts a form as a browser does.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let encode = |text: &str| percent_encode(text.as_bytes(), NON_ALPHANUMERIC).to_string();
        let body = fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect::<Vec<_>>();
        self.post_bytes(path, body.join("&").into_bytes()).await
    }

    pub async fn post_bytes(&self, path: &str, body: Vec<u8>) -> Page {
        self.ask(Method::POST, path, body, &[("content-type", "application/x-www-form-urlencoded")]).await
    }

    /// Posts a form with files, as a browser does: the field, the file's name and what is in it.
    pub async fn upload(&self, path: &str, files: &[(&str, &str, &[u8])]) -> Page {
        const PART: &str = "a-line-that-no-file-holds";
        let mut body = Vec::new();
        for (field, name, content) in files {
            let head = format!("--{PART}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(b"Content-Type: application/octet-stream\r\n\r\n");
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{PART}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={PART}");
        self.ask(Method::POST, path, body, &[("content-type", &kind)]).await
    }

    pub async fn ask(&self, method: Method, path: &str, body: Vec<u8>, headers: &[(&str, &str)]) -> Page {
        let address = if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.base) };
        let mut request = self.client.request(method, address).body(body);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = request.send().await.unwrap();
        let location = answer.headers().get("location").map_or("", |l| l.to_str().unwrap()).to_owned();
        let (status, headers) = (answer.status(), answer.headers().clone());
        let bytes = answer.bytes().await.unwrap().to_vec();
        let page = Page { status, location, headers, html: String::from_utf8_lossy(&bytes).into_owned(), bytes };
        page.keeps_the_rules();
        page
    }

    /// Begins a survey and gives the address of its first section.
    pub async fn begin(&self, survey: &str) -> String {
        self.post(&format!("{survey}/start"), &[]).await.leads()
    }

    /// Sends what is on the check page.
    pub async fn send(&self, survey: &str) -> Page {
        let check = self.get(&format!("{survey}/check")).await.is(200);
        self.post(&format!("{survey}/send"), &[("@response", &check.field("@response"))]).await
    }
}

impl Page {
    /// Checks what every page keeps, whatever it says.
    fn keeps_the_rules(&self) {
        if self.headers.get("content-type").is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
            let faults = faults(&self.html);
            assert!(faults.is_empty(), "{faults:#?} in {}", self.html);
        }
        for cookie in self.headers.get_all("set-cookie") {
            let name = cookie.to_str().unwrap().split('=').next().unwrap().trim_start_matches("__Secure-");
            assert!(COOKIES.iter().any(|known| known.name == name), "{name} is not in web/src/about/cookies.rs");
        }
    }

    /// Checks the status.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{} {}", self.location, self.html);
        self
    }

    /// Checks that the page says something.
    #[track_caller]
    pub fn says(self, words: impl Display) -> Self {
        assert!(self.html.contains(&words.to_string()), "\"{words}\" is not in {}", self.html);
        self
    }

    /// Checks that the page does not say something.
    #[track_caller]
    pub fn hides(self, words: impl Display) -> Self {
        assert!(!self.html.contains(&words.to_string()), "\"{words}\" is in {}", self.html);
        self
    }

    /// Where it leads.
    #[track_caller]
    pub fn leads(self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.html);
        self.location
    }

    /// The value of a hidden field.
    #[track_caller]
    pub fn field(&self, name: &str) -> String {
        let after = self.html.split_once(&format!("name=\"{name}\" value=\"")).expect("the field is there").1;
        after.split('"').next().unwrap().to_owned()
    }
}
