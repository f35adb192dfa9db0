//! A number.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{plain_digits, single_value};
use crate::answer::{Answer, Wrong};

/// The range of a number. Respondents write it as they are used to, with a comma or a point before the fraction, and
/// commas, points or spaces between thousands. Where two readings are in the range ("1,500"), they are asked which.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Number {
    /// The smallest that is allowed.
    pub min: f64,
    /// The largest that is allowed.
    pub max: f64,
    /// Whether only whole numbers are. Three digits after a comma or point are thousands then.
    #[serde(default)]
    pub whole: bool,
}

impl Number {
    pub(super) fn read(&self, values: &[String]) -> Result<Answer, Wrong> {
        let Some(value) = single_value(values)? else { return Ok(Answer::Skipped) };
        let number = match Readings::of(value) {
            Readings { thousands: Some(thousands), fraction: Some(fraction) } if !self.whole => {
                match (self.holds(thousands), self.holds(fraction)) {
                    (true, true) => {
                        let (thousands, fraction) = (in_figures(thousands), in_figures(fraction));
                        return Err(Wrong::TwoNumbers { thousands, fraction });
                    }
                    (false, true) => fraction,
                    _ => thousands,
                }
            }
            Readings { thousands, fraction } => thousands.or(fraction).ok_or(Wrong::NotANumber)?,
        };
        if !self.holds(number) {
            return Err(Wrong::OutOfRange { min: in_figures(self.min), max: in_figures(self.max) });
        }
        if self.whole && number.fract() != 0.0 {
            return Err(Wrong::NotWhole);
        }
        Ok(Answer::Number(number))
    }

    fn holds(&self, number: f64) -> bool {
        (self.min..=self.max).contains(&number)
    }

    pub(super) fn faults(&self) -> Vec<String> {
        if self.min.is_finite() && self.max.is_finite() && self.min < self.max {
            Vec::new()
        } else {
            vec!["\"min\" has to be smaller than \"max\"".to_owned()]
        }
    }
}

/// A number in figures, with a point before its fraction, that is read as itself and nothing else: of three digits after
/// the point, which could be thousands, it makes four.
pub fn in_figures(number: f64) -> String {
    let figures = number.to_string();
    if Readings::of(&figures).thousands.is_some() { figures + "0" } else { figures }
}

/// What something typed can mean: "1,200.50", "7,5", "1 200", "-3", "۱۲٫۵"; not "inf", "NaN" or "1e9", which Rust would
/// read as well.
#[derive(Debug, PartialEq)]
struct Readings {
    /// With every comma or point between thousands.
    thousands: Option<f64>,
    /// With the last one before a fraction, or without any mark.
    fraction: Option<f64>,
}

impl Readings {
    fn of(value: &str) -> Self {
        let value: String = plain_digits(value).chars().filter_map(plain_sign).collect();
        let (sign, digits) = value.strip_prefix('-').map_or(("", &*value), |digits| ("-", digits));
        let number = |whole: Option<String>, fraction: &str| {
            let is_one = fraction.bytes().all(|b| b.is_ascii_digit());
            let whole = whole.filter(|whole| is_one && !(whole.is_empty() && fraction.is_empty()))?;
            format!("{sign}{whole}.{fraction}").parse().ok()
        };
        let thousands = digits.contains(MARKS).then(|| number(without_marks(digits), "")).flatten();
        let fraction = match digits.rsplit_once([',', '.', DECIMAL]) {
            Some((whole, fraction)) => {
                let mark = &digits[whole.len()..digits.len() - fraction.len()];
                // What stands before the fraction stands nowhere else.
                number(without_marks(whole).filter(|_| !whole.contains(mark)), fraction)
            }
            None => number(without_marks(digits), "").filter(|_| thousands.is_none()),
        };
        Self { thousands, fraction }
    }
}

/// The decimal sign of Arabic script, which is nothing else.
const DECIMAL: char = '٫';
/// What stands between thousands.
const MARKS: [char; 5] = [',', '.', ' ', '\'', '٬'];

/// Signs that look alike as one of them; those that only say which way a text runs as none.
fn plain_sign(sign: char) -> Option<char> {
    match sign {
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2066}'..='\u{2069}' => None,
        '\u{2212}' | '\u{2013}' => Some('-'),
        '\u{a0}' | '\u{2009}' | '\u{202f}' => Some(' '),
        '\u{2019}' => Some('\''),
        '\u{60c}' => Some(','),
        sign => Some(sign),
    }
}

/// Digits without the one mark between their thousands: nothing, where it stands elsewhere or is not the only one.
fn without_marks(digits: &str) -> Option<String> {
    let Some(mark) = digits.chars().find(|c| MARKS.contains(c)) else {
        return digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.to_owned());
    };
    let mut groups = digits.split(mark);
    let first = groups.next().unwrap_or_default();
    let begins = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let groups: Vec<_> = groups.collect();
    let is_parted = begins && groups.iter().all(|group| group.len() == 3);
    let joined = first.to_owned() + &groups.concat();
    (is_parted && joined.bytes().all(|b| b.is_ascii_digit())).then_some(joined)
}
