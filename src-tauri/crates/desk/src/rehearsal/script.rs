//! What is to be rehearsed, and how it stumbled where it did.

use crate::meetings::Kind;
use crate::problem::Problem;
use protocol::trade::At;
use zeroize::Zeroizing;

/// One meeting to be run from its planning to its signed minutes.
pub struct Script {
    pub kind: Kind,
    pub cases: usize,
    /// Everybody who is admitted, but for the minute-taker.
    pub attendees: usize,
    /// When the register opens.
    pub opens: At,
    /// Which month of the stories is told: 0, 1 or 2.
    pub month: usize,
    pub chair_passphrase: Zeroizing<String>,
    pub pace: Pace,
}

/// How much of a meeting is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// Everything, each line weighed as it would be while typed, and every document printed.
    Full,
    /// Half the lines and no document: for months that are only to be looked back on.
    Brief,
}

/// A command that did not do what the script expected of it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{during}: {problem:?}")]
pub struct Stumble {
    pub during: &'static str,
    pub problem: Problem,
}

impl From<Stumble> for Problem {
    fn from(stumble: Stumble) -> Self {
        stumble.problem
    }
}
