//! The projector: put up, turned to something, put away; and what it shows, for its own window alone.

use super::forms::{ProjectForm, ProjectionView, ProjectorView};
use super::reading::{self, Projecting};
use crate::problem::Problem;
use crate::session::Desk;
use crate::sign_in::Nothing;

/// Puts something up, or the projector away. Nothing of the record changes, so nothing is entered.
pub(crate) fn project(desk: &mut Desk, form: ProjectForm) -> Result<ProjectorView, Problem> {
    let at = desk
        .live()
        .ok()
        .map(|live| live.meeting.proceedings().place);
    desk.projecting = form.show.map(|show| Projecting { show, at });
    Ok(ProjectorView { show: form.show })
}

pub(crate) fn projection(desk: &mut Desk, _: Nothing) -> Result<ProjectionView, Problem> {
    Ok(reading::projection(desk))
}

impl Desk {
    /// Whether the projector stands open.
    pub fn is_projecting(&self) -> bool {
        self.projecting.is_some()
    }

    /// What stands on the wall now: the shell has the window look again when it is another.
    pub fn projection_now(&self) -> ProjectionView {
        reading::projection(self)
    }

    /// What was up comes down; a projector that stands open shows the place when the desk is back.
    pub(crate) fn project_nothing_but_the_place(&mut self) {
        self.projecting = self.projecting.map(|_| Projecting::PLACE);
    }

    /// The projector's window was closed by hand.
    pub fn projector_closed(&mut self) {
        self.projecting = None;
    }
}
