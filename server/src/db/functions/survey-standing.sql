-- How a survey stands (decision 0154): counts that are kept in the transaction of whatever changes them, so that nobody who looks reads all who are asked.

-- Adds what respondents came to, less what they were: a function of each row alone, so that no order of two who change it matters.
CREATE OR REPLACE FUNCTION app.tally_respondents() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO respondents.respondent_tally AS t (round_id, body_id, group_id, state, slot, count)
      SELECT n.round_id, n.body_id, n.group_id, s.state, app.tally_slot(), count(*)
      FROM new_rows n CROSS JOIN LATERAL unnest(app.respondent_states(n.replaced_reason, n.invited)) AS s (state)
      GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
      ON CONFLICT (round_id, body_id, group_id, state, slot) DO UPDATE SET count = t.count + excluded.count;
  ELSE
    INSERT INTO respondents.respondent_tally AS t (round_id, body_id, group_id, state, slot, count)
      SELECT c.round_id, c.body_id, c.group_id, s.state, app.tally_slot(), sum(c.by)
      FROM (SELECT n.round_id, n.body_id, n.group_id, n.replaced_reason, n.invited, 1 AS by FROM new_rows n
        UNION ALL SELECT o.round_id, o.body_id, o.group_id, o.replaced_reason, o.invited, -1 FROM old_rows o) AS c
        CROSS JOIN LATERAL unnest(app.respondent_states(c.replaced_reason, c.invited)) AS s (state)
      GROUP BY 1, 2, 3, 4 HAVING sum(c.by) <> 0 ORDER BY 1, 2, 3, 4
      ON CONFLICT (round_id, body_id, group_id, state, slot) DO UPDATE SET count = t.count + excluded.count;
  END IF;
  RETURN NULL;
END $$;

-- Which states somebody counts in.
CREATE OR REPLACE FUNCTION app.respondent_states(replaced_reason text, invited boolean) RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = public, app, pg_temp AS $$
  SELECT CASE WHEN replaced_reason IS NOT NULL THEN ARRAY[replaced_reason] WHEN invited THEN ARRAY['listed', 'invited'] ELSE ARRAY['listed'] END
$$;

-- Into which of the rows of a count this process adds.
CREATE OR REPLACE FUNCTION app.tally_slot() RETURNS smallint LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$ SELECT (pg_backend_pid() % 4)::smallint $$;

-- Whoever has a link in force is invited. Links that are destroyed with the closing change nothing.
CREATE OR REPLACE FUNCTION app.tally_links() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE respondents.respondent p SET invited = NOT p.invited
    WHERE p.id IN (SELECT n.respondent_id FROM new_rows n) AND p.invited <> EXISTS (SELECT FROM respondents.link l WHERE l.respondent_id = p.id AND l.ended_at IS NULL);
  RETURN NULL;
END $$;

-- Adds who took part.
CREATE OR REPLACE FUNCTION app.tally_participation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO respondents.respondent_tally AS t (round_id, body_id, group_id, state, slot, count)
    SELECT p.round_id, p.body_id, p.group_id, 'answered', app.tally_slot(), count(*) * CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
    FROM changed c JOIN respondents.respondent p ON p.id = c.respondent_id GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (round_id, body_id, group_id, state, slot) DO UPDATE SET count = t.count + excluded.count;
  RETURN NULL;
END $$;

