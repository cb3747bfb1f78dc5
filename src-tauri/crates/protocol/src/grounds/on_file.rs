//! Everything that a weighing is given to weigh with.

use super::{Authority, ChairChoice, Consent, LegalAdvice, Permission, Restriction};
use crate::cases::{Flags, Told};
use crate::ids::CaseId;
use serde::{Deserialize, Serialize};

/// What is on file about the cases of a meeting, at that moment.
///
/// A paper counts for its own case only, so that those of every case on the agenda can lie together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnFile {
    pub consents: Vec<Consent>,
    pub authorities: Vec<Authority>,
    pub permissions: Vec<Permission>,
    pub restrictions: Vec<Restriction>,
    pub choices: Vec<ChairChoice>,
    pub advice: Vec<LegalAdvice>,
    /// How the cases stand now; one that is not here stands as the agenda's heading says.
    pub cases: Vec<CaseNow>,
}

/// What may have changed about a case since the agenda was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseNow {
    pub case: CaseId,
    /// Flags beside those that it had then (§4.3 MAPPA).
    pub flags: Flags,
    /// Whether the person knows (§4.4.2).
    pub told: Told,
}

impl OnFile {
    /// How a case stands now, where that is known.
    pub fn now(&self, case: CaseId) -> Option<&CaseNow> {
        self.cases.iter().find(|now| now.case == case)
    }
}
