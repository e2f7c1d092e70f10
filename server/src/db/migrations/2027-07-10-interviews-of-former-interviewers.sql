-- An address goes to somebody else, and whoever had it before may still send what they held there: that is for the owner to decide, too.
ALTER TABLE answers.set_apart DROP CONSTRAINT set_apart_reason_check;
ALTER TABLE answers.set_apart ADD CONSTRAINT set_apart_reason_check CHECK (reason IN ('late', 'second', 'former', 'quota'));
DROP FUNCTION IF EXISTS app.decide_set_apart(text, text, text, boolean);
