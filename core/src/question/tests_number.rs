//! Numbers as people write them in the languages that we have.

use proptest::prelude::*;

use super::{
    tests::{check, question},
    *,
};

#[test]
fn numbers_are_read_as_people_type_them() {
    let number = question(r#""kind": "number", "min": 0, "max": 2000, "whole": true"#);
    let outside = || Err(Wrong::OutOfRange { min: "0".to_owned(), max: "2000".to_owned() });
    for (typed, read) in
        [(" 12 ", 12.0), ("1,200", 1200.0), ("1.200", 1200.0), ("1 200", 1200.0), ("۱۲", 12.0), ("3,0", 3.0)]
    {
        check(&number, &[typed], Ok(Answer::Number(read)));
    }
    for typed in ["-1", "\u{2212}1", "2001", "12,000", "12.000"] {
        check(&number, &[typed], outside());
    }
    for typed in ["1.5", "3,5", "۳٫۵", "0,125"] {
        check(&number, &[typed], Err(Wrong::NotWhole));
    }
    for not in
        ["two", "NaN", "inf", "1e3", "0x10", "--1", ".", ",", "1,2,3", "1 2", "1,,200", "1,200,50", "1'20", "1.2,3.4"]
    {
        check(&number, &[not], Err(Wrong::NotANumber));
    }
}

#[test]
fn a_comma_is_a_point_unless_it_can_only_part_thousands() {
    let up_to = |max: u32| question(&format!(r#""kind": "number", "min": -10, "max": {max}"#));
    for (typed, max, read) in [
        ("1,5", 40, 1.5),
        ("1.5", 40, 1.5),
        ("1,50", 40, 1.5),
        (",5", 40, 0.5),
        ("7.", 40, 7.0),
        ("-1,5", 40, -1.5),
        ("۱٫۵", 40, 1.5),
        ("১.৫", 40, 1.5),
        ("١،٥", 40, 1.5),
        // Out of range as thousands.
        ("1,500", 40, 1.5),
        ("1.125", 40, 1.125),
        // Nobody parts thousands so.
        ("0,125", 5_000, 0.125),
        ("1200,500", 5_000, 1200.5),
        ("1,2345", 5_000, 1.2345),
        // Out of range as a fraction, or none.
        ("1٬500", 5_000, 1500.0),
        ("1 500", 5_000, 1500.0),
        ("1\u{202f}500", 5_000, 1500.0),
        ("1,234,567", 2_000_000, 1_234_567.0),
        ("1.234.567", 2_000_000, 1_234_567.0),
        ("1,200.50", 5_000, 1200.5),
        ("1.200,50", 5_000, 1200.5),
        ("1 200,5", 5_000, 1200.5),
        ("1٬200٫5", 5_000, 1200.5),
    ] {
        check(&up_to(max), &[typed], Ok(Answer::Number(read)));
    }
    let two = |thousands: &str, fraction: &str| {
        Err(Wrong::TwoNumbers { thousands: thousands.to_owned(), fraction: fraction.to_owned() })
    };
    check(&up_to(5_000), &["1,500"], two("1500", "1.5"));
    check(&up_to(5_000), &["1.125"], two("1125", "1.1250"));
    check(&up_to(5_000), &["1.1250"], Ok(Answer::Number(1.125)));
    check(&up_to(5_000), &["-9,125"], Ok(Answer::Number(-9.125)));
}

proptest! {
    /// What we print is read as itself, with the point or the comma that a language has.
    #[test]
    fn what_is_printed_is_read_as_itself(whole in -3_000..3_000_000_i64, decimals in 0..7_i32, part in 0..1_000_000_u32) {
        let number = question(r#""kind": "number", "min": -10000, "max": 10000000"#);
        let value = format!("{whole}.{part}").parse::<f64>().unwrap();
        let value = (value * 10_f64.powi(decimals)).round() / 10_f64.powi(decimals);
        for printed in [in_figures(value), in_figures(value).replace('.', ",")] {
            check(&number, &[&printed], Ok(Answer::Number(value)));
        }
    }
}
