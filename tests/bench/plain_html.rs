//! The minutes as a plain page: what was said, decided and to be done, in tables, with no style to speak of.

use serde_json::Value;
use std::fmt::Write;

const STYLE: &str = "@page { size: A4; margin: 2cm; @bottom-right { content: counter(page) ' of ' counter(pages) } }
    table { width: 100%; border-collapse: collapse } td, th { border: 1px solid; padding: 2mm; text-align: left }";

/// One page of HTML from a meeting's account.
pub fn minutes(account: &Value) -> String {
    let meeting = &account["meeting"];
    let mut page = format!(
        "<!doctype html><html lang=en-GB><meta charset=utf-8><title>Minutes</title><style>{STYLE}</style><h1>Minutes, {}</h1><p>{}</p>",
        text(meeting, "date"),
        text(meeting, "venue")
    );
    table(
        &mut page,
        "In the room",
        list(account, "people"),
        &["name", "role", "team"],
    );
    table(
        &mut page,
        "Carried",
        list(account, "carried"),
        &["owner", "words", "due"],
    );
    for case in list(account, "cases") {
        let _ = write!(
            page,
            "<h2>{} {}</h2>",
            text(case, "reference"),
            text(case, "name")
        );
        of_slot(&mut page, account, case);
    }
    page + "</html>"
}

fn of_slot(page: &mut String, account: &Value, case: &Value) {
    for (heading, key, columns) in [
        ("Said", "items", ["team", "kind", "words", "power"]),
        ("Decided", "decisions", ["at", "words", "rationale", ""]),
        ("To be done", "actions", ["owner", "person", "words", "due"]),
    ] {
        let rows = list(account, key);
        let rows = rows.iter().filter(|row| row["slot"] == case["slot"]);
        let rows: Vec<Value> = rows.cloned().collect();
        table(page, heading, &rows, &columns);
    }
}

fn table(page: &mut String, heading: &str, rows: &[Value], columns: &[&str]) {
    if rows.is_empty() {
        return;
    }
    let _ = write!(page, "<h3>{heading}</h3><table><thead><tr>");
    for column in columns {
        let _ = write!(page, "<th>{column}</th>");
    }
    page.push_str("</tr></thead>");
    for row in rows {
        page.push_str("<tr>");
        for column in columns {
            let _ = write!(page, "<td>{}</td>", text(row, column));
        }
        page.push_str("</tr>");
    }
    page.push_str("</table>");
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value, key: &str) -> String {
    let text = value[key].as_str().unwrap_or_default();
    text.replace('&', "&amp;").replace('<', "&lt;")
}
