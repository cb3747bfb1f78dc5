//! The answer of a row, in a practitioner's words, held against the weighing's.

use crate::table::Row;
use protocol::ids::AttendanceId;
use protocol::pack::{Pack, Rule};
use protocol::refusal::Refusal;
use protocol::sharing::{
    Answer, Assessment, Bar, Fact, Footing, Ground, NotEnough, Note, Regime, Until,
};

/// The row says that a paper is refused, and which clause refuses it.
pub fn paper_refused(row: &Row, refusal: &Refusal, pack: &Pack) -> Result<(), String> {
    same(
        row,
        &format!("paper refused: {}", name(refusal)),
        &cited(refusal, pack),
        &[],
    )
}

/// The row says that the chair cannot take that ground, and by which clause.
pub fn not_taken(row: &Row, refusal: &Refusal, pack: &Pack) -> Result<(), String> {
    same(
        row,
        &format!("not taken: {}", name(refusal)),
        &cited(refusal, pack),
        &[],
    )
}

/// The clause of a refusal, as the table has it: a dash where the agreement says nothing of it.
fn cited(refusal: &Refusal, pack: &Pack) -> String {
    let clause = refusal.clause(&pack.clauses);
    clause.map_or_else(|| "-".to_owned(), |clause| clause.to_string())
}

/// The row says what a decision comes to, by the clause on the caseload.
pub fn decided(row: &Row, says: &str, also: &[String], pack: &Pack) -> Result<(), String> {
    same(row, says, pack.clauses.of(Rule::Caseload).as_str(), also)
}

/// Compares the whole row with what was weighed, and with what became of it afterwards.
pub fn compare(
    row: &Row,
    weighed: Result<Assessment, Refusal>,
    recipient: Option<AttendanceId>,
    pack: &Pack,
    then: Vec<String>,
) -> Result<(), String> {
    let assessment = match weighed {
        Ok(assessment) => assessment,
        Err(refusal) => {
            let says = format!("not recorded: {}", name(&refusal));
            return same(row, &says, &cited(&refusal, pack), &[]);
        }
    };
    let parts = assessment.parts();
    let mut also = notes(&assessment);
    also.push(format!("written {}", assessment.parts().words.as_str()));
    also.extend(then);
    let answer = match recipient {
        Some(who) => parts
            .receipts
            .iter()
            .find(|r| r.attendance == who)
            .map(|r| &r.answer),
        None => parts.pending.first().map(|p| &p.answer),
    };
    let Some(answer) = answer else {
        let clause = pack.clauses.of(Rule::Minimum);
        return same(row, "not a recipient", clause.as_str(), &also);
    };
    let facts = match recipient {
        Some(who) => assessment.facts_of(who),
        None => assessment.facts_outside(0),
    };
    also.extend(facts.iter().map(fact));
    also.extend(lasting(&assessment));
    let (says, clause) = match answer {
        Answer::Permitted(ground) => {
            also.extend(of_ground(ground));
            (format!("permitted by {}", footing(ground)), &ground.clause)
        }
        Answer::Held(until, clause) => (format!("held until {}", wait(*until)), clause),
        Answer::Refused(bar, clause) => (format!("refused: {}", barred(*bar)), clause),
    };
    same(row, &says, clause.as_str(), &also)
}

fn same(row: &Row, says: &str, clause: &str, also: &[String]) -> Result<(), String> {
    let [expected, more @ ..] = &row.answer[..] else {
        return Err("the row gives no answer".into());
    };
    let missing: Vec<&String> = more.iter().filter(|one| !also.contains(one)).collect();
    match expected == says && row.clause == clause && missing.is_empty() {
        true => Ok(()),
        false => Err(format!(
            "{says} ({clause}); also {also:?}; missing {missing:?}"
        )),
    }
}

fn footing(ground: &Ground) -> String {
    let power = ground.power.as_ref().map_or("", |power| power.as_str());
    match ground.footing {
        Footing::Power => format!("power {power}"),
        Footing::ChosenPower(_) => format!("the chair's choice of {power}"),
        Footing::Consent(_) => "consent".to_owned(),
    }
}

fn of_ground(ground: &Ground) -> Vec<String> {
    let mut also = vec![format!("to {}", ground.purpose)];
    also.push(match ground.regime {
        Regime::LawEnforcement => "law enforcement".to_owned(),
        Regime::General => "general law".to_owned(),
    });
    also.extend(ground.condition.as_ref().map(|c| format!("condition {c}")));
    let beside = ground.power.as_ref();
    let beside = beside.filter(|_| matches!(ground.footing, Footing::Consent(_)));
    also.extend(beside.map(|power| format!("beside it {power}")));
    also.extend(ground.authority.map(|_| "on authority".to_owned()));
    also.extend(ground.permission.map(|_| "with permission".to_owned()));
    also
}

fn notes(assessment: &Assessment) -> Vec<String> {
    let note = |note: &Note| match note {
        Note::AuthorityNotConfirmed => "authority not confirmed",
        Note::PersonNotTold => "person not told",
        Note::ThirdParty => "third party",
        Note::NotOfferedHere => "not offered here",
        Note::Sensitive => "sensitive",
        Note::HoldersNotConfirmed => "holders not confirmed",
        Note::OwnByItsWord => "own by its word",
        Note::NotInTheAgreedFormat => "not in the agreed format",
        Note::NamesSomebody => "names somebody on the agenda",
    };
    assessment
        .notes()
        .iter()
        .map(|one| note(one).to_owned())
        .collect()
}

