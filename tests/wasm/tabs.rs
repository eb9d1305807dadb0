//! Who may change a plan.

use ntm_planner::platform::tabs::{Answer, hold};
use ntm_planner::platform::timer;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

fn held(answer: &Answer) -> bool {
    matches!(answer, Answer::Held(_))
}

#[wasm_bindgen_test]
async fn a_plan_is_held_once_and_free_again_when_let_go() {
    let first = hold("once", false, || {}).await;
    assert!(held(&first));
    assert!(matches!(hold("once", false, || {}).await, Answer::Taken));
    assert!(held(&hold("another", false, || {}).await));
    drop(first);
    // Letting go is told to the browser, which takes its time: ask until it is so.
    while !held(&hold("once", false, || {}).await) {
        timer::pause(5).await;
    }
}

#[wasm_bindgen_test]
async fn taking_over_tells_the_one_who_held_it() {
    let lost = Rc::new(Cell::new(false));
    let told = Rc::clone(&lost);
    let first = hold("stolen", false, move || told.set(true)).await;
    assert!(held(&first));
    let second = hold("stolen", true, || {}).await;
    assert!(held(&second));
    while !lost.get() {
        timer::pause(5).await;
    }
    assert!(matches!(hold("stolen", false, || {}).await, Answer::Taken));
}

#[wasm_bindgen_test]
async fn letting_go_is_no_loss() {
    let lost = Rc::new(Cell::new(false));
    let told = Rc::clone(&lost);
    drop(hold("let-go", false, move || told.set(true)).await);
    while !held(&hold("let-go", false, || {}).await) {
        timer::pause(5).await;
    }
    assert!(!lost.get());
}
