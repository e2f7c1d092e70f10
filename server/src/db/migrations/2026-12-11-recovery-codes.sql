-- Codes that stand in for a lost second factor, each once; only their hashes.
CREATE TABLE recovery_code (
  account_id uuid NOT NULL REFERENCES account (id),
  code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
  made_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (account_id, code_hash)
);
ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (used_at), DELETE ON recovery_code TO parindex_sign_on;
GRANT SELECT (account_id, made_at, used_at) ON recovery_code TO parindex_app;
