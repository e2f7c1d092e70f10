-- A body and all above it on a day, by the parent that began last; the parts of a circle come once each.
CREATE OR REPLACE FUNCTION app.bodies_above(body text, on_day date) RETURNS SETOF text LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  WITH RECURSIVE above (id) AS (
    SELECT body
    UNION
    SELECT p.value FROM above CROSS JOIN LATERAL (
      SELECT a.value FROM body_attribute a WHERE a.body_id = above.id AND a.attribute = 'parent'
        AND coalesce(a.from_date, '-infinity') <= on_day AND coalesce(a.to_date, 'infinity') >= on_day
      ORDER BY a.from_date DESC NULLS LAST, a.position DESC LIMIT 1) p
  ) SELECT id FROM above WHERE id IS NOT NULL
$$;

-- Bodies and all below them on a day: the same tree, read downwards.
CREATE OR REPLACE FUNCTION app.bodies_under(bodies text[], on_day date) RETURNS SETOF text LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  WITH RECURSIVE parent AS (
    SELECT DISTINCT ON (a.body_id) a.body_id, a.value FROM body_attribute a WHERE a.attribute = 'parent'
      AND coalesce(a.from_date, '-infinity') <= on_day AND coalesce(a.to_date, 'infinity') >= on_day
    ORDER BY a.body_id, a.from_date DESC NULLS LAST, a.position DESC
  ), under (id) AS (
    SELECT unnest(bodies)
    UNION
    SELECT parent.body_id FROM under JOIN parent ON parent.value = under.id
  ) SELECT id FROM under
$$;

GRANT EXECUTE ON FUNCTION app.bodies_above, app.bodies_under TO parindex_app, parindex_sign_on;
