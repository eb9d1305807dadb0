//! The page's WebAssembly keeps its relocations: by them `scripts/parts.mjs` tells what the first paint does without.
// Cargo is told by what is printed.
#![allow(clippy::print_stdout)]

fn main() {
    println!("cargo:rerun-if-changed=scripts/link.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo:rustc-link-arg-bins=--emit-relocs");
    }
}
