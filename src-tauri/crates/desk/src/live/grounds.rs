//! On what ground a line stands: another one taken by the chair before it is recorded, and all of it read afterwards.

use super::conditions;
use super::forms::LineForm;
use super::ground_forms::{
    ChosenRow, GroundChoicesView, GroundRow, JudgeRow, LineGroundForm, LineGroundView, RegimeView,
    RestsView, TakeGroundForm,
};
use super::half_typed::left_by_the_line;
use super::line_rows::Wording;
use super::proposing::{proposal, understand};
use super::reading::view;
use super::until_view::against;
use super::views::MeetingView;
use crate::cases::Choice;
use crate::ending::live_or_closed;
use crate::faults::Faults;
use crate::problem::Problem;
use crate::session::{Desk, Live};
use protocol::grounds::{OnFile, PermissionFrom, Whose};
use protocol::ids::{
    AttendanceId, AuthorityId, ChoiceId, ConditionKey, PermissionId, PowerKey, PurposeKey,
};
use protocol::pack::Pack;
use protocol::refusal::Refusal;
use protocol::sharing::{
    Answer, Assessment, Footing, Ground, GroundTaken, ItemParts, Judgement, Proposal,
};
use protocol::words::Words;
use record::EntryKind;
use std::collections::BTreeSet;

/// What the chair may take for the line as it stands.
pub(crate) fn ground_choices(
    desk: &mut Desk,
    form: LineForm,
) -> Result<GroundChoicesView, Problem> {
    let live = desk.live()?;
    let (pack, p) = (&live.pack, live.meeting.proceedings());
    let proposal = proposed(live, &form.line)?;
    let offered = p.grounds_offered(&proposal, desk.now(), pack, &live.on_file)?;
    let choice = |key: &str, name: Option<&String>| Choice {
        key: key.to_owned(),
        name: name.map_or(key, |name| name).to_owned(),
    };
    let purposes = offered.purposes.iter();
    let powers = offered.powers.iter();
    let proposed = p.assess_together(&proposal, desk.now(), pack, &live.on_file)?;
    Ok(GroundChoicesView {
        purposes: purposes
            .map(|key| choice(key.as_str(), pack.purpose(key).map(|one| &one.name)))
            .collect(),
        powers: powers
            .map(|key| choice(key.as_str(), pack.power(key).map(|one| &one.name)))
            .collect(),
        regime: law_proposed(&proposed),
        conditions: conditions::choices(&offered.conditions, pack),
        condition: conditions::proposed(&proposed, pack),
    })
}

/// Records the line on the ground that the chair takes for it, in the one entry that takes it out of the box.
pub(crate) fn take_ground(desk: &mut Desk, form: TakeGroundForm) -> Result<MeetingView, Problem> {
    let mut faults = Faults::default();
    let because = Words::new(faults.text("because", &form.because));
    for (field, key) in [("purpose", &form.purpose), ("power", &form.power)] {
        if key.trim().is_empty() {
            faults.code(field, "missing");
        }
    }
    faults.none()?;
    let live = desk.live()?;
    let proposal = proposed(live, &form.line)?;
    let p = live.meeting.proceedings();
    let about = p.case_at(p.place);
    let taken = GroundTaken {
        purpose: PurposeKey::new(form.purpose.trim()),
        power: PowerKey::new(form.power.trim()),
        regime: form.regime.map(Into::into),
        condition: some_key(form.condition.as_deref()).map(ConditionKey::new),
        because,
    };
    let entered = left_by_the_line(desk, p.id)?;
    desk.in_meeting_along(
        EntryKind::ItemOnGround,
        about,
        Some(&entered),
        |mut meeting, m| {
            let session = meeting.in_session_mut()?;
            session.record_on_ground(&proposal, taken, m.fresh, m.at, m.pack, m.on_file)?;
            Ok(meeting)
        },
    )?;
    view(desk)
}

