-- What a body does about the points that it lost at an item in a closed round: its own task, of which there is one an item (decision 0111).
CREATE TABLE improvement_task (
  id uuid PRIMARY KEY,
  round_id text NOT NULL,
  body_id text NOT NULL,
  item text NOT NULL,
  measure text NOT NULL CHECK (length(measure) BETWEEN 1 AND 2000),
  -- The unit or the person, as its body calls them.
  lead text NOT NULL CHECK (length(lead) BETWEEN 1 AND 300),
  due date NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  note text CHECK (length(note) BETWEEN 1 AND 2000),
  document_number text CHECK (length(document_number) BETWEEN 1 AND 100),
  document_date date,
  version integer NOT NULL CHECK (version > 0),
  changed_by uuid NOT NULL REFERENCES account,
  changed_at timestamptz(3) NOT NULL,
  UNIQUE (round_id, body_id, item),
  FOREIGN KEY (round_id, body_id) REFERENCES participant (round_id, body_id),
  CHECK (num_nonnulls(document_number, document_date) IN (0, 2)),
  CHECK ((state = 'open') = (note IS NULL)),
  CHECK (state <> 'open' OR document_number IS NULL)
);
CREATE INDEX improvement_task_changed_by ON improvement_task (changed_by);
GRANT SELECT, INSERT ON improvement_task TO parindex_app;
GRANT UPDATE (measure, lead, due, state, note, document_number, document_date, version, changed_by, changed_at) ON improvement_task TO parindex_app;
ALTER TABLE improvement_task ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON improvement_task FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
