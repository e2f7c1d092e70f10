-- What is masked in a reason or an explanation before it is published, told by the owner of the round; the last version of a text holds (decision 0128).
CREATE TABLE text_mask (
  id uuid PRIMARY KEY,
  round_id text NOT NULL,
  body_id text NOT NULL,
  -- The entry that holds the text, and in which field.
  seq integer NOT NULL,
  field text NOT NULL CHECK (field IN ('justification', 'reason', 'reason.text')),
  version integer NOT NULL CHECK (version > 0),
  -- Places in the text, [from, to]; none: looked at, and nothing is to be masked. Never the words themselves, which may have to be erased.
  spans jsonb NOT NULL CHECK (jsonb_typeof(spans) = 'array'),
  made_by uuid NOT NULL REFERENCES account,
  made_at timestamptz(3) NOT NULL,
  UNIQUE (round_id, body_id, seq, field, version),
  FOREIGN KEY (round_id, body_id, seq) REFERENCES entry (round_id, body_id, seq)
);
CREATE INDEX text_mask_made_by ON text_mask (made_by);
GRANT SELECT, INSERT ON text_mask TO parindex_app;
ALTER TABLE text_mask ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON text_mask FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
