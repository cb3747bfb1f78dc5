-- What may be corrected with the first words kept: a line's own words, and whatever is printed beside one. `part`, `line` and `nth` are the
-- name under which `wording` keeps the words that stand.
ALTER TABLE told RENAME TO told_before;
ALTER TABLE correction RENAME TO correction_before;
CREATE TABLE correction (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  id BLOB NOT NULL CHECK (length(id) = 16),
  n INTEGER NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('item', 'action', 'decision', 'rationale', 'dissent', 'settled', 'deferral', 'went_on',
    'update_aside', 'turn', 'corrections')),
  line BLOB NOT NULL CHECK (length(line) = 16),
  nth INTEGER NOT NULL CHECK (nth >= 0),
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (meeting, id)
) STRICT, WITHOUT ROWID;
INSERT INTO correction (meeting, id, n, part, line, nth, by_whom, at)
  SELECT meeting, id, n, part, line, 0, by_whom, at FROM correction_before;

-- Who has been told: somebody of the register, or an agency outside the room, by the line and the place among those it was to be sent to.
CREATE TABLE told (
  of_meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  correction BLOB NOT NULL CHECK (length(correction) = 16),
  recipient TEXT NOT NULL CHECK (recipient IN ('person', 'outside')),
  who BLOB NOT NULL CHECK (length(who) = 16),
  nth INTEGER NOT NULL CHECK (nth >= 0),
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (of_meeting, correction, recipient, who, nth),
  FOREIGN KEY (of_meeting, correction) REFERENCES correction (meeting, id)
) STRICT, WITHOUT ROWID;
INSERT INTO told (of_meeting, correction, recipient, who, nth, by_whom, at)
  SELECT of_meeting, correction, 'person', attendance, 0, by_whom, at FROM told_before;
DROP TABLE told_before;
DROP TABLE correction_before;

CREATE TRIGGER correction_is_signed_and_not_added_to BEFORE INSERT ON correction
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER correction_is_signed_and_not_changed BEFORE UPDATE ON correction
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting IN (OLD.meeting, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
CREATE TRIGGER correction_is_signed_and_not_removed BEFORE DELETE ON correction
WHEN EXISTS (SELECT 1 FROM seal WHERE meeting = OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'signed minutes are never changed'); END;
