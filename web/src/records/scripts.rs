//! The labels of the columns for the programs of statisticians: SPSS (and PSPP, which is free) and R.

use super::coding::{MISSING, Variable};

/// How many bytes a label has at most: SPSS takes 120 of an answer's, and lines of 250.
const LONGEST: usize = 120;

/// Syntax for SPSS and PSPP: reads `records.csv`, and says what its columns and codes are. (IBM, SPSS Statistics Command
/// Syntax Reference: GET DATA, VARIABLE LABELS, VALUE LABELS, MISSING VALUES, VARIABLE LEVEL.)
pub(super) fn spss(title: &str, variables: &[Variable]) -> String {
    let each = |write: &dyn Fn(&Variable) -> String| variables.iter().map(write).collect::<Vec<_>>().concat();
    let names = each(&|variable| format!("    {} F5.0\n", variable.name));
    let labels = each(&|variable| format!("  /{}\n    {}\n", variable.name, quoted(&variable.label)));
    let values = each(&|variable| {
        let own = variable.values.iter().map(|value| (value.code, &*value.words));
        let all = own.chain(MISSING.map(|(code, _, words)| (code, words)));
        let lines: Vec<_> = all.map(|(code, words)| format!("    {code} {}\n", quoted(words))).collect();
        format!("  /{}\n{}", variable.name, lines.concat())
    });
    let levels = each(&|variable| {
        let level = if variable.is_number() { "SCALE" } else { "NOMINAL" };
        format!("VARIABLE LEVEL {0} ({level}).\nMISSING VALUES {0} (LOWEST THRU -1).\n", variable.name)
    });
    // The first of a list has no stroke before it.
    let (labels, values) = (labels.replacen('/', "", 1), values.replacen('/', "", 1));
    format!(
        "* Encoding: UTF-8.\n* {}: a line for each person.\n\
         * If the file is not found, write its whole path where records.csv stands.\n\
         GET DATA\n  /TYPE=TXT\n  /FILE=\"records.csv\"\n  /ENCODING=\"UTF8\"\n  /ARRANGEMENT=DELIMITED\n  /DELIMITERS=\",\"\n  \
         /QUALIFIER='\"'\n  /FIRSTCASE=2\n  /VARIABLES=\n{names}  .\n\
         VARIABLE LABELS\n{labels}  .\nVALUE LABELS\n{values}  .\n{levels}EXECUTE.\n",
        plain(title)
    )
}

/// A script for R, without any package: `coded` has the numbers, `records` the answers in words with their reasons for
/// missing left out, as R knows it.
pub(super) fn r(title: &str, variables: &[Variable]) -> String {
    let described = |variable: &Variable| {
        let (name, label) = (quoted(&variable.name), quoted(&variable.label));
        if variable.is_number() {
            return format!("number({name}, {label})\n");
        }
        let codes: Vec<_> = variable.values.iter().map(|value| value.code.to_string()).collect();
        let words: Vec<_> = variable.values.iter().map(|value| format!("    {}", quoted(&value.words))).collect();
        format!("answers({name}, {label},\n  c({}),\n  c(\n{}\n  ))\n", codes.join(", "), words.join(",\n"))
    };
    let described = variables.iter().map(described).collect::<Vec<_>>().concat();
    let missing: Vec<_> = MISSING.iter().map(|(code, _, words)| format!("{} = {code}", quoted(words))).collect();
    format!(
        "# {}: a line for each person.\n# Run it in the folder of records.csv: source(\"records.R\", encoding = \"UTF-8\")\n\n\
         coded <- read.csv(\"records.csv\", check.names = FALSE)\nrecords <- coded\nwhy_missing <- c({})\n\n\
         number <- function(name, label) {{\n  said <- coded[[name]]\n  said[said < 0] <- NA\n  attr(said, \"label\") <- label\n  \
         records[[name]] <<- said\n}}\n\n\
         answers <- function(name, label, codes, words) {{\n  said <- factor(coded[[name]], levels = codes, labels = words)\n  \
         attr(said, \"label\") <- label\n  records[[name]] <<- said\n}}\n\n{described}",
        plain(title),
        missing.join(", ")
    )
}

/// A label as both programs read it: on one line, and with no sign in it that means something to them.
fn quoted(words: &str) -> String {
    format!("\"{}\"", plain(words))
}

fn plain(words: &str) -> String {
    let sign = |sign: char| match sign {
        '"' => '\'',
        '\\' => '/',
        sign if sign.is_control() => ' ',
        sign => sign,
    };
    let words: String = words.chars().map(sign).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.len() <= LONGEST {
        return words;
    }
    let end = (0..=LONGEST - '…'.len_utf8()).rev().find(|end| words.is_char_boundary(*end)).unwrap_or_default();
    format!("{}…", &words[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_on_one_line_and_end_nothing() {
        for (label, written) in
            [("So \"good\"", "\"So 'good'\""), ("a\\b", "\"a/b\""), ("one\n.\ntwo\u{7}", "\"one . two\""), ("", "\"\"")]
        {
            assert_eq!(quoted(label), written);
        }
        let long = plain(&"ü".repeat(200));
        assert!(long.len() <= LONGEST && long.ends_with('…'), "{long}");
    }
}
