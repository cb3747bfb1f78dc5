//! After the room has emptied: the draft read as pages, the minutes signed, every document printed.

use super::ink::signature;
use super::play::{Play, broken};
use super::script::Stumble;
use crate::ending::{DocumentForm, DocumentRow, EndingView, SignMinutesForm, SignsView};
use crate::meetings::MeetingForm;
use crate::safekeeping::LinkUserForm;
use crate::sample::Signs;
use crate::sign_in::UserRole;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::TimeDelta;
use protocol::ids::MeetingId;

/// A document, as it would be saved.
#[derive(Clone)]
pub struct Printed {
    pub row: DocumentRow,
    pub file_name: String,
    pub pages: u32,
    pub pdf: Vec<u8>,
}

impl Play<'_> {
    /// Whoever chaired reads the draft and signs, some days later; then everything is printed.
    pub fn sign(&mut self, meeting: MeetingId) -> Result<Vec<Printed>, Stumble> {
        self.clock.advance(TimeDelta::days(2));
        let draft = self.documents(meeting)?;
        if self.is_full()
            && let Some(minutes) = draft.documents.first().cloned()
        {
            self.print(meeting, minutes)?;
        }
        self.signer_is_known(&draft)?;
        let chair = self.cast.table.first().ok_or(broken("nobody chairs"))?;
        let form = SignMinutesForm {
            meeting,
            passphrase: self.script.chair_passphrase.as_str().into(),
            signature: signature(&chair.form.name, Signs::Drawn),
        };
        self.ask("sign_minutes", 60, |desk| desk.sign_minutes(form))?;
        if !self.is_full() {
            return Ok(Vec::new());
        }
        let signed = self.documents(meeting)?;
        let print = |row| self.print(meeting, row);
        signed.documents.into_iter().map(print).collect()
    }

    /// The first time, whoever chaired says that they are the user who is the chair.
    fn signer_is_known(&mut self, draft: &EndingView) -> Result<(), Stumble> {
        let Some(SignsView::None { person, users }) = &draft.signs else {
            return Ok(());
        };
        let chair = users.iter().find(|u| u.role == UserRole::Chair);
        let form = LinkUserForm {
            user: chair.ok_or(broken("nobody can sign"))?.user,
            person: *person,
            passphrase: self.script.chair_passphrase.as_str().into(),
        };
        self.ask("link_user", 20, |desk| desk.link_user(form))?;
        Ok(())
    }

    fn documents(&mut self, meeting: MeetingId) -> Result<EndingView, Stumble> {
        let form = MeetingForm { meeting };
        self.ask("documents", 1, |desk| desk.documents(form))
    }

    fn print(&mut self, meeting: MeetingId, row: DocumentRow) -> Result<Printed, Stumble> {
        let document = row.name.clone();
        let form = DocumentForm { meeting, document };
        let shown = self.ask("document_pages", 1, |desk| desk.document_pages(form))?;
        let pdf = STANDARD.decode(&shown.pdf);
        Ok(Printed {
            row,
            file_name: shown.file_name,
            pages: shown.pages,
            pdf: pdf.map_err(|_| broken("a document's bytes"))?,
        })
    }
}
