//! A laptop with the application on it, and hands to use it with.

mod accessibility;
mod driver;
mod keys;
mod laptop;
mod pictures;
mod window;

pub use laptop::Laptop;
pub use window::Window;
