-- A survey of a round: its questionnaires, whom it asks, what they answer. Who is asked and what was answered lie in two schemas: no role that serves
-- reads both (decision 0149).
CREATE SCHEMA respondents;
CREATE SCHEMA answers;
GRANT USAGE ON SCHEMA respondents TO parindex_app;
GRANT USAGE ON SCHEMA answers TO parindex_jobs;

-- The form of a group of respondents beside an adopted edition; locked once a survey is opened with it.
CREATE TABLE edition_questionnaire (
  edition_id text NOT NULL REFERENCES edition,
  group_id text NOT NULL CHECK (length(group_id) BETWEEN 1 AND 100),
  -- As it was written.
  document text NOT NULL,
  -- Normal form and its hash.
  form json NOT NULL,
  hash text NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (edition_id, group_id)
);
-- What it does, its file says.
CREATE FUNCTION app.refuse_change_of_used_form() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER locked_once_used BEFORE INSERT OR UPDATE OR DELETE ON edition_questionnaire FOR EACH ROW EXECUTE FUNCTION app.refuse_change_of_used_form();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON edition_questionnaire FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE edition_questionnaire ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON edition_questionnaire TO parindex_app;
GRANT UPDATE (document, form, hash) ON edition_questionnaire TO parindex_app;
GRANT SELECT ON edition_questionnaire TO parindex_jobs;

CREATE TABLE survey (
  round_id text PRIMARY KEY REFERENCES round,
  -- Whose forms it uses, from its opening to its end, whatever edition the round takes over.
  edition_id text NOT NULL REFERENCES edition,
  -- Of a group with fewer answers nothing is shown.
  threshold smallint NOT NULL CHECK (threshold BETWEEN 3 AND 100),
  opened_by uuid NOT NULL REFERENCES account,
  opened_at timestamptz(3) NOT NULL,
  -- From then on no form is taken; a job counts what is left and closes it.
  closing_asked_by uuid REFERENCES account,
  closing_asked_at timestamptz(3),
  closed_at timestamptz(3),
  -- Hash of all counts as they were when it was closed.
  counts_hash text CHECK (length(counts_hash) = 64),
  -- How many forms were there then.
  responses bigint,
  CHECK (num_nulls(closing_asked_by, closing_asked_at) IN (0, 2)),
  CHECK (num_nulls(closed_at, counts_hash, responses) IN (0, 3)),
  CHECK (closed_at IS NULL OR closing_asked_at IS NOT NULL)
);
CREATE INDEX survey_opened_by ON survey (opened_by);
CREATE INDEX survey_closing_asked_by ON survey (closing_asked_by);
CREATE INDEX survey_edition ON survey (edition_id);
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON survey FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER closed_once BEFORE UPDATE ON survey FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL) EXECUTE FUNCTION app.refuse_change();
-- What it does, its file says.
CREATE FUNCTION app.make_survey_key() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER key_made AFTER INSERT ON survey FOR EACH ROW EXECUTE FUNCTION app.make_survey_key();
ALTER TABLE survey ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON survey TO parindex_app;
GRANT SELECT ON survey TO parindex_jobs;
GRANT INSERT (round_id, edition_id, threshold, opened_by, opened_at) ON survey TO parindex_app;
GRANT UPDATE (closing_asked_by, closing_asked_at) ON survey TO parindex_app;

-- A person who is asked, as the body that knows them has listed them; contact data are erased by term, the row stays.
CREATE TABLE respondents.respondent (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES survey,
  -- The body that the answers are about, and that has listed them.
  body_id text NOT NULL REFERENCES body,
  group_id text NOT NULL CHECK (length(group_id) BETWEEN 1 AND 100),
  name text NOT NULL CHECK (length(name) <= 300),
  position text CHECK (length(position) <= 500),
  workplace text CHECK (length(workplace) <= 500),
  phone text CHECK (length(phone) <= 20),
  mail text CHECK (length(mail) <= 320),
  -- Where a printed letter reaches them.
  address text CHECK (length(address) <= 500),
  note text CHECK (length(note) <= 2000),
  listed_by uuid NOT NULL REFERENCES account,
  listed_at timestamptz(3) NOT NULL,
  -- Whoever stands in their place, and why.
  replaced_by uuid REFERENCES respondents.respondent,
  replaced_reason text CHECK (length(replaced_reason) BETWEEN 1 AND 1000),
  erased_at timestamptz(3),
  CHECK (num_nulls(replaced_by, replaced_reason) IN (0, 2))
);
CREATE INDEX respondent_listed ON respondents.respondent (round_id, body_id, group_id);
CREATE INDEX respondent_body ON respondents.respondent (body_id);
CREATE INDEX respondent_listed_by ON respondents.respondent (listed_by);
CREATE INDEX respondent_replaced_by ON respondents.respondent (replaced_by);
CREATE UNIQUE INDEX respondent_phone ON respondents.respondent (round_id, body_id, phone) WHERE replaced_by IS NULL;
CREATE UNIQUE INDEX respondent_mail ON respondents.respondent (round_id, body_id, mail) WHERE replaced_by IS NULL;
ALTER TABLE respondents.respondent ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON respondents.respondent TO parindex_app;
GRANT INSERT (id, round_id, body_id, group_id, name, position, workplace, phone, mail, address, note, listed_by, listed_at) ON respondents.respondent TO parindex_app;
GRANT UPDATE (replaced_by, replaced_reason) ON respondents.respondent TO parindex_app;

