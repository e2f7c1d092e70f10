-- Quotas (decision 0156): a place is taken in the transaction that takes the answer.

-- Whether a quota is of whoever has this in their list, or of an address in this village.
CREATE OR REPLACE FUNCTION app.in_stratum(stratum text, value text, post text, unit text, village text) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(value = CASE stratum WHEN 'whole' THEN '' WHEN 'position' THEN lower(post) WHEN 'unit' THEN lower(unit) WHEN 'cluster' THEN lower(village) END, false)
$$;

-- Whether some quota of theirs is full. Whoever only asks holds nothing.
CREATE OR REPLACE FUNCTION app.quota_full(round text, of_body text, of_group text, post text, unit text, village text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM respondents.quota_place q
    WHERE q.round_id = round AND q.body_id = of_body AND q.group_id = of_group AND app.in_stratum(q.stratum, q.value, post, unit, village) AND q.taken >= q.most)
$$;

-- Takes a place in each quota of theirs, or in none where one is full: then false. Others of these quotas wait until the transaction ends; rows are held in one order.
CREATE OR REPLACE FUNCTION app.take_place(round text, of_body text, of_group text, post text, unit text, village text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  is_full boolean;
BEGIN
  SELECT bool_or(h.taken >= h.most) INTO is_full FROM (SELECT q.taken, q.most FROM respondents.quota_place q
    WHERE q.round_id = round AND q.body_id = of_body AND q.group_id = of_group AND app.in_stratum(q.stratum, q.value, post, unit, village)
    ORDER BY q.stratum, q.value FOR UPDATE) h;
  IF is_full THEN RETURN false; END IF;
  IF NOT is_full THEN
    UPDATE respondents.quota_place q SET taken = q.taken + 1
      WHERE q.round_id = round AND q.body_id = of_body AND q.group_id = of_group AND app.in_stratum(q.stratum, q.value, post, unit, village);
  END IF;
  RETURN true;
END $$;

-- How many responses of a group about a body have come so far that a quota is of.
CREATE OR REPLACE FUNCTION app.count_taken(round text, of_body text, of_group text, stratum text, value text) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT CASE stratum
    WHEN 'whole' THEN (SELECT count(*) FROM answers.response f WHERE f.round_id = round AND f.body_id = of_body AND f.group_id = of_group AND f.submitted_at IS NOT NULL)
    WHEN 'cluster' THEN (SELECT count(*) FROM respondents.interviewed i JOIN respondents.address a ON a.id = i.address_id
      WHERE a.round_id = round AND a.body_id = of_body AND a.group_id = of_group AND app.in_stratum(stratum, value, NULL, NULL, a.cluster))
    ELSE (SELECT count(*) FROM respondents.participation t JOIN respondents.respondent p ON p.id = t.respondent_id
      WHERE p.round_id = round AND p.body_id = of_body AND p.group_id = of_group AND app.in_stratum(stratum, value, p.position, p.workplace, NULL)) END::integer
$$;

-- Whoever declares a quota holds the survey against all who answer, so that each of them is counted, on one side of the declaration.
CREATE OR REPLACE FUNCTION app.hold_quotas(round text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF app.leads_survey(round) THEN PERFORM 1 FROM survey s WHERE s.round_id = round FOR NO KEY UPDATE; END IF;
END $$;

-- Whether somebody of a group has answered about a body, for whoever leads the survey: quotas change with a reason from then on.
CREATE OR REPLACE FUNCTION app.is_answered(round text, of_body text, of_group text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.leads_survey(round) AND EXISTS (SELECT FROM answers.response f WHERE f.round_id = round AND f.body_id = of_body AND f.group_id = of_group AND f.submitted_at IS NOT NULL)
$$;

-- A declaration holds from now on. Places that are taken already are counted once, as it is declared first.
CREATE OR REPLACE FUNCTION app.open_places() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  fewest smallint;
BEGIN
  SELECT s.threshold INTO fewest FROM survey s WHERE s.round_id = NEW.round_id AND s.closing_asked_at IS NULL FOR NO KEY UPDATE;
  IF fewest IS NULL THEN RAISE EXCEPTION 'the survey of % has ended: no quota is declared any more', NEW.round_id USING ERRCODE = 'object_not_in_prerequisite_state'; END IF;
  -- That it is full would tell of fewer than are ever told of.
  IF NEW.most < fewest THEN RAISE EXCEPTION 'a quota of % is below the threshold of the survey', NEW.most USING ERRCODE = 'check_violation'; END IF;
  IF NEW.reason IS NULL AND app.is_answered(NEW.round_id, NEW.body_id, NEW.group_id) THEN
    RAISE EXCEPTION 'somebody has answered: a quota is declared with a reason' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO respondents.quota_place AS q (round_id, body_id, group_id, stratum, value, most, taken)
    VALUES (NEW.round_id, NEW.body_id, NEW.group_id, NEW.stratum, lower(NEW.value), NEW.most,
      app.count_taken(NEW.round_id, NEW.body_id, NEW.group_id, NEW.stratum, lower(NEW.value)))
    ON CONFLICT (round_id, body_id, group_id, stratum, value) DO UPDATE SET most = excluded.most;
  RETURN NULL;
END $$;

-- How quotas stand, for whoever leads or audits the survey: of how many places it is told in steps of the threshold that they are taken, so that no two looks and no
-- two quotas tell of fewer; and that one is full. listed: how many are on the lists of whom it is.
CREATE OR REPLACE FUNCTION app.quota_standing(round text) RETURNS TABLE (body_id text, group_id text, stratum text, value text, at_least integer, is_full boolean, listed integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT q.body_id, q.group_id, q.stratum, q.value, q.taken / s.threshold * s.threshold, q.taken >= q.most,
    (SELECT count(*) FROM respondents.respondent p WHERE p.round_id = round AND p.body_id = q.body_id AND p.group_id = q.group_id AND p.replaced_by IS NULL
        AND app.in_stratum(q.stratum, q.value, p.position, p.workplace, NULL))::integer
      + (SELECT count(*) FROM respondents.address a WHERE a.round_id = round AND a.body_id = q.body_id AND a.group_id = q.group_id AND NOT a.reserve
        AND app.in_stratum(q.stratum, q.value, NULL, NULL, a.cluster))::integer
  FROM respondents.quota_place q JOIN survey s ON s.round_id = q.round_id WHERE q.round_id = round AND (SELECT app.watches_survey(round))
$$;

-- Whether somebody could not answer any more: nobody writes to them. For whoever leads the survey.
CREATE OR REPLACE FUNCTION app.comes_too_late(of_respondent uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM respondents.respondent p WHERE p.id = of_respondent AND app.leads_survey(p.round_id)
    AND app.quota_full(p.round_id, p.body_id, p.group_id, p.position, p.workplace, NULL))
$$;

GRANT EXECUTE ON FUNCTION app.hold_quotas, app.is_answered, app.quota_standing, app.comes_too_late TO parindex_app;
