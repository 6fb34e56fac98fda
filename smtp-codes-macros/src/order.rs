//! Sorting, compiled once.
//!
//! The standard library's sort is compiled anew for each type that it sorts, about forty functions a time, and
//! everyone who depends on the library waits for that. Here the sorted things are always positions, and only
//! the swap at the end knows the type.

/// Sorts a list by a number of each item; items with the same number keep their order.
pub(crate) fn by_key<T>(list: &mut [T], key: impl Fn(&T) -> usize) {
    let mut keys = Vec::new();
    for item in &*list {
        keys.push(key(item));
    }
    rearrange(&keys, &mut |one, other| list.swap(one, other));
}

/// Swaps the items until they stand in the order of their keys. Each circle of items that have to change
/// places is walked once.
fn rearrange(keys: &[usize], swap: &mut dyn FnMut(usize, usize)) {
    let mut order = sorted(keys);
    for start in 0..order.len() {
        let mut at = start;
        while order[at] != start {
            let from = order[at];
            swap(at, from);
            order[at] = at;
            at = from;
        }
        order[at] = at;
    }
}

/// The positions of the keys, the lowest key's first: stretches of one, then of two, then of four are merged.
fn sorted(keys: &[usize]) -> Vec<usize> {
    let mut order = Vec::new();
    for at in 0..keys.len() {
        order.push(at);
    }
    let mut width = 1;
    while width < order.len() {
        let mut merged = Vec::new();
        while merged.len() < order.len() {
            let mut one = merged.len();
            let middle = order.len().min(one + width);
            let (mut other, end) = (middle, order.len().min(middle + width));
            while one < middle || other < end {
                let first = other == end || one < middle && keys[order[one]] <= keys[order[other]];
                let next = if first { &mut one } else { &mut other };
                merged.push(order[*next]);
                *next += 1;
            }
        }
        order = merged;
        width *= 2;
    }
    order
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

    #[test]
    fn lists_of_every_length_are_sorted_as_the_standard_library_sorts_them() {
        let mut random = 1_u32;
        for length in 0..200 {
            let mut list = Vec::new();
            for at in 0..length {
                random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                list.push((random as usize >> 26, at));
            }
            let mut expected = list.clone();
            expected.sort_by_key(|(key, _)| *key);
            by_key(&mut list, |(key, _)| *key);
            assert_eq!(list, expected);
        }
    }
}
