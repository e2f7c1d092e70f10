-- A sample of appraised items is marked a second time by people who do not see the first mark, so that it is known how far two agree (decision 0113).
-- A draw: anybody who has the list works out by the seed what was drawn.
CREATE TABLE second_marking (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES round,
  edition_id text NOT NULL REFERENCES edition,
  seed text NOT NULL CHECK (length(seed) BETWEEN 1 AND 100),
  -- The decided items that were drawn from, and the hash of their list.
  listed integer NOT NULL CHECK (listed > 0),
  list_hash text NOT NULL,
  drawn integer NOT NULL CHECK (drawn BETWEEN 1 AND listed),
  drawn_by uuid NOT NULL REFERENCES account,
  drawn_at timestamptz(3) NOT NULL
);
CREATE INDEX second_marking_round ON second_marking (round_id);
CREATE INDEX second_marking_edition ON second_marking (edition_id);
CREATE INDEX second_marking_drawn_by ON second_marking (drawn_by);

-- An item of a body that was drawn, and who marks it a second time.
CREATE TABLE second_marking_item (
  id uuid PRIMARY KEY,
  draw_id uuid NOT NULL REFERENCES second_marking,
  round_id text NOT NULL,
  body_id text NOT NULL,
  edition_id text NOT NULL REFERENCES edition,
  item text NOT NULL CHECK (length(item) BETWEEN 1 AND 100),
  -- The item, and the figures that it uses, as kind/id: what is decided on these is closed to the second marker until they have marked.
  targets text[] NOT NULL,
  -- null: there was nobody who may.
  account_id uuid REFERENCES account,
  UNIQUE (draw_id, body_id, item),
  FOREIGN KEY (round_id, body_id) REFERENCES participant
);
CREATE INDEX second_marking_item_sheet ON second_marking_item (round_id, body_id);
CREATE INDEX second_marking_item_account ON second_marking_item (account_id);
CREATE INDEX second_marking_item_edition ON second_marking_item (edition_id);

-- The first mark of a drawn item, as it stood when it was drawn.
CREATE TABLE first_mark (
  drawn_id uuid PRIMARY KEY REFERENCES second_marking_item,
  draw_id uuid NOT NULL REFERENCES second_marking,
  entry_id uuid NOT NULL REFERENCES entry,
  account_id uuid NOT NULL REFERENCES account,
  marked_at timestamptz(3) NOT NULL,
  points text NOT NULL,
  maximum text NOT NULL
);
CREATE INDEX first_mark_draw ON first_mark (draw_id);
CREATE INDEX first_mark_entry ON first_mark (entry_id);
CREATE INDEX first_mark_account ON first_mark (account_id);

-- The second mark. It is no verdict: no sheet counts it.
CREATE TABLE second_mark (
  drawn_id uuid PRIMARY KEY REFERENCES second_marking_item,
  points text NOT NULL,
  maximum text NOT NULL,
  -- What it would change, figures first, as a verdict does.
  changes jsonb NOT NULL,
  reason_code text,
  reason text CHECK (length(reason) BETWEEN 1 AND 2000),
  marked_by uuid NOT NULL REFERENCES account,
  marked_at timestamptz(3) NOT NULL
);
CREATE INDEX second_mark_marked_by ON second_mark (marked_by);

GRANT SELECT, INSERT ON second_marking, second_marking_item, first_mark, second_mark TO parindex_app;
ALTER TABLE second_marking ENABLE ROW LEVEL SECURITY;
ALTER TABLE second_marking_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE first_mark ENABLE ROW LEVEL SECURITY;
ALTER TABLE second_mark ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON second_marking FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON second_marking_item FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON first_mark FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON second_mark FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
