//! A line that becomes another: read in the room of its own moment, and weighed before it is put in that one's place.

use super::capturing::{kind_of, owner};
use super::instead_forms::{ConversionForm, ConvertLineForm};
use super::proposing::{lexicon, proposal, understand};
use super::right_forms::RightView;
use super::weigh_views::{Objection, WeighView, Would};
use super::weighing::{answered, refused};
use crate::ending::live_or_closed;
use crate::problem::Problem;
use crate::session::{Desk, Live};
use protocol::capture::Understood;
use protocol::grounds::Owner;
use protocol::ids::{ActionId, CorrectionId, TeamKey};
use protocol::meeting::{Converting, Hand, Instead, Line, Meeting, Proceedings, PutRight};
use protocol::pack::Pack;
use protocol::refusal::Refusal;
use protocol::sharing::{Action, ItemParts, Proposal, Source, Standing, SubjectCategory};
use protocol::trade::{At, Basis};
use protocol::words::Words;
use uuid::Uuid;

/// What a line is to be instead, as it was read.
pub(crate) struct Asked {
    line: Line,
    said: Said,
    /// Put right in substance, with what the chair did where that was said.
    struck: Option<Words>,
}

enum Said {
    Action(Action),
    Note(Proposal),
}

impl Asked {
    /// Reads the text as the capture line would have read it when the line was said.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLine`]; what is unfinished of the text; [`Refusal::NothingWritten`] where it says neither a note nor an action.
    pub(crate) fn of(
        p: &Proceedings,
        pack: &Pack,
        form: &ConvertLineForm,
    ) -> Result<Self, Problem> {
        let line = Line::from(form.line);
        let then = p.as_when_said(line)?;
        let understood = understand(&then, pack, &form.text).understood;
        kind_of(&understood)?;
        let note = proposal(&then, pack, &understood).map(Said::Note);
        let said = note.or_else(|| action(&then, pack, line, &understood).map(Said::Action));
        Ok(Self {
            line,
            said: said.ok_or(Refusal::NothingWritten)?,
            struck: form.struck.then(|| Words::new(form.chair_did.trim())),
        })
    }

    /// The move that puts it in the line's place.
    pub(crate) fn converting(&self, fresh: Uuid) -> Converting {
        let into = match (&self.said, &self.struck) {
            (Said::Action(action), _) => Instead::Action(action.clone()),
            (Said::Note(said), None) => Instead::Note(said.clone()),
            (Said::Note(said), Some(did)) => Instead::PutRight(put_right(said, fresh, did)),
        };
        Converting::of(self.line, into, fresh)
    }
}

fn put_right(said: &Proposal, fresh: Uuid, did: &Words) -> PutRight {
    let right = PutRight::of(said.clone(), CorrectionId(fresh));
    match did.is_blank() {
        true => right,
        false => right.heard(did.clone()),
    }
}

/// The action that a line asks for; the rules put it where the note was.
fn action(then: &Proceedings, pack: &Pack, line: Line, understood: &Understood) -> Option<Action> {
    let Understood::Action {
        team: Some(team),
        person,
        words,
        due,
        strand,
    } = understood
    else {
        return None;
    };
    let usual = pack.team(team).map(|team| team.strand);
    Some(Action {
        id: ActionId(Uuid::nil()),
        meeting: then.id,
        place: then.place,
        case: None,
        owner: owner(then, team, *person),
        words: words.clone(),
        due: *due,
        strand: strand.or(usual),
        at: then.said_at(line)?,
        arises_from: None,
        continues: None,
        settled: None,
        undone: None,
    })
}

/// What would stand in a line's place at this keystroke, and what stands in its way: what Enter would be told, told before it.
pub(crate) fn weigh_conversion(
    desk: &mut Desk,
    form: ConversionForm,
) -> Result<WeighView, Problem> {
    let meeting = match form.meeting {
        Some(meeting) => meeting,
        None => desk.live()?.meeting.proceedings().id,
    };
    let seen = live_or_closed(desk, meeting)?;
    Ok(weighed(&seen, &form, desk.now())?)
}