/// What the record keeps of it: whose judgement, which basis, and what becomes of it.
fn lasting(assessment: &Assessment) -> Vec<String> {
    use protocol::sharing::{Judgement, Standing};
    use protocol::trade::Basis;
    let mut also = Vec::new();
    let judgements = assessment.parts().judgements();
    also.extend(judgements.iter().map(|one| match one {
        Judgement::Taken(_) | Judgement::Choice(_) => "judged by the chair".to_owned(),
        Judgement::Authority(_) => "judged by a manager".to_owned(),
    }));
    if !assessment.parts().is_judged_throughout() {
        also.push("answered for by whoever shares it".to_owned());
    }
    if assessment.parts().chosen.is_some() {
        also.push("taken by the chair".to_owned());
    }
    also.push(match assessment.parts().basis {
        Basis::Fact => "fact".to_owned(),
        Basis::ProfessionalJudgement => "judgement".to_owned(),
    });
    match assessment.clone().share() {
        Ok(item) => also.push(format!("reaches {}", item.recipients().count())),
        Err(_) => {
            let held = assessment.clone().hold();
            assert_eq!(held.recipients().count(), 0, "what is held reaches nobody");
            also.push("reaches 0".to_owned());
        }
    }
    if let Ok(heard) = assessment.clone().heard("the chair stopped it".into()) {
        assert_eq!(heard.parts().standing, Standing::Heard);
        assert_eq!(
            heard.recipients().count(),
            0,
            "what was heard was not shared"
        );
        also.push(format!(
            "if said: an incident heard by {}",
            heard.parts().receipts.len()
        ));
    }
    also
}

fn fact(fact: &Fact) -> String {
    match fact {
        Fact::MayAuthorise(roles) => {
            let roles: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
            format!("by {}", roles.join(" or "))
        }
        Fact::WrongManager { role, why, .. } => match why {
            NotEnough::Role => format!("{role} is not enough"),
            NotEnough::OtherService => format!("{role} of another service"),
        },
        Fact::ConsentEnded { how, .. } => format!("consent {how:?}").to_lowercase(),
        Fact::ConsentNotExplicit(_) => "consent not explicit".to_owned(),
        Fact::ConsentForAnotherUse(_) => "consent for another use".to_owned(),
        Fact::PowerDoesNotReach(power) => format!("{power} does not reach"),
        Fact::PowersOffered(powers) => {
            format!(
                "proposed {}",
                powers.first().map_or("nothing", |p| p.as_str())
            )
        }
        Fact::Owners(owners) => format!("{} may permit", owners.len()),
        Fact::LawProposed(Regime::LawEnforcement) => "law enforcement proposed".to_owned(),
        Fact::LawProposed(Regime::General) => "general law proposed".to_owned(),
        Fact::SeveralVictims(names) => format!("which of {} victims", names.len()),
        Fact::OfSomebodyElse => "of somebody else".to_owned(),
        Fact::StoppedBy(_) => "an upheld objection".to_owned(),
    }
}

fn wait(until: Until) -> &'static str {
    match until {
        Until::Admitted => "admitted",
        Until::ConsentCovers => "consent covers it",
        Until::ConsentExplicit => "consent is explicit",
        Until::VictimConsents => "the victim consents",
        Until::AuthorityWithin => "a manager authorises it inside case management",
        Until::AuthorityBeyond => "a manager authorises it beyond case management",
        Until::AnotherGroundChosen => "the chair chooses another ground",
        Until::PowerChosen => "the chair chooses a power that reaches",
        Until::OwnerPermits => "the owner or the person permits",
        Until::LegalAdvice => "legal advice has come",
        Until::ChairGoesOn => "the chair says why to go on",
        Until::ChairGoesOnUnder18 => "the chair says why to go on with somebody under 18",
        Until::ReasonNotTold => "the case says why they were not told",
    }
}

fn barred(bar: Bar) -> &'static str {
    match bar {
        Bar::Restricted => "objection upheld",
        Bar::AdvisedAgainst => "advised against",
        Bar::NoGround => "no power",
    }
}

pub fn name(refusal: &Refusal) -> String {
    match refusal {
        Refusal::BlanketConsent => "blanket".into(),
        Refusal::ConsentNotInformed => "not informed or not free".into(),
        Refusal::ScopeNamesNothing => "names nothing".into(),
        Refusal::DatesOutOfOrder => "dates out of order".into(),
        Refusal::WrongManager => "wrong manager".into(),
        Refusal::PowerIsNoGround => "no power to share by".into(),
        Refusal::PowerSuperseded => "power superseded".into(),
        Refusal::ConditionDoesNotServe => "condition does not serve".into(),
        Refusal::PowerDoesNotReach(_) => "power does not reach".into(),
        Refusal::NotPermitted(_) => "something else stands against it".into(),
        Refusal::NoSuchLine => "no such line".into(),
        Refusal::NothingDecided(_) => "nothing decided".into(),
        Refusal::NothingWritten => "nothing written".into(),
        Refusal::NotComplete(_) => "not complete".into(),
        Refusal::NotInThePack => "not in the pack".into(),
        Refusal::OriginatorNotHere => "nobody of that agency here".into(),
        Refusal::AboutAPerson => "about a person".into(),
        Refusal::NobodyReceives => "nobody would receive it".into(),
        other => format!("{other:?}"),
    }
}
