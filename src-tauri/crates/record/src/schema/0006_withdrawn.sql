-- A differing view that was taken back keeps its place: the corrections of those beside it are kept by theirs.
ALTER TABLE dissent ADD COLUMN withdrawn TEXT;
