use super::*;
use crate::model::samples;
use std::collections::BTreeSet;

#[test]
fn every_number_has_a_place_of_its_own() {
    for name in samples::NAMES {
        let plan = samples::by_name(name).unwrap();
        let all = Field::all(&plan);
        let paths: BTreeSet<String> = all.iter().map(Field::path).collect();
        assert_eq!(paths.len(), all.len());
    }
}

/// Values of a rule: its ends, something between, and what is outside.
fn values(rule: Rule) -> (Vec<f64>, Vec<f64>) {
    let bounds = rule.bounds();
    let inside = [0.0, 0.25, 1.0, 2.0, 12.0, bounds.least, bounds.most];
    let outside = [f64::NAN, f64::INFINITY, bounds.least - 1.0, bounds.most * 1.5 + 1.0];
    (
        inside.into_iter().filter(|v| bounds.admits(*v)).collect(),
        outside.into_iter().filter(|v| !bounds.admits(*v)).collect(),
    )
}

/// Every number of every sample: what keeps its rule is set and read back, what does not is refused and changes nothing,
/// and what was reported comes back.
#[test]
fn every_number_reads_as_it_was_set_keeps_its_bounds_and_can_be_put_back() {
    for name in samples::NAMES {
        let plan = samples::by_name(name).unwrap();
        for field in Field::all(&plan) {
            let Some(old) = field.read(&plan) else { continue };
            assert!(field.rule(&plan).bounds().admits(old), "{} is {old}", field.path());
            let (inside, outside) = values(field.rule(&plan));
            for value in inside {
                let mut changed = plan.clone();
                match field.set(&mut changed, value) {
                    Ok(()) => {
                        assert_eq!(field.read(&changed), Some(value), "{}", field.path());
                        field.reset(&mut changed).unwrap();
                        if field
                            .origin_field()
                            .is_some_and(|o| !matches!(o.read(&plan), Some(crate::model::Origin::Assumption { .. })))
                        {
                            assert_eq!(field.read(&changed), Some(old), "{}", field.path());
                        }
                    }
                    Err(FieldError::OutOfRange(Rule::Order)) => assert!(matches!(field, Field::Range(..))),
                    Err(FieldError::OutOfRange(Rule::GoalsByYear)) => {
                        assert!(matches!(field, Field::Figure(FigureField::Line(_, LineField::Goal))));
                    }
                    Err(error) => panic!("{}: {error}", field.path()),
                }
            }
            for value in outside {
                let mut changed = plan.clone();
                assert!(field.set(&mut changed, value).is_err(), "{} = {value}", field.path());
                assert_eq!(changed, plan);
            }
        }
    }
}

#[test]
fn a_share_takes_the_other_end_with_it() {
    let mut plan = samples::default_plan();
    let of = |max| {
        let (line, source) = ("ocop".to_owned(), plan.sources[0].id.clone());
        if max {
            Field::MaxShare(line, source)
        } else {
            Field::MinShare(line, source)
        }
    };
    let (max, min) = (of(true), of(false));
    max.set(&mut plan, 0.5).unwrap();
    min.set(&mut plan, 0.75).unwrap();
    assert_eq!((max.read(&plan), min.read(&plan)), (Some(0.75), Some(0.75)));
    max.set(&mut plan, 0.25).unwrap();
    assert_eq!((max.read(&plan), min.read(&plan)), (Some(0.25), Some(0.25)));
}
