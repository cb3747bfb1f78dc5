//! What the rules refuse, each with its clause.

pub use crate::clause::Clause;

mod cited;

use crate::ids::{AttendanceId, SlotId};
use crate::pack::Rule;
use thiserror::Error;

/// A move that the protocol, or the order of the meeting, does not allow now: which rule, and whom it concerns.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The meeting is at another stage than the move needs.
    #[error("the meeting is at another stage")]
    WrongStage,
    /// No such person on this meeting's register.
    #[error("not on the register of this meeting")]
    NotOnTheRegister,
    /// The same person is on this meeting's register already.
    #[error("already on the register")]
    AlreadyOnTheRegister(AttendanceId),
    /// The move needs somebody who is in the room.
    #[error("not in the room")]
    NotInTheRoom(AttendanceId),
    /// The opening statement has not been read.
    #[error("the opening statement has not been read")]
    StatementNotRead,
    /// Nobody in the room chairs.
    #[error("nobody in the room chairs")]
    NobodyChairs,
    /// Nobody in the room takes the minutes.
    #[error("nobody in the room takes the minutes")]
    NobodyTakesMinutes,
    /// These people in the room have not accepted the agreement shown.
    #[error("not everyone in the room has accepted")]
    NotEveryoneAccepted(Vec<AttendanceId>),
    /// These representatives of non-statutory agencies have not signed.
    #[error("declarations are missing")]
    DeclarationsMissing(Vec<AttendanceId>),
    /// The acceptance is of another text than the one pinned for this meeting.
    #[error("another version of the agreement was shown")]
    AnotherTextShown,
    /// This person's agency is statutory: no declaration is asked of them.
    #[error("no declaration is required of this person")]
    NoDeclarationNeeded(AttendanceId),
    /// The typed name or the signature on a declaration is missing.
    #[error("the declaration is not signed")]
    NotSigned,
    /// No case opens before the meeting has been opened by the gate.
    #[error("the register has not been completed")]
    GateClosed,
    /// Another case is still open.
    #[error("another case is open")]
    AnotherCaseOpen(SlotId),
    /// The move needs an open case.
    #[error("no case is open")]
    NoCaseOpen,
    /// No such case on the agenda.
    #[error("not on the agenda")]
    NotOnTheAgenda,
    /// The case stands on the agenda already.
    #[error("already on the agenda")]
    AlreadyOnTheAgenda,
    /// The case has been dealt with at this meeting.
    #[error("the case has been dealt with")]
    CaseDone(SlotId),
    /// The case stood on the agenda before the meeting began.
    #[error("the case was not added at this meeting")]
    NotAddedHere,
    /// Something of the record would be left without its case.
    #[error("something was recorded of the case")]
    RecordedOfIt,
    /// A case closes with a decision, an action or an express "no action".
    #[error("nothing was decided")]
    NothingDecided(SlotId),
    /// Nobody of the sharing agency is in the room to share it.
    #[error("nobody of that agency is in the room")]
    OriginatorNotHere,
    /// The agency has somebody in the room, who says what it has to say.
    #[error("somebody of that agency is in the room")]
    OriginatorHere,
    /// It is about a person, whose consents and objections count in their own case alone.
    #[error("it is about a person, and no case is open")]
    AboutAPerson,
    /// The words of a fact would read as somebody's own view from now on.
    #[error("that reads as somebody's own view")]
    OwnView,
    /// The item would reach somebody whom the rules do not allow.
    #[error("the item is not permitted")]
    NotPermitted(Clause),
    /// Everybody was left out: the item would be shared with nobody.
    #[error("nobody would receive it")]
    NobodyReceives,
    /// Nothing was written.
    #[error("nothing was written")]
    NothingWritten,
    /// No such kind of information, team, purpose or power in the pinned pack.
    #[error("not in the agreement pack")]
    NotInThePack,
    /// No such line in this meeting.
    #[error("no such line")]
    NoSuchLine,
    /// There is nothing to undo in the present place.
    #[error("nothing to undo")]
    NothingToUndo,
    /// No such open action.
    #[error("no such open action")]
    NoSuchAction,
    /// An action that was not done needs a new date, or another outcome.
    #[error("a new date is needed")]
    NewDateNeeded,
    /// The date lies before the meeting.
    #[error("the date lies in the past")]
    DateInThePast,
    /// People came today and the meeting was put off: its cases could be read since, and it is not held today any more.
    #[error("the meeting was put off today")]
    PutOffToday,
    /// There are no earlier minutes to agree.
    #[error("there are no earlier minutes")]
    NoEarlierMinutes,
    /// Minutes are signed first, and then agreed.
    #[error("the earlier minutes are not signed")]
    MinutesNotSigned,
    /// The times given cannot be when somebody was in the room: out of order, or not yet come.
    #[error("those times do not fit together")]
    TimesDoNotFit(AttendanceId),
    /// They shared something at a moment at which they are said not to have been in the room.
    #[error("they spoke at that time")]
    SpokeThen(AttendanceId),
    /// Somebody whom the partnership needs is not in the room, and the chair has not said how to go on.
    #[error("somebody who is needed is not here")]
    NotQuorate,
    /// Everybody whom the partnership needs is in the room.
    #[error("nobody who is needed is missing")]
    NobodyMissing,
    /// Reports are heard and nothing is decided while somebody needed is away.
    #[error("reports only are heard")]
    HearsOnly,
    /// This person has the chair.
    #[error("they chair already")]
    ChairsAlready(AttendanceId),
    /// A deputy comes for somebody else, who is not there.
    #[error("nobody deputises for somebody who is here")]
    NoDeputyNeeded(AttendanceId),
    /// There is nothing that was taken back last and could be put back.
    #[error("nothing to put back")]
    NothingToRedo,
    /// Nil returns for the whole room, before the chair has asked it.
    #[error("the room has not been asked")]
    RoomNotAsked,
    /// No such update in writing, or none that still waits.
    #[error("no such update in writing")]
    NoSuchUpdate,
    /// "No change", while what an agency wrote about the case still waits.
    #[error("an update in writing still waits")]
    UpdateWaits,
    /// "No change", where something new was shared.
    #[error("something was shared")]
    SomethingWasShared,
    /// Nobody at the table is left who has said nothing.
    #[error("every agency has spoken")]
    EveryoneHasSpoken,
    /// The minutes are signed by whoever chairs at the close.
    #[error("only whoever chaired at the close signs")]
    NotTheChair,
    /// Nothing stands against sharing it, so it is no incident.
    #[error("nothing stands against sharing it")]
    MayBeShared,
    /// It is held no more where it was said: a later meeting has taken it up.
    #[error("a later meeting has taken it up")]
    TakenUp,
    /// The chair has said that it is not to be shared.
    #[error("it is not to be shared")]
    Withheld,
    /// An action is made of what was shared, and not of what is held or was heard without a ground.
    #[error("it has not been shared")]
    NotShared,
    /// An action prints its words without the mark of whose they are.
    #[error("it is somebody else's information")]
    OthersInformation,
    /// An action's words go to its agency, which did not have these.
    #[error("the agency of the action did not hear it")]
    OwnerDidNotHear,
    /// What was heard without a ground is no slip to be taken back.
    #[error("an incident stays on record")]
    IncidentStays,
    /// "Anything relevant" is no consent.
    #[error("a blanket release is no consent")]
    BlanketConsent,
    /// The person did not understand what follows, or was not free to refuse.
    #[error("the consent was not informed, or not freely given")]
    ConsentNotInformed,
    /// A paper that names no kind, no recipient or no purpose.
    #[error("the scope names nothing")]
    ScopeNamesNothing,
    /// Given after today, or ended before it began.
    #[error("the dates are out of order")]
    DatesOutOfOrder,
    /// A paper does not say everything that its rule asks of it.
    #[error("the paper is not complete")]
    NotComplete(Rule),
    /// It has been taken back already, under the rule that the paper stands in.
    #[error("already withdrawn")]
    AlreadyWithdrawn(Rule),
    /// A manager whose role does not reach that far, or of another service.
    #[error("another manager has to authorise this")]
    WrongManager,
    /// An exemption or another protocol's rules: nothing to share by.
    #[error("that power is no ground for sharing")]
    PowerIsNoGround,
    /// Something else stands in the place of that power today.
    #[error("that power has been superseded")]
    PowerSuperseded,
    /// A condition of another law, of another kind of information, or of consent that nobody gave.
    #[error("that condition does not serve for this")]
    ConditionDoesNotServe,
    /// The power that was chosen covers these people as little as the proposed one; nobody is named where they are agencies.
    #[error("that power does not reach everybody")]
    PowerDoesNotReach(Vec<AttendanceId>),
    /// A line that somebody heard who might not have it in the case that it moves to: what did the chair do?
    #[error("it was heard by somebody who may not have it there")]
    HeardThere(Clause),
    /// Something that was shared beside the draft, which something stands against since: nobody has it before the minutes are signed.
    #[error("it may not be shared any more")]
    NoLongerPermitted(Clause),
    /// Other words of a line that has been shared, in which somebody who has it might not have had it.
    #[error("it might not have been shared in those words")]
    NotInThoseWords(Clause),
    /// A meeting goes on, or one of two files is on the agenda of a meeting whose minutes are not signed.
    #[error("a file is on the agenda of a meeting that is not signed")]
    FileInAMeeting,
    /// Two files of different meetings, or of different cohorts, are two files for a reason.
    #[error("the two files are of different meetings or cohorts")]
    OtherCohort,
    /// What was done to two merged files since would belong to neither alone.
    #[error("something was built upon the merged file")]
    BuiltUpon,
}
