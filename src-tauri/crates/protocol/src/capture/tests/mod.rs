mod properties;
mod table;

use super::*;
use crate::ids::{AttendanceId, GroupKey, KindKey, OrganisationKey, TeamKey};
use crate::sharing::{DecisionKind, Source};
use crate::trade::Basis;
use chrono::NaiveDate;
use uuid::Uuid;

/// A meeting of nine teams, two people of one surname among them; a Monday, the next meeting four weeks off.
fn lexicon() -> Lexicon {
    Lexicon {
        teams: teams(),
        kinds: kinds(),
        people: people(),
        groups: vec![(GroupKey::new("asb-group"), "ASB operational group".into())],
        today: NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date"),
        next_meeting: NaiveDate::from_ymd_opt(2026, 12, 22),
    }
}

fn teams() -> Vec<TeamEntry> {
    let police = ["police", "West Midlands Police", "West Midlands Police"];
    let probation = ["probation", "Probation Service", "Probation"];
    let council = [
        "council",
        "Solihull Metropolitan Borough Council",
        "Solihull Council",
    ];
    let trust = [
        "mental-health",
        "Birmingham and Solihull Mental Health Trust",
        "Mental Health Trust",
    ];
    let homes = ["homes", "Solihull Community Housing", "Community Housing"];
    let own = |name: &'static str| [name, name, name];
    [
        (
            ["pol", "police", "Police offender management", "Police"],
            police,
            1,
        ),
        (
            ["prob", "probation-team", "Probation", "Probation"],
            probation,
            2,
        ),
        (
            ["hou", "housing", "Housing management", "Housing"],
            homes,
            3,
        ),
        (["har", "harden", "Harden", "Harden"], own("Harden"), 4),
        (
            ["bro", "bromford", "Bromford", "Bromford"],
            own("Bromford"),
            5,
        ),
        (
            ["dip", "dip", "Drug Intervention Programme", "DIP"],
            council,
            6,
        ),
        (
            [
                "chi",
                "children",
                "Children's services",
                "Children's Services",
            ],
            council,
            7,
        ),
        (
            [
                "amh",
                "adult-mental-health",
                "Adult mental health",
                "Adult Mental Health",
            ],
            council,
            8,
        ),
        (
            ["wel", "welcome", "Welcome (SIAS)", "Welcome"],
            own("Welcome"),
            9,
        ),
        (
            ["bri", "bridge", "The Bridge (SIAS)", "The Bridge"],
            trust,
            0,
        ),
        (
            ["aqu", "aquarius", "Aquarius (SIAS)", "Aquarius"],
            own("Aquarius"),
            0,
        ),
        (
            ["yos", "yos", "Youth offending service", "YOS"],
            own("Solihull YOS"),
            0,
        ),
        (
            ["wat", "waterloo", "Waterloo", "Waterloo"],
            own("Waterloo"),
            0,
        ),
    ]
    .into_iter()
    .map(
        |([capture, key, name, short], [organisation, whole, brief], seat)| TeamEntry {
            key: TeamKey::new(key),
            name: name.into(),
            short_name: short.into(),
            capture_key: capture.into(),
            organisation: OrganisationKey::new(organisation),
            organisation_name: whole.into(),
            organisation_short_name: brief.into(),
            seat: (seat > 0).then_some(seat),
        },
    )
    .collect()
}

fn kinds() -> Vec<KindEntry> {
    [
        ("intelligence", "Current intelligence", "intel", true),
        ("criminal-history", "Criminal history", "crim", true),
        ("associates", "Associates", "assoc", true),
        ("risk", "Assessment that bears on risk", "risk", true),
        (
            "compliance",
            "Compliance with orders and supervision",
            "comp",
            true,
        ),
        ("engagement", "Engagement, present and past", "eng", true),
        ("accommodation", "Accommodation and tenancy", "acc", true),
        ("behaviour", "Anti-social behaviour reports", "", true),
        ("drug-test", "Drug test results", "test", false),
        ("care-plan", "Progress with the care plan", "plan", false),
        ("health", "Physical and mental health", "heal", true),
    ]
    .into_iter()
    .map(|(key, name, capture_key, of_this_meeting)| KindEntry {
        key: KindKey::new(key),
        name: name.into(),
        capture_key: capture_key.into(),
        of_this_meeting,
    })
    .collect()
}

