//! What is on file, as a row says it: "waiver: test, treat → wel (withdrawn)".

use crate::room::{AT, CASE, MEETING, at, id};
use crate::shared::owner_of;
use protocol::cases::{Flags, Told};
use protocol::grounds::*;
use protocol::ids::*;
use protocol::pack::Pack;
use protocol::refusal::Refusal;
use protocol::sharing::Regime;
use protocol::words::Words;

/// A sentence of the cell, taken apart.
struct Paper<'a> {
    head: &'a str,
    kinds: &'a str,
    to: &'a str,
    says: Vec<&'a str>,
}

fn taken_apart(text: &str) -> Paper<'_> {
    let (text, says) = text
        .split_once('(')
        .map_or((text, ""), |(a, b)| (a, b.trim_end_matches(')')));
    let (head, rest) = text.split_once(':').unwrap_or((text, ""));
    let (kinds, to) = rest.split_once('→').unwrap_or((rest, ""));
    let says = says
        .split(',')
        .map(str::trim)
        .filter(|word| !word.is_empty());
    Paper {
        head: head.trim(),
        kinds: kinds.trim(),
        to: to.trim(),
        says: says.collect(),
    }
}

/// Everything on file, or what the constructor of a paper refused.
pub fn on_file(sentences: &[String], sharing: &TeamKey, pack: &Pack) -> Result<OnFile, Refusal> {
    let mut file = OnFile::default();
    for sentence in sentences {
        let paper = taken_apart(sentence);
        add(&paper, sharing, pack, &mut file)?;
    }
    Ok(file)
}

fn add(p: &Paper<'_>, sharing: &TeamKey, pack: &Pack, file: &mut OnFile) -> Result<(), Refusal> {
    let n = 1 + (file.consents.len() + file.authorities.len()) as u128;
    match p.head.split_once(" of ").unwrap_or((p.head, "")) {
        ("waiver" | "consent" | "victim's consent", _) => file.consents.push(consent(p, n, pack)?),
        ("authority", role) => file.authorities.push(authority(p, role, n, sharing, pack)?),
        ("permission", from) => file.permissions.push(permission(p, from, pack)?),
        ("objection", _) => file.restrictions.push(objection(p, pack)),
        ("choice", power) => file.choices.push(choice(p, power, pack)?),
        ("advice", _) => file.advice.push(advice(p.kinds)),
        ("flag" | "told", _) => {}
        other => panic!("what is {other:?} on file?"),
    }
    Ok(())
}

impl Paper<'_> {
    fn meeting(&self) -> MeetingId {
        let last_month = self.says("last month");
        MeetingId(id(if last_month { 77 } else { MEETING }))
    }

    fn says(&self, word: &str) -> bool {
        self.says.contains(&word)
    }

    fn after(&self, word: &str) -> Option<&str> {
        self.says
            .iter()
            .find_map(|said| said.strip_prefix(word).map(str::trim))
    }

    fn kinds(&self, pack: &Pack) -> Vec<KindKey> {
        if self.kinds == "everything" {
            return pack.kinds.iter().map(|k| k.key.clone()).collect();
        }
        let named = self
            .kinds
            .split(',')
            .map(str::trim)
            .filter(|k| !k.is_empty());
        named.map(|key| kind(key, pack)).collect()
    }

    fn recipients(&self, pack: &Pack) -> Vec<Addressee> {
        let named = self.to.split(',').map(str::trim).filter(|k| !k.is_empty());
        named.map(|one| addressee(one, pack)).collect()
    }

    /// The use that is named, or the one that the pack proposes for these kinds.
    fn purposes(&self, pack: &Pack) -> Vec<PurposeKey> {
        if let Some(only) = self.after("only to") {
            return vec![PurposeKey::new(only)];
        }
        if self.says("for anything") {
            return pack.purposes.iter().map(|p| p.key.clone()).collect();
        }
        let kinds = self.kinds(pack);
        let kinds = kinds.iter().filter_map(|key| pack.kind(key));
        let all = kinds.flat_map(|kind| {
            let rules = [&pack.meetings.odoc, &pack.meetings.dip_case_review];
            let usual = rules.map(|rules| rules.default_purpose.clone());
            kind.purpose
                .clone()
                .map_or_else(|| usual.to_vec(), |own| vec![own])
        });
        all.collect()
    }

    fn scope(&self, pack: &Pack) -> Result<Scope, Refusal> {
        Scope::of(self.kinds(pack), self.recipients(pack), self.purposes(pack))
    }

    fn withdrawn(&self) -> Option<Withdrawal> {
        let when = [
            ("withdrawn", -10),
            ("withdrawn later", 60),
            ("withdrawn since", -2),
        ];
        let when = when.iter().find(|(word, _)| self.says(word));
        let when = at(when?.1);
        Some(Withdrawal {
            at: when,
            told_by: "the person".into(),
            noted_by: "the minute-taker".into(),
            note: None,
        })
    }
}

