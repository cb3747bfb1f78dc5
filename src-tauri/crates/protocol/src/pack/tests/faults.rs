use crate::pack::{DEFAULT, Fault, FaultKind, Fragment, Pack, Register, SensitiveCategory, Shape};
use crate::sharing::Regime;

use super::default_pack::default_pack;

/// A pack with one thing changed, and the line that the change stands on.
struct Broken {
    text: String,
    line: usize,
}

/// Replaces the first `what` after `after`; the fault is expected on that line, or `further` lines down.
fn broken(after: &str, what: &str, with: &str, further: usize) -> Broken {
    let from = DEFAULT
        .find(after)
        .unwrap_or_else(|| panic!("no {after:?} in the default pack"));
    let at = from
        + DEFAULT[from..]
            .find(what)
            .unwrap_or_else(|| panic!("no {what:?}"));
    let text = format!("{}{with}{}", &DEFAULT[..at], &DEFAULT[at + what.len()..]);
    Broken {
        line: line_of(at) + further,
        text,
    }
}

fn line_of(at: usize) -> usize {
    DEFAULT[..at].matches('\n').count() + 1
}

fn faults(text: &str) -> Vec<Fault> {
    Pack::read(text).err().unwrap_or_default()
}

fn field(name: &str) -> String {
    name.to_owned()
}

