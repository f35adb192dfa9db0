//! Compiled code on disc, and the one door by which compiled code comes in.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use wasmtime::component::Component;

use crate::Digest;

/// Bytes of the mark before the code.
const MARK: usize = 32;

/// A private folder of compiled code: a file for each component and each way of compiling it, marked with an HMAC
/// under a key that is not in the folder. Whatever in it is not ours, or torn, counts as not there.
pub struct Cache {
    folder: PathBuf,
    key: [u8; 32],
}

impl Cache {
    /// Opens the folder, and makes it first, for its owner alone, where there is none. Code that another version of
    /// Heard compiled is left alone until [`Cache::forget_others`].
    pub fn open(folder: &Path, key: &[u8; 32]) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        only_for_owner(folder, 0o700)?;
        Ok(Self { folder: folder.into(), key: *key })
    }

    /// Deletes what this engine cannot use: an older version compiled it.
    pub(crate) fn forget_others(&self, engine: &wasmtime::Engine) -> io::Result<()> {
        let own = way(engine);
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let code = path.extension().is_some_and(|ending| ending == "code");
            if code && !name.ends_with(&own) {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    }

    /// The component, where it was compiled before in the same way, by someone who has the key.
    pub(crate) fn find(&self, engine: &wasmtime::Engine, digest: Digest) -> Option<Component> {
        let name = name(engine, digest);
        let file = fs::read(self.folder.join(&name)).ok()?;
        let (mark, code) = file.split_at_checked(MARK)?;
        self.mac(&name, code).verify_slice(mark).ok()?;
        load(engine, code).ok()
    }

    /// Keeps compiled code. Whoever looks finds all of it or nothing.
    pub(crate) fn keep(&self, engine: &wasmtime::Engine, digest: Digest, code: &[u8]) -> io::Result<()> {
        let name = name(engine, digest);
        let mut file = self.mac(&name, code).finalize().into_bytes().to_vec();
        file.extend_from_slice(code);
        let unfinished = self.folder.join(format!("{name}.{}", std::process::id()));
        fs::write(&unfinished, file)?;
        only_for_owner(&unfinished, 0o600)?;
        fs::rename(&unfinished, self.folder.join(name))
    }

    fn mac(&self, name: &str, code: &[u8]) -> Hmac<Sha256> {
        // The name has the digest in it: code of one component is not taken for that of another.
        let key = <Hmac<Sha256>>::new_from_slice(&self.key).expect("HMAC takes keys of any length");
        key.chain_update(name).chain_update([0]).chain_update(code)
    }
}

/// Makes a component of compiled code. Every component that this process runs comes through here.
#[expect(unsafe_code, reason = "machine code cannot be checked; the argument stands at the call")]
pub(crate) fn load(engine: &wasmtime::Engine, code: &[u8]) -> wasmtime::Result<Component> {
    // SAFETY: wasmtime asks that these bytes came from its own compiler, unchanged. `code` is one of three things:
    // what this process just compiled; what a child of our own program compiled and sent through a pipe that nobody
    // else holds (`compiler.rs`); or what `Cache::find` read, whose HMAC says that a process with our key wrote it
    // here after one of the two. Nothing else calls this, and no door of Heard takes compiled code from outside. That
    // it was compiled by the same version with the same switches for this processor, wasmtime checks by itself.
    unsafe { Component::deserialize(engine, code) }
}

fn name(engine: &wasmtime::Engine, digest: Digest) -> String {
    format!("{digest}{}", way(engine))
}

/// How this engine compiles, as the end of a file's name: compiler, version, switches.
fn way(engine: &wasmtime::Engine) -> String {
    let mut hasher = DefaultHasher::new();
    engine.precompile_compatibility_hash().hash(&mut hasher);
    format!("-{:016x}.code", hasher.finish())
}

#[cfg(unix)]
fn only_for_owner(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn only_for_owner(_path: &Path, _mode: u32) -> io::Result<()> {
    Ok(())
}

impl fmt::Debug for Cache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cache").field("folder", &self.folder).finish_non_exhaustive()
    }
}
