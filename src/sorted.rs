//! Sorting, once for all types: std's sort is compiled anew for each, to 4 KB of wasm.

use std::cmp::Ordering;

/// The items in the order of a comparison; equal ones stay in theirs.
pub(crate) fn sorted<T: Clone>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(items.len(), &|a, b| compare(&items[a], &items[b]));
    order.into_iter().map(|place| items[place].clone()).collect()
}

/// The places `0..count` in the order of a comparison; equal ones stay in theirs.
pub(crate) fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|&a, &b| compare(a, b));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_stay_in_their_order() {
        let items = [(2, "a"), (1, "b"), (2, "c"), (0, "d"), (1, "e")];
        let names: Vec<&str> = sorted(&items, |a, b| a.0.cmp(&b.0)).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["d", "b", "e", "a", "c"]);
    }
}
