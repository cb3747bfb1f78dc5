//! What stands before an item's words, in one breath.

use super::item::ItemParts;
use super::proposal::{Source, SubjectCategory};
use crate::pack::Pack;
use crate::trade::Basis;

impl ItemParts {
    /// Whose it is, of what kind and on what basis, from whom and of whom: "Police, Current intelligence, fact".
    pub fn headed(&self, pack: &Pack) -> String {
        let basis = match self.basis {
            Basis::Fact => "fact",
            Basis::ProfessionalJudgement => "professional judgement",
        };
        let (team, kind) = (pack.team_called(&self.team), pack.kind_called(&self.kind));
        let mut headed = format!("{team}, {kind}, {basis}");
        if let Source::ThirdParty(owner) = &self.source {
            headed.push_str(&format!(", from {}", owner.called(pack)));
        }
        if let Some(about) = self.about {
            let category = match about {
                SubjectCategory::Convicted => "somebody convicted",
                SubjectCategory::Suspect => "a suspect",
                SubjectCategory::Victim => "a victim",
                SubjectCategory::Witness => "a witness",
            };
            headed.push_str(&format!(", about {category}"));
        }
        headed
    }
}
