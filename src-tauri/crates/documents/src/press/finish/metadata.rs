//! What the file says of itself, twice: in its old information dictionary and in XMP, alike.

use super::super::Imprint;
use super::words;
use crate::layout::Pages;
use lopdf::{Document, Object, ObjectId, Stream, dictionary};

/// The same in every file, so that two machines write the same bytes.
const CREATOR: &str = "odoc";
const PRODUCER: &str = "printpdf and lopdf";

/// Replaces the information dictionary and adds the XMP stream; answers with the latter.
pub(super) fn add(file: &mut Document, pages: &Pages, imprint: &Imprint) -> ObjectId {
    let old = file.trailer.get(b"Info").and_then(Object::as_reference);
    if let Ok(old) = old {
        file.objects.remove(&old);
    }
    let made = imprint.made.format("D:%Y%m%d%H%M%S").to_string();
    let zone = imprint.made.format("%:z").to_string().replace(':', "'");
    let made = Object::string_literal(format!("{made}{zone}'"));
    let info = file.add_object(dictionary! {
        "Title" => words(&pages.title),
        "Author" => words(&pages.author),
        "Creator" => Object::string_literal(CREATOR),
        "Producer" => Object::string_literal(PRODUCER),
        "CreationDate" => made.clone(),
        "ModDate" => made,
    });
    file.trailer.set("Info", info);
    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let mut stream = Stream::new(kind, xmp(pages, imprint).into_bytes());
    stream.allows_compression = false;
    file.add_object(stream)
}

fn xmp(pages: &Pages, imprint: &Imprint) -> String {
    let made = imprint.made.format("%Y-%m-%dT%H:%M:%S%:z").to_string();
    include_str!("xmp.xml")
        .trim_end()
        .replace("{title}", &escaped(&pages.title))
        .replace("{author}", &escaped(&pages.author))
        .replace("{language}", &escaped(&pages.language))
        .replace("{creator}", CREATOR)
        .replace("{producer}", PRODUCER)
        .replace("{made}", &made)
}

fn escaped(text: &str) -> String {
    let sound = |c: &char| !c.is_control();
    let text: String = text.chars().filter(sound).collect();
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('{', "&#123;")
        .replace('}', "&#125;")
}
