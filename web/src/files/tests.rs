use std::io::{Cursor, Write as _};

use heard_core::{
    interchange::{self, Sheet, xlsform},
    survey::{Fault, Survey},
};
use proptest::prelude::*;
use zip::{ZipWriter, write::SimpleFileOptions};

use super::read;

fn demonstration() -> Survey {
    Survey::draft(include_str!("../demo/survey.json")).unwrap()
}

fn workbook(survey: &Survey) -> Vec<u8> {
    super::of_form(xlsform::write(survey).0).unwrap()
}

fn refused(bytes: &[u8]) -> String {
    read(bytes).unwrap_err().into_iter().map(|Fault { message, .. }| message).collect()
}

#[test]
fn a_survey_comes_back_from_its_workbook_as_it_was() {
    let survey = demonstration();
    let (back, losses) = read(&workbook(&survey)).unwrap();
    assert_eq!(back, survey);
    assert_eq!(losses, []);
    assert_eq!(workbook(&survey), workbook(&survey), "the same survey is the same file");
}

#[test]
fn a_survey_comes_back_from_json_whether_or_not_it_has_a_mark() {
    let json = serde_json::to_string(&demonstration()).unwrap();
    for file in [json.clone(), format!("\u{feff}{json}"), format!(" \n{json}")] {
        assert_eq!(read(file.as_bytes()).unwrap(), (demonstration(), Vec::new()));
    }
}

const LIME: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<document>
 <LimeSurveyDocType>Survey</LimeSurveyDocType>
 <languages><language>en</language></languages>
 <groups><rows><row><gid><![CDATA[1]]></gid><group_order><![CDATA[1]]></group_order></row></rows></groups>
 <group_l10ns><rows><row><gid>1</gid><group_name><![CDATA[About music]]></group_name><language>en</language></row></rows></group_l10ns>
 <questions><rows><row><qid>2</qid><gid>1</gid><type>S</type><title>song</title><question_order>1</question_order></row></rows></questions>
 <question_l10ns><rows><row><qid>2</qid><question>Rock &amp; roll&#63; <![CDATA[<b>Why</b>]]></question><language>en</language></row></rows></question_l10ns>
 <surveys><rows><row><sid>9</sid><language>en</language></row></rows></surveys>
 <surveys_languagesettings><rows><row><surveyls_language>en</surveyls_language><surveyls_title>Songs</surveyls_title></row></rows></surveys_languagesettings>
</document>"#;

#[test]
fn a_survey_of_lime_survey_is_read() {
    let (survey, _) = read(LIME.as_bytes()).unwrap();
    let english = heard_core::text::Lang::english();
    let (section, question) = survey.questions().next().unwrap();
    assert_eq!(section.title.get(&english), "About music");
    assert_eq!((&*question.key, question.text.get(&english)), ("song", "Rock & roll? Why"));
    assert_eq!(survey.title.get(&english), "Songs");
}

#[test]
fn hostile_xml_is_refused() {
    let bomb = LIME.replace("<document>", "<!DOCTYPE d [<!ENTITY a \"aaaa\">]><document>");
    let unknown = LIME.replace("&amp;", "&a;");
    let deep = format!("<document>{}", "<a>".repeat(100_000));
    let open = LIME.replace("</document>", "");
    for file in [bomb, unknown, deep, open, "<html></html>".to_owned(), "<document></document>".to_owned()] {
        assert!(refused(file.as_bytes()).contains("LimeSurvey"), "{}", &file[..60.min(file.len())]);
    }
}

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn workbooks_that_unpack_to_more_than_a_form_are_refused() {
    let nothing = vec![b' '; 41 << 20];
    let bomb = archive(&[("xl/worksheets/sheet1.xml", &nothing)]);
    assert!(bomb.len() < super::LARGEST);
    assert!(refused(&bomb).contains("unpacks to more"));
    let names: Vec<String> = (0..300).map(|place| format!("{place}.xml")).collect();
    let many: Vec<_> = names.iter().map(|name| (name.as_str(), &b"<a/>"[..])).collect();
    assert!(refused(&archive(&many)).contains("unpacks to more"));
    assert!(refused(&archive(&[("word/document.xml", b"<a/>")])).contains("save it as .xlsx"));
}

#[test]
fn words_in_the_last_corner_of_a_sheet_are_told_and_take_no_room() {
    let rows = vec![vec!["type".to_owned(), "name".to_owned()], vec!["text".to_owned(), "a".to_owned()]];
    let form = interchange::Workbook { sheets: vec![Sheet { name: "survey".to_owned(), rows }] };
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet().set_name("survey").unwrap();
    for (row, cells) in (0..).zip(&form.sheets[0].rows) {
        for (column, words) in (0..).zip(cells) {
            page.write_string(row, column, words).unwrap();
        }
    }
    page.write_string(1_048_575, 16_383, "far away").unwrap();
    assert!(refused(&book.save_to_buffer().unwrap()).contains("rows"));
}

#[test]
fn cells_that_share_a_long_text_are_counted_before_they_are_copied() {
    let text = "long ".repeat(6_000);
    let rows = vec![vec![text; 200]];
    let book = interchange::Workbook { sheets: vec![Sheet { name: "survey".to_owned(), rows }] };
    let bytes = super::of_form(book).unwrap();
    assert!(bytes.len() < 20_000, "{}", bytes.len());
    assert!(refused(&bytes).contains("unpacks to more than a form can be"));
}

#[test]
fn other_files_are_refused_kindly() {
    for (file, said) in [
        (&b""[..], "We cannot read this file"),
        (b"type,name,label\ntext,a,A", "We cannot read this file"),
        (&[0xD0, 0xCF, 0x11, 0xE0, 0xA1], "Save it as .xlsx"),
        (b"PK\x03\x04 and no more", "save it as .xlsx"),
        (b"{\"key\": 1}", "it should be a string"),
        (b"{\xff}", "UTF-8"),
        (&vec![b' '; super::LARGEST + 1], "5 MB at most"),
    ] {
        let refusal = refused(file);
        assert!(refusal.contains(said), "{refusal}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A workbook with some bytes changed is read or refused, and nothing breaks.
    #[test]
    fn broken_workbooks_are_refused(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40)) {
        let survey = Survey::draft(include_str!("../builder/templates/after_event.json")).unwrap();
        let mut bytes = workbook(&survey);
        for (place, byte) in places {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _read_or_refused = read(&bytes);
    }

    #[test]
    fn broken_tables_are_refused(cut in any::<prop::sample::Index>(), with in "[<>&;/a-z ]{0,12}") {
        let cut = cut.index(LIME.len());
        if LIME.is_char_boundary(cut) {
            let _read_or_refused = read(format!("{}{with}{}", &LIME[..cut], &LIME[cut..]).as_bytes());
        }
    }
}
