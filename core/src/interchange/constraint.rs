//! What an answer has to be, in the words of `XPath`: the bounds of a number, a text, a date, a number of options.

use super::{
    expression::{self, Expression, Op},
    meaning::{as_precise_as, number},
};
use crate::{
    date::PartialDate,
    question::{Kind, Number, Several},
    text::Key,
};

/// What a kind asks of its answers, as a constraint; empty where it asks nothing.
pub(super) fn write(kind: &Kind) -> String {
    let all = match kind {
        Kind::Number(Number { min, max, .. }) => vec![format!(". >= {}", min), format!(". <= {}", max)],
        Kind::ShortText(text) | Kind::LongText(text) => vec![format!("string-length(.) <= {}", text.max_length)],
        Kind::Date(asked) => {
            let earliest = asked.earliest.map(|date| format!(". >= date('{}')", date.first_day()));
            earliest.into_iter().chain(asked.latest.map(|date| format!(". <= date('{}')", date.last_day()))).collect()
        }
        Kind::Several(several) => {
            let most = several.at_most.map(|most| format!("count-selected(.) <= {most}"));
            let alone = several.options.iter().filter(|option| option.exclusive);
            let alone = alone.map(|option| format!("not(selected(., '{}') and count-selected(.) > 1)", option.key));
            most.into_iter().chain(alone).collect()
        }
        _ => Vec::new(),
    };
    all.join(" and ")
}

/// Takes a constraint into a kind. `options` are the codes of its options beside their keys. `Err` says what of it has
/// no equal here.
pub(super) fn read(written: &str, kind: &mut Kind, codes: &[(String, Key)]) -> Result<(), String> {
    if written.trim().is_empty() {
        return Ok(());
    }
    let parts = match expression::read(written)? {
        Expression::And(parts) => parts,
        part => vec![part],
    };
    for part in parts {
        let taken = match &part {
            Expression::Compare(left, op, right) => compared(left, *op, right, kind),
            Expression::Not(inside) => exclusive(inside, kind, codes),
            _ => None,
        };
        taken.ok_or("Heard has no such rule for its answers")?;
    }
    Ok(())
}

fn compared(left: &Expression, op: Op, right: &Expression, kind: &mut Kind) -> Option<()> {
    let (left, op, right) = match right {
        Expression::Here => (right, op.turned(), left),
        _ => (left, op, right),
    };
    let of_all = |name: &str| matches!(left, Expression::Call(called, given) if called == name && given[..] == [Expression::Here]);
    let here = *left == Expression::Here;
    match (kind, right) {
        (Kind::Number(bounds), Expression::Literal(limit)) if here => bound(bounds, op, number(limit)?),
        (Kind::Date(asked), Expression::Call(name, given)) if here && name == "date" => {
            let [Expression::Literal(limit)] = &given[..] else { return None };
            let limit: PartialDate = limit.parse().ok()?;
            let limit = Some(as_precise_as(asked.precise_to, limit));
            match op {
                Op::AtLeast => asked.earliest = limit,
                Op::AtMost => asked.latest = limit,
                _ => return None,
            }
            Some(())
        }
        (Kind::ShortText(text) | Kind::LongText(text), Expression::Literal(limit)) if of_all("string-length") => {
            text.max_length = at_most(op, limit)?;
            Some(())
        }
        (Kind::Several(several), Expression::Literal(limit)) if of_all("count-selected") => {
            several.at_most = Some(at_most(op, limit)?);
            Some(())
        }
        _ => None,
    }
}

fn bound(bounds: &mut Number, op: Op, limit: f64) -> Option<()> {
    let step = if bounds.whole { 1.0 } else { 0.0 };
    match op {
        Op::AtLeast => bounds.min = limit,
        Op::AtMost => bounds.max = limit,
        // "More than 0" of whole numbers is 1; of others, nothing here says it.
        Op::More if bounds.whole => bounds.min = limit.floor() + step,
        Op::Less if bounds.whole => bounds.max = limit.ceil() - step,
        _ => return None,
    }
    Some(())
}

fn at_most(op: Op, limit: &str) -> Option<usize> {
    let limit: usize = limit.parse().ok()?;
    match op {
        Op::AtMost => Some(limit),
        Op::Less => limit.checked_sub(1),
        _ => None,
    }
}

/// `not(selected(., 'none') and count-selected(.) > 1)`: an option that stands alone.
fn exclusive(inside: &Expression, kind: &mut Kind, codes: &[(String, Key)]) -> Option<()> {
    let (Expression::And(parts), Kind::Several(Several { options, .. })) = (inside, kind) else { return None };
    let [Expression::Call(name, given), Expression::Compare(count, Op::More, one)] = &parts[..] else { return None };
    let counts = **count == Expression::Call("count-selected".to_owned(), vec![Expression::Here]);
    let ("selected", [Expression::Here, Expression::Literal(code)]) = (&**name, &given[..]) else { return None };
    let key = codes.iter().find(|(known, _)| known == code).map(|(_, key)| key)?;
    let option = options.iter_mut().find(|option| option.key == *key)?;
    (counts && **one == Expression::Literal("1".to_owned())).then(|| option.exclusive = true)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn kind(written: Value) -> Kind {
        serde_json::from_value(written).unwrap()
    }

    #[test]
    fn constraints_become_bounds() {
        let whole = || json!({"kind": "number", "min": 0.0, "max": 9.0, "whole": true});
        let part = || json!({"kind": "number", "min": 0.0, "max": 9.0});
        let month = || json!({"kind": "date", "precise_to": "month"});
        let words = || json!({"kind": "short_text", "max_length": 200});
        let text = |key: &str, exclusive: bool| json!({"key": key, "text": {}, "exclusive": exclusive});
        let several = |a| json!({"kind": "several", "options": [text("a", a), text("b", false)]});
        for (written, of, expect) in [
            (". >= 1 and . <= 120", whole(), Some(json!({"kind": "number", "min": 1.0, "max": 120.0, "whole": true}))),
            ("(.>-2) and (5 > .)", whole(), Some(json!({"kind": "number", "min": -1.0, "max": 4.0, "whole": true}))),
            (". >= 0.5", part(), Some(json!({"kind": "number", "min": 0.5, "max": 9.0}))),
            (". > 0.5", part(), None),
            (". >= ${other}", whole(), None),
            ("string-length(.) < 10", words(), Some(json!({"kind": "short_text", "max_length": 9}))),
            ("regex(., '^a$')", words(), None),
            (
                ". >= date('2010-03-04')",
                month(),
                Some(json!({"kind": "date", "precise_to": "month", "earliest": "2010-03"})),
            ),
            (". <= today()", month(), None),
            ("not(selected(., '1') and count-selected(.) > 1)", several(false), Some(several(true))),
            ("", whole(), Some(whole())),
        ] {
            let mut read_into = kind(of);
            let codes = [("1".to_owned(), "a".try_into().unwrap())];
            let read = read(written, &mut read_into, &codes).ok().map(|()| read_into);
            assert_eq!(read, expect.map(kind), "{written}");
        }
    }

    #[test]
    fn bounds_become_constraints() {
        for (of, written) in [
            (json!({"kind": "number", "min": -0.125, "max": 1500.0}), ". >= -0.125 and . <= 1500"),
            (json!({"kind": "date", "precise_to": "year", "latest": "2012"}), ". <= date('2012-12-31')"),
            (json!({"kind": "yes_no"}), ""),
        ] {
            assert_eq!(write(&kind(of)), written);
        }
    }
}
