-- Guesses are slowed under the hash of a name, as there may be nobody of that name; what was counted under names is forgotten.
DELETE FROM sign_in_slowing;
ALTER TABLE sign_in_slowing RENAME COLUMN email TO who;

-- Devices on which an account has signed in completely: somebody else's guesses do not hold them up.
CREATE TABLE known_device (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  account_id uuid NOT NULL REFERENCES account (id),
  made_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL
);
CREATE INDEX known_device_account ON known_device (account_id, seen_at);
ALTER TABLE known_device ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (seen_at), DELETE ON known_device TO parindex_sign_on;
GRANT SELECT (account_id, made_at, seen_at) ON known_device TO parindex_app;

-- Refused sign-ins in sums, until their quarter of an hour is over and the trail is told.
CREATE TABLE refused_sign_in (
  quarter timestamptz NOT NULL,
  -- Absent: there is no such account.
  account_id uuid REFERENCES account (id),
  kind text NOT NULL CHECK (kind IN ('password', 'code')),
  -- An IPv4 address, or the first half of an IPv6 one.
  address text NOT NULL,
  count integer NOT NULL,
  UNIQUE NULLS NOT DISTINCT (quarter, address, account_id, kind)
);
ALTER TABLE refused_sign_in ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (count), DELETE ON refused_sign_in TO parindex_sign_on;
