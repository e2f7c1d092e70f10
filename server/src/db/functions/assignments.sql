-- To whom a body may give a part: itself and all below it, with the people who are at work there.
CREATE OR REPLACE FUNCTION app.departments_of(body text) RETURNS TABLE (body_id text, account_id uuid, name text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT u.id, a.id, a.name, m.role FROM app.bodies_under(ARRAY[departments_of.body], app.today()) AS u (id)
    LEFT JOIN membership m ON m.body_id = u.id AND m.role IN ('clerk', 'head') AND app.runs_on(m.from_date, m.to_date, app.today())
    LEFT JOIN account a ON a.id = m.account_id AND a.ended_at IS NULL
  WHERE departments_of.body = ANY (app.direct_bodies())
$$;

-- Departments that have a part in a sheet, with all below them; for somebody, not for nobody. Who asks is found out only where there is something to tell:
-- every request for a sheet asks this first.
CREATE OR REPLACE FUNCTION app.bodies_at_work(round text, body text) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.bodies_under(t.bodies, app.today())
  FROM (SELECT array_agg(DISTINCT a.to_body) AS bodies FROM assignment a WHERE a.round_id = round AND a.body_id = body AND a.to_body <> body AND a.ended_at IS NULL) t
  WHERE CASE WHEN t.bodies IS NOT NULL THEN app.account() IS NOT NULL END
$$;

-- Whether a part in this standing counts; what was entered and does not is still in a department's hand, or before its leader. Granted to nobody.
CREATE OR REPLACE FUNCTION app.part_counts(standing text) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(standing, '') IN ('approved', 'changed', 'reviewed')
$$;

-- What departments of the asker have in hand for the explanation, as round/body/kind/target: items that were given for it or, where none was, for the sheet, and the figures
-- that their rules name. Codes of the edition in force alone: what was given before a change of edition is given anew (decision 0116).
CREATE OR REPLACE FUNCTION app.explained_in_hand() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH own AS (SELECT split_part(o, '/', 1) AS round, split_part(o, '/', 2) AS body FROM unnest(app.own_sheets()) o),
  above AS (SELECT app.bodies_above(d, app.today()) AS id FROM unnest(app.direct_bodies()) d),
  given AS MATERIALIZED (
    SELECT DISTINCT ON (a.round_id, a.body_id, a.target) a.round_id, a.body_id, a.target, a.edition_id, a.to_body
    FROM assignment a JOIN own ON own.round = a.round_id AND own.body = a.body_id JOIN round r ON r.id = a.round_id AND r.edition_id = a.edition_id
    WHERE a.ended_at IS NULL AND a.target_kind = 'item' ORDER BY a.round_id, a.body_id, a.target, a.matter = 'explanation' DESC),
  held AS MATERIALIZED (SELECT * FROM given WHERE to_body <> body_id AND to_body IN (SELECT id FROM above)),
  line AS MATERIALIZED (
    SELECT e.id AS edition, l.value->>'code' AS item, l.value->>'rule' AS rule, e.scheme::jsonb->'figures' AS figures
    FROM edition e, jsonb_array_elements(e.scheme::jsonb->'domains') d, jsonb_array_elements(d.value->'criteria') c,
      jsonb_array_elements(jsonb_build_array(c.value) || coalesce(c.value->'subCriteria', '[]')) l
    WHERE e.id IN (SELECT edition_id FROM held) AND l.value->>'code' IN (SELECT target FROM held))
  SELECT coalesce(array_agg(t.target), '{}') FROM (
    SELECT round_id || '/' || body_id || '/item/' || target AS target FROM held
    UNION SELECT h.round_id || '/' || h.body_id || '/figure/' || (f.value->>'id') FROM held h JOIN line l ON l.edition = h.edition_id AND l.item = h.target
      CROSS JOIN jsonb_array_elements(l.figures) f WHERE l.rule ~ ('\m' || (f.value->>'id') || '\M')) t
$$;

-- Whether somebody is told of one item or figure what is said between a body and those who appraise it: the body's own people and whoever sees the whole round as far as they
-- are told anything, a department of what it has in hand. `direct` being app.direct_bodies(), `rounds` app.whole_rounds(), `held` app.explained_in_hand(); one expression.
CREATE OR REPLACE FUNCTION app.is_told_of(round text, body text, kind text, target text, direct text[], rounds text[], held text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT body = ANY (direct) OR round = ANY (rounds) OR round || '/' || body || '/' || kind || '/' || target = ANY (held)
$$;

GRANT EXECUTE ON FUNCTION app.departments_of, app.bodies_at_work, app.explained_in_hand, app.is_told_of TO parindex_app;
