-- Post and agency of a member, as session, minutes and papers name them (decision 0134).
ALTER TABLE council_member
  ADD COLUMN post text CHECK (length(post) BETWEEN 1 AND 300),
  ADD COLUMN agency text CHECK (length(agency) BETWEEN 1 AND 300);
GRANT INSERT (post, agency), UPDATE (post, agency) ON council_member TO parindex_app;

-- The papers of a session as its members got them when it was convened, with what stood on each item then. Convened again, it has new ones.
CREATE TABLE council_paper (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES council_session,
  convened_at timestamptz(3) NOT NULL,
  convened_by uuid NOT NULL REFERENCES account,
  -- Files of the round.
  files uuid[] NOT NULL CHECK (cardinality(files) > 0),
  items jsonb NOT NULL CHECK (jsonb_typeof(items) = 'array'),
  UNIQUE (session_id, convened_at)
);
CREATE INDEX council_paper_convened_by ON council_paper (convened_by);
GRANT SELECT, INSERT ON council_paper TO parindex_app;
ALTER TABLE council_paper ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON council_paper FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
