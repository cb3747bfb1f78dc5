//! Invented documents.

use documents::content::{
    Cell, Column, Document, Form, Ink, KeyValues, Leaf, Level, Section, Signature, Table, Text,
};
use documents::faces::Faces;
use documents::layout::{Pages, set};
use documents::press::{Imprint, press};
use std::path::PathBuf;

/// Names as people in the West Midlands bear them, each from a script of its own.
pub const NAMES: [&str; 12] = [
    "Siân O\u{2019}Brien-Łukasiewicz",
    "Nguyễn Thị Hương",
    "Đặng Ştefan Çağlar Öğüt",
    "Llŷr ap Gwŷn Tŵr",
    "محمد احمد خان",
    "فاطمة الزهراء بنت عبد الله",
    "شگفتہ پروین ڈھلوں",
    "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ ਢਿੱਲੋਂ",
    "শ্রীমতী রহিমা খাতুন",
    "王小明",
    "Ирина Петровна Щербакова",
    "अनिता देवी शर्मा",
];

pub fn faces() -> Faces {
    let folder = std::env::var("ODOC_FACES").expect("ODOC_FACES names the folder of typefaces");
    Faces::from_folder(folder).expect("the typefaces are there: run `make faces`")
}

pub fn document(cover: Vec<Leaf>, sections: Vec<Section>) -> Document {
    Document {
        title: "Minutes of the ODOC meeting of 12 March 2026".into(),
        language: "en-GB".into(),
        marking: "OFFICIAL-SENSITIVE".into(),
        handling: "Share only under the information sharing protocol, and only as listed inside."
            .into(),
        reference: "ODOC 2026-03".into(),
        author: "Invented Partnership".into(),
        footer: "Draft: not yet signed by the chair".into(),
        cover: Section::new("", cover),
        sections,
        form: Form::Report,
    }
}

pub fn pages(document: &Document) -> Pages {
    set(document, &faces()).unwrap_or_else(|(place, why)| panic!("{place:?}: {why}"))
}

pub fn imprint() -> Imprint {
    let made = "2026-03-12T16:22:05+00:00".parse().expect("a moment");
    Imprint {
        made,
        identity: [7; 32],
    }
}

pub fn file(document: &Document) -> Vec<u8> {
    press(&pages(document), &faces(), &imprint()).expect("pressed")
}

/// A PDF on disk, kept for as long as the guard lives, or for good where `ODOC_PAPERS` says.
pub fn on_disk(document: &Document, name: &str) -> (Option<tempfile::TempDir>, PathBuf) {
    let bytes = file(document);
    let (guard, folder) = match std::env::var_os("ODOC_PAPERS") {
        Some(folder) => (None, PathBuf::from(folder)),
        None => {
            let guard = tempfile::tempdir().expect("a folder");
            let folder = guard.path().to_owned();
            (Some(guard), folder)
        }
    };
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("written");
    (guard, path)
}

/// Minutes with everything that minutes have in them.
pub fn minutes() -> Document {
    document(cover(), vec![register(), case(1), case(2), signing()])
}

fn cover() -> Vec<Leaf> {
    vec![
        Leaf::KeyValues(KeyValues::new([
            (
                "Meeting",
                "Offender disruption and offender care meeting, monthly",
            ),
            (
                "Held",
                "Thursday 12 March 2026, 13:30 to 16:22, Invented House, Committee Room 2",
            ),
            ("Chair", NAMES[0]),
            ("Minute-taker", NAMES[1]),
            (
                "Agreement",
                "Information sharing protocol, version 3.1, review due 1 September 2026",
            ),
        ])),
        Leaf::body(
            Text::strong("Opening statement. ")
                .then("The chair read the statement of confidentiality. Everybody named below ")
                .then("accepted the agreement before any case was opened."),
        ),
        Leaf::NumberedList(vec![
            "Minutes of the last meeting were agreed as a true record.".into(),
            "Information shared here is used for the purposes stated beside it, and no other. \
             It stays the property of the organisation that holds it, and is not passed on \
             without that organisation's agreement."
                .into(),
            "Nobody declared an interest.".into(),
        ]),
    ]
}

fn register() -> Section {
    let mut table = Table::new([
        ("Name", 2.4),
        ("Organisation", 2.0),
        ("Role", 1.8),
        ("Present", 1.4),
    ]);
    table.rows = NAMES
        .iter()
        .enumerate()
        .map(|(n, name)| {
            let organisation = [
                "Invented Police",
                "Probation",
                "Housing",
                "Adult mental health",
            ];
            vec![
                Cell::of(*name),
                Cell::of(organisation[n % 4]),
                Cell::of(["Chair", "Representative", "Observer"][n.min(2)]),
                Cell::of(if n == 7 {
                    "14:05 to 16:22"
                } else {
                    "13:30 to 16:22"
                }),
            ]
        })
        .collect();
    Section::new("Attendance and acceptance", vec![Leaf::Table(table)])
}

