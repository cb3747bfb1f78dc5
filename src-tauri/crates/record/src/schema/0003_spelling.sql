-- The record's own dictionary. A word may be somebody's name, so no entry repeats it and any can be dropped.
CREATE TABLE spelling (
  word TEXT PRIMARY KEY CHECK (length(word) > 0)
) STRICT, WITHOUT ROWID;
