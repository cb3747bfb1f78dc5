//! Makes the file small: `lopdf` would always take the hardest level, which was a third of the time of a whole print run
//! for a file not two hundredths smaller, and the usual one is a tenth of it still.

use libdeflater::{CompressionError, CompressionLvl, Compressor};
use lopdf::{Document, Error, Object, Result, Stream};

/// The last level that does not look ahead for something better to repeat; from 1, the fastest, to 12.
const LEVEL: i32 = 4;

/// What naming the filter takes.
const FILTER: usize = " /Filter/FlateDecode".len();

/// Compresses every stream that may be and gets smaller by it.
pub(super) fn shrink(file: &mut Document) -> Result<()> {
    let mut compressor = Compressor::new(CompressionLvl::new(LEVEL).unwrap_or_default());
    let streams = file.objects.values_mut().filter_map(|object| match object {
        Object::Stream(stream) if stream.allows_compression => Some(stream),
        _ => None,
    });
    for stream in streams {
        shrink_one(stream, &mut compressor)?;
    }
    Ok(())
}

fn shrink_one(stream: &mut Stream, compressor: &mut Compressor) -> Result<()> {
    if stream.dict.has(b"Filter") {
        return Ok(());
    }
    let bound = compressor.zlib_compress_bound(stream.content.len());
    let mut smaller = vec![0; bound];
    let length = compressor
        .zlib_compress(&stream.content, &mut smaller)
        .map_err(|CompressionError::InsufficientSpace| no_room())?;
    smaller.truncate(length);
    if smaller.len() + FILTER < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(smaller);
    }
    Ok(())
}

/// Cannot be, since as much room is given as the worst case takes.
fn no_room() -> Error {
    std::io::Error::other("compressed words had no room").into()
}
