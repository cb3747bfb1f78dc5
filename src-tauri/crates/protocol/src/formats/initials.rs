//! The first letters of a name: which part of it they are taken from, and how they are written.

/// Words before a family name that it is not called by: whoever is "ap Rhys" or "bin Yusuf" is filed under R or Y.
const PARTICLES: [&str; 37] = [
    "ab", "af", "al", "ap", "av", "ben", "bin", "bint", "da", "dal", "de", "del", "della", "den",
    "der", "di", "do", "dos", "du", "e", "el", "ferch", "ibn", "la", "le", "merch", "ní", "nic",
    "ten", "ter", "uí", "van", "verch", "von", "y", "zu", "zum",
];

/// Where a name in one line is parted: its last word is the family name, with the particles that stand before it.
pub(super) fn apart(line: &str) -> (&str, &str) {
    let Some((mut given, _)) = line.rsplit_once(' ') else {
        return ("", line);
    };
    while let Some((before, word)) = given.rsplit_once(' ') {
        if !PARTICLES.contains(&word) {
            break;
        }
        given = before;
    }
    (given, line[given.len()..].trim_start())
}

/// Of every given name; of what stands in brackets, a name among friends, none.
pub(super) fn given(names: &str) -> impl Iterator<Item = String> {
    let names = names.split(' ').filter(|name| !name.starts_with('('));
    names.filter_map(initial)
}

/// Of the word that the family name is called by: nobody is called by a particle alone, if they have another.
pub(super) fn family(name: &str) -> Option<String> {
    let words = || name.split(' ').filter(|word| !word.is_empty());
    let called = words().find(|word| !PARTICLES.contains(&word.to_lowercase().as_str()));
    called.or_else(|| words().next()).and_then(initial)
}

/// Its first letter as a capital where the script has them, with the marks that belong to it.
fn initial(word: &str) -> Option<String> {
    let letters = word.trim_start_matches(|c: char| !c.is_alphabetic());
    let mut rest = letters.chars();
    let first = rest.next()?;
    let mut initial: String = match first.to_uppercase() {
        // Georgian has capitals for whole words in headings only, and few faces hold them.
        _ if matches!(first, '\u{10D0}'..='\u{10FF}') => first.to_string(),
        capital => capital.collect(),
    };
    initial.extend(rest.clone().take_while(|&c| is_mark(c)));
    // Welsh has a letter of two signs, and Lloyd is no L.
    if initial == "L" && rest.next().is_some_and(|c| matches!(c, 'l' | 'L')) {
        initial.push('l');
    }
    initial.push('.');
    Some(initial)
}

/// Accents that are signs of their own, and the vowels that Indic and Arabic scripts write onto a letter.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05C7}' | '\u{064B}'..='\u{065F}' | '\u{0670}'
        | '\u{093A}'..='\u{093C}' | '\u{093E}'..='\u{094F}' | '\u{0981}'..='\u{0983}'
        | '\u{09BC}' | '\u{09BE}'..='\u{09CD}' | '\u{0A01}'..='\u{0A03}' | '\u{0A3C}'..='\u{0A4D}'
        | '\u{0A70}'..='\u{0A71}' | '\u{0A81}'..='\u{0A83}' | '\u{0ABC}' | '\u{0ABE}'..='\u{0ACD}'
        | '\u{0B82}' | '\u{0BBE}'..='\u{0BCD}')
}

#[cfg(test)]
mod tests {
    use crate::formats::PersonName;
    use proptest::prelude::*;

    #[test]
    fn initials_and_the_short_form_are_those_that_people_go_by() {
        for (title, forename, surname, initials, short) in [
            ("Mr", "Joe", "Bloggs", "J.B.", "J. Bloggs"),
            ("Dr", "Mary Jane", "Watson", "M.J.W.", "M. Watson"),
            ("Ms", "siân", "o’brien", "S.O.", "S. o'brien"),
            ("", "Niamh", "O'Brien", "N.O.", "N. O'Brien"),
            ("", "Gwilym", "ap Rhys", "G.R.", "G. ap Rhys"),
            ("", "Siôn", "ap Cadfaelwy", "S.C.", "S. ap Cadfaelwy"),
            ("", "Llŷr", "Llwyd", "Ll.Ll.", "Ll. Llwyd"),
            ("", "LLOYD", "JONES", "Ll.J.", "Ll. JONES"),
            ("", "Ahmed", "bin Yusuf", "A.Y.", "A. bin Yusuf"),
            ("", "Maria", "de la Cruz", "M.C.", "M. de la Cruz"),
            ("", "Anne-Marie", "Smith-Jones", "A.S.", "A. Smith-Jones"),
            ("", "John (Jack)", "Smith Jr.", "J.S.", "J. Smith Jr."),
            ("", "Émile", "E\u{301}va", "É.E\u{301}.", "É. E\u{301}va"),
            ("", "Łukasz", "Wiśniewski", "Ł.W.", "Ł. Wiśniewski"),
            ("", "Олена", "Шевченко", "О.Ш.", "О. Шевченко"),
            ("", "محمد", "خان", "م.خ.", "م. خان"),
            ("", "ਗੁਰਪ੍ਰੀਤ", "ਸਿੰਘ", "ਗੁ.ਸਿੰ.", "ਗੁ. ਸਿੰਘ"),
            ("", "ნინო", "ბერიძე", "ნ.ბ.", "ნ. ბერიძე"),
            ("", "伟", "王", "伟.王.", "伟. 王"),
            ("Mr", "-", "Suparman", "S.", "Suparman"),
            ("", "-", "van", "V.", "van"),
        ] {
            let name = PersonName::read(title, forename, surname).expect(short);
            assert_eq!(
                (name.initials(), name.short()),
                (initials.into(), short.into())
            );
        }
    }

    proptest! {
        #[test]
        fn no_name_is_without_an_initial_and_no_initial_is_a_title(
            f in "[A-Za-z ]{0,12}", s in "\\PC{1,20}",
        ) {
            if let Ok(name) = PersonName::read("Qqq", &f, &s) {
                prop_assert!(name.initials().ends_with('.'));
                let plain = PersonName::read("", if name.forename().is_empty() { "-" } else { &f }, &s);
                prop_assert_eq!(plain.map(|plain| plain.initials()), Ok(name.initials()));
            }
        }
    }
}
