//! What was shared under a consent that has ended, and who received it (§1.8.2).

use super::forms::SharedUnderRow;
use crate::live::clock;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::grounds::Consent;
use protocol::ids::ConsentId;
use protocol::meeting::{Meeting, Proceedings};
use protocol::pack::Pack;
use protocol::sharing::{Answer, Footing, ItemParts, SharedItem, Standing};

/// The meetings that are looked through once for every consent of a case; none where none has ended, since nobody asks before.
pub(super) fn looked_through(desk: &Desk, consents: &[Consent]) -> Result<Vec<Meeting>, Problem> {
    if !consents.iter().any(|consent| consent.has_ended(desk.now())) {
        return Ok(Vec::new());
    }
    let reading = desk.record()?.read().meetings();
    let mut all = Vec::new();
    for summary in reading.all()? {
        all.extend(reading.one(summary.id)?);
    }
    Ok(all)
}

/// Every item that somebody received because of this consent: what the record says of each recipient, not what its scope
/// might have covered.
pub(super) fn under(meetings: &[Meeting], consent: &Consent, pack: &Pack) -> Vec<SharedUnderRow> {
    let id = consent.parts().id;
    let of = |meeting: &Meeting| -> Vec<SharedUnderRow> {
        let p = meeting.proceedings();
        p.items
            .iter()
            .filter_map(|item| row(p, item, id, pack))
            .collect()
    };
    meetings.iter().flat_map(of).collect()
}

fn row(p: &Proceedings, item: &SharedItem, id: ConsentId, pack: &Pack) -> Option<SharedUnderRow> {
    let item: &ItemParts = item.parts();
    if item.standing != Standing::Shared {
        return None;
    }
    let rests = |answer: &Answer| matches!(answer, Answer::Permitted(ground) if ground.footing == Footing::Consent(id));
    let received = item.receipts.iter().filter(|r| rests(&r.answer));
    let received = received.filter_map(|r| p.attendance(r.attendance).ok());
    let callings = p.callings();
    let recipients: Vec<String> = received
        .map(|a| {
            let name = callings.beside_agency(a.id);
            format!("{name}, {}", a.agency.short_name)
        })
        .collect();
    let to_be_sent = item.pending.iter().filter(|sent| rests(&sent.answer));
    let to_be_sent: Vec<String> = to_be_sent.map(|sent| sent.to.named.clone()).collect();
    (!recipients.is_empty() || !to_be_sent.is_empty()).then(|| SharedUnderRow {
        date: p.date,
        at: clock(item.at),
        agency: pack.team_called(&item.team),
        kind: pack.kind_called(&item.kind),
        recipients,
        to_be_sent,
    })
}
