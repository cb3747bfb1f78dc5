//! The one door through which an item comes into being: it is weighed for each recipient.

use super::assessment::Assessment;
use super::item::{ItemParts, PendingReceipt, Receipt, Standing};
use super::proposal::{Pending, Proposal};
use super::weighing::{Note, Scales, Weighed, Weighing, Where};
use crate::grounds::OnFile;
use crate::ids::{AttendanceId, ItemId, TeamKey};
use crate::meeting::{Place, Proceedings};
use crate::pack::{InForm, Kind, Pack};
use crate::people::Affiliation;
use crate::refusal::Refusal;
use crate::room::{Agency, Attendance, AttendeeRole};
use crate::trade::At;
use crate::words::Words;

/// The room as it is now: everybody in it, admitted or not.
#[derive(Clone, Debug)]
pub struct Gathered<'a> {
    pub in_the_room: Vec<&'a Attendance>,
}

/// Weighs a proposal for everyone who is in the room and not left out, and for those outside it
/// whom it is to reach, with what is on file at that moment.
///
/// Total and deterministic: each recipient's answer depends on that recipient alone.
///
/// # Errors
/// [`Refusal::NotInThePack`], [`Refusal::NothingWritten`], [`Refusal::NobodyReceives`];
/// [`Refusal::AboutAPerson`] for what is about somebody, outside every case;
/// [`Refusal::OriginatorNotHere`] where nobody in the room speaks for the agency or reads out what it wrote.
pub fn assess(
    mut proposal: Proposal,
    id: ItemId,
    at: At,
    place: Place,
    proceedings: &Proceedings,
    pack: &Pack,
    on_file: &OnFile,
) -> Result<Assessment, Refusal> {
    // Whoever it is not for stays left out however often it is weighed, and whenever they come in.
    let kept_out = proceedings.kept_out(&proposal.kept_out, proposal.written);
    proposal.left_out.extend(kept_out);
    if proposal.words.is_blank() {
        return Err(Refusal::NothingWritten);
    }
    let room = proceedings.gathered();
    let contributor = room
        .contributor(&proposal)
        .ok_or(Refusal::OriginatorNotHere)?;
    let from = originator(&proposal, contributor, pack)?;
    let moment = (id, at, place);
    let scales = Scales::of(&proposal, &from, moment, proceedings, pack, on_file)?;
    if scales.is_of_nobodys_case() {
        return Err(Refusal::AboutAPerson);
    }
    let weighing = Weighing::of(&scales);
    let here = room.in_the_room.iter();
    let here = here.filter(|a| !proposal.left_out.contains(&a.id));
    let here: Vec<(AttendanceId, Weighed)> = here
        .map(|a| {
            let admitted = proceedings.is_admitted(a);
            (a.id, weighing.weigh(&a.agency, Where::Room { admitted }))
        })
        .collect();
    let outside: Vec<(&Pending, Weighed)> = proposal
        .pending
        .iter()
        .map(|p| (p, weighing.weigh(&agency(p, pack), Where::Outside)))
        .collect();
    let speaks = |who| who == contributor.id && proposal.reader().is_none();
    if here.iter().all(|(who, _)| speaks(*who)) && outside.is_empty() {
        return Err(Refusal::NobodyReceives);
    }
    let (words, of_words) = as_agreed(&proposal.words, scales.kind, (proceedings, place), pack);
    let mut notes = Note::of(&scales, contributor);
    notes.extend(of_words);
    let (purpose, power) = (scales.purpose.key.clone(), scales.power.key.clone());
    let (receipts, mut facts) = receipts(here);
    let (pending, beyond) = still_to_be_sent(outside);
    facts.extend(beyond);
    let parts = ItemParts {
        id,
        place,
        at,
        contributor: contributor.id,
        written: proposal.written.map(|written| written.update),
        held_over: proposal.held_over.map(|again| again.from),
        released: None,
        chaired_by: proceedings.chair().map(|chair| chair.id),
        purpose,
        power,
        chosen: proposal.chosen,
        notes,
        receipts,
        pending,
        left_out: room.only_those_here(proposal.left_out),
        kept_out: proposal.kept_out,
        team: proposal.team,
        kind: proposal.kind,
        basis: proposal.basis,
        words,
        source: proposal.source,
        about: proposal.about,
        for_advice: proposal.for_advice,
        standing: Standing::Held,
        chair_did: None,
        version: 1,
    };
    Ok(Assessment { parts, facts })
}

