//! The pictures that surveys may name, drawn in one hand: a line of the text's colour, two fills from the page's
//! colours (`t`, the tint of a chosen answer; `w`, our warm accent), on 48 by 48 units. They stand in the page, so that
//! they cost no request, and nothing in them is said by colour alone. `easy.css` paints them.

use std::{collections::BTreeMap, sync::LazyLock};

use heard_core::{
    picture::{Illustration, Picture},
    text::Lang,
};
use maud::{Markup, PreEscaped, html};

use super::{direction, ways::is_foreign};

/// A picture beside words that say the same: it is read as nothing.
pub fn picture(picture: Picture) -> Markup {
    html! { svg class="pic" aria-hidden="true" width="48" height="48" viewBox="0 0 48 48" { (drawing(picture)) } }
}

/// A picture that stands for itself, read as its words.
pub fn illustration(illustration: &Illustration, lang: &Lang) -> Markup {
    let (found, alt) = illustration.alt.find(lang).unwrap_or((lang, ""));
    let foreign = is_foreign(found, lang).then_some(found);
    html! {
        svg class="pic large" role="img" aria-label=(alt) lang=[foreign] dir=[foreign.map(direction)]
            width="96" height="96" viewBox="0 0 48 48" { (drawing(illustration.name)) }
    }
}

fn drawing(picture: Picture) -> PreEscaped<&'static str> {
    static DRAWINGS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
        let drawings = include_str!("../../assets/pictures.svg").lines();
        drawings.filter_map(|line| line.strip_prefix("<g id=\"")?.strip_suffix("</g>")?.split_once("\">")).collect()
    });
    PreEscaped(DRAWINGS.get(picture.name()).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_has_a_drawing_of_its_own() {
        let drawings: BTreeMap<_, _> = Picture::ALL.iter().map(|picture| (drawing(*picture).0, picture)).collect();
        assert_eq!(drawings.len(), Picture::ALL.len());
        for (drawing, picture) in drawings {
            assert!(drawing.starts_with('<') && drawing.ends_with("/>") || drawing.ends_with("</g>"), "{picture:?}");
            // Colours are the page's, so that they fit the dark; and a page of pictures stays light.
            assert!(!drawing.contains("fill") && !drawing.contains('#') && drawing.len() < 400, "{picture:?}");
        }
    }

    #[test]
    fn a_picture_that_stands_for_itself_is_read_and_one_beside_words_is_not() {
        let urdu = Lang::try_from("ur".to_owned()).unwrap();
        let bus = Illustration { name: Picture::Bus, alt: heard_core::text::Texts::english("A <bus>") };
        let html = illustration(&bus, &urdu).into_string();
        assert!(html.contains(r#"role="img" aria-label="A &lt;bus&gt;" lang="en" dir="ltr""#), "{html}");
        let html = picture(Picture::Bus).into_string();
        assert!(html.contains(r#"aria-hidden="true""#) && !html.contains("role"), "{html}");
    }
}
