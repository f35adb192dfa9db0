//! Colours of a service, and whether they can be read: relative luminance and contrast ratio as WCAG 2.2 defines them
//! (<https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>, <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>).
//!
//! A colour is checked against what the style sheet puts it on. The tokens below are those of `heard.css`; a house rule
//! holds the two together.

use std::fmt;

/// A colour of the screen: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// Whether the page is light or dark, as the reader's device asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark words on light paper.
    Light,
    /// Light words on dark paper.
    Dark,
}

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Links, and buttons with words on them: 7 to 1.
    Buttons,
    /// Edges, which are looked at and not read: 3 to 1.
    Accent,
}

/// A colour that does not stand out enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pale {
    /// How far it stands out where it does so least, from 1 to 21.
    pub found: f64,
    /// How far it has to there.
    pub least: f64,
    /// The nearest of the same hue that does.
    pub instead: Colour,
}

/// What the style sheet lays a colour on, or lays on it, with the contrast that it needs.
const LIGHT: [(Colour, &str); 4] = [
    (Colour([0xff, 0xfa, 0xf3]), "paper"),
    (Colour([0xff, 0xff, 0xff]), "card"),
    (Colour([0xff, 0xff, 0xff]), "on-main"),
    (Colour([0xff, 0xee, 0xd6]), "tint"),
];
const DARK: [(Colour, &str); 4] = [
    (Colour([0x13, 0x1c, 0x22]), "paper"),
    (Colour([0x1b, 0x27, 0x2f]), "card"),
    (Colour([0x0c, 0x1b, 0x21]), "on-main"),
    (Colour([0x3a, 0x2f, 0x22]), "tint"),
];

impl Colour {
    /// Reads `#rrggbb`, in large or small letters.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// The relative luminance: 0 of black, 1 of white.
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast with another, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Whether the colour can be read or seen where it is used; where not, by how much it fails, and what would do.
    ///
    /// # Errors
    /// Where it is too pale, or in the dark too dim.
    pub fn check(self, part: Part, scheme: Scheme) -> Result<(), Pale> {
        let worst = needs(part, scheme).map(|(other, least)| (self.contrast(other), least));
        let worst = worst.min_by(|a, b| (a.0 / a.1).total_cmp(&(b.0 / b.1)));
        match worst {
            Some((found, least)) if found < least => Err(Pale { found, least, instead: self.fitting(part, scheme) }),
            _ => Ok(()),
        }
    }

    /// The nearest colour of the same hue that passes: darker on light paper, lighter on dark. Itself, where it does.
    #[must_use]
    pub fn fitting(self, part: Part, scheme: Scheme) -> Self {
        // Mixed with black or white in small steps: the hue stays, and the ends always pass.
        const STEPS: u16 = 255;
        let end: f64 = if scheme == Scheme::Light { 0.0 } else { 255.0 };
        let mixed = |step: u16| {
            let share = f64::from(step) / f64::from(STEPS);
            Self(self.0.map(|from| byte(f64::from(from) + (end - f64::from(from)) * share)))
        };
        (0..STEPS).map(mixed).find(|colour| colour.passes(part, scheme)).unwrap_or_else(|| mixed(STEPS))
    }

    fn passes(self, part: Part, scheme: Scheme) -> bool {
        needs(part, scheme).all(|(other, least)| self.contrast(other) >= least)
    }
}

/// The whole number next to a part of a colour.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between 0 and 255")]
fn byte(part: f64) -> u8 {
    part.round().clamp(0.0, 255.0) as u8
}

/// What a part is seen beside, with the contrast that it needs there.
fn needs(part: Part, scheme: Scheme) -> impl Iterator<Item = (Colour, f64)> {
    let others = if scheme == Scheme::Light { LIGHT } else { DARK };
    others.into_iter().filter_map(move |(other, name)| match (part, name) {
        (Part::Buttons, "tint") | (Part::Accent, "paper" | "card") => Some((other, 3.0)),
        (Part::Buttons, _) => Some((other, 7.0)),
        (Part::Accent, _) => None,
    })
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// The colours of a service: buttons and accent, each in light and in dark. All of them stand out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Links and buttons, on light paper.
    pub buttons: Colour,
    /// The same in the dark.
    pub buttons_dark: Colour,
    /// Edges, on light paper.
    pub accent: Colour,
    /// The same in the dark.
    pub accent_dark: Colour,
}

impl Palette {
    /// The colours that the style sheet has by itself.
    pub const HEARD: Self = Self {
        buttons: Colour([0x0a, 0x51, 0x63]),
        buttons_dark: Colour([0x92, 0xd6, 0xe4]),
        accent: Colour([0xe8, 0x62, 0x3f]),
        accent_dark: Colour([0xff, 0x94, 0x73]),
    };

