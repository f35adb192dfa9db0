//! Rust source taken apart into code, comments and literals, so that a rule about one is not fooled by another.

/// Three texts of the same length as the source, with the same lines; in each, everything else is blank.
#[derive(Default)]
pub(crate) struct Rust {
    pub(crate) code: String,
    pub(crate) comments: String,
    pub(crate) literals: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Code,
    Comment,
    Literal,
}

impl Rust {
    pub(crate) fn read(source: &str) -> Self {
        let mut parts = Self::default();
        let mut rest = source;
        while !rest.is_empty() {
            let (kind, length) = next(rest, parts.code.ends_with(|c: char| c.is_alphanumeric() || c == '_'));
            let (piece, after) = rest.split_at(length);
            for (own, text) in [
                (Kind::Code, &mut parts.code),
                (Kind::Comment, &mut parts.comments),
                (Kind::Literal, &mut parts.literals),
            ] {
                if own == kind { text.push_str(piece) } else { push_blank(text, piece) }
            }
            rest = after;
        }
        parts
    }

    /// The code without the module of unit tests that may end a file.
    pub(crate) fn shipped_code(&self) -> &str {
        self.code.split("#[cfg(test)]\nmod ").next().unwrap_or_default()
    }
}

/// Blanks, as many bytes as the piece has, with its line ends.
fn push_blank(text: &mut String, piece: &str) {
    text.extend(piece.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
}

/// What the source begins with, and how many bytes of it.
fn next(source: &str, in_word: bool) -> (Kind, usize) {
    if source.starts_with("//") {
        return (Kind::Comment, source.find('\n').unwrap_or(source.len()));
    }
    if source.starts_with("/*") {
        return (Kind::Comment, block_comment(source));
    }
    if !in_word && let Some(length) = raw_string(source) {
        return (Kind::Literal, length);
    }
    if source.starts_with('"') {
        return (Kind::Literal, quoted(source, '"'));
    }
    if source.starts_with('\'') && is_char(source) {
        return (Kind::Literal, quoted(source, '\''));
    }
    (Kind::Code, source.chars().next().map_or(0, char::len_utf8))
}

fn block_comment(source: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < source.len() {
        let rest = &source.as_bytes()[at..];
        let step = if rest.starts_with(b"/*") {
            depth += 1;
            2
        } else if rest.starts_with(b"*/") {
            depth -= 1;
            2
        } else {
            1
        };
        at += step;
        if depth == 0 {
            break;
        }
    }
    at
}

/// The length of `r"…"`, `r#"…"#`, `br"…"` and so on.
fn raw_string(source: &str) -> Option<usize> {
    let hashes_on = source.strip_prefix("br").or_else(|| source.strip_prefix('r'))?;
    let body = hashes_on.trim_start_matches('#');
    let hashes = &hashes_on[..hashes_on.len() - body.len()];
    let text = body.strip_prefix('"')?;
    let end = format!("\"{hashes}");
    Some(source.len() - text.len() + text.find(&end).map_or(text.len(), |at| at + end.len()))
}

fn quoted(source: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in source.char_indices().skip(1) {
        if c == quote && !escaped {
            return at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    source.len()
}

/// Whether a quote begins a character, rather than naming a lifetime.
fn is_char(source: &str) -> bool {
    let mut chars = source.chars().skip(1);
    chars.next() == Some('\\') || chars.next() == Some('\'')
}

#[test]
fn source_is_taken_apart() {
    let source = r##"let a = "x // \" y"; // said "so"
fn b<'a>(c: char) -> bool { c == '"' || c == '\'' } /* one /* two */ "#" */ let r = r#"raw " text"#; var"z""##;
    let rust = Rust::read(source);
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(squeezed(&rust.code), "let a = ; fn b<'a>(c: char) -> bool { c == || c == } let r = ; var");
    assert_eq!(squeezed(&rust.comments), r##"// said "so" /* one /* two */ "#" */"##);
    assert_eq!(squeezed(&rust.literals), r##""x // \" y" '"' '\'' r#"raw " text"# "z""##);
    assert!([&rust.comments, &rust.literals].iter().all(|text| text.len() == source.len()));
}
