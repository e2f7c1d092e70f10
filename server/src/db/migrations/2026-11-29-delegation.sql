-- Delegation: items and figures of a sheet given to departments, what these propose, and through whose hands it goes.

-- Bodies in which the asker is at work themselves; those whose sheets they have a part in come besides as "own": they stand inside the same walls.
CREATE FUNCTION app.find_direct_bodies() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT body_id), '{}') FROM app.in_force() WHERE role IN ('clerk', 'head')
$$;
CREATE FUNCTION app.direct_bodies() RETURNS text[] LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.direct_bodies', true), '')::text[] $$;

CREATE TABLE assignment (
  id uuid PRIMARY KEY,
  round_id text NOT NULL,
  body_id text NOT NULL,
  target_kind text NOT NULL CHECK (target_kind IN ('item', 'figure')),
  target text NOT NULL CHECK (length(target) BETWEEN 1 AND 100),
  -- What the target's code is a code of.
  edition_id text NOT NULL REFERENCES edition,
  to_body text NOT NULL REFERENCES body,
  -- Who does it there, where that was said.
  to_account uuid REFERENCES account,
  due timestamptz,
  -- A note to whoever gets it: what may lawfully be erased one day.
  payload_id uuid REFERENCES payload,
  assigned_by uuid NOT NULL REFERENCES account,
  assigned_at timestamptz(3) NOT NULL,
  ended_by uuid REFERENCES account,
  ended_at timestamptz(3),
  FOREIGN KEY (round_id, body_id) REFERENCES participant,
  CHECK (num_nulls(ended_by, ended_at) IN (0, 2))
);
CREATE UNIQUE INDEX assignment_in_force ON assignment (round_id, body_id, edition_id, target_kind, target) WHERE ended_at IS NULL;
CREATE INDEX assignment_to ON assignment (to_body) WHERE ended_at IS NULL;

