//! The pack read, written and hashed.

mod default_pack;
