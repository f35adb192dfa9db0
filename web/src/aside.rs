//! Long computing, aside from all that answers people.

use std::thread;

use tokio::sync::{Semaphore, oneshot};

use crate::error::Error;

/// Threads at the same time: half as many as the sandbox has places. The public can ask for some of it, so more wait.
static PLACES: Semaphore = Semaphore::const_new(16);

/// Computes on a thread of its own that stands back: whatever a plugin does, pages come first.
pub async fn aside<T: Send + 'static>(what: &str, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
    let place = PLACES.acquire().await.map_err(|error| Error::fault(what, error))?;
    let (tell, told) = oneshot::channel();
    let computing = move || {
        // Held to the end of the work, also where nobody waits for it any more.
        let _place = place;
        heard_host::stand_back();
        // Whoever asked may have gone.
        let _gone = tell.send(work());
    };
    thread::Builder::new().name("aside".to_owned()).spawn(computing).map_err(|error| Error::fault(what, error))?;
    told.await.map_err(|_| Error::fault(what, "it broke down"))
}
