//! What is the same for every recipient of one item.

use crate::grounds::OnFile;
use crate::grounds::Owner;
use crate::ids::{CaseId, ItemId, MeetingId, PowerKey, PurposeKey, TeamKey};
use crate::meeting::{Place, Proceedings, Slot};
use crate::pack::{Kind, Pack, Power, Purpose};
use crate::refusal::Refusal;
use crate::room::Agency;
use crate::sharing::proposal::{Proposal, Source};
use crate::trade::{At, MeetingKind};
use chrono::NaiveDate;

/// One item in its context.
pub(in crate::sharing) struct Scales<'a> {
    /// Every name that the item has had: what was asked about it under one counts under all.
    pub names: Vec<ItemId>,
    pub at: At,
    pub meeting: MeetingId,
    pub at_meeting: MeetingKind,
    pub date: NaiveDate,
    /// The case that is open; `None` where it is said outside every case.
    pub slot: Option<&'a Slot>,
    pub proposal: &'a Proposal,
    pub kind: &'a Kind,
    pub purpose: &'a Purpose,
    pub power: &'a Power,
    pub from: &'a Agency,
    pub pack: &'a Pack,
    pub on_file: &'a OnFile,
}

impl<'a> Scales<'a> {
    /// Looks everything up that the proposal names.
    ///
    /// # Errors
    /// [`Refusal::NotInThePack`].
    pub fn of(
        proposal: &'a Proposal,
        from: &'a Agency,
        (id, at, place): (ItemId, At, Place),
        proceedings: &'a Proceedings,
        pack: &'a Pack,
        on_file: &'a OnFile,
    ) -> Result<Self, Refusal> {
        let kind = pack.kind(&proposal.kind).ok_or(Refusal::NotInThePack)?;
        let (purpose, power) = chosen(proposal, kind, proceedings.kind, pack);
        owner_is_known(&proposal.source, pack)?;
        Ok(Self {
            names: proceedings.names_of(id),
            at,
            meeting: proceedings.id,
            at_meeting: proceedings.kind,
            date: proceedings.date,
            slot: match place {
                Place::Case(slot) => proceedings.slot(slot).ok(),
                _ => None,
            },
            proposal,
            kind,
            purpose: pack.purpose(purpose).ok_or(Refusal::NotInThePack)?,
            power: pack.power(power).ok_or(Refusal::NotInThePack)?,
            from,
            pack,
            on_file,
        })
    }

    /// The case that it is about.
    pub fn case(&self) -> Option<CaseId> {
        self.slot.map(|slot| slot.case.case)
    }

    /// Whether it speaks of a victim, by its kind or because somebody said so (§2.2.5).
    pub fn is_of_a_victim(&self) -> bool {
        self.kind.is_of_a_victim(self.proposal.about)
    }

    /// Whether it speaks of somebody who is neither simply the person nor a victim.
    pub fn is_of_somebody_else(&self) -> bool {
        self.kind.is_of_somebody_else(self.proposal.about)
    }

    /// Whether it speaks of a person where no case is open: what is on file of them could not be weighed.
    pub fn is_of_nobodys_case(&self) -> bool {
        let somebody = !self.kind.about_nobody || self.kind.victim || self.proposal.about.is_some();
        self.slot.is_none() && somebody
    }

    /// The teams that it may originally have come from: the one that says it is theirs, or is said to be its owner, where the
    /// table has it among those that hold such information; and otherwise every team that does (§1.4.1, table 1).
    ///
    /// What an item is does not hang on what a line leaves out.
    pub fn holders(&self) -> Vec<&'a TeamKey> {
        let all = self.pack.matrix.holds.get(&self.kind.key);
        let all: Vec<&TeamKey> = all.into_iter().flatten().collect();
        let of = |team: &TeamKey| self.pack.team(team).map(|team| &team.organisation);
        let named: Vec<&TeamKey> = match &self.proposal.source {
            Source::ThirdParty(owner) if !owner.is(self.from) => {
                let theirs = all.iter().copied().filter(|team| match owner {
                    Owner::Team(key) => *team == key,
                    Owner::Organisation(key) => of(team) == Some(key),
                    Owner::Group(_) | Owner::Guest(_) => false,
                });
                theirs.collect()
            }
            _ => {
                let own = all.iter().copied();
                own.filter(|team| **team == self.proposal.team).collect()
            }
        };
        if named.is_empty() { all } else { named }
    }

    /// The other agency whose it is said to be. The parties' table knows nothing of a group or a guest, and their word is taken; an
    /// agency of the pack that does not originally hold such things has it from somebody itself, and permits nothing in their place
    /// (§1.4.1, table 1).
    pub fn owner_named(&self) -> Option<&'a Owner> {
        let Source::ThirdParty(owner) = &self.proposal.source else {
            return None;
        };
        let all = self.pack.matrix.holds.get(&self.kind.key);
        let mut all = all.into_iter().flatten().peekable();
        let of = |team: &TeamKey| self.pack.team(team).map(|team| &team.organisation);
        let holds = all.peek().is_none()
            || match owner {
                Owner::Team(key) => all.any(|team| team == key),
                Owner::Organisation(key) => all.any(|team| of(team) == Some(key)),
                Owner::Group(_) | Owner::Guest(_) => true,
            };
        (holds && !owner.is(self.from)).then_some(owner)
    }

    /// Whether the sharing agency originally holds it (§1.4.1, table 1); a guest agency, which the table cannot list, by its own word.
    pub fn is_own(&self) -> bool {
        self.is_said_to_be_own() && (self.is_by_a_guest() || self.is_by_the_table())
    }

    /// Whether it is a guest agency's own, which no table of the parties says.
    pub fn is_a_guests_own(&self) -> bool {
        self.is_said_to_be_own() && self.is_by_a_guest()
    }

    fn is_by_a_guest(&self) -> bool {
        self.from.team.is_none()
    }

    fn is_by_the_table(&self) -> bool {
        self.pack.matrix.holds(&self.proposal.team, &self.kind.key)
    }

    fn is_said_to_be_own(&self) -> bool {
        match &self.proposal.source {
            Source::Own => true,
            Source::ThirdParty(owner) => owner.is(self.from),
        }
    }
}

fn chosen<'p>(
    proposal: &'p Proposal,
    kind: &'p Kind,
    meeting: MeetingKind,
    pack: &'p Pack,
) -> (&'p PurposeKey, &'p PowerKey) {
    let rules = pack.rules(meeting);
    let purpose = proposal.purpose.as_ref().or(kind.purpose.as_ref());
    let power = proposal.power.as_ref().or(kind.power.as_ref());
    (
        purpose.unwrap_or(&rules.default_purpose),
        power.unwrap_or(&rules.default_power),
    )
}

fn owner_is_known(source: &Source, pack: &Pack) -> Result<(), Refusal> {
    let known = match source {
        Source::Own | Source::ThirdParty(Owner::Guest(_)) => true,
        Source::ThirdParty(Owner::Team(key)) => pack.team(key).is_some(),
        Source::ThirdParty(Owner::Organisation(key)) => pack.organisation(key).is_some(),
        Source::ThirdParty(Owner::Group(key)) => pack.group(key).is_some(),
    };
    known.then_some(()).ok_or(Refusal::NotInThePack)
}
