//! A file tells one thing and a function is read in one look. What must be longer is named here, with its reason.

use std::ops::Range;

use crate::{
    finds, none,
    repo::{Repo, problem, words},
    rust::Rust,
};

/// Lines of a file, all told.
const FILE: usize = 300;
/// Lines of a function that hold code. A test tells its story in one piece and may be longer.
const FUNCTION: usize = 40;
const TEST: usize = 60;

/// Path, its own limit, and why.
const LONG_FILES: &[(&str, usize, &str)] = &[];
/// Path, function, its own limit, and why.
const LONG_FUNCTIONS: &[(&str, &str, usize, &str)] = &[];

fn long_files(repo: &Repo, allowed: &[(&str, usize, &str)]) -> Vec<String> {
    let mut problems = Vec::new();
    for (path, _) in repo.rust("") {
        let lines = repo.text(path).lines().count();
        let own = allowed.iter().find(|(named, ..)| *named == path);
        let limit = own.map_or(FILE, |(_, limit, _)| *limit);
        if lines > limit {
            problems.push(format!("{path}: {lines} lines, of at most {limit}: does it tell one thing?"));
        } else if own.is_some() && lines <= FILE {
            problems.push(format!("{path}: {lines} lines: it needs no exception any more"));
        }
    }
    let gone = allowed.iter().filter(|(path, ..)| repo.text(path).is_empty());
    problems.extend(gone.map(|(path, ..)| format!("{path}: an exception for a file that is not there")));
    problems
}

fn long_functions(repo: &Repo, allowed: &[(&str, &str, usize, &str)]) -> Vec<String> {
    let mut problems = Vec::new();
    let mut used = Vec::new();
    for (path, rust) in repo.rust("") {
        for Function { name, at, lines, .. } in functions(&rust) {
            let test = path.starts_with("tests/") || path.contains("/tests/") || at >= rust.shipped_code().len();
            let usual = if test { TEST } else { FUNCTION };
            let own = allowed.iter().position(|(file, function, ..)| (*file, *function) == (path, name));
            let limit = own.map_or(usual, |index| allowed[index].2);
            if lines > usual {
                used.extend(own);
            }
            if lines > limit {
                let wrong = format!("`{name}` has {lines} lines of code, of at most {limit}");
                problems.push(problem(path, &rust.code, at, &wrong));
            }
        }
    }
    let unused = (0..allowed.len()).filter(|index| !used.contains(index));
    problems.extend(unused.map(|index| format!("{}: `{}` needs no exception", allowed[index].0, allowed[index].1)));
    problems
}

/// A function with its body.
pub(crate) struct Function<'a> {
    pub name: &'a str,
    at: usize,
    /// From its `fn` to its closing brace.
    pub body: Range<usize>,
    lines: usize,
}

pub(crate) fn functions(rust: &Rust) -> impl Iterator<Item = Function<'_>> {
    words(&rust.code, "fn").filter_map(|at| {
        let after = rust.code[at + 2..].trim_start();
        let name = &after[..after.find(|c: char| !(c.is_alphanumeric() || c == '_'))?];
        // A function pointer has no name, and a declaration in a trait no body.
        let opens = at + end_of_head(&rust.code[at..])?;
        if name.is_empty() || rust.code[opens..].starts_with(';') {
            return None;
        }
        let body = at..opens + closing(&rust.code[opens..]);
        let code = rust.code[body.clone()].lines().zip(rust.literals[body.clone()].lines());
        let lines = code.filter(|(code, literal)| !code.trim().is_empty() || !literal.trim().is_empty()).count();
        Some(Function { name, at, body, lines })
    })
}

/// Where a function's body opens, or its declaration ends. The `;` of an array's type is neither.
fn end_of_head(code: &str) -> Option<usize> {
    let mut depth = 0;
    code.bytes().position(|byte| {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            _ => {}
        }
        depth == 0 && matches!(byte, b'{' | b';')
    })
}

/// The length of a block, from its opening brace to its closing one.
pub(crate) fn closing(code: &str) -> usize {
    let mut depth = 0;
    for (at, byte) in code.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    code.len()
}

#[test]
fn files_and_functions_are_short() {
    let repo = Repo::here();
    none(&long_files(&repo, LONG_FILES));
    none(&long_functions(&repo, LONG_FUNCTIONS));
}

#[test]
fn a_long_file_is_found_and_a_needless_exception_too() {
    let long = "// x\n".repeat(FILE + 1);
    let repo = Repo::of(&[("core/src/a.rs", &long), ("core/src/b.rs", "// x\n")]);
    finds(&long_files(&repo, &[]), &["a.rs: 301 lines"]);
    let allowed = [("core/src/a.rs", 310, "why"), ("core/src/b.rs", 310, "why"), ("c.rs", 310, "why")];
    finds(&long_files(&repo, &allowed), &["b.rs: 1 lines: it needs no", "c.rs: an exception"]);
}

#[test]
fn a_long_function_is_found_and_comments_do_not_count() {
    let body = |line: &str| format!("fn short();\nfn f(a: fn(u8)) -> [u8; 2] {{\n{}}}\n", line.repeat(FUNCTION));
    let (long, said) = (body("    g(\"{\");\n"), body("    // said\n"));
    let repo = Repo::of(&[("core/src/a.rs", &long), ("core/src/b.rs", &said), ("tests/c.rs", &long)]);
    finds(&long_functions(&repo, &[]), &["a.rs:2: `f` has 42 lines"]);
    finds(&long_functions(&repo, &[("core/src/a.rs", "f", 42, "why")]), &[]);
    finds(
        &long_functions(&repo, &[("core/src/a.rs", "f", 42, "why"), ("x.rs", "f", 42, "why")]),
        &["x.rs: `f` needs no"],
    );
}
