-- Comments: threads at an item of a sheet. An internal one is the body's own; a shared one is between the body and those who appraise it.

-- What is kept inside a body nobody else reads, whatever else they may see of the round.
ALTER TABLE payload ADD kept_inside boolean NOT NULL DEFAULT false;
CREATE POLICY payload_inside ON payload AS RESTRICTIVE FOR SELECT TO parindex_app USING (NOT kept_inside OR body_id = ANY ((SELECT app.own_bodies())::text[]));

-- That there is an internal comment, the trail tells the one who wrote it and the body alone; its seals and their check, run by the operator, hold them all the same.
CREATE POLICY audit_inside ON audit AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (act NOT LIKE 'comment.%' OR content->>'kind' IS DISTINCT FROM 'internal' OR actor = (SELECT app.account()) OR body_id = ANY ((SELECT app.own_bodies())::text[]));

CREATE TABLE comment_thread (
  id uuid PRIMARY KEY,
  round_id text NOT NULL,
  body_id text NOT NULL,
  -- The item by its code, and what that is a code of.
  item text NOT NULL CHECK (length(item) BETWEEN 1 AND 100),
  edition_id text NOT NULL REFERENCES edition,
  kind text NOT NULL CHECK (kind IN ('internal', 'shared')),
  begun_by uuid NOT NULL REFERENCES account,
  begun_at timestamptz(3) NOT NULL,
  resolved_by uuid REFERENCES account,
  resolved_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  FOREIGN KEY (round_id, body_id) REFERENCES participant,
  CHECK (num_nulls(resolved_by, resolved_at) IN (0, 2)),
  UNIQUE (id, round_id, body_id, kind)
);
CREATE INDEX comment_thread_sheet ON comment_thread (round_id, body_id);

CREATE TABLE comment (
  id uuid PRIMARY KEY,
  thread_id uuid NOT NULL,
  -- Of its thread: the wall stands before each comment by itself.
  round_id text NOT NULL,
  body_id text NOT NULL,
  kind text NOT NULL,
  number smallint NOT NULL CHECK (number > 0),
  author uuid NOT NULL REFERENCES account,
  office uuid NOT NULL REFERENCES membership,
  written_at timestamptz(3) NOT NULL,
  -- The text, apart: what may lawfully be erased one day.
  payload_id uuid NOT NULL REFERENCES payload,
  -- Taken back by its author: shown as such, and its text no more.
  withdrawn_at timestamptz(3),
  FOREIGN KEY (thread_id, round_id, body_id, kind) REFERENCES comment_thread (id, round_id, body_id, kind),
  UNIQUE (thread_id, number)
);

CREATE TABLE comment_mention (
  comment_id uuid NOT NULL REFERENCES comment,
  account_id uuid NOT NULL REFERENCES account,
  PRIMARY KEY (comment_id, account_id)
);
CREATE INDEX comment_mention_account ON comment_mention (account_id);

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON comment_thread FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON comment FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER withdrawn_once BEFORE UPDATE ON comment FOR EACH ROW WHEN (OLD.withdrawn_at IS NOT NULL) EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON comment_mention FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- Who takes part in a thread, today: for whom it is, by name and office; nothing is told to whoever does not read it themselves.
CREATE FUNCTION app.comment_people(round text, body text, kind text) RETURNS TABLE (id uuid, name text, role text, body_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT a.id, a.name, m.role, m.body_id FROM round r JOIN membership m ON m.from_date <= app.today() AND (m.to_date IS NULL OR m.to_date >= app.today())
    JOIN account a ON a.id = m.account_id AND a.ended_at IS NULL
  WHERE r.id = comment_people.round
    AND (comment_people.body = ANY (app.own_bodies()) OR (comment_people.kind = 'shared' AND comment_people.round = ANY (app.whole_rounds())))
    AND ((m.role IN ('clerk', 'head') AND m.body_id = comment_people.body)
      OR (comment_people.kind = 'shared' AND ((m.role IN ('owner', 'council') AND m.body_id = r.owner_body)
        OR (m.role = 'appraiser' AND EXISTS (SELECT FROM domain_owner d WHERE d.round_id = r.id AND d.body_id = m.body_id)))))
$$;
REVOKE ALL ON FUNCTION app.comment_people(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.comment_people(text, text, text) TO parindex_app;

GRANT SELECT ON comment_thread, comment, comment_mention TO parindex_app;
GRANT INSERT ON comment_thread, comment_mention TO parindex_app;
GRANT INSERT (id, thread_id, round_id, body_id, kind, number, author, office, written_at, payload_id) ON comment TO parindex_app;
GRANT UPDATE (resolved_by, resolved_at, version) ON comment_thread TO parindex_app;
GRANT UPDATE (withdrawn_at) ON comment TO parindex_app;

ALTER TABLE comment_thread ENABLE ROW LEVEL SECURITY;
ALTER TABLE comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE comment_mention ENABLE ROW LEVEL SECURITY;

-- The wall: an internal thread for people of the body alone, a shared one for both sides. Auditors read and do not write.
DO $$
DECLARE
  name text;
  wall text := '(body_id = ANY ((SELECT app.own_bodies())::text[]) OR (kind = ''shared'' AND round_id = ANY ((SELECT app.whole_rounds())::text[])))';
  writes text := '(SELECT app.has_role(''clerk'', ''head'', ''owner'', ''appraiser'', ''council''))';
BEGIN
  FOREACH name IN ARRAY ARRAY['comment_thread', 'comment'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO parindex_app USING (%s)', name || '_read', name, wall);
  END LOOP;
  EXECUTE format('CREATE POLICY comment_thread_add ON comment_thread FOR INSERT TO parindex_app
    WITH CHECK (%s AND %s AND begun_by = (SELECT app.account()) AND begun_at = (SELECT app.moment()) AND resolved_by IS NULL)', wall, writes);
  EXECUTE format('CREATE POLICY comment_thread_change ON comment_thread FOR UPDATE TO parindex_app
    USING (%s AND %s) WITH CHECK (resolved_by IS NULL OR (resolved_by = (SELECT app.account()) AND resolved_at = (SELECT app.moment())))', wall, writes);
  EXECUTE format('CREATE POLICY comment_add ON comment FOR INSERT TO parindex_app WITH CHECK (%s AND author = (SELECT app.account()) AND written_at = (SELECT app.moment())
    AND office IN (SELECT m.id FROM app.in_force() m WHERE m.role IN (''clerk'', ''head'', ''owner'', ''appraiser'', ''council'')))', wall);
  EXECUTE format('CREATE POLICY comment_withdraw ON comment FOR UPDATE TO parindex_app
    USING (%s AND author = (SELECT app.account())) WITH CHECK (withdrawn_at = (SELECT app.moment()))', wall);
END $$;
CREATE POLICY comment_mention_read ON comment_mention FOR SELECT TO parindex_app USING (EXISTS (SELECT FROM comment c WHERE c.id = comment_id));
CREATE POLICY comment_mention_add ON comment_mention FOR INSERT TO parindex_app
  WITH CHECK (EXISTS (SELECT FROM comment c WHERE c.id = comment_id AND c.author = (SELECT app.account()) AND c.written_at = (SELECT app.moment())
    AND account_id IN (SELECT p.id FROM app.comment_people(c.round_id, c.body_id, c.kind) p)));
