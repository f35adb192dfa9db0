//! A device that keeps a passkey, as the standard (Web Authentication, Level 3) describes it, with its browser. What it
//! says can be changed, so that it lies.

use data_encoding::BASE64URL_NOPAD;
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Somebody was there, and the device made sure who.
pub const VERIFIED: u8 = 0x05;
const HAS_KEY: u8 = 0x40;

/// The fields of a form.
pub type Fields = Vec<(&'static str, String)>;

/// A device with one passkey.
pub struct Device {
    key: EcdsaKeyPair,
    /// The passkey's id.
    pub id: Vec<u8>,
    /// What it counts; nothing, where it does not count.
    pub counter: u32,
    /// The flags of the authenticator data.
    pub flags: u8,
    /// The site that it signs for.
    pub site: &'static str,
    /// The page that its browser shows.
    pub origin: String,
    /// What else its browser says, and in the place of what it would.
    pub says: Value,
}

impl Device {
    /// A new one, which signs for this origin.
    pub fn at(origin: &'static str) -> Self {
        let random = SystemRandom::new();
        let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, key.as_ref(), &random).unwrap();
        let host = origin.split("://").nth(1).unwrap().split(':').next().unwrap();
        let id = heard::clock::random_key().into_bytes();
        Self { key, id, counter: 0, flags: VERIFIED, site: host, origin: origin.to_owned(), says: json!({}) }
    }

    /// Its passkey's id, as browsers write it.
    pub fn passkey(&self) -> String {
        BASE64URL_NOPAD.encode(&self.id)
    }

    /// What its browser posts of a new passkey.
    pub fn made(&self, name: &str, challenge: &str) -> Fields {
        let data = [self.data(self.flags | HAS_KEY), self.new_key()].concat();
        vec![
            ("name", name.to_owned()),
            ("client_data", BASE64URL_NOPAD.encode(&self.client_data("webauthn.create", challenge))),
            ("authenticator_data", BASE64URL_NOPAD.encode(&data)),
        ]
    }

    /// What its browser posts to sign somebody in.
    pub fn signed(&self, person: &str, challenge: &str) -> Fields {
        let (client_data, data) = (self.client_data("webauthn.get", challenge), self.data(self.flags));
        let message = [&*data, &*Sha256::digest(&client_data)].concat();
        let signature = self.key.sign(&SystemRandom::new(), &message).unwrap();
        vec![
            ("passkey", self.passkey()),
            ("person", BASE64URL_NOPAD.encode(person.as_bytes())),
            ("client_data", BASE64URL_NOPAD.encode(&client_data)),
            ("authenticator_data", BASE64URL_NOPAD.encode(&data)),
            ("signature", BASE64URL_NOPAD.encode(signature.as_ref())),
        ]
    }

    fn client_data(&self, kind: &str, challenge: &str) -> Vec<u8> {
        let challenge = BASE64URL_NOPAD.encode(challenge.as_bytes());
        let mut said = json!({
            "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false, "later": ["more"],
        });
        for (key, value) in self.says.as_object().unwrap() {
            said[key] = value.clone();
        }
        said.to_string().into_bytes()
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        [&*Sha256::digest(self.site), &[flags], &self.counter.to_be_bytes()].concat()
    }

    /// Its make, which says nothing, the passkey's id and its public key, in the form of COSE.
    fn new_key(&self) -> Vec<u8> {
        let length = u16::try_from(self.id.len()).unwrap().to_be_bytes();
        let point = self.key.public_key().as_ref();
        let key = [b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20", &point[1..33], b"\x22\x58\x20", &point[33..]].concat();
        [&[0; 16], &length[..], &self.id, &key].concat()
    }
}
