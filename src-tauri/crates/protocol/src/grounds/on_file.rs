//! Everything that a weighing is given to weigh with.

use super::{Authority, ChairChoice, Consent, LegalAdvice, Permission, Restriction};
use crate::cases::{Flags, Told};
use serde::{Deserialize, Serialize};

/// What is on file about the case under discussion, at that moment.
///
/// Papers of other cases may be among them: they count for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnFile {
    pub consents: Vec<Consent>,
    pub authorities: Vec<Authority>,
    pub permissions: Vec<Permission>,
    pub restrictions: Vec<Restriction>,
    pub choices: Vec<ChairChoice>,
    pub advice: Vec<LegalAdvice>,
    /// The case's flags now, beside those it had when the agenda was made (§4.3 MAPPA).
    pub flags: Flags,
    /// Whether the person knows, now; `None` goes by the agenda's heading (§4.4.2).
    pub told: Option<Told>,
}
