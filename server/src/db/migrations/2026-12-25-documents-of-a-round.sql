-- What a round stands on: the decision with its plan, guidance, decisions on extensions and exclusions, each with its file. Notices with number, date and attachments, and who has read them.

-- A file as it was brought: found by its hash in the store, among reports.
CREATE TABLE round_file (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES round,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 20),
  bytes integer NOT NULL CHECK (bytes > 0),
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  scanned boolean NOT NULL,
  brought_by uuid NOT NULL REFERENCES account,
  brought_at timestamptz(3) NOT NULL
);
CREATE INDEX round_file_hash ON round_file (sha256);
CREATE INDEX round_file_round ON round_file (round_id);

CREATE TABLE round_document (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES round,
  -- decision: on an extension or an exclusion.
  kind text NOT NULL CHECK (kind IN ('plan', 'guidance', 'decision')),
  made_by uuid NOT NULL REFERENCES account,
  made_at timestamptz(3) NOT NULL,
  withdrawn_by uuid REFERENCES account,
  withdrawn_at timestamptz(3),
  UNIQUE (round_id, id),
  CHECK (num_nulls(withdrawn_by, withdrawn_at) IN (0, 2))
);
-- A round has one plan in force: another one is a new version of it.
CREATE UNIQUE INDEX round_document_one_plan ON round_document (round_id) WHERE kind = 'plan' AND withdrawn_at IS NULL;

-- The highest number is read; those before stay.
CREATE TABLE round_document_version (
  document_id uuid NOT NULL,
  number smallint NOT NULL CHECK (number > 0),
  round_id text NOT NULL,
  doc_number text NOT NULL CHECK (length(doc_number) BETWEEN 1 AND 100),
  issued_on date NOT NULL,
  issuer text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 300),
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 2000),
  -- In the order in which they are shown; files of the same round (policy).
  files uuid[] NOT NULL CHECK (cardinality(files) BETWEEN 0 AND 20),
  made_by uuid NOT NULL REFERENCES account,
  made_at timestamptz(3) NOT NULL,
  PRIMARY KEY (document_id, number),
  FOREIGN KEY (round_id, document_id) REFERENCES round_document (round_id, id)
);
CREATE INDEX round_document_version_round ON round_document_version (round_id);

ALTER TABLE notice ADD doc_number text CHECK (length(doc_number) BETWEEN 1 AND 100), ADD issued_on date,
  ADD files uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(files) <= 20), ADD CHECK (num_nulls(doc_number, issued_on) IN (0, 2));

-- Somebody says that they have read a notice; through which office, as the list is by body.
CREATE TABLE notice_reading (
  id uuid PRIMARY KEY,
  notice_id uuid NOT NULL REFERENCES notice,
  account_id uuid NOT NULL REFERENCES account,
  office uuid NOT NULL REFERENCES membership,
  read_at timestamptz(3) NOT NULL,
  UNIQUE (notice_id, account_id)
);

-- By which decision more time was given, or an item does not apply; absent: it is not attached.
ALTER TABLE extension ADD decision_id uuid, ADD FOREIGN KEY (round_id, decision_id) REFERENCES round_document (round_id, id);
ALTER TABLE exclusion ADD decision_id uuid, ADD FOREIGN KEY (round_id, decision_id) REFERENCES round_document (round_id, id);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON round_file FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON round_document_version FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON notice_reading FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON round_document FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER withdrawn_once BEFORE UPDATE ON round_document FOR EACH ROW WHEN (OLD.withdrawn_at IS NOT NULL) EXECUTE FUNCTION app.refuse_change();

GRANT SELECT, INSERT ON round_file, round_document_version, notice_reading TO parindex_app;
GRANT SELECT ON round_document TO parindex_app;
GRANT INSERT (id, round_id, kind, made_by, made_at) ON round_document TO parindex_app;
GRANT UPDATE (withdrawn_by, withdrawn_at) ON round_document TO parindex_app;
GRANT INSERT (doc_number, issued_on, files) ON notice TO parindex_app;

ALTER TABLE round_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE round_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE round_document_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_reading ENABLE ROW LEVEL SECURITY;
