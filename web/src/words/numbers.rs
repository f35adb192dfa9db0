//! Numbers as a language parts their thousands and begins their fractions.

use fluent_bundle::FluentValue;
use heard_core::text::Lang;

use super::Words;

/// Whether the language has a comma before a fraction, and so none between thousands.
pub(super) fn begins_fraction_by_comma(lang: &Lang) -> bool {
    matches!(&**lang, "pl" | "uk" | "ro" | "pt")
}

impl Words {
    /// A number in figures, as the language writes it.
    pub fn number(&self, figures: &str) -> String {
        if begins_fraction_by_comma(&self.lang) { figures.replace('.', ",") } else { figures.to_owned() }
    }
}

/// With a comma.
pub(super) fn parted_by_comma<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    thousands(value, ',')
}

/// With the narrow space that is not broken at.
pub(super) fn parted_by_space<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    thousands(value, '\u{202f}')
}

/// A number with its thousands parted, such as 1,200.
pub(super) fn thousands(value: &FluentValue<'_>, mark: char) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string();
    let mut parted = String::with_capacity(digits.len() + 2);
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            parted.push(mark);
        }
        parted.push(digit);
    }
    Some(parted)
}
