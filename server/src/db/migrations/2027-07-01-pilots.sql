-- A pilot of a survey, before it is opened (decision 0157): its questionnaires are tried by links of its own. What is answered in one lies in tables of its own,
-- that refer to nothing of a survey and that nothing of a survey refers to, about no body: it can be counted nowhere.
CREATE SCHEMA pilots;

CREATE TABLE survey_pilot (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES round,
  number smallint NOT NULL CHECK (number > 0),
  -- Whose questionnaires were tried.
  edition_id text NOT NULL REFERENCES edition,
  started_by uuid NOT NULL REFERENCES account,
  started_at timestamptz(3) NOT NULL,
  ended_by uuid REFERENCES account,
  ended_at timestamptz(3),
  UNIQUE (round_id, number),
  CHECK (num_nulls(ended_by, ended_at) IN (0, 2))
);
-- One at a time.
CREATE UNIQUE INDEX survey_pilot_runs ON survey_pilot (round_id) WHERE ended_at IS NULL;
CREATE INDEX survey_pilot_edition ON survey_pilot (edition_id);
CREATE INDEX survey_pilot_started_by ON survey_pilot (started_by);
CREATE INDEX survey_pilot_ended_by ON survey_pilot (ended_by);
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON survey_pilot FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER ended_once BEFORE UPDATE ON survey_pilot FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION app.refuse_change();
-- What they do, their file says.
CREATE FUNCTION app.refuse_pilot_beside_survey() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER before_survey BEFORE INSERT ON survey_pilot FOR EACH ROW EXECUTE FUNCTION app.refuse_pilot_beside_survey();
CREATE TRIGGER after_pilot BEFORE INSERT ON survey FOR EACH ROW EXECUTE FUNCTION app.refuse_pilot_beside_survey();
CREATE FUNCTION app.drop_tried_drafts() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER drafts_dropped AFTER UPDATE ON survey_pilot FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION app.drop_tried_drafts();
ALTER TABLE survey_pilot ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON survey_pilot TO parindex_app;
GRANT INSERT (id, round_id, number, edition_id, started_by, started_at) ON survey_pilot TO parindex_app;
GRANT UPDATE (ended_by, ended_at) ON survey_pilot TO parindex_app;

-- The questionnaire of a group as it was when the pilot began, whatever becomes of it, and the open link to it.
CREATE TABLE survey_pilot_form (
  pilot_id uuid NOT NULL REFERENCES survey_pilot,
  group_id text NOT NULL CHECK (length(group_id) BETWEEN 1 AND 100),
  -- Of the questionnaire in normal form.
  hash text NOT NULL CHECK (length(hash) = 64),
  -- As it is shown: with a page for remarks.
  form json NOT NULL,
  -- Told to whoever leads the survey, again and again: it opens an empty form, and the answers in one have a code of their own. No link to a survey looks like it.
  token text NOT NULL UNIQUE CHECK (token ~ '^thu-[A-Za-z0-9_-]{43}$'),
  PRIMARY KEY (pilot_id, group_id)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON survey_pilot_form FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE survey_pilot_form ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON survey_pilot_form TO parindex_app;

-- A form as it is being tried, under its link and its code; gone when it is sent, and with the pilot. No role reads it.
CREATE TABLE pilots.draft (
  reference bytea PRIMARY KEY CHECK (length(reference) = 32),
  pilot_id uuid NOT NULL,
  group_id text NOT NULL,
  answers jsonb NOT NULL,
  begun_at timestamptz(3) NOT NULL,
  FOREIGN KEY (pilot_id, group_id) REFERENCES survey_pilot_form
);
CREATE INDEX draft_form ON pilots.draft (pilot_id, group_id);

-- How many forms were begun.
CREATE TABLE pilots.begun (
  pilot_id uuid NOT NULL,
  group_id text NOT NULL,
  count integer NOT NULL CHECK (count > 0),
  PRIMARY KEY (pilot_id, group_id),
  FOREIGN KEY (pilot_id, group_id) REFERENCES survey_pilot_form
);

-- What is kept of a form that was sent: not what was answered. No role reads it.
CREATE TABLE pilots.trial (
  submission_id uuid PRIMARY KEY,
  pilot_id uuid NOT NULL,
  group_id text NOT NULL,
  seconds integer NOT NULL CHECK (seconds >= 0),
  -- Of each question that was asked: 'answered', 'left' or 'noOpinion'.
  outcomes jsonb NOT NULL,
  remark text CHECK (length(remark) BETWEEN 1 AND 1000),
  receipt text NOT NULL CHECK (length(receipt) BETWEEN 1 AND 40),
  FOREIGN KEY (pilot_id, group_id) REFERENCES survey_pilot_form
);
CREATE INDEX trial_form ON pilots.trial (pilot_id, group_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON pilots.trial FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
