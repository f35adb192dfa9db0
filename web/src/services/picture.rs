//! The picture of a logo. What somebody uploads is never served: it is read within limits, shrunk, and written anew, so
//! that nothing of the file goes on but what can be seen.

use std::io::Cursor;

use data_encoding::HEXLOWER;
use image::{
    DynamicImage, ImageFormat, ImageReader, Limits,
    codecs::{
        jpeg::JpegEncoder,
        png::{CompressionType, FilterType, PngEncoder},
    },
    imageops::FilterType::Lanczos3,
};
use sha2::{Digest as _, Sha256};

use crate::error::Error;

/// The boxes that a logo is fitted into, in pixels; two of them make one on a page, for sharp screens. The first in
/// which it is light enough is taken, or the last.
const BOXES: [(u32, u32); 3] = [(400, 96), (300, 72), (200, 48)];
/// What is light enough, in bytes: it comes with the first page of a survey, on a slow telephone too.
const LIGHT: usize = 16 << 10;
/// The least height and width, in pixels.
const LEAST: u32 = 32;
/// The largest that is read, in pixels of each side, and the memory that reading it may take, in bytes.
const MOST: u32 = 4_096;
const MEMORY: u64 = 96 << 20;

/// A logo as it is served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Logo {
    /// See [`crate::page::House::logo`].
    pub name: String,
    /// PNG or JPEG.
    pub picture: Vec<u8>,
}

/// Why a file is no logo, as advice.
pub(super) type Advice = &'static str;

/// Makes a logo of what was uploaded. Takes up to a second: not for a thread that serves others.
pub(super) fn logo(file: &[u8]) -> Result<Result<Logo, Advice>, Error> {
    let image = match read(file) {
        Ok(image) => image,
        Err(advice) => return Ok(Err(advice)),
    };
    let mut written = None;
    for within in BOXES {
        let (small, picture) = write(&image, within)?;
        let light = picture.len() <= LIGHT;
        written = Some((small, picture));
        if light {
            break;
        }
    }
    let (small, picture) = written.ok_or_else(|| Error::Fault("a logo fits into no box".to_owned()))?;
    let digest = HEXLOWER.encode(&Sha256::digest(&picture)[..8]);
    Ok(Ok(Logo { name: format!("{digest}-{}x{}", small.width(), small.height()), picture }))
}

fn read(file: &[u8]) -> Result<DynamicImage, Advice> {
    const NONE: Advice = "This is no picture that we can read. Save it as PNG or JPEG, and choose that file.";
    let mut reader = ImageReader::new(Cursor::new(file)).with_guessed_format().map_err(|_| NONE)?;
    if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg)) {
        return Err(NONE);
    }
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height, limits.max_alloc) = (Some(MOST), Some(MOST), Some(MEMORY));
    reader.limits(limits);
    let image = reader.decode().map_err(|error| match error {
        image::ImageError::Limits(_) => {
            "The picture is too large: 4,096 pixels each way at most. Make it smaller first."
        }
        _ => NONE,
    })?;
    if image.width() < LEAST || image.height() < LEAST {
        return Err("The picture is too small to be sharp: 32 pixels each way at least.");
    }
    Ok(image)
}

/// The picture within a box, and as bytes: as JPEG, where nothing shines through and that is lighter.
fn write(image: &DynamicImage, (width, height): (u32, u32)) -> Result<(DynamicImage, Vec<u8>), Error> {
    let fault = |error| Error::fault("writing a logo", error);
    let fits = image.width() <= width && image.height() <= height;
    let small = if fits { image.clone() } else { image.resize(width, height, Lanczos3) };
    let small = DynamicImage::ImageRgba8(small.into_rgba8());
    let opaque = small.as_rgba8().is_some_and(|pixels| pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX));
    let small = if opaque { DynamicImage::ImageRgb8(small.into_rgb8()) } else { small };
    let mut png = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::Adaptive);
    small.write_with_encoder(encoder).map_err(fault)?;
    if opaque {
        let mut jpeg = Vec::new();
        small.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, 85)).map_err(fault)?;
        if jpeg.len() < png.len() {
            return Ok((small, jpeg));
        }
    }
    Ok((small, png))
}