-- The way to a form: the secret is in the link alone, here is its hash. Another link ends the one before.
CREATE TABLE respondents.link (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  respondent_id uuid NOT NULL REFERENCES respondents.respondent,
  made_by uuid NOT NULL REFERENCES account,
  made_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3)
);
CREATE UNIQUE INDEX link_in_force ON respondents.link (respondent_id) WHERE ended_at IS NULL;
CREATE INDEX link_respondent ON respondents.link (respondent_id);
CREATE INDEX link_made_by ON respondents.link (made_by);
ALTER TABLE respondents.link ENABLE ROW LEVEL SECURITY;
GRANT SELECT (respondent_id, made_by, made_at, ended_at) ON respondents.link TO parindex_app;
GRANT INSERT (token_hash, respondent_id, made_by, made_at) ON respondents.link TO parindex_app;
GRANT UPDATE (ended_at) ON respondents.link TO parindex_app;

-- Who has answered; not when, and not for the body that has listed them.
CREATE TABLE respondents.participation (
  respondent_id uuid PRIMARY KEY REFERENCES respondents.respondent,
  round_id text NOT NULL REFERENCES survey
);
CREATE INDEX participation_round ON respondents.participation (round_id);
ALTER TABLE respondents.participation ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON respondents.participation TO parindex_app;

-- That a body stands for its list: by which signed document.
CREATE TABLE respondents.list_confirmation (
  round_id text NOT NULL REFERENCES survey,
  body_id text NOT NULL REFERENCES body,
  document_number text NOT NULL CHECK (length(document_number) BETWEEN 1 AND 200),
  document_date date NOT NULL,
  -- How many respondents each group had then.
  groups json NOT NULL,
  confirmed_by uuid NOT NULL REFERENCES account,
  confirmed_at timestamptz(3) NOT NULL,
  PRIMARY KEY (round_id, body_id, confirmed_at)
);
CREATE INDEX list_confirmation_body ON respondents.list_confirmation (body_id);
CREATE INDEX list_confirmation_confirmed_by ON respondents.list_confirmation (confirmed_by);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON respondents.list_confirmation FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE respondents.list_confirmation ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON respondents.list_confirmation TO parindex_app;

-- What makes the reference of a form from the secret of its link; destroyed when the survey closes. Read by nobody but the functions that take answers.
CREATE TABLE answers.round_key (
  round_id text PRIMARY KEY REFERENCES survey,
  key bytea NOT NULL CHECK (length(key) = 32)
);

-- A form as it is being filled in, and once it is sent. Its reference is made of the link's secret, which nobody keeps, and of the round's key.
CREATE TABLE answers.response (
  reference bytea PRIMARY KEY CHECK (length(reference) = 32),
  round_id text NOT NULL REFERENCES survey,
  body_id text NOT NULL REFERENCES body,
  group_id text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('online', 'interview', 'paper')),
  answers jsonb NOT NULL,
  begun_at timestamptz(3) NOT NULL,
  saved_at timestamptz(3) NOT NULL,
  submission_id uuid UNIQUE,
  submitted_at timestamptz(3),
  receipt text CHECK (length(receipt) BETWEEN 1 AND 40),
  counted boolean NOT NULL DEFAULT false,
  CHECK (num_nulls(submission_id, submitted_at, receipt) IN (0, 3)),
  CHECK (NOT counted OR submitted_at IS NOT NULL)
);
CREATE INDEX response_uncounted ON answers.response (round_id) WHERE submitted_at IS NOT NULL AND NOT counted;
CREATE INDEX response_round ON answers.response (round_id, body_id, group_id);
CREATE INDEX response_body ON answers.response (body_id);
GRANT SELECT (reference, round_id, body_id, group_id, mode, answers, submitted_at, counted) ON answers.response TO parindex_jobs;
GRANT UPDATE (counted) ON answers.response TO parindex_jobs;

-- What was answered, once the survey is closed: in an order by chance, under ids that lead nowhere, without times.
CREATE TABLE answers.closed_response (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES survey,
  body_id text NOT NULL REFERENCES body,
  group_id text NOT NULL,
  mode text NOT NULL,
  -- From the first page to the sending, in whole minutes.
  minutes integer NOT NULL,
  answers jsonb NOT NULL
);
CREATE INDEX closed_response_round ON answers.closed_response (round_id, body_id, group_id);
CREATE INDEX closed_response_body ON answers.closed_response (body_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON answers.closed_response FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- How often each answer was given, of each body by each group.
CREATE TABLE answers.answer_count (
  round_id text NOT NULL REFERENCES survey,
  body_id text NOT NULL REFERENCES body,
  group_id text NOT NULL,
  question text NOT NULL,
  option text NOT NULL,
  count bigint NOT NULL CHECK (count >= 0),
  PRIMARY KEY (round_id, body_id, group_id, question, option)
);
CREATE INDEX answer_count_body ON answers.answer_count (body_id);
GRANT SELECT, INSERT, UPDATE ON answers.answer_count TO parindex_jobs;

-- What a survey gives comes as a delivery of figures, which an owner agrees to.
ALTER TABLE delivery DROP CONSTRAINT delivery_came_by_check, ADD CONSTRAINT delivery_came_by_check CHECK (came_by IN ('page', 'api', 'folder', 'survey'));
