//! The examples in `golden.json`, natively. The server runs the same file on the component.

#[test]
fn golden_examples() {
    heard_plugin::testkit::check::<reach::Reach>(include_str!("../golden.json"));
}
