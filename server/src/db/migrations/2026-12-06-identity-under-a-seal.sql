-- Who somebody is, a role of its own finds out: what proves it, and the making of sessions, are out of the serving role's reach (decision 0048).
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parindex_sign_on') THEN
    RAISE EXCEPTION 'the role parindex_sign_on is not there: as a superuser run CREATE ROLE parindex_sign_on LOGIN PASSWORD ''…'', and see "From a release before" in docs/operating';
  END IF;
  -- The owner of the tables owns the database too, as a rule; where it does not, PostgreSQL says so and goes on.
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO parindex_sign_on', current_database());
END $$;
GRANT USAGE ON SCHEMA public, app TO parindex_sign_on;

-- By which identities are sealed. No role that serves reads it, backups leave it out, and a restored database has one of its own.
CREATE TABLE identity_key (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  key bytea NOT NULL CHECK (length(key) = 32) DEFAULT sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
);
INSERT INTO identity_key DEFAULT VALUES;

REVOKE ALL ON credential, sign_in_slowing FROM parindex_app;
GRANT SELECT, INSERT, UPDATE ON credential TO parindex_sign_on;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_slowing TO parindex_sign_on;

REVOKE ALL ON session, personal_token, one_time_link FROM parindex_app;
GRANT SELECT, INSERT, UPDATE ON session TO parindex_sign_on;
GRANT SELECT (id, account_id, created_at, seen_at, expires_at, ended_at, complete_at, address, agent), UPDATE (ended_at) ON session TO parindex_app;
GRANT SELECT (id, account_id, name, scopes, created_at, expires_at, used_at, revoked_at), INSERT, UPDATE (expires_at, revoked_at) ON personal_token TO parindex_app;
GRANT SELECT (id, account_id, name, revoked_at), UPDATE (revoked_at) ON personal_token TO parindex_sign_on;
GRANT SELECT (purpose, account_id, created_by, created_at, expires_at, used_at, withdrawn_at), INSERT, UPDATE (withdrawn_at) ON one_time_link TO parindex_app;
GRANT SELECT, UPDATE (used_at, withdrawn_at) ON one_time_link TO parindex_sign_on;

GRANT SELECT ON account, membership, body, body_name, body_attribute, installation TO parindex_sign_on;
GRANT INSERT ON payload TO parindex_sign_on;
GRANT INSERT (at, actor, office, act, subject, round_id, body_id, content, payload_id, payload_hash, hash) ON audit TO parindex_sign_on;

-- The jobs' role seals the trail by its numbers and hashes, and needs no more of it.
REVOKE SELECT ON audit FROM parindex_jobs;
GRANT SELECT (n, xid, hash) ON audit TO parindex_jobs;
-- Who holds a job is between those who hold it.
REVOKE SELECT ON job FROM parindex_app;
GRANT SELECT (id, kind, account_id, office, input, every_seconds, state, due_at, attempts, done_steps, all_steps, created_at, ended_at) ON job TO parindex_app;

-- What all may read, not all may write.
ALTER TABLE body ENABLE ROW LEVEL SECURITY;
ALTER TABLE body_name ENABLE ROW LEVEL SECURITY;
ALTER TABLE body_attribute ENABLE ROW LEVEL SECURITY;
ALTER TABLE body_succession ENABLE ROW LEVEL SECURITY;
ALTER TABLE day_off ENABLE ROW LEVEL SECURITY;
ALTER TABLE day_off_year ENABLE ROW LEVEL SECURITY;
ALTER TABLE edition ENABLE ROW LEVEL SECURITY;
