
-- Entries of the register of people that are one person. The attendance of a meeting that has been keeps the entry that it named:
-- whom it counts as is read from here.

CREATE TABLE person_merged (
  person      BLOB PRIMARY KEY REFERENCES person (id),
  into_person BLOB NOT NULL REFERENCES person (id),
  at          TEXT NOT NULL,
  was_retired INTEGER NOT NULL CHECK (was_retired IN (0, 1)),
  CHECK (person <> into_person)
) STRICT, WITHOUT ROWID;

-- What the merge changed at meetings that were still planned. It belongs to the register, not to the meeting, and goes when the
-- merge is undone, whatever has become of the meeting since.
CREATE TABLE merged_seat (
  person     BLOB NOT NULL REFERENCES person_merged (person),
  planned    BLOB NOT NULL REFERENCES meeting (id),
  attendance BLOB NOT NULL CHECK (length(attendance) = 16),
  role       TEXT NOT NULL,
  dropped    INTEGER NOT NULL CHECK (dropped IN (0, 1)),
  PRIMARY KEY (person, planned, attendance)
) STRICT, WITHOUT ROWID;

-- Two who look alike and are not one person, so that nobody is asked twice.
CREATE TABLE person_apart (
  one   BLOB NOT NULL REFERENCES person (id),
  other BLOB NOT NULL REFERENCES person (id),
  PRIMARY KEY (one, other),
  CHECK (one < other)
) STRICT, WITHOUT ROWID;
