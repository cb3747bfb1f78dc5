//! The screens by what a person does on them: one file a screen, so that journeys read as a day is told.
#![allow(
    dead_code,
    reason = "a vocabulary for journeys, of which each ring speaks a part"
)]

mod declaration;
mod ending;
mod first_run;
mod grounds;
pub mod meeting;
mod mending;
mod opening;
mod room;
mod turns;
mod weighing;

pub use opening::Table;
