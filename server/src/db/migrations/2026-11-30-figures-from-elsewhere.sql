-- Figures from elsewhere: official statistics and means of surveys come in deliveries; figures of bodies below are added up.

-- A delivery as it came: what stood in its cells and nothing made of it. It writes nothing before an owner of the round agrees.
CREATE TABLE delivery (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES round,
  form text NOT NULL CHECK (form IN ('csv', 'xlsx', 'json')),
  came_by text NOT NULL CHECK (came_by IN ('page', 'api', 'folder')),
  file_name text CHECK (length(file_name) BETWEEN 1 AND 300),
  -- SHA-256 over what its cells say: the same content is the same delivery, in whatever form it comes again.
  content_hash bytea NOT NULL CHECK (octet_length(content_hash) = 32),
  -- Told for all rows that do not say it themselves.
  source text CHECK (length(source) BETWEEN 1 AND 500),
  date date,
  vintage text CHECK (length(vintage) BETWEEN 1 AND 200),
  -- { sheet, columns: { column: number }, rows: [{ line, cells }] }
  content jsonb NOT NULL,
  brought_by uuid NOT NULL REFERENCES account,
  brought_at timestamptz(3) NOT NULL,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'written', 'refused')),
  -- Who agreed or refused last.
  decided_by uuid REFERENCES account,
  decided_at timestamptz(3),
  reason text CHECK (length(reason) BETWEEN 1 AND 2000),
  CHECK ((state = 'pending') = (decided_by IS NULL) AND num_nulls(decided_by, decided_at) IN (0, 2)),
  UNIQUE (round_id, content_hash)
);
CREATE INDEX delivery_round ON delivery (round_id, brought_at);

-- What was written of a delivery: once as a rule, and again for rows that a frozen sheet or a choice had held back.
CREATE TABLE delivery_writing (
  -- Made by whoever agrees, so that a retry is recognised.
  id uuid PRIMARY KEY,
  delivery_id uuid NOT NULL REFERENCES delivery,
  round_id text NOT NULL REFERENCES round,
  number smallint NOT NULL CHECK (number > 0),
  written_by uuid NOT NULL REFERENCES account,
  written_at timestamptz(3) NOT NULL,
  -- Why rows were written that nobody writes but by choosing them.
  reason text CHECK (length(reason) BETWEEN 1 AND 2000),
  -- [{ line, body, target, outcome, before, told, seq }]
  rows jsonb NOT NULL,
  -- [{ body, before, after }]
  moved jsonb NOT NULL,
  UNIQUE (delivery_id, number)
);

-- Where the mean that stands is from; absent where it was there before there were deliveries.
ALTER TABLE estimate ADD source text, ADD date date, ADD vintage text, ADD writing_id uuid REFERENCES delivery_writing;

-- Every mean that was ever written, whatever stands now.
CREATE TABLE estimate_entry (
  writing_id uuid NOT NULL REFERENCES delivery_writing,
  round_id text NOT NULL,
  body_id text NOT NULL,
  question text NOT NULL,
  respondent_group text NOT NULL,
  mean text NOT NULL,
  answers text NOT NULL,
  source text NOT NULL,
  date date NOT NULL,
  vintage text,
  PRIMARY KEY (writing_id, body_id, question, respondent_group),
  FOREIGN KEY (round_id, body_id) REFERENCES participant
);
CREATE INDEX estimate_entry_sheet ON estimate_entry (round_id, body_id, question);

