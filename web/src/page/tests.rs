//! The frame of a page.

use super::*;

fn document(page: &Page<'_>) -> String {
    page.show(html! { h1 { "Check your answers" } }).into_string()
}

#[test]
fn the_title_goes_from_the_page_to_the_house() {
    let lang = Lang::english();
    let page = Page::new(&lang, "Check your answers").within("Music & your family").home("Riverside", "/riverside");
    assert!(document(&page).contains("<title>Check your answers – Music &amp; your family – Riverside</title>"));
    assert!(document(&page.wrong(true)).contains("<title>Error: Check your answers – "));
    assert!(document(&Page::new(&lang, "Heard")).contains("<title>Heard</title>"));
}

#[test]
fn the_document_says_its_language_and_direction() {
    let urdu = Lang::try_from("ur".to_owned()).unwrap();
    assert!(document(&Page::new(&urdu, "x")).contains(r#"<html lang="ur" dir="rtl">"#));
    assert!(document(&Page::new(&Lang::english(), "x")).contains(r#"<html lang="en" dir="ltr">"#));
}

#[test]
fn the_first_link_skips_to_the_main_part() {
    let html = document(&Page::new(&Lang::english(), "x"));
    let body = html.split_once("<body>").unwrap().1;
    assert!(body.starts_with(r##"<header class="top"><a class="skip" href="#Main">"##));
    assert_eq!(body.matches(r#"id="Main""#).count(), 1);
}

#[test]
fn the_menu_marks_where_one_is() {
    let lang = Lang::english();
    let menu = vec![Link::new("Plan", "/staff/r/plan"), Link::new("Scoring", "/staff/r/plugins")];
    let html = document(&Page::new(&lang, "Plan").menu(menu, "/staff/r/plan").wide());
    assert!(html.contains(r#"<a href="/staff/r/plan" aria-current="page">Plan</a>"#));
    assert_eq!(html.matches("aria-current").count(), 1);
}

#[test]
fn a_page_carries_no_style_and_no_script() {
    let html = document(&Page::new(&Lang::english(), "<script>alert(1)</script>"));
    assert!(!html.contains("<script") && !html.contains("style=") && !html.contains("<style"));
}
