//! Looks at the record before and after every command.

use super::judge::{admits_everyone, as_it_was, judge};
use super::{vale, wall};
use crate::table::Table;
use chrono::TimeDelta;
use desk::contract::{COMMANDS, Reach};
use desk::{Face, Problem, RefusalCode, dispatch};
use protocol::grounds::OnFile;
use protocol::ids::{CaseId, ItemId, MeetingId};
use protocol::meeting::{Meeting, Stage};
use protocol::pack::Pack;
use protocol::sharing::{ItemParts, Standing, assess};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Commands that change nothing and leave no trace.
pub const READS: [&str; 38] = [
    "ground_choices",
    "weigh_conversion",
    "line_ground",
    "weigh_presence",
    "line_history",
    "standing",
    "stir",
    "choose_folder",
    "this_month",
    "meetings",
    "meeting_plan",
    "cases",
    "like_cases",
    "check_case_field",
    "people",
    "actions",
    "partnership",
    "pack_version",
    "meeting",
    "weigh_line",
    "weigh_held",
    "keep_draft",
    "keep_table_notes",
    "keep_end_notes",
    "keep_desk_notes",
    "desk_notes",
    "ending",
    "safekeeping",
    "check_record",
    "check_code",
    "declaration_to_sign",
    "check_spelling",
    "own_words",
    "check_letters",
    "nearest_words",
    "draft_spelling",
    "project",
    "projection",
];
/// Commands that change nothing and are entered in the journal, as looking at a person is.
pub const VIEWS: [&str; 7] = [
    "case_page",
    "compare_cases",
    "case_grounds",
    "document_pages",
    "save_documents",
    "documents",
    "plan_updates",
];

/// A table, and what its record said last.
pub struct Watch {
    pub table: Table,
    pub live: MeetingId,
    pub past: MeetingId,
    /// Whether the last command was accepted.
    pub accepted: bool,
    /// Whether it is the second partnership that meets.
    vale: bool,
    /// What the last answer said is the last move, where one key takes it back.
    pub last: u64,
    /// What has stood on the projector's wall so far, by its sort.
    pub walls: BTreeSet<String>,
    signed: Vec<Meeting>,
    surnames: Vec<String>,
    /// What has been shared at some moment, and so has been judged.
    shared: BTreeSet<ItemId>,
}

/// The record at one moment; nothing of it is known while it is locked.
#[derive(PartialEq)]
struct Seen {
    entries: u64,
    meeting: Meeting,
}

impl Seen {
    /// What is shared at that moment.
    fn shared(&self) -> BTreeSet<ItemId> {
        let items = self.meeting.proceedings().items.iter().map(|i| i.parts());
        let shared = items.filter(|i| i.standing == Standing::Shared);
        shared.map(|i| i.id).collect()
    }
}

impl Watch {
    pub fn over(mut table: Table) -> Self {
        let (live, past) = table.meetings();
        let read = |id| {
            desk::rehearsal::meeting(&table.desk, id)
                .expect("read")
                .expect("there")
        };
        let signed = vec![read(past)];
        let slots = &signed[0].proceedings().slots;
        let surname = |name: &str| {
            name.split_whitespace()
                .last()
                .unwrap_or_default()
                .to_owned()
        };
        let surnames = slots
            .iter()
            .map(|slot| surname(slot.case.name.as_str()))
            .collect();
        Self {
            table,
            live,
            past,
            accepted: false,
            vale: false,
            last: 0,
            walls: BTreeSet::new(),
            signed,
            surnames,
            shared: BTreeSet::new(),
        }
    }

    /// What is said from now on is said in the second partnership's keys.
    pub fn in_the_vale(self) -> Self {
        Self { vale: true, ..self }
    }

    /// The meeting as the record has it.
    pub fn meeting(&self) -> Option<Meeting> {
        match desk::rehearsal::meeting(&self.table.desk, self.live) {
            Ok(meeting) => meeting,
            Err(Problem::Locked { .. }) => None,
            Err(problem) => panic!("the meeting cannot be read: {problem:?}"),
        }
    }

    /// Last month's meeting, signed.
    pub fn signed_meeting(&self) -> &Meeting {
        &self.signed[0]
    }

