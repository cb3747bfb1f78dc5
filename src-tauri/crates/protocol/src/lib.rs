//! The rules of the information sharing protocol, pure: no IO, no clock, no randomness.

pub mod capture;
pub mod clocks;
pub mod formats;
pub mod ids;
pub mod pack;
pub mod refusal;
pub mod trade;
pub mod words;
