-- How many responses are taken of a group about a body, or of a stratum of it (decision 0156).

-- As the owner of the round has declared it: the latest holds, none is taken away.
CREATE TABLE survey_quota (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES survey,
  body_id text NOT NULL REFERENCES body,
  group_id text NOT NULL CHECK (length(group_id) BETWEEN 1 AND 100),
  -- Of the whole group, or of those who have something in a column of their list, or of the addresses of a village.
  stratum text NOT NULL CHECK (stratum IN ('whole', 'position', 'unit', 'cluster')),
  value text NOT NULL CHECK (length(value) <= 500),
  number smallint NOT NULL CHECK (number > 0),
  -- As many responses are taken, and as many are aimed at.
  most integer NOT NULL CHECK (most > 0),
  aimed integer CHECK (aimed BETWEEN 1 AND most),
  -- Needed once somebody has answered.
  reason text CHECK (length(reason) BETWEEN 1 AND 1000),
  declared_by uuid NOT NULL REFERENCES account,
  declared_at timestamptz(3) NOT NULL,
  CHECK ((stratum = 'whole') = (value = ''))
);
CREATE UNIQUE INDEX survey_quota_number ON survey_quota (round_id, body_id, group_id, stratum, lower(value), number);
CREATE INDEX survey_quota_body ON survey_quota (body_id);
CREATE INDEX survey_quota_declared_by ON survey_quota (declared_by);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON survey_quota FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
-- What it does, its file says.
CREATE FUNCTION app.open_places() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER opens_places AFTER INSERT ON survey_quota FOR EACH ROW EXECUTE FUNCTION app.open_places();
ALTER TABLE survey_quota ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON survey_quota TO parindex_app;

-- How many places a quota has by its latest declaration, and how many are taken: whoever answers holds this row. Where there is no quota there is none, and
-- nobody waits. No role reads it.
CREATE TABLE respondents.quota_place (
  round_id text NOT NULL REFERENCES survey,
  body_id text NOT NULL REFERENCES body,
  group_id text NOT NULL,
  stratum text NOT NULL,
  -- In small letters, as it is compared.
  value text NOT NULL,
  most integer NOT NULL,
  taken integer NOT NULL CHECK (taken >= 0),
  PRIMARY KEY (round_id, body_id, group_id, stratum, value)
);
CREATE INDEX quota_place_body ON respondents.quota_place (body_id);
ALTER TABLE respondents.quota_place ENABLE ROW LEVEL SECURITY;

-- What comes above a quota, by an interviewer or on paper, is kept apart too.
ALTER TABLE answers.set_apart DROP CONSTRAINT set_apart_reason_check, ADD CONSTRAINT set_apart_reason_check CHECK (reason IN ('late', 'second', 'quota')),
  ADD COLUMN mode text NOT NULL DEFAULT 'interview' CHECK (mode IN ('interview', 'paper')),
  -- Of a paper form: under what it would lie among those that count; destroyed when the survey closes.
  ADD COLUMN reference bytea UNIQUE CHECK (length(reference) = 32),
  ADD COLUMN invalid text[] NOT NULL DEFAULT '{}';
