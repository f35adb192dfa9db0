//! Writing a survey: from nothing to a version that never changes.

use crate::{
    stories,
    visitor::{Page, Visitor},
    world::World,
};

const OLIVE: &str = "olive@riverside.example";
const ED: &str = "ed@riverside.example";
const ANA: &str = "ana@riverside.example";
const HOME: &str = "/staff/riverside/surveys";

/// Begins a blank survey and gives its address.
async fn blank(editor: &Visitor, title: &str) -> String {
    editor.post(&format!("{HOME}/new"), &[("title", title), ("start", "blank")]).await.leads()
}

/// Adds a section and gives its key.
async fn section(editor: &Visitor, survey: &str, title: &str) -> String {
    let at = editor.post(&format!("{survey}/sections"), &[("title", title)]).await.leads();
    at.split_once("#Section-").unwrap().1.to_owned()
}

/// Adds a question and gives its address.
async fn question(editor: &Visitor, survey: &str, section: &str, text: &str, kind: &str) -> String {
    editor.post(&format!("{survey}/sections/{section}/new"), &[("text", text), ("kind", kind)]).await.leads()
}

/// Saves a form with the fields that are given, filled from what the page shows now.
async fn save(editor: &Visitor, page: &str, fields: &[(&str, &str)]) -> Page {
    let from = editor.get(page).await.is(200).field("from");
    editor.post(page, &[&[("from", from.as_str())], fields].concat()).await
}

