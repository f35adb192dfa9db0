//! Cookies: few, short, out of reach of scripts.

use axum::http::{HeaderMap, HeaderValue, header};

/// The value of a cookie that the browser sent.
pub fn read<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .flat_map(|line| line.as_bytes().split(|b| *b == b';'))
        // Cookies of other programs on the same host may hold anything; ours are plain text.
        .filter_map(|pair| str::from_utf8(pair).ok())
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// A cookie until the browser is closed, for the pages below `path`.
pub fn set(name: &str, value: &str, path: &str, secure: bool) -> HeaderValue {
    cookie(format!("{name}={value}; Path={path}; HttpOnly; SameSite=Lax{}", secure_flag(secure)))
}

/// Takes a cookie away.
pub fn clear(name: &str, path: &str, secure: bool) -> HeaderValue {
    cookie(format!("{name}=; Path={path}; Max-Age=0; HttpOnly; SameSite=Lax{}", secure_flag(secure)))
}

fn secure_flag(secure: bool) -> &'static str {
    if secure { "; Secure" } else { "" }
}

fn cookie(text: String) -> HeaderValue {
    HeaderValue::try_from(text).expect("names, values and paths of our cookies are keys and codes of plain letters")
}
