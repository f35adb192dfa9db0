//! Mina is 8, Jay is 14, and Ola reads Easy Read: each reads words of their own, and all are heard in one column.

use serde_json::{Value, json};

use crate::{sending::ONE_PAGE, stories, visitor::Page, world::World};

const FAMILY: &str = "/riverside/s/music_and_your_family";
const YOUNG: &str = "/riverside/s/music_and_you";
const SHEET: &str = "/assets/easy.css";
const SCRIPT: &str = "/assets/aloud.js";

impl Page {
    /// The cookies that this page sets, without what they are for.
    fn remembers(&self) -> Vec<String> {
        let cookies = self.headers.get_all("set-cookie").into_iter().map(|cookie| cookie.to_str().unwrap());
        cookies.map(|cookie| cookie.split(';').next().unwrap().to_owned()).collect()
    }
}

stories! {
    async fn whatever_they_read_their_answers_are_one_column(world: World) {
        let world = world.riverside().await;
        let (mina, jay, ola) = (world.visitor(), world.visitor(), world.visitor());
        ola.get(&format!("{YOUNG}?easy_read=on")).await.leads();
        let (shy, worried) = ("I feel shy", "I worry about what people think");
        let (hard, why) = ("What makes music hard for you?", "What makes it hard to make the music you want?");
        for (person, age, says, hides) in [
            (&mina, "under_9", [hard, shy], [why, worried]),
            (&jay, "thirteen_to_18", [why, worried], [hard, shy]),
            (&ola, "thirteen_to_18", [hard, shy], [why, worried]),
        ] {
            person.begin(YOUNG).await;
            person.post(&format!("{YOUNG}/you"), &[("age", age)]).await.leads();
            let page = person.get(&format!("{YOUNG}/hard")).await.is(200).says(says[0]).says(says[1]);
            // Pictures are for the young and for Easy Read; the keys are those of everybody.
            let page = page.hides(hides[0]).hides(hides[1]).says(r#"name="barriers" value="shy""#);
            for drawn in [SHEET, "class=\"pictured\""] {
                assert_eq!(page.html.contains(drawn), says[1] == shy, "{age} {drawn}");
            }
            // Free words are asked of those of 13 and more only.
            let last = person.get(&format!("{YOUNG}/what_next")).await.is(200);
            assert_eq!(last.html.contains("<textarea"), age == "thirteen_to_18");
            for section in ["now", "feel", "together", "hard", "say", "what_next"] {
                let fields: &[_] = if section == "hard" { &[("barriers", "shy")] } else { &[] };
                person.post(&format!("{YOUNG}/{section}"), fields).await.leads();
            }
            person.get(&format!("{YOUNG}/check")).await.is(200).says(says[0]).says(says[1]).hides(hides[0]).hides(hides[1]);
            person.send(YOUNG).await.leads();
        }
        let stored = world.column("select age_band || ' ' || answers from response order by number").await;
        let bands: Vec<_> = stored.iter().map(|row| row.split(' ').next().unwrap()).collect();
        assert_eq!(bands, ["under_9", "thirteen_to_18", "thirteen_to_18"]);
        for row in stored {
            let answers: Value = serde_json::from_str(row.split_once(' ').unwrap().1).unwrap();
            assert_eq!(answers["barriers"], json!({ "choices": ["shy"] }));
        }
        assert!(!world.everything().await.contains("easy_read=on"), "who needs Easy Read is nobody's business");
    }

    async fn an_age_that_was_not_told_is_not_stored(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        let nadia = world.visitor();
        let key = nadia.get(&survey).await.field("@response");
        nadia.post(&survey, &[("@response", &*key), ("like", "yes"), ("why", ""), ("postcode", "")]).await.leads();
        assert_eq!(world.column("select coalesce(age_band, 'none') from response").await, ["none"]);
    }

    async fn easy_read_is_turned_on_and_off_in_the_middle_of_a_page(world: World) {
        let world = world.riverside().await;
        let ola = world.visitor();
        // Where nothing has been typed a link does it, and a page that is looked at changes nothing on the server.
        ola.get(FAMILY).await.is(200).says(format!("href=\"{FAMILY}?easy_read=on\"")).hides(SHEET).says("if your child takes part or not");
        let before = world.everything().await;
        let chosen = ola.get(&format!("{FAMILY}?easy_read=on")).await;
        assert_eq!((chosen.remembers(), &*chosen.location), (vec!["easy_read=on".to_owned()], FAMILY));
        ola.get(FAMILY).await.is(200).says("Music is for every child.").says("<body class=\"easy\">").says(SHEET).says("Turn off Easy Read");
        assert_eq!(world.everything().await, before);

        ola.begin(FAMILY).await;
        let page = format!("{FAMILY}/your_words");
        ola.get(&page).await.is(200).says("What should we change?").says("Do not write names.\nDo not write where you live.");
        let long = "x".repeat(1_200);
        let typed = [("one_change", &*long), ("want_a_say", "yes"), ("@easy_read", "off")];
        let usual = ola.post(&page, &typed).await.is(200).says("What is one thing we could change?").says(&long).says(r#"value="yes" checked"#);
        // Nothing is judged and nothing is saved.
        assert_eq!(usual.hides("role=\"alert\"").hides("class=\"easy\"").remembers(), ["easy_read=off"]);
        assert_eq!(world.rows("draft_answer").await, 0);
        let wrong = ola.post(&page, &[("one_change", &*long), ("@easy_read", "on")]).await.is(200).says("What should we change?");
        assert_eq!(wrong.says(&long).remembers(), ["easy_read=on"]);
        // What has to be changed names the question as they read it.
        ola.post(&page, &[("one_change", &*long)]).await.is(422).says("<span>What should we change?</span>").says(SHEET);
        // In Polish it is Easy Read still.
        ola.post(&page, &[("@lang", "pl")]).await.is(200).says("Co powinniśmy zmienić?").says("łatwy do czytania</button>");
    }

    async fn easy_read_is_offered_where_there_is_some(world: World) {
        let world = world.riverside().await;
        let plain = world.publish(ONE_PAGE).await;
        let ola = world.visitor();
        ola.get(&format!("{plain}?easy_read=on")).await.leads();
        ola.get(&plain).await.is(200).hides("easy_read").hides("class=\"easy\"").hides(SHEET).says("@read_aloud");

        let mut easy: Value = serde_json::from_str(ONE_PAGE).unwrap();
        easy["key"] = json!("easy_page");
        easy["wordings"] = json!([{ "for": ["easy_read"], "welcome": { "en": "Hi. You." } }]);
        easy["sections"][0]["questions"][0]["wordings"] = json!([{ "for": ["easy_read"], "text": { "en": "Good or bad?" } }]);
        easy["sections"][0]["questions"][0]["picture"] = json!({ "name": "heart", "alt": { "en": "A <heart>" } });
        let survey = world.publish(&easy.to_string()).await;
        let page = ola.get(&survey).await.is(200).says("Hi.\nYou.").says("Good or bad?").says(r#"role="img" aria-label="A &lt;heart&gt;""#);
        let key = page.field("@response");
        let typed = [("@response", &*key), ("why", "drums"), ("postcode", "RV1 1AA"), ("@easy_read", "off")];
        let usual = ola.post(&survey, &typed).await.is(200).says("drums").says("RV1 1AA").says("Do you like it?").hides("role=\"img\"");
        assert_eq!((usual.field("@response"), usual.remembers()), (key.clone(), vec!["easy_read=off".to_owned()]));
        let back = ola.post(&survey, &[("@response", &*key), ("why", ""), ("postcode", ""), ("like", "")]).await;
        back.is(422).says("<span>Do you like it?</span>");
        ola.post(&survey, &[("@response", &*key), ("like", "yes"), ("why", ""), ("postcode", "")]).await.leads();
        assert!(world.column("select answers from response").await[0].contains(r#""like":{"choice":"yes"}"#));
    }

    async fn reading_aloud_is_off_until_it_is_asked_for(world: World) {
        let world = world.riverside().await;
        let ola = world.visitor();
        ola.get(FAMILY).await.is(200).says(format!("{FAMILY}?read_aloud=on")).hides("<script").hides("<noscript");
        ola.begin(FAMILY).await;
        let page = format!("{FAMILY}/your_words");
        let aloud = ola.post(&page, &[("one_change", "Later"), ("@read_aloud", "on")]).await.is(200).says(SCRIPT).says("Later</textarea>");
        assert_eq!(aloud.says("<noscript>").says("This browser cannot read aloud here.").remembers(), ["read_aloud=on"]);
        ola.get(&format!("{FAMILY}?lang=ur")).await.leads();
        ola.get(&page).await.is(200).says(SCRIPT).says("یہ براؤزر یہاں بلند آواز سے نہیں پڑھ سکتا").says("data-listen=\"سنیں\"");
        ola.get(&format!("{FAMILY}?read_aloud=off")).await.leads();
        ola.get(&page).await.is(200).hides(SCRIPT).hides("<noscript");
        let script = ola.get(SCRIPT).await.is(200);
        assert!(script.headers["content-type"].to_str().unwrap().starts_with("text/javascript"));
    }

    async fn wishes_that_nobody_offered_are_refused(world: World) {
        let world = world.riverside().await;
        let ola = world.visitor();
        ola.begin(FAMILY).await;
        for fields in [
            &[("@easy_read", "perhaps")][..],
            &[("@easy_read", "on"), ("@easy_read", "on")],
            &[("@easy_read", "on"), ("@lang", "pl")],
            &[("@read_aloud", "")],
            &[("@read_aloud", "on"), ("extra", "1")],
        ] {
            let refused = ola.post(&format!("{FAMILY}/family"), fields).await.is(400);
            assert!(refused.remembers().is_empty());
        }
        for odd in ["?easy_read=%3Cb%3E", "?easy_read", "?@easy_read=on", "?easy=on"] {
            let page = ola.get(&format!("{FAMILY}{odd}")).await.is(200);
            assert!(page.remembers().is_empty(), "{odd}");
        }
    }
}
