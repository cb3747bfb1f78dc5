mod cells;
mod columns;
pub(crate) mod commands;
mod decoding;
mod forms;
mod import;
mod records;
mod row;
mod sheet;
pub(crate) mod taken_over;
#[cfg(test)]
mod tests;
mod views;

pub use forms::*;
pub(crate) use import::Import;
pub(crate) use taken_over::TakenOver;