fn weighed(live: &Live, form: &ConversionForm, at: At) -> Result<WeighView, Refusal> {
    let line = Line::from(form.line);
    let (p, pack, on_file) = (live.meeting.proceedings(), &live.pack, &live.on_file);
    let then = p.as_when_said(line)?;
    let lexicon = lexicon(&then, pack);
    let mut view = answered(live, (&form.text, &lexicon), |said| {
        let into = match form.struck {
            true => Instead::PutRight(PutRight::of(said, CorrectionId(Uuid::nil()))),
            false => Instead::Note(said),
        };
        p.weigh_instead(line, &into, pack, on_file)
    });
    let people = view.rights.iter().find_map(|right| match right {
        RightView::Heard { people } => Some(*people),
        _ => None,
    });
    // Nothing is made right of a line that is said already, but that it was heard.
    view.rights.clear();
    if matches!(view.would, Would::Nothing) {
        return Ok(view);
    }
    match tried(live, form, at) {
        Ok(()) => {}
        Err(refusal) => {
            if form.struck && matches!(refusal, Refusal::HeardThere(_)) {
                let heard = people.map(|people| RightView::Heard { people });
                view.rights.extend(heard);
            }
            // Who may not have it, and why, is said as the line says it; it cannot be held any more.
            let said = view.objection.take();
            let said = said.filter(|_| matches!(refusal, Refusal::HeardThere(_)));
            let objection = said.unwrap_or_else(|| refused(&refusal, &pack.clauses));
            view.ready = false;
            view.objection = Some(Objection {
                holds: false,
                ..objection
            });
        }
    }
    Ok(view)
}

/// The move itself, of a meeting that nobody keeps.
fn tried(live: &Live, form: &ConversionForm, at: At) -> Result<(), Refusal> {
    let asked = ConvertLineForm {
        line: form.line,
        text: form.text.clone(),
        struck: form.struck,
        chair_did: String::new(),
    };
    let asked = Asked::of(live.meeting.proceedings(), &live.pack, &asked);
    let converting = asked.map_err(|_| Refusal::NothingWritten)?;
    let converting = converting.converting(Uuid::nil());
    let hand = Hand {
        by: String::new(),
        at,
    };
    let mut meeting = live.meeting.clone();
    let made = match &mut meeting {
        Meeting::InSession(m) => m.convert(&converting, &hand, &live.pack, &live.on_file),
        other => {
            let closed = other.closed_mut()?;
            closed.convert(&converting, &hand, &live.pack, &live.on_file)
        }
    };
    made.map(|_| ())
}

/// As the capture line would read it: agency, kind, whether it is a judgement, from whom and of whom.
pub(super) fn said_as(i: &ItemParts, pack: &Pack) -> Option<String> {
    let said_here = i.speaker().is_some() && i.chair_did.is_none();
    let team = pack.team(&i.team).filter(|_| said_here)?;
    let kind = pack.kind(&i.kind)?;
    let mut said = format!("{} {}", team.capture_key, kind.capture_key);
    if let Source::ThirdParty(owner) = &i.source {
        said.push_str(&format!(" from:{}", typed(owner, pack)));
    }
    if let Some(about) = i.about {
        said.push_str(match about {
            SubjectCategory::Convicted => " about:convicted",
            SubjectCategory::Suspect => " about:suspect",
            SubjectCategory::Victim => " about:victim",
            SubjectCategory::Witness => " about:witness",
        });
    }
    if i.basis == Basis::ProfessionalJudgement {
        said.push_str(" j:");
    }
    Some(said)
}

/// The same of an action: many read it who never heard the note, so of what was shared alone.
pub(super) fn as_action(i: &ItemParts, pack: &Pack) -> Option<String> {
    let key = pack.team(&i.team).map_or("", |team| &team.capture_key);
    (i.standing == Standing::Shared).then(|| format!("> {key}"))
}

/// The note that an action was; of one that was none its agency, and the kind is to be said.
pub(super) fn as_note(a: &Action, p: &Proceedings, pack: &Pack) -> String {
    let was = p.note_of(Line::Action(a.id));
    let was = was.and_then(|was| said_as(was, pack));
    let agency = || {
        pack.team(&a.owner.team)
            .map(|team| team.capture_key.clone())
    };
    was.or_else(agency).unwrap_or_default()
}

/// An owner as one would type it behind the label, which holds no space.
fn typed(owner: &Owner, pack: &Pack) -> String {
    let key = |team: &TeamKey| pack.team(team).map(|team| team.capture_key.clone());
    match owner {
        Owner::Team(team) => key(team).unwrap_or_else(|| team.to_string()),
        Owner::Organisation(organisation) => organisation.to_string(),
        Owner::Group(group) => group.to_string(),
        Owner::Guest(name) => name.split(' ').next().unwrap_or_default().to_owned(),
    }
}
