//! What only a real browser can show. Each module tests one thing; run by `make test` through
//! `wasm-bindgen-test-runner` in headless Chromium.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod chart;
mod gate;
mod numbers;
mod settings;
mod store;
mod tabs;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
