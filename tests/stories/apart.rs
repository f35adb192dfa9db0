//! "Count me, but do not connect this with my other answers": what is stored then, and what nobody can find out by it.

use futures_util::future::join_all;

use crate::{
    forgetting::files_with,
    linking::{as_they_lie, hidden_in_the_crowd},
    stories,
    visitor::Visitor,
    world::World,
};

const SURVEY: &str = "/riverside/s/music_and_your_family";
const APART: (&str, &str) = ("@apart", "yes");
const SAID: &str = "select question || ' ' || coalesce(part, '-') || ' ' || said from apart_answer order by 1";

/// A survey of one page, which is equality monitoring.
const MONITORING: &str = r#"{
    "key": "about_you",
    "languages": ["en", "pl"], "audiences": ["staff"], "minutes": 1,
    "title": {"en": "About you", "pl": "O Tobie"}, "welcome": {"en": "Hello", "pl": "Witaj"},
    "thanks": {"en": "Thanks", "pl": "Dzięki"},
    "sections": [{"key": "about", "title": {"en": "All", "pl": "Wszystko"}, "monitoring": true,
        "standard": ["sex_2021", "postcode"]}]
}"#;

/// Answers the demonstration's survey up to the page that shows all answers.
async fn answer(person: &Visitor, about_you: &[(&str, &str)], place: &[(&str, &str)]) {
    person.begin(SURVEY).await;
    for (section, fields) in [
        ("family", &[("who", "never"), ("children_count", "one")][..]),
        ("child_1", &[]),
        ("music", &[]),
        ("welcome", &[]),
        ("barriers", &[]),
        ("your_words", &[]),
        ("about_children", &[]),
        ("about_you", about_you),
        ("place", place),
    ] {
        person.post(&format!("{SURVEY}/{section}"), fields).await.leads();
    }
}

/// Answers the survey of one page.
async fn send(person: &Visitor, survey: &str, fields: &[(&str, &str)]) -> String {
    let key = person.get(survey).await.field("@response");
    person.post(survey, &[&[("@response", &*key)], fields].concat()).await.leads()
}

