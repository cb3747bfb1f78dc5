//! What may go wrong with a record's folder, each fault brought about for real.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up should stop"
)]
mod crash;
mod damage;
mod folder;
mod instances;
mod meetings;
mod passphrases;
mod users;
mod versions;
