//! The pack read, written and hashed.
