//! What can still be put right once a meeting has ended.

use crate::live::{
    BesideName, LineRow, PlaceView, SaidBeside, StayView, StruckRow, WordsName, at_place,
    beside_the_lines, stay_view, struck,
};
use crate::problem::Problem;
use crate::session::{Desk, Live};
use protocol::ids::{AttendanceId, SlotId};
use protocol::meeting::{Meeting, Place};
use serde::Serialize;
use ts_rs::TS;

/// The lines of one place of the agenda.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClosedPlace {
    /// The case's reference and initials; `None` for what is no case.
    pub case: Option<String>,
    #[ts(as = "Option<String>")]
    pub slot: Option<SlotId>,
    pub place: PlaceView,
    pub lines: Vec<LineRow>,
    /// What was said beside them, which is tidied like them.
    pub beside: Vec<BesideRow>,
}

/// Words that stand beside the lines.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BesideRow {
    pub name: BesideName,
    /// Whose words they are, or whose action it was; none where they are everyone's.
    pub agency: Option<String>,
    pub words: String,
    /// What they were before they were corrected.
    pub struck: Vec<StruckRow>,
}

/// Somebody on the register, with their times where they came.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClosedPerson {
    #[ts(as = "String")]
    pub attendance: AttendanceId,
    pub name: String,
    pub agency: String,
    pub stay: StayView,
}

/// A case of the agenda, by its own number.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClosedCase {
    #[ts(as = "String")]
    pub slot: SlotId,
    pub reference: String,
}

/// Every line of a meeting that has ended and is not signed.
pub(super) fn lines(desk: &Desk, meeting: &Meeting) -> Result<Vec<ClosedPlace>, Problem> {
    if !matches!(meeting, Meeting::Closed(_)) {
        return Ok(Vec::new());
    }
    let p = meeting.proceedings();
    let live = Live::new(meeting.clone(), desk.pack_of(p)?);
    let cases = p.slots.iter().map(|slot| {
        let named = format!("{} \u{b7} {}", slot.case.reference, slot.case.initials());
        (Some(named), Place::Case(slot.id))
    });
    let business = [
        Place::Opening,
        Place::PreviousMinutes,
        Place::MattersArising,
        Place::AnyOtherBusiness,
        Place::Closing,
    ];
    let places = cases.chain(business.map(|place| (None, place)));
    let beside = beside_the_lines(p);
    let row = |said: &SaidBeside<'_>| BesideRow {
        name: said.name,
        agency: said.team.as_ref().map(|key| live.pack.team_called(key)),
        words: said.words.as_str().to_owned(),
        struck: struck(p, WordsName::Beside(said.name)),
    };
    let all = places.map(|(case, place)| ClosedPlace {
        case,
        slot: match place {
            Place::Case(slot) => Some(slot),
            _ => None,
        },
        place: place.into(),
        lines: at_place(&live, place),
        beside: beside
            .iter()
            .filter(|b| b.place == place)
            .map(row)
            .collect(),
    });
    let says = |place: &ClosedPlace| !place.lines.is_empty() || !place.beside.is_empty();
    Ok(all.filter(says).collect())
}

/// Everybody on the register, while their times may still be put right: whoever sat in without having been let in is said
/// to have been there here, and nowhere else.
pub(super) fn people(meeting: &Meeting) -> Vec<ClosedPerson> {
    if !matches!(meeting, Meeting::Closed(_)) {
        return Vec::new();
    }
    let p = meeting.proceedings();
    let callings = p.callings();
    let person = |a: &protocol::room::Attendance| ClosedPerson {
        attendance: a.id,
        name: callings.beside_agency(a.id),
        agency: a.agency.short_name.clone(),
        stay: stay_view(a, p),
    };
    // Those who came first: theirs are the times that are mostly put right.
    let (came, rest): (Vec<_>, Vec<_>) =
        (p.attendances.iter()).partition(|a| !a.presence.is_empty());
    came.into_iter().chain(rest).map(person).collect()
}

/// The cases of the agenda, while times may still be put right.
pub(super) fn cases(meeting: &Meeting) -> Vec<ClosedCase> {
    let Meeting::Closed(closed) = meeting else {
        return Vec::new();
    };
    let case = |slot: &protocol::meeting::Slot| ClosedCase {
        slot: slot.id,
        reference: slot.case.reference.clone(),
    };
    closed.proceedings().slots.iter().map(case).collect()
}