    /// A case of it.
    pub fn signed_case(&self) -> CaseId {
        self.signed[0].proceedings().slots[0].case.case
    }

    /// Calls a command and says what is wrong with what came of it.
    pub fn call(&mut self, name: &str, form: Value) -> Option<String> {
        let reach = COMMANDS
            .iter()
            .find(|(known, _)| *known == name)
            .expect("a command")
            .1;
        let (before, face) = (self.seen(), self.table.desk.face());
        self.table.clock.advance(TimeDelta::seconds(7));
        let form = match name {
            // From whatever was done last, as the window does.
            "go_to_next" => json!({ "last": self.last }),
            _ if self.vale => vale::in_the_vale(form),
            _ => form,
        };
        let told = format!("{name} {form}");
        let answer = dispatch(&mut self.table.desk, name, form);
        self.accepted = answer.is_ok();
        // A meeting that was put off today opens on another day alone: that day comes.
        if answer.as_ref().is_err_and(is_put_off_today) {
            self.table.clock.advance(TimeDelta::days(1));
        }
        let view = answer.as_ref().ok();
        let last = view.and_then(|view| view["last"].as_u64().or(view["left"]["last"].as_u64()));
        self.last = last.unwrap_or(self.last);
        let after = self.seen();
        let objection = out_of_reach(reach, face, before.as_ref(), answer.is_ok())
            .or_else(|| self.gossip(after.as_ref(), answer.as_ref().ok()))
            .or_else(|| broken(&answer))
            .or_else(|| entered(name, before.as_ref(), after.as_ref(), answer.is_ok()))
            .or_else(|| after.as_ref().and_then(|seen| judge(&seen.meeting)))
            .or_else(|| self.unfit(name, before.as_ref(), after.as_ref()))
            .or_else(|| self.signed_stays())
            .or_else(|| wall::objection(self));
        self.shared.extend(after.iter().flat_map(Seen::shared));
        objection.map(|objection| format!("{objection}\nafter {told}\nanswer {answer:?}"))
    }

    /// Nothing becomes shared that the one function would not permit at that very moment. What an exact undo puts back had been
    /// shared, and was judged then: what has come on file since makes nobody have heard it any less.
    fn unfit(&self, name: &str, before: Option<&Seen>, after: Option<&Seen>) -> Option<String> {
        let (before, after) = (before?, after?);
        let weighed =
            |seen: &Seen| matches!(seen.meeting.stage(), Stage::InSession | Stage::Closed);
        if !weighed(before) || !weighed(after) {
            return None;
        }
        let p = after.meeting.proceedings();
        let (shared, was) = (after.shared(), before.shared());
        let put_back = |id| name.starts_with("undo_last") && self.shared.contains(&id);
        let on_file = desk::rehearsal::on_file(&self.table.desk, p).ok()?;
        let pack = desk::rehearsal::pack(&self.table.desk, p).ok()?;
        let new = p.items.iter().map(|i| i.parts());
        let mut new =
            new.filter(|i| shared.contains(&i.id) && !was.contains(&i.id) && !put_back(i.id));
        let unfit = new.find_map(|new| {
            // What is shared beside the draft goes to those who were there when it was said, by what is on file by then.
            let again = assess(
                new.proposal(),
                new.id,
                new.released.unwrap_or(new.at),
                new.place,
                &as_it_was(p, new.at),
                &pack,
                &on_file,
            );
            let against = again.map(|weighed| weighed.objection());
            (against != Ok(None)).then(|| format!("shared against {against:?}"))
        });
        unfit.or_else(|| self.unfit_words(name, (before, after), &shared, (&pack, &on_file)))
    }

