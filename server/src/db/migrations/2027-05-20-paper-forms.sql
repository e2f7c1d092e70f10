-- Forms of a survey on paper: counted out and back, typed twice by different persons, reconciled by a third, taken once (decision 0153).

-- Forms that were printed together, for a body by a group. What came back of them stands beside.
CREATE TABLE respondents.paper_batch (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES survey,
  body_id text NOT NULL REFERENCES body,
  group_id text NOT NULL CHECK (length(group_id) BETWEEN 1 AND 100),
  -- One for each listed person, or handed out on the spot.
  kind text NOT NULL CHECK (kind IN ('addressed', 'unaddressed')),
  count integer NOT NULL CHECK (count > 0),
  made_by uuid NOT NULL REFERENCES account,
  made_at timestamptz(3) NOT NULL
);
CREATE INDEX paper_batch_round ON respondents.paper_batch (round_id, body_id, group_id);
CREATE INDEX paper_batch_body ON respondents.paper_batch (body_id);
CREATE INDEX paper_batch_made_by ON respondents.paper_batch (made_by);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON respondents.paper_batch FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE respondents.paper_batch ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON respondents.paper_batch TO parindex_app;

-- How many of a batch were back at a moment, and how many of these hold nothing to be typed. What was said last counts; what was said before stays.
CREATE TABLE respondents.paper_return (
  batch_id uuid NOT NULL REFERENCES respondents.paper_batch,
  number integer NOT NULL CHECK (number > 0),
  returned integer NOT NULL,
  blank integer NOT NULL CHECK (blank >= 0),
  spoiled integer NOT NULL CHECK (spoiled >= 0),
  refused integer NOT NULL CHECK (refused >= 0),
  recorded_by uuid NOT NULL REFERENCES account,
  recorded_at timestamptz(3) NOT NULL,
  PRIMARY KEY (batch_id, number),
  CHECK (returned >= blank + spoiled + refused)
);
CREATE INDEX paper_return_recorded_by ON respondents.paper_return (recorded_by);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON respondents.paper_return FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE respondents.paper_return ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON respondents.paper_return TO parindex_app;

-- A printed form: its code is on the paper alone, here is its hash. Whose it is, where it was addressed, goes with the closing.
CREATE TABLE respondents.paper_form (
  code_hash bytea PRIMARY KEY CHECK (length(code_hash) = 32),
  batch_id uuid NOT NULL REFERENCES respondents.paper_batch,
  respondent_id uuid REFERENCES respondents.respondent
);
CREATE INDEX paper_form_batch ON respondents.paper_form (batch_id);
CREATE INDEX paper_form_respondent ON respondents.paper_form (respondent_id);
ALTER TABLE respondents.paper_form ENABLE ROW LEVEL SECURITY;
GRANT SELECT (batch_id, respondent_id) ON respondents.paper_form TO parindex_app;
GRANT INSERT (code_hash, batch_id, respondent_id) ON respondents.paper_form TO parindex_app;

-- What was typed from a form: by a first person, by a second one, and by a third where these differ. Never twice by the same.
CREATE TABLE answers.paper_entry (
  reference bytea NOT NULL CHECK (length(reference) = 32),
  place smallint NOT NULL CHECK (place BETWEEN 1 AND 3),
  round_id text NOT NULL REFERENCES survey,
  body_id text NOT NULL REFERENCES body,
  group_id text NOT NULL,
  addressed boolean NOT NULL,
  answers jsonb NOT NULL,
  -- Where no valid answer stands on the paper.
  invalid text[] NOT NULL,
  typed_by uuid NOT NULL REFERENCES account,
  typed_at timestamptz(3) NOT NULL,
  PRIMARY KEY (reference, place),
  UNIQUE (reference, typed_by)
);
CREATE INDEX paper_entry_round ON answers.paper_entry (round_id, body_id, group_id);
CREATE INDEX paper_entry_body ON answers.paper_entry (body_id);
CREATE INDEX paper_entry_typed_by ON answers.paper_entry (typed_by);

-- How many forms were typed and not taken when a survey was closed: once, or twice without agreement.
CREATE TABLE answers.paper_left (
  round_id text NOT NULL REFERENCES survey,
  body_id text NOT NULL REFERENCES body,
  group_id text NOT NULL,
  once integer NOT NULL CHECK (once >= 0),
  differing integer NOT NULL CHECK (differing >= 0),
  PRIMARY KEY (round_id, body_id, group_id)
);
CREATE INDEX paper_left_body ON answers.paper_left (body_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON answers.paper_left FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- That an answer on paper was not valid is kept apart from that there was none.
ALTER TABLE answers.response ADD COLUMN invalid text[] NOT NULL DEFAULT '{}';
ALTER TABLE answers.closed_response ADD COLUMN invalid text[] NOT NULL DEFAULT '{}';
