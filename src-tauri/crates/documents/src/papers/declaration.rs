//! One person's signed declaration, which stands by itself (§4.3 ODOC).

use super::account::Account;
use super::people::{fact, facts, fingerprint, standing};
use super::{NoSuchPaper, PaperSource, Print, minutes, wording};
use crate::content::{Document, Leaf, Level, Section, Signature, Text};
use protocol::ids::AttendanceId;
use protocol::room::{Attendance, Declaration};
use protocol::signature::Signature as Mark;

/// A declaration of one representative, in the exact words that were signed: of several days, that one of them.
///
/// # Errors
/// [`NoSuchPaper::Declaration`] for somebody who signed none; [`NoSuchPaper::AnotherPack`] where
/// the words of the pack are not those that were signed.
pub fn of(
    source: &PaperSource<'_>,
    (signer, nth): (AttendanceId, usize),
    print: &Print<'_>,
) -> Result<Document, NoSuchPaper> {
    let account = Account::of(*source, print);
    let signer = account.person(signer).ok_or(NoSuchPaper::Declaration)?;
    let declaration = signer.declarations().nth(nth);
    let declaration = declaration.ok_or(NoSuchPaper::Declaration)?;
    if declaration.text != print.pack.texts_hash() {
        return Err(NoSuchPaper::AnotherPack);
    }
    let cover = cover(&account, signer);
    let sections = vec![
        words(&account, signer, declaration),
        evidence(&account, declaration),
    ];
    let mut paper = account.document("Declaration", cover, sections);
    paper.title = format!("Declaration: {}", account.meeting_name());
    // It was complete when it was signed, whatever becomes of the minutes.
    paper.footer = format!("Declaration signed {}", wording::moment(declaration.at));
    let filed = match signer.declarations().count() {
        1 => format!("Declaration {}", signer.seat),
        _ => format!(
            "Declaration {} of {}",
            signer.seat,
            declaration.at.date_naive()
        ),
    };
    paper.reference = account.filed_under(&filed, "signed");
    Ok(paper)
}

fn cover(account: &Account<'_>, signer: &Attendance) -> Vec<Leaf> {
    let standing = standing(signer).to_lowercase();
    let agency = format!("{} ({standing})", signer.agency.organisation_name);
    let mut said = vec![fact("Name", signer.name.as_str())];
    if !signer.job.trim().is_empty() {
        said.push(fact("Job", signer.job.as_str()));
    }
    said.push(fact("Organisation", agency));
    said.push(fact(
        "Meeting",
        format!(
            "{}, {}",
            account.print.pack.rules(account.proceedings.kind).name,
            wording::day(account.proceedings.date)
        ),
    ));
    vec![facts(said)]
}

fn words(account: &Account<'_>, signer: &Attendance, declaration: &Declaration) -> Section {
    let text = account.print.pack.text(account.proceedings.kind);
    let sentences = text.declaration.iter().map(|s| Text::plain(s.as_str()));
    let mut caption = vec![
        Text::plain("Name given by the signer: ").then_strong(declaration.typed_name.as_str()),
        Text::plain(format!(
            "{}, signed {}",
            signer.agency.organisation_name,
            wording::moment(declaration.at)
        )),
        Text::plain(seen(account, declaration)),
    ];
    if matches!(declaration.signature, Mark::Typed(_)) {
        caption.push(Text::plain("Typed in place of a drawn signature"));
    }
    let signature = Leaf::Signature(Signature {
        ink: minutes::ink(&declaration.signature),
        caption,
        alternative: format!("Signature of {}", signer.name),
    });
    Section::new(
        "",
        vec![
            Leaf::body(text.declaration_intro.as_str()),
            Leaf::NumberedList(sentences.collect()),
            signature,
        ],
    )
}

/// Before whom it was signed, and whether they confirmed that the signer understands it (§4.3 ODOC).
fn seen(account: &Account<'_>, declaration: &Declaration) -> String {
    let chair = account.named(declaration.chaired_by);
    match declaration.confirmed {
        Some(at) => format!(
            "Signed in person; {chair}, who had the chair, confirmed at {} that the signer understands it",
            wording::time(at)
        ),
        None => format!("Signed in person; {chair} had the chair"),
    }
}

fn evidence(account: &Account<'_>, declaration: &Declaration) -> Section {
    let text = account.print.pack.text(account.proceedings.kind);
    let mut said = vec![fact(
        "Text signed",
        format!("{}; version {}", text.version, account.print.pack.version),
    )];
    said.push(fingerprint("Hash of the text", &declaration.text));
    said.extend(minutes::printed(account));
    let note = Leaf::small(
        "A simple electronic signature, made in person on the meeting's shared laptop. Not an \
         advanced or a qualified one; the time is the laptop's.",
    );
    let heading = Leaf::Heading(Level::Main, "Evidence".into());
    Section::new("", vec![Leaf::Together(vec![heading, facts(said), note])])
}