-- Through whose hands a part goes besides its department's leader: the head of a division before, the body's own review after.
CREATE TABLE approval_chain (
  id uuid PRIMARY KEY,
  round_id text NOT NULL,
  body_id text NOT NULL,
  division boolean NOT NULL,
  review boolean NOT NULL,
  set_by uuid NOT NULL REFERENCES account,
  set_at timestamptz(3) NOT NULL,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (round_id, body_id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant
);

-- What departments have in hand: the fold of proposals beside the ledger, as cells are of what counts.
CREATE TABLE part (
  round_id text NOT NULL,
  body_id text NOT NULL,
  target_kind text NOT NULL,
  target text NOT NULL,
  standing text NOT NULL CHECK (standing IN ('entered', 'passed', 'returned', 'approved', 'changed', 'reviewed')),
  -- Of the entry that brought it there.
  seq integer NOT NULL,
  fields jsonb NOT NULL,
  seqs jsonb NOT NULL,
  PRIMARY KEY (round_id, body_id, target_kind, target),
  FOREIGN KEY (round_id, body_id) REFERENCES participant
) WITH (fillfactor = 70);

CREATE OR REPLACE FUNCTION app.find_own_bodies() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH direct AS (SELECT unnest(app.find_direct_bodies()) AS id)
  SELECT coalesce(array_agg(DISTINCT own.id), '{}') FROM (
    SELECT id FROM direct
    UNION ALL
    -- By an array, so that the index on departments finds them: it is asked with every request.
    SELECT a.body_id FROM assignment a WHERE a.ended_at IS NULL AND a.to_body <> a.body_id
      AND a.to_body = ANY (ARRAY(SELECT app.bodies_above(direct.id, app.today()) FROM direct))) own
$$;
CREATE OR REPLACE FUNCTION app.act_as(account uuid, moment timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM set_config('app.moment', to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), true), set_config('app.account', coalesce(account::text, ''), true);
  PERFORM set_config('app.direct_bodies', app.find_direct_bodies()::text, true), set_config('app.own_bodies', app.find_own_bodies()::text, true),
    set_config('app.whole_rounds', app.find_whole_rounds()::text, true);
END $$;

-- Who has a part in a sheet proposes for it, and a leader accepts or returns; all else is for the body's own people.
CREATE POLICY entry_by_department ON entry AS RESTRICTIVE FOR INSERT TO parindex_app
  WITH CHECK (body_id = ANY ((SELECT app.direct_bodies())::text[]) OR round_id = ANY ((SELECT app.whole_rounds())::text[])
    OR act = 'propose' OR (act IN ('accept', 'return') AND (SELECT app.has_role('head'))));

-- Departments that have a part in a sheet, with all below them.
CREATE FUNCTION app.bodies_at_work(round text, body text) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.bodies_under(t.bodies, app.today())
  FROM (SELECT array_agg(DISTINCT a.to_body) AS bodies FROM assignment a WHERE a.round_id = round AND a.body_id = body AND a.to_body <> body AND a.ended_at IS NULL) t WHERE t.bodies IS NOT NULL
$$;

-- Internal comments are for departments that have a part too.
CREATE OR REPLACE FUNCTION app.comment_people(round text, body text, kind text) RETURNS TABLE (id uuid, name text, role text, body_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT a.id, a.name, m.role, m.body_id FROM round r JOIN membership m ON m.from_date <= app.today() AND (m.to_date IS NULL OR m.to_date >= app.today())
    JOIN account a ON a.id = m.account_id AND a.ended_at IS NULL
  WHERE r.id = comment_people.round
    AND (comment_people.body = ANY (app.own_bodies()) OR (comment_people.kind = 'shared' AND comment_people.round = ANY (app.whole_rounds())))
    AND ((m.role IN ('clerk', 'head') AND (m.body_id = comment_people.body
        OR (comment_people.kind = 'internal' AND m.body_id IN (SELECT app.bodies_at_work(comment_people.round, comment_people.body)))))
      OR (comment_people.kind = 'shared' AND ((m.role IN ('owner', 'council') AND m.body_id = r.owner_body)
        OR (m.role = 'appraiser' AND EXISTS (SELECT FROM domain_owner d WHERE d.round_id = r.id AND d.body_id = m.body_id)))))
$$;

-- To whom a body may give a part: itself and all below it, with the people who are at work there.
CREATE FUNCTION app.departments_of(body text) RETURNS TABLE (body_id text, account_id uuid, name text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT u.id, a.id, a.name, m.role FROM app.bodies_under(ARRAY[departments_of.body], app.today()) AS u (id)
    LEFT JOIN membership m ON m.body_id = u.id AND m.role IN ('clerk', 'head') AND m.from_date <= app.today() AND (m.to_date IS NULL OR m.to_date >= app.today())
    LEFT JOIN account a ON a.id = m.account_id AND a.ended_at IS NULL
  WHERE departments_of.body = ANY (app.direct_bodies())
$$;

REVOKE ALL ON FUNCTION app.find_direct_bodies(), app.direct_bodies(), app.bodies_at_work(text, text), app.departments_of(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.find_direct_bodies(), app.direct_bodies(), app.bodies_at_work(text, text), app.departments_of(text) TO parindex_app;

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON assignment FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER ended_once BEFORE UPDATE ON assignment FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION app.refuse_change();

GRANT SELECT ON assignment, approval_chain, part TO parindex_app;
GRANT INSERT (id, round_id, body_id, target_kind, target, edition_id, to_body, to_account, due, payload_id, assigned_by, assigned_at) ON assignment TO parindex_app;
GRANT UPDATE (ended_by, ended_at) ON assignment TO parindex_app;
GRANT INSERT ON approval_chain TO parindex_app;
GRANT UPDATE (division, review, set_by, set_at, version) ON approval_chain TO parindex_app;
GRANT INSERT, UPDATE, DELETE ON part TO parindex_app;

ALTER TABLE assignment ENABLE ROW LEVEL SECURITY;
CREATE POLICY assignment_read ON assignment FOR SELECT TO parindex_app
  USING (body_id = ANY ((SELECT app.own_bodies())::text[]) OR round_id = ANY ((SELECT app.whole_rounds())::text[]));
CREATE POLICY assignment_add ON assignment FOR INSERT TO parindex_app
  WITH CHECK (body_id = ANY ((SELECT app.direct_bodies())::text[]) AND assigned_by = (SELECT app.account()) AND assigned_at = (SELECT app.moment())
    AND to_body IN (SELECT app.bodies_under(ARRAY[body_id], (SELECT app.today()))));
CREATE POLICY assignment_end ON assignment FOR UPDATE TO parindex_app
  USING (body_id = ANY ((SELECT app.direct_bodies())::text[])) WITH CHECK (ended_by = (SELECT app.account()) AND ended_at = (SELECT app.moment()));

ALTER TABLE approval_chain ENABLE ROW LEVEL SECURITY;
CREATE POLICY approval_chain_read ON approval_chain FOR SELECT TO parindex_app
  USING (body_id = ANY ((SELECT app.own_bodies())::text[]) OR round_id = ANY ((SELECT app.whole_rounds())::text[]));
CREATE POLICY approval_chain_write ON approval_chain TO parindex_app
  USING (body_id = ANY ((SELECT app.direct_bodies())::text[])) WITH CHECK (set_by = (SELECT app.account()) AND set_at = (SELECT app.moment()));

ALTER TABLE part ENABLE ROW LEVEL SECURITY;
CREATE POLICY part_all ON part TO parindex_app
  USING (body_id = ANY ((SELECT app.own_bodies())::text[]) OR round_id = ANY ((SELECT app.whole_rounds())::text[]));
