//! How the people of one meeting are called: by name, and by more only where two of them would read alike.

use crate::capture::fold::fold;
use crate::ids::AttendanceId;
use crate::namesakes::Name;
use crate::room::Attendance;

/// Everybody of a meeting with what each is called, so that no two are called the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Callings(Vec<(AttendanceId, Calling)>);

/// One person's name, and how much has to stand behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Calling {
    name: String,
    agency: String,
    job: String,
    seat: u16,
    with: With,
}

/// What stands behind a name, each with all that comes before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum With {
    Nothing,
    Agency,
    Job,
    /// Two of one name, one agency and one job have nothing left but where they sit.
    Seat,
}

impl Callings {
    /// Tells apart everybody on the register of one meeting: those who have left are still named in its lines.
    pub fn of(people: &[Attendance]) -> Self {
        let calling = |a: &Attendance| (a.id, Calling::by_name(a));
        let mut callings = Self(people.iter().map(calling).collect());
        let names: Vec<Name> = people.iter().map(|a| Name::written(&a.name)).collect();
        while callings.say_more_of_those_alike(&names) {}
        callings
    }

    /// What somebody is called where nothing else says who they are: "Jan Khan", "Jan Khan (Police)".
    pub fn alone(&self, who: AttendanceId) -> String {
        self.one(who, |calling| calling.put(With::Nothing, true))
    }

    /// What somebody is called where their agency stands beside them already: "Jan Khan (Constable)".
    pub fn beside_agency(&self, who: AttendanceId) -> String {
        self.one(who, |calling| calling.put(With::Nothing, false))
    }

    /// The name and the agency, always: "Jan Khan (Police)".
    pub fn with_agency(&self, who: AttendanceId) -> String {
        self.one(who, |calling| calling.put(With::Agency, true))
    }

    fn one(&self, who: AttendanceId, put: impl Fn(&Calling) -> String) -> String {
        let found = self.0.iter().find(|(id, _)| *id == who);
        found.map(|(_, calling)| put(calling)).unwrap_or_default()
    }

    /// Whether anybody had to be called by more than before.
    fn say_more_of_those_alike(&mut self, names: &[Name]) -> bool {
        let by_name = |at: usize| self.0[at].1.with == With::Nothing;
        // In nearly every meeting everybody is told apart by name, and nothing else is ever compared.
        let said: Vec<String> = match (0..self.0.len()).all(by_name) {
            true => Vec::new(),
            false => self.said(),
        };
        let alike = |one: usize, other: usize| match by_name(one) && by_name(other) {
            true => names[one].may_be(&names[other]),
            false => said[one] == said[other],
        };
        let all = 0..self.0.len();
        let confused = |one: &usize| all.clone().any(|other| other != *one && alike(*one, other));
        let more = |at: &usize| self.0[*at].1.with < With::Seat;
        let those: Vec<usize> = all.clone().filter(more).filter(confused).collect();
        those.iter().for_each(|at| self.0[*at].1.say_more());
        !those.is_empty()
    }

    /// What each is called now, made comparable.
    fn said(&self) -> Vec<String> {
        let said = |(_, c): &(AttendanceId, Calling)| fold(&c.put(With::Nothing, true));
        self.0.iter().map(said).collect()
    }
}

impl Calling {
    fn by_name(a: &Attendance) -> Self {
        Self {
            name: a.name.clone(),
            agency: a.agency.short_name.clone(),
            job: a.job.trim().to_owned(),
            seat: a.seat,
            with: With::Nothing,
        }
    }

    fn say_more(&mut self) {
        self.with = match self.with {
            With::Nothing => With::Agency,
            With::Agency => With::Job,
            With::Job | With::Seat => With::Seat,
        };
    }

    /// The name with at least so much behind it; the agency only where it does not stand beside it.
    fn put(&self, at_least: With, agency: bool) -> String {
        let with = self.with.max(at_least);
        let seat = self.seat.to_string();
        let behind = [
            (With::Agency, self.agency.as_str()),
            (With::Job, self.job.as_str()),
            (With::Seat, seat.as_str()),
        ];
        let said = |(part, words): &(With, &str)| {
            *part <= with && !words.is_empty() && (agency || *part > With::Agency)
        };
        let behind: Vec<&str> = behind
            .into_iter()
            .filter(said)
            .map(|(_, words)| words)
            .collect();
        match behind.is_empty() {
            true => self.name.clone(),
            false => format!("{} ({})", self.name, behind.join(", ")),
        }
    }
}

#[cfg(test)]
mod tests;
