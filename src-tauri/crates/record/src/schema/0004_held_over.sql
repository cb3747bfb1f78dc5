-- Which item of an earlier meeting one was that was left held there, the day on which it was said, and every name that it has had.
ALTER TABLE item ADD COLUMN over_from BLOB REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE item ADD COLUMN over_item BLOB CHECK (over_item IS NULL OR length(over_item) = 16);
ALTER TABLE item ADD COLUMN over_since TEXT;
ALTER TABLE item ADD COLUMN over_names TEXT CHECK (over_names IS NULL OR json_valid(over_names));
-- When one was shared after its meeting had ended.
ALTER TABLE item ADD COLUMN released TEXT;
-- That a held item is not to be shared is a paper about its case, too; a check cannot be widened in place.
CREATE TABLE on_file_widened (
  id        BLOB PRIMARY KEY CHECK (length(id) = 16),
  case_id   BLOB NOT NULL CHECK (length(case_id) = 16),
  sort      TEXT NOT NULL CHECK (sort IN ('consent', 'authority', 'permission', 'restriction', 'choice', 'advice', 'withheld')),
  first_seq INTEGER NOT NULL REFERENCES entry (seq),
  words_seq INTEGER NOT NULL REFERENCES entry (seq),
  words_body INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO on_file_widened (id, case_id, sort, first_seq, words_seq, words_body)
  SELECT id, case_id, sort, first_seq, words_seq, words_body FROM on_file;
DROP TABLE on_file;
ALTER TABLE on_file_widened RENAME TO on_file;
CREATE INDEX on_file_by_case ON on_file (case_id);
