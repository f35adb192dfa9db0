//! Two servers on one PostgreSQL: the same form posted to both at once is one response.

use std::{collections::BTreeMap, net::Ipv4Addr};

use futures_util::future::join_all;

use crate::{
    home::Home,
    load::{self, Connection},
    process::Process,
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_posted_to_both_is_one_response() {
    let home = Home::on_postgres().await;
    let servers = [Process::start(&home), Process::start(&home)];
    let mut windows = Vec::new();
    for (server, own) in servers.iter().cycle().zip(1..=8) {
        // Each from an address of its own: one alone is not let in so often.
        windows.push(Connection::open_from(Ipv4Addr::new(127, 0, 1, own), server.address).await.unwrap());
    }
    let mut receipts = BTreeMap::new();
    for form in 0..100 {
        let words = format!("form {form}");
        let request = load::form(&load::key(), &words);
        let answers = join_all(windows.iter_mut().map(|window| window.ask(&request))).await;
        let mut given: Vec<_> = answers.into_iter().map(|answer| receipt(&answer.unwrap().text)).collect();
        given.dedup();
        assert_eq!(given.len(), 1, "{given:?}");
        receipts.insert(words, given.remove(0));
    }
    home.holds_exactly(&receipts).await;
}

fn receipt(text: &str) -> String {
    let (_, after) = text.split_once("location: /r/").expect(text);
    after.split("\r\n").next().unwrap_or_default().to_owned()
}
