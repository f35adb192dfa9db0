//! Texts as phrases are looked for in them.

/// Words in small letters, without the marks that people leave out when they type in a hurry, with one blank before
/// each and one at the end. Letters of every script count, and so do digits; all else parts words, except apostrophes,
/// which go ("don't" is "dont").
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len() + 2);
    plain.push(' ');
    for c in text.chars() {
        if c.is_ascii() {
            push_ascii(&mut plain, c);
        } else if c == '\u{2019}' || is_mark(c) {
            // Left out.
        } else if let Some(letters) = without_mark(c) {
            plain.push_str(letters);
        } else if c.is_alphanumeric() || is_indic_sign(c) {
            plain.extend(c.to_lowercase().filter(|c| !is_mark(*c)));
        } else {
            part(&mut plain);
        }
    }
    part(&mut plain);
    plain
}

fn push_ascii(plain: &mut String, c: char) {
    match c {
        '\'' => {}
        c if c.is_ascii_alphanumeric() => plain.push(c.to_ascii_lowercase()),
        _ => part(plain),
    }
}

fn part(plain: &mut String) {
    if !plain.ends_with(' ') {
        plain.push(' ');
    }
}

/// Accents that stand by themselves after a letter, the vowel signs of Arabic, which are seldom written, and joiners,
/// which are not seen.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{652}' | '\u{640}' | '\u{670}' | '\u{200c}' | '\u{200d}')
}

/// Signs of the Indic scripts that join letters to one syllable, and so stand within a word.
fn is_indic_sign(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{d7f}') && !matches!(c, '\u{964}' | '\u{965}' | '\u{970}')
}

/// The bare letters of a letter with a mark, for the languages that families here write in Latin letters; and of the
/// Arabic letters that people write in more than one way.
fn without_mark(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'Ă' | 'ą' | 'Ą' => "a",
        'æ' | 'Æ' => "ae",
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' => "c",
        'ď' | 'Ď' | 'đ' | 'Đ' => "d",
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ė' | 'Ė' | 'ę' | 'Ę' | 'ě' | 'Ě' => "e",
        'ğ' | 'Ğ' | 'ģ' | 'Ģ' => "g",
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' | 'į' | 'Į' | 'ı' | 'İ' => "i",
        'ķ' | 'Ķ' => "k",
        'ł' | 'Ł' | 'ľ' | 'Ľ' | 'ļ' | 'Ļ' => "l",
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' | 'ņ' | 'Ņ' => "n",
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ő' | 'Ő' => "o",
        'œ' | 'Œ' => "oe",
        'ř' | 'Ř' => "r",
        'ś' | 'Ś' | 'š' | 'Š' | 'ş' | 'Ş' | 'ș' | 'Ș' => "s",
        'ß' => "ss",
        'ť' | 'Ť' | 'ţ' | 'Ţ' | 'ț' | 'Ț' => "t",
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' | 'ů' | 'Ů' | 'ű' | 'Ű' | 'ų' | 'Ų' => "u",
        'ŵ' | 'Ŵ' => "w",
        'ý' | 'ÿ' | 'Ý' | 'ŷ' | 'Ŷ' => "y",
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' => "z",
        'أ' | 'إ' | 'آ' => "ا",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn words_are_found_however_they_are_typed() {
        for (typed, expected) in [
            ("", " "),
            ("  The BUS, please! ", " the bus please "),
            ("don't / don’t", " dont dont "),
            ("Zbyt drogo: 20zł", " zbyt drogo 20zl "),
            ("cafe\u{301} Café", " cafe cafe "),
            ("Straße", " strasse "),
            ("İstanbul", " istanbul "),
            ("МУЗИКА — дорого", " музика дорого "),
            ("الموسيقى", " الموسيقي "),
            ("موسیقی", " موسيقي "),
            ("বাস নেই।", " বাস নেই "),
            ("স্কুল", " স্কুল "),
        ] {
            assert_eq!(plain(typed), expected, "{typed}");
        }
    }
}
