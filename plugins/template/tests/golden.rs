//! The examples in `golden.json`, natively. Heard runs the same file on the component.

#[test]
fn golden_examples() {
    heard_plugin::testkit::check::<my_plugin::MyPlugin>(include_str!("../golden.json"));
}
