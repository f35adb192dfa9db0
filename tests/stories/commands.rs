//! An operator sets a service up from the command line.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use crate::{stories, world::World};

/// The program that was built beside this test, or the one that `HEARD_BIN` names.
pub(crate) fn program() -> PathBuf {
    let beside = || std::env::current_exe().unwrap().ancestors().nth(2).unwrap().join("heard");
    std::env::var_os("HEARD_BIN").map_or_else(beside, PathBuf::from)
}

struct Terminal<'w> {
    world: &'w World,
    folder: tempfile::TempDir,
}

impl Terminal<'_> {
    fn run(&self, arguments: &str) -> Output {
        Command::new(program())
            .args(arguments.split(' '))
            .env("HEARD_DATABASE", self.world.database())
            .env("HEARD_BASE_URL", "https://heard.example.org")
            .current_dir(self.folder.path())
            .output()
            .expect("the program is there: cargo build")
    }

    #[track_caller]
    fn says(&self, arguments: &str, status: i32, words: &str) -> String {
        let output = self.run(arguments);
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(status), "{arguments}: {said}");
        assert!(said.contains(words), "{arguments}: {said}");
        said
    }

    fn file(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).unwrap();
    }

    fn copy(&self, name: &str) {
        let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/src/demo");
        fs::copy(demo.join(name), self.folder.path().join(name)).unwrap();
    }
}

stories! {
    async fn from_nothing_to_a_plan(world: World) {
        let terminal = Terminal { world: &world, folder: tempfile::TempDir::new().unwrap() };
        for name in ["survey.json", "declaration.json", "plan.json", "postcodes.csv", "districts.csv"] {
            terminal.copy(name);
        }
        terminal.file("settings.json", r#"{"items": ["feel_welcome"]}"#);
        terminal.says("service add hill --name Hill", 0, "/hill");
        terminal.says("areas import postcodes.csv --edition 2026-08 --names districts.csv", 0, "10 names of areas");
        terminal.says("survey check survey.json", 0, "nothing that has to be changed");
        let hasty = include_str!("../../web/src/demo/survey.json").replace("\"minutes\": 8", "\"minutes\": 3");
        terminal.file("hasty.json", &hasty);
        terminal.says("survey check hasty.json", 0, "it promises 3, and by our rule of thumb the questions take about 8");
        terminal.says("survey check hasty.json", 0, "\nminutes: too_long: ");
        terminal.says("survey check hasty.json --json", 0, r#"{"advice":[{"at":"minutes","#);
        let hollow = include_str!("../../web/src/demo/declaration.json").replace("hello@riverside.example", " ");
        terminal.file("hollow.json", &hollow);
        terminal.says("survey publish survey.json --service hill --declaration hollow.json", 1, "contact: Say whom people can ask");
        terminal.says("survey publish survey.json --service hill --days 3", 2, "--declaration");
        terminal.says("survey publish survey.json --service hill --declaration declaration.json", 0, "/hill/s/music_and_your_family");
        terminal.file("warm.json", &include_str!("../../web/src/demo/survey.json").replace("\"feel_welcome\"", "\"feel_warm\""));
        let compared = terminal.says("survey compare warm.json --service hill", 0, "with version 1 of music_and_your_family");
        assert!(compared.contains("feel_welcome: cannot be compared: it is not asked any more"), "{compared}");
        assert!(compared.contains("feel_warm: cannot be compared: it is new"), "{compared}");
        terminal.says("plan adopt plan.json --service hill", 0, "/hill/plan");
        let bind = "plugin bind welcome --title Welcome --service hill --survey music_and_your_family --plugin scale-index --settings";
        terminal.says(&format!("{bind} settings.json"), 0, "is bound");
        terminal.says("staff invite olive@hill.example --service hill --role owner", 0, "queued");
        terminal.says("staff invite olive@hill.example --service hill --role owner --print-link", 0, "/staff/enter/");
        let lines = "select coalesce(service, 'all') || ' ' || action || ': ' || detail from audit where staff is null order by at, id";
        assert_eq!(world.column(lines).await, [
            "hill service added: Hill",
            "all areas imported: 2026-08: 444 postcodes, 10 names",
            "hill survey published: music_and_your_family, version 1, open for 28 days",
            "hill plan adopted: Riverside Music Service: everyone's music, 2025 to 2029",
            "hill plugin bound: welcome: Scale index for music_and_your_family",
            "hill colleague invited: olive, owner",
            "hill sign-in link printed: olive@hill.example",
        ]);
        world.catch_up();
        world.visitor().get("/hill/plan").await.is(200);
        world.visitor().get("/hill/s/music_and_your_family").await.is(200).says("Start");
    }

    async fn adopting_a_plan_names_what_nothing_feeds(world: World) {
        let world = world.riverside().await;
        let terminal = Terminal { world: &world, folder: tempfile::TempDir::new().unwrap() };
        terminal.copy("plan.json");
        let riverside = terminal.says("plan adopt plan.json --service riverside", 0, "/riverside/plan");
        assert!(!riverside.contains("waits for"), "{riverside}");
        world.tamper("update binding set key = 'renamed' where key = 'value'").await;
        let one = terminal.says("plan adopt plan.json --service riverside", 0, "heard plugin bind");
        let waiting = "Whether families find that it is worth the money: waits for the figure index of the binding value";
        assert!(one.contains(waiting) && one.matches("waits for").count() == 1, "{one}");
        terminal.says("service add hill --name Hill", 0, "/hill");
        let none = terminal.says("plan adopt plan.json --service hill", 0, "/hill/plan");
        assert_eq!(none.matches("waits for").count(), 3, "{none}");
    }

    async fn what_has_problems_is_told_and_nothing_is_done(world: World) {
        let world = world.riverside().await;
        let terminal = Terminal { world: &world, folder: tempfile::TempDir::new().unwrap() };
        terminal.file("bad.json", r#"{"key": "Bad!"}"#);
        terminal.file("settings.json", r#"{"items": ["nothing"]}"#);
        terminal.file("not.wasm", "hello");
        terminal.file("list.json", "[]");
        terminal.says("survey check bad.json", 1, "cannot be a key");
        terminal.says("survey check bad.json --json", 1, r#""faults":[{"at":"key","message":"#);
        terminal.says("survey check list.json --json", 1, r#""message":"a survey is a JSON object"#);
        terminal.says("survey check list.json", 1, "a survey is a JSON object, { … }; this file is a list");
        terminal.says("plan check list.json", 1, "a plan is a JSON object");
        terminal.says("survey check missing.json", 2, "there is no such file");
        terminal.says("survey check missing.json", 2, "missing.json");
        terminal.says("plan check bad.json", 1, "is no field of this");
        terminal.says("service add riverside --name Again", 1, "already");
        terminal.says("service add staff --name Staff", 1, "address of the platform");
        terminal.says("staff invite nobody --service riverside --role owner", 1, "not an e-mail address");
        let bind = "plugin bind new --title New --service riverside --survey music_and_your_family --settings settings.json --plugin";
        terminal.says(&format!("{bind} scale-index"), 1, "nothing");
        terminal.says(&format!("{bind} not.wasm"), 1, "not a WebAssembly component");
        terminal.says(&format!("{bind} not.wasm"), 1, "it is another kind of file");
        terminal.says("migrate --database mysql://u:secret@h/n", 2, "write the database as sqlite:PATH");
        assert_eq!(world.rows("binding").await, 3);
    }
}
