-- Guidance and announcements of a round, questions of its bodies, and answers that all can read.

CREATE TABLE notice (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES round,
  -- answer: to a question, whose words stand with it; who asked does not.
  kind text NOT NULL CHECK (kind IN ('guidance', 'announcement', 'answer')),
  -- Absent: of the whole round. By its code, and what that is a code of.
  item text CHECK (length(item) BETWEEN 1 AND 100),
  edition_id text REFERENCES edition,
  question text CHECK (length(question) BETWEEN 1 AND 5000),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 5000),
  published_by uuid NOT NULL REFERENCES account,
  published_at timestamptz(3) NOT NULL,
  withdrawn_by uuid REFERENCES account,
  withdrawn_at timestamptz(3),
  CHECK ((item IS NULL) = (edition_id IS NULL)),
  CHECK ((kind = 'answer') = (question IS NOT NULL)),
  CHECK (num_nulls(withdrawn_by, withdrawn_at) IN (0, 2))
);
CREATE INDEX notice_round ON notice (round_id, published_at DESC);

CREATE TABLE question (
  id uuid PRIMARY KEY,
  round_id text NOT NULL,
  body_id text NOT NULL,
  item text NOT NULL CHECK (length(item) BETWEEN 1 AND 100),
  edition_id text NOT NULL REFERENCES edition,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 5000),
  asked_by uuid NOT NULL REFERENCES account,
  asked_at timestamptz(3) NOT NULL,
  answer_id uuid UNIQUE REFERENCES notice,
  FOREIGN KEY (round_id, body_id) REFERENCES participant
);
CREATE INDEX question_round ON question (round_id, asked_at);
CREATE INDEX question_body ON question (body_id);

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON notice FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER withdrawn_once BEFORE UPDATE ON notice FOR EACH ROW WHEN (OLD.withdrawn_at IS NOT NULL) EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON question FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER answered_once BEFORE UPDATE ON question FOR EACH ROW WHEN (OLD.answer_id IS NOT NULL) EXECUTE FUNCTION app.refuse_change();

-- Rounds in which the asker has any part: what is published there is for them.
CREATE FUNCTION app.find_rounds_within() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(r.id), '{}') FROM round r WHERE EXISTS (SELECT FROM app.in_force() m WHERE m.body_id IS NULL OR m.body_id = r.owner_body
    OR EXISTS (SELECT FROM participant p WHERE p.round_id = r.id AND p.body_id = m.body_id)
    OR EXISTS (SELECT FROM domain_owner d WHERE d.round_id = r.id AND d.body_id = m.body_id))
$$;
REVOKE ALL ON FUNCTION app.find_rounds_within() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.find_rounds_within() TO parindex_app;

GRANT SELECT ON notice, question TO parindex_app;
GRANT INSERT (id, round_id, kind, item, edition_id, question, text, published_by, published_at) ON notice TO parindex_app;
GRANT UPDATE (withdrawn_by, withdrawn_at) ON notice TO parindex_app;
GRANT INSERT (id, round_id, body_id, item, edition_id, text, asked_by, asked_at) ON question TO parindex_app;
GRANT UPDATE (answer_id) ON question TO parindex_app;

ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY notice_read ON notice FOR SELECT TO parindex_app USING (round_id = ANY ((SELECT app.find_rounds_within())::text[]));
CREATE POLICY notice_add ON notice FOR INSERT TO parindex_app WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[])
  AND published_by = (SELECT app.account()) AND published_at = (SELECT app.moment()));
CREATE POLICY notice_withdraw ON notice FOR UPDATE TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]))
  WITH CHECK (withdrawn_by = (SELECT app.account()) AND withdrawn_at = (SELECT app.moment()));

-- Who asked, the body itself and the owners of the round know, and nobody else: no other body, appraiser, council or auditor.
ALTER TABLE question ENABLE ROW LEVEL SECURITY;
CREATE POLICY question_read ON question FOR SELECT TO parindex_app
  USING (body_id = ANY ((SELECT app.own_bodies())::text[]) OR round_id = ANY ((SELECT app.find_run_rounds())::text[]));
CREATE POLICY question_ask ON question FOR INSERT TO parindex_app
  WITH CHECK (body_id = ANY ((SELECT app.own_bodies())::text[]) AND asked_by = (SELECT app.account()) AND asked_at = (SELECT app.moment()));
CREATE POLICY question_answer ON question FOR UPDATE TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]));

CREATE POLICY audit_question ON audit AS RESTRICTIVE FOR SELECT TO parindex_app USING (act NOT LIKE 'question.%' OR actor = (SELECT app.account())
  OR body_id = ANY ((SELECT app.own_bodies())::text[]) OR round_id = ANY ((SELECT app.find_run_rounds())::text[]));
