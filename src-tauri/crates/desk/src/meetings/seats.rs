//! The people of the next meeting.

use crate::problem::Problem;
use crate::session::Desk;
use protocol::ids::AttendanceId;
use protocol::meeting::{Planned, Proceedings};
use protocol::pack::Pack;
use protocol::people::Person;
use protocol::room::{Agency, Attendance, AttendeeRole};

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
    let mut seats: Vec<_> = last.attendances.iter().collect();
    seats.sort_by_key(|attendance| attendance.seat);
    for before in seats {
        let person = people.iter().find(|p| p.id == before.person && !p.retired);
        let seat = AttendanceId(fresh.id()?);
        let expected = person.and_then(|p| expected(seat, p, &pack, before.role));
        if let Some(attendance) = expected {
            planned.expect(attendance)?;
        }
    }
    Ok(())
}

/// Somebody at the table, for their agency of today; the register gives the seat its number.
pub(super) fn expected(
    id: AttendanceId,
    person: &Person,
    pack: &Pack,
    role: AttendeeRole,
) -> Option<Attendance> {
    let agency = Agency::of(&person.affiliation, pack)?;
    Some(Attendance::expected(id, person, agency, role, 0))
}
