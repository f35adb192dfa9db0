//! Every cookie that we set. The privacy notice lists them, and no story may meet another.

use crate::clock::DAY;

/// A cookie of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cookie {
    /// Its name, without the prefix that it has on https.
    pub name: &'static str,
    /// How many seconds it stays; nothing, where it goes when the browser is closed.
    pub seconds: Option<i64>,
    /// What it is for, in a sentence.
    pub what_for: &'static str,
}

/// All of them.
pub const COOKIES: &[Cookie] = &[
    Cookie {
        name: "draft",
        seconds: Some(14 * DAY / 1_000),
        what_for: "Finds the answers that you have not sent yet, so that you can stop and go on. It holds a random code \
            and works on the pages of one survey only. It goes when you send your answers or delete them; and with the \
            browser's window, where you asked for six words or share the tablet with others.",
    },
    Cookie {
        name: "invited",
        seconds: Some(366 * DAY / 1_000),
        what_for: "Only if you opened the link of an invitation: holds its code, on the pages of one survey, so that it \
            counts once. It goes when you send your answers.",
    },
    Cookie { name: "lang", seconds: None, what_for: "Remembers the language that you chose." },
    Cookie { name: "easy_read", seconds: None, what_for: "Remembers that you chose Easy Read." },
    Cookie { name: "read_aloud", seconds: None, what_for: "Remembers that you chose to have pages read aloud." },
    Cookie {
        name: "tablet",
        seconds: Some(365 * DAY / 1_000),
        what_for: "Only on a device that somebody made a shared tablet: says that it is one, so that nothing of you stays \
            for the next person. It goes when they stop that.",
    },
    Cookie {
        name: "member",
        seconds: Some(60 * DAY / 1_000),
        what_for: "Only if you joined a youth music council with a printed code: keeps you in it on this device. It goes when \
            you press “Leave on this device”.",
    },
    Cookie {
        name: "slip",
        seconds: None,
        what_for: "Only if you used a printed code, to join a council or to vote: carries it from one page to the next. It \
            goes when the code is used.",
    },
    Cookie {
        name: "enter",
        seconds: None,
        what_for: "Staff only: carries the code of a sign-in link to the button that uses it.",
    },
    Cookie { name: "session", seconds: None, what_for: "Staff only: keeps you signed in, for 12 hours at most." },
    Cookie {
        name: "wanted",
        seconds: None,
        what_for: "Staff only: remembers which page you wanted before you signed in.",
    },
];

impl Cookie {
    /// How long it stays, in words.
    pub fn stays(&self) -> String {
        self.seconds.map_or_else(
            || "until you close the browser".to_owned(),
            |seconds| format!("{} days", seconds / (DAY / 1_000)),
        )
    }
}
