use super::{outgoing::message_name, sql::Leased, *};

fn mail(attempts: i64) -> Leased {
    Leased {
        id: "0199".to_owned(),
        recipient: seal::seal(&pepper(), Purpose::MailAddress, "0199", "ann@example.org").unwrap(),
        subject: "Sign in – Ünder".to_owned(),
        body: format!("https://heard.example.org/staff/enter/{CODE}\nhttps://heard.example.org/stop/{OWN_CODE}\n"),
        attempts,
        give_up: 0,
        wave: None,
        address: None,
        service: None,
    }
}

fn pepper() -> Pepper {
    Pepper::from_hex(&"7".repeat(64)).unwrap()
}

fn message(attempts: i64, now: i64) -> String {
    let outgoing = Outgoing::new("smtp://localhost", "Heard <heard@example.org>").unwrap();
    String::from_utf8(
        outgoing.message(&pepper(), "https://heard.example.org", &mail(attempts), now).unwrap().formatted(),
    )
    .unwrap()
}

#[tokio::test]
async fn all_tries_of_a_mail_have_one_id_and_one_code() {
    let (first, second) = (message(1, 0), message(2, HOUR));
    let name = message_name(&pepper(), "0199", "ann@example.org");
    assert!(first.contains(&format!("Message-ID: <{name}@example.org>\r\n")), "{first}");
    assert!(!first.contains("List-Unsubscribe"), "nobody unsubscribes from signing in");
    assert!(first.contains("Date: Thu, 01 Jan 1970 00:00:00 +0000\r\n"));
    assert!(first.contains("Auto-Submitted: auto-generated\r\n"));
    assert!(first.contains("To: ann@example.org\r\n"));
    assert!(!first.contains(CODE) && !first.contains(OWN_CODE));
    let but_date = |text: &str| text.lines().filter(|line| !line.starts_with("Date:")).collect::<String>();
    assert_eq!(but_date(&first), but_date(&second));
}

/// What staff write stays as it is, also where it looks like a place for a code.
#[tokio::test]
async fn nobodys_words_can_ask_for_a_code() {
    let words = "{code} {own code} {stop code} {invitation}";
    let outgoing = Outgoing::new("smtp://localhost", "Heard <heard@example.org>").unwrap();
    let mail = Leased { body: words.to_owned(), ..mail(1) };
    let sent = outgoing.message(&pepper(), "https://heard.example.org", &mail, 0).unwrap().formatted();
    assert!(String::from_utf8(sent).unwrap().contains(words));
    for place in [CODE, OWN_CODE, STOP_CODE, INVITATION] {
        assert_ne!(heard_core::text::visible(place.to_owned()), place);
    }
}

#[tokio::test]
async fn a_mail_of_many_says_how_to_have_no_more_of_them() {
    let body = format!("https://heard.example.org/riverside/s/music/invited/{INVITATION}\n");
    let wave = "0199a1b2-0000-7000-8000-000000000000".to_owned();
    let invites = Leased { body, service: Some("riverside".to_owned()), wave: Some(wave.clone()), ..mail(1) };
    let outgoing = Outgoing::new("smtp://localhost", "Heard <heard@example.org>").unwrap();
    let message = outgoing.message(&pepper(), "https://heard.example.org", &invites, 0).unwrap().formatted();
    let text = String::from_utf8(message).unwrap();
    let stop = stop_code(&pepper(), "ann@example.org");
    let one_line = text.replace("\r\n ", " ");
    assert!(one_line.contains(&format!("<https://heard.example.org/riverside/invitations/stop/{stop}>\r\n")), "{text}");
    assert!(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
    assert!(text.replace("=\r\n", "").contains(&invitation_code(&pepper(), &wave, "ann@example.org")), "{text}");
}

#[test]
fn addresses_are_kept_in_one_form() {
    assert_eq!(address(" Ann.Baker@Example.ORG\n").as_deref(), Some("ann.baker@example.org"));
    for bad in ["", "ann", "ann@", "@example.org", "a@b@c", "a b@example.org", "a@example.org\r\nBcc: b@c.org"] {
        assert_eq!(address(bad), None, "{bad}");
    }
    assert_eq!(address(&format!("{}@example.org", "a".repeat(250))), None);
}

#[test]
fn the_waits_grow_and_stop_growing() {
    assert_eq!([1, 2, 3].map(wait_after), [MINUTE, 2 * MINUTE, 4 * MINUTE]);
    assert_eq!([10, 64, i64::MAX].map(wait_after), [6 * HOUR; 3]);
    assert_eq!([0, 1, MINUTE, MINUTE + 1].map(next_minute), [0, MINUTE, MINUTE, 2 * MINUTE]);
}
