//! The door to the house: how often one may come, by which way, how slowly, and under what name.

use std::time::Duration;

use futures_util::future::join_all;
use heard::{clock::MINUTE, limits::Settings};
use reqwest::Method;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};

use crate::{
    sending::ONE_PAGE,
    stories,
    visitor::{Page, Visitor},
    world::World,
};

const SURVEY: &str = "/riverside/s/music_and_your_family";
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

const TWO_PAGES: &str = r#"{
    "key": "two_pages", "title": {"en": "Two pages"}, "welcome": {"en": "Hello"}, "thanks": {"en": "Thanks"},
    "languages": ["en"], "audiences": ["young_person"], "minutes": 1,
    "sections": [
        {"key": "one", "title": {"en": "One"}, "questions": [{"key": "like", "kind": "yes_no", "text": {"en": "Like?"}}]},
        {"key": "two", "title": {"en": "Two"}, "questions": [{"key": "play", "kind": "yes_no", "text": {"en": "Play?"}}]}
    ]
}"#;

/// How many of the answers have this status.
fn count(answers: &[Page], status: u16) -> usize {
    answers.iter().filter(|page| page.status.as_u16() == status).count()
}

/// Begins a survey by way of proxies that say where the request comes from.
async fn start_from(visitor: &Visitor, forwarded: &str) -> u16 {
    let headers = [FORM, ("x-forwarded-for", forwarded)];
    visitor.ask(Method::POST, &format!("{SURVEY}/start"), Vec::new(), &headers).await.status.as_u16()
}

/// What comes back until the server hangs up, which it must.
async fn until_it_hangs_up(stream: &mut TcpStream) -> String {
    let mut said = Vec::new();
    let end = timeout(Duration::from_secs(20), stream.read_to_end(&mut said)).await.expect("the server hangs up");
    // Hanging up before all was read is told as an error.
    end.unwrap_or_default();
    String::from_utf8_lossy(&said).into_owned()
}

async fn impatient(mut world: World) -> World {
    world.restart_with(|config| config.patience = Duration::from_millis(500)).await;
    world.riverside().await
}

async fn connect(world: &World) -> TcpStream {
    TcpStream::connect(world.base().trim_start_matches("http://")).await.unwrap()
}

