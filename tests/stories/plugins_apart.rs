//! Components of others are compiled in a process apart, within limits, and kept on disc under a mark.

use std::{fs, path::Path, time::Duration};

use heard_host::{Apart, Cache, Cause, Compiling, Fault, Host, Limits};
use heard_hostile::{ENDLESS_LOOP, POISON};
use tempfile::TempDir;

use crate::commands::program;

const KEY: [u8; 32] = [7; 32];

/// Compiling as a server does it.
fn apart(cache: Option<Cache>) -> Compiling {
    let apart = Apart { program: program(), arguments: vec!["compile-plugin".into()] };
    Compiling { apart: Some(apart), cache }
}

/// A host that cannot compile: what it loads was compiled before.
fn idle(cache: Cache) -> Host {
    let gone = Apart { program: "/there/is/no/such/program".into(), arguments: Vec::new() };
    Host::with(Limits::default(), Compiling { apart: Some(gone), cache: Some(cache) }).unwrap()
}

fn cache(folder: &Path) -> Cache {
    Cache::open(folder, &KEY).unwrap()
}

/// A folder with the code of a component in it, and the file that it is in.
fn compiled(component: &[u8]) -> (TempDir, std::path::PathBuf) {
    let folder = TempDir::new().unwrap();
    let compiling = apart(Some(cache(folder.path())));
    Host::with(Limits::default(), compiling).unwrap().load(component).unwrap();
    let file = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).next().unwrap();
    (folder, file)
}

#[track_caller]
fn refused(limits: Limits, component: &[u8]) -> Fault {
    let host = Host::with(limits, apart(None)).unwrap();
    let fault = host.load(component).unwrap_err();
    // Whatever became of the child, the next component is well.
    assert_eq!(host.load_own(POISON).unwrap().description().name, "Poison");
    fault
}

/// Nested loops that all carry every variable: small to send, and hard to compile.
fn tangle(depth: usize, variables: usize) -> Vec<u8> {
    let open = "loop\n".repeat(depth);
    let steps: Vec<_> = (0..variables).map(|n| format!("local.get {n} i32.const 1 i32.add local.set {n}\n")).collect();
    let steps = steps.concat();
    let close = "local.get 0 br_if 0 end\n".repeat(depth);
    let locals = "i32 ".repeat(variables);
    let text = format!("(component (core module (func (export \"f\") (local {locals})\n{open}{steps}{close})))");
    wat::parse_str(text).unwrap()
}

#[test]
fn a_component_is_the_same_wherever_it_was_compiled() {
    let there = Host::with(Limits::default(), apart(None)).unwrap().load(POISON).unwrap();
    let here = Host::new(Limits::default()).unwrap().load(POISON).unwrap();
    assert_eq!((there.description(), there.digest()), (here.description(), here.digest()));
    assert_eq!(there.spent(), here.spent());
}

#[test]
fn what_the_compiler_says_comes_back_in_words() {
    let broken = wat::parse_str("(component (core module (memory i64 1)))").unwrap();
    let fault = refused(Limits::default(), &broken);
    assert!(matches!(&fault.cause, Cause::NotAComponent(what) if what.contains("memory64")), "{fault:?}");
}

#[test]
fn compiling_too_long_ends_the_child() {
    let limits = Limits { compile_cpu: Duration::from_secs(1), compile_memory: 16 << 30, ..Limits::default() };
    let fault = refused(limits, &tangle(3_000, 3_000));
    assert_eq!(fault.to_string(), "On loading, the plugin is refused: compiling it takes more than 1 seconds");
    let limits = Limits { compile: Duration::from_millis(500), ..Limits::default() };
    let fault = refused(limits, &tangle(3_000, 3_000));
    assert_eq!(fault.to_string(), "On loading, the plugin is refused: compiling it takes more than 0.5 seconds");
}

#[test]
fn compiling_with_too_much_memory_ends_the_child() {
    let limits = Limits { compile_memory: 512 << 20, ..Limits::default() };
    let fault = refused(limits, &tangle(3_000, 3_000));
    assert_eq!(fault.code(), "compile-memory", "{fault}");
}

#[test]
fn a_compiler_that_does_not_start_is_not_the_plugins_fault() {
    let folder = TempDir::new().unwrap();
    let fault = idle(cache(folder.path())).load(POISON).unwrap_err();
    assert!(!fault.is_the_plugins() && fault.to_string().contains("could not compile"), "{fault}");
}

#[test]
fn compiled_code_is_found_again() {
    let (folder, file) = compiled(POISON);
    assert_eq!(idle(cache(folder.path())).load(POISON).unwrap().description().name, "Poison");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(folder.path()), mode(&file)), (0o700, 0o600));
    }
    assert!(file.exists());
}

#[test]
fn code_that_is_not_ours_is_never_loaded() {
    let (folder, file) = compiled(POISON);
    let code = fs::read(&file).unwrap();
    let not_loaded = |what: &str, component: &[u8], cache: Cache| {
        let fault = idle(cache).load(component).unwrap_err();
        assert!(matches!(fault.cause, Cause::NoCompiler(_)), "{what}: {fault}");
    };
    not_loaded("another key", POISON, Cache::open(folder.path(), &[8; 32]).unwrap());

    let name = file.file_name().unwrap().to_str().unwrap();
    let own = Host::new(Limits::default()).unwrap().load(ENDLESS_LOOP).unwrap().digest().to_string();
    fs::write(folder.path().join(name.replace(&name[..64], &own)), &code).unwrap();
    not_loaded("another component's", ENDLESS_LOOP, cache(folder.path()));

    let mut changed = code.clone();
    *changed.last_mut().unwrap() ^= 1;
    fs::write(&file, changed).unwrap();
    not_loaded("one bit", POISON, cache(folder.path()));
    fs::write(&file, &code[..20]).unwrap();
    not_loaded("torn", POISON, cache(folder.path()));

    // It is compiled anew, and kept.
    let compiling = apart(Some(cache(folder.path())));
    Host::with(Limits::default(), compiling).unwrap().load(POISON).unwrap();
    assert_eq!(fs::read(&file).unwrap().len(), code.len());
}

#[test]
fn code_of_another_version_is_deleted() {
    let (folder, file) = compiled(POISON);
    let old = folder.path().join(format!("{}-0123456789abcdef.code", "0".repeat(64)));
    let else_ = folder.path().join("README");
    fs::write(&old, "code").unwrap();
    fs::write(&else_, "not ours").unwrap();
    drop(idle(cache(folder.path())));
    assert!(file.exists() && !old.exists() && else_.exists());
}