fn some_key(key: Option<&str>) -> Option<&str> {
    key.map(str::trim).filter(|key| !key.is_empty())
}

/// The law that is proposed, where it is one for everybody who hears it.
fn law_proposed(assessment: &Assessment) -> Option<RegimeView> {
    let mut laws = assessment
        .parts()
        .receipts
        .iter()
        .filter_map(|receipt| match &receipt.answer {
            Answer::Permitted(ground) => Some(ground.regime),
            Answer::Held(..) | Answer::Refused(..) => None,
        });
    let first = laws.next()?;
    laws.all(|other| other == first).then(|| first.into())
}

fn proposed(live: &Live, line: &str) -> Result<Proposal, Refusal> {
    let (p, pack) = (live.meeting.proceedings(), &live.pack);
    let understood = understand(p, pack, line).understood;
    proposal(p, pack, &understood).ok_or(Refusal::NothingWritten)
}

/// All that the weighing found of a line when it was said, one step away from it.
pub(crate) fn line_ground(
    desk: &mut Desk,
    form: LineGroundForm,
) -> Result<LineGroundView, Problem> {
    let seen = live_or_closed(desk, form.meeting)?;
    let items = seen.meeting.proceedings().items.iter();
    let mut items = items.map(|item| item.parts());
    let item = items.find(|item| item.id == form.item);
    let item = item.ok_or(Refusal::NoSuchLine)?;
    Ok(ground_of(item, &seen))
}

fn ground_of(item: &ItemParts, live: &Live) -> LineGroundView {
    let (wording, pack) = (Wording::of(live), &live.pack);
    let chosen = item.chosen.as_ref().map(|chosen| ChosenRow {
        by: wording.person(chosen.by),
        because: chosen.because.as_str().to_owned(),
        regime: chosen.regime.map(Into::into),
        condition: chosen
            .condition
            .as_ref()
            .map(|key| conditions::short(key, pack)),
    });
    let here = item.receipts.iter();
    let here = here.map(|r| (wording.person(r.attendance), &r.answer));
    let outside = item.pending.iter();
    let outside = outside.map(|p| (p.to.named.clone(), &p.answer));
    let mut grounds: Vec<GroundRow> = Vec::new();
    for (name, answer) in here.chain(outside) {
        let row = row(answer, pack, &live.on_file);
        match grounds.iter_mut().find(|known| is_same(known, &row)) {
            Some(known) => known.names.push(name),
            None => grounds.push(GroundRow {
                names: vec![name],
                ..row
            }),
        }
    }
    LineGroundView {
        purpose: wording.purpose(&item.purpose),
        power: wording.power(&item.power),
        chosen,
        judged_by: judged_by(item, &wording, live),
        judged_throughout: item.is_judged_throughout(),
        answers: match item.speaker() {
            Some(speaker) => wording.person(speaker),
            None => pack.team_called(&item.team),
        },
        rules: pack.version.clone(),
        sensitive: pack
            .kind(&item.kind)
            .and_then(|kind| kind.sensitivity)
            .map(Into::into),
        about: item.about.map(Into::into),
        notes: item.notes.iter().map(|note| (*note).into()).collect(),
        grounds,
    }
}

/// Each person once, in whatever they judged.
fn judged_by(item: &ItemParts, wording: &Wording<'_>, live: &Live) -> Vec<JudgeRow> {
    let (pack, on_file) = (&live.pack, &live.on_file);
    let chair = |who: Option<AttendanceId>| JudgeRow {
        name: who.map(|who| wording.person(who)).unwrap_or_default(),
        chaired: true,
    };
    let judge = |one: Judgement| match one {
        Judgement::Taken(by) => chair(Some(by)),
        Judgement::Choice(id) => {
            let mut choices = on_file.choices.iter().map(|c| c.parts());
            chair(choices.find(|c| c.id == id).map(|c| c.chosen_by))
        }
        Judgement::Authority(id) => JudgeRow {
            name: authority(id, pack, on_file),
            chaired: false,
        },
    };
    let rows: BTreeSet<JudgeRow> = item.judgements().into_iter().map(judge).collect();
    rows.into_iter().collect()
}

