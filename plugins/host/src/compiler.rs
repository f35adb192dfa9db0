//! Compiling, in a process apart: it cannot be interrupted, and a small hostile file can make it take seconds and
//! gigabytes. The child is our own program. It limits itself before it reads a byte of the component, gets nothing but
//! the component (no environment, no files, no sockets), and whatever becomes of it, the server goes on.

use std::ffi::OsString;
use std::io::{self, Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::engine::config;
use crate::{Cause, Limits};

/// The child's answer begins with one of these: compiled code follows, or words that say why there is none.
const CODE: u8 = b'+';
const WORDS: u8 = b'-';

/// Most compiled code that is taken from a child, in bytes: about ten times of what the largest component gives.
const MOST_CODE: u64 = 512 << 20;

/// Children at the same time: one hostile component delays others by its own time at most, and all together need
/// twice the memory of one.
const CHILDREN: usize = 2;

/// How to start the process that compiles: a program that, run with these arguments and two more, calls
/// [`compile_for_parent`] with those two and ends.
#[derive(Debug, Clone)]
pub struct Apart {
    /// The program.
    pub program: PathBuf,
    /// What it is told first.
    pub arguments: Vec<OsString>,
}

impl Apart {
    /// The program that runs, told this first.
    pub fn this_program(argument: &str) -> io::Result<Self> {
        // The very file that runs, also when a newer version stands in its place by now.
        let own = PathBuf::from("/proc/self/exe");
        let program = if own.exists() { own } else { std::env::current_exe()? };
        Ok(Self { program, arguments: vec![argument.into()] })
    }

    fn start(&self, limits: &Limits) -> io::Result<Child> {
        let mut child = Command::new(&self.program);
        child.args(&self.arguments);
        child.args([limits.compile_memory.to_string(), limits.compile_cpu.as_secs().to_string()]);
        child.env_clear().current_dir("/");
        child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()
    }

    pub(crate) fn compile(&self, limits: &Limits, component: &[u8]) -> Result<Vec<u8>, Cause> {
        let _place = Place::take();
        let mut child = self.start(limits).map_err(|error| Cause::NoCompiler(error.to_string()))?;
        let answer = converse(&mut child, component, limits.compile);
        // One that has closed its output is ending, and does not notice; one that hangs ends now.
        let _ended = child.kill();
        let status = child.wait().map_err(|error| Cause::NoCompiler(error.to_string()))?;
        match answer {
            Err(RecvTimeoutError::Timeout) => Err(Cause::CompileTime { limit: limits.compile }),
            Ok(answer) => match answer.split_first() {
                Some((&CODE, code)) if status.success() => Ok(code.to_vec()),
                Some((&WORDS, words)) if status.success() => {
                    Err(Cause::NotAComponent(String::from_utf8_lossy(words).into_owned()))
                }
                _ => Err(broken(status, limits)),
            },
            Err(RecvTimeoutError::Disconnected) => Err(broken(status, limits)),
        }
    }
}

/// Writes the component, then reads the answer to its end.
fn converse(child: &mut Child, component: &[u8], patience: Duration) -> Result<Vec<u8>, RecvTimeoutError> {
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let (answered, answer) = sync_channel(1);
    thread::scope(|scope| {
        scope.spawn(move || {
            let (mut stdin, stdout) = stdin.zip(stdout)?;
            // A child that ended early reads no more: what it answered tells why.
            let _taken = stdin.write_all(component);
            drop(stdin);
            let mut bytes = Vec::new();
            stdout.take(MOST_CODE).read_to_end(&mut bytes).ok()?;
            answered.send(bytes).ok()
        });
        let answer = answer.recv_timeout(patience);
        if answer.is_err() {
            // Ends the reading above as well.
            let _ended = child.kill();
        }
        answer
    })
}

/// Why a child ended that gave no answer.
#[cfg(unix)]
fn broken(status: std::process::ExitStatus, limits: &Limits) -> Cause {
    use rustix::process::Signal;
    use std::os::unix::process::ExitStatusExt as _;
    let by = |signal: Signal| status.signal() == Some(signal.as_raw());
    if by(Signal::XCPU) || by(Signal::KILL) {
        Cause::CompileTime { limit: limits.compile_cpu }
    } else if by(Signal::ABORT) {
        // Rust's way out when there is no more memory or stack.
        Cause::CompileMemory { limit: limits.compile_memory }
    } else {
        Cause::CompileBroke(status.to_string())
    }
}

#[cfg(not(unix))]
fn broken(status: std::process::ExitStatus, _limits: &Limits) -> Cause {
    Cause::CompileBroke(status.to_string())
}

/// The child's part: compiles the component on standard input to code on standard output, using at most this much
/// memory (bytes of address space) and processor time (seconds).
pub fn compile_for_parent(memory: u64, seconds: u64) -> ExitCode {
    let compiled = limit_self(memory, seconds).and_then(|()| {
        let mut component = Vec::new();
        io::stdin().read_to_end(&mut component)?;
        let mut answer = match compile(&component) {
            Ok(code) => (CODE, code),
            Err(words) => (WORDS, words.into_bytes()),
        };
        answer.1.insert(0, answer.0);
        io::stdout().write_all(&answer.1)
    });
    if compiled.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[cfg(unix)]
fn limit_self(memory: u64, seconds: u64) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // No file of any length, no further process or open file, no picture of the memory when it breaks down.
    for (resource, most) in [
        (Resource::As, memory),
        (Resource::Cpu, seconds),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
        (Resource::Nofile, 3),
        (Resource::Nproc, 0),
    ] {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn limit_self(_memory: u64, _seconds: u64) -> io::Result<()> {
    Ok(())
}

/// Compiles here and now; the error is in the compiler's words. Instances are not made here, so no pool is.
fn compile(component: &[u8]) -> Result<Vec<u8>, String> {
    let engine = wasmtime::Engine::new(&config()).map_err(|error| error.to_string())?;
    in_process(&engine, component)
}

/// Compiles in this process: for components of our own.
pub(crate) fn in_process(engine: &wasmtime::Engine, component: &[u8]) -> Result<Vec<u8>, String> {
    engine.precompile_component(component).map_err(|error| error.root_cause().to_string())
}

static TAKEN: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

/// One of the places for children.
struct Place;

impl Place {
    fn take() -> Self {
        let taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        let mut taken = FREED.wait_while(taken, |taken| *taken >= CHILDREN).unwrap_or_else(PoisonError::into_inner);
        *taken += 1;
        Self
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        *TAKEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        FREED.notify_one();
    }
}
