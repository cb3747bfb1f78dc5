//! The recovery key, printed once on paper: 160 random bits in eight groups that each catch a slip of the pen.

use crate::random::{NoRandomness, Random, fresh};
use std::fmt;
use zeroize::Zeroizing;

/// Crockford's base 32, without the letters that are taken for digits.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS: usize = 8;
const DIGITS: usize = 4;

/// The paper key to the record.
pub struct RecoveryKey(Zeroizing<[u8; 20]>);

/// What is wrong with a recovery key as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryKeyFault {
    #[error("the recovery key has {characters} characters and needs 40")]
    Length { characters: usize },
    #[error("group {group} of the recovery key does not check")]
    Group { group: usize },
}

impl RecoveryKey {
    pub(crate) fn fresh(random: &dyn Random) -> Result<Self, NoRandomness> {
        Ok(Self(Zeroizing::new(fresh(random)?)))
    }

    pub(crate) fn bytes(&self) -> &[u8; 20] {
        &self.0
    }

    /// The eight groups as they are printed, four characters and a check in each.
    pub fn printed(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(GROUPS * (DIGITS + 2)));
        for (group, digits) in self.digits().chunks(DIGITS).enumerate() {
            if group > 0 {
                text.push('-');
            }
            for digit in digits.iter().chain([&check(group, digits)]) {
                text.push(char::from(ALPHABET[usize::from(*digit)]));
            }
        }
        text
    }

    /// Reads the key as somebody typed it from paper: any case, any spacing, O for 0 and I or L for 1.
    ///
    /// # Errors
    /// [`RecoveryKeyFault`], naming the group (from 1) that was mistyped.
    pub fn typed(text: &str) -> Result<Self, RecoveryKeyFault> {
        let characters: Zeroizing<Vec<char>> = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .collect::<Vec<_>>()
            .into();
        if characters.len() != GROUPS * (DIGITS + 1) {
            return Err(RecoveryKeyFault::Length {
                characters: characters.len(),
            });
        }
        let mut digits = Zeroizing::new(Vec::with_capacity(GROUPS * DIGITS));
        for (group, written) in characters.chunks(DIGITS + 1).enumerate() {
            let fault = RecoveryKeyFault::Group { group: group + 1 };
            let read: Option<Vec<u8>> = written.iter().map(|c| digit(*c)).collect();
            let read = Zeroizing::new(read.ok_or(fault)?);
            if check(group, &read[..DIGITS]) != read[DIGITS] {
                return Err(fault);
            }
            digits.extend_from_slice(&read[..DIGITS]);
        }
        Ok(Self(packed(&digits)))
    }

    /// The 160 bits as 32 digits of five bits.
    fn digits(&self) -> Zeroizing<Vec<u8>> {
        let bit = |n: usize| (self.0[n / 8] >> (7 - n % 8)) & 1;
        let digit = |d: usize| (0..5).fold(0, |value, b| (value << 1) | bit(d * 5 + b));
        Zeroizing::new((0..GROUPS * DIGITS).map(digit).collect())
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey")
    }
}

fn packed(digits: &[u8]) -> Zeroizing<[u8; 20]> {
    let mut bytes = Zeroizing::new([0; 20]);
    for bit in 0..160 {
        let value = (digits[bit / 5] >> (4 - bit % 5)) & 1;
        bytes[bit / 8] |= value << (7 - bit % 8);
    }
    bytes
}

/// A polynomial over the field of 32 elements, begun with the group's place: it catches every single slip, every swap of two
/// neighbours, and whole groups in the wrong order.
fn check(group: usize, digits: &[u8]) -> u8 {
    let begun = u8::try_from(group + 1).unwrap_or(31);
    digits
        .iter()
        .fold(begun, |value, digit| times_x(value) ^ digit)
}

fn times_x(value: u8) -> u8 {
    let doubled = value << 1;
    if doubled & 0b10_0000 == 0 {
        doubled
    } else {
        (doubled ^ 0b10_0101) & 0b1_1111
    }
}

fn digit(written: char) -> Option<u8> {
    let meant = match written.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|a| char::from(*a) == meant)?;
    u8::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use super::{ALPHABET, RecoveryKey, RecoveryKeyFault};
    use crate::random::SystemRandom;

    fn key() -> RecoveryKey {
        RecoveryKey::fresh(&SystemRandom).unwrap()
    }

    #[test]
    fn what_is_printed_can_be_typed_back_in_any_case_and_spacing() {
        let key = key();
        let printed = key.printed();
        assert_eq!(printed.len(), 8 * 5 + 7);
        for typed in [
            printed.to_string(),
            printed.to_lowercase(),
            printed.replace('-', "  "),
        ] {
            assert_eq!(RecoveryKey::typed(&typed).unwrap().bytes(), key.bytes());
        }
    }

    #[test]
    fn every_single_wrong_character_is_laid_to_its_group() {
        let printed = key().printed();
        for place in (0..printed.len()).filter(|p| p % 6 != 5) {
            for wrong in ALPHABET {
                let mut typed = printed.as_bytes().to_vec();
                if typed[place] == *wrong {
                    continue;
                }
                typed[place] = *wrong;
                let typed = String::from_utf8(typed).unwrap();
                let fault = RecoveryKey::typed(&typed).unwrap_err();
                assert_eq!(
                    fault,
                    RecoveryKeyFault::Group {
                        group: place / 6 + 1
                    }
                );
            }
        }
    }

    #[test]
    fn two_groups_in_the_wrong_order_are_noticed() {
        let printed = key().printed();
        let mut groups: Vec<&str> = printed.split('-').collect();
        groups.swap(2, 5);
        assert!(RecoveryKey::typed(&groups.join("-")).is_err());
    }

    #[test]
    fn a_key_cut_short_is_told_from_one_mistyped() {
        let fault = RecoveryKey::typed("ABCD").unwrap_err();
        assert_eq!(fault, RecoveryKeyFault::Length { characters: 4 });
    }

    #[test]
    fn debug_output_shows_nothing_of_the_key() {
        assert_eq!(format!("{:?}", key()), "RecoveryKey");
    }
}
