//! What makes the file lasting and readable aloud, added before the first byte is written.

mod metadata;
mod outline;
mod shrink;
mod structure;

use super::Imprint;
use super::marks::Contents;
use crate::layout::Pages;
use lopdf::{Document, Object, ObjectId, Result, Stream, StringFormat, dictionary};

/// sRGB, from Compact-ICC-Profiles (CC0), so that colours mean the same everywhere.
const PROFILE: &[u8] = include_bytes!("icc/sRGB-v2-magic.icc");

/// Adds all of it and writes the file.
pub(super) fn finish(
    mut file: Document,
    pages: &Pages,
    contents: &Contents<'_>,
    imprint: &Imprint,
) -> Result<Vec<u8>> {
    file.version = "1.7".into();
    file.binary_mark = vec![0xe2, 0xe3, 0xcf, 0xd3];
    let sheets: Vec<ObjectId> = file.get_pages().into_values().collect();
    let structure = structure::add(&mut file, pages, contents, &sheets)?;
    let outline = outline::add(&mut file, pages, &sheets);
    let intent = output_intent(&mut file);
    let metadata = metadata::add(&mut file, pages, imprint);
    let catalogue = file.catalog_mut()?;
    catalogue.set("Lang", Object::string_literal(pages.language.as_str()));
    catalogue.set("MarkInfo", dictionary! { "Marked" => true });
    catalogue.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true },
    );
    catalogue.set("StructTreeRoot", structure);
    catalogue.set("OutputIntents", vec![Object::Reference(intent)]);
    catalogue.set("Metadata", metadata);
    if let Some(outline) = outline {
        catalogue.set("Outlines", outline);
        catalogue.set("PageMode", "UseOutlines");
    }
    let half = Object::String(imprint.identity[..16].to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![half.clone(), half]);
    shrink::shrink(&mut file)?;
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)?;
    Ok(bytes)
}

fn output_intent(file: &mut Document) -> ObjectId {
    let profile = Stream::new(dictionary! { "N" => 3 }, PROFILE.to_vec());
    let profile = file.add_object(profile);
    file.add_object(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB"),
        "DestOutputProfile" => profile,
    })
}

/// A string that may hold any letter.
fn words(text: &str) -> Object {
    Object::String(super::marks::utf16(text), StringFormat::Hexadecimal)
}
