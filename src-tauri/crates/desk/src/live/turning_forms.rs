//! What is asked when a meeting does not go the way that it was planned.

use protocol::ids::AttendanceId;
use protocol::meeting::Inquorate;
use protocol::meeting::Proceedings;
use protocol::pack::Pack;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// To which day, as typed, and why.
#[derive(Clone, Deserialize, TS)]
pub struct PutOffForm {
    pub date: String,
    pub reason: String,
}

/// Why a meeting ends before its time.
#[derive(Clone, Deserialize, TS)]
pub struct AbandonForm {
    pub reason: String,
}

/// How a meeting goes on without somebody whom the partnership needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum QuorumChoice {
    GoOn,
    HearOnly,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct QuorumForm {
    pub choice: QuorumChoice,
}

/// Whose seat somebody has taken; nobody's where it was said by mistake.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DeputyForm {
    #[ts(as = "String")]
    pub attendance: AttendanceId,
    #[ts(as = "Option<String>")]
    pub principal: Option<AttendanceId>,
}

/// For whom somebody comes from now on: a team by its key or first letters, or a guest agency by name.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AgencyForm {
    #[ts(as = "String")]
    pub attendance: AttendanceId,
    pub team: String,
    pub guest_agency: String,
    pub guest_statutory: bool,
}

/// Whom the agreement needs in the room, and who of them is away.
#[derive(Debug, Clone, Serialize, TS)]
pub struct QuorumView {
    pub needed: Vec<String>,
    pub away: Vec<String>,
    /// The clause that asks for it; none where it is the partnership's own to set.
    pub clause: Option<String>,
    /// Whether reports are heard and nothing is decided.
    pub hears_only: bool,
    /// Whether the chair has yet to say how to go on.
    pub to_choose: bool,
}

pub(super) fn quorum(p: &Proceedings, pack: &Pack) -> Option<QuorumView> {
    let pinned = p.pinned.as_ref()?;
    let name = |team: &protocol::ids::TeamKey| pack.team_called(team);
    let rules = pack.rules(p.kind).quorum.as_ref();
    (!pinned.needed.is_empty()).then(|| QuorumView {
        needed: pinned.needed.iter().map(name).collect(),
        away: p.needed_and_away().iter().map(name).collect(),
        clause: rules.and_then(|quorum| quorum.clause.clone()),
        hears_only: p.hears_only(),
        to_choose: !p.absence_is_settled(),
    })
}

impl From<QuorumChoice> for Inquorate {
    fn from(choice: QuorumChoice) -> Self {
        match choice {
            QuorumChoice::GoOn => Self::GoOn,
            QuorumChoice::HearOnly => Self::HearOnly,
        }
    }
}
