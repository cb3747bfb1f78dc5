//! A record in memory, a clock that goes on by itself, and a meeting that is kept and read back after every move.

use crate::error::RecordError;
use crate::journal::{Entry, EntryKind, Seq, append};
use crate::random::SystemRandom;
use crate::schema;
use crate::tables::{MeetingChange, Reading, Tables};
use chrono::{Duration, NaiveDate, NaiveTime};
use protocol::cases::{CaseHeading, Cohort, Custody, Flags, Told};
use protocol::ids::{AttendanceId, CaseId, MeetingId, PersonId, SlotId, TeamKey, UserId};
use protocol::meeting::{Meeting, Planned};
use protocol::pack::{DEFAULT, Pack};
use protocol::people::{Affiliation, Person};
use protocol::room::{Agency, Attendance, AttendeeRole};
use protocol::trade::{At, MeetingKind, Tier};
use protocol::words::Words;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use uuid::Uuid;

pub const ACTOR: UserId = UserId(Uuid::from_u128(1));

pub struct World {
    pub connection: Connection,
    pub pack: Pack,
    clock: At,
    ids: u128,
}

/// Words that stand out wherever they turn up.
pub fn said(what: &str) -> Words {
    Words::new(format!("needle {what}"))
}

impl World {
    pub fn new() -> Self {
        let mut connection = Connection::open_in_memory().unwrap();
        connection
            .execute_batch("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;")
            .unwrap();
        connection
            .set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)
            .unwrap();
        schema::bring_up_to_date(&mut connection).unwrap();
        connection
            .execute(
                "INSERT INTO user (id, role, name) VALUES (?, 'chair', 'A Chair')",
                [ACTOR.0],
            )
            .unwrap();
        Self {
            connection,
            pack: Pack::read(DEFAULT).unwrap(),
            clock: At::parse_from_rfc3339("2026-11-23T10:00:00.25+00:00").unwrap(),
            ids: 100,
        }
    }

    pub fn now(&mut self) -> At {
        self.clock += Duration::milliseconds(1001);
        self.clock
    }

    pub fn id(&mut self) -> Uuid {
        // A line of several cases is called by names made of one fresh one, which differ in their last figures.
        self.ids += 16;
        Uuid::from_u128(self.ids)
    }

    pub fn enter<T>(
        &mut self,
        entry: &Entry,
        change: impl FnOnce(&Tables<'_>) -> Result<T, RecordError>,
    ) -> Result<(Seq, T), RecordError> {
        let at = self.now();
        let transaction = self.connection.transaction()?;
        let seq = append(&transaction, &SystemRandom, ACTOR, at, entry)?;
        let value = change(&Tables::of(&transaction, seq, entry))?;
        transaction.commit()?;
        Ok((seq, value))
    }

    /// Keeps what differs, checks that the same is read back, and says how many rows that took.
    pub fn keep(&mut self, before: Option<&Meeting>, after: &Meeting) -> u64 {
        let rows = self.connection.total_changes();
        self.try_keep(before, after).unwrap();
        assert_eq!(self.read(after.proceedings().id).as_ref(), Some(after));
        self.connection.total_changes() - rows
    }

    pub fn try_keep(
        &mut self,
        before: Option<&Meeting>,
        after: &Meeting,
    ) -> Result<(), RecordError> {
        let change = MeetingChange::between(before, after);
        let case = after.proceedings().open_slot().map(|slot| slot.case.case);
        let entry = Entry::of(EntryKind::MeetingPlanned)
            .about_some(case)
            .with_words(change.words());
        self.enter(&entry, |tables| tables.meetings().apply(&change))?;
        Ok(())
    }

    pub fn read(&self, id: MeetingId) -> Option<Meeting> {
        Reading::of(&self.connection).meetings().one(id).unwrap()
    }

    pub fn planned(&mut self, kind: MeetingKind, month: u32) -> Planned {
        let date = NaiveDate::from_ymd_opt(2026, month, 23).unwrap();
        let times = (
            NaiveTime::from_hms_opt(10, 0, 0).unwrap(),
            NaiveTime::from_hms_opt(11, 30, 0).unwrap(),
        );
        let mut planned = Planned::new(MeetingId(self.id()), kind, date, times);
        planned.set_when(date, times, "The blue room".to_owned());
        planned
    }

    pub fn attendance(&mut self, team: Option<&str>, role: AttendeeRole) -> Attendance {
        let affiliation = match team {
            Some(team) => Affiliation::Team {
                team: TeamKey::new(team),
            },
            None => Affiliation::Guest {
                agency: "Invented Gardeners".to_owned(),
                statutory: false,
            },
        };
        let person = Person {
            id: PersonId(self.id()),
            name: "An Invented Person".to_owned(),
            job: "Comes along".to_owned(),
            affiliation,
            retired: false,
        };
        let agency = Agency::of(&person.affiliation, &self.pack).unwrap();
        Attendance::expected(AttendanceId(self.id()), &person, agency, role, 1)
    }

    /// Puts a case on the agenda; every second one is flagged.
    pub fn add_case(&mut self, planned: &mut Planned) -> SlotId {
        let (slot, case) = (SlotId(self.id()), CaseId(self.id()));
        let flagged = self.ids.is_multiple_of(4);
        let heading = CaseHeading {
            case,
            reference: format!("ODOC-{}", self.ids),
            name: Words::new("Mr Needle INVENTED"),
            person: None,
            born: NaiveDate::from_ymd_opt(1990, 2, 3),
            cro: Some("needle/99Z".to_owned()),
            offender_manager: None,
            cohort: Cohort::Flex,
            lead: Some(TeamKey::new("police")),
            whereabouts: Custody::Custody {
                establishment: "HMP needle".to_owned(),
                since: None,
                release: NaiveDate::from_ymd_opt(2027, 2, 3),
            },
            flags: Flags {
                mappa: flagged,
                child_protection: false,
                under_18: false,
            },
            told: Told::Agreed,
        };
        planned.add_case(slot, heading, Tier::Red, 8).unwrap();
        slot
    }
}
