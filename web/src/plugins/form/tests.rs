use heard_core::{answer::Typed, survey::Survey};
use serde_json::json;

use super::*;
use crate::plugins::vocabulary::Vocabulary;

/// One field of every shape.
const SCHEMA: &str = r##"{
    "type": "object", "required": ["question", "items"],
    "$defs": {"tree": {"type": "object", "title": "Tree", "properties": {"left": {"$ref": "#/$defs/tree"}}}},
    "properties": {
        "question": {"type": "string", "title": "Question", "description": "Which one?", "format": "heard-question-several"},
        "answers": {"type": "array", "title": "Answers", "uniqueItems": true, "items": {"type": "string", "format": "heard-option", "heardOf": "question"}},
        "items": {"type": "array", "title": "Scales", "uniqueItems": true, "items": {"type": "string", "format": "heard-question-scale"}},
        "share": {"type": "number", "title": "Share", "exclusiveMinimum": 0, "maximum": 1, "default": 0.5},
        "many": {"type": "integer", "title": "Many", "minimum": 1},
        "flag": {"type": "boolean", "title": "Flag"},
        "way": {"title": "Way", "oneOf": [{"const": "up", "title": "Upwards"}, {"const": 2, "title": "Two"}]},
        "name": {"type": "string", "title": "Name", "maxLength": 60},
        "phrases": {"type": "array", "title": "Phrases", "items": {"type": "string"}},
        "rules": {"type": "array", "title": "Rules", "minItems": 1, "maxItems": 3, "items": {
            "type": "object", "title": "Rule", "required": ["of", "weight"], "properties": {
                "of": {"type": "string", "title": "Of", "format": "heard-option", "heardOf": "question"},
                "weight": {"type": "number", "title": "Weight"}}}},
        "tree": {"$ref": "#/$defs/tree"},
        "odd": {"title": "Odd", "anyOf": []}
    }
}"##;

