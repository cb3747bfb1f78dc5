//! The last page: what was signed, by whom, and what that does and does not prove.

use crate::content::{Fact, Ink, Leaf, Level, Section, Signature, Text};
use crate::papers::account::Account;
use crate::papers::people::{fact, facts, fingerprint};
use crate::papers::wording;
use protocol::meeting::Seal;
use protocol::signature::{self, Signature as Mark};

/// The evidence of a signed meeting, or what a draft still lacks.
pub(super) fn section(account: &Account<'_>) -> Section {
    let mut leaves = match account.seal {
        Some(seal) => signed(account, seal),
        None => vec![
            Leaf::body(Text::strong("These minutes are not signed. ").then(format!(
                "They are a draft for {} to read, who chaired at the close. Until they are \
                     signed, a line may be tidied, corrected, moved or taken back, the times at \
                     which somebody was in the room put right, and what is held shared: who is \
                     said here to have received what may change with it.",
                account.named(account.chaired_by)
            ))),
            Leaf::Heading(Level::Main, "Where this draft comes from".into()),
        ],
    };
    let manifest = account
        .seal
        .map(|s| fingerprint("Manifest signed", &s.manifest));
    let all = manifest.into_iter().chain(provenance(account));
    leaves.push(facts(all.collect()));
    leaves.push(Leaf::small(
        "The check code, typed under Safekeeping on the laptop that keeps the record, shows whether \
         everything done up to this print is there still, unaltered.",
    ));
    Section::new("Evidence", leaves).on_own_page()
}

/// The chair's signature with its caption, kept on one page with its heading.
pub(in crate::papers) fn signature(account: &Account<'_>, seal: &Seal) -> Leaf {
    let name = account.named(seal.signer);
    let mut caption = vec![
        Text::strong(name.as_str()).then(", who chaired at the close"),
        Text::plain(format!("Signed {}", wording::moment(seal.at))),
    ];
    caption.extend(typed_note(&seal.signature));
    Leaf::Signature(Signature {
        ink: ink(&seal.signature),
        caption,
        alternative: format!("Signature of {name}"),
    })
}

/// A signature as it can be drawn.
pub(in crate::papers) fn ink(mark: &Mark) -> Ink {
    match mark {
        Mark::Drawn(strokes) => Ink::Drawn {
            strokes: strokes
                .iter()
                .map(|s| s.iter().map(|&(x, y)| (x.into(), y.into())).collect())
                .collect(),
            pad: (signature::PAD_WIDTH.into(), signature::PAD_HEIGHT.into()),
        },
        Mark::Typed(name) => Ink::Typed(name.clone()),
    }
}

/// What was printed from what, so that this paper can be held against the record.
pub(in crate::papers) fn provenance(account: &Account<'_>) -> Vec<Fact> {
    let pinned = account.proceedings.pinned.iter();
    let mut said: Vec<_> = pinned
        .flat_map(|pin| {
            [
                fingerprint("Agreement text", &pin.texts),
                fingerprint("Rules in force", &pin.rules),
            ]
        })
        .collect();
    said.extend(printed(account));
    said
}

/// When and by what this paper was printed, and the code of the last entry before it.
pub(in crate::papers) fn printed(account: &Account<'_>) -> [Fact; 2] {
    let print = account.print;
    let when = wording::moment(print.produced_at);
    [
        fact("Check code", print.check_code.as_str()),
        fact("Printed", format!("{when}, by odoc {}", print.app_version)),
    ]
}

fn signed(account: &Account<'_>, seal: &Seal) -> Vec<Leaf> {
    let how = match seal.signature {
        Mark::Drawn(_) => "drawn by hand on the meeting's laptop",
        Mark::Typed(_) => "typed on the meeting's laptop by somebody who could not draw",
    };
    vec![
        Leaf::Together(vec![
            Leaf::body(
                "I chaired this meeting at its close. I have read these minutes and sign them as \
                 its record.",
            ),
            signature(account, seal),
        ]),
        Leaf::Heading(Level::Main, "What this signature is".into()),
        Leaf::body(
            Text::strong("A simple electronic signature, made in person. ").then(format!(
                "It was {how}, after the chair's own passphrase. The laptop is shared, so the \
                 signature is not claimed to be under the signer's sole control, and it is neither \
                 an advanced nor a qualified one. The time is the laptop's; no time-stamp \
                 authority was asked."
            )),
        ),
        Leaf::body(
            "It covers the manifest below: one fingerprint over everything that the meeting \
             recorded, item by item. A change to any word would give another. The record on the \
             laptop keeps the manifest and its journal; this file is a print of it.",
        ),
        Leaf::body(
            "From this signature on, nothing in the record of this meeting can be altered. What \
             turns out to be wrong is put right in words, by a later meeting.",
        ),
        Leaf::Heading(Level::Main, "Fingerprints (SHA-256) and check code".into()),
    ]
}

fn typed_note(mark: &Mark) -> Option<Text> {
    matches!(mark, Mark::Typed(_)).then(|| Text::plain("Typed in place of a drawn signature"))
}
