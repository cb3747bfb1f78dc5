//! The lines of the record as the window shows them.

use super::case_views::{DissentRow, LineRow, SharedWith, WaitingRow};
use super::forms::LineName;
use super::in_short::in_short;
use super::instead::{as_action, as_note, said_as};
use super::struck::struck;
use super::until_view::against;
use crate::actions::row;
use crate::session::Live;
use protocol::callings::Callings;
use protocol::capture::Candidate;
use protocol::ids::{AttendanceId, KindKey, PowerKey, PurposeKey, TeamKey, UpdateId};
use protocol::meeting::{Line, Place, Proceedings};
use protocol::pack::{Kind, Pack, Team};
use protocol::sharing::{
    Decision, ItemParts, PendingReceipt, Receipt, Silence, SilenceKind, Source, Standing,
};
use protocol::trade::{At, Basis};

/// The names that a view uses for keys and people.
pub(super) struct Wording<'a> {
    pack: &'a Pack,
    proceedings: &'a Proceedings,
    callings: &'a Callings,
}

impl<'a> Wording<'a> {
    pub(super) fn of(live: &'a Live) -> Self {
        Self {
            pack: &live.pack,
            proceedings: live.meeting.proceedings(),
            callings: live.callings(),
        }
    }

    pub(super) fn proceedings(&self) -> &'a Proceedings {
        self.proceedings
    }

    pub(super) fn pack_team(&self, key: &TeamKey) -> Option<&'a Team> {
        self.pack.team(key)
    }

    pub(super) fn pack_kind(&self, key: &KindKey) -> Option<&'a Kind> {
        self.pack.kind(key)
    }

    pub(super) fn team(&self, key: &TeamKey) -> String {
        self.pack.team_called(key)
    }

    pub(super) fn kind(&self, key: &KindKey) -> String {
        self.pack.kind_called(key)
    }

    pub(super) fn is_sensitive(&self, key: &KindKey) -> bool {
        self.pack.kind(key).is_some_and(|k| k.sensitivity.is_some())
    }

    pub(super) fn power(&self, key: &PowerKey) -> String {
        self.pack
            .power(key)
            .map_or_else(|| key.to_string(), |p| p.short.clone())
    }

    pub(super) fn purpose(&self, key: &PurposeKey) -> String {
        self.pack
            .purpose(key)
            .map_or_else(|| key.to_string(), |p| p.short.clone())
    }

    /// A person with their agency: "Casey Voss, Aquarius".
    pub(super) fn person(&self, id: AttendanceId) -> String {
        let agency = self.agency(id);
        match self.person_name(id) {
            name if name.is_empty() => name,
            name => format!("{name}, {agency}"),
        }
    }

    /// What somebody's agency is called in short.
    pub(super) fn agency(&self, id: AttendanceId) -> String {
        let of = self.proceedings.attendance(id);
        of.map_or_else(|_| String::new(), |a| a.agency.short_name.clone())
    }

    /// Who wrote an update, where something was given in writing; empty where nobody signed it.
    fn sender(&self, written: Option<UpdateId>) -> Option<String> {
        let update = written.and_then(|id| self.proceedings.update(id).ok());
        update.map(|update| update.sender.as_str().to_owned())
    }

    /// What somebody is called where their agency stands beside them.
    pub(super) fn person_name(&self, id: AttendanceId) -> String {
        self.callings.beside_agency(id)
    }

    pub(super) fn candidate(&self, candidate: &Candidate) -> String {
        match candidate {
            Candidate::Team(team) => self.team(team),
            Candidate::Kind(kind) => self.kind(kind),
            Candidate::Person(person) => self.person(*person),
        }
    }
}

/// Every line recorded at a place, in the order in which it was said.
pub(crate) fn at_place(live: &Live, place: Place) -> Vec<LineRow> {
    let p = live.meeting.proceedings();
    let wording = Wording::of(live);
    let mut lines: Vec<(At, LineRow)> = Vec::new();
    let items = p.items.iter().map(|i| i.parts());
    let items =
        items.filter(|i| i.place == place && !matches!(i.standing, Standing::Undone { .. }));
    lines.extend(items.map(|i| (i.at, item(i, &wording))));
    let decisions = p
        .decisions
        .iter()
        .filter(|d| d.place == place && d.undone.is_none());
    lines.extend(decisions.map(|d| (d.at, decision(d, &wording))));
    let silences = p.silences.iter().enumerate();
    let silences = silences.filter(|(n, s)| s.place == place && p.is_last_word(*n));
    lines.extend(silences.map(|(n, s)| (s.at, silence(n, s, &wording))));
    let new = p
        .actions
        .iter()
        .filter(|a| a.place == place && a.undone.is_none());
    lines.extend(new.map(|a| {
        let name = LineName::Action { action: a.id };
        let action = row::row(a, &live.pack, None, p.date);
        let strand = action.strand;
        (
            a.at,
            LineRow::Action {
                name,
                at: clock(a.at),
                action,
                strand,
                instead: as_note(a, p, &live.pack),
                struck: struck(p, Line::Action(a.id)),
            },
        )
    }));
    lines.sort_by_key(|(at, _)| *at);
    lines.into_iter().map(|(_, line)| line).collect()
}

