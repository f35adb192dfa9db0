//! Every route, by everybody: nothing opens for a role that it is not for, or for the staff of another service.

use std::{collections::BTreeSet, fs, path::Path};

use reqwest::Method;

use crate::{
    stories,
    visitor::{Page, Visitor},
    world::World,
};

/// Whom a route is for.
#[derive(Clone, Copy, Debug, PartialEq)]
enum For {
    Everybody,
    /// Whoever is signed in.
    Staff,
    Analyst,
    Editor,
    Owner,
    /// Whoever looks after the whole: no role in a service opens it.
    Operator,
}
use For::{Analyst, Editor, Everybody, Operator, Owner, Staff};

/// All routes of the server. One that is not here fails the test below.
const ROUTES: &[(&str, &str, For)] = &[
    ("GET", "/", Everybody),
    ("GET", "/assets/{name}", Everybody),
    ("GET", "/assets/look/{colours}", Everybody),
    ("GET", "/{service}/logo/{name}", Everybody),
    ("GET", "/staff/{service}/look/logo", Owner),
    ("POST", "/staff/{service}/look/logo", Owner),
    ("GET", "/healthz", Everybody),
    // For whoever knows its token; the operator's story tells.
    ("GET", "/metrics", Everybody),
    ("GET", "/r", Everybody),
    ("POST", "/r", Everybody),
    ("GET", "/r/{receipt}", Everybody),
    ("GET", "/r/{receipt}/withdraw", Everybody),
    ("POST", "/r/{receipt}/withdraw", Everybody),
    ("GET", "/readyz", Everybody),
    ("GET", "/schema/declaration.json", Everybody),
    ("GET", "/schema/plan.json", Everybody),
    ("GET", "/schema/survey.json", Everybody),
    ("GET", "/staff", Staff),
    ("GET", "/staff/enter", Everybody),
    ("POST", "/staff/enter", Everybody),
    ("GET", "/staff/enter/{code}", Everybody),
    ("GET", "/staff/gallery", Staff),
    ("GET", "/staff/gallery/{kind}/{state}", Staff),
    ("GET", "/staff/operator", Operator),
    ("GET", "/staff/operator/new", Operator),
    ("POST", "/staff/operator/new", Operator),
    ("GET", "/staff/operator/record", Operator),
    ("GET", "/staff/sessions", Staff),
    ("POST", "/staff/sessions", Staff),
    ("POST", "/staff/sessions/challenge", Staff),
    ("POST", "/staff/sessions/passkeys", Staff),
    ("POST", "/staff/sessions/passkeys/remove", Staff),
    ("GET", "/staff/sign-in", Everybody),
    ("POST", "/staff/sign-in", Everybody),
    ("GET", "/staff/sign-in/sent", Everybody),
    ("POST", "/staff/sign-in/challenge", Everybody),
    ("POST", "/staff/sign-in/passkey", Everybody),
    ("POST", "/staff/sign-out", Everybody),
    ("GET", "/staff/{service}", Analyst),
    ("GET", "/staff/{service}/bindings", Analyst),
    ("GET", "/staff/{service}/bindings/new", Editor),
    ("POST", "/staff/{service}/bindings/new", Editor),
    ("GET", "/staff/{service}/bindings/{binding}", Analyst),
    ("GET", "/staff/{service}/bindings/{binding}/settings", Editor),
    ("POST", "/staff/{service}/bindings/{binding}/settings", Editor),
    ("GET", "/staff/{service}/bindings/{binding}/setups/{setup}", Analyst),
    ("POST", "/staff/{service}/bindings/{binding}/setups/{setup}/activate", Owner),
    ("POST", "/staff/{service}/bindings/{binding}/setups/{setup}/compare", Editor),
    ("POST", "/staff/{service}/bindings/{binding}/resume", Editor),
    ("GET", "/staff/{service}/draws", Owner),
    ("GET", "/staff/{service}/draws/{wave}/delete", Owner),
    ("POST", "/staff/{service}/draws/{wave}/delete", Owner),
    ("POST", "/staff/{service}/draws/{wave}/winner", Owner),
    ("GET", "/staff/{service}/look", Owner),
    ("POST", "/staff/{service}/look", Owner),
    ("GET", "/staff/{service}/paper", Editor),
    ("GET", "/staff/{service}/paper/{wave}", Editor),
    ("GET", "/staff/{service}/paper/{wave}/sheets/{sheet}", Editor),
    ("POST", "/staff/{service}/paper/{wave}/sheets/{sheet}", Editor),
    ("POST", "/staff/{service}/paper/{wave}/sheets/{sheet}/delete", Editor),
    ("GET", "/staff/{service}/paper/{wave}/type/{turn}", Editor),
    ("POST", "/staff/{service}/paper/{wave}/type/{turn}", Editor),
    ("GET", "/staff/{service}/people", Owner),
    ("POST", "/staff/{service}/people", Owner),
    ("GET", "/staff/{service}/people/new", Owner),
    ("GET", "/staff/{service}/people/{person}", Owner),
    ("POST", "/staff/{service}/people/{person}", Owner),
    ("POST", "/staff/{service}/people/{person}/remove", Owner),
    ("GET", "/staff/{service}/plan", Analyst),
    ("GET", "/staff/{service}/plan/{indicator}", Analyst),
    ("GET", "/staff/{service}/plugins", Analyst),
    ("POST", "/staff/{service}/plugins", Owner),
    ("GET", "/staff/{service}/plugins/new", Owner),
    ("GET", "/staff/{service}/plugins/{plugin}", Analyst),
    ("GET", "/staff/{service}/record", Owner),
    ("GET", "/staff/{service}/surveys", Analyst),
    ("GET", "/staff/{service}/surveys/new", Editor),
    ("POST", "/staff/{service}/surveys/new", Editor),
    ("GET", "/staff/{service}/surveys/{survey}", Analyst),
    ("GET", "/staff/{service}/surveys/{survey}/about", Editor),
    ("POST", "/staff/{service}/surveys/{survey}/about", Editor),
    ("POST", "/staff/{service}/surveys/{survey}/arrange", Editor),
    ("POST", "/staff/{service}/surveys/{survey}/draft", Editor),
    ("GET", "/staff/{service}/surveys/{survey}/files", Analyst),
    ("GET", "/staff/{service}/surveys/{survey}/files/{name}", Analyst),
    ("GET", "/staff/{service}/surveys/{survey}/losses", Editor),
    ("GET", "/staff/{service}/surveys/{survey}/preview", Editor),
    ("GET", "/staff/{service}/surveys/{survey}/publish", Editor),
    ("POST", "/staff/{service}/surveys/{survey}/publish", Editor),
    ("GET", "/staff/{service}/surveys/{survey}/questions/{question}", Editor),
    ("POST", "/staff/{service}/surveys/{survey}/questions/{question}", Editor),
    ("POST", "/staff/{service}/surveys/{survey}/sections", Editor),
    ("GET", "/staff/{service}/surveys/{survey}/sections/{section}", Editor),
    ("POST", "/staff/{service}/surveys/{survey}/sections/{section}", Editor),
    ("GET", "/staff/{service}/surveys/{survey}/sections/{section}/new", Editor),
    ("POST", "/staff/{service}/surveys/{survey}/sections/{section}/new", Editor),
    ("GET", "/staff/{service}/surveys/{survey}/steps", Editor),
    ("POST", "/staff/{service}/surveys/{survey}/steps", Editor),
    ("POST", "/staff/{service}/surveys/{survey}/throw-away", Editor),
    ("GET", "/staff/{service}/surveys/import", Editor),
    ("POST", "/staff/{service}/surveys/import", Editor),
    ("GET", "/staff/{service}/surveys/{survey}/waves", Analyst),
    ("GET", "/staff/{service}/surveys/{survey}/waves/new", Editor),
    ("POST", "/staff/{service}/surveys/{survey}/waves/new", Editor),
    ("GET", "/staff/{service}/surveys/{survey}/words", Editor),
    ("GET", "/staff/{service}/surveys/{survey}/words/{beside}/{part}", Editor),
    ("POST", "/staff/{service}/surveys/{survey}/words/{beside}/{part}", Editor),
    ("GET", "/staff/{service}/waves/{wave}", Analyst),
    ("POST", "/staff/{service}/waves/{wave}/archive", Editor),
    ("POST", "/staff/{service}/waves/{wave}/call-off", Editor),
    ("GET", "/staff/{service}/waves/{wave}/change", Editor),
    ("POST", "/staff/{service}/waves/{wave}/change", Editor),
    ("GET", "/staff/{service}/waves/{wave}/close", Editor),
    ("POST", "/staff/{service}/waves/{wave}/close", Editor),
    ("GET", "/staff/{service}/never-invite", Editor),
    ("POST", "/staff/{service}/never-invite", Editor),
    ("GET", "/staff/{service}/waves/{wave}/invitations", Editor),
    ("GET", "/staff/{service}/waves/{wave}/invitations/add", Editor),
    ("POST", "/staff/{service}/waves/{wave}/invitations/add", Editor),
    ("POST", "/staff/{service}/waves/{wave}/invitations/call-off/{mailing}", Editor),
    ("GET", "/staff/{service}/waves/{wave}/invitations/gone", Editor),
    ("POST", "/staff/{service}/waves/{wave}/invitations/gone", Editor),
    ("GET", "/staff/{service}/waves/{wave}/invitations/write/{kind}", Editor),
    ("POST", "/staff/{service}/waves/{wave}/invitations/write/{kind}", Editor),
    ("GET", "/staff/{service}/waves/{wave}/posters", Editor),
    ("GET", "/staff/{service}/waves/{wave}/posters/{kind}", Editor),
    ("GET", "/staff/{service}/waves/{wave}/progress", Analyst),
    ("GET", "/staff/{service}/waves/{wave}/results", Analyst),
    ("GET", "/staff/{service}/waves/{wave}/results.csv", Analyst),
    ("GET", "/staff/{service}/waves/{wave}/voices", Analyst),
    ("GET", "/staff/{service}/population", Editor),
    ("POST", "/staff/{service}/population", Editor),
    ("GET", "/{service}", Everybody),
    ("GET", "/{service}/plan", Everybody),
    ("GET", "/{service}/plan/{indicator}", Everybody),
    ("GET", "/{service}/plan/answers/{survey}", Everybody),
    ("GET", "/{service}/s/{survey}", Everybody),
    ("POST", "/{service}/s/{survey}", Everybody),
    ("GET", "/{service}/s/{survey}/check", Everybody),
    ("GET", "/{service}/s/{survey}/draw", Everybody),
    ("POST", "/{service}/s/{survey}/draw", Everybody),
    ("GET", "/{service}/s/{survey}/draw/entered", Everybody),
    ("GET", "/{service}/s/{survey}/code", Everybody),
    ("POST", "/{service}/s/{survey}/code", Everybody),
    ("GET", "/{service}/s/{survey}/fresh", Everybody),
    ("GET", "/{service}/s/{survey}/invited/{code}", Everybody),
    ("GET", "/{service}/invitations/stop/{code}", Everybody),
    ("POST", "/{service}/invitations/stop/{code}", Everybody),
    ("POST", "/{service}/s/{survey}/leave", Everybody),
    ("GET", "/{service}/s/{survey}/next", Everybody),
    ("POST", "/{service}/s/{survey}/pace", Everybody),
    ("GET", "/{service}/s/{survey}/return", Everybody),
    ("POST", "/{service}/s/{survey}/return", Everybody),
    ("POST", "/{service}/s/{survey}/send", Everybody),
    ("POST", "/{service}/s/{survey}/start", Everybody),
    ("GET", "/{service}/s/{survey}/still-there", Everybody),
    ("POST", "/{service}/s/{survey}/still-there", Everybody),
    ("GET", "/{service}/s/{survey}/stop", Everybody),
    ("POST", "/{service}/s/{survey}/stop", Everybody),
    ("GET", "/{service}/s/{survey}/tell-me", Everybody),
    ("POST", "/{service}/s/{survey}/tell-me", Everybody),
    ("GET", "/{service}/s/{survey}/tablet", Everybody),
    ("POST", "/{service}/s/{survey}/tablet", Everybody),
    ("GET", "/{service}/s/{survey}/tablet/stop", Everybody),
    ("POST", "/{service}/s/{survey}/tablet/stop", Everybody),
    ("GET", "/{service}/s/{survey}/{section}", Everybody),
    ("POST", "/{service}/s/{survey}/{section}", Everybody),
    ("GET", "/{service}/privacy", Everybody),
    ("GET", "/{service}/tell-me", Everybody),
    ("POST", "/{service}/tell-me", Everybody),
    ("GET", "/{service}/tell-me/sent", Everybody),
    ("GET", "/{service}/tell-me/stop/{code}", Everybody),
    ("POST", "/{service}/tell-me/stop/{code}", Everybody),
    ("GET", "/{service}/tell-me/yes/{code}", Everybody),
    ("POST", "/{service}/tell-me/yes/{code}", Everybody),
    ("GET", "/{service}/s/{survey}/{section}/{question}", Everybody),
    ("POST", "/{service}/s/{survey}/{section}/{question}", Everybody),
    ("GET", "/sw.js", Everybody),
    ("GET", "/waiting/{lang}", Everybody),
    ("GET", "/{service}/s/{survey}/all", Everybody),
    ("POST", "/{service}/s/{survey}/all", Everybody),
    ("GET", "/{service}/s/{survey}/paper", Everybody),
    ("GET", "/{service}/s/{survey}/paper/large", Everybody),
];

