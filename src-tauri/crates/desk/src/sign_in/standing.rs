//! Where the program stands, before and after anybody signs in.

use super::forms::{
    CohortNames, Face, MeetingName, MeetingNames, StandingView, UserRole, UserView,
};
use crate::problem::Problem;
use crate::session::Desk;
use protocol::pack::{Cohorts, MeetingRules};
use std::collections::BTreeMap;

/// Where the program stands; while handed over it names nobody.
pub(crate) fn view(desk: &Desk) -> Result<StandingView, Problem> {
    let remembered = desk.surroundings.remembered();
    let remembered = remembered.filter(|record| record.folder == desk.folder);
    let mut standing = StandingView {
        face: desk.face(),
        folder: desk.folder.display().to_string(),
        folder_gone: remembered.is_some() && !desk.folder.is_dir(),
        shut: desk.shut(),
        record_name: remembered.map(|record| record.name),
        user: None,
        marking: None,
        clauses: Default::default(),
        meetings: None,
        cohorts: None,
        examples: BTreeMap::new(),
        today: desk.today(),
        live_meeting: None,
        recovery_confirmed: false,
        practice: None,
    };
    let Some(session) = desk
        .session
        .as_ref()
        .filter(|_| standing.face == Face::Work)
    else {
        return Ok(standing);
    };
    let reading = session.record.read();
    standing.record_name = Some(reading.settings().name()?.as_str().to_owned());
    let users = reading.users().all()?;
    let signed_in = users.iter().find(|u| u.id == session.user);
    standing.user = signed_in.and_then(|u| {
        Some(UserView {
            name: u.name.as_str().to_owned(),
            role: UserRole::of(u.role)?,
        })
    });
    let pack = desk.pack()?;
    standing.marking = Some(pack.markings.in_force.clone());
    standing.meetings = Some(MeetingNames {
        odoc: named(&pack.meetings.odoc),
        dip_case_review: named(&pack.meetings.dip_case_review),
    });
    standing.cohorts = Some(cohorts(&pack.cohorts));
    let examples = pack.examples().into_iter();
    standing.examples = examples.map(|(name, key)| (name.to_owned(), key)).collect();
    standing.clauses = desk.cited()?;
    standing.live_meeting = session.live.as_ref().map(|l| l.meeting.proceedings().id);
    let practice = desk.practice.as_ref();
    standing.practice = practice.map(|practice| practice.passphrase.as_str().to_owned());
    standing.recovery_confirmed = reading.settings().recovery_confirmed()?;
    Ok(standing)
}

fn cohorts(cohorts: &Cohorts) -> CohortNames {
    CohortNames {
        fixed: cohorts.fixed.clone(),
        flex: cohorts.flex.clone(),
        free: cohorts.free.clone(),
        asb: cohorts.asb.clone(),
        dip_caseload: cohorts.dip_caseload.clone(),
    }
}

fn named(rules: &MeetingRules) -> MeetingName {
    MeetingName {
        name: rules.short_name.clone(),
        filed_as: rules.filed_as.clone(),
    }
}
