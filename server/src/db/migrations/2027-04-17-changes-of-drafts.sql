-- What was changed in a draft, version by version, as long as it is one: those who write it at the same time are joined by it (decision 0142).
CREATE TABLE edition_change (
  edition_id text NOT NULL REFERENCES edition,
  -- The version of the draft that came of it.
  version integer NOT NULL CHECK (version > 1),
  -- The id of the save, and the hash of what was sent under it; absent where the whole texts were replaced.
  save_id uuid,
  sent_hash text,
  -- JSON text of a list by parts, as numbers keep their digits; absent where the whole texts were replaced.
  changes text,
  written_by uuid NOT NULL REFERENCES account,
  written_at timestamptz(3) NOT NULL,
  PRIMARY KEY (edition_id, version),
  UNIQUE (edition_id, save_id),
  CHECK ((save_id IS NULL) = (changes IS NULL) AND (save_id IS NULL) = (sent_hash IS NULL))
);
CREATE INDEX edition_change_written_by ON edition_change (written_by);
GRANT SELECT, INSERT, DELETE ON edition_change TO parindex_app;
ALTER TABLE edition_change ENABLE ROW LEVEL SECURITY;
