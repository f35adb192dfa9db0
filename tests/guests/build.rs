//! Compiles the hostile guests to components.

fn main() {
    heard_guest_build::build_script(
        "../../plugins",
        &["endless-loop", "memory-bomb", "deep-recursion", "poison", "out-of-range", "wrong-output", "slow", "typical"],
    );
}
