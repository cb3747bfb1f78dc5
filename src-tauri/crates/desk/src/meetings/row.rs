//! One meeting, and one case's flags, as any list shows them.

use super::forms::{FlagView, MeetingRow};
use chrono::NaiveDate;
use protocol::cases::{CaseHeading, Flag, Told};
use protocol::meeting::Meeting;

/// The row of a meeting, seen on a day: no case and no person in it.
pub(crate) fn row(meeting: &Meeting, today: NaiveDate) -> MeetingRow {
    let p = meeting.proceedings();
    let signed_on = match meeting {
        Meeting::Sealed(sealed) => Some(sealed.seal().at.date_naive()),
        _ => None,
    };
    MeetingRow {
        id: p.id,
        kind: p.kind.into(),
        date: p.date,
        days_away: (p.date - today).num_days(),
        starts: p.starts,
        ends: p.ends,
        venue: p.venue.clone(),
        stage: meeting.stage().into(),
        cases: u32::try_from(p.slots.len()).unwrap_or(u32::MAX),
        people: u32::try_from(p.attendances.len()).unwrap_or(u32::MAX),
        signed_on,
        adjourned_to: p.adjourned_to(),
    }
}

impl From<Flag> for FlagView {
    fn from(flag: Flag) -> Self {
        match flag {
            Flag::Mappa => Self::Mappa,
            Flag::ChildProtection => Self::ChildProtection,
            Flag::Under18 => Self::Under18,
        }
    }
}

/// What makes a chair stop at a case.
pub(crate) fn flags(case: &CaseHeading, on: NaiveDate) -> Vec<FlagView> {
    let all = [
        (case.flags.mappa, FlagView::Mappa),
        (case.flags.child_protection, FlagView::ChildProtection),
        (case.is_under_18(on), FlagView::Under18),
        (
            matches!(case.told, Told::Neither { .. }),
            FlagView::NeitherToldNorAgreed,
        ),
    ];
    all.into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, flag)| flag)
        .collect()
}
