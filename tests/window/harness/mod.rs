//! A laptop with the application on it, and hands to use it with.
#![allow(
    dead_code,
    reason = "a vocabulary for journeys, of which each speaks a part"
)]

mod accessibility;
pub mod contract;
mod driver;
mod keys;
mod laptop;
mod pictures;
pub mod shortcuts;
mod window;

pub use laptop::Laptop;
pub use window::Window;
