//! Whom to invite and when: lists, rounds of mails, addresses that are gone, and when all of them go.

use heard::{clock::DAY, retention::look};

use crate::{
    invitations::{ED, add, invited, letters, list_of, write},
    post_office::{PostOffice, head},
    sending::ONE_PAGE,
    stories,
    world::World,
};

stories! {
    async fn an_address_that_is_not_there_is_told_and_left_alone(world: World) {
        let world = world.riverside().await;
        world.publish(ONE_PAGE).await;
        let (ed, list) = (world.signed_in(ED).await, list_of(&world, "one_page").await);
        add(&ed, &list, "gone.ann@example.org\nbo@example.org").await.is(200);
        write(&ed, &list, "invitation", "", "22 November 2026").await.leads();
        look(&world.app()).await;
        let office = PostOffice::refusing(0);
        assert_eq!(letters(&world, &office).await.len(), 1);
        ed.get(&list).await.says("See them");
        ed.get(&format!("{list}/gone")).await.is(200).says("gone.ann@example.org").hides("bo@example.org");
        world.pass(3 * DAY);
        let ed = world.signed_in(ED).await;
        write(&ed, &list, "reminder", "", "25 November 2026").await.leads();
        look(&world.app()).await;
        assert_eq!(letters(&world, &office).await.len(), 2, "only Bo is reminded");
        ed.post(&format!("{list}/gone"), &[]).await.leads();
        ed.get(&format!("{list}/gone")).await.says("There are none");
        add(&ed, &list, "gone.ann@example.org").await.is(200).says("does not exist");
        // Staff who cannot be reached are another matter: what signs them in is tried again.
        world.pass(400 * DAY);
        look(&world.app()).await;
        assert_eq!(world.rows("undeliverable").await, 0, "an address may come back");
    }

    async fn addresses_go_when_the_wave_closes(world: World) {
        let (world, ed, list, office) = invited(world, 3).await;
        let waiting = world.rows("outbox").await;
        assert_eq!((waiting, world.rows("invitation").await), (3, 3));
        write(&ed, &list, "reminder", "", "1 December 2026").await.leads();
        world.pass(29 * DAY);
        look(&world.app()).await;
        assert_eq!((world.rows("outbox").await, world.rows("invitation").await), (0, 0));
        assert!(letters(&world, &office).await.is_empty());
        let ed = world.signed_in(ED).await;
        ed.get(&list).await.is(200).says("The wave is over");
        add(&ed, &list, "ann@example.org").await.is(400).says("nobody is invited to it any more");
        ed.get(&format!("{list}/write/invitation")).await.is(400);
        let record = world.column("select detail from audit where action = 'addresses deleted'").await;
        assert_eq!(record, ["3 addresses of invited people, because their wave has closed"]);
    }

    async fn a_list_that_cannot_be_read_comes_back_whole(world: World) {
        let world = world.riverside().await;
        world.publish(ONE_PAGE).await;
        let (ed, list) = (world.signed_in(ED).await, list_of(&world, "one_page").await);
        let back = add(&ed, &list, "ann@example.org\nbo at example.org\n<b>").await.is(422);
        back.says("2 lines hold no address").says("Line 2: bo at example.org").says("Line 3: &lt;b&gt;").says("ann@example.org\nbo at");
        assert_eq!(world.rows("invitation").await, 0);
        add(&ed, &list, " \n").await.is(422).says("Write at least one address");
        let too_large = "ann@example.org\n".repeat(140_000);
        ed.upload(&format!("{list}/add"), &[("file", "list.csv", too_large.as_bytes())]).await.is(422).says("2 MB at most");
        ed.upload(&format!("{list}/add"), &[("file", "list.xlsx", b"PK\x03\x04\xff\x00")]).await.is(422).says("not text");
        // A file is kept in the box, because a browser cannot keep it.
        let table = "name;email\nAnn;ann@example.org\nBo;bo.example.org";
        let back = ed.upload(&format!("{list}/add"), &[("file", "list.csv", table.as_bytes())]).await.is(422);
        back.says("Bo;bo.example.org").says("Leave out the lines without an address");
        let left_out: [(&str, &str, &[u8]); 2] = [("list", "", table.as_bytes()), ("leave_out", "", b"yes")];
        ed.upload(&format!("{list}/add"), &left_out).await.is(200).says("1 address is on the list now").says("1 column was passed over");
        let many = (0..10_001).map(|n| format!("p{n}@example.org")).collect::<Vec<_>>().join("\n");
        add(&ed, &list, &many).await.is(422).says("more than 10,000");
        assert_eq!(world.rows("invitation").await, 1);
    }

    async fn mails_are_planned_for_a_day_and_called_off(world: World) {
        let world = world.riverside().await;
        world.publish(ONE_PAGE).await;
        let (ed, list) = (world.signed_in(ED).await, list_of(&world, "one_page").await);
        ed.get(&format!("{list}/write/invitation")).await.is(200).says("Add people first");
        ed.get(&format!("{list}/write/reminder")).await.is(200).says("Nobody was invited yet");
        ed.get(&format!("{list}/write/advert")).await.is(404);
        add(&ed, &list, "ann@example.org").await.is(200);
        let form = ed.get(&format!("{list}/write/invitation")).await.is(200).says("Riverside Music Service asks you: One page");
        form.says("22 November 2026").says("How they read");
        let long = "a".repeat(2_001);
        for (words, day, what) in [
            ("", "soon", "Write a day"), ("", "21 November 2026", "That day is over"), ("", "1 March 2027", "closed by then"),
            (&*long, "22 November 2026", "2,000 letters"),
        ] {
            let back = write(&ed, &list, "invitation", words, day).await.is(422).says(what);
            back.says(words).says(format!(r#"value="{day}""#));
        }
        let looked = [("words.en", "<i>Hello"), ("day", "25 November 2026"), ("look", "yes")];
        ed.post(&format!("{list}/write/invitation"), &looked).await.is(200).says("<p>&lt;i&gt;Hello</p>");
        assert_eq!(world.rows("mailing").await, 0);
        ed.post(&format!("{list}/write/invitation"), &[("words.fr", "x"), ("day", "25 November 2026")]).await.is(400);
        write(&ed, &list, "invitation", "", "25 November 2026").await.leads();
        let id = world.column("select id from mailing").await.remove(0);
        ed.post(&format!("{list}/call-off/{id}"), &[]).await.leads();
        ed.post(&format!("{list}/call-off/{id}"), &[]).await.is(400).says("called off before");
        world.pass(4 * DAY);
        look(&world.app()).await;
        assert_eq!(world.rows("outbox").await, 0);
    }

    async fn a_round_of_many_is_written_once_to_each_across_restarts(world: World) {
        let (mut world, _, _, office) = invited(world, 450).await;
        assert_eq!(world.rows("outbox").await, 450);
        world.restart().await;
        // Signing in is not kept waiting by those that wait.
        world.tamper("update outbox set due = 0").await;
        world.visitor().post("/staff/sign-in", &[("email", ED)]).await.leads();
        let (one, other) = (world.app(), world.app());
        tokio::join!(look(&one), look(&other));
        let letters = letters(&world, &office).await;
        assert_eq!(head(&letters[0], "To"), ED);
        let mut to: Vec<_> = letters[1..].iter().map(|letter| head(letter, "To")).collect();
        to.sort_unstable();
        to.dedup();
        assert_eq!((letters.len(), to.len()), (451, 450));
    }
}
