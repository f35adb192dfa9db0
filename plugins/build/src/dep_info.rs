//! Which files a guest was made of, from the dependency file that cargo writes beside it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Error;

/// Sources (of path dependencies too) and the manifests above them.
pub(crate) fn inputs(dep_info: &Path) -> Result<BTreeSet<PathBuf>, Error> {
    let text = fs::read_to_string(dep_info).map_err(|error| Error::Io(dep_info.into(), error))?;
    let sources = sources(&text);
    // A crate inherits from a manifest farther up, so all of them count.
    let manifests = sources
        .iter()
        .flat_map(|source| source.ancestors().skip(1))
        .map(|folder| folder.join("Cargo.toml"))
        .collect::<BTreeSet<_>>();
    Ok(manifests.into_iter().filter(|manifest| manifest.is_file()).chain(sources).collect())
}

/// The files right of the first colon-and-blank; a blank in a name is written as `\ `.
fn sources(text: &str) -> Vec<PathBuf> {
    let rule = text.lines().next().unwrap_or_default();
    let files = rule.split_once(": ").map_or("", |(_, files)| files);
    // No name of a file has a zero in it.
    let files = files.replace("\\ ", "\0");
    files.split_whitespace().map(|file| PathBuf::from(file.replace('\0', " "))).collect()
}

#[cfg(test)]
mod tests {
    use super::{PathBuf, sources};

    #[test]
    fn blanks_and_several_files() {
        let text = "/t/a.wasm: /my\\ music/lib.rs /b/golden.json\n\n/b/golden.json:\n";
        assert_eq!(sources(text), ["/my music/lib.rs", "/b/golden.json"].map(PathBuf::from));
    }
}
