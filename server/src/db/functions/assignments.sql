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

GRANT EXECUTE ON FUNCTION app.departments_of, app.bodies_at_work TO parindex_app;
