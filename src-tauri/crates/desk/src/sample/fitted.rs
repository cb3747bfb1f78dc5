//! The sample under an agreement of its own: the same people and cases, by the letters of that partnership's teams and kinds.

use super::said::Script;
use super::{Sample, SampleCase, SamplePerson};
use crate::cases::{CaseForm, ToldView};
use protocol::pack::{Kind, Pack, Team};
use protocol::trade::MeetingKind;

/// What the rehearsal itself says, beside what is in the stories: who says what, as it is typed.
#[derive(Clone)]
pub struct Letters {
    /// News that is about nobody: the team and the kind.
    pub news: Option<(String, String)>,
    /// What is said while a guest listens: the first team that is in the room.
    pub before_a_guest: Vec<(String, String)>,
    /// A team that is told of something and seldom comes.
    pub outside: Option<String>,
}

/// What is said about a case in any partnership: it says nothing that only one of them would.
const WORDS: [&str; 12] = [
    "kept four of five appointments since the last meeting and rang about the fifth",
    "came in on Monday and asked about the course that begins next month",
    "nothing has come to notice since the last meeting",
    "a neighbour rang twice about noise in the evening; it was quiet both times",
    "has begun to pay back what is owed, a little every week",
    "missed the visit on the ninth and was met on the eleventh",
    "was seen in town with two people whom this meeting knows as well",
    "has moved to the back bedroom of a relative's house nearby",
    "asked for help with a letter and brought every paper that was needed",
    "the first hearing is listed in three weeks",
    "stayed to the end of both groups and has put their name down for the next",
    "a new worker takes over on the first of the month; the old one will be there",
];
const TO_DO: [&str; 9] = [
    "visit at home",
    "ring and report back",
    "write down the plan and send it round",
    "ask when the course begins",
    "agree who rings whom in the evening",
    "look at the letter together",
    "find out when the hearing is",
    "go along to the first appointment",
    "check that the number still answers",
];
const DECIDED: [&str; 3] = [
    "= continue because the plan holds",
    "= continue because it is too early to say",
    "= no action",
];

impl Letters {
    /// Those of the sample's own partnership.
    pub(super) fn own() -> Self {
        let pair = |(team, kind): (&str, &str)| (team.to_owned(), kind.to_owned());
        let holders = [
            ("prob", "eng"),
            ("dip", "eng"),
            ("csu", "asb"),
            ("csu", "info"),
        ];
        Self {
            news: Some(pair(("csu", "aob"))),
            before_a_guest: holders.map(pair).to_vec(),
            outside: Some("mer".to_owned()),
        }
    }

    fn all(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        let said = self.news.iter().chain(&self.before_a_guest);
        let said = said.map(|(team, kind)| (team.as_str(), Some(kind.as_str())));
        said.chain(self.outside.iter().map(|team| (team.as_str(), None)))
    }
}

impl Sample {
    /// The sample as it can be said under that agreement: as it is where every team and every kind of it is known there, and by
    /// what is known there otherwise.
    pub fn under(mut self, pack: &Pack) -> Self {
        if self.is_spoken_under(pack) {
            return self;
        }
        let holders = holders(pack);
        let said: Vec<(String, String)> = holders
            .iter()
            .map(|(team, kind)| (team.capture_key.clone(), kind.capture_key.clone()))
            .collect();
        self.people = placed(&self.people, &pack.teams);
        self.officers.clear();
        self.cases = self.cases.iter().zip(1..).map(case).collect();
        self.script = script(&said, &pack.teams);
        self.waivers = None;
        self.letters = Letters {
            news: news(pack),
            before_a_guest: said,
            outside: None,
        };
        self
    }

    pub(super) fn is_spoken_under(&self, pack: &Pack) -> bool {
        let team = |key: &str| pack.teams.iter().any(|team| team.capture_key == key);
        let kind = |key: &str| pack.kinds.iter().any(|kind| kind.capture_key == key);
        let placed = |key: &str| key.is_empty() || pack.teams.iter().any(|t| t.key.as_str() == key);
        let waivers = self.waivers.as_ref();
        let mut people = self.people.iter();
        let mut cases = self.cases.iter();
        let mut said = self.script.said_by().chain(self.letters.all());
        people.all(|person| placed(&person.form.team))
            && cases.all(|case| placed(&case.form.lead))
            && waivers.is_none_or(|waivers| waivers.are_known_under(pack))
            && said.all(|(by, what)| team(by) && what.is_none_or(kind))
    }
}

/// Each team with something that it holds and may say of somebody without asking anybody, the plainest first; a team inside case
/// management would need a manager's authority (§4.3 DIP).
fn holders(pack: &Pack) -> Vec<(&Team, &Kind)> {
    let at_this_meeting = |kind: &&Kind| kind.meetings.contains(&MeetingKind::Odoc);
    let plain = |kind: &&Kind| !kind.victim && !kind.about_nobody && kind.form.is_none();
    let mut kinds: Vec<&Kind> = pack.kinds.iter().collect();
    kinds.retain(|kind| at_this_meeting(kind) && plain(kind));
    kinds.sort_by_key(|kind| (kind.asks_basis, kind.sensitivity.is_some(), kind.catch_all));
    let teams = pack.teams.iter().filter(|team| !team.in_cjit);
    let said = teams.filter_map(|team| {
        let held = |kind: &&&Kind| pack.matrix.holds(&team.key, &kind.key);
        Some((team, *kinds.iter().find(held)?))
    });
    said.collect()
}

fn news(pack: &Pack) -> Option<(String, String)> {
    let kinds = pack.kinds.iter().filter(|kind| kind.about_nobody);
    let mut held = kinds.filter_map(|kind| {
        let holds = |team: &&Team| pack.matrix.holds(&team.key, &kind.key);
        let team = pack.teams.iter().find(holds)?;
        Some((team.capture_key.clone(), kind.capture_key.clone()))
    });
    held.next_back()
}

/// The chair and the minute-taker for the first team, and everybody else for one team after another.
fn placed(people: &[SamplePerson], teams: &[Team]) -> Vec<SamplePerson> {
    let seats = teams.first().into_iter().chain(teams.iter().cycle());
    let placed = people.iter().zip(seats).map(|(person, team)| {
        let mut person = person.clone();
        if person.form.guest_agency.is_empty() {
            person.form.team = team.key.as_str().to_owned();
        }
        // What somebody does in one partnership has another name in the next.
        person.form.job.clear();
        person.authority_from = "The head of the service".to_owned();
        person
    });
    placed.collect()
}

/// Of whoever is discussed only the name comes along: how the rest is written is each partnership's own.
fn case((sample, number): (&SampleCase, usize)) -> SampleCase {
    let form = CaseForm {
        reference: format!("P-{number:03}"),
        forename: sample.form.forename.clone(),
        surname: sample.form.surname.clone(),
        told: Some(ToldView::Told),
        ..CaseForm::empty(sample.form.meeting)
    };
    SampleCase {
        form,
        story: STORY.to_owned(),
        ..sample.clone()
    }
}

const STORY: &str = "any";

/// A story in which each team says something else every month.
fn script(said: &[(String, String)], teams: &[Team]) -> Script {
    let items = WORDS.iter().zip(said.iter().cycle());
    let items = items.map(|(words, (team, kind))| format!("{team} {kind} {words}"));
    let actions = TO_DO.iter().zip(teams.iter().cycle());
    let actions = actions.map(|(what, team)| format!("> {} {what} by 2w", team.capture_key));
    let decisions = DECIDED.map(str::to_owned).to_vec();
    Script::of_one(STORY, items.collect(), actions.collect(), decisions)
}
