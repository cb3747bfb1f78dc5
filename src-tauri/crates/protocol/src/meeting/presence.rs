//! Presence noticed late: who was in the room, put right afterwards, with every line that it touches (§4.3 ODOC, audit).

use super::closed::Closed;
use super::door::InSession;
use super::gathering::Gathering;
use super::proceedings::Proceedings;
use super::tidying::Line;
use super::trace::{Amended, Amendment, Hand, Heard, LineChange, Stay};
use super::transfer::weighed_then;
use crate::grounds::OnFile;
use crate::ids::{AttendanceId, SlotId};
use crate::pack::{Clauses, Pack};
use crate::refusal::Refusal;
use crate::room::{Attendance, Whereabouts};
use crate::sharing::{Answer, ItemParts, Receipt, Standing, Until};
use crate::trade::At;

impl InSession {
    /// Says when somebody was in the room; recipients follow, and the trace says which.
    ///
    /// # Errors
    /// [`Refusal::TimesDoNotFit`]; [`Refusal::SpokeThen`]; [`Refusal::NotEveryoneAccepted`] for
    /// somebody who would sit in the room now without having accepted.
    pub fn amend_presence(
        &mut self,
        who: AttendanceId,
        is: Stay,
        hand: Hand,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<Vec<LineChange>, Refusal> {
        let open = self.0.open_slot().map(|slot| slot.id);
        let mut after = self.0.clone();
        let lines = amend(&mut after, who, is, hand, (open, true), (pack, on_file))?;
        self.0 = after;
        Ok(lines)
    }

    /// Takes back an acceptance that somebody else had given, with the declaration that was signed on it: they are at the door,
    /// and what they heard in between is no disclosure to them but an incident.
    ///
    /// # Errors
    /// [`Refusal::NothingToUndo`] for somebody who has not accepted.
    pub fn undo_acceptance(
        &mut self,
        who: AttendanceId,
        hand: Hand,
        pack: &Pack,
    ) -> Result<(), Refusal> {
        undo_acceptance(&mut self.0, who, hand, &pack.clauses)
    }
}

impl Gathering {
    /// Takes back an acceptance that somebody else had given, with the declaration that was signed on it.
    ///
    /// # Errors
    /// [`Refusal::NothingToUndo`] for somebody who has not accepted.
    pub fn undo_acceptance(
        &mut self,
        who: AttendanceId,
        hand: Hand,
        pack: &Pack,
    ) -> Result<(), Refusal> {
        undo_acceptance(&mut self.0, who, hand, &pack.clauses)
    }
}

impl Closed {
    /// Says, before the minutes are signed, when somebody was in the room.
    ///
    /// # Errors
    /// As [`InSession::amend_presence`].
    pub fn amend_presence(
        &mut self,
        who: AttendanceId,
        is: Stay,
        hand: Hand,
        pack: &Pack,
        on_file: &OnFile,
    ) -> Result<Vec<LineChange>, Refusal> {
        let mut after = self.proceedings.clone();
        let lines = amend(&mut after, who, is, hand, (None, false), (pack, on_file))?;
        self.proceedings = after;
        Ok(lines)
    }
}

fn amend(
    p: &mut Proceedings,
    who: AttendanceId,
    is: Stay,
    hand: Hand,
    (open, going_on): (Option<SlotId>, bool),
    by: (&Pack, &OnFile),
) -> Result<Vec<LineChange>, Refusal> {
    let was = Stay::of(p.attendance(who)?);
    let latest = p.ended.unwrap_or(hand.at);
    if was == is || !is.fits(latest, open, going_on) {
        return Err(Refusal::TimesDoNotFit(who));
    }
    settle(p.attendance_mut(who)?, &is);
    let person = p.attendance(who)?;
    let here = matches!(
        person.whereabouts,
        Whereabouts::InTheRoom | Whereabouts::SteppedOut(_)
    );
    if here && !p.is_admitted(person) {
        return Err(Refusal::NotEveryoneAccepted(vec![who]));
    }
    let lines = follow(p, who, &was, &is, by)?;
    let what = Amended::Presence {
        who,
        was,
        is,
        lines: lines.clone(),
    };
    p.amendments.push(Amendment { by: hand, what });
    Ok(lines)
}

/// Changes the recipients of every item at whose moment they are now there, or no longer.
fn follow(
    p: &mut Proceedings,
    who: AttendanceId,
    was: &Stay,
    is: &Stay,
    by: (&Pack, &OnFile),
) -> Result<Vec<LineChange>, Refusal> {
    let mut changes = Vec::new();
    for n in 0..p.items.len() {
        let item = p.items[n].parts().clone();
        let undone = matches!(item.standing, Standing::Undone { .. });
        let same = was.covers(item.at) == is.covers(item.at);
        if undone || same {
            continue;
        }
        if p.leaves_out(&item, who) {
            if is.covers(item.at) {
                p.items[n].leave_out(who);
            }
            continue;
        }
        let receipt = match is.covers(item.at) {
            false if item.contributor == who => return Err(Refusal::SpokeThen(who)),
            false => None,
            true => Some(answer_then(p, &item, who, by)?),
        };
        let (receipts, heard) = with(&item, who, receipt);
        p.items[n].set_receipts(receipts);
        p.items[n].is_no_incident();
        // What is held nobody received, whoever would have.
        if item.standing != Standing::Held {
            let item = item.id;
            changes.push(LineChange { item, who, heard });
        }
    }
    Ok(changes)
}

/// What the rules say of them for an item, at the moment at which it was said.
fn answer_then(
    p: &Proceedings,
    item: &ItemParts,
    who: AttendanceId,
    by: (&Pack, &OnFile),
) -> Result<Answer, Refusal> {
    let clauses = &by.0.clauses;
    if !p.was_admitted(p.attendance(who)?, item.at) {
        return Ok(not_admitted(clauses));
    }
    // Said of several cases at once, it reaches nobody whom one of them keeps it from.
    let copies = p.copies_of(Line::Item(item.id));
    let items = p.items.iter().map(|i| i.parts());
    let copies = items.filter(|i| copies.contains(&Line::Item(i.id)));
    let mut answer: Option<Answer> = None;
    for copy in copies {
        let weighed = weighed_then(p, copy, copy.place, copy.id, by)?;
        let mut receipts = weighed.parts().receipts.iter();
        let there = receipts.find(|r| r.attendance == who);
        let there = there.map_or_else(|| not_admitted(clauses), |r| r.answer.clone());
        match &mut answer {
            Some(answer) => answer.tightens_to(&there),
            None => answer = Some(there),
        }
    }
    Ok(answer.unwrap_or_else(|| not_admitted(clauses)))
}

/// An item's receipts with one person in it or out of it.
fn with(item: &ItemParts, who: AttendanceId, answer: Option<Answer>) -> (Vec<Receipt>, Heard) {
    let mut receipts = item.receipts.clone();
    receipts.retain(|r| r.attendance != who);
    let shared = item.standing == Standing::Shared;
    let heard = match answer {
        None => Heard::Not,
        Some(Answer::Held(_, clause) | Answer::Refused(_, clause)) if shared => Heard::Overheard {
            clause: clause.to_string(),
        },
        Some(answer) => {
            let attendance = who;
            receipts.push(Receipt { attendance, answer });
            Heard::Received
        }
    };
    (receipts, heard)
}

fn undo_acceptance(
    p: &mut Proceedings,
    who: AttendanceId,
    hand: Hand,
    clauses: &Clauses,
) -> Result<(), Refusal> {
    let in_session = p.goes_on();
    let attendance = p.attendance_mut(who)?;
    let accepted = attendance.acceptance.take();
    let accepted = accepted.ok_or(Refusal::NothingToUndo)?.at;
    // Whoever accepted for somebody else may have signed for them, too: both are asked again.
    attendance.declaration = None;
    let in_it = matches!(
        attendance.whereabouts,
        Whereabouts::InTheRoom | Whereabouts::SteppedOut(_)
    );
    if in_session && in_it {
        attendance.go(hand.at, Whereabouts::AtTheDoor);
    }
    let mut lines = Vec::new();
    for item in &mut p.items {
        let parts = item.parts().clone();
        let received = parts.receipts.iter().any(|r| r.attendance == who);
        if !received || parts.at < accepted || matches!(parts.standing, Standing::Undone { .. }) {
            continue;
        }
        let (receipts, heard) = with(&parts, who, Some(not_admitted(clauses)));
        item.set_receipts(receipts);
        let item = parts.id;
        lines.push(LineChange { item, who, heard });
    }
    let what = Amended::Acceptance {
        who,
        accepted,
        lines,
    };
    p.amendments.push(Amendment { by: hand, what });
    Ok(())
}

fn not_admitted(clauses: &Clauses) -> Answer {
    Answer::held(Until::Admitted, clauses)
}

/// Puts somebody where the amended times say that they are now.
fn settle(a: &mut Attendance, is: &Stay) {
    a.presence = is.presence.clone();
    a.step_outs = is.step_outs.clone();
    let inside = is.presence.last().is_some_and(|i| i.to.is_none());
    let out = is.step_outs.last().filter(|s| s.to.is_none());
    a.whereabouts = match (inside, out, a.whereabouts) {
        (true, Some(out), _) => Whereabouts::SteppedOut(out.slot),
        (true, None, _) => Whereabouts::InTheRoom,
        (false, _, now) if is.presence.is_empty() => match now {
            Whereabouts::InTheRoom | Whereabouts::SteppedOut(_) | Whereabouts::Left => {
                Whereabouts::Expected
            }
            other => other,
        },
        (false, _, Whereabouts::AtTheDoor) => Whereabouts::AtTheDoor,
        (false, _, Whereabouts::Declined) => Whereabouts::Declined,
        (false, ..) => Whereabouts::Left,
    };
}

impl Stay {
    /// Whether these can be anybody's times: in order, none yet to come, and open only while it may be.
    fn fits(&self, latest: At, open: Option<SlotId>, going_on: bool) -> bool {
        let presence: Vec<_> = self.presence.iter().map(|i| (i.from, i.to)).collect();
        let outs: Vec<_> = self.step_outs.iter().map(|s| (s.from, s.to)).collect();
        let inside = presence.last().is_some_and(|(_, to)| to.is_none());
        let out = self.step_outs.last().filter(|s| s.to.is_none());
        in_order(&presence, latest)
            && in_order(&outs, latest)
            && (going_on || !inside)
            && out.is_none_or(|out| inside && open == Some(out.slot))
    }
}

/// Stretches one after another, of which only the last may go on.
fn in_order(stretches: &[(At, Option<At>)], latest: At) -> bool {
    let one = |(from, to): &(At, Option<At>)| {
        from <= &latest && to.is_none_or(|to| *from <= to && to <= latest)
    };
    let follows = |pair: &[(At, Option<At>)]| matches!(pair[0].1, Some(to) if to <= pair[1].0);
    stretches.iter().all(one) && stretches.windows(2).all(follows)
}
