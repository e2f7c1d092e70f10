-- Closing a round, and undoing that until it is published, take two persons: one asks with a reason, another decides (decision 0068).
CREATE TABLE round_request (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES round,
  kind text NOT NULL CHECK (kind IN ('close', 'undoClosing')),
  -- What was still open in the round, as whoever asked was told.
  told jsonb NOT NULL CHECK (jsonb_typeof(told) = 'array'),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  asked_by uuid NOT NULL REFERENCES account,
  asked_office uuid NOT NULL REFERENCES membership,
  asked_at timestamptz(3) NOT NULL,
  -- Nobody decides it any more from then on.
  lapses_at timestamptz(3) NOT NULL,
  decision text CHECK (decision IN ('carriedOut', 'refused', 'stopped')),
  note text CHECK (length(note) <= 2000),
  decided_by uuid REFERENCES account,
  -- Absent where whoever asked stopped it.
  decided_office uuid REFERENCES membership,
  decided_at timestamptz(3),
  CHECK (decision = 'stopped' OR decided_by <> asked_by),
  CHECK (num_nulls(decision, decided_by, decided_at) IN (0, 3)),
  CHECK ((decided_office IS NOT NULL) = (decision IS NOT NULL AND decision <> 'stopped'))
);
CREATE INDEX round_request_round ON round_request (round_id, asked_at DESC);
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON round_request FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER decided_once BEFORE UPDATE ON round_request FOR EACH ROW WHEN (OLD.decision IS NOT NULL) EXECUTE FUNCTION app.refuse_change();
ALTER TABLE round_request ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON round_request TO parindex_app;
GRANT INSERT (id, round_id, kind, told, reason, asked_by, asked_office, asked_at, lapses_at) ON round_request TO parindex_app;

-- What it does, its file says.
CREATE FUNCTION app.refuse_closing_alone() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER closing_by_two BEFORE UPDATE OF state ON round FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION app.refuse_closing_alone();
CREATE TRIGGER made_closed BEFORE INSERT ON round FOR EACH ROW WHEN (NEW.state = 'closed') EXECUTE FUNCTION app.refuse_closing_alone();
