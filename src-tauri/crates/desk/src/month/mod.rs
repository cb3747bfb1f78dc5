mod clocks;
pub(crate) mod commands;
mod forms;
mod readiness;
pub use forms::*;
