//! A laptop with the application on it, and hands to use it with.
#![allow(
    dead_code,
    unused_imports,
    reason = "a vocabulary for journeys in two kinds of window, of which each speaks a part"
)]

pub mod accessibility;
mod beforehand;
pub mod contract;
mod displays;
pub mod driver;
pub mod judges;
mod keys;
pub mod laptop;
mod pen;
pub mod pictures;
mod sample;
pub mod shortcuts;
mod window;

pub use laptop::Laptop;
pub use window::Window;
