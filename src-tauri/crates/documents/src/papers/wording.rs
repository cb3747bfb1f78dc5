//! Dates, times and the trade's few words, as they are printed.

use chrono::NaiveDate;
use protocol::cases::Custody;
use protocol::meeting::{Forum, Since};
use protocol::pack::Pack;
use protocol::room::AttendeeRole;
use protocol::sharing::{DecisionKind, Outcome, Regime};
use protocol::trade::{At, Basis, Strand};

/// "Thursday 10 December 2026".
pub(super) fn day(date: NaiveDate) -> String {
    date.format("%A %-d %B %Y").to_string()
}

/// "14 Jan 2027", for narrow columns.
pub(super) fn short_day(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}

/// "14:05", by the clock on the wall.
pub(super) fn time(at: At) -> String {
    at.format("%H:%M").to_string()
}

/// "Thursday 10 December 2026 at 14:05".
pub(super) fn moment(at: At) -> String {
    format!("{} at {}", day(at.date_naive()), time(at))
}

/// A hash in four groups, so that two people can compare it aloud.
pub(super) fn grouped(hash: &[u8; 32]) -> String {
    let groups: Vec<String> = hash.chunks(8).map(hex::encode).collect();
    groups.join(" ")
}

/// "1 person", "11 people".
pub(super) fn people(count: usize) -> String {
    match count {
        1 => "1 person".into(),
        count => format!("{count} people"),
    }
}

/// "a, b and c".
pub(super) fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// What came to stand against sending something.
pub(super) fn since(since: &Since) -> String {
    let on = |what: &str, on: &NaiveDate| format!("{what} on {}", short_day(*on));
    match since {
        Since::ObjectionUpheld(day) => on("an objection was upheld", day),
        Since::ConsentWithdrawn(day) => on("consent was withdrawn", day),
        Since::ConsentExpired(day) => format!("consent ended with {}", short_day(*day)),
        Since::AuthorityWithdrawn(day) => on("the manager\u{2019}s authority was withdrawn", day),
        Since::PermissionWithdrawn(day) => on("permission to pass it on was withdrawn", day),
        Since::ChoiceWithdrawn(day) => on("the chair took the power chosen back", day),
        Since::Otherwise(clause) => format!("{clause} stands against it since"),
    }
}

pub(super) fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Fact => "fact",
        Basis::ProfessionalJudgement => "professional judgement",
    }
}

pub(super) fn role(role: AttendeeRole) -> &'static str {
    match role {
        AttendeeRole::Chair => "Chair",
        AttendeeRole::MinuteTaker => "Minute-taker",
        AttendeeRole::Representative => "Representative",
        AttendeeRole::Observer => "Observer",
    }
}

pub(super) fn strand(strand: Option<Strand>) -> &'static str {
    match strand {
        Some(Strand::Enforcement) => "Enforcement",
        Some(Strand::Disruption) => "Disruption",
        Some(Strand::Treatment) => "Treatment",
        Some(Strand::Resettlement) => "Resettlement",
        None => "",
    }
}

pub(super) fn due(due: Option<NaiveDate>) -> String {
    due.map_or_else(|| "no date set".into(), short_day)
}

pub(super) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Done => "Done",
        Outcome::NotPossible => "Not possible: circumstances changed",
        Outcome::NotDone => "Not done",
        Outcome::NoLongerNeeded => "No longer needed",
    }
}

/// What a case review decided on; nothing where it was of no such kind (§4.3 DIP, purpose).
pub(super) fn decision_kind(kind: DecisionKind) -> &'static str {
    match kind {
        DecisionKind::Other => "",
        DecisionKind::CareCoordination => "Care co-ordination",
        DecisionKind::Caseload => "Caseload",
        DecisionKind::Closure => "Closure",
        DecisionKind::Deselection => "Taken off the cohort",
        DecisionKind::ReferredToMappa => "Referred to MAPPA",
        DecisionKind::ReferredToChildProtection => "Referred to child protection",
        DecisionKind::NoChange => "No change",
    }
}

/// The forums that follow protocols of their own (§4.3 MAPPA).
pub(super) fn forum(forum: Forum) -> &'static str {
    match forum {
        Forum::Mappa => "MAPPA",
        Forum::ChildProtection => "child protection",
    }
}

/// Under what law all of it is shared, by the name that the agreement has for it.
pub(super) fn law(pack: &Pack) -> String {
    format!(
        "Sharing falls under {}: its general rules, except where a line says Part 3, which is for law enforcement.",
        pack.law.name
    )
}

/// The two laws, one of which governs each line.
pub(super) fn regime(regime: Regime) -> &'static str {
    match regime {
        Regime::LawEnforcement => "DPA 2018 Part 3",
        Regime::General => "the general rules, UK GDPR",
    }
}

pub(super) fn custody(custody: &Custody) -> String {
    let dated = |words: &str, date: &Option<NaiveDate>| {
        date.map_or_else(String::new, |d| format!(", {words} {}", short_day(d)))
    };
    match custody {
        Custody::NotKnown => "Not known".into(),
        Custody::Custody {
            establishment,
            since,
            release,
        } => {
            let at = if establishment.trim().is_empty() {
                String::new()
            } else {
                format!(", {establishment}")
            };
            let (since, release) = (dated("since", since), dated("release", release));
            format!("In custody{at}{since}{release}")
        }
        Custody::Community { since, order_until } => {
            let (since, until) = (dated("since", since), dated("order until", order_until));
            format!("In the community{since}{until}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_read_as_they_are_spoken() {
        let at: At = "2026-12-10T14:05:59+00:00".parse().unwrap();
        assert_eq!(moment(at), "Thursday 10 December 2026 at 14:05");
    }

    #[test]
    fn a_hash_is_printed_whole_in_groups_that_can_be_read_aloud() {
        let hash: [u8; 32] = std::array::from_fn(|n| n as u8);
        let groups = grouped(&hash);
        assert!(groups.starts_with("0001020304050607 08090a0b"));
        assert_eq!(groups.split(' ').count(), 4);
    }

    #[test]
    fn a_list_ends_with_and() {
        let names = ["a", "b", "c"].map(String::from);
        assert_eq!(listed(&names), "a, b and c");
        assert_eq!(listed(&names[..1]), "a");
        assert_eq!(listed(&[]), "");
    }
}
