-- When whoever chaired confirmed a declaration that was signed before them; of those signed until now nothing was noted.
ALTER TABLE declaration ADD COLUMN confirmed TEXT;
ALTER TABLE earlier_day ADD COLUMN confirmed TEXT;
