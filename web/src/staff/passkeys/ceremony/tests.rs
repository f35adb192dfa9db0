use data_encoding::HEXLOWER;
use proptest::prelude::*;

use super::*;

/// A key made for this test, as OpenSSL gave its modulus, and what OpenSSL signed with it.
const RS256_N: &str = "c1072ca0e48c88a17a5e10ddcaecdbdc21999fcff2e628e66725ade3597f62084804e87b54262ce59093d4b067e86b17b24348a6\
    b8b54a81877d6a7eb7fe37320ce79dfb987deed4f9e611bf54492bfaecf78c37f6e8d4d1d31c005d0006586331a628b434990367\
    caae35ce391fd11b5ad188e4a0e69c9b2b2f74cf427af78d9b62c7e716594770784defa1fdd15463da5cef45161c9b6ba7e1e186\
    5aeec1db4b46758d4df40d8a9be4d87ffd949b03e36151cce560539d171ef629e7d17e9f876372b1e2fb5e76b4b8d172c792a47e\
    f7c8ae12855f30fb6788f152b31c70bcc4735d776250b9b9b7b5529d7e4f58173130deb1cf6d78ff88487491058f0bed";
const RS256_SIGNATURE: &str = "307bca06928c97d35ddcc4c21643ea7336247dd7cf91e602a1b9f9358afce8d65000b812258254bcc759eca345177d4ba220724f\
    2e9693ebc25dacef222755750789fc0f74a10b058e6abd516242fef405defd421b129c1e1659a6457c688508b6e8abfa655e5cd6\
    5d1d76f21e5fb5a467275a7db3475dc23489cdd38bce09662b7d470347ffd7da808d4cabafe9ddae41c94e8803e758f290e5a9f9\
    8c3e62418a6c050d3afdf78fd62383a9747d0b11900b3475215e3f73d3a12353b434a34b5dae790dc7495746cedbdfebc135db23\
    53e124a1f2996f867f5cf8df63af7f91bbf990917bf77b702ff6c008cd52929eb4a9431290a9a448e9c99a01ed867c2e";
const SIGNED: &[u8] = br#"{"type":"webauthn.get","challenge":"YWJj","origin":"https://heard.example.org"}"#;

fn bytes(text: &str) -> Vec<u8> {
    HEXLOWER.decode(text.as_bytes()).unwrap()
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