-- What an entry was added up from.
CREATE TABLE roll_up (
  entry_id uuid PRIMARY KEY REFERENCES entry,
  round_id text NOT NULL,
  body_id text NOT NULL,
  figure text NOT NULL,
  source_round text NOT NULL REFERENCES round,
  source_figure text NOT NULL,
  -- [{ body, name, value, stage, seq, at }]
  components jsonb NOT NULL,
  -- Bodies that have no figure yet and were left out by name: [{ body, name }]
  without jsonb NOT NULL,
  reason text CHECK (length(reason) BETWEEN 1 AND 2000),
  made_by uuid NOT NULL REFERENCES account,
  made_at timestamptz(3) NOT NULL,
  FOREIGN KEY (round_id, body_id) REFERENCES participant,
  CHECK (jsonb_array_length(without) = 0 OR reason IS NOT NULL)
);
CREATE INDEX roll_up_figure ON roll_up (round_id, body_id, figure, made_at);

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON delivery FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['delivery_writing', 'estimate_entry', 'roll_up'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', name);
  END LOOP;
END $$;

-- Figures of the bodies of a round for whoever adds them up: of a body's own round alone, for people of that body, one figure at a time.
CREATE FUNCTION app.figures_below(into_body text, of_round text, wanted text)
RETURNS TABLE (body_id text, "position" integer, block text, stage text, fields jsonb, seqs jsonb, seq integer, received_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT p.body_id, p.position, p.block, c.stage, c.fields, c.seqs, n.seq, n.received_at
  FROM round r JOIN participant p ON p.round_id = r.id
    LEFT JOIN cell c ON c.round_id = p.round_id AND c.body_id = p.body_id AND c.target_kind = 'figure' AND c.target = wanted
    LEFT JOIN entry n ON n.round_id = c.round_id AND n.body_id = c.body_id AND n.seq = (c.seqs->>'value')::integer
  WHERE r.id = of_round AND r.state <> 'draft' AND r.owner_body = into_body AND (app.is_in(into_body, 'clerk') OR app.is_in(into_body, 'head'))
$$;
-- When and by whom means of surveys were written, for whoever reads one of them: of a body's people the delivery itself is hidden, as it tells of all bodies.
CREATE FUNCTION app.writings_of(round text) RETURNS TABLE (id uuid, actor uuid, at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT w.id, w.written_by, w.written_at FROM delivery_writing w WHERE w.round_id = round AND app.account() IS NOT NULL
$$;

REVOKE ALL ON FUNCTION app.figures_below(text, text, text), app.writings_of(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.figures_below(text, text, text), app.writings_of(text) TO parindex_app;

GRANT SELECT ON delivery, delivery_writing, estimate_entry, roll_up TO parindex_app;
GRANT INSERT (id, round_id, form, came_by, file_name, content_hash, source, date, vintage, content, brought_by, brought_at) ON delivery TO parindex_app;
GRANT UPDATE (state, decided_by, decided_at, reason) ON delivery TO parindex_app;
GRANT INSERT ON delivery_writing, estimate_entry, roll_up TO parindex_app;
GRANT UPDATE (mean, answers, source, date, vintage, writing_id) ON estimate TO parindex_app;

ALTER TABLE delivery ENABLE ROW LEVEL SECURITY;
CREATE POLICY delivery_read ON delivery FOR SELECT TO parindex_app USING (round_id = ANY ((SELECT app.whole_rounds())::text[]));
CREATE POLICY delivery_add ON delivery FOR INSERT TO parindex_app
  WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND brought_by = (SELECT app.account()) AND brought_at = (SELECT app.moment()));
CREATE POLICY delivery_decide ON delivery FOR UPDATE TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]))
  WITH CHECK (decided_by = (SELECT app.account()) AND decided_at = (SELECT app.moment()));

ALTER TABLE delivery_writing ENABLE ROW LEVEL SECURITY;
CREATE POLICY delivery_writing_read ON delivery_writing FOR SELECT TO parindex_app USING (round_id = ANY ((SELECT app.whole_rounds())::text[]));
CREATE POLICY delivery_writing_add ON delivery_writing FOR INSERT TO parindex_app
  WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND written_by = (SELECT app.account()) AND written_at = (SELECT app.moment())
    AND EXISTS (SELECT FROM delivery d WHERE d.id = delivery_id AND d.round_id = delivery_writing.round_id));

ALTER TABLE estimate_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY estimate_entry_read ON estimate_entry FOR SELECT TO parindex_app
  USING (body_id = ANY ((SELECT app.own_bodies())::text[]) OR round_id = ANY ((SELECT app.whole_rounds())::text[]));
CREATE POLICY estimate_entry_add ON estimate_entry FOR INSERT TO parindex_app
  WITH CHECK (EXISTS (SELECT FROM delivery_writing w WHERE w.id = writing_id AND w.round_id = estimate_entry.round_id
    AND w.written_by = (SELECT app.account()) AND w.written_at = (SELECT app.moment())));
-- Means that stand are written anew by an owner of the round alone.
CREATE POLICY estimate_change ON estimate AS RESTRICTIVE FOR UPDATE TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]));

ALTER TABLE roll_up ENABLE ROW LEVEL SECURITY;
CREATE POLICY roll_up_read ON roll_up FOR SELECT TO parindex_app
  USING (body_id = ANY ((SELECT app.own_bodies())::text[]) OR round_id = ANY ((SELECT app.whole_rounds())::text[]));
CREATE POLICY roll_up_add ON roll_up FOR INSERT TO parindex_app
  WITH CHECK (body_id = ANY ((SELECT app.own_bodies())::text[]) AND made_by = (SELECT app.account()) AND made_at = (SELECT app.moment())
    AND EXISTS (SELECT FROM entry n WHERE n.id = entry_id AND n.round_id = roll_up.round_id AND n.body_id = roll_up.body_id AND n.origin = 'rollUp'));
