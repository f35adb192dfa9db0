//! An address as a code that phones read.

use std::fmt::Write as _;

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

/// The empty margin that readers of codes need, in modules (ISO/IEC 18004).
const MARGIN: usize = 4;

/// The code of an address, of which up to 15 % may be dirty (level M). Nothing for one that is too long for a code.
pub fn qr(address: &str, alt: &str) -> Markup {
    let Ok(code) = QrCode::with_error_correction_level(address, EcLevel::M) else { return html! {} };
    let size = code.width() + 2 * MARGIN;
    let mut dark = String::new();
    for (place, _) in code.to_colors().into_iter().enumerate().filter(|(_, color)| *color == Color::Dark) {
        let (x, y) = (MARGIN + place % code.width(), MARGIN + place / code.width());
        write!(dark, "M{x} {y}h1v1h-1z").expect("a String takes every write");
    }
    html! {
        svg class="qr" role="img" aria-label=(alt) viewBox={ "0 0 " (size) " " (size) } shape-rendering="crispEdges" {
            path fill="#fff" d={ "M0 0h" (size) "v" (size) "h-" (size) "z" } {}
            path fill="#000" d=(dark) {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_margin_its_corners_and_its_words() {
        let html = qr("https://heard.example.org/riverside/s/music", "QR <code>").into_string();
        // 43 bytes at level M take version 4, of 33 modules; with its margins, 41.
        assert!(html.contains(r#"viewBox="0 0 41 41""#) && html.contains(r#"aria-label="QR &lt;code&gt;""#), "{html}");
        for corner in ["M4 4h1", "M36 4h1", "M4 36h1"] {
            assert!(html.contains(corner), "{corner}");
        }
        assert!(!html.contains("M3 ") && !html.contains("M37 "), "nothing stands in the margin");
        assert_eq!(qr(&"x".repeat(5_000), "x").into_string(), "");
    }
}
