//! What spelling leaves alone beside the dictionary: who is in the room, who is discussed, who sits for whom.

use crate::problem::Problem;
use crate::session::Desk;
use protocol::cases::Custody;
use protocol::meeting::Proceedings;
use protocol::pack::Pack;
use record::Reading;
use std::collections::BTreeSet;

/// Words that are right because somebody or something here is called so.
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// The record's own words, those of its people and officers and the pack's, and those of a meeting's people and cases.
    pub(super) fn of(
        desk: &Desk,
        pack: &Pack,
        meeting: Option<&Proceedings>,
    ) -> Result<Self, Problem> {
        let mut names = Self(BTreeSet::new());
        let reading = desk.record()?.read();
        for word in reading.spellings().all()? {
            names.learn(&word);
        }
        for user in reading.users().all()? {
            names.learn(user.name.as_str());
        }
        names.learn_registers(&reading)?;
        names.learn_pack(pack);
        if let Some(meeting) = meeting {
            names.learn_meeting(meeting);
        }
        Ok(names)
    }

    /// Whether a word is one of them, whoever's it is: "Marlow's" is Marlow.
    pub(super) fn have(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix('\''));
        self.0.contains(&word) || owner.is_some_and(|owner| self.0.contains(owner))
    }

    fn learn(&mut self, text: &str) {
        let written = super::writing::words(text).into_iter();
        self.0
            .extend(written.map(|written| written.word.to_lowercase()));
    }

    /// Whoever is known here may be spoken of, in the room or not.
    fn learn_registers(&mut self, reading: &Reading<'_>) -> Result<(), Problem> {
        for person in reading.people().all()? {
            self.learn(&person.name);
        }
        for officer in reading.officers().all()? {
            self.learn(&officer.name);
        }
        Ok(())
    }

    fn learn_pack(&mut self, pack: &Pack) {
        for organisation in &pack.organisations {
            self.learn(&organisation.name);
            self.learn(&organisation.short_name);
        }
        for team in &pack.teams {
            self.learn(&team.name);
            self.learn(&team.short_name);
            self.learn(&team.capture_key);
        }
        for kind in &pack.kinds {
            self.learn(&kind.name);
            self.learn(&kind.capture_key);
        }
    }

    fn learn_meeting(&mut self, meeting: &Proceedings) {
        self.learn(&meeting.venue);
        for attendance in &meeting.attendances {
            self.learn(&attendance.name);
            self.learn(&attendance.agency.name);
        }
        for slot in &meeting.slots {
            self.learn(slot.case.name.as_str());
            self.learn(slot.case.offender_manager.as_deref().unwrap_or_default());
            if let Custody::Custody { establishment, .. } = &slot.case.whereabouts {
                self.learn(establishment);
            }
        }
    }
}