/// The items of the meeting that are held, wherever they were said, with what each waits for by now: a consent that was put on
/// file, or the chair's reason, leaves nobody waiting for it.
pub(crate) fn held(live: &Live, at: At) -> Vec<LineRow> {
    let wording = Wording::of(live);
    let p = live.meeting.proceedings();
    let items = p.items.iter().map(|i| i.parts());
    let held = items.filter(|i| i.standing == Standing::Held);
    held.map(|i| {
        let now = p.assess_held(i.id, at, &live.pack, &live.on_file);
        let now = now.map_or_else(|_| i.clone(), |now| now.parts().clone());
        let (receipts, pending) = (now.receipts, now.pending);
        let now = ItemParts {
            receipts,
            pending,
            ..i.clone()
        };
        item(&now, &wording)
    })
    .collect()
}

fn item(i: &ItemParts, wording: &Wording<'_>) -> LineRow {
    let held = i.standing == Standing::Held;
    let here = i.receipts.iter().filter_map(|r| waiting(r, wording));
    let outside = i.pending.iter().filter_map(waiting_outside);
    let waiting = here.chain(outside).filter(|_| held);
    LineRow::Item {
        name: LineName::Item { item: i.id },
        said_as: said_as(i, wording.pack),
        instead: as_action(i, wording.pack),
        number: wording.proceedings.number_of(i.place),
        at: clock(i.at),
        agency: wording.team(&i.team),
        kind: wording.kind(&i.kind),
        sensitive: wording.is_sensitive(&i.kind),
        judgement: i.basis == Basis::ProfessionalJudgement,
        words: i.words.as_str().to_owned(),
        shared: shared_with(i, wording.proceedings),
        power: wording.power(&i.power),
        grounds: in_short(i, wording),
        purpose: wording.purpose(&i.purpose),
        chosen: i.chosen.is_some(),
        waiting: waiting.collect(),
        held,
        heard: i.chair_did.as_ref().map(|did| did.as_str().to_owned()),
        third_party: match &i.source {
            Source::Own => None,
            Source::ThirdParty(owner) => Some(owner.called(wording.pack)),
        },
        written: wording.sender(i.written),
        since: i.held_over.as_ref().map(|from| from.since),
        versions: i.version,
        struck: struck(wording.proceedings, Line::Item(i.id)),
    }
}

fn waiting(receipt: &Receipt, wording: &Wording<'_>) -> Option<WaitingRow> {
    let (until, clause) = against(&receipt.answer)?;
    let person = wording.proceedings.attendance(receipt.attendance).ok()?;
    Some(WaitingRow {
        name: wording.callings.alone(person.id),
        agency: person.agency.short_name.clone(),
        until,
        clause: clause.to_string(),
    })
}

fn waiting_outside(pending: &PendingReceipt) -> Option<WaitingRow> {
    let (until, clause) = against(&pending.answer)?;
    Some(WaitingRow {
        name: pending.to.named.clone(),
        agency: pending.to.named.clone(),
        until,
        clause: clause.to_string(),
    })
}

/// With whom an item is shared, in numbers and in the agencies that are not among them.
pub(super) fn shared_with(item: &ItemParts, p: &Proceedings) -> SharedWith {
    let out_at = |a: &&protocol::room::Attendance| {
        a.step_outs
            .iter()
            .any(|s| s.from <= item.at && s.to.is_none_or(|to| item.at < to))
    };
    let left_out = item.left_out.iter().filter_map(|id| p.attendance(*id).ok());
    let stepped_out = p.attendances.iter().filter(out_at);
    let mut without: Vec<String> = left_out
        .chain(stepped_out)
        .map(|a| a.agency.short_name.clone())
        .collect();
    without.sort();
    without.dedup();
    SharedWith {
        people: u32::try_from(item.receipts.len()).unwrap_or(u32::MAX),
        everyone: without.is_empty(),
        without,
        pending: item.pending.iter().map(|p| p.to.named.clone()).collect(),
    }
}

fn decision(d: &Decision, wording: &Wording<'_>) -> LineRow {
    let dissent = |(nth, d): (usize, &protocol::sharing::Dissent)| DissentRow {
        nth: u32::try_from(nth).unwrap_or(u32::MAX),
        agency: wording.team(&d.team),
        words: d.words.as_str().to_owned(),
    };
    LineRow::Decision {
        name: LineName::Decision { decision: d.id },
        at: clock(d.at),
        kind: d.kind.into(),
        words: d.words.as_str().to_owned(),
        rationale: d.rationale.as_ref().map(|r| r.as_str().to_owned()),
        no_action: d.no_action,
        dissents: d.standing_dissents().map(dissent).collect(),
        struck: struck(wording.proceedings, Line::Decision(d.id)),
    }
}

fn silence(n: usize, s: &Silence, wording: &Wording<'_>) -> LineRow {
    LineRow::Silence {
        name: LineName::Silence {
            nth: u32::try_from(n).unwrap_or(u32::MAX),
        },
        at: clock(s.at),
        agency: wording.team(&s.team),
        declined: s.kind == SilenceKind::Declined,
        written: wording.sender(s.written),
    }
}

/// The time of day as a room reads it off the wall.
pub(crate) fn clock(at: At) -> String {
    at.format("%H:%M").to_string()
}
