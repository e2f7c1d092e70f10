-- What an appraising body has given to its people (decision 0100): an item of all bodies, all items of a body, or one item of one body.
CREATE TABLE person_share (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES round,
  -- The body that appraises.
  office_body text NOT NULL REFERENCES body,
  -- By its code in this edition; null: every item.
  item text CHECK (length(item) BETWEEN 1 AND 100),
  edition_id text NOT NULL REFERENCES edition,
  -- null: every body.
  body_id text REFERENCES body,
  account_id uuid NOT NULL REFERENCES account,
  assigned_by uuid NOT NULL REFERENCES account,
  assigned_at timestamptz NOT NULL,
  ended_by uuid REFERENCES account,
  ended_at timestamptz,
  CHECK (num_nonnulls(item, body_id) > 0),
  CHECK (num_nonnulls(ended_by, ended_at) IN (0, 2))
);
CREATE UNIQUE INDEX person_share_once ON person_share (round_id, office_body, item, body_id, account_id) NULLS NOT DISTINCT WHERE ended_at IS NULL;

GRANT SELECT, INSERT ON person_share TO parindex_app;
GRANT UPDATE (ended_by, ended_at) ON person_share TO parindex_app;
ALTER TABLE person_share ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON person_share FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER ended_once BEFORE UPDATE ON person_share FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION app.refuse_change();
