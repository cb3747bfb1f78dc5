//! The documents a meeting leaves behind: what they say, how it is set, and the PDF.
//!
//! `content` knows nothing of geometry, `layout` nothing of files, and only `press` writes one.

pub mod content;
pub mod faces;
pub mod layout;
pub mod press;
