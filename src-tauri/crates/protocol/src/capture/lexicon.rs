//! What the words of a line can mean here and now: the room, the pack, the days.

use crate::ids::{AttendanceId, GroupKey, KindKey, OrganisationKey, TeamKey};
use crate::pack::{Kind, Organisation, Pack, Team};
use crate::room::same_name;
use crate::trade::MeetingKind;
use crate::words::Words;
use chrono::NaiveDate;

/// The names that a line may use; the desk makes it from the room and the pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lexicon {
    /// Every team of the pack, in the room or not; then the guest agencies in the room.
    pub teams: Vec<TeamEntry>,
    /// Every kind of information, those of this meeting's kind first.
    pub kinds: Vec<KindEntry>,
    /// The people in the room.
    pub people: Vec<PersonEntry>,
    /// Groups whose minutes may be brought, with their names.
    pub groups: Vec<(GroupKey, String)>,
    pub today: NaiveDate,
    pub next_meeting: Option<NaiveDate>,
}

/// A team as it can be typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamEntry {
    pub key: TeamKey,
    pub name: String,
    pub short_name: String,
    /// Empty for a guest agency, which is found by its name.
    pub capture_key: String,
    pub organisation: OrganisationKey,
    pub organisation_name: String,
    pub organisation_short_name: String,
    /// Its number in seat order, from 1; none when nobody of it is in the room.
    pub seat: Option<u32>,
}

/// A kind of information as it can be typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindEntry {
    pub key: KindKey,
    pub name: String,
    /// May be empty: such a kind is found by its name.
    pub capture_key: String,
    /// Whether it belongs to this kind of meeting; those win over the rest.
    pub of_this_meeting: bool,
}

/// A person in the room as they can be typed; two may have one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonEntry {
    pub attendance: AttendanceId,
    pub name: Words,
    pub team: TeamKey,
    pub seat: u16,
}

impl Lexicon {
    /// Takes teams and kinds from the pack; `seat` says which number a team has, if anybody of it is in the room.
    pub fn of(
        pack: &Pack,
        meeting: MeetingKind,
        seat: impl Fn(&TeamKey) -> Option<u32>,
        people: Vec<PersonEntry>,
        today: NaiveDate,
        next_meeting: Option<NaiveDate>,
    ) -> Self {
        let entry =
            |team: &Team| TeamEntry::of(team, pack.organisation_of(&team.key), seat(&team.key));
        let mut kinds: Vec<_> = pack
            .kinds
            .iter()
            .map(|kind| KindEntry::of(kind, meeting))
            .collect();
        kinds.sort_by_key(|kind| !kind.of_this_meeting);
        Self {
            teams: pack.teams.iter().map(entry).collect(),
            kinds,
            people,
            groups: pack
                .groups
                .iter()
                .map(|group| (group.key.clone(), group.name.clone()))
                .collect(),
            today,
            next_meeting,
        }
    }
}

impl Lexicon {
    /// Takes the guest agencies in the room, each with the number of its seat: they speak and are left out by their names.
    pub fn with_guests(mut self, guests: impl IntoIterator<Item = (String, u32)>) -> Self {
        for (name, seat) in guests {
            let guest = TeamEntry::of_guest(name, seat);
            let known =
                |one: &TeamEntry| one.key.guest().is_some_and(|n| same_name(n, &guest.name));
            if !self.teams.iter().any(known) {
                self.teams.push(guest);
            }
        }
        self
    }
}

impl TeamEntry {
    fn of_guest(name: String, seat: u32) -> Self {
        let key = TeamKey::of_guest(&name);
        Self {
            organisation: OrganisationKey::new(key.as_str()),
            key,
            short_name: name.clone(),
            name,
            capture_key: String::new(),
            organisation_name: String::new(),
            organisation_short_name: String::new(),
            seat: Some(seat),
        }
    }

    fn of(team: &Team, organisation: Option<&Organisation>, seat: Option<u32>) -> Self {
        Self {
            key: team.key.clone(),
            name: team.name.clone(),
            short_name: team.short_name.clone(),
            capture_key: team.capture_key.clone(),
            organisation: team.organisation.clone(),
            organisation_name: organisation.map(|o| o.name.clone()).unwrap_or_default(),
            organisation_short_name: organisation
                .map(|o| o.short_name.clone())
                .unwrap_or_default(),
            seat,
        }
    }
}

impl KindEntry {
    fn of(kind: &Kind, meeting: MeetingKind) -> Self {
        Self {
            key: kind.key.clone(),
            name: kind.name.clone(),
            capture_key: kind.capture_key.clone(),
            of_this_meeting: kind.meetings.contains(&meeting),
        }
    }
}
