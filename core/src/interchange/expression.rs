//! Rules as other tools write them: the part that `XPath` (XLSForm) and `ExpressionScript` (`LimeSurvey`) have in common.
//! Reading one never takes more than a small, fixed depth of calls.

/// How deep parentheses and negations may go.
const DEEPEST: usize = 16;
/// How many words and signs a rule may have.
const MOST_TOKENS: usize = 1_000;

/// A rule, or a part of one.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expression {
    /// At least one holds.
    Or(Vec<Expression>),
    /// Every one holds.
    And(Vec<Expression>),
    /// It does not hold.
    Not(Box<Expression>),
    /// One side against the other.
    Compare(Box<Expression>, Op, Box<Expression>),
    /// The answer to a question.
    Answer(String),
    /// A text, or a number as it is written.
    Literal(String),
    /// The answer that stands here: `.` in a constraint.
    Here,
    /// A function with what it is given.
    Call(String, Vec<Expression>),
}

/// How two sides are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Op {
    Equal,
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Op {
    /// The same with its sides changed over.
    pub fn turned(self) -> Self {
        match self {
            Self::Less => Self::More,
            Self::More => Self::Less,
            Self::AtMost => Self::AtLeast,
            Self::AtLeast => Self::AtMost,
            same => same,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Open,
    Close,
    Comma,
    And,
    Or,
    Bang,
    Op(Op),
    Answer(String),
    Literal(String),
    Name(String),
    Here,
}

/// Reads a rule. `Err` says in words why it cannot be read.
pub(super) fn read(written: &str) -> Result<Expression, &'static str> {
    let mut tokens = tokens(written)?;
    tokens.reverse();
    let mut reader = Reader { tokens, depth: 0 };
    let read = reader.any()?;
    if reader.tokens.is_empty() { Ok(read) } else { Err("it does not end where it should") }
}

/// What is left to read, the next last.
struct Reader {
    tokens: Vec<Token>,
    depth: usize,
}

impl Reader {
    fn takes(&mut self, token: &Token) -> bool {
        let next = self.tokens.last() == Some(token);
        if next {
            self.tokens.pop();
        }
        next
    }

    fn any(&mut self) -> Result<Expression, &'static str> {
        let first = self.all()?;
        let mut parts = vec![first];
        while self.takes(&Token::Or) {
            parts.push(self.all()?);
        }
        Ok(alone(parts, Expression::Or))
    }

    fn all(&mut self) -> Result<Expression, &'static str> {
        let first = self.one()?;
        let mut parts = vec![first];
        while self.takes(&Token::And) {
            parts.push(self.one()?);
        }
        Ok(alone(parts, Expression::And))
    }

    fn one(&mut self) -> Result<Expression, &'static str> {
        let left = self.operand()?;
        let Some(Token::Op(op)) = self.tokens.last() else { return Ok(left) };
        let op = *op;
        self.tokens.pop();
        let right = self.operand()?;
        Ok(Expression::Compare(Box::new(left), op, Box::new(right)))
    }

    fn operand(&mut self) -> Result<Expression, &'static str> {
        if self.depth == DEEPEST {
            return Err("it is nested too deep");
        }
        self.depth += 1;
        let read = match self.tokens.pop() {
            Some(Token::Open) => {
                let inside = self.any()?;
                self.closes(inside)
            }
            Some(Token::Bang) => self.operand().map(|inside| Expression::Not(Box::new(inside))),
            Some(Token::Literal(text)) => Ok(Expression::Literal(text)),
            Some(Token::Here) => Ok(Expression::Here),
            Some(Token::Name(name)) if self.takes(&Token::Open) => self.call(name),
            Some(Token::Name(name) | Token::Answer(name)) => Ok(Expression::Answer(name)),
            _ => Err("something is missing in it"),
        };
        self.depth -= 1;
        read
    }

    fn call(&mut self, name: String) -> Result<Expression, &'static str> {
        let mut given = Vec::new();
        if !self.takes(&Token::Close) {
            given.push(self.any()?);
            while self.takes(&Token::Comma) {
                given.push(self.any()?);
            }
            self.closes(())?;
        }
        match (&*name, given.len()) {
            ("not", 1) => Ok(Expression::Not(Box::new(given.remove(0)))),
            _ => Ok(Expression::Call(name, given)),
        }
    }

    fn closes<T>(&mut self, read: T) -> Result<T, &'static str> {
        if self.takes(&Token::Close) { Ok(read) } else { Err("a bracket is not closed") }
    }
}

fn alone(mut parts: Vec<Expression>, several: fn(Vec<Expression>) -> Expression) -> Expression {
    if parts.len() == 1 { parts.remove(0) } else { several(parts) }
}

fn tokens(written: &str) -> Result<Vec<Token>, &'static str> {
    let mut tokens = Vec::new();
    let mut rest = written.trim_start();
    while !rest.is_empty() {
        if tokens.len() == MOST_TOKENS {
            return Err("it is too long");
        }
        let (token, after) = token(rest).ok_or("it holds a sign that Heard does not know")?;
        tokens.push(token);
        rest = after.trim_start();
    }
    Ok(tokens)
}