/// The routes that the server's source declares.
fn declared() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|kind| kind == "rs") {
                found.extend(routes_in(&fs::read_to_string(entry).unwrap()));
            }
        }
    }
    found
}

fn routes_in(source: &str) -> Vec<(String, String)> {
    // The methods stand between the path and the next route, or the end of the expression.
    let routes =
        source.split(".route(").skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"')?.split_once('"'));
    let pairs = routes.flat_map(|(path, after)| {
        let methods =
            after.split(['\n', ';']).find(|line| line.contains("get(") || line.contains("post(")).unwrap_or("");
        let named = [("GET", "get("), ("POST", "post("), ("PUT", "put("), ("DELETE", "delete("), ("PATCH", "patch(")];
        let known = |call: &str| methods.match_indices(call).any(|(at, _)| methods[..at].ends_with([' ', '.', '(']));
        let found = named.into_iter().filter(move |(_, call)| known(call));
        found.map(|(method, _)| (method.to_owned(), path.to_owned())).collect::<Vec<_>>()
    });
    pairs.collect()
}

#[test]
fn every_route_is_in_the_matrix() {
    let listed = ROUTES.iter().map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned())).collect();
    let declared = declared();
    let unlisted: Vec<_> = declared.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&declared).collect();
    assert!(unlisted.is_empty() && gone.is_empty(), "say whom they are for: {unlisted:?}; there no more: {gone:?}");
}

