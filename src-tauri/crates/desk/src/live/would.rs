//! What an item would be recorded as, for the sentence beneath the line.

use super::grounds::victim;
use super::in_short::in_short;
use super::line_rows::{Wording, shared_with};
use super::weigh_views::{FormatView, Would};
use crate::session::Live;
use protocol::ids::AttendanceId;
use protocol::sharing::{Answer, Assessment, ItemParts, Note};

/// What an assessment would be recorded as, as facts for a sentence.
pub(super) fn would(assessment: &Assessment, wording: &Wording<'_>, live: &Live) -> Would {
    let parts = assessment.parts();
    let mut grounds = parts.receipts.iter().filter_map(|r| match &r.answer {
        Answer::Permitted(ground) => Some(ground),
        Answer::Held(..) | Answer::Refused(..) => None,
    });
    let named =
        |who: &mut dyn Iterator<Item = AttendanceId>| who.map(|one| wording.person(one)).collect();
    Would::Item {
        agency: wording.team(&parts.team),
        kind: wording.kind(&parts.kind),
        sensitive: wording.is_sensitive(&parts.kind),
        asks_basis: live
            .pack
            .kind(&parts.kind)
            .is_some_and(|kind| kind.asks_basis),
        judgement: parts.basis == protocol::trade::Basis::ProfessionalJudgement,
        shared: shared_with(parts, wording.proceedings()),
        recipients: named(&mut parts.receipts.iter().map(|r| r.attendance)),
        left_out: named(&mut parts.left_out.iter().copied()),
        power: wording.power(&parts.power),
        grounds: in_short(parts, wording),
        purpose: wording.purpose(&parts.purpose),
        victim: grounds.find_map(|ground| victim(ground, &live.on_file)),
        format: format(parts, live).map(Box::new),
        names_somebody: parts.notes.contains(&Note::NamesSomebody),
    }
}

fn format(parts: &ItemParts, live: &Live) -> Option<FormatView> {
    let kind = live.pack.kind(&parts.kind)?;
    kind.form?;
    Some(match parts.notes.contains(&Note::NotInTheAgreedFormat) {
        false => FormatView::Agreed {
            words: parts.words.as_str().to_owned(),
        },
        true => FormatView::Otherwise {
            format: kind.format.clone(),
            clause: kind.clause.clone(),
        },
    })
}
