//! What is said and promised at each meeting, and the pack's law, markings, limits and periods.

use super::entry::Entry;
use super::what::proposed_power;
use crate::ids::{OrganisationKey, PurposeKey, TeamKey};
use crate::pack::{
    AgreementText, ByMeeting, CASE_FILES, Cohorts, FaultKind, Formats, Fragment, LawSet, Markings,
    MeetingRules, Power, Quorum, Register, RetentionPeriod, Section, TimeLimits,
};

pub fn law(entry: &Entry) -> LawSet {
    LawSet {
        name: entry.text("name"),
        as_at: entry.date("as_at"),
    }
}

pub fn markings(entry: &Entry) -> Markings {
    let offered: Vec<String> = plain(entry.texts("offered"));
    let in_force = entry.text("in_force");
    if !offered.contains(&in_force) && !in_force.is_empty() {
        let (field, found) = ("in_force".to_owned(), in_force.clone());
        entry.fault(
            "in_force",
            FaultKind::NotOffered {
                field,
                found,
                offered: offered.clone(),
            },
        );
    }
    Markings {
        in_force,
        offered,
        handling: entry.text("handling"),
    }
}

/// Reads the limits; the tops are there to catch a slip of the keyboard, not to make policy.
pub fn limits(entry: &Entry) -> TimeLimits {
    TimeLimits {
        originator_days: entry.number("originator_days", 366),
        claim_notice_days: entry.number("claim_notice_days", 366),
        objection_days: entry.number("objection_days", 366),
        complaint_days: entry.number("complaint_days", 366),
        request_months: entry.number("request_months", 12),
        folder_months: entry.number("folder_months", 12),
        review_months: entry.number("review_months", 12),
        breach_hours: entry.number("breach_hours", 72),
    }
}

/// Reads the formats; a list that is empty would leave a field that nothing could fill.
pub fn formats(entry: &Entry) -> Formats {
    let formats = Formats {
        genders: entry.choices("genders"),
        ethnic_groups: entry.choices("ethnic_groups"),
        postcode: entry.choice("postcode"),
        dates: entry
            .optional("dates", |field| entry.choice(field))
            .unwrap_or_default(),
    };
    let none = [
        ("genders", formats.genders.is_empty()),
        ("ethnic_groups", formats.ethnic_groups.is_empty()),
    ];
    for (field, _) in none.into_iter().filter(|(_, none)| *none) {
        let field_name = field.to_owned();
        entry.fault(field, FaultKind::Blank { field: field_name });
    }
    formats
}

pub fn cohorts(entry: &Entry) -> Cohorts {
    Cohorts {
        fixed: entry.text("fixed"),
        flex: entry.text("flex"),
        free: entry.text("free"),
        asb: entry.text("asb"),
        dip_caseload: entry.text("dip_caseload"),
    }
}

/// Reads the periods; without one for the files of cases no closed case would ever fall due (§3.1.1).
pub fn retentions(file: &Entry) -> Vec<RetentionPeriod> {
    let all = file.tables("retention", retention);
    let of_everybody = |one: &RetentionPeriod| one.organisation.is_none();
    let mut cases = all.iter().filter(|one| one.record == CASE_FILES);
    if !cases.any(of_everybody) {
        let record = CASE_FILES.to_owned();
        file.fault("retention", FaultKind::NotKept { record });
    }
    all
}

fn retention(entry: &Entry) -> RetentionPeriod {
    let organisation = |field| OrganisationKey::new(entry.names(field, Register::Organisation));
    let period = RetentionPeriod {
        record: entry.text("record"),
        name: entry.text("name"),
        runs_from: entry.text("runs_from"),
        organisation: entry.optional("organisation", organisation),
        months: entry.optional("months", |field| entry.number(field, 1200)),
        clause: entry.text("clause"),
    };
    let whose = period
        .organisation
        .as_ref()
        .map_or("", OrganisationKey::as_str);
    let key = format!("{} {whose}", period.record);
    entry
        .notes
        .stands(entry.line_of("record"), Register::Retention, key.trim_end());
    period
}

pub fn by_meeting<'a, T>(both: &Entry<'a>, read: impl Fn(&Entry<'a>) -> T) -> Option<ByMeeting<T>> {
    let (odoc, dip) = (
        both.table("odoc", &read),
        both.table("dip_case_review", &read),
    );
    Some(ByMeeting {
        odoc: odoc?,
        dip_case_review: dip?,
    })
}

/// Reads a meeting's rules; an exemption or another protocol is no default to share by.
pub fn rules(entry: &Entry, powers: &[Power]) -> MeetingRules {
    MeetingRules {
        name: entry.text("name"),
        short_name: entry.text("short_name"),
        filed_as: entry.text("filed_as"),
        default_purpose: PurposeKey::new(entry.names("default_purpose", Register::Purpose)),
        default_power: proposed_power(entry, "default_power", powers),
        declaration_required: entry.flag("declaration_required"),
        numbered_as: prefix(entry),
        every: entry.choice("every"),
        no_change: entry.text("no_change"),
        quorum: entry
            .optional("quorum", |field| entry.table(field, quorum))
            .flatten(),
    }
}

/// What stands before a number in every paper and is typed in the search: one word, as it would be said.
fn prefix(entry: &Entry) -> String {
    let field = "numbered_as";
    let found = entry.text(field);
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '/';
    if !found.is_empty() && !found.chars().all(plain) {
        entry.fault(
            field,
            FaultKind::NotAPrefix {
                found: found.clone(),
            },
        );
    }
    found
}

fn quorum(entry: &Entry) -> Quorum {
    let teams = entry.texts("teams");
    for (line, team) in &teams {
        entry.notes.names(*line, Register::Team, team);
    }
    Quorum {
        teams: plain(teams).into_iter().map(TeamKey::new).collect(),
        clause: entry.optional("clause", |field| entry.text(field)),
    }
}

pub fn text(entry: &Entry) -> AgreementText {
    AgreementText {
        version: entry.text("version"),
        acceptance_question: entry.text("acceptance_question"),
        opening_statement: said(entry, "opening_statement", Fragment::OpeningStatement),
        declaration_intro: entry.text("declaration_intro"),
        declaration: said(entry, "declaration", Fragment::Declaration),
        agreement: sections(entry),
    }
}

fn sections(entry: &Entry) -> Vec<Section> {
    let sections = entry.tables("agreement", |section| Section {
        heading: section.text("heading"),
        clause: section.text("clause"),
        paragraphs: said(section, "paragraphs", Fragment::Paragraphs),
    });
    if sections.is_empty() {
        entry.fault(
            "agreement",
            FaultKind::NothingSaid {
                fragment: Fragment::Agreement,
            },
        );
    }
    sections
}

fn said<'a>(entry: &Entry<'a>, field: &'a str, fragment: Fragment) -> Vec<String> {
    let said = plain(entry.texts(field));
    if said.is_empty() {
        entry.fault(field, FaultKind::NothingSaid { fragment });
    }
    said
}

fn plain(texts: Vec<(usize, String)>) -> Vec<String> {
    texts.into_iter().map(|(_, text)| text).collect()
}
