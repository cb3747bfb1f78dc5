//! A table of text, as a spreadsheet saves one: its heads, and its rows by the number that a spreadsheet gives them.

use super::columns;
use super::decoding::decoded;
use super::forms::{EncodingView, SeparatorView};
use super::records::{Cells, Records};

/// The largest file that is read: a hundred thousand full rows are a third of it.
const LARGEST: usize = 64 * 1024 * 1024;
/// How far down the heads may stand, under a title and an empty line or two.
const HEADS_WITHIN: usize = 10;

/// A file that was read.
pub(super) struct Sheet {
    pub encoding: EncodingView,
    pub separator: SeparatorView,
    pub odd_quotes: bool,
    /// Empty where no row looks like heads.
    pub heads: Vec<String>,
    pub rows: Vec<Row>,
}

/// A row with something in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// As a spreadsheet numbers it, from one.
    pub number: u32,
    pub cells: Cells,
}

/// Why a file is no table, by the code of its fault.
pub(super) type Unreadable = &'static str;

impl Sheet {
    /// Reads a file.
    ///
    /// # Errors
    /// Why it is no table of text.
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        if bytes.len() > LARGEST {
            return Err("file_too_large");
        }
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            return Err("a_workbook");
        }
        let (text, encoding) = decoded(bytes).ok_or("not_a_table")?;
        let (separator, text) = separated(&text);
        let (heads, rows) = parted(rows(text, separator.sign()));
        if rows.is_empty() {
            return Err("no_rows");
        }
        Ok(Self {
            encoding,
            separator,
            odd_quotes: text.matches('"').count() % 2 == 1,
            heads,
            rows,
        })
    }

    /// How many columns there are: as many as the widest of heads and first rows.
    pub fn width(&self) -> usize {
        let rows = self.rows.iter().take(100).map(|row| row.cells.len());
        rows.chain([self.heads.len()]).max().unwrap_or_default()
    }
}

impl SeparatorView {
    const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Bar];

    fn sign(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }
}

/// The separator, and the text without the line in which Excel may say it.
fn separated(text: &str) -> (SeparatorView, &str) {
    if let Some((first, rest)) = text.split_once('\n')
        && let Some(sign) = first.trim_end().strip_prefix("sep=")
        && let Some(said) = SeparatorView::ALL
            .into_iter()
            .find(|s| sign.as_bytes() == [s.sign()])
    {
        return (said, rest);
    }
    let best = SeparatorView::ALL
        .into_iter()
        .rev()
        .max_by_key(|separator| promise(text, separator.sign()));
    (best.unwrap_or(SeparatorView::Comma), text)
}

/// How well a sign parts the text: how many heads are known by it, then how many cells its first rows have alike.
fn promise(text: &str, sign: u8) -> (usize, usize) {
    let rows = Records::of(text, sign).take(HEADS_WITHIN * 2);
    let first: Vec<Cells> = rows.map(|(_, cells)| cells).collect();
    let known = first.iter().take(HEADS_WITHIN).map(columns::known).max();
    let width = first.first().map_or(0, Cells::len);
    let alike = first.iter().filter(|row| row.len() == width).count();
    (known.unwrap_or_default(), (width - width.min(1)) * alike)
}

/// Every row that is not blank; blank ones are counted, because a spreadsheet counts them.
fn rows(text: &str, sign: u8) -> Vec<Row> {
    let numbered = Records::of(text, sign).scan(0, |number, (blank, cells)| {
        *number += 1 + blank;
        Some(Row {
            number: *number,
            cells,
        })
    });
    numbered.filter(|row| !row.cells.is_blank()).collect()
}

/// The heads and what stands under them: the row that knows the most heads, if any row knows one.
fn parted(mut rows: Vec<Row>) -> (Vec<String>, Vec<Row>) {
    let known = |row: &Row| columns::known(&row.cells);
    let best = rows.iter().take(HEADS_WITHIN).map(known).max();
    let at = rows
        .iter()
        .take(HEADS_WITHIN)
        .position(|row| best.is_some_and(|best| best > 0 && known(row) == best));
    let Some(at) = at else {
        return (Vec::new(), rows);
    };
    let below = rows.split_off(at + 1);
    let heads = rows.pop().map(|row| row.cells).unwrap_or_default();
    let heads = heads.iter().map(|head| head.trim().to_owned()).collect();
    (heads, below)
}
