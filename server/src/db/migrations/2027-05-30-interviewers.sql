-- Interviewers, who visit addresses of a sample with a device that has no line for days (decision 0155). Whom they visit lies with who is asked, what they were
-- told with the answers.
ALTER TABLE membership DROP CONSTRAINT membership_role_check,
  ADD CONSTRAINT membership_role_check CHECK (role IN ('administrator', 'owner', 'clerk', 'head', 'appraiser', 'council', 'auditor', 'interviewer'));

-- How a group is visited, declared before its first address is given out.
CREATE TABLE respondents.field_rule (
  round_id text NOT NULL REFERENCES survey,
  group_id text NOT NULL CHECK (length(group_id) BETWEEN 1 AND 100),
  -- After so many visits nobody was reached.
  most_visits smallint NOT NULL CHECK (most_visits BETWEEN 1 AND 20),
  -- What has to come of an address before a reserve takes its place.
  replaced text[] NOT NULL CHECK (replaced <@ ARRAY['refusal', 'nonContact', 'unable', 'language', 'noEligibleRespondent', 'notLocated', 'noHousehold', 'vacant', 'other']),
  declared_by uuid NOT NULL REFERENCES account,
  declared_at timestamptz(3) NOT NULL,
  PRIMARY KEY (round_id, group_id)
);
CREATE INDEX field_rule_declared_by ON respondents.field_rule (declared_by);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON respondents.field_rule FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE respondents.field_rule ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON respondents.field_rule TO parindex_app;

-- A household of a sample; where it lives is erased by term, the row stays.
CREATE TABLE respondents.address (
  id uuid PRIMARY KEY,
  round_id text NOT NULL,
  -- The body that the answers are about.
  body_id text NOT NULL REFERENCES body,
  group_id text NOT NULL,
  -- Its village or street group.
  cluster text NOT NULL CHECK (length(cluster) BETWEEN 1 AND 100),
  cluster_name text NOT NULL CHECK (length(cluster_name) BETWEEN 1 AND 300),
  household text NOT NULL CHECK (length(household) <= 300),
  address text CHECK (length(address) <= 500),
  -- Whether it stands ready to replace another of its village, and in which order.
  reserve boolean NOT NULL,
  place integer NOT NULL CHECK (place > 0),
  listed_by uuid NOT NULL REFERENCES account,
  listed_at timestamptz(3) NOT NULL,
  erased_at timestamptz(3),
  FOREIGN KEY (round_id, group_id) REFERENCES respondents.field_rule
);
CREATE INDEX address_listed ON respondents.address (round_id, group_id, body_id);
CREATE UNIQUE INDEX address_of_village ON respondents.address (round_id, group_id, body_id, cluster, reserve, place);
CREATE INDEX address_body ON respondents.address (body_id);
CREATE INDEX address_listed_by ON respondents.address (listed_by);
ALTER TABLE respondents.address ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON respondents.address TO parindex_app;
GRANT INSERT (id, round_id, body_id, group_id, cluster, cluster_name, household, address, reserve, place, listed_by, listed_at) ON respondents.address TO parindex_app;

-- Who visits an address; another one ends it.
CREATE TABLE respondents.assignment (
  address_id uuid NOT NULL REFERENCES respondents.address,
  account_id uuid NOT NULL REFERENCES account,
  assigned_by uuid NOT NULL REFERENCES account,
  assigned_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  PRIMARY KEY (address_id, account_id, assigned_at)
);
CREATE UNIQUE INDEX assignment_in_force ON respondents.assignment (address_id) WHERE ended_at IS NULL;
CREATE INDEX assignment_account ON respondents.assignment (account_id);
CREATE INDEX assignment_assigned_by ON respondents.assignment (assigned_by);
ALTER TABLE respondents.assignment ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON respondents.assignment TO parindex_app;
GRANT INSERT (address_id, account_id, assigned_by, assigned_at) ON respondents.assignment TO parindex_app;
GRANT UPDATE (ended_at) ON respondents.assignment TO parindex_app;

-- A visit as its interviewer noted it, with the id that the device gave it.
CREATE TABLE respondents.visit (
  id uuid PRIMARY KEY,
  address_id uuid NOT NULL REFERENCES respondents.address,
  account_id uuid NOT NULL REFERENCES account,
  visited_at timestamptz(3) NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('interviewed', 'appointment', 'absent', 'refusal', 'unable', 'language', 'noEligibleRespondent', 'notLocated', 'noHousehold', 'vacant', 'other')),
  -- When to come again.
  return_at timestamptz(3),
  note text CHECK (length(note) BETWEEN 1 AND 1000),
  came_at timestamptz(3) NOT NULL
);
CREATE INDEX visit_address ON respondents.visit (address_id);
CREATE INDEX visit_account ON respondents.visit (account_id);
ALTER TABLE respondents.visit ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON respondents.visit TO parindex_app;

-- At which address an interview was held. By the hash of its submission the same one sent again is known, also once answers lead nowhere any more.
CREATE TABLE respondents.interviewed (
  address_id uuid PRIMARY KEY REFERENCES respondents.address,
  round_id text NOT NULL REFERENCES survey,
  submission_hash bytea NOT NULL CHECK (length(submission_hash) = 32),
  receipt text NOT NULL CHECK (length(receipt) BETWEEN 1 AND 40)
);
CREATE INDEX interviewed_round ON respondents.interviewed (round_id);
ALTER TABLE respondents.interviewed ENABLE ROW LEVEL SECURITY;
GRANT SELECT (address_id, round_id) ON respondents.interviewed TO parindex_app;

-- By what the devices of an interviewer lock what they keep.
CREATE TABLE respondents.device_key (
  account_id uuid PRIMARY KEY REFERENCES account,
  key bytea NOT NULL CHECK (length(key) = 32),
  made_at timestamptz(3) NOT NULL
);
ALTER TABLE respondents.device_key ENABLE ROW LEVEL SECURITY;

-- The village stays with what was answered: how certain a sample is hangs on it.
ALTER TABLE answers.response ADD COLUMN cluster text CHECK (length(cluster) BETWEEN 1 AND 100);
ALTER TABLE answers.closed_response ADD COLUMN cluster text;

-- Interviews that came after the end, or of an address at which another had been held: they count for nobody until the owner of the round has decided.
CREATE TABLE answers.set_apart (
  submission_id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES survey,
  body_id text NOT NULL REFERENCES body,
  group_id text NOT NULL,
  cluster text NOT NULL,
  -- Erased when the survey closes.
  answers jsonb NOT NULL,
  seconds integer NOT NULL CHECK (seconds >= 0),
  reason text NOT NULL CHECK (reason IN ('late', 'second')),
  receipt text NOT NULL CHECK (length(receipt) BETWEEN 1 AND 40),
  came_at timestamptz(3) NOT NULL,
  -- Of which address, made with the round's key as the reference of a form is.
  held_for bytea CHECK (length(held_for) = 32),
  decision text CHECK (decision IN ('taken', 'leftOut')),
  decided_at timestamptz(3),
  CHECK (num_nulls(decision, decided_at) IN (0, 2))
);
CREATE INDEX set_apart_round ON answers.set_apart (round_id, body_id, group_id);
CREATE INDEX set_apart_body ON answers.set_apart (body_id);

-- How a survey stands counts them too. What they do, their file says.
CREATE FUNCTION app.tally_addresses() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION app.tally_interviews() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER tallied AFTER INSERT ON respondents.address REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_addresses();
CREATE TRIGGER tallied AFTER INSERT ON respondents.interviewed REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_interviews();
