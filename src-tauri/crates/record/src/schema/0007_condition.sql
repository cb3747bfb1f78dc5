-- Which condition of the law the chair took for sensitive information, where it was not the one proposed.
ALTER TABLE item ADD COLUMN chosen_condition TEXT;
