use super::*;
use crate::model::samples;
use proptest::prelude::*;
use serde_json::{Value, json};

const SAVED: &str = "2021-11-23T14:03:00Z";

fn sample() -> crate::model::Plan {
    samples::default_plan()
}

/// The default plan's file as a JSON value, to be spoiled.
fn document() -> Value {
    serde_json::from_str(&write(&sample(), None).unwrap()).unwrap()
}

fn codes(restored: &Restored) -> Vec<&str> {
    restored.repairs.iter().map(|r| r.kind.code()).collect()
}

#[test]
fn every_sample_comes_back_as_it_was() {
    for name in samples::NAMES {
        let plan = samples::by_name(name).unwrap();
        let restored = restore(&export(&plan, SAVED).unwrap()).unwrap();
        assert_eq!(restored.plan, plan, "{name}");
        assert_eq!(restored.repairs, []);
        assert_eq!(restored.saved.as_deref(), Some(SAVED));
        assert_eq!(restored.engine.as_deref(), Some(ENGINE));
        assert!(!restored.newer && restored.migrated_from.is_none());
    }
}

#[test]
fn the_same_plan_is_written_the_same_again() {
    let text = export(&sample(), SAVED).unwrap();
    assert_eq!(export(&restore(&text).unwrap().plan, SAVED).unwrap(), text);
    let head =
        format!("{{\n  \"format\": \"ntm-plan\",\n  \"version\": 1,\n  \"engine\": \"{ENGINE}\",\n  \"saved\": ");
    assert!(text.starts_with(&head), "{}", &text[..120]);
}

#[test]
fn a_file_laid_out_anew_is_the_same_and_a_changed_one_is_told() {
    let mut document = document();
    assert_eq!(restore(&document.to_string()).unwrap().repairs, []);
    document["plan"]["population"]["value"] = json!(5);
    assert_eq!(codes(&restore(&document.to_string()).unwrap()), ["changed-outside"]);
}

#[test]
fn a_plan_without_an_envelope_is_read_and_told() {
    let restored = restore(&document()["plan"].to_string()).unwrap();
    assert_eq!(codes(&restored), ["bare-plan"]);
    assert_eq!(restored.migrated_from, Some(0));
    assert_eq!(restored.plan, sample());
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    let text = format!("\u{feff}{}", write(&sample(), None).unwrap().replace('\n', "\r\n"));
    let restored = restore_bytes(text.as_bytes()).unwrap();
    assert_eq!((restored.plan, restored.repairs), (sample(), vec![]));
}

#[test]
fn fields_of_a_newer_version_are_kept_where_their_owner_still_is() {
    let mut newer = document();
    newer["version"] = json!(7);
    newer["author"] = json!("văn phòng");
    newer["plan"]["colour"] = json!({"deep": [1, null]});
    newer["plan"]["sources"][1]["colour"] = json!("red");
    newer["plan"]["sources"][1]["amount"]["certainty"] = json!(1.6e12);
    newer["plan"]["scenarios"][2]["overrides"]["lines_on"] = json!({"ocop": true});
    newer["plan"]["lines"][0]["goal"]["origin"]["page"] = json!(3);
    newer["plan"]["events"][0]["effects"][0]["curve"] = json!([1, 2]);
    let restored = restore(&newer.to_string()).unwrap();
    assert!(restored.newer);
    let keys: Vec<&str> = restored.plan.unknown.keys().map(String::as_str).collect();
    let plan = sample();
    let expected = [
        "../author".to_owned(),
        "../version".to_owned(),
        "/colour".to_owned(),
        format!("/events/{}/effects/0/curve", plan.events[0].id),
        format!("/lines/{}/goal/origin/page", plan.lines[0].id),
        format!("/scenarios/{}/overrides/lines_on", plan.scenarios[2].id),
        "/sources/integrated/amount/certainty".to_owned(),
        "/sources/integrated/colour".to_owned(),
    ];
    assert_eq!(keys, expected);

    // Reordered and partly deleted: what is left keeps its own.
    let mut changed = restored.plan.clone();
    changed.sources.swap(0, 1);
    changed.scenarios.remove(2);
    let text = write(&changed, None).unwrap();
    let again: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(again["version"], json!(7));
    assert_eq!(again["author"], json!("văn phòng"));
    assert_eq!(again["plan"]["sources"][0]["colour"], json!("red"));
    assert_eq!(again["plan"]["colour"], newer["plan"]["colour"]);
    assert!(!text.contains("lines_on"));
    assert!(restore(&text).unwrap().newer);
}

