//! Long computing, aside from all that answers people.

use std::thread;

use tokio::sync::oneshot;

use crate::error::Error;

/// Computes on a thread of its own that stands back: whatever a plugin does, pages come first.
pub async fn aside<T: Send + 'static>(what: &str, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
    let (tell, told) = oneshot::channel();
    let computing = move || {
        heard_host::stand_back();
        // Whoever asked may have gone.
        let _gone = tell.send(work());
    };
    thread::Builder::new().name("aside".to_owned()).spawn(computing).map_err(|error| Error::fault(what, error))?;
    told.await.map_err(|_| Error::fault(what, "it broke down"))
}
