-- The final result of a round: what was computed when it was closed, with the snapshot that it was computed from (decision 0107).
CREATE TABLE round_result (
  round_id text NOT NULL REFERENCES round,
  -- The closing that it belongs to: one that is undone leaves its result behind, and no result of the round.
  closed_at timestamptz(3) NOT NULL,
  snapshot_hash text NOT NULL CHECK (snapshot_hash ~ '^[0-9a-f]{64}$'),
  result_hash text NOT NULL CHECK (result_hash ~ '^[0-9a-f]{64}$'),
  -- The canonical text of the snapshot, compressed (gzip).
  snapshot bytea NOT NULL,
  made_by uuid NOT NULL REFERENCES account,
  made_at timestamptz(3) NOT NULL,
  PRIMARY KEY (round_id, closed_at)
);

-- What one body came to, and what each stage moved.
CREATE TABLE body_result (
  round_id text NOT NULL,
  closed_at timestamptz(3) NOT NULL,
  body_id text NOT NULL,
  result jsonb NOT NULL,
  PRIMARY KEY (round_id, closed_at, body_id),
  FOREIGN KEY (round_id, closed_at) REFERENCES round_result,
  FOREIGN KEY (round_id, body_id) REFERENCES participant (round_id, body_id)
);

GRANT SELECT, INSERT ON round_result, body_result TO parindex_app;
ALTER TABLE round_result ENABLE ROW LEVEL SECURITY;
ALTER TABLE body_result ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON round_result FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON body_result FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE INDEX round_result_made_by ON round_result (made_by);
