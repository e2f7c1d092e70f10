-- Sessions of a round's council: who attends, what is on the agenda, how each member votes (decision 0103).
CREATE TABLE council_session (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES round,
  number smallint NOT NULL CHECK (number > 0),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  state text NOT NULL DEFAULT 'drafted' CHECK (state IN ('drafted', 'convened', 'held', 'concluded')),
  -- A meeting, or a written ballot.
  way text NOT NULL CHECK (way IN ('meeting', 'writing')),
  starts_at timestamptz(3),
  place text CHECK (length(place) BETWEEN 1 AND 300),
  chair uuid REFERENCES account,
  secretary uuid REFERENCES account,
  opened_at timestamptz(3),
  concluded_at timestamptz(3),
  made_by uuid NOT NULL REFERENCES account,
  made_at timestamptz(3) NOT NULL,
  UNIQUE (round_id, number),
  UNIQUE (round_id, id)
);

CREATE TABLE council_member (
  session_id uuid NOT NULL REFERENCES council_session,
  account_id uuid NOT NULL REFERENCES account,
  position text NOT NULL CHECK (position IN ('chair', 'deputy', 'member')),
  presence text NOT NULL DEFAULT 'expected' CHECK (presence IN ('expected', 'present', 'absent', 'writing')),
  -- Why somebody is absent.
  absence text CHECK (length(absence) BETWEEN 1 AND 300),
  PRIMARY KEY (session_id, account_id)
);

-- An item of a body's sheet on the agenda, with what is put to the vote.
CREATE TABLE council_item (
  id uuid PRIMARY KEY,
  round_id text NOT NULL,
  session_id uuid NOT NULL,
  place smallint NOT NULL,
  body_id text NOT NULL,
  item text NOT NULL CHECK (length(item) BETWEEN 1 AND 100),
  proposal text NOT NULL CHECK (proposal IN ('asClaimed', 'asAppraised', 'other')),
  -- What is proposed, in words.
  words text CHECK (length(words) BETWEEN 1 AND 2000),
  -- Of other values: changes by target, as a verdict has them.
  targets jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(targets) = 'array'),
  -- Counts on with each new vote: those before it do not count.
  ballot smallint NOT NULL DEFAULT 1 CHECK (ballot > 0),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'concluded', 'putOff')),
  entry_id uuid REFERENCES entry,
  FOREIGN KEY (round_id, session_id) REFERENCES council_session (round_id, id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant (round_id, body_id),
  UNIQUE (session_id, body_id, item),
  CHECK ((state = 'concluded') = (entry_id IS NOT NULL))
);
CREATE INDEX council_item_target ON council_item (round_id, body_id, item);

-- One vote of each member on what is proposed; changed until the vote is closed.
CREATE TABLE council_vote (
  item_id uuid NOT NULL REFERENCES council_item,
  ballot smallint NOT NULL,
  account_id uuid NOT NULL REFERENCES account,
  choice text NOT NULL CHECK (choice IN ('for', 'against', 'other')),
  opinion text CHECK (length(opinion) BETWEEN 1 AND 2000),
  way text NOT NULL CHECK (way IN ('self', 'ballot')),
  -- Who entered a written ballot.
  entered_by uuid NOT NULL REFERENCES account,
  voted_at timestamptz(3) NOT NULL,
  PRIMARY KEY (item_id, ballot, account_id),
  CHECK (choice <> 'other' OR opinion IS NOT NULL),
  CHECK ((way = 'self') = (entered_by = account_id))
);

ALTER TABLE council_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE council_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE council_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE council_vote ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON council_session FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON council_vote FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER concluded_once BEFORE UPDATE ON council_session FOR EACH ROW WHEN (OLD.state = 'concluded') EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER concluded_once BEFORE UPDATE ON council_item FOR EACH ROW WHEN (OLD.state = 'concluded') EXECUTE FUNCTION app.refuse_change();

GRANT SELECT ON council_session, council_member, council_item, council_vote TO parindex_app;
GRANT INSERT (id, round_id, number, way, starts_at, place, chair, secretary, made_by, made_at) ON council_session TO parindex_app;
GRANT UPDATE (version, state, way, starts_at, place, chair, secretary, opened_at, concluded_at) ON council_session TO parindex_app;
GRANT INSERT (session_id, account_id, position, presence, absence), UPDATE (position, presence, absence), DELETE ON council_member TO parindex_app;
GRANT INSERT (id, round_id, session_id, place, body_id, item, proposal, words, targets), UPDATE (place, proposal, words, targets, ballot, state, entry_id), DELETE ON council_item TO parindex_app;
GRANT INSERT, UPDATE (choice, opinion, voted_at, entered_by) ON council_vote TO parindex_app;
