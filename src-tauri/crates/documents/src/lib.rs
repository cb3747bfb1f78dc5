//! The documents a meeting leaves behind: what they say, how it is set, and the PDF.
//!
//! `papers` knows the meeting and no geometry, `content` neither, `layout` knows no files, and
//! only `press` writes one.

pub mod content;
pub mod faces;
pub mod layout;
pub mod papers;
pub mod press;
