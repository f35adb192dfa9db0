use proptest::prelude::*;

use super::*;

/// A key made for this test, as OpenSSL gave its modulus, and what OpenSSL signed with it.
const RS256_N: &str = "wQcsoOSMiKF6XhDdyuzb3CGZn8_y5ijmZyWt41l_YghIBOh7VCYs5ZCT1LBn6GsXskNIpri1SoGHfWp-t_43MgznnfuYfe7U-eYRv1RJ\
    K_rs94w39ujU0dMcAF0ABlhjMaYotDSZA2fKrjXOOR_RG1rRiOSg5pybKy90z0J6942bYsfnFllHcHhN76H90VRj2lzvRRYcm2un4eGG\
    Wu7B20tGdY1N9A2Km-TYf_2UmwPjYVHM5WBTnRce9inn0X6fh2NyseL7Xna0uNFyx5KkfvfIrhKFXzD7Z4jxUrMccLzEc113YlC5ube1\
    Up1-T1gXMTDesc9teP-ISHSRBY8L7Q";
const RS256_SIGNATURE: &str = "MHvKBpKMl9Nd3MTCFkPqczYkfdfPkeYCobn5NYr86NZQALgSJYJUvMdZ7KNFF31LoiByTy6Wk-vCXazvIidVdQeJ_A90oQsFjmq9UWJC\
    _vQF3v1CGxKcHhZZpkV8aIUItuir-mVeXNZdHXbyHl-1pGcnWn2zR13CNInN04vOCWYrfUcDR__X2oCNTKuv6d2uQclOiAPnWPKQ5an5\
    jD5iQYpsBQ06_feP1iODqXR9CxGQCzR1IV4_c9OhI1O0NKNLXa55DcdJV0bO29_rwTXbI1PhJKHymW-Gf1z432Ovf5G7-ZCRe_d7cC_2\
    wAjNUpKetKlDEpCppEjpyZoB7YZ8Lg";
const SIGNED: &[u8] = br#"{"type":"webauthn.get","challenge":"YWJj","origin":"https://heard.example.org"}"#;

fn bytes(text: &str) -> Vec<u8> {
    BASE64URL_NOPAD.decode(text.as_bytes()).unwrap()
}

fn heard() -> Site {
    Site::of("https://heard.example.org").unwrap()
}

/// Authenticator data: 9 is what it counts.
fn data(flags: u8, rest: &[u8]) -> Vec<u8> {
    [&*Sha256::digest("heard.example.org"), &[flags, 0, 0, 0, 9], rest].concat()
}

/// Authenticator data of a new passkey: its make, its id, then this.
fn new(flags: u8, key: &[u8]) -> Vec<u8> {
    data(flags, &[&[0; 16], &[0, 2][..], b"id", key].concat())
}

const MADE: &[u8] = br#"{"type":"webauthn.create","challenge":"","origin":"https://heard.example.org"}"#;

fn rs256() -> Vec<u8> {
    [RS256, &[1, 0], &bytes(RS256_N), RS256_E].concat()
}

#[test]
fn passkeys_belong_to_the_host_and_answer_on_its_pages() {
    for (address, id, origin) in [
        ("https://heard.example.org", "heard.example.org", "https://heard.example.org"),
        ("https://heard.example.org:443", "heard.example.org", "https://heard.example.org"),
        ("https://heard.example.org:8443", "heard.example.org", "https://heard.example.org:8443"),
        ("https://intranet", "intranet", "https://intranet"),
        ("http://localhost:8080", "localhost", "http://localhost:8080"),
        ("http://localhost:80", "localhost", "http://localhost"),
        ("http://heard.localhost", "heard.localhost", "http://heard.localhost"),
    ] {
        assert_eq!(Site::of(address), Some(Site { id: id.to_owned(), origin: origin.to_owned() }));
    }
    let none = [
        "http://heard.example.org",
        "http://127.0.0.1:8080",
        "https://192.0.2.7",
        "https://[::1]:8080",
        "https://",
        "",
    ];
    for address in none {
        assert_eq!(Site::of(address), None, "{address}");
    }
}

#[test]
fn a_counter_goes_on_or_never_counts() {
    for (before, now, goes_on) in
        [(0, 0, true), (0, 1, true), (5, 6, true), (5, 5, false), (5, 4, false), (5, 0, false)]
    {
        assert_eq!(counts_on(before, now), goes_on, "{before} {now}");
    }
}

#[test]
fn the_other_kind_of_key_is_made_and_signs() {
    let key = rs256();
    let made = heard().made(MADE, &new(PRESENT | VERIFIED | HAS_KEY, &key)).unwrap();
    assert_eq!(made, Made { id: "aWQ".to_owned(), public_key: BASE64URL_NOPAD.encode(&key), counter: 9 });
    let signed = |data: &[u8], signature: &[u8]| heard().signed(SIGNED, data, signature, &made.public_key);
    assert_eq!(challenge(SIGNED).unwrap(), "abc");
    let mut signature = bytes(RS256_SIGNATURE);
    assert_eq!(signed(&data(PRESENT | VERIFIED, &[]), &signature).unwrap(), 9);
    assert!(matches!(signed(&data(PRESENT | VERIFIED, b"x"), &signature), Err(Flaw::Signature)));
    signature[7] ^= 1;
    assert!(matches!(signed(&data(PRESENT | VERIFIED, &[]), &signature), Err(Flaw::Signature)));
}

#[test]
fn what_follows_a_key_is_left_away_and_has_to_be_announced() {
    let make = |flags: u8, after: &[u8]| heard().made(MADE, &new(flags, &[&*rs256(), after].concat()));
    let flags = PRESENT | VERIFIED | HAS_KEY;
    let plain = make(flags, &[]).unwrap();
    assert_eq!(make(flags | HAS_EXTENSIONS, b"\xa1\x6bcredProtect\x02").unwrap(), plain);
    assert!(matches!(make(flags, b"\xa0"), Err(Flaw::Garbled)));
    assert!(matches!(make(flags | HAS_EXTENSIONS, &[]), Err(Flaw::Garbled)));
    assert!(matches!(make(PRESENT | VERIFIED, &[]), Err(Flaw::Garbled)));
}

#[test]
fn keys_of_other_kinds_are_told() {
    // Ed25519, and a curve's point cut short.
    for key in [&b"\xa4\x01\x01\x03\x27\x20\x06\x21\x58\x20"[..], &[ES256, &[1; 31]].concat()] {
        assert!(matches!(heard().made(MADE, &new(PRESENT | VERIFIED | HAS_KEY, key)), Err(Flaw::Key)));
    }
}

proptest! {
    #[test]
    fn no_bytes_are_too_strange(client_data: Vec<u8>, rest: Vec<u8>, flags: u8, signature: Vec<u8>) {
        let (site, device) = (heard(), data(flags, &rest));
        assert!(challenge(&client_data).is_err());
        for data in [&device, &rest] {
            assert!(site.made(&client_data, data).is_err());
            assert!(site.made(MADE, data).is_err());
            assert!(site.signed(SIGNED, data, &signature, &BASE64URL_NOPAD.encode(&rs256())).is_err());
        }
    }
}
