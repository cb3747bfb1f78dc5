//! The places of the window that are not the meeting itself, through the desk's own commands.

mod agency;
mod cases;
mod clock_set_back;
mod consents;
mod following;
mod grounds;
mod half_typed;
mod importing;
mod kept;
mod laid;
mod merging;
mod month;
mod moved;
mod opening;
mod partnership;
mod plan;
mod practice;
mod registers;
mod reopening;
mod resting;
mod rights;
mod table;
mod undoing;
mod updates;
mod users;
