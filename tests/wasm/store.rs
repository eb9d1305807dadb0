//! Promises of the store.

use idb::{DatabaseEvent, Factory, KeyPath, ObjectStoreParams, TransactionMode};
use js_sys::{Object, Reflect};
use ntm_planner::model::Text;
use ntm_planner::platform::idb::{PlanRecord, Store, StoreError, StoreEvent, StoredPlans, VERSION};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// A database of its own for each test; what an earlier run left is cleared first.
async fn fresh(name: &str) -> String {
    let name = format!("ntm-planner-test-{name}");
    Factory::new().unwrap().delete(&name).unwrap().await.unwrap();
    name
}

async fn open(name: &str) -> Store {
    Store::open(name, |_| {}).await.unwrap()
}

fn record(id: &str, json: &str, revision: f64) -> PlanRecord {
    PlanRecord {
        id: id.into(),
        json: json.into(),
        name: Text::new("Kế hoạch <b>đỏ</b>", "Plan"),
        updated: 1_611_300_000_000.0,
        revision,
    }
}

/// Puts any value into the plans as another program might.
async fn put_raw(name: &str, value: &JsValue) {
    let database = Factory::new().unwrap().open(name, None).unwrap().await.unwrap();
    let transaction = database.transaction(&["plans"], TransactionMode::ReadWrite).unwrap();
    let plans = transaction.object_store("plans").unwrap();
    plans.put(value, None).unwrap().await.unwrap();
    transaction.await.unwrap();
    database.close();
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in fields {
        Reflect::set(&object, &(*key).into(), value).unwrap();
    }
    object.into()
}

#[wasm_bindgen_test]
async fn a_saved_record_is_read_back_as_it_was_written() {
    let store = open(&fresh("save").await).await;
    let written = record("p-1", "{\"tên\":\"Thạch Hà\"}", 1.0);
    store.save(&written, true).await.unwrap();
    assert_eq!(store.get("p-1").await.unwrap(), Some(written.clone()));
    assert_eq!(store.list().await.unwrap().plans, [written]);
}

#[wasm_bindgen_test]
async fn an_unknown_plan_is_nothing_and_no_error() {
    let store = open(&fresh("unknown").await).await;
    assert_eq!(store.get("p-1").await.unwrap(), None);
    assert_eq!(store.list().await.unwrap(), StoredPlans::default());
    store.delete("p-1").await.unwrap();
}

#[wasm_bindgen_test]
async fn what_is_kept_outlives_the_connection() {
    let name = fresh("reopen").await;
    let written = record("p-1", "{}", 1.0);
    let first = open(&name).await;
    first.save(&written, true).await.unwrap();
    drop(first);
    assert_eq!(open(&name).await.get("p-1").await.unwrap(), Some(written));
}

#[wasm_bindgen_test]
async fn a_second_writer_with_an_old_revision_is_refused_and_nothing_is_lost() {
    let name = fresh("conflict").await;
    let (here, there) = (open(&name).await, open(&name).await);
    here.save(&record("p-1", "old", 1.0), true).await.unwrap();
    there.save(&record("p-1", "theirs", 2.0), true).await.unwrap();
    let refused = here.save(&record("p-1", "mine", 2.0), true).await;
    assert_eq!(refused, Err(StoreError::Conflict));
    assert_eq!(here.get("p-1").await.unwrap().unwrap().json, "theirs");
}

#[wasm_bindgen_test]
async fn the_last_moment_writes_without_looking() {
    let store = open(&fresh("hurry").await).await;
    store.save(&record("p-1", "a", 5.0), true).await.unwrap();
    store.save(&record("p-1", "b", 5.0), false).await.unwrap();
    assert_eq!(store.get("p-1").await.unwrap().unwrap().json, "b");
}

#[wasm_bindgen_test]
async fn writes_of_two_stores_at_once_both_arrive() {
    let name = fresh("both").await;
    let (here, there) = (open(&name).await, open(&name).await);
    let (one, two) = (record("p-1", "1", 1.0), record("p-2", "2", 1.0));
    let second = there.save(&two, true);
    here.save(&one, true).await.unwrap();
    second.await.unwrap();
    assert_eq!(here.list().await.unwrap().plans, [one, two]);
}

#[wasm_bindgen_test]
async fn a_deleted_record_is_gone_and_the_others_stay() {
    let store = open(&fresh("delete").await).await;
    store.save(&record("p-1", "1", 1.0), true).await.unwrap();
    store.save(&record("p-2", "2", 1.0), true).await.unwrap();
    store.delete("p-1").await.unwrap();
    assert_eq!(store.get("p-1").await.unwrap(), None);
    assert!(store.get("p-2").await.unwrap().is_some());
}

