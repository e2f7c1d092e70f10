-- What surveys gave is sealed while a round runs: who sees it before it is released, by role or by name, and its release.
CREATE TABLE estimate_reader (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES round,
  -- A whole role of the round, or one person.
  role text CHECK (role IN ('council', 'auditor', 'appraiser')),
  account_id uuid REFERENCES account,
  named_by uuid NOT NULL REFERENCES account,
  named_at timestamptz NOT NULL,
  ended_by uuid REFERENCES account,
  ended_at timestamptz,
  CHECK (num_nonnulls(role, account_id) = 1),
  CHECK (num_nonnulls(ended_by, ended_at) IN (0, 2))
);
CREATE UNIQUE INDEX estimate_reader_once ON estimate_reader (round_id, role, account_id) NULLS NOT DISTINCT WHERE ended_at IS NULL;

-- Released by an owner; taken back while the round is open. Both stay.
CREATE TABLE estimate_release (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES round,
  released_by uuid NOT NULL REFERENCES account,
  released_at timestamptz NOT NULL,
  withdrawn_by uuid REFERENCES account,
  withdrawn_at timestamptz,
  CHECK (num_nonnulls(withdrawn_by, withdrawn_at) IN (0, 2))
);
CREATE UNIQUE INDEX estimate_release_once ON estimate_release (round_id) WHERE withdrawn_at IS NULL;

GRANT SELECT, INSERT ON estimate_reader, estimate_release TO parindex_app;
GRANT UPDATE (ended_by, ended_at) ON estimate_reader TO parindex_app;
GRANT UPDATE (withdrawn_by, withdrawn_at) ON estimate_release TO parindex_app;
ALTER TABLE estimate_reader ENABLE ROW LEVEL SECURITY;
ALTER TABLE estimate_release ENABLE ROW LEVEL SECURITY;