stories! {
    async fn sixty_pupils_behind_one_address_answer_within_a_minute(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(TWO_PAGES).await;
        let pupils: Vec<_> = (0..60).map(|_| world.visitor()).collect();
        join_all(pupils.iter().map(async |pupil| {
            pupil.begin(&survey).await;
            pupil.post(&format!("{survey}/one"), &[("like", "yes")]).await.leads();
            pupil.post(&format!("{survey}/two"), &[("play", "no")]).await.leads();
            let receipt = pupil.send(&survey).await.leads();
            pupil.get(&receipt).await.is(200);
        })).await;
        assert_eq!(world.rows("response").await, 60);
    }

    async fn beginning_again_and_again_is_stopped_for_a_while(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        let mut answers = Vec::new();
        for _ in 0..130 {
            answers.push(nadia.post(&format!("{SURVEY}/start"), &[]).await);
        }
        assert_eq!((count(&answers, 303), count(&answers, 429)), (120, 10));
        let last = answers.pop().unwrap().says("Nothing that you sent is lost");
        assert_eq!(last.headers["retry-after"], "1");
        assert_eq!(world.rows("draft").await, 1, "whoever has begun goes on");
        nadia.get(&format!("{SURVEY}/family")).await.is(200);
        world.pass(MINUTE);
        nadia.begin(SURVEY).await;
    }

    async fn guesses_at_receipts_and_links_get_nowhere(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        let guesser = world.visitor();
        let key = guesser.get(&survey).await.field("@response");
        let fields = [("@response", &*key), ("like", "yes"), ("why", ""), ("postcode", "")];
        let receipt = guesser.post(&survey, &fields).await.leads();
        let link = heard::demo::sign_in_link(&world.app(), "olive@riverside.example").await.unwrap();
        let mut answers = Vec::new();
        for _ in 0..300 {
            answers.push(guesser.get(&format!("/r/{}", heard::clock::random_key())).await);
        }
        assert_eq!((count(&answers, 404), count(&answers, 429)), (120, 180));
        // Not even the right one: whoever guesses must not learn that it was.
        guesser.get(&receipt).await.is(429);
        guesser.post(&format!("{receipt}/withdraw"), &[]).await.is(429);
        let mut answers = Vec::new();
        for _ in 0..30 {
            let cookie = format!("enter={}", heard::clock::random_key());
            answers.push(guesser.ask(Method::POST, "/staff/enter", Vec::new(), &[FORM, ("cookie", &cookie)]).await);
        }
        assert_eq!((count(&answers, 410), count(&answers, 429)), (20, 10));
        guesser.get(&link).await.leads();
        guesser.post("/staff/enter", &[]).await.is(429);
        world.pass(MINUTE);
        guesser.get(&receipt).await.is(200);
        // The link has not been spent.
        guesser.post("/staff/enter", &[]).await.leads();
    }

    async fn guesses_at_the_token_of_the_counters_get_nowhere(world: World) {
        let probe = world.visitor();
        let mut answers = Vec::new();
        for guess in 0..70 {
            let token = format!("Bearer {guess}");
            answers.push(probe.ask(Method::GET, "/metrics", Vec::new(), &[("authorization", &token)]).await);
        }
        assert_eq!((count(&answers, 404), count(&answers, 429)), (60, 10));
    }

    async fn asking_for_links_keeps_what_was_typed(world: World) {
        let world = world.riverside().await;
        let office = world.visitor();
        let ask = async |_| office.post("/staff/sign-in", &[("email", "nobody@riverside.example")]).await;
        let answers = join_all((0..25).map(ask)).await;
        assert_eq!((count(&answers, 303), count(&answers, 429)), (20, 5));
        let late = answers.into_iter().find(|page| page.status.as_u16() == 429).unwrap();
        assert_eq!(late.headers["retry-after"], "10");
        late.says("nobody@riverside.example").says("Wait a minute").says("Error: Sign in");
    }

    async fn only_the_trusted_proxy_says_who_comes(world: World) {
        let mut world = world.riverside().await;
        let liar = world.visitor();
        for number in 0..125 {
            let expect = if number < 120 { 303 } else { 429 };
            assert_eq!(start_from(&liar, &format!("198.51.100.{number}")).await, expect);
        }
        let settings = Settings { trusted_proxies: vec!["127.0.0.1".parse().unwrap()], lifted: false };
        world.restart_with(|config| config.limits = settings).await;
        let proxy = world.visitor();
        for number in 0..125 {
            let expect = if number < 120 { 303 } else { 429 };
            // What the client itself wrote stands to the left of what the proxy saw; a household has many addresses.
            assert_eq!(start_from(&proxy, &format!("198.51.100.{number}, 2001:db8:1:2::{number}")).await, expect);
        }
        assert_eq!(start_from(&proxy, "2001:db8:1:3::1").await, 303);
        let everything = world.everything().await;
        for address in ["127.0.0.1", "198.51.100", "2001:db8"] {
            assert!(!everything.contains(address), "{address} is stored");
        }
    }

    async fn an_operator_can_lift_the_limits(world: World) {
        let mut world = world;
        world.restart_with(|config| config.limits.lifted = true).await;
        let world = world.riverside().await;
        let nadia = world.visitor();
        for _ in 0..125 {
            nadia.begin(SURVEY).await;
        }
    }

    async fn https_has_cookies_that_nobody_else_can_set(world: World) {
        let mut world = world;
        assert!(!world.visitor().get("/").await.headers.contains_key("strict-transport-security"));
        world.restart_with(|config| config.base_url = Some("https://heard.example".to_owned())).await;
        let world = world.riverside().await;
        let nadia = world.visitor();
        let begun = nadia.post(&format!("{SURVEY}/start"), &[]).await;
        assert_eq!(begun.headers["strict-transport-security"], "max-age=63072000");
        let cookie = begun.headers["set-cookie"].to_str().unwrap();
        assert!(cookie.starts_with("__Secure-draft=") && cookie.contains("; Secure"), "{cookie}");
        let pair = cookie.split(';').next().unwrap();
        let family = format!("{SURVEY}/family");
        nadia.ask(Method::GET, &family, Vec::new(), &[("cookie", pair)]).await.is(200);
        let planted = pair.trim_start_matches("__Secure-");
        nadia.ask(Method::GET, &family, Vec::new(), &[("cookie", planted)]).await.is(410);
        let link = heard::demo::sign_in_link(&world.app(), "olive@riverside.example").await.unwrap();
        let carried = nadia.get(link.trim_start_matches("https://heard.example")).await;
        let enter = carried.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        let entered = nadia.ask(Method::POST, "/staff/enter", Vec::new(), &[FORM, ("cookie", &enter)]).await;
        let session = entered.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        assert!(session.starts_with("__Secure-session="), "{session}");
        nadia.ask(Method::GET, "/staff", Vec::new(), &[("cookie", &session)]).await.is(200);
    }

    async fn a_head_that_does_not_come_is_not_waited_for(world: World) {
        let world = impatient(world).await;
        let mut stream = connect(&world).await;
        stream.write_all(b"GET / HTTP/1.1\r\nhost: heard\r\n").await.unwrap();
        assert_eq!(until_it_hangs_up(&mut stream).await, "");
    }

    async fn a_form_that_does_not_come_is_not_waited_for(world: World) {
        let world = impatient(world).await;
        let survey = world.publish(ONE_PAGE).await;
        let mut stream = connect(&world).await;
        let head = format!("POST {survey} HTTP/1.1\r\nhost: heard\r\ncontent-length: 100\r\n{}: {}\r\n\r\n", FORM.0, FORM.1);
        stream.write_all(format!("{head}like=yes").as_bytes()).await.unwrap();
        let said = until_it_hangs_up(&mut stream).await;
        assert!(said.starts_with("HTTP/1.1 408 ") && said.contains("Your connection may be slow"), "{said}");
        // Where no form is read, the rest of one holds nothing up either.
        let mut stream = connect(&world).await;
        stream.write_all(head.replace(&survey, &format!("{SURVEY}/start")).as_bytes()).await.unwrap();
        assert!(until_it_hangs_up(&mut stream).await.starts_with("HTTP/1.1 303 "));
    }

    async fn who_never_reads_is_not_waited_for(world: World) {
        let world = impatient(world).await;
        let mut stream = connect(&world).await;
        let ask_for_ever = async {
            while stream.write_all(b"GET / HTTP/1.1\r\nhost: heard\r\n\r\n").await.is_ok() {}
        };
        timeout(Duration::from_secs(20), ask_for_ever).await.expect("the server hangs up");
    }

    async fn a_stalled_client_does_not_keep_the_server_from_stopping(world: World) {
        let mut world = world;
        let mut stream = connect(&world).await;
        stream.write_all(b"GET / HTTP/1.1\r\nhost: heard\r\n").await.unwrap();
        timeout(Duration::from_secs(20), world.restart()).await.expect("it stops");
    }

    async fn signs_that_nobody_sees_are_not_stored(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        let nadia = world.visitor();
        let key = nadia.get(&survey).await.field("@response");
        let why = "pay \u{202e}05\u{202c} now, می\u{200c}خواهم 👩\u{200d}🎤\u{2066}\u{feff}";
        nadia.post(&survey, &[("@response", &*key), ("like", "yes"), ("why", why), ("postcode", "")]).await.leads();
        let stored = world.column("select answers from response").await.remove(0);
        assert!(stored.contains("\"pay 05 now, می\u{200c}خواهم 👩\u{200d}🎤\""), "{stored}");
        let olive = world.signed_in("olive@riverside.example").await;
        let fields = [("email", "bo@riverside.example"), ("name", "\u{202e}Bo\u{3164}"), ("role", "analyst")];
        olive.post("/staff/riverside/people", &fields).await.leads();
        assert_eq!(world.column("select name from role where name like '%Bo%'").await, ["Bo"]);
    }
}
