//! Compiles the bundled guests to components.

fn main() {
    heard_guest_build::build_script("..", &["barriers", "reach", "scale-index", "table", "themes"]);
}
