//! From the opened register to the moment when business begins (§4.1).

use super::ink::signature;
use super::play::Play;
use super::script::Stumble;
use crate::handed_over::{GiveBackForm, PinForm, SignDeclarationForm};
use crate::live::{
    AttendanceForm, AuthorityForm, NewcomerForm, QuorumChoice, QuorumForm, RemarkForm,
};
use crate::meetings::{MeetingForm, RoleView};
use crate::sample::SamplePerson;
use crate::sign_in::Nothing;
use protocol::ids::MeetingId;

const PIN: &str = "730514";

impl Play<'_> {
    /// Everybody comes, hears the statement, accepts and signs; one will not, and leaves.
    pub fn gather(&mut self, meeting: MeetingId) -> Result<(), Stumble> {
        self.go("open_register", 1, |desk| {
            desk.open_register(MeetingForm { meeting })
        })?;
        for person in self.cast.table.clone() {
            self.sits_down(&person)?;
        }
        if let Some(person) = self.cast.refuses.clone() {
            self.sits_down(&person)?;
        }
        self.apologies()?;
        let pin = PIN.into();
        self.go("set_pin", 15, |desk| desk.set_pin(PinForm { pin }))?;
        self.go("read_statement", 75, |desk| desk.read_statement(Nothing {}))?;
        self.acceptances()?;
        for person in self.cast.table.clone() {
            self.signs(&person)?;
            self.authority(&person)?;
        }
        self.quorum()?;
        self.go("begin", 5, |desk| desk.begin(Nothing {}))
    }

    /// A small room may lack somebody whom the partnership needs: its chair goes on all the same.
    fn quorum(&mut self) -> Result<(), Stumble> {
        let quorum = self.shown.as_ref().and_then(|view| view.quorum.as_ref());
        if !quorum.is_some_and(|quorum| quorum.to_choose) {
            return Ok(());
        }
        let choice = QuorumChoice::GoOn;
        self.go("choose_quorum", 10, |desk| {
            desk.choose_quorum(QuorumForm { choice })
        })
    }

    fn sits_down(&mut self, person: &SamplePerson) -> Result<(), Stumble> {
        let Some(seen) = self.seen(&person.form.name) else {
            return self.new_face(person);
        };
        let attendance = seen.attendance;
        let form = AttendanceForm { attendance };
        self.go("mark_present", 4, |desk| desk.mark_present(form))
    }

    /// Somebody whom no register has yet: one row.
    pub fn new_face(&mut self, person: &SamplePerson) -> Result<(), Stumble> {
        let form = NewcomerForm {
            name: person.form.name.clone(),
            job: person.form.job.clone(),
            team: person.form.team.clone(),
            guest_agency: person.form.guest_agency.clone(),
            guest_statutory: person.form.guest_statutory,
            role: person.role,
        };
        self.go("newcomer", 9, |desk| desk.newcomer(form))
    }

    fn apologies(&mut self) -> Result<(), Stumble> {
        let Some(person) = self.cast.apologises.clone() else {
            return Ok(());
        };
        let form = RemarkForm {
            attendance: self.id_of(&person.form.name)?,
            remark: "On leave; nothing to report.".to_owned(),
        };
        self.go("apologies", 8, |desk| desk.apologies(form))
    }

    fn acceptances(&mut self) -> Result<(), Stumble> {
        for person in self.cast.table.clone() {
            let attendance = self.id_of(&person.form.name)?;
            self.accept(attendance)?;
        }
        let Some(person) = self.cast.refuses.clone() else {
            return Ok(());
        };
        let form = RemarkForm {
            attendance: self.id_of(&person.form.name)?,
            remark: "Has to ask head office first.".to_owned(),
        };
        self.go("decline", 30, |desk| desk.decline(form))
    }

    /// The laptop goes into their hands, where a declaration is asked of them (§4.3 ODOC).
    pub fn signs(&mut self, person: &SamplePerson) -> Result<(), Stumble> {
        let name = &person.form.name;
        let asked = |p: &&crate::live::PersonInRoom| p.must_sign && p.signed_at.is_none();
        let Some(seen) = self.seen(name).filter(asked) else {
            return Ok(());
        };
        let attendance = seen.attendance;
        let to = AttendanceForm { attendance };
        self.ask("hand_over", 5, |desk| desk.hand_over(to))?;
        self.ask("declaration_to_sign", 1, |desk| {
            desk.declaration_to_sign(Nothing {})
        })?;
        let form = SignDeclarationForm {
            typed_name: name.clone(),
            signature: signature(name, person.signs),
        };
        self.ask("sign_declaration", 35, |desk| desk.sign_declaration(form))?;
        let pin = PIN.into();
        self.ask("take_back", 4, |desk| {
            desk.take_back(GiveBackForm {
                pin,
                not_understood: false,
            })
        })?;
        self.look()
    }

    /// Whoever speaks for an agency says who there gave the authority to share (§4.3 ODOC).
    pub fn authority(&mut self, person: &SamplePerson) -> Result<(), Stumble> {
        if person.role != RoleView::Representative {
            return Ok(());
        }
        let form = AuthorityForm {
            attendance: self.id_of(&person.form.name)?,
            given_by: person.authority_from.clone(),
        };
        self.go("confirm_authority", 5, |desk| desk.confirm_authority(form))
    }
}
