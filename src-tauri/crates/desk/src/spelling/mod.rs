//! Spelling, checked here against the dictionary that is bundled: no web view is ever asked, since one may ask its maker.

pub(crate) mod commands;
mod dictionary;
mod draft;
mod forms;
mod names;
mod writing;

pub(crate) use dictionary::British;
pub use forms::*;
