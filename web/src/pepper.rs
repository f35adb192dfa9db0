//! The server's secret, which is kept outside the database, and what is derived from it. Whoever steals the database
//! alone can neither use a code in it nor tell whose it was.

use std::{fs, io, path::Path};

use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use crate::clock::{lower_base32, random_bytes};

/// 256 secret bits, as HMAC keeps them: half of its work for a short text is in the key.
#[derive(Clone)]
pub struct Pepper(Hmac<Sha256>);

/// What a derived code is for. Codes of one purpose are worth nothing for another.
#[derive(Clone, Copy, Debug)]
pub enum Purpose {
    /// The cookie of a draft.
    Draft,
    /// The receipt of a response, which proves as well that we gave out the response's key.
    Receipt,
    /// What a response is stored under: all that is kept of its receipt.
    Response,
    /// The words that lead back to a draft, and what is kept of them.
    Words,
    /// A sign-in link.
    SignIn,
    /// A signed-in session.
    Session,
    /// What a passkey is asked to sign.
    Challenge,
    /// The operator's token for the counters.
    Metrics,
    /// What an entry of a prize draw is stored under.
    DrawEntry,
    /// The sealed contact of an entry.
    DrawContact,
    /// The code, for its mails, of whoever has an address.
    Recipient,
    /// The code that stops invitations to an address, and what is kept of the address where people are invited.
    StopInvitations,
    /// The code of an invitation, and what is kept of it.
    Invitation,
    /// The sealed address of somebody who is invited.
    InvitedAddress,
    /// What mail servers know a mail by.
    MessageName,
    /// The sealed address of a mail that is queued.
    MailAddress,
    /// What a listener is stored under: all that is kept of their code.
    Listener,
    /// The sealed address of a listener.
    ListenerAddress,
    /// What names, on a page of staff, what somebody wrote.
    Quote,
    /// What is kept of a code that lets somebody join a council.
    CouncilCode,
    /// The cookie of a member of a council.
    Member,
    /// What is kept of the code of a ballot.
    BallotCode,
    /// Whose rare answers are withheld together with whose in a file of records.
    Records,
    /// The mark on compiled plugins.
    Compiled,
}

impl Pepper {
    /// Reads the secret from a file of 64 hexadecimal digits; makes the file, readable by its owner only, if there is none.
    pub fn from_file(path: &Path) -> io::Result<Self> {
        match fs::read_to_string(path) {
            Ok(hex) => Self::from_hex(hex.trim()).ok_or_else(|| {
                io::Error::new(io::ErrorKind::InvalidData, "the secret has to be 64 hexadecimal digits")
            }),
            Err(e) if e.kind() == io::ErrorKind::NotFound => {
                let secret = random_bytes();
                write_private(path, &HEXLOWER.encode(&secret))?;
                Ok(Self::new(secret))
            }
            Err(e) => Err(e),
        }
    }

    /// Reads the secret from 64 hexadecimal digits.
    pub fn from_hex(hex: &str) -> Option<Self> {
        HEXLOWER.decode(hex.to_ascii_lowercase().as_bytes()).ok()?.try_into().ok().map(Self::new)
    }

    fn new(secret: [u8; 32]) -> Self {
        Self(Hmac::new_from_slice(&secret).expect("HMAC takes keys of any length"))
    }

    /// What is stored in the place of a code: HMAC-SHA-256 of it, 64 hexadecimal digits.
    pub fn hash(&self, purpose: Purpose, code: &str) -> String {
        HEXLOWER.encode(&self.mac(purpose, code))
    }

    /// A code of 128 bits that follows from `text` and from the secret, and from nothing else.
    pub fn derive(&self, purpose: Purpose, text: &str) -> String {
        lower_base32(&self.mac(purpose, text)[..16])
    }

    /// 64 bits that follow from `text` and from the secret, and from nothing else.
    pub fn derive_bits(&self, purpose: Purpose, text: &str) -> u64 {
        self.mac(purpose, text)[..8].iter().fold(0, |bits, byte| bits << 8 | u64::from(*byte))
    }

    /// Whether `code` is what [`Pepper::derive`] gives, told in constant time.
    pub fn derives(&self, purpose: Purpose, text: &str, code: &str) -> bool {
        let expected = self.derive(purpose, text);
        expected.len() == code.len()
            && expected.bytes().zip(code.bytes()).fold(0, |differences, (a, b)| differences | (a ^ b)) == 0
    }

    /// 256 secret bits of one purpose.
    pub fn key(&self, purpose: Purpose) -> [u8; 32] {
        self.mac(purpose, "")
    }

    fn mac(&self, purpose: Purpose, text: &str) -> [u8; 32] {
        let mut mac = self.0.clone();
        mac.update(format!("{purpose:?}\0").as_bytes());
        mac.update(text.as_bytes());
        mac.finalize().into_bytes().into()
    }
}

#[cfg(unix)]
fn write_private(path: &Path, text: &str) -> io::Result<()> {
    use std::{io::Write as _, os::unix::fs::OpenOptionsExt as _};
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(not(unix))]
fn write_private(path: &Path, text: &str) -> io::Result<()> {
    fs::write(path, text)
}
