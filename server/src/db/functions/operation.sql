-- How much waits, for whoever watches over the installation: numbers alone, never whose.
CREATE OR REPLACE FUNCTION app.waiting_work(at timestamptz) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT jsonb_build_object(
    'jobs', (SELECT coalesce(jsonb_agg(to_jsonb(j)), '[]') FROM (SELECT kind, state, count(*) FROM job GROUP BY 1, 2) j),
    'mails', (SELECT coalesce(jsonb_agg(to_jsonb(m)), '[]') FROM (SELECT state, count(*) FROM mail GROUP BY 1) m),
    'unsealed', count(*),
    'lag', greatest(coalesce(extract(epoch FROM waiting_work.at - min(a.at)), 0), 0))
  FROM audit a, (SELECT * FROM app.sealing_place() LIMIT 1) p
  WHERE CASE WHEN p.moved THEN a.n > (SELECT coalesce(max(s.last), 0) FROM seal s) ELSE a.xid >= p.horizon AND a.n > p.after_n END
$$;

GRANT EXECUTE ON FUNCTION app.waiting_work TO parindex_app;
