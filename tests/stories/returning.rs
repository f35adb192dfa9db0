//! Nadia stops, and goes on elsewhere with six words; and finds her receipt again.

use futures_util::future::join_all;
use heard::clock::DAY;

use crate::{
    sending::ONE_PAGE,
    stories,
    visitor::{Page, Visitor},
    world::World,
};

const SURVEY: &str = "/riverside/s/music_and_your_family";
const FAMILY: [(&str, &str); 2] = [("who", "never"), ("children_count", "one")];

/// Begins, answers the first page and stops there; gives the six words.
async fn stopped(person: &Visitor) -> String {
    person.begin(SURVEY).await;
    let stop = [FAMILY[0], FAMILY[1], ("@then", "stop")];
    let given = person.post(&format!("{SURVEY}/family"), &stop).await.leads();
    six_words(&person.get(&given).await.is(200))
}

fn six_words(page: &Page) -> String {
    let words: Vec<_> =
        page.html.split("class=\"code\">").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    assert_eq!(words.len(), 6, "{}", page.html);
    words.join(" ")
}

async fn type_words(person: &Visitor, words: &str) -> Page {
    person.post(&format!("{SURVEY}/return"), &[("words", words)]).await
}

/// The cookies that a page sets.
fn cookies(page: &Page) -> Vec<&str> {
    page.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap()).collect()
}

