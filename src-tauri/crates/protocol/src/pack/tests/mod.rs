//! The pack read, written and hashed.

mod default_pack;
mod faults;
mod formats;
mod hashes;
mod kept;
mod limits;
mod retention;
mod round_trip;
