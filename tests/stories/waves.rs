//! Waves: planned whole, open by their days, closed for ever, archived when somebody said what was done; and answers that
//! go when people were told they would.

use heard::{
    clock::{DAY, HOUR},
    retention::forget_expired,
};
use heard_core::answer::Typed;

use crate::{sending::ONE_PAGE, stories, visitor::Visitor, world::World};

const ED: &str = "ed@riverside.example";
const OLIVE: &str = "olive@riverside.example";
const ANA: &str = "ana@riverside.example";
const SURVEY: &str = "/riverside/s/music_and_your_family";
const WAVES: &str = "/staff/riverside/surveys/music_and_your_family/waves";
const FAMILIES: &str = "survey = 'music_and_your_family'";

/// The form of a whole wave in March 2027, the month in which summer time begins on the 28th.
const MARCH: [(&str, &str); 15] = [
    ("first_day", "1 March 2027"),
    ("last_day", "28/3/2027"),
    ("purpose.en", "To see whether the new bus brings more of you."),
    ("purpose.pl", "Żeby zobaczyć, czy nowy autobus pomaga."),
    ("purpose.ur", "یہ دیکھنے کے لیے کہ نئی بس مدد کرتی ہے۔"),
    ("basis", "legitimate_interests"),
    ("monitoring_basis", "explicit_consent"),
    ("keep_months", "24"),
    ("keep_monitoring_months", "6"),
    ("contact", "ask@riverside.example"),
    ("space", "At home and in the library."),
    ("voice", "Easy Read and Polish."),
    ("audience", "The board."),
    ("influence", ""),
    ("rung", "5"),
];

/// The same with other words in some fields.
fn but<'a>(others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let other = |name: &str| others.iter().find(|(field, _)| *field == name).copied();
    let mut fields: Vec<_> = MARCH.iter().map(|field| other(field.0).unwrap_or(*field)).collect();
    fields.extend(others.iter().filter(|(name, _)| !MARCH.iter().any(|field| field.0 == *name)));
    fields
}

/// What can be changed while a wave is open, or after.
fn open_fields<'a>(from: &'a str, last_day: Option<&'a str>, influence: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![("from", from), ("influence", influence)];
    fields.extend(MARCH.iter().filter(|(name, _)| ["contact", "space", "voice", "audience", "rung"].contains(name)));
    fields.extend(last_day.map(|day| ("last_day", day)));
    fields
}

async fn plan(editor: &Visitor, fields: &[(&str, &str)]) -> String {
    editor.post(&format!("{WAVES}/new"), fields).await.leads()
}

/// The page of the wave that is open now.
async fn current(world: &World) -> String {
    let id = world.column(&format!("select id from wave where {FAMILIES} order by opens limit 1")).await.remove(0);
    format!("/staff/riverside/waves/{id}")
}

