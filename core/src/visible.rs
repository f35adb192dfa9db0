//! Signs that nobody sees.

/// A text without the signs that nobody sees and nobody writes, which only turn others round, hide them or pass for
/// nothing: controls but line ends and tabs, bidirectional overrides and isolates, and the like. What languages and
/// emoji need stays: joiners, marks of direction, and the tags that make a black flag that of England.
#[must_use]
pub fn visible(mut text: String) -> String {
    let mut flag = false;
    text.retain(|c| {
        let tag = ('\u{e0000}'..='\u{e007f}').contains(&c);
        flag = c == '\u{1f3f4}' || flag && tag;
        if tag { flag } else { !is_hidden(c) }
    });
    text
}

fn is_hidden(c: char) -> bool {
    match c {
        '\n' | '\r' | '\t' => false,
        // Bidirectional embeddings and overrides; invisible operators, isolates, formats that Unicode gave up; Hangul
        // fillers, the mark of byte order, annotations.
        '\u{202a}'..='\u{202e}'
        | '\u{2061}'..='\u{206f}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' => true,
        c => c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Texts;

    #[test]
    fn what_hides_goes_and_what_languages_need_stays() {
        let england = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}";
        for kept in [
            "two\r\nlines,\ta tab",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "👩\u{200d}🎤 ❤\u{fe0f}",
            "‏שלום\u{200f}!\u{200e}",
            "\u{61c}مرحبا",
            england,
        ] {
            assert_eq!(visible(kept.to_owned()), kept);
            assert_eq!(Texts::english(kept).hidden_sign(), None, "{kept}");
        }
        for (written, left, sign) in [
            ("pay \u{202e}05\u{202c} now", "pay 05 now", "U+202E"),
            ("a\u{2066}b\u{2069}", "ab", "U+2066"),
            ("\u{feff}Hello\u{7f}\u{85}\u{1b}[0m", "Hello[0m", "U+FEFF"),
            ("hi\u{e0068}\u{e0069}", "hi", "U+E0068"),
            ("\u{3164}", "", "U+3164"),
        ] {
            assert_eq!(visible(written.to_owned()), left);
            assert!(Texts::english(written).hidden_sign().unwrap().contains(sign), "{written}");
        }
    }
}