fn consent(p: &Paper<'_>, n: u128, pack: &Pack) -> Result<Consent, Refusal> {
    let day = |word| p.after(word).map(|day| day.parse().expect("a day"));
    let given = ConsentParts {
        id: ConsentId(id(n)),
        case: CaseId(id(if p.says("another case") { 99 } else { CASE })),
        sort: match p.head {
            "waiver" => ConsentSort::Waiver,
            _ => ConsentSort::Consent,
        },
        whose: match p.head {
            "victim's consent" => Whose::Victim(p.after("of").unwrap_or("Invented Victim").into()),
            _ => Whose::Subject,
        },
        scope: p.scope(pack)?,
        given: day("given").unwrap_or("2026-09-01".parse().expect("a day")),
        entered: None,
        expires: day("until"),
        how: match p.says("oral") {
            true => HowGiven::Orally,
            false => HowGiven::InWriting,
        },
        explicit: !p.says("not explicit"),
        consequences_understood: !p.says("not understood"),
        freely_given: !p.says("not free"),
        taken_by: "Invented Worker".into(),
        evidence: None,
        withdrawn: None,
    };
    let mut consent = Consent::given(given, at(0).date_naive(), pack)?;
    if let Some(withdrawal) = p.withdrawn() {
        consent.withdraw(withdrawal)?;
    }
    Ok(consent)
}

fn authority(
    p: &Paper<'_>,
    role: &str,
    n: u128,
    sharing: &TeamKey,
    pack: &Pack,
) -> Result<Authority, Refusal> {
    let (role, organisation) = role
        .split_once(" at ")
        .map_or((role, None), |(a, b)| (a, Some(b)));
    let parts = AuthorityParts {
        id: AuthorityId(id(n)),
        case: CaseId(id(CASE)),
        scope: p.scope(pack)?,
        what: Words::new(if p.says("not said what") {
            ""
        } else {
            "the last results"
        }),
        by: Grantor {
            name: "Invented Leader".into(),
            role: RoleKey::new(role),
            organisation: organisation.map(OrganisationKey::new),
        },
        at: if p.says("given later") {
            at(60)
        } else {
            at(-5)
        },
        meeting: p.meeting(),
        withdrawn: p.withdrawn(),
    };
    // What an earlier pack let in is read back as it was, and weighed by today's.
    if p.says("under an earlier pack") {
        return Ok(Authority::restored(parts));
    }
    Authority::given(parts, sharing, pack)
}

fn permission(p: &Paper<'_>, from: &str, pack: &Pack) -> Result<Permission, Refusal> {
    Permission::given(PermissionParts {
        id: PermissionId(id(70)),
        case: (!p.says("outside every case")).then_some(CaseId(id(CASE))),
        kinds: Several::of(p.kinds(pack)).ok_or(Refusal::ScopeNamesNothing)?,
        recipients: Several::of(p.recipients(pack)).ok_or(Refusal::ScopeNamesNothing)?,
        from: match from {
            "the person" => PermissionFrom::Subject,
            owner => PermissionFrom::Owner(owner_of(owner, pack)),
        },
        given_by: Words::new(if p.says("by nobody") {
            ""
        } else {
            "Invented Owner"
        }),
        meeting: p.meeting(),
        at: at(-5),
        evidence: None,
        withdrawn: p.withdrawn(),
    })
}

fn objection(p: &Paper<'_>, pack: &Pack) -> Restriction {
    let kinds = || Several::of(p.kinds(pack)).expect("kinds are named");
    let to = || Several::of(p.recipients(pack)).expect("recipients are named");
    let lifted = p.says("lifted").then(|| Withdrawal {
        at: at(-10),
        told_by: "the controller".into(),
        noted_by: "the chair".into(),
        note: None,
    });
    Restriction {
        id: RestrictionId(id(60)),
        case: CaseId(id(CASE)),
        kinds: match p.kinds {
            "everything" => Reach::Every,
            _ => Reach::Only(kinds()),
        },
        recipients: match p.to {
            "everyone" => Reach::Every,
            _ => Reach::Only(to()),
        },
        received: None,
        entered: None,
        upheld: p
            .after("from")
            .map_or("2026-10-01", |day| day)
            .parse()
            .expect("a day"),
        decided_by: "Invented Officer".into(),
        reason: "the objection".into(),
        lifted,
    }
}