    /// No more does what was shared come to say what would not have been: by whatever was weighed with its first words, other words
    /// have nothing against them that those had not, and are written as their kind is agreed.
    fn unfit_words(
        &self,
        name: &str,
        (before, after): (&Seen, &Seen),
        shared: &BTreeSet<ItemId>,
        (pack, on_file): (&Pack, &OnFile),
    ) -> Option<String> {
        let p = after.meeting.proceedings();
        let weigh = |item: &ItemParts| {
            let (at, then) = (item.released.unwrap_or(item.at), as_it_was(p, item.at));
            assess(
                item.proposal(),
                item.id,
                at,
                item.place,
                &then,
                pack,
                on_file,
            )
        };
        let items = p.items.iter().map(|i| i.parts());
        let mut items = items.filter(|i| shared.contains(&i.id) && !name.starts_with("undo_last"));
        items.find_map(|now| {
            let first = before.meeting.proceedings().items.iter();
            let first = first.map(|i| i.parts()).find(|i| i.id == now.id)?;
            if first.words == now.words || first.standing != Standing::Shared {
                return None;
            }
            let (first, again) = (weigh(first).ok()?, weigh(now).ok()?);
            let against = again.objection().filter(|_| first.objection().is_none());
            let written = again.parts().words == now.words;
            (against.is_some() || !written).then(|| format!("worded against {against:?}"))
        })
    }

    fn seen(&self) -> Option<Seen> {
        let entries = desk::rehearsal::entries(&self.table.desk).ok()?;
        let meeting = self.meeting()?;
        Some(Seen { entries, meeting })
    }

    /// No answer names a person under discussion while the gate is shut (§4.1).
    fn gossip(&self, after: Option<&Seen>, answer: Option<&Value>) -> Option<String> {
        let shut = after.is_some_and(|seen| is_shut(&seen.meeting));
        let answer = answer.filter(|_| shut)?.to_string();
        let named = self
            .surnames
            .iter()
            .find(|name| answer.contains(name.as_str()))?;
        Some(format!("{named} was named before the gate was passed"))
    }

    /// A signed meeting is for ever the one that was signed.
    fn signed_stays(&mut self) -> Option<String> {
        let read = |id| {
            desk::rehearsal::meeting(&self.table.desk, id)
                .ok()
                .flatten()
        };
        for signed in &self.signed {
            let now = read(signed.proceedings().id);
            if now.is_some_and(|now| now != *signed) {
                return Some("a signed meeting was changed".to_owned());
            }
        }
        let meeting = read(self.live).filter(|m| m.stage() == Stage::Sealed);
        let new = meeting.filter(|_| self.signed.len() == 1);
        self.signed.extend(new);
        None
    }
}

/// Whether a meeting is going on whose gate has not been passed.
fn is_shut(meeting: &Meeting) -> bool {
    match meeting.stage() {
        Stage::Gathering => true,
        Stage::InSession => !admits_everyone(meeting.proceedings()),
        _ => false,
    }
}

fn out_of_reach(reach: Reach, face: Face, before: Option<&Seen>, accepted: bool) -> Option<String> {
    let handed = face == Face::HandedOver;
    let shut = before.is_some_and(|seen| is_shut(&seen.meeting));
    let allowed = match reach {
        Reach::HandedOver => handed,
        Reach::Personal => !handed && !shut,
        Reach::Unlocked => face == Face::Work,
        Reach::Anyone => !handed,
        Reach::Projector => true,
    };
    (accepted && !allowed).then(|| format!("{reach:?} answered at {face:?}, gate shut: {shut}"))
}

fn is_put_off_today(problem: &Problem) -> bool {
    let code = RefusalCode::PutOffToday;
    matches!(problem, Problem::Refused { refusal } if refusal.code == code)
}

fn broken(answer: &Result<Value, Problem>) -> Option<String> {
    matches!(answer, Err(Problem::Broken { .. })).then(|| "something broke".to_owned())
}

/// One entry for a change that was accepted; none, and no change, for one that was refused.
fn entered(
    name: &str,
    before: Option<&Seen>,
    after: Option<&Seen>,
    accepted: bool,
) -> Option<String> {
    let (before, after) = (before?, after?);
    let more = after.entries - before.entries;
    let right = match accepted {
        false => more == 0,
        true if READS.contains(&name) => more == 0,
        true if VIEWS.contains(&name) => more <= 1,
        true => more == 1,
    };
    let changes = accepted && !READS.contains(&name) && !VIEWS.contains(&name);
    let same = before.meeting == after.meeting;
    let wrong = !right || (!changes && !same);
    wrong.then(|| format!("{more} entries, accepted: {accepted}, meeting the same: {same}"))
}
