//! Who looks after the whole: adds services, and sees nothing of what they do.

use std::process::Command;

use crate::{commands::program, stories, world::World};

const OLGA: &str = "olga@host.example";
const FORM: [(&str, &str); 4] =
    [("name", "Hillside Music"), ("key", "hillside"), ("owner", "Rita"), ("email", "rita@hillside.example")];

fn command(world: &World, arguments: &[&str]) -> String {
    let mut heard = Command::new(program());
    let output =
        heard.args(["staff", "operator"]).args(arguments).env("HEARD_DATABASE", world.database()).output().unwrap();
    String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
}

stories! {
    async fn a_service_is_added_with_its_first_owner(world: World) {
        let world = world.riverside().await;
        assert!(command(&world, &[OLGA]).contains("from now on"));
        assert!(command(&world, &[OLGA]).contains("They did before"));
        assert!(command(&world, &["olga"]).contains("not an e-mail address"));
        let olga = world.signed_in(OLGA).await;
        olga.get("/staff").await.is(200).says("All services");
        olga.get("/staff/operator").await.is(200).says("Riverside Music Service").says(OLGA);
        // Of what a service does, nothing.
        for page in ["", "/surveys", "/plan", "/people", "/record"] {
            olga.get(&format!("/staff/riverside{page}")).await.is(404).hides("Riverside");
        }
        olga.post("/staff/operator/new", &FORM).await.leads();
        olga.get("/staff/operator").await.says("Hillside Music");
        olga.get("/staff/operator/record").await.is(200).says("service added").says("hillside, Hillside Music").says(OLGA);
        assert_eq!(world.rows("outbox").await, 1);
        let rita = world.signed_in("rita@hillside.example").await;
        rita.get("/staff/hillside/people").await.is(200).says("Rita");
        rita.get("/staff/hillside/record").await.is(200).says("service added").says(OLGA);
        rita.get("/staff/operator").await.is(403);

        assert!(command(&world, &[OLGA, "--remove"]).contains("no more"));
        assert!(command(&world, &[OLGA, "--remove"]).contains("They did not"));
        olga.get("/staff/operator").await.is(403);
        olga.post("/staff/operator/new", &FORM).await.is(403);
    }

    async fn a_service_that_cannot_be_comes_back_as_it_was(world: World) {
        let world = world.riverside().await;
        command(&world, &[OLGA]);
        let olga = world.signed_in(OLGA).await;
        // All that is wrong is told at once.
        let all = [("name", ""), ("key", "Hill Side"), ("email", "rita"), ("owner", "")];
        olga.post("/staff/operator/new", &all).await.is(422).says("Write a name").says("lower-case letters").says("Write an address");
        for (field, typed, why) in [
            ("key", "Hill Side", "lower-case letters"), ("key", "sessions", "an address of the platform"),
            ("key", "operator", "an address of the platform"), ("key", "riverside", "with this key already"),
            ("name", " ", "Write a name"), ("owner", "", "Write a name"), ("email", "rita", "Write an address"), ("email", "rita@localhost", "Write an address"),
        ] {
            let form = FORM.map(|(name, value)| if name == field { (name, typed) } else { (name, value) });
            let back = olga.post("/staff/operator/new", &form).await.is(422).says(why);
            for (name, value) in form {
                assert_eq!(back.field(name), value, "{why}");
            }
        }
        olga.post("/staff/operator/new", &[&FORM[..], &[("role", "owner")]].concat()).await.is(400);
        assert_eq!((world.rows("service").await, world.rows("outbox").await), (1, 0));
    }
}
