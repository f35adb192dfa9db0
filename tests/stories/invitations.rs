//! Invitations: a list, mails, links that count once; and nobody who can see who has answered.

use futures_util::future::join_all;
use heard::{clock::DAY, retention::look};

use crate::{
    linking::{as_they_lie, hidden_in_the_crowd, shared_with_responses},
    post_office::{PostOffice, head},
    sending::ONE_PAGE,
    stories,
    visitor::{Page, Visitor},
    world::World,
};

pub const ED: &str = "ed@riverside.example";
const ONE: &str = "/riverside/s/one_page";

/// The page of the list of the one-page survey's wave.
pub async fn list_of(world: &World, survey: &str) -> String {
    let id =
        world.column(&format!("select id from wave where survey = '{survey}' order by opens desc")).await.remove(0);
    format!("/staff/riverside/waves/{id}/invitations")
}

pub async fn add(editor: &Visitor, list: &str, addresses: &str) -> Page {
    editor.upload(&format!("{list}/add"), &[("list", "", addresses.as_bytes())]).await
}

pub async fn write(editor: &Visitor, list: &str, kind: &str, words: &str, day: &str) -> Page {
    editor.post(&format!("{list}/write/{kind}"), &[("words.en", words), ("day", day)]).await
}

/// A link in a mail, within the site.
pub fn link(letter: &str, what: &str) -> String {
    let whole = letter.replace("=\n", "");
    let line = whole.lines().find(|line| line.contains(what) && line.starts_with("http"));
    let line = line.unwrap_or_else(|| panic!("no {what} in {letter}")).trim();
    format!("/{}", line.splitn(4, '/').nth(3).unwrap())
}

fn fields<'f>(key: &'f str, like: &'f str) -> [(&'f str, &'f str); 4] {
    [("@response", key), ("like", like), ("why", "drums"), ("postcode", "")]
}

/// Comes by a link and answers.
async fn answer(person: &Visitor, link: &str) -> Page {
    assert_eq!(person.get(link).await.leads(), ONE, "the code is out of the address");
    let key = person.get(ONE).await.is(200).says("You were invited").field("@response");
    person.post(ONE, &fields(&key, "yes")).await
}

/// The one-page survey with invitations to so many people, in the hands of the post office.
pub async fn invited(world: World, people: usize) -> (World, Visitor, String, PostOffice) {
    let world = world.riverside().await;
    world.publish(ONE_PAGE).await;
    let (ed, list) = (world.signed_in(ED).await, list_of(&world, "one_page").await);
    let addresses = (0..people).map(|n| format!("parent{n}@example.org")).collect::<Vec<_>>().join("\n");
    add(&ed, &list, &addresses).await.is(200).says("on the list now").says("Nothing was sent yet");
    write(&ed, &list, "invitation", "We teach your neighbours’ children.", "22 November 2026").await.leads();
    look(&world.app()).await;
    let office = PostOffice::refusing(0);
    (world, ed, list, office)
}

/// The mails that the post office has once all are sent.
pub async fn letters(world: &World, office: &PostOffice) -> Vec<String> {
    let worker = office.collect_from(world);
    world.until(async || world.rows("outbox").await == 0).await;
    drop(worker);
    office.taken()
}

pub fn to<'l>(letters: &'l [String], address: &str) -> Vec<&'l String> {
    letters.iter().filter(|letter| head(letter, "To") == address).collect()
}

