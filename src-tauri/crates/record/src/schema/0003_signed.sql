-- Signed minutes are never changed, and no table of them is an exception. Every key begins with the meeting, so that a REPLACE
-- can take away no row of another meeting than the one that its insertion names.

CREATE TRIGGER meeting_is_signed_and_not_added_to BEFORE INSERT ON meeting
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.id)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER meeting_is_signed_and_not_changed BEFORE UPDATE ON meeting
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.id, NEW.id))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER meeting_is_signed_and_not_removed BEFORE DELETE ON meeting
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.id)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER attendance_is_signed_and_not_added_to BEFORE INSERT ON attendance
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER attendance_is_signed_and_not_changed BEFORE UPDATE ON attendance
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER attendance_is_signed_and_not_removed BEFORE DELETE ON attendance
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER presence_is_signed_and_not_added_to BEFORE INSERT ON presence
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER presence_is_signed_and_not_changed BEFORE UPDATE ON presence
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER presence_is_signed_and_not_removed BEFORE DELETE ON presence
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER step_out_is_signed_and_not_added_to BEFORE INSERT ON step_out
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER step_out_is_signed_and_not_changed BEFORE UPDATE ON step_out
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER step_out_is_signed_and_not_removed BEFORE DELETE ON step_out
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER acceptance_is_signed_and_not_added_to BEFORE INSERT ON acceptance
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER acceptance_is_signed_and_not_changed BEFORE UPDATE ON acceptance
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER acceptance_is_signed_and_not_removed BEFORE DELETE ON acceptance
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER declaration_is_signed_and_not_added_to BEFORE INSERT ON declaration
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER declaration_is_signed_and_not_changed BEFORE UPDATE ON declaration
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER declaration_is_signed_and_not_removed BEFORE DELETE ON declaration
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER authority_is_signed_and_not_added_to BEFORE INSERT ON authority
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER authority_is_signed_and_not_changed BEFORE UPDATE ON authority
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER authority_is_signed_and_not_removed BEFORE DELETE ON authority
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER slot_is_signed_and_not_added_to BEFORE INSERT ON slot
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER slot_is_signed_and_not_changed BEFORE UPDATE ON slot
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER slot_is_signed_and_not_removed BEFORE DELETE ON slot
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER item_is_signed_and_not_added_to BEFORE INSERT ON item
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER item_is_signed_and_not_changed BEFORE UPDATE ON item
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER item_is_signed_and_not_removed BEFORE DELETE ON item
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER item_recipient_is_signed_and_not_added_to BEFORE INSERT ON item_recipient
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER item_recipient_is_signed_and_not_changed BEFORE UPDATE ON item_recipient
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER item_recipient_is_signed_and_not_removed BEFORE DELETE ON item_recipient
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER item_left_out_is_signed_and_not_added_to BEFORE INSERT ON item_left_out
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER item_left_out_is_signed_and_not_changed BEFORE UPDATE ON item_left_out
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER item_left_out_is_signed_and_not_removed BEFORE DELETE ON item_left_out
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER item_pending_is_signed_and_not_added_to BEFORE INSERT ON item_pending
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER item_pending_is_signed_and_not_changed BEFORE UPDATE ON item_pending
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER item_pending_is_signed_and_not_removed BEFORE DELETE ON item_pending
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER decision_is_signed_and_not_added_to BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER decision_is_signed_and_not_changed BEFORE UPDATE ON decision
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER decision_is_signed_and_not_removed BEFORE DELETE ON decision
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER dissent_is_signed_and_not_added_to BEFORE INSERT ON dissent
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER dissent_is_signed_and_not_changed BEFORE UPDATE ON dissent
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER dissent_is_signed_and_not_removed BEFORE DELETE ON dissent
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER action_is_signed_and_not_added_to BEFORE INSERT ON action
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER action_is_signed_and_not_changed BEFORE UPDATE ON action
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER action_is_signed_and_not_removed BEFORE DELETE ON action
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER meeting_carried_is_signed_and_not_added_to BEFORE INSERT ON meeting_carried
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER meeting_carried_is_signed_and_not_changed BEFORE UPDATE ON meeting_carried
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER meeting_carried_is_signed_and_not_removed BEFORE DELETE ON meeting_carried
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER outcome_is_signed_and_not_added_to BEFORE INSERT ON outcome
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER outcome_is_signed_and_not_changed BEFORE UPDATE ON outcome
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER outcome_is_signed_and_not_removed BEFORE DELETE ON outcome
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER silence_is_signed_and_not_added_to BEFORE INSERT ON silence
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER silence_is_signed_and_not_changed BEFORE UPDATE ON silence
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER silence_is_signed_and_not_removed BEFORE DELETE ON silence
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER written_update_is_signed_and_not_added_to BEFORE INSERT ON written_update
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER written_update_is_signed_and_not_changed BEFORE UPDATE ON written_update
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER written_update_is_signed_and_not_removed BEFORE DELETE ON written_update
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER said_together_is_signed_and_not_added_to BEFORE INSERT ON said_together
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER said_together_is_signed_and_not_changed BEFORE UPDATE ON said_together
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER said_together_is_signed_and_not_removed BEFORE DELETE ON said_together
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER release_point_is_signed_and_not_added_to BEFORE INSERT ON release_point
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER release_point_is_signed_and_not_changed BEFORE UPDATE ON release_point
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER release_point_is_signed_and_not_removed BEFORE DELETE ON release_point
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER wording_is_signed_and_not_added_to BEFORE INSERT ON wording
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER wording_is_signed_and_not_changed BEFORE UPDATE ON wording
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER wording_is_signed_and_not_removed BEFORE DELETE ON wording
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER correction_is_signed_and_not_added_to BEFORE INSERT ON correction
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER correction_is_signed_and_not_changed BEFORE UPDATE ON correction
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER correction_is_signed_and_not_removed BEFORE DELETE ON correction
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER amendment_is_signed_and_not_added_to BEFORE INSERT ON amendment
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER amendment_is_signed_and_not_changed BEFORE UPDATE ON amendment
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER amendment_is_signed_and_not_removed BEFORE DELETE ON amendment
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER turn_is_signed_and_not_added_to BEFORE INSERT ON turn
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER turn_is_signed_and_not_changed BEFORE UPDATE ON turn
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER turn_is_signed_and_not_removed BEFORE DELETE ON turn
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER earlier_day_is_signed_and_not_added_to BEFORE INSERT ON earlier_day
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER earlier_day_is_signed_and_not_changed BEFORE UPDATE ON earlier_day
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER earlier_day_is_signed_and_not_removed BEFORE DELETE ON earlier_day
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER wording_version_is_signed_and_not_added_to BEFORE INSERT ON wording_version
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER wording_version_is_signed_and_not_changed BEFORE UPDATE ON wording_version
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER wording_version_is_signed_and_not_removed BEFORE DELETE ON wording_version
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER leaf_section_is_signed_and_not_added_to BEFORE INSERT ON leaf_section
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER leaf_section_is_signed_and_not_changed BEFORE UPDATE ON leaf_section
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER leaf_section_is_signed_and_not_removed BEFORE DELETE ON leaf_section
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER leaf_is_signed_and_not_added_to BEFORE INSERT ON leaf
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER leaf_is_signed_and_not_changed BEFORE UPDATE ON leaf
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER leaf_is_signed_and_not_removed BEFORE DELETE ON leaf
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

-- A salt goes with the words that it hides: else whoever guesses them could be told that they guessed right.
CREATE TRIGGER leaf_salt_is_signed_and_not_added_to BEFORE INSERT ON leaf_salt
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER leaf_salt_is_signed_and_not_changed BEFORE UPDATE ON leaf_salt
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER leaf_salt_is_signed_and_not_removed BEFORE DELETE ON leaf_salt
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
  AND (SELECT kind FROM entry ORDER BY seq DESC LIMIT 1) <> 'erasure'
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;

CREATE TRIGGER seal_is_set_once BEFORE INSERT ON seal
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER seal_is_never_changed BEFORE UPDATE ON seal
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER seal_is_never_removed BEFORE DELETE ON seal
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