-- Adds a form that was begun, or sent.
CREATE OR REPLACE FUNCTION app.tally_form() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  is_sent boolean := NEW.submitted_at IS NOT NULL;
BEGIN
  INSERT INTO answers.form_tally AS t (round_id, body_id, group_id, day, slot, drafts, sent)
    VALUES (NEW.round_id, NEW.body_id, NEW.group_id, (coalesce(NEW.submitted_at, NEW.begun_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, app.tally_slot(),
      CASE WHEN NOT is_sent THEN 1 WHEN TG_OP = 'UPDATE' THEN -1 ELSE 0 END, is_sent::integer)
    ON CONFLICT (round_id, body_id, group_id, day, slot) DO UPDATE SET drafts = t.drafts + excluded.drafts, sent = t.sent + excluded.sent;
  RETURN NULL;
END $$;

-- What is counted of a survey is written anew as it closes, in the one transaction that leaves no trace of those that joined persons and forms; drafts are gone.
CREATE OR REPLACE FUNCTION app.fold_tallies(round text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH gone AS (DELETE FROM respondents.respondent_tally t WHERE t.round_id = fold_tallies.round RETURNING t.*)
    INSERT INTO respondents.respondent_tally (round_id, body_id, group_id, state, slot, count)
    SELECT g.round_id, g.body_id, g.group_id, g.state, -2, sum(g.count) FROM gone g GROUP BY 1, 2, 3, 4;
  WITH gone AS (DELETE FROM answers.form_tally t WHERE t.round_id = fold_tallies.round RETURNING t.*)
    INSERT INTO answers.form_tally (round_id, body_id, group_id, day, slot, drafts, sent)
    SELECT g.round_id, g.body_id, g.group_id, g.day, -2, 0, sum(g.sent) FROM gone g GROUP BY 1, 2, 3, 4 HAVING sum(g.sent) > 0;
$$;

-- Days that are over become one row each of a group of a body. Who still adds to one of its rows is waited for; who comes later makes another.
CREATE OR REPLACE FUNCTION app.fold_days(at timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH gone AS (DELETE FROM answers.form_tally t WHERE t.day < (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AND t.slot >= 0 RETURNING t.*)
    INSERT INTO answers.form_tally AS t (round_id, body_id, group_id, day, slot, drafts, sent)
    SELECT g.round_id, g.body_id, g.group_id, g.day, -1, sum(g.drafts), sum(g.sent) FROM gone g GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (round_id, body_id, group_id, day, slot) DO UPDATE SET drafts = t.drafts + excluded.drafts, sent = t.sent + excluded.sent;
$$;

-- How many of each body's groups are listed, have a link and have answered: for whoever leads or audits the survey, and for a body of itself.
CREATE OR REPLACE FUNCTION app.survey_progress(round text) RETURNS TABLE (body_id text, group_id text, listed bigint, invited bigint, answered bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT t.body_id, t.group_id, coalesce(sum(t.count) FILTER (WHERE t.state = 'listed'), 0), coalesce(sum(t.count) FILTER (WHERE t.state = 'invited'), 0),
    coalesce(sum(t.count) FILTER (WHERE t.state = 'answered'), 0)
  FROM respondents.respondent_tally t
  WHERE t.round_id = round AND ((SELECT app.watches_survey(round)) OR t.body_id = ANY ((SELECT app.direct_bodies())::text[]))
  GROUP BY 1, 2 HAVING sum(t.count) FILTER (WHERE t.state = 'listed') > 0 ORDER BY 1, 2
$$;

-- The same with all else that is known of it, for whoever leads or audits the survey: who was replaced and why, forms begun and not sent (at most as many as have
-- not answered: somebody may have begun by two links), forms that came to less than a whole one, forms noticed, those of them that nobody has decided on, those set aside.
CREATE OR REPLACE FUNCTION app.survey_standing(round text) RETURNS TABLE (body_id text, group_id text, listed integer, invited integer, answered integer, replaced jsonb,
  drafts integer, partial integer, broken_off integer, flagged integer, undecided integer, set_aside integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH counted AS (
    SELECT t.body_id, t.group_id, t.state, sum(t.count)::integer AS count FROM respondents.respondent_tally t
    WHERE t.round_id = round AND (SELECT app.watches_survey(round)) GROUP BY 1, 2, 3
  ), people AS (
    SELECT c.body_id, c.group_id, coalesce(max(c.count) FILTER (WHERE c.state = 'listed'), 0) AS listed, coalesce(max(c.count) FILTER (WHERE c.state = 'invited'), 0) AS invited,
      coalesce(max(c.count) FILTER (WHERE c.state = 'answered'), 0) AS answered,
      coalesce(jsonb_object_agg(c.state, c.count) FILTER (WHERE c.state NOT IN ('listed', 'invited', 'answered') AND c.count > 0), '{}') AS replaced
    FROM counted c GROUP BY 1, 2
  ), begun AS (
    SELECT t.body_id, t.group_id, sum(t.drafts)::integer AS drafts FROM answers.form_tally t WHERE t.round_id = round GROUP BY 1, 2
  ), noted AS (
    SELECT f.body_id, f.group_id, count(*) FILTER (WHERE f.outcome = 'partial' AND f.decision IS DISTINCT FROM 'setAside')::integer AS partial,
      count(*) FILTER (WHERE f.outcome = 'breakOff' AND f.decision IS DISTINCT FROM 'setAside')::integer AS broken_off,
      count(*) FILTER (WHERE f.flags IS NOT NULL)::integer AS flagged, count(*) FILTER (WHERE f.flags IS NOT NULL AND f.decision IS NULL)::integer AS undecided,
      count(*) FILTER (WHERE f.decision = 'setAside')::integer AS set_aside
    FROM (SELECT r.body_id, r.group_id, r.outcome, r.flags, r.decision FROM answers.response r
        WHERE r.round_id = round AND (r.flags IS NOT NULL OR r.decision IS NOT NULL OR r.outcome <> 'complete')
      UNION ALL SELECT r.body_id, r.group_id, r.outcome, r.flags, r.decision FROM answers.closed_response r
        WHERE r.round_id = round AND (r.flags IS NOT NULL OR r.decision IS NOT NULL OR r.outcome <> 'complete')) AS f GROUP BY 1, 2
  )
  SELECT p.body_id, p.group_id, p.listed, p.invited, p.answered, p.replaced, greatest(0, least(coalesce(b.drafts, 0), p.listed - p.answered)),
    coalesce(n.partial, 0), coalesce(n.broken_off, 0), coalesce(n.flagged, 0), coalesce(n.undecided, 0), coalesce(n.set_aside, 0)
  FROM people p LEFT JOIN begun b USING (body_id, group_id) LEFT JOIN noted n USING (body_id, group_id) ORDER BY 1, 2
$$;

-- How many forms came on each day, of all or of a body or a group; nothing where fewer than the threshold have come.
CREATE OR REPLACE FUNCTION app.survey_days(round text, of_body text, of_group text) RETURNS TABLE (day date, sent integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH days AS (
    SELECT t.day, sum(t.sent)::integer AS sent FROM answers.form_tally t
    WHERE t.round_id = round AND (of_body IS NULL OR t.body_id = of_body) AND (of_group IS NULL OR t.group_id = of_group) AND (SELECT app.watches_survey(round))
    GROUP BY 1 HAVING sum(t.sent) > 0
  )
  SELECT d.day, d.sent FROM days d WHERE (SELECT sum(a.sent) FROM days a) >= (SELECT s.threshold FROM survey s WHERE s.round_id = round) ORDER BY 1
$$;

GRANT EXECUTE ON FUNCTION app.survey_standing, app.survey_days TO parindex_app;
GRANT EXECUTE ON FUNCTION app.fold_days TO parindex_jobs;