stories! {
    async fn what_nadia_wants_counted_apart_is_in_single_rows(world: World) {
        let world = world.riverside().await;
        let (nadia, paul) = (world.visitor(), world.visitor());
        let about_you = [("ethnic_group", "white_roma"), ("religion", "@rather_not"), ("english_additional", "@not_understood"), APART];
        answer(&nadia, &about_you, &[("postcode", "RV6 1AA"), APART]).await;
        let check = nadia.get(&format!("{SURVEY}/check")).await.is(200);
        check.says("Count me, but do not connect").says(format!("{SURVEY}/place#Apart"));
        let receipt = nadia.send(SURVEY).await.leads();
        assert_eq!(world.column(SAID).await, [
            "english_additional - @not_understood", "ethnic_group - @given", "ethnic_group - white_roma",
            "postcode - @given", "postcode area E07999006", "postcode decile 1", "religion - @rather_not",
        ]);
        // What stays beside her other answers is what stays of Paul's, who passed over the pages.
        answer(&paul, &[], &[]).await;
        paul.send(SURVEY).await.leads();
        let monitoring = world.column("select answers from monitoring").await;
        assert_eq!((monitoring.len(), &monitoring[0]), (2, &monitoring[1]));
        let columns = "select audience || ' ' || language || coalesce(area, ' -') || coalesce(place_edition, ' -') from response";
        assert_eq!(world.column(columns).await, ["non_participating_parent en - -"; 2]);
        // Nobody knows which rows are hers, so they stay; the page where she chose it said so.
        nadia.post(&format!("{receipt}/withdraw"), &[]).await.is(200);
        assert_eq!((world.rows("response").await, world.rows("apart_answer").await), (1, 7));
    }

    async fn the_choice_is_kept_shown_and_changed(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        let ticked = r#"value="yes" checked aria-describedby="Apart-Hint""#;
        answer(&nadia, &[APART], &[("postcode", ""), APART]).await;
        let page = format!("{SURVEY}/place");
        nadia.get(&page).await.is(200).says(ticked).says("we cannot take it out again");
        // A page that is shown again keeps what was chosen on it, and so does one in another language.
        nadia.post(&page, &[("postcode", "ZZ"), APART]).await.is(422).says(ticked);
        nadia.post(&page, &[("postcode", "ZZ")]).await.is(422).hides(ticked);
        nadia.post(&page, &[("postcode", ""), APART, ("@lang", "pl")]).await.is(200).says(ticked).says("Policzcie mnie");
        nadia.post(&page, &[("postcode", "")]).await.leads();
        nadia.get(&page).await.is(200).hides(ticked);
        assert_eq!(world.rows("draft where apart = true").await, 0);
        nadia.send(SURVEY).await.leads();
        assert_eq!(world.rows("apart_answer").await, 0);
        // Other pages do not ask it.
        nadia.begin(SURVEY).await;
        nadia.get(&format!("{SURVEY}/family")).await.is(200).hides("@apart");
    }

    async fn what_the_box_cannot_say_is_refused(world: World) {
        let world = world.riverside().await;
        let nadia = world.visitor();
        nadia.begin(SURVEY).await;
        for (section, fields) in [
            ("place", vec![("postcode", ""), ("@apart", "no")]),
            ("place", vec![("postcode", ""), APART, APART]),
            ("family", vec![("who", "never"), APART]),
        ] {
            nadia.post(&format!("{SURVEY}/{section}"), &fields).await.is(400);
        }
        let survey = world.publish(MONITORING).await;
        let key = nadia.get(&survey).await.field("@response");
        nadia.post(&survey, &[("@response", &*key), ("postcode", ""), ("@apart", "1")]).await.is(400);
        assert_eq!(world.rows("draft_answer").await + world.rows("response").await, 0);
    }

    async fn a_survey_of_one_page_counts_apart_once(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(MONITORING).await;
        let nadia = world.visitor();
        let key = nadia.get(&survey).await.field("@response");
        let fields = [("@response", &*key), ("sex", "female"), ("postcode", "RV6"), APART];
        nadia.post(&survey, &fields).await.is(422).says(r#"checked aria-describedby="Apart-Hint""#);
        let fields = [("@response", &*key), ("sex", "female"), ("postcode", ""), APART];
        join_all((0..6).map(|_| nadia.post(&survey, &fields))).await.into_iter().for_each(|page| drop(page.leads()));
        assert_eq!(world.column(SAID).await, ["sex - @given", "sex - female"]);
        assert_eq!(world.column("select answers from monitoring").await, [r#"{"postcode":"skipped","sex":"skipped"}"#]);
    }

    /// Whoever reads the tables in the order in which their rows lie finds first all women, then all men. After the
    /// mixing that is over.
    async fn the_order_of_rows_tells_nothing(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(MONITORING).await;
        for place in 0..40 {
            let sex = if place < 20 { "female" } else { "male" };
            send(&world.visitor(), &survey, &[("sex", sex), ("postcode", ""), APART]).await;
        }
        let said = "said in ('female', 'male')";
        let early = |rows: Vec<String>| rows[..20].iter().filter(|said| *said == "female").count();
        assert_eq!(early(as_they_lie(&world, "apart_answer", "said", said).await), 20, "the test can see it");
        let old_ids = world.column("select id from apart_answer").await;
        heard::retention::forget_expired(&world.app()).await.unwrap();
        let count = early(as_they_lie(&world, "apart_answer", "said", said).await);
        assert!(hidden_in_the_crowd(count, 20), "{count} of 20");
        assert_eq!(world.rows("apart_answer").await, 80);
        // The rows of one person have no names that lay together, not even in an old block of a file.
        let new_ids = world.column("select id from apart_answer").await;
        assert!(old_ids.iter().all(|id| !new_ids.contains(id)));
        for id in old_ids.iter().step_by(20) {
            assert_eq!(files_with(&world, id), Vec::<String>::new());
        }
    }

    /// PostgreSQL stamps each row with its transaction: a response and what came with it have the same stamp.
    async fn no_transaction_joins_them(world: World) {
        let world = world.riverside().await;
        if world.database().starts_with("sqlite:") {
            return;
        }
        let survey = world.publish(MONITORING).await;
        for sex in ["female", "male", "female"] {
            send(&world.visitor(), &survey, &[("sex", sex), ("postcode", ""), APART]).await;
        }
        let joined = "select a.said from apart_answer a join response r on r.xmin = a.xmin where a.said <> '@given'";
        assert_eq!(world.column(joined).await.len(), 3, "the test can see it");
        heard::retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(world.column(joined).await, Vec::<String>::new());
        assert_eq!(world.column("select distinct cast(xmin as text) from apart_answer").await.len(), 1);
    }

    async fn nothing_is_lost_while_servers_mix_and_people_send(world: World) {
        let world = world.riverside().await;
        let survey = world.publish(MONITORING).await;
        let people: Vec<_> = (0..24).map(|_| world.visitor()).collect();
        let sending = join_all(people.iter().map(|person| send(person, &survey, &[("sex", "male"), ("postcode", ""), APART])));
        let mixing = async {
            for _ in 0..6 {
                let app = world.app();
                let (one, other) = tokio::join!(heard::retention::forget_expired(&app), heard::retention::forget_expired(&app));
                one.and(other).unwrap();
            }
        };
        tokio::join!(sending, mixing);
        heard::retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(world.column("select distinct said || cast(count(*) as text) from apart_answer group by said order by 1").await, ["@given24", "male24"]);
    }

    async fn more_rows_than_are_mixed_at_once_are_all_mixed(world: World) {
        let world = world.riverside().await;
        world.tamper(
            "with recursive n (i) as (select 1 union all select i + 1 from n where i < 4500) \
             insert into apart_answer (id, service, wave, question, said, mixed) \
             select cast(n.i as text), w.service, w.id, 'q', cast(n.i as text), false from n cross join wave w where w.survey = 'music_and_your_family'",
        ).await;
        heard::retention::forget_expired(&world.app()).await.unwrap();
        assert_eq!(world.column("select distinct said from apart_answer where mixed = true and length(id) = 26").await.len(), 4_500);
        assert_eq!(world.rows("apart_answer").await, 4_500);
    }
}
