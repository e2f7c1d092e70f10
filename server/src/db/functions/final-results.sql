-- Who is told the final result of a round (decision 0107).

-- Whether the asker works for a body of a closed round whose owner shows its ranking to all who take part, once the step of its publication has opened, if it has one.
CREATE OR REPLACE FUNCTION app.is_shown_result(round text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM round r JOIN participant p ON p.round_id = r.id
    WHERE r.id = is_shown_result.round AND r.state = 'closed' AND r.ranking_shown = 'participants' AND p.body_id = ANY (app.direct_bodies())
      AND NOT EXISTS (SELECT FROM round_step s WHERE s.round_id = r.id AND s.step = 'publication' AND s.opens > app.moment()))
$$;

-- The places that bodies have in the final result of a round, for whoever is told theirs; counts alone.
CREATE OR REPLACE FUNCTION app.count_results(round text) RETURNS TABLE (bodies integer, placed integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT count(*)::int, count(*) FILTER (WHERE b.result->>'rank' IS NOT NULL)::int FROM round r JOIN body_result b ON b.round_id = r.id AND b.closed_at = r.closed_at
  WHERE r.id = count_results.round AND r.state = 'closed' AND r.id = ANY (app.find_rounds_within())
$$;

GRANT EXECUTE ON FUNCTION app.is_shown_result, app.count_results TO parindex_app;
