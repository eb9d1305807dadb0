//! Sorting of short lists for every room: the sort of the standard library is compiled anew for each type and each
//! order, about 4 kB every time; of this one only the last step is.

use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Sorts; equal items keep their order.
pub fn by<T>(items: &mut [T], mut order: impl FnMut(&T, &T) -> Ordering) {
    let mut from = places(items.len(), &mut |a, b| order(&items[a], &items[b]));
    for place in 0..items.len() {
        // What belongs here may have been moved on by an earlier exchange: to where that one's item came from.
        let mut at = from[place];
        while at < place {
            at = from[at];
        }
        from[place] = at;
        items.swap(place, at);
    }
}

/// Sorts by a key; equal items keep their order.
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// A map of `pairs`; `collect` would bring a sort of its own.
pub fn map<V>(pairs: impl Iterator<Item = (String, V)>) -> BTreeMap<String, V> {
    let mut map = BTreeMap::new();
    map.extend(pairs);
    map
}

/// Where the item for each place is now.
fn places(count: usize, order: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| order(*a, *b));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_standard_library_and_keeps_equal_items_in_order() {
        let mut state = 1_u32;
        for count in 0..60 {
            let mut items: Vec<(u32, usize)> = (0..count)
                .map(|place| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 28, place)
                })
                .collect();
            let mut wanted = items.clone();
            wanted.sort_by_key(|item| item.0);
            by_key(&mut items, |item| item.0);
            assert_eq!(items, wanted);
        }
    }
}