type Case = (&'static str, &'static str, &'static str, usize, FaultKind);

/// After what, which text, replaced by what; how many lines further down the fault is; and the fault.
#[rustfmt::skip] // a table, one fault a row
fn table() -> Vec<Case> {
    use FaultKind::*;
    let no_such = |register, key: &str| NoSuchKey { register, key: field(key) };
    vec![
        ("[law]", "name =", "naem = 1\nname =", 0, UnknownField { field: field("naem") }),
        ("[law]", "[law]", "[lore]\na = 1\n\n[law]", 0, UnknownField { field: field("lore") }),
        ("[law]", "\"2026-11-01\"", "\"2026-02-30\"", 0,
            NotADate { field: field("as_at"), found: field("2026-02-30") }),
        ("[law]", "name = \"UK GDPR", "name = \" \" # \"UK", 0, Blank { field: field("name") }),
        ("[law]", "name = \"UK GDPR", "name = 7 # \"UK", 0,
            WrongShape { field: field("name"), wanted: Shape::Text }),
        ("review_due", "\"2027-05-01\"", "\"2026-10-31\"", 0, ReviewBeforeDate),
        ("[limits]", "objection_days = 21", "objection_days = 0", 0,
            OutOfRange { field: field("objection_days"), found: 0, least: 1, most: 366 }),
        ("[formats]", "[\"M\", \"F\"]", "[]", 0,
            Blank { field: field("genders") }),
        ("[limits]", "breach_hours = 72", "breach_hours = -1", 0,
            OutOfRange { field: field("breach_hours"), found: -1, least: 1, most: 72 }),
        ("[limits]", "folder_months = 3", "folder_months = \"3\"", 0,
            WrongShape { field: field("folder_months"), wanted: Shape::WholeNumber }),
        ("[[organisations]]", "statutory = true", "statutory = \"yes\"", 0,
            WrongShape { field: field("statutory"), wanted: Shape::Flag }),
        ("key = \"police\"", "key = \"police\"", "key = \"Police Force\"", 0,
            NotAKey { found: field("Police Force") }),
        ("capture_key = \"prob\"", "organisation = \"council\"", "organisation = \"bank\"", 0,
            no_such(Register::Organisation, "bank")),
        ("capture_key = \"prob\"", "capture_key = \"prob\"", "capture_key = \"p\"", 0,
            NotACaptureKey { found: field("p") }),
        ("capture_key = \"prob\"", "capture_key = \"prob\"", "capture_key = \"Prob\"", 0,
            NotACaptureKey { found: field("Prob") }),
        ("capture_key = \"intel\"", "capture_key = \"intel\"", "capture_key = \"intell\"", 0,
            NotACaptureKey { found: field("intell") }),
        ("[[teams]]", "strand = \"enforcement\"", "strand = \"arrest\"", 0, NotOffered {
            field: field("strand"), found: field("arrest"),
            offered: ["enforcement", "disruption", "treatment", "resettlement"].map(field).into(),
        }),
        ("team = \"children\"", "team = \"children\"", "team = \"bridge\"", 0,
            TeamOfAnother { team: field("bridge") }),
        ("team = \"children\"", "team = \"children\"", "team = \"infants\"", 0,
            no_such(Register::Team, "infants")),
        ("key = \"intelligence\"", "purpose = \"manage-risk\"", "purpose = \"gossip\"", 0,
            no_such(Register::Purpose, "gossip")),
        ("key = \"intelligence\"", "meetings = [\"odoc\"]", "meetings = []", 0, NoMeeting),
        ("key = \"intelligence\"", "[\"odoc\"]", "[\"odoc\", \"odoc\"]", 0,
            EntryTwice { field: field("meetings"), found: field("odoc") }),
        ("[matrix.holds]", "intelligence =", "hearsay =", 0, no_such(Register::Kind, "hearsay")),
        ("[matrix.holds]", "intelligence = [\"police\"]", "intelligence = [\n\"plod\"]", 1,
            no_such(Register::Team, "plod")),
        ("[matrix.holds]", "intelligence = [\"police\"]", "intelligence = true", 0,
            WrongShape { field: field("intelligence"), wanted: Shape::List }),
        ("[meetings.odoc]", "\"manage-risk\"", "\"gossip\"", 0,
            no_such(Register::Purpose, "gossip")),
        ("[meetings.odoc]", "\"cda-s115\"", "\"cda-s116\"", 0,
            no_such(Register::Power, "cda-s116")),
        ("[meetings.odoc]", "\"cda-s115\"", "\"dpa-s29\"", 0, NoGround { power: field("dpa-s29") }),
        ("[meetings.odoc]", "numbered_as = \"ODOC\"", "numbered_as = \"Case no. \"", 0,
            NotAPrefix { found: field("Case no. ") }),
        ("[meetings.odoc]", "every = \"month\"", "every = \"now and then\"", 0, NotOffered {
            field: field("every"), found: field("now and then"),
            offered: ["month", "week", "fortnight", "four_weeks", "two_months", "quarter"].map(field).into(),
        }),
        ("[meetings.odoc]", "[meetings.odoc]", "[meetings.other]", 0,
            UnknownField { field: field("other") }),
        ("[markings]", "in_force = \"OFFICIAL-SENSITIVE\"", "in_force = \"PROTECT\"", 0, NotOffered {
            field: field("in_force"), found: field("PROTECT"),
            offered: ["OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE: PERSONAL"].map(field).into(),
        }),
        ("[law]", "as_at =", "name = \"again\"\nas_at =", 0, FieldTwice),
        ("key = \"identify\"", "law_enforcement = true", "law_enforcement = 1", 0,
            WrongShape { field: field("law_enforcement"), wanted: Shape::Flag }),
        ("key = \"health-care\"", "categories = [\"health\"]", "categories = []", 0, NoCategory),
        ("key = \"health-care\"", "regime = \"general\"", "regime = \"martial\"", 0, NotOffered {
            field: field("regime"), found: field("martial"),
            offered: ["law_enforcement", "general"].map(field).into(),
        }),
        ("key = \"asb-group\"", "meetings = [\"odoc\"]", "meetings = []", 0, NoMeeting),
        ("key = \"dip-manager\"", "key = \"dip-manager\"", "key = \"service-provider-manager\"", 0,
            KeyTwice {
                register: Register::Role, key: field("service-provider-manager"),
                first: line_of(DEFAULT.find("key = \"service-provider-manager\"").unwrap()),
            }),
        ("[ladder]", "beyond = [\"dip-manager\"]", "beyond = [\"mayor\"]", 0,
            no_such(Register::Role, "mayor")),
        ("[ladder]", "beyond = [\"dip-manager\"]", "beyond = []", 0, NobodyAuthorises),
        ("capture_key = \"intel\"", "victim = false", "power = \"dpa-s29\"\nvictim = false", 0,
            NoGround { power: field("dpa-s29") }),
        ("capture_key = \"intel\"", "victim = false", "power = \"terrorism-1971\"\nvictim = false", 0,
            PowerSuperseded { power: field("terrorism-1971") }),
        ("[meetings.odoc]", "default_power = \"cda-s115\"", "default_power = \"cjcsa-2000\"", 0,
            PowerSuperseded { power: field("cjcsa-2000") }),
        ("[ladder]", "kinds = [", "kinds = [\"gossip\", ", 0, no_such(Register::Kind, "gossip")),
    ]
}

#[test]
fn each_fault_is_found_where_it_stands() {
    for (after, what, with, further, expected) in table() {
        let broken = broken(after, what, with, further);
        let found = faults(&broken.text);
        let same = found.iter().find(|fault| fault.what == expected);
        let same = same.unwrap_or_else(|| panic!("{with:?} gave {found:?}"));
        assert_eq!(same.line, broken.line, "{with:?}: {same}");
    }
}

#[test]
fn a_missing_field_is_found_where_its_table_begins() {
    let broken = broken("[law]", "as_at = \"2026-11-01\"\n", "", 0);
    let missing = FaultKind::Missing {
        field: field("as_at"),
    };
    assert_eq!(
        faults(&broken.text),
        [Fault {
            line: broken.line - 2,
            what: missing
        }]
    );
}

#[test]
fn a_missing_table_is_found() {
    let broken = broken("[limits]", "[limits]", "[limitations]", 0);
    let found: Vec<_> = faults(&broken.text)
        .into_iter()
        .map(|fault| fault.what)
        .collect();
    let missing = FaultKind::Missing {
        field: field("limits"),
    };
    assert_eq!(
        found,
        [
            missing,
            FaultKind::UnknownField {
                field: field("limitations")
            }
        ]
    );
}

#[test]
fn a_key_that_stands_twice_says_where_it_stood_first() {
    let first = line_of(DEFAULT.find("key = \"police\"").unwrap());
    let broken = broken(
        "key = \"probation\"",
        "key = \"probation\"",
        "key = \"police\"",
        0,
    );
    let (register, key) = (Register::Organisation, field("police"));
    let twice = FaultKind::KeyTwice {
        register,
        key,
        first,
    };
    assert!(faults(&broken.text).contains(&Fault {
        line: broken.line,
        what: twice
    }));
}

#[test]
fn a_capture_key_that_is_taken_says_where() {
    let first = line_of(DEFAULT.find("capture_key = \"pol\"").unwrap());
    let broken = broken("capture_key = \"prob\"", "\"prob\"", "\"pol\"", 0);
    let taken = FaultKind::CaptureKeyTwice {
        found: field("pol"),
        first,
    };
    assert_eq!(
        faults(&broken.text),
        [Fault {
            line: broken.line,
            what: taken
        }]
    );
}

#[test]
fn nothing_said_is_a_fault() {
    use Fragment::*;
    type Emptied = (Fragment, &'static str, fn(&mut Pack));
    let cases: [Emptied; 4] = [
        (Declaration, "declaration = []", |pack| {
            pack.texts.odoc.declaration.clear()
        }),
        (OpeningStatement, "opening_statement = []", |pack| {
            pack.texts.dip_case_review.opening_statement.clear();
        }),
        (Agreement, "agreement = []", |pack| {
            pack.texts.odoc.agreement.clear()
        }),
        (Paragraphs, "paragraphs = []", |pack| {
            pack.texts.odoc.agreement[3].paragraphs.clear();
        }),
    ];
    for (fragment, stands, empty) in cases {
        let mut pack = default_pack();
        empty(&mut pack);
        let text = pack.write();
        let line = text.lines().position(|line| line == stands).expect(stands) + 1;
        assert_eq!(
            faults(&text),
            [Fault {
                line,
                what: FaultKind::NothingSaid { fragment }
            }]
        );
    }
}

#[test]
fn all_faults_are_told_at_once_in_the_order_of_their_lines() {
    let text = DEFAULT
        .replace("objection_days = 21", "objection_days = 0")
        .replace("capture_key = \"dip\"", "capture_key = \"d1p\"")
        .replace(
            "default_purpose = \"work-together\"",
            "default_purpose = \"chat\"",
        )
        .replace("confirmed = false", "confirmed = \"no\"");
    let found = faults(&text);
    assert_eq!(found.len(), 4, "{found:?}");
    assert!(found.is_sorted_by_key(|fault| fault.line));
}

#[test]
fn past_a_slip_of_grammar_nothing_is_guessed() {
    let broken = broken("[law]", "name = \"UK", "name = UK\" \"", 0);
    let found = faults(&broken.text);
    assert!(!found.is_empty());
    for fault in found {
        assert!(matches!(fault.what, FaultKind::Grammar { .. }), "{fault}");
        assert_eq!(fault.line, broken.line);
    }
}

#[test]
fn a_sensitive_kind_without_a_condition_of_the_law_is_found_where_the_conditions_begin() {
    let general = "regime = \"general\"\ncategories = [\"ethnic_origin\", \"health\", \"offences\"";
    let without = general.replace("\"health\", ", "");
    let text = DEFAULT.replacen("[\"health\"]", "[\"offences\"]", 1);
    let text = text.replace(general, &without);
    let what = FaultKind::NoCondition {
        category: SensitiveCategory::Health,
        regime: Regime::General,
    };
    let line = line_of(DEFAULT.find("[[conditions]]").expect("conditions"));
    assert_eq!(faults(&text), [Fault { line, what }]);
}