fn people() -> Vec<PersonEntry> {
    [
        (1, "Asha Patel", "housing"),
        (2, "Jane Smith", "police"),
        (3, "John Smith", "probation-team"),
        (4, "Niamh O'Brien", "harden"),
        (5, "Siân Llewellyn", "children"),
        (6, "Jan Khan", "bromford"),
        (7, "Jan Khan", "welcome"),
        (8, "Wren Ash", "dip"),
        (9, "Wren Ash", "dip"),
    ]
    .into_iter()
    .map(|(number, name, team)| PersonEntry {
        attendance: AttendanceId(Uuid::from_u128(number)),
        name: name.into(),
        team: TeamKey::new(team),
        seat: number as u16 + 10,
    })
    .collect()
}

/// One line of plain text for one reading, so that a table can hold sixty.
fn told(line: &str) -> String {
    match read(line, &lexicon()).understood {
        Understood::Empty => "empty".into(),
        Understood::Item {
            team,
            kind,
            words,
            basis,
            without,
            also,
            source,
            about,
        } => {
            let judged = if basis == Basis::ProfessionalJudgement {
                " judgement"
            } else {
                ""
            };
            let without: String = without
                .iter()
                .map(|who| format!(" -{}", left_out(who)))
                .collect();
            let also: String = also.iter().map(|who| format!(" +{}", added(who))).collect();
            let source = match source {
                Source::Own => String::new(),
                Source::ThirdParty(owner) => format!(" from {owner:?}"),
            };
            let about = about.map_or(String::new(), |who| format!(" about {who:?}"));
            let markers = format!("{judged}{without}{also}{source}{about}");
            format!("{team} {kind}{markers}: {}", words.as_str())
        }
        Understood::Action {
            team,
            person,
            words,
            due,
            strand,
        } => {
            let team = team.map_or("nobody".into(), |team| team.to_string());
            let person = person.map_or(String::new(), |who| format!(" @{}", number(who)));
            let strand = strand.map_or(String::new(), |strand| format!(" {strand:?}"));
            let due = due.map_or(String::new(), |due| {
                format!(" by {}", due.format("%d/%m/%y"))
            });
            format!("> {team}{person}{strand}{due}: {}", words.as_str())
        }
        Understood::Decision {
            kind,
            words,
            rationale,
        } => {
            let kind = match kind {
                DecisionKind::Other => String::new(),
                kind => format!("{kind:?}: "),
            };
            match rationale {
                Some(why) => format!("= {kind}{} | {}", words.as_str(), why.as_str()),
                None => format!("= {kind}{}", words.as_str()),
            }
        }
        Understood::Dissent { team, words } => format!("! {team}: {}", words.as_str()),
        Understood::NilReturn { team } => format!("{team} nil"),
        Understood::Declined { team } => format!("{team} declined"),
        Understood::Unfinished { want, candidates } => {
            let names: Vec<_> = candidates.iter().map(candidate).collect();
            format!("{want:?}? {}", names.join(" ")).trim_end().into()
        }
    }
}

fn left_out(who: &LeftOut) -> String {
    match who {
        LeftOut::Team(team) => team.to_string(),
        LeftOut::Person(person) => number(*person),
    }
}

fn added(who: &Also) -> String {
    match who {
        Also::Team(team) => team.to_string(),
        Also::Unlisted(words) => format!("[{}]", words.as_str()),
    }
}

fn candidate(candidate: &Candidate) -> String {
    match candidate {
        Candidate::Team(team) => team.to_string(),
        Candidate::Kind(kind) => kind.to_string(),
        Candidate::Person(person) => number(*person),
    }
}

fn number(person: AttendanceId) -> String {
    person.0.as_u128().to_string()
}
