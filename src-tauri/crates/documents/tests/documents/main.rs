//! The documents before outside judges: poppler and qpdf read what the press wrote.

mod beforehand;
mod in_writing;
mod incidents;
mod judges;
mod meeting;
mod paper;
mod papers;
mod sample;
mod setting;
mod shortcut_sheet;
mod weighed;
