//! What was shared under a consent that has ended, and who received it (§1.8.2).

use super::forms::SharedUnderRow;
use super::reading::of_agenda;
use crate::live::clock;
use crate::problem::Problem;
use crate::session::Desk;
use protocol::grounds::Consent;
use protocol::ids::{ConsentId, ItemId};
use protocol::meeting::{Meeting, NotToBeSent, Proceedings};
use protocol::pack::Pack;
use protocol::sharing::{Answer, Footing, ItemParts, SharedItem, Standing};
use std::collections::BTreeMap;

/// A meeting, with those to whom each item was to be sent and may not be by now.
pub(super) struct LookedThrough {
    meeting: Meeting,
    unsent: BTreeMap<ItemId, Vec<NotToBeSent>>,
}

/// The meetings that are looked through once for every consent of a case; none where none has ended, since nobody asks before.
pub(super) fn looked_through(
    desk: &Desk,
    consents: &[Consent],
) -> Result<Vec<LookedThrough>, Problem> {
    if !consents.iter().any(|consent| consent.has_ended(desk.now())) {
        return Ok(Vec::new());
    }
    let reading = desk.record()?.read().meetings();
    let mut all = Vec::new();
    for summary in reading.all()? {
        if let Some(meeting) = reading.one(summary.id)? {
            let unsent = unsent(desk, meeting.proceedings())?;
            all.push(LookedThrough { meeting, unsent });
        }
    }
    Ok(all)
}

/// What was to be sent to somebody outside the room and may not be by now, with its name, theirs and why not.
pub(crate) fn unsent(
    desk: &Desk,
    p: &Proceedings,
) -> Result<BTreeMap<ItemId, Vec<NotToBeSent>>, Problem> {
    let mut all = BTreeMap::new();
    if p.items.iter().all(|i| i.parts().pending.is_empty()) {
        return Ok(all);
    }
    let (pack, on_file) = (desk.pack_of(p)?, of_agenda(desk, p)?);
    for item in p.items.iter().map(SharedItem::parts) {
        let stopped = p.not_to_be_sent(item, desk.now(), &pack, &on_file)?;
        if !stopped.is_empty() {
            all.insert(item.id, stopped);
        }
    }
    Ok(all)
}

/// Every item that somebody received because of this consent, or heard while it allowed them to: what the record says of each
/// recipient, not what its scope might have covered.
pub(super) fn under(
    meetings: &[LookedThrough],
    consent: &Consent,
    pack: &Pack,
) -> Vec<SharedUnderRow> {
    let id = consent.parts().id;
    let of = |one: &LookedThrough| -> Vec<SharedUnderRow> {
        let items = one.meeting.proceedings().items.iter();
        items.filter_map(|item| row(one, item, id, pack)).collect()
    };
    meetings.iter().flat_map(of).collect()
}

fn row(
    of: &LookedThrough,
    item: &SharedItem,
    id: ConsentId,
    pack: &Pack,
) -> Option<SharedUnderRow> {
    let (p, item): (&Proceedings, &ItemParts) = (of.meeting.proceedings(), item.parts());
    if !matches!(item.standing, Standing::Shared | Standing::Heard) {
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
    // What was heard without a ground for everybody is sent to nobody.
    let heard = item.standing == Standing::Heard;
    let pending = item
        .pending
        .iter()
        .filter(|sent| !heard && rests(&sent.answer));
    let pending = pending.map(|sent| sent.to.named.clone());
    let stopped = of.unsent.get(&item.id);
    let (not_to_be_sent, to_be_sent): (Vec<String>, Vec<String>) = pending
        .partition(|named| stopped.is_some_and(|all| all.iter().any(|one| one.named == *named)));
    let nobody = recipients.is_empty() && to_be_sent.is_empty() && not_to_be_sent.is_empty();
    (!nobody).then(|| SharedUnderRow {
        date: p.date,
        at: clock(item.at),
        agency: pack.team_called(&item.team),
        kind: pack.kind_called(&item.kind),
        heard,
        recipients,
        to_be_sent,
        not_to_be_sent,
    })
}
