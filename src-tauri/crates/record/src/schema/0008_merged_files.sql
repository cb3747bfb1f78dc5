-- Case files that are one person's. What was put on the file that was absorbed keeps its row there: under which file it is found is
-- read from here. How things stood before is in the body that the words name, which goes when the person is erased.

CREATE TABLE file_merged (
  absorbed   BLOB PRIMARY KEY CHECK (length(absorbed) = 16),
  into_case  BLOB NOT NULL CHECK (length(into_case) = 16),
  at         TEXT NOT NULL,
  by_whom    TEXT NOT NULL,
  words_seq  INTEGER NOT NULL REFERENCES entry (seq),
  words_body INTEGER NOT NULL,
  CHECK (absorbed <> into_case)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_merged_into ON file_merged (into_case);

-- Two files that look alike and are not one person's, so that nobody is asked twice.
CREATE TABLE file_apart (
  one   BLOB NOT NULL CHECK (length(one) = 16),
  other BLOB NOT NULL CHECK (length(other) = 16),
  PRIMARY KEY (one, other),
  CHECK (one < other)
) STRICT, WITHOUT ROWID;
