//! Nadia has the whole survey before her on one page, with or without a connection.

use reqwest::header;
use serde_json::{Value, json};

use crate::{kinds, sending::ONE_PAGE, stories, world::World};

const SURVEY: &str = "/riverside/s/music_and_your_family";
const WHOLE: &str = "/riverside/s/music_and_your_family/all";

/// Words of their own are asked of those of 13 to 18 only.
const BY_AGE: &str = r#"{
    "key": "by_age", "title": {"en": "By age"}, "welcome": {"en": "Hello"}, "thanks": {"en": "Thanks"},
    "languages": ["en"], "audiences": ["young_person"], "minutes": 1,
    "sections": [
        {"key": "one", "title": {"en": "You"}, "questions": [
            {"key": "age", "kind": "single", "text": {"en": "How old are you?"}, "options": [
                {"key": "child", "text": {"en": "9 to 12"}, "age_band": "nine_to_12"},
                {"key": "young", "text": {"en": "13 to 18"}, "age_band": "thirteen_to_18"}]}]},
        {"key": "two", "title": {"en": "Music"}, "questions": [
            {"key": "change", "kind": "single", "text": {"en": "What would you change?"}, "options": [
                {"key": "drums", "text": {"en": "Drums"}}, {"key": "more", "text": {"en": "More"}}]},
            {"key": "secret", "kind": "long_text", "max_length": 200, "text": {"en": "And what else?"},
                "condition": {"age_band": ["thirteen_to_18"]}}]}]
}"#;

/// Twenty questions as they are usual: agreement, choices, a few words.
fn twenty() -> String {
    let text = |text: String| json!({ "en": text });
    let points = ["I strongly disagree", "I disagree", "In the middle", "I agree", "I strongly agree"];
    let points: Vec<Value> = points.iter().enumerate()
        .map(|(value, words)| json!({ "key": format!("point_{value}"), "text": text((*words).to_owned()), "value": value }))
        .collect();
    let about = ["welcome", "proud", "heard", "safe", "curious"];
    let question = |section: usize, place: usize| {
        let words = text(format!("In part {section}, do you feel {} when you make music with others?", about[place]));
        let key = format!("q_{section}_{place}");
        match place {
            0 => {
                json!({ "key": key, "kind": "long_text", "max_length": 500, "text": words, "help": text("A few words.".to_owned()) })
            }
            1 => json!({ "key": key, "kind": "yes_no", "text": words }),
            2 => json!({ "key": key, "kind": "several", "text": words, "options": points.iter().map(|point|
                json!({ "key": point["key"], "text": point["text"] })).collect::<Vec<_>>() }),
            _ => json!({ "key": key, "kind": "scale", "text": words, "options": points }),
        }
    };
    let section = |section: usize| {
        json!({ "key": format!("part_{section}"), "title": text(format!("Part {section}")),
        "questions": (0..5).map(|place| question(section, place)).collect::<Vec<_>>() })
    };
    json!({ "key": "twenty", "title": text("Twenty".to_owned()), "welcome": text("Hello.".to_owned()),
        "thanks": text("Thanks.".to_owned()), "languages": ["en"], "audiences": ["young_person"], "minutes": 4,
        "sections": (1..=4).map(section).collect::<Vec<_>>() })
    .to_string()
}

