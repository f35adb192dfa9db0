//! What the standard (Web Authentication, Level 3) has whoever relies on passkeys check: of bytes alone.
//!
//! We ask for no attestation: whose make a passkey is does not matter to us. So of a new one there is nothing to read but
//! its id, its key and its counter, and browsers hand over the authenticator data in which they stand.

use std::net::Ipv4Addr;

use data_encoding::BASE64URL_NOPAD;
use ring::signature::{ECDSA_P256_SHA256_ASN1, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::error::Error;

/// Why a passkey is refused: for the log, since people are told the same of all.
#[derive(Debug, thiserror::Error)]
pub(super) enum Flaw {
    #[error("what came cannot be read")]
    Garbled,
    #[error("its challenge is late, spent or not ours")]
    Challenge,
    #[error("it was made for another purpose or another site")]
    OtherSite,
    #[error("nobody was there, or the device did not make sure who")]
    NotVerified,
    #[error("its key is of no kind that we ask for")]
    Key,
    #[error("it is not known here, or its owner has no work here")]
    Unknown,
    #[error("it is here already, or its owner has too many")]
    TooMany,
    #[error("its signature is wrong")]
    Signature,
    #[error("its counter went back: there may be a copy of it")]
    Counter,
    /// A fault of ours, and not the passkey's.
    #[error(transparent)]
    Ours(#[from] Error),
}

/// What a ceremony is for, in the standard's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ceremony {
    Add,
    SignIn,
}

impl Ceremony {
    fn kind(self) -> &'static str {
        match self {
            Self::Add => "webauthn.create",
            Self::SignIn => "webauthn.get",
        }
    }
}

/// Us, as passkeys know us: what the standard calls the relying party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Site {
    /// Its host, such as `heard.example.org`: a passkey works there and nowhere else.
    pub id: String,
    /// Where its pages are, as browsers write it: `https://heard.example.org`.
    pub origin: String,
}

/// A passkey that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Made {
    /// In base64url, as browsers name it.
    pub id: String,
    /// In base64url, in the form of COSE.
    pub public_key: String,
    pub counter: i64,
}

/// What the browser says of a ceremony. It may say more, in later editions of the standard.
#[derive(Deserialize)]
struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(default, rename = "crossOrigin")]
    cross_origin: bool,
}

/// The challenge that was answered: what we gave out, if it is ours.
pub(super) fn challenge(client_data: &[u8]) -> Result<String, Flaw> {
    let challenge = BASE64URL_NOPAD.decode(read(client_data)?.challenge.as_bytes()).map_err(|_| Flaw::Garbled)?;
    String::from_utf8(challenge).map_err(|_| Flaw::Challenge)
}

/// Whether a counter is one that follows on another. Those of passkeys that are on several devices stay 0.
pub(super) fn counts_on(before: i64, now: i64) -> bool {
    now > before || (now, before) == (0, 0)
}

impl Site {
    /// The site at an address such as `https://heard.example.org`. There is none where browsers have no passkeys: where
    /// the host is a number, or the connection open and not to one's own machine.
    pub fn of(base_url: &str) -> Option<Self> {
        let (scheme, place) = base_url.split_once("://")?;
        let (host, port) = place.split_once(':').unwrap_or((place, ""));
        let named =
            host.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c)) && host.parse::<Ipv4Addr>().is_err();
        let safe = scheme == "https" || host == "localhost" || host.ends_with(".localhost");
        let usual = matches!((scheme, port), (_, "") | ("https", "443") | ("http", "80"));
        let origin = if usual { format!("{scheme}://{host}") } else { base_url.to_owned() };
        (named && safe && !host.is_empty()).then(|| Self { id: host.to_owned(), origin })
    }

    /// Reads a new passkey.
    pub fn made(&self, client_data: &[u8], data: &[u8]) -> Result<Made, Flaw> {
        self.is_ours(Ceremony::Add, client_data)?;
        let data = self.read(data)?;
        if data.flags & HAS_KEY == 0 {
            return Err(Flaw::Garbled);
        }
        // 16 bytes name the make.
        let (length, rest) = data.rest.get(16..).and_then(<[u8]>::split_first_chunk::<2>).ok_or(Flaw::Garbled)?;
        let (id, key) = rest.split_at_checked(u16::from_be_bytes(*length).into()).ok_or(Flaw::Garbled)?;
        if id.is_empty() || id.len() > LONGEST_ID {
            return Err(Flaw::Garbled);
        }
        let (_, extensions) = Key::read(key)?;
        if extensions.is_empty() == (data.flags & HAS_EXTENSIONS != 0) {
            return Err(Flaw::Garbled);
        }
        let key = &key[..key.len() - extensions.len()];
        let [id, public_key] = [id, key].map(|bytes| BASE64URL_NOPAD.encode(bytes));
        Ok(Made { id, public_key, counter: data.counter.into() })
    }

    /// Checks what a passkey signed, and gives its counter.
    pub fn signed(&self, client_data: &[u8], data: &[u8], signature: &[u8], public_key: &str) -> Result<i64, Flaw> {
        self.is_ours(Ceremony::SignIn, client_data)?;
        let counter = self.read(data)?.counter;
        let public_key =
            BASE64URL_NOPAD.decode(public_key.as_bytes()).map_err(|e| Error::fault("stored passkey", e))?;
        let (key, _) = Key::read(&public_key)?;
        let message = [data, &*Sha256::digest(client_data)].concat();
        if key.signed(&message, signature) { Ok(counter.into()) } else { Err(Flaw::Signature) }
    }

    fn is_ours(&self, ceremony: Ceremony, client_data: &[u8]) -> Result<(), Flaw> {
        let said = read(client_data)?;
        let ours = said.kind == ceremony.kind() && said.origin == self.origin && !said.cross_origin;
        if ours { Ok(()) } else { Err(Flaw::OtherSite) }
    }

    /// Reads what the device says, and checks that it was made for us, with somebody there, whom it verified.
    fn read<'d>(&self, data: &'d [u8]) -> Result<DeviceData<'d>, Flaw> {
        let (site, rest) = data.split_first_chunk::<32>().ok_or(Flaw::Garbled)?;
        let ([flags, counter @ ..], rest) = rest.split_first_chunk::<5>().ok_or(Flaw::Garbled)?;
        if *site != *Sha256::digest(&self.id) {
            return Err(Flaw::OtherSite);
        }
        if flags & (PRESENT | VERIFIED) != PRESENT | VERIFIED {
            return Err(Flaw::NotVerified);
        }
        if flags & (CAN_BE_COPIED | IS_COPIED) == IS_COPIED {
            return Err(Flaw::Garbled);
        }
        Ok(DeviceData { flags: *flags, counter: u32::from_be_bytes(*counter), rest })
    }
}

