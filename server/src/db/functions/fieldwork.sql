-- Interviewers and the addresses that they visit (decision 0155).

-- Whether the asker leads the interviews about a body: not about their own, nor about the body that owns the round.
CREATE OR REPLACE FUNCTION app.leads_field(round text, of_body text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.leads_survey(round) AND of_body <> (SELECT r.owner_body FROM round r WHERE r.id = round) AND of_body <> ALL (coalesce(app.direct_bodies(), '{}'))
$$;

-- The same of an address.
CREATE OR REPLACE FUNCTION app.leads_address(of_address uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM respondents.address a WHERE a.id = of_address AND app.leads_field(a.round_id, a.body_id))
$$;

-- The addresses that are, or ever were, the asker's to visit: what was noted there before somebody else got it is not lost. Of a body to which they belong, none.
CREATE OR REPLACE FUNCTION app.own_addresses() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT s.address_id), '{}') FROM respondents.assignment s JOIN respondents.address a ON a.id = s.address_id
  WHERE s.account_id = app.account() AND app.has_role('interviewer')
    AND NOT EXISTS (SELECT FROM app.in_force() m WHERE m.body_id IS NOT NULL AND a.body_id IN (SELECT app.bodies_above(m.body_id, app.today())))
$$;

-- Whether the asker leads the survey of an address while it takes changes.
CREATE OR REPLACE FUNCTION app.leads_open_address(of_address uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM respondents.address a WHERE a.id = of_address AND app.leads_open_survey(a.round_id) AND app.leads_field(a.round_id, a.body_id))
$$;

