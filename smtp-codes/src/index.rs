//! Where entries of a table stand that share a hash: an index that is made at compile time.

/// By bucket the last entry that is in it, and by entry the one before it in its bucket, both counted from 1.
pub(crate) struct Index<const BUCKETS: usize, const COUNT: usize> {
    last: [u16; BUCKETS],
    before: [u16; COUNT],
}

impl<const BUCKETS: usize, const COUNT: usize> Index<BUCKETS, COUNT> {
    /// Made of the bucket of each entry. One that has none is not found.
    #[expect(clippy::cast_possible_truncation, reason = "the catalogue has far fewer signs")]
    pub(crate) const fn new(buckets: [Option<usize>; COUNT]) -> Self {
        let (mut last, mut before) = ([0; BUCKETS], [0; COUNT]);
        let mut at = 0;
        while at < COUNT {
            if let Some(bucket) = buckets[at] {
                before[at] = last[bucket % BUCKETS];
                last[bucket % BUCKETS] = at as u16 + 1;
            }
            at += 1;
        }
        Self { last, before }
    }

    /// The entries of a bucket.
    pub(crate) fn get(&self, bucket: usize) -> impl Iterator<Item = usize> {
        let mut next = self.last.get(bucket % BUCKETS).copied();
        core::iter::from_fn(move || {
            let at = usize::from(next?).checked_sub(1)?;
            next = self.before.get(at).copied();
            Some(at)
        })
    }
}