#[test]
fn a_known_field_with_its_default_value_is_not_taken_for_an_unknown_one() {
    let mut explicit = document();
    explicit["plan"]["data_source"] = json!({"vi": ""});
    explicit["plan"]["scenarios"][0]["note"] = json!("");
    explicit["plan"]["scenarios"][0]["overrides"]["other_works"] = json!(null);
    explicit["plan"]["scenarios"][0]["overrides"]["amounts"] = json!({});
    explicit["plan"]["sources"][0]["amount"]["replaced"] = json!(null);
    explicit["plan"]["lines"][1]["profile"] = json!([]);
    explicit["plan"]["lines"][1]["milestones"] = json!([]);
    let restored = restore(&explicit.to_string()).unwrap();
    assert_eq!(restored.plan.unknown, Default::default());
}

#[test]
fn hostile_texts_are_kept_as_text_and_what_deceives_is_taken_out() {
    let mut plan = sample();
    plan.name.vi = "<img src=x onerror=alert(1)>=HYPERLINK(\"x\")\u{202e}gpj\u{0}".into();
    plan.scenarios[0].note = "a".repeat(20_000);
    let document = write(&plan, None).unwrap();
    let restored = restore(&document).unwrap();
    assert_eq!(
        restored.plan.name.vi,
        "<img src=x onerror=alert(1)>=HYPERLINK(\"x\")gpj"
    );
    assert_eq!(codes(&restored), ["text-cleaned", "text-cut"]);
    assert_eq!(restored.repairs[0].path, "/plan/name/vi");
    let note = format!("/plan/scenarios/{}/note", plan.scenarios[0].id);
    assert_eq!(restored.repairs[1].path, note);
    let (found, kept) = (20_000, 10_000);
    assert_eq!(restored.repairs[1].kind, RepairKind::TextCut { found, kept });
    // Whoever gets the export is told of nothing.
    assert_eq!(restore(&export(&plan, SAVED).unwrap()).unwrap().repairs, []);
}

#[test]
fn missing_and_double_ids_are_made_and_told() {
    let mut document = document();
    let plan = document["plan"].as_object_mut().unwrap();
    plan.remove("id");
    plan["sources"][0].as_object_mut().unwrap().remove("id");
    let twice = plan["scenarios"][0]["id"].clone();
    plan["scenarios"][1]["id"] = twice.clone();
    document.as_object_mut().unwrap().remove("hash");
    let restored = restore(&document.to_string()).unwrap();
    assert_eq!(codes(&restored), ["id-made", "id-made", "id-renamed"]);
    assert!(restored.plan.id.starts_with("plan-"));
    assert_eq!(restored.plan.sources[0].id, "source-1");
    assert_eq!(restored.plan.scenarios[1].id, format!("{}-2", twice.as_str().unwrap()));
    assert_eq!(restore(&document.to_string()).unwrap(), restored);
}

#[test]
fn a_plan_without_scenarios_gets_one() {
    let mut document = document();
    document.as_object_mut().unwrap().remove("hash");
    document["plan"]["scenarios"] = json!([]);
    let restored = restore(&document.to_string()).unwrap();
    assert_eq!(codes(&restored), ["scenario-added"]);
    assert_eq!(restored.plan.scenarios.len(), 1);
}

#[test]
fn what_would_exhaust_the_machine_is_bounded() {
    let mut document = document();
    document.as_object_mut().unwrap().remove("hash");
    document["plan"]["calendar"] = json!({"start": {"year": 99999, "month": 0}, "months": 5_000_000_000u64});
    document["plan"]["discipline"] = json!({"kind": "bridge", "wait": 1e15});
    let restored = restore(&document.to_string()).unwrap();
    assert_eq!(
        codes(&restored),
        [
            "calendar-bounded",
            "calendar-bounded",
            "calendar-bounded",
            "wait-bounded"
        ]
    );
    assert_eq!(restored.plan.calendar.months, 61);
    assert_eq!(restored.plan.calendar.start.month, 1);
}

#[test]
fn many_repairs_are_summed_up() {
    let mut document = document();
    document.as_object_mut().unwrap().remove("hash");
    let scenario = json!({"id": "", "name": {"vi": "x"}});
    document["plan"]["scenarios"] = Value::Array(vec![scenario; 150]);
    let restored = restore(&document.to_string()).unwrap();
    assert_eq!(restored.repairs.len(), 101);
    assert_eq!(restored.repairs[100].kind, RepairKind::MoreRepairs { more: 50 });
}