    /// Each colour with what it is for.
    pub fn parts(&self) -> [(Colour, Part, Scheme); 4] {
        [
            (self.buttons, Part::Buttons, Scheme::Light),
            (self.buttons_dark, Part::Buttons, Scheme::Dark),
            (self.accent, Part::Accent, Scheme::Light),
            (self.accent_dark, Part::Accent, Scheme::Dark),
        ]
    }

    /// Reads what [`fmt::Display`] writes, where every colour stands out.
    pub fn parse(text: &str) -> Option<Self> {
        let mut colours = text.split('-').map(|digits| Colour::parse(&format!("#{digits}")));
        let mut next = || colours.next().flatten();
        let palette = Self { buttons: next()?, buttons_dark: next()?, accent: next()?, accent_dark: next()? };
        // Written one way only, so that one palette has one address.
        let whole = palette.to_string() == text;
        (whole && palette.parts().iter().all(|(colour, part, scheme)| colour.check(*part, *scheme).is_ok()))
            .then_some(palette)
    }
}

impl fmt::Display for Palette {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.parts().map(|(colour, ..)| colour.to_string()[1..].to_owned());
        f.write_str(&digits.join("-"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const EVERY: [(Part, Scheme); 4] = [
        (Part::Buttons, Scheme::Light),
        (Part::Buttons, Scheme::Dark),
        (Part::Accent, Scheme::Light),
        (Part::Accent, Scheme::Dark),
    ];

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn colours_are_read_strictly() {
        for bad in ["", "#", "0a5163", "#0a516", "#0a51633", "#0a516g", "#+a5163", "red", " #0a5163", "#0é163"] {
            assert_eq!(Colour::parse(bad), None, "{bad}");
        }
        assert_eq!(colour("#0A51fF").to_string(), "#0a51ff");
    }

    /// Check values: black on white, and greys at the borders that WCAG's own texts name.
    #[test]
    fn contrast_is_that_of_wcag() {
        for (front, back, expect) in [
            ("#000000", "#ffffff", 21.0),
            ("#767676", "#ffffff", 4.54),
            ("#595959", "#ffffff", 7.0),
            ("#949494", "#ffffff", 3.03),
            ("#ff0000", "#ffffff", 4.0),
            ("#0000ff", "#ffffff", 8.59),
        ] {
            let found = colour(front).contrast(colour(back));
            assert!((found - expect).abs() < 0.01, "{front} on {back}: {found}");
        }
    }

    #[test]
    fn what_fails_is_told_with_what_would_do() {
        let pale = colour("#0a8fb0").check(Part::Buttons, Scheme::Light).unwrap_err();
        assert!(pale.found < 4.0 && pale.least > 6.9, "{pale:?}");
        assert_eq!(pale.instead.check(Part::Buttons, Scheme::Light), Ok(()));
        // Ours pass, each in its own scheme only.
        assert_eq!(colour("#0a5163").check(Part::Buttons, Scheme::Light), Ok(()));
        assert_eq!(colour("#92d6e4").check(Part::Buttons, Scheme::Dark), Ok(()));
        assert!(colour("#0a5163").check(Part::Buttons, Scheme::Dark).is_err());
        assert_eq!(colour("#e8623f").check(Part::Accent, Scheme::Light), Ok(()));
    }

    #[test]
    fn a_palette_is_written_and_read_one_way() {
        let ours = Palette::HEARD.to_string();
        assert_eq!(ours, "0a5163-92d6e4-e8623f-ff9473");
        assert_eq!(Palette::parse(&ours), Some(Palette::HEARD));
        for bad in ["", "0a5163", "0A5163-92d6e4-e8623f-ff9473", "ffffff-92d6e4-e8623f-ff9473", &format!("{ours}-")] {
            assert_eq!(Palette::parse(bad), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_chosen_something_fits(parts: [u8; 3]) {
            let chosen = Colour(parts);
            prop_assert_eq!(Colour::parse(&chosen.to_string()), Some(chosen));
            for (part, scheme) in EVERY {
                let fitting = chosen.fitting(part, scheme);
                prop_assert_eq!(fitting.check(part, scheme), Ok(()));
                prop_assert_eq!(chosen.check(part, scheme).is_ok(), fitting == chosen);
                // Darker on light paper, lighter on dark; never the other way.
                let darker = fitting.luminance() <= chosen.luminance();
                prop_assert!(fitting == chosen || darker == (scheme == Scheme::Light));
            }
        }

        #[test]
        fn contrast_is_the_same_both_ways(a: [u8; 3], b: [u8; 3]) {
            let (a, b) = (Colour(a), Colour(b));
            let found = a.contrast(b);
            prop_assert!((1.0..=21.001).contains(&found) && found.total_cmp(&b.contrast(a)).is_eq());
        }
    }
}
