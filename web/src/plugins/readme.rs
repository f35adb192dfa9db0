//! What a plugin's author wrote about it, as a page: of Markdown as much as such papers use. Everything is escaped;
//! links are left as they are written.

use maud::{Markup, html};

/// Headings begin at the second level: the page has its own title, so the paper's is left out.
pub(super) fn page(markdown: &str) -> Markup {
    let mut lines = markdown.lines().peekable();
    let mut blocks = Vec::new();
    while let Some(line) = lines.next() {
        let start = line.trim_start();
        if line.trim().is_empty() || start.starts_with("# ") {
            continue;
        }
        if let Some(title) = start.strip_prefix("## ").or_else(|| start.strip_prefix("### ")) {
            blocks.push(html! { h2 { (inline(title)) } });
            continue;
        }
        if start.starts_with("```") {
            let code: Vec<&str> = lines.by_ref().take_while(|line| !line.trim_start().starts_with("```")).collect();
            blocks.push(html! { pre tabindex="0" { code { (code.join("\n")) } } });
            continue;
        }
        let mut block = vec![line];
        while let Some(next) = lines.next_if(|line| !line.trim().is_empty()) {
            block.push(next);
        }
        blocks.push(several_lines(&block));
    }
    html! { @for block in blocks { (block) } }
}

/// Lines without an empty one between them: a table, a list or a paragraph.
fn several_lines(lines: &[&str]) -> Markup {
    let cells = |line: &str| {
        let line = line.trim().trim_matches('|');
        line.split('|').map(|cell| inline(cell.trim())).collect::<Vec<_>>()
    };
    match lines {
        [head, rule, rows @ ..] if head.trim_start().starts_with('|') && rule.contains("---") => html! {
            div class="scroll" tabindex="0" {
                table {
                    thead { tr { @for cell in cells(head) { th scope="col" { (cell) } } } }
                    tbody { @for row in rows { tr { @for cell in cells(row) { td { (cell) } } } } }
                }
            }
        },
        [first, ..] if first.starts_with("- ") => html! { ul { @for item in items(lines) { li { (inline(&item)) } } } },
        lines => html! { p { (inline(&lines.join(" "))) } },
    }
}

/// The entries of a list; a line that does not begin one goes on with the last.
fn items(lines: &[&str]) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for line in lines {
        match (line.strip_prefix("- "), items.last_mut()) {
            (None, Some(last)) => *last = format!("{last} {}", line.trim()),
            (item, _) => items.push(item.unwrap_or(line).to_owned()),
        }
    }
    items
}

/// Bold, slanted and code.
fn inline(text: &str) -> Markup {
    let Some((mark, before, inside, after)) = first_mark(text) else { return html! { (text) } };
    html! {
        (before)
        @match mark {
            "`" => code { (inside) },
            "**" => strong { (inline(inside)) },
            _ => em { (inline(inside)) },
        }
        (inline(after))
    }
}

/// The first marked stretch of a text, with what is before and after it.
fn first_mark(text: &str) -> Option<(&'static str, &str, &str, &str)> {
    let found = ["`", "**", "*"].into_iter().filter_map(|mark| {
        let (before, rest) = text.split_once(mark)?;
        let (inside, after) = rest.split_once(mark)?;
        let tight = !inside.is_empty() && !inside.starts_with(' ') && !inside.ends_with(' ');
        tight.then_some((mark, before, inside, after))
    });
    found.min_by_key(|(_, before, ..)| before.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(markdown: &str, expected: &str) {
        assert_eq!(page(markdown).into_string(), expected);
    }

    #[test]
    fn papers_are_pages() {
        check(
            "# Title\n\nOne **bold `x`**\nline, *slanted*.\n",
            "<p>One <strong>bold <code>x</code></strong> line, <em>slanted</em>.</p>",
        );
        check("## Part\n- a\n  b\n- c", "<h2>Part</h2><ul><li>a b</li><li>c</li></ul>");
        check(
            "| a | b |\n|---|---|\n| `1` | 2 |",
            "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead><tbody><tr><td><code>1</code></td><td>2</td></tr></tbody></table></div>",
        );
        check("```json\n{\n\n}\n```\nend", "<pre tabindex=\"0\"><code>{\n\n}</code></pre><p>end</p>");
    }

    #[test]
    fn nothing_in_a_paper_becomes_code_of_the_page() {
        check("<script>*2 * 3 = 6*", "<p>&lt;script&gt;*2 * 3 = 6*</p>");
        check("2 * 3 * 4 `open", "<p>2 * 3 * 4 `open</p>");
    }
}
