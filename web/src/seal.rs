//! Addresses of people, sealed with the server's secret: whoever has the database alone cannot read them.

use data_encoding::BASE64URL_NOPAD;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

use crate::{
    clock::random_bytes,
    error::Error,
    pepper::{Pepper, Purpose},
};

/// All texts are filled up to this many bytes, so that a sealed one does not even tell its length. The longest that we
/// seal, an address with a language before it, fits.
const LENGTH: usize = 320;

/// Seals a text for one purpose, tied to what it is about: put into another row, it cannot be opened.
pub fn seal(pepper: &Pepper, purpose: Purpose, about: &str, text: &str) -> Result<String, Error> {
    if text.len() > LENGTH || text.contains('\0') {
        return Err(Error::Fault("a text to be sealed is too long, or none".to_owned()));
    }
    let mut bytes = text.as_bytes().to_vec();
    bytes.resize(LENGTH, 0);
    // 96 random bits: that two of a million texts of one purpose have the same is less likely than 1 in 10^17.
    let nonce: [u8; NONCE_LEN] = random_bytes();
    cipher(pepper, purpose)
        .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(about), &mut bytes)
        .map_err(|e| Error::fault("sealing", e))?;
    Ok(BASE64URL_NOPAD.encode(&[&nonce[..], &bytes].concat()))
}

/// The text again. A fault where it was sealed with another secret, for another purpose, or about something else.
pub fn open(pepper: &Pepper, purpose: Purpose, about: &str, sealed: &str) -> Result<String, Error> {
    open_bytes(pepper, purpose, about, sealed).ok_or_else(|| {
        Error::Fault("what was sealed cannot be opened: is the secret the one it was sealed with?".to_owned())
    })
}

fn open_bytes(pepper: &Pepper, purpose: Purpose, about: &str, sealed: &str) -> Option<String> {
    let bytes = BASE64URL_NOPAD.decode(sealed.as_bytes()).ok()?;
    let (nonce, rest) = bytes.split_first_chunk::<NONCE_LEN>()?;
    let mut rest = rest.to_vec();
    let nonce = Nonce::assume_unique_for_key(*nonce);
    let text = cipher(pepper, purpose).open_in_place(nonce, Aad::from(about), &mut rest).ok()?;
    let text = text.split(|byte| *byte == 0).next()?;
    String::from_utf8(text.to_vec()).ok()
}

fn cipher(pepper: &Pepper, purpose: Purpose) -> LessSafeKey {
    let key = UnboundKey::new(&CHACHA20_POLY1305, &pepper.key(purpose));
    LessSafeKey::new(key.expect("a key of this cipher has 32 bytes"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pepper(digit: &str) -> Pepper {
        Pepper::from_hex(&digit.repeat(64)).unwrap()
    }

    #[test]
    fn only_the_same_secret_purpose_and_row_open_what_was_sealed() {
        let ours = pepper("7");
        let sealed = seal(&ours, Purpose::DrawContact, "riverside/w1", "ann@example.org").unwrap();
        let opened = |pepper: &Pepper, purpose, about| open(pepper, purpose, about, &sealed).ok();
        assert_eq!(opened(&ours, Purpose::DrawContact, "riverside/w1").as_deref(), Some("ann@example.org"));
        assert_eq!(opened(&pepper("8"), Purpose::DrawContact, "riverside/w1"), None);
        assert_eq!(opened(&ours, Purpose::ListenerAddress, "riverside/w1"), None);
        assert_eq!(opened(&ours, Purpose::DrawContact, "riverside/w2"), None);
        for broken in ["", "a", "%%%%", &sealed[..sealed.len() - 4], &sealed.replace(&sealed[20..21], "_")] {
            assert!(broken == sealed || open(&ours, Purpose::DrawContact, "riverside/w1", broken).is_err(), "{broken}");
        }
    }

    #[test]
    fn what_is_sealed_tells_neither_its_length_nor_that_it_is_the_same() {
        let sealed = |text: &str| seal(&pepper("7"), Purpose::DrawContact, "riverside/w1", text).unwrap();
        let longest = format!("{}@example.org", "a".repeat(242));
        assert_eq!(sealed("+44").len(), sealed(&longest).len());
        assert_ne!(sealed("+44"), sealed("+44"));
        assert!(seal(&pepper("7"), Purpose::DrawContact, "x", &"a".repeat(LENGTH + 1)).is_err());
    }
}
