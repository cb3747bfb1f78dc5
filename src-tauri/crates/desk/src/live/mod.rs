mod agenda_rows;
mod business;
mod capturing;
mod coming;
pub(crate) mod commands;
mod forms;
mod line_rows;
mod lines;
mod opening;
mod reading;
mod room_rows;
mod views;
mod weighing;

pub use forms::*;
pub(crate) use lines::case_of;
pub(crate) use opening::{damaged, declined};
pub(crate) use reading::{hex, proposed_next_date};
pub use views::*;
