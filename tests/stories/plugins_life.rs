//! A plugin's life in the browser: brought, set up, compared, switched on, rolled back.

use heard_core::answer::Typed;
use heard_hostile::altered;

use crate::{
    setting_up::{ONE_QUESTION, PLAN, SURVEY, WELCOME, first_setup, keep, press, shows, switch_on, torn_families},
    stories,
    world::World,
};

async fn audited(world: &World, action: &str) -> usize {
    world.rows(&format!("audit where action = '{action}' and staff is not null and service = 'riverside'")).await
}

stories! {
    async fn an_owner_changes_how_a_figure_is_made_and_goes_back(world: World) {
        let world = world.riverside().await;
        torn_families(&world).await;
        let ed = world.signed_in("ed@riverside.example").await;
        let setup = keep(&ed, "welcome", ONE_QUESTION).await;
        ed.get(&setup).await.is(200).says("Not switched on yet").says("Nobody has held it against")
            .says("Families like ours are welcome at Riverside Music Service.").says("Made-up response 3")
            .says("because").hides("/activate");
        let compared = ed.post(&format!("{setup}/compare"), &[]).await.leads();
        assert!(compared.ends_with("#Compared"));
        let page = ed.get(&setup).await.is(200);
        page.says("newest 40 responses").says(r#"<td class="n">50</td><td class="n">75</td>"#).says("Move farther")
            .says("The figures").says("An owner of your service can switch it on").hides("/activate").hides("Nothing that anybody could see changes");
        ed.post(&format!("{setup}/activate"), &[("@seen", "x")]).await.is(403);

        let olive = world.signed_in("olive@riverside.example").await;
        switch_on(&olive, &setup, false).await.is(422).says("tick the box").says("<title>Error: ");
        shows(&world, "50 of 100").await;
        switch_on(&olive, &setup, true).await.leads();
        shows(&world, "75 of 100").await;
        olive.get(WELCOME).await.is(200).says("At work").says("Running: up to date").says("Earlier, last switched on");

        // Back to the first, which needs no comparison: it was at work before.
        let first = first_setup(&world).await;
        olive.get(&first).await.is(200).says("Roll back");
        switch_on(&olive, &first, false).await.is(422);
        switch_on(&olive, &first, true).await.leads();
        shows(&world, "50 of 100").await;
        assert_eq!((audited(&world, "set-up made").await, audited(&world, "set-ups compared").await), (1, 1));
        assert_eq!(audited(&world, "set-up switched on").await, 2);
    }

    /// The public never sees a figure that is half of one set-up and half of another, nor a gap.
    async fn the_plan_keeps_its_figures_until_the_new_ones_are_there(world: World) {
        let world = world.riverside().await;
        torn_families(&world).await;
        let olive = world.signed_in("olive@riverside.example").await;
        let setup = keep(&olive, "welcome", ONE_QUESTION).await;
        olive.post(&format!("{setup}/compare"), &[]).await.leads();
        let seen = olive.get(&setup).await.field("@seen");
        let id = setup.rsplit('/').next().unwrap();
        world.tamper(&format!(r#"update binding_setup set settings = '{{"items":["nothing"]}}' where id = '{id}'"#)).await;
        olive.post(&format!("{setup}/activate"), &[("@seen", &seen), ("read", "yes")]).await.leads();
        world.until(async || world.rows("binding where state = 'paused'").await == 1).await;
        world.visitor().get(PLAN).await.is(200).says("50 of 100").says("It rests on 2 questions");
        olive.get(WELCOME).await.is(200).says("Paused because of a fault").says("the set-up before until all are done");
        // What has stopped cannot be held against anything, and must not keep anybody from mending it.
        let mended = keep(&olive, "welcome", &[("/items", "people_like_us"), ("/answered_at_least", "0.5")]).await;
        olive.get(&mended).await.is(200).says("nothing to compare this one with").hides("Nobody has held it against");
        switch_on(&olive, &mended, false).await.is(422);
        switch_on(&olive, &mended, true).await.leads();
        shows(&world, "25 of 100").await;
        olive.get(WELCOME).await.is(200).says("Running: up to date").hides("Paused");
    }

    async fn nothing_to_see_needs_no_tick(world: World) {
        let world = world.riverside().await;
        torn_families(&world).await;
        let olive = world.signed_in("olive@riverside.example").await;
        // Nobody left a question out, so how many have to be answered makes no difference.
        let fields = [("/items", "feel_welcome"), ("/items", "people_like_us"), ("/answered_at_least", "1")];
        let setup = keep(&olive, "welcome", &fields).await;
        olive.post(&format!("{setup}/compare"), &[]).await.leads();
        olive.get(&setup).await.is(200).says("Nothing that anybody could see changes").hides("I have read");
        switch_on(&olive, &setup, false).await.leads();
        world.until(async || world.rows("binding where active_setup = shown_setup").await == 3).await;
        shows(&world, "50 of 100").await;
    }

    async fn a_comparison_tells_on_nobody(world: World) {
        let world = world.riverside().await;
        torn_families(&world).await;
        let olive = world.signed_in("olive@riverside.example").await;
        let odd: Typed = [("who", "never"), ("feel_welcome", "strongly_disagree")].into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        for _ in 0..5 {
            heard::demo::say(&world.app(), SURVEY, &odd).await.unwrap();
        }
        // The five who left a question out are the only ones whose score changes.
        let fields = [("/items", "feel_welcome"), ("/items", "people_like_us"), ("/answered_at_least", "1")];
        let setup = keep(&olive, "welcome", &fields).await;
        olive.post(&format!("{setup}/compare"), &[]).await.leads();
        let page = olive.get(&setup).await.is(200);
        page.says("Lose their score</th><td class=\"n\">fewer than 10</td>").hides(">5<").says("newest 45 responses");
    }

    async fn two_who_work_on_one_draft_are_told(world: World) {
        let world = world.riverside().await;
        let (ed, olive) = (world.signed_in("ed@riverside.example").await, world.signed_in("olive@riverside.example").await);
        let path = format!("{WELCOME}/settings");
        let page = olive.get(&path).await.is(200);
        let (form, revision) = (page.field("@form"), page.field("@revision"));
        press(&ed, "welcome", "preview", ONE_QUESTION).await.leads();
        let fields = [("do", "preview"), ("@form", &form), ("@plugin", &form), ("@revision", &revision),
            ("/items", "people_like_us"), ("/answered_at_least", "0.75")];
        let page = olive.post(&path, &fields).await.is(409);
        let page = page.says("Ed Editor changed this draft while you did").says(r#"value="0.75""#).says("<title>Error: ");
        ed.get(&path).await.is(200).says(r#"value="feel_welcome" checked"#).hides(r#"value="0.75""#);
        // Having been told, she puts hers in its place.
        let seen = page.field("@revision");
        let again = fields.map(|(name, value)| (name, if name == "@revision" { &seen } else { value }));
        olive.post(&path, &again).await.leads();
        ed.get(&path).await.is(200).says(r#"value="0.75""#);
        assert_eq!(audited(&world, "draft of settings changed").await, 2);
    }

    async fn two_owners_who_switch_at_once_are_told(world: World) {
        let world = world.riverside().await;
        torn_families(&world).await;
        let olive = world.signed_in("olive@riverside.example").await;
        let one = keep(&olive, "welcome", ONE_QUESTION).await;
        let other = keep(&olive, "welcome", &[("/items", "people_like_us"), ("/answered_at_least", "0.5")]).await;
        for setup in [&one, &other] {
            olive.post(&format!("{setup}/compare"), &[]).await.leads();
        }
        let seen = olive.get(&one).await.field("@seen");
        let fields = [("@seen", seen.as_str()), ("read", "yes")];
        let (first, second) = (format!("{one}/activate"), format!("{other}/activate"));
        let both = tokio::join!(olive.post(&first, &fields), olive.post(&second, &fields));
        let mut statuses = [both.0.status.as_u16(), both.1.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409]);
        let told = if both.0.status.as_u16() == 409 { both.0 } else { both.1 };
        // Its comparison was with one that is not at work any more.
        told.says("Somebody switched another set-up on").says("Nobody has held it against");
    }

    async fn settings_that_do_not_fit_are_told_at_their_field(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in("ed@riverside.example").await;
        let wrong = [("/reversed", "know_about_help"), ("/items", "feel_welcome"), ("/answered_at_least", "most")];
        let page = press(&ed, "welcome", "keep", &wrong).await.is(422);
        page.says("<title>Error: ").says(r##"href="#/answered_at_least""##).says(r#"value="most""#)
            .says("Write a number in figures").says(r#"value="know_about_help" checked"#);
        // What the plugin itself says comes with the words of the question, at the field that it names.
        let wrong = [("/reversed", "know_about_help"), ("/items", "feel_welcome"), ("/answered_at_least", "1")];
        let page = press(&ed, "welcome", "preview", &wrong).await.is(422);
        page.says(r##"href="#/reversed""##).says("is not among the questions above").hides("`know_about_help`");
        assert_eq!(world.rows("binding_setup").await, 3, "nothing that does not fit is kept");
        // All of it is in the draft.
        ed.get(&format!("{WELCOME}/settings")).await.is(200).says(r#"value="know_about_help" checked"#);
        for forged in [("/admin", "1"), ("/answered_at_least", "1"), ("@other", "x")] {
            press(&ed, "welcome", "keep", &[&wrong[..], &[forged]].concat()).await.is(400);
        }
        press(&ed, "welcome", "explode", ONE_QUESTION).await.is(400);
        press(&ed, "welcome", "throw-away", ONE_QUESTION).await.leads();
        assert_eq!(world.rows("binding_draft").await, 0);
        assert_eq!(world.rows("binding").await, 3);
    }

    async fn one_tries_answers_of_ones_own(world: World) {
        let world = world.riverside().await;
        let ed = world.signed_in("ed@riverside.example").await;
        let path = format!("{WELCOME}/settings");
        ed.get(&path).await.is(200).says("Made-up response 2").says("Try answers of your own");
        let page = ed.get(&format!("{path}?@try=yes&feel_welcome=strongly_agree&people_like_us=neither")).await.is(200);
        page.says("What you answered").says("75 points out of 100").says("+50").says("+25").hides("Made-up response");
        assert_eq!(world.rows("response").await + world.rows("binding_draft").await, 0);
    }

    async fn an_editor_sets_a_plugin_up_for_the_first_time(world: World) {
        let world = world.riverside().await;
        torn_families(&world).await;
        let ed = world.signed_in("ed@riverside.example").await;
        let new = "/staff/riverside/bindings/new";
        let page = ed.get(new).await.is(200).says("Music and your family").says("Scale index, version");
        let plugin = page.html.split("<option value=\"").find(|rest| rest.contains("Scale index, version")).unwrap();
        let plugin = plugin.split('"').next().unwrap().to_owned();
        ed.post(new, &[("title", ""), ("survey", "none"), ("plugin", ""), ("key", "")]).await.is(422)
            .says(r##"href="#title""##).says(r##"href="#survey""##).says(r##"href="#plugin""##);
        let filled = |title: &'static str, key: &'static str| {
            [("title", title), ("survey", SURVEY), ("plugin", plugin.as_str()), ("key", key)].map(|(n, v)| (n, v.to_owned()))
        };
        for (title, key, advice) in [("Seen", "welcome", "already"), ("Seen", "Not a key", "lower-case"), ("New", "", "“new” is taken")] {
            let fields = filled(title, key);
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            ed.post(new, &fields).await.is(422).says(advice).says(format!("value=\"{title}\""));
        }
        let fields = filled("Seen and valued", "");
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(ed.post(new, &fields).await.leads(), "/staff/riverside/bindings/seen_and_valued/settings");
        press(&ed, "seen_and_valued", "keep", &[("/answered_at_least", "0.5")]).await.is(422).says("Choose at least one question");
        let setup = keep(&ed, "seen_and_valued", &[("/items", "people_like_us"), ("/answered_at_least", "0.5")]).await;
        ed.get("/staff/riverside/bindings").await.is(200).says("Seen and valued").says("Not switched on yet");
        assert_eq!(world.rows("contribution where value = 25").await, 0);
        let olive = world.signed_in("olive@riverside.example").await;
        switch_on(&olive, &setup, false).await.leads();
        world.until(async || world.rows("contribution where value = 25").await == 40).await;
        // Whoever begins one and thinks better of it leaves nothing behind.
        let fields = filled("Never mind", "");
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        ed.post(new, &fields).await.leads();
        press(&ed, "never_mind", "throw-away", &[("/answered_at_least", "0.5")]).await.leads();
        assert_eq!(world.rows("binding where key = 'never_mind'").await, 0);
    }

    async fn an_owner_brings_a_plugin(world: World) {
        let world = world.riverside().await;
        let olive = world.signed_in("olive@riverside.example").await;
        let plugins = "/staff/riverside/plugins";
        let bring = async |files: &[(&str, &str, &[u8])]| olive.upload(plugins, files).await;
        let five = vec![0; 5 << 20];
        let core = [&b"\0asm\x01\0\0\0"[..], &[0; 8]].concat();
        // A component of a world of its own: nothing in it that we know.
        let strange = b"\0asm\x0d\0\x01\0";
        for (component, said) in [(&b""[..], "Choose the component"), (b"hello", "another kind of file"), (&five, "4 MB at most"),
            (&core, "core module"), (strange, "cannot be used")]
        {
            bring(&[("component", "x.wasm", component)]).await.is(422).says(said).says(r##"href="#component""##).says("<title>Error: ");
        }
        let golden = heard_bundled::SCALE_INDEX.golden;
        let broken = golden.replacen("54.16666666666667", "55", 1);
        for (examples, said) in [(&broken, "1 did not come out as written"), (&"{".to_owned(), "We cannot read them")] {
            let files = [("component", "a.wasm", heard_bundled::SCALE_INDEX.component), ("examples", "g.json", examples.as_bytes())];
            bring(&files).await.is(422).says(said).says(r##"href="#examples""##);
        }
        bring(&[("component", "a.wasm", b"x"), ("component", "a.wasm", b"x")]).await.is(400);
        bring(&[("else", "a.wasm", b"x")]).await.is(400);
        assert_eq!(world.rows("service_artefact").await, 0);

        let poison = bring(&[("component", "p.wasm", heard_hostile::POISON), ("examples", "", b"")]).await.leads();
        olive.get(&poison).await.is(200).says("Poison").says("Small enough").says("Shut in").says("No examples").says("Olive Owner brought it");
        olive.get(plugins).await.is(200).says("Your own").says("Poison");
        assert_eq!(audited(&world, "plugin uploaded").await, 1);
        // No other service ever sees it, and no editor brings one.
        world.tamper("insert into service (key, name, created) values ('hillside', 'Hillside', 0)").await;
        world.tamper("insert into staff (id, email) values ('rita', 'rita@hillside.example')").await;
        world.tamper("insert into role (staff, service, name, role) values ('rita', 'hillside', 'Rita', 'owner')").await;
        let rita = world.signed_in("rita@hillside.example").await;
        rita.get("/staff/hillside/plugins").await.is(200).says("Scale index").hides("Poison");
        rita.get(&poison.replace("riverside", "hillside")).await.is(404);
        let ed = world.signed_in("ed@riverside.example").await;
        ed.upload(plugins, &[("component", "p.wasm", heard_hostile::POISON)]).await.is(403);
    }

    async fn a_plugin_whose_figures_do_not_repeat_is_never_at_work(world: World) {
        let world = world.riverside().await;
        let olive = world.signed_in("olive@riverside.example").await;
        let counting = altered(&[
            ("(;@definitions;)", "(global $calls (mut i32) (i32.const 0))"),
            ("(;@score;)", "(global.set $calls (i32.add (global.get $calls) (i32.const 1)))"),
            ("(;@value;)", "(local.set $value (f64.convert_i32_u (global.get $calls)))"),
        ]);
        let counting = wat::parse_str(counting).unwrap();
        // Without examples nobody can tell at first.
        let brought = olive.upload("/staff/riverside/plugins", &[("component", "c.wasm", &counting)]).await.leads();
        let path = format!("{WELCOME}/settings");
        let page = olive.get(&path).await.is(200);
        let (form, revision) = (page.field("@form"), page.field("@revision"));
        let other = brought.rsplit('/').next().unwrap();
        olive.post(&path, &[("do", "plugin"), ("@form", &form), ("@plugin", other), ("@revision", &revision)]).await.leads();
        let settings = [("@settings", "{}")];
        press(&olive, "welcome", "preview", &settings).await.leads();
        press(&olive, "welcome", "keep", &settings).await.is(422).says("other figures when they are scored again")
            .says(r##"href="#Form""##);
        assert_eq!(audited(&world, "set-up made").await, 0);
    }
}
