//! Every route, by everybody: nothing opens for a role that it is not for, or for the staff of another service.

mod councils;
mod routes;

use std::{collections::BTreeSet, fs, path::Path};

use reqwest::Method;

use crate::{
    stories,
    visitor::{Page, Visitor},
    world::World,
};
use councils::COUNCILS;
use routes::{
    For::{self, Analyst, Colleague, Editor, Everybody, Facilitator, Member, Moderator, Operator, Owner, Staff},
    ROUTES,
};

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
    let listed =
        ROUTES.iter().chain(COUNCILS).map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned())).collect();
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

/// Whether a route is open to a role.
fn opens(role: For, whom: For) -> bool {
    match role {
        Owner => whom != Operator,
        Editor => !matches!(whom, Owner | Operator),
        Facilitator => matches!(whom, Colleague | Moderator | Facilitator),
        other => whom == Colleague || whom == other,
    }
}

stories! {
    async fn every_route_by_everybody(world: World) {
        let world = world.riverside().await;
        world.tamper("insert into service (key, name, created) values ('hillside', 'Hillside', 0)").await;
        world.tamper("insert into staff (id, email) values ('rita', 'rita@hillside.example')").await;
        world.tamper("insert into role (staff, service, name, role) values ('rita', 'hillside', 'Rita', 'owner')").await;
        let stranger = world.visitor();
        let rita = world.signed_in("rita@hillside.example").await;
        for (id, role) in [("fay", "facilitator"), ("maya", "moderator")] {
            world.tamper(&format!("insert into staff (id, email) values ('{id}', '{id}@riverside.example')")).await;
            world.tamper(&format!("insert into role (staff, service, name, role) values ('{id}', 'riverside', '{id}', '{role}')")).await;
        }
        let colleagues = [
            (Moderator, world.signed_in("maya@riverside.example").await),
            (Facilitator, world.signed_in("fay@riverside.example").await),
            (Analyst, world.signed_in("ana@riverside.example").await),
            (Editor, world.signed_in("ed@riverside.example").await),
            (Owner, world.signed_in("olive@riverside.example").await),
        ];
        for (method, path, whom) in ROUTES.iter().chain(COUNCILS) {
            let asked = format!("{method} {path}");
            if *whom == Everybody {
                continue;
            }
            if *whom == Member {
                // No role in a service makes anybody a member.
                for person in colleagues.iter().map(|(_, colleague)| colleague).chain([&stranger, &rita]) {
                    assert_eq!(knock(person, method, path).await.leads(), "/council", "{asked}");
                }
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
                assert_eq!(refused, !opens(*role, *whom), "{role:?}: {asked}: {}", page.status);
                assert!(!page.status.is_server_error() && page.status.as_u16() != 401, "{role:?}: {asked}");
                if let Some(kept) = page.headers.get("cache-control") {
                    assert_eq!(kept, "no-store", "{asked}");
                }
            }
        }
    }
}