stories! {
    async fn an_inclusion_manager_writes_a_survey_and_publishes_it(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        ed.get(HOME).await.is(200).says("Music and your family").says("Version 1 is published, and open now");
        let survey = blank(&ed, "After the concert").await;
        assert_eq!(survey, format!("{HOME}/after_the_concert"));
        ed.get(&survey).await.is(200).says("A draft. Nobody sees it").says("Name at least one audience");

        let about = [
            ("title", "After the concert"), ("welcome", "How was it?"), ("thanks", "Thank you."), ("minutes", "1"),
            ("languages", "en"), ("audiences", "participating_parent"), ("pace", "section"), ("understood", "yes"),
        ];
        assert_eq!(save(&ed, &format!("{survey}/about"), &about).await.leads(), survey);
        let evening = section(&ed, &survey, "The evening").await;
        let liked = question(&ed, &survey, &evening, "How did you like it?", "single").await;
        let options = [
            ("text", "How did you like it?"), ("understood", "yes"), ("option.0.key", ""), ("option.0.text", "A lot"),
            ("option.0.value", "3"), ("option.1.key", ""), ("option.1.text", "A little"), ("option.1.value", "2"),
            ("option.2.key", ""), ("option.2.text", "Something else"), ("option.2.other", "yes"),
        ];
        assert_eq!(save(&ed, &liked, &options).await.leads(), format!("{survey}#how_did_you_like_it"));
        ed.get(&liked).await.is(200).says("A little").says("value=\"a_little\"");
        // The second section is for those who liked it less.
        let change = section(&ed, &survey, "What to change").await;
        question(&ed, &survey, &change, "What should we change?", "long_text").await;
        let rule = [("title", "What to change"), ("if.every", "all"), ("if.answer.how_did_you_like_it", "a_little")];
        save(&ed, &format!("{survey}/sections/{change}"), &rule).await.leads();

        let preview = ed.get(&format!("{survey}/preview?audience=participating_parent&width=tablet")).await.is(200);
        preview.says("How did you like it?").says("What should we change?").says("preview tablet");
        let publishing = ed.get(&format!("{survey}/publish")).await.is(200).says("Nothing has to be changed");
        let revision = publishing.field("revision");
        let published = ed.post(&format!("{survey}/publish"), &[("revision", &revision)]).await.leads();
        ed.get(&published).await.is(200).says("Version 1 is published: 2 questions in 2 sections");
        let definition = world.column("select definition from survey_version where survey = 'after_the_concert'").await;
        assert!(definition[0].contains(r#""condition":{"answer":{"question":"how_did_you_like_it","is":["a_little"]}}"#));
        assert_eq!(world.rows("survey_draft").await, 0);
        let record = world.column("select action from audit where detail like 'after_the%' order by action").await;
        assert_eq!(record, ["survey drafted", "survey published"]);

        // The next version begins with this one.
        assert_eq!(ed.post(&format!("{survey}/draft"), &[]).await.leads(), survey);
        ed.get(&survey).await.is(200).says("A draft of version 2").says("How did you like it?");
        let publishing = format!("{survey}/publish");
        ed.get(&publishing).await.is(200).says("Answers to all questions stay comparable");
        save(&ed, &liked, &[&options[..1], &[("understood", "yes"), ("option.0.key", "a_lot"), ("option.0.text", "A lot"), ("option.0.value", "3")]].concat()).await.leads();
        ed.get(&publishing).await.is(200).says("Compared with version 1").says("Answers to all other questions stay comparable");
    }

    async fn what_has_to_be_changed_keeps_a_survey_from_being_published(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        let survey = blank(&ed, "").await;
        let page = ed.get(&format!("{survey}/publish")).await.is(200).says("A survey needs at least one section");
        page.hides("Publish this version");
        let refused = ed.post(&format!("{survey}/publish"), &[("revision", "1")]).await.is(422);
        refused.says("Name at least one audience");
        assert_eq!(world.column("select survey from survey_version where survey = 'new_survey'").await, [""; 0]);
    }

    async fn two_who_write_at_once_lose_nothing(world: World) {
        let world = world.riverside().await;
        let (ed, olive) = (world.signed_in(ED).await, world.signed_in(OLIVE).await);
        let survey = blank(&ed, "Together").await;
        let one = section(&ed, &survey, "One").await;
        let first = question(&ed, &survey, &one, "First?", "yes_no").await;
        let second = question(&ed, &survey, &one, "Second?", "yes_no").await;
        let seen = ed.get(&first).await.field("from");
        // Another question is another matter.
        save(&olive, &second, &[("text", "Second, by Olive?")]).await.leads();
        save(&olive, &first, &[("text", "First, by Olive?")]).await.leads();
        let mine = [("from", seen.as_str()), ("text", "First, by Ed?")];
        let told = ed.post(&first, &mine).await.is(409);
        let told = told.says("A colleague changed this meanwhile").says("Olive").says("First, by Ed?");
        // Whoever has seen that saves again, and nothing else of the survey is changed by it.
        let again = told.field("from");
        ed.post(&first, &[("from", again.as_str()), ("text", "First, by Ed?")]).await.leads();
        ed.get(&survey).await.is(200).says("First, by Ed?").says("Second, by Olive?");
        // What is gone is said to be gone.
        let seen = ed.get(&second).await.field("from");
        olive.post(&format!("{survey}/arrange"), &[("do", "out question second")]).await.leads();
        let gone = ed.post(&second, &[("from", &seen), ("text", "Second, by Ed?")]).await.is(400);
        gone.says("took this out of the survey");
    }

    async fn what_often_goes_wrong_is_told_where_it_can_be_changed(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        let survey = blank(&ed, "Advice").await;
        let one = section(&ed, &survey, "One").await;
        let page = question(&ed, &survey, &one, "Don't you agree that our concerts are excellent?", "yes_no").await;
        ed.get(&page).await.is(200).says("Worth a look").says("Question “");
        ed.get(&survey).await.is(200).says("Worth a look").says("these are things that often go wrong");
        save(&ed, &page, &[("text", "Do you like our concerts?"), ("understood", "yes")]).await.leads();
        ed.get(&page).await.is(200).hides("Worth a look");
        // What no indicator reads of a survey that is scored is told on the whole.
        ed.post(&format!("{HOME}/music_and_your_family/draft"), &[]).await.leads();
        ed.get(&format!("{HOME}/music_and_your_family")).await.is(200).says("Worth a look");
    }

    async fn a_page_saves_by_itself_while_one_writes(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        let survey = blank(&ed, "By itself").await;
        let one = section(&ed, &survey, "One").await;
        let page = question(&ed, &survey, &one, "First?", "single").await;
        let mut from = ed.get(&page).await.field("from");
        for words in ["A", "A and B"] {
            let typed = [("from", from.as_str()), ("do", "quiet"), ("text", words), ("option.0.key", ""), ("option.0.text", "Yes")];
            let kept = ed.post(&page, &typed).await.is(204);
            kept.headers["heard-from"].to_str().unwrap().clone_into(&mut from);
        }
        ed.get(&page).await.is(200).says("A and B").says("value=\"yes\"").hides("option.1.key\" value=\"yes");
        // What cannot be read is not saved, and the button says why.
        let wrong = [("from", from.as_str()), ("do", "quiet"), ("text", "C"), ("option.0.text", "Yes"), ("option.0.value", "x")];
        ed.post(&page, &wrong).await.is(422).says("Write a number");
        ed.get(&page).await.is(200).says("A and B");
    }

    async fn every_step_can_be_taken_back(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        let survey = blank(&ed, "Steps").await;
        let one = section(&ed, &survey, "One").await;
        question(&ed, &survey, &one, "A question?", "yes_no").await;
        let page = ed.post(&format!("{survey}/arrange"), &[("do", "out section one")]).await.leads();
        assert_eq!(page, format!("{survey}#Done"));
        let undo = ed.get(&survey).await.is(200).says("Took out the section “One”").hides("A question?").field("revision");
        ed.post(&format!("{survey}/steps"), &[("revision", &undo)]).await.leads();
        ed.get(&survey).await.is(200).says("A question?").says("Went back to step 3");
        ed.get(&format!("{survey}/steps")).await.is(200).says("Began “Steps”").says("As it is now");
        // A draft that somebody changed since is not thrown away.
        ed.post(&format!("{survey}/throw-away"), &[("revision", "1")]).await.is(400).says("changed this draft");
        assert_eq!(ed.post(&format!("{survey}/throw-away"), &[("revision", "5")]).await.leads(), HOME);
        ed.get(&survey).await.is(404);
    }

    async fn words_in_other_languages_and_for_easy_read(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        let survey = ed.post(&format!("{HOME}/new"), &[("title", ""), ("start", "copy.music_and_your_family")]).await.leads();
        ed.get(&format!("{survey}/words")).await.is(200).says("Polski (pl)").says("Easy Read");
        let page = format!("{survey}/words/pl/family");
        ed.get(&page).await.is(200).says("Twoja rodzina").says("Your family");
        let heading = "Wasza rodzina";
        let asked = ed.get(&page).await.field("was.family/who/text");
        let written = [("was.family/title", "Twoja rodzina"), ("at.family/title", heading), ("was.family/who/text", &asked), ("at.family/who/text", "")];
        ed.post(&page, &written).await.leads();
        ed.get(&page).await.is(200).says(heading).hides("Twoja rodzina");
        // What was emptied is missing, and the survey says so.
        ed.get(&survey).await.is(200).says("There is no text in &quot;pl&quot;");
        ed.get(&format!("{survey}/words/xx/family")).await.is(404);
        let easy = format!("{survey}/words/easy_read/family");
        ed.post(&easy, &[("was.family/title", ""), ("at.family/title", "You and yours")]).await.leads();
        ed.get(&format!("{survey}/preview?easy_read=yes")).await.is(200).says("You and yours");
        ed.get(&format!("{survey}/preview")).await.is(200).hides("You and yours").says("Your family");
    }

    async fn two_translate_the_same_section_and_neither_loses_a_word(world: World) {
        let world = world.riverside().await;
        let (ed, olive) = (world.signed_in(ED).await, world.signed_in(OLIVE).await);
        let survey = ed.post(&format!("{HOME}/new"), &[("title", ""), ("start", "copy.music_and_your_family")]).await.leads();
        let page = format!("{survey}/words/easy_read/family");
        let (title, question) = ("family/title", "family/who/text");
        let typed = |at: &str, was: &str, words: &str| [(format!("was.{at}"), was.to_owned()), (format!("at.{at}"), words.to_owned())];
        let post = async |who: &Visitor, lines: &[[(String, String); 2]]| {
            let fields: Vec<_> = lines.iter().flatten().map(|(field, value)| (field.as_str(), value.as_str())).collect();
            who.post(&page, &fields).await
        };
        // Different lines of one page, opened at the same time.
        let asked = ed.get(&page).await.is(200).field(&format!("was.{question}"));
        post(&olive, &[typed(title, "", "You and yours"), typed(question, &asked, &asked)]).await.leads();
        post(&ed, &[typed(title, "", ""), typed(question, &asked, "How old?")]).await.leads();
        ed.get(&page).await.is(200).says("You and yours").says("How old?");
        // The same line: both are shown, nothing is written, and who has seen both decides.
        let both = post(&ed, &[typed(title, "", "Your home"), typed(question, "How old?", "How old are they?")]).await.is(409);
        let told = both.says("A colleague wrote some of the same words").says("A colleague wrote: ").says("Your home");
        assert_eq!(told.field(&format!("was.{title}")), "You and yours");
        ed.get(&page).await.is(200).hides("Your home").hides("How old are they?");
        post(&ed, &[typed(title, "You and yours", "Your home")]).await.leads();
        ed.get(&page).await.is(200).says("Your home");
        // What the words belong to is gone: they are shown to be copied.
        olive.post(&format!("{survey}/arrange"), &[("do", "out section family")]).await.leads();
        let gone = post(&ed, &[typed(title, "Your home", "Home")]).await.is(409);
        gone.says("was taken out").says("Heading: Home");
    }

    async fn what_cannot_be_read_comes_back_with_all_that_was_typed(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        let survey = blank(&ed, "Numbers").await;
        let one = section(&ed, &survey, "One").await;
        let wrong = ed.post(&format!("{survey}/sections/{one}/new"), &[("text", "How many?"), ("kind", "slider")]).await;
        wrong.is(422).says("Choose a kind of answer").says("How many?").says("Error: ");
        let number = question(&ed, &survey, &one, "How many?", "number").await;
        let typed = [("text", "How many, then?"), ("min", "none"), ("max", "10")];
        let back = save(&ed, &number, &typed).await.is(422);
        back.says("Write a number in figures").says("How many, then?").says("min-Error");
        ed.get(&number).await.is(200).hides("How many, then?");
        let about = ed.get(&format!("{survey}/about")).await.field("from");
        let fields = [("from", about.as_str()), ("title", "T"), ("minutes", "ten"), ("more_languages", "english!")];
        let back = ed.post(&format!("{survey}/about"), &fields).await.is(422);
        back.says("Write a whole number from 1").says("Write codes of languages").says("english!");
        ed.post(&number, &[("colour", "red")]).await.is(400);
        ed.post(&number, &[("do", "explode")]).await.is(400);
        let long = "x".repeat(1_200_000);
        ed.post(&number, &[("text", &long)]).await.is(413);
    }

    async fn another_kind_keeps_the_options(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        let survey = blank(&ed, "Kinds").await;
        let one = section(&ed, &survey, "One").await;
        let page = question(&ed, &survey, &one, "What do you play?", "single").await;
        save(&ed, &page, &[("text", "What do you play?"), ("option.0.text", "Drums"), ("option.1.text", "Harp")]).await.leads();
        let rows = [("option.0.key", "drums"), ("option.0.text", "Drums"), ("option.1.key", "harp"), ("option.1.text", "Harp")];
        let from = ed.get(&page).await.field("from");
        let turn = [&[("from", from.as_str()), ("do", "turn"), ("kind", "several"), ("text", "What do you play?")], &rows[..]].concat();
        assert_eq!(ed.post(&page, &turn).await.leads(), page);
        ed.get(&page).await.is(200).says("Several answers").says("Harp");
        let from = ed.get(&page).await.field("from");
        let up = [&[("from", from.as_str()), ("do", "up option 1"), ("text", "What do you play?")], &rows[..]].concat();
        assert_eq!(ed.post(&page, &up).await.leads(), format!("{page}#option.0.text"));
        let html = ed.get(&page).await.html;
        assert!(html.find("Harp").unwrap() < html.find("Drums").unwrap());
    }

    async fn an_analyst_looks_and_another_service_sees_nothing(world: World) {
        let world = world.riverside().await;
        let (ana, ed) = (world.signed_in(ANA).await, world.signed_in(ED).await);
        let survey = blank(&ed, "Not yet").await;
        ana.get(HOME).await.is(200).says("Not yet").hides("Write a survey</a>");
        ana.get(&format!("{HOME}/music_and_your_family")).await.is(200).says("is published").hides("Write the next version");
        ana.get(&survey).await.is(404);
        ana.get(&format!("{survey}/about")).await.is(403);
        ana.post(&format!("{survey}/sections"), &[("title", "Mine")]).await.is(403);
        ed.get("/staff/brookside/surveys").await.is(404);
        ed.post(&format!("{HOME}/new"), &[("title", "x"), ("start", "copy.nothing")]).await.is(422).says("Choose what to begin with");
    }
}
