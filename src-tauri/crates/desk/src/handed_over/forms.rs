//! What the handed-over screen asks and answers: the declaration, and nothing else.

use crate::partnership::SectionRow;
use crate::secret::Secret;
use chrono::NaiveDate;
use protocol::signature::{Signature, Stroke};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The declaration of the person who holds the laptop.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeclarationView {
    /// What the meeting is called.
    pub meeting: String,
    pub date: NaiveDate,
    pub person: String,
    pub agency: String,
    pub intro: String,
    pub numbered: Vec<String>,
    pub version: String,
    /// The agreement in full, which the declaration speaks of; it names nobody.
    pub sections: Vec<SectionRow>,
    pub state: DeclarationState,
    /// How many wrong PINs are left before the record locks.
    pub tries_left: u8,
    /// Whether this is a practice, of which nothing is kept.
    pub practice: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeclarationState {
    ToSign,
    Signed,
    Declined,
}

/// Ink: strokes on a pad of 1000 by 400, or a typed name for somebody who cannot draw.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "how")]
pub enum SignatureForm {
    Drawn { strokes: Vec<Vec<(u16, u16)>> },
    Typed { name: String },
}

#[derive(Clone, Deserialize, TS)]
pub struct SignDeclarationForm {
    pub typed_name: String,
    pub signature: SignatureForm,
}

/// How the laptop comes back.
#[derive(Clone, Deserialize, TS)]
pub struct GiveBackForm {
    #[ts(as = "String")]
    pub pin: Secret,
    /// The chair does not confirm what was signed: the signer had not understood it, and has still to sign.
    #[serde(default)]
    pub not_understood: bool,
}

/// The meeting's PIN.
#[derive(Clone, Deserialize, TS)]
pub struct PinForm {
    #[ts(as = "String")]
    pub pin: Secret,
}

impl From<SignatureForm> for Signature {
    fn from(form: SignatureForm) -> Self {
        match form {
            SignatureForm::Drawn { strokes } => {
                let strokes: Vec<Stroke> = strokes.into_iter().filter(|s| !s.is_empty()).collect();
                Self::Drawn(strokes)
            }
            SignatureForm::Typed { name } => Self::Typed(name),
        }
    }
}
