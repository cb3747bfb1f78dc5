//! The lists of a form and the lists of the rules, one the mirror of the other.

use super::forms::{CohortView, CustodyStatus, ToldView};
use protocol::cases::{Cohort, Custody, Told};

macro_rules! cohorts {
    ($($cohort:ident),*) => {
        impl From<Cohort> for CohortView {
            fn from(cohort: Cohort) -> Self {
                match cohort { $(Cohort::$cohort => Self::$cohort),* }
            }
        }
        impl From<CohortView> for Cohort {
            fn from(view: CohortView) -> Self {
                match view { $(CohortView::$cohort => Self::$cohort),* }
            }
        }
    };
}

cohorts!(Fixed, Flex, Free, Asb, DipCaseload);

impl From<&Custody> for CustodyStatus {
    fn from(custody: &Custody) -> Self {
        match custody {
            Custody::NotKnown => Self::NotKnown,
            Custody::Custody { .. } => Self::Custody,
            Custody::Community { .. } => Self::Community,
        }
    }
}

impl From<&Told> for ToldView {
    fn from(told: &Told) -> Self {
        match told {
            Told::Told => Self::Told,
            Told::Agreed => Self::Agreed,
            Told::Neither { .. } => Self::Neither,
        }
    }
}
