mod cells;
mod columns;
pub(crate) mod commands;
mod decoding;
mod forms;
mod import;
mod records;
mod row;
mod sheet;
#[cfg(test)]
mod tests;
mod views;

pub use forms::*;
pub(crate) use import::Import;
