-- Which release of functions and policies is applied: a program of an older one does not put its own back.
ALTER TABLE migration_repeatable ADD COLUMN release integer NOT NULL DEFAULT 0;