#[test]
fn a_number_that_is_not_finite_is_not_exported() {
    let mut plan = sample();
    plan.sources[1].amount.value = f64::NAN;
    let refusal = export(&plan, SAVED).unwrap_err();
    assert_eq!(refusal.kind, RefusalKind::NotExportable);
    // The list is named by index here: a plan in memory is refused by the program itself, not by a person's file.
    assert_eq!(refusal.path, "/plan/sources/1/amount/value");
}

#[test]
fn sizes_are_checked_before_anything_is_read() {
    let refusal = restore(&" ".repeat(MAX_BYTES + 1)).unwrap_err();
    let most = 20 * 1024 * 1024;
    assert!(
        matches!(refusal.kind, RefusalKind::TooLarge { most: m, .. } if m == most),
        "{refusal:?}"
    );
}

#[test]
fn files_are_named_by_plan_and_date() {
    assert_eq!(
        file_name("Kế hoạch NTM Thạch Hà 2021", "2021-11-23"),
        "ke-hoach-ntm-thach-ha-2021-2021-11-23.json"
    );
    assert_eq!(
        file_name("Đề án: số 1/2", SAVED),
        "ke-hoach-de-an-so-1-2-2021-11-23.json"
    );
    assert_eq!(file_name("../../etc/passwd", ""), "ke-hoach-etc-passwd.json");
    assert_eq!(file_name("漢字", "2021-11-23"), "ke-hoach-2021-11-23.json");
    assert!(file_name(&"a".repeat(500), "2021-11-23").len() < 100);
}

/// Texts near a valid file: cut, with bytes exchanged, with pieces repeated.
fn spoiled() -> impl Strategy<Value = Vec<u8>> {
    let text = write(&samples::by_name("thach-ha-2020").unwrap(), None)
        .unwrap()
        .into_bytes();
    let length = text.len();
    let change = (0..length, 0..length, any::<u8>(), 0u8..4);
    proptest::collection::vec(change, 1..6).prop_map(move |changes| {
        let mut bytes = text.clone();
        for (a, b, byte, kind) in changes {
            let (a, b) = (a.min(bytes.len()), b.min(bytes.len()));
            match kind {
                0 => bytes.truncate(a.max(1)),
                1 if a < bytes.len() => bytes[a] = byte,
                2 => {
                    bytes.drain(a.min(b)..b.min(a.min(b) + 40).max(a.min(b)));
                }
                _ => {
                    let piece: Vec<u8> = bytes[a.min(b)..a.max(b).min(a.min(b) + 60)].to_vec();
                    bytes.splice(a..a, piece);
                }
            }
        }
        bytes
    })
}

/// One value somewhere in the file exchanged for another.
fn misfit() -> impl Strategy<Value = Value> {
    let values = vec![
        json!(null),
        json!(-1),
        json!(1e300),
        json!("x"),
        json!([]),
        json!({}),
        json!(true),
        json!(0),
        json!([[1]]),
        json!(u64::MAX),
        json!({"kind": "x"}),
        json!(""),
    ];
    (0usize..4000, proptest::sample::select(values)).prop_map(|(at, new)| {
        let mut document = document();
        let mut left = at;
        exchange(&mut document, &mut left, &new);
        document
    })
}

fn exchange(value: &mut Value, left: &mut usize, new: &Value) -> bool {
    if *left == 0 {
        *value = new.clone();
        return true;
    }
    *left -= 1;
    match value {
        Value::Array(items) => items.iter_mut().any(|item| exchange(item, left, new)),
        Value::Object(map) => map.values_mut().any(|item| exchange(item, left, new)),
        _ => false,
    }
}

/// Either refused for a reason of the reader, or usable: exported and read again as it is.
fn refused_or_usable(outcome: Result<Restored, Refusal>) -> Result<(), TestCaseError> {
    match outcome {
        Err(refusal) => prop_assert!(refusal.kind != RefusalKind::NotExportable, "{refusal:?}"),
        Ok(restored) => {
            let text = export(&restored.plan, SAVED).map_err(|r| TestCaseError::fail(format!("{r:?}")))?;
            let again = restore(&text).map_err(|r| TestCaseError::fail(format!("{r:?}")))?;
            prop_assert_eq!(&again.plan, &restored.plan);
            let _ = crate::engine::evaluate(&again.plan, again.plan.base());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn spoiled_bytes_are_refused_or_usable(bytes in spoiled()) {
        refused_or_usable(restore_bytes(&bytes))?;
    }

    #[test]
    fn a_misfit_anywhere_is_refused_or_usable(document in misfit()) {
        refused_or_usable(restore(&document.to_string()))?;
    }
}