/// Words as the agreement has those of their kind (§2.2.5), and what there is to say of them.
pub(crate) fn as_agreed(
    words: &Words,
    kind: &Kind,
    (p, place): (&Proceedings, Place),
    pack: &Pack,
) -> (Words, Vec<Note>) {
    let in_form = pack.formats.in_form(kind.form, words.as_str(), p.date);
    let notes = Note::of_words(&in_form, p.names_somebody(place, words));
    let words = match in_form {
        InForm::Agreed(words) => Words::new(words),
        InForm::Free | InForm::Otherwise => words.clone(),
    };
    (words, notes)
}

fn receipts(weighed: Vec<(AttendanceId, Weighed)>) -> (Vec<Receipt>, Vec<Vec<super::Fact>>) {
    let one = |(attendance, weighed): (AttendanceId, Weighed)| {
        let answer = weighed.answer;
        (Receipt { attendance, answer }, weighed.facts)
    };
    weighed.into_iter().map(one).unzip()
}

fn still_to_be_sent(
    weighed: Vec<(&Pending, Weighed)>,
) -> (Vec<PendingReceipt>, Vec<Vec<super::Fact>>) {
    let one = |(to, weighed): (&Pending, Weighed)| {
        let (to, answer) = (to.clone(), weighed.answer);
        (PendingReceipt { to, answer }, weighed.facts)
    };
    weighed.into_iter().map(one).unzip()
}

/// The agency that shares: whoever speaks for it brings it along, and one that wrote is the pack's.
fn originator(
    proposal: &Proposal,
    contributor: &Attendance,
    pack: &Pack,
) -> Result<Agency, Refusal> {
    if proposal.reader().is_none() {
        return Ok(contributor.agency.clone());
    }
    let team = proposal.team.clone();
    Agency::of(&Affiliation::Team { team }, pack).ok_or(Refusal::NotInThePack)
}

/// The agency of somebody outside the room, with the pack's flags; one that the pack does not know
/// is neither statutory nor party.
fn agency(pending: &Pending, pack: &Pack) -> Agency {
    let organisation = pending.organisation.as_ref();
    let organisation = organisation.and_then(|key| pack.organisation(key));
    let flag = |of: fn(&crate::pack::Organisation) -> bool| organisation.is_some_and(of);
    Agency {
        team: pending.team.clone(),
        organisation: organisation.map(|o| o.key.clone()),
        name: pending.named.clone(),
        short_name: pending.named.clone(),
        organisation_name: organisation.map_or_else(String::new, |o| o.name.clone()),
        statutory: flag(|o| o.statutory),
        party: flag(|o| o.party),
        competent_authority: flag(|o| o.competent_authority),
        relevant_authority: flag(|o| o.relevant_authority),
    }
}

impl Gathered<'_> {
    /// Whoever speaks for the agency, or reads out what it wrote or an earlier meeting left held.
    fn contributor(&self, proposal: &Proposal) -> Option<&Attendance> {
        match proposal.reader() {
            Some(reader) => {
                let mut here = self.in_the_room.iter().copied();
                here.find(|a| a.id == reader)
            }
            None => self.speaker(&proposal.team),
        }
    }

    fn speaker(&self, team: &TeamKey) -> Option<&Attendance> {
        let speaks = |a: &&&Attendance| a.agency.is(team) && a.role != AttendeeRole::Observer;
        let of_team = || self.in_the_room.iter().filter(speaks).copied();
        let representative = of_team().find(|a| a.role == AttendeeRole::Representative);
        representative.or_else(|| of_team().next())
    }

    fn only_those_here(&self, mut people: Vec<AttendanceId>) -> Vec<AttendanceId> {
        people.retain(|p| self.in_the_room.iter().any(|a| a.id == *p));
        people.sort_unstable();
        people.dedup();
        people
    }
}
