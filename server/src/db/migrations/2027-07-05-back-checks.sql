-- Back-checks: some of the interviews that were held are asked for again by somebody else (decision 0160). Nothing of it is seen by whoever held them.

-- A draw, of the interviews of a group about a body that were in none before.
CREATE TABLE respondents.back_check_draw (
  id uuid PRIMARY KEY,
  round_id text NOT NULL,
  body_id text NOT NULL REFERENCES body,
  group_id text NOT NULL,
  number smallint NOT NULL CHECK (number > 0),
  -- Of each interviewer's interviews.
  percent smallint NOT NULL CHECK (percent BETWEEN 1 AND 100),
  seed text NOT NULL CHECK (length(seed) BETWEEN 1 AND 100),
  drawn_by uuid NOT NULL REFERENCES account,
  drawn_at timestamptz(3) NOT NULL,
  FOREIGN KEY (round_id, group_id) REFERENCES respondents.field_rule
);
CREATE UNIQUE INDEX back_check_draw_number ON respondents.back_check_draw (round_id, body_id, group_id, number);
CREATE INDEX back_check_draw_group ON respondents.back_check_draw (round_id, group_id);
CREATE INDEX back_check_draw_body ON respondents.back_check_draw (body_id);
CREATE INDEX back_check_draw_drawn_by ON respondents.back_check_draw (drawn_by);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON respondents.back_check_draw FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE respondents.back_check_draw ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON respondents.back_check_draw TO parindex_app;

-- The interviews from which a draw was made, each in one draw for ever, and whether it was drawn: with the seed whoever has this list draws the same.
CREATE TABLE respondents.back_check (
  id uuid PRIMARY KEY,
  draw_id uuid NOT NULL REFERENCES respondents.back_check_draw,
  address_id uuid NOT NULL REFERENCES respondents.address,
  -- Who held the interview.
  interviewer_id uuid NOT NULL REFERENCES account,
  drawn boolean NOT NULL
);
CREATE UNIQUE INDEX back_check_address ON respondents.back_check (address_id);
CREATE INDEX back_check_of_draw ON respondents.back_check (draw_id);
CREATE INDEX back_check_interviewer ON respondents.back_check (interviewer_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON respondents.back_check FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE respondents.back_check ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON respondents.back_check TO parindex_app;

-- Who asks again; the latest holds, and whoever had it before may still send what they have.
CREATE TABLE respondents.back_check_given (
  back_check_id uuid NOT NULL REFERENCES respondents.back_check,
  number smallint NOT NULL CHECK (number > 0),
  account_id uuid NOT NULL REFERENCES account,
  given_by uuid NOT NULL REFERENCES account,
  given_at timestamptz(3) NOT NULL,
  PRIMARY KEY (back_check_id, number)
);
CREATE INDEX back_check_given_account ON respondents.back_check_given (account_id);
CREATE INDEX back_check_given_given_by ON respondents.back_check_given (given_by);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON respondents.back_check_given FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
ALTER TABLE respondents.back_check_given ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON respondents.back_check_given TO parindex_app;

-- A visit of whoever asks again. That nobody came before is known here alone.
CREATE TABLE respondents.back_check_visit (
  id uuid PRIMARY KEY,
  back_check_id uuid NOT NULL REFERENCES respondents.back_check,
  account_id uuid NOT NULL REFERENCES account,
  visited_at timestamptz(3) NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('interviewed', 'appointment', 'absent', 'refusal', 'unable', 'language', 'noEligibleRespondent', 'notLocated', 'noHousehold', 'vacant', 'other', 'nobodyCame')),
  return_at timestamptz(3),
  note text CHECK (length(note) BETWEEN 1 AND 1000),
  came_at timestamptz(3) NOT NULL
);
CREATE INDEX back_check_visit_of ON respondents.back_check_visit (back_check_id);
CREATE INDEX back_check_visit_account ON respondents.back_check_visit (account_id);
ALTER TABLE respondents.back_check_visit ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON respondents.back_check_visit TO parindex_app;

-- That somebody was asked again. The answers are kept nowhere: they are compared as they come, and one that came too late or a second time is not.
CREATE TABLE respondents.back_checked (
  submission_hash bytea PRIMARY KEY CHECK (length(submission_hash) = 32),
  back_check_id uuid NOT NULL REFERENCES respondents.back_check,
  receipt text NOT NULL CHECK (length(receipt) BETWEEN 1 AND 40),
  compared boolean NOT NULL
);
CREATE INDEX back_checked_of ON respondents.back_checked (back_check_id);
CREATE UNIQUE INDEX back_checked_once ON respondents.back_checked (back_check_id) WHERE compared;
ALTER TABLE respondents.back_checked ENABLE ROW LEVEL SECURITY;
GRANT SELECT (back_check_id, compared) ON respondents.back_checked TO parindex_app;

-- What of an interview was the same the second time, question by question and without the answers. It waits for as many of its interviewer as the threshold of the
-- survey, and is gone once they are added up.
CREATE TABLE answers.back_check_pair (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES survey,
  body_id text NOT NULL REFERENCES body,
  group_id text NOT NULL,
  interviewer_id uuid NOT NULL REFERENCES account,
  -- question: same, differs, onlyFirst, onlySecond
  questions jsonb NOT NULL
);
CREATE INDEX back_check_pair_of ON answers.back_check_pair (round_id, body_id, group_id, interviewer_id);
CREATE INDEX back_check_pair_body ON answers.back_check_pair (body_id);
CREATE INDEX back_check_pair_interviewer ON answers.back_check_pair (interviewer_id);

-- The sums, which stay when the survey closes.
CREATE TABLE answers.back_check_tally (
  round_id text NOT NULL REFERENCES survey,
  body_id text NOT NULL REFERENCES body,
  group_id text NOT NULL,
  -- Null: of several, of whom each had too few.
  interviewer_id uuid REFERENCES account,
  question text NOT NULL,
  same integer NOT NULL CHECK (same >= 0),
  differs integer NOT NULL CHECK (differs >= 0),
  -- Answered in one of the two alone.
  once integer NOT NULL CHECK (once >= 0)
);
CREATE UNIQUE INDEX back_check_tally_cell ON answers.back_check_tally (round_id, body_id, group_id, interviewer_id, question) NULLS NOT DISTINCT;
CREATE INDEX back_check_tally_body ON answers.back_check_tally (body_id);
CREATE INDEX back_check_tally_interviewer ON answers.back_check_tally (interviewer_id);

-- In which order interviews came, so that what is told of the first of an interviewer stays so as others come.
ALTER TABLE respondents.interviewed ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY;
