use super::*;

fn surveys() -> [Survey; 2] {
    [include_str!("../../../web/src/demo/survey.json"), include_str!("../../../web/src/demo/young_people.json")]
        .map(|json| serde_json::from_str(json).unwrap())
}

#[test]
fn what_can_be_changed_is_named_as_what_can_be_read() {
    for mut survey in surveys() {
        let read: Vec<_> = survey.texts().into_iter().map(|(at, texts)| (at, texts.clone())).collect();
        let mut changed: Vec<_> = survey.texts_mut().into_iter().map(|(at, texts)| (at, texts.clone())).collect();
        let mut expected = read;
        expected.sort_by(|a, b| a.0.cmp(&b.0));
        changed.sort_by(|a, b| a.0.cmp(&b.0));
        assert_eq!(changed, expected);
    }
}

#[test]
fn writing_what_stands_there_changes_nothing() {
    let english = Lang::english();
    let polish = Beside::Language(Lang::try_from("pl".to_owned()).unwrap());
    for before in surveys() {
        let mut survey = before.clone();
        let ways = Readers::ALL.map(Beside::Readers).into_iter().chain([polish.clone()]);
        for beside in ways {
            let sections: Vec<_> = survey.sections.iter().map(|section| Some(section.key.to_string())).collect();
            for section in sections.into_iter().chain([None]) {
                for line in survey.lines(section.as_deref(), &beside, &english) {
                    assert!(survey.write_line(&line.at, &beside, &english, &line.own), "{}", line.at);
                }
            }
        }
        assert_eq!(survey, before);
    }
}

#[test]
fn words_for_readers_begin_part_and_end() {
    let english = Lang::english();
    let [mut survey, _] = surveys();
    let section = survey.sections[0].key.clone();
    let at = format!("{section}/title");
    let (under_9, easy) = (Beside::Readers(Readers::Under9), Beside::Readers(Readers::EasyRead));
    survey.sections[0].wordings = vec![SectionWording {
        readers: vec![Readers::Under9, Readers::EasyRead],
        title: Some(Texts::english("Both")),
        intro: None,
    }];
    assert!(survey.write_line(&at, &under_9, &english, "Small"));
    let own = |survey: &Survey, beside: &Beside| {
        let lines = survey.lines(Some(&section), beside, &english);
        lines.into_iter().find(|line| line.at == at).unwrap().own
    };
    assert_eq!((own(&survey, &under_9).as_str(), own(&survey, &easy).as_str()), ("Small", "Both"));
    assert!(survey.write_line(&at, &under_9, &english, " "));
    assert_eq!(survey.sections[0].wordings.len(), 1);
    assert!(!survey.write_line("nowhere/title", &under_9, &english, "x"));
    assert!(!survey.write_line(&format!("{section}/colour"), &easy, &english, "x"));
}

#[test]
fn two_who_write_the_same_lines_are_told_and_others_are_not() {
    let english = Lang::english();
    let easy = Beside::Readers(Readers::EasyRead);
    let [mut before, _] = surveys();
    before.write_line("family/title", &easy, &english, "Old");
    // What stood there, what one person wrote, what another had written by then; what stands there after, and whose clash.
    for (was, words, theirs, kept, clashes) in [
        ("Old", "New", "Old", "New", false),
        ("Old", " New\r\nline ", "Old", "New\nline", false),
        ("Old", "Old", "Theirs", "Theirs", false),
        ("Old", "Same", "Same", "Same", false),
        ("Old", "New", "Theirs", "Theirs", true),
        ("Old", "", "Theirs", "Theirs", true),
        ("Old", "New", "", "", true),
        ("Old", "", "Old", "", false),
    ] {
        let mut survey = before.clone();
        survey.write_line("family/title", &easy, &english, theirs);
        let line = Rewritten { was: was.to_owned(), words: words.to_owned() };
        let written = BTreeMap::from([("family/title".to_owned(), line)]);
        let told = survey.merge_lines(Some("family"), &easy, &english, &written);
        let lines = survey.lines(Some("family"), &easy, &english);
        assert_eq!(lines.iter().find(|line| line.at == "family/title").unwrap().own, kept, "{words} over {theirs}");
        let clash = Clash { at: "family/title".to_owned(), theirs: Some(theirs.to_owned()) };
        assert_eq!(told, if clashes { vec![clash] } else { Vec::new() }, "{words} over {theirs}");
    }
    let line = Rewritten { was: String::new(), words: "Words".to_owned() };
    let gone = BTreeMap::from([("family/gone/text".to_owned(), line)]);
    let clash = Clash { at: "family/gone/text".to_owned(), theirs: None };
    assert_eq!(before.merge_lines(Some("family"), &easy, &english, &gone), [clash]);
}
