-- Who takes part in a thread today, by name and role, for whoever reads the thread: the body's people, of an internal one departments that work on the sheet too,
-- of a shared one those who appraise.
CREATE OR REPLACE FUNCTION app.comment_people(round text, body text, kind text) RETURNS TABLE (id uuid, name text, role text, body_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT a.id, a.name, m.role, m.body_id FROM round r JOIN membership m ON app.runs_on(m.from_date, m.to_date, app.today())
    JOIN account a ON a.id = m.account_id AND a.ended_at IS NULL
  WHERE r.id = comment_people.round
    AND app.sees_thread(comment_people.kind, comment_people.round, comment_people.body, app.own_sheets(), app.whole_rounds())
    AND ((m.role IN ('clerk', 'head') AND (m.body_id = comment_people.body
        OR (comment_people.kind = 'internal' AND m.body_id IN (SELECT app.bodies_at_work(comment_people.round, comment_people.body)))))
      OR (comment_people.kind = 'shared' AND ((m.role IN ('owner', 'council') AND m.body_id = r.owner_body)
        OR (m.role = 'appraiser' AND EXISTS (SELECT FROM domain_owner d WHERE d.round_id = r.id AND d.body_id = m.body_id)))))
$$;

GRANT EXECUTE ON FUNCTION app.comment_people TO parindex_app;
