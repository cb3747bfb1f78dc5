//! The screens by what a person does on them: one file a screen, so that journeys read as a day is told.

mod declaration;
mod ending;
mod first_run;
mod meeting;
mod opening;

pub use meeting::Next;
