//! The rules of the information sharing protocol, pure: no IO, no clock, no randomness.
//!
//! Whoever calls passes in the moment and the fresh identifiers, and gets back either the next
//! state or a [`refusal::Refusal`] that cites its clause.

pub mod callings;
pub mod canonical;
pub mod capture;
pub mod cases;
mod clause;
pub mod clocks;
pub mod file_merges;
pub mod formats;
pub mod grounds;
pub mod ids;
pub mod likeness;
pub mod meeting;
pub mod namesakes;
pub mod pack;
pub mod people;
pub mod refusal;
pub mod room;
pub mod sharing;
pub mod signature;
pub mod trade;
pub mod words;
