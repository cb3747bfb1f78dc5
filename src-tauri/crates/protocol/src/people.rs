//! The registers of people: representatives, and the officers of each organisation (§4.4).

use crate::ids::{AttendanceId, MeetingId, OfficerId, OrganisationKey, PersonId, TeamKey};
use crate::room::AttendeeRole;
use crate::trade::At;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Somebody who comes to meetings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: PersonId,
    /// The name as the person writes it, in any script.
    pub name: String,
    /// What they do: "Offender manager", "Tenancy officer".
    pub job: String,
    pub affiliation: Affiliation,
    /// Whether the person is no longer offered at a register.
    pub retired: bool,
}

/// For whom somebody comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "for")]
pub enum Affiliation {
    /// A team of the pack; its organisation and flags are the pack's.
    Team { team: TeamKey },
    /// An agency that is not in the pack: it is not a party, so §1.2.3 applies unless statutory.
    Guest { agency: String, statutory: bool },
}

/// A (Primary) Designated Officer: documents leave only to these (§4.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Officer {
    pub id: OfficerId,
    pub organisation: OrganisationKey,
    pub primary: bool,
    pub name: String,
    pub role: String,
    pub email: String,
    pub telephone: String,
    pub retired: bool,
}

/// Two entries of the register that are one person: the first counts as the second from then on.
///
/// Registers of meetings that have been keep the name that was written that day; signed minutes are never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    pub person: PersonId,
    pub into: PersonId,
    pub at: At,
    /// Whether the first was retired before, so that undoing leaves it as it was.
    pub was_retired: bool,
    /// Seats at meetings that were still planned, which went over.
    pub seats: Vec<MergedSeat>,
}

/// A seat at a planned meeting that went over to the other entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MergedSeat {
    pub meeting: MeetingId,
    pub attendance: AttendanceId,
    pub role: AttendeeRole,
    /// Whether it went altogether, because the other was expected already.
    pub dropped: bool,
}

/// An agency that somebody came for at earlier meetings, and the day on which they last did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameFor {
    pub agency: String,
    pub until: NaiveDate,
}

/// Whom somebody came for before they came for today's agency, the latest first; `attended` in any order.
///
/// Read from the registers of meetings, which are never changed: an agency mistyped on the register of people and put
/// right before the meeting leaves nothing here.
pub fn came_for(attended: &[(NaiveDate, String)], today: &str) -> Vec<CameFor> {
    let mut days: Vec<_> = attended.iter().collect();
    days.sort();
    let mut came: Vec<CameFor> = Vec::new();
    for (until, agency) in days.into_iter().rev() {
        let later = came.last().map_or(today, |last| &last.agency);
        if later != agency {
            let (agency, until) = (agency.clone(), *until);
            came.push(CameFor { agency, until });
        }
    }
    came
}

/// Who an entry of the register counts as today.
pub fn whom(person: PersonId, merges: &[Merge]) -> PersonId {
    let mut whom = person;
    // No longer a chain than there are merges, so that one that bit its own tail would end too.
    for _ in merges {
        match merges.iter().find(|merge| merge.person == whom) {
            Some(merge) => whom = merge.into,
            None => break,
        }
    }
    whom
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, n, 12).expect("a month")
    }

    fn told(attended: &[(u32, &str)], today: &str) -> Vec<(String, u32)> {
        let attended: Vec<_> = attended
            .iter()
            .map(|(n, agency)| (day(*n), (*agency).to_owned()))
            .collect();
        let months = |came: &CameFor| (1..=12).find(|n| day(*n) == came.until).unwrap_or_default();
        came_for(&attended, today)
            .iter()
            .map(|came| (came.agency.clone(), months(came)))
            .collect()
    }

    #[test]
    fn whom_somebody_came_for_before_is_read_from_the_registers_of_meetings() {
        let wanted = |all: &[(&str, u32)]| {
            all.iter()
                .map(|(a, n)| ((*a).to_owned(), *n))
                .collect::<Vec<_>>()
        };
        for (attended, today, came) in [
            (&[][..], "Harden", &[][..]),
            (&[(1, "Probation"), (2, "Probation")], "Probation", &[]),
            (
                &[(2, "Probation"), (1, "Probation")],
                "Harden",
                &[("Probation", 2)],
            ),
            (
                &[(1, "Probation"), (2, "Harden"), (3, "Harden")],
                "Harden",
                &[("Probation", 1)],
            ),
            (
                &[(1, "Probation"), (2, "Harden"), (3, "Probation")],
                "Probation",
                &[("Harden", 2), ("Probation", 1)],
            ),
        ] {
            assert_eq!(told(attended, today), wanted(came), "{attended:?} {today}");
        }
    }

    proptest! {
        #[test]
        fn no_two_neighbours_of_whom_somebody_came_for_are_one_agency(
            attended in prop::collection::vec((1u32..12, prop::sample::select(vec!["Probation", "Harden", "Police"])), 0..9),
            today in prop::sample::select(vec!["Probation", "Harden", "Police"]),
        ) {
            let came = told(&attended, today);
            let mut agencies: Vec<&str> = vec![today];
            agencies.extend(came.iter().map(|(agency, _)| agency.as_str()));
            prop_assert!(agencies.windows(2).all(|two| two[0] != two[1]));
            prop_assert!(came.windows(2).all(|two| two[0].1 >= two[1].1));
            for (_, agency) in &attended {
                prop_assert!(agencies.contains(agency));
            }
        }
    }
}
