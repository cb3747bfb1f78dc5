-- Who comes to meetings, to whom documents may leave, and the cases. Of a case only the structure stands here: everything that
-- says who it is or anything about them is in the body that `words_seq` and `words_body` name.

CREATE TABLE person (
  id           BLOB PRIMARY KEY CHECK (length(id) = 16),
  name         TEXT NOT NULL,
  job          TEXT NOT NULL,
  team         TEXT,
  guest_agency TEXT,
  statutory    INTEGER CHECK (statutory IN (0, 1)),
  retired      INTEGER NOT NULL CHECK (retired IN (0, 1)),
  CHECK ((team IS NULL) = (guest_agency IS NOT NULL)),
  CHECK ((guest_agency IS NULL) = (statutory IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE officer (
  id           BLOB PRIMARY KEY CHECK (length(id) = 16),
  organisation TEXT NOT NULL,
  is_primary   INTEGER NOT NULL CHECK (is_primary IN (0, 1)),
  name         TEXT NOT NULL,
  role         TEXT NOT NULL,
  email        TEXT NOT NULL,
  telephone    TEXT NOT NULL,
  retired      INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE case_file (
  id        BLOB PRIMARY KEY CHECK (length(id) = 16),
  reference TEXT NOT NULL,
  cohort    TEXT NOT NULL,
  meeting   TEXT NOT NULL,
  lead      TEXT,
  closed    TEXT,
  words_seq INTEGER NOT NULL REFERENCES entry (seq),
  words_body INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What sharing may rest on, or must stop at: of each paper only whose case and which sort; what it says is in its body.
CREATE TABLE on_file (
  id        BLOB PRIMARY KEY CHECK (length(id) = 16),
  case_id   BLOB NOT NULL CHECK (length(case_id) = 16),
  sort      TEXT NOT NULL CHECK (sort IN ('consent', 'authority', 'permission', 'restriction', 'choice', 'advice')),
  first_seq INTEGER NOT NULL REFERENCES entry (seq),
  words_seq INTEGER NOT NULL REFERENCES entry (seq),
  words_body INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX on_file_by_case ON on_file (case_id);
