//! The pack read, written and hashed.

mod default_pack;
mod faults;
mod hashes;
mod round_trip;
