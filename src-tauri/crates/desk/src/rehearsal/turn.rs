//! Whose turn it is among the cases of an invented meeting, and what happens at only some of them.

/// The case that is being talked about: its place among those discussed, and how many those are.
#[derive(Clone, Copy)]
pub(super) struct Turn {
    pub(super) place: usize,
    pub(super) of: usize,
}

impl Turn {
    /// Whether this is the case at which something happens once in the meeting.
    pub(super) fn is_at(self, share: usize, of: usize) -> bool {
        self.place == (self.of - 1) * share / of
    }

    /// Whether something happens here that happens at every so many cases, the first included.
    pub(super) fn every(self, cases: usize) -> bool {
        self.place.is_multiple_of(cases)
    }
}
