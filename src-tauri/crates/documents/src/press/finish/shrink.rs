//! Makes the file small: `lopdf` would always take the hardest level, which was a third of the time of a whole print run
//! for a file not two hundredths smaller.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Object, Result, Stream};
use std::io::Write;

/// What naming the filter takes.
const FILTER: usize = " /Filter/FlateDecode".len();

/// Compresses every stream that may be and gets smaller by it.
pub(super) fn shrink(file: &mut Document) -> Result<()> {
    let streams = file.objects.values_mut().filter_map(|object| match object {
        Object::Stream(stream) if stream.allows_compression => Some(stream),
        _ => None,
    });
    for stream in streams {
        shrink_one(stream)?;
    }
    Ok(())
}

fn shrink_one(stream: &mut Stream) -> Result<()> {
    if stream.dict.has(b"Filter") {
        return Ok(());
    }
    let mut smaller = ZlibEncoder::new(Vec::new(), Compression::default());
    smaller.write_all(&stream.content)?;
    let smaller = smaller.finish()?;
    if smaller.len() + FILTER < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(smaller);
    }
    Ok(())
}
