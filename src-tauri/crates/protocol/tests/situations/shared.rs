//! What is shared, as a row says it: agency, kind, and what else is said of it.

use crate::papers::{kind, team};
use protocol::grounds::Owner;
use protocol::ids::{ConditionKey, GroupKey, PowerKey, PurposeKey, TeamKey};
use protocol::pack::Pack;
use protocol::sharing::{GroundTaken, Proposal, Regime, Source, SubjectCategory};
use protocol::trade::Basis;
use protocol::words::Words;

/// A proposal, and what a room must be like for it.
pub struct Said {
    pub proposal: Proposal,
    /// Whether the guest agency that speaks is statutory.
    pub statutory: bool,
    pub without_authority: bool,
    pub left_out: bool,
    /// The ground that the chair takes for it.
    pub taken: Option<GroundTaken>,
    /// What happens to it afterwards.
    pub then: Vec<String>,
}

impl Said {
    /// Somebody of an agency sits there, of whom a row says nothing more.
    pub fn of(proposal: Proposal) -> Self {
        Self {
            proposal,
            statutory: false,
            without_authority: false,
            left_out: false,
            taken: None,
            then: Vec::new(),
        }
    }
}

pub fn read(cell: &str, pack: &Pack) -> Said {
    let mut parts = cell.split(';').map(str::trim);
    let head = parts.next().expect("an agency and a kind");
    let (by, what) = head.rsplit_once(' ').expect("an agency and a kind");
    let (by, statutory) = match by.strip_prefix("statutory ") {
        Some(guest) => (guest, true),
        None => (by, false),
    };
    let by = match by.strip_prefix("guest ") {
        Some(name) => TeamKey::of_guest(name),
        None => team(by, pack),
    };
    let words = Words::new("what was said");
    let proposal = Proposal::of(by, kind(what, pack), Basis::Fact, words);
    let mut said = Said {
        statutory,
        ..Said::of(proposal)
    };
    parts.for_each(|part| also(part, &mut said, pack));
    said
}

fn also(part: &str, said: &mut Said, pack: &Pack) {
    let p = &mut said.proposal;
    match part.split_once(' ').unwrap_or((part, "")) {
        ("to", purpose) => p.purpose = Some(PurposeKey::new(purpose)),
        ("under", power) => p.power = Some(PowerKey::new(power)),
        ("from", owner) => p.source = Source::ThirdParty(owner_of(owner, pack)),
        ("about", who) => {
            p.about = Some(match who {
                "a victim" => SubjectCategory::Victim,
                "a witness" => SubjectCategory::Witness,
                "a suspect" => SubjectCategory::Suspect,
                "somebody convicted" => SubjectCategory::Convicted,
                other => panic!("about whom? {other}"),
            });
        }
        ("for", "advice") => p.for_advice = true,
        ("as", "judgement") => p.basis = Basis::ProfessionalJudgement,
        ("without", "authority") => said.without_authority = true,
        ("saying", "nothing") => p.words = Words::new(" "),
        ("saying", words) => p.words = Words::new(words),
        ("leaving", "them out") => said.left_out = true,
        ("taken", ground) => said.taken = Some(taken(ground)),
        ("then", step) => said.then.push(step.to_owned()),
        other => panic!("what is {other:?}?"),
    }
}

/// What the chair takes, as "to support under cda-s17", with a reason unless the row says none.
fn taken(ground: &str) -> GroundTaken {
    let (ground, reason) = match ground.strip_suffix(" without a reason") {
        Some(ground) => (ground, " "),
        None => (ground, "the risk at home"),
    };
    let (ground, condition) = match ground.split_once(" on condition ") {
        Some((ground, condition)) => (ground, Some(ConditionKey::new(condition))),
        None => (ground, None),
    };
    let (ground, regime) = match ground.split_once(" as ") {
        Some((ground, "general law")) => (ground, Some(Regime::General)),
        Some((ground, "law enforcement")) => (ground, Some(Regime::LawEnforcement)),
        Some((_, other)) => panic!("which law is {other}?"),
        None => (ground, None),
    };
    let ground = ground.strip_prefix("to ").expect("a purpose");
    let (purpose, power) = ground.split_once(" under ").expect("a power");
    GroundTaken {
        purpose: PurposeKey::new(purpose),
        power: PowerKey::new(power),
        because: Words::new(reason),
        regime,
        condition,
    }
}

/// An owner, as "dip", "group asb-group", "organisation council" or "guest Night Shelter".
pub fn owner_of(text: &str, pack: &Pack) -> Owner {
    match text.split_once(' ') {
        Some(("group", key)) => Owner::Group(GroupKey::new(key)),
        Some(("organisation", key)) => {
            Owner::Organisation(protocol::ids::OrganisationKey::new(key))
        }
        Some(("guest", name)) => Owner::Guest(name.to_owned()),
        _ => Owner::Team(team(text, pack)),
    }
}
