//! Cookies: few, short, out of reach of scripts.
//!
//! Where people reach us by https (`secure`), browsers hold the name's prefix to its word: nobody on the way, and no
//! site beside ours, can have set it. Each of ours is for some pages only, so that what staff and families do stays
//! apart; `__Host-` would need the path `/`.

use axum::http::{HeaderMap, HeaderValue, header};

const PREFIX: &str = "__Secure-";

/// The value of a cookie that the browser sent.
pub fn read<'h>(headers: &'h HeaderMap, name: &str, secure: bool) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .flat_map(|line| line.as_bytes().split(|b| *b == b';'))
        // Cookies of other programs on the same host may hold anything; ours are plain text.
        .filter_map(|pair| str::from_utf8(pair).ok())
        .find_map(|pair| pair.trim().strip_prefix(prefix(secure))?.strip_prefix(name)?.strip_prefix('='))
}

/// A cookie until the browser is closed, for the pages below `path`.
pub fn set(name: &str, value: &str, path: &str, secure: bool) -> HeaderValue {
    cookie(&format!("{name}={value}; Path={path}"), secure)
}

/// A cookie that outlives the browser's window, for so many seconds.
pub fn keep(name: &str, value: &str, path: &str, seconds: i64, secure: bool) -> HeaderValue {
    cookie(&format!("{name}={value}; Path={path}; Max-Age={seconds}"), secure)
}

/// Takes a cookie away.
pub fn clear(name: &str, path: &str, secure: bool) -> HeaderValue {
    cookie(&format!("{name}=; Path={path}; Max-Age=0"), secure)
}

fn prefix(secure: bool) -> &'static str {
    if secure { PREFIX } else { "" }
}

fn cookie(text: &str, secure: bool) -> HeaderValue {
    let flag = if secure { "; Secure" } else { "" };
    HeaderValue::try_from(format!("{}{text}; HttpOnly; SameSite=Lax{flag}", prefix(secure)))
        .expect("names, values and paths of our cookies are keys and codes of plain letters")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_has_names_of_its_own() {
        assert_eq!(set("session", "a", "/staff", false), "session=a; Path=/staff; HttpOnly; SameSite=Lax");
        let secure = set("session", "a", "/staff", true);
        assert_eq!(secure, "__Secure-session=a; Path=/staff; HttpOnly; SameSite=Lax; Secure");
        assert_eq!(keep("a", "b", "/x", 9, false), "a=b; Path=/x; Max-Age=9; HttpOnly; SameSite=Lax");
        let cleared = clear("draft", "/x/s/y", true);
        assert_eq!(cleared, "__Secure-draft=; Path=/x/s/y; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
    }

    #[test]
    fn a_cookie_is_read_under_its_own_name_only() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_bytes(b"odd=\xff; session=planted;mysession=b").unwrap());
        headers.append(header::COOKIE, HeaderValue::from_static("__Secure-session=ours"));
        assert_eq!(read(&headers, "session", false), Some("planted"));
        assert_eq!(read(&headers, "session", true), Some("ours"));
        assert_eq!(read(&headers, "draft", true), None);
    }
}
