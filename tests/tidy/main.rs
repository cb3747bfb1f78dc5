//! The tidy ring: the invariants of the house that the compiler cannot see.
//!
//! Each test reads the tree as it lies on disk and names every file that strays, so that one run mends them all.

mod arrows;
mod bridge;
mod clauses;
mod gate;
mod names;
mod packages;
mod rings;
mod shortcuts;
mod shown;
mod sizes;
mod tree;
mod words;
