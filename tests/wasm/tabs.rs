//! Who may change a plan.

use ntm_planner::platform::tabs::{HoldAnswer, hold};
use ntm_planner::platform::timer;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

fn is_held(answer: &HoldAnswer) -> bool {
    matches!(answer, HoldAnswer::Held(_))
}

#[wasm_bindgen_test]
async fn a_plan_is_held_once_and_free_again_when_let_go() {
    let first = hold("once", false, || {}).await;
    assert!(is_held(&first));
    assert!(matches!(hold("once", false, || {}).await, HoldAnswer::Taken));
    assert!(is_held(&hold("another", false, || {}).await));
    drop(first);
    // Letting go is told to the browser, which takes its time: ask until it is so.
    while !is_held(&hold("once", false, || {}).await) {
        timer::pause(5).await;
    }
}

#[wasm_bindgen_test]
async fn taking_over_tells_the_one_who_held_it() {
    let lost = Rc::new(Cell::new(false));
    let flag = Rc::clone(&lost);
    let first = hold("stolen", false, move || flag.set(true)).await;
    assert!(is_held(&first));
    let second = hold("stolen", true, || {}).await;
    assert!(is_held(&second));
    while !lost.get() {
        timer::pause(5).await;
    }
    assert!(matches!(hold("stolen", false, || {}).await, HoldAnswer::Taken));
}

#[wasm_bindgen_test]
async fn letting_go_is_no_loss() {
    let lost = Rc::new(Cell::new(false));
    let flag = Rc::clone(&lost);
    drop(hold("let-go", false, move || flag.set(true)).await);
    while !is_held(&hold("let-go", false, || {}).await) {
        timer::pause(5).await;
    }
    assert!(!lost.get());
}