stories! {
    async fn the_server_decides_what_applies(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        nadia.get(SURVEY).await.is(200).says(format!("href=\"{WHOLE}\"")).says("All questions on one page");
        let page = nadia.get(WHOLE).await.is(200);
        let page = page.says("Only if you answered “2”, “3” or “4 or more” to “How many children under 19 do you look after?”");
        let page = page.says("Pass over those that are not for you").says("like_more").says("like_to_try").says("What is your postcode?");
        let fields = [
            ("@response", &*page.field("@response")), ("@shown", &*page.field("@shown")),
            ("who", "never"), ("children_count", "one"), ("child_2_age", "under_5"), ("like_more", "yes"), ("like_to_try", "yes"),
            ("barriers", "cost"), ("barriers_other", "The bus"), ("one_change", "Drums"), ("send", "@rather_not"), ("postcode", "RV6 1AA"),
        ];
        // What was written where nothing leads is not dropped without a word.
        let back = nadia.post(WHOLE, &fields).await.is(422).says("by your other answers it is not for you").says("value=\"The bus\"");
        let back = back.says("href=\"#child_2_age\"").says("href=\"#like_more\"").says("href=\"#barriers_other\"");
        let back = back.hides("href=\"#send\"").says("Leave out what is not for me, and send");
        assert_eq!(world.rows("response").await, 0);
        assert_eq!(back.field("@response"), fields[0].1);
        // Whoever says so leaves it out.
        let fields = [&fields[..], &[("@leave_out", "yes")]].concat();
        let receipt = nadia.post(WHOLE, &fields).await.leads();
        nadia.get(&receipt).await.is(200).says("You have been heard");
        let stored: Value = serde_json::from_str(&world.column("select answers from response").await[0]).unwrap();
        assert_eq!((&stored["who"]["choice"], &stored["like_to_try"]["choice"]), (&json!("never"), &json!("yes")));
        for beside in ["child_2_age", "like_more", "barriers_other", "send"] {
            assert_eq!(stored.get(beside), None, "{stored}");
        }
        assert_eq!(stored["music_importance"], json!("skipped"));
        let row = world.column("select audience || ' ' || cast(decile as text) from response").await;
        assert_eq!(row, ["non_participating_parent 1"]);
        assert!(world.column("select answers from monitoring").await[0].contains(r#""send":"rather_not_say""#));
        assert_eq!(world.rows("draft").await, 0);
        assert!(!world.everything().await.contains("RV6"));
    }

    async fn only_what_applies_has_to_be_right(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(&kinds::survey()).await;
        let whole = format!("{survey}/all");
        let kit = world.visitor();
        let page = kit.get(&whole).await.is(200).says("What does your band play best?");
        let key = page.field("@response");
        let late = [("since.month", "5"), ("since.year", "24"), ("where.@other", "A <garage>")];
        let post = |age: &'static str| [&[("@response", &*key), ("band", "Loud")][..], &late, &[("age", age)]].concat();
        // Without an age nothing leads to the later questions: only the age is asked for.
        let back = kit.post(&whole, &post("")).await.is(422).says("<title>Error: ").says("href=\"#age\"").hides("href=\"#since");
        let summary = back.html.find("role=\"alert\"").unwrap();
        assert!(summary < back.html.find("<h1").unwrap(), "the summary comes first");
        assert_eq!(back.field("@response"), key);
        // Everything typed is kept, what is beside the way too.
        let back = back.says("value=\"Loud\"").says("value=\"A &lt;garage&gt;\"").says("value=\"24\"");
        back.says("What does your band play best?");
        let back = kit.post(&whole, &post("big")).await.is(422).hides("href=\"#age\"");
        // Words for "other" choose it.
        back.says("href=\"#since-Year\"").hides("href=\"#where");
        // A child under 9 is not asked them.
        kit.post(&whole, &post("small")).await.is(422).says("href=\"#since\"").says("value=\"24\"").says("@leave_out");
        kit.post(&whole, &[("@response", &*key), ("band", "Loud"), ("age", "small"), ("since.month", " ")]).await.leads();
        assert_eq!(world.column("select answers from response").await, [r#"{"age":{"choice":"small"},"band":{"text":"Loud"}}"#]);
    }

    async fn what_arrives_twice_or_late_is_told_truly(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        let page = nadia.get(WHOLE).await;
        let (key, shown) = (page.field("@response"), page.field("@shown"));
        let fields = [("@response", &*key), ("@shown", &*shown), ("who", "never")];
        let receipt = nadia.post(WHOLE, &fields).await.leads();
        assert_eq!(nadia.post(WHOLE, &fields).await.leads(), receipt);
        assert_eq!(world.rows("response").await, 1);
        let other = nadia.get(WHOLE).await.field("@response");
        world.pass(29 * heard::clock::DAY);
        // What was stored in time is told so after closing; what was not, is closed out.
        assert_eq!(world.visitor().post(WHOLE, &fields).await.leads(), receipt);
        let late = [("@response", &*other), ("@shown", &*shown), ("who", "never")];
        nadia.post(WHOLE, &late).await.is(410).says("closed");
        // The next wave has questions of the same names, and is none of theirs.
        let survey = world.column("select definition from survey_version").await[0].clone();
        world.publish(&survey).await;
        world.pass(2_000);
        nadia.get(WHOLE).await.is(200);
        assert_eq!(world.visitor().post(WHOLE, &fields).await.leads(), receipt);
        nadia.post(WHOLE, &late).await.is(410);
        assert_eq!(world.rows("response").await, 1);
    }

    async fn what_cannot_be_stored_just_now_stays_on_the_page(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        let page = nadia.get(WHOLE).await;
        let (key, shown) = (page.field("@response"), page.field("@shown"));
        let fields = [("@response", &*key), ("@shown", &*shown), ("who", "never"), ("one_change", "Drums <3")];
        world.column("alter table response rename to away").await;
        let back = nadia.post(WHOLE, &fields).await.is(503).says("We could not save that just now").says("Drums &lt;3");
        assert_eq!((back.field("@response"), back.field("@shown")), (key.clone(), shown.clone()));
        world.column("alter table away rename to response").await;
        nadia.post(WHOLE, &fields).await.leads();
        assert_eq!(world.rows("response").await, 1);
    }

    async fn the_language_is_that_of_the_form(world: World) {
        let world = world.riverside().await;
        let amina = world.visitor();
        amina.get(&format!("{WHOLE}?lang=ur")).await.leads();
        let page = amina.get(WHOLE).await.is(200).says("dir=\"rtl\"").says("/waiting/ur");
        let (key, shown) = (page.field("@response"), page.field("@shown"));
        // Another language at the press of a button keeps what was typed, and the key.
        let polish = [("@response", &*key), ("@shown", &*shown), ("one_change", "ڈھول"), ("@lang", "pl")];
        let polish = amina.post(WHOLE, &polish).await.is(200).says("ڈھول").says("lang=\"pl\"");
        assert_eq!(polish.field("@response"), key);
        assert_eq!(polish.field("@shown").split('.').next_back(), Some("pl"));
        // Sent when the browser has forgotten which it was.
        world.visitor().post(WHOLE, &[("@response", &*key), ("@shown", &*shown), ("who", "never")]).await.leads();
        assert_eq!(world.column("select language from response").await, ["ur"]);
    }

    async fn words_are_not_asked_of_children_whose_age_nobody_knows(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(BY_AGE).await;
        let kit = world.visitor();
        let page = kit.get(&format!("{survey}/all")).await.is(200).says("What would you change?").hides("name=\"secret\"");
        let key = page.field("@response");
        let fields = [("@response", &*key), ("age", "young"), ("change", "drums")];
        // Nor can they be sent.
        kit.post(&format!("{survey}/all"), &[&fields[..], &[("secret", "My name")]].concat()).await.is(400);
        kit.post(&format!("{survey}/all"), &fields).await.leads();
        let stored = world.column("select answers from response").await;
        assert_eq!(stored, [r#"{"age":{"choice":"young"},"change":{"choice":"drums"}}"#], "it was not asked");
        // Page by page it is known in time.
        let path = kit.begin(&survey).await;
        let next = kit.post(&path, &[("age", "young")]).await.leads();
        kit.get(&next).await.is(200).says("name=\"secret\"");
    }

    async fn strange_forms_are_refused(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        let page = nadia.get(WHOLE).await;
        let (key, shown) = (page.field("@response"), page.field("@shown"));
        let wave = shown.split('.').next().unwrap();
        for strange in [
            &[("@response", &*key), ("who", "never"), ("extra", "1")][..],
            &[("@response", &*key), ("who", "never"), ("@shown", &*shown), ("@shown", &*shown)],
            &[("@response", &*key), ("who", "never"), ("@shown", "no_dot")],
            &[("@response", &*key), ("who", "never"), ("@shown", &*format!("{wave}.fr"))],
            &[("@response", "made.up"), ("who", "never")],
            &[("who", "never")],
        ] {
            nadia.post(WHOLE, strange).await.is(400);
        }
        assert_eq!(world.rows("response").await, 0);
        // A survey of one section is on one page at its own address.
        let survey = world.publish(ONE_PAGE).await;
        assert_eq!(nadia.get(&format!("{survey}/all")).await.leads(), survey);
        nadia.get(&survey).await.is(200).says(format!("action=\"{survey}\"")).hides("/all\"").says("offline.js");
    }

    async fn what_the_browser_keeps_is_there(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        let page = nadia.get(WHOLE).await.is(200).says("autocomplete=\"off\"").hides("postal-code");
        assert_eq!(page.headers["cache-control"], "no-store");
        let page = page.says("this page may leave a copy of itself on this device").says("href=\"#Copy\"");
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("worker-src 'self'; connect-src 'self'"), "{policy}");
        let keep = page.html.split_once("data-keep=\"").unwrap().1.split('"').next().unwrap();
        assert_eq!(keep.split(' ').count(), 5, "{keep}");
        for part in keep.split(' ') {
            nadia.get(part).await.is(200);
        }
        let worker = nadia.get("/sw.js").await.is(200);
        assert_eq!(worker.headers["cache-control"], "no-cache");
        assert!(worker.headers["content-type"].to_str().unwrap().starts_with("text/javascript"));
        nadia.get("/waiting/pl").await.is(200).says("lang=\"pl\"").says("Twoje odpowiedzi czekają na tym urządzeniu");
        nadia.get("/waiting/polski").await.is(404);
        // Pages of the ordinary survey, and of staff, have none of it.
        nadia.get(SURVEY).await.is(200).hides("<script");
    }

    async fn twenty_questions_weigh_little(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(&twenty()).await;
        let page = world.visitor().get(&format!("{survey}/all")).await.is(200);
        assert_eq!(page.html.matches("class=\"question\"").count(), 20);
        let linked = page.html.split(['"', ' ']).filter(|part| part.starts_with("/assets/") && !part.contains("waiting.js"));
        let parts: std::collections::BTreeSet<_> = linked.chain(["/sw.js"]).map(str::to_owned).collect();
        let client = reqwest::Client::new();
        let mut total = 0;
        for part in parts.into_iter().chain([format!("{survey}/all")]) {
            let asked = client.get(format!("{}{part}", world.base())).header(header::ACCEPT_ENCODING, "gzip");
            let weight = asked.send().await.unwrap().bytes().await.unwrap().len();
            assert!(weight > 100, "{part} is empty");
            total += weight;
        }
        assert!(total < 15 * 1024, "{total} bytes");
    }
}
