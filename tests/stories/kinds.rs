//! Kit, 11, answers questions of every kind; staff look at them in the gallery.

use serde_json::{Value, json};

use crate::{stories, world::World};

fn text(text: &str) -> Value {
    json!({ "en": text })
}

/// Two pages, the second of which depends on the first and repeats a word from it, and a last one for some.
pub fn survey() -> String {
    let labelled = |key: &str, words: &str| json!({ "key": key, "text": text(words) });
    let point = |key: &str, value: u8| json!({ "key": key, "text": text(key), "value": value });
    json!({
        "key": "your_band", "title": text("Your band"), "welcome": text("Tell us."), "thanks": text("Thanks."),
        "languages": ["en"], "audiences": ["young_person"], "minutes": 2,
        "sections": [
            { "key": "you", "title": text("You"), "questions": [
                { "key": "band", "kind": "short_text", "max_length": 30, "text": text("What is your band called?") },
                { "key": "age", "kind": "single", "required": true, "text": text("How old are you?"), "options": [
                    { "key": "small", "text": text("Under 9"), "age_band": "under_9" },
                    { "key": "big", "text": text("9 to 12"), "age_band": "nine_to_12" } ] } ] },
            { "key": "music", "title": text("Music"), "condition": { "age_band": ["nine_to_12"] }, "questions": [
                { "key": "best", "kind": "ranking", "places": 2, "text": text("What does {answer:band|your band} play best?"),
                  "options": [labelled("rock", "Rock"), labelled("folk", "Folk"), labelled("grime", "Grime")] },
                { "key": "since", "kind": "date", "precise_to": "month", "text": text("Since when?") },
                { "key": "feel", "kind": "grid", "text": text("How is it?"),
                  "statements": [labelled("fun", "It is fun."), labelled("mine", "It is mine.")],
                  "options": [point("yes", 2), point("no", 1)] },
                { "key": "where", "kind": "several", "text": text("Where do you play?"), "options": [
                    labelled("school", "At school"), { "key": "other", "text": text("Elsewhere"), "other": true } ] },
                { "key": "quote", "kind": "consent", "text": text("Your words"), "agree": text("You may show them.") } ] },
            { "key": "quoting", "title": text("Your words"), "questions": [
                { "key": "words", "kind": "long_text", "max_length": 200, "text": text("What shall we show?") } ],
              "condition": { "answer": { "question": "quote", "is": ["yes"] } } },
        ]
    })
    .to_string()
}

const MUSIC: [(&str, &str); 9] = [
    ("best.1", "grime"),
    ("best.2", ""),
    ("since.month", "May"),
    ("since.year", "2024"),
    ("feel.fun", "yes"),
    ("where", "school"),
    ("where", "other"),
    ("where.@other", "In <our> garage"),
    ("quote", "yes"),
];

