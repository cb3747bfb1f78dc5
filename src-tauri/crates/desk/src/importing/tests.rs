//! A file as any program might have written it, and the record before and after.

use super::forms::{EncodingView, SeparatorView};
use super::sheet::Sheet;
use proptest::prelude::*;

/// How a table is written down.
#[derive(Debug, Clone, Copy)]
struct Written {
    separator: u8,
    encoding: Bytes,
    crlf: bool,
    quote_all: bool,
}

#[derive(Debug, Clone, Copy)]
enum Bytes {
    Utf8,
    Utf8Marked,
    Utf16Le,
    Utf16Be,
}

fn written(rows: &[Vec<String>], how: Written) -> Vec<u8> {
    let separator = char::from(how.separator);
    let quoted = |cell: &String| {
        let must = cell.contains([separator, '"', '\n', '\r']) || how.quote_all;
        match must {
            true => format!("\"{}\"", cell.replace('"', "\"\"")),
            false => cell.clone(),
        }
    };
    let end = if how.crlf { "\r\n" } else { "\n" };
    let line = |row: &Vec<String>| {
        let cells: Vec<_> = row.iter().map(quoted).collect();
        cells.join(&separator.to_string()) + end
    };
    encoded(&rows.iter().map(line).collect::<String>(), how.encoding)
}

fn encoded(text: &str, encoding: Bytes) -> Vec<u8> {
    let units = |to: fn(u16) -> [u8; 2]| {
        "\u{FEFF}"
            .encode_utf16()
            .chain(text.encode_utf16())
            .flat_map(to)
            .collect()
    };
    match encoding {
        Bytes::Utf8 => text.as_bytes().to_vec(),
        Bytes::Utf8Marked => ["\u{FEFF}".as_bytes(), text.as_bytes()].concat(),
        Bytes::Utf16Le => units(u16::to_le_bytes),
        Bytes::Utf16Be => units(u16::to_be_bytes),
    }
}

fn any_writing() -> impl Strategy<Value = Written> {
    let separator = prop::sample::select(vec![b',', b';', b'\t', b'|']);
    let encodings = vec![
        Bytes::Utf8,
        Bytes::Utf8Marked,
        Bytes::Utf16Le,
        Bytes::Utf16Be,
    ];
    (
        separator,
        prop::sample::select(encodings),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(separator, encoding, crlf, quote_all)| Written {
            separator,
            encoding,
            crlf,
            quote_all,
        })
}

proptest! {
    #[test]
    fn a_well_formed_table_survives_in_each_encoding_and_with_each_separator(
        rows in prop::collection::vec(
            prop::collection::vec("[ -~\n\"',;|\tàéŵŷłਸਿخ王]{0,12}", 3), 1..8),
        how in any_writing(),
    ) {
        let heads = ["Surname", "Forename", "Notes"].map(str::to_owned).to_vec();
        let table: Vec<_> = [heads.clone()].into_iter().chain(rows.clone()).collect();
        let sheet = Sheet::read(&written(&table, how));
        let kept: Vec<_> = rows.into_iter()
            .filter(|row| row.iter().any(|cell| !cell.trim().is_empty()))
            .collect();
        match sheet {
            Err(why) => prop_assert!(kept.is_empty(), "{why}"),
            Ok(sheet) => {
                let read: Vec<Vec<String>> = sheet.rows.iter()
                    .map(|row| row.cells.iter().map(str::to_owned).collect())
                    .collect();
                prop_assert_eq!(sheet.heads, heads);
                prop_assert_eq!(read, kept);
            }
        }
    }

    #[test]
    fn no_bytes_are_too_strange_to_be_refused_quietly(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Sheet::read(&bytes);
    }
}

#[test]
fn letters_are_told_by_their_mark_or_by_their_look() {
    use EncodingView::*;
    let text = "Surname;Forename\nWiśniewski;Zoë\n";
    let units = |to: fn(u16) -> [u8; 2]| -> Vec<u8> { text.encode_utf16().flat_map(to).collect() };
    for (bytes, how) in [
        (text.as_bytes().to_vec(), Utf8),
        (encoded(text, Bytes::Utf8Marked), Utf8),
        (units(u16::to_le_bytes), Utf16),
        (units(u16::to_be_bytes), Utf16),
    ] {
        let sheet = Sheet::read(&bytes).expect("a table");
        assert_eq!(
            (sheet.encoding, sheet.separator),
            (how, SeparatorView::Semicolon)
        );
        assert_eq!(sheet.rows[0].cells.get(0), Some("Wiśniewski"));
    }
    let (older, ..) = encoding_rs::WINDOWS_1252.encode("Surname,Forename\nO’Brien,Zoë\n");
    let sheet = Sheet::read(&older).expect("a table");
    assert_eq!(sheet.encoding, Windows1252);
    assert_eq!(sheet.rows[0].cells.get(1), Some("Zoë"));
}

#[test]
fn rows_have_the_numbers_that_a_spreadsheet_shows() {
    let text = "Cases of 2026\n\nSurname,Notes\nOne,\"two\nlines\"\n\n\nFour,\n,\nFive,x";
    let sheet = Sheet::read(text.as_bytes()).expect("a table");
    let numbers: Vec<_> = sheet.rows.iter().map(|row| row.number).collect();
    assert_eq!(sheet.heads, ["Surname", "Notes"]);
    assert_eq!(numbers, [4, 7, 9]);
    let said = Sheet::read(b"sep=;\nSurname;Notes\nOne;a, b\n").expect("a table");
    assert_eq!(
        (said.separator, said.rows[0].cells.get(1)),
        (SeparatorView::Semicolon, Some("a, b"))
    );
}

#[test]
fn what_is_no_table_is_refused_for_what_it_is() {
    for (bytes, why) in [
        (&b"PK\x03\x04 and so on"[..], "a_workbook"),
        (b"\xD0\xCF\x11\xE0 and so on", "a_workbook"),
        (b"%PDF-1.7\n\0\0\0\xFF", "not_a_table"),
        (b"", "no_rows"),
        (b"Surname,Forename\n", "no_rows"),
        (b"Surname,Forename\n,,\n \n", "no_rows"),
    ] {
        assert_eq!(Sheet::read(bytes).err(), Some(why));
    }
}
