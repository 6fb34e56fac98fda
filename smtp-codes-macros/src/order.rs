//! Sorting, compiled once.
//!
//! The standard library's sort is compiled anew for each type that it sorts, about thirty functions a time,
//! and everyone who depends on the library waits for that. Here the sorted things are always positions.

/// Sorts a list by a number of each item; items with the same number keep their order.
pub(crate) fn by_key<T>(list: &mut Vec<T>, key: impl Fn(&T) -> usize) {
    let mut keys = Vec::with_capacity(list.len());
    for item in list.iter() {
        keys.push((key(item), keys.len()));
    }
    sort(&mut keys);
    let mut items = Vec::with_capacity(list.len());
    for item in list.drain(..) {
        items.push(Some(item));
    }
    for (_, at) in keys {
        if let Some(item) = items.get_mut(at).and_then(Option::take) {
            list.push(item);
        }
    }
}

fn sort(keys: &mut [(usize, usize)]) {
    keys.sort_unstable();
}

#[cfg(test)]
mod tests {
    use super::by_key;

    #[test]
    fn equal_keys_keep_their_order() {
        let mut list = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        by_key(&mut list, |(key, _)| *key);
        assert_eq!(list, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