stories! {
    async fn every_kind_is_answered_checked_and_stored(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(&survey()).await;
        let kit = world.visitor();
        let you = kit.begin(&survey).await;
        // Which pages there are depends on the age.
        kit.get(&you).await.is(200).says("Part 1 of 3 or fewer").says("I don’t understand this question");
        let music = kit.post(&you, &[("band", "The <i>Loud</i>"), ("age", "big")]).await.leads();
        kit.get(&music).await.is(200).says("What does The &lt;i&gt;Loud&lt;/i&gt; play best?").says("Part 2 of 3 or fewer");
        assert_eq!(kit.post(&music, &MUSIC).await.leads(), format!("{survey}/quoting"));
        kit.get(&music).await.is(200).says(r#"<option value="grime" selected>"#).says(r#"value="In &lt;our&gt; garage""#);
        kit.post(&format!("{survey}/quoting"), &[("words", ""), ("words", "@not_understood")]).await.leads();

        let check = kit.get(&format!("{survey}/check")).await.is(200);
        let check = check.says("play best?").says("1. Grime").says("May 2024").says("It is fun.: <strong>yes</strong>");
        check.says("Elsewhere: <bdi>In &lt;our&gt; garage</bdi>").says("I don’t understand this question").says("Yes");
        kit.send(&survey).await.leads();
        let stored: Value = serde_json::from_str(&world.column("select answers from response").await[0]).unwrap();
        assert_eq!(stored, json!({
            "age": { "choice": "big" },
            "band": { "text": "The <i>Loud</i>" },
            "best": { "ranking": ["grime"] },
            "feel": { "grid": { "fun": "yes" } },
            "quote": { "choice": "yes" },
            "since": { "date": "2024-05" },
            "where": { "with_other": { "chosen": ["school", "other"], "other": "In <our> garage" } },
            "words": "not_understood",
        }));
    }

    async fn what_is_mistyped_comes_back_and_leads_to_its_place(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(&survey()).await;
        let kit = world.visitor();
        let you = kit.begin(&survey).await;
        let music = kit.post(&you, &[("age", "big")]).await.leads();
        kit.get(&music).await.is(200).says("What does your band play best?");
        for (fields, place) in [
            (&[("best.1", "rock"), ("best.2", "rock")][..], "#best-Place2"),
            (&[("best.1", ""), ("best.2", "rock")], "#best"),
            (&[("since.month", "5"), ("since.year", "24")], "#since-Year"),
            (&[("where", "other"), ("where.@other", " ")], "#where-Other"),
            (&[("where", "school"), ("where", "@not_understood")], "#where"),
        ] {
            let back = kit.post(&music, fields).await.is(422);
            back.says(format!("href=\"{place}\"")).says(format!("id=\"{}\"", &place[1..])).says("Error: ");
        }
        for strange in [("best.3", "rock"), ("feel.other", "yes"), ("since.day", "1"), ("band", "x"), ("quote.@other", "x")] {
            kit.post(&music, &[strange]).await.is(400).says("did not ask");
        }
        // A way that is left again: the answers stay in the draft, and do not count.
        kit.post(&music, &MUSIC).await.leads();
        assert_eq!(kit.post(&you, &[("age", "small")]).await.leads(), format!("{survey}/check"));
        // Whoever has been to the end is asked only what was not asked before.
        assert_eq!(kit.post(&you, &[("age", "big")]).await.leads(), format!("{survey}/quoting"));
        kit.get(&music).await.is(200).says(r#"<option value="grime" selected>"#);
        kit.post(&you, &[("age", "small")]).await.leads();
        kit.send(&survey).await.leads();
        assert_eq!(world.column("select answers from response").await, [r#"{"age":{"choice":"small"},"band":"skipped"}"#]);
    }

    async fn staff_look_at_every_question_in_every_state(world: World) {
        let world = world.riverside().await;
        let ana = world.signed_in("ana@riverside.example").await;
        ana.get("/staff").await.is(200).says("/staff/gallery");
        let gallery = ana.get("/staff/gallery").await.is(200);
        let links: Vec<_> = gallery.html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let pages: Vec<_> = links.into_iter().filter(|link| link.starts_with("/staff/gallery/")).collect();
        assert!(pages.len() >= 13 * 6, "{pages:?}");
        for page in pages {
            let shown = ana.get(page).await.is(200);
            assert_eq!(shown.html.contains("role=\"alert\""), page.ends_with("/wrong") && !page.contains("information"), "{page}");
        }
        gallery.says("<code>&quot;picture&quot;: &quot;bus&quot;</code>").says("</svg>bus</li>");
        ana.get("/staff/gallery/scale/under-9").await.is(200).says("Would you feel welcome here?").says("class=\"pictured\"");
        ana.get("/staff/gallery/scale/easy-read").await.is(200).says("Is that right?").says("<body class=\"easy\">");
        ana.get("/staff/gallery/scale/empty").await.is(200).hides("class=\"pictured\"");
        ana.get("/staff/gallery/date/empty?lang=pl").await.leads();
        ana.get("/staff/gallery/date/empty").await.is(200).says("lang=\"pl\"").says("Nie rozumiem");
        for nowhere in ["/staff/gallery/kazoo/empty", "/staff/gallery/date/loud"] {
            ana.get(nowhere).await.is(404);
        }
    }
}
