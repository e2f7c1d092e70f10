-- Invitations and reminders that go by mail: who asked for them, and to whom one is still to go. The secret of a link is made as its mail goes, and lies nowhere (decision 0159).
CREATE TABLE respondents.mailing (
  -- Made by whoever asks, so that a retry is recognised.
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES survey,
  kind text NOT NULL CHECK (kind IN ('invitation', 'reminder', 'again')),
  -- All bodies whose lists are confirmed, or one; all groups, or one.
  body_id text REFERENCES body,
  group_id text CHECK (length(group_id) BETWEEN 1 AND 100),
  -- What links begin with.
  origin text NOT NULL CHECK (length(origin) BETWEEN 1 AND 300),
  asked_by uuid NOT NULL REFERENCES account,
  asked_at timestamptz(3) NOT NULL,
  -- Once the mail server has taken nothing: how often in a row, and when it is asked again.
  failures integer NOT NULL DEFAULT 0,
  next_try timestamptz(3) NOT NULL
);
CREATE INDEX mailing_round ON respondents.mailing (round_id, asked_at);
CREATE INDEX mailing_body ON respondents.mailing (body_id);
CREATE INDEX mailing_asked_by ON respondents.mailing (asked_by);
ALTER TABLE respondents.mailing ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON respondents.mailing TO parindex_app;
GRANT INSERT (id, round_id, kind, body_id, group_id, origin, asked_by, asked_at, next_try) ON respondents.mailing TO parindex_app;
GRANT UPDATE (failures, next_try) ON respondents.mailing TO parindex_app;

-- One of those that a mail goes to; destroyed with the links when the survey closes.
CREATE TABLE respondents.mailing_person (
  mailing_id uuid NOT NULL REFERENCES respondents.mailing,
  respondent_id uuid NOT NULL REFERENCES respondents.respondent,
  -- sending: marked before the mail server hears of it; unsure: whether it went, nobody knows; needless: they were replaced, have answered or have a link by now.
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'undeliverable', 'unsure', 'needless')),
  tries integer NOT NULL DEFAULT 0,
  next_try timestamptz(3) NOT NULL,
  -- When the last try began, and with it the link that it carried was made.
  tried_at timestamptz(3),
  lease_until timestamptz(3),
  -- What the mail server said last.
  told text CHECK (length(told) <= 500),
  PRIMARY KEY (mailing_id, respondent_id),
  CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
  CHECK (state IN ('waiting', 'needless') OR tried_at IS NOT NULL)
);
-- Nobody waits for two mails.
CREATE UNIQUE INDEX mailing_person_to_come ON respondents.mailing_person (respondent_id) WHERE state IN ('waiting', 'sending');
CREATE INDEX mailing_person_respondent ON respondents.mailing_person (respondent_id);
CREATE INDEX mailing_person_due ON respondents.mailing_person (mailing_id, next_try, respondent_id) WHERE state IN ('waiting', 'sending');
ALTER TABLE respondents.mailing_person ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON respondents.mailing_person TO parindex_app;
GRANT INSERT (mailing_id, respondent_id, next_try) ON respondents.mailing_person TO parindex_app;
GRANT UPDATE (mailing_id, state, tries, next_try, tried_at, lease_until, told) ON respondents.mailing_person TO parindex_app;