fn typed(fields: &[(&str, &str)]) -> Typed {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// What these fields make of the settings, and the problems, at a pointer each.
fn check(fields: &[(&str, &str)], settings: &Value, problems: &[&str]) {
    let posted = read(&form(SCHEMA), &typed(fields), &[]).unwrap();
    for (key, value) in settings.as_object().unwrap() {
        assert_eq!(posted.settings[key], *value, "{key} of {}", posted.settings);
    }
    assert_eq!(posted.troubles.iter().map(|trouble| trouble.at.as_str()).collect::<Vec<_>>(), problems);
}

const FILLED: &[(&str, &str)] = &[("/question", "barriers"), ("/items", "feel_welcome")];

#[test]
fn each_shape_is_read() {
    let more: &[(&str, &str)] = &[
        ("/answers", "cost"),
        ("/answers", "time"),
        ("/share", "0,25"),
        ("/many", " 3 "),
        ("/flag", "yes"),
        ("/way", "2"),
        ("/phrases", "too far\r\n\r\n bus \r\n"),
        ("/rules", "2"),
        ("/rules/0/of", "cost"),
        ("/rules/0/weight", "2"),
        ("/rules/1/of", "time"),
        ("/rules/1/weight", "0.5"),
        ("/odd", "[1, {\"a\": null}]"),
    ];
    let settings = json!({
        "question": "barriers", "items": ["feel_welcome"], "answers": ["cost", "time"], "share": 0.25, "many": 3,
        "flag": true, "way": 2, "phrases": ["too far", "bus"], "odd": [1, {"a": null}],
        "rules": [{"of": "cost", "weight": 2}, {"of": "time", "weight": 0.5}]
    });
    check(&[FILLED, more].concat(), &settings, &[]);
}

#[test]
fn what_is_left_empty_is_left_out() {
    check(FILLED, &json!({"answers": [], "share": null, "name": null, "flag": false, "rules": []}), &[]);
    check(&[], &json!({"question": null}), &["/question"]);
}

#[test]
fn what_cannot_be_read_stays_as_it_was_typed() {
    let more = [("/share", "half"), ("/many", "2.5"), ("/odd", "{"), ("/rules", "1"), ("/rules/0/of", "cost")];
    let settings = json!({"share": "half", "many": 2.5, "odd": "{", "rules": [{"of": "cost"}]});
    check(&[FILLED, &more[..]].concat(), &settings, &["/many", "/odd", "/rules/0/weight", "/share"]);
    for outside in ["0", "1.5", "-1", "inf", "nan"] {
        check(&[FILLED, &[("/share", outside)][..]].concat(), &json!({}), &["/share"]);
    }
}

#[test]
fn forged_and_repeated_fields_are_refused() {
    let form = form(SCHEMA);
    for forged in [&[("/admin", "1")][..], &[("/share", "1"), ("/share", "1")], &[("/rules/0/of", "x")], &[("@x", "1")]]
    {
        assert!(read(&form, &typed(&[FILLED, forged].concat()), &[]).is_err(), "{forged:?}");
    }
    // Nobody makes us fill a page with rows.
    let posted = read(&form, &typed(&[FILLED, &[("/rules", "99999999")][..]].concat()), &[]).unwrap();
    assert_eq!(posted.settings["rules"].as_array().unwrap().len(), MOST_ROWS);
}

#[test]
fn rows_come_and_go() {
    let form = form(SCHEMA);
    let mut settings = form.blank();
    assert_eq!(settings, json!({"share": 0.5, "rules": [{}]}));
    assert_eq!(form.add_row(&mut settings, "/rules").as_deref(), Some("/rules/1"));
    settings["rules"][1] = json!({"of": "cost"});
    assert_eq!(form.remove_row(&mut settings, "/rules/0"), Some("/rules"));
    assert_eq!(settings["rules"], json!([{"of": "cost"}]));
    assert!(form.add_row(&mut settings, "/rules").is_some() && form.add_row(&mut settings, "/rules").is_some());
    assert_eq!(form.add_row(&mut settings, "/rules"), None, "three at most");
    for nowhere in ["", "/", "/share", "/rules/0", "/rules/0/of", "/none"] {
        assert_eq!(form.add_row(&mut settings, nowhere), None, "{nowhere}");
        assert_eq!(form.remove_row(&mut settings, &format!("{nowhere}/7")), None, "{nowhere}");
    }
}

fn html(settings: &Value, troubles: &[Trouble]) -> String {
    let survey = Survey::from_json(include_str!("../../demo/survey.json")).unwrap();
    let (form, vocabulary) = (form(SCHEMA), Vocabulary::of(&survey, 1));
    let shown = Shown { form: &form, settings, troubles, vocabulary: &vocabulary };
    format!("{}{}", problems(shown).into_string(), controls(shown).into_string())
}

#[test]
fn pickers_offer_what_fits_and_keep_what_is_gone() {
    let html = html(&json!({"question": "barriers", "items": ["feel_welcome", "gone"]}), &[]);
    assert!(html.contains(r#"value="feel_welcome" checked"#));
    assert!(html.contains(r#"value="gone" checked"#) && html.contains("the survey has no such question"));
    assert!(!html.contains(r#"name="/items" value="who""#), "“who” is no scale");
    assert!(html.contains(r#"<option value="barriers" selected>"#));
    assert!(html.contains(r#"name="/answers" value=""#), "the question’s answers can be ticked");
    assert!(self::html(&json!({}), &[]).contains("Choose the question first"));
}

#[test]
fn a_problem_is_at_its_field_and_leads_there() {
    let trouble = |at: &str| Trouble { at: at.to_owned(), message: format!("Mend {at}.") };
    let settings = json!({"items": ["feel_welcome"], "rules": [{"of": "cost"}], "phrases": ["a", "b"]});
    let troubles = ["/items/0", "/rules/0/weight", "/rules", "/phrases/1", "/share", "", "who"].map(trouble);
    let html = html(&settings, &troubles);
    for id in ["/items", "/rules/0/weight", "/rules", "/phrases", "/share"] {
        assert!(html.contains(&format!("href=\"#{id}\"")), "no link to {id} in {html}");
        assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
        assert!(html.contains(&format!("id=\"{id}-Error\"")), "{id}");
        let described = html.split(" aria-describedby=\"").skip(1).filter_map(|rest| rest.split('"').next());
        assert!(described.into_iter().any(|ids| ids.split(' ').any(|one| one == format!("{id}-Error"))), "{id}");
    }
    // What is about all of them is told above.
    assert_eq!(html.matches("href=\"#Form\"").count(), 2);
    assert!(html.contains("“b”: Mend /phrases/1."), "{html}");
    assert!(html.contains("Families like ours are welcome at Riverside Music Service.”: Mend /items/0."));
}

#[test]
fn a_schema_that_is_none_gives_a_box() {
    for schema in ["", "[]", "{\"type\": \"array\"}", "not JSON"] {
        let field = form(schema);
        assert_eq!(field.shape, Shape::Json);
        let posted = read(&field, &typed(&[("@settings", "{\"a\": 1}")]), &[]).unwrap();
        assert_eq!((posted.settings, posted.troubles), (json!({"a": 1}), Vec::new()));
    }
}

#[test]
fn a_schema_that_refers_to_itself_comes_to_an_end() {
    let mut depth = 0;
    let tree = form(SCHEMA);
    let mut field = &tree;
    while let Shape::Group(parts) = &field.shape {
        let Some(next) = parts.iter().find(|one| one.key == "tree" || one.key == "left") else { break };
        field = next;
        depth += 1;
    }
    assert!(matches!(field.shape, Shape::Json) && depth <= DEEPEST, "{depth}");
}
