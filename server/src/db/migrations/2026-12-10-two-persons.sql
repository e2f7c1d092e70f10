-- What takes two persons: roles that decide, resets of somebody's password and second factor, another address (decision 0052).
CREATE TABLE account_request (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('membership', 'password', 'secondFactor', 'email')),
  -- Whom it concerns.
  account_id uuid NOT NULL REFERENCES account,
  -- Of a role; without a body over the whole installation.
  body_id text REFERENCES body,
  role text CHECK (role IN ('administrator', 'owner', 'head', 'appraiser', 'council', 'auditor')),
  from_date date,
  to_date date,
  -- The new address, where that is what it is about.
  email text CHECK (length(email) <= 254),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  asked_by uuid NOT NULL REFERENCES account,
  asked_office uuid NOT NULL REFERENCES membership,
  asked_at timestamptz(3) NOT NULL,
  -- Nobody decides it any more from then on.
  lapses_at timestamptz(3) NOT NULL,
  decision text CHECK (decision IN ('carriedOut', 'refused', 'stopped')),
  note text CHECK (length(note) <= 2000),
  decided_by uuid REFERENCES account,
  -- Absent where it was stopped: by whom it concerns, or by who asked.
  decided_office uuid REFERENCES membership,
  decided_at timestamptz(3),
  CHECK ((kind = 'membership') = (role IS NOT NULL) AND (kind = 'membership') = (from_date IS NOT NULL)),
  CHECK (kind = 'membership' OR num_nonnulls(body_id, to_date) = 0),
  CHECK ((kind = 'email') = (email IS NOT NULL)),
  CHECK (body_id IS NOT NULL OR role IS NULL OR role IN ('administrator', 'auditor')),
  CHECK (to_date >= from_date),
  CHECK (kind = 'email' OR asked_by <> account_id),
  CHECK (decision = 'stopped' OR (decided_by <> asked_by AND decided_by <> account_id)),
  CHECK (num_nulls(decision, decided_by, decided_at) IN (0, 3)),
  CHECK ((decided_office IS NOT NULL) = (decision IS NOT NULL AND decision <> 'stopped'))
);
CREATE INDEX account_request_account ON account_request (account_id);
CREATE INDEX account_request_waiting ON account_request (asked_at) WHERE decision IS NULL;
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON account_request FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER decided_once BEFORE UPDATE ON account_request FOR EACH ROW WHEN (OLD.decision IS NOT NULL) EXECUTE FUNCTION app.refuse_change();
ALTER TABLE account_request ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON account_request TO parindex_app;
GRANT INSERT (id, kind, account_id, body_id, role, from_date, to_date, email, reason, asked_by, asked_office, asked_at, lapses_at) ON account_request TO parindex_app;

-- A link that opens somebody's account is in two halves: a code for whoever asked, of which the hash is here; and what whoever decides is shown. Neither opens anything alone.
CREATE TABLE account_request_code (
  request_id uuid PRIMARY KEY REFERENCES account_request,
  code_hash bytea NOT NULL CHECK (length(code_hash) = 32)
);
ALTER TABLE account_request_code ENABLE ROW LEVEL SECURITY;
GRANT INSERT ON account_request_code TO parindex_app;

-- By whose request a role was given; absent: by one person.
ALTER TABLE membership ADD COLUMN request_id uuid REFERENCES account_request;

-- What these do, their files say.
CREATE FUNCTION app.tell_of_request() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION app.tell_of_role() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION app.refuse_longer_role() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION app.refuse_other_address() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tell_concerned AFTER INSERT OR UPDATE ON account_request FOR EACH ROW EXECUTE FUNCTION app.tell_of_request();
CREATE TRIGGER tell_concerned AFTER INSERT OR UPDATE OF to_date ON membership FOR EACH ROW EXECUTE FUNCTION app.tell_of_role();
CREATE TRIGGER not_longer BEFORE UPDATE OF to_date ON membership FOR EACH ROW EXECUTE FUNCTION app.refuse_longer_role();
CREATE TRIGGER by_two_persons BEFORE UPDATE OF email ON account FOR EACH ROW WHEN (OLD.email IS DISTINCT FROM NEW.email) EXECUTE FUNCTION app.refuse_other_address();
