//! The agreed forms of §2.2.5: what people write is accepted, one form is stored, and a fault says exactly what is wrong.
//!
//! Every `read` is total and every fault is a code with its facts; the sentences belong to the window.
//! Values that identify somebody hide themselves in `Debug`, as [`crate::words::Words`] does.

mod address;
mod address_line;
mod birth;
mod contact;
mod cro;
mod ethnicity;
mod gender;
mod initials;
mod name;
mod offender_manager;
mod postcode;
mod tidy;

pub use address::{Address, AddressFault, AddressLine, NO_FIXED_ABODE, Property};
pub use address_line::address_lines;
pub use birth::{DateOfBirth, DateOfBirthFault};
pub use contact::{Email, EmailFault, Telephone, TelephoneFault};
pub use cro::{CroNumber, CroNumberFault};
pub use ethnicity::{EthnicGroup, EthnicGroupFault, EthnicHeading};
pub use gender::{Gender, GenderFault};
pub use name::{NameFault, NamePart, PersonName};
pub use offender_manager::{OffenderManager, OffenderManagerFault};
pub use postcode::{Postcode, PostcodeFault};
