-- Who may unlock, what the record is called, the packs in order, and drafts.

CREATE TABLE user (
  id      BLOB PRIMARY KEY CHECK (length(id) = 16),
  role    TEXT NOT NULL CHECK (role IN ('chair', 'deputy_chair', 'minute_taker', 'recovery')),
  name    TEXT NOT NULL,
  -- Who they are on the register of people, once they have said so: whose passphrase signs.
  person  BLOB CHECK (person IS NULL OR length(person) = 16),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_user_a_person ON user (person) WHERE person IS NOT NULL AND retired = 0;

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pack (
  number     INTEGER PRIMARY KEY CHECK (number > 0),
  seq        INTEGER NOT NULL REFERENCES entry (seq),
  version    TEXT NOT NULL,
  at         TEXT NOT NULL,
  toml       TEXT NOT NULL,
  texts_hash BLOB NOT NULL CHECK (length(texts_hash) = 32),
  rules_hash BLOB NOT NULL CHECK (length(rules_hash) = 32)
) STRICT;
CREATE TRIGGER pack_is_never_changed BEFORE UPDATE ON pack
BEGIN SELECT RAISE(ABORT, 'a pack is never changed'); END;
CREATE TRIGGER pack_is_never_removed BEFORE DELETE ON pack
BEGIN SELECT RAISE(ABORT, 'a pack is never removed'); END;
CREATE TRIGGER pack_is_the_next BEFORE INSERT ON pack
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM pack)
BEGIN SELECT RAISE(ABORT, 'a pack follows the one before'); END;

-- Drafts are half-typed lines: no entry is made for them, and they are gone once the line is.
CREATE TABLE draft (
  key   TEXT PRIMARY KEY,
  at    TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;
