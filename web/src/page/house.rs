//! A service, as its public pages name and dress it.

use maud::{Markup, html};
use sqlx::FromRow;

/// The house that a page stands in.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct House {
    /// The service's key.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// Its colours, as [`heard_core::colour::Palette`] writes them, where it has some of its own.
    pub colours: Option<String>,
    /// The name of its logo, where it has one: `{digest}-{width}x{height}`, in pixels, of which two make one on a page.
    pub logo: Option<String>,
}

impl House {
    /// The address of its front page.
    pub fn path(&self) -> String {
        format!("/{}", self.key)
    }

    /// The address of its privacy notice.
    pub fn privacy(&self) -> String {
        format!("/{}/privacy", self.key)
    }

    /// The address of its logo.
    pub fn logo_address(&self) -> Option<String> {
        self.logo.as_ref().map(|name| format!("/{}/logo/{name}", self.key))
    }

    /// Its logo and its name.
    pub fn sign(&self) -> Markup {
        html! { p class="brand" { @if let Some(logo) = self.logo() { (logo) } bdi { (self.name) } } }
    }

    /// Its logo, to stand beside its name, which says what the logo would.
    pub fn logo(&self) -> Option<Markup> {
        let (_, size) = self.logo.as_ref()?.split_once('-')?;
        let (width, height) = size.split_once('x')?;
        let half = |pixels: &str| pixels.parse::<u32>().map(|pixels| pixels.div_ceil(2)).ok();
        let (width, height) = (half(width)?, half(height)?);
        Some(html! { img class="logo" src=[self.logo_address()] alt="" width=(width) height=(height); })
    }
}
