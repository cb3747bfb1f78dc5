//! An offender manager: a name and an organisation (§2.2.5).

use super::name::{NameFault, PersonName};
use super::tidy;
use crate::words::Words;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Who manages the offender, and for which organisation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct OffenderManager {
    name: PersonName,
    organisation: Words,
}

/// What is wrong with an offender manager's entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "of")]
pub enum OffenderManagerFault {
    #[error("the name: {fault}")]
    Name {
        #[serde(rename = "name")]
        fault: NameFault,
    },
    #[error("the organisation is missing")]
    OrganisationMissing,
    #[error("the organisation holds a character that cannot be seen")]
    OrganisationCharacter,
    #[error("the organisation is longer than {limit} characters")]
    OrganisationTooLong { limit: usize },
}

const LIMIT: usize = 120;

impl OffenderManager {
    /// Reads the two fields of a form; the name may have its title.
    pub fn read(name: &str, organisation: &str) -> Result<Self, Vec<OffenderManagerFault>> {
        let name = PersonName::read_line(name).map_err(|faults| {
            faults
                .into_iter()
                .map(|fault| OffenderManagerFault::Name { fault })
                .collect::<Vec<_>>()
        });
        match (name, organisation_of(organisation)) {
            (Ok(name), Ok(organisation)) => Ok(Self { name, organisation }),
            (name, organisation) => {
                let mut faults = name.err().unwrap_or_default();
                faults.extend(organisation.err());
                Err(faults)
            }
        }
    }

    /// Reads one line: "Jo Field, Probation Service", "Jo Field (Probation Service)".
    pub fn read_line(line: &str) -> Result<Self, Vec<OffenderManagerFault>> {
        let (name, organisation) = line.split_once([',', '(', '/']).unwrap_or((line, ""));
        Self::read(name, organisation.trim_end().trim_end_matches(')'))
    }

    /// The person.
    pub fn name(&self) -> &PersonName {
        &self.name
    }

    /// The organisation as written.
    pub fn organisation(&self) -> &str {
        self.organisation.as_str()
    }

    /// The agreed form: name, then organisation.
    pub fn shown(&self) -> String {
        format!("{}, {}", self.name.shown(), self.organisation())
    }
}

fn organisation_of(text: &str) -> Result<Words, OffenderManagerFault> {
    let text = tidy::marks(text);
    if text.is_empty() {
        Err(OffenderManagerFault::OrganisationMissing)
    } else if text.chars().any(tidy::unseen) {
        Err(OffenderManagerFault::OrganisationCharacter)
    } else if text.chars().count() > LIMIT {
        Err(OffenderManagerFault::OrganisationTooLong { limit: LIMIT })
    } else {
        Ok(Words::new(text))
    }
}

#[cfg(test)]
mod tests {
    use super::super::name::NamePart;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn name_and_organisation_are_read_however_they_are_written() {
        for line in [
            "Jo Field, Probation Service",
            "Jo Field (Probation Service)",
            " Jo  Field / Probation  Service ",
        ] {
            let manager = OffenderManager::read_line(line).expect(line);
            assert_eq!(manager.shown(), "Jo Field, Probation Service");
        }
    }

    #[test]
    fn what_is_missing_is_named_at_once() {
        assert_eq!(
            OffenderManager::read("Field", " "),
            Err(vec![
                OffenderManagerFault::Name {
                    fault: NameFault::Missing {
                        part: NamePart::Forename
                    }
                },
                OffenderManagerFault::OrganisationMissing,
            ])
        );
    }

    proptest! {
        #[test]
        fn reading_what_is_shown_changes_nothing(
            name in "[A-Z][a-z]{1,8} [A-Z][a-z]{1,8}", organisation in "[A-Za-z& ,()]{1,30}"
        ) {
            if let Ok(manager) = OffenderManager::read(&name, &organisation) {
                let again = OffenderManager::read(&manager.name().shown(), manager.organisation());
                prop_assert_eq!(again, Ok(manager));
            }
        }

        #[test]
        fn reading_never_panics(line in ".{0,60}") {
            let _ = OffenderManager::read_line(&line);
        }
    }
}
