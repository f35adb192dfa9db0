//! Styles and drawings, held in the binary and served under addresses that change when they do.

use std::{fmt::Write as _, sync::LazyLock};

use axum::{
    Router,
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use heard_core::colour::Palette;
use sha2::{Digest, Sha256};

use crate::error::Error;

/// A file that pages refer to.
#[derive(Debug)]
struct Asset {
    name: &'static str,
    content_type: &'static str,
    content: &'static str,
}

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

const ASSETS: &[Asset] = &[
    Asset { name: "heard.css", content_type: CSS, content: include_str!("../../assets/heard.css") },
    Asset { name: "easy.css", content_type: CSS, content: include_str!("../../assets/easy.css") },
    Asset { name: "aloud.js", content_type: JS, content: include_str!("../../assets/aloud.js") },
    Asset { name: "figures.css", content_type: CSS, content: include_str!("../../assets/figures.css") },
    Asset { name: "paper.css", content_type: CSS, content: include_str!("../../assets/paper.css") },
    Asset { name: "poster.css", content_type: CSS, content: include_str!("../../assets/poster.css") },
    Asset { name: "room.css", content_type: CSS, content: include_str!("../../assets/room.css") },
    Asset { name: "large.css", content_type: CSS, content: include_str!("../../assets/large.css") },
    Asset { name: "live.js", content_type: JS, content: include_str!("../../assets/live.js") },
    Asset { name: "offline.js", content_type: JS, content: include_str!("../../assets/offline.js") },
    Asset { name: "waiting.js", content_type: JS, content: include_str!("../../assets/waiting.js") },
    Asset { name: "typing.css", content_type: CSS, content: include_str!("../../assets/typing.css") },
    Asset { name: "typing.js", content_type: JS, content: include_str!("../../assets/typing.js") },
    Asset { name: "settings.css", content_type: CSS, content: include_str!("../../assets/settings.css") },
    Asset { name: "builder.css", content_type: CSS, content: include_str!("../../assets/builder.css") },
    Asset { name: "builder.js", content_type: JS, content: include_str!("../../assets/builder.js") },
    Asset { name: "arrange.js", content_type: JS, content: include_str!("../../assets/arrange.js") },
    Asset { name: "passkeys.js", content_type: JS, content: include_str!("../../assets/passkeys.js") },
    Asset { name: "tablet.js", content_type: JS, content: include_str!("../../assets/tablet.js") },
    Asset { name: "mark.svg", content_type: SVG, content: include_str!("../../assets/mark.svg") },
    Asset { name: "voices.svg", content_type: SVG, content: include_str!("../../assets/voices.svg") },
    Asset { name: "thanks.svg", content_type: SVG, content: include_str!("../../assets/thanks.svg") },
];

/// `/assets/{name}`: the files, kept by browsers for a year, because another content has another address.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{name}", get(serve)).route("/assets/look/{colours}", get(coloured))
}

/// The address of the styles in a service's colours, as [`Palette`] writes them: one file in the place of `heard.css`,
/// so that colours cost no request.
pub fn styles(colours: Option<&str>) -> String {
    let own = address("heard.css");
    match (colours, own.split_once('?')) {
        (Some(colours), Some((_, digest))) => format!("/assets/look/{colours}?{digest}"),
        _ => own.to_owned(),
    }
}

/// The address of an asset, with the beginning of its digest. A name that is not an asset gets an address that is
/// not found.
pub fn address(name: &str) -> &'static str {
    static ADDRESSES: LazyLock<Vec<String>> = LazyLock::new(|| ASSETS.iter().map(Asset::address).collect());
    let place = ASSETS.iter().position(|asset| asset.name == name);
    place.and_then(|place| ADDRESSES.get(place)).map_or("/assets/", String::as_str)
}

impl Asset {
    fn address(&self) -> String {
        let digest = Sha256::digest(self.content);
        digest.iter().take(6).fold(format!("/assets/{}?", self.name), |mut address, byte| {
            write!(address, "{byte:02x}").expect("a String takes every write");
            address
        })
    }
}

/// The styles in other colours. Whatever the address asks for, only colours that stand out are served.
async fn coloured(Path(colours): Path<String>) -> Response {
    let (Some(palette), Some(sheet)) = (Palette::parse(&colours), ASSETS.iter().find(|one| one.name == "heard.css"))
    else {
        return Error::NotFound.into_response();
    };
    kept(CSS, recoloured(sheet.content, &palette))
}

/// The sheet with a palette in the place of ours: in the tokens, and in the plain values before them. In capitals, so
/// that no colour that was put in is taken for one of ours.
fn recoloured(sheet: &str, palette: &Palette) -> String {
    Palette::HEARD.parts().iter().zip(palette.parts()).fold(sheet.to_owned(), |sheet, ((ours, ..), (theirs, ..))| {
        sheet.replace(&ours.to_string(), &theirs.to_string().to_uppercase())
    })
}

/// A file that browsers keep for a year.
fn kept(content_type: &'static str, content: impl IntoResponse) -> Response {
    let headers =
        [(header::CONTENT_TYPE, content_type), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    (headers, content).into_response()
}

async fn serve(Path(name): Path<String>) -> Response {
    match ASSETS.iter().find(|asset| asset.name == name) {
        Some(asset) => kept(asset.content_type, asset.content),
        None => Error::NotFound.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_an_asset_follows_its_content() {
        let address = address("heard.css");
        assert!(address.starts_with("/assets/heard.css?"));
        let changed = Asset { name: "heard.css", content_type: CSS, content: "body{}" };
        assert_ne!(address, changed.address());
    }

    #[test]
    fn the_styles_stay_small() {
        assert!(ASSETS[0].content.len() < 15_000, "{} bytes", ASSETS[0].content.len());
    }

    #[test]
    fn a_palette_takes_the_place_of_ours_everywhere() {
        let sheet = ASSETS[0].content;
        for (ours, ..) in Palette::HEARD.parts() {
            assert!(sheet.contains(&ours.to_string()), "{ours} is not in the sheet any more");
        }
        let theirs = Palette::parse("5b1f8a-92d6e4-0a5163-92d6e4");
        // Two of ours at other places: what was put in is not replaced again.
        let theirs = theirs.unwrap();
        let sheet = recoloured(sheet, &theirs);
        assert!(sheet.contains("--main: #5B1F8A;") && sheet.contains("--warm: #0A5163;"));
        assert!(!sheet.contains("#0a5163") && !sheet.contains("#ff9473"));
    }

    /// It speaks by the browser's own voices and sends nothing to anybody.
    #[test]
    fn what_reads_aloud_is_small_and_reaches_nowhere() {
        let script = ASSETS.iter().find(|asset| asset.name == "aloud.js").unwrap().content;
        assert!(script.len() < 6_000, "{} bytes", script.len());
        for power in ["fetch", "XMLHttp", "sendBeacon", "WebSocket", "import", "innerHTML", "eval", "//", "Storage"] {
            let code: Vec<_> = script.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            assert!(!code.join("\n").contains(power), "{power}");
        }
    }

    #[test]
    fn the_drawings_hold_nothing_that_runs_and_nothing_from_elsewhere() {
        for asset in ASSETS.iter().filter(|asset| asset.content_type == SVG) {
            let own = asset.content.replace("http://www.w3.org/2000/svg", "");
            assert!(
                !own.contains("<script") && !own.contains("<style") && !own.contains("href") && !own.contains("//")
            );
        }
    }
}