-- Whether an address is among them.
CREATE OR REPLACE FUNCTION app.was_assigned(of_address uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT of_address = ANY (app.own_addresses())
$$;

-- Whether the asker visits some address of a group, or asks again there.
CREATE OR REPLACE FUNCTION app.interviews_in(round text, of_group text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.has_role('interviewer') AND (EXISTS (SELECT FROM respondents.assignment s JOIN respondents.address a ON a.id = s.address_id
      WHERE s.account_id = app.account() AND s.ended_at IS NULL AND a.round_id = round AND a.group_id = of_group)
    OR EXISTS (SELECT FROM app.back_checks_taken_along(true) k WHERE k.round_id = round AND k.group_id = of_group))
$$;

-- Interviewers by the mail addresses of their accounts, for whoever leads a survey; own: whether they belong to the body that is rated, or to one within it.
CREATE OR REPLACE FUNCTION app.find_interviewers(round text, rated text, addresses text[]) RETURNS TABLE (id uuid, email text, own boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT a.id, a.email, EXISTS (SELECT FROM app.in_force_of(a.id) m WHERE m.body_id IS NOT NULL AND rated IN (SELECT app.bodies_above(m.body_id, app.today())))
  FROM account a WHERE app.leads_survey(round) AND a.email = ANY (addresses) AND EXISTS (SELECT FROM app.in_force_of(a.id) m WHERE m.role = 'interviewer')
$$;

-- What locks an interviewer's devices: made by chance when it is first asked for. Null for whoever is none.
CREATE OR REPLACE FUNCTION app.device_key() RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF NOT app.has_role('interviewer') THEN RETURN NULL; END IF;
  INSERT INTO respondents.device_key (account_id, key, made_at)
    VALUES (app.account(), sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), app.moment()) ON CONFLICT (account_id) DO NOTHING;
  RETURN (SELECT k.key FROM respondents.device_key k WHERE k.account_id = app.account());
END $$;

-- What a submission is known by beside the address at which it was held.
CREATE OR REPLACE FUNCTION app.submission_hash(submission uuid) RETURNS bytea LANGUAGE sql IMMUTABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT sha256(convert_to(submission::text, 'UTF8'))
$$;

-- What is kept with answers instead of the address: it leads there by the round's key alone.
CREATE OR REPLACE FUNCTION app.held_for(round text, of_address uuid) RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT sha256(k.key || convert_to(of_address::text, 'UTF8') || k.key) FROM answers.round_key k WHERE k.round_id = round
$$;

-- That an interview was held at an address, and what was answered, in one transaction.
CREATE OR REPLACE FUNCTION app.keep_interview(of respondents.address, submission uuid, given jsonb, seconds integer, receipt text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO respondents.interviewed (address_id, round_id, submission_hash, receipt) VALUES (of.id, of.round_id, app.submission_hash(submission), keep_interview.receipt);
  INSERT INTO answers.response (reference, round_id, body_id, group_id, cluster, mode, answers, begun_at, saved_at, submission_id, submitted_at, receipt)
    SELECT app.response_reference(of.round_id, convert_to(submission::text, 'UTF8')), of.round_id, of.body_id, of.group_id, of.cluster, 'interview', given,
      app.moment() - make_interval(secs => seconds), app.moment(), submission, app.moment(), keep_interview.receipt;
END $$;

-- Takes an interview that a device has sent. The same one again gives the same receipt. It is kept apart, with a receipt of its own, where another was held at
-- its address, after the end of the survey, where the address has gone to somebody else meanwhile, and above a quota; `reason` tells why it does not count.
-- 'unknown' where the asker never had the address.
CREATE OR REPLACE FUNCTION app.take_interview(submission uuid, of_address uuid, given jsonb, seconds integer, receipt text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  a respondents.address;
  survey_of record;
  kept record;
  why text;
BEGIN
  IF NOT app.was_assigned(of_address) THEN RETURN jsonb_build_object('state', 'unknown'); END IF;
  -- Whoever ends the survey waits for those that are being sent, and those that come later find it over. The survey is held first, as by its closing.
  PERFORM 1 FROM survey s WHERE s.round_id = (SELECT x.round_id FROM respondents.address x WHERE x.id = of_address) FOR SHARE;
  SELECT * INTO a FROM respondents.address x WHERE x.id = of_address FOR UPDATE;
  SELECT s.closing_asked_at IS NOT NULL AS ended, r.state <> 'open' OR t.closes IS NULL OR app.moment() >= t.closes AS over, app.moment() < t.opens AS early INTO survey_of
    FROM survey s JOIN round r ON r.id = s.round_id LEFT JOIN round_step t ON t.round_id = r.id AND t.step = 'survey' WHERE s.round_id = a.round_id;
  SELECT x.receipt, x.reason INTO kept FROM (
    SELECT i.receipt, NULL AS reason FROM respondents.interviewed i WHERE i.address_id = of_address AND i.submission_hash = app.submission_hash(submission)
    UNION ALL SELECT p.receipt, CASE WHEN p.decision IS NULL THEN p.reason ELSE 'leftOut' END FROM answers.set_apart p
      WHERE p.submission_id = submission AND p.round_id = a.round_id AND p.decision IS DISTINCT FROM 'taken') x;
  IF kept.receipt IS NOT NULL THEN RETURN jsonb_build_object('state', 'repeated', 'receipt', kept.receipt, 'reason', kept.reason); END IF;
  -- An id of another interview or form: no device makes one.
  IF EXISTS (SELECT FROM answers.response f WHERE f.submission_id = submission) OR EXISTS (SELECT FROM answers.set_apart p WHERE p.submission_id = submission) THEN
    RETURN jsonb_build_object('state', 'unknown');
  END IF;
  IF survey_of.early THEN RETURN jsonb_build_object('state', 'notYet'); END IF;
  why := CASE WHEN EXISTS (SELECT FROM respondents.interviewed i WHERE i.address_id = of_address) THEN 'second'
    WHEN survey_of.ended OR survey_of.over THEN 'late'
    WHEN NOT EXISTS (SELECT FROM respondents.assignment s WHERE s.address_id = of_address AND s.account_id = app.account() AND s.ended_at IS NULL) THEN 'former'
    WHEN NOT app.take_place(a.round_id, a.body_id, a.group_id, NULL, NULL, a.cluster) THEN 'quota' END;
  IF why IS NULL THEN
    PERFORM app.keep_interview(a, submission, given, seconds, receipt);
    RETURN jsonb_build_object('state', 'accepted', 'receipt', receipt);
  END IF;
  -- Once the end was asked for nothing can be decided of it any more: that it came is kept, and nothing that was answered.
  INSERT INTO answers.set_apart (submission_id, round_id, body_id, group_id, cluster, answers, seconds, reason, receipt, came_at, held_for, decision, decided_at)
    VALUES (submission, a.round_id, a.body_id, a.group_id, CASE WHEN survey_of.ended THEN '' ELSE a.cluster END, CASE WHEN survey_of.ended THEN '{}'::jsonb ELSE given END,
      CASE WHEN survey_of.ended THEN 0 ELSE seconds END, why, receipt, app.moment(), CASE WHEN NOT survey_of.ended THEN app.held_for(a.round_id, of_address) END,
      CASE WHEN survey_of.ended THEN 'leftOut' END, CASE WHEN survey_of.ended THEN app.moment() END);
  RETURN jsonb_build_object('state', 'setApart', 'reason', CASE WHEN survey_of.ended THEN 'leftOut' ELSE why END, 'receipt', receipt);
END $$;

-- How many interviews and paper forms are kept apart, for whoever leads or audits the survey.
CREATE OR REPLACE FUNCTION app.interviews_set_apart(round text) RETURNS TABLE (body_id text, group_id text, reason text, waiting bigint, taken bigint, left_out bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT p.body_id, p.group_id, p.reason, count(*) FILTER (WHERE p.decision IS NULL), count(*) FILTER (WHERE p.decision = 'taken'), count(*) FILTER (WHERE p.decision = 'leftOut')
  FROM answers.set_apart p WHERE p.round_id = round AND app.watches_survey(round) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
$$;

-- Interviews that were held, as their interviewers noted, and have not come: of each group about a body, by who held them. For whoever leads or audits the survey.
CREATE OR REPLACE FUNCTION app.interviews_awaited(round text) RETURNS TABLE (body_id text, group_id text, account_id uuid, count bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT h.body_id, h.group_id, h.account_id, count(*) FROM (
    SELECT DISTINCT a.id, a.body_id, a.group_id, v.account_id FROM respondents.visit v JOIN respondents.address a ON a.id = v.address_id
    WHERE a.round_id = round AND v.outcome = 'interviewed' AND NOT EXISTS (SELECT FROM respondents.interviewed i WHERE i.address_id = a.id)) h
  WHERE app.watches_survey(round) AND NOT EXISTS (SELECT FROM answers.set_apart p WHERE p.round_id = round AND p.held_for = app.held_for(round, h.id))
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
$$;

-- Decides of interviews and paper forms that are kept apart for one reason, of a group about a body: they are taken in, or all are left out. Of an address at which
-- another was held, or a person who has answered, none is taken; one without a place in its quotas goes on waiting, until there are more places or it is left out.
-- Gives how many were taken, left out, and wait.
CREATE OR REPLACE FUNCTION app.decide_set_apart(round text, of_body text, of_group text, because text, take boolean) RETURNS TABLE (taken integer, left_out integer, waiting integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  p answers.set_apart;
  a respondents.address;
  person uuid;
  became text;
BEGIN
  taken := 0;
  left_out := 0;
  waiting := 0;
  PERFORM 1 FROM survey s WHERE s.round_id = round FOR SHARE;
  IF NOT app.leads_open_survey(round) THEN RETURN; END IF;
  -- Whoever takes an answer holds its person or address, then its quotas: so does whoever decides, all of them before the first counts.
  PERFORM 1 FROM answers.set_apart x WHERE x.round_id = round AND x.body_id = of_body AND x.group_id = of_group AND x.reason = because AND x.decision IS NULL ORDER BY x.submission_id FOR UPDATE;
  PERFORM 1 FROM respondents.respondent x WHERE x.round_id = round AND x.body_id = of_body AND x.group_id = of_group
    AND app.held_for(round, x.id) IN (SELECT w.held_for FROM answers.set_apart w WHERE w.round_id = round AND w.reason = because AND w.decision IS NULL AND w.mode = 'paper') ORDER BY x.id FOR UPDATE;
  PERFORM 1 FROM respondents.address x WHERE x.round_id = round AND x.body_id = of_body AND x.group_id = of_group
    AND app.held_for(round, x.id) IN (SELECT w.held_for FROM answers.set_apart w WHERE w.round_id = round AND w.reason = because AND w.decision IS NULL AND w.mode = 'interview') ORDER BY x.id FOR UPDATE;
  PERFORM 1 FROM respondents.quota_place q WHERE q.round_id = round AND q.body_id = of_body AND q.group_id = of_group ORDER BY q.stratum, q.value FOR UPDATE;
  FOR p IN SELECT * FROM answers.set_apart x WHERE x.round_id = round AND x.body_id = of_body AND x.group_id = of_group AND x.reason = because AND x.decision IS NULL ORDER BY x.came_at, x.submission_id LOOP
    became := 'leftOut';
    IF take AND p.mode = 'paper' THEN
      SELECT x.id INTO person FROM respondents.respondent x WHERE p.held_for IS NOT NULL AND x.round_id = round AND x.body_id = of_body AND x.group_id = of_group
        AND app.held_for(round, x.id) = p.held_for AND x.replaced_by IS NULL AND NOT EXISTS (SELECT FROM respondents.participation t WHERE t.respondent_id = x.id);
      IF p.held_for IS NULL OR person IS NOT NULL THEN became := CASE WHEN app.keep_paper(p, person) THEN 'taken' END; END IF;
    ELSIF take THEN
      SELECT x.* INTO a FROM respondents.address x WHERE x.round_id = round AND x.body_id = of_body AND x.group_id = of_group AND app.held_for(round, x.id) = p.held_for
        AND NOT EXISTS (SELECT FROM respondents.interviewed i WHERE i.address_id = x.id);
      IF a.id IS NOT NULL AND app.take_place(round, of_body, of_group, NULL, NULL, a.cluster) THEN
        PERFORM app.keep_interview(a, p.submission_id, p.answers, p.seconds, p.receipt);
        became := 'taken';
      ELSIF a.id IS NOT NULL THEN
        became := NULL;
      END IF;
    END IF;
    IF became IS NULL THEN
      waiting := waiting + 1;
    ELSE
      UPDATE answers.set_apart x SET decision = became, decided_at = app.moment() WHERE x.submission_id = p.submission_id;
      taken := taken + (became = 'taken')::integer;
      left_out := left_out + (became = 'leftOut')::integer;
    END IF;
  END LOOP;
  RETURN NEXT;
END $$;

-- Addresses count among those listed and asked, as they are given out at once; a reserve only once an interview was held there.
CREATE OR REPLACE FUNCTION app.tally_addresses() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO respondents.respondent_tally AS t (round_id, body_id, group_id, state, slot, count)
    SELECT n.round_id, n.body_id, n.group_id, s.state, app.tally_slot(), count(*) FROM new_rows n CROSS JOIN unnest(ARRAY['listed', 'invited']) AS s (state)
    WHERE NOT n.reserve GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (round_id, body_id, group_id, state, slot) DO UPDATE SET count = t.count + excluded.count;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION app.tally_interviews() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO respondents.respondent_tally AS t (round_id, body_id, group_id, state, slot, count)
    SELECT a.round_id, a.body_id, a.group_id, s.state, app.tally_slot(), count(*) FROM new_rows n JOIN respondents.address a ON a.id = n.address_id
      CROSS JOIN LATERAL unnest(CASE WHEN a.reserve THEN ARRAY['answered', 'listed', 'invited'] ELSE ARRAY['answered'] END) AS s (state)
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (round_id, body_id, group_id, state, slot) DO UPDATE SET count = t.count + excluded.count;
  RETURN NULL;
END $$;

GRANT EXECUTE ON FUNCTION app.leads_address, app.leads_open_address, app.own_addresses, app.leads_field, app.was_assigned, app.interviews_in, app.find_interviewers, app.device_key, app.take_interview, app.interviews_set_apart, app.interviews_awaited, app.decide_set_apart TO parindex_app;
