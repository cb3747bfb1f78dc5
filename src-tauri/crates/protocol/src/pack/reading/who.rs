//! Organisations, teams and officers' roles, as the file gives them.

use super::entry::Entry;
use crate::ids::{OrganisationKey, TeamKey};
use crate::pack::{FaultKind, OfficerRole, Organisation, Register, Team};

pub fn organisation(entry: &Entry) -> Organisation {
    Organisation {
        key: OrganisationKey::new(entry.key(Register::Organisation)),
        name: entry.text("name"),
        short_name: entry.text("short_name"),
        statutory: entry.flag("statutory"),
        party: entry.flag("party"),
        competent_authority: entry.flag("competent_authority"),
        relevant_authority: entry.flag("relevant_authority"),
        note: entry.optional("note", |note| entry.text(note)),
    }
}

pub fn team(entry: &Entry) -> Team {
    Team {
        key: TeamKey::new(entry.key(Register::Team)),
        organisation: OrganisationKey::new(entry.names("organisation", Register::Organisation)),
        name: entry.text("name"),
        short_name: entry.text("short_name"),
        capture_key: entry.capture_key(Register::Team),
        in_cjit: entry.flag("in_cjit"),
        enforcement: entry.flag("enforcement"),
        strand: entry.choice("strand"),
    }
}

/// Reads a role; a team that it names has to be one of the same organisation.
pub fn officer_role(entry: &Entry, teams: &[Team]) -> OfficerRole {
    let organisation = OrganisationKey::new(entry.names("organisation", Register::Organisation));
    let team = entry.optional("team", |field| {
        TeamKey::new(entry.names(field, Register::Team))
    });
    let found = team
        .as_ref()
        .and_then(|key| teams.iter().find(|team| team.key == *key));
    if let Some(other) = found.filter(|found| found.organisation != organisation) {
        entry.fault(
            "team",
            FaultKind::TeamOfAnother {
                team: other.key.as_str().to_owned(),
            },
        );
    }
    OfficerRole {
        organisation,
        team,
        kind: entry.choice("kind"),
        role: entry.text("role"),
    }
}
