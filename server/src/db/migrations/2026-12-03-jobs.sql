-- One table of all that is worked on beside the requests. Whoever works on a job holds it for some seconds at a time: a process that dies lets go by
-- its silence, and it works behind a PgBouncer. Leases and due times go by the database's clock, which all processes share.
CREATE TABLE job (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 100),
  -- For whom it acts; absent: for nobody.
  account_id uuid REFERENCES account,
  office uuid REFERENCES membership,
  -- What its kind needs besides. No text that may have to be erased.
  input jsonb NOT NULL DEFAULT '{}',
  -- Of what is done again and again: seconds from one end to the next beginning.
  every_seconds integer CHECK (every_seconds > 0),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed', 'cancelled')),
  -- Absent: what it works on is not there yet.
  due_at timestamptz,
  -- How often it was begun since it last went well.
  attempts integer NOT NULL DEFAULT 0,
  -- Of how many steps so many are done.
  done_steps bigint NOT NULL DEFAULT 0,
  all_steps bigint,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamptz,
  holder uuid,
  held_until timestamptz,
  -- Somebody else waits for it: the holder lets go where it can.
  wanted boolean NOT NULL DEFAULT false,
  CHECK ((state = 'waiting') = (ended_at IS NULL)),
  CHECK (every_seconds IS NULL OR (state = 'waiting' AND account_id IS NULL))
);
CREATE INDEX job_due ON job (kind, attempts, due_at) WHERE state = 'waiting' AND due_at IS NOT NULL;
CREATE INDEX job_account ON job (account_id, created_at);
CREATE INDEX job_ended ON job (ended_at) WHERE state <> 'waiting';
CREATE UNIQUE INDEX job_repeated ON job (kind) WHERE every_seconds IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON job TO parindex_jobs;
GRANT SELECT ON job TO parindex_app;
GRANT INSERT (id, kind, account_id, office, input, due_at) ON job TO parindex_app;
GRANT UPDATE (state, due_at, ended_at) ON job TO parindex_app;
ALTER TABLE job ENABLE ROW LEVEL SECURITY;

-- An upload's job has its id: who brings bytes holds it as who checks them does.
INSERT INTO job (id, kind, account_id, office, due_at, attempts, created_at)
  SELECT id, 'evidence.check', account_id, office, received_at, tries, created_at FROM upload WHERE state IN ('receiving', 'received');
ALTER TABLE upload DROP COLUMN tries, DROP COLUMN holder, DROP COLUMN held_until, DROP COLUMN wanted;
