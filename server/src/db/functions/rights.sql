-- Who may what. Policies give the lists as (SELECT app.own_sheets()), so that PostgreSQL finds them once a query and not once a row.

-- Whether this sheet is among these, `sheets` being app.own_sheets().
CREATE OR REPLACE FUNCTION app.works_on(round text, body text, sheets text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT round || '/' || body = ANY (sheets)
$$;

-- Who sees this sheet: whoever may see every sheet of its round or works on it. `sheets` is app.own_sheets(), `rounds` app.whole_rounds();
-- a policy that asks for more (or less) gives other lists. PostgreSQL puts the text in the place of the call: keep it one expression
-- that names each list once, without SET or SECURITY DEFINER. Its own people first: they are most, and a list that is not asked costs nothing.
CREATE OR REPLACE FUNCTION app.sees_sheet(round text, body text, sheets text[], rounds text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app.works_on(round, body, sheets) OR round = ANY (rounds)
$$;

-- Who writes what stands at a stage of this sheet: the claim whoever works on it, verdicts whoever gives such in its round; an owner of the round all. Lists as above,
-- `run` being app.find_run_rounds().
CREATE OR REPLACE FUNCTION app.writes_stage(stage text, round text, body text, sheets text[], rounds text[], run text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE stage WHEN 'claimed' THEN app.works_on(round, body, sheets)
    ELSE round = ANY (rounds) AND CASE stage WHEN 'council' THEN app.has_role('council') ELSE app.has_role('appraiser') END END OR round = ANY (run)
$$;

-- Who sees this thread of comments: an internal one those who work on the sheet, a shared one all who see it.
CREATE OR REPLACE FUNCTION app.sees_thread(kind text, round text, body text, sheets text[], rounds text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app.works_on(round, body, sheets) OR (kind = 'shared' AND round = ANY (rounds))
$$;

-- Whether the asker holds one of these roles anywhere.
CREATE OR REPLACE FUNCTION app.has_role(VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.in_force() WHERE role = ANY (roles))
$$;

-- Whether the asker holds a role in just this body.
CREATE OR REPLACE FUNCTION app.is_in(body text, wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.in_force() m WHERE m.role = wanted AND m.body_id = body)
$$;

-- The role in force of an office that is the asker's own.
CREATE OR REPLACE FUNCTION app.own_office(office uuid) RETURNS TABLE (role text, body_id text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT m.role, m.body_id FROM app.in_force() m WHERE m.id = own_office.office
$$;

-- Administrators and auditors of the whole installation read the trail.
CREATE OR REPLACE FUNCTION app.sees_whole_trail() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.in_force() WHERE role IN ('administrator', 'auditor') AND body_id IS NULL)
$$;

-- Rounds that the asker runs, as owner in their owner body. A round may be made and planned in one transaction, so what is written is judged by what is there by then.
CREATE OR REPLACE FUNCTION app.find_run_rounds() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(r.id), '{}') FROM app.in_force() m JOIN round r ON r.owner_body = m.body_id WHERE m.role = 'owner'
$$;

-- Whether the asker runs this very round.
CREATE OR REPLACE FUNCTION app.runs_round(round text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT runs_round.round = ANY (app.find_run_rounds())
$$;

-- Bodies whose drafts of rounds the asker knows: those in which they hold a role, and all for who holds one in the whole installation. By body and not by round, as a
-- round is read in the command that makes it too.
CREATE OR REPLACE FUNCTION app.owners_of_known_drafts() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(m.body_id) FILTER (WHERE m.body_id IS NOT NULL), '{}')
    || CASE WHEN bool_or(m.body_id IS NULL) THEN ARRAY(SELECT DISTINCT r.owner_body FROM round r) ELSE '{}' END FROM app.in_force() m
$$;

-- Drafts of rounds that the asker does not know: what is planned for them is not told either. Asked once a query, and found out only where there is a draft.
CREATE OR REPLACE FUNCTION app.unknown_drafts() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(r.id), '{}') FROM round r WHERE r.state = 'draft' AND r.owner_body <> ALL ((SELECT app.owners_of_known_drafts())::text[])
$$;

-- Rounds in which the asker has any part: what is published there is for them. A part of a sheet is one too.
CREATE OR REPLACE FUNCTION app.find_rounds_within() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(r.id), '{}') FROM round r WHERE EXISTS (SELECT FROM app.in_force() m WHERE m.body_id IS NULL OR m.body_id = r.owner_body
    OR EXISTS (SELECT FROM participant p WHERE p.round_id = r.id AND p.body_id = m.body_id)
    OR EXISTS (SELECT FROM domain_owner d WHERE d.round_id = r.id AND d.body_id = m.body_id))
    OR EXISTS (SELECT FROM unnest(app.own_sheets()) own WHERE split_part(own, '/', 1) = r.id)
$$;

-- Whether the asker administers a body; an absent one stands for the whole installation.
CREATE OR REPLACE FUNCTION app.administers(body text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.in_force() m WHERE m.role = 'administrator'
    AND (m.body_id IS NULL OR m.body_id IN (SELECT app.bodies_above(body, app.today()))))
$$;

-- Whether the asker stands above all that a person works in, today or later; of somebody without a role, whoever has the whole installation.
CREATE OR REPLACE FUNCTION app.administers_person(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.administers(NULL) OR (app.has_role('administrator')
    AND EXISTS (SELECT FROM membership m WHERE m.account_id = person AND (m.to_date IS NULL OR m.to_date >= app.today()))
    AND NOT EXISTS (SELECT FROM membership m WHERE m.account_id = person AND (m.to_date IS NULL OR m.to_date >= app.today())
      AND (m.body_id IS NULL OR NOT app.administers(m.body_id))))
$$;

GRANT EXECUTE ON FUNCTION app.works_on, app.sees_sheet, app.writes_stage, app.sees_thread, app.has_role, app.is_in, app.sees_whole_trail, app.find_run_rounds, app.find_rounds_within, app.owners_of_known_drafts,
  app.unknown_drafts, app.administers, app.administers_person TO parindex_app;
