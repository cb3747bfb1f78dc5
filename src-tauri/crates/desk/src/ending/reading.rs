//! What is missing, and what there is to sign, to read and to take away.

use super::forms::{DocumentRow, EndingView, MissingCode, MissingRow, SignsView};
use super::{afterwards, papers, telling};
use crate::actions::{ActionRow, row::row as action_row};
use crate::grounds::reading::of_agenda;
use crate::grounds::unsent;
use crate::held;
use crate::live::{HalfTyped, half_typed_line, notes, owners, proposed_next_date};
use crate::meetings::row;
use crate::problem::{Problem, RefusalView};
use crate::safekeeping::user_rows;
use crate::session::Desk;
use protocol::callings::Callings;
use protocol::ids::{ActionId, ItemId, MeetingId, PersonId, SlotId};
use protocol::meeting::{Line, Meeting, Missing, NotToBeSent, Place, Proceedings};
use protocol::pack::Pack;
use protocol::sharing::Action;
use protocol::words::Words;

pub(crate) fn view(desk: &Desk, id: MeetingId) -> Result<EndingView, Problem> {
    let meeting = papers::meeting(desk, id)?;
    let p = meeting.proceedings();
    // One that is only planned has pinned no agreement yet.
    let pack = desk.pack_of(p).or_else(|_| desk.pack())?;
    let signer = meeting.chaired_by().and_then(|id| p.attendance(id).ok());
    Ok(EndingView {
        meeting: row::row(&meeting, desk.today()),
        missing: missing(desk, &meeting)?,
        end_refused: end_refused(desk, &meeting),
        signer: signer.map(|a| meeting.proceedings().callings().alone(a.id)),
        signs: match signer {
            Some(signer) => Some(signs(desk, signer.person)?),
            None => None,
        },
        signed: matches!(meeting, Meeting::Sealed(_)),
        documents: documents(desk, &meeting)?,
        lines: afterwards::lines(desk, &meeting)?,
        people: afterwards::people(&meeting),
        cases: afterwards::cases(&meeting),
        tell: telling::tell(desk, &meeting)?,
        held: held::after(desk, &meeting)?,
        owners: match meeting {
            Meeting::InSession(_) | Meeting::Closed(_) => owners(p, &pack),
            _ => Vec::new(),
        },
        last: desk.open()?.last.of(id),
        left: desk.open()?.last.left().filter(|left| left.meeting == id),
        notes: notes(desk, HalfTyped::AtTheEnd, id)?,
        next: next(desk, p)?,
        proposed_next_date: proposed_next_date(p, &pack),
    })
}

/// Whoever is that person of the register signs with their own passphrase.
fn signs(desk: &Desk, person: PersonId) -> Result<SignsView, Problem> {
    let users = desk.record()?.read().users();
    if users.of_person(person)?.is_some() {
        return Ok(SignsView::Passphrase);
    }
    let nobody_yet = user_rows(desk)?.into_iter().filter(|u| u.person.is_none());
    Ok(SignsView::None {
        person,
        users: nobody_yet.collect(),
    })
}

fn documents(desk: &Desk, meeting: &Meeting) -> Result<Vec<DocumentRow>, Problem> {
    let Some(source) = papers::source(meeting) else {
        return Ok(Vec::new());
    };
    let pack = desk.pack_of(meeting.proceedings())?;
    Ok(papers::rows(&source, &pack))
}

/// The meeting that was prepared from this one when it ended.
fn next(desk: &Desk, p: &Proceedings) -> Result<Option<crate::meetings::MeetingRow>, Problem> {
    let all = desk.record()?.read().meetings().all()?;
    let later = all.iter().filter(|m| m.kind == p.kind && m.date > p.date);
    let Some(next) = later.min_by_key(|m| m.date) else {
        return Ok(None);
    };
    let meeting = desk.record()?.read().meetings().one(next.id)?;
    Ok(meeting.map(|meeting| row::row(&meeting, desk.today())))
}

fn end_refused(desk: &Desk, meeting: &Meeting) -> Option<RefusalView> {
    let Meeting::InSession(session) = meeting else {
        return None;
    };
    let began = session.proceedings().began?;
    let refusal = session.clone().end(&Words::default(), began).err()?;
    let clauses = &desk.live().ok()?.pack.clauses;
    Some(RefusalView::of(&refusal, clauses, session.proceedings()))
}

fn missing(desk: &Desk, meeting: &Meeting) -> Result<Vec<MissingRow>, Problem> {
    let session = match meeting {
        Meeting::InSession(session) => session,
        Meeting::Closed(closed) => return before_signing(desk, closed.proceedings()),
        _ => return Ok(Vec::new()),
    };
    let p = session.proceedings();
    let callings = p.callings();
    let missing = session.missing();
    let pack = desk.pack_of(p)?;
    let missing = missing.iter().map(|one| MissingRow {
        action: undated(one, p, &pack),
        ..missing_row(one, p, &callings)
    });
    // The capture line is gone once the meeting has ended, and what stands in it with it.
    let line = half_typed_line(desk, p.id)?.map(|line| MissingRow {
        code: MissingCode::LineHalfTyped,
        about: line,
        place: p.place.into(),
        attendance: None,
        item: None,
        action: None,
        since: None,
        blocks: false,
    });
    let unsent = stopped(desk, p)?;
    Ok(line.into_iter().chain(missing).chain(unsent).collect())
}

