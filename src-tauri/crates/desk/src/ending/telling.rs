//! Who is to be told of what was corrected, and who has been.

use crate::live::{BesideName, RecipientName, WordsName, beside_the_lines, moment};
use crate::problem::Problem;
use crate::session::Desk;
use protocol::ids::{AttendanceId, CorrectionId, ItemId};
use protocol::meeting::{Correction, Meeting, Proceedings, Wording};
use record::tables::{Recipient, Told};
use serde::Serialize;
use ts_rs::TS;

/// One correction, with everybody who heard the first words and not the correction.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TellRow {
    #[ts(as = "String")]
    pub correction: CorrectionId,
    /// The case's reference; `None` for what is said of no case.
    pub case: Option<String>,
    /// What it is, where it stands beside a line, and whose.
    pub beside: Option<BesideName>,
    pub agency: Option<String>,
    pub struck: String,
    pub now: String,
    pub by: String,
    pub at: String,
    /// Those of the room, and then the agencies outside it to whom the first words were to be sent.
    pub recipients: Vec<TellRecipient>,
}

#[derive(Debug, Clone, Serialize, TS)]
pub struct TellRecipient {
    pub who: RecipientName,
    pub name: String,
    /// Whom somebody came for; `None` for an agency outside the room.
    pub agency: Option<String>,
    /// Who ticked them off, and when; `None` while they are to be told.
    pub told_by: Option<String>,
    pub told_on: Option<chrono::NaiveDate>,
}

/// The corrections of a meeting with whom each is to be told to.
pub(crate) fn tell(desk: &Desk, meeting: &Meeting) -> Result<Vec<TellRow>, Problem> {
    let p = meeting.proceedings();
    let told = desk.record()?.read().told().of(p.id)?;
    let standing = |c: &&Correction| p.words_of(c.of).is_some();
    let corrections: Vec<_> = p.corrections.iter().filter(standing).collect();
    // A meeting that was corrected has opened, and pinned its agreement.
    let pack = match corrections.is_empty() {
        true => return Ok(Vec::new()),
        false => desk.pack_of(p)?,
    };
    let beside = beside_the_lines(p);
    let row = |c: &Correction| {
        let said = beside
            .iter()
            .find(|b| Wording::from(WordsName::Beside(b.name)) == c.of);
        let mut row = row(c, p, &told);
        if let Some(right) = p.put_right(c.id) {
            row.now = format!("{}: {}", right.headed(&pack), row.now);
        }
        row.beside = said.map(|said| said.name);
        let team = said.and_then(|said| said.team.as_ref());
        row.agency = team.map(|key| pack.team_called(key));
        row
    };
    Ok(corrections.into_iter().map(row).collect())
}

fn row(correction: &Correction, p: &Proceedings, told: &[Told]) -> TellRow {
    let callings = p.callings();
    let person = |id: AttendanceId| {
        let a = p.attendance(id).ok()?;
        let recipient = Recipient::Person(id);
        let who = RecipientName::Person { attendance: id };
        let agency = Some(a.agency.short_name.clone());
        let name = callings.beside_agency(id);
        Some(ticked(
            (who, name, agency),
            tick(p, told, correction, recipient),
        ))
    };
    let outside = |(item, nth): (ItemId, usize)| {
        let name = p.outside(item, nth)?.to_owned();
        let recipient = Recipient::Outside(item, nth);
        let nth = u32::try_from(nth).ok()?;
        let who = RecipientName::Outside { item, nth };
        Some(ticked(
            (who, name, None),
            tick(p, told, correction, recipient),
        ))
    };
    let people = p.to_be_told(correction).into_iter().filter_map(person);
    let others = p.to_be_told_outside(correction).into_iter();
    TellRow {
        correction: correction.id,
        case: reference(p, correction.of),
        beside: None,
        agency: None,
        struck: correction.before.as_str().to_owned(),
        now: after(p, correction),
        by: correction.by.by.clone(),
        at: moment(p, correction.by.at),
        recipients: people.chain(others.filter_map(outside)).collect(),
    }
}

fn ticked(
    (who, name, agency): (RecipientName, String, Option<String>),
    tick: Option<&Told>,
) -> TellRecipient {
    TellRecipient {
        who,
        name,
        agency,
        told_by: tick.map(|t| t.by.clone()),
        told_on: tick.map(|t| t.at.date_naive()),
    }
}

/// That a recipient was told of a correction. An agency outside the room is the one of that name: the line to which it belongs may have
/// been moved since, and is another then.
pub(super) fn tick<'t>(
    p: &Proceedings,
    told: &'t [Told],
    correction: &Correction,
    recipient: Recipient,
) -> Option<&'t Told> {
    let same = |t: &&Told| match (t.recipient, recipient) {
        (Recipient::Outside(item, nth), Recipient::Outside(other, n)) => {
            p.outside(item, nth) == p.outside(other, n)
        }
        (one, other) => one == other,
    };
    let mut of_it = told.iter().filter(|t| t.correction == correction.id);
    of_it.find(same)
}

/// Whether a correction is to be told to them.
pub(super) fn is_recipient(p: &Proceedings, correction: &Correction, recipient: Recipient) -> bool {
    match recipient {
        Recipient::Person(who) => p.to_be_told(correction).contains(&who),
        Recipient::Outside(item, nth) => p.to_be_told_outside(correction).contains(&(item, nth)),
    }
}

fn reference(p: &Proceedings, of: Wording) -> Option<String> {
    let case = p.case_of_words(of)?;
    let slot = p.slots.iter().find(|slot| slot.case.case == case)?;
    Some(slot.case.reference.clone())
}

/// The words that a correction put in place: what a later one struck, or what stands now.
fn after(p: &Proceedings, correction: &Correction) -> String {
    let later = p.corrections_of(correction.of);
    let mut later = later.skip_while(|c| c.id != correction.id).skip(1);
    let words = later.next().map(|c| &c.before);
    let words = words.or_else(|| p.words_of(correction.of));
    words.map(|w| w.as_str().to_owned()).unwrap_or_default()
}
