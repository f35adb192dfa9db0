//! How somebody can be reached: an e-mail address or a telephone number, each in one form, however it was typed.

use heard_core::question::plain_digits;

use crate::mail;

/// Reads what was typed; nothing where it is neither.
pub fn read(typed: &str) -> Option<String> {
    if typed.contains('@') { mail::address(typed) } else { telephone(typed) }
}

/// A telephone number as all countries dial it (E.164), such as +447700900123. One that begins with a single 0 is of
/// the United Kingdom.
fn telephone(typed: &str) -> Option<String> {
    let typed = plain_digits(typed.trim()).replace("(0)", "");
    let spaced = |c: char| c.is_whitespace() || "-‐‑–().·/".contains(c);
    let dialled: String = typed.chars().filter(|c| !spaced(*c) && *c != '\u{200f}').collect();
    let (international, digits) = match (dialled.strip_prefix('+'), dialled.strip_prefix("00")) {
        (Some(digits), _) | (None, Some(digits)) => (digits.to_owned(), digits),
        (None, None) => {
            let digits = dialled.strip_prefix('0')?;
            if !(9..=10).contains(&digits.len()) {
                return None;
            }
            (format!("44{digits}"), digits)
        }
    };
    let fits = (8..=15).contains(&international.len()) && !international.starts_with('0');
    (fits && digits.bytes().all(|b| b.is_ascii_digit())).then(|| format!("+{international}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_typed() {
        for typed in [
            "07700 900123",
            " 07700-900-123 ",
            "+44 7700 900123",
            "+44 (0)7700 900123",
            "0044 7700 900 123",
            "(07700) 900.123",
            "٠٧٧٠٠ ٩٠٠١٢٣",
        ] {
            assert_eq!(read(typed).as_deref(), Some("+447700900123"), "{typed}");
        }
        assert_eq!(read("+48 12 345 67 89").as_deref(), Some("+48123456789"));
    }

    #[test]
    fn an_address_is_the_same_however_it_is_typed() {
        assert_eq!(read(" Ann@Example.ORG ").as_deref(), Some("ann@example.org"));
    }

    #[test]
    fn what_reaches_nobody_is_refused() {
        for typed in [
            "",
            " ",
            "Ann",
            "ann@",
            "7700 900123",
            "07700 9001",
            "07700 9001234",
            "+",
            "+44",
            "0",
            "00",
            "+44 77a0 900123",
            "+0123456789",
            "1234567890123456",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
