-- What the report of a sheet says, as it was when the sheet was frozen: a document that is removed, renamed or held later changes nothing of it.
-- Its id is that of the entry that froze the sheet.
CREATE TABLE frozen_report (
  id uuid PRIMARY KEY REFERENCES entry,
  round_id text NOT NULL,
  body_id text NOT NULL,
  seq integer NOT NULL,
  payload_id uuid NOT NULL REFERENCES payload,
  made_at timestamptz(3) NOT NULL,
  FOREIGN KEY (round_id, body_id) REFERENCES participant,
  UNIQUE (round_id, body_id, seq)
);
GRANT SELECT, INSERT ON frozen_report TO parindex_app;
ALTER TABLE frozen_report ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON frozen_report FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
