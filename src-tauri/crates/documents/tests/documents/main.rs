//! The documents before outside judges: poppler and qpdf read what the press wrote.

mod judges;
mod paper;
mod sample;
mod setting;
