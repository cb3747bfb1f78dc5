-- Which law the chair said governs the sharing, where it was not the one proposed.
ALTER TABLE item ADD COLUMN chosen_regime TEXT;
