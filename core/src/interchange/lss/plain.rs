//! HTML as plain words: paragraphs stay, all else goes.

/// Elements after which a line ends, and those whose insides are no words.
const ENDS_LINE: &[&str] =
    &["br", "p", "/p", "div", "/div", "li", "/li", "tr", "/tr", "h1", "h2", "h3", "/h1", "/h2", "/h3"];
const NO_WORDS: &[&str] = &["script", "style"];

/// The words of some HTML.
pub(super) fn words(html: &str) -> String {
    let mut words = String::new();
    let mut rest = html;
    while let Some((before, name, after)) = next_tag(rest) {
        words += &unescaped(before);
        if ENDS_LINE.contains(&&*name) {
            words.push('\n');
            // A paragraph ends with an empty line.
            words.push_str(if name == "/p" { "\n" } else { "" });
        }
        rest = match NO_WORDS.iter().find(|known| **known == name) {
            Some(known) => after.find(&format!("</{known}")).map_or("", |end| &after[end..]),
            None => after,
        };
    }
    laid_out(&(words + &unescaped(rest)))
}

/// Whether more than words stands in some HTML.
pub(super) fn holds_media(html: &str) -> bool {
    let lower = html.to_lowercase();
    ["<img", "<a ", "<video", "<audio", "<iframe", "<object"].iter().any(|tag| lower.contains(tag))
}

/// The first tag, with its name in small letters, and what stands before and after it.
fn next_tag(html: &str) -> Option<(&str, String, &str)> {
    let mut from = 0;
    loop {
        let at = from + html[from..].find('<')?;
        let inside = &html[at + 1..];
        if inside.starts_with("!--") {
            let after = inside.find("-->").map_or("", |end| &inside[end + 3..]);
            return Some((&html[..at], String::new(), after));
        }
        // A "<" before anything else is less than.
        if inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
            let end = inside.find('>')?;
            let name = inside[..end].split([' ', '\n', '\t']).next().unwrap_or_default();
            let name = if name.len() > 1 { name.trim_end_matches('/') } else { name };
            return Some((&html[..at], name.to_lowercase(), &inside[end + 1..]));
        }
        from = at + 1;
    }
}

/// Names of signs are not longer than this.
const LONGEST_NAME: usize = 12;

fn unescaped(text: &str) -> String {
    const NAMED: &[(&str, char)] = &[
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("hellip", '…'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("rsquo", '’'),
        ("lsquo", '‘'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("pound", '£'),
    ];
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain += before;
        let end = after.bytes().take(LONGEST_NAME).position(|b| b == b';');
        let named = end.and_then(|end| {
            let (name, after) = (&after[..end], &after[end + 1..]);
            let code = name.strip_prefix('#').and_then(|code| match code.strip_prefix(['x', 'X']) {
                Some(code) => u32::from_str_radix(code, 16).ok(),
                None => code.parse().ok(),
            });
            let named = NAMED.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign);
            Some((named.or(code.and_then(char::from_u32))?, after))
        });
        let (sign, after) = named.unwrap_or(('&', after));
        plain.push(sign);
        rest = after;
    }
    plain + rest
}

/// Words with one space between them, and at most one empty line.
fn laid_out(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut laid_out = String::new();
    let mut empty = 0;
    for line in lines {
        if line.is_empty() {
            empty += 1;
            continue;
        }
        if !laid_out.is_empty() {
            laid_out.push_str(if empty > 0 { "\n\n" } else { "\n" });
        }
        laid_out += &line;
        empty = 0;
    }
    laid_out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_words() {
        for (html, expect) in [
            ("Plain  words", "Plain words"),
            ("<p>One</p><p>Two<br/>Three</p>", "One\n\nTwo\nThree"),
            ("<b>Bold</b> &amp; <i class=\"x\">not</i>&nbsp;&#8364;&#x20ac;", "Bold & not €€"),
            ("a < b > c <3", "a < b > c <3"),
            ("<script>alert(1)</script>Hello<style>p {}</style>", "Hello"),
            ("<!-- no --> yes <!-- never", "yes"),
            ("&lt;b&gt; & &unknown; &", "<b> & &unknown; &"),
            ("<ul><li>A</li><li>B</li></ul>", "A\n\nB"),
            ("<unclosed", "<unclosed"),
            ("", ""),
        ] {
            assert_eq!(words(html), expect, "{html}");
        }
    }
}
