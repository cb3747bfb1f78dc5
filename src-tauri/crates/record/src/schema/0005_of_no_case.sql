-- What was said outside every case has papers too: the owner's permission to pass it on, and that it is not to be shared.
CREATE TABLE on_file_widened (
  id        BLOB PRIMARY KEY CHECK (length(id) = 16),
  case_id   BLOB CHECK (case_id IS NULL OR length(case_id) = 16),
  sort      TEXT NOT NULL CHECK (sort IN ('consent', 'authority', 'permission', 'restriction', 'choice', 'advice', 'withheld')),
  first_seq INTEGER NOT NULL REFERENCES entry (seq),
  words_seq INTEGER NOT NULL REFERENCES entry (seq),
  words_body INTEGER NOT NULL,
  CHECK (case_id IS NOT NULL OR sort IN ('permission', 'withheld'))
) STRICT, WITHOUT ROWID;
INSERT INTO on_file_widened (id, case_id, sort, first_seq, words_seq, words_body)
  SELECT id, case_id, sort, first_seq, words_seq, words_body FROM on_file;
DROP TABLE on_file;
ALTER TABLE on_file_widened RENAME TO on_file;
CREATE INDEX on_file_by_case ON on_file (case_id);