stories! {
    async fn a_parent_is_invited_and_answers_once(world: World) {
        let (world, ed, list, office) = invited(world, 2).await;
        let letters = letters(&world, &office).await;
        assert_eq!(letters.len(), 2);
        let letter = to(&letters, "parent0@example.org")[0];
        assert_eq!(head(letter, "Subject"), "Riverside Music Service asks you: One page");
        assert!(letter.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{letter}");
        let (ann, mine) = (world.visitor(), link(letter, "/invited/"));
        let receipt = answer(&ann, &mine).await.leads();
        ann.get(&receipt).await.is(200).says("You have been heard");
        assert_eq!(world.column("select channel from response").await, ["invitation"]);

        // The link works as before, and the answers do not count twice; everything that was typed is there again.
        let again = answer(&world.visitor(), &mine).await.is(409);
        again.says("Answers were already sent with this invitation").says("drums");
        assert_eq!(world.rows("response").await, 1);
        // One that is none of this wave's, such as that of the last, lets its owner answer as everybody can.
        answer(&world.visitor(), &format!("{ONE}/invited/abcdefghijklmnopqrstuvwxyz")).await.leads();
        assert_eq!(world.column("select channel from response order by channel").await, ["invitation", "web"]);

        // Staff see no more than how many were written to.
        let page = ed.get(&list).await.is(200).says("2 addresses").says("beside the other ways");
        page.hides("parent0").says("Written");
        // Whoever comes by the open link can answer too, without being invited.
        let key = world.visitor().get(ONE).await.hides("You were invited").field("@response");
        world.visitor().post(ONE, &fields(&key, "no")).await.leads();
    }

    async fn page_by_page_too(world: World) {
        let world = world.riverside().await;
        let two = ONE_PAGE.replace(r#""questions": [
        {"key": "like""#, r#""questions": [{"key": "first", "kind": "yes_no", "text": {"en": "First?"}}]}, {"key": "then", "title": {"en": "Then"}, "questions": [
        {"key": "like""#);
        world.publish(&two).await;
        let (ed, list) = (world.signed_in(ED).await, list_of(&world, "one_page").await);
        add(&ed, &list, "ann@example.org").await.is(200);
        write(&ed, &list, "invitation", "", "22 November 2026").await.leads();
        look(&world.app()).await;
        let letters = letters(&world, &PostOffice::refusing(0)).await;
        let mine = link(&letters[0], "/invited/");
        for (round, status) in [(1, 303), (2, 409)] {
            let ann = world.visitor();
            ann.get(&mine).await.leads();
            ann.get(ONE).await.is(200).says("You were invited");
            ann.post(&format!("{ONE}/start"), &[]).await.leads();
            ann.post(&format!("{ONE}/only"), &[("first", "yes")]).await.leads();
            ann.post(&format!("{ONE}/then"), &[("like", "yes"), ("why", ""), ("postcode", "")]).await.leads();
            let key = ann.get(&format!("{ONE}/check")).await.is(200).field("@response");
            ann.post(&format!("{ONE}/send"), &[("@response", &key)]).await.is(status);
            // What was answered is still there.
            assert_eq!(world.rows("draft").await, usize::from(round == 2));
        }
        assert_eq!(world.rows("response").await, 1);
    }

    async fn eight_who_send_at_once_by_one_link_are_one(world: World) {
        let (world, _, _, office) = invited(world, 1).await;
        let mine = link(&letters(&world, &office).await[0], "/invited/");
        let people: Vec<_> = (0..8).map(|_| world.visitor()).collect();
        let pages = join_all(people.iter().map(|person| answer(person, &mine))).await;
        assert_eq!(pages.iter().filter(|page| page.status == 303).count(), 1);
        assert_eq!(pages.iter().filter(|page| page.status == 409).count(), 7);
        assert_eq!(world.rows("response").await, 1);
        // A double press is no second answer either: the first has taken the cookie away.
        let (bo, other) = (world.visitor(), world.visitor());
        let key = bo.get(ONE).await.field("@response");
        bo.post(ONE, &fields(&key, "yes")).await.leads();
        other.get(&mine).await.leads();
        other.post(ONE, &fields(&key, "yes")).await.leads();
        assert_eq!(world.rows("response").await, 2);
    }

    async fn only_who_has_not_answered_is_reminded(world: World) {
        let (world, ed, list, office) = invited(world, 3).await;
        let first = letters(&world, &office).await;
        answer(&world.visitor(), &link(to(&first, "parent1@example.org")[0], "/invited/")).await.leads();
        write(&ed, &list, "reminder", "", "24 November 2026").await.is(422).says("Leave three days between two mails");
        write(&ed, &list, "reminder", "", "25 November 2026").await.leads();
        // Two who press at once plan one round.
        let late = write(&ed, &list, "reminder", "Please do.", "25 November 2026").await.is(409);
        late.says("planned already").says("Please do.");
        look(&world.app()).await;
        assert_eq!(world.rows("outbox").await, 0, "its day has not come");
        world.pass(3 * DAY);
        look(&world.app()).await;
        look(&world.app()).await;
        assert_eq!(world.rows("outbox").await, 2);
        // Who answers while the reminder waits gets none.
        answer(&world.visitor(), &link(to(&first, "parent0@example.org")[0], "/invited/")).await.leads();
        let all = letters(&world, &office).await;
        assert_eq!(all.len(), 4);
        let reminded = to(&all, "parent2@example.org");
        assert_eq!(reminded.len(), 2);
        assert!(reminded[1].contains("we wrote to you some days ago") && !reminded[0].contains("some days ago"));
        assert_eq!(link(reminded[0], "/invited/"), link(reminded[1], "/invited/"), "the link stays the same");
        assert_ne!(head(reminded[0], "Message-ID"), head(reminded[1], "Message-ID"));
        let ed = world.signed_in(ED).await;
        // The page does not say how many were reminded: that would be how many have not answered.
        ed.get(&list).await.says("Reminder, 25 November 2026, 9:00").hides("2 addresses").hides("1 address");
        for day in ["28 November 2026", "1 December 2026"] {
            let ed = world.signed_in(ED).await;
            write(&ed, &list, "reminder", "", day).await.leads();
            world.pass(3 * DAY);
            look(&world.app()).await;
        }
        let ed = world.signed_in(ED).await;
        ed.get(&format!("{list}/write/reminder")).await.is(200).says("reminded three times");
    }

    async fn whoever_wants_no_more_gets_no_more(world: World) {
        let (world, ed, list, office) = invited(world, 3).await;
        let letters = letters(&world, &office).await;
        let stop = link(to(&letters, "parent0@example.org")[0], "/invitations/stop/");
        // Opening the link, as scanners do, changes nothing.
        let page = world.visitor().get(&stop).await.is(200);
        page.says("Do you want no more invitations?").says("Riverside Music Service");
        assert_eq!(world.rows("invitation").await, 3);
        world.visitor().post(&stop, &[]).await.is(200).says("You get no more invitations");
        // The button of a mail program; and once more.
        let header = letters.iter().map(|letter| letter.replace("\n ", " ")).find(|l| head(l, "To") == "parent1@example.org").unwrap();
        let one_click = head(&header, "List-Unsubscribe").trim_matches(['<', '>']).splitn(4, '/').nth(3).unwrap().to_owned();
        for _ in 0..2 {
            world.visitor().post(&format!("/{one_click}"), &[("List-Unsubscribe", "One-Click")]).await.is(200);
        }
        world.visitor().post(&stop, &[("other", "1")]).await.is(400);
        ed.get("/staff/riverside/never-invite").await.is(200);
        ed.post("/staff/riverside/never-invite", &[("email", "nobody")]).await.is(422).says(r#"value="nobody""#);
        ed.post("/staff/riverside/never-invite", &[("email", "Parent2@example.org ")]).await.is(200).says("Done");
        assert_eq!(world.rows("invitation").await, 0);
        let again = add(&ed, &list, "parent0@example.org\nparent1@example.org\nparent2@example.org\nann@example.org").await;
        again.is(200).says("1 address is on the list now").says("3 want no invitations from you");
        assert!(!world.everything().await.contains("parent0@example.org"));
        // The record says that it was done, and not for whom.
        assert!(world.column("select detail from audit").await.iter().all(|detail| !detail.contains("@example.org")));
    }

    async fn only_the_invited(world: World) {
        let world = world.riverside().await;
        world.publish(ONE_PAGE).await;
        world.tamper("update wave set declaration = replace(declaration, '\"participation\"', '\"invited_only\":true,\"participation\"') where survey = 'one_page'").await;
        let (ed, list) = (world.signed_in(ED).await, list_of(&world, "one_page").await);
        ed.get(&list).await.says("Only people who are invited can answer");
        // A poster would lead nobody anywhere.
        let wave = list.trim_end_matches("/invitations");
        ed.get(wave).await.is(200).says("Only people who were invited can answer").hides("Posters").hides("People answer at");
        for page in ["posters", "posters/poster"] {
            ed.get(&format!("{wave}/{page}")).await.is(400).says("A poster would lead nobody to it");
        }
        add(&ed, &list, "ann@example.org").await.is(200);
        write(&ed, &list, "invitation", "", "22 November 2026").await.leads();
        world.pass(2_000);
        look(&world.app()).await;
        let mine = link(&letters(&world, &PostOffice::refusing(0)).await[0], "/invited/");
        let stranger = world.visitor();
        stranger.get(ONE).await.is(403).says("This survey is for people who were invited");
        stranger.post(&format!("{ONE}/start"), &[]).await.is(403);
        let ann = world.visitor();
        ann.get(&mine).await.leads();
        let key = ann.get(ONE).await.is(200).field("@response");
        stranger.post(ONE, &fields(&key, "no")).await.is(403);
        let forger = world.visitor();
        answer(&forger, &format!("{ONE}/invited/abcdefghijklmnopqrstuvwxyz")).await.is(409).says("drums");
        let receipt = ann.post(ONE, &fields(&key, "yes")).await.leads();
        assert_eq!(ann.post(ONE, &fields(&key, "yes")).await.leads(), receipt, "pressed twice");
        assert_eq!(world.rows("response").await, 1);
    }

    async fn nothing_says_which_answers_are_whose(world: World) {
        let (world, _, _, office) = invited(world, 40).await;
        let letters = letters(&world, &office).await;
        for letter in &letters[..20] {
            answer(&world.visitor(), &link(letter, "/invited/")).await.leads();
        }
        look(&world.app()).await;
        for letter in &letters[20..] {
            answer(&world.visitor(), &link(letter, "/invited/")).await.leads();
        }
        look(&world.app()).await;
        let columns = ["wave", "address", "service", "link", "recipient", "mailing"];
        assert_eq!(shared_with_responses(&world, "invitation", &columns).await, Vec::<String>::new());
        let early: Vec<_> = letters[..20].iter().map(|letter| head(letter, "To").to_owned()).collect();
        let app = world.app();
        let hash = |address: &String| heard::mail::address_hash(&app.pepper, address);
        let early: Vec<_> = early.iter().map(hash).collect();
        let lie = as_they_lie(&world, "invitation", "address", "answered = true").await;
        assert_eq!(lie.len(), 40);
        let first_half = lie[..20].iter().filter(|address| early.contains(*address)).count();
        assert!(hidden_in_the_crowd(first_half, 20), "{first_half} of 20");
        assert!(!world.everything().await.contains("parent0@example.org"), "addresses are sealed");
    }
}
