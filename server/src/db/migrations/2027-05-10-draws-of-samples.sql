-- The sample of a survey: design and frame stand first, then a public act fixes the seed (decision 0152).

-- A design as it was brought; the newest counts until a draw is declared.
CREATE TABLE sample_design (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES survey,
  -- In which order they came: the highest counts.
  number integer NOT NULL CHECK (number > 0),
  -- As it was written.
  document text NOT NULL CHECK (length(document) BETWEEN 1 AND 200000),
  -- Normal form and its hash.
  design json NOT NULL,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  brought_by uuid NOT NULL REFERENCES account,
  brought_at timestamptz(3) NOT NULL,
  UNIQUE (round_id, id),
  UNIQUE (round_id, number)
);
CREATE INDEX sample_design_brought_by ON sample_design (brought_by);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sample_design FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE sample_design ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON sample_design TO parindex_app;

-- A frame as it was read by a design; the newest of the newest design counts until a draw is declared.
CREATE TABLE sample_frame (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES survey,
  number integer NOT NULL CHECK (number > 0),
  design_id uuid NOT NULL,
  file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 300),
  -- Of the file as it was brought, and of what was read of it.
  file_hash text NOT NULL CHECK (file_hash ~ '^[0-9a-f]{64}$'),
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  clusters integer NOT NULL CHECK (clusters > 0),
  households bigint NOT NULL CHECK (households >= 0),
  -- What the design takes of it, by stratum, and how many units over all stages.
  strata json NOT NULL,
  sample integer NOT NULL CHECK (sample >= 0),
  brought_by uuid NOT NULL REFERENCES account,
  brought_at timestamptz(3) NOT NULL,
  UNIQUE (round_id, id),
  UNIQUE (round_id, number),
  FOREIGN KEY (round_id, design_id) REFERENCES sample_design (round_id, id)
);
CREATE INDEX sample_frame_design ON sample_frame (round_id, design_id);
CREATE INDEX sample_frame_brought_by ON sample_frame (brought_by);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sample_frame FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE sample_frame ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON sample_frame TO parindex_app;

-- Its lines as CSV, in the order of the codes, with what the design asks for and nothing else: compressed (gzip).
CREATE TABLE sample_frame_lines (
  frame_id uuid PRIMARY KEY REFERENCES sample_frame,
  csv bytea NOT NULL
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sample_frame_lines FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE sample_frame_lines ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON sample_frame_lines TO parindex_app;

-- A draw as it was declared: design and frame are fixed, and by which public act the seed will be. The next one only once it was withdrawn (policy).
CREATE TABLE sample_draw (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES survey,
  number smallint NOT NULL CHECK (number > 0),
  frame_id uuid NOT NULL,
  design json NOT NULL,
  design_hash text NOT NULL CHECK (design_hash ~ '^[0-9a-f]{64}$'),
  frame_hash text NOT NULL CHECK (frame_hash ~ '^[0-9a-f]{64}$'),
  clusters integer NOT NULL,
  households bigint NOT NULL,
  strata json NOT NULL,
  sample integer NOT NULL,
  -- What is held, where, when.
  event text NOT NULL CHECK (length(event) BETWEEN 1 AND 2000),
  place text NOT NULL CHECK (length(place) BETWEEN 1 AND 300),
  held_at timestamptz(3) NOT NULL,
  declared_by uuid NOT NULL REFERENCES account,
  declared_at timestamptz(3) NOT NULL,
  UNIQUE (round_id, number),
  FOREIGN KEY (round_id, frame_id) REFERENCES sample_frame (round_id, id),
  CHECK (held_at > declared_at)
);
CREATE INDEX sample_draw_frame ON sample_draw (round_id, frame_id);
CREATE INDEX sample_draw_declared_by ON sample_draw (declared_by);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sample_draw FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE sample_draw ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON sample_draw TO parindex_app;

-- The seed that came out, and by which minutes: once, and not before the act.
CREATE TABLE sample_draw_result (
  draw_id uuid PRIMARY KEY REFERENCES sample_draw,
  seed text NOT NULL CHECK (length(seed) BETWEEN 1 AND 200),
  -- Who was there.
  attended text NOT NULL CHECK (length(attended) BETWEEN 1 AND 2000),
  document_number text NOT NULL CHECK (length(document_number) BETWEEN 1 AND 100),
  document_date date NOT NULL,
  -- The hash of the record, which is all that the draw gave.
  record_hash text NOT NULL CHECK (record_hash ~ '^[0-9a-f]{64}$'),
  entered_by uuid NOT NULL REFERENCES account,
  entered_at timestamptz(3) NOT NULL
);
CREATE INDEX sample_draw_result_entered_by ON sample_draw_result (entered_by);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sample_draw_result FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE sample_draw_result ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON sample_draw_result TO parindex_app;

-- The record to the letter, as it is downloaded and verified.
CREATE TABLE sample_draw_record (
  draw_id uuid PRIMARY KEY REFERENCES sample_draw_result,
  record text NOT NULL
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sample_draw_record FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE sample_draw_record ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON sample_draw_record TO parindex_app;

-- That a draw counts no more, and why: it stays to be seen.
CREATE TABLE sample_draw_withdrawal (
  draw_id uuid PRIMARY KEY REFERENCES sample_draw,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  withdrawn_by uuid NOT NULL REFERENCES account,
  withdrawn_at timestamptz(3) NOT NULL
);
CREATE INDEX sample_draw_withdrawal_withdrawn_by ON sample_draw_withdrawal (withdrawn_by);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sample_draw_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE sample_draw_withdrawal ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON sample_draw_withdrawal TO parindex_app;
