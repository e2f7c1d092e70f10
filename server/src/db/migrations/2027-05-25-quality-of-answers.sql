-- How a survey stands, counted as it goes, and forms that are looked at again before they count (decision 0154).

-- Whether somebody has been given a link to their form; it stays once links are destroyed.
ALTER TABLE respondents.respondent ADD COLUMN invited boolean NOT NULL DEFAULT false;
UPDATE respondents.respondent p SET invited = true WHERE EXISTS (SELECT FROM respondents.link l WHERE l.respondent_id = p.id AND l.ended_at IS NULL);

-- How many of a group of a body are in a state ('listed', 'invited', 'answered', or why they were replaced), kept by triggers in the transaction of whatever
-- changes it. In several rows, by the process that adds, so that those who send at the same time do not wait for each other.
CREATE TABLE respondents.respondent_tally (
  round_id text NOT NULL REFERENCES survey,
  body_id text NOT NULL REFERENCES body,
  group_id text NOT NULL,
  state text NOT NULL,
  slot smallint NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (round_id, body_id, group_id, state, slot)
);
CREATE INDEX respondent_tally_body ON respondents.respondent_tally (body_id);
ALTER TABLE respondents.respondent_tally ENABLE ROW LEVEL SECURITY;

-- How many forms of a group of a body were begun and not sent, and how many were sent, by day.
CREATE TABLE answers.form_tally (
  round_id text NOT NULL REFERENCES survey,
  body_id text NOT NULL REFERENCES body,
  group_id text NOT NULL,
  day date NOT NULL,
  slot smallint NOT NULL,
  drafts integer NOT NULL,
  sent integer NOT NULL,
  PRIMARY KEY (round_id, body_id, group_id, day, slot)
);
CREATE INDEX form_tally_body ON answers.form_tally (body_id);

INSERT INTO respondents.respondent_tally (round_id, body_id, group_id, state, slot, count)
  SELECT p.round_id, p.body_id, p.group_id, s.state, -1, count(*) FROM respondents.respondent p
    CROSS JOIN LATERAL unnest(CASE WHEN p.replaced_reason IS NOT NULL THEN ARRAY[p.replaced_reason] WHEN p.invited THEN ARRAY['listed', 'invited'] ELSE ARRAY['listed'] END) AS s (state)
  GROUP BY 1, 2, 3, 4;
INSERT INTO respondents.respondent_tally (round_id, body_id, group_id, state, slot, count)
  SELECT p.round_id, p.body_id, p.group_id, 'answered', -1, count(*) FROM respondents.participation a JOIN respondents.respondent p ON p.id = a.respondent_id GROUP BY 1, 2, 3;
INSERT INTO answers.form_tally (round_id, body_id, group_id, day, slot, drafts, sent)
  SELECT f.round_id, f.body_id, f.group_id, (coalesce(f.submitted_at, f.begun_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, -1,
    count(*) FILTER (WHERE f.submitted_at IS NULL), count(*) FILTER (WHERE f.submitted_at IS NOT NULL)
  FROM answers.response f GROUP BY 1, 2, 3, 4;

-- What these do, their file says.
CREATE FUNCTION app.tally_respondents() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION app.tally_links() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION app.tally_participation() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION app.tally_form() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER tallied_as_listed AFTER INSERT ON respondents.respondent REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_respondents();
CREATE TRIGGER tallied_as_changed AFTER UPDATE ON respondents.respondent REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_respondents();
CREATE TRIGGER invites AFTER INSERT ON respondents.link REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_links();
CREATE TRIGGER invites_no_more AFTER UPDATE ON respondents.link REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_links();
CREATE TRIGGER tallied AFTER INSERT ON respondents.participation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.tally_participation();
CREATE TRIGGER tallied_no_more AFTER DELETE ON respondents.participation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.tally_participation();
CREATE TRIGGER tallied_as_begun AFTER INSERT ON answers.response FOR EACH ROW EXECUTE FUNCTION app.tally_form();
CREATE TRIGGER tallied_as_sent AFTER UPDATE ON answers.response FOR EACH ROW WHEN (OLD.submitted_at IS NULL AND NEW.submitted_at IS NOT NULL) EXECUTE FUNCTION app.tally_form();

ALTER TABLE answers.response
  -- By how much of it was answered; null until it is counted.
  ADD COLUMN outcome text CHECK (outcome IN ('complete', 'partial', 'breakOff')),
  -- By chance: as what a reviewer knows it, from when as many others came with it as the survey's threshold. It leads to nobody.
  ADD COLUMN label uuid UNIQUE,
  -- What was noticed about it; null: nothing.
  ADD COLUMN flags jsonb,
  -- The latest of its reviews.
  ADD COLUMN decision text CHECK (decision IN ('accepted', 'setAside')),
  ADD CHECK (label IS NOT NULL OR num_nonnulls(flags, decision) = 0),
  ADD CHECK (label IS NULL OR submitted_at IS NOT NULL);
-- Forms that are to be added to the counts, or taken out of them.
DROP INDEX answers.response_uncounted;
CREATE INDEX response_uncounted ON answers.response (round_id) WHERE submitted_at IS NOT NULL AND counted = (decision IS NOT DISTINCT FROM 'setAside');
CREATE INDEX response_unlabelled ON answers.response (round_id, body_id, group_id) WHERE submitted_at IS NOT NULL AND label IS NULL;
CREATE INDEX response_noted ON answers.response (round_id, body_id, group_id) WHERE flags IS NOT NULL OR decision IS NOT NULL OR outcome <> 'complete';
GRANT SELECT (begun_at, outcome, label, flags, decision), UPDATE (outcome, label, flags) ON answers.response TO parindex_jobs;

ALTER TABLE answers.closed_response ADD COLUMN outcome text, ADD COLUMN flags jsonb, ADD COLUMN decision text;
CREATE INDEX closed_response_noted ON answers.closed_response (round_id, body_id, group_id) WHERE flags IS NOT NULL OR decision IS NOT NULL OR outcome <> 'complete';

-- What a reviewer made of a form: the latest holds, none is taken away.
CREATE TABLE form_review (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES survey,
  -- The label of a form.
  form_id uuid NOT NULL,
  number smallint NOT NULL CHECK (number > 0),
  decision text NOT NULL CHECK (decision IN ('accepted', 'setAside')),
  reason text CHECK (length(reason) BETWEEN 1 AND 2000),
  decided_by uuid NOT NULL REFERENCES account,
  decided_at timestamptz(3) NOT NULL,
  UNIQUE (form_id, number),
  CHECK (decision = 'accepted' OR reason IS NOT NULL)
);
CREATE INDEX form_review_round ON form_review (round_id);
CREATE INDEX form_review_decided_by ON form_review (decided_by);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON form_review FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
-- What it does, its file says.
CREATE FUNCTION app.hold_review() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER holds AFTER INSERT ON form_review FOR EACH ROW EXECUTE FUNCTION app.hold_review();
ALTER TABLE form_review ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON form_review TO parindex_app;
