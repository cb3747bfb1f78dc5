-- The journal. `entry` holds no personal data and is never changed, but commits to each of its bodies, 32 bytes each, in order;
-- `body` is the only home of words, one body for each person whom an entry's words are about, so that each can be erased alone;
-- `erasure_covers` says which logged erasure took which body.

CREATE TABLE entry (
  seq         INTEGER PRIMARY KEY CHECK (seq > 0),
  at          TEXT NOT NULL,
  kind        TEXT NOT NULL,
  actor       BLOB NOT NULL CHECK (length(actor) = 16) REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
  commitments BLOB NOT NULL CHECK (length(commitments) > 0 AND length(commitments) % 32 = 0),
  prev        BLOB NOT NULL CHECK (length(prev) = 32),
  hash        BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE body (
  seq     INTEGER NOT NULL REFERENCES entry (seq),
  n       INTEGER NOT NULL CHECK (n >= 0),
  subject BLOB CHECK (subject IS NULL OR length(subject) = 16),
  salt    BLOB NOT NULL CHECK (length(salt) = 32),
  bytes   BLOB NOT NULL,
  PRIMARY KEY (seq, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX body_by_subject ON body (subject) WHERE subject IS NOT NULL;

CREATE TABLE erasure_covers (
  seq         INTEGER NOT NULL REFERENCES entry (seq),
  n           INTEGER NOT NULL CHECK (n >= 0),
  erasure_seq INTEGER NOT NULL REFERENCES entry (seq),
  PRIMARY KEY (seq, n),
  CHECK (erasure_seq > seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never removed'); END;
CREATE TRIGGER entry_extends_the_chain BEFORE INSERT ON entry
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entry)
  OR NEW.prev <> coalesce((SELECT hash FROM entry WHERE seq = NEW.seq - 1), zeroblob(32))
BEGIN SELECT RAISE(ABORT, 'an entry extends the chain'); END;

-- REPLACE deletes without asking the delete triggers unless recursive triggers are on; this guard does not depend on that.
CREATE TRIGGER body_is_written_once BEFORE INSERT ON body
WHEN EXISTS (SELECT 1 FROM body WHERE seq = NEW.seq AND n = NEW.n)
  OR EXISTS (SELECT 1 FROM erasure_covers WHERE seq = NEW.seq AND n = NEW.n)
  OR NEW.seq <> (SELECT max(seq) FROM entry)
  OR NEW.n >= (SELECT length(commitments) / 32 FROM entry WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'a body is written once'); END;
CREATE TRIGGER body_is_never_changed BEFORE UPDATE ON body
BEGIN SELECT RAISE(ABORT, 'a body is never changed'); END;
CREATE TRIGGER body_goes_by_logged_erasure BEFORE DELETE ON body
WHEN NOT EXISTS (SELECT 1 FROM erasure_covers c JOIN entry e ON e.seq = c.erasure_seq
                 WHERE c.seq = OLD.seq AND c.n = OLD.n AND e.kind = 'erasure')
BEGIN SELECT RAISE(ABORT, 'a body goes only by a logged erasure'); END;

CREATE TRIGGER erasure_is_of_this_entry BEFORE INSERT ON erasure_covers
WHEN EXISTS (SELECT 1 FROM erasure_covers WHERE seq = NEW.seq AND n = NEW.n)
  OR NEW.erasure_seq <> (SELECT max(seq) FROM entry)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.erasure_seq AND kind = 'erasure')
BEGIN SELECT RAISE(ABORT, 'an erasure is logged as it is done'); END;
CREATE TRIGGER erasure_is_never_changed BEFORE UPDATE ON erasure_covers
BEGIN SELECT RAISE(ABORT, 'an erasure is never changed'); END;
CREATE TRIGGER erasure_is_never_removed BEFORE DELETE ON erasure_covers
BEGIN SELECT RAISE(ABORT, 'an erasure is never removed'); END;

