//! What can still be put right once a meeting has ended, and who is to be told of it.

use crate::live::{
    BesideName, LineRow, PlaceView, SaidBeside, StayView, at_place, beside_the_lines, moment,
    stay_view,
};
use crate::problem::Problem;
use crate::session::{Desk, Live};
use protocol::ids::{AttendanceId, CorrectionId, SlotId};
use protocol::meeting::{Correction, Line, Meeting, Place, Proceedings};
use record::tables::Told;
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

/// One correction, with everybody who heard the first words and not the correction.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TellRow {
    #[ts(as = "String")]
    pub correction: CorrectionId,
    /// The case's reference; `None` for any other business.
    pub case: Option<String>,
    pub struck: String,
    pub now: String,
    pub by: String,
    pub at: String,
    pub people: Vec<TellPerson>,
    /// Agencies outside the room to whom the first words were to be sent.
    pub outside: Vec<String>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct TellPerson {
    #[ts(as = "String")]
    pub attendance: AttendanceId,
    pub name: String,
    pub agency: String,
    /// Who ticked them off, and when; `None` while they are to be told.
    pub told_by: Option<String>,
    pub told_on: Option<chrono::NaiveDate>,
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

/// The corrections of a meeting with whom each is to be told to.
pub(crate) fn tell(desk: &Desk, meeting: &Meeting) -> Result<Vec<TellRow>, Problem> {
    let p = meeting.proceedings();
    let told = desk.record()?.read().told().of(p.id)?;
    let standing = |c: &&Correction| p.words_of(c.line).is_some();
    let corrections = p.corrections.iter().filter(standing);
    Ok(corrections.map(|c| row(c, p, &told)).collect())
}

fn row(correction: &Correction, p: &Proceedings, told: &[Told]) -> TellRow {
    let callings = p.callings();
    let person = |id: AttendanceId| {
        let a = p.attendance(id).ok()?;
        let tick = told
            .iter()
            .find(|t| t.correction == correction.id && t.attendance == id);
        Some(TellPerson {
            attendance: id,
            name: callings.beside_agency(id),
            agency: a.agency.short_name.clone(),
            told_by: tick.map(|t| t.by.clone()),
            told_on: tick.map(|t| t.at.date_naive()),
        })
    };
    let people = p.to_be_told(correction);
    let outside = p.to_be_told_outside(correction);
    TellRow {
        correction: correction.id,
        case: reference(p, correction.line),
        struck: correction.before.as_str().to_owned(),
        now: after(p, correction),
        by: correction.by.by.clone(),
        at: moment(p, correction.by.at),
        people: people.into_iter().filter_map(person).collect(),
        outside: outside.into_iter().map(str::to_owned).collect(),
    }
}

fn reference(p: &Proceedings, line: Line) -> Option<String> {
    match p.place_of(line)? {
        Place::Case(slot) => p.slot(slot).ok().map(|s| s.case.reference.clone()),
        _ => None,
    }
}

/// The words that a correction put in place: what a later one struck, or what stands now.
fn after(p: &Proceedings, correction: &Correction) -> String {
    let later = p.corrections_of(correction.line);
    let mut later = later.skip_while(|c| c.id != correction.id).skip(1);
    let words = later.next().map(|c| &c.before);
    let words = words.or_else(|| p.words_of(correction.line));
    words.map(|w| w.as_str().to_owned()).unwrap_or_default()
}
