//! Every file says the same things, with the arguments and plural forms that its language needs.

use std::collections::{BTreeMap, BTreeSet};

use heard_core::date::PartialDate;

use fluent_bundle::FluentValue;

use super::{bundle::EASY, numbers::thousands, *};

/// The plural forms of whole numbers (Unicode CLDR, cardinals). What comes last in a file has to be marked as default.
const PLURALS: [(&str, &[&str]); 10] = [
    ("en", &["one", "other"]),
    ("cy", &["zero", "one", "two", "few", "many", "other"]),
    ("pl", &["one", "few", "many"]),
    ("uk", &["one", "few", "many"]),
    ("ro", &["one", "few", "other"]),
    ("pt", &["one", "other"]),
    ("ur", &["one", "other"]),
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
    ("bn", &["one", "other"]),
    ("so", &["one", "other"]),
];

fn in_language(tag: &str) -> &'static Words {
    ALL.iter().find(|words| *words.lang == *tag).unwrap()
}

/// What each name of a file says: just enough reading of Fluent for files that hold no comments within an entry.
fn entries(file: &str) -> BTreeMap<&str, String> {
    let mut entries: BTreeMap<&str, String> = BTreeMap::new();
    let mut last = None;
    for line in file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        match line.split_once(" =") {
            Some((name, text)) if !line.starts_with([' ', '{']) => {
                assert!(entries.insert(name, text.to_owned()).is_none(), "{name} twice");
                last = Some(name);
            }
            _ => entries.entry(last.expect("a file begins with a name")).or_default().push_str(line),
        }
    }
    entries
}

fn arguments(text: &str) -> BTreeSet<&str> {
    let named = text.split('$').skip(1);
    named.map(|rest| rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next().unwrap()).collect()
}

fn forms(text: &str) -> Vec<&str> {
    text.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(form, _)| form).collect()
}

#[test]
fn every_file_has_every_name_with_its_arguments_and_nothing_else() {
    for (tag, file) in FILES {
        let entries = entries(file);
        let plain = NAMES.iter().map(|(name, arguments)| ((*name).to_owned(), *arguments));
        let easy = NAMES.iter().filter(|(name, _)| EASY.contains(name));
        let names: BTreeMap<_, _> = plain.chain(easy.map(|(name, given)| (format!("{name}_easy"), *given))).collect();
        assert_eq!(names.len(), NAMES.len() + EASY.len(), "a name stands twice in a list, or has no ordinary form");
        assert_eq!(entries.keys().copied().collect::<Vec<_>>(), names.keys().collect::<Vec<_>>(), "{tag}");
        for (name, expected) in names {
            let text = &entries[&*name];
            assert!(!text.trim().is_empty(), "{tag} {name} is empty");
            assert_eq!(arguments(text), expected.iter().copied().collect(), "{tag} {name}");
        }
    }
}

#[test]
fn easy_words_are_for_easy_read_and_for_children_and_the_others_stay() {
    use heard_core::age::AgeBand::{NineTo12, ThirteenTo18, Under9};
    for (easy_read, age_band, easy) in [
        (false, None, false),
        (true, None, true),
        (false, Some(Under9), true),
        (false, Some(NineTo12), true),
        (false, Some(ThirteenTo18), false),
    ] {
        for lang in spoken() {
            let (read, plain) = (words_for(lang, Reader { easy_read, age_band }), words(lang));
            assert_eq!(read.kept_until("x") != plain.kept_until("x"), easy, "{lang:?} {age_band:?}");
            assert_eq!(read.not_sent_yet != plain.not_sent_yet, easy, "{lang:?} {age_band:?}");
            assert_eq!((&read.save, read.closes_on("x")), (&plain.save, plain.closes_on("x")), "{lang:?}");
        }
    }
}

#[test]
fn every_sentence_that_counts_has_the_forms_of_its_language() {
    for (tag, file) in FILES {
        let entries = entries(file);
        let (_, plurals) = PLURALS.iter().find(|(known, _)| *known == tag).unwrap();
        let mut counting = 0;
        for (name, text) in entries {
            match &forms(&text)[..] {
                [] => {}
                months if months[0] == "1" => assert_eq!(months.len(), 12, "{tag} {name}"),
                forms => {
                    counting += 1;
                    assert_eq!(forms, *plurals, "{tag} {name}");
                }
            }
        }
        assert!(counting >= 4, "{tag}: {counting}");
    }
}

