//! Cases: who is under discussion, in the agreed formats (§2.2.5), with what a chair must know.

use crate::formats;
use crate::ids::{CaseId, TeamKey};
use crate::trade::MeetingKind;
use crate::words::Words;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// One person's case, as the partnership keeps it between meetings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    pub id: CaseId,
    /// The partnership's own number: "ODOC-014". Says nothing of the person.
    pub reference: String,
    pub particulars: Particulars,
    pub cohort: Cohort,
    /// At which meeting the case is discussed.
    pub meeting: MeetingKind,
    pub lead: Option<TeamKey>,
    pub whereabouts: Custody,
    pub flags: Flags,
    pub told: Told,
    pub closed: Option<NaiveDate>,
}

/// The fields of §2.2.5, each in the form that the parties agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Particulars {
    pub name: formats::PersonName,
    pub born: Option<NaiveDate>,
    pub gender: Option<formats::Gender>,
    pub ethnic_group: Option<formats::EthnicGroup>,
    pub cro: Option<formats::CroNumber>,
    pub address: Option<formats::Address>,
    pub offender_manager: Option<formats::OffenderManager>,
    /// Anything else, free text (§2.2.5).
    pub note: Words,
}

/// How the case is grouped for integrated offender management.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cohort {
    Fixed,
    Flex,
    Free,
    /// Anti-social behaviour, brought by case conferencing.
    Asb,
    /// On the drug programme's caseload.
    DipCaseload,
}

impl Cohort {
    pub const ALL: [Self; 5] = [
        Self::Fixed,
        Self::Flex,
        Self::Free,
        Self::Asb,
        Self::DipCaseload,
    ];
}

/// Whether the person is in custody or in the community (§4.3 DIP, purpose).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "status")]
pub enum Custody {
    NotKnown,
    Custody {
        establishment: String,
        since: Option<NaiveDate>,
        release: Option<NaiveDate>,
    },
    Community {
        since: Option<NaiveDate>,
        order_until: Option<NaiveDate>,
    },
}

/// What makes a chair stop and choose before the case is opened (§4.3 MAPPA).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flags {
    pub mappa: bool,
    pub child_protection: bool,
    /// Known to be under 18 where no date of birth is on file; where one is, it decides (§1.1.2).
    #[serde(default)]
    pub under_18: bool,
}

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flag {
    Mappa,
    ChildProtection,
    Under18,
}

impl Flags {
    /// The place of one.
    pub fn place(&mut self, flag: Flag) -> &mut bool {
        match flag {
            Flag::Mappa => &mut self.mappa,
            Flag::ChildProtection => &mut self.child_protection,
            Flag::Under18 => &mut self.under_18,
        }
    }
}

/// Whether the person knows of the sharing (§4.4.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "told")]
pub enum Told {
    Told,
    Agreed,
    /// Telling would prejudice the objective: why, on what ground, and who decided.
    Neither {
        reason: Words,
        ground: String,
        decided_by: String,
    },
}

/// What a meeting needs to show of a case, as it stood when the meeting took it up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseHeading {
    pub case: CaseId,
    pub reference: String,
    pub name: Words,
    /// The same in its parts; headings that were kept before it was do without.
    #[serde(default)]
    pub person: Option<formats::PersonName>,
    pub born: Option<NaiveDate>,
    pub cro: Option<String>,
    pub offender_manager: Option<String>,
    pub cohort: Cohort,
    pub lead: Option<TeamKey>,
    pub whereabouts: Custody,
    pub flags: Flags,
    pub told: Told,
}

impl Case {
    /// What makes a chair stop at this file and not at another one of the same person; where that has a date of birth, it decides
    /// there who is under 18.
    pub fn flags_missing_on(&self, there: &Self, on: NaiveDate) -> Vec<Flag> {
        let young = self.is_under_18(on) && !there.is_under_18(on);
        let all = [
            (self.flags.mappa && !there.flags.mappa, Flag::Mappa),
            (
                self.flags.child_protection && !there.flags.child_protection,
                Flag::ChildProtection,
            ),
            (young && there.particulars.born.is_none(), Flag::Under18),
        ];
        let missing = all.into_iter().filter(|(missing, _)| *missing);
        missing.map(|(_, flag)| flag).collect()
    }

    /// Whether the person is under 18 on that day: the protocol speaks of adults (§1.1.2).
    pub fn is_under_18(&self, on: NaiveDate) -> bool {
        under_18(self.particulars.born, self.flags, on)
    }

    /// What a meeting shows of it.
    pub fn heading(&self) -> CaseHeading {
        let p = &self.particulars;
        CaseHeading {
            case: self.id,
            reference: self.reference.clone(),
            name: Words::new(p.name.shown()),
            person: Some(p.name.clone()),
            born: p.born,
            cro: p.cro.as_ref().map(|c| c.shown().to_string()),
            offender_manager: p.offender_manager.as_ref().map(|m| m.shown()),
            cohort: self.cohort,
            lead: self.lead.clone(),
            whereabouts: self.whereabouts.clone(),
            flags: self.flags,
            told: self.told.clone(),
        }
    }
}

impl CaseHeading {
    /// The same with the flags that its file has been given since.
    #[must_use]
    pub fn flagged(&self, since: Flags) -> Self {
        Self {
            flags: self.flags.and(since),
            ..self.clone()
        }
    }

    /// Whether the person is under 18 on that day.
    pub fn is_under_18(&self, on: NaiveDate) -> bool {
        under_18(self.born, self.flags, on)
    }

    /// Initials, for wherever a name would show before its case opens.
    pub fn initials(&self) -> String {
        let name = self.in_parts();
        name.map_or_else(String::new, |name| name.initials())
    }

    /// Enough to know who is next, little enough for a passer-by.
    pub fn short_name(&self) -> String {
        let name = self.in_parts();
        name.map_or_else(|| self.name.as_str().to_owned(), |name| name.short())
    }

    /// The name in its parts; one that was kept as one line is taken apart as people mean it. Of somebody erased there is none.
    fn in_parts(&self) -> Option<formats::PersonName> {
        let line = self.name.as_str();
        let taken_apart = || {
            formats::PersonName::read_line(line)
                .or_else(|_| formats::PersonName::read("", "-", line))
                .ok()
        };
        self.person.clone().or_else(taken_apart)
    }
}

/// A date of birth goes before the flag, which nobody takes off on the birthday.
fn under_18(born: Option<NaiveDate>, flags: Flags, on: NaiveDate) -> bool {
    born.map_or(flags.under_18, |born| age(born, on) < 18)
}

/// Whole years between a birth and a day.
pub fn age(born: NaiveDate, on: NaiveDate) -> i32 {
    let had_birthday = (on.month(), on.day()) >= (born.month(), born.day());
    on.year() - born.year() - i32::from(!had_birthday)
}

#[cfg(test)]
impl CaseHeading {
    /// Somebody invented, for a test of what stands on an agenda.
    pub(crate) fn invented(n: u128) -> Self {
        Self {
            case: CaseId(uuid::Uuid::from_u128(n)),
            reference: format!("ODOC-{n:03}"),
            name: Words::new("Invented Person"),
            person: None,
            born: None,
            cro: None,
            offender_manager: None,
            cohort: Cohort::Fixed,
            lead: None,
            whereabouts: Custody::NotKnown,
            flags: Flags::default(),
            told: Told::Told,
        }
    }
}
