//! The partnership's own numbers of cases: "ODOC-014", "DIP-009".

use protocol::cases::Case;
use protocol::trade::MeetingKind;

/// The next free number of a kind, after the highest that was ever given: no number is given twice.
pub(super) fn next(cases: &[Case], kind: MeetingKind) -> String {
    let prefix = prefix(kind);
    let number = |case: &Case| case.reference.strip_prefix(prefix)?.parse::<u32>().ok();
    let highest = cases.iter().filter_map(number).max().unwrap_or(0);
    format!("{prefix}{:03}", highest.saturating_add(1))
}

fn prefix(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Odoc => "ODOC-",
        MeetingKind::DipCaseReview => "DIP-",
    }
}
