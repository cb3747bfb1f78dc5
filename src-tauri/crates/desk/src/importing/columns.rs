//! What a column holds, by what its head is called in the lists that partnerships keep.

use super::forms::ImportField;
use super::records::Cells;

/// Heads without their spaces, stops and capitals.
const HEADS: &[(ImportField, &str)] = &[
    (
        ImportField::Reference,
        "reference ref refno refnumber referenceno referencenumber caseref \
         casereference caseno casenumber odocref odocreference dipref urn",
    ),
    (ImportField::Title, "title salutation"),
    (
        ImportField::Forename,
        "forename forenames forenamename firstname firstnames givenname givennames \
         christianname fname first",
    ),
    (
        ImportField::Surname,
        "surname lastname familyname secondname sname last",
    ),
    (
        ImportField::WholeName,
        "name fullname nominal nominalname offender offendername client clientname \
         person personname subject subjectname individual",
    ),
    (
        ImportField::Born,
        "dob dateofbirth birthdate dateborn born birth dofb birthday",
    ),
    (ImportField::Gender, "gender sex mf"),
    (
        ImportField::EthnicGroup,
        "ethnicgroup ethnicity ethnicorigin ethnic ethniccode ethnicitycode \
         selfdefinedethnicity sde",
    ),
    (
        ImportField::Cro,
        "cro crono cronumber criminalrecordsnumber criminalrecordsofficenumber",
    ),
    (
        ImportField::NumberAndStreet,
        "numberandstreet housenumberandstreet houseandstreet street streetaddress \
         address1 addressline1 addr1 road houseno",
    ),
    (
        ImportField::Locality,
        "locality address2 addressline2 addr2 district area village estate",
    ),
    (
        ImportField::PostTown,
        "posttown town city townorcity towncity address3 addressline3 addr3",
    ),
    (
        ImportField::Postcode,
        "postcode postalcode pcode zip zipcode addresspostcode",
    ),
    (
        ImportField::WholeAddress,
        "address fulladdress homeaddress currentaddress addr",
    ),
    (
        ImportField::ManagerName,
        "offendermanager offendermanagername om omname com manager managername \
         probationofficer caseworker keyworker communityoffendermanager",
    ),
    (
        ImportField::ManagerOrganisation,
        "offendermanagerorganisation offendermanagersorganisation managerorganisation \
         omorganisation omagency offendermanageragency",
    ),
    (ImportField::Cohort, "cohort category group iomcohort"),
    (
        ImportField::Lead,
        "lead leadagency leadorganisation leadteam leadprofessional",
    ),
    (
        ImportField::Custody,
        "custody custodystatus custodyorcommunity status incustody whereabouts",
    ),
    (ImportField::Establishment, "establishment prison hmp"),
    (
        ImportField::Since,
        "since custodysince incustodysince orderfrom orderstart",
    ),
    (
        ImportField::Until,
        "until release releasedate orderends orderuntil orderend orderenddate \
         licenceends licenceenddate orderorlicenceends",
    ),
    (ImportField::Mappa, "mappa mappaflag"),
    (
        ImportField::ChildProtection,
        "childprotection cp cpflag childprotectionflag childprotectionplan",
    ),
    (ImportField::Under18, "under18 under18flag juvenile"),
    (
        ImportField::Note,
        "note notes comment comments remark remarks otherinformation",
    ),
];

/// What each column holds, each field at most once; an address alone in its column is a whole one.
pub(super) fn guessed(heads: &[String], width: usize) -> Vec<Option<ImportField>> {
    let mut taken = Vec::new();
    let mut columns: Vec<_> = heads
        .iter()
        .map(|head| {
            let field = field(head).filter(|field| !taken.contains(field))?;
            taken.push(field);
            Some(field)
        })
        .collect();
    let has = |field| taken.contains(&field);
    let parts = has(ImportField::PostTown) || has(ImportField::Postcode);
    for column in &mut columns {
        if parts && *column == Some(ImportField::WholeAddress) {
            *column = Some(ImportField::NumberAndStreet).filter(|field| !has(*field));
        }
        if has(ImportField::Surname) && *column == Some(ImportField::WholeName) {
            *column = Some(ImportField::Forename).filter(|field| !has(*field));
        }
    }
    columns.resize(width.max(columns.len()), None);
    columns
}

/// How many of a row's cells are heads that are known.
pub(super) fn known(row: &Cells) -> usize {
    row.iter().filter(|cell| field(cell).is_some()).count()
}

/// A column's letter, as a spreadsheet has it: A to Z, then AA.
pub(super) fn letter(at: usize) -> String {
    let last = char::from(b'A' + u8::try_from(at % 26).unwrap_or_default());
    match at / 26 {
        0 => last.to_string(),
        before => format!("{}{last}", letter(before - 1)),
    }
}

fn field(head: &str) -> Option<ImportField> {
    let plain: String = head.chars().filter(|c| c.is_alphanumeric()).collect();
    let plain = plain.to_lowercase();
    let fits =
        |(_, names): &&(ImportField, &str)| names.split_whitespace().any(|name| name == plain);
    HEADS.iter().find(fits).map(|(field, _)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ImportField::*;

    #[test]
    fn heads_are_known_by_what_lists_call_them() {
        let guess = |heads: &[&str]| {
            let heads: Vec<_> = heads.iter().map(|h| (*h).to_owned()).collect();
            guessed(&heads, 0)
        };
        assert_eq!(
            guess(&[
                "Last Name",
                "FIRST NAME(S)",
                "D.O.B.",
                "Post code",
                "Shoe size"
            ]),
            [
                Some(Surname),
                Some(Forename),
                Some(Born),
                Some(Postcode),
                None
            ]
        );
        assert_eq!(
            guess(&["Name", "Address"]),
            [Some(WholeName), Some(WholeAddress)]
        );
        assert_eq!(
            guess(&["Surname", "Name", "Address", "Postcode"]),
            [
                Some(Surname),
                Some(Forename),
                Some(NumberAndStreet),
                Some(Postcode)
            ]
        );
        assert_eq!(guess(&["Surname", "Surname"]), [Some(Surname), None]);
    }

    #[test]
    fn letters_go_on_as_a_spreadsheets_do() {
        let letters = [0, 25, 26, 51, 52, 701, 702].map(letter);
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
