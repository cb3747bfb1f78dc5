//! The waiver that a client of the sample has signed.

use crate::grounds::{ConsentForm, ConsentSortView, HowGivenView};
use crate::meetings::Kind;
use chrono::NaiveDate;
use protocol::ids::CaseId;
use protocol::pack::Pack;
use serde::Deserialize;

/// What a waiver says, whoever signs it.
#[derive(Clone, Deserialize)]
pub struct SampleWaiver {
    kinds: Vec<String>,
    recipients: Vec<String>,
    purposes: Vec<String>,
    taken_by: String,
    evidence: String,
}

/// One for the cases of each kind of meeting.
#[derive(Clone, Deserialize)]
pub struct Waivers {
    odoc: SampleWaiver,
    dip_case_review: SampleWaiver,
}

impl Waivers {
    /// Whether an agreement knows everything that they name.
    pub fn are_known_under(&self, pack: &Pack) -> bool {
        let kind = |key: &String| pack.kinds.iter().any(|kind| kind.key.as_str() == key);
        let team = |key: &str| pack.teams.iter().any(|team| team.key.as_str() == key);
        let recipient = |name: &String| name.strip_prefix("team:").is_none_or(team);
        let purpose = |key: &String| pack.purposes.iter().any(|one| one.key.as_str() == key);
        [&self.odoc, &self.dip_case_review].iter().all(|says| {
            says.kinds.iter().all(kind)
                && says.recipients.iter().all(recipient)
                && says.purposes.iter().all(purpose)
        })
    }

    /// The form of the waiver that a case's client signed on that day.
    pub fn form(&self, case: CaseId, kind: Kind, given: NaiveDate) -> ConsentForm {
        let says = match kind {
            Kind::Odoc => &self.odoc,
            Kind::DipCaseReview => &self.dip_case_review,
        };
        ConsentForm {
            case,
            sort: ConsentSortView::Waiver,
            victim: String::new(),
            kinds: says.kinds.clone(),
            recipients: says.recipients.clone(),
            guest: String::new(),
            purposes: says.purposes.clone(),
            given: given.format("%d/%m/%Y").to_string(),
            expires: String::new(),
            how: HowGivenView::InWriting,
            explicit: true,
            understood: true,
            freely_given: true,
            taken_by: says.taken_by.clone(),
            evidence: says.evidence.clone(),
        }
    }
}
