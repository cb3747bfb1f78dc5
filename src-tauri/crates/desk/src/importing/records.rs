//! The rows of a table of text, read by csv-core, which knows quotes; it passes over empty lines, and a spreadsheet counts them.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// The cells of one row: their letters in one text, and where each ends.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Cells {
    text: String,
    ends: Vec<usize>,
}

/// Every row in its order, with how many empty lines stand before it.
pub(super) struct Records<'a> {
    reader: Reader,
    rest: &'a [u8],
    /// Whether the row before ended in the first half of a line's end.
    half_ended: bool,
}

impl Cells {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, at: usize) -> Option<&str> {
        let from = match at {
            0 => 0,
            _ => *self.ends.get(at - 1)?,
        };
        self.text.get(from..*self.ends.get(at)?)
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|at| self.get(at))
    }

    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl<'a> Records<'a> {
    pub fn of(text: &'a str, separator: u8) -> Self {
        Self {
            reader: ReaderBuilder::new().delimiter(separator).build(),
            rest: text.as_bytes(),
            half_ended: false,
        }
    }

    /// The next row, and the bytes that it took.
    fn read(&mut self) -> Option<(Cells, &'a [u8])> {
        let (mut letters, mut ends) = (vec![0; 256], vec![0; 16]);
        let (mut written, mut cells, before) = (0, 0, self.rest);
        loop {
            let (result, read, wrote, ended) =
                self.reader
                    .read_record(self.rest, &mut letters[written..], &mut ends[cells..]);
            self.rest = &self.rest[read..];
            (written, cells) = (written + wrote, cells + ended);
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => letters.resize(letters.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => ends.resize(ends.len() * 2, 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return None,
            }
        }
        letters.truncate(written);
        ends.truncate(cells);
        // Cells are parted at ASCII signs, so what was text is text still.
        let text = String::from_utf8(letters).ok()?;
        let taken = &before[..before.len() - self.rest.len()];
        Some((Cells { text, ends }, taken))
    }
}

impl Iterator for Records<'_> {
    type Item = (u32, Cells);

    fn next(&mut self) -> Option<Self::Item> {
        let half_ended = self.half_ended;
        let (cells, taken) = self.read()?;
        let leading = taken
            .iter()
            .take_while(|sign| matches!(sign, b'\n' | b'\r'));
        let blank = leading.filter(|sign| **sign == b'\n').count();
        let rest_of_an_end = usize::from(half_ended && taken.first() == Some(&b'\n'));
        self.half_ended = taken.last() == Some(&b'\r');
        let blank = u32::try_from(blank.saturating_sub(rest_of_an_end)).unwrap_or(u32::MAX);
        Some((blank, cells))
    }
}
