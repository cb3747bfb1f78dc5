//! Who is where, as the window shows it, and moving them about.

use super::play::{Play, broken};
use super::script::Stumble;
use crate::live::{AcceptForm, AttendanceForm, PersonInRoom, WhereaboutsView};
use crate::meetings::RoleView;
use crate::sample::SamplePerson;
use protocol::ids::AttendanceId;

impl Play<'_> {
    /// Somebody on this meeting's register, by name.
    pub fn seen(&self, name: &str) -> Option<&PersonInRoom> {
        let people = self.shown.as_ref().map(|view| view.people.as_slice());
        people.unwrap_or_default().iter().find(|p| p.name == name)
    }

    /// As before, where the script has seen to it that they are on it.
    pub fn id_of(&self, name: &str) -> Result<AttendanceId, Stumble> {
        let seen = self.seen(name).map(|person| person.attendance);
        seen.ok_or(broken("somebody is not on the register"))
    }

    /// Those in the room.
    pub fn in_the_room(&self) -> impl Iterator<Item = &PersonInRoom> {
        let people = self.shown.as_ref().map(|view| view.people.as_slice());
        let here = |p: &&PersonInRoom| p.whereabouts == WhereaboutsView::InTheRoom;
        people.unwrap_or_default().iter().filter(here)
    }

    /// The capture keys of the teams that can speak now.
    pub fn speakers(&self) -> Vec<String> {
        let speaks = |p: &&PersonInRoom| p.role != RoleView::Observer;
        let mut keys: Vec<String> = self
            .in_the_room()
            .filter(speaks)
            .filter_map(|person| self.capture_key(person))
            .collect();
        keys.dedup();
        keys
    }

    /// Who can speak now of something that they hold, and of which kind it is.
    pub fn holders(&self) -> Vec<(String, String)> {
        let speakers = self.speakers();
        let holders = self.sample.letters.before_a_guest.iter();
        let holders = holders.filter(|(team, _)| speakers.contains(team));
        holders.cloned().collect()
    }

    /// How the team of somebody is typed.
    pub fn capture_key(&self, person: &PersonInRoom) -> Option<String> {
        let teams = &self.shown.as_ref()?.seldom.as_ref()?.teams;
        let team = teams
            .iter()
            .find(|t| Some(&t.key) == person.team.as_ref())?;
        Some(team.capture_key.clone())
    }

    /// A representative of a team that neither chairs, takes the minutes nor is named here.
    pub fn another_team(&self, but: &[&str]) -> Option<(AttendanceId, String)> {
        let key = |person: &PersonInRoom| Some((person.attendance, self.capture_key(person)?));
        let officers: Vec<String> = self
            .in_the_room()
            .filter(|p| matches!(p.role, RoleView::Chair | RoleView::MinuteTaker))
            .filter_map(|p| self.capture_key(p))
            .collect();
        let others = self
            .in_the_room()
            .filter(|p| p.role == RoleView::Representative)
            .filter_map(key);
        let free =
            |(_, team): &(_, String)| !officers.contains(team) && !but.contains(&team.as_str());
        others.filter(free).last()
    }

    /// Somebody hears the question and says yes.
    pub fn accept(&mut self, attendance: AttendanceId) -> Result<(), Stumble> {
        let text_hash = self.shown()?.agreement.text_hash.clone();
        let form = AcceptForm {
            attendance,
            text_hash,
        };
        self.go("accept", 6, |desk| desk.accept(form))
    }

    /// Somebody comes late: to the door, through the gate, and in.
    pub fn comes_late(&mut self, person: &SamplePerson) -> Result<(), Stumble> {
        match self.seen(&person.form.name).map(|seen| seen.attendance) {
            Some(attendance) => {
                let form = AttendanceForm { attendance };
                self.go("arrive", 20, |desk| desk.arrive(form))?;
            }
            None => self.new_face(person)?,
        }
        let attendance = self.id_of(&person.form.name)?;
        self.accept(attendance)?;
        self.signs(person)?;
        self.authority(person)?;
        let form = AttendanceForm { attendance };
        self.go("let_in", 5, |desk| desk.let_in(form))
    }
}
