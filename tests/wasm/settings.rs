//! Small choices in local storage.

use gloo_storage::{LocalStorage, Storage};
use ntm_planner::model::Lang;
use ntm_planner::platform::settings::{self, PlanView, Theme};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_choice_is_read_as_it_was_kept() {
    assert!(settings::write(&Lang::En));
    assert_eq!(settings::read::<Lang>(), Lang::En);
    assert!(settings::write(&Lang::Vi));
    assert_eq!(settings::read::<Lang>(), Lang::Vi);
}

#[wasm_bindgen_test]
fn what_cannot_be_read_gives_the_default() {
    LocalStorage::raw().set_item("ntm-planner.theme", "{broken").unwrap();
    assert_eq!(settings::read::<Theme>(), Theme::System);
    LocalStorage::raw().set_item("ntm-planner.theme", "\"purple\"").unwrap();
    assert_eq!(settings::read::<Theme>(), Theme::System);
}

#[wasm_bindgen_test]
fn the_view_of_a_plan_is_forgotten_with_it() {
    let view = PlanView {
        scenario: "b".into(),
        base: "a".into(),
        comparison: vec!["a".into(), "b".into()],
    };
    assert!(settings::write_view("p-1", &view));
    assert_eq!(settings::read_view("p-1"), view);
    assert_eq!(settings::read_view("p-2"), PlanView::default());
    settings::forget_view("p-1");
    assert_eq!(settings::read_view("p-1"), PlanView::default());
}