/// Signs and what they say; a longer one comes before a shorter one that it begins with.
const SIGNS: &[(&str, Token)] = &[
    ("&&", Token::And),
    ("||", Token::Or),
    ("==", Token::Op(Op::Equal)),
    ("!=", Token::Op(Op::Unequal)),
    ("<=", Token::Op(Op::AtMost)),
    (">=", Token::Op(Op::AtLeast)),
    ("=", Token::Op(Op::Equal)),
    ("<", Token::Op(Op::Less)),
    (">", Token::Op(Op::More)),
    ("!", Token::Bang),
    ("(", Token::Open),
    (")", Token::Close),
    (",", Token::Comma),
];

/// The first word or sign, and what comes after it.
fn token(rest: &str) -> Option<(Token, &str)> {
    if let Some((sign, token)) = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign)) {
        return Some((token.clone(), &rest[sign.len()..]));
    }
    if let Some(after) = rest.strip_prefix("${") {
        let (name, after) = after.split_once('}')?;
        return Some((Token::Answer(name.trim().to_owned()), after));
    }
    for quote in ['\'', '"'] {
        if let Some(after) = rest.strip_prefix(quote) {
            let (text, after) = after.split_once(quote)?;
            return Some((Token::Literal(text.to_owned()), after));
        }
    }
    let figures = rest.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-')).unwrap_or(rest.len());
    let alone = !rest[figures..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
    if alone && rest[..figures].parse::<f64>().is_ok() {
        return Some((Token::Literal(rest[..figures].to_owned()), &rest[figures..]));
    }
    if let Some(after) = rest.strip_prefix('.') {
        return Some((Token::Here, after));
    }
    word(rest)
}

/// A word: one that joins or compares, or a name.
fn word(rest: &str) -> Option<(Token, &str)> {
    let end = rest.find(|c: char| !(c.is_alphanumeric() || "_.-:".contains(c))).unwrap_or(rest.len());
    let word = (end > 0).then(|| &rest[..end])?;
    let token = match &*word.to_lowercase() {
        "and" => Token::And,
        "or" => Token::Or,
        "eq" => Token::Op(Op::Equal),
        "ne" => Token::Op(Op::Unequal),
        "lt" => Token::Op(Op::Less),
        "le" => Token::Op(Op::AtMost),
        "gt" => Token::Op(Op::More),
        "ge" => Token::Op(Op::AtLeast),
        _ => Token::Name(word.to_owned()),
    };
    Some((token, &rest[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(expression: &Expression) -> String {
        let all = |parts: &[Expression], by: &str| parts.iter().map(show).collect::<Vec<_>>().join(by);
        match expression {
            Expression::Or(parts) => format!("({})", all(parts, " | ")),
            Expression::And(parts) => format!("({})", all(parts, " & ")),
            Expression::Not(part) => format!("!{}", show(part)),
            Expression::Compare(left, op, right) => format!("[{} {op:?} {}]", show(left), show(right)),
            Expression::Answer(name) => format!("${name}"),
            Expression::Literal(text) => format!("'{text}'"),
            Expression::Here => ".".to_owned(),
            Expression::Call(name, given) => format!("{name}({})", all(given, ", ")),
        }
    }

    #[test]
    fn rules_of_both_tools_are_read() {
        for (written, expect) in [
            ("${a} = 'x'", "[$a Equal 'x']"),
            ("  ${ a }!='x' ", "[$a Unequal 'x']"),
            (
                "selected(${a}, 'x') and not(${b}>=3 or ${c} = '')",
                "(selected($a, 'x') & !([$b AtLeast '3'] | [$c Equal '']))",
            ),
            ("a = 1 or b = 2 and c = -3.5", "([$a Equal '1'] | ([$b Equal '2'] & [$c Equal '-3.5']))"),
            (". >= 0 and . <= 120", "([. AtLeast '0'] & [. AtMost '120'])"),
            ("((q1.NAOK == \"A1\") && !is_empty(q2_SQ001))", "([$q1.NAOK Equal 'A1'] & !is_empty($q2_SQ001))"),
            ("count-selected(.) <= 3", "[count-selected(.) AtMost '3']"),
            ("true()", "true()"),
            ("7X1X2SQ1.NAOK eq 5", "[$7X1X2SQ1.NAOK Equal '5']"),
        ] {
            assert_eq!(read(written).map(|read| show(&read)), Ok(expect.to_owned()), "{written}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_refused_at_any_depth() {
        for written in ["", "(", "${a", "${a} =", "'x", "a b", "a = = b", ")", "a ~ b", "f(a,)", "f(", "\u{0}"] {
            assert!(read(written).is_err(), "{written}");
        }
        for open in ["(", "!", "not(", "f(1,", "(a or "] {
            assert!(read(&open.repeat(100_000)).is_err());
            assert!(read(&open.repeat(400)).is_err());
        }
    }
}