stories! {
    async fn someone_goes_on_elsewhere_with_six_words(world: World) {
        let world = world.riverside().await;
        let (phone, laptop) = (world.visitor(), world.visitor());
        phone.get(SURVEY).await.is(200).says("Go on with your six words");
        let words = stopped(&phone).await;
        let shown = phone.get(&format!("{SURVEY}/code")).await.is(200).says("The words work until 6 December 2026.");
        shown.says(format!("{}{SURVEY}/return", world.base())).says("until you close the browser");
        // Only what follows from the words by our secret is kept.
        let everything = world.everything().await;
        // Texts of the demonstration hold some of the words, but not two of them as they were given.
        let given: Vec<_> = words.split(' ').collect();
        assert!(given.windows(2).all(|two| !everything.contains(&two.join(" "))), "{words}");

        laptop.get(&format!("{SURVEY}/return")).await.is(200).says("The words are English");
        let loud = words.to_uppercase().replace(' ', ", ");
        let moved = type_words(&laptop, &format!(" {loud}. ")).await;
        assert!(cookies(&moved).iter().all(|cookie| !cookie.contains("Max-Age")), "{:?}", cookies(&moved));
        assert_eq!(laptop.get(&moved.leads()).await.leads(), format!("{SURVEY}/child_1"));
        laptop.get(&format!("{SURVEY}/family")).await.is(200).says(r#"value="never" checked"#);

        // One device at a time has it, and the other is told.
        for away in ["family", "check"] {
            let told = phone.get(&format!("{SURVEY}/{away}")).await.is(410);
            told.says("on another device now").says(format!("{SURVEY}/return")).hides("never");
        }
        phone.post(&format!("{SURVEY}/family"), &FAMILY).await.is(410).says("on another device now");
        type_words(&phone, &words).await.leads();
        laptop.get(&format!("{SURVEY}/family")).await.is(410).says("on another device now");

        for section in ["child_1", "music", "welcome", "barriers", "your_words", "about_children", "about_you", "place"] {
            phone.post(&format!("{SURVEY}/{section}"), &[]).await.leads();
        }
        phone.get(&format!("{SURVEY}/check")).await.is(200).says("Save and stop here").says("The words work until");
        phone.send(SURVEY).await.leads();
        assert_eq!(world.rows("draft").await + world.rows("draft_answer").await, 0);
        type_words(&laptop, &words).await.is(422).says("find no answers with these words");
        laptop.get(&format!("{SURVEY}/family")).await.is(410).hides("another device");
    }

    async fn whoever_asks_twice_has_the_same_words(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        let words = stopped(&nadia).await;
        nadia.post(&format!("{SURVEY}/code"), &[]).await.leads();
        assert_eq!(six_words(&nadia.get(&format!("{SURVEY}/code")).await), words);
        let other = world.visitor();
        assert_ne!(stopped(&other).await, words);
        // Nobody is shown words that they did not ask for.
        let third = world.visitor();
        third.begin(SURVEY).await;
        assert_eq!(third.get(&format!("{SURVEY}/code")).await.leads(), format!("{SURVEY}/family"));
        third.post(&format!("{SURVEY}/leave"), &[]).await.leads();
        third.get(&format!("{SURVEY}/family")).await.is(200);
        world.visitor().post(&format!("{SURVEY}/code"), &[]).await.is(410);
    }

    async fn stopping_in_the_middle_keeps_what_was_typed(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        nadia.begin(SURVEY).await;
        // The first question needs an answer, and is left for later.
        nadia.post(&format!("{SURVEY}/family"), &[("children_count", "two"), ("@then", "stop")]).await.leads();
        nadia.get(&format!("{SURVEY}/family")).await.is(200).says(r#"value="two" checked"#);
        assert_eq!(nadia.get(&format!("{SURVEY}/check")).await.leads(), format!("{SURVEY}/family"));
        assert_eq!(world.rows("draft_answer").await, 1, "what was passed over is still to be asked");
        // What cannot be read would be lost, so it comes back.
        let wrong = [("postcode", "RV6"), ("@then", "stop")];
        nadia.post(&format!("{SURVEY}/place"), &wrong).await.is(422).says("RV6").says("role=\"alert\"");
        // An answer that was taken back stays so.
        nadia.post(&format!("{SURVEY}/music"), &[("music_importance", "point_9")]).await.leads();
        nadia.post(&format!("{SURVEY}/music"), &[("@then", "stop")]).await.leads();
        assert_eq!(world.column("select answer from draft_answer where question = 'music_importance'").await, ["\"skipped\""]);
        for then in [&[("@then", "pause")][..], &[("@then", "")], &[("@then", "stop"), ("@then", "stop")]] {
            nadia.post(&format!("{SURVEY}/music"), then).await.is(400);
        }
    }

    async fn words_that_lead_nowhere(world: World) {
        let world = world.riverside().await;
        let (nadia, paul) = (world.visitor(), world.visitor());
        let words = stopped(&nadia).await;
        for (typed, says) in [
            ("", "Write all six words. You wrote 0"),
            ("acorn acorn", "Write all six words. You wrote 2"),
            ("acorn <xylophon> acorn", "None of our words is “xylophon”"),
            ("acorn acorn acorn acorn acorn acorn", "find no answers with these words"),
        ] {
            let back = type_words(&paul, typed).await.is(422).says(says).says("Error: ").says("href=\"#words\"");
            back.says(typed.replace('<', "&lt;").replace('>', "&gt;"));
        }
        // A word that is wrong is named, whatever the others are.
        let rest = words.split_once(' ').unwrap().1;
        type_words(&paul, &format!("xylophon {rest}")).await.is(422).says("“xylophon”").hides("find no answers");
        for forged in [&[("words", &*words), ("words", &*words)][..], &[("words", &*words), ("extra", "1")]] {
            paul.post(&format!("{SURVEY}/return"), forged).await.is(400);
        }
        let survey = world.publish(&ONE_PAGE.replace("one_page", "other").replace("\"minutes\": 1,", "\"minutes\": 1, \"pace\": \"question\",")).await;
        paul.post(&format!("{survey}/return"), &[("words", &words)]).await.is(422).says("find no answers");
        world.pass(14 * DAY);
        type_words(&paul, &words).await.is(422).says("find no answers with these words");
        world.pass(15 * DAY);
        paul.get(&format!("{SURVEY}/return")).await.is(410).says("closed");
    }

    async fn two_devices_at_once(world: World) {
        let world = world.riverside().await;
        let words = stopped(&world.visitor()).await;
        let devices: Vec<_> = (0..8).map(|_| world.visitor()).collect();
        join_all(devices.iter().map(async |device| type_words(device, &words).await.leads())).await;
        let pages = join_all(devices.iter().map(async |device| device.get(&format!("{SURVEY}/family")).await)).await;
        assert_eq!(pages.iter().filter(|page| page.status.as_u16() == 200).count(), 1);
        assert_eq!((world.rows("draft").await, world.rows("draft_answer").await > 0), (1, true));
    }

    async fn tries_at_words_get_nowhere(world: World) {
        let world = world.riverside().await;
        let words = stopped(&world.visitor()).await;
        let guesser = world.visitor();
        let tries = (0..200).map(async |_| type_words(&guesser, "acorn acorn acorn acorn acorn zoo").await);
        let answers = join_all(tries).await;
        let count = |status: u16| answers.iter().filter(|page| page.status.as_u16() == status).count();
        assert_eq!((count(422), count(429)), (120, 80));
        // Not even the right ones: whoever tries must not learn that they were.
        type_words(&guesser, &words).await.is(429);
        world.pass(1_000);
        type_words(&guesser, &words).await.leads();
    }

    async fn nothing_stays_on_a_device_that_is_left(world: World) {
        let world = world.riverside().await;
        let library = world.visitor();
        let words = stopped(&library).await;
        let left = library.post(&format!("{SURVEY}/leave"), &[]).await.is(200).says("Nothing is left on this device");
        assert!(cookies(&left)[0].contains("Max-Age=0"), "{:?}", left.headers);
        library.get(SURVEY).await.is(200).hides("begun already");
        library.get(&format!("{SURVEY}/family")).await.is(410).hides("another device");
        let home = world.visitor();
        type_words(&home, &words).await.leads();
        home.get(&format!("{SURVEY}/family")).await.is(200).says(r#"value="never" checked"#);
        home.post(&format!("{SURVEY}/stop"), &[]).await.is(200);
        type_words(&library, &words).await.is(422);
        assert_eq!(world.rows("draft").await + world.rows("draft_answer").await, 0);
    }

    async fn a_receipt_is_found_again(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(ONE_PAGE).await;
        let nadia = world.visitor();
        let key = nadia.get(&survey).await.field("@response");
        let path = nadia.post(&survey, &[("@response", &*key), ("like", "yes"), ("why", ""), ("postcode", "")]).await.leads();
        let receipt = path.strip_prefix("/r/").unwrap();
        let page = nadia.get(&path).await.is(200).says(format!("{}/r", world.base()));
        page.says("After 20 December 2026 it has the results of this survey").says("Note it down, or print this page");

        let other = world.visitor();
        other.get("/r").await.is(200).says("26 letters and figures");
        let grouped: Vec<_> = receipt.as_bytes().chunks(4).map(|group| str::from_utf8(group).unwrap()).collect();
        let written = [grouped.join("-").to_uppercase(), grouped.join(" "), format!("{}{path}", world.base())];
        for typed in &written {
            assert_eq!(other.post("/r", &[("receipt", typed)]).await.leads(), path);
        }
        other.post("/r", &[("receipt", "ABCD")]).await.is(422).says("ABCD").says("href=\"#receipt\"");
        other.post("/r", &[("receipt", receipt), ("receipt", receipt)]).await.is(400);
        let never = "/r/aaaaaaaaaaaaaaaaaaaaaaaaaa";
        let before = other.get(never).await.is(404).says("find nothing with this receipt");
        // One wrong letter can be mended.
        assert_eq!(other.post("/r", &[("receipt", "aaaaaaaaaaaaaaaaaaaaaaaaaa")]).await.leads(), never);
        let before = before.says("value=\"AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AA\"").says("href=\"#receipt\"");
        let before = before.html.replace("AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AA", &written[0]);
        other.post(&format!("{path}/withdraw"), &[]).await.is(200);
        for gone in [other.get(&path).await.is(404), other.post(&format!("{path}/withdraw"), &[]).await.is(404)] {
            assert_eq!(gone.html, before, "what was taken out answers as what never was");
        }
    }
}
