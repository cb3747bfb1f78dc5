//! The agenda down the side, and the one discreet number above it.

use super::views::{AgendaRow, FreeRow, Pace, ProgressView};
use crate::meetings::row::flags;
use protocol::grounds::OnFile;
use protocol::meeting::{Forum, Place, Proceedings, Reckoning, Release, Slot, SlotProgress};
use protocol::room::{Attendance, Whereabouts};
use protocol::trade::At;

/// Every place of the agenda in order; cases have no label before the gate is passed.
pub(super) fn agenda(p: &Proceedings, now: At, passed: bool, on_file: &OnFile) -> Vec<AgendaRow> {
    let business = |place: Place, done: bool, count: Option<usize>| AgendaRow {
        place: place.into(),
        number: None,
        label: None,
        reference: None,
        tier: None,
        budget: None,
        minutes_spent: None,
        progress: progress(p, place, done),
        flags: Vec::new(),
        asks_a_choice: false,
        added: false,
        count: count.and_then(|n| u32::try_from(n).ok()),
        then_free: Vec::new(),
    };
    let came = |w: Whereabouts| {
        matches!(
            w,
            Whereabouts::InTheRoom | Whereabouts::SteppedOut(_) | Whereabouts::Left
        )
    };
    let present = p.attendances.iter().filter(|a| came(a.whereabouts)).count();
    let open = p.carried.iter().filter(|a| a.is_open()).count();
    let minutes_agreed = p.previous.as_ref().is_none_or(|m| m.agreed.is_some());
    let mut rows = vec![
        business(Place::Opening, p.began.is_some(), Some(present)),
        business(Place::PreviousMinutes, passed && minutes_agreed, None),
        business(
            Place::MattersArising,
            passed && open == 0,
            passed.then_some(open),
        ),
    ];
    rows.extend(
        p.slots
            .iter()
            .zip(1..)
            .map(|(slot, n)| case(p, (slot, n), now, passed, on_file)),
    );
    rows.push(business(Place::AnyOtherBusiness, false, None));
    rows.push(business(Place::Closing, p.ended.is_some(), None));
    rows
}

fn progress(p: &Proceedings, place: Place, done: bool) -> ProgressView {
    match (p.place == place, done) {
        (true, _) => ProgressView::Now,
        (false, true) => ProgressView::Done,
        (false, false) => ProgressView::Waiting,
    }
}

fn case(
    p: &Proceedings,
    (slot, number): (&Slot, u32),
    now: At,
    passed: bool,
    on_file: &OnFile,
) -> AgendaRow {
    // As its file says by now: it may have been flagged since the agenda was made (§4.3 MAPPA).
    let since = on_file.flags(slot.case.case);
    let spent = |from: At, to: At| (to - from).num_minutes();
    let (progress, minutes_spent) = match &slot.progress {
        SlotProgress::Waiting => (ProgressView::Waiting, None),
        SlotProgress::Open { since } => (ProgressView::Now, Some(spent(*since, now))),
        SlotProgress::Done { opened, closed } => {
            (ProgressView::Done, Some(spent(*opened, *closed)))
        }
        SlotProgress::Deferred { .. } => (ProgressView::Deferred, None),
        SlotProgress::With { since, .. } => (ProgressView::Together, Some(spent(*since, now))),
        SlotProgress::Referred { forum, .. } => (referred(*forum), None),
        SlotProgress::TakenOff { .. } => (ProgressView::TakenOff, None),
    };
    AgendaRow {
        place: Place::Case(slot.id).into(),
        number: Some(number),
        label: passed.then(|| slot.case.short_name()),
        reference: passed.then(|| slot.case.reference.clone()),
        tier: Some(slot.tier.into()),
        budget: Some(slot.budget),
        minutes_spent,
        progress,
        flags: if passed {
            flags(&slot.case.flagged(since), p.date)
        } else {
            Vec::new()
        },
        asks_a_choice: passed && slot.asks_a_choice(p.date, since),
        added: passed && !slot.is_dealt_with() && p.was_added_here(slot.id),
        count: None,
        then_free: free(p, |release, a| release.after == slot.id && may_go(a)),
    }
}

fn referred(forum: Forum) -> ProgressView {
    match forum {
        Forum::Mappa => ProgressView::ReferredToMappa,
        Forum::ChildProtection => ProgressView::ReferredToChildProtection,
    }
}

/// Those whose case has been dealt with, and who are still in the room.
pub(super) fn free_to_go(p: &Proceedings) -> Vec<FreeRow> {
    let passed = |release: &Release| p.slot(release.after).is_ok_and(Slot::is_dealt_with);
    free(p, |release, a| passed(release) && a.is_here())
}

fn may_go(a: &Attendance) -> bool {
    a.is_here() || a.whereabouts == Whereabouts::Expected
}

fn free(p: &Proceedings, which: impl Fn(&Release, &Attendance) -> bool) -> Vec<FreeRow> {
    let people = p.releases.iter();
    let people = people.filter_map(|release| Some((release, p.attendance(release.who).ok()?)));
    let people: Vec<&Attendance> = people
        .filter(|(release, a)| which(release, a))
        .map(|(_, a)| a)
        .collect();
    // Asked of every case at every command, and of nearly none there is anybody: names are compared only where there is.
    if people.is_empty() {
        return Vec::new();
    }
    let callings = p.callings();
    people
        .into_iter()
        .map(|a| FreeRow {
            attendance: a.id,
            name: callings.beside_agency(a.id),
            agency: a.agency.short_name.clone(),
        })
        .collect()
}

/// How the cases left compare with the time left for them.
pub(super) fn pace(p: &Proceedings, now: At) -> Pace {
    let is = Reckoning::at(p, now);
    Pace {
        cases_left: u32::try_from(is.cases_left).unwrap_or(u32::MAX),
        minutes_left: is.minutes_left,
        minutes_over: is.minutes_over,
        ends_about: is.ends_about.format("%H:%M").to_string(),
        used_percent: is.used_percent,
        could_be_put_off: is.could_be_put_off,
    }
}
