//! A date as it is written, before anybody asks whether it exists: day first, as in this country.

/// Day, month and perhaps year; whether that day exists is for the asker, who knows what to call the fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Written {
    pub day: u32,
    pub month: u32,
    pub year: Option<Year>,
}

/// A year, and whether only its last two digits were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Year {
    pub number: i32,
    pub short: bool,
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WrittenFault {
    NotADate,
    /// Day and month are there and the year has neither two digits nor four.
    Year,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads 3/7/85, 3-7-1985, 3.7, 3 July, July 3rd 1985, 3jul85, 1985-07-03, 03071985.
pub(crate) fn read(text: &str) -> Result<Written, WrittenFault> {
    let pieces = pieces(text);
    let texts: Vec<&str> = pieces.iter().map(String::as_str).collect();
    match texts.as_slice() {
        [digits] => run(digits),
        [year, month, day] if year.len() == 4 && digits(year) => {
            written(day, month_of(month), Some(year))
        }
        [day, month] if digits(day) => written(day, month_of(month), None),
        [month, day] if !digits(month) => written(day, month_of(month), None),
        [day, month, year] if digits(day) => written(day, month_of(month), Some(year)),
        [month, day, year] if !digits(month) => written(day, month_of(month), Some(year)),
        _ => Err(WrittenFault::NotADate),
    }
}

/// The month that three letters or more of its name mean, in lower case.
pub(crate) fn month_named(word: &str) -> Option<u32> {
    if word.len() < 3 {
        return None;
    }
    let word = if word == "sept" { "sep" } else { word };
    MONTHS
        .iter()
        .position(|month| month.starts_with(word))
        .and_then(|index| u32::try_from(index + 1).ok())
}

/// Runs of digits and runs of letters in lower case, "st", "nd", "rd", "th" and "of" left out;
/// nothing at all when another sign stands among them, so that a stray mark is not read past.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut joined = false;
    for c in text.chars().flat_map(char::to_lowercase) {
        let same =
            |last: &String| last.ends_with(|l: char| l.is_ascii_digit() == c.is_ascii_digit());
        match c {
            _ if c.is_ascii_alphanumeric() => match pieces.last_mut().filter(|l| joined && same(l))
            {
                Some(last) => last.push(c),
                None => pieces.push(c.into()),
            },
            '/' | '-' | '.' | ',' | '\'' | '\u{2019}' => {}
            _ if c.is_whitespace() => {}
            _ => return Vec::new(),
        }
        joined = c.is_ascii_alphanumeric();
    }
    pieces.retain(|piece| !matches!(piece.as_str(), "st" | "nd" | "rd" | "th" | "of"));
    pieces
}

fn digits(piece: &str) -> bool {
    piece.starts_with(|c: char| c.is_ascii_digit())
}

/// Six or eight digits without a sign between them: day, month, year.
fn run(text: &str) -> Result<Written, WrittenFault> {
    if !digits(text) || !matches!(text.len(), 6 | 8) {
        return Err(WrittenFault::NotADate);
    }
    let (day, rest) = text.split_at(2);
    let (month, year) = rest.split_at(2);
    written(day, month_of(month), Some(year))
}

fn month_of(piece: &str) -> Option<u32> {
    if digits(piece) {
        short_number(piece)
    } else {
        month_named(piece)
    }
}

fn short_number(piece: &str) -> Option<u32> {
    (piece.len() <= 2).then(|| piece.parse().ok()).flatten()
}

fn written(day: &str, month: Option<u32>, year: Option<&str>) -> Result<Written, WrittenFault> {
    let day = short_number(day).ok_or(WrittenFault::NotADate)?;
    let month = month.ok_or(WrittenFault::NotADate)?;
    let year = year.map(year_of).transpose()?;
    Ok(Written { day, month, year })
}

fn year_of(piece: &str) -> Result<Year, WrittenFault> {
    match (piece.len(), piece.parse()) {
        (2, Ok(number)) => Ok(Year {
            number,
            short: true,
        }),
        (4, Ok(number)) => Ok(Year {
            number,
            short: false,
        }),
        _ => Err(WrittenFault::Year),
    }
}
