//! The places of the window that are not the meeting itself, through the desk's own commands.

mod cases;
mod consents;
mod laid;
mod month;
mod partnership;
mod plan;
mod registers;