fn is_same(one: &GroundRow, other: &GroundRow) -> bool {
    let names = one.names.clone();
    *one == GroundRow {
        names,
        ..other.clone()
    }
}

/// A recipient's row, before anybody's name stands in it.
fn row(answer: &Answer, pack: &Pack, on_file: &OnFile) -> GroundRow {
    let ground = match answer {
        Answer::Permitted(ground) => Some(ground),
        Answer::Held(..) | Answer::Refused(..) => None,
    };
    let against = against(answer);
    let clause = ground.map(|g| g.clause.to_string());
    let power = ground.and_then(|g| g.power.as_ref());
    let condition = ground.and_then(|g| g.condition.as_ref());
    GroundRow {
        names: Vec::new(),
        rests: rests(ground),
        victim: ground.and_then(|g| victim(g, on_file)),
        power: power.map(|key| {
            let power = pack.power(key);
            power.map_or_else(|| key.to_string(), |one| one.short.clone())
        }),
        condition: condition.map(|key| conditions::short(key, pack)),
        policy: condition
            .and_then(|key| pack.condition(key))
            .and_then(conditions::policy),
        regime: ground.map(|g| g.regime.into()),
        authority: ground
            .and_then(|g| g.authority)
            .map(|id| authority(id, pack, on_file)),
        permission: ground
            .and_then(|g| g.permission)
            .map(|id| permission(id, pack, on_file)),
        because: ground.and_then(|g| because(g, on_file)),
        against: against.map(|(what, _)| what),
        clause: clause
            .or_else(|| against.map(|(_, clause)| clause.to_string()))
            .unwrap_or_default(),
    }
}

/// The victim on whose consent it rests, by name.
pub(super) fn victim(ground: &Ground, on_file: &OnFile) -> Option<String> {
    let Footing::Consent(id) = ground.footing else {
        return None;
    };
    let paper = on_file.consents.iter().find(|c| c.parts().id == id)?;
    match &paper.parts().whose {
        Whose::Victim(name) => Some(name.as_str().to_owned()),
        Whose::Subject => None,
    }
}

fn rests(ground: Option<&Ground>) -> RestsView {
    match ground.map(|ground| ground.footing) {
        None => RestsView::Nothing,
        Some(Footing::Power) => RestsView::Power,
        Some(Footing::ChosenPower(_)) => RestsView::ChosenPower,
        Some(Footing::Consent(_)) => RestsView::Consent,
    }
}

/// A manager's name and role; a paper that has been erased says nothing.
fn authority(id: AuthorityId, pack: &Pack, on_file: &OnFile) -> String {
    let paper = on_file.authorities.iter().find(|a| a.parts().id == id);
    let by = paper.map(|a| &a.parts().by);
    by.map_or_else(String::new, |by| {
        format!("{}, {}", by.name.as_str(), pack.role_called(&by.role))
    })
}

fn permission(id: PermissionId, pack: &Pack, on_file: &OnFile) -> String {
    let paper = on_file.permissions.iter().find(|p| p.parts().id == id);
    let parts = paper.map(|p| p.parts());
    parts.map_or_else(String::new, |parts| {
        let by = parts.given_by.as_str();
        match &parts.from {
            PermissionFrom::Owner(owner) => format!("{by}, {}", owner.called(pack)),
            PermissionFrom::Subject => by.to_owned(),
        }
    })
}

fn because(ground: &Ground, on_file: &OnFile) -> Option<String> {
    let Footing::ChosenPower(id) = ground.footing else {
        return None;
    };
    let of = |id: ChoiceId| on_file.choices.iter().find(move |c| c.parts().id == id);
    of(id).map(|choice| choice.parts().because.as_str().to_owned())
}
