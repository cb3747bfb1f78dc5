//! The window ring: the real application in a real window, driven as a person drives it.
//!
//! It needs a display (`make test` brings its own), the system's web driver, and the application built beside it.

mod afterwards;
mod agenda;
mod album;
mod another_agreement;
mod as_before;
mod consents;
mod day;
mod faces;
mod fast_hands;
mod finding;
mod first_run;
mod gate;
mod grounds;
mod half_typed;
mod handed_over;
mod harness;
mod importing;
mod large_text;
mod late;
mod left_alone;
mod namesakes;
mod opening;
mod order;
mod owed;
mod pace;
mod papers;
mod places;
mod power_cut;
mod practice;
mod projector;
mod reading_order;
mod screens;
mod screenshots;
mod script;
mod seldom;
mod set_aside;
mod shell;
mod shortcut_sheet;
mod table_one;
mod taking_back;
mod turns;
mod updates;
mod users;
mod weighing;
