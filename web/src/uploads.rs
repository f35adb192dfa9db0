//! Forms with files: read whole, and within the size that each may have.

use axum::{
    extract::{FromRequest as _, Multipart, Request, multipart::MultipartError},
    http::StatusCode,
};
use tokio::time::timeout;

use crate::{app::App, error::Error};

/// What came in one field.
#[derive(Debug, Default)]
pub struct Upload {
    /// Its bytes; not all of them, where it is too large.
    pub bytes: Vec<u8>,
    /// Whether it is larger than it may be.
    pub too_large: bool,
}

impl Upload {
    /// What came, as words.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap_or_default()
    }
}

const NOT_OURS: Error = Error::Refused("What came is not what our page asks for. Go back and load it again.");

/// Reads a form of these fields, each with how many bytes it may have, and gives what came in each. Fields that are not
/// asked for, and fields that come twice, are refused.
pub async fn read<const N: usize>(
    app: &App,
    request: Request,
    fields: [(&str, usize); N],
) -> Result<[Upload; N], Error> {
    let form = Multipart::from_request(request, app).await;
    let form = form.map_err(|_| Error::Refused("This address takes forms of our own pages only."))?;
    timeout(app.patience, uploads(form, fields)).await.map_err(|_| Error::TooSlow)?
}

async fn uploads<const N: usize>(mut form: Multipart, fields: [(&str, usize); N]) -> Result<[Upload; N], Error> {
    let unread = |error: MultipartError| {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Error::TooLarge } else { NOT_OURS }
    };
    let mut uploads = [const { None }; N];
    while let Some(mut field) = form.next_field().await.map_err(unread)? {
        let place = fields.iter().position(|(name, _)| field.name() == Some(name)).ok_or(NOT_OURS)?;
        let mut upload = Upload::default();
        // Read to its end whatever its size: a browser that is cut off while it sends shows no answer.
        while let Some(chunk) = field.chunk().await.map_err(unread)? {
            upload.too_large |= upload.bytes.len() + chunk.len() > fields[place].1;
            if !upload.too_large {
                upload.bytes.extend_from_slice(&chunk);
            }
        }
        if uploads[place].replace(upload).is_some() {
            return Err(NOT_OURS);
        }
    }
    Ok(uploads.map(Option::unwrap_or_default))
}
