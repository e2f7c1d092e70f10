-- How far the computation of a round that is being closed has come (decision 0117). It says nothing that lasts, and may be lost with the server.
CREATE UNLOGGED TABLE closing_progress (
  -- No reference: the transaction that closes the round holds it.
  round_id text PRIMARY KEY,
  computed integer NOT NULL CHECK (computed BETWEEN 0 AND bodies),
  bodies integer NOT NULL,
  told_at timestamptz(3) NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON closing_progress TO parindex_app;
ALTER TABLE closing_progress ENABLE ROW LEVEL SECURITY;
