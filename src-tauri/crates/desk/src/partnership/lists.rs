//! The lists of the pack that are read and not edited here.

use super::forms::{
    ClauseRow, ConditionRow, LimitRow, PowerRow, RetentionRow, SectionRow, TextRow,
};
use crate::live::policy;
use protocol::pack::{AgreementText, Condition, Kind, Pack, RetentionPeriod, TimeLimits};
use serde::Serialize;

pub(super) fn purposes(pack: &Pack) -> Vec<ClauseRow> {
    let row = |p: &protocol::pack::Purpose| ClauseRow {
        name: p.name.clone(),
        short: p.short.clone(),
        clause: p.clause.clone(),
    };
    pack.purposes.iter().map(row).collect()
}

pub(super) fn powers(pack: &Pack) -> Vec<PowerRow> {
    let row = |p: &protocol::pack::Power| PowerRow {
        name: p.name.clone(),
        short: p.short.clone(),
        clause: p.clause.clone(),
        sort: slug(&p.what).unwrap_or_default(),
        relevant_authorities_only: p.relevant_authorities_only,
        superseded_by: p.superseded_by.clone(),
        review: p.review,
    };
    pack.powers.iter().map(row).collect()
}

/// The kinds that each serves for are those that it names, or every one of its categories.
pub(super) fn conditions(pack: &Pack) -> Vec<ConditionRow> {
    let row = |condition: &Condition| {
        let serves = |kind: &&Kind| condition.may_serve(kind, condition.regime, true);
        let kinds = pack.kinds.iter().filter(serves);
        ConditionRow {
            name: condition.name.clone(),
            regime: condition.regime.into(),
            on_consent: condition.on_consent,
            kinds: kinds.map(|kind| kind.name.clone()).collect(),
            policy: policy(condition),
        }
    };
    pack.conditions.iter().map(row).collect()
}

/// How the pack spells a choice.
pub(super) fn slug(choice: &impl Serialize) -> Option<String> {
    serde_json::to_value(choice)
        .ok()?
        .as_str()
        .map(str::to_owned)
}

pub(super) fn limits(limits: &TimeLimits) -> Vec<LimitRow> {
    [
        ("originator_days", limits.originator_days, "day"),
        ("claim_notice_days", limits.claim_notice_days, "day"),
        ("objection_days", limits.objection_days, "day"),
        ("complaint_days", limits.complaint_days, "day"),
        ("request_months", limits.request_months, "month"),
        ("folder_months", limits.folder_months, "month"),
        ("review_months", limits.review_months, "month"),
        ("breach_hours", limits.breach_hours, "hour"),
    ]
    .into_iter()
    .map(|(code, number, unit)| LimitRow {
        code: code.to_owned(),
        length: length(number, unit),
    })
    .collect()
}

pub(super) fn retention(pack: &Pack) -> Vec<RetentionRow> {
    let name = |r: &RetentionPeriod| {
        let of_one = r
            .organisation
            .as_ref()
            .and_then(|key| pack.organisation(key));
        of_one.map_or_else(
            || r.name.clone(),
            |o| format!("{} ({})", r.name, o.short_name),
        )
    };
    let row = |r: &RetentionPeriod| RetentionRow {
        name: name(r),
        period: r.months.map(|months| match months % 12 {
            0 => length(months / 12, "year"),
            _ => length(months, "month"),
        }),
    };
    pack.retention.iter().map(row).collect()
}

fn length(number: u32, unit: &str) -> String {
    format!("{number} {unit}{}", if number == 1 { "" } else { "s" })
}

pub(super) fn texts(pack: &Pack) -> Vec<TextRow> {
    let row = |(kind, text): (protocol::trade::MeetingKind, &AgreementText)| TextRow {
        kind: kind.into(),
        meeting: pack.meetings.of(kind).short_name.clone(),
        version: text.version.clone(),
        opening_statement: text.opening_statement.clone(),
        agreement: sections(text),
        acceptance_question: text.acceptance_question.clone(),
        declaration_intro: text.declaration_intro.clone(),
        declaration: text.declaration.clone(),
    };
    pack.texts.iter().map(row).collect()
}

/// The agreement in full: whoever accepts it has all of it before them (§4.1).
pub(crate) fn sections(text: &AgreementText) -> Vec<SectionRow> {
    let section = |s: &protocol::pack::Section| SectionRow {
        heading: s.heading.clone(),
        clause: s.clause.clone(),
        paragraphs: s.paragraphs.clone(),
    };
    text.agreement.iter().map(section).collect()
}
