//! Surveys that come and go in files.

use heard_core::{interchange::xlsform, survey::Survey};

use crate::{stories, visitor::Visitor, world::World};

const ED: &str = "ed@riverside.example";
const ANA: &str = "ana@riverside.example";
const HOME: &str = "/staff/riverside/surveys";
const FAMILIES: &str = "/staff/riverside/surveys/music_and_your_family";
const SURVEY: &str = include_str!("../../web/src/demo/survey.json");

/// A small survey as `LimeSurvey` writes it, with a question of a kind that we do not have.
const LIME: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<document>
 <LimeSurveyDocType>Survey</LimeSurveyDocType>
 <groups><rows><row><gid>1</gid><group_order>1</group_order></row></rows></groups>
 <group_l10ns><rows><row><gid>1</gid><group_name>About music</group_name><language>en</language></row></rows></group_l10ns>
 <questions><rows>
  <row><qid>2</qid><gid>1</gid><type>S</type><title>song</title><question_order>1</question_order></row>
  <row><qid>3</qid><gid>1</gid><type>|</type><title>scan</title><question_order>2</question_order></row>
 </rows></questions>
 <question_l10ns><rows>
  <row><qid>2</qid><question><![CDATA[<p>Which song do you like?</p>]]></question><language>en</language></row>
  <row><qid>3</qid><question>Send us a picture</question><language>en</language></row>
 </rows></question_l10ns>
 <surveys><rows><row><sid>9</sid><language>en</language></row></rows></surveys>
 <surveys_languagesettings><rows><row><surveyls_language>en</surveyls_language><surveyls_title>Songs</surveyls_title></row></rows></surveys_languagesettings>
</document>"#;

async fn bring(editor: &Visitor, name: &str, bytes: &[u8], into: &str) -> crate::visitor::Page {
    editor.upload(&format!("{HOME}/import"), &[("file", name, bytes), ("into", "", into.as_bytes())]).await
}