fn case(number: usize) -> Section {
    let mut items = Table::new([("No.", 0.5), ("Shared", 5.2), ("By", 1.4), ("With", 2.0)]);
    items.rows = (1..=6).map(|n| item(number, n)).collect();
    let mut actions = Table::new([
        ("No.", 0.6),
        ("Action", 4.2),
        ("Owner", 2.0),
        ("By", 1.2),
        ("Strand", 1.4),
    ]);
    actions.rows = (1..=3)
        .map(|n| {
            vec![
                Cell::of(format!("{number}.{n}")),
                Cell::of("Visit at the new address with the housing officer and report back."),
                Cell::of(NAMES[(n * 3 + number) % NAMES.len()]).with_note("Probation"),
                Cell::of("26 March 2026"),
                Cell::of("Resettlement"),
            ]
        })
        .collect();
    let decision = Text::strong("Decision. ")
        .then("The present plan goes on, with a review at the next meeting. ")
        .then_strong("Dissent: ")
        .then("none.");
    Section::new(
        format!("Case {number}: {}", NAMES[(number * 4) % NAMES.len()]),
        vec![
            Leaf::KeyValues(KeyValues::new([
                ("Born", "4 May 1991"),
                ("Cohort", "Fixed; lead agency Probation"),
                ("Flags", "MAPPA level 2"),
            ])),
            Leaf::Heading(Level::Main, "Information shared".into()),
            Leaf::Table(items),
            Leaf::Together(vec![
                Leaf::Heading(Level::Main, "Decision".into()),
                Leaf::body(decision),
                Leaf::BulletList(vec!["Risk to staff: none known.".into(), NAMES[4].into()]),
            ]),
            Leaf::Heading(Level::Main, "Actions".into()),
            Leaf::Table(actions),
        ],
    )
}

fn item(case: usize, n: usize) -> Vec<Cell> {
    let said = "Seen twice in the week at the drop-in, both times sober and on time. Says that \
                the flat is quiet since the neighbour moved, and asks for help with the meter.";
    let length = said.len() / (1 + n % 3);
    let said: String = said.chars().take(length).collect();
    let ground = [
        "Fact \u{00b7} to manage risk \u{00b7} s115",
        "Professional judgement \u{00b7} consent",
    ];
    vec![
        Cell::of(format!("{case}.{n}")),
        Cell::of(said).with_note(ground[n % 2]),
        Cell::of(["Police", "Probation", "Housing"][n % 3]),
        Cell::of("Everyone present").with_note("not: Housing (NR, TM)"),
    ]
}

fn signing() -> Section {
    let caption = |name: &str, role: &str| {
        vec![
            Text::strong(name),
            format!("{role}, signed 12 March 2026 at 16:40").into(),
        ]
    };
    let drawn = Signature {
        ink: Ink::Drawn {
            strokes: strokes(),
            pad: (1000.0, 400.0),
        },
        caption: caption(NAMES[0], "Chair"),
        alternative: "Signature drawn by the chair".into(),
    };
    let typed = Signature {
        ink: Ink::Typed(NAMES[8].into()),
        caption: caption(NAMES[8], "Minute-taker; typed, not drawn"),
        alternative: "Typed name".into(),
    };
    let leaves = vec![
        Leaf::body("These minutes are a true record of what was said."),
        Leaf::Signature(drawn),
        Leaf::Signature(typed),
        Leaf::Rule,
        Leaf::small("Simple electronic signatures, made in person on the meeting’s shared laptop."),
    ];
    Section::new("Signed", leaves)
}

/// Something that looks like a signature.
pub fn strokes() -> Vec<Vec<(f32, f32)>> {
    let wave = |t: f32| {
        (
            t * 900.0 + 40.0,
            200.0 + 150.0 * (t * 17.0).sin() * (1.0 - t * 0.5),
        )
    };
    let dash = |t: f32| (120.0 + t * 760.0, 330.0 - 40.0 * t);
    let along = |of: u16| (0..of).map(move |n| f32::from(n) / f32::from(of));
    vec![along(60).map(wave).collect(), along(20).map(dash).collect()]
}

/// A table of one row, one of its cells as long as wanted.
pub fn long_cell(words: usize) -> Document {
    let said = "word ".repeat(words);
    let columns = [("No.", 0.5), ("Shared", 4.0), ("With", 1.5)];
    let columns = columns.map(|(name, share)| Column {
        name: name.into(),
        share,
    });
    let row = vec![Cell::of("1"), Cell::of(said), Cell::of("Everyone present")];
    let table = Table {
        columns: columns.into(),
        rows: vec![row],
    };
    document(
        vec![],
        vec![Section::new("One long thing", vec![Leaf::Table(table)])],
    )
}
