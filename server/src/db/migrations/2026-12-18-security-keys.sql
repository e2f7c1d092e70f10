-- Security keys and passkeys as a second factor (decision 0059): what they prove is held against a public key, so nothing here is a secret.
CREATE TABLE security_key (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  -- How the key names itself; no two accounts share one.
  credential_id bytea NOT NULL UNIQUE CHECK (length(credential_id) BETWEEN 1 AND 1023),
  public_key bytea NOT NULL CHECK (length(public_key) BETWEEN 1 AND 4096),
  -- How often it has signed, as it says itself: one that goes back is another key with the same secret. Keys that do not count say 0.
  counter bigint NOT NULL CHECK (counter >= 0),
  transports text[] NOT NULL DEFAULT '{}',
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  made_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX security_key_account ON security_key (account_id);
ALTER TABLE security_key ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (counter, used_at), DELETE ON security_key TO parindex_sign_on;
GRANT SELECT (id, account_id, name, made_at, used_at) ON security_key TO parindex_app;

-- What a key is to sign next in a session: one at a time, once, for some minutes.
ALTER TABLE session
  ADD COLUMN challenge bytea CHECK (length(challenge) = 32),
  ADD COLUMN challenge_for text CHECK (challenge_for IN ('enrol', 'prove')),
  ADD COLUMN challenge_until timestamptz,
  ADD CHECK (num_nulls(challenge, challenge_for, challenge_until) IN (0, 3));