/// What stands against something by now that reaches somebody only with the signed minutes, or after them.
fn before_signing(desk: &Desk, p: &Proceedings) -> Result<Vec<MissingRow>, Problem> {
    let (pack, on_file) = (desk.pack_of(p)?, of_agenda(desk, p)?);
    let against = p.not_to_be_signed(desk.now(), &pack, &on_file)?;
    let against = against.into_iter().map(|(item, _)| {
        let place = p.place_of(Line::Item(item)).unwrap_or(Place::Closing);
        let about = match place {
            Place::Case(slot) => case(p, slot),
            _ => String::new(),
        };
        let blocks = true;
        MissingRow {
            blocks,
            ..of_item(MissingCode::NoLongerPermitted, about, place)
        }
    });
    Ok(against.chain(stopped(desk, p)?).collect())
}

/// What was to be sent to somebody outside the room, and may not be by now.
fn stopped(desk: &Desk, p: &Proceedings) -> Result<Vec<MissingRow>, Problem> {
    let unsent = unsent(desk, p)?.into_iter();
    let of = |(item, all): (ItemId, Vec<NotToBeSent>)| {
        let rows = all.iter().map(|one| not_to_be_sent(p, item, one));
        rows.collect::<Vec<_>>()
    };
    Ok(unsent.flat_map(of).collect())
}

fn not_to_be_sent(p: &Proceedings, item: ItemId, one: &NotToBeSent) -> MissingRow {
    let place = p.place_of(Line::Item(item)).unwrap_or(Place::Closing);
    let of = match place {
        Place::Case(slot) => format!(" ({})", case(p, slot)),
        _ => String::new(),
    };
    MissingRow {
        since: Some((&one.since).into()),
        ..of_item(
            MissingCode::NotToBeSent,
            format!("{}{of}", one.named),
            place,
        )
    }
}

fn of_item(code: MissingCode, about: String, place: Place) -> MissingRow {
    MissingRow {
        code,
        about,
        place: place.into(),
        attendance: None,
        item: None,
        action: None,
        since: None,
        blocks: false,
    }
}

fn missing_row(missing: &Missing, p: &Proceedings, callings: &Callings) -> MissingRow {
    use MissingCode as Code;
    let (code, about, place) = match missing {
        Missing::CaseStillOpen(slot) => (Code::CaseStillOpen, case(p, *slot), Place::Case(*slot)),
        Missing::CaseNotReached(slot) => (Code::CaseNotReached, case(p, *slot), Place::Case(*slot)),
        Missing::MinutesNotAgreed => (
            Code::MinutesNotAgreed,
            String::new(),
            Place::PreviousMinutes,
        ),
        Missing::ActionNotSettled(id) => (
            Code::ActionNotSettled,
            words(&p.carried, *id).0,
            Place::MattersArising,
        ),
        Missing::ActionWithoutDate(id) => {
            let (about, place) = words(&p.actions, *id);
            (Code::ActionWithoutDate, about, place)
        }
        Missing::AuthorityNotConfirmed(id) => (
            Code::AuthorityNotConfirmed,
            callings.alone(*id),
            Place::Opening,
        ),
        Missing::ItemHeld(id) => {
            let item = p
                .items
                .iter()
                .find(|i| i.parts().id == *id)
                .map(|i| i.parts());
            let place = item.map_or(Place::Closing, |i| i.place);
            let about = match place {
                Place::Case(slot) => case(p, slot),
                _ => String::new(),
            };
            (Code::ItemHeld, about, place)
        }
        Missing::UpdateWaiting(id) => {
            let slot = p.update(*id).map(|update| update.slot).ok();
            let about = slot.map(|slot| case(p, slot)).unwrap_or_default();
            let place = slot.map_or(Place::Closing, Place::Case);
            (Code::UpdateWaiting, about, place)
        }
        Missing::NextDateNotSet => (Code::NextDateNotSet, String::new(), Place::Closing),
        Missing::StillAtTheDoor(id) => (Code::StillAtTheDoor, callings.alone(*id), Place::Opening),
    };
    let attendance = match missing {
        Missing::AuthorityNotConfirmed(id) | Missing::StillAtTheDoor(id) => Some(*id),
        _ => None,
    };
    let item = match missing {
        Missing::ItemHeld(id) => Some(*id),
        _ => None,
    };
    let blocks = matches!(missing, Missing::CaseStillOpen(_));
    MissingRow {
        code,
        about,
        place: place.into(),
        attendance,
        item,
        action: None,
        since: None,
        blocks,
    }
}

/// The action that has no date, to be given one in place.
fn undated(missing: &Missing, p: &Proceedings, pack: &Pack) -> Option<ActionRow> {
    let Missing::ActionWithoutDate(id) = missing else {
        return None;
    };
    let action = p.actions.iter().find(|a| a.id == *id)?;
    Some(action_row(action, pack, None, p.date))
}

/// A case by its reference and initials.
pub(crate) fn case(p: &Proceedings, slot: SlotId) -> String {
    let named =
        |s: &protocol::meeting::Slot| format!("{} · {}", s.case.reference, s.case.initials());
    p.slot(slot).map(named).unwrap_or_default()
}

fn words(actions: &[Action], id: ActionId) -> (String, Place) {
    let action = actions.iter().find(|a| a.id == id);
    action.map_or((String::new(), Place::Closing), |a| {
        (a.words.as_str().to_owned(), a.place)
    })
}