#[test]
fn numbers_take_the_form_that_the_language_gives_them() {
    for (tag, minutes, said) in [
        ("en", 1, "1 minute."),
        ("en", 4, "4 minutes."),
        ("cy", 1, "tuag 1 funud"),
        ("cy", 2, "tua 2 funud"),
        ("cy", 3, "3 munud"),
        ("cy", 6, "6 munud"),
        ("pl", 1, "1 minuty"),
        ("pl", 1_000, "około 1\u{202f}000"),
        ("uk", 1, "1 хвилину"),
        ("uk", 4, "4 хвилини"),
        ("uk", 12, "12 хвилин."),
        ("uk", 21, "21 хвилину"),
        ("ro", 1, "aproximativ 1 "),
        ("ro", 4, "4 minute"),
        ("ro", 20, "20 de minute"),
        ("pt", 1, "1 minuto."),
        ("ur", 1, "لگتا ہے"),
        ("ur", 4, "لگتے ہیں"),
        ("ar", 1, "دقيقة واحدة"),
        ("ar", 2, "دقيقتين"),
        ("ar", 4, "دقائق"),
        ("ar", 11, "دقيقة."),
    ] {
        let sentence = in_language(tag).takes_minutes(minutes).replace(['\u{2068}', '\u{2069}'], "");
        assert!(sentence.contains(said), "{tag} {minutes}: {sentence}");
    }
    for (were, said) in [(1, "1 znak,"), (22, "22 znaki,"), (12, "12 znaków,"), (5, "5 znaków,")] {
        assert!(in_language("pl").too_long(were, 1).contains(said), "{were}");
    }
}

/// A day has no isolation within: put into a sentence, it is isolated as a whole.
#[test]
fn days_are_written_as_the_language_writes_them() {
    let day: jiff::civil::Date = "2026-12-06".parse().unwrap();
    for (tag, written) in [
        ("en", "6 December 2026"),
        ("cy", "6 Rhagfyr 2026"),
        ("pl", "6 grudnia 2026"),
        ("uk", "6 грудня 2026 року"),
        ("ro", "6 decembrie 2026"),
        ("pt", "6 de dezembro de 2026"),
        ("ur", "6 دسمبر 2026"),
        ("ar", "6 ديسمبر 2026"),
        ("bn", "6 ডিসেম্বর 2026"),
        ("so", "6 Diseembar 2026"),
    ] {
        assert_eq!(in_language(tag).day(day), written);
    }
    for (date, written) in [("2026", "2026"), ("2026-12", "grudzień 2026"), ("2026-12-06", "6 grudnia 2026")] {
        assert_eq!(in_language("pl").partial_day(date.parse::<PartialDate>().unwrap()), written);
    }
}

#[test]
fn every_month_has_a_name_of_its_own() {
    for words in ALL.iter() {
        let said = |date: String| date.replace(|c: char| c.is_ascii_digit(), "");
        let days: BTreeSet<_> = (1..=12).map(|month| said(words.date(1, month, "1999"))).collect();
        let months: BTreeSet<_> = (1..=12).map(|month| said(words.month(month, "1999"))).collect();
        assert_eq!((days.len(), months.len()), (12, 12), "{:?}", words.lang);
    }
}

#[test]
fn thousands_are_parted_as_the_language_parts_them() {
    for (tag, written) in [("en", "12,345"), ("pl", "12\u{202f}345"), ("cy", "12,345")] {
        assert!(in_language(tag).too_long(12_345, 5).contains(written), "{tag}");
    }
    for (number, written) in [(0_i64, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")] {
        assert_eq!(thousands(&FluentValue::from(number), ','), Some(written.to_owned()));
    }
}

#[test]
fn a_language_that_we_do_not_have_is_english() {
    let lang = |tag: &str| Lang::try_from(tag.to_owned()).unwrap();
    assert_eq!(*words(&lang("fr")).lang, *"en");
    assert_eq!(*words(&lang("pt-BR")).lang, *"pt");
    assert_eq!(&*spoken()[0], "en");
}

#[test]
fn a_file_that_nobody_has_confirmed_says_so_at_its_head() {
    for (tag, file) in FILES {
        let words = in_language(tag);
        assert!(["yes", "no"].contains(&&*words.confirmed), "{tag}");
        let head: Vec<_> = file.lines().take_while(|line| line.starts_with('#')).collect();
        assert_eq!(words.is_draft(), head[0].contains("draft made by a machine"), "{tag}");
        assert!(!words.to_english("x").is_empty());
    }
    assert!(!in_language("en").is_draft());
}

/// What only hides or turns text has no business in ours either. (Isolation is put in by the program.)
#[test]
fn no_file_holds_a_sign_that_nobody_sees() {
    for (tag, file) in FILES {
        assert_eq!(heard_core::text::visible(file.to_owned()), file, "{tag}");
    }
}

#[test]
fn a_fraction_begins_as_the_language_has_it() {
    for (tag, written) in
        [("en", "-2.5"), ("cy", "-2.5"), ("pl", "-2,5"), ("uk", "-2,5"), ("pt", "-2,5"), ("ur", "-2.5")]
    {
        assert_eq!(in_language(tag).number("-2.5"), written, "{tag}");
    }
    assert!(in_language("ro").two_numbers("1500", &in_language("ro").number("1.5")).contains("1,5"));
}
