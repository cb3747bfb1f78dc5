//! One row of a table of situations.

/// A situation as it stands in its row.
#[derive(Debug)]
pub struct Row {
    pub number: usize,
    pub what: String,
    pub at: String,
    pub shared: String,
    pub with: String,
    pub on_file: Vec<String>,
    pub answer: Vec<String>,
    pub clause: String,
    pub duties: Vec<String>,
}

impl Row {
    /// A row of the table; nothing where the line is something else.
    pub fn read(line: &str) -> Option<Self> {
        let cells: Vec<&str> = line
            .trim()
            .trim_matches('|')
            .split('|')
            .map(str::trim)
            .collect();
        let number = cells.first()?.parse().ok()?;
        let [_, what, at, shared, with, on_file, answer, clause, duties] = cells[..] else {
            panic!("a row has nine cells: {line}");
        };
        let parts = |cell: &str, by: char| -> Vec<String> {
            let parts = cell.split(by).map(|part| part.trim().to_owned());
            parts
                .filter(|part| !part.is_empty() && part != "-")
                .collect()
        };
        Some(Self {
            number,
            what: what.to_owned(),
            at: at.to_owned(),
            shared: shared.to_owned(),
            with: with.to_owned(),
            on_file: parts(on_file, ';'),
            answer: parts(answer, ','),
            clause: clause.to_owned(),
            duties: parts(duties, ' '),
        })
    }
}