/// Somebody was there.
const PRESENT: u8 = 0x01;
/// The device made sure who.
const VERIFIED: u8 = 0x04;
/// Copies of the passkey may be kept for other devices, and are.
const CAN_BE_COPIED: u8 = 0x08;
const IS_COPIED: u8 = 0x10;
/// What follows.
const HAS_KEY: u8 = 0x40;
const HAS_EXTENSIONS: u8 = 0x80;

/// Bytes of an id, by the standard.
const LONGEST_ID: usize = 1_023;

/// What the device says of a ceremony: the standard's authenticator data.
struct DeviceData<'d> {
    flags: u8,
    counter: u32,
    rest: &'d [u8],
}

fn read(client_data: &[u8]) -> Result<ClientData, Flaw> {
    serde_json::from_slice(client_data).map_err(|_| Flaw::Garbled)
}

/// A public key of one of the kinds that we ask for: ES256, which nearly all devices have, and RS256, which Windows Hello
/// may have instead.
enum Key<'k> {
    /// The curve's point, as 4 and its two coordinates.
    Es256([u8; 65]),
    Rs256(RsaPublicKeyComponents<&'k [u8]>),
}

/// What stands before, between and after the parts of a key. The standard leaves one way only to write each (canonical
/// CBOR), so nothing has to be parsed.
const ES256: &[u8] = b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20";
const ES256_Y: &[u8] = b"\x22\x58\x20";
const RS256: &[u8] = b"\xa4\x01\x03\x03\x39\x01\x00\x20\x59";
const RS256_E: &[u8] = b"\x21\x43\x01\x00\x01";

impl<'k> Key<'k> {
    /// The key that the bytes begin with, and what follows.
    fn read(bytes: &'k [u8]) -> Result<(Self, &'k [u8]), Flaw> {
        Self::es256(bytes).or_else(|| Self::rs256(bytes)).ok_or(Flaw::Key)
    }

    fn es256(bytes: &'k [u8]) -> Option<(Self, &'k [u8])> {
        let (x, rest) = bytes.strip_prefix(ES256)?.split_first_chunk::<32>()?;
        let (y, rest) = rest.strip_prefix(ES256_Y)?.split_first_chunk::<32>()?;
        let mut point = [4; 65];
        point[1..33].copy_from_slice(x);
        point[33..].copy_from_slice(y);
        Some((Self::Es256(point), rest))
    }

    fn rs256(bytes: &'k [u8]) -> Option<(Self, &'k [u8])> {
        let (length, rest) = bytes.strip_prefix(RS256)?.split_first_chunk::<2>()?;
        let (n, rest) = rest.split_at_checked(u16::from_be_bytes(*length).into())?;
        let rest = rest.strip_prefix(RS256_E)?;
        Some((Self::Rs256(RsaPublicKeyComponents { n, e: &RS256_E[2..] }), rest))
    }

    fn signed(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Es256(point) => UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(message, signature),
            Self::Rs256(key) => key.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature),
        }
        .is_ok()
    }
}

#[cfg(test)]
mod tests;
