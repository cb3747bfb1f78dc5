//! What this partnership calls the groups that cases are in.

use crate::cases::Cohort;
use serde::{Deserialize, Serialize};

/// A name for each cohort; a pack that says nothing has those of the protocol.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cohorts {
    pub fixed: String,
    pub flex: String,
    pub free: String,
    pub asb: String,
    pub dip_caseload: String,
}

impl Default for Cohorts {
    fn default() -> Self {
        let [fixed, flex, free, asb, dip_caseload] =
            ["Fixed", "Flex", "Free", "ASB", "DIP caseload"].map(str::to_owned);
        Self {
            fixed,
            flex,
            free,
            asb,
            dip_caseload,
        }
    }
}

impl Cohorts {
    /// Whether a pack need not write them down.
    pub fn are_usual(&self) -> bool {
        *self == Self::default()
    }

    /// What one is called.
    pub fn called(&self, cohort: Cohort) -> &str {
        match cohort {
            Cohort::Fixed => &self.fixed,
            Cohort::Flex => &self.flex,
            Cohort::Free => &self.free,
            Cohort::Asb => &self.asb,
            Cohort::DipCaseload => &self.dip_caseload,
        }
    }
}
