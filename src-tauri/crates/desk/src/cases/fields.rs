//! One field at a time: what it would be stored as, or what is wrong with it (§2.2.5).

use crate::faults::told;
use crate::problem::FieldFault;
use chrono::NaiveDate;
use protocol::clocks::calendar;
use protocol::formats::{
    Address, AddressFault, AddressLine, CroNumber, DateOfBirth, EthnicGroup, EthnicGroupFault,
    NO_FIXED_ABODE, NameFault, NamePart, OffenderManager, OffenderManagerFault, PersonName,
    Postcode,
};
use protocol::pack::Formats;
use serde::Serialize;

type Checked = Result<Option<String>, FieldFault>;

/// What a field would be stored as; nothing for a field that may stay empty and is.
pub(super) fn check(field: &str, text: &str, today: NaiveDate, formats: &Formats) -> Checked {
    if text.trim().is_empty() && !matches!(field, "forename" | "surname") {
        return Ok(None);
    }
    match field {
        "title" | "forename" | "surname" => name_part(field, text),
        "born" => one(field, DateOfBirth::read(text, today), |d| {
            formats.dates.of(d.date())
        }),
        "gender" => one(field, formats.gender(text), |g| g.shown().to_owned()),
        "ethnic_group" => ethnic_group(text, formats).map(|g| Some(g.shown().to_owned())),
        "cro" => one(field, CroNumber::read(text), |c| c.shown().to_owned()),
        "number_and_street" | "locality" | "post_town" => address_line(field, text),
        "postcode" => one(field, Postcode::read(text), |p| formats.postcode(p)),
        "manager_name" | "manager_organisation" => manager(field, text),
        "since" | "until" => one(field, calendar::read(text, today), |d| shown(*d)),
        _ => Ok(Some(text.trim().to_owned())),
    }
}

/// A day as a field has it.
pub(super) fn shown(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

/// A listed group; where the words fit several, the fault names them.
pub(super) fn ethnic_group(text: &str, formats: &Formats) -> Result<EthnicGroup, FieldFault> {
    formats.ethnic_group(text).map_err(|fault| {
        let told = told("ethnic_group", &fault);
        let EthnicGroupFault::Ambiguous { candidates } = fault else {
            return told;
        };
        let names: Vec<_> = candidates.into_iter().map(EthnicGroup::shown).collect();
        told.with("candidates", names.join("; "))
    })
}

/// The field that a fault of a name is about.
pub(super) fn of_name(fault: &NameFault) -> &'static str {
    let (NameFault::Missing { part }
    | NameFault::Character { part, .. }
    | NameFault::TooLong { part, .. }) = fault;
    match part {
        NamePart::Title => "title",
        NamePart::Forename => "forename",
        NamePart::Surname => "surname",
    }
}

/// The field that a fault of an address is about.
pub(super) fn of_address(fault: &AddressFault) -> &'static str {
    use AddressFault::*;
    match fault {
        Missing { line } | Character { line } | TooLong { line, .. } => match line {
            AddressLine::NumberAndStreet => "number_and_street",
            AddressLine::Locality => "locality",
            AddressLine::PostTown => "post_town",
        },
        DigitInTown => "post_town",
        Postcode { .. } => "postcode",
    }
}

/// The field that a fault of an offender manager is about.
pub(super) fn of_manager(fault: &OffenderManagerFault) -> &'static str {
    match fault {
        OffenderManagerFault::Name { .. } => "manager_name",
        _ => "manager_organisation",
    }
}

fn one<T>(field: &str, read: Result<T, impl Serialize>, shown: impl Fn(&T) -> String) -> Checked {
    read.map(|value| Some(shown(&value)))
        .map_err(|fault| told(field, &fault))
}

/// One part among two good ones, so that what is wrong is its own.
fn name_part(field: &str, text: &str) -> Checked {
    let read = match field {
        "title" => PersonName::read(text, "-", "X"),
        "forename" => PersonName::read("", text, "X"),
        _ => PersonName::read("", "-", text),
    };
    let part = |name: &PersonName| match field {
        "title" => name.title().to_owned(),
        "forename" => name.forename().to_owned(),
        _ => name.surname().to_owned(),
    };
    first(field, read, part)
}

fn address_line(field: &str, text: &str) -> Checked {
    let read = match field {
        "number_and_street" => Address::read(text, "", "X", "B1 1AA"),
        "locality" => Address::read("1", text, "X", "B1 1AA"),
        _ => Address::read("1", "", text, "B1 1AA"),
    };
    let line = |address: &Address| match (address, field) {
        (Address::NoFixedAbode, _) => NO_FIXED_ABODE.to_owned(),
        (Address::Property(p), "number_and_street") => p.number_and_street().to_owned(),
        (Address::Property(p), "locality") => p.locality().to_owned(),
        (Address::Property(p), _) => p.post_town().to_owned(),
    };
    first(field, read, line)
}

fn manager(field: &str, text: &str) -> Checked {
    let (read, is_name) = match field {
        "manager_name" => (OffenderManager::read(text, "X"), true),
        _ => (OffenderManager::read("X Y", text), false),
    };
    let part = |manager: &OffenderManager| {
        if is_name {
            manager.name().shown()
        } else {
            manager.organisation().to_owned()
        }
    };
    first(field, read, part)
}

fn first<T>(
    field: &str,
    read: Result<T, Vec<impl Serialize>>,
    shown: impl Fn(&T) -> String,
) -> Checked {
    match read {
        Ok(value) => Ok(Some(shown(&value))),
        Err(faults) => faults
            .first()
            .map_or(Ok(None), |fault| Err(told(field, fault))),
    }
}
