//! What is worth saying of an item though it stops nobody.

use super::scales::Scales;
use crate::cases::Told;
use crate::pack::InForm;
use crate::room::Attendance;
use crate::sharing::Source;
use serde::{Deserialize, Serialize};

/// Something to be said of an item that may be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// The organisation's authority to share for this forum has not been confirmed (§4.3 ODOC).
    AuthorityNotConfirmed,
    /// The person was neither told nor agreed, for a reason on record (§4.4.2).
    PersonNotTold,
    /// It is another agency's information, and stays under its lock (§1.4.1, §4.3 ASB Group).
    ThirdParty,
    /// The pack does not offer this kind at this meeting: is it needed here (§1.4.1)?
    NotOfferedHere,
    /// One of the four sensitive categories (§1.7.1).
    Sensitive,
    /// The agency shares it as its own by a table that the partnership has not confirmed yet (§1.4.1, table 1).
    HoldersNotConfirmed,
    /// A guest agency says that it is its own: the parties' table lists parties alone (§1.4.1, table 1).
    OwnByItsWord,
    /// Its kind has an agreed format, and the words are not in it (§2.2.5).
    NotInTheAgreedFormat,
    /// Said outside every case, it names somebody whose case is on the agenda: what is about a person is said in it (§1.4.1).
    NamesSomebody,
}

impl Note {
    /// What there is to say of an item, whatever its words.
    pub(in crate::sharing) fn of(scales: &Scales<'_>, contributor: &Attendance) -> Vec<Self> {
        let told = scales.slot.map(|slot| {
            let now = scales.on_file.now(slot.case.case);
            now.map_or(&slot.case.told, |now| &now.told)
        });
        // A representative is asked for their authority; what an agency writes is the agency's own.
        let spoken = scales.proposal.reader().is_none();
        let unconfirmed = spoken && contributor.authority.is_none();
        let guests = scales.is_a_guests_own();
        let by_the_table = scales.is_own() && !guests && !scales.pack.matrix.confirmed;
        let here = scales.kind.meetings.contains(&scales.at_meeting);
        let all = [
            (unconfirmed, Self::AuthorityNotConfirmed),
            (
                matches!(told, Some(Told::Neither { .. })),
                Self::PersonNotTold,
            ),
            (scales.proposal.source != Source::Own, Self::ThirdParty),
            (!here, Self::NotOfferedHere),
            (scales.kind.sensitivity.is_some(), Self::Sensitive),
            (by_the_table, Self::HoldersNotConfirmed),
            (guests, Self::OwnByItsWord),
        ];
        let true_ones = all.into_iter().filter(|(so, _)| *so);
        true_ones.map(|(_, note)| note).collect()
    }

    /// What there is to say of its words alone.
    pub(in crate::sharing) fn of_words(in_form: &InForm, names_somebody: bool) -> Vec<Self> {
        let all = [
            (*in_form == InForm::Otherwise, Self::NotInTheAgreedFormat),
            (names_somebody, Self::NamesSomebody),
        ];
        let true_ones = all.into_iter().filter(|(so, _)| *so);
        true_ones.map(|(_, note)| note).collect()
    }

    /// Whether it is of the words, and may be another when they are.
    pub(in crate::sharing) fn is_of_words(self) -> bool {
        matches!(self, Self::NotInTheAgreedFormat | Self::NamesSomebody)
    }
}
