//! What can be done to the record: a closed list, so that no entry says anything that was not foreseen.

macro_rules! entry_kinds {
    ($($kind:ident = $slug:literal,)*) => {
        /// What an entry says was done. The slugs are hashed into the chain and never change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "the slug says it")]
        pub enum EntryKind { $($kind,)* }

        impl EntryKind {
            /// Every kind, in the order of this list.
            pub const ALL: &[Self] = &[$(Self::$kind,)*];

            /// The kind as the journal spells it.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$kind => $slug,)* }
            }
        }
    };
}

entry_kinds! {
    RecordCreated = "record.created",
    RecordUnlocked = "record.unlocked",
    RecordLocked = "record.locked",
    RecordRenamed = "record.renamed",
    IdleChosen = "idle.chosen",
    MeetingRested = "meeting.rested",
    MeetingResumed = "meeting.resumed",
    UserAdded = "user.added",
    UserRenamed = "user.renamed",
    UserRetired = "user.retired",
    UserLinked = "user.linked",
    PassphraseChanged = "passphrase.changed",
    PassphraseReissued = "passphrase.reissued",
    PaperRenewed = "paper.renewed",
    PackKept = "pack.kept",
    MeetingPrepared = "meeting.prepared",
    MeetingPlanned = "meeting.planned",
    RegisterOpened = "register.opened",
    RegisterPutBack = "register.put_back",
    PersonPresent = "person.present",
    PersonAbsent = "person.absent",
    PersonNew = "person.new",
    PersonApologies = "person.apologies",
    PersonRole = "person.role",
    StatementRead = "statement.read",
    AgreementAccepted = "agreement.accepted",
    AgreementDeclined = "agreement.declined",
    DeclarationSigned = "declaration.signed",
    DeclarationDeclined = "declaration.declined",
    AuthorityConfirmed = "authority.confirmed",
    PinSet = "pin.set",
    LaptopHandedOver = "laptop.handed_over",
    LaptopTakenBack = "laptop.taken_back",
    MeetingBegan = "meeting.began",
    PersonArrived = "person.arrived",
    PersonLetIn = "person.let_in",
    PersonLeft = "person.left",
    PersonSteppedOut = "person.stepped_out",
    PersonSteppedBack = "person.stepped_back",
    AgendaTurned = "agenda.turned",
    MinutesAgreed = "minutes.agreed",
    MinutesAgreeUndone = "minutes.agree_undone",
    ActionSettled = "action.settled",
    CaseOpened = "case.opened",
    CaseClosed = "case.closed",
    CustodyChanged = "custody.changed",
    CaseDeferred = "case.deferred",
    CaseWaits = "case.waits_again",
    CaseReferredHere = "case.referred_here",
    CaseReferralUndone = "case.referral_undone",
    CaseReferredOn = "case.referred_on",
    CaseTakenOff = "case.taken_off",
    CaseReopened = "case.reopened",
    CaseJoined = "case.joined",
    CaseParted = "case.parted",
    RoomAsked = "room.asked",
    RoomAskUndone = "room.ask_undone",
    NilReturnsRecorded = "nil_returns.recorded",
    NoChangeRecorded = "no_change.recorded",
    DateSet = "date.set",
    UpdateKept = "update.kept",
    UpdateDropped = "update.dropped",
    UpdatePut = "update.put",
    UpdateSetAside = "update.set_aside",
    UpdateWaits = "update.waits",
    ItemRecorded = "item.recorded",
    ItemReleased = "item.released",
    HeldWithheld = "held.withheld",
    HeldWaits = "held.waits",
    ItemOnGround = "item.on_ground",
    ActionRecorded = "action.recorded",
    DecisionRecorded = "decision.recorded",
    DissentRecorded = "dissent.recorded",
    SilenceRecorded = "silence.recorded",
    LineReworded = "line.reworded",
    LineUndone = "line.undone",
    LineRestored = "line.restored",
    LineCorrected = "line.corrected",
    LineMoved = "line.moved",
    LineConverted = "line.converted",
    ActionReassigned = "action.reassigned",
    RecipientTold = "recipient.told",
    PresenceAmended = "presence.amended",
    AcceptanceUndone = "acceptance.undone",
    OutcomeUndone = "outcome.undone",
    MoveUndone = "move.undone",
    MeetingPostponed = "meeting.postponed",
    MeetingAdjourned = "meeting.adjourned",
    MeetingAbandoned = "meeting.abandoned",
    QuorumSettled = "quorum.settled",
    ChairHanded = "chair.handed",
    PersonDeputises = "person.deputises",
    PersonChangedAgency = "person.changed_agency",
    MeetingEnded = "meeting.ended",
    MinutesSigned = "minutes.signed",
    DocumentIssued = "document.issued",
    DocumentViewed = "document.viewed",
    MeetingViewed = "meeting.viewed",
    PersonSaved = "person.saved",
    PersonMerged = "person.merged",
    PersonUnmerged = "person.unmerged",
    PeopleToldApart = "people.told_apart",
    OfficerSaved = "officer.saved",
    CaseSaved = "case.saved",
    CaseViewed = "case.viewed",
    CasesMerged = "cases.merged",
    CaseUnmerged = "case.unmerged",
    CasesToldApart = "cases.told_apart",
    ConsentSaved = "consent.saved",
    ConsentWithdrawn = "consent.withdrawn",
    RestrictionUpheld = "restriction.upheld",
    RestrictionLifted = "restriction.lifted",
    ManagerAuthorised = "manager.authorised",
    AuthorityWithdrawn = "authority.withdrawn",
    PermissionGiven = "permission.given",
    PermissionWithdrawn = "permission.withdrawn",
    PowerChosen = "power.chosen",
    PowerWithdrawn = "power.withdrawn",
    AdviceAsked = "advice.asked",
    AdviceGiven = "advice.given",
    CaseWentOn = "case.went_on",
    ItemHeard = "item.heard",
    ImportAgreed = "import.agreed",
    CaseImported = "case.imported",
    RecoveryConfirmed = "recovery.confirmed",
    WordKept = "word.kept",
    WordDropped = "word.dropped",
    Erasure = "erasure",
}

impl EntryKind {
    pub(crate) fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.slug() == slug)
    }
}

#[cfg(test)]
mod tests {
    use super::EntryKind;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_kinds_are_spelt_alike_and_each_is_read_back() {
        let slugs: BTreeSet<&str> = EntryKind::ALL.iter().map(|kind| kind.slug()).collect();
        assert_eq!(slugs.len(), EntryKind::ALL.len());
        for kind in EntryKind::ALL {
            assert_eq!(EntryKind::from_slug(kind.slug()), Some(*kind));
        }
    }
}
