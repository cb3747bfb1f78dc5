//! The people of the next meeting.

use crate::problem::Problem;
use crate::session::Desk;
use protocol::ids::AttendanceId;
use protocol::meeting::{Planned, Proceedings};
use protocol::pack::Pack;
use protocol::people::{Person, whom};
use protocol::room::{Agency, Attendance, AttendeeRole};
use std::collections::BTreeSet;

/// Expects whoever was on the last register, in the same seats and roles, unless they have left their agency.
pub(super) fn carry_over(
    planned: &mut Planned,
    desk: &Desk,
    last: &Proceedings,
) -> Result<(), Problem> {
    let (people, pack, fresh) = (
        desk.record()?.read().people().all()?,
        desk.pack()?,
        desk.fresh(),
    );
    let merges = desk.record()?.read().merges().all()?;
    let mut seats: Vec<_> = last.attendances.iter().collect();
    seats.sort_by_key(|attendance| attendance.seat);
    let mut placed = BTreeSet::new();
    for before in seats {
        let whom = whom(before.person, &merges);
        let person = people.iter().find(|p| p.id == whom && !p.retired);
        let seat = AttendanceId(fresh.id()?);
        let expected = person.and_then(|p| expected(seat, p, &pack, before.role));
        if let Some(attendance) = expected
            && placed.insert(whom)
        {
            planned.expect(attendance)?;
        }
    }
    Ok(())
}

/// Proposes again who may go after which case: the same person after the same case, wherever it stands now.
pub(super) fn carry_releases(
    planned: &mut Planned,
    desk: &Desk,
    last: &Proceedings,
) -> Result<(), Problem> {
    let merges = desk.record()?.read().merges().all()?;
    for release in &last.releases {
        let person = whom(last.attendance(release.who)?.person, &merges);
        let case = last.slot(release.after)?.case.case;
        let p = planned.proceedings();
        let seat = p.attendances.iter().find(|a| a.person == person);
        let after = p.slots.iter().find(|slot| slot.case.case == case);
        if let (Some(seat), Some(after)) = (seat, after) {
            let (who, after) = (seat.id, after.id);
            planned.release(who, Some(after))?;
        }
    }
    Ok(())
}

/// Somebody at the table, for their agency of today; the register gives the seat its number.
pub(crate) fn expected(
    id: AttendanceId,
    person: &Person,
    pack: &Pack,
    role: AttendeeRole,
) -> Option<Attendance> {
    let agency = Agency::of(&person.affiliation, pack)?;
    Some(Attendance::expected(id, person, agency, role, 0))
}
