//! A plugin that brings a language with it is large: the operator of a server has to allow that.

use std::{fs, process::Command};

use heard_host::Limits;
use heard_hostile::POISON;
use tempfile::TempDir;

use crate::{commands::program, stories, world::World};

const PLUGINS: &str = "/staff/riverside/plugins";
const UNLESS: &str = ", unless whoever runs this server allows large plugins (HEARD_LARGE_PLUGINS)";

/// A component with a section of 5 MB that means nothing.
fn large() -> Vec<u8> {
    // The number of a custom section, and its length; it begins with its name, which is empty.
    [POISON, &[0, 0x80, 0x80, 0xc0, 0x02], &vec![0; 5 << 20]].concat()
}

stories! {
    async fn an_owner_brings_what_the_operator_allows(world: World) {
        let mut world = world.riverside().await;
        let olive = world.signed_in("olive@riverside.example").await;
        let new = format!("{PLUGINS}/new");
        olive.get(&new).await.is(200).says("of 4 MB at most");
        olive.upload(PLUGINS, &[("component", "p.wasm", &large())]).await.is(422)
            .says(format!("This file is too large. A component may have 4 MB at most{UNLESS}."))
            .says(r##"href="#component""##);
        assert_eq!(world.rows("service_artefact").await, 0);

        world.restart_with(|config| config.plugins = Limits::large()).await;
        let olive = world.signed_in("olive@riverside.example").await;
        olive.get(&new).await.is(200).says("of 24 MB at most");
        olive.upload(PLUGINS, &[("component", "p.wasm", &vec![0; 25 << 20])]).await.is(422)
            .says("A component may have 24 MB at most.").hides("HEARD_LARGE_PLUGINS");
        olive.upload(PLUGINS, &[("component", "p.wasm", &large())]).await.leads();
        assert_eq!(world.rows("service_artefact").await, 1);
    }
}

#[test]
fn commands_allow_what_the_server_allows() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("large.wasm"), large()).unwrap();
    let says = |arguments: &[&str], allowed: &str| {
        let mut command = Command::new(program());
        command.args(["plugin", "check", "large.wasm"]).args(arguments).env("HEARD_LARGE_PLUGINS", allowed);
        let output = command.current_dir(folder.path()).output().expect("the program is there: cargo build");
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (status, said) = says(&[], "no");
    assert!(status == Some(1) && said.contains(&format!("bytes and may have 4194304{UNLESS}")), "{said}");
    for (arguments, allowed) in [(&["--large-plugins"][..], "no"), (&[], "yes")] {
        let (status, said) = says(arguments, allowed);
        assert!(status == Some(0) && said.contains("21 % of what it may have"), "{said}");
    }
}
