//! Pages in the reader's language: found by what the browser asks for, changed in the middle of a page without losing a
//! word, and marked where a text is in another.

use reqwest::Method;

use crate::{sending::ONE_PAGE, stories, visitor::Page, world::World};

const SURVEY: &str = "/riverside/s/music_and_your_family";

/// A survey of two pages, the second of them for readers of Polish only.
const MIXED: &str = r#"{
    "key": "mixed", "title": {"en": "Mixed", "pl": "Mieszana"}, "welcome": {"en": "Hello", "pl": "Witaj"},
    "thanks": {"en": "Thanks", "pl": "Dzięki"}, "languages": ["en", "pl"], "audiences": ["young_person"], "minutes": 1,
    "sections": [
        {"key": "everyone", "title": {"en": "All", "pl": "Wszystko"}, "questions": [
            {"key": "like", "kind": "yes_no", "text": {"en": "Do you like it?", "pl": "Podoba Ci się?"}}]},
        {"key": "poles", "title": {"en": "Poles", "pl": "Po polsku"}, "condition": {"language": ["pl"]}, "questions": [
            {"key": "why", "kind": "long_text", "max_length": 200, "text": {"en": "Why?", "pl": "Dlaczego?"}}]}
    ]
}"#;

impl Page {
    /// The language that a cookie of this page sets.
    fn chooses(&self) -> Option<&str> {
        let mut cookies = self.headers.get_all("set-cookie").into_iter().map(|cookie| cookie.to_str().unwrap());
        cookies.find_map(|cookie| cookie.strip_prefix("lang=")?.split(';').next())
    }
}

