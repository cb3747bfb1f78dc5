//! What a line is to be instead, as the capture line would say it.

use super::forms::LineName;
use protocol::ids::MeetingId;
use serde::Deserialize;
use ts_rs::TS;

/// A note to be an action, an action to be a note, or a note of another agency, kind or basis.
#[derive(Clone, Deserialize, TS)]
pub struct ConvertLineForm {
    pub line: LineName,
    pub text: String,
    /// Whether a note is put right in substance, and what it was stays, struck.
    pub struck: bool,
    /// What the chair did, where somebody heard it who might not have it as that; empty otherwise.
    pub chair_did: String,
}

#[derive(Clone, Deserialize, TS)]
pub struct ConvertClosedForm {
    #[ts(as = "String")]
    pub meeting: MeetingId,
    pub line: LineName,
    pub text: String,
    /// As in the meeting.
    pub struck: bool,
    pub chair_did: String,
}

/// The same as it stands half typed.
#[derive(Clone, Deserialize, TS)]
pub struct ConversionForm {
    /// `None` for the meeting that goes on.
    #[ts(as = "Option<String>")]
    pub meeting: Option<MeetingId>,
    pub line: LineName,
    pub text: String,
    pub struck: bool,
}

impl ConvertClosedForm {
    pub(crate) fn instead(&self) -> ConvertLineForm {
        ConvertLineForm {
            line: self.line,
            text: self.text.clone(),
            struck: self.struck,
            chair_did: self.chair_did.clone(),
        }
    }
}