fn choice(p: &Paper<'_>, power: &str, pack: &Pack) -> Result<ChairChoice, Refusal> {
    let parts = ChairChoiceParts {
        id: ChoiceId(id(50)),
        case: CaseId(id(CASE)),
        meeting: MeetingId(id(if p.says("last month") { 77 } else { MEETING })),
        kinds: Several::of(p.kinds(pack)).ok_or(Refusal::ScopeNamesNothing)?,
        recipients: Several::of(p.recipients(pack)).ok_or(Refusal::ScopeNamesNothing)?,
        power: PowerKey::new(power),
        regime: match (p.says("law enforcement"), p.says("general law")) {
            (true, _) => Some(Regime::LawEnforcement),
            (_, true) => Some(Regime::General),
            _ => None,
        },
        because: Words::new(if p.says("no reason") {
            ""
        } else {
            "the risk at home"
        }),
        chosen_by: AttendanceId(id(100)),
        at: at(-5),
        withdrawn: p.says("undone").then(|| Withdrawal {
            at: at(-1),
            told_by: "the chair".into(),
            noted_by: "the minute-taker".into(),
            note: None,
        }),
    };
    ChairChoice::made(parts, pack)
}

fn advice(says: &str) -> LegalAdvice {
    let outcome = |may_be_shared| AdviceOutcome {
        at: at(-2),
        may_be_shared,
        advice: "as advised".into(),
        given_by: "Invented Solicitor".into(),
    };
    LegalAdvice {
        id: AdviceId(id(40)),
        case: CaseId(id(CASE)),
        item: ItemId(id(AT)),
        asked_of: "Invented Head".into(),
        asked_at: at(-20),
        question: "may this be said?".into(),
        outcome: match says {
            "awaited" => None,
            "may be shared" => Some(outcome(true)),
            "against" => Some(outcome(false)),
            other => panic!("what advice is {other}?"),
        },
    }
}

/// The flags of the case, and whether the chair goes on with it.
pub fn flags(sentences: &[String]) -> (Flags, bool, bool, bool) {
    let mut flags = Flags::default();
    let (mut young, mut goes_on, mut since) = (false, false, false);
    for paper in sentences
        .iter()
        .map(|s| taken_apart(s))
        .filter(|p| p.head == "flag")
    {
        match paper.kinds {
            "MAPPA" => flags.mappa = true,
            "child protection" => flags.child_protection = true,
            "under 18" => young = true,
            other => panic!("which flag is {other}?"),
        }
        goes_on |= paper.says("the chair goes on");
        since |= paper.says("since the agenda");
    }
    (flags, young, goes_on, since)
}

/// Whether the person knows.
pub fn told(sentences: &[String]) -> Told {
    let paper = sentences
        .iter()
        .map(|s| taken_apart(s))
        .find(|p| p.head == "told");
    let Some(paper) = paper else {
        return Told::Told;
    };
    let unless = |word: &str, text: &str| match paper.says(word) {
        true => String::new(),
        false => text.to_owned(),
    };
    match paper.kinds {
        "agreed" => Told::Agreed,
        "neither" => Told::Neither {
            reason: unless("no reason", "it would end the enquiry").into(),
            ground: unless("no ground", "Schedule 2, paragraph 2"),
            decided_by: unless("nobody decided", "Invented Head"),
        },
        other => panic!("told what? {other}"),
    }
}

pub fn team(key: &str, pack: &Pack) -> TeamKey {
    let found = pack.teams.iter().find(|team| team.capture_key == key);
    found.unwrap_or_else(|| panic!("no team {key}")).key.clone()
}

pub fn kind(key: &str, pack: &Pack) -> KindKey {
    let found = pack.kinds.iter().find(|kind| kind.capture_key == key);
    found.map_or_else(|| KindKey::new(key), |kind| kind.key.clone())
}

fn addressee(one: &str, pack: &Pack) -> Addressee {
    match one.split_once(' ') {
        Some(("guest", name)) => Addressee::Guest(name.to_owned()),
        Some(("organisation", key)) => Addressee::Organisation(OrganisationKey::new(key)),
        _ => Addressee::Team(team(one, pack)),
    }
}