stories! {
    async fn someone_changes_the_language_twice_on_a_page_half_filled(world: World) {
        let world = world.riverside().await;
        let zofia = world.visitor();
        zofia.begin(SURVEY).await;
        zofia.post(&format!("{SURVEY}/family"), &[("who", "never"), ("children_count", "one")]).await.leads();
        let saved = world.rows("draft_answer").await;
        let page = format!("{SURVEY}/your_words");
        let typed = [("one_change", "Więcej <b>chóru</b>\nw sobotę"), ("want_a_say", "yes"), ("@lang", "pl")];
        let polish = zofia.post(&page, &typed).await.is(200).says(r#"<html lang="pl" dir="ltr">"#);
        assert_eq!(polish.chooses(), Some("pl"));
        polish.says("Jaką jedną rzecz moglibyśmy zmienić?").says("\nWięcej &lt;b&gt;chóru&lt;/b&gt;\nw sobotę</textarea>")
            .says(r#"value="yes" checked"#).says("Zapisz i przejdź dalej").hides("role=\"alert\"").hides("lang=\"en\" dir=\"ltr\">What");
        assert_eq!(world.rows("draft_answer").await, saved, "changing the language saves nothing");
        assert_eq!(world.column("select language from draft").await, ["pl"]);

        // Nothing is judged, not even what is far too long.
        let long = "ن".repeat(1_200);
        let urdu = zofia.post(&page, &[("one_change", &long), ("@lang", "ur")]).await.is(200);
        urdu.says(r#"<html lang="ur" dir="rtl">"#).says(&long).hides("role=\"alert\"");
        zofia.post(&page, &[("one_change", &long)]).await.is(422).says("غلطی:").says("\u{2068}1,200\u{2069}").says(&long);
        // The machine-made draft says so, in its own language.
        zofia.get(&page).await.is(200).says("انگریزی متن مانا جائے گا").says(r#"<button class="quiet" name="@lang" value="pl" lang="pl""#);

        for section in ["child_1", "music", "welcome", "barriers", "your_words", "about_children", "about_you", "place"] {
            zofia.post(&format!("{SURVEY}/{section}"), &[]).await.leads();
        }
        // The page that shows all answers has nothing to lose: its languages are links.
        let check = zofia.get(&format!("{SURVEY}/check")).await.is(200).says("اپنے جواب دیکھ لیں");
        check.says(format!(r#"<a href="{SURVEY}/check?lang=pl" lang="pl" hreflang="pl" dir="ltr">Polski</a>"#));
        let before = world.everything().await;
        let chosen = zofia.get(&format!("{SURVEY}/check?lang=pl")).await;
        assert_eq!((chosen.chooses(), &*chosen.location), (Some("pl"), &*format!("{SURVEY}/check")));
        assert_eq!(world.everything().await, before, "looking at a page changes nothing on the server");
        zofia.get(&format!("{SURVEY}/check")).await.is(200).says("Sprawdź swoje odpowiedzi");
        let receipt = zofia.send(SURVEY).await.leads();
        assert_eq!(world.column("select language from response").await, ["pl"]);
        zofia.get(&receipt).await.is(200).says("Twoje odpowiedzi z dnia 22 listopada 2026 są zapisane.");
        // Whoever opens it elsewhere reads it as it was answered.
        world.visitor().get(&receipt).await.is(200).says(r#"<html lang="pl""#);
    }

    async fn the_draft_remembers_what_was_read(world: World) {
        let world = world.riverside().await;
        let zofia = world.visitor();
        zofia.begin(SURVEY).await;
        zofia.get(&format!("{SURVEY}?lang=ur")).await.leads();
        assert_eq!(world.column("select language from draft").await, ["en"], "a page that is looked at writes nothing");
        zofia.post(&format!("{SURVEY}/family"), &[("who", "never")]).await.leads();
        assert_eq!(world.column("select language from draft").await, ["ur"]);
        let stopped = zofia.post(&format!("{SURVEY}/stop"), &[]).await.is(200);
        stopped.says("آپ کے جواب مٹا دیے گئے ہیں");
    }

    async fn the_first_visit_follows_the_browser(world: World) {
        let world = world.riverside().await;
        let amina = world.visitor();
        let ask = async |path: &str, accepted: &str| amina.ask(Method::GET, path, Vec::new(), &[("accept-language", accepted)]).await;
        ask(SURVEY, "ur-PK,ur;q=0.9,en;q=0.5").await.is(200).says(r#"<html lang="ur" dir="rtl">"#).says("موسیقی اور آپ کا خاندان");
        ask(SURVEY, "fr,pl;q=0.3").await.is(200).says(r#"<html lang="pl" dir="ltr">"#);
        ask(SURVEY, "cy").await.is(200).says(r#"<html lang="en" dir="ltr">"#).hides("machine");
        // The front pages are there in every language of ours; the plan, and what staff see, in English.
        ask("/", "so").await.is(200).says(r#"<html lang="so" dir="ltr">"#);
        ask("/riverside", "pl").await.is(200).says("Muzyka i Twoja rodzina").says("Nasz plan (po angielsku)");
        ask("/riverside/plan", "pl").await.is(200).says(r#"<html lang="en""#);
        ask("/staff/there/is/nothing/here", "pl").await.is(404).says(r#"<html lang="en""#);
        // A draft begins in the language of the page.
        amina.ask(Method::POST, &format!("{SURVEY}/start"), Vec::new(), &[("accept-language", "ur")]).await.leads();
        assert_eq!(world.column("select language from draft").await, ["ur"]);
    }

    async fn errors_are_said_in_the_readers_language(world: World) {
        let world = world.riverside().await;
        let amina = world.visitor();
        amina.get("/riverside?lang=pl").await.leads();
        amina.get("/riverside/nothing").await.is(404).says("Nie możemy znaleźć tej strony").says(r#"<html lang="pl""#);
        amina.get(&format!("{SURVEY}/family")).await.is(410).says("Nie mamy tutaj Twoich odpowiedzi");
        amina.get(&format!("{SURVEY}/send")).await.is(405).says("Tutaj to nie działa");
        amina.ask(Method::GET, "/nothing", Vec::new(), &[("accept-encoding", "gzip")]).await.is(404).says("Nie możemy");
    }

    async fn a_text_that_is_missing_falls_back_and_says_so(world: World) {
        let world = world.riverside().await;
        let amina = world.visitor();
        amina.get("/riverside?lang=cy").await.leads();
        amina.get("/riverside").await.is(200).says("Dywedwch eich dweud")
            .says(r#"<span lang="en" dir="ltr">Music and your family</span>"#);
        amina.get("/riverside?lang=ar").await.leads();
        amina.get("/riverside").await.is(200).says(r#"<html lang="ar" dir="rtl">"#)
            .says(r#"<span lang="en" dir="ltr">Music and your family</span>"#).says("<bdi>Riverside Music Service</bdi>");
    }

    async fn a_whole_survey_on_one_page_changes_its_language_too(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        world.visitor().get(&survey).await.is(200).hides("@lang");
        let both = ONE_PAGE.replace("one_page", "two_tongues").replace(r#"["en"]"#, r#"["en", "ur"]"#);
        let both = both.replace(r#"{"en": "#, r#"{"ur": "ہاں؟", "en": "#);
        let survey = world.publish(&both).await;
        let amina = world.visitor();
        let key = amina.get(&survey).await.is(200).says(r#"value="ur""#).field("@response");
        let typed = [("@response", &*key), ("why", "ڈھول"), ("postcode", "RV1 1AA"), ("@lang", "ur")];
        let urdu = amina.post(&survey, &typed).await.is(200).says("ڈھول").says("RV1 1AA").says("ہاں؟").hides("role=\"alert\"");
        assert_eq!((urdu.chooses(), urdu.field("@response")), (Some("ur"), key.clone()));
        assert!(!world.everything().await.contains("RV1 1AA"));
        amina.post(&survey, &[("@response", &*key), ("like", "yes"), ("why", "ڈھول"), ("postcode", "")]).await.leads();
        assert_eq!(world.column("select language from response").await, ["ur"]);
    }

    async fn a_page_that_only_one_language_has_is_left_with_it(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(MIXED).await;
        let zofia = world.visitor();
        zofia.get(&format!("{survey}?lang=pl")).await.leads();
        zofia.begin(&survey).await;
        let next = zofia.post(&format!("{survey}/everyone"), &[("like", "yes")]).await.leads();
        assert_eq!(next, format!("{survey}/poles"));
        let left = zofia.post(&next, &[("why", "lubię"), ("@lang", "en")]).await;
        assert_eq!(left.chooses(), Some("en"));
        assert_eq!(left.leads(), format!("{survey}/check"));
    }

    async fn languages_that_nobody_offered_are_refused(world: World) {
        let world = world.riverside().await;
        let zofia = world.visitor();
        zofia.begin(SURVEY).await;
        for fields in [&[("@lang", "cy")][..], &[("@lang", "pl"), ("@lang", "ur")], &[("@lang", "")], &[("@lang", "pl"), ("extra", "1")]] {
            zofia.post(&format!("{SURVEY}/family"), fields).await.is(400);
        }
        // What is no language is no choice, and what the survey is not in shows in English.
        for odd in ["?lang=%3Cb%3E", "?lang=", "?language=pl"] {
            let page = zofia.get(&format!("{SURVEY}{odd}")).await.is(200);
            assert_eq!(page.chooses(), None);
        }
        assert_eq!(zofia.get(&format!("{SURVEY}?lang=cy")).await.chooses(), Some("cy"));
        zofia.get(SURVEY).await.is(200).says(r#"<html lang="en""#);
    }
}
