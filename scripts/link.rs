//! The page's WebAssembly keeps its relocations where it is taken apart: by them `scripts/tools/pack.rs` tells what the first
//! paint does without.
// Cargo is told by what is printed.
#![allow(clippy::print_stdout)]

fn main() {
    println!("cargo:rerun-if-changed=scripts/link.rs");
    let wasm = std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    if wasm && std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo:rustc-link-arg-bins=--emit-relocs");
    }
}