stories! {
    async fn an_editor_plans_a_wave_and_people_are_told_before_they_begin(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        ed.get(WAVES).await.is(200).says("12 November 2026 to 20 December 2026").says("Open").says("Plan a wave of version 1");
        // What was declared last time stands in the form already.
        ed.get(&format!("{WAVES}/new")).await.is(200).says("hello@riverside.example").says("The steering group, with two parents");
        let wave = plan(&ed, &MARCH).await;
        ed.get(&wave).await.is(200).says("1 March 2027 to 28 March 2027").says("Planned").says("On 28 September 2027");
        let times = "select cast(opens as text) || ' ' || cast(closes as text) from wave order by opens desc limit 1";
        // Midnight in winter time, and the midnight after the day on which summer time began.
        assert_eq!(world.column(times).await, ["1803859200000 1806274800000"]);
        assert_eq!(world.column("select detail from audit where action = 'wave planned'").await, [
            "music_and_your_family, 2027-03-01 to 2027-03-28",
        ]);

        world.pass(1_803_859_200_000 - world.now() - 1);
        world.visitor().get(SURVEY).await.hides("the new bus");
        // What is asked now is believed for a second.
        world.pass(1_001);
        let welcome = world.visitor().get(SURVEY).await.is(200);
        welcome.says("To see whether the new bus brings more of you.").says("The law calls this legitimate interests")
            .says("because you agree to it when you answer").says("We delete your answers on 28 March 2029")
            .says("We delete what you said about yourself on 28 September 2027").says("ask@riverside.example");
        let marta = world.visitor();
        marta.get(&format!("{SURVEY}?lang=pl")).await.leads();
        marta.get(SURVEY).await.says("Żeby zobaczyć").says("28 marca 2029");
        world.visitor().get(&format!("{SURVEY}/paper")).await.is(200).says("the new bus").says("28 March 2029");
        world.pass(1_806_274_800_000 - world.now() - 1);
        world.visitor().get(SURVEY).await.says("Start");
        world.pass(1);
        world.visitor().get(SURVEY).await.says("This survey is closed");
    }

    async fn a_wave_stands_only_with_all_that_people_have_to_be_told(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        let new = format!("{WAVES}/new");
        for (fields, said) in [
            (&[("purpose.pl", "")][..], "Say what the answers are for."),
            (&[("basis", "because")], "Choose by what right you use the answers."),
            (&[("monitoring_basis", "")], "Choose by what right you ask the equality questions."),
            (&[("keep_months", "for ever")], "Write a number of months, from 1 to 120."),
            (&[("keep_monitoring_months", "25")], "Keep them no longer than the other answers."),
            (&[("contact", "  ")], "Say whom people can ask"),
            (&[("audience", "")], "Say who listens, and has the power to act."),
            (&[("rung", "9")], "Choose the rung that is true"),
            (&[("first_day", "soon")], "Write a day, such as 1 March 2027."),
            (&[("last_day", "31 February 2027")], "Write a day, such as 1 March 2027."),
            (&[("last_day", "28 February 2027")], "The last day cannot be before the first."),
            (&[("last_day", "1 April 2028")], "A wave is open for a year at most."),
            (&[("first_day", "21 November 2026"), ("last_day", "21 November 2026")], "That day is over."),
            (&[("first_day", "20 December 2026")], "Another wave of this survey takes answers in that time."),
        ] {
            let page = ed.post(&new, &but(fields)).await.is(422).says(said).says("There is a problem");
            // Whatever was typed is still there.
            page.says("To see whether the new bus brings more of you.").says("Easy Read and Polish.");
        }
        ed.post(&new, &but(&[("staff", "yes")])).await.is(400);
        ed.post(&new, &but(&[("purpose.fr", "Pour savoir")])).await.is(400);
        assert_eq!(world.column(&format!("select id from wave where {FAMILIES}")).await.len(), 1);
        ed.post(&new, &but(&[("first_day", "21 December 2026"), ("last_day", "2026-12-21")])).await.leads();
    }

    async fn a_planned_wave_is_changed_or_called_off_and_two_who_change_it_are_told(world: World) {
        let world = world.riverside().await;
        let (ed, olive) = (world.signed_in(ED).await, world.signed_in(OLIVE).await);
        let wave = plan(&ed, &MARCH).await;
        let change = format!("{wave}/change");
        let from = olive.get(&change).await.is(200).says("the new bus").field("from");
        assert_eq!(ed.post(&change, &but(&[("from", &from), ("contact", "01632 960 001")])).await.leads(), wave);
        let hers = but(&[("from", &from), ("contact", "Olive, on Mondays")]);
        let page = olive.post(&change, &hers).await.is(409).says("It changed meanwhile").says("Olive, on Mondays");
        let from = page.field("from");
        olive.post(&change, &but(&[("from", &from), ("contact", "Olive, on Mondays")])).await.leads();
        ed.get(&wave).await.says("Olive, on Mondays").hides("01632");
        let ana = world.signed_in(ANA).await;
        ana.get(&wave).await.is(200).hides("Change this wave");
        ed.post(&format!("{wave}/close"), &[]).await.leads();
        ed.get(&wave).await.says("Planned");
        ed.post(&format!("{wave}/archive"), &[]).await.leads();
        ed.get(&wave).await.says("Planned");
        assert_eq!(ed.post(&format!("{wave}/call-off"), &[]).await.leads(), WAVES);
        ed.get(&wave).await.is(404);
        let open = current(&world).await;
        ed.post(&format!("{open}/call-off"), &[]).await.is(400).says("Close it early instead");
    }

    async fn while_it_is_open_nothing_changes_that_people_were_told(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        let wave = current(&world).await;
        let change = format!("{wave}/change");
        let forget = format!("select cast(forget_answers as text) from wave where {FAMILIES}");
        let promised = world.column(&forget).await;
        let page = ed.get(&change).await.is(200).says("stays as people were told").hides("keep_months").hides("first_day");
        let from = page.field("from");
        ed.post(&change, &open_fields(&from, Some("22 November 2026"), "")).await.leads();
        world.visitor().get(SURVEY).await.says("It is open until 22 November 2026");
        assert!(world.column(&forget).await[0] < promised[0], "it closes earlier, so answers go earlier");
        let shorter = world.column(&forget).await;
        let from = ed.get(&change).await.field("from");
        ed.post(&change, &open_fields(&from, Some("1 January 2027"), "")).await.leads();
        world.visitor().get(SURVEY).await.says("We delete your answers on 22 November 2028").says("ask@riverside.example");
        assert_eq!(world.column(&forget).await, shorter, "who answered yesterday was told that day");
        let from = ed.get(&change).await.field("from");
        ed.post(&change, &open_fields(&from, Some("21 November 2026"), "")).await.is(422).says("That day is over.");
        // The beginning of 1 February 2027: nobody may answer after that.
        world.tamper(&format!("update wave set forget_monitoring = 1801440000000 where {FAMILIES}")).await;
        let from = ed.get(&change).await.field("from");
        let late = ed.post(&change, &open_fields(&from, Some("31 January 2027"), "")).await.is(422);
        late.says("People were told a day on which their answers are deleted.").says("31 January 2027");
    }

    async fn what_closed_never_opens_again_whatever_clocks_say(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        let wave = current(&world).await;
        ed.get(&format!("{wave}/close")).await.is(200).says("Close this wave now?");
        ed.post(&format!("{wave}/close"), &[]).await.leads();
        // Pressed twice.
        ed.post(&format!("{wave}/close"), &[]).await.leads();
        assert_eq!(world.column("select detail from audit where action = 'wave closed early'").await.len(), 1);
        world.visitor().get(SURVEY).await.says("This survey is closed");
        let other = world.publish(ONE_PAGE).await;
        world.visitor().get(&other).await.is(200).says("<textarea");
        world.pass(29 * DAY);
        forget_expired(&world.app()).await.unwrap();
        world.pass(-35 * DAY);
        world.visitor().get(SURVEY).await.says("This survey is closed");
        world.pass(6 * DAY + HOUR);
        world.visitor().get(&other).await.hides("<textarea");
        world.visitor().get("/riverside").await.hides("Music and your family");
    }

    async fn a_wave_is_archived_when_somebody_said_what_was_done(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        let wave = current(&world).await;
        ed.post(&format!("{wave}/close"), &[]).await.leads();
        ed.get(&wave).await.is(200).says("What came of it?").hides("Archive it");
        ed.post(&format!("{wave}/archive"), &[]).await.is(400).says("Say first what was done");
        let change = format!("{wave}/change");
        let from = ed.get(&change).await.is(200).hides("last_day").field("from");
        ed.post(&change, &open_fields(&from, None, "A bus at six, because you said so.")).await.leads();
        ed.get(&wave).await.says("A bus at six").says("Archive it");
        assert_eq!(ed.post(&format!("{wave}/archive"), &[]).await.leads(), wave);
        ed.get(&wave).await.says("Archived").hides("Change this wave");
        ed.post(&change, &open_fields(&from, None, "Nothing.")).await.is(400).says("It is archived, and stays as it is");
        ed.get(&wave).await.says("A bus at six");
    }

    async fn posters_letters_and_slides_speak_to_one_audience_in_its_language(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in(ED).await;
        let wave = current(&world).await;
        ed.get(&wave).await.says("Posters, letters and slides");
        ed.get(&format!("{wave}/posters")).await.is(200).says("All whom the survey asks").says("Polski");
        let address = format!("{SURVEY}</strong>");
        for kind in ["poster", "letter", "slides"] {
            let english = ed.get(&format!("{wave}/posters/{kind}?audience=non_participating_parent&language=en")).await.is(200);
            english.says("For: parents and carers of children who do not make music with us.").says(&address)
                .says("We never ask who you are.").says("It is open until 20 December 2026").says("The steering group decides with your answers");
            let polish = ed.get(&format!("{wave}/posters/{kind}?language=pl")).await.is(200);
            polish.says("lang=\"pl\"").says("Muzyka i Twoja rodzina").says("Zeskanuj kod").hides("We never ask");
        }
        ed.get(&format!("{wave}/posters/letter")).await.says("hello@riverside.example").says("Riverside Music Service");
        // What the survey does not have is left out.
        ed.get(&format!("{wave}/posters/poster?audience=staff&language=fr")).await.is(200).says("lang=\"en\"").says("whether or not your child");
        ed.get(&format!("{wave}/posters/banner")).await.is(404);
    }

    async fn answers_go_when_people_were_told_and_figures_stay(world: World) {
        let world = world.riverside().await;
        let typed = [("who", "never"), ("feel_welcome", "agree"), ("people_like_us", "agree"), ("sex", "female")];
        let typed: Typed = typed.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        for _ in 0..20 {
            heard::demo::say(&world.app(), "music_and_your_family", &typed).await.unwrap();
        }
        world.until(async || world.rows("contribution where indicator = 'index'").await == 20).await;
        heard::scoring::catch_up(&world.app()).await.unwrap();
        world.tamper("insert into apart_answer (id, service, wave, question, said, mixed) \
            select 'a', service, wave, 'sex', 'male', false from response limit 1").await;
        let figures = world.column("select figure from measure order by setup, wave, indicator").await;
        assert_eq!((world.rows("monitoring").await, figures.is_empty()), (20, false));
        // It closes on 20 December 2026; equality answers are kept for 12 months, the others for 24.
        world.pass((28 + 365) * DAY - 13 * HOUR);
        forget_expired(&world.app()).await.unwrap();
        assert_eq!(world.rows("monitoring").await, 20);
        world.pass(HOUR);
        for _ in 0..2 {
            forget_expired(&world.app()).await.unwrap();
            assert_eq!((world.rows("monitoring").await, world.rows("apart_answer").await), (0, 0));
            assert_eq!(world.rows("response").await, 20);
        }
        world.pass(366 * DAY);
        for _ in 0..2 {
            forget_expired(&world.app()).await.unwrap();
            assert_eq!((world.rows("response").await, world.rows("contribution").await), (0, 0));
        }
        assert_eq!(world.column("select figure from measure order by setup, wave, indicator").await, figures);
        let record = "select action from audit where staff is null and action like '%answers deleted' order by at, id";
        let lines = world.column(record).await;
        assert_eq!(lines.iter().filter(|line| *line == "equality answers deleted").count(), 2, "a line a wave: {lines:?}");
        assert_eq!(lines.iter().filter(|line| *line == "answers deleted").count(), 2);
        let ed = world.signed_in(ED).await;
        ed.get(&current(&world).await).await.says("They are. The figures that were made of them are kept.");
    }
}