/// What a served picture is.
pub(super) fn content_type(picture: &[u8]) -> &'static str {
    if picture.starts_with(b"\x89PNG") { "image/png" } else { "image/jpeg" }
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage, Rgba, RgbaImage};

    use super::*;

    fn file(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut file = Cursor::new(Vec::new());
        image.write_to(&mut file, format).unwrap();
        file.into_inner()
    }

    /// Every pixel another: nothing can be left out.
    fn noise(x: u32, y: u32) -> u8 {
        let mixed = (x ^ y.rotate_left(16)).wrapping_mul(0x9e37_79b9);
        (mixed ^ (mixed >> 15)).to_le_bytes()[1]
    }

    #[test]
    fn a_logo_is_fitted_and_light() {
        let flat = RgbaImage::from_fn(1_000, 300, |x, _| if x < 500 { Rgba([0; 4]) } else { Rgba([90, 20, 140, 255]) });
        let logo = logo(&file(&flat.into(), ImageFormat::Png)).unwrap().unwrap();
        assert!(logo.name.ends_with("-320x96"), "{}", logo.name);
        assert_eq!(content_type(&logo.picture), "image/png");
        assert!(logo.picture.len() < 2_000, "{} bytes", logo.picture.len());
        let again = image::load_from_memory(&logo.picture).unwrap();
        assert_eq!((again.width(), again.height(), again.has_alpha()), (320, 96, true));
    }

    #[test]
    fn what_is_small_is_not_blown_up() {
        let small = RgbImage::from_pixel(40, 36, Rgb([1, 2, 3]));
        let logo = logo(&file(&small.into(), ImageFormat::Jpeg)).unwrap().unwrap();
        assert!(logo.name.ends_with("-40x36"), "{}", logo.name);
    }

    #[test]
    fn a_heavy_one_is_made_smaller_until_it_is_light() {
        let shining =
            RgbaImage::from_fn(800, 192, |x, y| Rgba([noise(x, y), noise(y, x), noise(x + y, x), noise(x, 9)]));
        let logo = logo(&file(&shining.into(), ImageFormat::Png)).unwrap().unwrap();
        assert!(logo.name.ends_with("-200x48"), "{}", logo.name);
        assert!(logo.picture.len() < 40_000, "{} bytes", logo.picture.len());
    }

    #[test]
    fn nothing_of_the_file_goes_on_but_what_can_be_seen() {
        let mut secret = file(&RgbImage::from_pixel(64, 64, Rgb([9, 9, 9])).into(), ImageFormat::Png);
        secret.extend_from_slice(b"<script>alert(1)</script>");
        let logo = logo(&secret).unwrap().unwrap();
        assert!(!logo.picture.windows(7).any(|part| part == b"<script"));
    }

    #[test]
    fn what_is_no_picture_or_too_much_of_one_is_refused_with_advice() {
        let png = file(&RgbImage::from_pixel(64, 64, Rgb([9, 9, 9])).into(), ImageFormat::Png);
        let mut claims = png.clone();
        // The header says 65,535 pixels each way.
        claims[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
        let tiny = file(&RgbImage::from_pixel(8, 64, Rgb([9, 9, 9])).into(), ImageFormat::Png);
        let wide = file(&RgbImage::from_pixel(4_097, 40, Rgb([9, 9, 9])).into(), ImageFormat::Png);
        for (bytes, advice) in [
            (&b""[..], "no picture"),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no picture"),
            (b"GIF89a\x01\x00\x01\x00", "no picture"),
            (&png[..png.len() / 2], "no picture"),
            (&claims, ""),
            (&tiny, "too small"),
            (&wide, "too large"),
        ] {
            let refused = logo(bytes).unwrap().unwrap_err();
            assert!(refused.contains(advice), "{refused}");
        }
    }
}