stories! {
    async fn a_survey_goes_out_as_json_and_comes_back_as_the_next_version(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        ed.get(FAMILIES).await.is(200).says("Take it away in a file");
        ed.get(&format!("{FAMILIES}/files")).await.is(200).says("Version 1").says("To print").hides("The draft");
        let taken = ed.get(&format!("{FAMILIES}/files/published.json")).await.is(200);
        assert_eq!(taken.headers["content-disposition"], "attachment; filename=\"music_and_your_family-published.json\"");
        let survey = Survey::from_json(&taken.html).unwrap();
        assert_eq!(survey, Survey::from_json(SURVEY).unwrap());

        let changed = taken.html.replace("Music and your family", "Music in your family");
        let at = bring(&ed, "survey.json", changed.as_bytes(), "music_and_your_family").await.leads();
        assert_eq!(at, format!("{FAMILIES}/losses"));
        ed.get(&at).await.is(200).says("Everything in the file is in the draft");
        ed.get(FAMILIES).await.is(200).says("A draft of version 2").says("Music in your family").says("Brought it in a file");
        ed.get(&format!("{FAMILIES}/files")).await.is(200).says("The draft").says("Version 1");
        // There is a draft now, which nothing writes over.
        bring(&ed, "survey.json", changed.as_bytes(), "music_and_your_family").await.is(400).says("There is a draft of this survey already");
        let record = world.column("select detail from audit where action = 'survey drafted'").await;
        assert_eq!(record, ["music_and_your_family"]);
    }

    async fn a_workbook_becomes_a_new_survey_as_it_was(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        let folder = tempfile::TempDir::new().unwrap();
        std::fs::write(folder.path().join("survey.json"), SURVEY).unwrap();
        let heard = |arguments: &[&str]| {
            let output = std::process::Command::new(crate::commands::program()).args(arguments).current_dir(folder.path()).output();
            let output = output.expect("the program is there: cargo build");
            (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr))
        };
        assert_eq!(heard(&["survey", "export", "survey.json", "--to", "survey.xlsx"]).0, Some(0));
        let workbook = std::fs::read(folder.path().join("survey.xlsx")).unwrap();
        let at = bring(&ed, "survey.xlsx", &workbook, "").await.leads();
        assert_eq!(at, format!("{HOME}/music_and_your_family_2/losses"));
        ed.get(&at).await.is(200).says("Everything in the file is in the draft");
        let brought = ed.get(&format!("{HOME}/music_and_your_family_2/files/draft.json")).await.is(200).html;
        let mut draft = Survey::draft(&brought).unwrap();
        let original = Survey::draft(SURVEY).unwrap();
        draft.key = original.key.clone();
        assert_eq!(draft, original);
        assert_eq!(draft, xlsform::read(&xlsform::write(&draft).0).unwrap().0);

        let (code, said) = heard(&["survey", "import", "survey.xlsx", "--to", "back.json"]);
        assert_eq!(code, Some(0), "{said}");
        assert_eq!(Survey::draft(&std::fs::read_to_string(folder.path().join("back.json")).unwrap()).unwrap(), original);
        let (code, said) = heard(&["survey", "import", "survey.xlsx", "--to", "back.json"]);
        assert_eq!(code, Some(2), "nothing is written over: {said}");
        std::fs::write(folder.path().join("no.xlsx"), "PK and nothing").unwrap();
        let (code, said) = heard(&["survey", "import", "no.xlsx", "--to", "no.json"]);
        assert_eq!((code, said.contains("save it as .xlsx")), (Some(1), true), "{said}");
        assert!(!folder.path().join("no.json").exists());
    }

    async fn what_a_file_has_besides_is_told_and_kept(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        let at = bring(&ed, "songs.lss", LIME.as_bytes(), "").await.leads();
        ed.get(&at).await.is(200).says("What could not come over").says("scan");
        ed.get(&format!("{HOME}/songs")).await.is(200).says("Which song do you like?").hides("&lt;p&gt;");
        // A step later it is still there.
        ed.post(&format!("{HOME}/songs/sections"), &[("title", "More")]).await.leads();
        ed.get(&at).await.is(200).says("scan");
        ed.get(&format!("{FAMILIES}/losses")).await.is(404);
    }

    async fn a_survey_that_nobody_would_answer_is_refused(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        let question = |number: usize| format!(r#"{{"key": "q{number}", "kind": "yes_no", "text": {{"en": "Q?"}}}}"#);
        let many: Vec<_> = (0..501).map(question).collect();
        let json = crate::sending::ONE_PAGE.replacen(r#""questions": ["#, &format!(r#""questions": [{},"#, many.join(",")), 1);
        bring(&ed, "many.json", json.as_bytes(), "new").await.is(422).says("500 questions at most");
        assert_eq!(world.rows("survey_draft").await, 0);
    }

    async fn files_that_are_no_surveys_are_refused_and_nothing_is_kept(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        for (bytes, said) in [
            (&b""[..], "We cannot read this file"),
            (b"type,name\ntext,a", "We cannot read this file"),
            (b"PK\x03\x04", "save it as .xlsx"),
            (b"<!DOCTYPE d [<!ENTITY a \"a\">]><document></document>", "Export it there once more"),
            (b"{\"key\": \"a\", \"surprise\": 1}", "There is a problem"),
            (&vec![b'{'; 6 << 20], "The file is too large: 5 MB at most."),
        ] {
            bring(&ed, "survey", bytes, "music_and_your_family").await.is(422).says(said).says("value=\"music_and_your_family\" selected");
        }
        ed.upload(&format!("{HOME}/import"), &[("plan", "plan.json", b"{}")]).await.is(400);
        assert_eq!(world.rows("survey_draft").await, 0);
    }

    async fn analysts_take_what_is_published_and_no_draft(world: World) {
        let world = world.riverside().await;
        let (ed, ana) = (world.signed_in(ED).await, world.signed_in(ANA).await);
        ed.post(&format!("{FAMILIES}/draft"), &[]).await.leads();
        ana.get(&format!("{FAMILIES}/files")).await.is(200).says("Version 1").hides("The draft");
        ana.get(&format!("{FAMILIES}/files/published.json")).await.is(200);
        let workbook = ana.get(&format!("{FAMILIES}/files/published.xlsx")).await.is(200);
        assert_eq!(workbook.headers["content-type"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        for file in ["draft.json", "draft.xlsx", "published", "published.csv", "published.json.exe"] {
            ana.get(&format!("{FAMILIES}/files/{file}")).await.is(404);
        }
        ed.get(&format!("{FAMILIES}/files/draft.xlsx")).await.is(200);
    }
}
