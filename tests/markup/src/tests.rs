//! Each rule is shown a page that breaks it: a check that cannot fail is no check.

use crate::{RULES, faults};

fn page(body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\"><title>Error: Page</title>\
         <meta name=\"viewport\" content=\"width=device-width\"></head><body><a href=\"#Main\">Skip</a>\
         <main id=\"Main\" tabindex=\"-1\"><h1>Page</h1>{body}</main></body></html>"
    )
}

/// All that a form has, as it should be.
const SOUND: &str = r#"
    <h2>Who</h2><form method="post"><div><fieldset><legend><span lang="ur" dir="rtl">کون</span></legend>
    <p class="error" id="a-Error"><span class="unseen">Error: </span>Choose</p>
    <input type="radio" id="a" name="a" value="1" aria-describedby="a-Error"><label for="a">One</label>
    <input type="radio" id="a-2" name="a" value="2"><label for="a-2">Two</label></fieldset></div>
    <label>Words <textarea name="b"></textarea></label><img src="x" alt="">
    <svg aria-hidden="true"><path d="M0 0"/></svg>
    <button>Go on</button><button name="@lang" value="ur" lang="ur" dir="rtl">اردو</button></form>
    <table><caption>T</caption><tr><th scope="col">A</th></tr></table>"#;

#[test]
fn a_sound_page_passes() {
    assert_eq!(faults(&page(SOUND)), <Vec<String>>::new());
}

#[test]
fn every_rule_finds_what_breaks_it() {
    let sound = page(SOUND);
    let broken = |from: &str, to: &str| {
        assert!(sound.contains(from), "{from}");
        sound.replace(from, to)
    };
    let cases = [
        ("syntax", broken("<h2>Who</h2>", "<h2>Who</h3>")),
        ("ids", broken(r#"id="a-2""#, r#"id="a""#)),
        ("references", broken(r#"describedby="a-Error""#, r#"describedby="a-Error gone""#)),
        ("references", broken("#Main", "#Nowhere")),
        ("language", broken(r#" dir="ltr""#, "")),
        ("language", broken(r#"lang="en" dir="ltr""#, r#"lang="ar" dir="ltr""#)),
        ("directions", broken(r#"<span lang="ur" dir="rtl">"#, r#"<span lang="ur">"#)),
        ("landmarks", broken("<h2>Who</h2>", "<h1>Who</h1>")),
        ("landmarks", broken("width=device-width", "maximum-scale=1")),
        ("own style or script", broken("<h2>", r#"<h2 style="color:red">"#)),
        ("own style or script", broken("<h2>Who</h2>", "<h2>Who</h2><script>1</script>")),
        ("own style or script", broken("<button>", r#"<button onclick="x()">"#)),
        ("keyboard", broken("<button>", r#"<button tabindex="1">"#)),
        ("keyboard", broken("<textarea", "<textarea autofocus")),
        ("keyboard", broken("<h2>Who</h2>", r#"<a href="/x" target="_blank">x</a>"#)),
        ("keyboard", broken("<h2>Who</h2>", r#"<a href="/x"><input type="checkbox" name="x" aria-label="x"></a>"#)),
        ("headings", broken("<h2>Who</h2>", "<h3>Who</h3>")),
        ("title", broken("<title>Error: ", "<title>")),
        ("words of links and buttons", broken("<button>Go on", "<button>")),
        ("pictures", broken(r#" alt="""#, "")),
        ("pictures", broken(r#" aria-hidden="true""#, "")),
        ("tables", broken("<caption>T</caption>", "")),
        ("tables", broken(r#" scope="col""#, "")),
        ("labels", broken(r#"<label for="a-2">Two</label>"#, "")),
        ("labels", broken(r#"<textarea name="b">"#, r#"<textarea name="b" aria-label="Words">"#)),
        ("names", broken(r#"<textarea name="b">"#, "<textarea>")),
        ("groups", broken("<legend>", "<p></p><legend>")),
        ("groups", broken(r#"name="a" value="2""#, r#"name="c" value="2""#)),
        ("groups", broken("<div><fieldset>", "<fieldset><legend>All</legend><fieldset>")),
        ("groups", broken("<h2>Who</h2>", &["<fieldset><legend>Which?</legend></fieldset>"; 2].concat())),
        ("descriptions", broken(r#" aria-describedby="a-Error""#, "")),
        ("descriptions", broken("<fieldset>", r#"<fieldset aria-describedby="a-Error">"#)),
        ("what Enter presses", broken("<button>Go on</button>", "")),
        ("what Enter presses", broken("<h2>Who</h2>", "<button>Lost</button>")),
    ];
    for (rule, html) in &cases {
        let found = faults(html);
        assert!(found.iter().any(|fault| fault.starts_with(&format!("{rule}: "))), "{rule}: {found:?}\n{html}");
    }
    for (rule, _) in RULES {
        assert!(cases.iter().any(|(shown, _)| *shown == rule), "nothing shows that \"{rule}\" can fail");
    }
}
