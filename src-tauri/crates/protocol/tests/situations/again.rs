//! What a permitted answer rests on, gone through once more by somebody who reads the agreement and not the rules' code.

use crate::room::{MEETING, at, id};
use protocol::grounds::{ConsentState, OnFile, Owner, PermissionFrom, Reach, Whose};
use protocol::ids::{KindKey, MeetingId, RoleKey, TeamKey};
use protocol::pack::{Pack, Rung};
use protocol::room::Agency;
use protocol::sharing::{Footing, Ground, Proposal, Source, SubjectCategory};
use protocol::trade::MeetingKind;

/// One item, one recipient of another agency, and what was on file.
pub struct Seen<'s> {
    pub proposal: &'s Proposal,
    pub to: &'s Agency,
    pub meeting: MeetingKind,
    pub file: &'s OnFile,
    pub pack: &'s Pack,
}

/// What is wrong with a permission; nothing, if the rules are right.
pub fn faults(seen: &Seen<'_>, ground: &Ground) -> Vec<&'static str> {
    let all = [
        (seen.objected(), "an upheld objection stops it"),
        (!seen.consented(ground), "no consent of theirs covers it"),
        (
            !seen.authorised(ground),
            "no manager who may has authorised it",
        ),
        (!seen.permitted(ground), "nobody whose it is permits it"),
        (
            !seen.chosen(ground),
            "the chair chose it before consent ended",
        ),
    ];
    let wrong = all.into_iter().filter(|(so, _)| *so);
    wrong.map(|(_, what)| what).collect()
}

impl Seen<'_> {
    fn objected(&self) -> bool {
        let kind = self.pack.kind(&self.proposal.kind).expect("a kind");
        let stops = |reach: &Reach<KindKey>| match reach {
            Reach::Every => true,
            Reach::Only(kinds) => kinds.names(&kind.key) || kind.catch_all,
        };
        let mut all = self.file.restrictions.iter();
        all.any(|r| r.is_in_force(at(0)) && stops(&r.kinds) && r.reaches(self.to))
    }

    /// Whether it speaks of a witness, or of a suspect or a convicted person who is not simply the person under discussion.
    fn is_of_another(&self) -> bool {
        use SubjectCategory::{Convicted, Suspect, Witness};
        let another = [Some(Witness), Some(Suspect), Some(Convicted)];
        another.contains(&self.proposal.about) && !self.is_a_victims_kind()
    }

    fn is_a_victims_kind(&self) -> bool {
        self.pack.kind(&self.proposal.kind).expect("a kind").victim
    }

    /// A victim's details rest on a victim's consent, and nobody else's information does; of a witness nobody has consented.
    fn consented(&self, ground: &Ground) -> bool {
        let kind = self.pack.kind(&self.proposal.kind).expect("a kind");
        let victim =
            self.is_a_victims_kind() || self.proposal.about == Some(SubjectCategory::Victim);
        let Footing::Consent(id) = ground.footing else {
            return !victim;
        };
        let mut all = self.file.consents.iter();
        let Some(consent) = all.find(|c| c.parts().id == id) else {
            return false;
        };
        let parts = consent.parts();
        let whose = match &parts.whose {
            Whose::Subject => !victim && !self.is_of_another(),
            Whose::Victim(name) => victim && self.is_the_victim(name.as_str()),
        };
        let covers = parts.scope.covers(&kind.key, self.to, &ground.purpose);
        let explicit = parts.explicit || kind.sensitivity.is_none();
        whose && covers && explicit && consent.state(at(0)) == ConsentState::InForce
    }

    /// The only victim on file, or one whom the words name.
    fn is_the_victim(&self, name: &str) -> bool {
        let others =
            self.file.consents.iter().any(
                |c| matches!(&c.parts().whose, Whose::Victim(other) if other.as_str() != name),
            );
        !others || self.proposal.words.as_str().contains(name)
    }

    /// Outside the waiver: at the ladder's meetings always, and elsewhere for what the programme may hold.
    fn authorised(&self, ground: &Ground) -> bool {
        let ladder = &self.pack.ladder;
        if matches!(ground.footing, Footing::Consent(_)) {
            return true;
        }
        let within = |team: &TeamKey| self.pack.team(team).is_some_and(|t| t.in_cjit);
        let rung = if ladder.meetings.contains(&self.meeting) {
            match self.to.team.as_ref().is_some_and(within) {
                true => Rung::Within,
                false => Rung::Beyond,
            }
        } else if ladder.kinds.contains(&self.proposal.kind) && !self.is_somebody_elses(within) {
            Rung::Beyond
        } else {
            return true;
        };
        self.file.authorities.iter().any(|authority| {
            let parts = authority.parts();
            Some(parts.id) == ground.authority
                && authority.is_in_force(MeetingId(id(MEETING)), at(0))
                && parts
                    .scope
                    .covers(&self.proposal.kind, self.to, &ground.purpose)
                && ladder.roles(rung).contains(&parts.by.role)
                && (!self.is_a_services(&parts.by.role) || self.is_held_by_all(within))
        })
    }

    /// Whether a team outside case management, that originally holds such things, is the one whose it is.
    fn is_somebody_elses(&self, within: impl Fn(&TeamKey) -> bool) -> bool {
        let whose = match &self.proposal.source {
            Source::Own => &self.proposal.team,
            Source::ThirdParty(Owner::Team(team)) => team,
            Source::ThirdParty(_) => return false,
        };
        self.pack.matrix.holds(whose, &self.proposal.kind) && !within(whose)
    }

    fn is_a_services(&self, role: &RoleKey) -> bool {
        self.pack.role(role).expect("a role").own_service
    }

    /// Whether everybody whose it may originally be is such a team.
    fn is_held_by_all(&self, so: impl Fn(&TeamKey) -> bool) -> bool {
        let holds = |team: &TeamKey| self.pack.matrix.holds(team, &self.proposal.kind);
        let named = match &self.proposal.source {
            Source::Own => Some(&self.proposal.team),
            Source::ThirdParty(Owner::Team(team)) => Some(team),
            Source::ThirdParty(_) => None,
        };
        match named.filter(|team| holds(team)) {
            Some(team) => so(team),
            None => {
                let teams = self.pack.teams.iter().map(|team| &team.key);
                teams.filter(|team| holds(team)).all(so)
            }
        }
    }

    /// What is somebody else's goes on by consent, back to them, into the room that a group is let into, or by permission.
    fn permitted(&self, ground: &Ground) -> bool {
        let proposal = self.proposal;
        let holds = |team: &TeamKey| self.pack.matrix.holds(team, &proposal.kind);
        let owners: Vec<&TeamKey> = match &proposal.source {
            // What a guest agency says is its own: the table lists parties alone.
            Source::Own if holds(&proposal.team) || proposal.team.guest().is_some() => return true,
            Source::Own => {
                let teams = self.pack.teams.iter().map(|team| &team.key);
                teams.filter(|team| holds(team)).collect()
            }
            Source::ThirdParty(Owner::Team(team)) if holds(team) => vec![team],
            // Whoever does not originally hold it has it from somebody who does.
            Source::ThirdParty(Owner::Team(_)) => {
                let teams = self.pack.teams.iter().map(|team| &team.key);
                teams.filter(|team| holds(team)).collect()
            }
            Source::ThirdParty(Owner::Group(key)) => {
                let group = self.pack.group(key).expect("a group");
                return group.meetings.contains(&self.meeting)
                    || ground.permission.is_some()
                    || matches!(ground.footing, Footing::Consent(_));
            }
            Source::ThirdParty(_) => return ground.permission.is_some(),
        };
        let back = matches!(owners[..], [only] if proposal.source != Source::Own && Some(only) == self.to.team.as_ref());
        if matches!(ground.footing, Footing::Consent(_)) || back {
            return true;
        }
        self.file.permissions.iter().any(|permission| {
            let whose = match &permission.parts().from {
                PermissionFrom::Subject => !self.is_of_another(),
                PermissionFrom::Owner(Owner::Team(owner)) => owners == [owner],
                PermissionFrom::Owner(_) => false,
            };
            whose
                && ground.permission.is_some()
                && permission.is_in_force(MeetingId(id(MEETING)), at(0))
                && permission.covers(&proposal.kind, self.to)
        })
    }

    /// A choice of the chair's is no older than the end of any consent for that recipient.
    fn chosen(&self, ground: &Ground) -> bool {
        let Footing::ChosenPower(_) = ground.footing else {
            return true;
        };
        let mut ended = self.file.consents.iter().filter(|consent| {
            let theirs = consent.parts().whose == Whose::Subject;
            theirs && consent.has_ended(at(0)) && consent.speaks_of(&self.proposal.kind, self.to)
        });
        // Every choice on file here was made five minutes ago.
        ended.all(|consent| consent.has_ended(at(-5)))
    }
}
