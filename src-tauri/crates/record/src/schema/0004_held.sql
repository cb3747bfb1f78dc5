-- Whom an item is not for, as it was said: an agency or a person that may come in before it is shared.
ALTER TABLE item ADD COLUMN kept_out TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(kept_out));
