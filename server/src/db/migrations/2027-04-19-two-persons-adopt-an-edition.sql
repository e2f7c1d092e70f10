-- Adopting an edition, and withdrawing one, take two persons: one brings the signed decision and asks, another decides (decision 0145).

-- A signed decision as it was brought: found by its hash in the store, among reports.
CREATE TABLE edition_file (
  id uuid PRIMARY KEY,
  edition_id text NOT NULL REFERENCES edition,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 20),
  bytes integer NOT NULL CHECK (bytes > 0),
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  scanned boolean NOT NULL,
  brought_by uuid NOT NULL REFERENCES account,
  brought_at timestamptz(3) NOT NULL,
  UNIQUE (edition_id, id)
);
CREATE INDEX edition_file_hash ON edition_file (sha256);

CREATE TABLE edition_request (
  id uuid PRIMARY KEY,
  edition_id text NOT NULL REFERENCES edition,
  kind text NOT NULL CHECK (kind IN ('adopt', 'withdraw')),
  -- Of the edition as whoever asked saw it: one that has changed since is asked for anew.
  edition_version integer NOT NULL,
  -- The decision, and its file.
  decision_number text NOT NULL CHECK (length(decision_number) BETWEEN 1 AND 200),
  decision_date date NOT NULL,
  file_id uuid NOT NULL,
  effective_from date,
  effective_to date,
  replaced_by text REFERENCES edition,
  reason text CHECK (length(reason) BETWEEN 1 AND 2000),
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
  FOREIGN KEY (edition_id, file_id) REFERENCES edition_file (edition_id, id),
  CHECK (decision = 'stopped' OR decided_by <> asked_by),
  CHECK (num_nulls(decision, decided_by, decided_at) IN (0, 3)),
  CHECK ((decided_office IS NOT NULL) = (decision IS NOT NULL AND decision <> 'stopped')),
  CHECK (CASE kind WHEN 'adopt' THEN effective_from IS NOT NULL AND replaced_by IS NULL ELSE num_nulls(effective_from, effective_to) = 2 END),
  CHECK (replaced_by <> edition_id)
);
CREATE INDEX edition_request_edition ON edition_request (edition_id, asked_at DESC);
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON edition_request FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER decided_once BEFORE UPDATE ON edition_request FOR EACH ROW WHEN (OLD.decision IS NOT NULL) EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON edition_file FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE edition_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE edition_request ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON edition_file TO parindex_app;
GRANT SELECT ON edition_request TO parindex_app;
GRANT INSERT (id, edition_id, kind, edition_version, decision_number, decision_date, file_id, effective_from, effective_to, replaced_by, reason, asked_by, asked_office, asked_at, lapses_at)
  ON edition_request TO parindex_app;

-- The decision that adopted it; what the server's key signed of it then; and, once it holds no more, by which decision and what replaced it.
ALTER TABLE edition
  ADD decision_file uuid REFERENCES edition_file,
  ADD signing_key text CHECK (length(signing_key) <= 100),
  ADD signature bytea,
  ADD withdrawn_at timestamptz(3),
  ADD withdrawal_number text,
  ADD withdrawal_date date,
  ADD withdrawal_file uuid REFERENCES edition_file,
  ADD replaced_by text REFERENCES edition,
  ADD CHECK (num_nulls(signing_key, signature) IN (0, 2)),
  ADD CHECK (num_nulls(withdrawn_at, withdrawal_number, withdrawal_date, withdrawal_file) IN (0, 4)),
  ADD CHECK (withdrawn_at IS NULL OR state = 'adopted'),
  ADD CHECK (replaced_by IS NULL OR withdrawn_at IS NOT NULL);

-- What it does, its file says.
CREATE FUNCTION app.refuse_adopting_alone() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER adopting_by_two BEFORE INSERT OR UPDATE ON edition FOR EACH ROW WHEN (NEW.state = 'adopted') EXECUTE FUNCTION app.refuse_adopting_alone();
