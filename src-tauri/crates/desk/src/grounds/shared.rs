//! What was shared under a consent that has ended, and who received it (§1.8.2).

use super::forms::SharedUnderRow;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::grounds::{Consent, ConsentState};
use protocol::meeting::Proceedings;
use protocol::pack::Pack;
use protocol::sharing::{ItemParts, SharedItem};

/// Every item that it covered while it was in force, meeting by meeting; nothing before it ends, when nobody asks.
pub(super) fn under(
    desk: &Desk,
    consent: &Consent,
    pack: &Pack,
) -> Result<Vec<SharedUnderRow>, Problem> {
    if !consent.has_ended(desk.now()) {
        return Ok(Vec::new());
    }
    let reading = desk.record()?.read();
    let mut rows = Vec::new();
    for summary in reading.meetings().all()? {
        let Some(meeting) = reading.meetings().one(summary.id)? else {
            continue;
        };
        let p = meeting.proceedings();
        let items = p.items.iter();
        rows.extend(items.filter_map(|item| row(p, item, consent, pack)));
    }
    Ok(rows)
}

fn row(
    p: &Proceedings,
    shared: &SharedItem,
    consent: &Consent,
    pack: &Pack,
) -> Option<SharedUnderRow> {
    let item: &ItemParts = shared.parts();
    let its_own = p.case_at(item.place) == Some(consent.parts().case);
    if !its_own || consent.state(item.at) != ConsentState::InForce {
        return None;
    }
    let recipients = shared.recipients().filter(|who| *who != item.contributor);
    let recipients = recipients.filter_map(|who| p.attendance(who).ok());
    let covered = recipients.filter(|a| consent.speaks_of(&item.kind, &a.agency));
    let recipients: Vec<String> = covered
        .map(|a| format!("{}, {}", a.name, a.agency.short_name))
        .collect();
    (!recipients.is_empty()).then(|| SharedUnderRow {
        date: p.date,
        at: item.at.format("%H:%M").to_string(),
        agency: pack
            .team(&item.team)
            .map_or_else(|| item.team.to_string(), |t| t.short_name.clone()),
        kind: pack
            .kind(&item.kind)
            .map_or_else(|| item.kind.to_string(), |k| k.name.clone()),
        recipients,
    })
}