#[wasm_bindgen_test]
async fn a_record_that_is_no_plan_is_listed_apart_and_not_in_the_way() {
    let name = fresh("broken").await;
    let store = open(&name).await;
    store.save(&record("p-1", "1", 1.0), true).await.unwrap();
    put_raw(&name, &object(&[("id", "p-2".into()), ("json", 12.into())])).await;
    let stored = store.list().await.unwrap();
    assert_eq!(stored.plans.len(), 1);
    assert_eq!(stored.broken, ["p-2"]);
    assert_eq!(store.get("p-2").await, Err(StoreError::Mismatch));
}

#[wasm_bindgen_test]
async fn setting_aside_moves_a_record_as_it_is_and_keeps_its_text() {
    let name = fresh("aside").await;
    let store = open(&name).await;
    store.save(&record("p-1", "{\"half a plan", 3.0), true).await.unwrap();
    put_raw(&name, &object(&[("id", "p-2".into()), ("colour", "red".into())])).await;
    store.set_aside("p-1", "truncated", 7.0).await.unwrap();
    store.set_aside("p-2", "not a plan record", 8.0).await.unwrap();

    let stored = store.list().await.unwrap();
    assert!(stored.plans.is_empty() && stored.broken.is_empty());
    let [first, second] = &stored.set_aside[..] else {
        panic!("two records, not {:?}", stored.set_aside);
    };
    assert_eq!((first.text.as_str(), first.at), ("{\"half a plan", 7.0));
    assert_eq!(first.reason, "truncated");
    assert_eq!(first.name, "Kế hoạch <b>đỏ</b>");
    assert_eq!(second.text, "{\"id\":\"p-2\",\"colour\":\"red\"}");
    assert_ne!(first.key, second.key);
}

#[wasm_bindgen_test]
async fn setting_aside_twice_keeps_both() {
    let store = open(&fresh("aside-twice").await).await;
    for text in ["first", "second"] {
        store.save(&record("p-1", text, 1.0), true).await.unwrap();
        store.set_aside("p-1", "truncated", 1.0).await.unwrap();
    }
    let stored = store.list().await.unwrap();
    let texts: Vec<&str> = stored.set_aside.iter().map(|a| a.text.as_str()).collect();
    assert_eq!(texts, ["first", "second"]);
}

#[wasm_bindgen_test]
async fn a_store_of_the_first_layout_is_upgraded_with_its_plans() {
    let name = fresh("upgrade").await;
    let mut request = Factory::new().unwrap().open(&name, Some(1)).unwrap();
    request.on_upgrade_needed(|event| {
        let mut by_id = ObjectStoreParams::new();
        by_id.key_path(Some(KeyPath::new_single("id")));
        event.database().unwrap().create_object_store("plans", by_id).unwrap();
    });
    request.await.unwrap().close();
    let old = record("p-1", "old", 1.0);
    put_raw(&name, &serde_wasm_bindgen::to_value(&old).unwrap()).await;

    let store = open(&name).await;
    assert_eq!(store.get("p-1").await.unwrap(), Some(old));
    store.set_aside("p-1", "for the test", 1.0).await.unwrap();
    assert_eq!(store.list().await.unwrap().set_aside.len(), 1);
}

#[wasm_bindgen_test]
async fn a_store_of_a_newer_layout_is_left_alone() {
    let name = fresh("newer").await;
    let newer = Factory::new().unwrap().open(&name, Some(VERSION + 1)).unwrap();
    newer.await.unwrap().close();
    assert_eq!(Store::open(&name, |_| {}).await.err(), Some(StoreError::Newer));
}

#[wasm_bindgen_test]
async fn a_newer_version_gets_the_store_and_the_old_one_hears_of_it() {
    let name = fresh("given-up").await;
    let heard = Rc::new(RefCell::new(Vec::new()));
    let ear = Rc::clone(&heard);
    let store = Store::open(&name, move |event| ear.borrow_mut().push(event))
        .await
        .unwrap();
    let newer = Factory::new().unwrap().open(&name, Some(VERSION + 1)).unwrap();
    newer.await.unwrap().close();
    assert_eq!(*heard.borrow(), [StoreEvent::GivenUp]);
    assert_eq!(
        store.save(&record("p-1", "1", 1.0), true).await,
        Err(StoreError::Closed)
    );
}