async fn knock(visitor: &Visitor, method: &str, path: &str) -> Page {
    let path = path.replace("{service}", "riverside").replace("{person}", "nobody").replace("{binding}", "nothing");
    let form = [("content-type", "application/x-www-form-urlencoded")];
    visitor.ask(Method::from_bytes(method.as_bytes()).unwrap(), &path, Vec::new(), &form).await
}

stories! {
    async fn every_route_by_everybody(world: World) {
        let world = world.riverside().await;
        world.tamper("insert into service (key, name, created) values ('hillside', 'Hillside', 0)").await;
        world.tamper("insert into staff (id, email) values ('rita', 'rita@hillside.example')").await;
        world.tamper("insert into role (staff, service, name, role) values ('rita', 'hillside', 'Rita', 'owner')").await;
        let stranger = world.visitor();
        let rita = world.signed_in("rita@hillside.example").await;
        let colleagues = [
            (Analyst, world.signed_in("ana@riverside.example").await),
            (Editor, world.signed_in("ed@riverside.example").await),
            (Owner, world.signed_in("olive@riverside.example").await),
        ];
        for (method, path, whom) in ROUTES {
            let asked = format!("{method} {path}");
            if *whom == Everybody {
                continue;
            }
            let page = knock(&stranger, method, path).await;
            assert_eq!(page.status.as_u16(), if *method == "GET" { 303 } else { 401 }, "a stranger: {asked}");
            assert!(page.location.is_empty() || page.location == "/staff/sign-in", "{asked}");
            if *whom == Staff {
                continue;
            }
            // A service that one has no part in looks like one that is not there.
            let page = knock(&rita, method, path).await.is(if *whom == Operator { 403 } else { 404 });
            page.hides("Riverside").hides("Olive");
            for (role, colleague) in &colleagues {
                let page = knock(colleague, method, path).await;
                let refused = page.status.as_u16() == 403;
                assert_eq!(refused, (*role as u8) < (*whom as u8), "{role:?}: {asked}: {}", page.status);
                assert!(!page.status.is_server_error() && page.status.as_u16() != 401, "{role:?}: {asked}");
                if let Some(kept) = page.headers.get("cache-control") {
                    assert_eq!(kept, "no-store", "{asked}");
                }
            }
        }
    }
}
