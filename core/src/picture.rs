//! The pictures that a survey may name. They are drawn in one hand and come with the program, so that none is fetched
//! from elsewhere; the server draws them.
//!
//! A picture beside an option is decoration: the option's own words say the same. A picture above a question stands
//! for itself, so it has words for those who do not see it, in every language of the survey; without them the survey
//! is not published.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::Texts;

/// A picture that stands for itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Illustration {
    /// Which one.
    pub name: Picture,
    /// What it shows, in words: read aloud instead of it.
    pub alt: Texts,
}

macro_rules! pictures {
    ($($(#[$doc:meta])* $picture:ident $name:literal,)*) => {
        /// A picture by its name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum Picture {
            $($(#[$doc])* #[serde(rename = $name)] $picture,)*
        }

        impl Picture {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$picture,)*];

            /// What a survey calls it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$picture => $name,)*
                }
            }
        }
    };
}

pictures! {
    /// A face that weeps.
    FaceVerySad "face_very_sad",
    /// A face with its mouth turned down.
    FaceSad "face_sad",
    /// A face with a straight mouth.
    FaceSoSo "face_so_so",
    /// A face that smiles.
    FaceHappy "face_happy",
    /// A face that laughs.
    FaceVeryHappy "face_very_happy",
    /// A thumb that points up.
    ThumbUp "thumb_up",
    /// A thumb that points down.
    ThumbDown "thumb_down",
    /// A tick.
    Yes "yes",
    /// A cross.
    No "no",
    /// A question mark.
    Question "question",
    /// A house.
    Home "home",
    /// A school with a flag.
    School "school",
    /// A place of worship: a dome, a tower and a door, of no faith in particular.
    Worship "worship",
    /// A pin on a map.
    Place "place",
    /// A bus.
    Bus "bus",
    /// A car.
    Car "car",
    /// A clock.
    Clock "clock",
    /// A leaf of a calendar.
    Calendar "calendar",
    /// An hourglass.
    Waiting "waiting",
    /// Coins.
    Money "money",
    /// A phone.
    Phone "phone",
    /// A computer.
    Computer "computer",
    /// A letter.
    Mail "mail",
    /// An open book.
    Book "book",
    /// A pencil.
    Pencil "pencil",
    /// A note.
    Music "music",
    /// A guitar.
    Guitar "guitar",
    /// The keys of a piano.
    Piano "piano",
    /// A drum with its sticks.
    Drum "drum",
    /// A violin with its bow.
    Violin "violin",
    /// A trumpet.
    Trumpet "trumpet",
    /// A recorder.
    Recorder "recorder",
    /// Someone who sings.
    Singing "singing",
    /// A microphone.
    Microphone "microphone",
    /// Headphones.
    Headphones "headphones",
    /// One person.
    Person "person",
    /// Two friends.
    Friends "friends",
    /// A grown-up with children.
    Family "family",
    /// Someone beside a board.
    Teacher "teacher",
    /// Several people with a note above them.
    Band "band",
    /// Someone in a wheelchair.
    Wheelchair "wheelchair",
    /// An ear.
    Ear "ear",
    /// An eye.
    Eye "eye",
    /// A speech bubble.
    Speech "speech",
    /// A heart.
    Heart "heart",
    /// A star.
    Star "star",
    /// A hand held out.
    Help "help",
    /// A closed lock.
    Private "private",
}
